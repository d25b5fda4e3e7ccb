//! Where versions do not all read alike, and how each of them reads there.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Witness;
use crate::collation::{Change, Collation, Effect};
use crate::pace::Asked;
use crate::text::frequency::word_weight;
use crate::text::{is_mark, normal_form};
use crate::work::step;

/// A stretch of the most complete version where some version reads otherwise.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// Different readings, by their first witness.
    pub readings: Vec<Reading>,
    /// The reading of each witness; `None` for one that does not reach so far.
    pub of: Vec<Option<usize>>,
    /// How much it tells to read differently here, 0–1.5.
    pub weight: f32,
}

#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// As its first witness prints it; empty where it leaves the place out.
    pub words: String,
    /// How much it tells to read so, however many do.
    pub weight: f32,
}

/// No single choice tells more than one and a half rare words.
const MOST_WEIGHT: f32 = 1.5;
/// What a common cut tells beside words of the same weight: places to cut at are few.
const CUT: f32 = 0.5;

/// Places that are looked at. Long versions that have little in common differ everywhere, and each
/// version is read at each place.
const MOST_PLACES: usize = 4_000;
/// Readings of a place that each reading is held against; more mean that nobody agrees there.
const MOST_RIVALS: usize = 128;
/// Readings with more words are looked up as a set.
const FEW_WORDS: usize = 16;

/// In the order of the most complete version; nothing where it is not wanted any more.
pub(super) fn places(
    witnesses: &[Witness<'_>],
    language: &str,
    asked: Asked<'_>,
) -> Option<Vec<Place>> {
    let changed: Vec<Option<Changed<'_>>> = witnesses
        .iter()
        .map(|witness| witness.collation.map(Changed::of))
        .collect();
    let mut places = Vec::new();
    for stretch in stretches(witnesses).iter().take(MOST_PLACES) {
        asked.goes_on()?;
        places.extend(place(witnesses, &changed, stretch, language));
    }
    Some(places)
}

/// The changes of a collation, found by where they stand in the most complete version.
struct Changed<'c> {
    collation: &'c Collation,
    /// The farthest end of each change and those before it: changes come in the order of their
    /// starts, and a move holds others.
    ends: Vec<u32>,
}

impl<'c> Changed<'c> {
    fn of(collation: &'c Collation) -> Self {
        let farthest = |end: &mut u32, change: &Change| {
            *end = change.a.end.max(*end);
            Some(*end)
        };
        Self {
            collation,
            ends: collation.changes.iter().scan(0, farthest).collect(),
        }
    }

    /// Changes that may touch a stretch, in their order.
    fn near(&self, stretch: &Range<u32>) -> &'c [Change] {
        let changes = &self.collation.changes;
        let from = self.ends.partition_point(|end| *end < stretch.start);
        let to = changes.partition_point(|change| change.a.start <= stretch.end);
        step(to.saturating_sub(from) + 1);
        &changes[from..to.max(from)]
    }
}

