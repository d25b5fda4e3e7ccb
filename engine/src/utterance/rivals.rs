//! A version's better counterpart elsewhere speaks against a worse one.

use super::SpeakerAgreement;
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
        let best = best_matches(pairs, wordings.len());
        let scores = Scores(pairs);
        let rivals: Vec<f32> = pairs
            .iter()
            .map(|pair| {
                let one = strongest_rival(pair.a, pair.b, pair.score, &best, &scores, wordings);
                let other = strongest_rival(pair.b, pair.a, pair.score, &best, &scores, wordings);
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
    best: &[Vec<(f32, u32)>],
    scores: &Scores<'_>,
    wordings: &[Wording],
) -> f32 {
    let mut strongest = 0.0_f32;
    for (value, rival) in &best[of as usize] {
        let size = wordings[*rival as usize].phrase.weight;
        if *rival == against || size < LEAST_SIZE * wordings[of as usize].phrase.weight {
            continue;
        }
        let least = value.min(score);
        if least <= 0.0 {
            continue;
        }
        let missing = least - scores.get(against, *rival);
        strongest = strongest.max(value * (missing / (SHORTFALL * least)).clamp(0.0, 1.0));
    }
    strongest
}

fn best_matches(pairs: &[Pair], wordings: usize) -> Vec<Vec<(f32, u32)>> {
    let mut best: Vec<Vec<(f32, u32)>> = vec![Vec::new(); wordings];
    for pair in pairs {
        best[pair.a as usize].push((pair.score, pair.b));
        best[pair.b as usize].push((pair.score, pair.a));
    }
    for matches in &mut best {
        matches.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        matches.truncate(MOST_RIVALS);
    }
    best
}

/// Scores by pair; `pairs` are sorted.
struct Scores<'p>(&'p [Pair]);

impl Scores<'_> {
    fn get(&self, x: u32, y: u32) -> f32 {
        let key = (x.min(y), x.max(y));
        let found = self.0.binary_search_by_key(&key, |pair| (pair.a, pair.b));
        found.map_or(0.0, |place| self.0[place].score)
    }
}
