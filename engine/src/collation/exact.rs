//! The exact part: equal stretches in equal order, by `similar` over the ids of our own tokens.

use std::hash::{Hash, Hasher};

use similar::{Algorithm, DiffOp};

use super::alignment::Link;
use super::anchors;
use super::words::{Versions, Word};
use crate::pace::Asked;
use crate::work::step;

/// A stretch of `len` tokens that have one normal form on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub a: usize,
    pub b: usize,
    pub len: usize,
}

/// A normal form by its number; comparing two is a step of work.
#[derive(Debug, Clone, Copy, Eq, PartialOrd, Ord)]
pub struct Id(u32);

impl PartialEq for Id {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        step(1);
        self.0 == other.0
    }
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// Ascending on both sides; nothing where it is not wanted any more.
pub fn equal_runs(a: &[Word], b: &[Word], asked: Asked<'_>) -> Option<Vec<Run>> {
    let ids = |words: &[Word]| words.iter().map(|word| Id(word.form)).collect::<Vec<Id>>();
    let (a, b) = (ids(a), ids(b));
    if a.len() + b.len() <= anchors::SEARCHED_AT_ONCE {
        Some(search(&a, &b))
    } else {
        anchors::equal_runs(&a, &b, asked)
    }
}

/// `similar`'s Myers bounds its search by the size of the input, not by the clock, so that the
/// answer is the same everywhere.
pub fn search(a: &[Id], b: &[Id]) -> Vec<Run> {
    similar::capture_diff_slices(Algorithm::Myers, a, b)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => Some(Run {
                a: old_index,
                b: new_index,
                len,
            }),
            _ => None,
        })
        .collect()
}

/// A run of this many equal words is as sure as any longer one.
const SURE_RUN: usize = 5;

impl Run {
    /// 0–1: how sure it is that the stretch is one and the same: by its length.
    pub fn certainty(&self) -> f32 {
        self.len.min(SURE_RUN) as f32 / SURE_RUN as f32
    }
}

/// The words of the equal stretches, one to one; nothing where it is not wanted any more.
pub fn links(versions: &Versions, asked: Asked<'_>) -> Option<Vec<Link>> {
    let of_run = |run: Run| {
        (0..run.len).map(move |step| Link {
            a: run.a + step,
            b: run.b + step,
            probability: run.certainty(),
        })
    };
    let runs = equal_runs(&versions.a, &versions.b, asked)?;
    Some(runs.into_iter().flat_map(of_run).collect())
}
