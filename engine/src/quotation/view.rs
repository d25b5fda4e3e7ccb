//! One sentence as rules see it (each quotation one unit), and the noun phrases in it.

use super::class::{Class, Flags};
use super::words::{self, Word};
use crate::text::Span;
use crate::work;

/// First and last unit of a phrase, both inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub first: usize,
    pub last: usize,
}

#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub text: &'a str,
    pub units: &'a [Word],
}

impl<'a> View<'a> {
    pub fn len(&self) -> usize {
        self.units.len()
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.units[at].text(self.text)
    }

    pub fn span(&self, phrase: Phrase) -> Span {
        Span::new(
            self.units[phrase.first].start as usize,
            self.units[phrase.last].end as usize,
        )
    }

    pub fn class(&self, at: usize) -> Class {
        work::step(1);
        self.units[at].class
    }

    pub fn is_class(&self, at: usize, classes: &[Class]) -> bool {
        work::step(1);
        classes.contains(&self.units[at].class)
    }

    pub fn quoted(&self, at: usize) -> bool {
        work::step(1);
        self.units[at].class == Class::Quoted
    }

    pub fn capital(&self, at: usize) -> bool {
        self.units[at].capital
    }

    pub fn has(&self, at: usize, flags: Flags) -> bool {
        work::step(1);
        self.units[at].has(flags)
    }

    /// Whether the unit is this word, in any case. `word` is lower case; only ASCII folds.
    pub fn is(&self, at: usize, word: &str) -> bool {
        work::step(1);
        let unit = &self.units[at];
        (unit.end - unit.start) as usize == word.len()
            && unit.class != Class::Quoted
            && self.word(at).eq_ignore_ascii_case(word)
    }

    pub fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// [`Self::any`], false beyond the sentence.
    pub fn any_at(&self, at: usize, words: &[&str]) -> bool {
        at < self.len() && self.any(at, words)
    }

    /// Whether the unit is a sign that begins with one of `signs`.
    pub fn mark(&self, at: usize, signs: &str) -> bool {
        work::step(1);
        self.units[at].class == Class::Punctuation
            && self
                .word(at)
                .chars()
                .next()
                .is_some_and(|first| signs.contains(first))
    }

    pub fn mark_at(&self, at: usize, signs: &str) -> bool {
        at < self.len() && self.mark(at, signs)
    }

    pub fn date_word(&self, at: usize) -> bool {
        self.has(at, Flags::TIME) || self.has(at, Flags::MONTH)
    }

    /// The 's of a genitive or of "is".
    pub fn apostrophe_s(&self, at: usize) -> bool {
        self.any(at, &["'s", "’s"])
    }

    pub fn ends_with(&self, at: usize, ending: &str) -> bool {
        !self.quoted(at) && words::ends_with(self.word(at), ending)
    }

    /// Last unit before the sentence's closing marks, plus one.
    pub fn content_end(&self) -> usize {
        let mut end = self.len();
        while end > 0 && self.mark(end - 1, ".!?\"”’…')") {
            end -= 1;
        }
        end
    }
}
