//! How far two phrases hold the same words: how many, how densely, and in which order.

use std::ops::Range;

use super::words::{Lexicon, are_kin};
use super::{Phrase, runs, shared};
use crate::work::step;

/// Words of one root count as the same by this much.
const KIN: f32 = 0.8;

/// What two phrases have in common. "Shorter" is the one of less weight.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Likeness {
    /// Weight of the shorter's words that the longer has.
    pub shared: f32,
    /// Harmonic mean of the weighted shares of each that the other has, 0–1.
    pub coverage: f32,
    /// Dice coefficient of all words alike, 0–1.
    pub dice: f32,
    /// Greatest weighted share of the shorter inside one stretch of the longer, 0–1.
    pub window: f32,
    /// The weight of that share.
    pub held: f32,
    /// Weighted share of the common words that stand in the same order, 0–1.
    pub order: f32,
    /// Both have numbers, and none is the same.
    pub numbers_clash: bool,
    /// One of them denies, by the number of its negations, and the other does not.
    pub denied: bool,
    /// Content words of the shorter that the longer has, and all of them.
    pub shared_words: u32,
    pub words: u32,
}

/// A word of the shorter (first place) that stands for one of the longer (second place).
#[derive(Debug, Clone, Copy)]
struct Match {
    short: u32,
    long: u32,
    value: f32,
}

pub(crate) fn likeness(a: &Phrase, b: &Phrase, lexicon: &Lexicon) -> Likeness {
    let (short, long) = if a.weight <= b.weight { (a, b) } else { (b, a) };
    let matches = matches(short, long, lexicon);
    step(short.terms.len() + long.terms.len() + matches.len());
    let of_short = best_values(&matches, short.terms.len(), |found| found.short);
    let of_long = best_values(&matches, long.terms.len(), |found| found.long);
    let shared_weight = weighted(&of_short, short);
    let share_of_short = shared_weight / short.weight.max(f32::EPSILON);
    let share_of_long = weighted(&of_long, long) / long.weight.max(f32::EPSILON);
    let both = share_of_short + share_of_long;
    let coverage = if both > 0.0 {
        2.0 * share_of_short * share_of_long / both
    } else {
        0.0
    };
    let (window, _) = densest(&matches, &of_short, short);
    let content = || {
        short
            .terms
            .iter()
            .zip(&of_short)
            .filter(|(term, _)| term.is_content())
    };
    Likeness {
        shared: shared_weight,
        coverage,
        dice: dice(short, long),
        window,
        held: window * short.weight,
        order: order(&matches, &of_short, short, long),
        denied: short.denies != long.denies,
        numbers_clash: clash(&short.numbers, &long.numbers),
        shared_words: count(content().filter(|(_, value)| **value > 0.0)),
        words: count(content()),
    }
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

fn clash(a: &[u32], b: &[u32]) -> bool {
    !a.is_empty() && !b.is_empty() && shared(a, b) == 0
}

fn dice(a: &Phrase, b: &Phrase) -> f32 {
    let all = a.bag.len() + b.bag.len();
    if all == 0 {
        return 0.0;
    }
    2.0 * shared(&a.bag, &b.bag) as f32 / all as f32
}

fn weighted(values: &[f32], wording: &Phrase) -> f32 {
    values
        .iter()
        .zip(&wording.terms)
        .map(|(value, term)| value * term.weight)
        .sum()
}

/// Equal stems, and for content words without one, words of the same root. Sorted by the places.
fn matches(short: &Phrase, long: &Phrase, lexicon: &Lexicon) -> Vec<Match> {
    let mut matches = Vec::new();
    let mut has_equal = vec![false; short.terms.len()];
    join(&short.places, &long.places, |short, long| {
        has_equal[short as usize] = true;
        matches.push(Match {
            short,
            long,
            value: 1.0,
        });
    });
    join(&short.beginnings, &long.beginnings, |a, b| {
        if !has_equal[a as usize] {
            let (x, y) = (short.terms[a as usize].stem, long.terms[b as usize].stem);
            if are_kin(lexicon.text(x), lexicon.text(y)) {
                matches.push(Match {
                    short: a,
                    long: b,
                    value: KIN,
                });
            }
        }
    });
    matches.sort_unstable_by_key(|found| (found.short, found.long));
    matches
}

/// Calls for every pair of places with an equal number. Of a number that repeats very often only
/// the first places are paired: "the" says little, and the cost would be the product.
fn join(a: &[(u32, u32)], b: &[(u32, u32)], mut pair: impl FnMut(u32, u32)) {
    const MOST: usize = 24;
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        let (x, y) = (a[i].0, b[j].0);
        let ends = (run_end(a, i), run_end(b, j));
        if x == y {
            for (_, short) in &a[i..ends.0.min(i + MOST)] {
                for (_, long) in &b[j..ends.1.min(j + MOST)] {
                    pair(*short, *long);
                }
            }
        }
        if x <= y {
            i = ends.0;
        }
        if y <= x {
            j = ends.1;
        }
    }
}

