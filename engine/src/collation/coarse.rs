//! Past a size no grid is laid: only equal stretches in equal order are linked.

use super::alignment::Link;
use super::exact::equal_runs;
use super::words::Versions;

/// Pairs of words that are looked at one by one at most (half a second of 2020's machines).
const LARGEST_GRID: usize = 1 << 20;

pub fn too_large(a: usize, b: usize) -> bool {
    a.saturating_mul(b) > LARGEST_GRID
}

pub fn links(versions: &Versions) -> Vec<Link> {
    let runs = equal_runs(&versions.a, &versions.b);
    let link = |a, b| Link {
        a,
        b,
        probability: 1.0,
    };
    runs.iter()
        .flat_map(|run| (0..run.len).map(move |at| link(run.a + at, run.b + at)))
        .collect()
}
