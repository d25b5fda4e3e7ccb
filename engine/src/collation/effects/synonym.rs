//! Another word for the same thing, where it is known what words mean.

use std::ops::Range;

use super::Difference;
use crate::collation::words::Word;
use crate::collation::{Effect, Note};

/// Word for word, each pair is one word or shares a sense.
pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let versions = difference.versions;
    let a = places(&versions.a, &difference.a);
    let b = places(&versions.b, &difference.b);
    if a.is_empty() || a.len() != b.len() {
        return None;
    }
    let mut synonyms = 0;
    for (i, j) in a.into_iter().zip(b) {
        if versions.a[i].same_stem(&versions.b[j]) {
            continue;
        }
        if !versions.are_synonyms(i, j) {
            return None;
        }
        synonyms += 1;
    }
    (synonyms > 0).then_some((Effect::Synonym, Note::Synonym))
}

fn places(words: &[Word], range: &Range<usize>) -> Vec<usize> {
    range.clone().filter(|at| !words[*at].mark).collect()
}
