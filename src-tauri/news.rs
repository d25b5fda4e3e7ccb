//! What the window is told unasked. Each type is one event; its name is the type's in kebab-case.

use asquoted_engine::page::{ListItem, Overview, Progress};
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

/// Utterances compared since the last of these events, in no fixed order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Found(pub Vec<ListItem>);

/// The folder is open: from now on lists and comparisons are about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct Opened(pub Overview);

/// The folder could not be opened; what was open before still is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type, Event)]
pub struct OpeningFailed(pub Failure);

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
    Found(Found),
    Opened(Opened),
    OpeningFailed(OpeningFailed),
    DropHover(DropHover),
}
