//! Ways of writing one word that are no other wording: contractions, numbers in words, British
//! and American spelling, transliterations.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{is_ideographic, normal_form};

/// A token's words in lower case: "won’t" is "will" and "not", "Brown’s" is "brown", "12,000" is
/// "12000", "seven" is "7". A word in Chinese characters is its characters: 打开 and 开启 share one,
/// and two translations are known by such more than by whole words.
pub(super) fn parts(token: &str, language: &str) -> Vec<String> {
    let word = normal_form(token);
    if word.starts_with(|c: char| c.is_numeric()) {
        return vec![plain_number(&word)];
    }
    if word.starts_with(is_ideographic) {
        return word.split_word_bounds().map(str::to_owned).collect();
    }
    if language != "en" {
        return vec![word];
    }
    if matches!(token, "US" | "U.S" | "USA" | "U.S.A") {
        return vec!["united".to_owned(), "states".to_owned()];
    }
    contraction(&word).unwrap_or_else(|| vec![number_word(&word)])
}

fn contraction(word: &str) -> Option<Vec<String>> {
    let (stem, end) = word.split_once('\'')?;
    let parts: Vec<&str> = match (stem, end) {
        ("won", "t") => vec!["will", "not"],
        ("can", "t") => vec!["can", "not"],
        ("shan", "t") => vec!["shall", "not"],
        ("i", "m") => vec!["i", "am"],
        ("let", "s") => vec!["let", "us"],
        ("it" | "that" | "he" | "she" | "what" | "there" | "here" | "who", "s") => {
            vec![stem, "is"]
        }
        (_, "t") => vec![stem.strip_suffix('n')?, "not"],
        (_, "re") => vec![stem, "are"],
        (_, "ve") => vec![stem, "have"],
        (_, "ll") => vec![stem, "will"],
        (_, "d") => vec![stem, "would"],
        (_, "s" | "") => vec![stem],
        _ => return None,
    };
    Some(parts.into_iter().map(str::to_owned).collect())
}

fn number_word(word: &str) -> String {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match WORDS.iter().position(|number| *number == word) {
        Some(number) => number.to_string(),
        None => word.to_owned(),
    }
}

/// Signs between three digits group thousands; others stay.
fn plain_number(number: &str) -> String {
    let groups: Vec<&str> = number.split([',', '.', '\'', '\u{a0}']).collect();
    let thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    if thousands {
        groups.concat()
    } else {
        number.to_owned()
    }
}

/// British spelling as American, dots of abbreviations dropped. Both sides of a comparison go
/// through it, so that a word folded in error is at worst alike to a word nobody uses.
pub(super) fn spelling(word: &str, language: &str) -> String {
    let plain: String = word.chars().filter(|c| *c != '.').collect();
    if language != "en" {
        return plain;
    }
    if let Some(base) = IRREGULAR.get(plain.as_str()) {
        return (*base).to_owned();
    }
    if plain.len() < 6 {
        return plain;
    }
    const ENDINGS: [(&str, &str); 14] = [
        ("isation", "ization"),
        ("isations", "izations"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ise", "ize"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ouring", "oring"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("ence", "ense"),
        ("amme", "am"),
    ];
    for (british, american) in ENDINGS {
        if let Some(stem) = plain.strip_suffix(british) {
            return format!("{stem}{american}");
        }
    }
    plain
}

/// Forms that no ending tells, each with the form it is compared as. The tenses of reporting
/// ("will", "would") are one word: who reports shifts them.
static IRREGULAR: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("irregular_en.txt").lines();
    lines
        .filter_map(|line| line.split_once(": "))
        .flat_map(|(base, forms)| forms.split(' ').map(move |form| (form, base)))
        .collect()
});

/// The many ends of one transliterated name (-sky, -skyy, -skiy) on its stem.
pub(super) fn transliteration(stem: &str) -> String {
    if stem.chars().count() > 5 {
        stem.trim_end_matches(['i', 'y']).to_owned()
    } else {
        stem.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_written_in_two_ways_is_one() {
        assert_eq!(parts("won’t", "en"), ["will", "not"]);
        assert_eq!(parts("isn't", "en"), ["is", "not"]);
        assert_eq!(parts("Tarn’s", "en"), ["tarn"]);
        assert_eq!(parts("12,000", "en"), parts("12000", "en"));
        assert_eq!(parts("3.5", "en"), ["3.5"]);
        assert_eq!(parts("Seven", "en"), ["7"]);
        assert_eq!(parts("US", "en"), parts("U.S", "en"));
        assert_eq!(parts("us", "en"), ["us"]);
        assert_eq!(parts("打开", "zh"), ["打", "开"]);
        assert_eq!(parts("カメラ", "ja"), ["カメラ"]);
        assert_eq!(
            spelling("organisation", "en"),
            spelling("organization", "en")
        );
        assert_eq!(spelling("defence", "en"), spelling("defense", "en"));
        assert_eq!(spelling("had", "en"), spelling("has", "en"));
        assert_eq!(spelling("would", "en"), "will");
        assert_eq!(transliteration("velinskyi"), transliteration("velinski"));
    }
}
