//! Tellings that belong together: average-link clusters, so that no chain of small steps leads
//! from one statement to another.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use super::links::Links;
use super::score::Pair;
use super::sorted::{add_sorted, shared_entries};
use super::tellings::{BestPair, Joined, Telling, Tellings};
use crate::phrase::shared;
use crate::work::step;

/// Clusters merge while the mean score between them is above this.
pub(super) const SURE: f32 = 0.3;
/// What a fragment counts against a whole that does not hold it: little, for it may be cut from
/// another part of the same statement.
const NOT_HELD: f32 = 0.15;
/// Two stretches of one article that are not alike are rather two statements.
const SAME_ARTICLE: f32 = -0.15;

/// Sets of telling numbers, each sorted, all with two or more members, sorted.
pub(super) fn clusters(tellings: &Tellings, best: &[BestPair<'_>]) -> Vec<Vec<u32>> {
    let islands = islands(tellings.list.len(), best);
    let islands: Vec<&[Bridge<'_>]> = islands.chunk_by(|x, y| x.island == y.island).collect();
    let sets = islands
        .par_iter()
        .flat_map_iter(|island| clusters_of(island, tellings));
    let mut sets: Vec<Vec<u32>> = sets.collect();
    sets.sort_unstable();
    sets
}

/// A pair and the set of tellings, however far linked, to which its own belong: nothing outside
/// has a say in what is merged there.
struct Bridge<'p> {
    island: usize,
    best: BestPair<'p>,
}

/// All pairs, by island.
fn islands<'p>(tellings: usize, best: &[BestPair<'p>]) -> Vec<Bridge<'p>> {
    let mut joined = Joined::new(tellings);
    for BestPair { a, b, .. } in best {
        joined.join(*a as usize, *b as usize);
    }
    let mut bridges: Vec<Bridge<'_>> = best
        .iter()
        .map(|best| Bridge {
            island: joined.root(best.a as usize),
            best: *best,
        })
        .collect();
    bridges.sort_by_key(|bridge| bridge.island);
    bridges
}

