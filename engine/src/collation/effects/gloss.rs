//! An editor's [bracket], or an (aside).

use super::{Difference, spoken};
use crate::collation::words::Word;
use crate::collation::{Effect, Note};

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (difference.a(), difference.b());
    let square = holds(a, "[") != holds(b, "[");
    let aside = is_aside(a) != is_aside(b);
    if !square && !aside {
        return None;
    }
    let both = spoken(a).next().is_some() && spoken(b).next().is_some();
    Some((
        Effect::Gloss,
        if both {
            Note::GlossInPlace
        } else {
            Note::GlossAdded
        },
    ))
}

fn holds(words: &[Word], mark: &str) -> bool {
    words.iter().any(|word| word.normal == mark)
}

/// The whole stretch stands in round brackets.
fn is_aside(words: &[Word]) -> bool {
    matches!(words, [first, .., last] if first.normal == "(" && last.normal == ")")
}
