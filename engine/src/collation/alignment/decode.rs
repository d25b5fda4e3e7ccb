//! From probabilities to links, many to many.

use super::Grid;
use crate::collation::words::Word;

/// Two tokens that stand for each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    pub a: usize,
    pub b: usize,
    pub probability: f32,
}

/// Equal words are linked from this probability.
const EQUAL: f32 = 0.4;
/// Unequal words are linked from this.
const UNEQUAL: f32 = 0.42;
/// Where less than this share of the words around has a partner, it takes more: two versions, or
/// parts of them, that have little in common offer chance partners.
pub(super) const COVERED: f32 = 0.7;
/// How much more for every share that lacks: unequal words, and equal ones that are everywhere.
const CAUTION: f32 = 0.7;
const CAUTION_EQUAL: f32 = 0.15;
/// Words on each side that are "around". All words of a version would punish fragments of long ones.
const AROUND: usize = 12;
/// A link must reach this share of the best in its row and in its column.
const SHARE_OF_BEST: f32 = 0.45;

/// Ascending by `a`, then `b`.
pub fn decode(probability: &Grid, a: &[Word], b: &[Word]) -> Vec<Link> {
    let (row_peaks, col_peaks) = (probability.row_peaks(), probability.col_peaks());
    let (around_a, around_b) = (covered_around(&row_peaks), covered_around(&col_peaks));
    let mut links = Vec::new();
    for (i, word) in a.iter().enumerate() {
        for (j, p) in probability.row(i).iter().enumerate() {
            let lacking = (COVERED - around_a[i].min(around_b[j])).max(0.0);
            let threshold = match (word.same_form(&b[j]), word.is_content()) {
                (true, true) => EQUAL,
                (true, false) => EQUAL + CAUTION_EQUAL * lacking,
                (false, _) => UNEQUAL + CAUTION * lacking,
            };
            let best = row_peaks[i].max(col_peaks[j]);
            if *p > threshold && *p >= SHARE_OF_BEST * best {
                links.push(Link {
                    a: i,
                    b: j,
                    probability: *p,
                });
            }
        }
    }
    links
}

/// For every word the share of the words around it, itself among them, that have a likely partner.
pub(super) fn covered_around(peaks: &[f32]) -> Vec<f32> {
    let mut sums = vec![0];
    for peak in peaks {
        sums.push(sums[sums.len() - 1] + usize::from(*peak > 0.5));
    }
    (0..peaks.len())
        .map(|at| {
            let (start, end) = (
                at.saturating_sub(AROUND),
                (at + AROUND + 1).min(peaks.len()),
            );
            (sums[end] - sums[start]) as f32 / (end - start) as f32
        })
        .collect()
}

/// Neighbours on each side that tell two copies of a word apart.
const NEIGHBOURS: usize = 3;

/// A word stands for one copy of itself: the likeliest, and the one whose neighbours stand for each
/// other in the same order. Copies that are equal in this all stay.
pub fn one_copy(links: &mut Vec<Link>, a: &[Word], b: &[Word]) {
    let copy = |link: &Link| a[link.a].same_form(&b[link.b]);
    let fitness: Vec<f32> = (0..links.len())
        .map(|at| links[at].probability + neighbours(links, at))
        .collect();
    let (mut best_a, mut best_b) = (vec![0.0_f32; a.len()], vec![0.0_f32; b.len()]);
    for (link, fitness) in links.iter().zip(&fitness).filter(|(link, _)| copy(link)) {
        best_a[link.a] = best_a[link.a].max(*fitness);
        best_b[link.b] = best_b[link.b].max(*fitness);
    }
    let mut of_links = fitness.into_iter();
    links.retain(|link| {
        let fitness = of_links.next().unwrap_or(0.0);
        !copy(link) || fitness >= best_a[link.a].max(best_b[link.b])
    });
}

/// The probabilities of the links beside one that keep step with it, near ones counting more.
fn neighbours(links: &[Link], at: usize) -> f32 {
    let link = links[at];
    let from = links.partition_point(|other| other.a + NEIGHBOURS < link.a);
    let near = links[from..]
        .iter()
        .take_while(|other| other.a <= link.a + NEIGHBOURS);
    let in_step = near.filter(|other| other.a != link.a && other.a + link.b == link.a + other.b);
    in_step
        .map(|other| other.probability / other.a.abs_diff(link.a) as f32)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation::words::Versions;

    #[test]
    fn of_two_copies_the_one_among_its_neighbours_is_meant() {
        let versions = Versions::read(
            &[
                "the", "crews", "have", "signed", "and", "we", "have", "not", "signed",
            ],
            &["the", "crews", "had", "signed"],
        );
        let link = |a, b, probability| Link { a, b, probability };
        let mut links = vec![
            link(0, 0, 0.9),
            link(1, 1, 0.9),
            link(3, 3, 0.8),
            link(8, 3, 0.85),
        ];
        one_copy(&mut links, &versions.a, &versions.b);
        assert!(links.contains(&link(3, 3, 0.8)));
        assert_eq!(links.len(), 3);
    }
}
