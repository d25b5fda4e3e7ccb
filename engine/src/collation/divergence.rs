//! How far two versions differ, as one figure for sorting.

use super::{Change, Collation, Effect};

/// What a word touched by an effect counts. A cut that is shown, and words outside the stretch
/// that a fragment prints, are openly edited and count little; marks count nothing.
fn cost(effect: Effect) -> f32 {
    match effect {
        Effect::Negation | Effect::SilentCut => 1.0,
        Effect::Modality | Effect::Number | Effect::Name => 0.8,
        Effect::Wording => 0.7,
        Effect::Gloss | Effect::Elision | Effect::Truncation => 0.3,
        Effect::Synonym => 0.25,
        Effect::Move => 0.15,
        Effect::Inflection => 0.1,
        Effect::Spelling => 0.05,
        Effect::Typography => 0.0,
    }
}

/// A single lost "not" changes more than the share of one word tells.
const LEAST_WORDS_OF_A_STRONG_CHANGE: f32 = 3.0;

/// 0–1: Σ cost × words of the longer side, over all changes, as a share of the longer version;
/// `a_len` and `b_len` count tokens. A strong change counts as three words at least.
pub fn divergence(collation: &Collation, a_len: usize, b_len: usize) -> f32 {
    let longer = a_len.max(b_len);
    if longer == 0 {
        return 0.0;
    }
    let sum: f32 = collation.changes.iter().map(|change| cost(change.effect) * words(change)).sum();
    (sum / longer as f32).min(1.0)
}

fn words(change: &Change) -> f32 {
    let words = change.a.len().max(change.b.len()) as f32;
    match change.effect.weight() {
        super::Weight::Strong => words.max(LEAST_WORDS_OF_A_STRONG_CHANGE),
        super::Weight::Middle | super::Weight::Slight => words,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{SideNature, collate};
    use super::*;

    fn of(a: &str, b: &str) -> f32 {
        let (a, b): (Vec<&str>, Vec<&str>) =
            (a.split_whitespace().collect(), b.split_whitespace().collect());
        let marked = SideNature { marked: true, reported: false };
        divergence(&collate(&a, &b, (marked, marked)), a.len(), b.len())
    }

    #[test]
    fn the_same_words_do_not_diverge() {
        assert_eq!(of("We will wait .", "We will wait ,"), 0.0);
        assert_eq!(of("", ""), 0.0);
    }

    #[test]
    fn a_lost_negation_weighs_more_than_a_synonym_or_a_moved_clause() {
        let lost = of("We do not rule out talks before the autumn", "We rule out talks before the autumn");
        let other = of("We do not rule out talks before the autumn", "We do not rule out talks before the fall");
        assert!(lost > other, "{lost} {other}");
    }
}
