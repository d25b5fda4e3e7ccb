//! How long the program takes from its start to a start page that can be used, beside a window of
//! Tauri with nothing in it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::figures::{Figure, Goal};
use crate::desk::Desk;
use crate::window::Window;

/// Starts of each program, by turns, after one of each that is not counted.
const STARTS: usize = 15;

/// At most so many times the empty window's.
const WANTED: f64 = 1.2;

/// When the page could be used, in milliseconds since 1970.
const USABLE: &str = "const [mark] = performance.getEntriesByName('usable');
    return mark ? performance.timeOrigin + mark.startTime : null";

pub async fn measure(program: &Path, empty: &Path) -> Result<[Figure; 2]> {
    let (mut ours, mut of_empty) = (Vec::new(), Vec::new());
    for start in 0..=STARTS {
        let (one, other) = (once(empty).await?, once(program).await?);
        if start > 0 {
            of_empty.push(one);
            ours.push(other);
        }
    }
    let of_empty = Figure::of_times("start of an empty window, to its page", of_empty);
    let ours = Figure::of_times("start of the program, to its start page", ours);
    let ratio = ours.median() / of_empty.median();
    let goal = Goal::times("the empty window's, at the median", ratio, WANTED);
    Ok([of_empty, ours.wanted(goal)])
}

async fn once(program: &Path) -> Result<f64> {
    let desk = Desk::new()?;
    let began = desk.home().join("began");
    let starter = starter(&desk, program, &began)?;
    let window = Window::open(&starter, &desk, &[]).await?;
    window
        .until(
            "the page says that it can be used",
            "return performance.getEntriesByName('usable').length > 0",
        )
        .await?;
    let usable = window.script(USABLE).await?;
    window.close().await?;
    let usable = usable.as_f64().context("a time")?;
    let began: f64 = std::fs::read_to_string(began)?.trim().parse()?;
    Ok(usable - began / 1e6)
}

/// The driver starts the program itself: this notes when, in nanoseconds since 1970.
fn starter(desk: &Desk, program: &Path, began: &Path) -> Result<PathBuf> {
    use std::os::unix::fs::PermissionsExt;
    let path = desk.home().join("starter");
    let (began, program) = (began.display(), program.display());
    let script = format!("#!/bin/sh\ndate +%s%N > '{began}'\nexec '{program}' \"$@\"\n");
    std::fs::write(&path, script)?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))?;
    Ok(path)
}
