//! Reporting verbs and phrases of one English sentence, with their subjects.

use super::class::{Class, Flags, Form, Kinds};
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

pub(super) struct Finder<'a> {
    pub view: View<'a>,
    pub lexicon: &'a Lexicon,
    pub cues: Vec<SpeechCue>,
}

/// What is known of a verb before its subject.
pub(super) struct Verb {
    pub at: usize,
    pub kinds: Kinds,
    pub form: Form,
    pub auxiliaries: std::ops::Range<usize>,
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
            None => self.made_clear(at).unwrap_or(at + 1),
        }
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
            "is", "are", "was", "were", "be", "been", "being", "isn't", "wasn't", "isn’t",
            "wasn’t", "'m", "’m", "'re", "’re",
        ];
        let passive = verb.auxiliaries.clone().any(|aux| view.any(aux, &be));
        let progresses = passive
            || verb
                .auxiliaries
                .clone()
                .any(|aux| view.apostrophe_s(aux) && view.class(aux) == Class::Auxiliary);
        if verb.form == Form::Ing && !progresses {
            if view.is(at, "assuming") {
                return at + 1;
            }
            if let Some(subject) = self.participle_subject(at) {
                self.push(CueKind::Participle, one(at), subject, verb.kinds, at, false);
            }
            return at + 1;
        }
        if passive && verb.form == Form::Past {
            return at + 1;
        }
        if self.only_names(at) {
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

    /// "X's claim that".
    fn nominal(&mut self) {
        let view = self.view;
        for at in 1..view.len().saturating_sub(1) {
            if !view.has(at, Flags::NOUN_CUE)
                || !view.is(at + 1, "that")
                || self.opens_relative(at + 1)
            {
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

    pub(super) fn push(
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
