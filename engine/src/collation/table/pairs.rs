//! Which version is the base, and which pairs are aligned.

use rustc_hash::{FxHashMap, FxHashSet};

/// Up to this many distinct versions, all pairs are aligned.
const ALL_PAIRS: usize = 12;

/// The version whose words most versions have; the first such. None of none.
pub fn most_complete(forms: &[Vec<String>]) -> Option<usize> {
    let sets: Vec<FxHashSet<&str>> = sets(forms);
    let mut spread: FxHashMap<&str, usize> = FxHashMap::default();
    for form in sets.iter().flatten() {
        *spread.entry(form).or_default() += 1;
    }
    let scores = sets
        .iter()
        .map(|set| set.iter().map(|form| spread[form]).sum::<usize>());
    scores
        .enumerate()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|b| b.0)
}

fn sets(forms: &[Vec<String>]) -> Vec<FxHashSet<&str>> {
    forms
        .iter()
        .map(|forms| forms.iter().map(String::as_str).collect())
        .collect()
}

/// All pairs of few versions. Of many: each with the base and with the version most like it.
pub fn pairs(forms: &[Vec<String>], base: Option<usize>) -> Vec<(usize, usize)> {
    let count = forms.len();
    if count <= ALL_PAIRS {
        return (0..count)
            .flat_map(|x| (x + 1..count).map(move |y| (x, y)))
            .collect();
    }
    let sets = sets(forms);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for x in 0..count {
        let others = (0..count).filter(|y| *y != x);
        let shared = |y: &usize| {
            let common = sets[x].intersection(&sets[*y]).count();
            // Dice's coefficient in whole numbers, so that ties are ties everywhere.
            common * 2_000_000 / (sets[x].len() + sets[*y].len()).max(1)
        };
        let nearest = others.max_by_key(|y| (shared(y), std::cmp::Reverse(*y)));
        let partners = nearest.into_iter().chain(base).filter(|y| *y != x);
        pairs.extend(partners.map(|y| (x.min(y), x.max(y))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
