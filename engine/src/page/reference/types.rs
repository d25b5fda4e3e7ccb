//! What the window draws of outlets measured against what was really said.

use serde::{Deserialize, Serialize};

use crate::collation::Effect;
use crate::page::ChangeLine;
use crate::quotation::Kind;

/// One utterance as it was said, and how each outlet prints it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ReferencePage {
    pub utterance: String,
    pub source: SaidIn,
    /// Words of the reference, punctuation left out.
    pub words: u32,
    /// After how many words each sentence but the first begins.
    pub sentences: Vec<u32>,
    /// The reference's text; joined it is the text itself.
    pub said: Vec<SaidRun>,
    /// Most words kept first.
    pub outlets: Vec<Measured>,
}

/// Where it stands what was really said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SaidIn {
    /// The outlet of the version that was marked, or the name of the transcript.
    pub name: String,
    /// The version that was marked; `None` for a transcript.
    pub quotation: Option<String>,
    /// First and last line in the transcript, from 1; `None` where it has no lines of its own.
    pub lines: Option<[u32; 2]>,
    pub published: Option<String>,
    pub language: String,
}

/// A stretch of the reference that equally many outlets keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SaidRun {
    pub text: String,
    /// Outlets that print these words as they were said.
    pub kept: u32,
}

/// One outlet held against the reference; of several versions in it the one that keeps most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Measured {
    pub quotation: String,
    pub outlet: String,
    pub title: Option<String>,
    pub language: String,
    pub kind: Kind,
    /// Versions that the outlet has in all.
    pub versions: u32,
    /// Words of the reference, by what became of them: together `words` of the page.
    pub parts: Vec<SaidPart>,
    /// Words printed as they were said, moved ones included.
    pub kept: u32,
    /// Words that it does not print: cut silently or openly, or outside what it quotes.
    pub cut: u32,
    /// Words put in.
    pub added: u32,
    /// Changes of negation, modality, number or name.
    pub meaning: u32,
    /// An index into `changes`; `None` where nothing differs.
    pub strongest: Option<u32>,
    /// In the order of the reference. `row` is not used.
    pub changes: Vec<ChangeLine>,
}

/// Neighbouring words of the reference that fared alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SaidPart {
    pub fate: Fate,
    pub words: u32,
    /// The change that did it, an index into `changes`; `None` for what is kept.
    pub change: Option<u32>,
}

/// What became of words of the reference in an outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Kept,
    /// Other words, or other forms of them, stand for these.
    Reworded,
    /// A negation, modality, number or name differs.
    Meaning,
    /// Left out inside the marks, and nothing shows it.
    SilentCut,
    /// Left out, and dots show it.
    MarkedCut,
    /// Before or after what it prints.
    NotPrinted,
}

impl Fate {
    /// What a change of this effect does to the words of the reference; a move or another spelling
    /// leaves them.
    pub(super) fn of(effect: Effect, is_missing: bool) -> Self {
        match effect {
            Effect::Negation | Effect::Modality | Effect::Number | Effect::Name => Self::Meaning,
            Effect::SilentCut => Self::SilentCut,
            Effect::Elision if is_missing => Self::MarkedCut,
            Effect::Truncation if is_missing => Self::NotPrinted,
            Effect::Move | Effect::Typography | Effect::Spelling => Self::Kept,
            _ => Self::Reworded,
        }
    }

    pub(super) fn is_cut(self) -> bool {
        matches!(self, Self::SilentCut | Self::MarkedCut | Self::NotPrinted)
    }
}
