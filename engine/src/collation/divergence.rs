//! How far two versions lie apart, for the list of utterances.

use super::{Change, ChangeKind, Collation, Effect, Weight};

/// What a change costs for itself, beside its words: a strong one counts however short it is.
const STRONG: f32 = 3.0;
/// What a token of a change costs by the change's weight; a moved token costs as a slight one.
const STRONG_TOKEN: f32 = 1.0;
const MIDDLE_TOKEN: f32 = 0.6;
/// A cut that is shown, words outside the stretch that a fragment prints, an editor's bracket.
const OPEN_TOKEN: f32 = 0.3;
const SLIGHT_TOKEN: f32 = 0.15;
const TYPOGRAPHY_TOKEN: f32 = 0.03;

/// 0 (the same words) to 1 (nothing in common): the sum of the changes' costs by the mean number
/// of tokens of the two versions, 1 at most. A change costs its longer side's tokens times the
/// price of its effect's weight, a strong one three tokens more.
pub fn divergence(collation: &Collation, a_len: usize, b_len: usize) -> f32 {
    let tokens = (a_len + b_len) as f32 / 2.0;
    if tokens == 0.0 {
        return 0.0;
    }
    let cost: f32 = collation.changes.iter().map(cost).sum();
    (cost / tokens).min(1.0)
}

fn cost(change: &Change) -> f32 {
    let tokens = change.a.len().max(change.b.len()) as f32;
    if change.kind == ChangeKind::Move {
        return SLIGHT_TOKEN * tokens;
    }
    match change.effect.weight() {
        Weight::Strong => STRONG + STRONG_TOKEN * tokens,
        Weight::Middle if is_open(change.effect) => OPEN_TOKEN * tokens,
        Weight::Middle => MIDDLE_TOKEN * tokens,
        Weight::Slight if change.effect == Effect::Typography => TYPOGRAPHY_TOKEN * tokens,
        Weight::Slight => SLIGHT_TOKEN * tokens,
    }
}

/// Openly edited: the reader is told, or can see it.
fn is_open(effect: Effect) -> bool {
    matches!(effect, Effect::Elision | Effect::Truncation | Effect::Gloss)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation::{SideNature, collate};

    fn between(a: &str, b: &str) -> f32 {
        let marked = SideNature {
            marked: true,
            reported: false,
        };
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
        divergence(&collate(&a, &b, (marked, marked)), a.len(), b.len())
    }

    #[test]
    fn a_lost_not_outweighs_ten_commas() {
        let said = "we will not open the old gates before the winter is over";
        let opposite = "we will open the old gates before the winter is over";
        assert_eq!(between(said, said), 0.0);
        assert!(between(said, opposite) > between(said, &said.replace(' ', " , ")));
        assert!(between("rain", "bread and salt") > 0.5);
    }
}
