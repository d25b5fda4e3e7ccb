//! A version's better counterpart elsewhere speaks against a worse one.

use super::SpeakerAgreement;
use super::grouped::Grouped;
use super::score::{Pair, Setting};
use super::wording::Wording;

/// How much of a rival's score is taken off; more where no speaker is known on either side.
const TAKEN: f32 = 0.2;
const TAKEN_UNKNOWN: f32 = 0.6;
/// Only the best matches of a wording are its rivals, and only those that are no mere fragment
/// of it.
const MOST_RIVALS: usize = 8;
const LEAST_SIZE: f32 = 0.6;
/// A rival that is a version of the other one itself is no rival: it must fall short by this
/// share of the score to count fully.
const SHORTFALL: f32 = 0.1;

/// Where no speaker is known, rivals decide nearly alone: then a rival that has a better match
/// itself must not count, which takes two more passes.
const PASSES_NO_SPEAKERS: usize = 3;

/// Lowers the scores of pairs of which one has a better match that is unlike the other.
pub(super) fn weigh_rivals(pairs: &mut [Pair], wordings: &[Wording], setting: Setting) {
    let words_alone: Vec<f32> = pairs.iter().map(|pair| pair.score).collect();
    let passes = match setting {
        Setting::Speakers => 1,
        Setting::NoSpeakers => PASSES_NO_SPEAKERS,
    };
    for _ in 0..passes {
        let matches = Matches::of(pairs, wordings.len());
        let best = matches.best();
        let rivals: Vec<f32> = pairs
            .iter()
            .map(|pair| {
                let one = strongest_rival(pair.a, pair.b, pair.score, &best, &matches, wordings);
                let other = strongest_rival(pair.b, pair.a, pair.score, &best, &matches, wordings);
                one.max(other)
            })
            .collect();
        for ((pair, words_alone), rival) in pairs.iter_mut().zip(&words_alone).zip(rivals) {
            pair.score = words_alone - taken(pair, wordings) * rival;
        }
    }
}

fn taken(pair: &Pair, wordings: &[Wording]) -> f32 {
    let named = |number: u32| wordings[number as usize].speaker.is_some();
    let known = pair.speakers != SpeakerAgreement::Unknown || named(pair.a) || named(pair.b);
    if known { TAKEN } else { TAKEN_UNKNOWN }
}

fn strongest_rival(
    of: u32,
    against: u32,
    score: f32,
    best: &Grouped<(u32, f32)>,
    matches: &Matches,
    wordings: &[Wording],
) -> f32 {
    let mut strongest = 0.0_f32;
    for (rival, value) in best.of_one(of) {
        let size = wordings[*rival as usize].phrase.weight;
        if *rival == against || size < LEAST_SIZE * wordings[of as usize].phrase.weight {
            continue;
        }
        let least = value.min(score);
        if least <= 0.0 {
            continue;
        }
        let missing = least - matches.score(against, *rival);
        strongest = strongest.max(value * (missing / (SHORTFALL * least)).clamp(0.0, 1.0));
    }
    strongest
}

/// What each wording was compared with, and the scores.
struct Matches(Grouped<(u32, f32)>);

impl Matches {
    /// `pairs` are sorted, and so is each list: first come lower numbers, then higher ones.
    fn of(pairs: &[Pair], wordings: usize) -> Self {
        let lower = pairs.iter().map(|pair| (pair.b, (pair.a, pair.score)));
        let higher = pairs.iter().map(|pair| (pair.a, (pair.b, pair.score)));
        Self(Grouped::of(wordings, lower.chain(higher)))
    }

    fn score(&self, one: u32, other: u32) -> f32 {
        let matches = self.0.of_one(one);
        let place = matches.binary_search_by_key(&other, |(number, _)| *number);
        place.map_or(0.0, |place| matches[place].1)
    }

    /// The best of each, in their order.
    fn best(&self) -> Grouped<(u32, f32)> {
        Grouped::in_order(self.0.lists().map(|matches| {
            let mut best = matches.to_vec();
            best.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            best.truncate(MOST_RIVALS);
            best
        }))
    }
}
