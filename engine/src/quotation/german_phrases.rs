//! Noun phrases of a German sentence beside a verb.

use super::class::{Class, Flags};
use super::view::{Phrase, View};

/// Units of the longest subject, apposition included.
const LONGEST_AFTER: usize = 14;
const LONGEST_BEFORE: usize = 22;

/// The subject after a verb: "…, sagte *der Sprecher der Stadt, Jan Muster*, am Montag".
pub(crate) fn phrase_after(view: View<'_>, from: usize) -> Option<Phrase> {
    let fillers = [
        "sich", "dazu", "auch", "jedoch", "weiter", "ferner", "gestern", "heute", "zudem", "ihm",
        "ihr", "dies", "bereits", "nun",
    ];
    let mut first = from;
    while first < view.len() && view.any(first, &fillers) {
        first += 1;
    }
    if first >= view.len() {
        return None;
    }
    if view.any(
        first,
        &["er", "sie", "es", "man", "dieser", "diese", "ich", "wir"],
    ) {
        return Some(Phrase { first, last: first });
    }
    let mut end = first;
    while end < view.len() && end - first < LONGEST_AFTER {
        if view.quoted(end) || view.mark(end, ".:;!?\"") {
            break;
        }
        if view.mark(end, ",") {
            let apposition = end > first && end + 1 < view.len() && view.capital(end + 1);
            if !apposition {
                break;
            }
        } else if view.has(end, Flags::PHRASE_STOP)
            || view.units[end].entry.lemma > 0 && !view.capital(end)
        {
            if end == first {
                return None;
            }
            break;
        }
        end += 1;
    }
    named(view, first, end)
}

/// What stands before a verb in its clause.
pub(crate) fn phrase_before(view: View<'_>, verb: usize) -> Option<Phrase> {
    let fillers = [
        "auch",
        "hat",
        "haben",
        "hatte",
        "hatten",
        "habe",
        "sich",
        "dazu",
        "zudem",
        "daraufhin",
        "nun",
    ];
    let mut end = verb;
    while end > 0 && view.any(end - 1, &fillers) {
        end -= 1;
    }
    let mut first = end;
    while first > 0
        && end - first <= LONGEST_BEFORE
        && !view.quoted(first - 1)
        && !view.mark(first - 1, ".:;!?–")
    {
        first -= 1;
    }
    let leads = [
        "und", "aber", "doch", "jedoch", "denn", "wie", "als", "so", "auch", "während", "wonach",
        "dass", "nachdem",
    ];
    while first + 1 < end && (view.any(first, &leads) || view.mark(first, ",")) {
        first += 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    if view.any(last, &["er", "sie", "es", "man", "diese", "dieser", "das"]) {
        return Some(Phrase { first, last });
    }
    named(view, first, end)
}

/// The noun phrase of a source, up to the finite verb: "laut *einem Sprecher des Amtes* ist".
pub(crate) fn source_phrase(view: View<'_>, from: usize) -> Option<Phrase> {
    let phrase = phrase_after(view, from)?;
    let mut named = false;
    for at in phrase.first..=phrase.last {
        let small = !view.capital(at) && !view.is_class(at, &[Class::Punctuation, Class::Number]);
        let closed = view.has(at, Flags::DETERMINER | Flags::PREPOSITION);
        let adjective = at < phrase.last && view.capital(at + 1);
        if named && small && !closed && (!adjective || view.has(at, Flags::FINITE)) {
            return Some(Phrase {
                first: phrase.first,
                last: at - 1,
            });
        }
        named |= view.capital(at);
    }
    Some(phrase)
}

fn named(view: View<'_>, first: usize, end: usize) -> Option<Phrase> {
    (first..end).any(|at| view.capital(at)).then(|| Phrase {
        first,
        last: end - 1,
    })
}
