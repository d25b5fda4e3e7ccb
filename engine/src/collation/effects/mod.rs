//! What a change amounts to: the least dramatic effect that explains it. One rule a file.

mod cut;
mod elision;
mod gloss;
mod inflection;
mod modality;
mod name;
mod negation;
mod number;
mod spelling;
mod truncation;
mod typography;

use std::ops::Range;

use super::words::{Language, Versions, Word};
use super::{ChangeKind, Effect, Note, SideNature};

/// A change with everything that a rule may look at.
pub struct Difference<'v> {
    pub versions: &'v Versions,
    pub kind: ChangeKind,
    pub a: Range<usize>,
    pub b: Range<usize>,
    pub natures: (SideNature, SideNature),
}

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
    name::rule,
    truncation::rule,
    cut::rule,
];

pub fn judge(difference: &Difference) -> (Effect, Note) {
    if difference.kind == ChangeKind::Move {
        return (Effect::Move, Note::Moved);
    }
    RULES
        .iter()
        .find_map(|rule| rule(difference))
        .unwrap_or((Effect::Wording, Note::Reworded))
}

impl<'v> Difference<'v> {
    pub fn a(&self) -> &'v [Word] {
        &self.versions.a[self.a.clone()]
    }

    pub fn b(&self) -> &'v [Word] {
        &self.versions.b[self.b.clone()]
    }

    /// The words of the one side that has any; none for a substitution.
    pub fn alone(&self) -> Option<&'v [Word]> {
        match self.kind {
            ChangeKind::Deletion => Some(self.a()),
            ChangeKind::Insertion => Some(self.b()),
            ChangeKind::Substitution | ChangeKind::Move => None,
        }
    }

    pub fn language(&self) -> Language {
        self.versions.language
    }
}

/// The words of a stretch without its marks.
pub fn spoken(words: &[Word]) -> impl Iterator<Item = &Word> + Clone {
    words.iter().filter(|word| !word.mark)
}
