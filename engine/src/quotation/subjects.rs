//! Subjects of an English sentence's verbs, and where its clauses begin.

use super::class::{Class, Flags};
use super::view::{Phrase, View};

impl View<'_> {
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
        if self.quoted(last) {
            None
        } else {
            self.subject_ending(last)
        }
    }

    /// "X on Friday said", "X last week said": the unit after X.
    fn skip_dates(&self, end: usize) -> usize {
        let last = end - 1;
        if !self.date_word(last) && self.class(last) != Class::Number {
            return end;
        }
        // "Four in 10 said": no date.
        if self.class(last) == Class::Number
            && self.word(last).len() < 4
            && last > 1
            && self.is(last - 1, "in")
            && !self.has(last - 2, Flags::TIME)
        {
            return end;
        }
        let mut first = last;
        while first > 0
            && (self.date_word(first)
                || self.class(first) == Class::Number
                || self.any(first, &["last", "this", "."]))
        {
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
            // "talked with Doe, who": the relative clause is Doe's.
            let named = self.class(end - 1) == Class::Name;
            let inside = (phrase.first..end)
                .rev()
                .find(|at| named && self.any(*at, &["with", "to", "by", "from"]));
            let first = inside.map_or(phrase.first, |at| at + 1).min(end - 1);
            return Some(Phrase {
                first,
                last: relative,
            });
        }
        (!self.is(relative, "that")).then_some(Phrase {
            first: relative,
            last: relative,
        })
    }

    /// "X, the mayor of Y, said": the phrase before the apposition that ends at the sign `close`.
    fn subject_before_aside(&self, close: usize) -> Option<Phrase> {
        let sign = self.word(close);
        // "X (party and state), said"
        let bracketed = close > 1 && self.mark(close - 1, ")");
        if let Some(open) = (0..close).rev().find(|at| bracketed && self.mark(*at, "(")) {
            let name = open
                .checked_sub(1)
                .filter(|last| self.class(*last) == Class::Name);
            if let Some(last) = name {
                return Some(self.phrase_ending(last));
            }
        }
        let mut found: Option<Phrase> = None;
        let mut named = false;
        let start = self.after_adjunct().min(close);
        for at in (start + 1..close).rev() {
            if self.quoted(at) || self.mark(at, ";:") {
                break;
            }
            if self.class(at) != Class::Punctuation
                || self.word(at) != sign
                || !self.ends_phrase(at - 1)
            {
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
        if only_date {
            self.main_subject(last + 1)
        } else {
            Some(phrase)
        }
    }

    /// The first noun phrase before unit `end`, an introductory phrase left aside.
    pub fn main_subject(&self, end: usize) -> Option<Phrase> {
        let end = end.min(self.len());
        let mut first = 0;
        while first < end
            && (self.is_class(
                first,
                &[
                    Class::Conjunction,
                    Class::Adverb,
                    Class::Punctuation,
                    Class::Quoted,
                ],
            ) || self.any(first, &["however", "meanwhile", "still", "yet", "so"]))
        {
            first += 1;
        }
        if first < end
            && self.opens_adjunct(first)
            && let Some(comma) = self.comma_after(first, end)
        {
            first = self.after_places(comma + 1, end);
        }
        while first < end
            && (self.is_class(first, &[Class::Adverb, Class::Conjunction]) || self.mark(first, ","))
        {
            first += 1;
        }
        self.phrase_of_subject(first, end)
    }

    /// "In Northport, N.P., on Monday, X said": skips the state, and adjuncts that follow.
    fn after_places(&self, mut first: usize, end: usize) -> usize {
        while let Some(comma) = self.comma_after(first, end) {
            let adjunct = self.class(first) == Class::Preposition;
            let next_is_adjunct = comma + 1 < end && self.class(comma + 1) == Class::Preposition;
            let word = self.word(first);
            let state = comma == first + 1
                && self.class(first) == Class::Name
                && (word.ends_with('.') || next_is_adjunct || word.chars().all(char::is_uppercase));
            if !(adjunct || state) {
                break;
            }
            first = comma + 1;
        }
        first
    }

    fn comma_after(&self, first: usize, end: usize) -> Option<usize> {
        (first..end).find(|at| self.mark(*at, ","))
    }

    /// The unit after the adjunct that opens the sentence, 0 where there is none.
    fn after_adjunct(&self) -> usize {
        let opens = !self.units.is_empty() && self.opens_adjunct(0);
        let comma = if opens {
            self.comma_after(0, self.len())
        } else {
            None
        };
        comma.map_or(0, |comma| comma + 1)
    }

    fn opens_adjunct(&self, at: usize) -> bool {
        self.is_class(at, &[Class::Preposition, Class::Subordinator])
            || self.has(at, Flags::PREPOSITION)
            || self.has(at, Flags::SUBORDINATOR)
            || self.has(at, Flags::MONTH)
            || self.any(
                at,
                &["last", "this", "next", "earlier", "late", "early", "one"],
            ) && at + 1 < self.len()
                && (self.has(at + 1, Flags::TIME) || self.is(at + 1, "time"))
            || self.ends_with(at, "ing")
    }

    fn phrase_of_subject(&self, first: usize, end: usize) -> Option<Phrase> {
        let mut stop = first;
        while stop < end {
            let belongs = match self.class(stop) {
                Class::Noun | Class::Name | Class::Determiner | Class::Number | Class::Genitive => {
                    true
                }
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
        if stop == first
            || stop == first + 1 && self.is_class(first, &[Class::Adverb, Class::Subordinator])
        {
            return None;
        }
        while stop - 1 > first && self.is_class(stop - 1, &[Class::Preposition, Class::Determiner])
        {
            stop -= 1;
        }
        Some(Phrase {
            first,
            last: stop - 1,
        })
    }

    /// Whether a clause begins at `first`: its subject, with what hangs on it, and a verb at once.
    pub fn begins_clause(&self, first: usize, last: usize) -> bool {
        let pronouns = ["he", "she", "they", "i", "we", "there", "you"];
        if first < self.len() && self.any(first, &pronouns) {
            return self.is_clause(first, last);
        }
        let mut from = first;
        for _ in 0..4 {
            let Some(phrase) = self.phrase_from(from) else {
                return false;
            };
            let mut next = phrase.last + 1;
            while next <= last && self.class(next) == Class::Adverb {
                next += 1;
            }
            if next > last || next >= self.len() {
                return false;
            }
            match self.class(next) {
                Class::Auxiliary => return true,
                Class::Verb => {
                    return !self.ends_with(next, "ing") && !self.has(next, Flags::NOUN_FORM);
                }
                Class::Preposition if !self.any(next, &["as", "than", "like"]) => from = next + 1,
                _ => return false,
            }
        }
        false
    }

    /// Whether a clause with a finite verb begins at `first`, looking no further than `last`.
    pub fn is_clause(&self, first: usize, last: usize) -> bool {
        if first > last || first >= self.len() {
            return false;
        }
        let last = last.min(self.len() - 1);
        // A subject pronoun begins a clause whatever verb follows: tables know few verbs.
        if self.any(first, &["he", "she", "they", "i", "we", "it", "there"]) {
            return first < last && self.class(first + 1) != Class::Punctuation;
        }
        if self.any(first, &["who", "you", "this", "that", "these", "those"]) {
            return (first + 1..=last.min(first + 5))
                .any(|at| self.is_class(at, &[Class::Verb, Class::Auxiliary, Class::Quoted]));
        }
        for at in first..=last.min(first + 26) {
            match self.class(at) {
                Class::Auxiliary => return at > first,
                Class::Verb
                    if at > first
                        && !self.ends_with(at, "ing")
                        && self.class(at - 1) != Class::Determiner =>
                {
                    return true;
                }
                Class::Punctuation if self.mark(at, ";:") => return false,
                Class::Punctuation
                    if self.mark(at, ",") && at < last && self.ends_with(at + 1, "ing") =>
                {
                    return false;
                }
                _ => {}
            }
        }
        false
    }
}