fn run_end(list: &[(u32, u32)], start: usize) -> usize {
    let same = list[start..]
        .iter()
        .take_while(|entry| entry.0 == list[start].0)
        .count();
    start + same
}

/// Where a phrase is best found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    /// Weighted share of the phrase's words that stand there, 0–1.
    pub share: f32,
    /// Weighted share of these that stand in the same order, 0–1.
    pub order: f32,
    /// Places of the text's terms.
    pub places: Range<u32>,
}

pub(crate) fn best_stretch(phrase: &Phrase, text: &Phrase, lexicon: &Lexicon) -> Stretch {
    let matches = matches(phrase, text, lexicon);
    let values = best_values(&matches, phrase.terms.len(), |found| found.short);
    let (share, places) = densest(&matches, &values, phrase);
    Stretch {
        share,
        order: order(&matches, &values, phrase, text),
        places,
    }
}

/// The best value of each word.
fn best_values(matches: &[Match], words: usize, word: impl Fn(&Match) -> u32) -> Vec<f32> {
    let mut values = vec![0.0_f32; words];
    for found in matches {
        let value = &mut values[word(found) as usize];
        *value = value.max(found.value);
    }
    values
}

/// The share of the shorter's weight inside the best stretch of the longer, and that stretch; it
/// has 1.6 times the shorter's words and four more.
fn densest(matches: &[Match], of_short: &[f32], short: &Phrase) -> (f32, Range<u32>) {
    if short.weight <= 0.0 {
        return (0.0, 0..0);
    }
    let reach = short.terms.len() * 8 / 5 + 4;
    let mut by_place: Vec<(u32, u32)> = matches.iter().map(|m| (m.long, m.short)).collect();
    by_place.sort_unstable();
    let mut inside = vec![0_u32; short.terms.len()];
    let (mut first, mut now, mut best) = (0, 0.0_f32, 0.0_f32);
    let mut stretch = 0..0;
    for (place, word) in &by_place {
        let word = *word as usize;
        if inside[word] == 0 {
            now += of_short[word] * short.terms[word].weight;
        }
        inside[word] += 1;
        while (by_place[first].0 as usize) + reach <= *place as usize {
            let gone = by_place[first].1 as usize;
            inside[gone] -= 1;
            if inside[gone] == 0 {
                now -= of_short[gone] * short.terms[gone].weight;
            }
            first += 1;
        }
        if now > best {
            best = now;
            stretch = by_place[first].0..place + 1;
        }
    }
    ((best / short.weight).clamp(0.0, 1.0), stretch)
}

/// The heaviest chain of matches that runs forward in both, as a share of all that is matched.
fn order(matches: &[Match], of_short: &[f32], short: &Phrase, long: &Phrase) -> f32 {
    /// Even a word that says nothing has a place.
    const PLACE: f32 = 0.02;
    let all: f32 = of_short
        .iter()
        .zip(&short.terms)
        .map(|(value, term)| value * (term.weight + PLACE))
        .sum();
    if all <= 0.0 {
        return 0.0;
    }
    let mut chains = PrefixMax::new(long.terms.len());
    for of_one_word in matches.chunk_by(|a, b| a.short == b.short) {
        let weight = short.terms[of_one_word[0].short as usize].weight + PLACE;
        // From the back, so that a word is not chained to itself.
        for found in of_one_word.iter().rev() {
            let before = chains.below(found.long as usize);
            chains.raise(found.long as usize, before + weight * found.value);
        }
    }
    (chains.below(long.terms.len()) / all).min(1.0)
}

/// Greatest value below a place, in logarithmic time (a Fenwick tree of maxima).
struct PrefixMax(Vec<f32>);

impl PrefixMax {
    fn new(places: usize) -> Self {
        Self(vec![0.0; places + 1])
    }

    fn raise(&mut self, place: usize, value: f32) {
        let mut node = place + 1;
        while node < self.0.len() {
            self.0[node] = self.0[node].max(value);
            node += node & node.wrapping_neg();
        }
    }

    fn below(&self, place: usize) -> f32 {
        let (mut node, mut best) = (place, 0.0_f32);
        while node > 0 {
            best = best.max(self.0[node]);
            node &= node - 1;
        }
        best
    }
}

/// The share of the one with fewer words that stands in the other as one unbroken run.
pub(crate) fn longest_run(a: &Phrase, b: &Phrase) -> f32 {
    let (short, long) = if a.terms.len() <= b.terms.len() {
        (a, b)
    } else {
        (b, a)
    };
    let stems = |phrase: &Phrase| {
        phrase
            .terms
            .iter()
            .map(|term| term.stem)
            .collect::<Vec<u32>>()
    };
    runs::longest(&stems(short), &stems(long)) as f32 / short.terms.len().max(1) as f32
}
