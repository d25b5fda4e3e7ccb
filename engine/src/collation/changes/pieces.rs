//! Cuts two token sequences into minimal closed pieces: no link leads out of a piece.

use std::ops::Range;

use crate::collation::alignment::Link;
use crate::collation::moves::Order;
use crate::collation::words::{Versions, Word};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One token each, the same as written.
    Equal,
    /// One word each, or a contraction and its parts: surely one for the other.
    Pair,
    /// Words for words.
    Phrase,
    /// Words of `a` alone.
    Gone,
    /// Words of `b` alone.
    New,
    /// Marks only, on one side or both.
    Marks,
}

impl Kind {
    pub fn is_change(self) -> bool {
        self != Self::Equal
    }

    pub fn one_sided(self) -> bool {
        matches!(self, Self::Gone | Self::New)
    }
}

/// Ranges are positions in the field, not token indices.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub kind: Kind,
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// The tokens that are compared: a version without its moved stretches, or one such stretch.
pub struct Field<'v> {
    versions: &'v Versions,
    /// Token indices, ascending.
    a: Vec<usize>,
    b: Vec<usize>,
}

impl<'v> Field<'v> {
    pub fn new(versions: &'v Versions, a: Vec<usize>, b: Vec<usize>) -> Self {
        Self { versions, a, b }
    }

    pub fn a_len(&self) -> usize {
        self.a.len()
    }

    pub fn b_len(&self) -> usize {
        self.b.len()
    }

    pub fn a(&self, at: usize) -> &'v Word {
        &self.versions.a[self.a[at]]
    }

    pub fn b(&self, at: usize) -> &'v Word {
        &self.versions.b[self.b[at]]
    }

    pub fn words_a(&self, piece: &Piece) -> impl Iterator<Item = &'v Word> {
        self.a[piece.a.clone()]
            .iter()
            .map(|at| &self.versions.a[*at])
    }

    pub fn words_b(&self, piece: &Piece) -> impl Iterator<Item = &'v Word> {
        self.b[piece.b.clone()]
            .iter()
            .map(|at| &self.versions.b[*at])
    }

    pub fn words(&self, piece: &Piece) -> impl Iterator<Item = &'v Word> {
        self.words_a(piece).chain(self.words_b(piece))
    }

    /// Unbroken token ranges of the piece in `a`; one empty range if it has no words there.
    pub fn stretches_a(&self, piece: &Piece) -> Vec<Range<usize>> {
        stretches(&self.a, &piece.a)
    }

    pub fn stretches_b(&self, piece: &Piece) -> Vec<Range<usize>> {
        stretches(&self.b, &piece.b)
    }

    /// Whether no moved stretch lies inside.
    pub fn unbroken(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        stretches(&self.a, a).len() == 1 && stretches(&self.b, b).len() == 1
    }
}

fn stretches(tokens: &[usize], positions: &Range<usize>) -> Vec<Range<usize>> {
    if positions.is_empty() {
        let at = match positions.start.checked_sub(1) {
            Some(before) => tokens[before] + 1,
            None => tokens.first().copied().unwrap_or(0),
        };
        return std::iter::once(at..at).collect();
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    for at in &tokens[positions.clone()] {
        match out.last_mut() {
            Some(last) if last.end == *at => last.end += 1,
            _ => out.push(*at..at + 1),
        }
    }
    out
}

/// A single link from this probability makes a sure pair.
const SURE: f32 = 0.6;

pub fn pieces(field: &Field, order: &Order) -> Vec<Piece> {
    let links = field.places(&super::skeleton::skeleton(order, field.versions));
    let mut out = Vec::new();
    let (mut a, mut b) = (0, 0);
    for (of, probability) in closed(&links) {
        push_unlinked(&mut out, field, a..of.0.start, b..of.1.start);
        push_linked(&mut out, field, of.0.clone(), of.1.clone(), probability);
        (a, b) = (of.0.end, of.1.end);
    }
    push_unlinked(&mut out, field, a..field.a_len(), b..field.b_len());
    out
}

impl Field<'_> {
    /// The links between tokens of the field, as positions.
    pub fn places(&self, links: &[Link]) -> Vec<Link> {
        let place = |tokens: &[usize], token| tokens.binary_search(&token).ok();
        let inside = |link: &Link| {
            let (a, b) = (place(&self.a, link.a)?, place(&self.b, link.b)?);
            Some(Link {
                a,
                b,
                probability: link.probability,
            })
        };
        links.iter().filter_map(inside).collect()
    }
}

