//! Noun phrases of an English sentence, from either end.

use super::class::{Class, Flags};
use super::view::{Phrase, View};

impl View<'_> {
    /// Whether a noun phrase may end here.
    pub fn ends_phrase(&self, at: usize) -> bool {
        match self.class(at) {
            Class::Noun | Class::Name | Class::Number | Class::Pronoun => true,
            Class::Determiner | Class::Verb => {
                self.capital(at)
                    || self.has(at, Flags::PRONOUN)
                    || self.any(
                        at,
                        &["both", "another", "former", "one", "two", "three", "all"],
                    )
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
                    && self.any(
                        at,
                        &[
                            "the", "a", "an", "his", "her", "their", "its", "this", "another",
                        ],
                    );
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
        Phrase {
            first: first.min(last),
            last,
        }
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
                !self.any(
                    at,
                    &[
                        "as", "than", "after", "before", "since", "until", "despite", "during",
                    ],
                ) && (self.is_class(at - 1, &[Class::Noun, Class::Name, Class::Number])
                    || self.any(
                        at - 1,
                        &[
                            "one", "some", "many", "most", "all", "members", "those", "both",
                            "two", "three", "four", "five", "six", "seven", "eight", "nine",
                        ],
                    ))
            }
            Class::Conjunction => {
                at < last
                    && self.is(at, "and")
                    && self.class(at - 1) == Class::Name
                    && self.capital(at + 1)
            }
            _ => false,
        }
    }

    /// Where a short parenthesis that ends at `at` begins.
    fn aside_before(&self, at: usize) -> Option<usize> {
        if !self.mark(at, ")") {
            return None;
        }
        let open = (at.saturating_sub(7)..at)
            .rev()
            .find(|before| self.mark(*before, "("))?;
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
        while end < self.len()
            && (end == first || !self.is(end, "that") && !self.dates_from(end))
            && (self.belongs_right(end, first) || self.links_right(end, first))
        {
            end += 1;
        }
        while end > first + 1 && self.has(end - 1, Flags::TIME) {
            end -= 1;
        }
        let whole = end > first && (self.ends_phrase(end - 1) || end == first + 1);
        whole.then(|| Phrase {
            first,
            last: end - 1,
        })
    }

    fn belongs_right(&self, at: usize, first: usize) -> bool {
        match self.class(at) {
            Class::Noun | Class::Name | Class::Number | Class::Determiner | Class::Genitive => true,
            Class::Pronoun => at == first,
            Class::Quoted => false,
            _ => self.capital(at) || self.mark(at, "&") || self.modifies(at, first),
        }
    }

    /// "this week", "last month": a time after a phrase, not in it.
    fn dates_from(&self, at: usize) -> bool {
        self.any(at, &["this", "last"]) && at + 1 < self.len() && self.has(at + 1, Flags::TIME)
    }

    /// "retired General Doe", "one unnamed aide": a participle that begins a phrase.
    fn modifies(&self, at: usize, first: usize) -> bool {
        let opens = at == first || self.is_class(at - 1, &[Class::Determiner, Class::Number]);
        opens
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
            && self.is_class(
                at + 1,
                &[Class::Noun, Class::Name, Class::Determiner, Class::Number],
            );
        of || self.is(at, "and") && self.capital(at + 1) && self.capital(at - 1)
    }
}
