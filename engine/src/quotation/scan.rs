//! One article prepared for the rules: paragraphs, regions in marks, words, and sentences in which
//! each region is one unit.

use std::ops::Range;

use super::class::{Class, Flags};
use super::dialogue;
use super::frames;
use super::lexicon::{self, Grammar, Lexicon};
use super::marks::{self, Region};
use super::paragraphs::{self, Paragraph};
use super::view::View;
use super::words::{self, OUTSIDE, Word};
use crate::article::Article;
use crate::text::Span;
use crate::work;

/// Units after which a sentence ends in any case, so that no rule that looks to and fro in a
/// sentence makes a hostile text slow. The longest of 2,400 news sentences measured had 118.
const LONGEST_SENTENCE: usize = 160;

/// Words between a speaker and a quotation that are counted one by one.
const NEAR_WORDS: usize = 64;

/// What a word takes on average, its blank included: room for most articles at once.
const BYTES_A_WORD: usize = 5;

/// Verbs after a question or an exclamation and its speaker that no table of cues has.
const OTHER_TAILS: [&str; 6] = ["went", "shot", "began", "put", "broke", "cut"];

#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// In [`Scan::units`].
    pub units: Range<usize>,
    pub paragraph: usize,
}

pub(crate) struct Scan<'a> {
    pub text: &'a str,
    pub lexicon: &'static Lexicon,
    pub paragraphs: Vec<Paragraph>,
    /// In order; those of one paragraph are neighbours.
    pub regions: Vec<Region>,
    /// Every word of the article, inside marks or not.
    pub words: Vec<Word>,
    pub units: Vec<Word>,
    pub sentences: Vec<Sentence>,
    /// Sentence and unit (within the sentence) of each region; `None` for one without words.
    pub places: Vec<Option<Place>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub sentence: usize,
    pub unit: usize,
}

impl<'a> Scan<'a> {
    /// What stands before a byte of the article's text.
    pub fn new(article: &'a Article, end: usize) -> Self {
        let mut scan = Self {
            text: &article.text,
            lexicon: lexicon::of(&article.language),
            paragraphs: paragraphs::of(article, end),
            regions: Vec::new(),
            words: Vec::with_capacity(article.text.len() / BYTES_A_WORD),
            units: Vec::with_capacity(article.text.len() / BYTES_A_WORD),
            sentences: Vec::new(),
            places: Vec::new(),
        };
        for number in 0..scan.paragraphs.len() {
            work::step(scan.paragraphs[number].span.len());
            scan.add_paragraph(number);
        }
        scan
    }

