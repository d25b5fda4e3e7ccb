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
    let (all, range) = if cut {
        (&difference.linked.spoken.0, &difference.a)
    } else {
        (&difference.linked.spoken.1, &difference.b)
    };
    if !difference.is_missing() {
        return None;
    }
    // Only marks stand before it, or after it.
    let note = match (range.start <= all.start, range.end >= all.end, cut) {
        (true, true, _) => return None,
        (true, _, true) => Note::StartsLater,
        (true, _, false) => Note::StartsEarlier,
        (_, true, true) => Note::EndsEarlier,
        (_, true, false) => Note::EndsLater,
        _ => return None,
    };
    Some((Effect::Truncation, note))
}
