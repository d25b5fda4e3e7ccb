//! Where the program logs: to its own file, and where that cannot be written to standard error alone.

use log::LevelFilter;
use tauri::AppHandle;
use tauri_plugin_log::{Builder, Target, TargetKind};

/// A program that cannot write its log still opens: its reader is told what cannot be kept.
pub fn start(app: &AppHandle) {
    let builder = || Builder::new().level(LevelFilter::Info);
    let Err(error) = app.plugin(builder().build()) else {
        return;
    };
    let standard_error = [Target::new(TargetKind::Stderr)];
    // Where that fails too, nobody is left to tell.
    if let Ok(()) = app.plugin(builder().targets(standard_error).build()) {
        log::warn!("there is no log file: {error}");
    }
}
