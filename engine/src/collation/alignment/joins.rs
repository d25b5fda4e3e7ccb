//! Words that join the link of a neighbour: "the council" for "council", "was told" for "heard".

use super::{Evidence, Grid};
use crate::collation::words::{Class, Word};

type Kind = (&'static str, &'static str, fn(&Word) -> bool);

/// What kinds of words join the link of the word before them, and of the one after them.
const KINDS: [Kind; 7] = [
    (
        "determiner joins before",
        "determiner joins after",
        |word| word.classes.has(Class::Determiner),
    ),
    ("pronoun joins before", "pronoun joins after", |word| {
        word.classes.has(Class::Pronoun)
    }),
    (
        "preposition joins before",
        "preposition joins after",
        |word| word.classes.has(Class::Preposition),
    ),
    (
        "conjunction joins before",
        "conjunction joins after",
        |word| word.classes.has(Class::Conjunction),
    ),
    ("auxiliary joins before", "auxiliary joins after", |word| {
        word.classes.has(Class::Auxiliary) || word.classes.has(Class::Modal)
    }),
    ("adverb joins before", "adverb joins after", |word| {
        word.classes.has(Class::Adverb)
    }),
    (
        "content joins before",
        "content joins after",
        Word::is_content,
    ),
];

/// For every kind, 1 for the words of that kind, in both versions.
pub struct Joiners {
    of_a: Vec<Vec<f32>>,
    of_b: Vec<Vec<f32>>,
}

impl Joiners {
    pub fn new(a: &[Word], b: &[Word]) -> Self {
        let of = |words: &[Word]| -> Vec<Vec<f32>> {
            let kind = |kind: &Kind| words.iter().map(|word| f32::from(kind.2(word))).collect();
            KINDS.iter().map(kind).collect()
        };
        Self {
            of_a: of(a),
            of_b: of(b),
        }
    }
}

/// How surely the neighbour of one word stands for the other word, where that one word has no other
/// partner. `rivals` are those of the probabilities, in row and in column.
pub fn joins(
    probability: &Grid,
    rivals: (&Grid, &Grid),
    joiners: &Joiners,
    evidence: &mut impl Evidence,
) {
    let (rows, cols) = (probability.rows(), probability.cols());
    for (step, of_kind) in [(-1_isize, 0_usize), (1, 1)] {
        let beside = |at: usize, end: usize| at.checked_add_signed(step).filter(|at| *at < end);
        let mut by_row = Grid::new(rows, cols);
        let mut by_col = Grid::new(rows, cols);
        for row in 0..rows {
            if let Some(neighbour) = beside(row, rows) {
                let cells = probability.row(neighbour).iter().zip(rivals.0.row(row));
                let line = by_row.row_mut(row).iter_mut().zip(cells);
                line.for_each(|(cell, (p, rival))| *cell = p * (1.0 - rival));
            }
            for col in 0..cols {
                if let Some(neighbour) = beside(col, cols) {
                    by_col.row_mut(row)[col] =
                        probability.at(row, neighbour) * (1.0 - rivals.1.at(row, col));
                }
            }
        }
        for ((kind, of_a), of_b) in KINDS.iter().zip(&joiners.of_a).zip(&joiners.of_b) {
            let mut plane = Grid::new(rows, cols);
            for (row, holds) in of_a.iter().enumerate() {
                let cells = by_row.row(row).iter().zip(by_col.row(row)).zip(of_b);
                let line = plane.row_mut(row).iter_mut().zip(cells);
                line.for_each(|(cell, ((x, y), of_b))| *cell = holds * x + of_b * y);
            }
            evidence.add([kind.0, kind.1][of_kind], &plane);
        }
    }
}
