//! What the window draws of all versions at once. All counts are `u32`: TypeScript has no `usize`.

use serde::{Deserialize, Serialize};

use crate::collation::Effect;
use crate::page::{ChangeLine, Piece};
use crate::quotation::Kind;
use crate::utterance::Tier;

/// All sure versions of an utterance: a row a version, aligned phrases in columns. Reading the
/// words of a row's cells from the first column to the last gives the version's words in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TablePage {
    pub utterance: String,
    /// The base first, then by likeness to it.
    pub rows: Vec<TableRow>,
    /// In reading order.
    pub columns: Vec<TableColumn>,
    /// How each row differs from the base, row after row; `row` is an index into `rows`.
    pub changes: Vec<ChangeLine>,
    /// *Possible* versions, which are not in the table.
    pub possible: u32,
    /// Some pair was too long to be aligned word by word.
    pub coarse: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TableRow {
    pub quotation: String,
    pub outlet: String,
    /// The outlet in a few letters, unlike that of any other outlet in the table.
    pub siglum: String,
    pub title: Option<String>,
    pub published: Option<String>,
    pub language: String,
    pub kind: Kind,
    pub tier: Tier,
    /// 0–1: 1 where it says the same as the base.
    pub likeness: f32,
    /// One a column.
    pub cells: Vec<TableCell>,
}

/// A phrase: words that stand or fall together in the versions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TableColumn {
    /// Words of the base, or of the longest reading where the base has none.
    pub words: u32,
    /// The base begins a sentence here.
    pub begins_sentence: bool,
    /// White space stands before these words.
    pub spaced: bool,
    /// 0–1: the share of the versions that print something here without its commonest reading.
    pub disagreement: f32,
    /// Effects of the changes here, strongest first; none where all agree. Marked cuts, and words
    /// before or after a fragment, are no disagreement.
    pub effects: Vec<Effect>,
    /// What stands here, the base's first, then the commonest.
    pub readings: Vec<ColumnReading>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ColumnReading {
    /// Indices into `rows`, ascending; the first one's cell is this reading.
    pub rows: Vec<u32>,
    /// Its strongest change against the base, an index into `changes`.
    pub change: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TableCell {
    /// What the base has here, to the letter.
    Same,
    /// Words of its own; only a sign, or nothing, where it has none for those of the base.
    Words { pieces: Vec<Piece> },
    /// It prints nothing here, and does not claim to. The sign stands in the first of such cells.
    Absent { why: Absence, pieces: Vec<Piece> },
}

/// Why a version has nothing in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// It begins after this.
    Before,
    /// It ends before this.
    After,
    /// Cut, and dots show it.
    Cut,
    /// It has these words in another place.
    Elsewhere,
}
