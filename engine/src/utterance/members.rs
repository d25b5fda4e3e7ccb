//! Which wordings are sure versions of an utterance, and which are possible ones.

use super::tellings::{BestPair, Telling, Tellings};
use super::wording::Wording;

/// Below this nothing is shown, not even as possible.
const SHOWN: f32 = 0.25;
/// A possible version shares at least so many words that tell something.
const LEAST_WORDS: u32 = 2;

/// One utterance as wording numbers with their best scores.
#[derive(Debug, Clone, Default)]
pub(super) struct Members {
    pub sure: Vec<(u32, f32)>,
    pub possible: Vec<(u32, f32)>,
}

/// The clusters, and wordings that several quotations have; with what is possibly one of theirs.
pub(super) fn members(
    wordings: &[Wording],
    tellings: &Tellings,
    sets: Vec<Vec<u32>>,
    best: &[BestPair<'_>],
) -> Vec<Members> {
    let sets = with_copies(wordings, tellings, sets);
    let mut set_of: Vec<Option<usize>> = vec![None; tellings.list.len()];
    for (set, members) in sets.iter().enumerate() {
        for member in members {
            set_of[*member as usize] = Some(set);
        }
    }
    let mut scores: Vec<f32> = tellings
        .list
        .iter()
        .map(|telling| of_copies(telling, wordings))
        .collect();
    let mut nearest: Vec<Option<(f32, usize, u32)>> = vec![None; tellings.list.len()];
    for BestPair { a, b, pair } in best {
        for (one, other) in [(*a as usize, *b as usize), (*b as usize, *a as usize)] {
            let Some(set) = set_of[other] else { continue };
            if set_of[one] == Some(set) {
                scores[one] = scores[one].max(pair.score);
            } else if set_of[one].is_none()
                && pair.score >= SHOWN
                && pair.likeness.shared_words >= LEAST_WORDS
                && !pair.same_article
            {
                let own = if tellings.of[pair.a as usize] as usize == one {
                    pair.a
                } else {
                    pair.b
                };
                let found = Some((pair.score, set, own));
                if nearest[one].is_none_or(|(score, ..)| pair.score > score) {
                    nearest[one] = found;
                }
            }
        }
    }
    let scored = |telling: &u32| {
        let score = scores[*telling as usize];
        let wordings = &tellings.list[*telling as usize].wordings;
        wordings.iter().map(move |wording| (*wording, score))
    };
    let mut all: Vec<Members> = sets
        .iter()
        .map(|set| Members {
            sure: set.iter().flat_map(scored).collect(),
            possible: Vec::new(),
        })
        .collect();
    for (score, set, wording) in nearest.into_iter().flatten() {
        if spread(&sets[set], tellings) {
            all[set].possible.push((wording, score));
        }
    }
    all
}

/// Tellings outside the clusters that have versions all the same: copies of one wording.
fn with_copies(
    wordings: &[Wording],
    tellings: &Tellings,
    mut sets: Vec<Vec<u32>>,
) -> Vec<Vec<u32>> {
    let mut clustered = vec![false; tellings.list.len()];
    for telling in sets.iter().flatten() {
        clustered[*telling as usize] = true;
    }
    for (number, telling) in (0..).zip(&tellings.list) {
        if !clustered[number as usize] && of_copies(telling, wordings) > 0.0 {
            sets.push(vec![number]);
        }
    }
    sets
}

/// Copies are as sure as can be.
fn of_copies(telling: &Telling, wordings: &[Wording]) -> f32 {
    let copied = |wording: &u32| wordings[*wording as usize].items.len() > 1;
    if telling.wordings.iter().any(copied) {
        1.0
    } else {
        0.0
    }
}

/// Whether several articles have it: what one article alone says attracts no guesses.
fn spread(set: &[u32], tellings: &Tellings) -> bool {
    let articles = || {
        set.iter()
            .flat_map(|telling| &tellings.list[*telling as usize].articles)
    };
    articles().min() != articles().max()
}
