//! Whose reporting verb it is, before or after the verb.

use super::class::{Class, Flags, Kinds};
use super::cues::{CueKind, Finder, SpeechCue, Verb, one};
use super::view::{Phrase, View};

impl Finder<'_> {
    pub(super) fn verb_subject(&self, verb: &Verb, bare: bool) -> Option<Phrase> {
        let view = self.view;
        let subject = self
            .shared_subject(verb)
            .or_else(|| view.subject(verb.at))
            .or_else(|| self.distant_subject(verb.at))?;
        let subject = issuer(view, subject).unwrap_or(subject);
        // "Nobody said that" reports nobody's words.
        let nobody = view.any(subject.first, &["nobody", "none", "neither"])
            || view.is(subject.first, "no") && view.any_at(subject.first + 1, &["one"]);
        if nobody {
            return None;
        }
        if bare && view.any(subject.last, &["he", "she", "it"]) {
            return None;
        }
        let impersonal = ["it", "this", "that", "there", "what", "which"];
        if view.any(subject.first, &impersonal) && view.any(subject.last, &impersonal) {
            let text = self
                .lexicon
                .lemma(view.units[verb.at].entry.lemma)
                .map_or("", |lemma| lemma.text.as_str());
            if !["say", "show", "find", "read", "note"].contains(&text) {
                return None;
            }
        }
        Some(subject)
    }

    /// "X wrote that Y told him so and asked …": the nearest subject of a saying.
    fn shared_subject(&self, verb: &Verb) -> Option<Phrase> {
        let link = verb.auxiliaries.start.checked_sub(1)?;
        let last = self.cues.last().filter(|_| self.view.is(link, "and"))?;
        (last.kind == CueKind::Verb && last.reports()).then_some(last.subject)
    }

    /// "went on to say", "continued to insist".
    pub(super) fn infinitive(&mut self, verb: &Verb) {
        let view = self.view;
        let at = verb.at;
        if let Some(subject) = self.made_to_say(at).filter(|_| verb.kinds.has(Kinds::SAY)) {
            self.push(CueKind::Verb, one(at), subject, verb.kinds, at, false);
            return;
        }
        if at < 3
            || !verb.kinds.has(Kinds::SAY)
            || !view.any(at - 2, &["on", "continued", "proceeded", "came", "out"])
        {
            return;
        }
        let head = if view.is(at - 2, "on") {
            at - 3
        } else {
            at - 2
        };
        if let Some(subject) = view.subject(head) {
            self.push(CueKind::Verb, one(at), subject, verb.kinds, at, false);
        }
    }

    /// "prompting X to reply": X says it.
    fn made_to_say(&self, at: usize) -> Option<Phrase> {
        let view = self.view;
        let last = at.checked_sub(2).filter(|last| view.ends_phrase(*last))?;
        let phrase = view.phrase_ending(last);
        let moves = [
            "prompting",
            "prompted",
            "prompts",
            "leading",
            "led",
            "causing",
            "caused",
            "forcing",
            "forced",
        ];
        let before = phrase.first.checked_sub(1)?;
        view.any(before, &moves).then_some(phrase)
    }

    /// The subject after the verb: "…", said X.
    pub(super) fn inverted_subject(&self, at: usize) -> Option<Phrase> {
        let view = self.view;
        if !view.has(at, Flags::TAIL_VERB) {
            return None;
        }
        let before = at.checked_sub(1);
        let after_quotation = before.is_some_and(|before| {
            view.quoted(before) || at >= 2 && view.quoted(at - 2) && view.mark(before, ",—–-?!")
        });
        if at + 1 < view.len() && view.any(at + 1, &["he", "she", "they"]) {
            return after_quotation.then_some(one(at + 1));
        }
        // “…” So says Doe.
        if at == 1 && view.any(0, &["so", "thus"]) {
            return view.phrase_from(2);
        }
        let apart = before.is_none_or(|before| view.quoted(before) || view.mark(before, ",—–-?!"));
        let dated = at + 1 < view.len()
            && (view.date_word(at + 1)
                || view.any(at + 1, &["last", "this", "earlier", "late", "early"]));
        if !apart
            || dated
            || view.any(at, &["told", "tells"])
            || view.any_at(at + 1, &["that", "it", "there"])
        {
            return None;
        }
        let subject = view.phrase_from(at + 1)?;
        if !view.ends_phrase(subject.last) {
            return None;
        }
        let goes_on = subject.last + 1 < view.len()
            && view.is_class(
                subject.last + 1,
                &[Class::Auxiliary, Class::Verb, Class::Quoted],
            )
            && before.is_some_and(|before| !view.quoted(before));
        let next = subject.last + 1;
        let closes = next >= view.len()
            || view.date_word(next)
            || view.is_class(next, &[Class::Punctuation, Class::Preposition]);
        let before_quotation =
            view.mark_at(next, ",") && next + 1 < view.len() && view.quoted(next + 1);
        if before.is_some() && before_quotation {
            return Some(subject);
        }
        (before.is_some() && (after_quotation || at >= 4 && closes) && !goes_on).then_some(subject)
    }

    /// The subject of the clause before: "X left, saying …".
    pub(super) fn participle_subject(&self, at: usize) -> Option<Phrase> {
        self.clause_before(at)
            .map(|subject| issuer(self.view, subject).unwrap_or(subject))
    }

    fn clause_before(&self, at: usize) -> Option<Phrase> {
        let view = self.view;
        let Some(before) = at.checked_sub(1) else {
            return view.main_subject(view.len());
        };
        let links = [
            "and", "by", "in", "while", "before", "after", "with", "then", "of", "as", "for",
            "when", "from",
        ];
        let apart = view.mark(before, ",—–-")
            || view.quoted(before)
            || view.any(before, &links)
            || view.class(before) == Class::Adverb
            || view.has(before, Flags::BEFORE_VERB);
        if apart {
            if let Some(subject) = self.own_participle_subject(at) {
                return Some(subject);
            }
            // "X wronged a man who said so, saying …": after the relative clause X goes on.
            let relative = |cue: &SpeechCue| {
                view.mark(before, ",—–-")
                    && view.any(cue.subject.last, &["who", "which", "that"])
                    && !view.any_at(cue.subject.last.saturating_sub(1), &[","])
            };
            let finite = |cue: &&SpeechCue| {
                matches!(cue.kind, CueKind::Verb | CueKind::Inverted)
                    && cue.reports()
                    && !relative(cue)
            };
            let shared = self.cues.iter().rev().find(finite).map(|cue| cue.subject);
            return shared.or_else(|| view.main_subject(at));
        }
        if view.ends_phrase(before) {
            view.subject_ending(before)
        } else {
            None
        }
    }

    /// "with X reportedly yelling"
    fn own_participle_subject(&self, at: usize) -> Option<Phrase> {
        let view = self.view;
        let first = view.auxiliaries(at);
        let last = first
            .checked_sub(1)
            .filter(|last| first < at && view.class(*last) == Class::Name)?;
        view.subject_ending(last)
    }

    /// "The experts I asked said": before the verb ends a relative clause, so that the subject is
    /// that of the sentence.
    fn distant_subject(&self, verb: usize) -> Option<Phrase> {
        let view = self.view;
        let last = verb.checked_sub(1)?;
        let lemma = self.lexicon.lemma(view.units[verb].entry.lemma)?;
        let ends_relative =
            view.class(last) == Class::Verb || view.any(last, &["him", "them", "her", "me", "us"]);
        (lemma.text == "say" && ends_relative && self.cues.is_empty())
            .then(|| view.main_subject(verb))
            .flatten()
    }

    /// X made (it) clear that
    pub(super) fn made_clear(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        if !view.any(at, &["made", "makes", "make", "making"]) {
            return None;
        }
        let clear = at + 1 + usize::from(view.any_at(at + 1, &["it"]));
        let clause = clear + 1 < view.len()
            && view.any(clear, &["clear", "plain", "known"])
            && !view.mark(clear + 1, ",.;:!?");
        if !clause {
            return None;
        }
        let subject = view.subject(at).or_else(|| {
            let apart = view.is(at, "making") && at > 0 && view.mark(at - 1, ",");
            apart.then(|| view.main_subject(at)).flatten()
        })?;
        let verb = Phrase {
            first: at,
            last: clear,
        };
        self.push(CueKind::Verb, verb, subject, Kinds::SAY, at, false);
        Some(clear + 1)
    }
}

/// "The council issued a statement saying": who issued it says it.
fn issuer(view: View<'_>, document: Phrase) -> Option<Phrase> {
    let last = (document.first..=document.last)
        .rev()
        .find(|at| !view.any(*at, &["that", "which"]))?;
    let written = (document.first..=last).any(|at| view.has(at, Flags::SOURCE_NOUN));
    let named = (document.first..=last).any(|at| view.class(at) == Class::Genitive);
    let mut verb = document.first.checked_sub(1)?;
    while verb > 0 && view.class(verb) == Class::Adverb {
        verb -= 1;
    }
    let issues = view.class(verb) == Class::Verb && !view.ends_with(verb, "ing")
        || view.class(verb) == Class::Verb && verb > 0 && view.class(verb - 1) == Class::Auxiliary;
    if !written || named || !issues {
        return None;
    }
    view.subject(verb)
}
