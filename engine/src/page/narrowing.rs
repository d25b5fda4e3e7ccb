//! Which entries of the list a query is about, and how many would be left with another choice.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::catalogue::{Catalogue, Traits, day, effect_bit, kind_bit};
use super::{EffectTally, ListQuery, Tally};
use crate::collation::Effect;
use crate::folder::Folder;
use crate::quotation::Kind;
use crate::search::Texts;
use crate::utterance::Tier;

/// Names that a menu offers, most utterances first; the field finds the others.
const NAMES: usize = 200;

/// What keeps entries out of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    Search,
    Effect,
    Speaker,
    Outlet,
    Date,
    Kind,
    Tier,
    Unreviewed,
}

const FILTERS: [Filter; 8] = [
    Filter::Search,
    Filter::Effect,
    Filter::Speaker,
    Filter::Outlet,
    Filter::Date,
    Filter::Kind,
    Filter::Tier,
    Filter::Unreviewed,
];

/// How many would match if one filter were left out and the others kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Without {
    pub filter: Filter,
    pub total: u32,
}

/// What each menu offers, with the number of entries that would be left; the other filters are
/// kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Choices {
    pub effects: Vec<EffectTally>,
    /// Most entries first, then by name; at most 200, and how many more there are.
    pub speakers: Vec<Tally>,
    pub more_speakers: u32,
    pub outlets: Vec<Tally>,
    pub more_outlets: u32,
    pub kinds: Vec<KindTally>,
    pub tiers: Vec<TierTally>,
    pub unreviewed: u32,
    /// `2025-09-05`: the first and the last day of an article, where any is dated.
    pub first_day: Option<String>,
    pub last_day: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct KindTally {
    pub kind: Kind,
    pub count: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TierTally {
    pub tier: Tier,
    pub count: u32,
}

/// A query with its names looked up.
pub(super) struct Wanted {
    texts: Option<Texts>,
    effect: Option<u16>,
    /// `u32::MAX` for a name that no entry has.
    speaker: Option<u32>,
    outlet: Option<u32>,
    days: Option<(u32, u32)>,
    kind: Option<u8>,
    tier: Option<Tier>,
    unreviewed: bool,
}

impl Wanted {
    pub fn new(folder: &Folder, catalogue: &Catalogue, query: &ListQuery) -> Self {
        let number = |names: &[String], name: &Option<String>| {
            let name = name.as_ref()?;
            let found = names.binary_search(name).ok();
            Some(found.map_or(u32::MAX, |number| number as u32))
        };
        let from = query.from.as_deref().and_then(day);
        let to = query.to.as_deref().and_then(day);
        Self {
            texts: catalogue.texts(folder, &query.search),
            effect: query.effect.map(effect_bit),
            speaker: number(&catalogue.speakers, &query.speaker),
            outlet: number(&catalogue.outlets, &query.outlet),
            days: (from.is_some() || to.is_some())
                .then(|| (from.unwrap_or(0), to.unwrap_or(u32::MAX))),
            kind: query.kind.map(kind_bit),
            tier: query.tier,
            unreviewed: query.unreviewed,
        }
    }

    /// The filters that keep an entry out, a bit each.
    fn kept_out_by(&self, number: u32, traits: &Traits) -> u8 {
        let wants = [
            self.texts
                .as_ref()
                .is_none_or(|texts| texts.has(number as usize)),
            self.effect
                .is_none_or(|effect| traits.effects & effect != 0),
            self.speaker
                .is_none_or(|speaker| traits.speaker == Some(speaker)),
            self.outlet
                .is_none_or(|outlet| traits.outlets.contains(&outlet)),
            self.days
                .is_none_or(|(from, to)| traits.days.iter().any(|day| (from..=to).contains(day))),
            self.kind.is_none_or(|kind| traits.kinds & kind != 0),
            self.tier.is_none_or(|tier| traits.tier == tier),
            !(self.unreviewed && traits.reviewed),
        ];
        let bits = wants.iter().zip(0..);
        bits.fold(0, |kept, (wanted, bit)| kept | u8::from(!wanted) << bit)
    }

    fn is_active(&self, filter: Filter) -> bool {
        match filter {
            Filter::Search => self.texts.is_some(),
            Filter::Effect => self.effect.is_some(),
            Filter::Speaker => self.speaker.is_some(),
            Filter::Outlet => self.outlet.is_some(),
            Filter::Date => self.days.is_some(),
            Filter::Kind => self.kind.is_some(),
            Filter::Tier => self.tier.is_some(),
            Filter::Unreviewed => self.unreviewed,
        }
    }
}

fn bit(filter: Filter) -> u8 {
    1 << filter as u8
}

/// Entries between two looks at whether they are still wanted.
const UNASKED: usize = 4096;

/// The entries that match, in the order asked for, and what is kept out by one filter alone;
/// `None` where it is no longer wanted.
pub(super) fn matching(
    folder: &Folder,
    catalogue: &Catalogue,
    query: &ListQuery,
    is_wanted: &dyn Fn() -> bool,
) -> Option<(Vec<u32>, Vec<Without>)> {
    let wanted = Wanted::new(folder, catalogue, query);
    let count = catalogue.count(query) as u32;
    let mut found = Vec::new();
    let mut kept_out = [0_u32; FILTERS.len()];
    for numbers in catalogue.order(query.order).chunks(UNASKED) {
        if !is_wanted() {
            return None;
        }
        for &number in numbers.iter().filter(|number| **number < count) {
            let by = wanted.kept_out_by(number, &catalogue.traits[number as usize]);
            if by == 0 {
                found.push(number);
            } else if by.is_power_of_two() {
                kept_out[by.trailing_zeros() as usize] += 1;
            }
        }
    }
    let active = FILTERS.iter().filter(|filter| wanted.is_active(**filter));
    let without = active.map(|filter| Without {
        filter: *filter,
        total: found.len() as u32 + kept_out[*filter as usize],
    });
    let without = without.collect();
    Some((found, without))
}

/// What each menu offers beside what is chosen in the others.
pub fn choices(folder: &Folder, catalogue: &Catalogue, query: &ListQuery) -> Choices {
    let wanted = Wanted::new(folder, catalogue, query);
    let mut effects = [0; Effect::ALL.len()];
    let mut kinds = [0; KINDS.len()];
    let mut tiers = [0; TIERS.len()];
    let mut speakers = vec![0; catalogue.speakers.len()];
    let mut outlets = vec![0; catalogue.outlets.len()];
    let mut unreviewed = 0;
    let (mut first_day, mut last_day) = (u32::MAX, 0);
    for (traits, number) in catalogue.traits[..catalogue.count(query)].iter().zip(0..) {
        let by = wanted.kept_out_by(number, traits);
        let is_left = |filter: Filter| by & !bit(filter) == 0;
        if is_left(Filter::Effect) {
            tally(&mut effects, &Effect::ALL, |one| {
                traits.effects & effect_bit(one) != 0
            });
        }
        if is_left(Filter::Kind) {
            tally(&mut kinds, &KINDS, |one| traits.kinds & kind_bit(one) != 0);
        }
        if is_left(Filter::Tier) {
            tally(&mut tiers, &TIERS, |one| traits.tier == one);
        }
        unreviewed += u32::from(is_left(Filter::Unreviewed) && !traits.reviewed);
        if let (true, Some(speaker)) = (is_left(Filter::Speaker), traits.speaker) {
            speakers[speaker as usize] += 1;
        }
        if is_left(Filter::Outlet) {
            (traits.outlets.iter()).for_each(|outlet| outlets[*outlet as usize] += 1);
        }
        if let (true, Some(first), Some(last)) = (
            is_left(Filter::Date),
            traits.days.first(),
            traits.days.last(),
        ) {
            (first_day, last_day) = (first_day.min(*first), last_day.max(*last));
        }
    }
    let (speakers, more_speakers) = most_first(&catalogue.speakers, &speakers);
    let (outlets, more_outlets) = most_first(&catalogue.outlets, &outlets);
    let dated = last_day > 0;
    Choices {
        effects: tallied(&Effect::ALL, &effects, |effect, count| EffectTally {
            effect,
            count,
        }),
        speakers,
        more_speakers,
        outlets,
        more_outlets,
        kinds: tallied(&KINDS, &kinds, |kind, count| KindTally { kind, count }),
        tiers: tallied(&TIERS, &tiers, |tier, count| TierTally { tier, count }),
        unreviewed,
        first_day: dated.then(|| written(first_day)),
        last_day: dated.then(|| written(last_day)),
    }
}

const KINDS: [Kind; 4] = [Kind::Direct, Kind::Partial, Kind::Reported, Kind::Unmarked];
const TIERS: [Tier; 7] = [
    Tier::Verbatim,
    Tier::Typography,
    Tier::Trimmed,
    Tier::Reworded,
    Tier::Fragment,
    Tier::Reported,
    Tier::Possible,
];

fn tally<T: Copy>(counts: &mut [u32], all: &[T], has: impl Fn(T) -> bool) {
    for (count, one) in counts.iter_mut().zip(all) {
        *count += u32::from(has(*one));
    }
}

fn tallied<T: Copy, R>(all: &[T], counts: &[u32], tally: impl Fn(T, u32) -> R) -> Vec<R> {
    let both = all.iter().zip(counts);
    both.map(|(one, count)| tally(*one, *count)).collect()
}

fn most_first(names: &[String], counts: &[u32]) -> (Vec<Tally>, u32) {
    let mut numbers: Vec<usize> = (0..names.len()).filter(|at| counts[*at] > 0).collect();
    numbers.sort_by_key(|at| (Reverse(counts[*at]), *at));
    let more = numbers.len().saturating_sub(NAMES) as u32;
    numbers.truncate(NAMES);
    let tallies = numbers.into_iter().map(|at| Tally {
        name: names[at].clone(),
        count: counts[at],
    });
    (tallies.collect(), more)
}

fn written(day: u32) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        day / 10_000,
        day / 100 % 100,
        day % 100
    )
}
