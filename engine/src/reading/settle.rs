//! What one article cannot tell, the folder may: what repeats is furniture, two files may hold one
//! text, and an outlet's name may stand in a path or in a neighbour.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, Block, Role};
use crate::problem::{Problem, ProblemCode};

use super::furniture::is_quotation_mark;
use super::{lines, outlet};

/// A paragraph that repeats in this many articles of one outlet, or of the folder, is furniture.
const IN_ONE_OUTLET: usize = 2;
const IN_ALL: usize = 3;
/// Longer ones are furniture only at an article's edges, in bytes.
const SHORT: usize = 200;
/// A line of fewer words says nothing by standing at the beginning of another's furniture.
const FEWEST_WORDS: usize = 6;
/// Paragraphs that are an edge.
const EDGE: usize = 3;

/// Looks at all articles of a folder at once: what repeats across them is boilerplate, and what
/// one file does not tell (its outlet) another may. Changes roles and metadata, never text.
/// Returns cautions (for example two files with the same text). The order of the articles changes
/// nothing but the order of the cautions.
pub fn settle(articles: &mut [Article]) -> Vec<Problem> {
    outlets_from_paths(articles);
    outlets_from_neighbours(articles);
    let copies = copies(articles);
    repeated_furniture(articles, &copies);
    let mut cautions = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let caution = |code, message: &str| Problem::new(&article.path, code, message);
        if let Some(first) = copies.get(&index) {
            let first = &articles[*first].path;
            let message =
                format!("The text is the same as that of {first}; its quotations count once.");
            cautions.push(caution(ProblemCode::SameText, &message).with_detail(first));
        }
        if article.published.is_none() {
            cautions.push(caution(
                ProblemCode::NoDate,
                "No date of publication was found.",
            ));
        }
        if article.outlet.is_none() {
            cautions.push(caution(
                ProblemCode::NoOutlet,
                "No outlet was found; the file's name stands for it.",
            ));
        }
    }
    cautions
}

fn outlets_from_paths(articles: &mut [Article]) {
    for article in articles
        .iter_mut()
        .filter(|article| article.outlet.is_none())
    {
        if let Some(name) = outlet::of_path(&article.id) {
            article.outlet = Some(name);
            article.outlet_from = Some("path".to_owned());
        }
    }
}

/// Where all articles of a sub-folder that name an outlet name the same one, and they are two or
/// more, it is the outlet of the others there.
fn outlets_from_neighbours(articles: &mut [Article]) {
    let mut named = BTreeMap::<String, (BTreeSet<String>, usize)>::new();
    for article in articles.iter() {
        if let (Some((folder, _)), Some(outlet)) = (article.id.rsplit_once('/'), &article.outlet) {
            let (names, count) = named.entry(folder.to_owned()).or_default();
            names.insert(outlet.clone());
            *count += 1;
        }
    }
    for article in articles
        .iter_mut()
        .filter(|article| article.outlet.is_none())
    {
        let folder = article.id.rsplit_once('/').map(|(folder, _)| folder);
        let agreed = folder
            .and_then(|folder| named.get(folder))
            .filter(|(names, count)| names.len() == 1 && *count >= 2);
        if let Some(name) = agreed.and_then(|(names, _)| names.first()) {
            article.outlet = Some(name.clone());
            article.outlet_from = Some("folder".to_owned());
        }
    }
}

/// For each article whose text another one has too, the first of these by id.
fn copies(articles: &[Article]) -> BTreeMap<usize, usize> {
    let mut by_id: Vec<usize> = (0..articles.len()).collect();
    by_id.sort_by(|a, b| articles[*a].id.cmp(&articles[*b].id));
    let mut first_of = BTreeMap::<Vec<String>, usize>::new();
    let mut copies = BTreeMap::new();
    for index in by_id {
        let text = told(&articles[index]).collect();
        let first = *first_of.entry(text).or_insert(index);
        if first != index {
            copies.insert(index, first);
        }
    }
    copies
}

/// The words of an article, furniture left out.
fn told(article: &Article) -> impl Iterator<Item = String> {
    let blocks = article.blocks.iter();
    let told = blocks.filter(|block| block.role != Role::Boilerplate);
    told.map(|block| lines::key(block.span.of(&article.text)))
}

fn body(article: &Article) -> impl Iterator<Item = (usize, &str)> {
    let is_body = |(_, block): &(usize, &Block)| block.role == Role::Body;
    article
        .blocks
        .iter()
        .enumerate()
        .filter(is_body)
        .map(|(index, block)| (index, block.span.of(&article.text)))
}

