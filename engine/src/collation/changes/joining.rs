//! Joins neighbouring pieces into phrases.

use std::ops::Range;

use super::pieces::{Field, Kind, Piece};
use crate::collation::words::{Class, Word, holds_dots};
use crate::pace::Asked;
use crate::work::step;

/// Passes over the pieces; each can only make fewer of them.
const PASSES: usize = 4;
/// A cut and an insertion side by side are one substitution up to this many words each …
const LONGEST_SWAP: usize = 8;
/// … and if neither has more than so many times the other's content words.
const SWAP_RATIO: usize = 3;
/// Unlinked words that a phrase takes in.
const PHRASE_TAKES: usize = 4;
/// Unlinked function words that a sure pair takes in.
const PAIR_TAKES: usize = 2;

/// Pieces that are joined between two questions whether that is still wanted.
const AT_ONCE: usize = 1024;

/// Nothing where it is not wanted any more.
pub fn join(mut pieces: Vec<Piece>, field: &Field, asked: Asked<'_>) -> Option<Vec<Piece>> {
    for _ in 0..PASSES {
        let before = pieces.len();
        pieces = pass(pieces, field, asked)?;
        if pieces.len() == before {
            break;
        }
    }
    let trimmed = pieces.into_iter().flat_map(|piece| trimmed(piece, field));
    Some(trimmed.collect())
}

/// A phrase without the marks at its edges that only one side has, and those marks.
fn trimmed(piece: Piece, field: &Field) -> Vec<Piece> {
    if piece.kind != Kind::Phrase || piece.a.is_empty() || piece.b.is_empty() {
        return vec![piece];
    }
    if field
        .words(&piece)
        .any(|word| word.classes.has(Class::Bracket))
        || holds_dots(field.words(&piece))
    {
        return vec![piece];
    }
    let (mut a, mut b) = (piece.a.clone(), piece.b.clone());
    let speaks =
        |side: &Range<usize>, word: &dyn Fn(usize) -> bool| side.clone().any(|at| !word(at));
    let (mark_a, mark_b) = (|at: usize| field.a(at).mark, |at: usize| field.b(at).mark);
    if !speaks(&a, &mark_a) || !speaks(&b, &mark_b) {
        return vec![piece];
    }
    while mark_a(a.start) {
        a.start += 1;
    }
    while mark_b(b.start) {
        b.start += 1;
    }
    while mark_a(a.end - 1) {
        a.end -= 1;
    }
    while mark_b(b.end - 1) {
        b.end -= 1;
    }
    let marks = |a: Range<usize>, b: Range<usize>| Piece {
        kind: Kind::Marks,
        a,
        b,
    };
    let parts = [
        marks(piece.a.start..a.start, piece.b.start..b.start),
        Piece {
            kind: Kind::Phrase,
            a: a.clone(),
            b: b.clone(),
        },
        marks(a.end..piece.a.end, b.end..piece.b.end),
    ];
    parts
        .into_iter()
        .filter(|part| !part.a.is_empty() || !part.b.is_empty())
        .collect()
}

fn pass(pieces: Vec<Piece>, field: &Field, asked: Asked<'_>) -> Option<Vec<Piece>> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.into_iter().enumerate() {
        asked.goes_on_at(at, AT_ONCE)?;
        out.push(piece);
        while join_last(&mut out, field) {}
    }
    Some(out)
}

/// Pieces grow to this many tokens of both sides together: nobody reads a longer change as one,
/// and looking at every piece again stays cheap.
const LONGEST_PIECE: usize = 500;

/// Joins the last two pieces, or the last three, if a rule says so.
fn join_last(pieces: &mut Vec<Piece>, field: &Field) -> bool {
    let size: usize = pieces
        .iter()
        .rev()
        .take(2)
        .map(|piece| piece.a.len() + piece.b.len())
        .sum();
    if size > LONGEST_PIECE {
        return false;
    }
    step(size);
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
    let len = |piece: &Piece| field.words(piece).filter(|word| !word.mark).count();
    let (len_x, len_y) = (len(x), len(y));
    if joins_dots(x, y, field) || joins_bracket(x, y, field) || joins_bracket(y, x, field) {
        return Some(Phrase);
    }
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

/// Dots stand in the place of what is missing beside them.
fn joins_dots(x: &Piece, y: &Piece, field: &Field) -> bool {
    let open = |kind| !matches!(kind, Kind::Equal | Kind::Pair);
    let dots = |piece: &Piece| holds_dots(field.words(piece));
    open(x.kind) && open(y.kind) && (dots(x) || dots(y))
}

/// An editor's square bracket stands in the place of the words missing beside it.
fn joins_bracket(words: &Piece, bracket: &Piece, field: &Field) -> bool {
    let square = |mut side: std::slice::Iter<&Word>| side.next().is_some_and(|w| w.normal == "[");
    let (a, b): (Vec<&Word>, Vec<&Word>) = (
        field.words_a(bracket).collect(),
        field.words_b(bracket).collect(),
    );
    let few = field.words(words).count() <= LONGEST_SWAP;
    few && match (words.kind, bracket.kind) {
        (Kind::Gone, Kind::New) => square(b.iter()),
        (Kind::New, Kind::Gone) => square(a.iter()),
        _ => false,
    }
}

/// A cut and an insertion that stand for each other.
fn swap(x: &Piece, y: &Piece, field: &Field) -> bool {
    let (of_function_x, of_function_y) = (all_function(x, field), all_function(y, field));
    let size = |piece: &Piece| {
        let counted = |word: &&Word| of_function_x || word.is_content();
        field.words(piece).filter(counted).count()
    };
    let (short, long) = (size(x).min(size(y)), size(x).max(size(y)));
    field.words(x).count().max(field.words(y).count()) <= LONGEST_SWAP
        && long <= SWAP_RATIO * short
        && of_function_x == of_function_y
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
    let loose = |piece: &Piece| {
        let few = || field.words(piece).count() <= PAIR_TAKES;
        piece.kind == Kind::Phrase || piece.kind.one_sided() && few()
    };
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
    let mut words = field.words(piece).filter(|word| !word.mark);
    words.all(Word::is_function)
}