type Closed = ((Range<usize>, Range<usize>), f32);

/// The smallest groups of links that no other link crosses, each with its least probability.
fn closed(links: &[Link]) -> Vec<Closed> {
    let mut least_after = vec![usize::MAX; links.len() + 1];
    for (at, link) in links.iter().enumerate().rev() {
        least_after[at] = least_after[at + 1].min(link.b);
    }
    let mut out: Vec<Closed> = Vec::new();
    let mut open: Option<Closed> = None;
    for (at, link) in links.iter().enumerate() {
        let ((a, b), probability) = open
            .take()
            .unwrap_or(((link.a..0, link.b..0), f32::INFINITY));
        let a = a.start..a.end.max(link.a + 1);
        let b = b.start.min(link.b)..b.end.max(link.b + 1);
        let group = ((a, b), probability.min(link.probability));
        let next_a = links.get(at + 1).map_or(usize::MAX, |next| next.a);
        if group.0.0.end <= next_a && group.0.1.end <= least_after[at + 1] {
            out.push(group);
        } else {
            open = Some(group);
        }
    }
    out
}

/// Unlinked stretches: words and marks apart.
fn push_unlinked(out: &mut Vec<Piece>, field: &Field, a: Range<usize>, b: Range<usize>) {
    let by_mark = |range: Range<usize>, mark: &dyn Fn(usize) -> bool| {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in range {
            match runs.last_mut() {
                Some(run) if mark(at) == mark(run.start) => run.end += 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    };
    for run in by_mark(a.clone(), &|at| field.a(at).mark) {
        let kind = if field.a(run.start).mark {
            Kind::Marks
        } else {
            Kind::Gone
        };
        out.push(Piece {
            kind,
            a: run,
            b: b.start..b.start,
        });
    }
    for run in by_mark(b, &|at| field.b(at).mark) {
        let kind = if field.b(run.start).mark {
            Kind::Marks
        } else {
            Kind::New
        };
        out.push(Piece {
            kind,
            a: a.end..a.end,
            b: run,
        });
    }
}

fn push_linked(
    out: &mut Vec<Piece>,
    field: &Field,
    a: Range<usize>,
    b: Range<usize>,
    probability: f32,
) {
    let alike = |same: &dyn Fn(&Word, &Word) -> bool| {
        a.len() == b.len()
            && a.clone()
                .zip(b.clone())
                .all(|(i, j)| same(field.a(i), field.b(j)))
    };
    if alike(&|x, y| x.written == y.written) {
        let pairs = a.clone().zip(b.clone());
        out.extend(pairs.map(|(i, j)| Piece {
            kind: Kind::Equal,
            a: i..i + 1,
            b: j..j + 1,
        }));
        return;
    }
    let all_marks = a.clone().all(|i| field.a(i).mark) && b.clone().all(|j| field.b(j).mark);
    let one = a.len() == 1 && b.len() == 1;
    let kind = if all_marks {
        Kind::Marks
    } else if one && sure(field.a(a.start), field.b(b.start), probability)
        || contracted(field, &a, &b)
    {
        Kind::Pair
    } else {
        Kind::Phrase
    };
    out.push(Piece { kind, a, b });
}

/// Function words pair for sure only with their own forms: "of" for "during" is part of a phrase.
fn sure(x: &Word, y: &Word, probability: f32) -> bool {
    x.same_stem(y) || probability >= SURE && x.is_content() && y.is_content()
}

/// "has not" and "hasn't".
fn contracted(field: &Field, a: &Range<usize>, b: &Range<usize>) -> bool {
    let parts_a = a.clone().flat_map(|at| &field.a(at).parts);
    let parts_b = b.clone().flat_map(|at| &field.b(at).parts);
    parts_a.eq(parts_b)
}
