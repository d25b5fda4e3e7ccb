//! Reported speech of a German article: clauses after and before a cue, sources, and the
//! subjunctive that reports without a cue.

use super::AttributionRule;
use super::analysis::Reported;
use super::class::{Class, Flags};
use super::german::{CueKind, GermanCue};
use super::scan::Scan;
use super::view::{Phrase, View};
use crate::text::Span;

/// Units after a cue within which its clause begins.
const CLAUSE_REACH: usize = 14;
/// Sentences back to the source of a subjunctive.
const SOURCE_BACK: usize = 3;

pub(crate) fn find(scan: &Scan<'_>, cues: &[Vec<GermanCue>]) -> Vec<Reported> {
    let mut found = Vec::new();
    for (number, own) in cues.iter().enumerate() {
        let view = scan.view(number);
        let clauses = Clauses { view, cues: own };
        if clauses.last().is_none_or(|last| last < 2) {
            continue;
        }
        let before = found.len();
        found.extend(own.iter().filter_map(|cue| clauses.of(cue)));
        if found.len() == before {
            found.extend(clauses.accordingly());
        }
        if found.len() == before {
            found.extend(subjunctive(scan, cues, number));
        }
    }
    found
}

struct Clauses<'a> {
    view: View<'a>,
    cues: &'a [GermanCue],
}

impl Clauses<'_> {
    /// Last unit before the full stop.
    fn last(&self) -> Option<usize> {
        (0..self.view.len())
            .rev()
            .find(|at| !self.view.mark(*at, ".!?"))
    }

    fn of(&self, cue: &GermanCue) -> Option<Reported> {
        let last = self.last()?;
        let (first, end, rule) = match cue.kind {
            CueKind::Source => self.with_source(cue, last)?,
            CueKind::So => self.before_so(cue)?,
            CueKind::Verb => self.with_verb(cue, last)?,
        };
        if end < first {
            return None;
        }
        Some(Reported {
            spans: vec![self.span(first, end)],
            speaker: self.view.span(cue.subject),
            cue: Some(self.span(cue.at, cue.at)),
            rule,
            unmarked: false,
        })
    }

    fn span(&self, first: usize, last: usize) -> Span {
        self.view.span(Phrase { first, last })
    }

    fn only_quoted(&self, units: std::ops::Range<usize>) -> bool {
        units
            .into_iter()
            .all(|at| self.view.is_class(at, &[Class::Quoted, Class::Punctuation]))
    }

    /// Laut X A. — A laut X.
    fn with_source(&self, cue: &GermanCue, last: usize) -> Option<(usize, usize, AttributionRule)> {
        let next = cue.subject.last.max(cue.at) + 1;
        let opens = cue.at <= 3 || cue.subject.first <= 2 && self.view.is(cue.at, "zufolge");
        let first = if opens { next } else { 0 };
        (first <= last).then_some((first, last, AttributionRule::AccordingTo))
    }

    /// A, so X
    fn before_so(&self, cue: &GermanCue) -> Option<(usize, usize, AttributionRule)> {
        if cue.at <= 2 || self.only_quoted(0..cue.at) {
            return None;
        }
        let comma = usize::from(self.view.mark(cue.at - 1, ","));
        Some((0, cue.at - 1 - comma, AttributionRule::AccordingTo))
    }

    fn with_verb(&self, cue: &GermanCue, last: usize) -> Option<(usize, usize, AttributionRule)> {
        let view = self.view;
        let clause = self.clause_after(cue, last);
        let how = (cue.at > 1 && view.is(0, "wie")).then_some(());
        if cue.at > 0 && (view.mark(cue.at - 1, ",") || how.is_some()) {
            if how.is_some() && cue.at < CLAUSE_REACH {
                let comma = (cue.at..last).find(|at| view.mark(*at, ","))?;
                return Some((comma + 1, last, AttributionRule::CueBefore));
            }
            if let Some(end) = self.postposed(cue, clause) {
                return Some((0, end, AttributionRule::CueAfter));
            }
        }
        if let Some(end) = self.before_wie(cue) {
            return Some((0, end, AttributionRule::CueAfter));
        }
        let Clause::At(first) = clause else {
            return None;
        };
        let end = self
            .cues
            .iter()
            .filter(|other| other.at > first + 1 && view.is(other.at - 1, "und"))
            .map(|other| other.at - 2)
            .fold(last, usize::min);
        (end > first).then_some((first, end, AttributionRule::CueBefore))
    }

    /// A, sagte X
    fn postposed(&self, cue: &GermanCue, clause: Clause) -> Option<usize> {
        let view = self.view;
        let words = (0..cue.at - 1)
            .filter(|at| view.class(*at) != Class::Punctuation)
            .count();
        let quoted = self.only_quoted(0..cue.at - 1);
        let fits = match clause {
            Clause::None => words >= 4 && !quoted,
            Clause::Quoted => false,
            Clause::At(first) => words >= 5 && !quoted && !view.any(first, &["dass", "daß", "ob"]),
        };
        fits.then(|| cue.at.saturating_sub(2))
    }

    /// A, wie X sagte
    fn before_wie(&self, cue: &GermanCue) -> Option<usize> {
        let view = self.view;
        let how = (5..cue.at)
            .rev()
            .find(|at| view.is(*at, "wie") && view.mark(at - 1, ","))?;
        (cue.at - how < 10).then(|| how - 2)
    }

    /// Where the clause after a cue begins: after a comma or colon that opens no relative clause.
    fn clause_after(&self, cue: &GermanCue, last: usize) -> Clause {
        let view = self.view;
        let from = if cue.subject.first > cue.at {
            cue.subject.last
        } else {
            cue.at
        } + 1;
        for at in from..last.min(from + CLAUSE_REACH) {
            if !view.mark(at, ",:") {
                continue;
            }
            let first = at + 1;
            if view.quoted(first) && first >= last {
                return Clause::Quoted;
            }
            let relative = view.mark(at, ",")
                && view.any(
                    first,
                    &["der", "die", "das", "denen", "deren", "dem", "den"],
                )
                && first + 2 <= last
                && !(first..view.len().min(first + 8)).any(|near| is_subjunctive(view, near))
                && !(first..=last).any(|at| view.is(at, "zu"));
            if !relative {
                return Clause::At(first);
            }
        }
        Clause::None
    }

    /// "Demnach A": the source stands in the sentence before.
    fn accordingly(&self) -> Option<Reported> {
        let last = self.last()?;
        self.view.any(0, &["demnach", "danach"]).then(|| Reported {
            spans: vec![self.span(1, last)],
            speaker: self.span(0, 0),
            cue: None,
            rule: AttributionRule::Continued,
            unmarked: false,
        })
    }
}

