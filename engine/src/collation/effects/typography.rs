//! The same letters: marks, case, spacing.

use super::{Difference, spoken};
use crate::collation::words::Word;
use crate::collation::{Effect, Note};

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (difference.a(), difference.b());
    if letters(a) != letters(b) || signs(a) != signs(b) {
        return None;
    }
    let case_only = a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.form == y.form);
    let marks_only = spoken(a).next().is_none();
    let note = if case_only && !marks_only {
        Note::CaseDiffers
    } else {
        Note::MarksDiffer
    };
    Some((Effect::Typography, note))
}

fn letters(words: &[Word]) -> String {
    spoken(words).map(|word| &word.normal[..]).collect()
}

/// Marks that say something: 30 % is not 30.
fn signs(words: &[Word]) -> String {
    let is_sign = |c: &char| matches!(c, '%' | '‰' | '€' | '$' | '£' | '¥' | '+' | '=' | '°');
    words
        .iter()
        .filter(|word| word.mark)
        .flat_map(|word| word.normal.chars())
        .filter(is_sign)
        .collect()
}
