//! The exact part: equal stretches in equal order, by `similar` over the ids of our own tokens.

use similar::{Algorithm, DiffOp};

use super::words::Word;

/// A stretch of `len` tokens that have one normal form on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub a: usize,
    pub b: usize,
    pub len: usize,
}

/// Ascending on both sides. `similar`'s Myers bounds its search by the size of the input, not by
/// the clock, so that the answer is the same everywhere.
pub fn equal_runs(a: &[Word], b: &[Word]) -> Vec<Run> {
    let ids = |words: &[Word]| words.iter().map(|word| word.form).collect::<Vec<u32>>();
    similar::capture_diff_slices(Algorithm::Myers, &ids(a), &ids(b))
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
