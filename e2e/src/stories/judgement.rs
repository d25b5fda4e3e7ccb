//! Correcting, undoing and what is left of it the next time: by mouse, and by keyboard alone.

use anyhow::{Result, ensure};

use super::{Scene, sample};
use crate::window::Window;

const SHIFT: char = '\u{e008}';
const CTRL: char = '\u{e009}';
const NULL: char = '\u{e000}';
const DELETE: char = '\u{e017}';
const ENTER: char = '\u{e007}';
const DOWN: char = '\u{e015}';

/// Versions of the chosen utterance, as its head tells them.
async fn versions(window: &Window) -> Result<String> {
    let script = "return document.querySelector('.head .about').innerText.match(/\\d+ version/)[0]";
    Ok(window
        .script(script)
        .await?
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

async fn until_versions(window: &Window, count: u32) -> Result<()> {
    let script = format!(
        "return document.querySelector('.head .about')?.innerText.includes(' {count} version') === true"
    );
    window
        .until(&format!("{count} versions are told"), &script)
        .await
}

fn first_number(text: &str) -> u32 {
    text.split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_default()
}

/// The version at the right is taken out, is back, is out again; and the next time still is.
pub async fn by_mouse(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    let all = first_number(&versions(window).await?);
    ensure!(all > 2, "{all} versions");
    window.press("Correct…").await?;
    window.press("Not the same:").await?;
    until_versions(window, all - 1).await?;
    window
        .until_text("Taken out: not the same utterance.")
        .await?;

    window.press("Undo").await?;
    until_versions(window, all).await?;
    window.until_text("Undone: Taken out").await?;
    window.press("Redo").await?;
    until_versions(window, all - 1).await?;

    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    until_versions(window, all - 1).await?;
    window.press("Correct…").await?;
    window.press("Corrections…").await?;
    window.until_text("1 correction").await?;
    window
        .script("document.querySelector('[aria-label^=\"Take back: Not the same\"]').click()")
        .await?;
    window.until_text("Nothing is corrected yet").await?;
    window.keys("\u{e00c}").await?;
    until_versions(window, all).await
}

/// Reviewed and on, a note, a name, and everything undone: no pointer.
pub async fn by_keyboard(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    let all = first_number(&versions(window).await?);
    window.keys(&DELETE.to_string()).await?;
    until_versions(window, all - 1).await?;
    window.keys(&format!("{CTRL}z{NULL}")).await?;
    until_versions(window, all).await?;
    window.keys(&format!("{CTRL}y{NULL}")).await?;
    until_versions(window, all - 1).await?;
    window.keys(&format!("{CTRL}z{NULL}")).await?;
    until_versions(window, all).await?;

    window.keys(&format!("{SHIFT}{ENTER}{NULL}")).await?;
    window.until_count("dialog textarea", 1).await?;
    window
        .keys(&format!("Ask her office.{CTRL}{ENTER}{NULL}"))
        .await?;
    window.until_text("Note: Ask her office.").await?;

    window.keys("s").await?;
    window.until_count("dialog input[type=text]", 1).await?;
    window.keys(&format!("Inès Dorath{ENTER}")).await?;
    window.until_text("The speaker is Inès Dorath.").await?;
    let head = "return document.querySelector('.head').innerText.includes('Inès Dorath')";
    window.until("the head names her", head).await?;

    let place = "return document.querySelector('[role=option][tabindex=\"0\"]').dataset.index";
    let before = window.script(place).await?;
    window.keys("r").await?;
    window
        .until("the next is chosen", &format!("{place} !== {before}"))
        .await?;
    window.until_count(".seen.yes", 1).await?;
    for _ in 0..3 {
        window.keys(&format!("{CTRL}z{NULL}")).await?;
    }
    window
        .until(
            "nothing is left to undo",
            "return document.querySelector('.undo').disabled",
        )
        .await?;
    ensure!(window.count(".seen.yes").await? == 0);
    Ok(())
}

/// Several at once, and only those that are left.
pub async fn several_at_once(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    window.until_count("[role=option]", 4).await?;
    window.focus_on("[role=option][tabindex=\"0\"]").await?;
    window.keys(&format!("{SHIFT}{DOWN}{DOWN}{NULL}")).await?;
    window.until_text("3 utterances selected").await?;
    ensure!(window.count("[role=option][aria-selected=true]").await? == 3);
    window.keys("r").await?;
    window.until_text("3 utterances reviewed.").await?;
    window.until_count(".seen.yes", 3).await
}
