//! What was really said: transcripts, and what the outlets are measured against.

use std::path::PathBuf;

use asquoted_engine::page::ReferencePage;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

use super::Shell;
use crate::failure::Failure;
use crate::references::{Attached, SaidChoice};

/// The transcripts attached to the open folder, last attached first.
#[tauri::command]
#[specta::specta]
pub async fn references(session: Shell<'_>) -> Result<Vec<Attached>, Failure> {
    session.attached()
}

/// Lets the reader choose a file with a transcript, and attaches it to the open folder. Nothing
/// where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn attach_file(app: AppHandle, session: Shell<'_>) -> Result<Option<Attached>, Failure> {
    let (sender, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .add_filter("*", &["*"])
        .pick_file(|file| {
            // Nobody waits any more where the window was closed meanwhile.
            let _ = sender.send(file);
        });
    let file = chosen.await.ok().flatten();
    let path: Option<PathBuf> = file.and_then(|file| file.into_path().ok());
    path.map(|path| session.attach_file(&path)).transpose()
}

/// Attaches a pasted text under a name.
#[tauri::command]
#[specta::specta]
pub async fn attach_text(
    session: Shell<'_>,
    name: String,
    text: String,
) -> Result<Attached, Failure> {
    session.attach_text(&name, &text)
}

/// Takes a transcript away from the open folder. Gives those that are left.
#[tauri::command]
#[specta::specta]
pub async fn remove_reference(session: Shell<'_>, id: String) -> Result<Vec<Attached>, Failure> {
    session.detach(&id)
}

/// Says what an utterance is measured against; nothing leaves it to the transcripts.
#[tauri::command]
#[specta::specta]
pub async fn choose_reference(
    session: Shell<'_>,
    utterance: String,
    choice: Option<SaidChoice>,
) -> Result<(), Failure> {
    session.choose_reference(&utterance, choice)
}

/// Every outlet measured against what was really said; nothing where nobody has told what that is.
#[tauri::command]
#[specta::specta]
pub async fn reference(
    session: Shell<'_>,
    utterance: String,
) -> Result<Option<ReferencePage>, Failure> {
    session.reference(&utterance)
}
