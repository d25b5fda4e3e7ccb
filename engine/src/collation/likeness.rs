//! How alike two versions are as a whole.

use super::alignment::Link;
use super::words::{Versions, Word};

/// Two versions this alike say the same thing.
pub const SAME: f32 = 0.62;

/// 0–1: the share of both versions' words that have a counterpart, each word by its weight and by
/// how sure and how close its best link is. The F-measure of both directions.
pub fn similarity(links: &[Link], versions: &Versions) -> f32 {
    let mut best_a = vec![0.0_f32; versions.a.len()];
    let mut best_b = vec![0.0_f32; versions.b.len()];
    for link in links {
        let (x, y) = (&versions.a[link.a], &versions.b[link.b]);
        let worth = if x.same_stem(y) {
            1.0
        } else {
            link.probability
        };
        best_a[link.a] = best_a[link.a].max(worth);
        best_b[link.b] = best_b[link.b].max(worth);
    }
    let (found_a, all_a) = covered(&versions.a, &best_a);
    let (found_b, all_b) = covered(&versions.b, &best_b);
    if all_a + all_b == 0.0 {
        return f32::from(versions.a.len() == versions.b.len() && links.len() >= versions.a.len());
    }
    (found_a + found_b) / (all_a + all_b)
}

fn covered(words: &[Word], best: &[f32]) -> (f32, f32) {
    words
        .iter()
        .zip(best)
        .fold((0.0, 0.0), |(found, all), (word, best)| {
            (found + word.weight() * best, all + word.weight())
        })
}
