//! Marked speech of a German article: speech or term, and whose.

use super::class::{Class, Flags};
use super::german::{CueKind, GermanCue, is_cue};
use super::german_phrases::{phrase_after, phrase_before, source_phrase};
use super::linking::{Link, LinkedCue};
use super::scan::{Place, Scan};
use super::view::{Phrase, View};
use super::words::count;
use super::{AttributionRule, Kind, kinds};
use crate::text::Span;

/// A region in its sentence.
pub(crate) struct Quoted<'a> {
    pub scan: &'a Scan<'a>,
    pub cues: &'a [Vec<GermanCue>],
    /// Of the regions before this one.
    pub earlier: &'a [Kind],
    pub region: usize,
    pub place: Place,
    pub view: View<'a>,
}

/// What the place of a region tells of its kind.
struct Signs {
    words: usize,
    colon: bool,
    ends: bool,
    tail_cue: bool,
    cue: bool,
    /// "Parole", "mit den Worten".
    label: bool,
    work: bool,
    lower: bool,
    finite: bool,
}

impl Quoted<'_> {
    fn inner(&self) -> &str {
        self.scan.regions[self.region].inner.of(self.scan.text)
    }

    fn signs(&self) -> Signs {
        let (view, unit, inner) = (self.view, self.place.unit, self.inner());
        let before = unit.checked_sub(1);
        let comma = unit + 1;
        let tail_cue = view.mark_at(comma, ",")
            && comma + 1 < view.len()
            && (is_cue(self.scan, view, comma + 1)
                || view.is(comma + 1, "so")
                || self.any_verb_after().is_some());
        let listed = before.is_some_and(|before| {
            view.is(before, "wie") && before > 0 && is_work(view, before - 1)
        });
        let work = listed
            || before.is_some_and(|before| {
                is_work(view, before)
                    || view.has(before, Flags::DETERMINER)
                        && before > 0
                        && is_work(view, before - 1)
            });
        Signs {
            words: count(inner),
            colon: before.is_some_and(|before| view.mark(before, ":")),
            ends: inner.ends_with(['.', '?', '!', '…']),
            tail_cue,
            cue: !self.cues[self.place.sentence].is_empty()
                || (0..view.len()).any(|at| is_cue(self.scan, view, at)),
            label: before.is_some_and(|before| {
                view.any(
                    before,
                    &["wie", "worten", "worte", "parole", "parolen", "beispiel"],
                )
            }),
            work,
            lower: inner.starts_with(char::is_lowercase),
            finite: self
                .scan
                .words_in(self.scan.regions[self.region].inner)
                .iter()
                .any(|word| word.has(Flags::FINITE)),
        }
    }

    pub fn kind(&self) -> Kind {
        let signs = self.signs();
        if signs.words == 0 || !self.is_speech(&signs) {
            return Kind::Term;
        }
        let capital = self.inner().starts_with(char::is_uppercase);
        let after_colon = signs.colon && signs.words >= 3;
        if capital && (signs.ends || signs.tail_cue || after_colon) {
            Kind::Direct
        } else {
            Kind::Partial
        }
    }

    fn is_speech(&self, signs: &Signs) -> bool {
        let paragraph = self.scan.regions[self.region].paragraph as usize;
        let headline = self.scan.paragraphs[paragraph].headline;
        let clause = signs.ends || signs.finite || signs.words > 4 || headline && signs.words >= 3;
        let after_colon = signs.colon && clause;
        let slogan = signs.label && !signs.work && (signs.finite || signs.words >= 2);
        if after_colon || slogan || signs.tail_cue || signs.ends && signs.words >= 4 && !signs.work
        {
            return true;
        }
        if signs.ends && self.goes_on() {
            return true;
        }
        if signs.work {
            return false;
        }
        let (view, unit) = (self.view, self.place.unit);
        let Some(before) = unit.checked_sub(1) else {
            return signs.words >= 4 && signs.lower;
        };
        if view.is(before, "wegen") {
            return false;
        }
        if signs.words >= 3
            && (self.in_reported_clause()
                || kinds::joins_speech(view, self.earlier, self.place.unit))
        {
            return true;
        }
        if signs.words < 3 {
            return signs.cue && signs.lower;
        }
        if signs.lower && (signs.cue || signs.words >= 4) {
            return !view.capital(before) || signs.cue;
        }
        if signs.finite && signs.words >= 4 && signs.cue {
            return true;
        }
        let judged = view.any(before, &["eine", "einer", "einen", "ein", "als", "von"]);
        signs.cue && judged && (0..view.len()).any(|at| self.is_judgement(at))
    }

    /// After a cue and a comma, in a clause with "dass" or in the subjunctive.
    fn in_reported_clause(&self) -> bool {
        let view = self.view;
        let cues = &self.cues[self.place.sentence];
        let Some(cue) = cues
            .iter()
            .find(|cue| cue.kind == CueKind::Verb && cue.at < self.place.unit)
        else {
            return false;
        };
        let comma = (cue.at..self.place.unit).any(|at| view.mark(at, ",:"));
        comma
            && (cue.at..view.len()).any(|at| {
                view.has(at, Flags::SUBJUNCTIVE)
                    || view.any(
                        at,
                        &["dass", "daß", "ob", "würde", "würden", "wäre", "hätte"],
                    )
            })
    }

    /// Verbs that take a characterisation: "sprach von", "bezeichnete als".
    fn is_judgement(&self, at: usize) -> bool {
        let lemma = self.scan.lexicon.lemma(self.view.units[at].entry.lemma);
        lemma.is_some_and(|lemma| {
            ["sprach", "bezeichne", "nannte", "würdig", "attackier"].contains(&lemma.text.as_str())
        })
    }

    /// The nearest cue of the sentence, else the speaker before.
    pub fn link(&self, last: Option<(Span, usize)>) -> Option<Link> {
        let unit = self.place.unit;
        let cues = &self.cues[self.place.sentence];
        let after = cues.iter().find(|cue| cue.at > unit);
        let before = cues.iter().rfind(|cue| cue.at < unit);
        let tail_cue = self.signs().tail_cue;
        let own = match (after, before) {
            (Some(after), before) if tail_cue || before.is_none() => {
                Some((after, AttributionRule::CueAfter))
            }
            (_, Some(before)) => Some((before, AttributionRule::CueBefore)),
            _ => None,
        };
        if let Some((cue, rule)) = own {
            return Some(self.by_cue(cue, rule));
        }
        let found = self
            .before_colon()
            .map(|speaker| (speaker, AttributionRule::Label, false))
            .or_else(|| Some((self.any_verb_after()?, AttributionRule::Inverted, false)))
            .or_else(|| Some((self.actor()?, AttributionRule::SentenceSubject, false)))
            .or_else(|| Some((self.speaker_before(last)?, AttributionRule::Continued, true)))
            .or_else(|| Some((self.opening()?, AttributionRule::SentenceSubject, false)));
        found.map(|(speaker, rule, inherited)| Link {
            speaker,
            rule,
            cue: None,
            inherited,
        })
    }

    fn by_cue(&self, cue: &GermanCue, rule: AttributionRule) -> Link {
        let at = Phrase {
            first: cue.at,
            last: cue.at,
        };
        let rule = match cue.kind {
            CueKind::Verb if rule == AttributionRule::CueAfter && cue.subject.first > cue.at => {
                AttributionRule::Inverted
            }
            CueKind::Verb => rule,
            CueKind::Source | CueKind::So => AttributionRule::AccordingTo,
        };
        Link {
            speaker: self.view.span(cue.subject),
            rule,
            cue: Some(LinkedCue {
                span: self.view.span(at),
                kinds: super::class::Kinds::SAY,
                framing: false,
                introduces: rule == AttributionRule::CueBefore,
            }),
            inherited: false,
        }
    }

    /// „A“, raunte X: a verb that no table knows.
    fn any_verb_after(&self) -> Option<Span> {
        let (view, verb) = (self.view, self.place.unit + 2);
        let past = verb + 1 < view.len()
            && view.mark(verb - 1, ",")
            && view.units[verb].alphabetic
            && !view.capital(verb)
            && !view.has(
                verb,
                Flags::PHRASE_STOP | Flags::ADVERB | Flags::SUBORDINATOR,
            )
            && ["te", "ten"]
                .iter()
                .any(|ending| view.ends_with(verb, ending));
        let subject = phrase_after(view, verb + 1).filter(|_| past)?;
        Some(view.span(subject))
    }

    /// „A“, sagte X. „B.“: a whole sentence in marks after one with speech.
    fn goes_on(&self) -> bool {
        let region = &self.scan.regions[self.region];
        let alone = (0..self.view.len())
            .all(|at| self.view.is_class(at, &[Class::Quoted, Class::Punctuation]));
        let spoken = self
            .earlier
            .last()
            .is_some_and(|kind| *kind == Kind::Direct);
        let near =
            self.region > 0 && self.scan.regions[self.region - 1].paragraph == region.paragraph;
        alone && spoken && near
    }

    fn before_colon(&self) -> Option<Span> {
        let colon = self
            .place
            .unit
            .checked_sub(1)
            .filter(|at| self.view.mark(*at, ":"))?;
        phrase_before(self.view, colon).map(|subject| self.view.span(subject))
    }

    /// The last cue of the sentence before, else the last speaker not far away.
    fn speaker_before(&self, last: Option<(Span, usize)>) -> Option<Span> {
        let sentences = &self.scan.sentences;
        let paragraph = sentences[self.place.sentence].paragraph;
        if let Some(before) = self
            .place
            .sentence
            .checked_sub(1)
            .filter(|before| sentences[*before].paragraph == paragraph)
            && let Some(cue) = self.cues[before].last()
        {
            return Some(self.scan.view(before).span(cue.subject));
        }
        last.filter(|(_, place)| place + 1 >= paragraph)
            .map(|(speaker, _)| speaker)
    }

    /// The noun phrase that opens the sentence before its verb: "Der Verein feierte …".
    fn actor(&self) -> Option<Span> {
        let view = self.view;
        let adjunct = view.has(
            0,
            Flags::PREPOSITION | Flags::ADVERB | Flags::SUBORDINATOR | Flags::PRONOUN,
        );
        let reports =
            (0..view.len()).any(|at| view.has(at, Flags::SUBJUNCTIVE) && !view.capital(at));
        if self.place.unit < 3 || adjunct || reports {
            return None;
        }
        let phrase = source_phrase(view, 0).filter(|phrase| phrase.last + 1 < self.place.unit)?;
        let verb = phrase.last + 1;
        let finite = !view.capital(verb)
            && ["te", "ten", "t"]
                .iter()
                .any(|ending| view.ends_with(verb, ending));
        finite.then(|| view.span(phrase))
    }

    fn opening(&self) -> Option<Span> {
        let unit = self.place.unit;
        let named = (0..unit).any(|at| self.view.capital(at));
        named.then(|| {
            self.view.span(Phrase {
                first: 0,
                last: (unit - 1).min(6),
            })
        })
    }
}

/// "Titel", "Fachmagazin": nouns before names of works.
fn is_work(view: View<'_>, at: usize) -> bool {
    view.has(at, Flags::WORK)
}
