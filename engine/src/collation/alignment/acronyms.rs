//! "UN" and "United Nations".

use super::Grid;
use crate::collation::words::Word;

const SHORTEST: usize = 2;
const LONGEST: usize = 5;

/// 1 where a word of one side is spelled by the initials of words of the other, and the other
/// word is one of them.
pub fn acronyms(a: &[Word], b: &[Word]) -> Grid {
    let mut grid = Grid::new(a.len(), b.len());
    for (i, word) in a.iter().enumerate() {
        for j in spelled(word, b) {
            grid.row_mut(i)[j] = 1.0;
        }
    }
    for (j, word) in b.iter().enumerate() {
        for i in spelled(word, a) {
            grid.row_mut(i)[j] = 1.0;
        }
    }
    grid
}

/// The content words of `others` whose initials spell `word`.
fn spelled(word: &Word, others: &[Word]) -> Vec<usize> {
    let letters: Vec<char> = word.normal.chars().filter(|c| *c != '.').collect();
    let fits = (SHORTEST..=LONGEST).contains(&letters.len());
    if !fits || word.is_function() || word.mark || !letters.iter().all(|c| c.is_alphabetic()) {
        return Vec::new();
    }
    let runs = (0..others.len()).filter_map(|start| run(&letters, others, start));
    runs.flatten().collect()
}

fn run(letters: &[char], others: &[Word], start: usize) -> Option<Vec<usize>> {
    let mut spelled = Vec::new();
    let mut letters = letters.iter().peekable();
    for (at, other) in others.iter().enumerate().skip(start) {
        let Some(letter) = letters.peek() else { break };
        if other.normal.starts_with(**letter) && !other.mark {
            letters.next();
            if other.is_content() {
                spelled.push(at);
            }
        } else if at == start || !other.is_function() {
            return None;
        }
    }
    (letters.next().is_none() && spelled.len() >= 2).then_some(spelled)
}
