//! One side starts later or ends earlier.

use super::{Difference, spoken};
use crate::collation::words::{Class, Word};
use crate::collation::{ChangeKind, Effect, Note};

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let cut = difference.kind == ChangeKind::Deletion;
    let words = difference.alone()?;
    let slight =
        |word: &Word| word.classes.has(Class::Determiner) || word.classes.has(Class::Preposition);
    if difference.in_move || spoken(words).all(slight) {
        return None;
    }
    let (version, range) = if cut {
        (&difference.versions.a, &difference.a)
    } else {
        (&difference.versions.b, &difference.b)
    };
    if !difference.is_missing() {
        return None;
    }
    let only_marks = |words: &[Word]| words.iter().all(|word| word.mark);
    let note = match (
        only_marks(&version[..range.start]),
        only_marks(&version[range.end..]),
        cut,
    ) {
        (true, true, _) => return None,
        (true, _, true) => Note::StartsLater,
        (true, _, false) => Note::StartsEarlier,
        (_, true, true) => Note::EndsEarlier,
        (_, true, false) => Note::EndsLater,
        _ => return None,
    };
    Some((Effect::Truncation, note))
}
