//! The serialisable report of the command line, as the contract of its JSON fixes it. Offsets
//! here count Unicode code points; everywhere else in the engine they count bytes.

mod search;
mod whole;

use serde::{Deserialize, Serialize};

pub use search::{HitRecord, SEARCH_SCHEMA, SearchReport, search};
pub use whole::whole;

use crate::article::{Article, Format, Role};
use crate::collation::{ChangeKind, Collation, Effect};
use crate::family::SharedChoice;
pub use crate::folder::quotation_ids;
use crate::problem::Problem;
use crate::quotation::{AttributionRule, Kind, Quotation};
use crate::text::{CodePoints, Span};
use crate::utterance::Tier;

/// The value of [`Report::schema`]. Renaming or dropping a field raises it.
pub const SCHEMA: &str = "asquoted.report/1";

/// A stretch in code points, end exclusive.
pub type Offsets = [usize; 2];

/// What `asquoted compare` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub schema: String,
    pub articles: Vec<ArticleRecord>,
    pub quotations: Vec<QuotationRecord>,
    pub utterances: Vec<UtteranceRecord>,
    pub passages: Vec<PassageRecord>,
    /// Files that are absent.
    pub problems: Vec<Problem>,
    /// Files that are there, and that a person should look at.
    pub cautions: Vec<Problem>,
}

