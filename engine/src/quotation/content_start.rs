//! Where the content of a reporting verb begins: after its hearer, time and place.

use super::class::{Class, Flags, Kinds};
use super::content::Sentence;
use super::cues::SpeechCue;

impl Sentence<'_> {
    /// The first unit after adverbs, the hearer, time and place.
    pub(super) fn content_start(&self, cue: &SpeechCue, next: usize) -> Option<usize> {
        let view = self.view;
        let particle = usize::from(cue.is(self.lexicon, &["point"]) && view.any_at(next, &["out"]));
        let mut at = self.skip_adverbs(next + particle);
        at = self.skip_hearer(cue, at);
        at = self.skip_adverbs(self.skip_time_and_place(cue, at));
        if at + 1 < view.len() && view.mark(at, ",:") {
            at = self.after_parenthesis(cue, at)?;
        }
        (at < view.len()).then_some(at)
    }

    fn skip_adverbs(&self, mut at: usize) -> usize {
        let view = self.view;
        while at < view.len()
            && view.class(at) == Class::Adverb
            && !view.any(at, &["how", "why", "when", "where", "not", "there"])
        {
            at += 1;
        }
        at
    }

    pub(super) fn skip_hearer(&self, cue: &SpeechCue, at: usize) -> usize {
        let view = self.view;
        if at >= view.len() || view.is(at, "that") {
            return at;
        }
        if cue.is(
            self.lexicon,
            &[
                "tell", "inform", "remind", "assure", "advise", "notify", "warn",
            ],
        ) {
            let nominal = [
                Class::Name,
                Class::Noun,
                Class::Pronoun,
                Class::Determiner,
                Class::Number,
            ];
            if view.quoted(at) && view.any_at(at + 1, &["that"]) {
                return at + 1;
            }
            if !view.is_class(at, &nominal) && !view.capital(at) {
                return at;
            }
            let hearer = if view.class(at) == Class::Pronoun {
                Some(at)
            } else {
                view.phrase_from(at).map(|phrase| phrase.last)
            };
            let Some(last) = hearer else { return at };
            let clause =
                last + 1 < view.len() && view.is_class(last + 1, &[Class::Auxiliary, Class::Verb]);
            return if clause && cue.is(self.lexicon, &["warn"]) {
                at
            } else {
                last + 1
            };
        }
        if cue.is(self.lexicon, &["ask"])
            && let Some(hearer) = view.phrase_from(at)
            && view.any_at(
                hearer.last + 1,
                &["if", "whether", "about", "to", "how", "what", "why"],
            )
        {
            return hearer.last + 1;
        }
        at
    }

    /// "said on Monday in a statement that": up to four phrases.
    pub(super) fn skip_time_and_place(&self, cue: &SpeechCue, mut at: usize) -> usize {
        let view = self.view;
        for _ in 0..4 {
            if at >= view.len() {
                break;
            }
            if view.any(at, &["this", "last", "earlier"])
                && at + 1 < view.len()
                && view.has(at + 1, Flags::TIME)
            {
                at += 2;
                continue;
            }
            if view.date_word(at) {
                at += 1;
                continue;
            }
            // "has said for months"
            if view.is(at, "for") && view.any_at(at + 1, &["days", "weeks", "months", "years"]) {
                at += 2;
                continue;
            }
            let prepositions = [
                "on", "in", "at", "during", "to", "after", "via", "from", "with", "through",
                "late", "early",
            ];
            if !view.any(at, &prepositions)
                || cue.is(self.lexicon, &["point", "call"])
                || self.infinitive_at(cue, at)
            {
                break;
            }
            let Some(phrase) = view.phrase_from(at + 1) else {
                break;
            };
            at = phrase.last + 1;
            while at < view.len()
                && (view.date_word(at)
                    || view.class(at) == Class::Number && view.has(at - 1, Flags::MONTH))
            {
                at += 1;
            }
        }
        at
    }

    fn infinitive_at(&self, cue: &SpeechCue, at: usize) -> bool {
        let view = self.view;
        let takes = cue.kinds.has(Kinds::INFINITIVE | Kinds::URGE);
        if takes && view.is(at, "to") && at + 1 < view.len() {
            let noun = view.capital(at + 1)
                || view.is_class(at + 1, &[Class::Determiner, Class::Pronoun, Class::Number])
                || view.ends_with(at + 1, "s") && !view.ends_with(at + 1, "ss");
            return !noun;
        }
        let bare = [
            "be", "have", "do", "get", "make", "vote", "help", "work", "keep", "stop",
        ];
        view.is(at, "to")
            && at + 1 < view.len()
            && (view.is_class(at + 1, &[Class::Verb, Class::Auxiliary]) || view.any(at + 1, &bare))
    }

    /// "said, after a pause, that": the unit after the parenthesis.
    fn after_parenthesis(&self, cue: &SpeechCue, at: usize) -> Option<usize> {
        let view = self.view;
        if view.quoted(at + 1) || !cue.says() {
            return None;
        }
        if view.mark(at, ":") {
            return Some(at + 1);
        }
        (at + 1..view.len().min(at + 14))
            .find(|close| view.mark(*close, ",") && view.any_at(close + 1, &["that"]))
            .map(|close| close + 1)
    }
}
