//! What was found in a folder, in figures.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::outlets::coverage_of;
use super::{Coverage, EffectTally, Overview, Tally};
use crate::collation::Effect;
use crate::folder::{Folder, Utterance, Version};
use crate::quotation::Kind;

/// Rows and columns of the picture in the list of recent folders.
const FINGERPRINT: (usize, usize) = (5, 9);

pub fn overview(folder: &Folder) -> Overview {
    let outlets: BTreeSet<&str> = (0..folder.articles.len())
        .map(|article| folder.outlet_name(article as u32))
        .collect();
    let speech = folder
        .places()
        .filter(|place| folder.quotation_at(*place).kind != Kind::Term);
    Overview {
        name: folder.name.clone(),
        files: folder.files as u32,
        articles: folder.articles.len() as u32,
        outlets: outlets.len() as u32,
        quotations: speech.count() as u32,
        utterances: folder.utterances.len() as u32,
        problems: folder.problems.clone(),
        cautions: folder.cautions.clone(),
        stopped: folder.stopped,
        speakers: speakers(folder),
        effects: effects(folder),
        fingerprint: fingerprint(folder),
    }
}

fn speakers(folder: &Folder) -> Vec<Tally> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for utterance in &folder.utterances {
        if let Some(name) = &utterance.speaker {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut tallies: Vec<Tally> = counts
        .into_iter()
        .map(|(name, count)| Tally {
            name: name.to_owned(),
            count,
        })
        .collect();
    tallies.sort_by_key(|tally| Reverse(tally.count));
    tallies
}

fn effects(folder: &Folder) -> Vec<EffectTally> {
    let count = |effect| {
        let with = folder
            .utterances
            .iter()
            .filter(|one| one.compared.effects.contains(&effect));
        with.count() as u32
    };
    Effect::ALL
        .iter()
        .map(|&effect| EffectTally {
            effect,
            count: count(effect),
        })
        .collect()
}

fn fingerprint(folder: &Folder) -> Vec<Vec<Coverage>> {
    let mut outlets: BTreeMap<&str, usize> = BTreeMap::new();
    for utterance in &folder.utterances {
        for version in utterance
            .versions
            .iter()
            .filter(|version| version.is_sure())
        {
            *outlets
                .entry(folder.outlet_name(version.place.article))
                .or_default() += 1;
        }
    }
    let mut columns: Vec<(&str, usize)> = outlets.into_iter().collect();
    columns.sort_by_key(|(_, count)| Reverse(*count));
    columns.truncate(FINGERPRINT.1);
    let mut rows: Vec<&Utterance> = folder.utterances.iter().map(AsRef::as_ref).collect();
    rows.sort_by_key(|utterance| Reverse(utterance.versions.len()));
    rows.truncate(FINGERPRINT.0);
    rows.iter()
        .map(|utterance| {
            columns
                .iter()
                .map(|(outlet, _)| coverage(folder, utterance, outlet))
                .collect()
        })
        .collect()
}

fn coverage(folder: &Folder, utterance: &Utterance, outlet: &str) -> Coverage {
    let kinds = |version: &&Version| {
        version.is_sure() && folder.outlet_name(version.place.article) == outlet
    };
    utterance
        .versions
        .iter()
        .filter(kinds)
        .map(|version| coverage_of(folder.quotation_at(version.place).kind))
        .min_by_key(|coverage| *coverage as u8)
        .unwrap_or(Coverage::Absent)
}
