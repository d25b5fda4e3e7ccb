//! A quotation is in one utterance at most, sure or possible.

use std::collections::BTreeMap;

use asquoted_engine::folder::{Folder, Place};
use asquoted_engine::report;

mod support;

/// Quotations that stand in several utterances, and how many possible versions there are.
fn twice(folder: &Folder) -> (Vec<String>, usize) {
    let mut met: BTreeMap<Place, usize> = BTreeMap::new();
    let versions = || folder.utterances.iter().flat_map(|one| &one.versions);
    for version in versions() {
        *met.entry(version.place).or_default() += 1;
    }
    let mut listed: BTreeMap<String, usize> = BTreeMap::new();
    for utterance in report::whole(folder, true).utterances {
        for version in utterance.versions {
            *listed.entry(version.quotation).or_default() += 1;
        }
    }
    let found = met.iter().filter(|(_, count)| **count > 1);
    let found = found.map(|(place, _)| folder.id_at(*place).to_owned());
    let of_list = listed.into_iter().filter(|(_, count)| *count > 1);
    let all = found.chain(of_list.map(|(id, _)| id)).collect();
    (all, versions().filter(|version| !version.is_sure()).count())
}

/// The sample's articles with sentences left out, doubled or exchanged, by a seed.
fn varied(seed: usize) -> Vec<(String, Vec<u8>)> {
    let mut files = support::sample();
    for (number, (_, bytes)) in files.iter_mut().enumerate() {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let mut sentences: Vec<&str> = text.split_inclusive(". ").collect();
        for turn in 0..seed {
            let at = (seed * 31 + number * 17 + turn * 7) % sentences.len();
            let other = (at * 5 + seed) % sentences.len();
            match (seed + turn) % 3 {
                0 => sentences.swap(at, other),
                1 => sentences.insert(at, sentences[other]),
                _ if sentences.len() > 2 => drop(sentences.remove(at)),
                _ => {}
            }
        }
        *bytes = sentences.concat().into_bytes();
    }
    files
}

#[test]
fn no_quotation_is_in_two_utterances() {
    let mut possible = 0;
    for seed in 0..12 {
        let folder = support::open(&varied(seed));
        let (twice, of_these) = twice(&folder);
        assert!(twice.is_empty(), "seed {seed}: {twice:?}");
        possible += of_these;
    }
    assert!(possible > 0, "some are possible versions");
}
