//! How alike the words around two words are, by what they mean by themselves.

use super::Grid;
use crate::collation::words::Word;
use crate::meaning::Sense;

/// Neighbours looked at on each side.
const REACH: usize = 3;

/// For every word the shares that its neighbours have in the direction of their sum: content words
/// more than others, near ones more than far ones.
struct Shares(Vec<Vec<(usize, f32)>>);

impl Shares {
    fn new(words: &[Word], sense: &Sense) -> Self {
        let of = |at: usize| {
            let near = at.saturating_sub(REACH)..(at + REACH + 1).min(words.len());
            let neighbours = near.filter(|other| *other != at);
            let mut shares: Vec<(usize, f32)> = neighbours
                .map(|other| (other, words[other].weight() / at.abs_diff(other) as f32))
                .filter(|(_, share)| *share > 0.0)
                .collect();
            let length = length(&shares, sense);
            shares.iter_mut().for_each(|(_, share)| *share /= length);
            shares
        };
        Self((0..words.len()).map(of).collect())
    }
}

/// Length of the sum of the words' vectors, each by its share.
fn length(shares: &[(usize, f32)], sense: &Sense) -> f32 {
    let mut square = 0.0;
    for (at, (x, share)) in shares.iter().enumerate() {
        square += share * share * sense.alone(*x, sense, *x);
        for (y, other) in &shares[..at] {
            square += 2.0 * share * other * sense.alone(*x, sense, *y);
        }
    }
    square.max(1e-6).sqrt()
}

/// The cosine of the words around one and around another, from that of the words themselves.
pub fn surroundings(alone: &Grid, words: (&[Word], &[Word]), senses: (&Sense, &Sense)) -> Grid {
    let (of_a, of_b) = (
        Shares::new(words.0, senses.0),
        Shares::new(words.1, senses.1),
    );
    let mut by_row = Grid::new(alone.rows(), alone.cols());
    for (row, shares) in of_a.0.iter().enumerate() {
        for (other, share) in shares {
            let line = by_row.row_mut(row).iter_mut().zip(alone.row(*other));
            line.for_each(|(sum, x)| *sum += share * x);
        }
    }
    Grid::from_fn(alone.rows(), alone.cols(), |i, j| {
        let row = by_row.row(i);
        of_b.0[j]
            .iter()
            .map(|(other, share)| share * row[*other])
            .sum()
    })
}
