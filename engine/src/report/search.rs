//! What `asquoted search` prints.

use serde::{Deserialize, Serialize};

use super::{Offsets, offsets};
use crate::folder::Folder;
use crate::problem::Problem;
use crate::search::Found;
use crate::text::CodePoints;

/// The value of [`SearchReport::schema`].
pub const SEARCH_SCHEMA: &str = "asquoted.search/1";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchReport {
    pub schema: String,
    /// What was asked for.
    pub words: String,
    /// Best first.
    pub hits: Vec<HitRecord>,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
}

/// A place where something like the words stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HitRecord {
    pub article: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    /// The stretch that is most like the words, and its paragraph.
    pub span: Offsets,
    pub text: String,
    pub paragraph: Offsets,
    /// The quotation that holds the stretch, its speaker, and the utterance of which it is a
    /// version.
    pub quotation: Option<String>,
    pub speaker: Option<String>,
    pub utterance: Option<String>,
    /// 0–1: how much of the words stands there, and in which order.
    pub score: f32,
}

/// `found` as [`crate::search::Remembered::find`] gave it for this folder.
pub fn search(folder: &Folder, words: &str, found: &[Found]) -> SearchReport {
    let hits = found.iter().map(|one| {
        let article = &folder.articles[one.article as usize];
        let points = CodePoints::new(&article.text);
        let speaker = one.quotation.and_then(|at| folder.speaker_at(at));
        HitRecord {
            article: article.id.clone(),
            outlet: article.outlet.clone(),
            published: article.published.clone(),
            span: offsets(&points, one.stretch),
            text: one.stretch.of(&article.text).to_owned(),
            paragraph: offsets(&points, article.blocks[one.block as usize].span),
            quotation: one.quotation.map(|at| folder.id_at(at).to_owned()),
            speaker: speaker.map(str::to_owned),
            utterance: one.utterance.map(|at| folder.utterances[at].id.clone()),
            score: one.score,
        }
    });
    SearchReport {
        schema: SEARCH_SCHEMA.to_owned(),
        words: words.to_owned(),
        hits: hits.collect(),
        problems: folder.problems.clone(),
    }
}
