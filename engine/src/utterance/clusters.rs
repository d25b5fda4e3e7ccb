//! Tellings that belong together: average-link clusters, so that no chain of small steps leads
//! from one statement to another.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use super::score::Pair;
use super::tellings::{Telling, Tellings};
use crate::phrase::shared;

/// Clusters merge while the mean score between them is above this.
pub(super) const SURE: f32 = 0.3;
/// What a fragment counts against a whole that does not hold it: little, for it may be cut from
/// another part of the same statement.
const NOT_HELD: f32 = 0.15;
/// Two stretches of one article that are not alike are rather two statements.
const SAME_ARTICLE: f32 = -0.15;

/// Sets of telling numbers, each sorted, all with two or more members, sorted.
pub(super) fn clusters(tellings: &Tellings, pairs: &[Pair]) -> Vec<Vec<u32>> {
    let mut clusters: Vec<Cluster> = (0..)
        .zip(&tellings.list)
        .map(|(number, telling)| Cluster::of(number, telling))
        .collect();
    for ((a, b), pair) in tellings.best(pairs) {
        let link = Link::of(pair, &tellings.list[a as usize], &tellings.list[b as usize]);
        clusters[a as usize].links.insert(b, link);
        clusters[b as usize].links.insert(a, link);
    }
    let mut heap = BinaryHeap::new();
    for a in 0..clusters.len() {
        offer(a, &clusters, &mut heap, true);
    }
    while let Some(best) = heap.pop() {
        let (a, b) = (best.a as usize, best.b as usize);
        if clusters[a].stamp == best.stamps.0 && clusters[b].stamp == best.stamps.1 {
            merge(a, b, &mut clusters);
            offer(a, &clusters, &mut heap, false);
        }
    }
    let mut sets: Vec<Vec<u32>> = clusters
        .into_iter()
        .map(|cluster| cluster.members)
        .filter(|members| members.len() > 1)
        .collect();
    for set in &mut sets {
        set.sort_unstable();
    }
    sets.sort_unstable();
    sets
}

#[derive(Default)]
struct Cluster {
    members: Vec<u32>,
    fragments: u32,
    crowded: u32,
    /// Of all members that are the speaker's words, sorted.
    articles: Vec<u32>,
    links: FxHashMap<u32, Link>,
    /// Grows whenever the cluster changes.
    stamp: u32,
}

impl Cluster {
    fn of(number: u32, telling: &Telling) -> Self {
        Self {
            members: vec![number],
            fragments: u32::from(telling.fragment),
            crowded: u32::from(telling.crowded),
            articles: said_in(telling).to_vec(),
            links: FxHashMap::default(),
            stamp: 0,
        }
    }

    fn size(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }
}

/// Where a telling stands in the speaker's words. What an outlet tells in its own beside it is
/// often the same again.
fn said_in(telling: &Telling) -> &[u32] {
    if telling.reported {
        &[]
    } else {
        &telling.articles
    }
}

/// The compared pairs between two clusters, summed.
#[derive(Debug, Clone, Copy, Default)]
struct Link {
    sum: f32,
    pairs: u32,
    /// Of these: pairs of two fragments, pairs of one, pairs in one article, pairs of two crowded
    /// tellings.
    fragments: u32,
    mixed: u32,
    same_article: u32,
    crowded: u32,
}

impl Link {
    fn of(pair: &Pair, a: &Telling, b: &Telling) -> Self {
        let unlike = pair.likeness.window < 0.8 && pair.likeness.coverage < 0.5;
        let against = pair.same_article && !pair.any_reported && unlike;
        let fragments = u8::from(a.fragment) + u8::from(b.fragment);
        Self {
            sum: pair.score + if against { SAME_ARTICLE } else { 0.0 },
            pairs: 1,
            fragments: u32::from(fragments == 2),
            mixed: u32::from(fragments == 1),
            same_article: u32::from(shared(said_in(a), said_in(b)) > 0),
            crowded: u32::from(a.crowded && b.crowded),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            sum: self.sum + other.sum,
            pairs: self.pairs + other.pairs,
            fragments: self.fragments + other.fragments,
            mixed: self.mixed + other.mixed,
            same_article: self.same_article + other.same_article,
            crowded: self.crowded + other.crowded,
        }
    }

    /// Mean score over all informative pairs between two clusters. A pair that was no candidate
    /// counts as unlike, unless both had more candidates than could be kept.
    fn mean(self, a: &Cluster, b: &Cluster) -> f32 {
        let (size, other) = (a.size(), b.size());
        let wholes = (size - a.fragments, other - b.fragments);
        let mixed = (a.fragments * wholes.1 + wholes.0 * b.fragments).saturating_sub(self.mixed);
        let compared = self.pairs - self.mixed - self.fragments;
        let unknown = (a.crowded * b.crowded).saturating_sub(self.crowded);
        let unlike = (wholes.0 * wholes.1)
            .saturating_sub(compared)
            .saturating_sub(unknown);
        let together = u32::try_from(shared(&a.articles, &b.articles)).unwrap_or(u32::MAX);
        let same_article = together
            .saturating_sub(self.same_article)
            .min(mixed + unlike);
        let sum = self.sum + NOT_HELD * mixed as f32 + SAME_ARTICLE * same_article as f32;
        sum / (self.pairs + mixed + unlike) as f32
    }
}

/// A possible merger, valid while neither cluster has changed.
struct Offer {
    mean: f32,
    a: u32,
    b: u32,
    stamps: (u32, u32),
}

impl Ord for Offer {
    /// The best first; ties by number, which is by id.
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean
            .total_cmp(&other.mean)
            .then((other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Offer {}

/// Offers all mergers of a cluster that are good enough; `later` only those with later clusters.
fn offer(cluster: usize, clusters: &[Cluster], heap: &mut BinaryHeap<Offer>, later: bool) {
    for (other, link) in &clusters[cluster].links {
        let other = *other as usize;
        if later && other < cluster {
            continue;
        }
        let (a, b) = (cluster.min(other), cluster.max(other));
        let mean = link.mean(&clusters[a], &clusters[b]);
        if mean > SURE {
            let stamps = (clusters[a].stamp, clusters[b].stamp);
            heap.push(Offer {
                mean,
                a: number(a),
                b: number(b),
                stamps,
            });
        }
    }
}

fn number(cluster: usize) -> u32 {
    u32::try_from(cluster).unwrap_or(u32::MAX)
}

/// Moves all of `b` into `a`.
fn merge(a: usize, b: usize, clusters: &mut [Cluster]) {
    let mut gone = std::mem::take(&mut clusters[b]);
    gone.links.remove(&number(a));
    for (other, link) in gone.links {
        let neighbour = &mut clusters[other as usize];
        neighbour.links.remove(&number(b));
        let joint = neighbour
            .links
            .get(&number(a))
            .map_or(link, |known| known.with(link));
        neighbour.links.insert(number(a), joint);
        clusters[a].links.insert(other, joint);
    }
    let into = &mut clusters[a];
    into.links.remove(&number(b));
    into.members.append(&mut gone.members);
    into.fragments += gone.fragments;
    into.crowded += gone.crowded;
    into.articles.append(&mut gone.articles);
    into.articles.sort_unstable();
    into.stamp += 1;
    clusters[b].stamp = gone.stamp + 1;
}
