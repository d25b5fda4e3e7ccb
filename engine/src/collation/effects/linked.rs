//! What is known of two versions as wholes: which words of a version the other has too, where its
//! words begin and end, and how often it denies.

use std::ops::Range;

use super::negation::negations;
use crate::collation::alignment::Link;
use crate::collation::words::{Versions, Word};
use crate::work::step;

/// Which tokens have a counterpart of their own: a word on the other side that has no closer one.
pub struct Linked {
    pub a: Vec<bool>,
    pub b: Vec<bool>,
    /// From the first word to the last, without the marks before and after.
    pub spoken: (Range<usize>, Range<usize>),
    /// As many negations has the one as the other.
    pub deny_alike: bool,
}

impl Linked {
    pub fn new(links: &[Link], versions: &Versions) -> Self {
        let mut best_a = vec![(0.0, 0); versions.a.len()];
        let mut best_b = vec![(0.0, 0); versions.b.len()];
        for link in links {
            let same = versions.a[link.a].same_form(&versions.b[link.b]);
            let closeness = link.probability + f32::from(same);
            if closeness > best_a[link.a].0 {
                best_a[link.a] = (closeness, link.b);
            }
            if closeness > best_b[link.b].0 {
                best_b[link.b] = (closeness, link.a);
            }
        }
        let mut linked = Self {
            a: vec![false; versions.a.len()],
            b: vec![false; versions.b.len()],
            spoken: (spoken(&versions.a), spoken(&versions.b)),
            deny_alike: negations(&versions.a) == negations(&versions.b),
        };
        step(links.len());
        for link in links {
            linked.a[link.a] |= best_b[link.b].1 == link.a;
            linked.b[link.b] |= best_a[link.a].1 == link.b;
        }
        linked
    }
}

/// An empty range at the end where there are only marks.
fn spoken(words: &[Word]) -> Range<usize> {
    let is_word = |word: &Word| !word.mark;
    let start = words.iter().position(is_word).unwrap_or(words.len());
    start
        ..words
            .iter()
            .rposition(is_word)
            .map_or(start, |last| last + 1)
}
