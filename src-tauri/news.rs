//! What the window is told unasked. Each type is one event; its name is the type's in kebab-case.

use std::collections::BTreeMap;

use asquoted_engine::page::{ListItem, Overview, Progress};
use asquoted_engine::problem::Problem;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

use crate::failure::Failure;

/// A folder is about to be read; one that was being read is given up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct OpeningStarted {
    pub name: String,
}

/// Where the reading stands, about ten times a second at most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Opening(pub Progress);

/// Quotations found since the last of these events, of which none is compared yet. Only the first
/// are told one by one: nobody reads more in that time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Heard {
    pub items: Vec<ListItem>,
    /// All that were found until now.
    pub count: u32,
}

/// Utterances compared since the last of these events, in no fixed order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Found(pub Vec<ListItem>);

/// The folder that is being read can be looked at: from now on lists and comparisons are about
/// what there is of it. Told again when there is more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct SoFar(pub Overview);

/// The folder is open: from now on lists and comparisons are about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Opened(pub Overview);

/// The folder could not be opened; what was open before still is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct OpeningFailed(pub Failure);

/// Changes in the open folder are being taken in; told where it takes time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Renewing(pub Progress);

/// Changes in the open folder were taken in: lists and comparisons are about it as it is now.
/// Paths as they are shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Renewed {
    pub overview: Overview,
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    /// Files that cannot be read, or not any more.
    pub failed: Vec<Problem>,
    /// Ids of utterances and quotations that have become others, and what they are now.
    pub followed: BTreeMap<String, String>,
}

/// The open folder stays as it was read: the reader wanted it so, nothing has changed after all,
/// or it is not there any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct NotRenewed {
    pub failure: Option<Failure>,
}

/// Something is held over the window: its name, or `None` once it has gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct DropHover {
    pub name: Option<String>,
    /// Files and folders held.
    pub count: u32,
}

/// Any of the events.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    OpeningStarted(OpeningStarted),
    Opening(Opening),
    Heard(Heard),
    Found(Found),
    SoFar(SoFar),
    Opened(Opened),
    OpeningFailed(OpeningFailed),
    Renewing(Renewing),
    Renewed(Renewed),
    NotRenewed(NotRenewed),
    DropHover(DropHover),
}
