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
/// Unequal words are linked from this, and from more where little of either version is covered.
const UNEQUAL: f32 = 0.42;
const COVERED: f32 = 0.6;
const CAUTION: f32 = 0.7;
/// A link must reach this share of the best in its row and in its column.
const SHARE_OF_BEST: f32 = 0.5;

/// Ascending by `a`, then `b`.
pub fn decode(probability: &Grid, a: &[Word], b: &[Word]) -> Vec<Link> {
    let (row_peaks, col_peaks) = (probability.row_peaks(), probability.col_peaks());
    let covered = share_covered(&row_peaks).min(share_covered(&col_peaks));
    let unequal = UNEQUAL + CAUTION * (COVERED - covered).max(0.0);
    let mut links = Vec::new();
    for (i, word) in a.iter().enumerate() {
        for (j, p) in probability.row(i).iter().enumerate() {
            let threshold = if word.same_form(&b[j]) {
                EQUAL
            } else {
                unequal
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

/// A word stands for one copy of itself, the likeliest; equally likely ones all stay.
pub fn one_copy(links: &mut Vec<Link>, a: &[Word], b: &[Word]) {
    let copy = |link: &Link| a[link.a].same_form(&b[link.b]);
    let (mut best_a, mut best_b) = (vec![0.0_f32; a.len()], vec![0.0_f32; b.len()]);
    for link in links.iter().filter(|link| copy(link)) {
        best_a[link.a] = best_a[link.a].max(link.probability);
        best_b[link.b] = best_b[link.b].max(link.probability);
    }
    links.retain(|link| !copy(link) || link.probability >= best_a[link.a].max(best_b[link.b]));
}

fn share_covered(peaks: &[f32]) -> f32 {
    peaks.iter().filter(|peak| **peak > 0.5).count() as f32 / peaks.len().max(1) as f32
}
