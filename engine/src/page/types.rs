//! The plain data that crosses to the window. All counts are `u32`: TypeScript has no `usize`.

use serde::{Deserialize, Serialize};

use super::{Without, WordingFamily};
use crate::collation::{ChangeKind, Effect, Note, Weight};
use crate::folder::Stopped;
use crate::problem::Problem;
use crate::quotation::{AttributionReason, Kind};
use crate::utterance::{Reason, Tier};

/// What was found in a folder, in figures, and what the list can be narrowed by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Overview {
    /// The folder's name, as shown.
    pub name: String,
    pub files: u32,
    pub articles: u32,
    pub outlets: u32,
    /// Speech found, terms left out.
    pub quotations: u32,
    /// Utterances that several outlets carry.
    pub utterances: u32,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
    /// Files that were read and that a person should look at.
    pub cautions: Vec<Problem>,
    /// Where the reader stopped the work; what is missing is missing from every count.
    pub stopped: Option<Stopped>,
    /// Speakers of listed utterances, most utterances first, then by name.
    pub speakers: Vec<Tally>,
    /// How many utterances have a change of this effect between any two of their versions.
    pub effects: Vec<EffectTally>,
    /// Five utterances by up to nine outlets: the picture in the list of recent folders.
    pub fingerprint: Vec<Vec<Coverage>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Tally {
    pub name: String,
    pub count: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct EffectTally {
    pub effect: Effect,
    pub count: u32,
}

/// How an outlet carries an utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    Whole,
    Fragment,
    Reported,
    Absent,
}

/// Which utterances, in which order, and which stretch of that list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ListQuery {
    /// Words that the utterance, its speaker or an outlet must contain; empty for all.
    pub search: String,
    pub effect: Option<Effect>,
    pub speaker: Option<String>,
    /// An outlet that has a version.
    pub outlet: Option<String>,
    /// `2031-06-09`: the first and the last day of an article that has a version, both included.
    pub from: Option<String>,
    pub to: Option<String>,
    /// The kind of a version.
    pub kind: Option<Kind>,
    /// The tier that the list shows.
    pub tier: Option<Tier>,
    /// Only what no person has reviewed.
    pub unreviewed: bool,
    pub order: Order,
    /// Every quotation on its own too, not only utterances that several outlets carry.
    pub alone: bool,
    pub offset: u32,
    pub limit: u32,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    #[default]
    Outlets,
    Divergence,
    Date,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ListPage {
    /// How many match the query in all.
    pub total: u32,
    /// What would match without each of the filters that are set, for the empty state.
    pub without: Vec<Without>,
    pub offset: u32,
    pub items: Vec<ListItem>,
}

/// One utterance in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ListItem {
    pub utterance: String,
    pub speaker: Option<String>,
    /// The words of the most complete version, at most 300 characters.
    pub words: String,
    /// Language of these words, for the `lang` attribute.
    pub language: String,
    pub outlets: u32,
    /// Sure versions; possible ones are counted apart.
    pub versions: u32,
    pub possible: u32,
    /// Earliest date of a version, `2025-09-05` or with a time.
    pub published: Option<String>,
    /// The least sure tier of its sure versions.
    pub tier: Tier,
    /// 0–1.
    pub divergence: f32,
    pub strongest: Strongest,
    /// A person has looked at every sure version.
    pub reviewed: bool,
    /// A person has left a note.
    pub noted: bool,
}

/// The strongest difference within an utterance, for one line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Strongest {
    /// `None`: the same in all, or only one version.
    pub effect: Option<Effect>,
    pub note: Option<Note>,
    /// The words on either side, at most 60 characters each, empty where nothing stands.
    pub lemma: String,
    pub reading: String,
    /// Words on the side that has more of them.
    pub words: u32,
    /// The same words, said by another: both names.
    pub other_speaker: Option<String>,
}

/// Two versions side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Comparison {
    pub utterance: String,
    pub speaker: Option<String>,
    pub published: Option<String>,
    pub tier: Tier,
    /// All versions, to choose left and right from; sure ones first.
    pub versions: Vec<VersionChoice>,
    /// Outlets that share a wording, the largest family first.
    pub families: Vec<WordingFamily>,
    pub left: Side,
    /// Absent where the utterance has one version only.
    pub right: Option<Side>,
    pub rows: Vec<Row>,
    /// In reading order of the left side.
    pub changes: Vec<ChangeLine>,
    /// What the utterance's other sure versions have where one of the two has cut words; by change.
    pub in_place: Vec<InPlace>,
    /// 0–1, of these two.
    pub divergence: f32,
    /// The two were too long to be aligned word by word.
    pub coarse: bool,
    /// What the two were compared by.
    pub basis: Basis,
    /// Whether a comparison by meaning may find more: English on both sides, and not the same.
    pub refinable: bool,
    /// A person has looked at every sure version.
    pub reviewed: bool,
    /// What a person has noted.
    pub note: Option<String>,
}

