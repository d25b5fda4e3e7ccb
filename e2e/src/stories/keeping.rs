//! What was corrected is not lost: a file that is not understood, a second program, a folder that cannot
//! be written.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::{Scene, sample};
use crate::window::Window;

const DELETE: char = '\u{e017}';
const PUT_ASIDE: &str = "Your corrections of this folder could not be understood";
const HELD: &str = "Another As Quoted is open";
const UNWRITABLE: &str = "The program’s own folder cannot be written";

/// The files of corrections below the story's home, by their ending.
fn files(scene: &Scene<'_>, ending: &str) -> Result<Vec<PathBuf>> {
    let folder = scene.desk.data().join("judgements");
    let entries = std::fs::read_dir(folder)?;
    let paths = entries.map(|entry| Ok(entry?.path()));
    let paths: Vec<PathBuf> = paths.collect::<std::io::Result<_>>()?;
    let has = |path: &PathBuf| path.extension().is_some_and(|own| own == ending);
    Ok(paths.into_iter().filter(has).collect())
}

/// A script that tells whether a text is not read.
fn without(text: &str) -> String {
    format!("return !document.body.innerText.includes({text:?})")
}

async fn read(window: &Window, text: &str) -> Result<bool> {
    Ok(window.script(&without(text)).await? == serde_json::json!(false))
}

async fn take_one_out(window: &Window) -> Result<()> {
    sample::choose(window, sample::VILLAGES).await?;
    window.keys(&DELETE.to_string()).await?;
    window
        .until_text("Taken out: not the same utterance.")
        .await
}

/// The file is broken from outside: the reader is told, brings back what was good, and has it again.
pub async fn what_is_not_understood_is_told_and_brought_back(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    take_one_out(window).await?;
    scene.end().await?;
    let file = files(scene, "json")?
        .pop()
        .context("a file of corrections")?;
    std::fs::write(&file, "{ half")?;

    let window = scene.start(&["--sample"]).await?;
    window.until_text(PUT_ASIDE).await?;
    window.press("Bring them back").await?;
    window
        .until("the note is gone", &without(PUT_ASIDE))
        .await?;
    window.press("Correct…").await?;
    window.press("Corrections…").await?;
    window.until_text("1 correction").await?;
    let aside = files(scene, "put-aside-1")?;
    ensure!(aside.len() == 1, "{aside:?}");
    ensure!(std::fs::read_to_string(&aside[0])? == "{ half");
    Ok(())
}

/// A second program on one home, on another session bus: it shows everything, and writes nothing.
pub async fn a_second_program_writes_nothing(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    take_one_out(window).await?;
    let first = scene.keep()?;
    let window = scene.start(&["--sample"]).await?;
    window.until_text(HELD).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.keys(&DELETE.to_string()).await?;
    window
        .until_text("Another As Quoted is open and may change it.")
        .await?;
    first.close().await?;
    // The first ends, which takes a moment: the second takes over, with what the first kept.
    let mut tries = 0;
    while !read(window, "Taken out: not the same utterance.").await? {
        tries += 1;
        ensure!(tries < 40, "the second does not take over");
        window.keys(&DELETE.to_string()).await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    window
        .until(&format!("“{HELD}” is gone"), &without(HELD))
        .await?;
    window.press("Correct…").await?;
    window.press("Corrections…").await?;
    window.until_text("2 corrections").await
}

/// A file lies where the data folder should be: the program opens all the same, and says so.
pub async fn a_data_folder_that_cannot_be_written_is_told(scene: &mut Scene<'_>) -> Result<()> {
    let data = scene.desk.data();
    std::fs::remove_dir_all(&data)?;
    std::fs::write(&data, "in the way")?;
    let window = scene.start(&["--sample"]).await?;
    window.until_text(UNWRITABLE).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.keys(&DELETE.to_string()).await?;
    window
        .until_text("It could not be written to the disk.")
        .await?;
    ensure!(std::fs::read_to_string(&data)? == "in the way");
    Ok(())
}
