//! Word classes of one sentence, from the language's table, suffixes and capitals.

use super::class::{Class, Flags, Forms};
use super::lexicon::{Grammar, Lexicon};
use super::words::{Word, ends_with};

/// Share of capitals among the longer words from which a sentence is a headline in title case.
const TITLE_CASE_SHARE: f64 = 0.8;

pub(crate) fn tag(text: &str, lexicon: &Lexicon, units: &mut [Word]) {
    let english = lexicon.grammar == Grammar::English;
    let mut first = true;
    for at in 0..units.len() {
        if units[at].class == Class::Quoted {
            first = false;
            continue;
        }
        let before = at.checked_sub(1).map(|before| units[before]);
        units[at].class = if english {
            english_class(text, &units[at], before.as_ref(), first)
        } else {
            plain_class(text, &units[at])
        };
        let starts_with_colon = units[at].text(text).starts_with(':');
        if units[at].alphabetic || units[at].class == Class::Number {
            first = false;
        } else if starts_with_colon {
            first = true;
        }
    }
    if english {
        retag_nouns(text, units);
    }
    if english && is_title_case(units) {
        retag_headline(text, units);
    }
}

fn plain_class(text: &str, unit: &Word) -> Class {
    if !unit.alphabetic {
        return sign_class(text, unit);
    }
    let table = [
        (Flags::AUXILIARY, Class::Auxiliary),
        (Flags::PRONOUN, Class::Pronoun),
        (Flags::DETERMINER, Class::Determiner),
        (Flags::PREPOSITION, Class::Preposition),
        (Flags::SUBORDINATOR, Class::Subordinator),
        (Flags::CONJUNCTION, Class::Conjunction),
        (Flags::ADVERB, Class::Adverb),
    ];
    if let Some((_, class)) = table.iter().find(|(flag, _)| unit.has(*flag)) {
        return *class;
    }
    if unit.capital {
        Class::Name
    } else if unit.entry.lemma > 0 {
        Class::Verb
    } else {
        Class::Noun
    }
}

fn sign_class(text: &str, unit: &Word) -> Class {
    if unit.text(text).starts_with(char::is_numeric) {
        Class::Number
    } else {
        Class::Punctuation
    }
}

fn english_class(text: &str, unit: &Word, before: Option<&Word>, first: bool) -> Class {
    let word = unit.text(text);
    if !unit.alphabetic {
        return clitic_class(text, word, before).unwrap_or_else(|| sign_class(text, unit));
    }
    if word == "Will" && !first {
        return Class::Name;
    }
    if unit.has(Flags::AUXILIARY) {
        return Class::Auxiliary;
    }
    let closed = [
        (Flags::CONJUNCTION, Class::Conjunction),
        (Flags::SUBJECT_PRONOUN, Class::Pronoun),
    ];
    for (flag, class) in closed {
        if unit.has(flag) {
            return class;
        }
    }
    if [
        "him",
        "them",
        "us",
        "me",
        "himself",
        "herself",
        "themselves",
        "itself",
    ]
    .iter()
    .any(|pronoun| word.eq_ignore_ascii_case(pronoun))
        && word != "US"
    {
        return Class::Pronoun;
    }
    if word == "US" {
        return Class::Name;
    }
    if unit.has(Flags::DETERMINER) {
        return Class::Determiner;
    }
    if unit.has(Flags::PREPOSITION) {
        return Class::Preposition;
    }
    if unit.has(Flags::SUBORDINATOR) {
        return Class::Subordinator;
    }
    open_class(word, unit, first)
}

fn open_class(word: &str, unit: &Word, first: bool) -> Class {
    if unit.capital && unit.has(Flags::MAN_NAME | Flags::WOMAN_NAME) {
        return Class::Name;
    }
    let ends = |ending: &str| word.len() > ending.len() && ends_with(word, ending);
    if unit.has(Flags::ADVERB | Flags::NEGATION)
        || ends("ly") && !unit.has(Flags::NOT_ADVERB) && (first || !unit.capital)
    {
        return Class::Adverb;
    }
    if unit.capital && (!first || !unit.has(Flags::OPENER)) {
        return Class::Name;
    }
    let verb = unit.entry.lemma > 0
        || ends("ing")
        || word.len() > 3 && ends("ed")
        || unit.has(Flags::COMMON_VERB);
    if verb { Class::Verb } else { Class::Noun }
}

/// "'re" is an auxiliary; "'s" is one after a pronoun and a genitive elsewhere.
fn clitic_class(text: &str, word: &str, before: Option<&Word>) -> Option<Class> {
    let rest = word.strip_prefix(['\'', '’'])?;
    match rest {
        "re" | "d" | "ll" | "ve" | "m" => Some(Class::Auxiliary),
        "s" => {
            let is = before.is_some_and(|before| {
                before.class == Class::Pronoun
                    || ["that", "there", "what", "who", "here"]
                        .iter()
                        .any(|word| before.text(text).eq_ignore_ascii_case(word))
            });
            Some(if is {
                Class::Auxiliary
            } else {
                Class::Genitive
            })
        }
        _ => None,
    }
}

/// "expressed doubts", "of claims", "his plans": a form that is also a verb's.
fn retag_nouns(text: &str, units: &mut [Word]) {
    for at in 1..units.len() {
        let (before, unit) = (units[at - 1], units[at]);
        let ambiguous =
            unit.class == Class::Verb && unit.entry.forms.has(Forms::THIRD | Forms::BASE);
        if !ambiguous {
            continue;
        }
        let possessive = ["his", "her", "their", "its", "of"]
            .iter()
            .any(|word| before.text(text).eq_ignore_ascii_case(word));
        let after_verb = before.class == Class::Verb && before.entry.lemma > 0;
        if after_verb && unit.entry.forms.has(Forms::THIRD) || possessive {
            units[at].class = Class::Noun;
        }
    }
}

fn is_title_case(units: &[Word]) -> bool {
    let words = || units.iter().filter(|unit| unit.alphabetic);
    let long = || words().filter(|unit| unit.end - unit.start > 3);
    let (count, capitals) = (long().count(), long().filter(|unit| unit.capital).count());
    words().count() >= 4 && capitals as f64 >= TITLE_CASE_SHARE * count.max(1) as f64
}

/// In a headline a capital says nothing: verbs and function words get their own class.
fn retag_headline(text: &str, units: &mut [Word]) {
    for at in 1..units.len() {
        let unit = units[at];
        if unit.capital && unit.has(Flags::HEADLINE_VERB) {
            units[at].class = Class::Verb;
        } else if unit.class == Class::Name {
            let lower = Word {
                capital: false,
                ..unit
            };
            let class = english_class(text, &lower, Some(&units[at - 1]), false);
            let keeps = matches!(
                class,
                Class::Auxiliary
                    | Class::Preposition
                    | Class::Subordinator
                    | Class::Pronoun
                    | Class::Determiner
                    | Class::Conjunction
                    | Class::Verb
            );
            if keeps {
                units[at].class = class;
            }
        }
    }
}
