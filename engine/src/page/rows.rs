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

/// Where the sentences of one side stand among the rows.
pub struct Shown(Vec<(Span, usize)>);

impl Shown {
    pub fn left(rows: &[RowSpans]) -> Self {
        Self::of(rows.iter().map(|row| row.left))
    }

    pub fn right(rows: &[RowSpans]) -> Self {
        Self::of(rows.iter().map(|row| row.right))
    }

    fn of(spans: impl Iterator<Item = Option<Span>>) -> Self {
        let numbered = spans.enumerate();
        Self(
            numbered
                .filter_map(|(row, span)| Some((span?, row)))
                .collect(),
        )
    }

    /// The row in which a range of tokens begins; none of an empty one.
    pub fn row_of(&self, text: &SideText<'_>, range: &Range<u32>) -> Option<usize> {
        let tokens = text.compared.tokens.get(range.start as usize);
        let first = tokens.filter(|_| !range.is_empty())?.span;
        let at = self.0.partition_point(|(span, _)| span.end < first.end);
        let (span, row) = self.0.get(at)?;
        span.contains(first).then_some(*row)
    }
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
    let (rows, columns) = (left.units.len(), right.units.len());
    let aligned = if rows.saturating_mul(columns) <= LARGEST_GRID {
        let all = Field {
            rows: 0..rows,
            columns: 0..columns,
        };
        align(
            &weights(&linked(left, right, collation), &all),
            rows,
            columns,
        )
    } else {
        align_in_blocks(&linked(left, right, collation), rows, columns)
    };
    aligned
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

/// Pairs of sentences that are looked at one by one at most; only versions too long to be aligned
/// word by word have more.
const LARGEST_GRID: usize = 1 << 20;
/// Sentences of the left side that are aligned at once where there are more.
const BLOCK: usize = 128;

/// Sentences of both sides that are aligned with each other.
struct Field {
    rows: Range<usize>,
    columns: Range<usize>,
}

/// The sentences in which linked words stand, a pair a link, in the order of the left side.
fn linked(left: &SideText<'_>, right: &SideText<'_>, collation: &Collation) -> Vec<(usize, usize)> {
    let sentences = |(a, b): &(u32, u32)| {
        let one = left.compared.tokens[*a as usize];
        let other = right.compared.tokens[*b as usize];
        let is_word = one.class != TokenClass::Mark;
        is_word.then(|| Some((left.unit_of(one.span)?, right.unit_of(other.span)?)))?
    };
    collation.links.iter().filter_map(sentences).collect()
}

/// Links between words of each pair of sentences, one list a row of the field.
fn weights(linked: &[(usize, usize)], field: &Field) -> Vec<Vec<f32>> {
    let mut weights = vec![vec![0.0; field.columns.len()]; field.rows.len()];
    for (row, column) in linked {
        if field.rows.contains(row) && field.columns.contains(column) {
            weights[row - field.rows.start][column - field.columns.start] += 1.0;
        }
    }
    weights
}

/// So many sentences of the left side after the other, each time with those of the right up to the
/// last that is linked with them. The links of such long versions cross nowhere.
fn align_in_blocks(
    linked: &[(usize, usize)],
    rows: usize,
    columns: usize,
) -> Vec<(Range<usize>, Range<usize>)> {
    let mut aligned = Vec::new();
    let (mut rest, mut column) = (linked, 0);
    for start in (0..rows).step_by(BLOCK) {
        let end = (start + BLOCK).min(rows);
        let (own, later) = rest.split_at(rest.partition_point(|(row, _)| *row < end));
        let last = own.iter().map(|(_, column)| column + 1).max();
        let until = match last {
            _ if end == rows => columns,
            Some(last) => last.max(column),
            None => column,
        };
        let field = Field {
            rows: start..end,
            columns: column..until,
        };
        let pairs = align(&weights(own, &field), field.rows.len(), field.columns.len());
        let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        aligned.extend(
            pairs
                .into_iter()
                .map(|(a, b)| (moved(a, start), moved(b, column))),
        );
        (rest, column) = (later, until);
    }
    aligned
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
