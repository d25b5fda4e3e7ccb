//! What a person corrects. Files are chosen here and never named by the page.

use asquoted_engine::judgement::{Asked, Correctable, CorrectionLine};
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

use super::Shell;
use crate::failure::Failure;
use crate::session::{Imported, Judged};

/// The name offered for an export.
const EXPORT: &str = "corrections.json";

/// Corrects, as one step.
#[tauri::command]
#[specta::specta]
pub async fn correct(session: Shell<'_>, asked: Asked) -> Result<Judged, Failure> {
    session.correct(&asked)
}

#[tauri::command]
#[specta::specta]
pub async fn undo(session: Shell<'_>) -> Result<Judged, Failure> {
    session.undo()
}

#[tauri::command]
#[specta::specta]
pub async fn redo(session: Shell<'_>) -> Result<Judged, Failure> {
    session.redo()
}

/// Takes single corrections back, by their numbers in the list.
#[tauri::command]
#[specta::specta]
pub async fn withdraw(session: Shell<'_>, numbers: Vec<u32>) -> Result<Judged, Failure> {
    session.withdraw(numbers)
}

/// What could be undone and redone now.
#[tauri::command]
#[specta::specta]
pub async fn correctable(session: Shell<'_>) -> Result<Correctable, Failure> {
    session.correctable()
}

/// The corrections in force, the latest first.
#[tauri::command]
#[specta::specta]
pub async fn corrections(session: Shell<'_>) -> Result<Vec<CorrectionLine>, Failure> {
    session.corrections()
}

/// Lets the reader choose a file and writes the corrections to it. False where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn export_corrections(app: AppHandle, session: Shell<'_>) -> Result<bool, Failure> {
    let (sender, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .set_file_name(EXPORT)
        .add_filter(".json", &["json"])
        .save_file(|file| {
            let _ = sender.send(file);
        });
    let file = chosen.await.ok().flatten();
    let Some(file) = file.and_then(|path| path.into_path().ok()) else {
        return Ok(false);
    };
    session.export(&file)?;
    Ok(true)
}

/// Lets the reader choose a file of corrections and adds them. Nothing where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn import_corrections(
    app: AppHandle,
    session: Shell<'_>,
) -> Result<Option<Imported>, Failure> {
    let (sender, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .add_filter(".json", &["json"])
        .pick_file(|file| {
            let _ = sender.send(file);
        });
    let file = chosen.await.ok().flatten();
    match file.and_then(|path| path.into_path().ok()) {
        Some(file) => session.import(&file).map(Some),
        None => Ok(None),
    }
}
