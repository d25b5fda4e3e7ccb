//! Word alignment: a probability that two words stand for each other, for every pair of words.
//!
//! Three logistic stages over planes of evidence. The first sees the words and their places; the
//! second and third see the probabilities of the stage before: of the neighbours, of the rivals in
//! row and column, and of the anchors around the gap that a pair lies in. Every plane is symmetric
//! in the two versions, so that swapping them transposes the result. `tools/align-train` fits the
//! weights.

mod acronyms;
mod classes;
mod context;
mod decode;
mod gaps;
mod grid;
mod joins;
mod lexical;
mod meaning;
mod slide;
mod stages;
mod support;
mod surroundings;

use super::words::{Versions, Word};
use crate::pace::Asked;

pub use decode::{Link, decode};
pub use grid::Grid;
pub use lexical::{Lexical, lexical};
pub use stages::{STAGES, around, logistic, probabilities};

/// Takes the planes of evidence one by one: the stages weigh them, the training program keeps them.
pub trait Evidence {
    fn add(&mut self, name: &'static str, plane: &Grid);

    /// A plane whose cells are products of a number of the row and one of the column.
    fn add_product(&mut self, name: &'static str, rows: &[f32], cols: &[f32]) {
        let cell = |i: usize, j: usize| rows[i] * cols[j];
        self.add(name, &Grid::from_fn(rows.len(), cols.len(), cell));
    }
}

/// The links of two versions, ascending by `a`, then `b`. Exchanging the versions turns every link
/// round and changes nothing else: sums are rounded in one order, whichever side comes first.
pub fn align(versions: &Versions) -> Vec<Link> {
    align_while(versions, Asked::never()).unwrap_or_default()
}

/// The same as long as it is wanted; nothing once it is not.
pub fn align_while(versions: &Versions, asked: Asked<'_>) -> Option<Vec<Link>> {
    let forms = |words: &[Word]| {
        words
            .iter()
            .map(|word| word.normal.clone())
            .collect::<Vec<_>>()
    };
    let (forms_a, forms_b) = (forms(&versions.a), forms(&versions.b));
    if forms_a == forms_b {
        let same = (0..forms_a.len()).map(|at| Link {
            a: at,
            b: at,
            probability: 1.0,
        });
        return Some(same.collect());
    }
    if forms_a < forms_b {
        return in_this_order(versions, asked);
    }
    let turn = |link: Link| Link {
        a: link.b,
        b: link.a,
        ..link
    };
    let mut links: Vec<Link> = in_this_order(&versions.turned(), asked)?
        .into_iter()
        .map(turn)
        .collect();
    links.sort_by_key(|link| (link.a, link.b));
    Some(links)
}

fn in_this_order(versions: &Versions, asked: Asked<'_>) -> Option<Vec<Link>> {
    let probability = stages::probabilities_while(versions, asked)?;
    let mut links = decode(&probability, &versions.a, &versions.b);
    support::keep_supported(&mut links, &probability, versions);
    decode::one_copy(&mut links, &versions.a, &versions.b);
    slide::slide(&mut links, &versions.a, &versions.b);
    Some(links)
}
