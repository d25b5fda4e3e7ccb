//! Words that deny.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

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
    static WORDS: LazyLock<FxHashSet<(&str, &str)>> = LazyLock::new(|| negations().collect());
    let own = if matches!(language, "en" | "de") {
        language
    } else {
        "any"
    };
    WORDS.contains(&(own, word))
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
