//! Corrections as a list for people: the window words them.

use serde::{Deserialize, Serialize};

use super::{Correction, Finder};
use crate::folder::Folder;

/// The kinds of corrections, and of taking some of them back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum What {
    NotTheSame,
    SameAs,
    Speaker,
    Person,
    Outlet,
    NotSpeech,
    Reviewed,
    NotReviewed,
    Note,
    NoteRemoved,
}

impl What {
    pub fn done(correction: &Correction) -> Self {
        match correction {
            Correction::NotTheSame { .. } => Self::NotTheSame,
            Correction::SameAs { .. } => Self::SameAs,
            Correction::Speaker { .. } => Self::Speaker,
            Correction::Person { .. } => Self::Person,
            Correction::Outlet { .. } => Self::Outlet,
            Correction::NotSpeech { .. } => Self::NotSpeech,
            Correction::Reviewed { reviewed: true, .. } => Self::Reviewed,
            Correction::Reviewed { .. } => Self::NotReviewed,
            Correction::Note { text, .. } if text.is_empty() => Self::NoteRemoved,
            Correction::Note { .. } => Self::Note,
        }
    }

    /// The kind of one that is in force; `None` where it only took another back.
    pub fn of(correction: &Correction) -> Option<Self> {
        let what = Self::done(correction);
        (!matches!(what, Self::NotReviewed | Self::NoteRemoved)).then_some(what)
    }
}

/// One correction in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CorrectionLine {
    /// By which it is withdrawn.
    pub number: u32,
    pub what: What,
    /// How the quotation begins that it is about; for an outlet the article.
    pub about: String,
    /// Quotations that it is about.
    pub count: u32,
    /// The outlet where one quotation is meant.
    pub outlet: Option<String>,
    /// The name given, or the note.
    pub name: Option<String>,
    /// How the words begin that it was parted from or joined with, or the name before.
    pub other: Option<String>,
    /// Whether that is in the folder now.
    pub met: bool,
    /// The utterance, or the lone quotation, to go to.
    pub utterance: Option<String>,
}

/// The corrections in force as lines, the latest first. `met` is parallel to them.
pub fn lines(
    found: &Folder,
    finder: &Finder,
    folder: &Folder,
    corrections: &[(u32, &Correction)],
    met: &[bool],
) -> Vec<CorrectionLine> {
    let all = corrections.iter().zip(met).rev();
    all.filter_map(|((number, correction), met)| {
        let what = What::of(correction)?;
        let mut line = line(what, correction);
        line.number = *number;
        line.met = *met;
        let place = correction
            .these()
            .iter()
            .find_map(|anchor| finder.place(found, anchor));
        if let Some(place) = place {
            line.utterance = Some(folder.utterance_id(place).to_owned());
            if line.count == 1 {
                line.outlet = Some(folder.outlet_name(place.article).to_owned());
            }
        }
        Some(line)
    })
    .collect()
}

fn line(what: What, correction: &Correction) -> CorrectionLine {
    let these = correction.these();
    let mut line = CorrectionLine {
        number: 0,
        what,
        about: these.first().map_or(String::new(), |one| one.words.clone()),
        count: these.len() as u32,
        outlet: None,
        name: None,
        other: None,
        met: false,
        utterance: None,
    };
    match correction {
        Correction::NotTheSame { others, .. } | Correction::SameAs { others, .. } => {
            line.other = others.first().map(|one| one.words.clone());
        }
        Correction::Person { from, name } => {
            line.other = Some(from.clone());
            line.name = Some(name.clone());
        }
        Correction::Outlet { article, name } => {
            line.about.clone_from(&article.id);
            line.name = Some(name.clone());
        }
        Correction::Speaker { name, .. } => line.name = Some(name.clone()),
        Correction::Note { text, .. } => line.name = Some(text.clone()),
        Correction::NotSpeech { .. } | Correction::Reviewed { .. } => {}
    }
    line
}
