//! Reporting verbs and phrases of one English sentence, with their subjects.

use super::class::{Class, Flags, Form, Forms, Kinds};
use super::lexicon::Lexicon;
use super::view::{Phrase, View};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CueKind {
    /// X said
    Verb,
    /// , adding
    Participle,
    /// said X
    Inverted,
    /// according to X
    According,
    /// X's claim that
    Noun,
}

/// Units are those of the cue's sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SpeechCue {
    pub kind: CueKind,
    pub verb: Phrase,
    pub subject: Phrase,
    pub kinds: Kinds,
    pub flags: Flags,
    pub lemma: u16,
    pub base: bool,
}

impl SpeechCue {
    /// First unit of the cue and its subject, so far as it stands beside the verb.
    pub fn first(&self) -> usize {
        if self.kind == CueKind::Participle {
            self.verb.first
        } else {
            self.verb.first.min(self.subject.first)
        }
    }

    pub fn last(&self) -> usize {
        if self.kind == CueKind::Participle {
            self.verb.last
        } else {
            self.verb.last.max(self.subject.last)
        }
    }

    pub fn says(&self) -> bool {
        self.kinds.has(Kinds::SAY)
    }

    pub fn reports(&self) -> bool {
        self.kinds.has(Kinds::SAY | Kinds::HEARER)
    }

    pub fn is(&self, lexicon: &Lexicon, lemmas: &[&str]) -> bool {
        lexicon
            .lemma(self.lemma)
            .is_some_and(|lemma| lemmas.contains(&lemma.text.as_str()))
    }
}

/// All cues of a sentence by place.
pub(crate) fn find(view: View<'_>, lexicon: &Lexicon) -> Vec<SpeechCue> {
    let mut finder = Finder {
        view,
        lexicon,
        cues: Vec::new(),
    };
    let mut at = 0;
    while at < view.len() {
        at = finder.step(at);
    }
    finder.nominal();
    finder
        .cues
        .sort_by_key(|cue| (cue.verb.first, cue.verb.last));
    finder.cues
}

struct Finder<'a> {
    view: View<'a>,
    lexicon: &'a Lexicon,
    cues: Vec<SpeechCue>,
}

/// What is known of a verb before its subject.
struct Verb {
    at: usize,
    kinds: Kinds,
    form: Form,
    auxiliaries: std::ops::Range<usize>,
}

