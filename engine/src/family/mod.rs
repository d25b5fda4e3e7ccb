//! Which versions of an utterance share a wording: one translation, or one wire text.
//!
//! Every version is collated with the most complete one. Where they do not all read alike
//! ([`places`]), those that read the same have made the same choice; a rare choice says more than
//! one that most make. Versions that agree in nearly all choices are a family ([`relatives`]). It
//! is told what they share, never who took it from whom.

mod places;
mod relatives;

use serde::{Deserialize, Serialize};

use crate::collation::Collation;
use crate::pace::Asked;

/// One version: its words, and how it stands to the most complete one (`None` for that one).
#[derive(Debug, Clone, Copy)]
pub struct Witness<'a> {
    pub words: &'a [&'a str],
    pub collation: Option<&'a Collation>,
    /// Who prints it, in any numbering: what one outlet has twice is no sharing.
    pub outlet: u32,
}

/// Versions that share a wording, of two or more outlets.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// Indices into the witnesses, ascending.
    pub members: Vec<u32>,
    /// The choices that they share, the most telling ones, in the order of the text.
    pub evidence: Vec<SharedChoice>,
}

/// One place where members read alike and another version does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SharedChoice {
    /// What the members have there; empty where all of them leave something out.
    pub words: String,
    /// What others have there, each once; an empty one leaves it out.
    pub elsewhere: Vec<String>,
}

/// The families among the witnesses, the largest first. The first witness is the most complete
/// version. `language` is an ISO 639-1 code. Deterministic, and bounded: of very many different
/// wordings, and of very many places, only the first are looked at.
pub fn families(witnesses: &[Witness<'_>], language: &str) -> Vec<Family> {
    families_while(witnesses, language, Asked::never()).unwrap_or_default()
}

/// The same as long as it is wanted; nothing once it is not.
pub fn families_while(
    witnesses: &[Witness<'_>],
    language: &str,
    asked: Asked<'_>,
) -> Option<Vec<Family>> {
    // Where two read alike, a third must read otherwise.
    if witnesses.len() < 3 {
        return Some(Vec::new());
    }
    asked.goes_on()?;
    let places = places::places(witnesses, language, asked)?;
    relatives::families(witnesses, &places, asked)
}
