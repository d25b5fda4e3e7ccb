//! The files in which corrections and transcripts are kept, where there is something to tell of them.

use super::Shell;
use crate::failure::{Failure, FailureCode};
use crate::session::{Judged, KeptKind, StoreTrouble};

/// What the reader must know of what is kept.
#[tauri::command]
#[specta::specta]
pub async fn store_troubles(session: Shell<'_>) -> Result<Vec<StoreTrouble>, Failure> {
    Ok(session.store_troubles())
}

/// Brings back the last state that was good.
#[tauri::command]
#[specta::specta]
pub async fn restore_kept(session: Shell<'_>, of: KeptKind) -> Result<Judged, Failure> {
    session.restore(of)
}

/// The reader knows, and leaves what was put aside where it is.
#[tauri::command]
#[specta::specta]
pub async fn acknowledge_trouble(session: Shell<'_>, of: KeptKind) -> Result<(), Failure> {
    session.acknowledge(of)
}

/// Opens the system's file manager at the file in question. No path comes from the page.
#[tauri::command]
#[specta::specta]
pub async fn show_troubled_file(session: Shell<'_>, of: KeptKind) -> Result<(), Failure> {
    let file = session.troubled_file(of)?;
    tauri_plugin_opener::reveal_item_in_dir(&file)
        .map_err(|error| Failure::new(FailureCode::NoFileManager, error.to_string()))
}
