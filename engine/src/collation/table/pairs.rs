//! Which version is the base, and which pairs are aligned.

use rustc_hash::{FxHashMap, FxHashSet};

/// Up to this many distinct versions, all pairs are aligned.
const ALL_PAIRS: usize = 12;
/// Beyond that, every version is compared with the base and with so many of those most like it.
const NEIGHBOURS: usize = 3;

/// The version whose words most versions have; the first such. None of none.
pub fn most_complete(forms: &[Vec<String>]) -> Option<usize> {
    let sets = sets(forms);
    let mut spread: FxHashMap<u32, usize> = FxHashMap::default();
    for form in sets.iter().flatten() {
        *spread.entry(*form).or_default() += 1;
    }
    let scores = sets
        .iter()
        .map(|set| set.iter().map(|form| spread[form]).sum::<usize>());
    scores
        .enumerate()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|b| b.0)
}

/// The different words of every version, by number.
fn sets(forms: &[Vec<String>]) -> Vec<FxHashSet<u32>> {
    let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
    let mut sets = Vec::with_capacity(forms.len());
    for forms in forms {
        let mut set = FxHashSet::default();
        for form in forms {
            let next = ids.len() as u32;
            set.insert(*ids.entry(form).or_insert(next));
        }
        sets.push(set);
    }
    sets
}

/// Of more distinct versions than this each is compared with the base alone: to find those most
/// like it, each would be held against each.
const MOST_WITH_NEIGHBOURS: usize = 256;

/// Two texts that are aligned, the earlier first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    pub x: usize,
    pub y: usize,
    /// Only equal words are looked for.
    pub equal_only: bool,
}

impl Pair {
    fn of(x: usize, y: usize, equal_only: bool) -> Self {
        Self {
            x: x.min(y),
            y: x.max(y),
            equal_only,
        }
    }
}

/// All pairs of few versions. Of many: each with the base, and with the versions most like it, of
/// which only the equal words are taken: neighbours are near because they share what the base lacks.
pub fn pairs(forms: &[Vec<String>], base: Option<usize>) -> Vec<Pair> {
    let count = forms.len();
    if count <= ALL_PAIRS {
        let with = |x: usize| (x + 1..count).map(move |y| Pair::of(x, y, false));
        return (0..count).flat_map(with).collect();
    }
    let sets = sets(forms);
    let of_base = (0..count).filter(|x| Some(*x) != base);
    let mut pairs: Vec<Pair> = base
        .map(|base| of_base.map(|x| Pair::of(x, base, false)).collect())
        .unwrap_or_default();
    if count > MOST_WITH_NEIGHBOURS {
        pairs.sort_unstable();
        return pairs;
    }
    let near = (0..count).flat_map(|x| {
        let near = nearest(x, &sets).into_iter();
        near.map(move |y| Pair::of(x, y, true))
    });
    pairs.extend(near.filter(|pair| Some(pair.x) != base && Some(pair.y) != base));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The texts that share most words with `x`.
fn nearest(x: usize, sets: &[FxHashSet<u32>]) -> Vec<usize> {
    // Dice's coefficient in whole numbers, so that ties are ties everywhere.
    let shared = |y: usize| {
        let common = sets[x].intersection(&sets[y]).count();
        common * 2_000_000 / (sets[x].len() + sets[y].len()).max(1)
    };
    let others = (0..sets.len()).filter(|y| *y != x);
    let mut ranked: Vec<(std::cmp::Reverse<usize>, usize)> =
        others.map(|y| (std::cmp::Reverse(shared(y)), y)).collect();
    ranked.sort_unstable();
    ranked
        .into_iter()
        .take(NEIGHBOURS)
        .map(|(_, y)| y)
        .collect()
}
