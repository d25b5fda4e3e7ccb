//! What crosses to the window when a command cannot do what it was asked.

use serde::{Deserialize, Serialize};

/// A command's refusal. The window words it from `code`; `message` is for the log and for a
/// reader who asks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, specta::Type)]
#[error("{message}")]
pub struct Failure {
    pub code: FailureCode,
    pub message: String,
}

/// The closed list of refusals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FailureCode {
    /// No folder is open.
    NothingOpen,
    /// The folder or file is not there, or not any more.
    FolderMissing,
    /// It is there, and the system does not let us read it.
    FolderForbidden,
    /// It is there, and the disk does not give it.
    FolderUnreadable,
    /// The sample articles were not found beside the program.
    SampleMissing,
    /// The open folder has no such utterance or version.
    UnknownUtterance,
    /// The open folder has no such article.
    UnknownArticle,
    /// The list of recent folders has no such entry.
    UnknownRecent,
    /// The transcript to be attached holds no text that can be read.
    ReferenceUnreadable,
    /// The path lies outside the open folder.
    OutsideFolder,
    /// The system's file manager did not start.
    NoFileManager,
    /// The system has nothing to open the file with.
    NoViewer,
    /// Settings, corrections or the list of recent folders could not be written.
    NotSaved,
    /// The file that holds them is there, and the system does not give it: nothing is written over it.
    StoreUnreadable,
    /// A newer version of the program wrote the file that holds them: it is never written by this one.
    StoreNewer,
    /// Another running program has the data folder.
    StoreHeld,
    /// There is no earlier state of what was kept.
    NothingToRestore,
    /// The file chosen for an export is one of the open folder.
    IsArticle,
    /// The file chosen for an import holds no corrections.
    NoCorrections,
    /// Something newer was asked, or the reader wants no answer any more.
    GivenUp,
    /// The reading broke off through a fault of the program.
    Fault,
}

impl Failure {
    pub fn new(code: FailureCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    pub fn given_up() -> Self {
        Self::new(FailureCode::GivenUp, "nobody waits for it any more")
    }

    pub fn nothing_open() -> Self {
        Self::new(FailureCode::NothingOpen, "no folder is open")
    }
}
