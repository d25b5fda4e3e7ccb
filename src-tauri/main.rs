//! The window of As Quoted.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// A folder is millions of small words and lists, which the system's own allocator scatters.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    as_quoted::run();
}
