//! Languages with a table and no grammar of their own here: marks, and the cues beside them in
//! either order. Reported speech is [`plain_reported`]'s.

use super::analysis::Analysis;
use super::class::{Class, Flags, Kinds};
use super::linking::{Link, LinkedCue};
use super::scan::{Place, Scan};
use super::view::{Phrase, View};
use super::words::count;
use super::{AttributionRule, Kind, plain_reported};
use crate::text::Span;

/// Units of the longest speaker.
const LONGEST_SPEAKER: usize = 10;
/// Units between a quotation and its cue.
const CUE_REACH: usize = 14;

pub(crate) fn analyse(scan: &Scan<'_>) -> Analysis {
    let mut links: Vec<Option<Link>> = Vec::with_capacity(scan.regions.len());
    let mut kinds = Vec::with_capacity(scan.regions.len());
    for region in 0..scan.regions.len() {
        let own = scan.places[region].and_then(|place| {
            let beside = Beside {
                view: scan.view(place.sentence),
                place,
            };
            beside
                .link()
                .or_else(|| beside.without_subject(scan, &links, region))
        });
        let link = own.or_else(|| continued(scan, &links, region));
        kinds.push(kind(scan, region, link.as_ref()));
        links.push(link);
    }
    Analysis {
        links,
        kinds,
        reported: plain_reported::find(scan),
    }
}

/// Who says a quotation inside another one: its cue stands directly before it.
pub(crate) fn inner_link(view: View<'_>, unit: usize) -> Option<Link> {
    let beside = Beside {
        view,
        place: Place { sentence: 0, unit },
    };
    let cue = beside.cue_before().filter(|cue| beside.introduces(*cue))?;
    let subject = beside.subject(cue)?;
    Some(beside.by_cue(cue, subject, AttributionRule::CueBefore))
}

/// The speaker before, where the whole sentence is a quotation.
fn continued(scan: &Scan<'_>, links: &[Option<Link>], region: usize) -> Option<Link> {
    let place = scan.places[region]?;
    let view = scan.view(place.sentence);
    let whole = (0..view.len()).all(|at| view.is_class(at, &[Class::Quoted, Class::Punctuation]));
    let before = region.checked_sub(1).filter(|_| whole)?;
    let near = scan.regions[before].paragraph + 1 >= scan.regions[region].paragraph;
    let link = links[before].filter(|_| near)?;
    Some(Link {
        rule: AttributionRule::Continued,
        cue: None,
        inherited: true,
        ..link
    })
}

fn kind(scan: &Scan<'_>, region: usize, link: Option<&Link>) -> Kind {
    let inner = scan.regions[region].inner.of(scan.text);
    let capital = inner
        .trim_start_matches(['¿', '¡', '[', '…', ' '])
        .starts_with(char::is_uppercase);
    let ends = inner.ends_with(['.', '!', '?', '…', ',']);
    let cue = link.is_some_and(|link| link.cue.is_some());
    let introduced = link
        .and_then(|link| link.cue)
        .is_some_and(|cue| cue.introduces);
    match count(inner) {
        0 => Kind::Term,
        1 | 2 if link.is_some_and(|link| link.inherited) && capital && ends => Kind::Direct,
        1 | 2 if introduced && (capital && ends) => Kind::Direct,
        1 | 2 if introduced => Kind::Partial,
        1 | 2 => Kind::Term,
        words if capital && (ends || words >= 7 || introduced) => Kind::Direct,
        words if cue || link.is_some() || words >= 5 => Kind::Partial,
        _ => Kind::Term,
    }
}

/// A region and the words of its sentence.
pub(super) struct Beside<'a> {
    pub view: View<'a>,
    pub place: Place,
}

