//! Who carried what, and how alike the outlets word it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Coverage;
use super::families::{
    OutletFamily, SharedWording, by_wording, family_of, outlet_families, shared_wording,
};
use super::list::words_shown;
use crate::collation::{self, Effect};
use crate::folder::{Folder, Place, Utterance, collate, side_of};
use crate::quotation::Kind;
use crate::utterance::Tier;

/// Utterances that the matrix shows; the rest is counted.
const ROWS: usize = 200;
/// Outlets that the matrix and the likeness show, those with most utterances first.
const COLUMNS: usize = 24;
/// Utterances on which likeness is measured, those that most outlets carry first.
const LIKENESS_ROWS: usize = 60;

/// The coverage matrix, the profile of each outlet and their likeness.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OutletsPage {
    /// Columns of the matrix: those that share wordings stand beside each other, else those with
    /// most utterances first.
    pub outlets: Vec<OutletProfile>,
    pub rows: Vec<CoverageRow>,
    /// Utterances in all, and outlets in all: more than are shown where the folder is large.
    pub utterances: u32,
    pub outlet_count: u32,
    pub likeness: Vec<Likeness>,
    /// How often two outlets share a wording, over all utterances.
    pub shared_wording: Vec<SharedWording>,
    /// Columns that often share a wording, by their place.
    pub families: Vec<OutletFamily>,
}

/// How one outlet prints what others print too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OutletProfile {
    pub name: String,
    pub articles: u32,
    /// Utterances that it carries, of all that several outlets carry.
    pub utterances: u32,
    /// Versions by tier: verbatim and typography together; fragments stand with the trimmed.
    pub verbatim: u32,
    pub trimmed: u32,
    pub reworded: u32,
    pub reported: u32,
    /// Versions with a cut inside the marks that nothing shows.
    pub silent_cuts: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CoverageRow {
    pub utterance: String,
    pub speaker: Option<String>,
    pub words: String,
    pub language: String,
    /// One a column.
    pub cells: Vec<CoverageCell>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CoverageCell {
    pub coverage: Coverage,
    /// The outlet's fullest version, to be opened from the cell.
    pub quotation: Option<String>,
    /// A strong change stands between it and the most complete version.
    pub meaning_differs: bool,
    /// Cells of a row with the same number share a wording.
    pub family: Option<u32>,
}

/// How alike two outlets word what both quote.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Likeness {
    /// Columns, `a < b`.
    pub a: u32,
    pub b: u32,
    /// 100 is the same.
    pub percent: u32,
    /// On how many utterances it is measured.
    pub utterances: u32,
}

pub fn outlets(folder: &Folder) -> OutletsPage {
    let mut profiles = profiles(folder);
    let outlet_count = profiles.len() as u32;
    profiles.sort_by_key(|profile| Reverse(profile.utterances));
    profiles.truncate(COLUMNS);
    let by_count = columns(&profiles);
    let order = by_wording(by_count.len(), &shared_wording(folder, &by_count));
    let profiles: Vec<OutletProfile> = order
        .iter()
        .map(|column| profiles[*column as usize].clone())
        .collect();
    let columns = columns(&profiles);
    let mut shown: Vec<&Utterance> = folder.utterances.iter().map(AsRef::as_ref).collect();
    shown.sort_by_cached_key(|utterance| Reverse(carriers(folder, utterance).len()));
    let likeness = likeness(folder, &shown[..shown.len().min(LIKENESS_ROWS)], &columns);
    let shared_wording = shared_wording(folder, &columns);
    let families = outlet_families(folder, &columns, &shared_wording);
    let rows = shown
        .iter()
        .take(ROWS)
        .map(|utterance| row(folder, utterance, &columns))
        .collect();
    OutletsPage {
        rows,
        utterances: folder.utterances.len() as u32,
        outlet_count,
        likeness,
        shared_wording,
        families,
        outlets: profiles,
    }
}

/// The place of each outlet's column.
fn columns(profiles: &[OutletProfile]) -> BTreeMap<&str, usize> {
    let names = profiles.iter().map(|profile| profile.name.as_str());
    names.zip(0..).collect()
}

fn carriers<'f>(folder: &'f Folder, utterance: &Utterance) -> BTreeSet<&'f str> {
    let sure = utterance
        .versions
        .iter()
        .filter(|version| version.is_sure());
    sure.map(|version| folder.outlet_name(version.place.article))
        .collect()
}