#[derive(Debug, Clone, Copy)]
enum Clause {
    None,
    /// Nothing but a quotation.
    Quoted,
    At(usize),
}

/// A form that may be a subjunctive: the table's, or an "e" at the end of a longer lower-case word.
fn is_subjunctive(view: View<'_>, at: usize) -> bool {
    if view.quoted(at) || view.capital(at) {
        return false;
    }
    let word = view.word(at);
    view.has(at, Flags::SUBJUNCTIVE)
        || view.any(at, &["hätten", "hätte", "würden", "würde", "wären", "wäre"])
        || word.len() > 3 && word.ends_with('e')
}

/// A main clause in the subjunctive goes on reporting whom the sentences before did.
fn subjunctive(scan: &Scan<'_>, cues: &[Vec<GermanCue>], number: usize) -> Option<Reported> {
    let view = scan.view(number);
    let verb =
        (0..view.len()).find(|at| view.has(*at, Flags::SUBJUNCTIVE) && !view.capital(*at))?;
    if (0..verb).any(|at| view.any(at, &["dass", "daß", "ob", "als"])) {
        return None;
    }
    let paragraph = scan.sentences[number].paragraph;
    let (sentence, cue) = (number.saturating_sub(SOURCE_BACK)..number)
        .rev()
        .filter(|before| scan.sentences[*before].paragraph == paragraph)
        .find_map(|before| cues[before].last().map(|cue| (before, cue)))?;
    let last = (0..view.len()).rev().find(|at| !view.mark(*at, ".!?"))?;
    Some(Reported {
        spans: vec![view.span(Phrase { first: 0, last })],
        speaker: scan.view(sentence).span(cue.subject),
        cue: None,
        rule: AttributionRule::Continued,
        unmarked: false,
    })
}