impl Beside<'_> {
    fn link(&self) -> Option<Link> {
        let after = self.cue_after();
        let before = self.cue_before();
        let tight_before = before.is_some_and(|at| self.introduces(at));
        let chosen = match (after, before) {
            (Some(after), _) if !tight_before => Some((after, AttributionRule::CueAfter)),
            (_, Some(before)) => Some((before, AttributionRule::CueBefore)),
            (Some(after), None) => Some((after, AttributionRule::CueAfter)),
            (None, None) => None,
        };
        if let Some((cue, rule)) = chosen
            && let Some(subject) = self.subject(cue)
        {
            return Some(self.by_cue(cue, subject, rule));
        }
        self.label().map(|speaker| Link {
            speaker,
            rule: AttributionRule::Label,
            cue: None,
            inherited: false,
        })
    }

    /// «A», añadió: a cue whose subject is left out goes on with the speaker before, else with
    /// the first name of the sentence before.
    fn without_subject(
        &self,
        scan: &Scan<'_>,
        links: &[Option<Link>],
        region: usize,
    ) -> Option<Link> {
        let cue = self.cue_after().or_else(|| self.cue_before())?;
        let near =
            |before: &usize| scan.regions[*before].paragraph + 1 >= scan.regions[region].paragraph;
        let spoken = region
            .checked_sub(1)
            .filter(near)
            .and_then(|before| links[before])
            .map(|link| link.speaker);
        let named = || {
            let paragraph = scan.sentences[self.place.sentence].paragraph;
            let before = self.place.sentence.checked_sub(1)?;
            let view = scan.view(before);
            let first = (0..view.len()).find(|at| view.class(*at) == Class::Name)?;
            let end = (first..view.len())
                .find(|at| view.class(*at) != Class::Name)
                .unwrap_or(view.len());
            let name = Phrase {
                first,
                last: end - 1,
            };
            (scan.sentences[before].paragraph == paragraph).then(|| view.span(name))
        };
        let speaker = spoken.or_else(named)?;
        Some(Link {
            speaker,
            rule: AttributionRule::Continued,
            cue: self
                .by_cue(
                    cue,
                    Phrase {
                        first: cue,
                        last: cue,
                    },
                    AttributionRule::CueAfter,
                )
                .cue,
            inherited: true,
        })
    }

    fn by_cue(&self, cue: usize, subject: Phrase, rule: AttributionRule) -> Link {
        let inverted = rule == AttributionRule::CueAfter && subject.first > cue;
        Link {
            speaker: self.view.span(subject),
            rule: if self.view.has(cue, Flags::SOURCE_NOUN) {
                AttributionRule::AccordingTo
            } else if inverted {
                AttributionRule::Inverted
            } else {
                rule
            },
            cue: Some(LinkedCue {
                span: self.view.span(Phrase {
                    first: cue,
                    last: cue,
                }),
                kinds: Kinds::SAY,
                framing: false,
                introduces: rule == AttributionRule::CueAfter || self.introduces(cue),
            }),
            inherited: false,
        }
    }

    pub fn is_cue(&self, at: usize) -> bool {
        let unit = self.view.units[at];
        let first = at == 0 || self.view.quoted(at - 1);
        unit.entry.lemma > 0 && unit.class != Class::Quoted && (first || !unit.capital)
    }

    fn cue_after(&self) -> Option<usize> {
        let first = self.place.unit + 1;
        let end = self.view.len().min(first + CUE_REACH);
        (first..end)
            .take_while(|at| !self.view.quoted(*at))
            .find(|at| self.is_cue(*at))
    }

    fn cue_before(&self) -> Option<usize> {
        let unit = self.place.unit;
        (unit.saturating_sub(CUE_REACH)..unit)
            .rev()
            .take_while(|at| !self.view.quoted(*at))
            .find(|at| self.is_cue(*at))
    }

    /// Nothing but a sign, an adverb or a conjunction stands between cue and region.
    fn introduces(&self, cue: usize) -> bool {
        let view = self.view;
        let gap = cue + 1..self.place.unit;
        gap.len() <= 4
            && (gap.clone().all(|at| {
                view.is_class(
                    at,
                    &[
                        Class::Punctuation,
                        Class::Adverb,
                        Class::Subordinator,
                        Class::Preposition,
                    ],
                )
            }) || view.mark(self.place.unit - 1, ":"))
    }

    pub fn subject(&self, cue: usize) -> Option<Phrase> {
        let view = self.view;
        // "selon X", "według X": the source stands after it.
        if view.has(cue, Flags::SOURCE_NOUN) {
            return self.after(cue);
        }
        let inverted = cue == 0 || view.quoted(cue - 1) || view.mark(cue - 1, ",—–-");
        if inverted {
            self.after(cue).or_else(|| self.before(cue))
        } else {
            self.before(cue).or_else(|| self.after(cue))
        }
    }

    pub fn after(&self, cue: usize) -> Option<Phrase> {
        let view = self.view;
        let mut first = cue + 1;
        while first < view.len()
            && (view.is_class(first, &[Class::Adverb, Class::Auxiliary])
                || view.has(first, Flags::MONTH)
                || view.class(first) == Class::Determiner
                    && first + 1 < view.len()
                    && view.has(first + 1, Flags::MONTH))
        {
            first += 1;
        }
        let mut end = first;
        let mut named = false;
        while end < view.len() && end - first < LONGEST_SPEAKER {
            let apposition =
                view.mark(end, ",") && end > first && end + 1 < view.len() && view.capital(end + 1);
            let belongs = match view.class(end) {
                Class::Punctuation => apposition || view.mark(end, "-'’"),
                Class::Quoted
                | Class::Subordinator
                | Class::Conjunction
                | Class::Adverb
                | Class::Auxiliary => false,
                Class::Preposition => end > first && self.joins(end),
                Class::Verb => false,
                Class::Pronoun => end == first,
                // After the name nothing but what belongs to it.
                Class::Noun if named => self.joins(end - 1) || view.has(end, Flags::PARTICLE),
                _ => !view.has(end, Flags::MONTH),
            };
            if !belongs {
                break;
            }
            named |= view.class(end) == Class::Name && !view.has(end, Flags::TITLE);
            end += 1;
        }
        self.named(first, end)
    }

    /// "de", "del", "di": prepositions inside a title.
    fn joins(&self, at: usize) -> bool {
        let view = self.view;
        at + 1 < view.len()
            && view.any(
                at,
                &[
                    "de", "du", "des", "del", "di", "della", "dei", "d", "do", "для", "of",
                ],
            )
            && view.is_class(at + 1, &[Class::Name, Class::Noun, Class::Determiner])
    }

    fn before(&self, cue: usize) -> Option<Phrase> {
        let view = self.view;
        // "a-t-elle ajouté"
        let pronoun = cue
            .checked_sub(1)
            .filter(|at| view.class(*at) == Class::Pronoun);
        if let Some(at) = pronoun.filter(|at| !view.has(*at, Flags::BEFORE_VERB)) {
            return Some(Phrase {
                first: at,
                last: at,
            });
        }
        let mut end = cue;
        while end > 0
            && (view.is_class(end - 1, &[Class::Adverb, Class::Auxiliary])
                || view.has(end - 1, Flags::BEFORE_VERB))
        {
            end -= 1;
        }
        let mut first = end;
        while first > 0
            && end - first < 2 * LONGEST_SPEAKER
            && !view.quoted(first - 1)
            && !view.mark(first - 1, ".:;!?—–")
        {
            first -= 1;
        }
        while first < end
            && (view.is_class(
                first,
                &[Class::Conjunction, Class::Adverb, Class::Subordinator],
            ) || view.mark(first, ","))
        {
            first += 1;
        }
        // "Le 3 mai, la ministre a dit": an opening adjunct is no speaker.
        if first < end && view.has(first, Flags::PREPOSITION) {
            first = (first..end)
                .find(|at| view.mark(*at, ","))
                .map_or(first, |comma| comma + 1);
        }
        while end > first && view.mark(end - 1, ",") {
            end -= 1;
        }
        self.named(self.after_role(first, end), end)
    }

    /// "The mayor of Mirren, Jane Doe": the name alone.
    fn after_role(&self, first: usize, end: usize) -> usize {
        let view = self.view;
        let name = (first..end)
            .rev()
            .find(|at| view.mark(*at, ","))
            .map_or(first, |comma| comma + 1);
        let names = (name..end)
            .filter(|at| view.class(*at) == Class::Name)
            .count();
        let other =
            (name..end).any(|at| view.class(at) != Class::Name && !view.has(at, Flags::PARTICLE));
        if names >= 2 && !other { name } else { first }
    }

    /// X : « … »
    fn label(&self) -> Option<Span> {
        let colon = self
            .place
            .unit
            .checked_sub(1)
            .filter(|at| self.view.mark(*at, ":"))?;
        let name = self.named(colon.saturating_sub(LONGEST_SPEAKER.min(4)), colon)?;
        let starts = name.first == 0 || self.view.class(name.first - 1) == Class::Punctuation;
        starts.then(|| self.view.span(name))
    }

    fn named(&self, first: usize, end: usize) -> Option<Phrase> {
        let view = self.view;
        let found = (first..end).any(|at| view.capital(at) || view.class(at) == Class::Pronoun);
        let title = (first..end).any(|at| view.has(at, Flags::TITLE | Flags::DETERMINER));
        (first < end && (found || title)).then(|| Phrase {
            first,
            last: end - 1,
        })
    }
}
