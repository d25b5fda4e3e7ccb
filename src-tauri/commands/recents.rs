//! Folders that were opened before.

use super::Shell;
use super::folder::open;
use crate::failure::Failure;
use crate::opening::Request;
use crate::recents::Recent;

/// Recent folders, last opened first.
#[tauri::command]
#[specta::specta]
pub async fn recents(session: Shell<'_>) -> Result<Vec<Recent>, Failure> {
    Ok(session.recents.list())
}

/// Opens one of them.
#[tauri::command]
#[specta::specta]
pub async fn open_recent(session: Shell<'_>, id: String) -> Result<(), Failure> {
    let roots = session.recents.roots(&id)?;
    open(&session, Request::of(roots));
    Ok(())
}

/// Takes one off the list; the folder itself stays as it is. Gives the list that is left.
#[tauri::command]
#[specta::specta]
pub async fn forget_recent(session: Shell<'_>, id: String) -> Result<Vec<Recent>, Failure> {
    session.recents.forget(&id)?;
    Ok(session.recents.list())
}