/// A copy's paragraphs repeat with the whole article, which tells nothing.
fn repeated_furniture(articles: &mut [Article], copies: &BTreeMap<usize, usize>) {
    let mut everywhere = BTreeMap::<String, usize>::new();
    let mut in_outlet = BTreeMap::<(String, String), usize>::new();
    for (_, article) in articles
        .iter()
        .enumerate()
        .filter(|(index, _)| !copies.contains_key(index))
    {
        let lines: BTreeSet<String> = candidates(article).map(|(_, key)| key).collect();
        for line in lines {
            if let Some(outlet) = &article.outlet {
                *in_outlet.entry((outlet.clone(), line.clone())).or_default() += 1;
            }
            *everywhere.entry(line).or_default() += 1;
        }
    }
    let known = known_furniture(articles);
    for article in articles.iter_mut() {
        let outlet = article.outlet.clone();
        let repeats = |line: &String| {
            let in_outlet = outlet
                .as_ref()
                .and_then(|outlet| in_outlet.get(&(outlet.clone(), line.clone())));
            begins_furniture(&known, line)
                || everywhere.get(line).is_some_and(|count| *count >= IN_ALL)
                || in_outlet.is_some_and(|count| *count >= IN_ONE_OUTLET)
        };
        let found: Vec<usize> = candidates(article)
            .filter(|(_, line)| repeats(line))
            .map(|(index, _)| index)
            .collect();
        found
            .into_iter()
            .for_each(|index| article.blocks[index].role = Role::Boilerplate);
    }
}

/// The lines that were told as furniture in some article.
fn known_furniture(articles: &[Article]) -> BTreeSet<String> {
    let blocks = articles
        .iter()
        .flat_map(|article| article.blocks.iter().map(move |block| (article, block)));
    let furniture = blocks.filter(|(_, block)| block.role == Role::Boilerplate);
    furniture
        .map(|(article, block)| lines::key(block.span.of(&article.text)))
        .collect()
}

/// Whether another article's furniture begins with this line: a form's text, or a promotion that
/// has more to it there.
fn begins_furniture(known: &BTreeSet<String>, line: &str) -> bool {
    let next = known.range(line.to_owned()..).next();
    line.split(' ').count() >= FEWEST_WORDS && next.is_some_and(|next| next.starts_with(line))
}

/// Paragraphs that would be furniture if they repeated: short ones, and longer ones at the edges.
/// What bears a quotation never is: outlets repeat quotations, that is what the folder is for.
fn candidates(article: &Article) -> impl Iterator<Item = (usize, String)> {
    let count = article.blocks.len();
    body(article)
        .filter(move |(index, line)| {
            let at_edge = *index < EDGE || index + EDGE >= count;
            !line.contains(is_quotation_mark) && (line.len() <= SHORT || at_edge)
        })
        .map(|(index, line)| (index, lines::key(line)))
        .filter(|(_, key)| !key.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::read;

    fn folder(files: &[(&str, &str)]) -> Vec<Article> {
        files
            .iter()
            .filter_map(|(id, text)| read(id, id, text.as_bytes()).article)
            .collect()
    }

    fn roles(article: &Article) -> Vec<Role> {
        article.blocks.iter().map(|block| block.role).collect()
    }

    const NOTE: &str = "The Harbour Post belongs to the people of Lindhaven and to nobody else.";

    #[test]
    fn what_repeats_in_one_outlet_is_furniture() {
        let story = |words: &str| {
            format!(
                "{words} was her theme. The mayor spoke for an hour.\n\n“We go,” she said then.\n\n{NOTE}"
            )
        };
        let (a, b, c) = (
            story("Fishing"),
            story("The harbour"),
            story("The sea wall"),
        );
        let mut articles = folder(&[("nyt_1.txt", &a), ("nyt_2.txt", &b), ("bbc.txt", &c)]);
        let cautions = settle(&mut articles);
        for article in &articles {
            assert_eq!(
                roles(article),
                [Role::Body, Role::Body, Role::Boilerplate],
                "{}",
                article.id
            );
        }
        assert!(
            cautions
                .iter()
                .all(|caution| caution.code == ProblemCode::NoDate)
        );
        assert_eq!(articles[0].outlet.as_deref(), Some("The New York Times"));
    }

    #[test]
    fn a_copy_is_told_once_and_takes_nothing_away() {
        let text = format!(
            "The mayor spoke of the harbour. It was Monday.\n\n“We go,” she said then.\n\n{NOTE}"
        );
        let copy = format!("  {text}\n");
        let mut articles = folder(&[("nyt_b.txt", &copy), ("nyt_a.txt", &text)]);
        let cautions = settle(&mut articles);
        let same: Vec<&Problem> = cautions
            .iter()
            .filter(|caution| caution.code == ProblemCode::SameText)
            .collect();
        assert_eq!(same.len(), 1);
        assert_eq!(
            (same[0].path.as_str(), same[0].detail.as_deref()),
            ("nyt_b.txt", Some("nyt_a.txt"))
        );
        assert!(
            articles
                .iter()
                .all(|article| roles(article).iter().all(|role| *role == Role::Body))
        );
    }

    #[test]
    fn an_unknown_outlet_stays_unknown() {
        let mut articles = folder(&[(
            "event/000_af16.txt",
            "The mayor spoke on Monday about the harbour again.",
        )]);
        let codes: Vec<ProblemCode> = settle(&mut articles)
            .iter()
            .map(|caution| caution.code)
            .collect();
        assert_eq!(codes, [ProblemCode::NoDate, ProblemCode::NoOutlet]);
        assert_eq!(articles[0].outlet, None);
    }
}
