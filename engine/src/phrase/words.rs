//! Words as weighted stems.

use rustc_hash::FxHashMap;

use super::variants::{parts, spelling, transliteration};
use crate::text::frequency::{CONTENT_WEIGHT, word_weight};
use crate::text::stem::Stemmer;
use crate::text::{TokenClass, denies, tokenize};

/// One word of a phrase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Term {
    /// Number of the stem, see [`Lexicon::text`].
    pub stem: u32,
    /// Number of the word as it stands, case folded.
    pub form: u32,
    /// How much the word tells in general.
    pub general: f32,
    /// How much it tells in this folder; equal to `general` until the folder is counted.
    pub weight: f32,
    pub number: bool,
    pub negation: bool,
    /// Number of the stem's first letters, if it is long enough to have kin.
    pub beginning: Option<u32>,
}

impl Term {
    pub(crate) fn is_content(self) -> bool {
        self.general > CONTENT_WEIGHT
    }
}

/// Numbers the words and stems of a folder, and remembers what was found out about a word.
#[derive(Default)]
pub(crate) struct Lexicon {
    numbers: FxHashMap<String, u32>,
    texts: Vec<String>,
    /// By language, then by the word as written.
    words: FxHashMap<String, FxHashMap<String, Vec<Term>>>,
    stemmers: FxHashMap<String, Stemmer>,
}

impl Lexicon {
    /// The words of a text in order; marks are left out.
    pub(crate) fn terms(&mut self, text: &str, language: &str) -> Vec<Term> {
        let mut terms = Vec::new();
        for token in tokenize(text) {
            if token.class != TokenClass::Mark {
                self.add_word(token.span.of(text), language, &mut terms);
            }
        }
        terms
    }

    /// The stem or form of this number.
    pub(crate) fn text(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }

    /// The words that a token stands for, if it has been met.
    pub(crate) fn known(&self, token: &str, language: &str) -> Option<&[Term]> {
        let words = self.words.get(language)?;
        words.get(token).map(Vec::as_slice)
    }

    fn add_word(&mut self, word: &str, language: &str, terms: &mut Vec<Term>) {
        if let Some(known) = self.known(word, language) {
            terms.extend_from_slice(known);
            return;
        }
        let new: Vec<Term> = parts(word, language)
            .iter()
            .filter(|part| part.chars().any(char::is_alphanumeric))
            .map(|part| self.term(part, language))
            .collect();
        terms.extend_from_slice(&new);
        let words = self.words.entry(language.to_owned()).or_default();
        words.insert(word.to_owned(), new);
    }

    fn term(&mut self, part: &str, language: &str) -> Term {
        let number = part.starts_with(|c: char| c.is_numeric());
        let general = word_weight(part, language);
        let stem = if number {
            part.to_owned()
        } else {
            transliteration(&self.stemmed(&spelling(part, language), language))
        };
        let beginning = beginning(&stem)
            .filter(|_| !number)
            .map(|letters| self.number(letters));
        let (stem, form) = (self.number(&stem), self.number(part));
        Term {
            stem,
            form,
            general,
            weight: general,
            number,
            negation: denies(part, language),
            beginning,
        }
    }

    fn stemmed(&mut self, word: &str, language: &str) -> String {
        if let Some(stemmer) = self.stemmers.get(language) {
            return stemmer.stem(word);
        }
        let stemmer = Stemmer::of(language);
        let stem = stemmer.stem(word);
        self.stemmers.insert(language.to_owned(), stemmer);
        stem
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        number
    }
}

/// The first four letters.
fn beginning(stem: &str) -> Option<&str> {
    let end = stem
        .char_indices()
        .nth(3)
        .map(|(at, letter)| at + letter.len_utf8())?;
    Some(&stem[..end])
}

/// Words of one root that stemming leaves apart: "iran" and "iranian", "memo" and "memoranda".
pub(crate) fn are_kin(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.chars().count(), b.chars().count());
    let (short, long) = (a.min(b), a.max(b));
    shared >= 4 && shared * 20 >= long * 11 && short - shared <= 2
}
