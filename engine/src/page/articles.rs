//! The articles of a folder, and two of them whole, side by side, joined by passages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::catalogue::Catalogue;
use super::marked::{self, Mark, strong_marks};
use super::pieces::SideText;
use super::{ArticlePage, ChangeLine, article_page};
use crate::article::{Article, Role};
use crate::collation::Effect;
use crate::folder::{Folder, Place, collate};
use crate::passage::Passage;
use crate::quotation::Kind;
use crate::text::Span;

/// Which articles, in which order, and which stretch of that list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ArticleQuery {
    /// Words that the article, its title or its outlet must contain; empty for all.
    pub search: String,
    pub outlet: Option<String>,
    /// Newest first, else by outlet.
    pub newest_first: bool,
    pub offset: u32,
    pub limit: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ArticleList {
    pub total: u32,
    pub offset: u32,
    pub items: Vec<ArticleItem>,
    /// Every outlet of the folder, by name.
    pub outlets: Vec<String>,
}

/// One article in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ArticleItem {
    pub article: String,
    pub path: String,
    /// The outlet, or the path where none is known.
    pub outlet: String,
    pub title: Option<String>,
    pub published: Option<String>,
    pub language: String,
    pub quotations: u32,
    /// Utterances of it that other articles carry too.
    pub shared: u32,
}

/// Two articles whole, and what corresponds in them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ArticlePair {
    pub left: ArticlePage,
    pub right: ArticlePage,
    /// Changes of meaning between what both quote; runs refer to them.
    pub changes: Vec<ChangeLine>,
    /// In the order of the left article.
    pub passages: Vec<PassageLink>,
    /// Body paragraphs without a counterpart.
    pub left_alone: u32,
    pub right_alone: u32,
}

/// Paragraphs of the left and of the right article about the same thing: indices into
/// `paragraphs`, both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PassageLink {
    pub left: [u32; 2],
    pub right: [u32; 2],
    /// It stands in another order than its neighbours.
    pub moved: bool,
    /// 0–1.
    pub similarity: f32,
    /// The utterance whose versions stand in both, to be opened from the ribbon.
    pub utterance: Option<String>,
    /// Strong effects between these versions.
    pub effects: Vec<Effect>,
}

pub fn articles(folder: &Folder, catalogue: &Catalogue, query: &ArticleQuery) -> ArticleList {
    let texts = catalogue.articles(folder, &query.search);
    let mut matching: Vec<usize> = (0..folder.articles.len())
        .filter(|&index| {
            query.outlet.is_none() || query.outlet.as_deref() == Some(outlet(folder, index))
        })
        .filter(|&index| texts.as_ref().is_none_or(|texts| texts.has(index)))
        .collect();
    matching.sort_by_key(|&index| {
        let published = folder.articles[index].published.as_deref();
        let undated = published.is_none();
        let date = Reverse(published.filter(|_| query.newest_first));
        (
            query.newest_first && undated,
            date,
            outlet(folder, index),
            index,
        )
    });
    let stretch = matching
        .iter()
        .skip(query.offset as usize)
        .take(query.limit as usize);
    ArticleList {
        total: matching.len() as u32,
        offset: query.offset,
        items: stretch.map(|&index| item(folder, index)).collect(),
        outlets: catalogue.outlets.clone(),
    }
}

fn outlet(folder: &Folder, index: usize) -> &str {
    folder.outlet_name(index as u32)
}

fn item(folder: &Folder, index: usize) -> ArticleItem {
    let article = &folder.articles[index];
    let quotations = &folder.quotations[index];
    let shared: BTreeSet<usize> = (0..quotations.len())
        .filter_map(|number| folder.utterance_of.get(&place(index, number)).copied())
        .collect();
    ArticleItem {
        article: article.id.clone(),
        path: article.path.clone(),
        outlet: outlet(folder, index).to_owned(),
        title: article.title.clone(),
        published: article.published.clone(),
        language: article.language.clone(),
        quotations: quotations
            .iter()
            .filter(|one| one.kind != Kind::Term)
            .count() as u32,
        shared: shared.len() as u32,
    }
}

fn place(article: usize, quotation: usize) -> Place {
    Place {
        article: article as u32,
        quotation: quotation as u32,
    }
}

/// Two articles side by side. `None` where one of the ids is unknown.
pub fn article_pair(folder: &Folder, left: &str, right: &str) -> Option<ArticlePair> {
    let (a, b) = (folder.article_index(left)?, folder.article_index(right)?);
    let mut passages: Vec<PassageLink> = folder
        .passages
        .iter()
        .filter_map(|passage| link(folder, passage, a, b))
        .collect();
    let mut shared = Shared::default();
    shared_utterances(folder, a, b, &mut shared);
    passages.extend(shared.links);
    let mut passages = merged(passages);
    mark_moved(&mut passages);
    let alone = |index: usize, of: fn(&PassageLink) -> [u32; 2]| {
        let covered: BTreeSet<u32> = passages
            .iter()
            .flat_map(|link| of(link)[0]..=of(link)[1])
            .collect();
        let body = folder.articles[index].blocks.iter().enumerate();
        body.filter(|(number, block)| {
            block.role == Role::Body && !covered.contains(&(*number as u32))
        })
        .count() as u32
    };
    let page = |index: usize, marks| {
        let article = &folder.articles[index];
        let mut page = article_page(folder, &article.id)?;
        marked::draw(&mut page, article, marks);
        Some(page)
    };
    let [left_marks, right_marks] = shared.marks;
    Some(ArticlePair {
        left: page(a, left_marks)?,
        right: page(b, right_marks)?,
        changes: shared.changes,
        left_alone: alone(a, |link| link.left),
        right_alone: alone(b, |link| link.right),
        passages,
    })
}

