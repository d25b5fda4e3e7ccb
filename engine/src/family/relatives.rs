//! Versions that agree in nearly all of their choices.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::places::Place;
use super::{Family, SharedChoice, Witness};
use crate::pace::Asked;
use crate::text::{is_mark, normal_form};
use crate::work::step;

/// Different wordings that are looked at; what repeats one of them costs nothing.
const MOST_WORDINGS: usize = 64;
/// Shared choices must weigh so much, each by how rare it is among the versions.
const LEAST_EVIDENCE: f32 = 0.6;
/// Share of the choices, by weight, in which two of a family agree.
const LEAST_AGREEMENT: f32 = 0.7;
/// Choices told for a family.
const MOST_TOLD: usize = 8;

pub(super) fn families(
    witnesses: &[Witness<'_>],
    places: &[Place],
    asked: Asked<'_>,
) -> Option<Vec<Family>> {
    let wordings = wordings(witnesses);
    let mut rarity: Vec<Vec<f32>> = Vec::with_capacity(places.len());
    for place in places {
        asked.goes_on()?;
        rarity.push(rarities(place, witnesses));
    }
    let firsts: Vec<usize> = wordings.iter().map(|wording| wording[0]).collect();
    let kinship = |x: usize, y: usize| kinship(firsts[x], firsts[y], places, &rarity);
    let mut found: Vec<Family> = clusters(firsts.len(), kinship)
        .into_iter()
        .filter_map(|cluster| {
            let mut members: Vec<usize> = cluster
                .iter()
                .flat_map(|wording| wordings[*wording].iter().copied())
                .collect();
            members.sort_unstable();
            family(&members, witnesses, places, &rarity)
        })
        .collect();
    found.sort_by_key(|family| (std::cmp::Reverse(family.members.len()), family.members[0]));
    Some(found)
}

/// Witnesses by their words, each set in ascending order.
fn wordings(witnesses: &[Witness<'_>]) -> Vec<Vec<usize>> {
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut wordings: Vec<Vec<usize>> = Vec::new();
    for (number, witness) in witnesses.iter().enumerate() {
        let words = witness.words.iter().filter(|word| !is_mark(word));
        let folded = words.map(|word| normal_form(word)).collect();
        let place = *known.entry(folded).or_insert_with(|| {
            wordings.push(Vec::new());
            wordings.len() - 1
        });
        wordings[place].push(number);
    }
    wordings.truncate(MOST_WORDINGS);
    wordings
}

/// How rare each reading of a place is: the logarithm of how many times as many outlets stand
/// there as read so. A reading of one outlet alone is shared by nobody.
fn rarities(place: &Place, witnesses: &[Witness<'_>]) -> Vec<f32> {
    let mut all: FxHashSet<u32> = FxHashSet::default();
    let mut reading_so: Vec<FxHashSet<u32>> = vec![FxHashSet::default(); place.readings.len()];
    for (of, witness) in place.of.iter().zip(witnesses) {
        if let Some(reading) = of {
            all.insert(witness.outlet);
            reading_so[*reading].insert(witness.outlet);
        }
    }
    step(witnesses.len());
    let all = all.len() as f32;
    let rarity = |outlets: &FxHashSet<u32>| (all / outlets.len().max(1) as f32).ln();
    reading_so.iter().map(rarity).collect()
}

/// What two versions share, by weight and rarity, and the share of choices in which they agree.
#[derive(Debug, Clone, Copy, Default)]
struct Kinship {
    evidence: f32,
    agreement: f32,
}

impl Kinship {
    fn holds(self) -> bool {
        self.evidence >= LEAST_EVIDENCE && self.agreement >= LEAST_AGREEMENT
    }
}

fn kinship(x: usize, y: usize, places: &[Place], rarity: &[Vec<f32>]) -> Kinship {
    let (mut evidence, mut alike, mut all) = (0.0, 0.0, 0.0);
    for (place, rarity) in places.iter().zip(rarity) {
        let (Some(one), Some(other)) = (place.of[x], place.of[y]) else {
            continue;
        };
        all += place.weight;
        if one == other {
            alike += place.weight;
            evidence += place.readings[one].weight * rarity[one];
        }
    }
    Kinship {
        evidence,
        agreement: if all > 0.0 { alike / all } else { 0.0 },
    }
}

/// Sets of wordings of which each is kin to every other; a wording alone is a set too. The two
/// sets that agree most are joined first, ties by their order.
fn clusters(count: usize, kinship: impl Fn(usize, usize) -> Kinship) -> Vec<Vec<usize>> {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    let mut kin = vec![false; count * count];
    for x in 0..count {
        for y in x + 1..count {
            let kinship = kinship(x, y);
            if kinship.holds() {
                kin[x * count + y] = true;
                pairs.push((kinship.agreement, x, y));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut set_of: Vec<usize> = (0..count).collect();
    let mut sets: Vec<Vec<usize>> = (0..count).map(|one| vec![one]).collect();
    for (_, x, y) in pairs {
        let (a, b) = (set_of[x].min(set_of[y]), set_of[x].max(set_of[y]));
        let all_kin = || {
            let mut across = sets[a]
                .iter()
                .flat_map(|p| sets[b].iter().map(move |q| (p, q)));
            across.all(|(p, q)| kin[p.min(q) * count + p.max(q)])
        };
        if a != b && all_kin() {
            let moved = std::mem::take(&mut sets[b]);
            moved.iter().for_each(|one| set_of[*one] = a);
            sets[a].extend(moved);
        }
    }
    sets.retain(|set| !set.is_empty());
    sets
}

/// The members as a family, if two outlets are among them and what they share is evidence.
fn family(
    members: &[usize],
    witnesses: &[Witness<'_>],
    places: &[Place],
    rarity: &[Vec<f32>],
) -> Option<Family> {
    let outlets: BTreeSet<u32> = members.iter().map(|one| witnesses[*one].outlet).collect();
    if outlets.len() < 2 {
        return None;
    }
    let mut shared: Vec<(f32, usize, usize)> = Vec::new();
    for (number, (place, rarity)) in places.iter().zip(rarity).enumerate() {
        let mut readings = members.iter().filter_map(|member| place.of[*member]);
        let Some(reading) = readings.next() else {
            continue;
        };
        let weight = place.readings[reading].weight * rarity[reading];
        if weight > 0.0 && readings.clone().count() > 0 && readings.all(|other| other == reading) {
            shared.push((weight, number, reading));
        }
    }
    let evidence: f32 = shared.iter().map(|(weight, ..)| weight).sum();
    if evidence < LEAST_EVIDENCE {
        return None;
    }
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    shared.truncate(MOST_TOLD);
    shared.sort_unstable_by_key(|(_, place, _)| *place);
    let told = shared.iter().map(|(_, place, reading)| SharedChoice {
        words: places[*place].readings[*reading].words.clone(),
        elsewhere: elsewhere(&places[*place], *reading),
    });
    Some(Family {
        members: members
            .iter()
            .map(|one| u32::try_from(*one).unwrap_or(u32::MAX))
            .collect(),
        evidence: told.collect(),
    })
}

fn elsewhere(place: &Place, reading: usize) -> Vec<String> {
    let all = place.readings.iter().enumerate();
    all.filter(|(other, _)| *other != reading)
        .map(|(_, other)| other.words.clone())
        .collect()
}
