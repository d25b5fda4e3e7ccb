//! One file's text and what is known about it. Plain data.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// One file's text, told apart into blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Stable within a folder: the path below it, with `/` between parts.
    pub id: String,
    /// The path below the opened folder, as shown to people.
    pub path: String,
    pub format: Format,
    /// Who published it, and which part of the file says so (`og:site_name`, `byline`, `url`,
    /// `path` …).
    pub outlet: Option<String>,
    pub outlet_from: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    /// `2025-09-05`, or with a time `2025-09-05T14:20`, as far as the file tells.
    pub published: Option<String>,
    pub url: Option<String>,
    /// ISO 639-1 code, `und` where unknown.
    pub language: String,
    /// The decoded file for `.txt` and `.md` (byte-order mark excluded), the extracted text for
    /// the other formats.
    pub text: String,
    /// Disjoint, ascending. Text between blocks is white space or markup.
    pub blocks: Vec<Block>,
}

/// A stretch of an article with one role, usually a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    pub role: Role,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Title,
    Byline,
    Date,
    Heading,
    Body,
    Caption,
    Boilerplate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Txt,
    Md,
    Html,
}

impl Article {
    /// A bare text without a file: all of it is body. Used for `quotes --jsonl` and for tests.
    pub fn from_text(id: &str, text: &str, language: &str) -> Self {
        let span = Span::new(0, text.len());
        Self {
            id: id.to_owned(),
            path: id.to_owned(),
            format: Format::Txt,
            outlet: None,
            outlet_from: None,
            title: None,
            byline: None,
            published: None,
            url: None,
            language: language.to_owned(),
            text: text.to_owned(),
            blocks: vec![Block {
                span,
                role: Role::Body,
            }],
        }
    }
}
