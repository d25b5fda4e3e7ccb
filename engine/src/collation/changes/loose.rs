//! Phrases that stand in one place and have nothing in common: an outlet that tells in its own
//! voice left one out and put the other in.

use super::pieces::{Field, Kind, Piece};
use crate::collation::alignment::Link;
use crate::collation::moves::Order;
use crate::collation::words::{Class, Word, holds_dots};

/// Fewer content words on the longer side are a wording of their own: "the conflict" for "Kestria
/// being drawn into it".
const LONG: usize = 4;
/// Of content words that surely stand for each other.
const SURE: f32 = 0.6;

/// Phrases apart where they are long and share nothing.
pub fn part(pieces: Vec<Piece>, field: &Field, order: &Order) -> Vec<Piece> {
    let shared = field.places(&order.chain);
    let parted = pieces.into_iter().flat_map(|piece| {
        if is_loose(&piece, field, &shared) {
            let gone = Piece {
                kind: Kind::Gone,
                a: piece.a.clone(),
                b: piece.b.start..piece.b.start,
            };
            let new = Piece {
                kind: Kind::New,
                a: piece.a.end..piece.a.end,
                b: piece.b,
            };
            vec![gone, new]
        } else {
            vec![piece]
        }
    });
    parted.collect()
}

fn is_loose(piece: &Piece, field: &Field, links: &[Link]) -> bool {
    let content = |words: &mut dyn Iterator<Item = &Word>| words.filter(|w| w.is_content()).count();
    let (a, b) = (
        content(&mut field.words_a(piece)),
        content(&mut field.words_b(piece)),
    );
    let from = links.partition_point(|link| link.a < piece.a.start);
    let mut inside = links[from..]
        .iter()
        .take_while(|link| link.a < piece.a.end)
        .filter(|link| piece.b.contains(&link.b));
    let shares = |link: &Link| {
        let (x, y) = (field.a(link.a), field.b(link.b));
        x.is_content() && y.is_content() && (x.same_stem(y) || link.probability >= SURE)
    };
    // Dots and an editor's bracket stand for words that they share nothing with.
    let edited = holds_dots(field.words(piece))
        || field
            .words(piece)
            .any(|word| word.classes.has(Class::Bracket));
    piece.kind == Kind::Phrase && !edited && a.min(b) > 0 && a.max(b) >= LONG && !inside.any(shares)
}
