//! Which paragraphs of one quotation other articles print apart.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::wording::{self, Wording};
use super::{Item, candidates, commonness, main_language, score};
use crate::phrase::Lexicon;

/// From here on another article's words stand for a paragraph.
const STANDS_FOR: f32 = 0.4;

/// Where quotations fall apart into several things said. `whole_of` numbers the quotation of each
/// item; items of one quotation are its paragraphs, one after the other. An item is among the
/// result if another article prints what begins with it, another prints what stands before it, and
/// none prints both. Items that are the only one of their quotation are never among it.
pub fn parted(items: &[Item<'_>], whole_of: &[u32], sentences: &[&str]) -> Vec<usize> {
    let mut sizes: FxHashMap<u32, usize> = FxHashMap::default();
    for whole in whole_of {
        *sizes.entry(*whole).or_default() += 1;
    }
    let is_part = |item: usize| sizes[&whole_of[item]] > 1;
    if !(0..items.len()).any(is_part) {
        return Vec::new();
    }
    let standing = standing_for(items, whole_of, sentences, is_part);
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
    parted
}

/// The quotations of other articles that stand for each part.
fn standing_for(
    items: &[Item<'_>],
    whole_of: &[u32],
    sentences: &[&str],
    is_part: impl Fn(usize) -> bool + Sync,
) -> FxHashMap<usize, BTreeSet<u32>> {
    let mut lexicon = Lexicon::default();
    let mut wordings = wording::wordings(items, &mut lexicon);
    let commonness = commonness(&wordings, sentences, main_language(items), &mut lexicon);
    for wording in &mut wordings {
        commonness.weigh(&mut wording.phrase);
    }
    let has_part = |wording: &Wording| wording.items.iter().any(|item| is_part(*item));
    let pairs = candidates::candidates_of(&wordings, has_part).pairs;
    let alike = pairs.par_iter().filter(|pair| {
        let pair = score::compare(**pair, &wordings, &lexicon, score::Setting::Speakers);
        pair.score >= STANDS_FOR
    });
    let mut alike: Vec<(u32, u32)> = alike.copied().collect();
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
    standing
}
