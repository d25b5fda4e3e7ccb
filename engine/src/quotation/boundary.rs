//! Where the content of a reporting verb ends.

use super::class::{Class, Flags, Kinds};
use super::content::Sentence;
use super::cues::{CueKind, SpeechCue};

impl Sentence<'_> {
    /// Last unit of the content of `cue` that begins at `first`; may lie before it if there is none.
    pub(super) fn clause_end(&self, first: usize, cue: &SpeechCue) -> usize {
        let view = self.view;
        let Some(mut last) = view.content_end().checked_sub(1) else {
            return 0;
        };
        let stops = |at: &usize| {
            view.mark(*at, ";") || view.mark(*at, ":") && at + 1 < view.len() && view.quoted(at + 1)
        };
        if let Some(stop) = (first + 1..=last).find(stops) {
            return stop - 1;
        }
        if let Some(end) = self.end_of_subordinate(first, last, cue) {
            last = end;
        }
        if let Some(end) = self.end_of_relative(first, last, cue) {
            last = end;
        }
        // "which X said was lost, was found": the relative clause ends with the comma.
        if self.is_gapped(cue, first)
            && let Some(comma) = (first + 1..last).find(|at| view.mark(*at, ","))
        {
            last = comma - 1;
        }
        if let Some(end) = self.contrast(first, last, cue) {
            last = end;
        }
        if let Some(end) = self.after_quotation(first, last) {
            last = end;
        }
        let begins_clause = view.any_at(first, &["that", "how", "what", "whether", "why", "if"]);
        let object = cue.kinds.has(Kinds::OBJECT) && !begins_clause;
        if object && !view.begins_clause(first, last) {
            last = self.end_of_object(first, last).unwrap_or(last);
        }
        self.before_next_cue(first, last, cue)
    }

    /// "After X said A, B": the content ends where the main clause begins.
    fn end_of_subordinate(&self, first: usize, last: usize, cue: &SpeechCue) -> Option<usize> {
        let view = self.view;
        let subject = cue.subject.first;
        if !matches!(cue.kind, CueKind::Verb | CueKind::Participle) {
            return None;
        }
        let start = (0..subject).find(|at| {
            !view.is_class(
                *at,
                &[Class::Adverb, Class::Conjunction, Class::Punctuation],
            )
        })?;
        let openers = [
            "despite",
            "after",
            "before",
            "since",
            "among",
            "ever",
            "as",
            "while",
            "like",
            "in",
            "during",
            "with",
            "following",
        ];
        let opens = view.has(start, Flags::SUBORDINATOR)
            || view.any(start, &openers)
            || view.ends_with(start, "ing");
        if !opens || (start..subject).any(|at| view.mark(at, ",")) {
            return None;
        }
        let nominal = [
            Class::Name,
            Class::Pronoun,
            Class::Determiner,
            Class::Noun,
            Class::Number,
        ];
        (first + 1..last).find_map(|at| {
            let comma = view.mark(at, ",");
            let breaks = comma || view.quoted(at) && self.comma_inside(at);
            let main = breaks
                && view.is_clause(at + 1, last.min(at + 12))
                && view.is_class(at + 1, &nominal);
            main.then(|| if comma { at - 1 } else { at })
        })
    }

    /// The quotation ends with its own comma.
    pub(super) fn comma_inside(&self, unit: usize) -> bool {
        let quoted = self.view.word(unit);
        quoted
            .trim_end_matches(['"', '”', '’', '\'', '»'])
            .ends_with(',')
    }

    /// "X, who said A, did B".
    fn end_of_relative(&self, first: usize, last: usize, cue: &SpeechCue) -> Option<usize> {
        let view = self.view;
        let relative = cue.subject.last;
        let parenthetic = cue.subject.first < cue.verb.first
            && view.any(relative, &["who", "which"])
            && relative > 0
            && view.mark(relative - 1, ",");
        if !parenthetic {
            return None;
        }
        (first + 1..last).find_map(|at| {
            let verb = view.is_class(at + 1, &[Class::Verb, Class::Auxiliary])
                && !view.ends_with(at + 1, "ing")
                || view.class(at + 1) == Class::Adverb
                    && at + 2 < view.len()
                    && view.class(at + 2) == Class::Verb;
            (view.mark(at, ",") && verb).then(|| at - 1)
        })
    }

    /// ", but B": the outlet's own words.
    fn contrast(&self, first: usize, last: usize, cue: &SpeechCue) -> Option<usize> {
        let view = self.view;
        (first + 2..last).find_map(|at| {
            let contrast =
                view.mark(at, ",—–") && view.any(at + 1, &["but", "although", "though", "whereas"]);
            let goes_on = [
                Class::Verb,
                Class::Auxiliary,
                Class::Adverb,
                Class::Preposition,
            ];
            // "X left, saying that A, but has come back": what goes on is the sentence.
            let resumes = cue.kind == CueKind::Participle
                && at + 2 <= last
                && view.class(at + 2) == Class::Auxiliary;
            let own = at + 2 <= last && !view.is_class(at + 2, &goes_on) || resumes;
            (contrast && own).then(|| at - 1)
        })
    }

    /// “…,” raising fears; “…,” while Y said: the quotation's own comma ends the content.
    fn after_quotation(&self, first: usize, last: usize) -> Option<usize> {
        let view = self.view;
        (first + 1..last).find(|at| {
            let next = at + 1;
            view.quoted(*at)
                && self.comma_inside(*at)
                && (view.ends_with(next, "ing")
                    || view.any(next, &["while", "but", "although", "though", "whereas"]))
        })
    }

    /// "criticised the plan in an interview": the object without time and place.
    fn end_of_object(&self, first: usize, last: usize) -> Option<usize> {
        let view = self.view;
        let closers = [
            "during", "after", "when", "while", "because", "before", "since", "until", "despite",
        ];
        let occasions = [
            "interview",
            "speech",
            "statement",
            "tweet",
            "debate",
            "rally",
            "news",
        ];
        (first + 1..=last).find_map(|at| {
            let dated = view.any(at, &["on", "in", "at"])
                && at < last
                && (view.date_word(at + 1) || at + 2 <= last && view.any(at + 2, &occasions));
            let time = view.has(at, Flags::TIME) && !view.is(at, "today");
            let second_verb = view.any(at, &["and", "but"])
                && at < last
                && view.class(at + 1) == Class::Verb
                && !view.ends_with(at + 1, "ing");
            (second_verb || view.mark(at, ",—–") || view.any(at, &closers) || dated || time)
                .then(|| at - 1)
        })
    }

    /// A second cue in the sentence takes its own content away.
    fn before_next_cue(&self, first: usize, last: usize, cue: &SpeechCue) -> usize {
        let view = self.view;
        let mut last = last;
        for other in self.cues {
            if other.verb == cue.verb || other.kind == CueKind::Noun {
                continue;
            }
            let beside = other.kind != CueKind::Participle && other.subject.first > cue.verb.first;
            let begin = if beside {
                other.verb.first.min(other.subject.first)
            } else {
                other.verb.first
            };
            if begin <= first || begin > last {
                continue;
            }
            let with = other.subject.first;
            if other.kind == CueKind::Participle
                && with > first + 2
                && view.is(with - 1, "with")
                && view.mark(with - 2, ",")
            {
                last = last.min(with - 3);
                continue;
            }
            last = last.min(self.end_before(begin, first, other, cue).unwrap_or(last));
        }
        last
    }

    /// ", who said B"
    fn is_aside(&self, other: &SpeechCue) -> bool {
        let relative = other.subject.last;
        self.view.any(relative, &["who", "which"])
            && relative > 1
            && self.view.mark(relative - 1, ",")
    }

    fn end_before(
        &self,
        begin: usize,
        first: usize,
        other: &SpeechCue,
        cue: &SpeechCue,
    ) -> Option<usize> {
        let view = self.view;
        let comma = view.mark(begin - 1, ",");
        let linked = |words: &[&str]| begin > 1 && view.any(begin - 1, words);
        match other.kind {
            CueKind::Participle
                if comma
                    && (other.subject == cue.subject || other.subject.last < cue.subject.first) =>
            {
                begin.checked_sub(2)
            }
            CueKind::Participle
                if linked(&["and", "but", "while", "before"]) && other.subject == cue.subject =>
            {
                begin.checked_sub(2 + usize::from(view.mark(begin - 2, ",")))
            }
            CueKind::Verb
                if other.verb.first > cue.verb.first && other.subject.first < cue.verb.first =>
            {
                let verb = view.auxiliaries(other.verb.first);
                let link = verb
                    .checked_sub(1)
                    .filter(|at| *at > first && view.any(*at, &["and", "but", "or"]))?;
                link.checked_sub(1 + usize::from(view.mark(link - 1, ",")))
            }
            CueKind::Verb if self.is_aside(other) => other.subject.last.checked_sub(2),
            CueKind::According if comma => begin.checked_sub(2),
            CueKind::Inverted if comma && begin > first + 2 => begin.checked_sub(2),
            CueKind::Verb
                if linked(&["but", "while", "and", "although", "though"])
                    && view.mark(begin - 2, ",") =>
            {
                begin.checked_sub(3)
            }
            _ => None,
        }
    }
}
