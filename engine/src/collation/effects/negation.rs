//! not, never, without: on one side only, and nothing else carries it.

use super::{Difference, same_content, spoken};
use crate::collation::words::{Class, Word};
use crate::collation::{Effect, Note};
use crate::work::step;

/// A longer cut is a cut, whatever it holds.
const LONGEST_CUT: usize = 3;

/// Where other words say it, a negation in a longer phrase proves nothing.
const LONGEST_REWORDED: usize = 4;

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (difference.a(), difference.b());
    let (in_a, in_b) = (negations(a), negations(b));
    // "never without" is the opposite of "without"; in longer phrases two say no more than one.
    let short = spoken(a).count().max(spoken(b).count()) <= LONGEST_CUT;
    let turns = short && in_a % 2 != in_b % 2 && same_content(a, b);
    if in_a.min(1) == in_b.min(1) && !turns {
        return None;
    }
    if difference
        .alone()
        .is_some_and(|words| spoken(words).count() > LONGEST_CUT || is_clause(words))
    {
        return None;
    }
    let (with, without) = if in_a > in_b { (a, b) } else { (b, a) };
    let reworded = !same_content(a, b);
    if reworded && spoken(a).count().max(spoken(b).count()) > LONGEST_REWORDED {
        return None;
    }
    if carried(with, without) || negations(difference.in_place()) > 0 {
        return None;
    }
    let elsewhere = difference.linked.deny_alike;
    // What an outlet tells in its own voice may be denied by its own verb: "criticised the idea".
    let told = difference.natures.0.reported || difference.natures.1.reported;
    let note = match (elsewhere || reworded || told, in_a > in_b) {
        (true, _) => Note::NegationDiffers,
        (false, true) => Note::NegationGone,
        (false, false) => Note::NegationAdded,
    };
    Some((Effect::Negation, note))
}

/// "and never was": a clause is gone, and with it whatever it denied.
fn is_clause(words: &[Word]) -> bool {
    let mut words = spoken(words);
    let joins = words
        .next()
        .is_some_and(|word| word.classes.has(Class::Conjunction));
    joins && words.next().is_some()
}

pub(super) fn negations(words: &[Word]) -> usize {
    step(words.len());
    let denies = |at: &usize| {
        // かもしれない, "may be", denies nothing.
        let hedges = *at > 0 && words[at - 1].normal == "しれ";
        words[*at].classes.has(Class::Negation) && !hedges
    };
    (0..words.len()).filter(denies).count()
}

/// Verbs and the like that deny by themselves.
const CARRIERS: &[&str] = &[
    "refuse",
    "refuses",
    "refused",
    "fail",
    "fails",
    "failed",
    "deny",
    "denies",
    "denied",
    "reject",
    "rejects",
    "rejected",
    "lack",
    "lacks",
    "lacked",
    "absence",
    "impossible",
    "unable",
    "against",
    "prevent",
    "prevents",
    "prevented",
    "avoid",
    "avoids",
    "avoided",
    "exclude",
    "excludes",
    "excluded",
    "unless",
    "weigert",
    "weigerte",
    "lehnt",
    "ablehnt",
    "fehlt",
    "unmöglich",
];

/// "not lawful" and "unlawful", "will not come" and "refuses to come".
fn carried(with: &[Word], without: &[Word]) -> bool {
    spoken(without).any(|word| {
        CARRIERS.contains(&&word.normal[..]) || spoken(with).any(|other| turned(word, other))
    })
}

/// `word` is `other` with a prefix or an ending that turns it round.
fn turned(word: &Word, other: &Word) -> bool {
    let bare = ["un", "in", "im", "il", "ir", "dis", "non"]
        .iter()
        .filter_map(|prefix| word.normal.strip_prefix(prefix));
    let kin = |bare: &str| {
        let common = bare
            .bytes()
            .zip(other.normal.bytes())
            .take_while(|(x, y)| x == y)
            .count();
        common >= 4 && common + 3 >= bare.len().max(other.normal.len())
    };
    bare.into_iter().any(kin) || word.normal.strip_suffix("less").is_some_and(kin)
}
