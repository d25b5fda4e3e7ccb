//! Which sentences stand beside which: a row holds a sentence of the left side and what stands
//! for it on the right.

use std::ops::Range;

use super::pieces::SideText;
use crate::collation::Collation;
use crate::text::{Span, TokenClass};

/// One row as stretches of the two articles.
pub struct RowSpans {
    pub left: Option<Span>,
    pub right: Option<Span>,
}

impl RowSpans {
    pub fn left_has(&self, text: &SideText<'_>, range: &Range<u32>) -> bool {
        has(self.left, text, range)
    }

    pub fn right_has(&self, text: &SideText<'_>, range: &Range<u32>) -> bool {
        has(self.right, text, range)
    }
}

fn has(span: Option<Span>, text: &SideText<'_>, range: &Range<u32>) -> bool {
    let first = text
        .compared
        .tokens
        .get(range.start as usize)
        .filter(|_| !range.is_empty());
    first
        .zip(span)
        .is_some_and(|(token, span)| span.contains(token.span))
}

/// Aligns the sentences of two sides in their order, by the words that they share. A sentence may
/// stand beside two or three; one without a counterpart stands alone.
pub fn rows(
    left: &SideText<'_>,
    right: Option<&SideText<'_>>,
    collation: &Collation,
) -> Vec<RowSpans> {
    let Some(right) = right else {
        let alone = |unit: &Span| RowSpans {
            left: Some(*unit),
            right: None,
        };
        return left.units.iter().map(alone).collect();
    };
    let weights = weights(left, right, collation);
    align(&weights, left.units.len(), right.units.len())
        .into_iter()
        .map(|(a, b)| RowSpans {
            left: joined(&left.units, &a),
            right: joined(&right.units, &b),
        })
        .collect()
}

fn joined(units: &[Span], range: &Range<usize>) -> Option<Span> {
    let units = &units[range.clone()];
    Some(Span::new(units.first()?.start, units.last()?.end))
}

/// Links between words of each pair of sentences, `left.units.len()` rows.
fn weights(left: &SideText<'_>, right: &SideText<'_>, collation: &Collation) -> Vec<Vec<f32>> {
    let mut weights = vec![vec![0.0; right.units.len()]; left.units.len()];
    for &(a, b) in &collation.links {
        let (one, other) = (
            left.compared.tokens[a as usize],
            right.compared.tokens[b as usize],
        );
        if one.class == TokenClass::Mark {
            continue;
        }
        if let (Some(row), Some(column)) = (left.unit_of(one.span), right.unit_of(other.span)) {
            weights[row][column] += 1.0;
        }
    }
    weights
}

/// Sentences that may stand together in one row, left × right.
const SHAPES: [(usize, usize); 7] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 0), (0, 1)];
/// What each sentence beyond one a side must bring in shared words: rows stay short.
const JOINING_COST: f32 = 1.5;

fn align(weights: &[Vec<f32>], rows: usize, columns: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let width = columns + 1;
    let mut best = vec![f32::NEG_INFINITY; (rows + 1) * width];
    let mut step = vec![(0, 0); (rows + 1) * width];
    best[0] = 0.0;
    for a in 0..=rows {
        for b in 0..=columns {
            for (down, across) in SHAPES {
                if down > a || across > b {
                    continue;
                }
                let before = best[(a - down) * width + b - across];
                let score = before + gain(weights, a - down..a, b - across..b);
                if score > best[a * width + b] {
                    best[a * width + b] = score;
                    step[a * width + b] = (down, across);
                }
            }
        }
    }
    let (mut a, mut b) = (rows, columns);
    let mut found = Vec::new();
    while a > 0 || b > 0 {
        let (down, across) = step[a * width + b];
        found.push((a - down..a, b - across..b));
        (a, b) = (a - down, b - across);
    }
    found.reverse();
    found
}

fn gain(weights: &[Vec<f32>], a: Range<usize>, b: Range<usize>) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared: f32 = a
        .clone()
        .map(|row| weights[row][b.clone()].iter().sum::<f32>())
        .sum();
    // Two sentences without a shared word stand apart.
    if shared == 0.0 {
        return -1.0;
    }
    shared - JOINING_COST * (a.len() + b.len() - 2) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_a_counterpart_stands_alone() {
        let weights = vec![vec![4.0, 0.0], vec![0.0, 0.0], vec![0.0, 3.0]];
        assert_eq!(
            align(&weights, 3, 2),
            [(0..1, 0..1), (1..2, 1..1), (2..3, 1..2)]
        );
    }

    #[test]
    fn one_sentence_may_stand_beside_two() {
        let weights = vec![vec![4.0, 5.0], vec![0.0, 0.0]];
        assert_eq!(align(&weights, 2, 2)[0], (0..1, 0..2));
    }

    #[test]
    fn every_sentence_stands_in_one_row() {
        let weights = vec![vec![0.0; 3]; 4];
        let found = align(&weights, 4, 3);
        let left: usize = found.iter().map(|(a, _)| a.len()).sum();
        let right: usize = found.iter().map(|(_, b)| b.len()).sum();
        assert_eq!((left, right), (4, 3));
    }
}
