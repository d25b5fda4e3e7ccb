//! How far a moved stretch reaches.

use std::ops::Range;

use super::blocks::Block;
use crate::collation::alignment::Link;
use crate::collation::words::{Versions, Word};

/// The whole clause, from mark to mark, where no word of the chain is in it; else the linked words
/// and the unlinked function words before them.
pub fn bounds(block: &Block, chain: &[Link], versions: &Versions) -> (Range<usize>, Range<usize>) {
    let a = side(&versions.a, &block.a, |at| {
        chain.iter().any(|link| link.a == at)
    });
    let b = side(&versions.b, &block.b, |at| {
        chain.iter().any(|link| link.b == at)
    });
    (a, b)
}

fn side(words: &[Word], linked: &Range<usize>, stays: impl Fn(usize) -> bool) -> Range<usize> {
    let clause = clause(words, linked);
    let outside = (clause.start..linked.start).chain(linked.end..clause.end);
    if !outside.into_iter().any(&stays) {
        return clause;
    }
    let (mut start, mut end) = (linked.start, linked.end);
    while start > clause.start && !stays(start - 1) && words[start - 1].is_function() {
        start -= 1;
    }
    while end > start + 1 && words[end - 1].mark {
        end -= 1;
    }
    while start + 1 < end && words[start].mark {
        start += 1;
    }
    start..end
}

fn clause(words: &[Word], linked: &Range<usize>) -> Range<usize> {
    let first = words[..linked.start]
        .iter()
        .rposition(|word| word.mark)
        .map_or(0, |at| at + 1);
    let rest = words[linked.end..].iter().position(|word| word.mark);
    first..rest.map_or(words.len(), |at| linked.end + at)
}
