//! One number for every pair of words, rows for the first version and columns for the second.

#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    rows: usize,
    cols: usize,
    cells: Vec<f32>,
}

impl Grid {
    pub fn new(rows: usize, cols: usize) -> Self {
        Self {
            rows,
            cols,
            cells: vec![0.0; rows * cols],
        }
    }

    pub fn from_fn(rows: usize, cols: usize, mut cell: impl FnMut(usize, usize) -> f32) -> Self {
        let mut cells = Vec::with_capacity(rows * cols);
        for row in 0..rows {
            cells.extend((0..cols).map(|col| cell(row, col)));
        }
        Self { rows, cols, cells }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn cols(&self) -> usize {
        self.cols
    }

    pub fn cells(&self) -> &[f32] {
        &self.cells
    }

    pub fn cells_mut(&mut self) -> &mut [f32] {
        &mut self.cells
    }

    pub fn at(&self, row: usize, col: usize) -> f32 {
        self.cells[row * self.cols + col]
    }

    pub fn row(&self, row: usize) -> &[f32] {
        &self.cells[row * self.cols..(row + 1) * self.cols]
    }

    pub fn row_mut(&mut self, row: usize) -> &mut [f32] {
        &mut self.cells[row * self.cols..(row + 1) * self.cols]
    }

    /// `combine` of the cells of two grids of one shape.
    pub fn zip(&self, other: &Grid, combine: impl Fn(f32, f32) -> f32) -> Grid {
        debug_assert_eq!((self.rows, self.cols), (other.rows, other.cols));
        let cells = self.cells.iter().zip(&other.cells);
        Grid {
            cells: cells.map(|(x, y)| combine(*x, *y)).collect(),
            ..*self
        }
    }

    pub fn map(&self, change: impl Fn(f32) -> f32) -> Grid {
        Grid {
            cells: self.cells.iter().map(|x| change(*x)).collect(),
            ..*self
        }
    }

    /// A greater grid whose rows and columns are copies of this one's.
    pub fn spread(&self, rows: &[usize], cols: &[usize]) -> Grid {
        let mut cells = Vec::with_capacity(rows.len() * cols.len());
        for row in rows {
            let line = self.row(*row);
            cells.extend(cols.iter().map(|col| line[*col]));
        }
        Grid {
            rows: rows.len(),
            cols: cols.len(),
            cells,
        }
    }

    /// The greatest cell of every row, 0 at least.
    pub fn row_peaks(&self) -> Vec<f32> {
        (0..self.rows)
            .map(|row| self.row(row).iter().fold(0.0, |peak: f32, x| peak.max(*x)))
            .collect()
    }

    /// The greatest cell of every column, 0 at least.
    pub fn col_peaks(&self) -> Vec<f32> {
        let mut peaks = vec![0.0_f32; self.cols];
        for row in 0..self.rows {
            for (peak, x) in peaks.iter_mut().zip(self.row(row)) {
                *peak = peak.max(*x);
            }
        }
        peaks
    }

    /// For every cell the greatest *other* cell of its row, and of its column; 0 where it stands alone.
    pub fn rivals(&self) -> (Grid, Grid) {
        let mut in_row = Grid::new(self.rows, self.cols);
        let mut in_col = Grid::new(self.rows, self.cols);
        let mut col_best = vec![Best::default(); self.cols];
        for row in 0..self.rows {
            let mut row_best = Best::default();
            for (col, value) in self.row(row).iter().enumerate() {
                row_best.see(*value, col);
                col_best[col].see(*value, row);
            }
            for (col, cell) in in_row.row_mut(row).iter_mut().enumerate() {
                *cell = row_best.other_than(col);
            }
        }
        for row in 0..self.rows {
            for (best, cell) in col_best.iter().zip(in_col.row_mut(row)) {
                *cell = best.other_than(row);
            }
        }
        (in_row, in_col)
    }

    /// Twice the value less its greatest rivals in row and column: how far it stands out.
    pub fn margins(&self) -> Grid {
        let (in_row, in_col) = self.rivals();
        let mut margins = self.map(|x| 2.0 * x);
        for ((cell, row), col) in margins
            .cells
            .iter_mut()
            .zip(&in_row.cells)
            .zip(&in_col.cells)
        {
            *cell -= row + col;
        }
        margins
    }
}

/// The two greatest values of a line and where the first stands.
#[derive(Clone, Copy, Default)]
struct Best {
    first: f32,
    at: Option<usize>,
    second: f32,
}

impl Best {
    fn see(&mut self, value: f32, at: usize) {
        if self.at.is_none() || value > self.first {
            self.second = if self.at.is_some() { self.first } else { 0.0 };
            (self.first, self.at) = (value, Some(at));
        } else if value > self.second {
            self.second = value;
        }
    }

    fn other_than(&self, at: usize) -> f32 {
        if self.at == Some(at) {
            self.second
        } else {
            self.first
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_rival_of_itself() {
        let grid = Grid::from_fn(2, 2, |row, col| [[0.9, 0.5], [0.1, 0.7]][row][col]);
        let (in_row, in_col) = grid.rivals();
        assert_eq!(in_row.cells(), [0.5, 0.9, 0.7, 0.1]);
        assert_eq!(in_col.cells(), [0.1, 0.7, 0.9, 0.5]);
        assert_eq!(Grid::from_fn(1, 1, |_, _| 0.4).rivals().0.cells(), [0.0]);
    }
}
