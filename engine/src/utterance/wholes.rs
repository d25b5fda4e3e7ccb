//! Sets of tellings that one whole holds: outlets that print different sentences of one statement
//! print versions of it, though these have no word in common.

use rustc_hash::{FxHashMap, FxHashSet};

use super::SpeakerAgreement;
use super::tellings::{BestPair, Tellings};
use super::wording::Wording;
use crate::phrase::{Likeness, Phrase, longest_run};
use crate::work::step;

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
    sets: Vec<Vec<u32>>,
    tellings: &Tellings,
    wordings: &[Wording],
    best: &[BestPair<'_>],
) -> Vec<Vec<u32>> {
    let held = Held::of(tellings, wordings, best);
    let mut sets = Sets::of(sets, tellings);
    let mut wholes: Vec<u32> = held.parts.keys().copied().collect();
    wholes.sort_unstable();
    for whole in wholes {
        let star = Star {
            whole,
            holds: &held.parts[&whole],
            printed: &held.printed,
            tellings,
        };
        let Some(home) = star.home(&mut sets) else {
            continue;
        };
        let held = star.held(&sets);
        let share = held.get(&home).copied().unwrap_or_default();
        if star.holds_half(home, share, &sets) {
            star.take_in(home, &held, &mut sets);
        }
    }
    sets.sorted()
}

/// Sets of tellings, and the set of each.
struct Sets<'t> {
    tellings: &'t Tellings,
    list: Vec<Vec<u32>>,
    /// How many of each set are no fragments.
    wholes: Vec<usize>,
    of: FxHashMap<u32, usize>,
}

impl<'t> Sets<'t> {
    fn of(list: Vec<Vec<u32>>, tellings: &'t Tellings) -> Self {
        let mut sets = Self {
            tellings,
            list: Vec::with_capacity(list.len()),
            wholes: Vec::new(),
            of: FxHashMap::default(),
        };
        for members in list {
            let set = sets.begin();
            sets.add(set, members);
        }
        sets
    }

    fn begin(&mut self) -> usize {
        self.list.push(Vec::new());
        self.wholes.push(0);
        self.list.len() - 1
    }

    fn is_fragment(&self, telling: u32) -> bool {
        self.tellings.list[telling as usize].fragment
    }

    fn add(&mut self, set: usize, members: impl IntoIterator<Item = u32>) {
        for member in members {
            self.wholes[set] += usize::from(!self.is_fragment(member));
            self.list[set].push(member);
            self.of.insert(member, set);
        }
    }

    /// Moves all of a set into another one.
    fn move_into(&mut self, home: usize, other: usize) {
        let moved = std::mem::take(&mut self.list[other]);
        self.wholes[other] = 0;
        self.add(home, moved);
    }

    fn sorted(mut self) -> Vec<Vec<u32>> {
        self.list.retain(|set| !set.is_empty());
        for set in &mut self.list {
            set.sort_unstable();
        }
        self.list.sort_unstable();
        self.list
    }
}

/// A whole and what it holds.
struct Star<'h> {
    whole: u32,
    holds: &'h [u32],
    printed: &'h FxHashSet<(u32, u32)>,
    tellings: &'h Tellings,
}

impl Star<'_> {
    fn is_printed(&self, part: u32) -> bool {
        self.printed.contains(&(self.whole, part))
    }

    fn tells(&self, part: u32) -> bool {
        !self.tellings.list[part as usize].fragment || self.is_printed(part)
    }

    /// The whole's set, with what it prints word by word; a new one where only that makes it one.
    fn home(&self, sets: &mut Sets<'_>) -> Option<usize> {
        let pieces = self
            .holds
            .iter()
            .copied()
            .filter(|part| self.is_printed(*part) && !sets.of.contains_key(part));
        let pieces: Vec<u32> = pieces.collect();
        let home = match sets.of.get(&self.whole) {
            Some(home) => *home,
            None if pieces.is_empty() => return None,
            None => {
                let home = sets.begin();
                sets.add(home, [self.whole]);
                home
            }
        };
        sets.add(home, pieces);
        Some(home)
    }

    /// For every set how many of it the whole holds, and how many of these are fragments. Looks at
    /// what it holds, not at the sets, which may be large.
    fn held(&self, sets: &Sets<'_>) -> FxHashMap<usize, Share> {
        step(self.holds.len());
        let mut held: FxHashMap<usize, Share> = FxHashMap::default();
        for part in self.holds {
            let told = *part != self.whole && self.tells(*part);
            if let Some(set) = sets.of.get(part).filter(|_| told) {
                let share = held.entry(*set).or_default();
                share.inside += 1;
                // Fragments are told where they are held alone.
                share.fragments += usize::from(sets.is_fragment(*part));
            }
        }
        held
    }

    /// Whether the whole holds at least half of what a set tells beside it.
    fn holds_half(&self, set: usize, share: Share, sets: &Sets<'_>) -> bool {
        let own = sets.of.get(&self.whole) == Some(&set) && !sets.is_fragment(self.whole);
        let all = sets.wholes[set] - usize::from(own) + share.fragments;
        share.inside * 2 >= all
    }

    fn take_in(&self, home: usize, held: &FxHashMap<usize, Share>, sets: &mut Sets<'_>) {
        for part in self.holds {
            match sets.of.get(part).copied() {
                None if self.tells(*part) => sets.add(home, [*part]),
                Some(other) if other != home => {
                    let share = held.get(&other).copied().unwrap_or_default();
                    if share.inside > 0 && self.holds_half(other, share, sets) {
                        sets.move_into(home, other);
                    }
                }
                _ => {}
            }
        }
    }
}

/// What a whole holds of a set.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    inside: usize,
    fragments: usize,
}

/// What each whole holds.
#[derive(Default)]
struct Held {
    /// Tellings by the telling of the whole, sorted.
    parts: FxHashMap<u32, Vec<u32>>,
    /// Those of them (whole, part) that one speaker's marks hold word by word.
    printed: FxHashSet<(u32, u32)>,
}

impl Held {
    fn of(tellings: &Tellings, wordings: &[Wording], best: &[BestPair<'_>]) -> Self {
        let mut held = Self::default();
        for BestPair { pair, .. } in best {
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
            held.parts.entry(whole).or_default().push(part);
            if printed {
                held.printed.insert((whole, part));
            }
        }
        for parts in held.parts.values_mut() {
            parts.sort_unstable();
            parts.dedup();
        }
        held
    }
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
