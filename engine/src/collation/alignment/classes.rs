//! What the classes of the two words show: function words of one kind, marks, numbers.

use super::{Evidence, Grid};
use crate::collation::words::{Class, Classes, Word};

const CLASSES: &[(&str, Class)] = &[
    ("determiners", Class::Determiner),
    ("pronouns", Class::Pronoun),
    ("prepositions", Class::Preposition),
    ("conjunctions", Class::Conjunction),
    ("auxiliaries", Class::Auxiliary),
    ("modals", Class::Modal),
    ("negations", Class::Negation),
    ("adverbs", Class::Adverb),
    ("full stops", Class::FullStop),
    ("pauses", Class::Pause),
    ("quotation marks", Class::QuotationMark),
];

/// `content` is 1 where both are content words.
pub fn planes(a: &[Word], b: &[Word], content: &Grid, evidence: &mut impl Evidence) {
    let mut both = |name, holds: &dyn Fn(&Word) -> bool| {
        evidence.add_product(name, &shares(a, holds), &shares(b, holds));
    };
    for (name, class) in CLASSES {
        both(name, &|word| word.classes.has(*class));
    }
    both("functions", &Word::is_function);
    both("marks", &|word| word.mark);
    both("number", &|word| word.number);
    evidence.add("mark, word", &differ(a, b, |word| word.mark));
    evidence.add("number, word", &differ(a, b, |word| word.number));
    evidence.add("function, content", &function_and_content(a, b));
    evidence.add("class differs", &apart(a, b));
    for (name, step) in [("content before alike", -1), ("content after alike", 1)] {
        let alike = neighbours_alike(a, b, step);
        evidence.add(name, &content.zip(&alike, |x, y| x * y));
    }
}

/// 1 where it holds of both words.
pub fn both(a: &[Word], b: &[Word], holds: impl Fn(&Word) -> bool) -> Grid {
    outer(&shares(a, &holds), &shares(b, &holds), |x, y| x * y)
}

/// 1 where it holds of the word of `a`.
pub fn in_a(a: &[Word], b: &[Word], holds: impl Fn(&Word) -> bool) -> Grid {
    outer(&shares(a, holds), &vec![1.0; b.len()], |x, y| x * y)
}

/// 1 where both are function words of a common class.
pub fn shared(a: &[Word], b: &[Word]) -> Grid {
    let of = |words: &[Word]| -> Vec<Classes> {
        let class = |word: &Word| {
            if word.mark {
                Classes::default()
            } else {
                word.classes
            }
        };
        words.iter().map(class).collect()
    };
    outer(&of(a), &of(b), |x, y| f32::from(x.shares(y)))
}

fn shares(words: &[Word], holds: impl Fn(&Word) -> bool) -> Vec<f32> {
    words.iter().map(|word| f32::from(holds(word))).collect()
}

fn outer<T: Copy>(a: &[T], b: &[T], cell: impl Fn(T, T) -> f32) -> Grid {
    Grid::from_fn(a.len(), b.len(), |i, j| cell(a[i], b[j]))
}

/// 1 where it holds of one word only.
fn differ(a: &[Word], b: &[Word], holds: impl Fn(&Word) -> bool) -> Grid {
    outer(&shares(a, &holds), &shares(b, &holds), |x, y| (x - y).abs())
}

fn function_and_content(a: &[Word], b: &[Word]) -> Grid {
    let of = |words: &[Word]| -> Vec<(f32, f32)> {
        let kinds = |word: &Word| (f32::from(word.is_function()), f32::from(word.is_content()));
        words.iter().map(kinds).collect()
    };
    outer(&of(a), &of(b), |x, y| x.0 * y.1 + x.1 * y.0)
}

/// 1 where both have classes and share none.
fn apart(a: &[Word], b: &[Word]) -> Grid {
    let of = |words: &[Word]| words.iter().map(|word| word.classes).collect::<Vec<_>>();
    let differ = |x: Classes, y: Classes| !x.is_empty() && !y.is_empty() && !x.shares(y);
    outer(&of(a), &of(b), |x, y| f32::from(differ(x, y)))
}

/// 1 where the neighbours (`step` −1 before, 1 after) share a class: a hint at the part of speech.
fn neighbours_alike(a: &[Word], b: &[Word], step: isize) -> Grid {
    let classes = |words: &[Word]| -> Vec<Classes> {
        let at = |at: usize| at.checked_add_signed(step).and_then(|at| words.get(at));
        (0..words.len())
            .map(|i| at(i).map(|word| word.classes).unwrap_or_default())
            .collect()
    };
    outer(&classes(a), &classes(b), |x, y| f32::from(x.shares(y)))
}
