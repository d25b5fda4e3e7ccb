//! Precision and recall of links, sure and possible ones alike.

use std::collections::HashSet;

use asquoted_engine::collation::alignment::decode;

use crate::fit::Logistic;
use crate::pairs::Pair;
use crate::reading::Reading;
use crate::train::apply;

#[derive(Debug, Default)]
pub struct Counts {
    right: usize,
    gold: usize,
    found: usize,
}

impl Counts {
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        self.right as f64 / self.gold.max(1) as f64
    }

    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }

    fn add(&mut self, gold: &HashSet<(usize, usize)>, found: &HashSet<(usize, usize)>) {
        self.right += gold.intersection(found).count();
        self.gold += gold.len();
        self.found += found.len();
    }
}

#[derive(Debug, Default)]
pub struct Score {
    pub all: Counts,
    pub unequal: Counts,
}

pub fn score(pairs: &[Pair], stages: &[Logistic], reading: &Reading) -> Score {
    let mut score = Score::default();
    for pair in pairs {
        let versions = reading.versions(pair);
        let probability = apply(stages, &versions);
        let links = decode(&probability, &versions.a, &versions.b);
        let found = links.into_iter().map(|link| (link.a, link.b)).collect();
        let gold = pair.gold();
        score.all.add(&gold, &found);
        let unequal = |links: &HashSet<(usize, usize)>| {
            let differ =
                |(i, j): &(usize, usize)| pair.a[*i].to_lowercase() != pair.b[*j].to_lowercase();
            links.iter().filter(|link| differ(link)).copied().collect()
        };
        score.unequal.add(&unequal(&gold), &unequal(&found));
    }
    score
}
