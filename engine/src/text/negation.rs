//! Words that deny.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The words of each language in normal form, by its code; under "any" those of languages without
/// a line of their own.
pub fn negations() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("negations.tsv").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(language, words)| words.split(' ').map(move |word| (language, word)))
}

/// Whether a word in normal form denies in its language.
pub fn denies(word: &str, language: &str) -> bool {
    static WORDS: LazyLock<FxHashMap<&str, FxHashSet<&str>>> = LazyLock::new(|| {
        let mut words: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
        for (language, word) in negations() {
            words.entry(language).or_default().insert(word);
        }
        words
    });
    let own = WORDS.get(language).or_else(|| WORDS.get("any"));
    own.is_some_and(|words| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_deny_in_their_language() {
        assert!(denies("never", "en") && denies("kein", "de") && denies("jamais", "fr"));
        assert!(!denies("mai", "en") && !denies("gate", "en"));
    }
}
