//! German: cues, links and kinds of one article. The verb stands second or last, so that what
//! stands before it is often no subject.

use super::analysis::Analysis;
use super::class::{Class, Flags};
use super::german_phrases::{phrase_after, phrase_before};
use super::german_reported;
use super::linking::{Link, LinkedCue};
use super::scan::{Place, Scan};
use super::view::{Phrase, View};
use super::words::{Word, count};
use super::{AttributionRule, Kind};
use crate::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CueKind {
    Verb,
    /// laut X, nach Angaben von X, X zufolge
    Source,
    /// …, so X
    So,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct GermanCue {
    pub at: usize,
    pub kind: CueKind,
    pub subject: Phrase,
}

pub(crate) fn analyse(scan: &Scan<'_>) -> Analysis {
    let cues: Vec<Vec<GermanCue>> =
        (0..scan.sentences.len()).map(|sentence| find_cues(scan, scan.view(sentence))).collect();
    let mut links = vec![None; scan.regions.len()];
    let mut kinds = vec![Kind::Term; scan.regions.len()];
    let mut last: Option<(Span, usize)> = None;
    for region in 0..scan.regions.len() {
        let Some(place) = scan.places[region] else { continue };
        let quoted = Quoted { scan, cues: &cues, region, place, view: scan.view(place.sentence) };
        kinds[region] = quoted.kind();
        if kinds[region] == Kind::Term {
            continue;
        }
        let paragraph = scan.sentences[place.sentence].paragraph;
        links[region] = quoted.link(last);
        if let Some(link) = &links[region] {
            last = Some((link.speaker, paragraph));
        }
    }
    let reported = german_reported::find(scan, &cues);
    Analysis { links, kinds, reported }
}

fn find_cues(scan: &Scan<'_>, view: View<'_>) -> Vec<GermanCue> {
    let mut cues = Vec::new();
    for at in 0..view.len() {
        if is_cue(scan, view, at) {
            if let Some(subject) = subject(view, at) {
                cues.push(GermanCue { at, kind: CueKind::Verb, subject });
            }
        }
        cues.extend(source(view, at));
    }
    cues
}

/// A finite saying verb, its particle in the sentence.
pub(crate) fn is_cue(scan: &Scan<'_>, view: View<'_>, at: usize) -> bool {
    let unit = view.units[at];
    if unit.entry.lemma == 0 || unit.capital || unit.class == Class::Quoted || at > 0 && view.is(at - 1, "zu") {
        return false;
    }
    scan.lexicon.lemma(unit.entry.lemma).is_some_and(|lemma| {
        lemma.particles.is_empty()
            || (at + 1..view.len()).any(|after| lemma.particles.iter().any(|particle| view.is(after, particle)))
    })
}

fn subject(view: View<'_>, verb: usize) -> Option<Phrase> {
    if view.any(verb, &["heißt", "hieß"]) && view.any_at(verb + 1, &["es"]) {
        return place_of_text(view, verb);
    }
    let inverted = verb == 0 || view.quoted(verb - 1) || view.mark(verb - 1, ",");
    if inverted {
        if let Some(subject) = phrase_after(view, verb + 1) {
            return Some(subject);
        }
    }
    let before = phrase_before(view, verb);
    match before {
        // Verb second: what stands first may be time or place.
        Some(before) if before.first > 0 && view.any(before.first - 1, &["als", "so"])
            || view.has(before.first, Flags::PREPOSITION | Flags::OPENER) && !view.has(before.first, Flags::DETERMINER | Flags::PRONOUN)
            || before.first < verb && view.any(before.first, &["im", "am", "beim", "zum", "zur", "vom"]) =>
        {
            phrase_after(view, verb + 1).or(Some(before))
        }
        Some(before) => Some(before),
        None => phrase_after(view, verb + 1),
    }
}

/// The noun phrase of a source, up to the finite verb: "laut *einem Sprecher des Amtes* ist".
fn source_phrase(view: View<'_>, from: usize) -> Option<Phrase> {
    let phrase = phrase_after(view, from)?;
    let mut named = false;
    for at in phrase.first..=phrase.last {
        let small = !view.capital(at) && !view.is_class(at, &[Class::Punctuation, Class::Number]);
        let closed = view.has(at, Flags::DETERMINER | Flags::PREPOSITION);
        let adjective = at < phrase.last && view.capital(at + 1);
        if named && small && !closed && (!adjective || view.has(at, Flags::FINITE)) {
            return Some(Phrase { first: phrase.first, last: at - 1 });
        }
        named |= view.capital(at);
    }
    Some(phrase)
}

/// "heißt es in dem Brief", "In dem Brief heißt es": the text that says it.
fn place_of_text(view: View<'_>, verb: usize) -> Option<Phrase> {
    let place = ["in", "im", "auf", "aus", "bei", "beim", "vom", "von"];
    let after = verb + 2;
    if view.any_at(after, &place) {
        if let Some(text) = phrase_after(view, after + 1) {
            return Some(text);
        }
    }
    let before = phrase_before(view, verb).filter(|before| view.any(before.first, &place));
    before.or(Some(Phrase { first: verb + 1, last: verb + 1 }))
}

/// so X · laut X · X zufolge · nach Angaben von X
fn source(view: View<'_>, at: usize) -> Option<GermanCue> {
    if view.quoted(at) {
        return None;
    }
    let cue = |kind, subject| Some(GermanCue { at, kind, subject });
    if view.is(at, "so") && at > 0 && (view.mark(at - 1, ",") || view.quoted(at - 1)) && at + 1 < view.len() {
        let names = view.capital(at + 1) || view.has(at + 1, Flags::DETERMINER);
        return cue(CueKind::So, phrase_after(view, at + 1).filter(|_| names)?);
    }
    if view.any(at, &["laut", "gemäß"]) {
        return cue(CueKind::Source, source_phrase(view, at + 1)?);
    }
    if view.is(at, "zufolge") && at > 0 {
        let mut first = at - 1;
        while first > 0 && (view.capital(first - 1) || view.has(first - 1, Flags::DETERMINER)) {
            first -= 1;
        }
        return cue(CueKind::Source, Phrase { first, last: at - 1 });
    }
    let reach = view.len().min(at + 5);
    if view.is(at, "nach") && (at + 1..reach).any(|near| view.has(near, Flags::SOURCE_NOUN)) {
        let all = Phrase { first: at + 1, last: reach - 1 };
        return cue(CueKind::Source, source_phrase(view, at + 1).unwrap_or(all));
    }
    None
}

/// A region in its sentence.
struct Quoted<'a> {
    scan: &'a Scan<'a>,
    cues: &'a [Vec<GermanCue>],
    region: usize,
    place: Place,
    view: View<'a>,
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
            && (is_cue(self.scan, view, comma + 1) || view.is(comma + 1, "so"));
        let listed = before.is_some_and(|before| view.is(before, "wie") && before > 0 && is_work(view, before - 1));
        let work = listed || before.is_some_and(|before| {
            is_work(view, before) || view.has(before, Flags::DETERMINER) && before > 0 && is_work(view, before - 1)
        });
        Signs {
            words: count(inner),
            colon: before.is_some_and(|before| view.mark(before, ":")),
            ends: inner.ends_with(['.', '?', '!', '…']),
            tail_cue,
            cue: !self.cues[self.place.sentence].is_empty()
                || (0..view.len()).any(|at| is_cue(self.scan, view, at)),
            label: before.is_some_and(|before| view.any(before, &["wie", "worten", "worte", "parole", "parolen", "beispiel"])),
            work,
            lower: inner.starts_with(char::is_lowercase),
            finite: super::kinds::holds(self.inner_words(), Flags::FINITE),
        }
    }

    fn inner_words(&self) -> &[Word] {
        let inner = self.scan.regions[self.region].inner;
        let first = self.scan.words.partition_point(|word| (word.start as usize) < inner.start);
        let end = self.scan.words.partition_point(|word| (word.start as usize) < inner.end);
        &self.scan.words[first..end]
    }

    fn kind(&self) -> Kind {
        let signs = self.signs();
        if signs.words == 0 || !self.is_speech(&signs) {
            return Kind::Term;
        }
        let capital = self.inner().starts_with(char::is_uppercase);
        if capital && (signs.ends || signs.tail_cue) { Kind::Direct } else { Kind::Partial }
    }

    fn is_speech(&self, signs: &Signs) -> bool {
        let after_colon = signs.colon && (signs.ends || signs.finite || signs.words > 4);
        let slogan = signs.label && !signs.work && (signs.finite || signs.words >= 2);
        if after_colon || slogan || signs.tail_cue || signs.ends && signs.words >= 4 && !signs.work {
            return true;
        }
        if signs.work {
            return false;
        }
        let (view, unit) = (self.view, self.place.unit);
        let Some(before) = unit.checked_sub(1) else { return signs.words >= 4 && signs.lower };
        if view.is(before, "wegen") {
            return false;
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

    /// Verbs that take a characterisation: "sprach von", "bezeichnete als".
    fn is_judgement(&self, at: usize) -> bool {
        let lemma = self.scan.lexicon.lemma(self.view.units[at].entry.lemma);
        lemma.is_some_and(|lemma| {
            ["sprach", "bezeichne", "nannte", "würdig", "attackier"].contains(&lemma.text.as_str())
        })
    }

    /// The nearest cue of the sentence, else the speaker before.
    fn link(&self, last: Option<(Span, usize)>) -> Option<Link> {
        let (view, unit) = (self.view, self.place.unit);
        let cues = &self.cues[self.place.sentence];
        let after = cues.iter().find(|cue| cue.at > unit);
        let before = cues.iter().rfind(|cue| cue.at < unit);
        let tail_cue = self.signs().tail_cue;
        let own = match (after, before) {
            (Some(after), before) if tail_cue || before.is_none() => Some((after, AttributionRule::CueAfter)),
            (_, Some(before)) => Some((before, AttributionRule::CueBefore)),
            _ => None,
        };
        if let Some((cue, rule)) = own {
            return Some(self.by_cue(cue, rule));
        }
        let found = self
            .before_colon()
            .map(|speaker| (speaker, AttributionRule::Label, false))
            .or_else(|| Some((self.speaker_before(last)?, AttributionRule::Continued, true)))
            .or_else(|| Some((self.opening()?, AttributionRule::SentenceSubject, false)));
        let _ = view;
        found.map(|(speaker, rule, inherited)| Link { speaker, rule, cue: None, inherited })
    }

    fn by_cue(&self, cue: &GermanCue, rule: AttributionRule) -> Link {
        let at = Phrase { first: cue.at, last: cue.at };
        let rule = match cue.kind {
            CueKind::Verb if rule == AttributionRule::CueAfter && cue.subject.first > cue.at => AttributionRule::Inverted,
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

    fn before_colon(&self) -> Option<Span> {
        let colon = self.place.unit.checked_sub(1).filter(|at| self.view.mark(*at, ":"))?;
        phrase_before(self.view, colon).map(|subject| self.view.span(subject))
    }

    /// The last cue of the sentence before, else the last speaker not far away.
    fn speaker_before(&self, last: Option<(Span, usize)>) -> Option<Span> {
        let sentences = &self.scan.sentences;
        let paragraph = sentences[self.place.sentence].paragraph;
        if let Some(before) = self.place.sentence.checked_sub(1).filter(|before| sentences[*before].paragraph == paragraph) {
            if let Some(cue) = self.cues[before].last() {
                return Some(self.scan.view(before).span(cue.subject));
            }
        }
        last.filter(|(_, place)| place + 1 >= paragraph).map(|(speaker, _)| speaker)
    }

    fn opening(&self) -> Option<Span> {
        let unit = self.place.unit;
        let named = (0..unit).any(|at| self.view.capital(at));
        named.then(|| self.view.span(Phrase { first: 0, last: (unit - 1).min(6) }))
    }
}

/// "Titel", "Fachmagazin": nouns before names of works, compounds included.
fn is_work(view: View<'_>, at: usize) -> bool {
    view.has(at, Flags::WORK)
}
