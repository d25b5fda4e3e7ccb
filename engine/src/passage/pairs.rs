//! Which sentences of two articles say the same.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::sentence::{Sentence, Sentences};
use crate::pace::Pace;
use crate::phrase::{Lexicon, Likeness, Phrase, likeness};
use crate::work::step;

/// Two sentences (indices, `a < b`) of different articles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub a: usize,
    pub b: usize,
    pub similarity: f32,
}

/// From here on two sentences say the same; below it they are rather about the same.
const SAME: f32 = 0.45;
/// Longest list of sentences that a stem may lead to.
const MOST_OF_STEM: usize = 150;
/// Sentences compared with each, and counterparts kept of each.
const MOST_CANDIDATES: usize = 30;
const MOST_COUNTERPARTS: usize = 12;
/// Share of a sentence's rarity that a candidate must have.
const LEAST_SHARED: f32 = 0.15;

/// Pairs by their articles and their places, each once; nothing where it is not to go on.
pub(super) fn find(sentences: &Sentences, pace: &Pace<'_>) -> Option<Vec<Pair>> {
    let distinct = Distinct::of(&sentences.list);
    let alike = alike(&distinct, sentences, pace)?;
    let mut pairs: Vec<Pair> = Vec::new();
    for copies in &distinct.places {
        for (at, one) in copies.iter().enumerate() {
            let next = copies[at + 1..].iter().take(MOST_COUNTERPARTS);
            pairs.extend(next.map(|other| Pair {
                a: *one,
                b: *other,
                similarity: 1.0,
            }));
        }
    }
    for (x, y, similarity) in alike {
        for one in distinct.places[x].iter().take(MOST_COUNTERPARTS) {
            for other in distinct.places[y].iter().take(MOST_COUNTERPARTS) {
                let (a, b) = (*one.min(other), *one.max(other));
                pairs.push(Pair { a, b, similarity });
            }
        }
    }
    let list = &sentences.list;
    pairs.retain(|pair| list[pair.a].article != list[pair.b].article);
    let mut pairs = best_of_article(pairs, list);
    pairs.sort_unstable_by_key(|pair| (list[pair.a].article, list[pair.b].article, pair.a, pair.b));
    Some(pairs)
}

/// Sentences of the same words, which are compared once.
struct Distinct {
    /// Indices of the sentences, ascending.
    places: Vec<Vec<usize>>,
}

impl Distinct {
    fn of(sentences: &[Sentence]) -> Self {
        let mut known: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
        let mut places: Vec<Vec<usize>> = Vec::new();
        for (index, sentence) in sentences.iter().enumerate() {
            let forms = sentence.phrase.terms.iter().map(|term| term.form).collect();
            let place = *known.entry(forms).or_insert(places.len());
            if place == places.len() {
                places.push(Vec::new());
            }
            places[place].push(index);
        }
        Self { places }
    }
}

/// Distinct sentences that say the same, with their similarity.
fn alike(
    distinct: &Distinct,
    sentences: &Sentences,
    pace: &Pace<'_>,
) -> Option<Vec<(usize, usize, f32)>> {
    let phrases: Vec<&Phrase> = distinct
        .places
        .iter()
        .map(|copies| &sentences.list[copies[0]].phrase)
        .collect();
    let keys: Vec<Vec<u32>> = phrases.iter().map(|phrase| phrase.keys()).collect();
    let mut index: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (number, keys) in keys.iter().enumerate() {
        for key in keys {
            index.entry(*key).or_default().push(number);
        }
    }
    let found = |number: usize| candidates(number, &keys, &index);
    let compared = |(x, y): (usize, usize)| {
        let similarity = similarity(phrases[x], phrases[y], &sentences.lexicon);
        (similarity >= SAME).then_some((x, y, similarity))
    };
    let seeking = pace.part(0.0, 0.5).over(phrases.len());
    let found: Vec<Vec<(usize, usize)>> = (0..phrases.len())
        .into_par_iter()
        .map(|number| seeking.step().map(|()| found(number)))
        .collect::<Option<_>>()?;
    let mut pairs = found.concat();
    pairs.sort_unstable();
    pairs.dedup();
    let comparing = pace.part(0.5, 1.0).over(pairs.len());
    let alike = pairs
        .into_par_iter()
        .map(|pair| comparing.step().map(|()| compared(pair)));
    alike
        .filter(|pair| pair.is_none_or(|alike| alike.is_some()))
        .collect::<Option<Vec<_>>>()
        .map(|alike| alike.into_iter().flatten().collect())
}

/// The most promising others, as pairs in ascending order.
fn candidates(
    number: usize,
    keys: &[Vec<u32>],
    index: &FxHashMap<u32, Vec<usize>>,
) -> Vec<(usize, usize)> {
    let mut sums: FxHashMap<usize, f32> = FxHashMap::default();
    let mut all = 0.0;
    for key in &keys[number] {
        let others = &index[key];
        step(others.len().min(MOST_OF_STEM));
        let rarity = (1.0 + keys.len() as f32 / others.len() as f32).ln();
        all += rarity;
        if others.len() <= MOST_OF_STEM {
            for other in others {
                *sums.entry(*other).or_default() += rarity;
            }
        }
    }
    sums.remove(&number);
    let mut found: Vec<(usize, f32)> = sums.into_iter().collect();
    found.retain(|(_, sum)| *sum >= LEAST_SHARED * all);
    found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(MOST_CANDIDATES);
    found
        .into_iter()
        .map(|(other, _)| (number.min(other), number.max(other)))
        .collect()
}

/// Alike as wholes, or one inside the other.
fn similarity(a: &Phrase, b: &Phrase, lexicon: &Lexicon) -> f32 {
    const NUMBERS_CLASH: f32 = 0.15;
    let Likeness {
        dice,
        coverage,
        window,
        held,
        order,
        numbers_clash,
        ..
    } = likeness(a, b, lexicon);
    let whole = 0.5 * dice + 0.5 * coverage;
    let inside = 0.9 * window * held / (held + 1.0) * (0.5 + 0.5 * order);
    let clash = if numbers_clash { NUMBERS_CLASH } else { 0.0 };
    (whole.max(inside) - clash).clamp(0.0, 1.0)
}

/// Keeps a pair that is the best of one of its sentences in the other's article, and of each
/// sentence the best few.
fn best_of_article(mut pairs: Vec<Pair>, list: &[Sentence]) -> Vec<Pair> {
    pairs.sort_unstable_by(|x, y| {
        y.similarity
            .total_cmp(&x.similarity)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut met: FxHashMap<(usize, usize), ()> = FxHashMap::default();
    let mut counts = vec![0_usize; list.len()];
    pairs.retain(|pair| {
        let first = met.insert((pair.a, list[pair.b].article), ()).is_none();
        let second = met.insert((pair.b, list[pair.a].article), ()).is_none();
        let free = counts[pair.a].min(counts[pair.b]) < MOST_COUNTERPARTS;
        let kept = free && (first || second);
        counts[pair.a] += usize::from(kept);
        counts[pair.b] += usize::from(kept);
        kept
    });
    pairs
}
