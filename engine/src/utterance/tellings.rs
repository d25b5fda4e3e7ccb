//! What one article tells at one place: a reported clause together with the fragments quoted in
//! it, or a single stretch. The words stand in one sentence, so they are versions of one thing
//! said, and whatever speaks for one of them speaks for all.

use rustc_hash::FxHashMap;

use super::score::Pair;
use super::speakers::agreement;
use super::wording::Wording;
use super::{Item, SpeakerAgreement};
use crate::quotation::Kind;

#[derive(Debug, Clone, Default)]
pub(super) struct Telling {
    /// Sorted.
    pub wordings: Vec<u32>,
    /// Sorted, each once.
    pub articles: Vec<u32>,
    /// All of its wordings are told in the outlet's own voice.
    pub reported: bool,
    /// All of its wordings are fragments.
    pub fragment: bool,
    /// Some of its wordings had more candidates than are kept.
    pub crowded: bool,
}

/// The best pair of wordings of two tellings.
#[derive(Debug, Clone, Copy)]
pub(super) struct BestPair<'p> {
    /// Numbers of the tellings, `a < b`.
    pub a: u32,
    pub b: u32,
    pub pair: &'p Pair,
}

impl BestPair<'_> {
    fn tellings(&self) -> (u32, u32) {
        (self.a, self.b)
    }
}

pub(super) struct Tellings {
    pub list: Vec<Telling>,
    /// The telling of each wording.
    pub of: Vec<u32>,
}

impl Tellings {
    pub(super) fn of(items: &[Item<'_>], wordings: &[Wording], crowded: &[bool]) -> Self {
        let mut joined = Joined::new(wordings.len());
        for (inner, outer) in within(items, wordings) {
            let (x, y) = (&wordings[inner], &wordings[outer]);
            let one = agreement(x.speaker.as_ref(), y.speaker.as_ref());
            if one != SpeakerAgreement::Differs {
                joined.join(inner, outer);
            }
        }
        let mut list: Vec<Telling> = Vec::new();
        let mut of = Vec::with_capacity(wordings.len());
        let mut place_of_root: FxHashMap<usize, u32> = FxHashMap::default();
        for (number, wording) in (0..).zip(wordings) {
            let root = joined.root(number as usize);
            let place = *place_of_root.entry(root).or_insert_with(|| {
                list.push(Telling {
                    fragment: true,
                    reported: true,
                    ..Telling::default()
                });
                u32::try_from(list.len() - 1).unwrap_or(u32::MAX)
            });
            let telling = &mut list[place as usize];
            telling.wordings.push(number);
            telling.articles.extend(&wording.articles);
            telling.fragment &= wording.is_fragment();
            telling.reported &= wording.reported;
            telling.crowded |= crowded[number as usize];
            of.push(place);
        }
        for telling in &mut list {
            telling.articles.sort_unstable();
            telling.articles.dedup();
        }
        Self { list, of }
    }

    /// The best pair between any two tellings, with the numbers of the tellings.
    /// Sorted by the tellings.
    pub(super) fn best<'p>(&self, pairs: &'p [Pair]) -> Vec<BestPair<'p>> {
        let of = |number: u32| self.of[number as usize];
        let mut best: Vec<BestPair<'_>> = pairs
            .iter()
            .map(|pair| {
                let (x, y) = (of(pair.a), of(pair.b));
                let (a, b) = (x.min(y), x.max(y));
                BestPair { a, b, pair }
            })
            .filter(|best| best.a != best.b)
            .collect();
        best.sort_by(|one, other| {
            let place = one.tellings().cmp(&other.tellings());
            place.then_with(|| other.pair.score.total_cmp(&one.pair.score))
        });
        best.dedup_by_key(|best| best.tellings());
        best
    }
}

/// Wordings of fragments and of the reported clauses that hold them. A clause with several
/// fragments may tell several things: each goes its own way.
fn within(items: &[Item<'_>], wordings: &[Wording]) -> Vec<(usize, usize)> {
    let mut wording_of = vec![None; items.len()];
    for (number, wording) in wordings.iter().enumerate() {
        for item in &wording.items {
            wording_of[*item] = Some(number);
        }
    }
    let host = |item: &Item<'_>| {
        let outer = item.within.filter(|outer| *outer < items.len())?;
        let told = items[outer].kind == Kind::Reported && items[outer].article == item.article;
        told.then_some(outer)
    };
    let mut fragments = vec![0_u32; items.len()];
    for outer in items.iter().filter_map(host) {
        fragments[outer] += 1;
    }
    let pair = |(index, item): (usize, &Item<'_>)| {
        let outer = host(item).filter(|outer| fragments[*outer] == 1)?;
        Some((wording_of[index]?, wording_of[outer]?))
    };
    items.iter().enumerate().filter_map(pair).collect()
}

/// Sets that grow together (union–find); the lowest number stands for its set.
pub(super) struct Joined(Vec<usize>);

impl Joined {
    pub(super) fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    pub(super) fn root(&mut self, mut number: usize) -> usize {
        while self.0[number] != number {
            self.0[number] = self.0[self.0[number]];
            number = self.0[number];
        }
        number
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
