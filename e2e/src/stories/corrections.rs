//! The sheets in which something is corrected, and the list of what was: exported, imported, taken
//! back.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::{Scene, sample};
use crate::chooser;
use crate::window::Window;

const SHIFT: char = '\u{e008}';
const CTRL: char = '\u{e009}';
const NULL: char = '\u{e000}';
const DELETE: char = '\u{e017}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const TAB: char = '\u{e004}';
const DOWN: char = '\u{e015}';

const PATIENCE: Duration = Duration::from_secs(12);

/// Utterances that the list holds.
async fn listed(window: &Window) -> Result<u64> {
    let script = "return Number(document.querySelector('[role=option][data-index]').ariaSetSize)";
    window.script(script).await?.as_u64().context("a list")
}

async fn until_listed(window: &Window, count: u64) -> Result<()> {
    let script = format!(
        "return document.querySelector('[role=option][data-index]')?.ariaSetSize === '{count}'"
    );
    let what = format!("{count} utterances are listed");
    window.until(&what, &script).await
}

async fn until_the_sheet_is_gone(window: &Window) -> Result<()> {
    let script = "return document.querySelector('dialog') === null";
    window.until("no sheet lies over the window", script).await
}

async fn undo(window: &Window) -> Result<()> {
    window.keys(&format!("{CTRL}z{NULL}")).await
}

async fn redo(window: &Window) -> Result<()> {
    window.keys(&format!("{CTRL}{SHIFT}z{NULL}")).await
}

/// Corrections leave by a file of the reader's choice, and come back from it.
pub async fn are_exported_and_imported(scene: &mut Scene<'_>) -> Result<()> {
    let file = scene.desk.home().join("corrections.json");
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.keys(&DELETE.to_string()).await?;
    window
        .until_text("Taken out: not the same utterance.")
        .await?;
    window.press("Correct…").await?;
    window.press("Corrections…").await?;
    window.until_text("1 correction").await?;
    window.press("Export…").await?;
    chooser::save(&file).await?;
    window
        .until_text("The corrections were written to the file.")
        .await?;
    let kept: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    ensure!(kept["schema"] == "asquoted.corrections/1", "{kept}");
    ensure!(kept["corrections"][0]["what"] == "not_the_same", "{kept}");

    window.keys(&ESCAPE.to_string()).await?;
    until_the_sheet_is_gone(window).await?;
    undo(window).await?;
    window.until_text("Undone: Taken out").await?;
    window.press("Correct…").await?;
    window.press("Corrections…").await?;
    window.until_text("Nothing is corrected yet").await?;
    window.press("Import…").await?;
    chooser::choose(&file).await?;
    window.until_text("1 correction added.").await?;
    window.until_count("dialog li", 1).await
}

/// A file that holds something else is refused, in words, and nothing changes.
pub async fn a_file_of_something_else_is_refused(scene: &mut Scene<'_>) -> Result<()> {
    let file = scene.desk.home().join("other.json");
    std::fs::write(&file, "{ \"schema\": \"something.else/1\" }")?;
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.press("Correct…").await?;
    window.press("Corrections…").await?;
    window.press("Import…").await?;
    chooser::choose(&file).await?;
    window
        .until_text("The file holds no corrections of this program.")
        .await?;
    ensure!(window.count("dialog li").await? == 0);
    Ok(())
}

/// Two utterances become one, by keys alone, and two again.
pub async fn same_as_by_keyboard(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    let all = listed(window).await?;
    window.keys("=").await?;
    window.until_text("Same utterance as…").await?;
    focus_the_field(window).await?;
    window.keys("passport").await?;
    window
        .until(
            "only what has the word is offered",
            "const offered = [...document.querySelectorAll('dialog .item')];
             return offered.length > 0
               && offered.every((item) => item.innerText.includes('passport'))",
        )
        .await?;
    // From the field to the first that is offered.
    tab_until(
        window,
        "document.activeElement.closest('dialog .item') !== null",
    )
    .await?;
    window.keys(" ").await?;
    window.keys(&ENTER.to_string()).await?;
    window.until_text("Joined: the same utterance.").await?;
    until_the_sheet_is_gone(window).await?;
    until_listed(window, all - 1).await?;
    undo(window).await?;
    until_listed(window, all).await?;
    redo(window).await?;
    until_listed(window, all - 1).await?;
    undo(window).await?;
    until_listed(window, all).await
}

