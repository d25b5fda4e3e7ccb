//! An editor's [bracket], or an (aside).

use super::{Difference, spoken};
use crate::collation::words::Word;
use crate::collation::{Effect, Note};

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (difference.a(), difference.b());
    let square = holds(a, "[") != holds(b, "[");
    let aside = is_aside(a) != is_aside(b) || explained(a, b) || explained(b, a);
    if !square && !aside {
        return None;
    }
    let both = spoken(a).next().is_some() && spoken(b).next().is_some();
    let added = !both || explained(a, b) || explained(b, a);
    Some((
        Effect::Gloss,
        if added {
            Note::GlossAdded
        } else {
            Note::GlossInPlace
        },
    ))
}

/// The same words, and round brackets after them.
fn explained(plain: &[Word], with: &[Word]) -> bool {
    with.len() > plain.len()
        && !plain.is_empty()
        && plain.iter().zip(with).all(|(x, y)| x.same_form(y))
        && is_aside(&with[plain.len()..])
}

fn holds(words: &[Word], mark: &str) -> bool {
    words.iter().any(|word| word.normal == mark)
}

/// The whole stretch stands in round brackets.
fn is_aside(words: &[Word]) -> bool {
    matches!(words, [first, .., last] if first.normal == "(" && last.normal == ")")
}
