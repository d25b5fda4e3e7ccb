//! Which wordings are worth comparing: an exact inverted index over stems.

use rustc_hash::FxHashMap;

use super::SpeakerAgreement;
use super::speakers::Agreements;
use super::wording::Wording;
use crate::pace::Pace;

/// Longest list of wordings that a stem together with a speaker's name may lead to, and a stem
/// alone. Longer lists are of words so common that some other word leads to a true version.
const MOST_OF_SPEAKER: usize = 300;
const MOST_OF_STEM: usize = 100;
/// Candidates kept for each wording, the most promising ones.
const MOST_CANDIDATES: usize = 50;
/// Share of the summed rarity of the one with less of it that two by one speaker must have in
/// common. What two share who are not known to be one is halved before it is compared.
const LEAST_SHARED: f32 = 0.12;
/// What they must where the speakers are two: then only the same words count.
const LEAST_OF_OTHER: f32 = 0.3;
/// Where one of the speakers is not named, and where neither is.
const LEAST_OF_UNKNOWN: f32 = 0.14;
const LEAST_OF_NOBODY: f32 = 0.05;
/// Words shared with somebody else's wording count this much.
const OTHER_SPEAKER: f32 = 0.5;

/// Pairs of wordings (`a < b`), sorted, each once, and which wordings had more candidates than
/// are kept. Found 99.7 % of all true pairs among 10,000 quotations and 98 % among 40,000.
pub(super) struct Candidates {
    pub pairs: Vec<(u32, u32)>,
    pub crowded: Vec<bool>,
}

/// What is used again for every wording.
struct Bench<'w> {
    /// All zero between two wordings.
    sums: Vec<f32>,
    agreements: Agreements<'w>,
}

struct Index<'w> {
    wordings: &'w [Wording],
    keys: Vec<Vec<u32>>,
    /// Summed rarity of each wording's keys.
    rarities: Vec<f32>,
    /// The number of each full name's surname: where two differ, so do the speakers.
    surnames: Vec<Option<u32>>,
    by_stem: FxHashMap<u32, Vec<u32>>,
    by_speaker: FxHashMap<(&'w str, u32), Vec<u32>>,
}

pub(super) fn candidates(wordings: &[Wording], pace: &Pace<'_>) -> Option<Candidates> {
    candidates_of(wordings, |_| true, pace)
}

/// The pairs of which one is asked for.
pub(super) fn candidates_of(
    wordings: &[Wording],
    asked: impl Fn(&Wording) -> bool,
    pace: &Pace<'_>,
) -> Option<Candidates> {
    let index = Index::new(wordings);
    let mut pairs = Vec::new();
    let mut crowded = vec![false; wordings.len()];
    let speakers = wordings.iter().map(|wording| wording.speaker.as_ref());
    let mut bench = Bench {
        sums: vec![0.0; wordings.len()],
        agreements: Agreements::of(speakers),
    };
    let pass = pace.over(wordings.len());
    for (wording, number) in (0..wordings.len()).zip(0_u32..) {
        pass.step()?;
        if !asked(&wordings[wording]) {
            continue;
        }
        let mut found = index.reached(wording, &mut bench);
        crowded[wording] = found.len() > MOST_CANDIDATES;
        if crowded[wording] {
            found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            found.truncate(MOST_CANDIDATES);
        }
        pairs.extend(
            found
                .iter()
                .map(|(other, _)| (number.min(*other), number.max(*other))),
        );
    }
    pairs.sort_unstable();
    pairs.dedup();
    Some(Candidates { pairs, crowded })
}

