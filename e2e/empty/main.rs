//! A window of Tauri with nothing in it, built as the program is: what the program's start is
//! measured against. Never part of the bundle.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    let opened =
        tauri::Builder::default().run(tauri::generate_context!("e2e/empty/tauri.conf.json"));
    if opened.is_err() {
        std::process::exit(1);
    }
}
