//! What a change amounts to: the least dramatic effect that explains it. One rule a file.

mod cut;
mod elision;
mod gloss;
mod inflection;
mod linked;
mod modality;
mod name;
mod negation;
mod number;
mod spelling;
mod synonym;
mod truncation;
mod typography;

use std::ops::Range;

pub use linked::Linked;

use super::changes::Bare;
use super::words::{Language, Versions, Word};
use super::{Change, ChangeKind, Effect, Note, SideNature};
use crate::work::step;

/// A change with everything that a rule may look at.
pub struct Difference<'v> {
    pub versions: &'v Versions,
    pub kind: ChangeKind,
    pub a: Range<usize>,
    pub b: Range<usize>,
    pub natures: (SideNature, SideNature),
    pub linked: &'v Linked,
    /// Inside a moved stretch.
    pub in_move: bool,
}

/// What all changes of a pair are judged by.
pub struct Judging<'v> {
    pub versions: &'v Versions,
    pub natures: (SideNature, SideNature),
    pub linked: &'v Linked,
}

impl Judging<'_> {
    pub fn change(&self, bare: Bare) -> Change {
        let Self {
            versions,
            natures,
            linked,
        } = *self;
        let Bare {
            kind,
            a,
            b,
            in_move,
        } = bare;
        let tokens = |range: &Range<usize>| range.start as u32..range.end as u32;
        let (tokens_a, tokens_b) = (tokens(&a), tokens(&b));
        let (effect, note) = judge(&Difference {
            versions,
            kind,
            a,
            b,
            natures,
            linked,
            in_move,
        });
        Change {
            kind,
            effect,
            a: tokens_a,
            b: tokens_b,
            note,
        }
    }
}

/// So many words before and after the place of a one-sided change may carry what it lacks. In two
/// long versions that have little in common, thousands stand there without a counterpart.
const IN_PLACE: usize = 500;

type Rule = fn(&Difference) -> Option<(Effect, Note)>;

/// In order: the first that explains a change names it. What is marked as an editor's comes first,
/// then what is slight, then what turns the meaning, then what is merely missing.
const RULES: &[Rule] = &[
    elision::rule,
    gloss::rule,
    typography::rule,
    number::same_number,
    spelling::rule,
    inflection::rule,
    negation::rule,
    modality::rule,
    number::rule,
    synonym::rule,
    name::rule,
    truncation::rule,
    cut::rule,
];

fn judge(difference: &Difference) -> (Effect, Note) {
    if difference.kind == ChangeKind::Move {
        return (Effect::Move, Note::Moved);
    }
    RULES
        .iter()
        .find_map(|rule| rule(difference))
        .unwrap_or_else(|| (Effect::Wording, reworded(difference)))
}

fn reworded(difference: &Difference) -> Note {
    match difference.kind {
        ChangeKind::Deletion if difference.is_missing() => Note::LeftOut,
        ChangeKind::Insertion if difference.is_missing() => Note::PutIn,
        _ => Note::Reworded,
    }
}

impl<'v> Difference<'v> {
    pub fn a(&self) -> &'v [Word] {
        &self.versions.a[self.a.clone()]
    }

    pub fn b(&self) -> &'v [Word] {
        &self.versions.b[self.b.clone()]
    }

    /// The word of `a` that follows.
    pub fn after_a(&self) -> Option<&'v Word> {
        self.versions.a.get(self.a.end)
    }

    pub fn after_b(&self) -> Option<&'v Word> {
        self.versions.b.get(self.b.end)
    }

    /// The words of the one side that has any; none for a substitution.
    pub fn alone(&self) -> Option<&'v [Word]> {
        match self.kind {
            ChangeKind::Deletion => Some(self.a()),
            ChangeKind::Insertion => Some(self.b()),
            ChangeKind::Substitution | ChangeKind::Move => None,
        }
    }

    /// Whether words of one side are really missing on the other, not only standing elsewhere:
    /// most of the content words, or of all words where there are none, have no counterpart.
    pub fn is_missing(&self) -> bool {
        let (words, linked) = match self.kind {
            ChangeKind::Deletion => (self.a(), &self.linked.a[self.a.clone()]),
            ChangeKind::Insertion => (self.b(), &self.linked.b[self.b.clone()]),
            ChangeKind::Substitution | ChangeKind::Move => return false,
        };
        let content = words.iter().any(Word::is_content);
        let counted = words
            .iter()
            .zip(linked)
            .filter(|(word, _)| word.is_content() || !content && !word.mark);
        let (all, found) = counted.fold((0, 0), |(all, found), (_, linked)| {
            (all + 1, found + usize::from(*linked))
        });
        2 * found < all
    }

    /// Words of the other side without a counterpart that stand where those of a one-sided change
    /// would: they may carry what it lacks.
    pub fn in_place(&self) -> &'v [Word] {
        let (words, linked, at) = match self.kind {
            ChangeKind::Deletion => (&self.versions.b, &self.linked.b, self.b.start),
            ChangeKind::Insertion => (&self.versions.a, &self.linked.a, self.a.start),
            ChangeKind::Substitution | ChangeKind::Move => return &[],
        };
        let free = |linked: &&bool| !**linked;
        let before = linked[..at].iter().rev().take(IN_PLACE);
        let before = before.take_while(free).count();
        let after = linked[at..].iter().take(IN_PLACE);
        let after = after.take_while(free).count();
        step(before + after);
        &words[at - before..at + after]
    }

    pub fn language(&self) -> Language {
        self.versions.language
    }
}

/// The words of a stretch without its marks.
pub fn spoken(words: &[Word]) -> impl Iterator<Item = &Word> + Clone {
    words.iter().filter(|word| !word.mark)
}

/// Whether the content words of one side have the stems of the other's; none on a side will do.
pub fn same_content(a: &[Word], b: &[Word]) -> bool {
    let content = |words: &[Word]| {
        let mut stems: Vec<Vec<u32>> = words
            .iter()
            .filter(|word| word.is_content())
            .map(|word| word.stems.clone())
            .collect();
        stems.sort_unstable();
        stems
    };
    let (a, b) = (content(a), content(b));
    a.is_empty() || b.is_empty() || a == b
}
