//! Which wordings are worth comparing: an exact inverted index over stems.

use rustc_hash::FxHashMap;

use super::SpeakerAgreement;
use super::grouped::Grouped;
use super::lists::Lists;
use super::score::surely_other_occasion;
use super::speakers::{Agreements, Speaker};
use super::wording::Wording;
use crate::pace::Pace;
use crate::work::step;

/// Longest list of wordings that a stem together with a speaker's name may lead to, and a stem
/// alone. Longer lists are of words so common that some other word leads to a true version.
const MOST_OF_SPEAKER: usize = 300;
const MOST_OF_STEM: usize = 100;
/// Candidates kept for each wording, the most promising ones.
const MOST_CANDIDATES: usize = 50;
/// Share of the summed rarity of the one with less of it that two by one speaker must have in
/// common. What two share who are not known to be one is halved before it is compared.
const LEAST_SHARED: f32 = 0.12;
/// What they must where the speakers or the occasions are two: then only the same words count.
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
    /// By place, all zero between two wordings.
    sums: Vec<f32>,
    touched: Vec<u32>,
    /// Lists of one surname's wordings.
    of_speaker: Lists,
    agreements: Agreements<'w>,
}

/// Wordings by their places: those of one surname lie beside each other, so that what is looked at
/// together is near, and those asked for come last, so that each pair is found from its later one.
struct Index<'w> {
    wordings: &'w [Wording],
    first_asked: u32,
    /// The number of the wording at each place.
    numbers: Vec<u32>,
    keys: Grouped<u32>,
    facts: Vec<Facts>,
    by_stem: Lists,
}

/// What decides, beside the words, whether a wording at some place is a candidate.
#[derive(Clone, Copy)]
struct Facts {
    /// Summed rarity of its keys.
    rarity: f32,
    surname: Option<u32>,
    /// The surname is one of a full name: where two differ, so do the speakers.
    full_name: bool,
    day: Option<i32>,
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
    let index = Index::new(wordings, asked);
    let mut kept = Kept(vec![Best::default(); wordings.len()]);
    let pass = pace.over(wordings.len());
    let mut bench = Bench {
        sums: vec![0.0; wordings.len()],
        touched: Vec::new(),
        of_speaker: Lists::new(bound(&index.keys)),
        agreements: Agreements::of(index.speakers()),
    };
    for places in index.by_surname() {
        let asked = places.partition_point(|place| *place < index.first_asked);
        let asked = &places[asked..];
        if !asked.is_empty() && index.facts(places[0]).surname.is_some() {
            let said = places.iter().map(|place| (*place, index.keys(*place)));
            bench.of_speaker.fill(said);
        }
        for place in asked {
            pass.step()?;
            index.reach(*place, &mut bench, &mut kept);
        }
    }
    Some(kept.candidates())
}

/// The candidates kept for each wording, by its number.
struct Kept(Vec<Best>);

/// Other wordings and the rarity of what they share with one.
#[derive(Default, Clone)]
struct Best {
    found: Vec<(u32, f32)>,
    crowded: bool,
}

impl Kept {
    fn add(&mut self, one: u32, other: u32, sum: f32) {
        self.0[one as usize].add(other, sum);
        self.0[other as usize].add(one, sum);
    }

    fn candidates(mut self) -> Candidates {
        let mut pairs = Vec::new();
        for (number, best) in (0..).zip(&mut self.0) {
            best.leave_out();
            let others = best.found.iter().map(|(other, _)| *other);
            pairs.extend(others.map(|other: u32| (other.min(number), other.max(number))));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let crowded = self.0.iter().map(|best| best.crowded).collect();
        Candidates { pairs, crowded }
    }
}

impl Best {
    fn add(&mut self, other: u32, sum: f32) {
        self.found.push((other, sum));
        if self.found.len() > 4 * MOST_CANDIDATES {
            self.leave_out();
        }
    }

    /// All but the best.
    fn leave_out(&mut self) {
        if self.found.len() > MOST_CANDIDATES {
            self.crowded = true;
            self.found.select_nth_unstable_by(MOST_CANDIDATES, |a, b| {
                b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
            });
            self.found.truncate(MOST_CANDIDATES);
        }
    }
}

impl<'w> Index<'w> {
    fn new(wordings: &'w [Wording], asked: impl Fn(&Wording) -> bool) -> Self {
        let surnames = surnames(wordings);
        let asked: Vec<bool> = wordings.iter().map(asked).collect();
        let mut numbers: Vec<u32> = (0..).zip(wordings).map(|(number, _)| number).collect();
        numbers.sort_by_key(|number| (asked[*number as usize], surnames[*number as usize]));
        let first_asked = numbers.partition_point(|number| !asked[*number as usize]);
        let keys = Grouped::in_order(
            numbers
                .iter()
                .map(|number| wordings[*number as usize].phrase.keys()),
        );
        let mut by_stem = Lists::new(bound(&keys));
        by_stem.fill((0..).zip(keys.lists()));
        let rarity = |key: &u32| rarity(wordings.len(), by_stem.of(*key).len());
        let facts = numbers.iter().zip(keys.lists()).map(|(number, keys)| {
            let wording = &wordings[*number as usize];
            let speaker = wording.speaker.as_ref();
            Facts {
                rarity: keys.iter().map(rarity).sum(),
                surname: surnames[*number as usize],
                full_name: speaker.is_some_and(|name| name.words().len() > 1),
                day: wording.day,
            }
        });
        let facts = facts.collect();
        Self {
            wordings,
            first_asked: u32::try_from(first_asked).unwrap_or(u32::MAX),
            numbers,
            keys,
            facts,
            by_stem,
        }
    }