/// Stretches that any version changes, those that run into each other joined. One of no length is
/// a place between two words.
fn stretches(witnesses: &[Witness<'_>]) -> Vec<Range<u32>> {
    let collations = witnesses.iter().filter_map(|witness| witness.collation);
    let changes = collations.flat_map(|collation| &collation.changes);
    let mut all: Vec<Range<u32>> = changes
        .filter(|change| is_choice(change.effect))
        .map(|change| change.a.clone())
        .collect();
    all.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<u32>> = Vec::new();
    for range in all {
        match joined.last_mut() {
            Some(last) if range.start < last.end || range == *last => {
                last.end = last.end.max(range.end);
            }
            _ => joined.push(range),
        }
    }
    joined
}

/// How long a version is, how it is spelled and where a sentence stands are no choices of words.
fn is_choice(effect: Effect) -> bool {
    !matches!(
        effect,
        Effect::Truncation | Effect::Typography | Effect::Spelling | Effect::Move | Effect::Gloss
    )
}

fn place(
    witnesses: &[Witness<'_>],
    changed: &[Option<Changed<'_>>],
    stretch: &Range<u32>,
    language: &str,
) -> Option<Place> {
    let base = witnesses.first()?;
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut readings: Vec<Reading> = Vec::new();
    let mut of = Vec::with_capacity(witnesses.len());
    for (witness, changed) in witnesses.iter().zip(changed) {
        let Some(tokens) = tokens_at(changed.as_ref(), base, stretch) else {
            of.push(None);
            continue;
        };
        let printed: Vec<&str> = tokens
            .iter()
            .map(|token| witness.words[*token as usize])
            .filter(|word| !is_mark(word))
            .collect();
        let folded = printed.iter().map(|word| normal_form(word)).collect();
        let reading = *known.entry(folded).or_insert_with(|| {
            readings.push(Reading {
                words: printed.join(" "),
                weight: 0.0,
            });
            readings.len() - 1
        });
        of.push(Some(reading));
    }
    let mut forms: Vec<(&Vec<String>, usize)> = known
        .iter()
        .map(|(form, reading)| (form, *reading))
        .collect();
    forms.sort_unstable_by_key(|(_, reading)| *reading);
    let forms: Vec<Form<'_>> = forms.into_iter().map(|(form, _)| Form::of(form)).collect();
    let weights: Vec<f32> = (0..forms.len())
        .map(|reading| reading_weight(reading, &forms, language))
        .collect();
    for (reading, weight) in readings.iter_mut().zip(&weights) {
        reading.weight = *weight;
    }
    let weight = weights.iter().copied().fold(0.0, f32::max);
    (readings.len() > 1 && weight > 0.0).then_some(Place {
        readings,
        of,
        weight,
    })
}

/// The tokens of a version that stand for a stretch of the most complete one, ascending; `None`
/// where the version begins later or ends before.
fn tokens_at(
    changed: Option<&Changed<'_>>,
    base: &Witness<'_>,
    stretch: &Range<u32>,
) -> Option<Vec<u32>> {
    let Some(changed) = changed else {
        let end = stretch.end.min(u32::try_from(base.words.len()).ok()?);
        return Some((stretch.start..end).collect());
    };
    let inside = |change: &&Change| change.effect != Effect::Move && touches(&change.a, stretch);
    let near = changed.near(stretch);
    let changes: Vec<&Change> = near.iter().filter(inside).collect();
    let beyond = |change: &Change| {
        let between = stretch.is_empty() && change.a.end == stretch.start;
        change.effect == Effect::Truncation && (between || touches(&change.a, stretch))
    };
    if near.iter().any(beyond) {
        return None;
    }
    let mut tokens: Vec<u32> = changes
        .iter()
        .flat_map(|change| change.b.clone())
        .chain(linked(changed.collation, stretch))
        .collect();
    tokens.sort_unstable();
    tokens.dedup();
    Some(tokens)
}

/// Words of the other side that are linked to words of the stretch.
fn linked(collation: &Collation, stretch: &Range<u32>) -> impl Iterator<Item = u32> {
    let links = &collation.links;
    let first = links.partition_point(|link| link.0 < stretch.start);
    let end = links.partition_point(|link| link.0 < stretch.end);
    links[first..end.max(first)].iter().map(|link| link.1)
}

/// Whether a change lies in the stretch, at least in part. What is put in stands between words.
fn touches(change: &Range<u32>, stretch: &Range<u32>) -> bool {
    if change == stretch {
        return true;
    }
    change.start < stretch.end && stretch.start < change.end
}

/// What it tells to read so and not as any of the others: its words that they have not. To print what others leave out tells
/// nothing; to leave it out as another does tells something.
fn reading_weight(reading: usize, forms: &[Form<'_>], language: &str) -> f32 {
    let own = &forms[reading];
    let others = || {
        let all = forms.iter().enumerate();
        let others = all.filter(|(other, _)| *other != reading);
        others.map(|(_, form)| form).take(MOST_RIVALS)
    };
    if own.words.is_empty() {
        let nothing = Form::of(&[]);
        let left_out = others().map(|form| weight(form, &nothing, language));
        return CUT * left_out.fold(MOST_WEIGHT, f32::min);
    }
    let worded = others().filter(|form| !form.words.is_empty());
    let least = worded.map(|form| weight(own, form, language));
    least.reduce(f32::min).unwrap_or(0.0)
}

/// The words of a reading, and many of them as a set.
struct Form<'w> {
    words: &'w [String],
    set: Option<FxHashSet<&'w str>>,
}

impl<'w> Form<'w> {
    fn of(words: &'w [String]) -> Self {
        let many = words.len() > FEW_WORDS;
        Self {
            words,
            set: many.then(|| words.iter().map(String::as_str).collect()),
        }
    }

    fn has(&self, word: &String) -> bool {
        match &self.set {
            Some(set) => set.contains(word.as_str()),
            None => self.words.contains(word),
        }
    }
}

/// The weight of the words that the other has not.
fn weight(form: &Form<'_>, other: &Form<'_>, language: &str) -> f32 {
    let mut sum = 0.0_f32;
    for word in form.words {
        step(1);
        if !other.has(word) {
            sum += word_weight(word, language);
        }
        // No word takes anything away.
        if sum >= MOST_WEIGHT {
            return MOST_WEIGHT;
        }
    }
    sum
}