impl Finder<'_> {
    /// Looks at one unit and returns the next one to look at.
    fn step(&mut self, at: usize) -> usize {
        let view = self.view;
        if view.is(at, "according")
            && view.any_at(at + 1, &["to"])
            && let Some(source) = view.phrase_from(at + 2)
        {
            let verb = Phrase {
                first: at,
                last: at + 1,
            };
            self.push(
                CueKind::According,
                verb,
                source,
                Kinds::ACCORDING,
                at,
                false,
            );
            return source.last + 1;
        }
        match self.verb(at) {
            Some(verb) => self.verb_cue(&verb),
            None => at + 1,
        }
    }

    /// A reporting verb at `at`, unless the word is a noun there.
    fn verb(&self, at: usize) -> Option<Verb> {
        let view = self.view;
        if view.is_class(at, &[Class::Name, Class::Noun, Class::Quoted]) {
            return None;
        }
        let entry = view.units[at].entry;
        let (kinds, forms) = if entry.lemma > 0 && entry.forms.0 != 0 {
            (entry.kinds, entry.forms)
        } else if self.open_verb(at) {
            let form = if view.ends_with(at, "ing") {
                Form::Ing
            } else {
                Form::Past
            };
            (Kinds::SAY, Forms::from(form))
        } else {
            return None;
        };
        if at > 0 && self.reads_as_noun(at - 1) {
            return None;
        }
        if !self.is_whole(at) {
            return None;
        }
        let form = if forms.has(Forms::ING) {
            Form::Ing
        } else if forms.has(Forms::BASE) && !forms.has(Forms::PAST) {
            Form::Base
        } else if forms.has(Forms::THIRD) {
            Form::Third
        } else {
            Form::Past
        };
        Some(Verb {
            at,
            kinds,
            form,
            auxiliaries: view.auxiliaries(at)..at,
        })
    }

    /// "points" without "out", "its reports" and "worth noting" are no reporting.
    fn is_whole(&self, at: usize) -> bool {
        let view = self.view;
        let lemma = self
            .lexicon
            .lemma(view.units[at].entry.lemma)
            .map_or("", |lemma| lemma.text.as_str());
        let next = |words: &[&str]| view.any_at(at + 1, words);
        if lemma == "point" {
            return next(&["out"]);
        }
        if ["respond", "continue"].contains(&lemma) {
            return next(&["that"])
                || (at + 1..view.len().min(at + 8)).any(|near| view.quoted(near))
                || at > 0 && view.quoted(at - 1)
                || at > 1 && view.quoted(at - 2);
        }
        if view.has(at, Flags::NOUN_FORM) {
            let noun_before = at > 0
                && view.is_class(
                    at - 1,
                    &[
                        Class::Noun,
                        Class::Number,
                        Class::Preposition,
                        Class::Verb,
                        Class::Determiner,
                    ],
                );
            let noun_after = next(&[
                "of", "from", "in", "at", "on", "is", "are", "was", "were", "agreed",
            ]);
            return !(noun_after || noun_before && !next(&["that"]));
        }
        at == 0 || !view.is(at - 1, "worth")
    }

    /// A verb that no table knows, before "that" and a clause.
    fn open_verb(&self, at: usize) -> bool {
        let view = self.view;
        view.class(at) == Class::Verb
            && view.any_at(at + 1, &["that"])
            && at + 3 < view.len()
            && view.is_class(
                at + 2,
                &[
                    Class::Pronoun,
                    Class::Determiner,
                    Class::Name,
                    Class::Noun,
                    Class::Number,
                ],
            )
    }

    /// "the report", "its claims": what stands before makes a noun of the word.
    fn reads_as_noun(&self, before: usize) -> bool {
        let view = self.view;
        let subject_determiners = [
            "that", "all", "both", "many", "some", "most", "few", "several", "others", "those",
            "these", "two", "three", "one",
        ];
        view.class(before) == Class::Determiner && !view.any(before, &subject_determiners)
            || view.apostrophe_s(before)
            || view.any(
                before,
                &[
                    "of", "his", "her", "its", "their", "any", "no", "every", "my", "your", "our",
                ],
            )
    }

    fn verb_cue(&mut self, verb: &Verb) -> usize {
        let view = self.view;
        let at = verb.at;
        if verb.form == Form::Base && at > 0 && view.is(at - 1, "to") {
            self.infinitive(verb);
            return at + 1;
        }
        if let Some(subject) = self.inverted_subject(at) {
            self.push(CueKind::Inverted, one(at), subject, verb.kinds, at, false);
            return subject.last + 1;
        }
        let be = [
            "is", "are", "was", "were", "be", "been", "being", "isn't", "wasn't", "isn’t", "wasn’t",
        ];
        let passive = verb.auxiliaries.clone().any(|aux| view.any(aux, &be));
        if verb.form == Form::Ing && !passive {
            if let Some(subject) = self.participle_subject(at) {
                self.push(CueKind::Participle, one(at), subject, verb.kinds, at, false);
            }
            return at + 1;
        }
        if passive && verb.form == Form::Past {
            return at + 1;
        }
        let bare = verb.form == Form::Base && verb.auxiliaries.is_empty();
        if bare && !view.has(at, Flags::BARE_PLURAL) {
            return at + 1;
        }
        if let Some(subject) = self.verb_subject(verb, bare) {
            self.push(
                CueKind::Verb,
                one(at),
                subject,
                verb.kinds,
                at,
                verb.form == Form::Base,
            );
        }
        at + 1
    }

    fn verb_subject(&self, verb: &Verb, bare: bool) -> Option<Phrase> {
        let view = self.view;
        let subject = view.subject(verb.at)?;
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

    /// "went on to say", "continued to insist".
    fn infinitive(&mut self, verb: &Verb) {
        let view = self.view;
        let at = verb.at;
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

    /// The subject after the verb: "…", said X.
    fn inverted_subject(&self, at: usize) -> Option<Phrase> {
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
    fn participle_subject(&self, at: usize) -> Option<Phrase> {
        let view = self.view;
        let Some(before) = at.checked_sub(1) else {
            return view.main_subject(view.len());
        };
        let links = [
            "and", "by", "in", "while", "before", "after", "with", "then", "of", "as", "for",
            "when",
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
            let finite = |cue: &&SpeechCue| {
                matches!(cue.kind, CueKind::Verb | CueKind::Inverted) && cue.reports()
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

    /// "X's claim that".
    fn nominal(&mut self) {
        let view = self.view;
        for at in 1..view.len().saturating_sub(1) {
            if !view.has(at, Flags::NOUN_CUE) || !view.is(at + 1, "that") {
                continue;
            }
            let owner = |place: usize| {
                view.apostrophe_s(place) || view.any(place, &["his", "her", "their"])
            };
            let place = [at.checked_sub(1), at.checked_sub(2)]
                .into_iter()
                .flatten()
                .find(|place| owner(*place));
            let Some(place) = place else { continue };
            let source = if view.apostrophe_s(place) {
                view.phrase_ending(place)
            } else {
                one(place)
            };
            self.push(CueKind::Noun, one(at), source, Kinds::SAY, at, false);
        }
    }

    fn push(
        &mut self,
        kind: CueKind,
        verb: Phrase,
        subject: Phrase,
        kinds: Kinds,
        at: usize,
        base: bool,
    ) {
        let entry = self.view.units[at].entry;
        self.cues.push(SpeechCue {
            kind,
            verb,
            subject,
            kinds,
            flags: entry.flags,
            lemma: entry.lemma,
            base,
        });
    }
}

pub(crate) fn one(at: usize) -> Phrase {
    Phrase {
        first: at,
        last: at,
    }
}
