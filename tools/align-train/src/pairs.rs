//! Reading aligned pairs, and the part of them that is never fitted on.

use std::collections::HashSet;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
pub struct Pair {
    pub id: String,
    pub a: Vec<String>,
    pub b: Vec<String>,
    /// Token index pairs that people linked surely.
    pub sure: Vec<(usize, usize)>,
    /// Those that they linked possibly; taken as links all the same.
    pub poss: Vec<(usize, usize)>,
}

impl Pair {
    pub fn gold(&self) -> HashSet<(usize, usize)> {
        self.sure.iter().chain(&self.poss).copied().collect()
    }
}

pub fn read(path: &Path) -> anyhow::Result<Vec<Pair>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).context("not an aligned pair"))
        .collect()
}

/// Share of the pairs that is held out, of 100.
const HELD_OUT: usize = 19;

/// (to fit on, held out): by the order of the ids' hashes, so that the parts never change.
pub fn hold_out(mut pairs: Vec<Pair>) -> (Vec<Pair>, Vec<Pair>) {
    pairs.sort_by_cached_key(|pair| (fnv(&pair.id), pair.id.clone()));
    let fitting = pairs.split_off(pairs.len() * HELD_OUT / 100);
    (fitting, pairs)
}

/// FNV-1a, 64 bits.
fn fnv(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
