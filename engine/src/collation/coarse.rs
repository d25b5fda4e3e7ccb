//! Past a size no grid is laid: only equal stretches in equal order are linked.

/// Pairs of words that are looked at one by one at most (half a second of 2020's machines).
const LARGEST_GRID: usize = 1 << 20;

pub fn too_large(a: usize, b: usize) -> bool {
    a.saturating_mul(b) > LARGEST_GRID
}
