//! Sets of tellings that one whole holds: outlets that print different sentences of one statement
//! print versions of it, though these have no word in common.

use rustc_hash::{FxHashMap, FxHashSet};

use super::SpeakerAgreement;
use super::score::Pair;
use super::tellings::Tellings;
use super::wording::Wording;
use crate::phrase::{Likeness, Phrase, longest_run};

/// A longer text is a speech, of which two sentences are two statements.
const MOST_WORDS: usize = 90;
/// What a whole holds stands in one stretch of it, but for so much; or it is the same person's
/// words, reworded.
const HELD: f32 = 0.8;
/// So many words of one person, found again in a row within so many days, need no other evidence;
/// nor do they where a word or two stand between them.
const PHRASE: usize = 4;
const SAME_NEWS: u32 = 3;
const IN_A_ROW: f32 = 0.99;
const NEARLY: f32 = 0.5;
const IN_ORDER: f32 = 0.95;
/// And it is as surely a version of the whole as this.
const SURE: f32 = 0.42;

/// Joins to the set of a whole those that it holds: at least half of their tellings that are no
/// mere fragments. The same must be true of the whole's own set, or it is no star but a chain.
/// Tellings without a set are looked at as sets of one; where the whole has their very words, they
/// join whatever else is in its set.
pub(super) fn joined(
    mut sets: Vec<Vec<u32>>,
    tellings: &Tellings,
    wordings: &[Wording],
    pairs: &[Pair],
) -> Vec<Vec<u32>> {
    let (held, printed) = held(tellings, wordings, pairs);
    let mut set_of: FxHashMap<u32, usize> = FxHashMap::default();
    for (set, members) in sets.iter().enumerate() {
        set_of.extend(members.iter().map(|member| (*member, set)));
    }
    let mut wholes: Vec<u32> = held.keys().copied().collect();
    wholes.sort_unstable();
    let mut taken = vec![false; sets.len()];
    for whole in wholes {
        let holds = &held[&whole];
        let in_no_set =
            |part: &&u32| printed.contains(&(whole, **part)) && !set_of.contains_key(part);
        let pieces: Vec<u32> = holds.iter().filter(in_no_set).copied().collect();
        let home = match set_of.get(&whole).copied() {
            Some(home) => home,
            None if pieces.is_empty() => continue,
            None => {
                sets.push(vec![whole]);
                taken.push(false);
                set_of.insert(whole, sets.len() - 1);
                sets.len() - 1
            }
        };
        set_of.extend(pieces.iter().map(|piece| (*piece, home)));
        sets[home].extend(pieces);
        let tells =
            |part: u32| !tellings.list[part as usize].fragment || printed.contains(&(whole, part));
        let is_star = |members: &[u32]| {
            let told = members
                .iter()
                .filter(|member| **member != whole && tells(**member));
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
                None if tells(*part) => {
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

/// What each whole holds: tellings by the telling of the whole, sorted; and those of them (whole,
/// part) that one speaker's marks hold word by word.
fn held(
    tellings: &Tellings,
    wordings: &[Wording],
    pairs: &[Pair],
) -> (FxHashMap<u32, Vec<u32>>, FxHashSet<(u32, u32)>) {
    let mut held: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut by_word = FxHashSet::default();
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
        let same_days = pair.days_apart.is_none_or(|days| days <= SAME_NEWS);
        let printed = own && same_days && is_printed(&x.phrase, &y.phrase, &pair.likeness);
        let sure = printed || pair.score >= SURE && (pair.likeness.window >= HELD || own);
        if !sure || top.reported || top.phrase.terms.len() > MOST_WORDS {
            continue;
        }
        let (whole, part) = (tellings.of[whole as usize], tellings.of[part as usize]);
        held.entry(whole).or_default().push(part);
        if printed {
            by_word.insert((whole, part));
        }
    }
    for parts in held.values_mut() {
        parts.sort_unstable();
        parts.dedup();
    }
    (held, by_word)
}

/// Whether the shorter phrase stands in the longer one word by word, and is one that a person does
/// not say every day.
fn is_printed(x: &Phrase, y: &Phrase, likeness: &Likeness) -> bool {
    if x.terms.len().min(y.terms.len()) < PHRASE {
        return false;
    }
    let run = longest_run(x, y);
    let in_order = likeness.window >= IN_ORDER && likeness.order >= IN_ORDER;
    run >= IN_A_ROW || run >= NEARLY && in_order
}
