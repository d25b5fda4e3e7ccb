//! The window of As Quoted.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    as_quoted::run();
}