impl<'w> Index<'w> {
    fn new(wordings: &'w [Wording]) -> Self {
        let keys: Vec<Vec<u32>> = wordings
            .iter()
            .map(|wording| wording.phrase.keys())
            .collect();
        let mut by_stem: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        let mut by_speaker: FxHashMap<(&str, u32), Vec<u32>> = FxHashMap::default();
        for ((wording, keys), number) in wordings.iter().zip(&keys).zip(0..) {
            for key in keys {
                by_stem.entry(*key).or_default().push(number);
                if let Some(speaker) = &wording.speaker {
                    by_speaker
                        .entry((speaker.surname(), *key))
                        .or_default()
                        .push(number);
                }
            }
        }
        let total = wordings.len();
        let rarity = |key: &u32| rarity(total, by_stem[key].len());
        let rarities = keys
            .iter()
            .map(|keys| keys.iter().map(rarity).sum())
            .collect();
        Self {
            wordings,
            keys,
            rarities,
            surnames: surnames(wordings),
            by_stem,
            by_speaker,
        }
    }

    /// Other wordings and the rarity of what they share with this one.
    fn reached(
        &self,
        wording: usize,
        Bench { sums, agreements }: &mut Bench<'_>,
    ) -> Vec<(u32, f32)> {
        let surname = self.wordings[wording]
            .speaker
            .as_ref()
            .map(|speaker| speaker.surname());
        let mut touched = Vec::new();
        let mut add = |other: u32, value: f32| {
            let sum = &mut sums[other as usize];
            if *sum == 0.0 {
                touched.push(other);
            }
            *sum += value;
        };
        for key in &self.keys[wording] {
            let all = &self.by_stem[key];
            let rarity = rarity(self.wordings.len(), all.len());
            let short = all.len() <= MOST_OF_STEM;
            if short {
                for other in all {
                    add(*other, rarity * OTHER_SPEAKER);
                }
            }
            let Some(list) = surname.and_then(|name| self.by_speaker.get(&(name, *key))) else {
                continue;
            };
            if list.len() <= MOST_OF_SPEAKER {
                let rest = if short { 1.0 - OTHER_SPEAKER } else { 1.0 };
                for other in list {
                    add(*other, rarity * rest);
                }
            }
        }
        let found = touched
            .iter()
            .map(|other| (*other, std::mem::take(&mut sums[*other as usize])));
        found
            .filter(|(other, sum)| {
                *other as usize != wording && self.promises(wording, *other, *sum, agreements)
            })
            .collect()
    }

    /// Whether two that share so much may be versions of one utterance.
    fn promises(&self, one: usize, other: u32, sum: f32, agreements: &mut Agreements<'_>) -> bool {
        let other = other as usize;
        let lighter = self.rarities[one].min(self.rarities[other]);
        if sum >= LEAST_OF_OTHER * lighter {
            return true;
        }
        if sum < LEAST_OF_NOBODY * lighter {
            return false;
        }
        let full_names = self.surnames[one].zip(self.surnames[other]);
        if full_names.is_some_and(|(one, other)| one != other) {
            return false;
        }
        let named = |number: usize| self.wordings[number].speaker.is_some();
        let least = match agreements.between(one, other) {
            SpeakerAgreement::Same => LEAST_SHARED,
            SpeakerAgreement::Differs => LEAST_OF_OTHER,
            // Somebody whom one article does not name.
            SpeakerAgreement::Unknown if named(one) || named(other) => LEAST_OF_UNKNOWN,
            SpeakerAgreement::Unknown => LEAST_OF_NOBODY,
        };
        sum >= least * lighter
    }
}

/// A number for each surname; none where a speaker is not known by a full name.
fn surnames(wordings: &[Wording]) -> Vec<Option<u32>> {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    wordings
        .iter()
        .map(|wording| {
            let speaker = wording.speaker.as_ref()?;
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let full = speaker.words().len() > 1;
            full.then(|| *numbers.entry(speaker.surname()).or_insert(next))
        })
        .collect()
}

/// How much a stem found in so many of all wordings tells them apart.
fn rarity(wordings: usize, found: usize) -> f32 {
    (1.0 + wordings as f32 / found as f32).ln()
}