fn link(folder: &Folder, passage: &Passage, a: usize, b: usize) -> Option<PassageLink> {
    let (left, right) = match (passage.a, passage.b) {
        ((one, left), (other, right)) if (one, other) == (a, b) => (left, right),
        ((one, right), (other, left)) if (one, other) == (b, a) => (left, right),
        _ => return None,
    };
    Some(PassageLink {
        left: paragraphs(&folder.articles[a], left)?,
        right: paragraphs(&folder.articles[b], right)?,
        moved: false,
        similarity: passage.similarity,
        utterance: None,
        effects: Vec::new(),
    })
}

/// What the versions tell that stand in both articles.
#[derive(Default)]
struct Shared {
    links: Vec<PassageLink>,
    changes: Vec<ChangeLine>,
    /// Of the left and of the right article.
    marks: [Vec<Mark>; 2],
}

/// Paragraphs that hold versions of one utterance correspond, however they word it.
fn shared_utterances(folder: &Folder, a: usize, b: usize, shared: &mut Shared) {
    let mut left: BTreeMap<usize, Place> = BTreeMap::new();
    for number in 0..folder.quotations[a].len() {
        if let Some(&utterance) = folder.utterance_of.get(&place(a, number)) {
            left.entry(utterance).or_insert(place(a, number));
        }
    }
    for number in 0..folder.quotations[b].len() {
        let right = place(b, number);
        let utterance = folder.utterance_of.get(&right).copied();
        let found = utterance.and_then(|index| Some((index, left.remove(&index)?)));
        if let Some((index, left)) = found {
            take_versions(folder, index, (left, right), shared);
        }
    }
}

fn take_versions(
    folder: &Folder,
    utterance: usize,
    (left, right): (Place, Place),
    shared: &mut Shared,
) {
    let blocks = |place: Place| {
        let spans = &folder.quotation_at(place).spans;
        let whole = Span::new(spans.first()?.start, spans.last()?.end);
        paragraphs(folder.article_at(place), whole)
    };
    let (Some(left_blocks), Some(right_blocks)) = (blocks(left), blocks(right)) else {
        return;
    };
    let sides = (SideText::new(folder, left), SideText::new(folder, right));
    let collation = collate(&sides.0.compared, &sides.1.compared);
    let first = shared.changes.len();
    let marks = strong_marks(&collation, (&sides.0, &sides.1), &mut shared.changes);
    for (all, more) in shared.marks.iter_mut().zip(marks) {
        all.extend(more);
    }
    let strong: BTreeSet<Effect> = shared.changes[first..]
        .iter()
        .map(|change| change.effect)
        .collect();
    shared.links.push(PassageLink {
        left: left_blocks,
        right: right_blocks,
        moved: false,
        similarity: collation.similarity,
        utterance: Some(folder.utterances[utterance].id.clone()),
        effects: strong.into_iter().collect(),
    });
}

/// The blocks that a span touches, first and last.
fn paragraphs(article: &Article, span: Span) -> Option<[u32; 2]> {
    let touched = |block: &crate::article::Block| block.span.overlaps(span);
    let first = article.blocks.iter().position(touched)?;
    let last = article.blocks.iter().rposition(touched)?;
    Some([first as u32, last as u32])
}

/// Links between the same paragraphs become one.
fn merged(links: Vec<PassageLink>) -> Vec<PassageLink> {
    let mut by_place: BTreeMap<([u32; 2], [u32; 2]), PassageLink> = BTreeMap::new();
    for link in links {
        match by_place.entry((link.left, link.right)) {
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(link);
            }
            std::collections::btree_map::Entry::Occupied(mut entry) => {
                let one = entry.get_mut();
                one.similarity = one.similarity.max(link.similarity);
                one.utterance = one.utterance.take().or(link.utterance);
                one.effects.extend(link.effects);
                one.effects.sort();
                one.effects.dedup();
            }
        }
    }
    by_place.into_values().collect()
}

/// What does not lie on the longest chain that ascends on both sides has moved.
fn mark_moved(links: &mut [PassageLink]) {
    let mut longest = vec![1u32; links.len()];
    let mut before = vec![None; links.len()];
    for index in 0..links.len() {
        for earlier in 0..index {
            let ascends = links[earlier].right[0] <= links[index].right[0];
            if ascends && longest[earlier] + 1 > longest[index] {
                longest[index] = longest[earlier] + 1;
                before[index] = Some(earlier);
            }
        }
    }
    let mut next = (0..links.len()).max_by_key(|&index| (longest[index], Reverse(index)));
    let mut chain = BTreeSet::new();
    while let Some(index) = next {
        chain.insert(index);
        next = before[index];
    }
    for (index, link) in links.iter_mut().enumerate() {
        link.moved = !chain.contains(&index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(left: u32, right: u32) -> PassageLink {
        PassageLink {
            left: [left, left],
            right: [right, right],
            moved: false,
            similarity: 0.5,
            utterance: None,
            effects: Vec::new(),
        }
    }

    #[test]
    fn what_crosses_the_chain_has_moved() {
        let mut links = [at(0, 3), at(1, 0), at(2, 1), at(3, 2)];
        mark_moved(&mut links);
        assert_eq!(links.map(|link| link.moved), [true, false, false, false]);
    }

    #[test]
    fn the_same_paragraphs_are_joined_once() {
        let mut twice = at(0, 1);
        twice.utterance = Some("u:1".to_owned());
        let links = merged(vec![at(0, 1), twice, at(1, 1)]);
        assert_eq!(links.len(), 2);
        assert_eq!(links[0].utterance.as_deref(), Some("u:1"));
    }
}