/// The sets of one island.
fn clusters_of(island: &[Bridge<'_>], tellings: &Tellings) -> Vec<Vec<u32>> {
    let ends = island
        .iter()
        .flat_map(|Bridge { best, .. }| [best.a, best.b]);
    let mut numbers: Vec<u32> = ends.collect();
    numbers.sort_unstable();
    numbers.dedup();
    let place = |telling: u32| numbers.partition_point(|number| *number < telling);
    let mut clusters: Vec<Cluster> = numbers
        .iter()
        .map(|number| Cluster::of(*number, &tellings.list[*number as usize]))
        .collect();
    for Bridge { best, .. } in island {
        let [one, other] = [best.a, best.b].map(|telling| &tellings.list[telling as usize]);
        let link = Link::of(best.pair, one, other);
        let (a, b) = (place(best.a), place(best.b));
        clusters[a].links.add(number(b), link);
        clusters[b].links.add(number(a), link);
    }
    merge_all(&mut clusters);
    let members = clusters.into_iter().map(|cluster| cluster.members);
    let mut sets: Vec<Vec<u32>> = members.filter(|members| members.len() > 1).collect();
    for set in &mut sets {
        set.sort_unstable();
    }
    sets
}

/// Links that are weighed or moved in any island before its clusters merge by what was offered so
/// far, and as many more for each telling. Where thousands are all linked, each merger would weigh
/// thousands anew; an island of a thousand never comes so far.
const MOST_WEIGHED: usize = 1 << 20;
const MOST_WEIGHED_EACH: usize = 32;

/// Merges while there is an offer, the best first.
fn merge_all(clusters: &mut [Cluster]) {
    let mut heap = BinaryHeap::new();
    for a in 0..clusters.len() {
        offer(a, clusters, &mut heap, true);
    }
    let most = MOST_WEIGHED + MOST_WEIGHED_EACH * clusters.len();
    let mut weighed = 0;
    while weighed <= most
        && let Some(best) = heap.pop()
    {
        let (a, b) = (best.a as usize, best.b as usize);
        if clusters[a].stamp == best.stamps.0 && clusters[b].stamp == best.stamps.1 {
            weighed += clusters[b].links.len();
            merge(a, b, clusters);
            weighed += clusters[a].links.len();
            offer(a, clusters, &mut heap, false);
        }
    }
    merge_as_offered(heap, clusters);
}

/// Takes every offer that is left once, from the best down: the clusters that its two have become
/// merge if they are still alike. The one with fewer links goes into the other, so that a link
/// moves a few times only.
fn merge_as_offered(mut heap: BinaryHeap<Offer>, clusters: &mut [Cluster]) {
    while let Some(offer) = heap.pop() {
        let [x, y] = [offer.a, offer.b].map(|offered| became(offered, clusters));
        let fewer = clusters[x].links.len() < clusters[y].links.len();
        let (into, gone) = if fewer { (y, x) } else { (x, y) };
        let Some(link) = clusters[gone].links.of(number(into)) else {
            continue;
        };
        if link.mean(&clusters[gone], &clusters[into]) > SURE {
            merge(into, gone, clusters);
        }
    }
}

/// The cluster that has all of this one now.
fn became(cluster: u32, clusters: &mut [Cluster]) -> usize {
    let mut at = cluster as usize;
    while let Some(into) = clusters[at].merged_into {
        let next = clusters[into as usize].merged_into;
        clusters[at].merged_into = next.or(Some(into));
        at = into as usize;
    }
    at
}

#[derive(Default)]
struct Cluster {
    members: Vec<u32>,
    fragments: u32,
    crowded: u32,
    /// Of all members that are the speaker's words, sorted.
    articles: Vec<u32>,
    links: Links,
    /// Grows whenever the cluster changes.
    stamp: u32,
    /// The cluster that has all of this one, where one has.
    merged_into: Option<u32>,
}

impl Cluster {
    fn of(number: u32, telling: &Telling) -> Self {
        Self {
            members: vec![number],
            fragments: u32::from(telling.fragment),
            crowded: u32::from(telling.crowded),
            articles: said_in(telling).to_vec(),
            links: Links::default(),
            stamp: 0,
            merged_into: None,
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
pub(super) struct Link {
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

    pub(super) fn with(self, other: Self) -> Self {
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
        let together = u32::try_from(shared_entries(&a.articles, &b.articles)).unwrap_or(u32::MAX);
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
    step(clusters[cluster].links.len());
    for (other, link) in clusters[cluster].links.list() {
        let other = other as usize;
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
    gone.links.remove(number(a));
    for (other, link) in gone.links.list() {
        let neighbour = &mut clusters[other as usize];
        neighbour.links.remove(number(b));
        neighbour.links.add(number(a), link);
        clusters[a].links.add(other, link);
    }
    let into = &mut clusters[a];
    into.links.remove(number(b));
    into.members.append(&mut gone.members);
    into.fragments += gone.fragments;
    into.crowded += gone.crowded;
    step(gone.links.len() + gone.articles.len());
    add_sorted(&mut into.articles, gone.articles);
    into.stamp += 1;
    clusters[b].stamp = gone.stamp + 1;
    clusters[b].merged_into = Some(number(a));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Likeness;
    use crate::utterance::SpeakerAgreement;
    use crate::work::cost;

    /// So many tellings, each in an article of its own and alike to the twenty after it.
    fn steps(count: u32) -> u64 {
        let list = (0..count).map(|number| Telling {
            wordings: vec![number],
            articles: vec![number],
            crowded: true,
            ..Telling::default()
        });
        let tellings = Tellings {
            list: list.collect(),
            of: (0..count).collect(),
        };
        let ends = (0..count).flat_map(|a| (1..=20).map(move |by| (a, a + by * by * 7)));
        let pair = |(a, b): (u32, u32)| Pair {
            a,
            b,
            likeness: Likeness::default(),
            speakers: SpeakerAgreement::Same,
            days_apart: None,
            same_article: false,
            any_reported: false,
            score: 0.5 + (a * 31 + b * 17) as f32 % 97.0 / 400.0,
        };
        let pairs: Vec<Pair> = ends.filter(|(_, b)| *b < count).map(pair).collect();
        let best = pairs.iter().map(|pair| BestPair {
            a: pair.a,
            b: pair.b,
            pair,
        });
        let best: Vec<BestPair<'_>> = best.collect();
        cost(|| {
            let islands = islands(tellings.list.len(), &best);
            let sets = clusters_of(&islands, &tellings);
            assert!(sets[0].len() > 1000, "{} alike", sets[0].len());
        })
    }

    #[test]
    fn thousands_that_are_all_alike_merge_in_steps_that_grow_with_their_number() {
        let (small, large) = (steps(8_000), steps(16_000));
        assert!(
            large as f64 <= 2.3 * small as f64,
            "{small} to {large} steps"
        );
    }
}
