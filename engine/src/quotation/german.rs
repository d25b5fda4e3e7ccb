//! German: cues, links and kinds of one article. The verb stands second or last, so that what
//! stands before it is often no subject.

use super::analysis::Analysis;
use super::class::{Class, Flags, Kinds};
use super::german_phrases::{phrase_after, phrase_before, source_phrase};
use super::german_quoted::Quoted;
use super::german_reported;
use super::linking::{Link, LinkedCue};
use super::scan::Scan;
use super::view::{Phrase, View};
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
    let cues: Vec<Vec<GermanCue>> = (0..scan.sentences.len())
        .map(|sentence| find_cues(scan, scan.view(sentence)))
        .collect();
    let mut links = vec![None; scan.regions.len()];
    let mut kinds = vec![Kind::Term; scan.regions.len()];
    let mut last: Option<(Span, usize)> = None;
    for region in 0..scan.regions.len() {
        let Some(place) = scan.places[region] else {
            continue;
        };
        let quoted = Quoted {
            scan,
            cues: &cues,
            earlier: &kinds[..region],
            region,
            place,
            view: scan.view(place.sentence),
        };
        let kind = quoted.kind();
        let paragraph = scan.sentences[place.sentence].paragraph;
        let link = if kind == Kind::Term {
            None
        } else {
            quoted.link(last)
        };
        kinds[region] = kind;
        links[region] = link;
        if let Some(link) = &links[region] {
            last = Some((link.speaker, paragraph));
        }
    }
    let reported = german_reported::find(scan, &cues);
    Analysis {
        links,
        kinds,
        reported,
    }
}

fn find_cues(scan: &Scan<'_>, view: View<'_>) -> Vec<GermanCue> {
    let mut cues = Vec::new();
    for at in 0..view.len() {
        if is_cue(scan, view, at)
            && let Some(subject) = subject(view, at)
        {
            cues.push(GermanCue {
                at,
                kind: CueKind::Verb,
                subject,
            });
        }
        cues.extend(source(view, at));
    }
    cues
}

/// Who says a quotation inside another one: "Mein Vater sagte: ‚A‘".
pub(crate) fn inner_link(scan: &Scan<'_>, view: View<'_>, unit: usize) -> Option<Link> {
    let cue = (0..unit)
        .rev()
        .take_while(|at| !view.mark(*at, ".!?;"))
        .find(|at| is_cue(scan, view, *at))?;
    let near = (cue + 1..unit).all(|at| view.mark(at, ",:") || !view.capital(at));
    let subject = subject(view, cue).filter(|subject| near && subject.last < unit)?;
    let at = Phrase {
        first: cue,
        last: cue,
    };
    Some(Link {
        speaker: view.span(subject),
        rule: AttributionRule::CueBefore,
        cue: Some(LinkedCue {
            span: view.span(at),
            kinds: Kinds::SAY,
            framing: false,
            introduces: true,
        }),
        inherited: false,
    })
}

/// A finite saying verb, its particle in the sentence.
pub(crate) fn is_cue(scan: &Scan<'_>, view: View<'_>, at: usize) -> bool {
    let unit = view.units[at];
    if unit.entry.lemma == 0
        || unit.capital
        || unit.class == Class::Quoted
        || at > 0 && view.is(at - 1, "zu")
    {
        return false;
    }
    scan.lexicon.lemma(unit.entry.lemma).is_some_and(|lemma| {
        lemma.particles.is_empty()
            || (at + 1..view.len()).any(|after| {
                lemma
                    .particles
                    .iter()
                    .any(|particle| view.is(after, particle))
            })
    })
}

fn subject(view: View<'_>, verb: usize) -> Option<Phrase> {
    if view.any(verb, &["heißt", "hieß"]) && view.any_at(verb + 1, &["es"]) {
        return place_of_text(view, verb);
    }
    if let Some(agent) = passive_agent(view, verb) {
        return Some(agent);
    }
    let inverted = verb == 0 || view.quoted(verb - 1) || view.mark(verb - 1, ",");
    if inverted && let Some(subject) = phrase_after(view, verb + 1) {
        return Some(subject);
    }
    let before = phrase_before(view, verb);
    match before {
        // Verb second: what stands first may be time or place.
        Some(before)
            if before.first > 0 && view.any(before.first - 1, &["als", "so"])
                || view.has(before.first, Flags::PREPOSITION | Flags::OPENER)
                    && !view.has(before.first, Flags::DETERMINER | Flags::PRONOUN)
                || before.first < verb
                    && view.any(before.first, &["im", "am", "beim", "zum", "zur", "vom"]) =>
        {
            phrase_after(view, verb + 1).or(Some(before))
        }
        Some(before) => Some(before),
        None => phrase_after(view, verb + 1),
    }
}

/// "heißt es in dem Brief", "In dem Brief heißt es": the text that says it.
fn place_of_text(view: View<'_>, verb: usize) -> Option<Phrase> {
    let place = ["in", "im", "auf", "aus", "bei", "beim", "vom", "von"];
    let after = verb + 2;
    if view.any_at(after, &place)
        && let Some(text) = phrase_after(view, after + 1)
    {
        return Some(text);
    }
    let before = phrase_before(view, verb).filter(|before| view.any(before.first, &place));
    before.or(Some(Phrase {
        first: verb + 1,
        last: verb + 1,
    }))
}

/// "wird von Kennern als … bezeichnet": who says it.
fn passive_agent(view: View<'_>, verb: usize) -> Option<Phrase> {
    let passive = (0..verb).any(|at| view.any(at, &["wird", "werden", "wurde", "wurden"]));
    let by = (0..verb)
        .rev()
        .find(|at| view.any(*at, &["von", "vom"]))
        .filter(|_| passive)?;
    source_phrase(view, by + 1).filter(|agent| agent.last < verb)
}

/// so X · laut X · X zufolge · nach Angaben von X
fn source(view: View<'_>, at: usize) -> Option<GermanCue> {
    if view.quoted(at) {
        return None;
    }
    let cue = |kind, subject| Some(GermanCue { at, kind, subject });
    if view.is(at, "so")
        && at > 0
        && (view.mark(at - 1, ",") || view.quoted(at - 1))
        && at + 1 < view.len()
    {
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
        return cue(
            CueKind::Source,
            Phrase {
                first,
                last: at - 1,
            },
        );
    }
    let reach = view.len().min(at + 5);
    if view.is(at, "nach") && (at + 1..reach).any(|near| view.has(near, Flags::SOURCE_NOUN)) {
        let all = Phrase {
            first: at + 1,
            last: reach - 1,
        };
        let noun = (at + 1..reach).find(|near| view.has(*near, Flags::SOURCE_NOUN));
        // "nach Angaben der Polizei": the police say it.
        let owner = noun
            .filter(|noun| view.any_at(noun + 1, &["der", "des", "von", "vom"]))
            .and_then(|noun| {
                source_phrase(
                    view,
                    noun + 1 + usize::from(view.any(noun + 1, &["von", "vom"])),
                )
            });
        let source = owner.or_else(|| source_phrase(view, at + 1));
        return cue(CueKind::Source, source.unwrap_or(all));
    }
    None
}
