//! Words cut down to their stems, by language.

use rust_stemmers::{Algorithm, Stemmer as Snowball};

/// A Snowball stemmer, or none where the language has none: then words stay as they are.
pub struct Stemmer(Option<Snowball>);

impl Stemmer {
    /// `language` is an ISO 639-1 code.
    pub fn of(language: &str) -> Self {
        let algorithm = match language {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "en" => Algorithm::English,
            "es" => Algorithm::Spanish,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "nl" => Algorithm::Dutch,
            "no" | "nb" | "nn" => Algorithm::Norwegian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            _ => return Self(None),
        };
        Self(Some(Snowball::create(algorithm)))
    }

    /// The stem of a lower-case word.
    pub fn stem(&self, word: &str) -> String {
        match &self.0 {
            Some(snowball) => snowball.stem(word).into_owned(),
            None => word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_share_a_stem() {
        let english = Stemmer::of("en");
        assert_eq!(english.stem("promises"), english.stem("promised"));
        let german = Stemmer::of("de");
        assert_eq!(german.stem("häuser"), german.stem("häusern"));
        assert_eq!(Stemmer::of("und").stem("promises"), "promises");
    }
}
