//! The reader's settings.

use super::Shell;
use crate::failure::Failure;
use crate::settings::Settings;

/// What was saved, or the defaults.
#[tauri::command]
#[specta::specta]
pub async fn settings(session: Shell<'_>) -> Result<Settings, Failure> {
    Ok(session.settings.read())
}

#[tauri::command]
#[specta::specta]
pub async fn save_settings(session: Shell<'_>, settings: Settings) -> Result<(), Failure> {
    session.settings.write(settings)
}
