//! What the two words of a pair show by themselves: form, stem, letters, class, place.

use super::acronyms::acronyms;
use super::meaning::Meant;
use super::{Evidence, Grid};
use crate::collation::exact::equal_runs;
use crate::collation::words::{Class, Classes, Versions, Word};

/// The planes that all stages share, and the likeness whose surroundings the stages look at.
pub struct Lexical {
    planes: Vec<(&'static str, Grid)>,
    /// 0–1: how alike the two words are, the best evidence counting.
    pub likeness: Grid,
    /// Whether the meaning of the words is among the evidence.
    pub by_meaning: bool,
    /// 1 where both are content words.
    pub content: Grid,
    /// 1 where both are function words of one class.
    pub same_class: Grid,
}

impl Lexical {
    pub fn give(&self, evidence: &mut impl Evidence) {
        for (name, plane) in &self.planes {
            evidence.add(name, plane);
        }
    }
}

/// A run of this many equal words is as sure as any longer one.
const SURE_RUN: usize = 5;

pub fn lexical(versions: &Versions) -> Lexical {
    let (a, b) = (&versions.a, &versions.b);
    let mut planes: Vec<(&'static str, Grid)> = Vec::with_capacity(40);
    let grid = |cell: &dyn Fn(&Word, &Word) -> f32| {
        Grid::from_fn(a.len(), b.len(), |i, j| cell(&a[i], &b[j]))
    };
    let flag = |holds: &dyn Fn(&Word, &Word) -> bool| {
        Grid::from_fn(a.len(), b.len(), |i, j| f32::from(holds(&a[i], &b[j])))
    };
    let exact = flag(&|x, y| x.form == y.form);
    let stem = flag(&|x, y| x.same_stem(y));
    let part = flag(&|x, y| x.stems.len() + y.stems.len() > 2 && shares(&x.stems, &y.stems));
    let acronym = acronyms(a, b);
    let letters = grid(&dice);
    let likeness = Grid::from_fn(a.len(), b.len(), |i, j| {
        let letters = letters.at(i, j);
        let by_letters = if letters > 0.6 { 0.5 * letters } else { 0.0 };
        let by_stem = (0.95 * stem.at(i, j)).max(0.6 * part.at(i, j).max(acronym.at(i, j)));
        exact.at(i, j).max(by_stem).max(by_letters)
    });
    let meaning = Meant::read(versions);
    let likeness = match &meaning {
        Some(meaning) => likeness.zip(&meaning.likeness(), f32::max),
        None => likeness,
    };
    let place = places(a.len(), b.len());
    planes.push((
        "exact function",
        exact.zip(&flag(&|x, _| x.is_function()), |x, y| x * y),
    ));
    planes.push(("exact mark", exact.zip(&flag(&|x, _| x.mark), |x, y| x * y)));
    planes.push(("place exact", place.zip(&exact, |x, y| x * y)));
    planes.push(("copies", copies(a, b)));
    planes.push(("run", runs(a, b)));
    planes.push(("prefix", grid(&prefix)));
    planes.push(("suffix", grid(&suffix)));
    planes.push(("number", flag(&|x, y| x.number && y.number)));
    planes.push(("number, word", flag(&|x, y| x.number != y.number)));
    planes.push((
        "functions",
        flag(&|x, y| x.is_function() && y.is_function()),
    ));
    planes.push((
        "function, content",
        flag(&|x, y| x.is_function() && y.is_content() || y.is_function() && x.is_content()),
    ));
    planes.push(("marks", flag(&|x, y| x.mark && y.mark)));
    planes.push(("mark, word", flag(&|x, y| x.mark != y.mark)));
    for (name, class) in CLASSES {
        planes.push((
            name,
            flag(&|x, y| x.classes.has(*class) && y.classes.has(*class)),
        ));
    }
    let content = flag(&|x, y| x.is_content() && y.is_content());
    planes.push((
        "content before alike",
        content.zip(&neighbours_alike(a, b, -1), |x, y| x * y),
    ));
    planes.push((
        "content after alike",
        content.zip(&neighbours_alike(a, b, 1), |x, y| x * y),
    ));
    let same_class = flag(&|x, y| x.is_function() && x.classes.shares(y.classes));
    planes.push((
        "class differs",
        flag(&|x, y| classes_differ(x.classes, y.classes)),
    ));
    planes.push(("likeness stands out", likeness.margins()));
    planes.push(("exact", exact));
    planes.push(("stem", stem));
    planes.push(("part", part));
    planes.push(("acronym", acronym));
    planes.push(("letters", letters));
    planes.push(("place", place));
    planes.push(("likeness", likeness.clone()));
    let by_meaning = meaning.is_some();
    planes.extend(meaning.into_iter().flat_map(Meant::planes));
    Lexical {
        planes,
        likeness,
        by_meaning,
        content,
        same_class,
    }
}

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

/// 1 where the neighbours (`step` −1 before, 1 after) are of one class: a hint at the part of speech.
fn neighbours_alike(a: &[Word], b: &[Word], step: isize) -> Grid {
    let classes = |words: &[Word]| -> Vec<Classes> {
        let at = |at: usize| at.checked_add_signed(step).and_then(|at| words.get(at));
        (0..words.len())
            .map(|i| at(i).map(|word| word.classes).unwrap_or_default())
            .collect()
    };
    let (a, b) = (classes(a), classes(b));
    Grid::from_fn(a.len(), b.len(), |i, j| f32::from(a[i].shares(b[j])))
}

fn classes_differ(x: Classes, y: Classes) -> bool {
    !x.is_empty() && !y.is_empty() && !x.shares(y)
}

fn shares(x: &[u32], y: &[u32]) -> bool {
    x.iter().any(|id| y.contains(id))
}

/// Dice's coefficient of the letter pairs (both lists sorted).
fn dice(x: &Word, y: &Word) -> f32 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < x.bigrams.len() && j < y.bigrams.len() {
        match x.bigrams[i].cmp(&y.bigrams[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    2.0 * common as f32 / (x.bigrams.len() + y.bigrams.len()).max(1) as f32
}

/// Share of the longer word that the two begin alike.
fn prefix(x: &Word, y: &Word) -> f32 {
    let (x, y) = (x.normal.as_bytes(), y.normal.as_bytes());
    let common = x.iter().zip(y).take_while(|(p, q)| p == q).count();
    common as f32 / x.len().max(y.len()).max(1) as f32
}

/// Last letters in common, three at most, of content words: a hint at the part of speech.
fn suffix(x: &Word, y: &Word) -> f32 {
    if !x.is_content() || !y.is_content() {
        return 0.0;
    }
    let letters = x.normal.bytes().rev().zip(y.normal.bytes().rev());
    letters.take(3).take_while(|(p, q)| p == q).count() as f32 / 3.0
}

/// How far apart the two stand, each as a share of its version.
fn places(rows: usize, cols: usize) -> Grid {
    let share = |at: usize, len: usize| at as f32 / len.saturating_sub(1).max(1) as f32;
    Grid::from_fn(rows, cols, |i, j| (share(i, rows) - share(j, cols)).abs())
}

/// How often the word of each side stands on the other side, summed.
fn copies(a: &[Word], b: &[Word]) -> Grid {
    let count = |of: &[Word], form| of.iter().filter(|word| word.form == form).count() as f32;
    let of_a: Vec<f32> = a.iter().map(|word| count(b, word.form)).collect();
    let of_b: Vec<f32> = b.iter().map(|word| count(a, word.form)).collect();
    Grid::from_fn(a.len(), b.len(), |i, j| of_a[i] + of_b[j])
}

/// Where `similar` finds equal stretches: the stretch's length, up to [`SURE_RUN`], as a share.
fn runs(a: &[Word], b: &[Word]) -> Grid {
    let mut grid = Grid::new(a.len(), b.len());
    for run in equal_runs(a, b) {
        let share = run.len.min(SURE_RUN) as f32 / SURE_RUN as f32;
        for step in 0..run.len {
            grid.row_mut(run.a + step)[run.b + step] = share;
        }
    }
    grid
}
