//! Reported speech in the languages without a grammar of their own: the clause that a word of the
//! table's `[that]` section opens after a cue, what stands before "a dit X", and "selon X".

use super::AttributionRule;
use super::analysis::Reported;
use super::class::{Class, Flags};
use super::lexicon::Lexicon;
use super::plain::Beside;
use super::scan::{Place, Scan};
use super::view::{Phrase, View};
use super::words::is_apostrophe;
use crate::text::Span;

/// Units between a cue and its clause: a time, a hearer.
const CLAUSE_REACH: usize = 8;
/// Units before "selon X" that leave it at the start of its sentence.
const OPENING: usize = 2;
/// Units of the shortest clause without a word that opens it.
const SHORTEST: usize = 4;

pub(crate) fn find(scan: &Scan<'_>) -> Vec<Reported> {
    let mut found = Vec::new();
    for number in 0..scan.sentences.len() {
        let clauses = Clauses {
            beside: Beside {
                view: scan.view(number),
                place: Place {
                    sentence: number,
                    unit: 0,
                },
            },
            lexicon: scan.lexicon,
        };
        found.extend(clauses.all());
    }
    found
}

struct Clauses<'a> {
    beside: Beside<'a>,
    lexicon: &'a Lexicon,
}

impl Clauses<'_> {
    fn all(&self) -> impl Iterator<Item = Reported> + '_ {
        let view = self.beside.view;
        let cues = (0..view.len())
            .filter(move |at| self.beside.is_cue(*at) || view.has(*at, Flags::SOURCE_NOUN));
        cues.filter_map(move |cue| {
            if view.has(cue, Flags::SOURCE_NOUN) {
                return self.according(cue);
            }
            self.complement(cue).or_else(|| self.before_cue(cue))
        })
    }

    /// X a dit que A; X заявил, что A.
    fn complement(&self, cue: usize) -> Option<Reported> {
        let view = self.beside.view;
        let reach = view.len().min(cue + 1 + CLAUSE_REACH);
        let that = (cue + 1..reach).find(|at| self.opens_clause(*at))?;
        let between = |at: usize| {
            view.is_class(
                at,
                &[
                    Class::Adverb,
                    Class::Preposition,
                    Class::Determiner,
                    Class::Noun,
                    Class::Name,
                    Class::Number,
                    Class::Pronoun,
                ],
            ) || at + 1 == that && view.mark(at, ",")
        };
        let next = cue + 1;
        // A noun at once is the verb's object, and what follows is said of it.
        let object = next < that
            && view.is_class(next, &[Class::Noun, Class::Name, Class::Determiner])
            && !view.date_word(next)
            && !view.date_word(next + 1);
        if object || !(next..that).all(between) {
            return None;
        }
        let subject = self.beside.subject(cue)?;
        self.reported(cue, subject, self.clause(that)?, AttributionRule::CueBefore)
    }

    /// A, a assuré X.
    fn before_cue(&self, cue: usize) -> Option<Reported> {
        let view = self.beside.view;
        let mut first = cue;
        while first > 0 && view.is_class(first - 1, &[Class::Auxiliary, Class::Adverb]) {
            first -= 1;
        }
        let last = first.checked_sub(2).filter(|_| view.mark(first - 1, ","))?;
        let subject = self.beside.after(cue)?;
        let closed = (subject.last + 1..view.len()).all(|at| {
            view.is_class(at, &[Class::Punctuation, Class::Adverb]) || view.date_word(at)
        });
        let words = (0..=last).filter(|at| view.class(*at) != Class::Punctuation);
        let marked = (0..=last).any(|at| view.quoted(at));
        if !closed || marked || words.count() < SHORTEST {
            return None;
        }
        let clause = view.span(Phrase { first: 0, last });
        self.reported(cue, subject, clause, AttributionRule::Inverted)
    }

    /// Selon X, A. A, selon X.
    fn according(&self, cue: usize) -> Option<Reported> {
        let view = self.beside.view;
        let source = self.beside.after(cue)?;
        let clause = if cue <= OPENING {
            let comma = (source.last + 1..view.len()).find(|at| view.mark(*at, ","))?;
            self.clause(comma + 1)?
        } else {
            let mut last = cue - 1;
            let apart = (last - 1..=last).any(|at| view.mark(at, ",—–"));
            if !apart {
                return None;
            }
            while last > 0 && (view.mark(last, ",—–") || view.has(last, Flags::PREPOSITION)) {
                last -= 1;
            }
            let words = (0..=last).filter(|at| view.class(*at) != Class::Punctuation);
            if words.count() < SHORTEST {
                return None;
            }
            view.span(Phrase { first: 0, last })
        };
        let whole = view
            .units
            .iter()
            .any(|unit| unit.class == Class::Quoted && unit.span().len() + 2 >= clause.len());
        if whole {
            return None;
        }
        Some(Reported {
            spans: vec![clause],
            speaker: view.span(source),
            cue: Some(self.cue_span(cue)),
            rule: AttributionRule::AccordingTo,
            unmarked: false,
        })
    }

    fn reported(
        &self,
        cue: usize,
        subject: Phrase,
        clause: Span,
        rule: AttributionRule,
    ) -> Option<Reported> {
        let view = self.beside.view;
        // "le maire, qui a dit que": whose clause it is stands before.
        if view.has(subject.last, Flags::SUBORDINATOR | Flags::RELATIVE) {
            return None;
        }
        Some(Reported {
            spans: vec![clause],
            speaker: view.span(subject),
            cue: Some(self.cue_span(cue)),
            rule,
            unmarked: false,
        })
    }

    fn cue_span(&self, cue: usize) -> Span {
        self.beside.view.units[cue].span()
    }

    /// From a unit to the end of its sentence.
    fn clause(&self, first: usize) -> Option<Span> {
        let view = self.beside.view;
        let end = view.content_end();
        let last = (first..end)
            .find(|at| view.mark(*at, ";"))
            .unwrap_or(end)
            .checked_sub(1)?;
        (last > first).then(|| view.span(Phrase { first, last }))
    }

    /// "que", "qu’il": a word of the table before the apostrophe counts too.
    fn opens_clause(&self, at: usize) -> bool {
        let view: View<'_> = self.beside.view;
        if view.has(at, Flags::THAT) {
            return true;
        }
        let elided = view.word(at).split_once(is_apostrophe);
        !view.quoted(at)
            && elided.is_some_and(|(head, _)| self.lexicon.look_up(head).flags.has(Flags::THAT))
    }
}
