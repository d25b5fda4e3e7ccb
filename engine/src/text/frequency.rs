//! How common a word is in general, outside the folder at hand.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The weight of a function word, and of everything as common.
pub const LEAST_WEIGHT: f32 = 0.03;

/// From here on a word is taken for a content word.
pub const CONTENT_WEIGHT: f32 = 0.15;

/// How much a lower-case word tells: [`LEAST_WEIGHT`] for "the" up to 1 for a rare one.
///
/// `ln(.02 / p) / ln(2·10⁴)` with `p` the share of running words: 0 at one word in fifty, 1 at
/// one in a million. `language` is an ISO 639-1 code.
pub fn word_weight(word: &str, language: &str) -> f32 {
    if is_function_word(word, language) {
        return LEAST_WEIGHT;
    }
    let share = match language {
        "en" => english_share(word),
        _ => share_by_length(word),
    };
    ((0.02 / share).ln() / 20_000_f32.ln()).clamp(LEAST_WEIGHT, 1.0)
}

/// Whether a lower-case word is grammar more than matter.
pub fn is_function_word(word: &str, language: &str) -> bool {
    FUNCTION_WORDS
        .get(language)
        .is_some_and(|words| words.contains(word))
}

/// Zipf's law over the rank in the list: `p = .09 / rank`, within a factor of two of counts in
/// news and the web. A word that is not listed is rare.
fn english_share(word: &str) -> f32 {
    const RARE: f32 = 1e-6;
    ENGLISH_RANKS.get(word).map_or(RARE, |rank| 0.09 / rank)
}

/// Where no list is at hand: frequent words are short (Zipf's law of abbreviation).
fn share_by_length(word: &str) -> f32 {
    match word.chars().count() {
        0..=2 => 3e-3,
        3 => 5e-4,
        4 => 2e-4,
        5 => 8e-5,
        6..=7 => 3e-5,
        8..=9 => 1e-5,
        10..=11 => 4e-6,
        _ => 1.5e-6,
    }
}

static ENGLISH_RANKS: LazyLock<FxHashMap<&'static str, f32>> = LazyLock::new(|| {
    let words = include_str!("frequency/en.txt").lines();
    words
        .zip(1_u16..)
        .map(|(word, rank)| (word, f32::from(rank)))
        .collect()
});

static FUNCTION_WORDS: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> =
    LazyLock::new(|| {
        let lists = include_str!("frequency/function_words.txt").lines();
        lists
            .filter_map(|line| line.split_once(": "))
            .map(|(language, words)| (language, words.split(' ').collect()))
            .collect()
    });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more() {
        let weights = ["the", "government", "ceasefire", "zzyzx"].map(|w| word_weight(w, "en"));
        assert!(weights.is_sorted(), "{weights:?}");
        assert_eq!(weights[0], LEAST_WEIGHT);
        assert!(weights[1] > CONTENT_WEIGHT);
        assert_eq!(weights[3], 1.0);
    }

    #[test]
    fn languages_without_a_list_go_by_length() {
        assert_eq!(word_weight("nicht", "de"), LEAST_WEIGHT);
        assert!(word_weight("brot", "de") < word_weight("waffenstillstand", "de"));
        assert!(word_weight("pax", "la") < word_weight("concordia", "la"));
    }
}
