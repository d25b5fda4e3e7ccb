//! A folder once more, after files of it were added, changed or removed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Folder, Place, Sources, Watch, open::open_after};
use crate::article::Article;
use crate::problem::Problem;

/// A folder as it is now, and what is new in it. Paths are those shown to people, in order.
#[derive(Debug)]
pub struct Renewal {
    pub folder: Folder,
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    /// Files that could be read before, or were not there, and cannot be read now.
    pub failed: Vec<Problem>,
    /// Ids of quotations and utterances that are others now, because something before them in
    /// their article is; and what they are.
    pub followed: BTreeMap<String, String>,
}

/// Reads a folder once more. The outcome is the same as that of opening it anew, but files that
/// are what they were are not read again, nor their quotations sought again, nor utterances
/// compared again whose versions are what they were. Nothing where nothing has changed, or where
/// the work was stopped.
pub fn renew(
    before: &Folder,
    sources: &dyn Sources,
    problems: Vec<Problem>,
    watch: &dyn Watch,
) -> Option<Renewal> {
    let folder = open_after(
        Some(before),
        before.known.clone(),
        &before.name,
        sources,
        problems,
        watch,
    );
    if folder.stopped.is_some() {
        return None;
    }
    let renewal = Renewal {
        added: missing(&folder, before),
        removed: missing(before, &folder),
        changed: changed(before, &folder),
        failed: failed(before, &folder),
        followed: followed(before, &folder),
        folder,
    };
    let is_same = renewal.added.is_empty()
        && renewal.removed.is_empty()
        && renewal.changed.is_empty()
        && renewal.folder.problems == before.problems;
    (!is_same).then_some(renewal)
}

/// Articles of one that the other lacks.
fn missing(of: &Folder, from: &Folder) -> Vec<String> {
    let articles = of.articles.iter().map(|article| -> &Article { article });
    articles
        .filter(|article| from.article_index(&article.id).is_none())
        .map(|article| article.path.clone())
        .collect()
}

fn changed(before: &Folder, after: &Folder) -> Vec<String> {
    let articles = after.articles.iter().map(|article| -> &Article { article });
    articles
        .filter(|article| before.article_index(&article.id).is_some())
        .filter(|article| {
            let hash = |folder: &Folder| {
                let file = folder.memory.files.get(&article.id);
                file.and_then(|file| file.hash)
            };
            hash(before) != hash(after)
        })
        .map(|article| article.path.clone())
        .collect()
}

fn failed(before: &Folder, after: &Folder) -> Vec<Problem> {
    let known: BTreeSet<(&str, &str)> = before
        .problems
        .iter()
        .map(|problem| (problem.path.as_str(), problem.message.as_str()))
        .collect();
    let new = after
        .problems
        .iter()
        .filter(|problem| !known.contains(&(problem.path.as_str(), problem.message.as_str())));
    new.cloned().collect()
}

fn followed(before: &Folder, after: &Folder) -> BTreeMap<String, String> {
    let mut followed = BTreeMap::new();
    let mut now_at = HashMap::new();
    for (index, article) in before.articles.iter().enumerate() {
        let Some(now) = after.article_index(&article.id) else {
            continue;
        };
        if before.quotation_ids[index] == after.quotation_ids[now] {
            continue;
        }
        for (was, is) in same_words((before, index), (after, now)) {
            let ids = (before.id_at(was), after.id_at(is));
            now_at.insert(was, is);
            if ids.0 != ids.1 {
                followed.insert(ids.0.to_owned(), ids.1.to_owned());
            }
        }
    }
    for utterance in &before.utterances {
        if after.utterance(&utterance.id).is_some() {
            continue;
        }
        let versions = utterance.versions.iter();
        let mut now = versions.filter_map(|version| {
            let place = now_at.get(&version.place).copied();
            place.or_else(|| after.place_of(before.id_at(version.place)))
        });
        if let Some(index) = now.find_map(|place| after.utterance_of.get(&place)) {
            let is = after.utterances[*index].id.clone();
            followed.insert(utterance.id.clone(), is);
        }
    }
    followed
}

/// Quotations of one article, as it was and as it is, that have the same words: the first the
/// first, the second the second.
fn same_words(was: (&Folder, usize), is: (&Folder, usize)) -> Vec<(Place, Place)> {
    let places = |(folder, article): (&Folder, usize)| {
        let count = folder.quotations[article].len();
        (0..count).map(move |quotation| Place {
            article: article as u32,
            quotation: quotation as u32,
        })
    };
    let mut by_words: HashMap<String, Vec<Place>> = HashMap::new();
    for place in places(is).rev() {
        by_words.entry(is.0.text_at(place)).or_default().push(place);
    }
    places(was)
        .filter_map(|place| {
            let now = by_words.get_mut(&was.0.text_at(place))?.pop()?;
            Some((place, now))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::folder::{Source, Unwatched, open};

    struct Texts(Vec<Source>, Vec<&'static str>);

    impl Sources for Texts {
        fn list(&self) -> &[Source] {
            &self.0
        }

        fn load(&self, index: usize) -> Result<Vec<u8>, Problem> {
            Ok(self.1[index].as_bytes().to_vec())
        }
    }

    fn folder(texts: &[(&str, &'static str)]) -> Texts {
        let source = |(path, _): &(&str, &str)| Source {
            id: (*path).to_owned(),
            path: (*path).to_owned(),
        };
        Texts(
            texts.iter().map(source).collect(),
            texts.iter().map(|(_, text)| *text).collect(),
        )
    }

    #[test]
    fn quotations_are_sought_again_only_where_the_text_is_another() {
        const GATES: &str = "“The gates stay shut until spring comes,” said Ines Dorath.";
        const WALL: &str = "“The east wall is sound enough for us,” said Tomas Wehl.";
        const WEST: &str = "“The west wall is sound enough for us,” said Tomas Wehl.";
        let before = open(
            "test",
            &folder(&[("a.txt", GATES), ("b.txt", WALL)]),
            Vec::new(),
            &Unwatched,
        );
        let after = folder(&[("a.txt", GATES), ("b.txt", WEST)]);
        let after = renew(&before, &after, Vec::new(), &Unwatched).expect("one has changed");
        let kept = |id: &str| {
            let of = |folder: &Folder| folder.memory.files[id].quotations.clone();
            let (one, other) = (of(&before), of(&after.folder));
            Arc::ptr_eq(&one.expect("sought"), &other.expect("sought"))
        };
        assert!(kept("a.txt"));
        assert!(!kept("b.txt"));
    }
}
