//! The open folder changes while somebody reads in it.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::{Scene, sample};
use crate::desk::{Desk, repository};
use crate::window::Window;

const LATE: &str = "The lake at night\n\nNight Courier\n10 June 2031\n\n\
    “Water has no passport,” Anselm Korvat said once more on the quay.\n";

/// A copy of the sample that may be changed.
fn copy(desk: &Desk) -> Result<PathBuf> {
    let folder = desk.folder("lake", &[])?;
    std::fs::create_dir_all(&folder)?;
    for entry in std::fs::read_dir(repository().join("examples/lake-mirren"))? {
        let file = entry?.path();
        let name = file.file_name().context("a file has a name")?;
        std::fs::copy(&file, folder.join(name))?;
    }
    Ok(folder)
}

/// What the reader is looking at: the chosen utterance, where it stands on the screen, how far the
/// text is scrolled, and the filters.
async fn place(window: &Window) -> Result<serde_json::Value> {
    window
        .script(
            "const chosen = document.querySelector('[role=option][data-index][aria-selected=true]');
             return { words: chosen?.querySelector('.said')?.innerText,
                      top: Math.round(chosen?.getBoundingClientRect().top ?? -1),
                      text: Math.round(document.querySelector('.read').scrollTop),
                      current: document.querySelectorAll('[data-change].now').length,
                      focus: document.activeElement?.getAttribute('role'),
                      effect: document.querySelector('.how button')?.innerText }",
        )
        .await
}

async fn start<'s>(scene: &'s mut Scene<'_>) -> Result<(PathBuf, &'s Window)> {
    let folder = copy(&scene.desk)?;
    let path = folder.to_str().context("a path of letters")?.to_owned();
    let window = scene.start(&[&path]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.press("Next change").await?;
    window.until_count("[data-change].now", 1).await?;
    Ok((folder, window))
}

pub async fn takes_in_what_comes_changes_and_goes(scene: &mut Scene<'_>) -> Result<()> {
    let (folder, window) = start(scene).await?;
    let before = place(window).await?;

    std::fs::write(folder.join("night-courier.txt"), LATE)?;
    window.until_text("1 file taken in: 1 new").await?;
    window.until_text("8 articles, 8 outlets").await?;
    ensure!(
        place(window).await? == before,
        "{} became {}",
        before,
        place(window).await?
    );

    let wire = folder.join("meridian-wire.txt");
    let text = std::fs::read_to_string(&wire)?;
    std::fs::write(&wire, text.replace("Old Amrin", "New Amrin"))?;
    std::fs::write(folder.join("scan.pdf"), "%PDF-1.4\n")?;
    window
        .until_text("2 files taken in: 1 new, 1 changed")
        .await?;
    window.until_text("1 file could not be read").await?;

    std::fs::remove_file(folder.join("night-courier.txt"))?;
    window.until_text("7 articles, 7 outlets").await?;
    window.until_text("1 file taken in: 1 changed").await?;
    ensure!(
        place(window).await? == before,
        "{} became {}",
        before,
        place(window).await?
    );

    window.press("Show which").await?;
    window.until_text("meridian-wire.txt").await?;
    window.press("Close").await?;
    window
        .until(
            "the line is put away",
            "return document.querySelector('.living') === null",
        )
        .await
}

pub async fn a_folder_that_goes_says_so_and_comes_back(scene: &mut Scene<'_>) -> Result<()> {
    let (folder, window) = start(scene).await?;
    let away = folder.with_file_name("away");
    std::fs::rename(&folder, &away)?;
    window.until_text("The folder is no longer there").await?;
    window.until_text("Anselm Korvat").await?;
    std::fs::rename(&away, &folder)?;
    window
        .until(
            "the note goes",
            "return document.querySelector('[role=alert]') === null",
        )
        .await?;
    std::fs::write(folder.join("night-courier.txt"), LATE)?;
    window.until_text("1 file taken in: 1 new").await
}
