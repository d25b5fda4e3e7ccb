//! Which words of the quotation's own sentence name its speaker.

use super::class::{Class, Flags, Kinds};
use super::cues::{CueKind, SpeechCue};
use super::lexicon::Lexicon;
use super::view::{Phrase, View};
use super::{AttributionRule, headlines};
use crate::text::Span;

/// Verbs that tell of what others said.
const ACCOUNTS: [&str; 4] = ["write", "recount", "recall", "describe"];

/// Units between a speaker and "put it".
const PUT_REACH: usize = 26;

/// A speaker found for a region.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub speaker: Span,
    pub rule: AttributionRule,
    pub cue: Option<LinkedCue>,
    /// Taken over from another sentence.
    pub inherited: bool,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct LinkedCue {
    pub span: Span,
    /// What the cue takes, and whether it is one of saying or framing.
    pub kinds: Kinds,
    pub framing: bool,
    /// The cue stands directly before the quotation.
    pub introduces: bool,
}

/// One sentence with its cues, and a region in it.
pub(crate) struct Linker<'a> {
    pub view: View<'a>,
    pub lexicon: &'a Lexicon,
    pub cues: &'a [SpeechCue],
    /// Unit of the region.
    pub unit: usize,
    /// The region without its marks.
    pub inner: Span,
}

/// "Doe's answer", "her reply": whose words they are. No phrase of words speaks itself.
fn author(view: View<'_>, speaker: Span) -> Span {
    let inside = |at: &usize| speaker.contains(view.units[*at].span());
    let first = view
        .units
        .partition_point(|unit| (unit.start as usize) < speaker.start);
    let mut phrase = (first..view.len())
        .take_while(inside)
        .take_while(|at| view.class(*at) != Class::Preposition);
    let possessive = view.any_at(first, &["his", "her", "their"]);
    let Some(owner) = phrase.find(|at| possessive || view.apostrophe_s(*at)) else {
        return speaker;
    };
    let words = Flags::SOURCE_NOUN | Flags::NOUN_CUE;
    if !phrase.any(|at| view.has(at, words) && !view.capital(at)) {
        return speaker;
    }
    let end = if possessive { first } else { owner - 1 };
    Span::new(speaker.start, view.units[end].end as usize)
}

/// Finds a speaker without a cue.
type Rule<'a> = (fn(&Linker<'a>) -> Option<Span>, AttributionRule);

impl<'a> Linker<'a> {
    pub fn link(&self) -> Option<Link> {
        let link = self.link_as_written()?;
        Some(Link {
            speaker: author(self.view, link.speaker),
            ..link
        })
    }

    fn link_as_written(&self) -> Option<Link> {
        if let Some((cue, rule)) = self.cue() {
            return Some(self.by_cue(cue, rule));
        }
        let rules: [Rule<'a>; 7] = [
            (Self::signature, AttributionRule::Label),
            (Self::as_put, AttributionRule::CueAfter),
            (Self::label_inside, AttributionRule::Label),
            (Self::verb_before, AttributionRule::CueBefore),
            (Self::any_verb_after, AttributionRule::CueAfter),
            (Self::before_colon, AttributionRule::Label),
            (Self::sentence_subject, AttributionRule::SentenceSubject),
        ];
        rules.iter().find_map(|(find, rule)| {
            Some(Link {
                speaker: find(self)?,
                rule: *rule,
                cue: None,
                inherited: false,
            })
        })
    }

    fn by_cue(&self, cue: &SpeechCue, rule: AttributionRule) -> Link {
        let rule = match cue.kind {
            CueKind::According => AttributionRule::AccordingTo,
            CueKind::Inverted => AttributionRule::Inverted,
            _ => rule,
        };
        Link {
            speaker: self.view.span(cue.subject),
            rule,
            cue: Some(LinkedCue {
                span: self.view.span(cue.verb),
                kinds: cue.kinds,
                framing: cue.is(self.lexicon, &["call", "describe", "label"]),
                introduces: rule == AttributionRule::CueBefore && self.introduces(cue),
            }),
            inherited: false,
        }
    }

