//! The same words in other forms, and the shifts of reported speech.

use super::{Difference, spoken};
use crate::collation::pointers::pointer;
use crate::collation::words::{Class, Language, Word};
use crate::collation::{Effect, Note};

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (read(difference.a()), read(difference.b()));
    if difference.language() == Language::German && german_forms(difference) {
        return Some((Effect::Inflection, Note::Inflected));
    }
    if a.is_empty() || b.is_empty() || difference.alone().is_some() {
        return None;
    }
    let shift = Shift::between(&a, &b)?;
    let (x, y) = difference.natures;
    let reporting = x.reported != y.reported && shift.reporting;
    let note = if reporting {
        Note::ReportingShift
    } else {
        Note::Inflected
    };
    Some((Effect::Inflection, note))
}

/// Endings that the German stemmer leaves on verbs: öffnen, öffneten.
const GERMAN_ENDINGS: &[&str] = &[
    "eten", "etet", "ete", "est", "ten", "tet", "te", "en", "et", "em", "er", "es", "e", "n", "t",
    "s",
];

/// Forms of one article: der Hafen, die Häfen.
const GERMAN_ARTICLES: &[&[&str]] = &[
    &["der", "die", "das", "den", "dem", "des"],
    &["ein", "eine", "einen", "einem", "einer", "eines"],
    &["kein", "keine", "keinen", "keinem", "keiner", "keines"],
    &["dieser", "diese", "dieses", "diesen", "diesem"],
];

fn articles(x: &Word, y: &Word) -> bool {
    let holds = |forms: &&&[&str], word: &Word| forms.contains(&&word.normal[..]);
    GERMAN_ARTICLES
        .iter()
        .any(|forms| holds(&forms, x) && holds(&forms, y))
}

fn german_forms(difference: &Difference) -> bool {
    let bare = |word: &Word| -> Vec<String> {
        let cut = |ending: &&str| word.normal.strip_suffix(*ending).map(str::to_string);
        let long = |stem: &String| stem.chars().count() >= 4;
        GERMAN_ENDINGS
            .iter()
            .filter_map(cut)
            .chain([word.normal.clone()])
            .filter(long)
            .collect()
    };
    let mut words = (spoken(difference.a()), spoken(difference.b()));
    let (Some(x), None) = (words.0.next(), words.0.next()) else {
        return false;
    };
    let (Some(y), None) = (words.1.next(), words.1.next()) else {
        return false;
    };
    let (stems, others) = (bare(x), bare(y));
    articles(x, y)
        || x.is_content() && y.is_content() && stems.iter().any(|stem| others.contains(stem))
}

/// A word as far as its form may change without another word being said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    /// I, my, you, ours: the stem of the person and whether it is the third.
    Person {
        third: bool,
        feminine: bool,
        plural: bool,
    },
    /// here/there, now/then, today/that day: what both stand for.
    Pointer(u8),
    /// must, had to: "must" has no other past.
    Obliged,
    /// be, have, do, will: they only carry tense.
    Tense,
    Word(u32),
}

fn read(words: &[Word]) -> Vec<Unit> {
    let words: Vec<&Word> = spoken(words).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((len, pointer)) = pointer(&words[at..]) {
            out.push(Unit::Pointer(pointer));
            at += len;
            continue;
        }
        let word = words[at];
        if word.normal == "must" || has_to(word, words.get(at + 1).copied()) {
            out.push(Unit::Obliged);
            at += if word.normal == "must" { 1 } else { 2 };
            continue;
        }
        at += 1;
        if let Some(person) = person(&word.normal) {
            out.push(person);
        } else if is_tense(word) {
            out.push(Unit::Tense);
        } else {
            out.extend(word.stems.iter().map(|stem| Unit::Word(*stem)));
        }
    }
    out
}

/// "has to", "had to": a duty, and no possession.
pub(super) fn has_to(word: &Word, next: Option<&Word>) -> bool {
    matches!(&word.normal[..], "have" | "has" | "had")
        && next.is_some_and(|next| next.normal == "to")
}

fn person(normal: &str) -> Option<Unit> {
    let (third, feminine, plural) = match normal {
        "i" | "me" | "my" | "mine" | "myself" | "ich" | "mich" | "mir" | "mein" | "meine"
        | "meinen" | "meinem" | "meiner" => (false, false, false),
        "you" | "your" | "yours" | "yourself" | "yourselves" | "du" | "dich" | "dir" => {
            (false, false, false)
        }
        "we" | "us" | "our" | "ours" | "ourselves" | "wir" | "uns" | "unser" | "unsere"
        | "unseren" | "unserem" | "unserer" => (false, false, true),
        "he" | "him" | "his" | "himself" | "er" | "ihn" | "ihm" | "sein" | "seine" | "seinen"
        | "seinem" | "seiner" => (true, false, false),
        "she" | "her" | "hers" | "herself" => (true, true, false),
        "they" | "them" | "their" | "theirs" | "themselves" | "sie" | "ihr" | "ihre" | "ihren"
        | "ihnen" | "ihrem" | "ihrer" => (true, false, true),
        _ => return None,
    };
    Some(Unit::Person {
        third,
        feminine,
        plural,
    })
}

/// Auxiliaries, and will and would: modality is another matter.
fn is_tense(word: &Word) -> bool {
    let will = matches!(
        &word.normal[..],
        "will"
            | "would"
            | "'ll"
            | "'d"
            | "shall"
            | "wo"
            | "werde"
            | "werden"
            | "wird"
            | "würde"
            | "würden"
    );
    let negated = word.classes.has(Class::Negation);
    (word.classes.has(Class::Auxiliary) && !word.classes.has(Class::Modal) || will) && !negated
}

struct Shift {
    /// Persons, times or places move as they do in reported speech.
    reporting: bool,
}

impl Shift {
    /// Whether the two sides say the same but for form.
    fn between(a: &[Unit], b: &[Unit]) -> Option<Shift> {
        let is_tense = |unit: &&Unit| **unit == Unit::Tense;
        let tenses = (
            a.iter().filter(is_tense).count(),
            b.iter().filter(is_tense).count(),
        );
        let words = |units: &[Unit]| {
            let mut words: Vec<Unit> = units
                .iter()
                .filter(|unit| **unit != Unit::Tense)
                .copied()
                .collect();
            words.sort_unstable();
            words
        };
        let (words_a, words_b) = (words(a), words(b));
        if words_a.is_empty() && words_b.is_empty() {
            return (tenses.0 > 0 && tenses.1 > 0).then_some(Shift { reporting: true });
        }
        if words_a.len() != words_b.len() {
            return None;
        }
        let pairs = || words_a.iter().zip(&words_b);
        let same = pairs().all(|(x, y)| x == y || persons_shift(*x, *y));
        let reporting = tenses.0 > 0 || pairs().any(|(x, _)| !matches!(x, Unit::Word(_)));
        same.then_some(Shift { reporting })
    }
}

/// First or second person on one side, third on the other; or two forms of one person.
fn persons_shift(x: Unit, y: Unit) -> bool {
    match (x, y) {
        (Unit::Person { third: x, .. }, Unit::Person { third: y, .. }) => x != y,
        _ => false,
    }
}