    fn facts(&self, place: u32) -> Facts {
        self.facts[place as usize]
    }

    fn keys(&self, place: u32) -> &[u32] {
        self.keys.of_one(place)
    }

    fn speakers(&self) -> impl Iterator<Item = Option<&'w Speaker>> {
        let numbers = self.numbers.iter();
        numbers.map(|number| self.wordings[*number as usize].speaker.as_ref())
    }

    /// The places of each surname, and of those without one, sorted.
    fn by_surname(&self) -> Vec<Vec<u32>> {
        let mut places: Vec<u32> = (0..).zip(&self.facts).map(|(place, _)| place).collect();
        places.sort_by_key(|place| self.facts(*place).surname);
        let of_one = places.chunk_by(|a, b| self.facts(*a).surname == self.facts(*b).surname);
        of_one.map(<[u32]>::to_vec).collect()
    }

    /// Keeps the candidates among the wordings before this place.
    fn reach(&self, place: u32, bench: &mut Bench<'_>, kept: &mut Kept) {
        let Bench {
            sums,
            touched,
            of_speaker,
            agreements,
        } = bench;
        let mut add = |list: &[u32], value: f32| {
            step(list.len());
            for other in list.iter().take_while(|other| **other < place) {
                let sum = &mut sums[*other as usize];
                if *sum == 0.0 {
                    touched.push(*other);
                }
                *sum += value;
            }
        };
        for key in self.keys(place) {
            let all = self.by_stem.of(*key);
            let rarity = rarity(self.wordings.len(), all.len());
            let short = all.len() <= MOST_OF_STEM;
            if short {
                add(all, rarity * OTHER_SPEAKER);
            }
            if self.facts(place).surname.is_none() {
                continue;
            }
            let said = of_speaker.of(*key);
            if said.len() <= MOST_OF_SPEAKER {
                let rest = if short { 1.0 - OTHER_SPEAKER } else { 1.0 };
                add(said, rarity * rest);
            }
        }
        let number = self.numbers[place as usize];
        for other in touched.drain(..) {
            let sum = std::mem::take(&mut sums[other as usize]);
            if self.promises(place, other, sum, agreements) {
                kept.add(number, self.numbers[other as usize], sum);
            }
        }
    }

    /// Whether two that share so much may be versions of one utterance.
    fn promises(&self, one: u32, other: u32, sum: f32, agreements: &mut Agreements<'_>) -> bool {
        let (x, y) = (self.facts(one), self.facts(other));
        let lighter = x.rarity.min(y.rarity);
        if sum >= LEAST_OF_OTHER * lighter {
            return true;
        }
        if sum < LEAST_OF_NOBODY * lighter {
            return false;
        }
        let two_people = x.full_name && y.full_name && x.surname != y.surname;
        if two_people || surely_other_occasion(x.day, y.day) {
            return false;
        }
        let least = match agreements.between(one as usize, other as usize) {
            SpeakerAgreement::Same => LEAST_SHARED,
            SpeakerAgreement::Differs => LEAST_OF_OTHER,
            // Somebody whom one article does not name.
            SpeakerAgreement::Unknown if x.surname.is_some() || y.surname.is_some() => {
                LEAST_OF_UNKNOWN
            }
            SpeakerAgreement::Unknown => LEAST_OF_NOBODY,
        };
        sum >= least * lighter
    }
}

/// A number for each surname; none where nobody is named.
fn surnames(wordings: &[Wording]) -> Vec<Option<u32>> {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    wordings
        .iter()
        .map(|wording| {
            let surname = wording.speaker.as_ref()?.surname();
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            Some(*numbers.entry(surname).or_insert(next))
        })
        .collect()
}

/// Above all keys.
fn bound(keys: &Grouped<u32>) -> usize {
    let greatest = keys.items().iter().max();
    greatest.map_or(0, |key| *key as usize + 1)
}

/// How much a stem found in so many of all wordings tells them apart.
fn rarity(wordings: usize, found: usize) -> f32 {
    (1.0 + wordings as f32 / found as f32).ln()
}
