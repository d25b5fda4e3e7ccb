//! What went wrong with a file. A problem never stops a folder: the rest goes on.

use serde::{Deserialize, Serialize};

/// One thing to tell about one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Problem {
    /// The path below the opened folder.
    pub path: String,
    pub code: ProblemCode,
    /// One English sentence with the particulars; the window words it from `code`, `count` and
    /// `detail` in the reader's language.
    pub message: String,
    /// A number that belongs to the message: bytes, words, characters, a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// A name that belongs to the message: an encoding, another file, a format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// The closed list of codes. Those for which [`ProblemCode::is_caution`] holds leave the article
/// in the folder ("read, but check these"); the others mean that it is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    // The file could not be read.
    NotFound,
    PermissionDenied,
    Unreadable,
    LinkLoop,
    LinkOutside,
    TooLarge,
    EmptyFile,
    BinaryFile,
    UnsupportedFormat,
    PdfUnsupported,
    EncodingBroken,
    NoArticleText,
    // The program broke off in it, through a fault of its own.
    Fault,
    // It was read, and a person should look.
    WrongExtension,
    EncodingMixed,
    ExtractionUncertain,
    NoDate,
    NoOutlet,
    MarksUnclosed,
    SameText,
    // More work than one article may cost: what lies behind that was not looked at.
    TooComplex,
}

impl ProblemCode {
    pub fn is_caution(self) -> bool {
        matches!(
            self,
            Self::WrongExtension
                | Self::EncodingMixed
                | Self::ExtractionUncertain
                | Self::NoDate
                | Self::NoOutlet
                | Self::MarksUnclosed
                | Self::SameText
                | Self::TooComplex
        )
    }
}

impl Problem {
    pub fn new(path: &str, code: ProblemCode, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            code,
            message: message.into(),
            count: None,
            detail: None,
        }
    }

    pub fn with_count(mut self, count: usize) -> Self {
        self.count = Some(u32::try_from(count).unwrap_or(u32::MAX));
        self
    }

    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}