impl Default for Report {
    fn default() -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            articles: Vec::new(),
            quotations: Vec::new(),
            utterances: Vec::new(),
            passages: Vec::new(),
            problems: Vec::new(),
            cautions: Vec::new(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRecord {
    pub id: String,
    pub path: String,
    pub format: Format,
    pub outlet: Option<String>,
    pub outlet_from: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    pub language: String,
}

/// What `asquoted read` prints: an article with its text and blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRecord {
    #[serde(flatten)]
    pub article: ArticleRecord,
    pub text: String,
    pub blocks: Vec<BlockRecord>,
    pub problems: Vec<Problem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRecord {
    pub span: Offsets,
    pub role: Role,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotationRecord {
    pub id: String,
    /// Absent where the text is no article (`quotes --jsonl`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    pub kind: Kind,
    pub spans: Vec<Offsets>,
    /// The stretches, joined with ` … `.
    pub text: String,
    pub speaker: Option<SpeakerRecord>,
    pub cue: Option<CueRecord>,
    /// The id of the clause or quotation around this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerRecord {
    pub name: String,
    pub as_written: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Offsets>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CueRecord {
    pub text: String,
    pub span: Offsets,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UtteranceRecord {
    pub id: String,
    pub speaker: Option<String>,
    /// All versions but the possible ones.
    pub quotations: Vec<String>,
    pub outlets: usize,
    /// 0–1.
    pub divergence: f32,
    pub versions: Vec<VersionRecord>,
    /// Versions that share a wording (a translation, a wire text), the largest family first.
    #[serde(default)]
    pub families: Vec<FamilyRecord>,
}

/// Versions of two or more outlets that read alike where others do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyRecord {
    pub quotations: Vec<String>,
    /// What they share, in the order of the text.
    pub evidence: Vec<SharedChoice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRecord {
    pub quotation: String,
    pub tier: Tier,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PassageRecord {
    pub a: PassageSide,
    pub b: PassageSide,
    /// 0–1.
    pub similarity: f32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageSide {
    pub article: String,
    pub span: Offsets,
}

/// What `asquoted diff` prints for a pair, but for the pair's id. Ranges count tokens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiffRecord {
    pub similarity: f32,
    pub same_utterance: bool,
    pub tokens: Sides<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_spans: Option<TokenSpans>,
    pub links: Vec<(u32, u32)>,
    pub changes: Vec<ChangeRecord>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sides<T> {
    pub a: Vec<T>,
    pub b: Vec<T>,
}

/// Each token's place in its string; a side that was given as tokens has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenSpans {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a: Option<Vec<Offsets>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b: Option<Vec<Offsets>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeRecord {
    pub kind: ChangeKind,
    pub effect: Effect,
    pub a: [u32; 2],
    pub b: [u32; 2],
}

/// The fields of an article without its text.
pub fn article(article: &Article) -> ArticleRecord {
    ArticleRecord {
        id: article.id.clone(),
        path: article.path.clone(),
        format: article.format,
        outlet: article.outlet.clone(),
        outlet_from: article.outlet_from.clone(),
        title: article.title.clone(),
        byline: article.byline.clone(),
        published: article.published.clone(),
        url: article.url.clone(),
        language: article.language.clone(),
    }
}

/// An article with its text and blocks; `cautions` are those of its reading.
pub fn read(source: &Article, cautions: &[Problem]) -> ReadRecord {
    let points = CodePoints::new(&source.text);
    let block = |block: &crate::article::Block| BlockRecord {
        span: offsets(&points, block.span),
        role: block.role,
    };
    ReadRecord {
        article: article(source),
        text: source.text.clone(),
        blocks: source.blocks.iter().map(block).collect(),
        problems: cautions.to_vec(),
    }
}

/// All quotations of one article, in their order, with the ids of [`quotation_ids`].
pub fn quotations(article: &Article, found: &[Quotation]) -> Vec<QuotationRecord> {
    let points = CodePoints::new(&article.text);
    let ids = quotation_ids(article, found);
    let records = found
        .iter()
        .zip(&ids)
        .map(|(quotation, id)| QuotationRecord {
            id: id.clone(),
            article: Some(article.id.clone()),
            kind: quotation.kind,
            spans: quotation
                .spans
                .iter()
                .map(|span| offsets(&points, *span))
                .collect(),
            text: joined(&article.text, &quotation.spans),
            speaker: quotation.speaker.as_ref().map(|speaker| SpeakerRecord {
                name: speaker.name.clone(),
                as_written: speaker.as_written.clone(),
                // What was taken over from a sentence before stands in another sentence.
                span: speaker
                    .span
                    .filter(|_| speaker.reason.rule != AttributionRule::Continued)
                    .map(|span| offsets(&points, span)),
            }),
            cue: quotation.cue.map(|cue| CueRecord {
                text: cue.span.of(&article.text).to_owned(),
                span: offsets(&points, cue.span),
            }),
            within: quotation.within.and_then(|outer| ids.get(outer).cloned()),
        });
    records.collect()
}

/// A collation of the given tokens. `token_spans` belongs to sides that were strings.
pub fn diff(
    tokens: Sides<String>,
    token_spans: Option<TokenSpans>,
    collation: &Collation,
) -> DiffRecord {
    let change = |change: &crate::collation::Change| ChangeRecord {
        kind: change.kind,
        effect: change.effect,
        a: [change.a.start, change.a.end],
        b: [change.b.start, change.b.end],
    };
    DiffRecord {
        similarity: collation.similarity,
        same_utterance: collation.same_utterance,
        tokens,
        token_spans,
        links: collation.links.clone(),
        changes: collation.changes.iter().map(change).collect(),
    }
}

/// A byte span in code points.
pub fn offsets(points: &CodePoints<'_>, span: Span) -> Offsets {
    [points.at(span.start), points.at(span.end)]
}

/// The words of a quotation, its stretches joined with ` … `.
pub fn joined(text: &str, spans: &[Span]) -> String {
    let stretches: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    stretches.join(" … ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotation(kind: Kind, start: usize, end: usize, within: Option<usize>) -> Quotation {
        Quotation {
            kind,
            spans: vec![Span::new(start, end)],
            within,
            speaker: None,
            cue: None,
            closed: true,
        }
    }

    #[test]
    fn offsets_count_code_points_and_ids_are_unique() {
        let article = Article::from_text("a.txt", "“Ünder “here” we go”", "en");
        let start = "“".len();
        let found = [
            quotation(Kind::Direct, start, article.text.len() - "”".len(), None),
            quotation(Kind::Partial, start, start + "Ünder".len(), Some(0)),
            quotation(Kind::Reported, start, start + "Ünder".len(), None),
        ];
        let records = quotations(&article, &found);
        assert_eq!(records[0].spans, [[1, 19]]);
        assert_eq!(records[0].id, "a.txt@1");
        assert_eq!(records[1].id, "a.txt@1.2");
        assert_eq!(records[1].within.as_deref(), Some("a.txt@1"));
        assert_eq!(records[2].id, "a.txt@1r");
    }

    #[test]
    fn stretches_are_joined_with_an_ellipsis() {
        let text = "We wait, he said, and hope.";
        assert_eq!(
            joined(text, &[Span::new(0, 8), Span::new(18, 27)]),
            "We wait, … and hope."
        );
    }

    #[test]
    fn a_report_says_its_schema() {
        let json = serde_json::to_value(Report::default()).unwrap();
        assert_eq!(json["schema"], SCHEMA);
        assert!(json["problems"].as_array().unwrap().is_empty());
    }
}
