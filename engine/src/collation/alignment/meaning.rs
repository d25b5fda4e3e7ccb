//! What the meaning of the words adds to the evidence, where it is known.

use super::Grid;
use super::surroundings::surroundings;
use crate::collation::words::Versions;
use crate::meaning::exp_of_negative;

pub struct Meant {
    /// How alike the words are by themselves, and the words around them: −1 to 1.
    alone: Grid,
    around: Grid,
    /// How alike they are beside their neighbours, where a model has read both versions.
    beside: Option<Grid>,
    synonyms: Grid,
}

/// Unrelated words of two sentences are often this much alike.
const CHANCE: f32 = 0.45;

/// How much the choice between a word's partners prefers the one that is more alike.
const CHOICE_ALONE: f32 = 12.0;
const CHOICE_BESIDE: f32 = 16.0;

impl Meant {
    pub fn read(versions: &Versions) -> Option<Self> {
        let (a, b) = versions.senses.as_ref()?;
        if !versions.knows_vectors() {
            return None;
        }
        let grid = |cell: &dyn Fn(usize, usize) -> f32| Grid::from_fn(a.len(), b.len(), cell);
        let alone = grid(&|i, j| a.alone(i, b, j));
        Some(Self {
            around: surroundings(&alone, (&versions.a, &versions.b), (a, b)),
            alone,
            beside: versions.are_read().then(|| grid(&|i, j| a.beside(i, b, j))),
            synonyms: grid(&|i, j| f32::from(versions.are_synonyms(i, j))),
        })
    }

    /// 0–1, to be weighed against the likeness of the letters.
    pub fn likeness(&self) -> Grid {
        let vectors = self.beside.as_ref().unwrap_or(&self.alone);
        vectors.zip(&self.synonyms, |vectors, synonyms| {
            let by_vectors = if vectors > CHANCE { 0.9 * vectors } else { 0.0 };
            by_vectors.max(0.6 * synonyms)
        })
    }

    pub fn planes(self) -> impl Iterator<Item = (&'static str, Grid)> {
        let by_model = self.beside.into_iter().flat_map(|beside| {
            [
                ("beside stands out", beside.margins()),
                ("beside chosen", chosen(&beside, CHOICE_BESIDE)),
                ("beside", beside),
            ]
        });
        let by_themselves = [
            ("alone stands out", self.alone.margins()),
            ("alone chosen", chosen(&self.alone, CHOICE_ALONE)),
            ("alone", self.alone),
            ("around stands out", self.around.margins()),
            ("around", self.around),
            ("synonyms", self.synonyms),
        ];
        by_model.chain(by_themselves)
    }
}

/// How likely each of two words chooses the other of all that it may choose from: the geometric
/// mean of both. `preference` is the weight of likeness.
fn chosen(likeness: &Grid, preference: f32) -> Grid {
    let power = likeness.map(|x| exp_of_negative(preference * (x - 1.0).min(0.0)));
    let (mut rows, mut cols) = (vec![0.0_f32; power.rows()], vec![0.0_f32; power.cols()]);
    for (row, sum) in rows.iter_mut().enumerate() {
        for (x, col) in power.row(row).iter().zip(&mut cols) {
            *sum += x;
            *col += x;
        }
    }
    Grid::from_fn(power.rows(), power.cols(), |i, j| {
        power.at(i, j) / (rows[i] * cols[j]).sqrt()
    })
}
