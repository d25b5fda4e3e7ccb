//! Words missing inside the marks, and nothing shows it.

use super::Difference;
use crate::collation::{ChangeKind, Effect, Note};

/// Only content words are missed; an article more or less is wording. Where either side makes no
/// claim to be the speaker's own words, it is wording too: an outlet that tells in its own voice
/// leaves out what it likes, and proves by no word more that it was said.
pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let words = difference.alone()?;
    let cut = difference.kind == ChangeKind::Deletion;
    let (a, b) = difference.natures;
    let missed = words.iter().any(|word| word.is_content());
    let note = if cut {
        Note::CutSilently
    } else {
        Note::MoreWords
    };
    (missed && a.marked && b.marked && difference.is_missing()).then_some((Effect::SilentCut, note))
}
