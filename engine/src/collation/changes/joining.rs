//! Joins neighbouring pieces into phrases.

use super::pieces::{Field, Kind, Piece};
use crate::collation::words::{Class, Word, holds_dots};

/// Passes over the pieces; each can only make fewer of them.
const PASSES: usize = 4;
/// A cut and an insertion side by side are one substitution up to this many words each …
const LONGEST_SWAP: usize = 5;
/// … and if neither is more than so many times the other.
const SWAP_RATIO: usize = 3;
/// Unlinked words that a phrase takes in.
const PHRASE_TAKES: usize = 3;
/// Unlinked function words that a sure pair takes in.
const PAIR_TAKES: usize = 2;

pub fn join(mut pieces: Vec<Piece>, field: &Field) -> Vec<Piece> {
    for _ in 0..PASSES {
        let before = pieces.len();
        pieces = pass(pieces, field);
        if pieces.len() == before {
            break;
        }
    }
    pieces
}

fn pass(pieces: Vec<Piece>, field: &Field) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        out.push(piece);
        while join_last(&mut out, field) {}
    }
    out
}

/// Joins the last two pieces, or the last three, if a rule says so.
fn join_last(pieces: &mut Vec<Piece>, field: &Field) -> bool {
    let (count, kind) = match pieces[..] {
        [.., ref x, ref y] if let Some(kind) = two(x, y, field) => (2, kind),
        [.., ref x, ref island, ref y] if three(x, island, y, field) => (3, Kind::Phrase),
        _ => return false,
    };
    let first = &pieces[pieces.len() - count];
    let last = &pieces[pieces.len() - 1];
    let (a, b) = (first.a.start..last.a.end, first.b.start..last.b.end);
    if !field.unbroken(&a, &b) {
        return false;
    }
    pieces.truncate(pieces.len() - count);
    pieces.push(Piece { kind, a, b });
    true
}

/// What two neighbours become together, if anything.
fn two(x: &Piece, y: &Piece, field: &Field) -> Option<Kind> {
    use Kind::{Gone, Marks, New, Pair, Phrase};
    let (len_x, len_y) = (field.words(x).count(), field.words(y).count());
    match (x.kind, y.kind) {
        (Phrase, Phrase) => Some(Phrase),
        (Gone, Gone) => Some(Gone),
        (New, New) => Some(New),
        (Gone, New) | (New, Gone) => swap(x, y, field).then_some(Phrase),
        (Phrase, Gone | New) => (len_y <= PHRASE_TAKES).then_some(Phrase),
        (Gone | New, Phrase) => (len_x <= PHRASE_TAKES).then_some(Phrase),
        (Pair, Gone | New) => (len_y <= PAIR_TAKES && all_function(y, field)).then_some(Phrase),
        (Gone | New, Pair) => (len_x <= PAIR_TAKES && all_function(x, field)).then_some(Phrase),
        (Marks, Marks) => Some(Marks),
        (Gone | New, Marks) => beside_marks(x, y, field),
        (Marks, Gone | New) => beside_marks(y, x, field),
        _ => None,
    }
}

/// A cut and an insertion that stand for each other.
fn swap(x: &Piece, y: &Piece, field: &Field) -> bool {
    let (x_len, y_len) = (field.words(x).count(), field.words(y).count());
    let (short, long) = (x_len.min(y_len), x_len.max(y_len));
    long <= LONGEST_SWAP
        && long <= SWAP_RATIO * short
        && all_function(x, field) == all_function(y, field)
}

/// Words that are gone take the marks gone with them (", however,"); and dots that stand in the
/// place of words belong to the cut.
fn beside_marks(words: &Piece, marks: &Piece, field: &Field) -> Option<Kind> {
    let (only_a, only_b) = (marks.b.is_empty(), marks.a.is_empty());
    match words.kind {
        Kind::Gone if only_a => Some(Kind::Gone),
        Kind::New if only_b => Some(Kind::New),
        _ => holds_dots(field.words(marks)).then_some(Kind::Phrase),
    }
}

/// A single function word between two changes belongs to them.
fn three(x: &Piece, island: &Piece, y: &Piece, field: &Field) -> bool {
    let loose = |piece: &Piece| piece.kind == Kind::Phrase || piece.kind.one_sided();
    let holds_phrase = x.kind == Kind::Phrase || y.kind == Kind::Phrase;
    island.kind == Kind::Equal
        && loose(x)
        && loose(y)
        && holds_phrase
        && field
            .words_a(island)
            .all(|word| word.is_function() && !word.classes.has(Class::Negation))
}

fn all_function(piece: &Piece, field: &Field) -> bool {
    field.words(piece).all(Word::is_function)
}
