//! Which paragraphs of one quotation other articles print apart.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::wording::{self, Wording};
use super::{Item, candidates, commonness, main_language, score};
use crate::pace::Pace;
use crate::phrase::Lexicon;

/// From here on another article's words stand for a paragraph.
const STANDS_FOR: f32 = 0.4;

/// Where quotations fall apart into several things said. `whole_of` numbers the quotation of each
/// item; items of one quotation are its paragraphs, one after the other. An item is among the
/// result if another article prints what begins with it, another prints what stands before it, and
/// none prints both. Items that are the only one of their quotation are never among it. Nothing
/// where it is not to go on.
pub fn parted(
    items: &[Item<'_>],
    whole_of: &[u32],
    sentences: &[&str],
    pace: &Pace<'_>,
) -> Option<Vec<usize>> {
    let mut sizes: FxHashMap<u32, usize> = FxHashMap::default();
    for whole in whole_of {
        *sizes.entry(*whole).or_default() += 1;
    }
    let is_part = |item: usize| sizes[&whole_of[item]] > 1;
    if !(0..items.len()).any(is_part) {
        return Some(Vec::new());
    }
    let standing = standing_for(items, whole_of, sentences, is_part, pace)?;
    let mut parted = Vec::new();
    let mut before: BTreeSet<u32> = BTreeSet::new();
    for item in 0..items.len() {
        if item == 0 || whole_of[item] != whole_of[item - 1] {
            before.clear();
        }
        let Some(here) = standing.get(&item) else {
            continue;
        };
        if !before.is_empty() && before.is_disjoint(here) {
            parted.push(item);
            before.clear();
        }
        before.extend(here);
    }
    Some(parted)
}

/// The quotations of other articles that stand for each part.
fn standing_for(
    items: &[Item<'_>],
    whole_of: &[u32],
    sentences: &[&str],
    is_part: impl Fn(usize) -> bool + Sync,
    pace: &Pace<'_>,
) -> Option<FxHashMap<usize, BTreeSet<u32>>> {
    let [reading, weighing, seeking, comparing] =
        [(0.0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1.0)].map(|(from, to)| pace.part(from, to));
    let mut lexicon = Lexicon::default();
    let mut wordings = wording::wordings(items, &mut lexicon, &reading)?;
    let language = main_language(items);
    let commonness = commonness(&wordings, sentences, language, &mut lexicon, &weighing)?;
    for wording in &mut wordings {
        commonness.weigh(&mut wording.phrase);
    }
    let has_part = |wording: &Wording| wording.items.iter().any(|item| is_part(*item));
    let pairs = candidates::candidates_of(&wordings, has_part, &seeking)?.pairs;
    let compared = comparing.over(pairs.len());
    let alike = pairs.par_iter().map(|pair| {
        compared.step()?;
        let compared = score::compare(*pair, &wordings, &lexicon, score::Setting::Speakers);
        Some((*pair, compared.score >= STANDS_FOR))
    });
    let alike = alike.filter(|pair| pair.is_none_or(|(_, is_alike)| is_alike));
    let alike = alike.map(|pair| pair.map(|(pair, _)| pair));
    let mut alike = alike.collect::<Option<Vec<(u32, u32)>>>()?;
    alike.extend((0..).zip(&wordings).map(|(number, _)| (number, number)));
    let mut standing: FxHashMap<usize, BTreeSet<u32>> = FxHashMap::default();
    for (a, b) in alike {
        for (one, other) in [(a, b), (b, a)] {
            for part in wordings[one as usize]
                .items
                .iter()
                .filter(|item| is_part(**item))
            {
                let others = wordings[other as usize].items.iter();
                let elsewhere =
                    others.filter(|other| items[**other].article != items[*part].article);
                let wholes: Vec<u32> = elsewhere.map(|other| whole_of[*other]).collect();
                if !wholes.is_empty() {
                    standing.entry(*part).or_default().extend(wholes);
                }
            }
        }
    }
    Some(standing)
}
