//! What the meaning of the words adds to the evidence, where it is known.

use super::Grid;
use crate::collation::words::Versions;

pub struct Meant {
    /// How alike the words are beside their neighbours, and by themselves: −1 to 1.
    beside: Grid,
    alone: Grid,
    synonyms: Grid,
}

/// Unrelated words of two sentences are often this much alike.
const CHANCE: f32 = 0.45;

impl Meant {
    pub fn read(versions: &Versions) -> Option<Self> {
        let (a, b) = versions.senses.as_ref()?;
        if !versions.knows_vectors() {
            return None;
        }
        let grid = |cell: &dyn Fn(usize, usize) -> f32| Grid::from_fn(a.len(), b.len(), cell);
        Some(Self {
            beside: grid(&|i, j| a.beside(i, b, j)),
            alone: grid(&|i, j| a.alone(i, b, j)),
            synonyms: grid(&|i, j| f32::from(versions.are_synonyms(i, j))),
        })
    }

    /// 0–1, to be weighed against the likeness of the letters.
    pub fn likeness(&self) -> Grid {
        self.beside.zip(&self.synonyms, |beside, synonyms| {
            let by_vectors = if beside > CHANCE { 0.9 * beside } else { 0.0 };
            by_vectors.max(0.6 * synonyms)
        })
    }

    pub fn planes(self) -> impl Iterator<Item = (&'static str, Grid)> {
        [
            ("beside stands out", self.beside.margins()),
            ("beside", self.beside),
            ("alone stands out", self.alone.margins()),
            ("alone", self.alone),
            ("synonyms", self.synonyms),
        ]
        .into_iter()
    }
}
