//! Speech in headlines: "Mayor: bridge will stay" and "bridge will stay, says mayor".

use super::AttributionRule;
use super::analysis::Reported;
use super::class::{Class, Flags, Kinds};
use super::linking::Link;
use super::scan::Scan;
use super::view::{Phrase, View};
use crate::text::Span;

/// What stands before a colon in a headline and speaks of no speaker.
const RUBRICS: [&str; 30] = [
    "new",
    "just in",
    "latest",
    "the latest",
    "breaking news",
    "flashback",
    "developing",
    "correction",
    "the result",
    "more",
    "read",
    "related",
    "read more",
    "see also",
    "video",
    "watch",
    "report",
    "exclusive",
    "breaking",
    "poll",
    "update",
    "listen",
    "photos",
    "live",
    "analysis",
    "opinion",
    "explainer",
    "live updates",
    "fact check",
    "editorial",
];

/// Most words of a speaker in a headline.
const LONGEST_SPEAKER: usize = 4;

/// The speaker of marks in a headline: those before or after its colon.
pub(crate) fn link(scan: &Scan<'_>, region: usize) -> Option<Link> {
    let place = scan.places[region]?;
    let sentence = &scan.sentences[place.sentence];
    if !scan.paragraphs[sentence.paragraph].headline {
        return None;
    }
    let view = scan.view(place.sentence);
    let speaker = speaker_before(view).or_else(|| speaker_after(view))?;
    Some(Link {
        speaker: view.span(speaker),
        rule: AttributionRule::Label,
        cue: None,
        inherited: false,
    })
}

/// Adds the words of headlines that hold no marks, and of labelled turns ("DOE: …").
pub(crate) fn add(scan: &Scan<'_>, reported: &mut Vec<Reported>) {
    for (number, sentence) in scan.sentences.iter().enumerate() {
        let view = scan.view(number);
        let paragraph = scan.paragraphs[sentence.paragraph];
        let opens = number == 0 || scan.sentences[number - 1].paragraph != sentence.paragraph;
        if !opens || view.units[0].start as usize != paragraph.span.start {
            continue;
        }
        if let Some(found) = labelled(scan, view, paragraph.span, paragraph.headline) {
            reported.push(found);
        } else if paragraph.headline {
            reported.extend(signed(view));
        }
    }
}

/// X: A
fn labelled(scan: &Scan<'_>, view: View<'_>, paragraph: Span, headline: bool) -> Option<Reported> {
    let speaker = speaker_before(view)?;
    let first = speaker.last + 2;
    let label = view.span(speaker);
    let upper = label.of(scan.text).chars().all(|c| !c.is_lowercase());
    if !(headline || upper) || first + 2 >= view.len() {
        return None;
    }
    if (first..view.len()).all(|at| view.is_class(at, &[Class::Quoted, Class::Punctuation])) {
        return None;
    }
    let start = view.units[first].start as usize;
    Some(Reported {
        spans: vec![Span::new(start, paragraph.end)],
        speaker: label,
        cue: Some(view.span(Phrase {
            first: first - 1,
            last: first - 1,
        })),
        rule: AttributionRule::Label,
        unmarked: false,
    })
}

fn speaker_before(view: View<'_>) -> Option<Phrase> {
    let colon = (1..view.len().min(LONGEST_SPEAKER + 1)).find(|at| view.mark(*at, ":"))?;
    let named = (0..colon)
        .all(|at| view.capital(at) || view.class(at) == Class::Name || view.mark(at, "-&"));
    let phrase = Phrase {
        first: 0,
        last: colon - 1,
    };
    (named && !is_rubric(view, phrase)).then_some(phrase)
}

/// "More: …" names nobody.
pub(crate) fn is_rubric(view: View<'_>, label: Phrase) -> bool {
    let words = view.span(label).of(view.text);
    RUBRICS
        .iter()
        .any(|rubric| words.eq_ignore_ascii_case(rubric))
}

/// A: X
fn speaker_after(view: View<'_>) -> Option<Phrase> {
    let colon = (2..view.len()).rev().find(|at| view.mark(*at, ":"))?;
    let last = view.len() - 1;
    let fits = colon < last
        && last - colon <= LONGEST_SPEAKER
        && (colon + 1..=last).all(|at| view.capital(at));
    fits.then_some(Phrase {
        first: colon + 1,
        last,
    })
}

/// A: X and A, says X and A, X says
fn signed(view: View<'_>) -> Option<Reported> {
    let (speaker, end, cue) = match speaker_after(view) {
        Some(speaker) => (speaker, speaker.first - 1, None),
        None => says_after(view)?,
    };
    let quoted = (0..end).all(|at| view.is_class(at, &[Class::Quoted, Class::Punctuation]));
    if end < 3 || quoted {
        return None;
    }
    Some(Reported {
        spans: vec![view.span(Phrase {
            first: 0,
            last: end - 1,
        })],
        speaker: view.span(speaker),
        cue: cue.map(|at| {
            view.span(Phrase {
                first: at,
                last: at,
            })
        }),
        rule: AttributionRule::Label,
        unmarked: false,
    })
}

fn says_after(view: View<'_>) -> Option<(Phrase, usize, Option<usize>)> {
    let comma = (2..view.len()).rev().find(|at| view.mark(*at, ",–—"))?;
    let cue = (comma + 1..view.len()).find(|at| {
        view.has(*at, Flags::HEADLINE_VERB) && view.units[*at].entry.kinds.has(Kinds::SAY)
    })?;
    let last = view.len() - 1;
    let speaker = if cue == comma + 1 && cue < last {
        Phrase {
            first: cue + 1,
            last,
        }
    } else if cue == last && cue > comma + 1 {
        Phrase {
            first: comma + 1,
            last: cue - 1,
        }
    } else {
        return None;
    };
    (speaker.last - speaker.first < 6).then_some((speaker, comma, Some(cue)))
}
