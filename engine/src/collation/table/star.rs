//! Columns of long versions: each is held against the base alone.

use super::Aligned;
use crate::collation::anchors::longest_chain;
use crate::work::step;

/// The columns in reading order, each as one cell a text. A word that is linked to one of the base
/// stands in its column; words that the base lacks stand between, each version's first beside the
/// first of the others.
pub fn columns(forms: &[Vec<String>], base: usize, aligned: &[Aligned]) -> Vec<Vec<Option<u32>>> {
    let mut rows: Vec<Vec<Place>> = vec![Vec::new(); forms.len()];
    rows[base] = (0..forms[base].len()).map(Place::of_base).collect();
    for Aligned { pair, links, .. } in aligned {
        let pairs = links.iter();
        let (text, pairs): (usize, Vec<(usize, usize)>) = match (pair.x == base, pair.y == base) {
            (true, _) => (pair.y, pairs.map(|link| (link.a, link.b)).collect()),
            (_, true) => (pair.x, pairs.map(|link| (link.b, link.a)).collect()),
            _ => continue,
        };
        rows[text] = places(pairs, forms[text].len());
    }
    // So many words stand before each word of the base, and after the last, in some version.
    let mut between = vec![0_usize; forms[base].len() + 1];
    for place in rows.iter().flatten() {
        between[place.before] = between[place.before].max(place.extra);
    }
    let mut first = Vec::with_capacity(between.len());
    let mut count = 0;
    for extra in &between {
        first.push(count);
        count += extra + 1;
    }
    // There is no word of the base after the last ones.
    let mut columns = vec![vec![None; forms.len()]; count - 1];
    for (text, places) in rows.iter().enumerate() {
        for (token, place) in (0..).zip(places) {
            let column = match place.extra {
                0 => first[place.before] + between[place.before],
                extra => first[place.before] + extra - 1,
            };
            columns[column][text] = Some(token);
        }
    }
    columns
}

/// Where a token stands: in the column of a word of the base, or as the nth of those before it.
#[derive(Debug, Clone, Copy)]
struct Place {
    before: usize,
    /// From 1; 0 in the column itself.
    extra: usize,
}

impl Place {
    fn of_base(word: usize) -> Self {
        Self {
            before: word,
            extra: 0,
        }
    }
}

/// The places of a version's tokens; `pairs` are words of the base and of the version.
fn places(mut pairs: Vec<(usize, usize)>, tokens: usize) -> Vec<Place> {
    step(pairs.len() + tokens);
    pairs.sort_unstable_by_key(|(of_base, own)| (*of_base, std::cmp::Reverse(*own)));
    let chain = longest_chain(&pairs);
    let mut chain = chain.into_iter().map(|at| pairs[at]).peekable();
    let (mut before, mut extra) = (0, 0);
    let place = |token| match chain.next_if(|(_, own)| *own == token) {
        Some((of_base, _)) => {
            (before, extra) = (of_base + 1, 0);
            Place::of_base(of_base)
        }
        None => {
            extra += 1;
            Place { before, extra }
        }
    };
    (0..tokens).map(place).collect()
}
