//! Sets of tellings that one whole holds: outlets that print different sentences of one statement
//! print versions of it, though these have no word in common.

use rustc_hash::FxHashMap;

use super::SpeakerAgreement;
use super::score::Pair;
use super::tellings::Tellings;
use super::wording::Wording;

/// A longer text is a speech, of which two sentences are two statements.
const MOST_WORDS: usize = 90;
/// What a whole holds stands in one stretch of it, but for so much; or it is the same person's
/// words, reworded.
const HELD: f32 = 0.8;
/// And it is as surely a version of the whole as this.
const SURE: f32 = 0.42;

/// Joins to the set of a whole those that it holds: at least half of their tellings that are no
/// mere fragments. The same must be true of the whole's own set, or it is no star but a chain.
/// Tellings without a set are looked at as sets of one.
pub(super) fn joined(
    mut sets: Vec<Vec<u32>>,
    tellings: &Tellings,
    wordings: &[Wording],
    pairs: &[Pair],
) -> Vec<Vec<u32>> {
    let held = held(tellings, wordings, pairs);
    let mut set_of: FxHashMap<u32, usize> = FxHashMap::default();
    for (set, members) in sets.iter().enumerate() {
        set_of.extend(members.iter().map(|member| (*member, set)));
    }
    let mut wholes: Vec<u32> = held.keys().copied().collect();
    wholes.sort_unstable();
    let mut taken = vec![false; sets.len()];
    for whole in wholes {
        let holds = &held[&whole];
        let Some(&home) = set_of.get(&whole).filter(|home| !taken[**home]) else {
            continue;
        };
        let is_star = |members: &[u32]| {
            let told = members
                .iter()
                .filter(|member| **member != whole && !tellings.list[**member as usize].fragment);
            let (inside, all) = told.fold((0, 0), |(inside, all), member| {
                (inside + usize::from(holds.contains(member)), all + 1)
            });
            (inside * 2 >= all, inside)
        };
        if !is_star(&sets[home]).0 {
            continue;
        }
        for part in holds {
            match set_of.get(part).copied() {
                None if !tellings.list[*part as usize].fragment => {
                    sets[home].push(*part);
                    set_of.insert(*part, home);
                }
                Some(other) if other != home && !taken[other] => {
                    let (star, inside) = is_star(&sets[other]);
                    if star && inside > 0 {
                        let moved = std::mem::take(&mut sets[other]);
                        set_of.extend(moved.iter().map(|member| (*member, home)));
                        sets[home].extend(moved);
                        taken[other] = true;
                    }
                }
                _ => {}
            }
        }
    }
    sets.retain(|set| !set.is_empty());
    for set in &mut sets {
        set.sort_unstable();
    }
    sets.sort_unstable();
    sets
}

/// What each whole holds: tellings by the telling of the whole, sorted.
fn held(tellings: &Tellings, wordings: &[Wording], pairs: &[Pair]) -> FxHashMap<u32, Vec<u32>> {
    let mut held: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (_, pair) in tellings.best(pairs) {
        let (x, y) = (&wordings[pair.a as usize], &wordings[pair.b as usize]);
        let a_is_whole = x.phrase.weight >= y.phrase.weight;
        let (whole, part) = if a_is_whole {
            (pair.a, pair.b)
        } else {
            (pair.b, pair.a)
        };
        let top = &wordings[whole as usize];
        let own = !x.reported && !y.reported && pair.speakers == SpeakerAgreement::Same;
        let stands_in = pair.likeness.window >= HELD || own;
        if pair.score < SURE || !stands_in || top.reported || top.phrase.terms.len() > MOST_WORDS {
            continue;
        }
        let (whole, part) = (tellings.of[whole as usize], tellings.of[part as usize]);
        held.entry(whole).or_default().push(part);
    }
    for parts in held.values_mut() {
        parts.sort_unstable();
        parts.dedup();
    }
    held
}
