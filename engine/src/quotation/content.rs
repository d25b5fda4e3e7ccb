//! Reported speech: what a cue of an English sentence says was said, without the frame.

use super::Kind;
use super::class::{Class, Kinds};
use super::cues::{CueKind, SpeechCue};
use super::lexicon::Lexicon;
use super::view::View;
use super::words::count;
use crate::text::Span;

/// A sentence with its cues.
pub(crate) struct Sentence<'a> {
    pub view: View<'a>,
    pub lexicon: &'a Lexicon,
    pub cues: &'a [SpeechCue],
    /// Of each region.
    pub kinds: &'a [Kind],
}

const SPEAKS_OF: [&str; 10] = [
    "warn", "speak", "talk", "complain", "boast", "brag", "joke", "ask", "comment", "wonder",
];
const QUESTION_WORDS: [&str; 9] = [
    "how", "what", "whether", "why", "if", "who", "where", "when", "which",
];
const OBJECT_PRONOUNS: [&str; 6] = ["him", "them", "me", "us", "her", "it"];

impl Sentence<'_> {
    /// The content of a cue, broken where the cue stands in its middle; empty if it reports none.
    pub fn content(&self, cue: &SpeechCue) -> Vec<Span> {
        match cue.kind {
            CueKind::Noun => {
                let first = cue.verb.last + 1;
                self.stretch(first, self.clause_end(first, cue))
            }
            CueKind::According => self.according(cue),
            _ => self
                .medial(cue)
                .or_else(|| self.postposed(cue))
                .unwrap_or_else(|| self.complement(cue)),
        }
    }

    /// Whether the unit is a quotation that is no term.
    fn speech(&self, at: usize) -> bool {
        self.view.quoted(at)
            && self.kinds.get(self.view.units[at].region as usize) != Some(&Kind::Term)
    }

    fn stretch(&self, first: usize, last: usize) -> Vec<Span> {
        if last < first || last >= self.view.len() {
            return Vec::new();
        }
        let span = self.span(first, last);
        if count(span.of(self.view.text)) < 2 {
            Vec::new()
        } else {
            vec![span]
        }
    }

    fn span(&self, first: usize, last: usize) -> Span {
        Span::new(
            self.view.units[first].start as usize,
            self.view.units[last].end as usize,
        )
    }

    fn only_quoted(&self, first: usize, end: usize) -> bool {
        (first..end).all(|at| self.view.is_class(at, &[Class::Quoted, Class::Punctuation]))
    }

    fn skip_opening(&self, last: usize) -> usize {
        (0..last)
            .find(|at| !self.view.mark(*at, ",\"—–"))
            .unwrap_or(last)
    }

    /// According to X, A. — A, according to X.
    fn according(&self, cue: &SpeechCue) -> Vec<Span> {
        let view = self.view;
        let words_before = (0..cue.verb.first)
            .filter(|at| view.class(*at) != Class::Punctuation)
            .count();
        if words_before <= 2 {
            let comma = (cue.subject.last + 1..view.len()).find(|at| view.mark(*at, ","));
            let first = comma.unwrap_or(cue.subject.last) + 1;
            if view.len() < first + 3 {
                return Vec::new();
            }
            return self.stretch(first, view.content_end().saturating_sub(1));
        }
        let mut last = cue.verb.first - 1;
        while last > 0 && view.mark(last, ",—") {
            last -= 1;
        }
        let first = self.skip_opening(last);
        if last < first + 2 || self.only_quoted(first, last + 1) {
            Vec::new()
        } else {
            self.stretch(first, last)
        }
    }

    /// A, X said, B.
    fn medial(&self, cue: &SpeechCue) -> Option<Vec<Span>> {
        let view = self.view;
        let start = cue.first();
        let next = cue.last() + 1;
        let framed = matches!(cue.kind, CueKind::Verb | CueKind::Inverted)
            && cue.says()
            && start >= 2
            && view.mark(start - 1, ",—–")
            && view.mark_at(next, ",—–");
        if !framed {
            return None;
        }
        let rest: Vec<usize> = (next + 1..view.len())
            .filter(|at| view.class(*at) != Class::Punctuation)
            .collect();
        let head = *rest.first()?;
        let adjuncts = [
            "including",
            "adding",
            "noting",
            "citing",
            "referring",
            "speaking",
            "while",
            "although",
            "though",
            "according",
            "who",
            "which",
            "whose",
            "as",
        ];
        let adjunct = view.quoted(head)
            || view.any(head, &adjuncts)
            || view.ends_with(head, "ing")
            || view.any(head, &["but", "and"])
                && rest.get(1).is_some_and(|at| view.class(*at) == Class::Verb);
        if rest.len() < 4 || adjunct {
            return None;
        }
        let last = start - 2;
        let first = self.skip_opening(last);
        if self.only_quoted(first, last + 1) {
            return None;
        }
        let end = self.clause_end(next + 1, cue);
        (end > next).then(|| vec![self.span(first, last), self.span(next + 1, end)])
    }

    /// A, X said.
    fn postposed(&self, cue: &SpeechCue) -> Option<Vec<Span>> {
        let view = self.view;
        let start = cue.first();
        let next = cue.last() + 1;
        let framed = matches!(cue.kind, CueKind::Verb | CueKind::Inverted)
            && start >= 4
            && view.mark(start - 1, ",—–")
            && cue.kinds.has(Kinds::SAY | Kinds::COGNITION)
            && self.only_adjuncts(next);
        if !framed {
            return None;
        }
        let last = start - 2;
        if view.quoted(last) && view.class(last - 1) == Class::Punctuation {
            return None;
        }
        let first = self.skip_opening(last);
        let words = || (first..=last).filter(|at| view.class(*at) != Class::Punctuation);
        let finite = view.is_clause(self.main_clause(first, last), last);
        (words().count() >= 4 && finite && !self.only_quoted(first, last + 1))
            .then(|| self.stretch(first, last))
    }

    /// Where the main clause begins: after the comma of an opening adjunct.
    fn main_clause(&self, first: usize, last: usize) -> usize {
        if !self
            .view
            .is_class(first, &[Class::Preposition, Class::Subordinator])
        {
            return first;
        }
        (first..last)
            .find(|at| self.view.mark(*at, ","))
            .map_or(last, |comma| comma + 1)
    }

    /// Whether what follows a cue is no content: time, place, nothing.
    fn only_adjuncts(&self, first: usize) -> bool {
        let view = self.view;
        let mut words = (first..view.len()).filter(|at| view.class(*at) != Class::Punctuation);
        let Some(head) = words.next() else {
            return true;
        };
        let adjuncts = [
            "on",
            "in",
            "at",
            "during",
            "to",
            "after",
            "as",
            "while",
            "when",
            "before",
            "of",
            "about",
            "from",
            "via",
            "by",
            "with",
            "late",
            "early",
            "last",
            "this",
            "reporters",
        ];
        view.mark(first, ",.;—")
            || view.any(head, &adjuncts)
            || view.date_word(head)
            || view.class(head) == Class::Adverb
            || words.count() <= 1 && !view.is(head, "that")
    }

    /// X said (that) A; X urged Y to A; X criticised A.
    fn complement(&self, cue: &SpeechCue) -> Vec<Span> {
        let view = self.view;
        let next = cue.verb.last + 1;
        if cue.kind == CueKind::Inverted || cue.is(self.lexicon, &["quote"]) {
            return Vec::new();
        }
        let start = cue.first();
        let after_quotation = start > 0 && cue.kind == CueKind::Verb && self.speech(start - 1);
        if after_quotation && !view.any_at(next, &["that"]) {
            return Vec::new();
        }
        let Some(first) = self.content_start(cue, next) else {
            return Vec::new();
        };
        let last = self.clause_end(first, cue);
        if last < first
            || (first..=last).all(|at| self.only_quoted(at, at + 1) || view.is(at, "that"))
        {
            return Vec::new();
        }
        self.typed_start(cue, first, last)
            .map_or_else(Vec::new, |first| self.stretch(first, last))
    }

    /// Where content of a kind that the cue takes begins.
    fn typed_start(&self, cue: &SpeechCue, first: usize, last: usize) -> Option<usize> {
        let view = self.view;
        let clausal = cue.kinds.has(Kinds::SAY | Kinds::COGNITION | Kinds::HEARER);
        if clausal && view.is(first, "that") {
            return Some(first);
        }
        if clausal && view.any(first, &QUESTION_WORDS) {
            let asks = [
                "ask", "wonder", "know", "question", "say", "see", "explain", "describe", "tell",
            ];
            let conditional =
                view.any(first, &["if", "when", "where"]) && !cue.is(self.lexicon, &asks);
            return (!conditional).then_some(first);
        }
        if view.is(first, "to")
            && first + 1 < view.len()
            && cue.kinds.has(Kinds::INFINITIVE | Kinds::URGE)
        {
            return Some(first);
        }
        if cue.kinds.has(Kinds::URGE)
            && let Some(infinitive) = self.infinitive_after_object(first)
        {
            return Some(infinitive);
        }
        let oblique = view.class(first) == Class::Preposition
            && view.any(first, &["about", "of", "for", "as", "by"]);
        if clausal && !oblique && view.is_clause(first, last) {
            return Some(first);
        }
        let nominal = [
            Class::Noun,
            Class::Name,
            Class::Determiner,
            Class::Pronoun,
            Class::Number,
            Class::Quoted,
        ];
        // "said the law targets them": what "say" takes is a clause, even if its verb is unknown.
        if cue.is(self.lexicon, &["say"])
            && last >= first + 3
            && view.is_class(first, &nominal)
            && !view.quoted(first)
        {
            return Some(first);
        }
        let called_for =
            cue.is(self.lexicon, &["call", "plead"]) && view.any(first, &["for", "on"]);
        let spoke_of = view.any(first, &["about", "of"]) && cue.is(self.lexicon, &SPEAKS_OF);
        let object = cue.kinds.has(Kinds::OBJECT) && !cue.base && view.is_class(first, &nominal);
        (called_for || spoke_of || object).then_some(first)
    }

    /// urged the council *to act*
    fn infinitive_after_object(&self, first: usize) -> Option<usize> {
        let view = self.view;
        let last = if view.any(first, &OBJECT_PRONOUNS) {
            first
        } else {
            view.phrase_from(first)?.last
        };
        (view.any_at(last + 1, &["to"])).then_some(last + 1)
    }
}
