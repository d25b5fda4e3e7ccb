//! Another name.

use super::{Difference, spelling, spoken};
use crate::collation::words::{Language, Word};
use crate::collation::{Effect, Note};

/// A phrase of more names is a list, or a text in capitals, and each is held against each.
const MOST_NAMES: usize = 32;

/// German nouns all have capitals: what follows a title is a name there. Other scripts have no
/// capitals, and there is no telling names.
pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    if difference.alone().is_some() {
        return None;
    }
    if difference.language() == Language::German && !after_title(difference) {
        return None;
    }
    let a = names(difference.a(), &difference.versions.a, difference.a.start);
    let b = names(difference.b(), &difference.versions.b, difference.b.start);
    if a.is_empty() || b.is_empty() || a.len().max(b.len()) > MOST_NAMES {
        return None;
    }
    let apart = |x: &[&Word], y: &[&Word]| x.iter().any(|p| !y.iter().any(|q| kin(p, q)));
    let few_others = |words: &[Word], names: &[&Word]| {
        spoken(words).filter(|word| word.is_content()).count() <= names.len() + 1
    };
    let differs = (apart(&a, &b) || apart(&b, &a))
        && few_others(difference.a(), &a)
        && few_others(difference.b(), &b);
    differs.then_some((Effect::Name, Note::NameDiffers))
}

/// Titles that stand before a name, in any of their forms.
const GERMAN_TITLES: &[&str] = &[
    "herr",
    "herrn",
    "frau",
    "doktor",
    "dr",
    "professor",
    "general",
    "oberst",
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "kanzler",
    "kanzlerin",
    "außenminister",
    "außenministerin",
    "innenminister",
    "innenministerin",
    "verteidigungsminister",
    "verteidigungsministerin",
    "finanzminister",
    "finanzministerin",
    "sprecher",
    "sprecherin",
    "bürgermeister",
    "bürgermeisterin",
    "generalsekretär",
    "generalsekretärin",
    "könig",
    "papst",
];

fn after_title(difference: &Difference) -> bool {
    let titled = |version: &[Word], start: usize| {
        let before = start.checked_sub(1).map(|at| &version[at].normal[..]);
        before.is_some_and(|before| GERMAN_TITLES.contains(&before))
    };
    let (a, b) = (&difference.versions.a, &difference.versions.b);
    titled(a, difference.a.start) && titled(b, difference.b.start)
}

/// Content words with a capital that no sentence gives them.
fn names<'v>(words: &'v [Word], version: &[Word], start: usize) -> Vec<&'v Word> {
    let named = |(at, word): &(usize, &Word)| {
        word.capital && word.is_content() && !begins_sentence(version, start + at)
    };
    words
        .iter()
        .enumerate()
        .filter(named)
        .map(|(_, word)| word)
        .collect()
}

fn begins_sentence(version: &[Word], at: usize) -> bool {
    match at.checked_sub(1).map(|before| &version[before]) {
        None => true,
        Some(before) => before.mark && !matches!(&before.normal[..], "," | "-" | "(" | "[" | "'"),
    }
}

/// One name and its forms: Kestria, Kestrian.
fn kin(x: &Word, y: &Word) -> bool {
    let common = x
        .normal
        .chars()
        .zip(y.normal.chars())
        .take_while(|(p, q)| p == q)
        .count();
    x.same_stem(y)
        || spelling::one(x, y)
        || common >= 4 && common + 3 >= x.normal.chars().count().max(y.normal.chars().count())
}
