//! A quotation remembered, over a whole folder: its quotations and all other text.

use std::collections::HashSet;

use super::{Entry, Index};
use crate::article::Role;
use crate::folder::{Folder, Place};
use crate::quotation::Kind;
use crate::text::{Span, normal_form};

/// The paragraphs of a folder's articles, made ready to be searched. Belongs to one folder.
pub struct Remembered {
    index: Index,
    /// Article and block of each entry.
    paragraphs: Vec<(u32, u32)>,
}

/// Where something like the words stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Index into the folder's articles.
    pub article: u32,
    /// Index into that article's blocks.
    pub block: u32,
    /// The stretch that is most like the words, in bytes of the article's text.
    pub stretch: Span,
    /// 0–1.
    pub score: f32,
    /// The quotation in which most of the stretch stands.
    pub quotation: Option<Place>,
    /// The utterance of which that is a version: an index into the folder's.
    pub utterance: Option<usize>,
}

/// Hits looked through for those that tell the same.
const LOOKED_THROUGH: usize = 200;

impl Remembered {
    pub fn new(folder: &Folder) -> Self {
        let articles = folder.articles.iter().zip(0..);
        let paragraphs: Vec<(u32, u32)> = articles
            .flat_map(|(article, number)| {
                let blocks = article.blocks.iter().zip(0..);
                let texts = blocks.filter(|(block, _)| is_text(block.role));
                texts.map(move |(_, block)| (number, block))
            })
            .collect();
        let entries = paragraphs.iter().map(|at| entry(folder, *at));
        Self {
            index: Index::new(entries),
            paragraphs,
        }
    }

    /// What is most like the words, best first, at most `most`. An utterance is told once, by the
    /// version that is most like them, and so is a stretch that several articles print alike.
    /// `is_stopped` is asked often; once it is true nothing is found.
    pub fn find(
        &mut self,
        folder: &Folder,
        words: &str,
        most: usize,
        is_stopped: &dyn Fn() -> bool,
    ) -> Vec<Found> {
        let paragraphs = &self.paragraphs;
        let text = |number: usize| entry(folder, paragraphs[number]);
        let hits = self.index.search(words, LOOKED_THROUGH, text, is_stopped);
        let mut found: Vec<Found> = hits
            .into_iter()
            .map(|hit| {
                let (article, block) = self.paragraphs[hit.entry];
                let start = folder.articles[article as usize].blocks[block as usize]
                    .span
                    .start;
                let stretch = Span::new(hit.stretch.start + start, hit.stretch.end + start);
                let quotation = quotation(folder, article, stretch);
                Found {
                    article,
                    block,
                    stretch,
                    score: hit.score,
                    quotation,
                    utterance: quotation.and_then(|at| folder.utterance_of.get(&at).copied()),
                }
            })
            .collect();
        // Of two that are equally alike, what was said comes before what was written.
        found.sort_by(|one, other| {
            let by_score = other.score.total_cmp(&one.score);
            by_score.then(one.quotation.is_none().cmp(&other.quotation.is_none()))
        });
        told_once(folder, &mut found);
        found.truncate(most);
        found
    }
}

fn is_text(role: Role) -> bool {
    matches!(
        role,
        Role::Title | Role::Heading | Role::Body | Role::Caption
    )
}

fn entry(folder: &Folder, (article, block): (u32, u32)) -> Entry<'_> {
    let article = &folder.articles[article as usize];
    Entry {
        text: article.blocks[block as usize].span.of(&article.text),
        language: &article.language,
    }
}

/// The quotation that holds most of a stretch, and at least half of it. Of two that hold as much,
/// one of which other outlets have versions comes first, then the shorter.
fn quotation(folder: &Folder, article: u32, stretch: Span) -> Option<Place> {
    let quotations = folder.quotations[article as usize].iter().zip(0..);
    let holding = quotations.filter_map(|(one, number)| {
        let held: usize = one.spans.iter().map(|span| shared(*span, stretch)).sum();
        let speaks = one.kind != Kind::Term && held * 2 >= stretch.end - stretch.start && held > 0;
        let length: usize = one.spans.iter().map(|span| span.end - span.start).sum();
        let place = Place {
            article,
            quotation: number,
        };
        let has_versions = folder.utterance_of.contains_key(&place);
        speaks.then_some((held, has_versions, std::cmp::Reverse(length), place))
    });
    holding.max().map(|(.., place)| place)
}

fn shared(one: Span, other: Span) -> usize {
    let (start, end) = (one.start.max(other.start), one.end.min(other.end));
    end.saturating_sub(start)
}

fn told_once(folder: &Folder, found: &mut Vec<Found>) {
    let mut utterances = HashSet::new();
    let mut texts = HashSet::new();
    found.retain(|one| match one.utterance {
        Some(utterance) => utterances.insert(utterance),
        None => {
            let text = &folder.articles[one.article as usize].text;
            texts.insert(normal_form(one.stretch.of(text)))
        }
    });
}
