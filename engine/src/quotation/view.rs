//! One sentence as rules see it (each quotation one unit), and the noun phrases in it.

use super::class::{Class, Flags};
use super::words::Word;
use crate::text::Span;

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
        Span::new(self.units[phrase.first].start as usize, self.units[phrase.last].end as usize)
    }

    pub fn class(&self, at: usize) -> Class {
        self.units[at].class
    }

    pub fn is_class(&self, at: usize, classes: &[Class]) -> bool {
        classes.contains(&self.units[at].class)
    }

    pub fn quoted(&self, at: usize) -> bool {
        self.units[at].class == Class::Quoted
    }

    pub fn capital(&self, at: usize) -> bool {
        self.units[at].capital
    }

    pub fn has(&self, at: usize, flags: Flags) -> bool {
        self.units[at].has(flags)
    }

    /// Whether the unit is this word, in any case. `word` is lower case; only ASCII folds.
    pub fn is(&self, at: usize, word: &str) -> bool {
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
        self.units[at].class == Class::Punctuation
            && self.word(at).chars().next().is_some_and(|first| signs.contains(first))
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
        !self.quoted(at) && self.word(at).to_ascii_lowercase().ends_with(ending)
    }

    /// Last unit before the sentence's closing marks, plus one.
    pub fn content_end(&self) -> usize {
        let mut end = self.len();
        while end > 0 && self.mark(end - 1, ".!?\"”’…')") {
            end -= 1;
        }
        end
    }

    /// Whether a noun phrase may end here.
    pub fn ends_phrase(&self, at: usize) -> bool {
        match self.class(at) {
            Class::Noun | Class::Name | Class::Number | Class::Pronoun => true,
            Class::Determiner | Class::Verb => {
                self.capital(at)
                    || self.has(at, Flags::PRONOUN)
                    || self.any(at, &["both", "another", "former", "one", "two", "three", "all"])
            }
            _ => false,
        }
    }

    /// The noun phrase that ends at `last`, with the prepositional phrases inside it.
    pub fn phrase_ending(&self, last: usize) -> Phrase {
        if self.has(last, Flags::SUBJECT_PRONOUN) && !self.is(last, "who") {
            return Phrase { first: last, last };
        }
        let mut first = last + 1;
        while first > 0 {
            let at = first - 1;
            if self.is(at, "that") && at < last {
                break;
            }
            if self.belongs_left(at, last) {
                first = at;
                let closes = self.class(at) == Class::Determiner
                    && self.any(at, &["the", "a", "an", "his", "her", "their", "its", "this", "another"]);
                if closes && at > 0 && !self.is_class(at - 1, &[Class::Preposition, Class::Name]) {
                    break;
                }
                continue;
            }
            if self.links_left(at, last) {
                first = at;
                continue;
            }
            match self.aside_before(at) {
                Some(before) => first = before,
                None => break,
            }
        }
        Phrase { first: first.min(last), last }
    }

    fn belongs_left(&self, at: usize, last: usize) -> bool {
        match self.class(at) {
            Class::Noun | Class::Name | Class::Number | Class::Determiner | Class::Genitive => true,
            Class::Pronoun => at == last,
            Class::Preposition | Class::Subordinator | Class::Conjunction | Class::Quoted => false,
            _ if self.capital(at) => true,
            Class::Verb => {
                at < last
                    && at > 0
                    && (self.is_class(at - 1, &[Class::Determiner, Class::Genitive])
                        || self.any(at - 1, &["his", "her", "their"]))
            }
            _ => self.mark(at, "/&"),
        }
    }

    /// "of", "for" and "and" inside a phrase.
    fn links_left(&self, at: usize, last: usize) -> bool {
        if at == 0 {
            return false;
        }
        match self.class(at) {
            Class::Preposition => {
                !self.any(at, &["as", "than", "after", "before", "since", "until", "despite", "during"])
                    && (self.is_class(at - 1, &[Class::Noun, Class::Name, Class::Number])
                        || self.any(at - 1, &["one", "some", "many", "most", "all", "members", "those", "both"]))
            }
            Class::Conjunction => {
                at < last && self.is(at, "and") && self.class(at - 1) == Class::Name && self.capital(at + 1)
            }
            _ => false,
        }
    }

    /// Where a short parenthesis that ends at `at` begins.
    fn aside_before(&self, at: usize) -> Option<usize> {
        if !self.mark(at, ")") {
            return None;
        }
        let open = (at.saturating_sub(7)..at).rev().find(|before| self.mark(*before, "("))?;
        (open > 0).then_some(open)
    }

    /// The noun phrase that begins at `first`.
    pub fn phrase_from(&self, first: usize) -> Option<Phrase> {
        if first >= self.len() {
            return None;
        }
        if self.any(first, &["he", "she", "they", "it", "we", "i", "who", "you"]) {
            return Some(Phrase { first, last: first });
        }
        let mut end = first;
        while end < self.len() && (end == first || !self.is(end, "that")) && (self.belongs_right(end, first) || self.links_right(end, first)) {
            end += 1;
        }
        while end > first + 1 && self.has(end - 1, Flags::TIME) {
            end -= 1;
        }
        let whole = end > first && (self.ends_phrase(end - 1) || end == first + 1);
        whole.then(|| Phrase { first, last: end - 1 })
    }

    fn belongs_right(&self, at: usize, first: usize) -> bool {
        match self.class(at) {
            Class::Noun | Class::Name | Class::Number | Class::Determiner | Class::Genitive => true,
            Class::Pronoun => at == first,
            Class::Quoted => false,
            _ => self.capital(at) || self.mark(at, "&") || self.modifies(at, first),
        }
    }

    /// "retired General Doe": a participle that begins a phrase.
    fn modifies(&self, at: usize, first: usize) -> bool {
        at == first
            && self.class(at) == Class::Verb
            && self.ends_with(at, "ed")
            && at + 1 < self.len()
            && self.is_class(at + 1, &[Class::Name, Class::Noun])
    }

    fn links_right(&self, at: usize, first: usize) -> bool {
        if at == first || at + 1 >= self.len() {
            return false;
        }
        let of = self.class(at) == Class::Preposition
            && self.any(at, &["of", "for", "at", "from", "with"])
            && self.is_class(at + 1, &[Class::Noun, Class::Name, Class::Determiner, Class::Number]);
        of || self.is(at, "and") && self.capital(at + 1) && self.capital(at - 1)
    }

    /// Whether an auxiliary or adverb that may stand before a verb.
    fn before_verb(&self, at: usize) -> bool {
        !self.mark(at, ",")
            && self.class(at) != Class::Name
            && (self.is_class(at, &[Class::Auxiliary, Class::Adverb])
                || self.has(at, Flags::BEFORE_VERB)
                || self.has(at, Flags::ADVERB))
    }

    /// First of the auxiliaries and adverbs that stand directly before the verb.
    pub fn auxiliaries(&self, verb: usize) -> usize {
        let mut first = verb;
        while first > 0 && self.before_verb(first - 1) {
            first -= 1;
        }
        first
    }

    /// The subject of a verb, to its left.
    pub fn subject(&self, verb: usize) -> Option<Phrase> {
        let mut end = self.auxiliaries(verb);
        if end == 0 || self.is(end - 1, "to") {
            return None;
        }
        end = self.skip_dates(end);
        while end > 0 && self.before_verb(end - 1) {
            end -= 1;
        }
        let last = end.checked_sub(1)?;
        if self.any(last, &["who", "which", "that"]) {
            return self.antecedent(last);
        }
        if self.any(last, &["and", "but", "or"]) {
            return self.main_subject(last);
        }
        if self.mark(last, ")") {
            let open = (0..last).rev().find(|at| self.mark(*at, "("))?;
            return self.subject_ending(open.checked_sub(1)?);
        }
        if self.mark(last, ",—–-") {
            return self.subject_before_aside(last);
        }
        if self.quoted(last) { None } else { self.subject_ending(last) }
    }

    /// "X on Friday said", "X last week said": the unit after X.
    fn skip_dates(&self, end: usize) -> usize {
        let last = end - 1;
        if !self.date_word(last) && self.class(last) != Class::Number {
            return end;
        }
        let mut first = last;
        while first > 0 && (self.date_word(first) || self.class(first) == Class::Number || self.any(first, &["last", "this", "."])) {
            first -= 1;
        }
        if self.any(first, &["on", "in", "at", "late", "early", "last"]) {
            return first;
        }
        if first < last && self.ends_phrase(first) && self.has(last, Flags::TIME) {
            return first + 1;
        }
        end
    }

    /// What "who" and "which" stand for.
    fn antecedent(&self, relative: usize) -> Option<Phrase> {
        let mut end = relative;
        if end > 0 && self.mark(end - 1, ",") {
            end -= 1;
        }
        if end > 0 && self.ends_phrase(end - 1) {
            let phrase = self.phrase_ending(end - 1);
            return Some(Phrase { first: phrase.first, last: relative });
        }
        (!self.is(relative, "that")).then_some(Phrase { first: relative, last: relative })
    }

    /// "X, the mayor of Y, said": the phrase before the apposition that ends at the sign `close`.
    fn subject_before_aside(&self, close: usize) -> Option<Phrase> {
        let sign = self.word(close);
        let mut found: Option<Phrase> = None;
        let mut named = false;
        let start = self.after_adjunct().min(close);
        for at in (start + 1..close).rev() {
            if self.quoted(at) || self.mark(at, ";:") {
                break;
            }
            if self.class(at) != Class::Punctuation || self.word(at) != sign || !self.ends_phrase(at - 1) {
                continue;
            }
            let phrase = self.phrase_ending(at - 1);
            let before = phrase.first.checked_sub(1);
            if before.is_some_and(|before| self.class(before) == Class::Preposition) {
                continue;
            }
            if before.is_none_or(|before| self.opens_clause(before)) {
                return Some(phrase);
            }
            let has_name = (phrase.first..=phrase.last).any(|unit| self.class(unit) == Class::Name);
            if has_name || !named {
                found = Some(phrase);
                named |= has_name;
            }
        }
        found.or_else(|| self.main_subject(close))
    }

    fn opens_clause(&self, at: usize) -> bool {
        self.quoted(at)
            || self.has(at, Flags::CONJUNCTION)
            || self.any(at, &["so", "yet"])
            || self.has(at, Flags::SUBORDINATOR)
            || self.mark(at, ":;—–")
    }

    pub fn subject_ending(&self, last: usize) -> Option<Phrase> {
        if !self.ends_phrase(last) {
            return None;
        }
        let phrase = self.phrase_ending(last);
        let only_date = self.date_word(last)
            && (phrase.first..=last).all(|at| {
                self.date_word(at)
                    || self.is_class(at, &[Class::Number, Class::Determiner])
                    || self.any(at, &["early", "late", "last"])
            });
        if only_date { self.main_subject(last + 1) } else { Some(phrase) }
    }

    /// The first noun phrase before unit `end`, an introductory phrase left aside.
    pub fn main_subject(&self, end: usize) -> Option<Phrase> {
        let end = end.min(self.len());
        let mut first = 0;
        while first < end
            && (self.is_class(first, &[Class::Conjunction, Class::Adverb, Class::Punctuation, Class::Quoted])
                || self.any(first, &["however", "meanwhile", "still", "yet", "so"]))
        {
            first += 1;
        }
        if first < end && self.opens_adjunct(first) {
            if let Some(comma) = self.comma_after(first, end) {
                first = comma + 1;
            }
        }
        while first < end && (self.is_class(first, &[Class::Adverb, Class::Conjunction]) || self.mark(first, ",")) {
            first += 1;
        }
        self.phrase_of_subject(first, end)
    }

    fn comma_after(&self, first: usize, end: usize) -> Option<usize> {
        (first..end).find(|at| self.mark(*at, ","))
    }

    /// The unit after the adjunct that opens the sentence, 0 where there is none.
    fn after_adjunct(&self) -> usize {
        let opens = !self.units.is_empty() && self.opens_adjunct(0);
        let comma = if opens { self.comma_after(0, self.len()) } else { None };
        comma.map_or(0, |comma| comma + 1)
    }

    fn opens_adjunct(&self, at: usize) -> bool {
        self.is_class(at, &[Class::Preposition, Class::Subordinator])
            || self.has(at, Flags::PREPOSITION)
            || self.has(at, Flags::SUBORDINATOR)
            || self.has(at, Flags::MONTH)
            || self.ends_with(at, "ing")
    }

    fn phrase_of_subject(&self, first: usize, end: usize) -> Option<Phrase> {
        let mut stop = first;
        while stop < end {
            let belongs = match self.class(stop) {
                Class::Noun | Class::Name | Class::Determiner | Class::Number | Class::Genitive => true,
                Class::Preposition => stop > first,
                Class::Pronoun => stop == first,
                Class::Quoted => false,
                _ => self.capital(stop),
            };
            if !belongs {
                break;
            }
            stop += 1;
            if self.class(stop - 1) == Class::Pronoun {
                break;
            }
        }
        if stop == first || stop == first + 1 && self.is_class(first, &[Class::Adverb, Class::Subordinator]) {
            return None;
        }
        while stop - 1 > first && self.is_class(stop - 1, &[Class::Preposition, Class::Determiner]) {
            stop -= 1;
        }
        Some(Phrase { first, last: stop - 1 })
    }

    /// Whether a clause with a finite verb begins at `first`, looking no further than `last`.
    pub fn is_clause(&self, first: usize, last: usize) -> bool {
        if first > last || first >= self.len() {
            return false;
        }
        let last = last.min(self.len() - 1);
        let pronoun = ["he", "she", "they", "i", "we", "it", "who", "you", "there", "this", "that", "these", "those"];
        if self.any(first, &pronoun) {
            return (first + 1..=last.min(first + 5))
                .any(|at| self.is_class(at, &[Class::Verb, Class::Auxiliary, Class::Quoted]));
        }
        for at in first..=last.min(first + 26) {
            match self.class(at) {
                Class::Auxiliary => return at > first,
                Class::Verb if at > first && !self.ends_with(at, "ing") => {
                    if self.class(at - 1) != Class::Determiner {
                        return true;
                    }
                }
                Class::Punctuation if self.mark(at, ";:") => return false,
                Class::Punctuation if self.mark(at, ",") && at < last && self.ends_with(at + 1, "ing") => return false,
                _ => {}
            }
        }
        false
    }
}
