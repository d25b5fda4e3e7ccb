//! Two versions of one utterance, word by word: what stands for what, and what differs.
//! Works on tokens; knows nothing of articles, speakers or the window.

pub mod alignment;
mod anchors;
mod changes;
mod coarse;
mod divergence;
mod effects;
mod exact;
mod likeness;
mod moves;
mod numbers;
mod pointers;
mod table;
pub mod words;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use divergence::divergence;

pub use table::{AgainstBase, Column, Row, Table, table, table_while};

use alignment::{Link, align_while};
use effects::{Judging, Linked};
use words::{Language, Versions};

use crate::meaning::Sense;
use crate::pace::Asked;

/// The alignment of two token sequences. Either side can be rebuilt from it exactly: every token
/// is linked to an equal one or lies in a change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collation {
    /// Pairs of token indices that stand for each other, equal or not, ascending.
    pub links: Vec<(u32, u32)>,
    /// In reading order of `a`, then `b`. Only a move may contain others.
    pub changes: Vec<Change>,
    /// 0–1: how alike the two say the same.
    pub similarity: f32,
    pub same_utterance: bool,
    /// The pair was too long to be aligned word by word; only equal stretches were looked for.
    pub coarse: bool,
}

/// One difference. Ranges are token indices; one is empty for an insertion or a deletion.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub kind: ChangeKind,
    pub effect: Effect,
    pub a: Range<u32>,
    pub b: Range<u32>,
    pub note: Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    Substitution,
    Insertion,
    Deletion,
    Move,
}

/// The least dramatic explanation of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    Negation,
    Modality,
    Number,
    Name,
    SilentCut,
    Move,
    Gloss,
    Wording,
    Elision,
    Truncation,
    Synonym,
    Inflection,
    Spelling,
    Typography,
}

impl Effect {
    pub const ALL: [Effect; 14] = [
        Self::Negation,
        Self::Modality,
        Self::Number,
        Self::Name,
        Self::SilentCut,
        Self::Move,
        Self::Gloss,
        Self::Wording,
        Self::Elision,
        Self::Truncation,
        Self::Synonym,
        Self::Inflection,
        Self::Spelling,
        Self::Typography,
    ];

    /// How loudly it is drawn.
    pub fn weight(self) -> Weight {
        match self {
            Self::Negation | Self::Modality | Self::Number | Self::Name | Self::SilentCut => {
                Weight::Strong
            }
            Self::Move | Self::Gloss | Self::Wording | Self::Elision | Self::Truncation => {
                Weight::Middle
            }
            Self::Synonym | Self::Inflection | Self::Spelling | Self::Typography => Weight::Slight,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    Strong,
    Middle,
    Slight,
}

/// What a change amounts to, for the list of changes in plain words; the window words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The "not" of `a` is gone in `b`, and nothing else carries it: the opposite is said.
    NegationGone,
    /// A "not" stands in `b` alone: the opposite is said.
    NegationAdded,
    /// A negation differs; another word may carry it.
    NegationDiffers,
    /// must → should
    ObligationToAdvice,
    AdviceToObligation,
    /// will → may
    CertaintyToPossibility,
    PossibilityToCertainty,
    ModalityDiffers,
    NumberDiffers,
    /// The same figure, exact on one side only ("30,000", "fewer than 30,000").
    NumberRounded,
    /// "30,000" and "thirty thousand".
    NumberWrittenOut,
    NameDiffers,
    /// Words of `a` are missing in `b` inside the marks, and nothing shows it.
    CutSilently,
    /// `b` has more words inside the marks than `a`.
    MoreWords,
    /// Cut, and marked by … or […].
    CutMarked,
    /// `b` starts later or ends earlier.
    StartsLater,
    EndsEarlier,
    /// `a` does: `b` starts earlier or ends later.
    StartsEarlier,
    EndsLater,
    Moved,
    /// An editor's bracket stands for the speaker's words, or was put in.
    GlossInPlace,
    GlossAdded,
    Reworded,
    LeftOut,
    PutIn,
    Synonym,
    Inflected,
    /// he/I, would/will, that day/today.
    ReportingShift,
    SpelledOtherwise,
    MarksDiffer,
    CaseDiffers,
}

/// What the collation may know of a side beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SideNature {
    /// The words are the speaker's own, inside marks. A cut in them that nothing shows is silent.
    pub marked: bool,
    /// Reported speech: persons and tenses are shifted.
    pub reported: bool,
}

/// Collates two token sequences. Tokens are used as they are. Never panics, and the time is
/// bounded: past a size the result is coarse and says so.
pub fn collate(a: &[&str], b: &[&str], natures: (SideNature, SideNature)) -> Collation {
    collate_while([a, b], natures, None, Asked::never()).unwrap_or_default()
}

/// The same by what the words mean as well: a sense of the tokens of `a`, and one of those of `b`.
/// Finds more of what is reworded, and synonyms; English only, others are collated by letters.
pub fn collate_by_meaning(
    a: &[&str],
    b: &[&str],
    natures: (SideNature, SideNature),
    senses: (&Arc<Sense>, &Arc<Sense>),
) -> Collation {
    collate_while([a, b], natures, Some(senses), Asked::never()).unwrap_or_default()
}

/// The same as long as it is wanted, with what the words mean or without; nothing once it is not.
pub fn collate_while(
    [a, b]: [&[&str]; 2],
    natures: (SideNature, SideNature),
    senses: Option<(&Arc<Sense>, &Arc<Sense>)>,
    asked: Asked<'_>,
) -> Option<Collation> {
    let mut versions = Versions::read_while(a, b, asked)?;
    if let Some(senses) = senses {
        versions = versions.with_senses(senses.0, senses.1);
    }
    collation_of(links_of(&versions, asked)?, &versions, natures, asked)
}

/// Whether two versions of so many tokens are too long to be aligned word by word: what a model
/// makes of their words is not looked at then.
pub fn is_coarse(a: usize, b: usize) -> bool {
    coarse::too_large(a, b)
}

/// Whether two versions are taken for English together: what words mean is known there only.
pub fn are_english(versions: [&[&str]; 2]) -> bool {
    Language::of_tokens(versions) == Language::English
}

/// All links of two versions; past a size those of equal stretches alone.
fn links_of(versions: &Versions, asked: Asked<'_>) -> Option<Vec<Link>> {
    if coarse::too_large(versions.a.len(), versions.b.len()) {
        exact::links(versions, asked)
    } else {
        align_while(versions, asked)
    }
}

/// Changes whose effects are told between two questions whether that is still wanted.
const CHANGES_AT_ONCE: usize = 64;

fn collation_of(
    links: Vec<Link>,
    versions: &Versions,
    natures: (SideNature, SideNature),
    asked: Asked<'_>,
) -> Option<Collation> {
    let judging = Judging {
        versions,
        natures,
        linked: &Linked::new(&links, versions),
    };
    let told = !natures.0.marked || !natures.1.marked;
    let changes = changes::changes(&links, versions, told, asked)?;
    let change = |(at, bare)| {
        asked.goes_on_at(at, CHANGES_AT_ONCE)?;
        Some(judging.change(bare))
    };
    let changes = changes.into_iter().enumerate().map(change);
    let changes = changes.collect::<Option<Vec<Change>>>()?;
    let similarity = likeness::similarity(&links, versions);
    Some(Collation {
        links: links
            .iter()
            .map(|link| (link.a as u32, link.b as u32))
            .collect(),
        changes,
        similarity,
        same_utterance: similarity >= likeness::SAME,
        coarse: coarse::too_large(versions.a.len(), versions.b.len()),
    })
}
