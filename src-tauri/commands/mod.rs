//! What the page may ask for, one domain a file. A command only fetches what it needs from the
//! shell; what it does is the session's.

pub mod folder;
pub mod judgement;
pub mod keeping;
pub mod recents;
pub mod references;
pub mod settings;
pub mod versions;

use std::sync::Arc;

use tauri::{AppHandle, State};

use crate::session::Session;

/// The session of the one window.
pub type Open = Arc<Session<AppHandle>>;
type Shell<'a> = State<'a, Open>;
