//! What a person has corrected of what the engine decided, and the folder as it then is. The
//! folder that was found stays as it is: [`judge`] makes a corrected one beside it that shares
//! everything that no correction touches. [`Judgement`] keeps every step, so that each can be
//! undone; [`Asked`] is what a face asks for in ids, [`Correction`] what is kept, in words that
//! are found again when files have changed.

mod anchor;
mod asked;
mod followed;
mod groups;
mod history;
mod judge;
mod told;

use serde::{Deserialize, Serialize};

pub use anchor::{Anchor, ArticleAnchor, Finder, Print};
pub use asked::{Asked, corrections};
pub use followed::followed;
pub use history::{Correctable, Judgement, Step, StepLine};
pub use judge::{Judged, judge};
pub use told::{CorrectionLine, What, lines};

/// The name of the format in which corrections are exported.
pub const SCHEMA: &str = "asquoted.corrections/1";

/// One thing that a person decided otherwise, or noted. Later ones win over earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Correction {
    /// These are no versions of what the others are versions of. Taken out together, they stay
    /// together.
    NotTheSame {
        these: Vec<Anchor>,
        others: Vec<Anchor>,
    },
    /// These are versions of what the others are versions of.
    SameAs {
        these: Vec<Anchor>,
        others: Vec<Anchor>,
    },
    /// Who said these.
    Speaker { these: Vec<Anchor>, name: String },
    /// Whoever is called `from` in the folder is called `name`.
    Person { from: String, name: String },
    /// Who published an article.
    Outlet {
        article: ArticleAnchor,
        name: String,
    },
    /// These are names, titles or scare quotes.
    NotSpeech { these: Vec<Anchor> },
    /// These were looked at, or were not after all.
    Reviewed { these: Vec<Anchor>, reviewed: bool },
    /// A note at the utterance that these are versions of; an empty one takes it away.
    Note { these: Vec<Anchor>, text: String },
}

impl Correction {
    /// The quotations that it is about.
    pub fn these(&self) -> &[Anchor] {
        match self {
            Self::NotTheSame { these, .. }
            | Self::SameAs { these, .. }
            | Self::Speaker { these, .. }
            | Self::NotSpeech { these }
            | Self::Reviewed { these, .. }
            | Self::Note { these, .. } => these,
            Self::Person { .. } | Self::Outlet { .. } => &[],
        }
    }
}

/// Corrections as they are exported and imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    pub schema: String,
    /// The folder that they were made in, for people.
    pub folder: String,
    pub corrections: Vec<Correction>,
}

impl Corrections {
    pub fn new(folder: &str, corrections: Vec<Correction>) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            folder: folder.to_owned(),
            corrections,
        }
    }

    /// What a file holds. `None` where it is something else.
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        let read: Self = serde_json::from_slice(bytes).ok()?;
        (read.schema == SCHEMA).then_some(read)
    }
}
