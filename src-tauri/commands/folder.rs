//! Opening a folder.

use std::path::PathBuf;

use asquoted_engine::page::Overview;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FilePath};

use super::{Open, Shell};
use crate::failure::{Failure, FailureCode};
use crate::opening::{Request, Underway};
use crate::sample;
use crate::session::READABLE;

/// Reads on a thread of its own; the window is told by events how it goes and how it ends.
pub fn open(session: &Open, request: Request) {
    let reading = session.begin(request);
    let session = session.clone();
    tauri::async_runtime::spawn(async move {
        let (worker, task) = (session.clone(), reading.clone());
        let done = tokio::task::spawn_blocking(move || worker.read(&task)).await;
        if let Err(error) = done {
            let failure = Failure::new(FailureCode::Fault, error.to_string());
            session.fail(&reading, failure);
        }
        // Whatever came of it: what is open now is watched.
        session.watch();
    });
}

/// The open folder in figures; nothing where none is open.
#[tauri::command]
#[specta::specta]
pub async fn overview(session: Shell<'_>) -> Result<Option<Overview>, Failure> {
    Ok(session.overview())
}

/// The folder that is being read, for a page that comes late.
#[tauri::command]
#[specta::specta]
pub async fn underway(session: Shell<'_>) -> Result<Option<Underway>, Failure> {
    Ok(session.underway())
}

/// Why the last opening came to nothing, for a page that comes too late for the event.
#[tauri::command]
#[specta::specta]
pub async fn failure(session: Shell<'_>) -> Result<Option<Failure>, Failure> {
    Ok(session.failure())
}

/// Lets the reader choose a folder, and opens it. False where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn choose_folder(app: AppHandle, session: Shell<'_>) -> Result<bool, Failure> {
    let (sender, chosen) = tokio::sync::oneshot::channel();
    app.dialog().file().pick_folder(|folder| {
        // Nobody waits any more where the window was closed meanwhile.
        let _ = sender.send(folder);
    });
    let folder = chosen.await.ok().flatten();
    Ok(open_chosen(&session, folder.into_iter().collect()))
}

/// Lets the reader choose files, and opens them. False where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn choose_files(app: AppHandle, session: Shell<'_>) -> Result<bool, Failure> {
    let (sender, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .add_filter("*", &["*"])
        .add_filter(
            READABLE.map(|ending| format!(".{ending}")).join(" "),
            &READABLE,
        )
        .pick_files(|files| {
            let _ = sender.send(files);
        });
    let files = chosen.await.ok().flatten().unwrap_or_default();
    Ok(open_chosen(&session, files))
}

fn open_chosen(session: &Open, chosen: Vec<FilePath>) -> bool {
    let roots: Vec<PathBuf> = chosen
        .into_iter()
        .filter_map(|path| path.into_path().ok())
        .collect();
    let is_any = !roots.is_empty();
    if is_any {
        open(session, Request::of(roots));
    }
    is_any
}

/// Opens the sample articles that come with the program.
#[tauri::command]
#[specta::specta]
pub async fn open_sample(app: AppHandle, session: Shell<'_>) -> Result<(), Failure> {
    open(&session, sample::request(app.path())?);
    Ok(())
}

/// Stops the reading and keeps what is done.
#[tauri::command]
#[specta::specta]
pub async fn stop_opening(session: Shell<'_>) -> Result<(), Failure> {
    session.stop();
    Ok(())
}

/// Reads the open folder once more, to its end.
#[tauri::command]
#[specta::specta]
pub async fn go_on_reading(session: Shell<'_>) -> Result<(), Failure> {
    open(&session, session.request()?);
    Ok(())
}

/// Looks for changes in the open folder, for a disk that does not tell of them.
#[tauri::command]
#[specta::specta]
pub async fn renew(session: Shell<'_>) -> Result<(), Failure> {
    let session = session.inner().clone();
    let done = tokio::task::spawn_blocking(move || session.renew()).await;
    done.map_err(|error| Failure::new(FailureCode::Fault, error.to_string()))
}

/// Leaves the open folder as it was read.
#[tauri::command]
#[specta::specta]
pub async fn stop_renewal(session: Shell<'_>) -> Result<(), Failure> {
    session.stop_renewal();
    Ok(())
}

/// Shows a file of the open folder in the system's file manager. `path` as the window was given
/// it, below the open folder.
#[tauri::command]
#[specta::specta]
pub async fn show_in_folder(session: Shell<'_>, path: String) -> Result<(), Failure> {
    let file = session.locate(&path)?;
    tauri_plugin_opener::reveal_item_in_dir(&file)
        .map_err(|error| Failure::new(FailureCode::NoFileManager, error.to_string()))
}

/// Opens the file of an article in the system's own viewer. `article` is an id: no path comes from
/// the page.
#[tauri::command]
#[specta::specta]
pub async fn open_original(session: Shell<'_>, article: String) -> Result<(), Failure> {
    let file = session.original(&article)?;
    tauri_plugin_opener::open_path(&file, None::<&str>)
        .map_err(|error| Failure::new(FailureCode::NoViewer, error.to_string()))
}
