//! Stretches that change as a whole or not at all: brackets, numbers of several words, words joined
//! by hyphens, dots in the place of words, and pointers like "the next day".

use std::ops::Range;

use super::pieces::{Field, Kind, Piece};
use crate::collation::numbers::is_number_word;
use crate::collation::pointers::pointer;
use crate::collation::words::Word;

/// An editor's bracket is short; a longer one is text.
const LONGEST_BRACKET: usize = 12;

/// So many full stops in a row are no full stops.
const DOTS: usize = 3;

/// Merges the pieces of every bound stretch that holds a change.
pub fn bind(pieces: Vec<Piece>, field: &Field) -> Vec<Piece> {
    let a: Vec<&Word> = (0..field.a_len()).map(|at| field.a(at)).collect();
    let b: Vec<&Word> = (0..field.b_len()).map(|at| field.b(at)).collect();
    let pieces = bind_side(pieces, field, &stretches(&a), |piece| piece.a.clone());
    bind_side(pieces, field, &stretches(&b), |piece| piece.b.clone())
}

fn bind_side(
    pieces: Vec<Piece>,
    field: &Field,
    stretches: &[Range<usize>],
    side: impl Fn(&Piece) -> Range<usize>,
) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut stretches = stretches.iter().peekable();
    let mut rest = pieces.into_iter().peekable();
    while let Some(first) = rest.next() {
        while stretches
            .next_if(|stretch| stretch.end <= side(&first).start)
            .is_some()
        {}
        let Some(stretch) = stretches
            .peek()
            .filter(|stretch| stretch.start < side(&first).end)
        else {
            out.push(first);
            continue;
        };
        let mut group = vec![first];
        while let Some(piece) = rest.next_if(|piece| side(piece).start < stretch.end) {
            group.push(piece);
        }
        push_bound(&mut out, group, field);
    }
    out
}

fn push_bound(out: &mut Vec<Piece>, group: Vec<Piece>, field: &Field) {
    let a = group[0].a.start..group[group.len() - 1].a.end;
    let b = group[0].b.start..group[group.len() - 1].b.end;
    let changed = group.iter().any(|piece| piece.kind.is_change());
    if group.len() == 1 || !changed || !field.unbroken(&a, &b) {
        out.extend(group);
        return;
    }
    let kind = match (a.is_empty(), b.is_empty()) {
        (false, true) => Kind::Gone,
        (true, false) => Kind::New,
        _ => Kind::Phrase,
    };
    out.push(Piece { kind, a, b });
}

/// Ascending and disjoint.
fn stretches(words: &[&Word]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let pointer = pointer(rest).map_or(0, |(len, _)| len);
        let dots = rest.iter().take_while(|word| word.normal == ".").count();
        let dots = if dots >= DOTS { dots } else { 0 };
        let len = dots
            .max(bracket(rest))
            .max(number(rest))
            .max(compound(rest))
            .max(pointer);
        if len > 1 {
            out.push(at..at + len);
        }
        at += len.max(1);
    }
    out
}

/// Tokens of the bracket that opens here.
fn bracket(words: &[&Word]) -> usize {
    let closing = match words[0].normal.as_str() {
        "[" => "]",
        "(" => ")",
        _ => return 0,
    };
    let within = words.iter().take(LONGEST_BRACKET + 2);
    within
        .clone()
        .position(|word| word.normal == closing)
        .map_or(0, |at| at + 1)
}

/// Tokens of the number that begins here: "forty-one", "2.5 million".
fn number(words: &[&Word]) -> usize {
    let part = |word: &Word| word.number || is_number_word(&word.normal);
    if !part(words[0]) {
        return 0;
    }
    let mut len = 1;
    loop {
        match words[len..] {
            [next, ..] if part(next) => len += 1,
            [joint, next, ..] if matches!(&joint.normal[..], "-" | "and") && part(next) => len += 2,
            _ => return len,
        }
    }
}

/// Tokens of the hyphenated word that begins here.
fn compound(words: &[&Word]) -> usize {
    let mut len = 0;
    while let [word, ref rest @ ..] = words[len..] {
        if word.mark {
            break;
        }
        len += 1;
        match rest {
            [hyphen, next, ..] if hyphen.hyphen && !next.mark => len += 1,
            _ => break,
        }
    }
    len
}