/// The outlet of one article, by mouse; its name stands everywhere, also the next time.
pub async fn the_outlet_is_another(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.press("Correct…").await?;
    window.press("The outlet is…").await?;
    window.until_count("dialog input[type=text]", 1).await?;
    window.keys("Mirren Morning").await?;
    window.press("Name").await?;
    window.until_text("The outlet is Mirren Morning.").await?;
    let shown = "return document.querySelector('.outlet').innerText.includes('Mirren Morning')";
    window.until("the version bears its name", shown).await?;

    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.until("the name was kept", shown).await?;
    window.press("Undo").await?;
    let gone = "return !document.querySelector('.outlet').innerText.includes('Mirren Morning')";
    window.until("its own name is back", gone).await
}

/// What is no speech leaves the list; by its key, and back by undo.
pub async fn not_speech_by_keyboard(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, "a period of mutual restraint").await?;
    let all = listed(window).await?;
    window.keys("q").await?;
    window.until_text("Not speech.").await?;
    until_listed(window, all - 1).await?;
    undo(window).await?;
    until_listed(window, all).await?;
    redo(window).await?;
    until_listed(window, all - 1).await
}

/// A note is written, changed and removed, by mouse but for its letters.
pub async fn a_note_is_changed_and_removed(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.press("Correct…").await?;
    window.press("Note…").await?;
    window.until_count("dialog textarea", 1).await?;
    window.keys("Which survey?").await?;
    window.press("Keep").await?;
    window.until_text("Note: Which survey?").await?;
    window.press("Change…").await?;
    window.until_count("dialog textarea", 1).await?;
    window.keys(" The one of May.").await?;
    window.press("Keep").await?;
    window.until_text("Which survey? The one of May.").await?;
    window.press("Change…").await?;
    window.press("Remove the note").await?;
    window.until_text("Note removed.").await?;
    window
        .until(
            "no note is shown",
            "return !document.querySelector('main').innerText.includes('Which survey?')",
        )
        .await
}

/// Several get one speaker in one step, which one undo takes back.
pub async fn the_speaker_of_several(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    window.until_count("[role=option]", 4).await?;
    let names = "return [...document.querySelectorAll('[role=option][data-index] b')]
                   .map((name) => name.innerText).join('|')";
    window.focus_on("[role=option][tabindex=\"0\"]").await?;
    let before = window.script(names).await?;
    window.keys(&format!("{SHIFT}{DOWN}{DOWN}{NULL}")).await?;
    window.until_text("3 utterances selected").await?;
    window.keys("s").await?;
    window.until_count("dialog input[type=text]", 1).await?;
    window.keys(&format!("Odile Farrand{ENTER}")).await?;
    window
        .until_text("The speaker of 3 utterances is Odile Farrand.")
        .await?;
    let hers = "return [...document.querySelectorAll('[role=option][data-index]')]
                  .filter((item) => item.innerText.includes('Odile Farrand')).length === 3";
    window.until("three are hers", hers).await?;
    undo(window).await?;
    let back = format!("{names} === {before}");
    window.until("the names are as before", &back).await
}

/// The field of a sheet, as a person reaches it.
async fn focus_the_field(window: &Window) -> Result<()> {
    tab_until(
        window,
        "document.activeElement.matches('dialog .find input')",
    )
    .await
}

/// Presses Tab until it is so, once round at most.
async fn tab_until(window: &Window, is_so: &str) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if window.script(&format!("return {is_so}")).await? == Value::Bool(true) {
            return Ok(());
        }
        window.keys(&TAB.to_string()).await?;
    }
    bail!("the keys do not lead there: {is_so}")
}
