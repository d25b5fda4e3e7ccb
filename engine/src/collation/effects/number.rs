//! Figures: another value, the same one written otherwise, or exact on one side only.

use super::{Difference, spoken};
use crate::collation::numbers::{is_number_word, values};
use crate::collation::words::Word;
use crate::collation::{Effect, Note};

/// A longer cut is a cut, whatever it holds.
const LONGEST_CUT: usize = 3;

/// Words that make a figure a bound or a guess.
const ROUNDING: &[&str] = &[
    "about",
    "around",
    "approximately",
    "roughly",
    "some",
    "nearly",
    "almost",
    "over",
    "under",
    "than",
    "more",
    "fewer",
    "less",
    "least",
    "most",
    "up",
    "to",
    "at",
    "above",
    "below",
    "just",
    "only",
    "exactly",
    "etwa",
    "rund",
    "fast",
    "knapp",
    "mehr",
    "weniger",
    "als",
    "über",
    "unter",
    "ungefähr",
    "circa",
    "mindestens",
    "höchstens",
    "bis",
    "zu",
    "beinahe",
    "genau",
];

/// Words that stand for a figure without giving it.
const VAGUE: &[&str] = &[
    "dozens",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "several",
    "many",
    "few",
    "numerous",
    "countless",
    "dutzende",
    "hunderte",
    "tausende",
    "mehrere",
    "viele",
    "einige",
    "zahlreiche",
];

/// The same values on both sides.
pub fn same_number(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (difference.a(), difference.b());
    let in_a = values(a);
    if in_a.is_empty() || in_a != values(b) || others(a) != others(b) {
        return None;
    }
    let note = if rounding(a) == rounding(b) {
        Note::NumberWrittenOut
    } else {
        Note::NumberRounded
    };
    Some((Effect::Number, note))
}

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (difference.a(), difference.b());
    if let Some(words) = difference.alone() {
        return alone(words, difference);
    }
    let bound = |words: &[Word]| spoken(words).all(|word| ROUNDING.contains(&&word.normal[..]));
    if bound(a) && bound(b) && before_figure(difference) {
        return Some((Effect::Number, Note::NumberRounded));
    }
    let counts = |words: &[Word], other: &[f64]| {
        !values(words).is_empty()
            || !other.is_empty() && spoken(words).any(|word| VAGUE.contains(&&word.normal[..]))
    };
    let differs = values(a) != values(b) && counts(a, &values(b)) && counts(b, &values(a));
    differs.then_some((Effect::Number, Note::NumberDiffers))
}

/// A figure, or the words that bound one, on one side only. An outlet that tells in its own voice
/// leaves a figure out as it does other words.
fn alone(words: &[Word], difference: &Difference) -> Option<(Effect, Note)> {
    let count = spoken(words).count();
    if count == 0 || count > LONGEST_CUT {
        return None;
    }
    if spoken(words).all(|word| ROUNDING.contains(&&word.normal[..])) && before_figure(difference) {
        return Some((Effect::Number, Note::NumberRounded));
    }
    let (a, b) = difference.natures;
    let differs = a.marked && b.marked && !values(words).is_empty();
    differs.then_some((Effect::Number, Note::NumberDiffers))
}

fn before_figure(difference: &Difference) -> bool {
    let (a, b) = (&difference.versions.a, &difference.versions.b);
    let counts =
        |word: Option<&Word>| word.is_some_and(|word| word.number || is_number_word(&word.normal));
    counts(a.get(difference.a.end)) && counts(b.get(difference.b.end))
}

fn rounding(words: &[Word]) -> Vec<&str> {
    let forms = spoken(words).map(|word| &word.normal[..]);
    forms.filter(|form| ROUNDING.contains(form)).collect()
}

/// Stems of the words that neither count nor round.
fn others(words: &[Word]) -> Vec<&[u32]> {
    spoken(words)
        .filter(|word| !word.number && !is_number_word(&word.normal))
        .filter(|word| {
            !ROUNDING.contains(&&word.normal[..])
                && !matches!(&word.normal[..], "a" | "and" | "und")
        })
        .map(|word| &word.stems[..])
        .collect()
}
