//! Pairs of sentences that adjoin in both articles, as one passage.

use rustc_hash::FxHashMap;

use super::Passage;
use super::pairs::Pair;
use super::sentence::Sentence;
use crate::text::Span;

/// `pairs` are sorted by their articles.
pub(super) fn joined(list: &[Sentence], pairs: &[Pair]) -> Vec<Passage> {
    let same_articles = |x: &Pair, y: &Pair| {
        list[x.a].article == list[y.a].article && list[x.b].article == list[y.b].article
    };
    let mut passages: Vec<Passage> = pairs
        .chunk_by(same_articles)
        .flat_map(|pairs| stretches(list, pairs))
        .map(|stretch| passage(list, &stretch))
        .collect();
    passages.sort_by_key(|passage| (passage.a, passage.b));
    passages
}

/// Sets of pairs of which each adjoins another: at most the next sentence on either side.
fn stretches(list: &[Sentence], pairs: &[Pair]) -> Vec<Vec<Pair>> {
    let place = |pair: &Pair| (list[pair.a].number, list[pair.b].number);
    let mut left: FxHashMap<(u32, u32), Pair> = pairs.iter().map(|p| (place(p), *p)).collect();
    let mut stretches = Vec::new();
    for pair in pairs {
        let mut open: Vec<Pair> = left.remove(&place(pair)).into_iter().collect();
        let mut stretch = Vec::new();
        while let Some(pair) = open.pop() {
            for near in around(place(&pair)) {
                open.extend(left.remove(&near));
            }
            stretch.push(pair);
        }
        if !stretch.is_empty() {
            stretches.push(stretch);
        }
    }
    stretches
}

/// The places that adjoin: a step forward or back on either side or on both. A step forward on
/// one side and back on the other is a move, and a passage of its own.
fn around((a, b): (u32, u32)) -> impl Iterator<Item = (u32, u32)> {
    let before = [(1, 0), (0, 1), (1, 1)]
        .into_iter()
        .filter_map(move |(x, y)| Some((a.checked_sub(x)?, b.checked_sub(y)?)));
    before.chain([(a + 1, b), (a, b + 1), (a + 1, b + 1)])
}

fn passage(list: &[Sentence], pairs: &[Pair]) -> Passage {
    let side = |index: &dyn Fn(&Pair) -> usize| {
        let spans = || pairs.iter().map(|pair| list[index(pair)].span);
        let start = spans().map(|span| span.start).min().unwrap_or(0);
        let end = spans().map(|span| span.end).max().unwrap_or(0);
        let article = pairs.first().map_or(0, |pair| list[index(pair)].article);
        (article, Span::new(start, end))
    };
    let size = |pair: &Pair| list[pair.a].phrase.weight + list[pair.b].phrase.weight;
    let all: f32 = pairs.iter().map(size).sum();
    let weighted: f32 = pairs.iter().map(|pair| pair.similarity * size(pair)).sum();
    Passage {
        a: side(&|pair| pair.a),
        b: side(&|pair| pair.b),
        similarity: (weighted / all.max(f32::EPSILON)).clamp(0.0, 1.0),
    }
}
