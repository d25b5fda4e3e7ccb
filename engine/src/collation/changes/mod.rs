//! From links to changes that read like a careful editor's: whole phrases, marks apart.

mod bound;
mod joining;
mod loose;
mod pieces;
mod skeleton;

use std::ops::Range;

use super::ChangeKind;
use super::alignment::Link;
use super::moves::{Order, order, order_within};
use super::words::Versions;
use crate::pace::Asked;
use pieces::{Field, Kind, Piece, pieces};

/// A change before its effect is known. Ranges are token indices.
#[derive(Debug, Clone, PartialEq)]
pub struct Bare {
    pub kind: ChangeKind,
    pub a: Range<usize>,
    pub b: Range<usize>,
    /// Inside a moved stretch.
    pub in_move: bool,
}

/// All changes in reading order; a move stands before what it contains. `told`: one side is told
/// in an outlet's own voice.
/// Nothing where it is not wanted any more.
pub fn changes(
    links: &[Link],
    versions: &Versions,
    told: bool,
    asked: Asked<'_>,
) -> Option<Vec<Bare>> {
    let order = order(links, versions);
    let mut out = Vec::new();
    let a = outside(order.moves.iter().map(|m| &m.a), versions.a.len());
    let b = outside(order.moves.iter().map(|m| &m.b), versions.b.len());
    in_field(&Field::new(versions, a, b), (&order, told), &mut out, asked)?;
    for moved in &order.moves {
        out.push(Bare {
            kind: ChangeKind::Move,
            a: moved.a.clone(),
            b: moved.b.clone(),
            in_move: false,
        });
        let field = Field::new(
            versions,
            moved.a.clone().collect(),
            moved.b.clone().collect(),
        );
        let outside = out.len();
        let within = order_within(&moved.links, versions);
        in_field(&field, (&within, told), &mut out, asked)?;
        out[outside..]
            .iter_mut()
            .for_each(|change| change.in_move = true);
    }
    out.sort_by_key(|change| {
        (
            change.a.start,
            change.b.start,
            change.kind != ChangeKind::Move,
        )
    });
    Some(out)
}

/// The tokens of a version that lie in none of these ranges.
fn outside<'r>(ranges: impl Iterator<Item = &'r Range<usize>>, len: usize) -> Vec<usize> {
    let mut moved = vec![false; len];
    ranges.for_each(|range| moved[range.clone()].fill(true));
    (0..len).filter(|at| !moved[*at]).collect()
}

fn in_field(
    field: &Field,
    (order, told): (&Order, bool),
    out: &mut Vec<Bare>,
    asked: Asked<'_>,
) -> Option<()> {
    let found = pieces(field, order);
    asked.goes_on()?;
    let bound = bound::bind(found, field);
    asked.goes_on()?;
    let mut joined = joining::join(bound, field, asked)?;
    if told {
        joined = loose::part(joined, field, order);
    }
    for piece in joined {
        if piece.kind != Kind::Equal {
            out.extend(field.changes_of(&piece));
        }
    }
    Some(())
}

impl Field<'_> {
    /// One change; or, where a moved stretch lies inside, one for each part around it.
    fn changes_of(&self, piece: &Piece) -> Vec<Bare> {
        let (a, b) = (self.stretches_a(piece), self.stretches_b(piece));
        if let ([a], [b]) = (&a[..], &b[..]) {
            return vec![Bare {
                kind: kind_of(a, b),
                a: a.clone(),
                b: b.clone(),
                in_move: false,
            }];
        }
        let (at_a, at_b) = (a[0].start, b[0].start);
        let gone = a
            .into_iter()
            .filter(|a| !a.is_empty())
            .map(|a| (a, at_b..at_b));
        let new = b
            .into_iter()
            .filter(|b| !b.is_empty())
            .map(|b| (at_a..at_a, b));
        gone.chain(new)
            .map(|(a, b)| Bare {
                kind: kind_of(&a, &b),
                a,
                b,
                in_move: false,
            })
            .collect()
    }
}

fn kind_of(a: &Range<usize>, b: &Range<usize>) -> ChangeKind {
    match (a.is_empty(), b.is_empty()) {
        (true, _) => ChangeKind::Insertion,
        (_, true) => ChangeKind::Deletion,
        _ => ChangeKind::Substitution,
    }
}