    fn words(&self) -> &'a str {
        self.inner.of(self.view.text)
    }

    fn tail(&self) -> Option<char> {
        self.words().chars().next_back()
    }

    /// The cue that governs the region, nearest ones first; the outermost of several before it.
    fn cue(&self) -> Option<(&'a SpeechCue, AttributionRule)> {
        let fits = |cue: &&SpeechCue| {
            cue.kinds
                .has(Kinds::SAY | Kinds::HEARER | Kinds::ACCORDING | Kinds::OBJECT)
                || cue.flags.has(Flags::FRAMING_CUE)
        };
        let mut before: Vec<&SpeechCue> = self
            .cues
            .iter()
            .filter(fits)
            .filter(|cue| cue.last() < self.unit)
            .collect();
        before.sort_by_key(|cue| self.unit - cue.verb.last);
        let after = self
            .cues
            .iter()
            .filter(fits)
            .filter(|cue| cue.first() > self.unit)
            .min_by_key(|cue| cue.first());
        if let Some(cue) = after {
            let near = cue.first() - self.unit <= 3
                && cue.kind != CueKind::Participle
                && cue.kinds.has(Kinds::SAY | Kinds::HEARER | Kinds::ACCORDING)
                && !self.clause_links(self.unit + 1, cue.first());
            if near && self.breaks_for_cue() {
                let own = before.first().is_some_and(|cue| {
                    self.unit - cue.verb.last <= 3
                        && cue.kind != CueKind::Inverted
                        && self.introduces(cue)
                });
                if !own {
                    return Some((cue, AttributionRule::CueAfter));
                }
            } else if near && before.is_empty() {
                return Some((cue, AttributionRule::CueAfter));
            }
        }
        if let Some(nearest) = before.first() {
            let own_clause = self.verb_before().filter(|subject| {
                let cue = self.view.span(nearest.verb);
                subject.start > cue.end && !self.adjoins(nearest)
            });
            if own_clause.is_some() {
                return None;
            }
            return Some((
                self.outermost(nearest, &before[1..]),
                AttributionRule::CueBefore,
            ));
        }
        after.map(|cue| (cue, AttributionRule::CueAfter))
    }

    /// The quotation ends as one does before its cue: “…,” X said.
    fn breaks_for_cue(&self) -> bool {
        self.tail().is_some_and(|tail| ",?!—-–….\"".contains(tail)) || self.words().ends_with(",’")
    }

    /// The outermost saying whose complement runs up to the region: "X said that Y was “…”".
    fn outermost(&self, nearest: &'a SpeechCue, others: &[&'a SpeechCue]) -> &'a SpeechCue {
        if nearest.reports() && self.introduces(nearest) {
            return nearest;
        }
        let view = self.view;
        let mut outer = nearest;
        // "Doe wrote that Roe said he had “…”": an account of what Roe said.
        let says = nearest.kind == CueKind::Verb && nearest.is(self.lexicon, &["say", "tell"]);
        let named = view.class(nearest.subject.last) == Class::Name;
        for cue in others {
            if says && named && cue.is(self.lexicon, &ACCOUNTS) {
                break;
            }
            let reports = matches!(cue.kind, CueKind::Verb | CueKind::Participle) && cue.reports();
            let next_is_words = cue.verb.last + 1 < view.len() && !view.quoted(cue.verb.last + 1);
            let apart =
                outer.subject.first > cue.verb.last && view.mark(outer.subject.first - 1, ",");
            let governs = reports && cue.subject != nearest.subject && next_is_words && !apart;
            if governs && !self.clause_breaks(cue.verb.last + 1, outer.verb.first) {
                outer = cue;
            }
        }
        outer
    }

    /// A conjunction between quotation and cue: what follows is another clause.
    fn clause_links(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            self.view
                .any(at, &["and", "but", "when", "while", "whereas", "because"])
        })
    }

    fn clause_breaks(&self, from: usize, to: usize) -> bool {
        let view = self.view;
        (from..to).any(|at| {
            let after_break = at > 0 && (view.mark(at - 1, ",") || view.quoted(at - 1));
            view.mark(at, ";")
                || view.any(at, &["while", "whereas"])
                || at > 0 && view.mark(at - 1, "—–-") && view.any(at, &["which", "who"])
                || after_break && view.any(at, &["but", "and", "though", "although", "with"])
        })
    }

    /// Whether nothing but a preposition, an adverb or a colon stands between cue and region.
    pub fn introduces(&self, cue: &SpeechCue) -> bool {
        let view = self.view;
        if cue.kind == CueKind::Inverted {
            return false;
        }
        let gap = cue.verb.last + 1..self.unit;
        self.adjoins(cue)
            || gap.end > gap.start
                && view.mark(gap.end - 1, ",:")
                && !gap.clone().any(|at| view.class(at) == Class::Verb)
    }

    /// Nothing but small words stands between cue and region.
    fn adjoins(&self, cue: &SpeechCue) -> bool {
        let view = self.view;
        (cue.verb.last + 1..self.unit).all(|at| {
            view.mark(at, ",:")
                || view.any(at, &["that", "in", "a", "statement", "on", "twitter"])
                || view.class(at) == Class::Adverb
        })
    }

    /// “…” – Jane Doe
    fn signature(&self) -> Option<Span> {
        let view = self.view;
        let words_before =
            (0..self.unit).any(|at| !view.is_class(at, &[Class::Punctuation, Class::Quoted]));
        let dash = self.unit + 1;
        if words_before
            || !view.mark_at(dash, "—–―-")
            || dash + 1 >= view.len()
            || view.class(dash + 1) != Class::Name
        {
            return None;
        }
        let name = view.phrase_from(dash + 1)?;
        let ends = name.last + 1 >= view.len() || view.class(name.last + 1) == Class::Punctuation;
        (name.last - self.unit < 9 && ends).then(|| view.span(name))
    }

    /// `“DOE: We will go.”` in interviews.
    fn label_inside(&self) -> Option<Span> {
        let (label, rest) = self.words().split_once(':')?;
        let upper = label
            .chars()
            .all(|c| c.is_uppercase() || " .-'’".contains(c));
        let fits =
            (3..=31).contains(&label.len()) && upper && rest.starts_with(char::is_whitespace);
        if !fits || !label.starts_with(char::is_uppercase) {
            return None;
        }
        Some(Span::new(self.inner.start, self.inner.start + label.len()))
    }

    /// “…,” Doe any-verb; “…,” any-verb Doe.
    fn any_verb_after(&self) -> Option<Span> {
        let view = self.view;
        if !self.tail().is_some_and(|tail| ",?!—-–…".contains(tail)) {
            return None;
        }
        let mut at = self.unit + 1;
        while view.mark_at(at, ",—–") {
            at += 1;
        }
        if at >= view.len() {
            return None;
        }
        if let Some(subject) = view.phrase_from(at).map(|subject| self.named_part(subject))
            && view.is_class(
                at,
                &[Class::Name, Class::Pronoun, Class::Determiner, Class::Noun],
            )
            && self.verb_follows(subject)
        {
            return Some(view.span(subject));
        }
        let verb = view.is_class(at, &[Class::Verb, Class::Noun])
            && ["ed", "s", "ang", "oke"]
                .iter()
                .any(|ending| view.ends_with(at, ending))
            || view.has(at, Flags::COMMON_VERB);
        let subject = view.phrase_from(at + 1).filter(|_| verb)?;
        view.is_class(at + 1, &[Class::Name, Class::Determiner])
            .then(|| view.span(subject))
    }

    /// Doe shot back, “…”: the clause directly before, whatever its verb.
    fn verb_before(&self) -> Option<Span> {
        let view = self.view;
        let comma = self.unit.checked_sub(1).filter(|at| view.mark(*at, ",:"))?;
        if !self.words().starts_with(char::is_uppercase) {
            return None;
        }
        let first = (0..comma)
            .rev()
            .find(|at| view.mark(*at, ",;:—–"))
            .map_or(0, |at| at + 1);
        let subject = self.named_part(view.phrase_from(first)?);
        let named =
            view.class(subject.last) == Class::Name || view.class(subject.first) == Class::Pronoun;
        let verb = subject.last + 1;
        (named
            && verb < comma
            && view.is_class(verb, &[Class::Verb, Class::Noun])
            && comma - verb <= 6)
            .then(|| view.span(subject))
    }

    /// "Doe shot back": the verb may look like a noun, so a phrase that begins with a name ends
    /// with its last capital.
    fn named_part(&self, mut phrase: Phrase) -> Phrase {
        let view = self.view;
        while view.capital(phrase.first) && phrase.last > phrase.first && !view.capital(phrase.last)
        {
            phrase.last -= 1;
        }
        phrase
    }

    fn verb_follows(&self, subject: Phrase) -> bool {
        let view = self.view;
        let mut at = subject.last + 1;
        while at < view.len() && view.class(at) == Class::Adverb {
            at += 1;
        }
        if view.mark_at(at, ",") {
            let close = (at + 1..view.len().min(at + 16)).find(|close| view.mark(*close, ","));
            at = close.map_or(at, |close| close + 1);
        }
        let after_name = at == subject.last + 1 && view.class(subject.last) == Class::Name;
        at < view.len()
            && (view.is_class(at, &[Class::Verb, Class::Auxiliary])
                || after_name && view.class(at) == Class::Noun
                || ["ed", "es", "s"]
                    .iter()
                    .any(|ending| view.ends_with(at, ending)))
    }

    /// as Doe put it
    fn as_put(&self) -> Option<Span> {
        let view = self.view;
        (0..view.len().saturating_sub(2)).find_map(|at| {
            let opens =
                view.is(at, "as") && (at == 0 || view.mark(at - 1, ",") || view.quoted(at - 1));
            let subject = view.phrase_from(at + 1).filter(|_| opens)?;
            let end = view.len().min(subject.last + PUT_REACH);
            let put = (subject.last + 1..end).find(|verb| view.any(*verb, &["put", "puts"]));
            put.filter(|put| view.any_at(put + 1, &["it"]))
                .map(|_| view.span(subject))
        })
    }

    /// Doe: “…”
    fn before_colon(&self) -> Option<Span> {
        let view = self.view;
        let colon = self.unit.checked_sub(1).filter(|at| view.mark(*at, ":"))?;
        if colon > 0 && view.class(colon - 1) == Class::Name {
            let name = view.phrase_ending(colon - 1);
            let starts = name.first == 0 || view.mark(name.first - 1, "-–—.,");
            if name.last - name.first < 6 && starts {
                return Some(view.span(name));
            }
        }
        // Here is Doe in May: “…”
        let here = view.is(0, "here") && (view.apostrophe_s(1) || view.any(1, &["is", "are"]));
        let subject = if here && colon > 2 {
            view.phrase_from(2)
        } else {
            view.main_subject(colon)
        };
        subject
            .filter(|subject| !headlines::is_rubric(view, *subject))
            .map(|subject| view.span(subject))
    }

    fn sentence_subject(&self) -> Option<Span> {
        let view = self.view;
        let words_before =
            (0..self.unit).any(|at| !view.is_class(at, &[Class::Punctuation, Class::Quoted]));
        let subject = view.main_subject(self.unit).filter(|_| words_before)?;
        let named = (subject.first..=subject.last)
            .any(|at| view.capital(at) || view.class(at) == Class::Pronoun);
        // "That makes her “…”" goes on with what was said before.
        let points = subject.first == subject.last
            && view.any(
                subject.first,
                &["this", "that", "these", "those", "it", "which"],
            );
        let label = headlines::is_rubric(view, subject);
        // "NORTHPORT – “…”": where it was written.
        let dateline = subject.first == 0
            && (subject.last + 1..self.unit).all(|at| view.mark(at, "—–-"))
            && subject.last + 1 < self.unit;
        (named && !points && !label && !dateline).then(|| view.span(subject))
    }
}
