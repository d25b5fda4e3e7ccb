//! Content around its cue: "A, X said, B", "A, X said", "As X reported, A".

use super::class::{Class, Flags, Kinds};
use super::content::Sentence;
use super::cues::{CueKind, SpeechCue};
use crate::text::Span;

impl Sentence<'_> {
    /// As X reported, A. — A, as X reported, B.
    pub(super) fn as_told(&self, cue: &SpeechCue) -> Option<Vec<Span>> {
        let view = self.view;
        let opener = cue.subject.first.checked_sub(1)?;
        let next = cue.verb.last + 1;
        let told = cue.kind == CueKind::Verb
            && cue.says()
            && view.is(opener, "as")
            && next < view.len()
            && (view.mark(next, ",") || view.any(next, &["in", "on", "at"]));
        let opens = opener == 0 || view.mark(opener - 1, ",");
        let last = view.content_end().checked_sub(1)?;
        if !told || !opens || self.only_quoted(0, opener) && opener > 0 {
            return None;
        }
        let comma = (next..last.min(next + 10)).find(|at| view.mark(*at, ","));
        let own = (next..comma.unwrap_or(last)).any(|at| view.is(at, "that"));
        if own {
            return None;
        }
        let rest = comma.map_or_else(Vec::new, |comma| self.stretch(comma + 1, last));
        if opener < 3 {
            let clause = comma.is_some_and(|comma| view.is_clause(comma + 1, last));
            return Some(if clause { rest } else { Vec::new() });
        }
        let first = self.skip_opening(opener - 2);
        let mut spans = self.stretch(first, opener - 2);
        spans.extend(rest);
        Some(spans)
    }

    /// A, X said, B.
    pub(super) fn medial(&self, cue: &SpeechCue) -> Option<Vec<Span>> {
        let view = self.view;
        let start = cue.first();
        let next = cue.last() + 1;
        let framed = matches!(cue.kind, CueKind::Verb | CueKind::Inverted)
            && cue.says()
            && start >= 2
            && view.mark(start - 1, ",—–")
            && !self.hangs(cue);
        if !framed {
            return None;
        }
        let next = self.comma_after(cue, next)?;
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
        let end = self.clause_end(next + 1, cue);
        if view.any(last, &["that", "which", "who"]) {
            return Some(Vec::new());
        }
        let first = self.skip_opening(last);
        if view.any(last, &["and", "but"]) || self.is_question_put(first) {
            return Some(self.stretch(next + 1, end));
        }
        if self.only_quoted(first, last + 1) {
            return None;
        }
        (end > next).then(|| vec![self.span(first, last), self.span(next + 1, end)])
    }

    /// A, X said.
    pub(super) fn postposed(&self, cue: &SpeechCue) -> Option<Vec<Span>> {
        let view = self.view;
        let start = cue.first();
        let next = cue.last() + 1;
        // The fragment before the cue holds the comma: “b,” X said.
        let told = |other: &SpeechCue| {
            other.kind == CueKind::Verb && other.reports() && other.verb.last < start
        };
        let fragment = start >= 4
            && view.quoted(start - 1)
            && self.begins_small(start - 1)
            && self.comma_inside(start - 1)
            && !self.cues.iter().any(told);
        let framed = matches!(cue.kind, CueKind::Verb | CueKind::Inverted)
            && start >= 4
            && (fragment || view.mark(start - 1, ",—–"))
            && cue.kinds.has(Kinds::SAY | Kinds::COGNITION)
            && !self.hangs(cue)
            && self.only_adjuncts(self.skip_hearer(cue, next));
        if !framed {
            return None;
        }
        self.clause_before(start - 2 + usize::from(fragment))
    }

    /// "A, “b,” X said": the clause that ends at `last`, the fragment at its end included.
    fn clause_before(&self, last: usize) -> Option<Vec<Span>> {
        let view = self.view;
        let fragment = view.quoted(last) && self.begins_small(last);
        if view.quoted(last) && view.class(last - 1) == Class::Punctuation && !fragment {
            return None;
        }
        let first = self.skip_opening(last);
        if self.is_question_put(first) {
            return None;
        }
        let words = || (first..=last).filter(|at| view.class(*at) != Class::Punctuation);
        let finite = fragment || view.is_clause(self.main_clause(first, last), last);
        let whole = words().count() >= 4 && finite && !self.only_quoted(first, last + 1);
        whole.then(|| self.stretch(first, last))
    }

    /// "Asked whether A, X said": A is what others said.
    fn is_question_put(&self, first: usize) -> bool {
        let view = self.view;
        let at = first + usize::from(view.any(first, &["when", "if", "while", "after", "once"]));
        let put = at + usize::from(view.any_at(at, &["being"]));
        view.any_at(put, &["asked", "pressed", "questioned", "quizzed"])
    }

    /// Whether a quotation begins in lower case: a fragment of the sentence around it.
    fn begins_small(&self, at: usize) -> bool {
        self.view
            .word(at)
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase)
    }

    /// The comma that ends the frame "X said", its hearer and time included.
    fn comma_after(&self, cue: &SpeechCue, next: usize) -> Option<usize> {
        let view = self.view;
        if view.mark_at(next, ",—–") {
            return Some(next);
        }
        let at = self.skip_time_and_place(cue, self.skip_hearer(cue, next));
        (at > next && view.mark_at(at, ",—–")).then_some(at)
    }

    /// "who joked", "did not say": no frame of what stands before it.
    fn hangs(&self, cue: &SpeechCue) -> bool {
        let view = self.view;
        view.any(cue.subject.last, &["who", "which", "that"])
            || cue.kind == CueKind::Verb
                && (view.auxiliaries(cue.verb.first)..cue.verb.first).any(|at| self.denies(at))
    }

    pub(super) fn denies(&self, at: usize) -> bool {
        self.view.has(at, Flags::NEGATION)
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
}
