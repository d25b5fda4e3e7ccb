//! How common a stem is in the folder: what everybody writes about tells versions apart least.

use rustc_hash::FxHashMap;

use super::wording::Wording;
use super::words::{Lexicon, Term};

/// In how many sentences each stem stands.
pub(super) struct Commonness {
    sentences: FxHashMap<u32, u32>,
    total: u32,
}

impl Commonness {
    pub(super) fn of_sentences(sentences: &[&str], language: &str, lexicon: &mut Lexicon) -> Self {
        let mut count = Counter::default();
        for sentence in sentences {
            let terms = lexicon.terms(sentence, language);
            count.add(terms.iter().map(|term| term.stem).collect());
        }
        count.done()
    }

    pub(super) fn of_wordings(wordings: &[Wording]) -> Self {
        let mut count = Counter::default();
        for wording in wordings {
            count.add(wording.bag.clone());
        }
        count.done()
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
    pub(super) fn weigh(&self, wordings: &mut [Wording]) {
        for wording in wordings {
            for term in &mut wording.terms {
                term.weight = term.general * self.factor(term.stem);
            }
            wording.weight = wording.terms.iter().map(|term: &Term| term.weight).sum();
        }
    }
}

#[derive(Default)]
struct Counter {
    sentences: FxHashMap<u32, u32>,
    total: u32,
}

impl Counter {
    fn add(&mut self, mut stems: Vec<u32>) {
        stems.sort_unstable();
        stems.dedup();
        self.total = self.total.saturating_add(1);
        for stem in stems {
            *self.sentences.entry(stem).or_default() += 1;
        }
    }

    fn done(self) -> Commonness {
        Commonness {
            sentences: self.sentences,
            total: self.total,
        }
    }
}
