//! What stands around a pair: a pair is likelier where its neighbours match too.

use super::{Evidence, Grid};

/// Names of the planes of one grid's surroundings.
pub struct ContextNames {
    pub before: &'static str,
    pub after: &'static str,
    pub before_2: &'static str,
    pub after_2: &'static str,
    pub beside: &'static str,
    pub wide: &'static str,
    pub both: &'static str,
    pub either: &'static str,
}

/// Neighbours looked at on each side for the wide sum.
const REACH: usize = 3;

/// A grid with a rim of zeros, so that neighbours are plain reads.
struct Rimmed {
    width: usize,
    cells: Vec<f32>,
}

impl Rimmed {
    fn new(grid: &Grid) -> Self {
        let width = grid.cols() + 2 * REACH;
        let mut cells = vec![0.0; (grid.rows() + 2 * REACH) * width];
        for row in 0..grid.rows() {
            let start = (row + REACH) * width + REACH;
            cells[start..start + grid.cols()].copy_from_slice(grid.row(row));
        }
        Self { width, cells }
    }

    /// The row `row + down`, beginning at the column shifted by `right`.
    fn shifted(&self, row: usize, down: isize, right: isize) -> &[f32] {
        let line = (row + REACH).wrapping_add_signed(down) * self.width;
        &self.cells[line + REACH.wrapping_add_signed(right)..line + self.width]
    }
}

/// Gives the planes; returns how well the words on both sides match, as a product.
pub fn context(grid: &Grid, names: &ContextNames, evidence: &mut impl Evidence) -> Grid {
    let rimmed = Rimmed::new(grid);
    let shift = |down, right| {
        lines(grid, |row, line| {
            line.copy_from_slice(&rimmed.shifted(row, down, right)[..line.len()]);
        })
    };
    evidence.add(names.before, &shift(-1, -1));
    evidence.add(names.after, &shift(1, 1));
    evidence.add(names.before_2, &shift(-2, -2));
    evidence.add(names.after_2, &shift(2, 2));
    evidence.add(names.beside, &beside(grid, &rimmed));
    evidence.add(names.wide, &wide(grid, &rimmed));
    let left = corner(grid, &rimmed, -1);
    let right = corner(grid, &rimmed, 1);
    let both = left.zip(&right, |x, y| x * y);
    evidence.add(names.both, &both);
    evidence.add(names.either, &left.zip(&right, f32::max));
    both
}

/// Where a neighbour in the row matches and one in the column: several words for several.
pub fn in_a_block(grid: &Grid) -> Grid {
    let rimmed = Rimmed::new(grid);
    lines(grid, |row, line| {
        let (left, right) = (rimmed.shifted(row, 0, -1), rimmed.shifted(row, 0, 1));
        let (up, down) = (rimmed.shifted(row, -1, 0), rimmed.shifted(row, 1, 0));
        for (col, cell) in line.iter_mut().enumerate() {
            *cell = left[col].max(right[col]) * up[col].max(down[col]);
        }
    })
}

fn lines(grid: &Grid, mut fill: impl FnMut(usize, &mut [f32])) -> Grid {
    let mut out = Grid::new(grid.rows(), grid.cols());
    for row in 0..grid.rows() {
        fill(row, out.row_mut(row));
    }
    out
}

/// The better neighbour in the row plus the better in the column: one word for several.
fn beside(grid: &Grid, rimmed: &Rimmed) -> Grid {
    lines(grid, |row, line| {
        let (left, right) = (rimmed.shifted(row, 0, -1), rimmed.shifted(row, 0, 1));
        let (up, down) = (rimmed.shifted(row, -1, 0), rimmed.shifted(row, 1, 0));
        for (col, cell) in line.iter_mut().enumerate() {
            *cell = left[col].max(right[col]) + up[col].max(down[col]);
        }
    })
}

/// All within reach, those off the diagonal counting less.
fn wide(grid: &Grid, rimmed: &Rimmed) -> Grid {
    let reach = REACH as isize;
    lines(grid, |row, line| {
        for down in -reach..=reach {
            for right in -reach..=reach {
                if (down, right) == (0, 0) {
                    continue;
                }
                let share = 1.0 / (1 + (down - right).abs()) as f32;
                for (cell, x) in line.iter_mut().zip(rimmed.shifted(row, down, right)) {
                    *cell += share * x;
                }
            }
        }
    })
}

/// The best neighbour on one side (`step` −1 before, 1 after), one word skipped at most.
fn corner(grid: &Grid, rimmed: &Rimmed, step: isize) -> Grid {
    lines(grid, |row, line| {
        let near = rimmed.shifted(row, step, step);
        let (skip_b, skip_a) = (
            rimmed.shifted(row, step, 2 * step),
            rimmed.shifted(row, 2 * step, step),
        );
        for (col, cell) in line.iter_mut().enumerate() {
            *cell = near[col].max(skip_b[col]).max(skip_a[col]);
        }
    })
}
