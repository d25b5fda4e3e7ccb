//! The three stages, each fitted on cross-fitted probabilities of the one before.

use asquoted_engine::collation::alignment::{
    Evidence, Grid, Lexical, STAGES, around, lexical, logistic,
};
use asquoted_engine::collation::words::Versions;

use crate::augment::{Random, augment};
use crate::fit::{Cells, Logistic, fit};
use crate::pairs::Pair;
use crate::reading::Reading;

/// Parts for cross-fitting. Later stages must see probabilities as uncertain as in use.
const FOLDS: usize = 3;

/// The planes of a pair, one a column.
#[derive(Default, Clone)]
struct Columns {
    names: Vec<&'static str>,
    planes: Vec<Vec<f32>>,
}

impl Evidence for Columns {
    fn add(&mut self, name: &'static str, plane: &Grid) {
        self.names.push(name);
        self.planes.push(plane.cells().to_vec());
    }
}

/// A pair as every stage sees it.
struct Seen {
    lexical: Lexical,
    planes: Columns,
}

impl Seen {
    fn new(versions: &Versions) -> Self {
        let mut planes = Columns::default();
        Self {
            lexical: lexical(versions, &mut planes),
            planes,
        }
    }

    fn columns(&self, before: Option<&Grid>) -> Columns {
        let mut columns = self.planes.clone();
        if let Some(before) = before {
            around(&self.lexical, before, &mut columns);
        }
        columns
    }
}

pub fn train(pairs: &[Pair], reading: &Reading) -> Vec<Logistic> {
    let mut all = pairs.to_vec();
    all.extend(augment(pairs, &mut Random::new()));
    let seen: Vec<Seen> = all
        .iter()
        .map(|pair| Seen::new(&reading.versions(pair)))
        .collect();
    let mut stages: Vec<Logistic> = Vec::new();
    let mut before: Vec<Option<Grid>> = vec![None; all.len()];
    for stage in 1..=STAGES {
        let mut names = Vec::new();
        let cells: Vec<Cells> = all
            .iter()
            .zip(&seen)
            .zip(&before)
            .map(|((pair, seen), before)| {
                let columns = seen.columns(before.as_ref());
                names.clone_from(&columns.names);
                rows(pair, &columns)
            })
            .collect();
        stages.push(fit(names.clone(), &cells.iter().collect::<Vec<_>>()));
        if stage < STAGES {
            before = cross_fit(pairs.len(), &names, &cells, &seen);
        }
    }
    stages
}

fn rows(pair: &Pair, columns: &Columns) -> Cells {
    let count = pair.a.len() * pair.b.len();
    let mut values = Vec::with_capacity(count * columns.planes.len());
    for cell in 0..count {
        values.extend(columns.planes.iter().map(|plane| plane[cell]));
    }
    let mut labels = vec![0.0; count];
    for (i, j) in pair.gold() {
        labels[i * pair.b.len() + j] = 1.0;
    }
    Cells {
        width: columns.planes.len(),
        values,
        labels,
    }
}

/// Probabilities of every pair by a fit on the other folds. A pair and what was made of it by
/// augmentation (which stands `originals` further) share a fold.
fn cross_fit(
    originals: usize,
    names: &[&'static str],
    cells: &[Cells],
    seen: &[Seen],
) -> Vec<Option<Grid>> {
    let mut out = vec![None; cells.len()];
    let fold_of = |at: usize| at % originals % FOLDS;
    for fold in 0..FOLDS {
        let others: Vec<&Cells> = (0..cells.len())
            .filter(|at| fold_of(*at) != fold)
            .map(|at| &cells[at])
            .collect();
        let model = fit(names.to_vec(), &others);
        for at in (0..cells.len()).filter(|at| fold_of(*at) == fold) {
            let mut grid = seen[at].lexical.likeness.clone();
            let rows = cells[at].values.chunks_exact(names.len());
            for (cell, row) in grid.cells_mut().iter_mut().zip(rows) {
                *cell = model.probability(row);
            }
            out[at] = Some(grid);
        }
    }
    out
}

impl Logistic {
    fn probability(&self, row: &[f32]) -> f32 {
        let dot: f32 = row
            .iter()
            .zip(&self.weights)
            .map(|(x, weight)| x * weight)
            .sum();
        logistic(self.bias + dot)
    }
}

/// What the engine's stages make of a pair with these weights.
pub fn apply(stages: &[Logistic], versions: &Versions) -> Grid {
    let seen = Seen::new(versions);
    let mut before: Option<Grid> = None;
    for stage in stages {
        let columns = seen.columns(before.as_ref());
        let mut grid = seen.lexical.likeness.map(|_| stage.bias);
        for (plane, weight) in columns.planes.iter().zip(&stage.weights) {
            for (sum, x) in grid.cells_mut().iter_mut().zip(plane) {
                *sum += weight * x;
            }
        }
        before = Some(grid.map(logistic));
    }
    before.unwrap_or(seen.lexical.likeness)
}

/// The engine's form: a block a stage, a line a plane.
pub fn to_text(stages: &[Logistic]) -> String {
    let mut text = String::new();
    for (at, stage) in stages.iter().enumerate() {
        text += &format!("# stage {}\nbias\t{}\n", at + 1, short(stage.bias));
        for (name, weight) in stage.names.iter().zip(&stage.weights) {
            text += &format!("{name}\t{}\n", short(*weight));
        }
    }
    text
}

/// Four decimals say enough.
fn short(weight: f32) -> String {
    format!("{weight:.4}")
}
