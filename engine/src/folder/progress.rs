use serde::{Deserialize, Serialize};

/// Where the work on a folder stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Progress {
    pub stage: Stage,
    pub done: u32,
    pub total: u32,
    /// What is being worked on, for one faint line.
    pub current: String,
    pub problems: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Looking,
    Reading,
    Quotations,
    Speakers,
    Grouping,
    Comparing,
    Passages,
}

/// Where the reader stopped the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Stopped {
    pub stage: Stage,
    pub done: u32,
    pub total: u32,
}
