//! Which outlets share a wording: of one utterance, and how often in the folder.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::family::{Family, SharedChoice};
use crate::folder::{Folder, Utterance};

/// Outlets whose versions of an utterance share a wording, and what they share. Who took it from
/// whom is not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WordingFamily {
    /// By name, each once.
    pub outlets: Vec<String>,
    /// The versions, as quotation ids.
    pub quotations: Vec<String>,
    /// In the order of the text.
    pub evidence: Vec<SharedChoice>,
}

/// How often two outlets share a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SharedWording {
    /// Columns, `a < b`.
    pub a: u32,
    pub b: u32,
    /// Utterances of which their versions are in one family.
    pub utterances: u32,
    /// Utterances that both carry.
    pub of: u32,
}

/// Outlets that often share a wording, as those do that print one translation or one wire text.
/// Who took it from whom is not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OutletFamily {
    /// Columns that stand beside each other, ascending.
    pub columns: Vec<u32>,
    /// Utterances in which two or more of them share a wording.
    pub utterances: u32,
    /// Words that they share and others have not, the most often shared first.
    pub evidence: Vec<String>,
    /// The utterance in which most of them share a wording, and two of these versions.
    pub utterance: String,
    pub left: String,
    pub right: String,
}

/// Two outlets are near where they share a wording in so many utterances, and in so large a part
/// of those that both carry.
const LEAST_SHARED: u32 = 2;
const LEAST_PART: f32 = 0.3;
/// Choices told as evidence.
const EVIDENCE: usize = 3;

pub(super) fn families(folder: &Folder, utterance: &Utterance) -> Vec<WordingFamily> {
    let all = utterance.compared.families.iter();
    all.map(|family| WordingFamily {
        outlets: outlets(folder, utterance, family)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        quotations: family
            .members
            .iter()
            .map(|version| {
                folder
                    .id_at(utterance.versions[*version as usize].place)
                    .to_owned()
            })
            .collect(),
        evidence: family.evidence.clone(),
    })
    .collect()
}

fn outlets<'f>(folder: &'f Folder, utterance: &Utterance, family: &Family) -> BTreeSet<&'f str> {
    let members = family.members.iter();
    members
        .map(|version| folder.outlet_name(utterance.versions[*version as usize].place.article))
        .collect()
}

/// Where in the utterance's families a version is.
pub(super) fn family_of(utterance: &Utterance, version: usize) -> Option<u32> {
    let mut all = utterance.compared.families.iter();
    let found = all.position(|family| family.members.contains(&(version as u32)))?;
    Some(found as u32)
}

/// How often any two columns share a wording; pairs that never do are left out.
pub(super) fn shared_wording(
    folder: &Folder,
    columns: &BTreeMap<&str, usize>,
) -> Vec<SharedWording> {
    let mut both: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    let mut shared: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for utterance in &folder.utterances {
        let sure = utterance
            .versions
            .iter()
            .filter(|version| version.is_sure());
        let carriers = sure.map(|version| folder.outlet_name(version.place.article));
        count_pairs(carriers.collect(), columns, &mut both);
        for family in &utterance.compared.families {
            count_pairs(outlets(folder, utterance, family), columns, &mut shared);
        }
    }
    let pair = |(&(a, b), &utterances): (&(usize, usize), &u32)| SharedWording {
        a: a as u32,
        b: b as u32,
        utterances,
        of: both.get(&(a, b)).copied().unwrap_or(utterances),
    };
    shared.iter().map(pair).collect()
}

fn count_pairs(
    outlets: BTreeSet<&str>,
    columns: &BTreeMap<&str, usize>,
    counts: &mut BTreeMap<(usize, usize), u32>,
) {
    let columns = outlets
        .into_iter()
        .filter_map(|outlet| columns.get(outlet).copied());
    let places: BTreeSet<usize> = columns.collect();
    for a in &places {
        for b in places.range(a + 1..) {
            *counts.entry((*a, *b)).or_default() += 1;
        }
    }
}