/// One profile an outlet, by name.
fn profiles(folder: &Folder) -> Vec<OutletProfile> {
    let mut by_name: BTreeMap<&str, OutletProfile> = BTreeMap::new();
    for article in 0..folder.articles.len() as u32 {
        let name = folder.outlet_name(article);
        profile(&mut by_name, name).articles += 1;
    }
    for utterance in &folder.utterances {
        for name in carriers(folder, utterance) {
            profile(&mut by_name, name).utterances += 1;
        }
        for (version, compared) in utterance.versions.iter().zip(&utterance.compared.versions) {
            let profile = profile(&mut by_name, folder.outlet_name(version.place.article));
            match version.tier {
                Tier::Verbatim | Tier::Typography => profile.verbatim += 1,
                Tier::Trimmed | Tier::Fragment => profile.trimmed += 1,
                Tier::Reworded => profile.reworded += 1,
                Tier::Reported => profile.reported += 1,
                Tier::Possible => {}
            }
            profile.silent_cuts += u32::from(compared.effects.contains(&Effect::SilentCut));
        }
    }
    by_name.into_values().collect()
}

fn profile<'p, 'f>(
    by_name: &'p mut BTreeMap<&'f str, OutletProfile>,
    name: &'f str,
) -> &'p mut OutletProfile {
    by_name.entry(name).or_insert_with(|| OutletProfile {
        name: name.to_owned(),
        articles: 0,
        utterances: 0,
        verbatim: 0,
        trimmed: 0,
        reworded: 0,
        reported: 0,
        silent_cuts: 0,
    })
}

fn row(folder: &Folder, utterance: &Utterance, columns: &BTreeMap<&str, usize>) -> CoverageRow {
    let absent = CoverageCell {
        coverage: Coverage::Absent,
        quotation: None,
        meaning_differs: false,
        family: None,
    };
    let mut cells = vec![absent; columns.len()];
    let versions = utterance.versions.iter().zip(&utterance.compared.versions);
    for (at, (version, compared)) in versions.enumerate() {
        let column = columns.get(folder.outlet_name(version.place.article));
        let (Some(&column), true) = (column, version.is_sure()) else {
            continue;
        };
        let coverage = coverage_of(folder.quotation_at(version.place).kind);
        let cell = &mut cells[column];
        cell.meaning_differs |= compared.meaning_differs();
        cell.family = cell.family.or_else(|| family_of(utterance, at));
        if (coverage as u8) < cell.coverage as u8 {
            cell.coverage = coverage;
            cell.quotation = Some(folder.id_at(version.place).to_owned());
        }
    }
    let base = utterance.versions[0].place;
    CoverageRow {
        utterance: utterance.id.clone(),
        speaker: utterance.speaker.clone(),
        words: words_shown(folder, base),
        language: folder.article_at(base).language.clone(),
        cells,
    }
}

/// How a quotation of this kind carries an utterance.
pub(super) fn coverage_of(kind: Kind) -> Coverage {
    match kind {
        Kind::Direct | Kind::Unmarked => Coverage::Whole,
        Kind::Partial | Kind::Term => Coverage::Fragment,
        Kind::Reported => Coverage::Reported,
    }
}

fn likeness(
    folder: &Folder,
    utterances: &[&Utterance],
    columns: &BTreeMap<&str, usize>,
) -> Vec<Likeness> {
    let mut sums: BTreeMap<(usize, usize), (f32, u32)> = BTreeMap::new();
    for utterance in utterances {
        let whole = wholes(folder, utterance, columns);
        let sides: Vec<_> = whole
            .values()
            .map(|place| side_of(folder, *place))
            .collect();
        for (first, a) in whole.keys().enumerate() {
            for (second, b) in whole.keys().enumerate().skip(first + 1) {
                let (one, other) = (&sides[first], &sides[second]);
                let collation = collate(one, other);
                let divergence =
                    collation::divergence(&collation, one.words.len(), other.words.len());
                let sum = sums.entry((*a, *b)).or_default();
                *sum = (sum.0 + 1.0 - divergence, sum.1 + 1);
            }
        }
    }
    sums.into_iter()
        .map(|((a, b), (sum, count))| Likeness {
            a: a as u32,
            b: b as u32,
            percent: (sum / count as f32 * 100.0).round() as u32,
            utterances: count,
        })
        .collect()
}

/// The first whole version of each column: fragments and reports say little of wording.
fn wholes(
    folder: &Folder,
    utterance: &Utterance,
    columns: &BTreeMap<&str, usize>,
) -> BTreeMap<usize, Place> {
    let mut found = BTreeMap::new();
    for version in utterance
        .versions
        .iter()
        .filter(|version| version.is_sure())
    {
        let whole = coverage_of(folder.quotation_at(version.place).kind) == Coverage::Whole;
        if let (true, Some(&column)) = (
            whole,
            columns.get(folder.outlet_name(version.place.article)),
        ) {
            found.entry(column).or_insert(version.place);
        }
    }
    found
}
