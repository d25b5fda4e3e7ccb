//! Outlets in a few letters, as the witnesses of a critical edition.

use std::collections::{BTreeMap, BTreeSet};

/// Words that begin names and tell nothing.
const ARTICLES: [&str; 12] = [
    "the", "der", "die", "das", "le", "la", "les", "el", "il", "lo", "los", "las",
];
/// Letters of a siglum before it is told apart by a figure.
const LETTERS: usize = 3;

/// A siglum for each outlet, unlike any other's. Equal names have equal ones, in any order.
pub fn sigla(outlets: &[&str]) -> BTreeMap<String, String> {
    let names: BTreeSet<&str> = outlets.iter().copied().collect();
    let mut taken = BTreeSet::new();
    let mut sigla = BTreeMap::new();
    for name in names {
        let letters = letters(name);
        let numbered = (2..).map(|number| format!("{letters}{number}"));
        let free = std::iter::once(letters.clone())
            .chain(numbered)
            .find(|siglum| !taken.contains(siglum))
            .unwrap_or_default();
        taken.insert(free.clone());
        sigla.insert(name.to_owned(), free);
    }
    sigla
}

/// First letters of the words of a name; of a name of one word its first two letters.
fn letters(name: &str) -> String {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(before, after)| {
        if after.len() <= 5 && !after.contains(' ') && !before.is_empty() {
            before
        } else {
            stem
        }
    });
    let words: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let telling: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !ARTICLES.contains(&word.to_lowercase().as_str()))
        .collect();
    let words = if telling.is_empty() { words } else { telling };
    let letters: String = match words[..] {
        [] => name.chars().take(2).collect(),
        [one] => one.chars().take(2).collect(),
        _ => words
            .iter()
            .filter_map(|word| word.chars().next())
            .take(LETTERS)
            .collect(),
    };
    letters.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_and_figures_where_they_meet() {
        let names = [
            "The Harbour Post",
            "Meridian Wire",
            "Mirren Weekly",
            "lake/drafts/one.txt",
            "朝の湖新聞",
            "Die Seepost",
        ];
        let sigla = sigla(&names);
        let of = |name: &str| sigla[name].as_str();
        assert_eq!(of("The Harbour Post"), "HP");
        assert_eq!(of("Meridian Wire"), "MW");
        assert_eq!(of("Mirren Weekly"), "MW2");
        assert_eq!(of("lake/drafts/one.txt"), "ON");
        assert_eq!(of("朝の湖新聞"), "朝の");
        assert_eq!(of("Die Seepost"), "SE");
    }

    #[test]
    fn the_order_of_the_outlets_does_not_matter() {
        let mut names = ["North Post", "New Paper", "Noon Paper", "New Paper"];
        let before = sigla(&names);
        names.reverse();
        assert_eq!(before, sigla(&names));
        assert_eq!(before.len(), 3);
    }
}