    pub fn view(&self, sentence: usize) -> View<'_> {
        let units = self.sentences[sentence].units.clone();
        View {
            text: self.text,
            units: &self.units[units],
        }
    }

    /// Words that begin inside a stretch of the article.
    pub fn words_in(&self, span: Span) -> &[Word] {
        let place = |byte: usize| {
            self.words
                .partition_point(|word| (word.start as usize) < byte)
        };
        &self.words[place(span.start)..place(span.end)]
    }

    /// Tokens of the article between two byte offsets, quotation marks not counted where they are near.
    pub fn distance(&self, from: usize, to: usize) -> u32 {
        let first = self
            .words
            .partition_point(|word| (word.start as usize) < from);
        // Mostly a few words: counted, not sought.
        let near = self.words[first..]
            .iter()
            .take(NEAR_WORDS)
            .take_while(|word| (word.start as usize) < to);
        let words = if near.clone().count() < NEAR_WORDS {
            near.filter(|word| !is_quotation_mark(word.text(self.text)))
                .count()
        } else {
            self.words_in(Span::new(from, to.max(from))).len()
        };
        u32::try_from(words).unwrap_or(u32::MAX)
    }

    fn add_paragraph(&mut self, number: usize) {
        let span = self.paragraphs[number].span;
        let first_region = self.regions.len();
        if self.lexicon.grammar == Grammar::Plain {
            dialogue::find(
                self.text,
                span,
                number as u32,
                self.lexicon,
                &mut self.regions,
            );
        }
        if self.regions.len() == first_region {
            marks::find(self.text, span, number as u32, &mut self.regions);
            if self.lexicon.grammar == Grammar::Plain {
                frames::cut(self.text, self.lexicon, first_region, &mut self.regions);
            }
        }
        let first_word = self.words.len();
        words::split(self.text, span, self.lexicon, &mut self.words);
        self.assign_regions(first_word, first_region);
        self.places.resize(self.regions.len(), None);
        self.add_sentences(number, first_word);
    }

    fn assign_regions(&mut self, first_word: usize, first_region: usize) {
        let mut region = first_region;
        for word in &mut self.words[first_word..] {
            while self
                .regions
                .get(region)
                .is_some_and(|region| region.outer.end <= word.start as usize)
            {
                region += 1;
            }
            if self
                .regions
                .get(region)
                .is_some_and(|region| region.inner.contains(word.span()))
            {
                word.region = region as u32;
            }
        }
    }

    fn add_sentences(&mut self, number: usize, first_word: usize) {
        let outer = self.collapse(first_word);
        let mut first = 0;
        let mut at = 0;
        while at < outer.len() {
            let end = self.sentence_end(&outer, at);
            at += 1;
            let close = end.or_else(|| (at - first >= LONGEST_SENTENCE).then_some(at));
            if let Some(end) = close {
                self.add_sentence(&outer[first..end], number);
                (first, at) = (end, end);
            }
        }
        if first < outer.len() {
            self.add_sentence(&outer[first..], number);
        }
    }

    /// The words of a paragraph, each region one unit, marks left out.
    fn collapse(&self, first_word: usize) -> Vec<Word> {
        let mut outer: Vec<Word> = Vec::with_capacity(self.words.len() - first_word);
        for word in &self.words[first_word..] {
            if word.region != OUTSIDE {
                if outer.last().is_none_or(|last| last.region != word.region) {
                    let span = self.regions[word.region as usize].outer;
                    outer.push(Word {
                        start: span.start as u32,
                        end: span.end as u32,
                        class: Class::Quoted,
                        capital: false,
                        alphabetic: false,
                        entry: lexicon::Entry::default(),
                        region: word.region,
                    });
                }
            } else if !is_quotation_mark(word.text(self.text)) {
                outer.push(*word);
            }
        }
        outer
    }

    /// The unit after the sentence, if one ends at `at`.
    fn sentence_end(&self, outer: &[Word], at: usize) -> Option<usize> {
        let unit = &outer[at];
        let word = unit.text(self.text);
        let sign = if unit.class == Class::Quoted {
            self.regions[unit.region as usize]
                .inner
                .of(self.text)
                .chars()
                .next_back()?
        } else {
            word.chars().next().filter(|_| !unit.alphabetic)?
        };
        if !matches!(sign, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
            return None;
        }
        let mut end = at + 1;
        while outer
            .get(end)
            .is_some_and(|next| matches!(next.text(self.text), ")" | "]"))
        {
            end += 1;
        }
        let Some(next) = outer.get(end) else {
            return Some(end);
        };
        let dash = next.text(self.text).starts_with(['—', '–']);
        if dash
            && outer
                .get(end + 1)
                .is_some_and(|after| after.class == Class::Quoted)
            && unit.class != Class::Quoted
        {
            return Some(end);
        }
        if matches!(sign, '。' | '！' | '？') && unit.class != Class::Quoted {
            return Some(end);
        }
        let opens = next.class == Class::Quoted
            || next.capital
            || next
                .text(self.text)
                .starts_with(|c: char| c.is_numeric() || "([".contains(c));
        let gap = outer[end - 1].end < next.start;
        let waits = sign != '.' || unit.class == Class::Quoted;
        (opens && gap && !(waits && self.cue_follows(&outer[end..], sign != '.'))).then_some(end)
    }

    /// Whether a cue for the quotation before follows at once: “Is it?” Doe asked.
    fn cue_follows(&self, next: &[Word], exclaimed: bool) -> bool {
        if !exclaimed {
            return false;
        }
        for (at, unit) in next.iter().take(6).enumerate() {
            let word = unit.text(self.text);
            if unit.class == Class::Quoted || word.starts_with(['.', ',', ';', ':']) {
                return false;
            }
            if unit.entry.kinds.has(super::class::Kinds::SAY)
                && (at > 0 || unit.has(Flags::TAIL_VERB))
            {
                return true;
            }
            let other_verb = word.ends_with("ed") || OTHER_TAILS.contains(&word);
            if matches!(at, 1 | 2) && !unit.capital && other_verb && next[at - 1].capital {
                return true;
            }
        }
        false
    }

    fn add_sentence(&mut self, outer: &[Word], paragraph: usize) {
        let first = self.units.len();
        self.units.extend_from_slice(outer);
        let units = first..self.units.len();
        super::tagging::tag(self.text, self.lexicon, &mut self.units[units.clone()]);
        let sentence = self.sentences.len();
        for (unit, word) in self.units[units.clone()].iter().enumerate() {
            if word.region != OUTSIDE {
                self.places[word.region as usize] = Some(Place { sentence, unit });
            }
        }
        self.sentences.push(Sentence { units, paragraph });
    }
}

fn is_quotation_mark(word: &str) -> bool {
    matches!(
        word,
        "\"" | "“"
            | "”"
            | "„"
            | "«"
            | "»"
            | "‹"
            | "›"
            | "‘"
            | "’"
            | "'"
            | "‚"
            | "''"
            | "``"
            | "「"
            | "」"
            | "『"
            | "』"
    )
}