/// The columns in an order that puts those beside each other that share wordings: after each the
/// one that shares most with it and with those just before, else the next.
pub(super) fn by_wording(columns: usize, shared: &[SharedWording]) -> Vec<u32> {
    let mut left: BTreeSet<u32> = (0..columns as u32).collect();
    let mut order: Vec<u32> = Vec::with_capacity(columns);
    let mut run_start = 0;
    while let Some(first) = left.first().copied() {
        let run = &order[run_start..];
        let with_run = |column: u32| -> u32 {
            let pairs = shared.iter().filter(|pair| {
                pair.a == column && run.contains(&pair.b)
                    || pair.b == column && run.contains(&pair.a)
            });
            pairs.map(|pair| pair.utterances).sum()
        };
        // The first of those that share equally often: `max_by_key` would take the last.
        let nearest = left
            .iter()
            .rev()
            .copied()
            .max_by_key(|column| with_run(*column));
        let next = nearest.filter(|column| with_run(*column) > 0);
        if next.is_none() {
            run_start = order.len();
        }
        let next = next.unwrap_or(first);
        left.remove(&next);
        order.push(next);
    }
    order
}

/// Runs of columns in which any two are near.
pub(super) fn outlet_families(
    folder: &Folder,
    columns: &BTreeMap<&str, usize>,
    shared: &[SharedWording],
) -> Vec<OutletFamily> {
    let are_near = |one: u32, other: u32| {
        let (a, b) = (one.min(other), one.max(other));
        shared.iter().any(|pair| {
            let part = pair.utterances as f32 / pair.of.max(1) as f32;
            (pair.a, pair.b) == (a, b) && pair.utterances >= LEAST_SHARED && part >= LEAST_PART
        })
    };
    let mut runs: Vec<Vec<u32>> = Vec::new();
    for column in 0..columns.len() as u32 {
        match runs.last_mut() {
            Some(run) if run.iter().all(|one| are_near(*one, column)) => run.push(column),
            _ => runs.push(vec![column]),
        }
    }
    let several = runs.into_iter().filter(|run| run.len() > 1);
    several
        .filter_map(|run| outlet_family(folder, columns, run))
        .collect()
}

fn outlet_family(
    folder: &Folder,
    columns: &BTreeMap<&str, usize>,
    run: Vec<u32>,
) -> Option<OutletFamily> {
    let is_in_run = |utterance: &Utterance, version: u32| {
        let article = utterance.versions[version as usize].place.article;
        let column = columns.get(folder.outlet_name(article));
        column.is_some_and(|column| run.contains(&(*column as u32)))
    };
    let mut utterances = 0;
    let mut words: BTreeMap<&str, u32> = BTreeMap::new();
    // Of equals the first, so that nothing depends on how often the folder is read.
    let mut best: Option<(usize, &Utterance, [u32; 2])> = None;
    for utterance in &folder.utterances {
        let mut is_shared = false;
        for family in &utterance.compared.families {
            let members = family.members.iter().copied();
            let members: Vec<u32> = members.filter(|one| is_in_run(utterance, *one)).collect();
            let outlets: BTreeSet<&str> = members
                .iter()
                .map(|one| utterance.versions[*one as usize].place.article)
                .map(|article| folder.outlet_name(article))
                .collect();
            if outlets.len() < 2 {
                continue;
            }
            is_shared = true;
            for choice in family.evidence.iter().filter(|one| !one.words.is_empty()) {
                *words.entry(&choice.words).or_default() += outlets.len() as u32;
            }
            if best.is_none_or(|(most, ..)| outlets.len() > most) {
                let outlet =
                    |one: &u32| folder.outlet_name(utterance.versions[*one as usize].place.article);
                let left = members[0];
                let right = members.iter().find(|one| outlet(one) != outlet(&left));
                best = right.map(|right| (outlets.len(), utterance.as_ref(), [left, *right]));
            }
        }
        utterances += u32::from(is_shared);
    }
    let (_, utterance, [left, right]) = best?;
    let id = |version: u32| folder.id_at(utterance.versions[version as usize].place);
    let mut evidence: Vec<(&str, u32)> = words.into_iter().collect();
    evidence.sort_by_key(|(words, count)| (Reverse(*count), *words));
    Some(OutletFamily {
        utterances,
        evidence: evidence
            .into_iter()
            .take(EVIDENCE)
            .map(|(words, _)| words.to_owned())
            .collect(),
        utterance: utterance.id.clone(),
        left: id(left).to_owned(),
        right: id(right).to_owned(),
        columns: run,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_share_wordings_stand_together() {
        let pair = |a, b, utterances| SharedWording {
            a,
            b,
            utterances,
            of: 9,
        };
        let shared = [pair(0, 3, 4), pair(0, 4, 1), pair(1, 2, 1)];
        assert_eq!(by_wording(6, &shared), [0, 3, 4, 1, 2, 5]);
        assert_eq!(by_wording(2, &[]), [0, 1]);
    }
}
