//! Reported speech: what a cue of an English sentence says was said, without the frame.

use super::Kind;
use super::class::{Class, Flags, Kinds};
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

/// Verbs of saying that more often mean something else: they need a clause at once.
const RARELY_SAYING: [&str; 16] = [
    "show",
    "find",
    "learn",
    "determine",
    "read",
    "rule",
    "post",
    "cry",
    "laugh",
    "type",
    "sum",
    "assume",
    "recount",
    "volunteer",
    "expect",
    "discover",
];

/// Units of "it is also well worth noting that".
const LONGEST_REMARK: usize = 8;

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
                .as_told(cue)
                .or_else(|| self.medial(cue))
                .or_else(|| self.postposed(cue))
                .unwrap_or_else(|| self.complement(cue)),
        }
    }

    /// Whether the unit is a quotation that is no term.
    fn speech(&self, at: usize) -> bool {
        self.view.quoted(at)
            && self.kinds.get(self.view.units[at].region as usize) != Some(&Kind::Term)
    }

    pub(super) fn stretch(&self, first: usize, last: usize) -> Vec<Span> {
        if last < first || last >= self.view.len() {
            return Vec::new();
        }
        let span = self.span(self.after_remark(first, last), last);
        if count(span.of(self.view.text)) < 2 {
            Vec::new()
        } else {
            vec![span]
        }
    }

    /// "It is worth noting that A", "it should be said that A": the unit where A begins.
    fn after_remark(&self, first: usize, last: usize) -> usize {
        let view = self.view;
        let it = first + usize::from(view.is(first, "that"));
        if !view.any_at(it, &["it"]) {
            return first;
        }
        let that = (it + 2..last.min(it + LONGEST_REMARK)).find(|at| view.is(*at, "that"));
        let Some(that) = that else { return first };
        let notes = view.any(
            that - 1,
            &["noting", "noted", "note", "saying", "said", "remembering"],
        );
        let weighs = (it + 1..that).any(|at| {
            view.any(
                at,
                &["worth", "important", "should", "must", "needs", "bears"],
            )
        });
        if notes && weighs { that + 1 } else { first }
    }

    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span::new(
            self.view.units[first].start as usize,
            self.view.units[last].end as usize,
        )
    }

    pub(super) fn only_quoted(&self, first: usize, end: usize) -> bool {
        (first..end).all(|at| self.view.is_class(at, &[Class::Quoted, Class::Punctuation]))
    }

    pub(super) fn skip_opening(&self, last: usize) -> usize {
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

    /// X said (that) A; X urged Y to A; X criticised A.
    fn complement(&self, cue: &SpeechCue) -> Vec<Span> {
        let view = self.view;
        let next = cue.verb.last + 1;
        if cue.kind == CueKind::Inverted || cue.is(self.lexicon, &["quote"]) {
            return Vec::new();
        }
        let start = cue.first();
        // "What many expect to be a long talk" lacks what it says, "if Doe refuses to go" says nothing.
        let nothing = ["what", "if", "unless"];
        if cue.subject.first > 0 && view.any(cue.subject.first - 1, &nothing) {
            return Vec::new();
        }
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
        if view.has(first, Flags::CONJUNCTION) {
            return None;
        }
        if clausal && view.is(first, "that") {
            return Some(first);
        }
        if clausal && view.any(first, &QUESTION_WORDS) {
            let asks = [
                "ask", "wonder", "know", "question", "see", "explain", "describe", "tell",
            ];
            let conditional = view.any(first, &["if", "where"])
                && !cue.is(self.lexicon, &asks)
                && !cue.is(self.lexicon, &["say"])
                || view.is(first, "when") && !cue.is(self.lexicon, &asks);
            return (!conditional).then_some(first);
        }
        let infinitive =
            view.is(first, "to") || view.is(first, "not") && view.any_at(first + 1, &["to"]);
        if infinitive && first + 1 < view.len() && cue.kinds.has(Kinds::INFINITIVE | Kinds::URGE) {
            return Some(first);
        }
        if cue.kinds.has(Kinds::URGE)
            && let Some(infinitive) = self.infinitive_after_object(first)
        {
            return Some(infinitive);
        }
        let oblique = view.class(first) == Class::Preposition
            && view.any(first, &["about", "of", "for", "as", "by"]);
        let clause = if cue.is(self.lexicon, &RARELY_SAYING) {
            view.begins_clause(first, last)
        } else {
            view.is_clause(first, last)
        };
        if clausal && !oblique && clause {
            return Some(first);
        }
        if self.is_gapped(cue, first) {
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
        if called_for || spoke_of {
            return Some(first + 1);
        }
        let negated =
            || (view.auxiliaries(cue.verb.first)..cue.verb.first).any(|at| self.denies(at));
        let object = cue.kinds.has(Kinds::OBJECT)
            && (!cue.base || negated())
            && view.is_class(first, &nominal);
        object.then_some(first)
    }

    /// "which officials said *will go* on": the clause lacks what stands before the frame.
    pub(super) fn is_gapped(&self, cue: &SpeechCue, first: usize) -> bool {
        let view = self.view;
        let before = cue.subject.first.checked_sub(1);
        let relative = before.is_some_and(|before| {
            view.any(before, &["which", "that", "who", "whom"])
                || view.is_class(before, &[Class::Noun, Class::Name]) && cue.kind == CueKind::Verb
        });
        relative
            && cue.is(self.lexicon, &["say", "claim", "argue", "insist", "allege"])
            && view.is_class(first, &[Class::Auxiliary, Class::Verb])
            && !view.ends_with(first, "ing")
    }

    /// urged the council *to act*
    fn infinitive_after_object(&self, first: usize) -> Option<usize> {
        let view = self.view;
        let last = if view.any(first, &OBJECT_PRONOUNS) {
            first
        } else {
            view.phrase_from(first)?.last
        };
        let negated = view.any_at(last + 1, &["not"]) && view.any_at(last + 2, &["to"]);
        (negated || view.any_at(last + 1, &["to"])).then_some(last + 1)
    }
}
