//! How common a stem is in the folder: what everybody writes about tells versions apart least.

use rustc_hash::FxHashMap;

use super::Phrase;

/// In how many sentences each stem stands.
#[derive(Default)]
pub(crate) struct Commonness {
    sentences: FxHashMap<u32, u32>,
    total: u32,
}

impl Commonness {
    /// Counts stems over phrases, one a sentence.
    pub(crate) fn of<'p>(phrases: impl Iterator<Item = &'p [u32]>) -> Self {
        let mut count = Self::default();
        for bag in phrases {
            count.add(bag);
        }
        count
    }

    /// Counts one more sentence; `bag` is sorted.
    pub(crate) fn add(&mut self, bag: &[u32]) {
        self.total = self.total.saturating_add(1);
        for stem in bag.chunk_by(|a, b| a == b) {
            *self.sentences.entry(stem[0]).or_default() += 1;
        }
    }

    /// 1 for a stem in at most two sentences, falling with the logarithm of their number to .3.
    fn factor(&self, stem: u32) -> f32 {
        const LEAST: f32 = 0.3;
        let found = self.sentences.get(&stem).copied().unwrap_or(0);
        if found <= 2 || self.total < 8 {
            return 1.0;
        }
        let (found, total) = (found as f32, self.total as f32);
        (1.0 - (1.0 - LEAST) * (found / 2.0).ln() / (total / 2.0).ln()).max(LEAST)
    }

    /// Sets the weights of all terms.
    pub(crate) fn weigh(&self, phrase: &mut Phrase) {
        for term in &mut phrase.terms {
            term.weight = term.general * self.factor(term.stem);
        }
        phrase.weight = phrase.terms.iter().map(|term| term.weight).sum();
    }
}