/// What two versions are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The letters of the words, and synonyms where they are known.
    Words,
    /// What they mean beside each other as well.
    Meaning,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct VersionChoice {
    pub quotation: String,
    pub outlet: String,
    pub title: Option<String>,
    pub published: Option<String>,
    pub kind: Kind,
    pub tier: Tier,
    /// Index into `families` of the comparison.
    pub family: Option<u32>,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Side {
    pub quotation: String,
    pub article: String,
    pub path: String,
    /// The outlet, or the file's path where no outlet is known.
    pub outlet: String,
    pub title: Option<String>,
    pub published: Option<String>,
    pub language: String,
    pub kind: Kind,
    pub tier: Tier,
    pub reason: Option<Reason>,
    /// Whom this article names, as written there.
    pub speaker_as_written: Option<String>,
    /// How that was found; `None` where no speaker is named.
    pub attribution: Option<AttributionReason>,
    /// The folder-wide name, told where it differs from the utterance's.
    pub speaker: Option<String>,
    /// Other outlets whose versions share this one's wording.
    pub wording_shared_with: Vec<String>,
    /// A person has named the speaker, or the outlet.
    pub speaker_by_you: bool,
    pub outlet_by_you: bool,
    /// The sentence before and the one after (already outside the rows), for the faint context.
    pub sentence_before: String,
    pub sentence_after: String,
    /// What stands before and after the rows in the same paragraph(s).
    pub paragraph_before: String,
    pub paragraph_after: String,
}

/// A sentence on the left and what stands for it on the right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Row {
    pub left: Vec<Piece>,
    pub right: Vec<Piece>,
}

/// A stretch of one side that is drawn in one way. Joining the `text` of all `Words` pieces of
/// one side gives the article's own text from its first to its last word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Piece {
    Words {
        text: String,
        voice: Voice,
        /// Index into `changes` of the change that these words lie in (not the move around it).
        change: Option<u32>,
        /// Index into `changes` of the move that these words lie in.
        moved: Option<u32>,
    },
    /// Nothing stands here for words of the other side. The sign belongs to the word before it.
    Gap {
        change: u32,
        moved: Option<u32>,
        /// Words that the other side has here.
        words: u32,
        /// Those words, for an ellipsis that unfolds.
        there: String,
    },
    /// A quotation mark of the article, hung and heavy.
    Quote { text: String, opening: bool },
}

/// Who speaks in a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Inside the marks (or, unmarked, the speaker's own words).
    Inside,
    /// Told by the outlet: reported content.
    Reported,
    /// The outlet's sentence around it.
    Outside,
    /// An editor's bracket inside the marks.
    Gloss,
}

/// One entry of the apparatus: `lemma ] reading`, then plain words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ChangeLine {
    pub kind: ChangeKind,
    pub effect: Effect,
    pub weight: Weight,
    pub note: Note,
    /// Words left and right; empty where nothing stands.
    pub lemma: String,
    pub reading: String,
    pub left_words: u32,
    pub right_words: u32,
    /// Index into `rows` of where it begins.
    pub row: u32,
}

/// What outlets beside the two compared have in the place of a cut.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct InPlace {
    /// Index into `changes`.
    pub change: u32,
    pub outlets: Vec<String>,
    /// Their words; empty where they cut these as well.
    pub words: String,
}

/// A quotation in its article, for the context that unfolds: pieces of the whole article text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ArticlePage {
    pub article: String,
    pub path: String,
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    pub language: String,
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Paragraph {
    pub role: crate::article::Role,
    pub runs: Vec<Run>,
}

/// A stretch of an article, inside a quotation or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Run {
    pub text: String,
    pub quotation: Option<String>,
    pub kind: Option<Kind>,
    pub speaker: Option<String>,
    /// Index into the changes of two articles side by side, where these words bear one.
    pub change: Option<u32>,
    /// Words that are missing here because of that change; the text is empty then.
    pub missing: Option<Missing>,
}

/// What the other article has where this one has nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Missing {
    pub words: u32,
    pub there: String,
}
