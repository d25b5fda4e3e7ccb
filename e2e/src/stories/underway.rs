//! A folder is read in while it is being opened.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Scene;
use crate::bench::large;
use crate::window::Window;

/// Enough for some seconds, whatever the machine and the build.
const UTTERANCES: usize = 1_500;
const PATIENCE: Duration = Duration::from_secs(30);

/// A strip is in view that tells of the work.
const STRIP: &str = "!!document.querySelector('.underway')?.getBoundingClientRect().height";

async fn start<'s>(scene: &'s mut Scene<'_>) -> Result<&'s Window> {
    let folder = scene.desk.folder("large", &[])?;
    large::write(&folder, UTTERANCES)?;
    let path = folder.to_str().context("a path of letters")?.to_owned();
    let window = scene.start(&[&path]).await?;
    let readable = "document.body.innerText.includes('You can already read what is listed')";
    let readable = format!("return {readable}");
    window
        .until_within(PATIENCE, "there is something to read", &readable)
        .await?;
    Ok(window)
}

async fn number(window: &Window, script: &str) -> Result<i64> {
    let value = window.script(script).await?;
    value.as_i64().with_context(|| format!("{script}: {value}"))
}

/// What is chosen, and the words at its side.
async fn place(window: &Window) -> Result<Value> {
    window
        .script(
            "const chosen = document.querySelector('[role=option][data-index][aria-selected=true]');
             return [chosen?.querySelector('.said')?.innerText,
                     document.querySelector('.read')?.innerText.slice(0, 200),
                     document.activeElement?.getAttribute('role')]",
        )
        .await
}

/// By the mouse: an utterance that is listed is opened; it stays when all the others have come.
pub async fn an_utterance_is_read_before_the_last_is_compared(scene: &mut Scene<'_>) -> Result<()> {
    let window = start(scene).await?;
    let found = "return document.querySelectorAll('.so button.lines').length > 0";
    window
        .until_within(PATIENCE, "an utterance can be opened", found)
        .await?;
    window
        .script("document.querySelectorAll('.so button.lines')[2].click()")
        .await?;
    window.until_count(".row.said", 1).await?;
    window
        .until("the strip is there", &format!("return {STRIP}"))
        .await?;
    let total =
        "return Number(document.querySelector('[role=option]')?.getAttribute('aria-setsize') ?? 0)";
    let early = number(window, total).await?;
    let before = place(window).await?;
    let chatter = "return document.querySelector('.sr[role=status]').innerText";
    ensure!(window.script(chatter).await? != Value::from(format!("{early} utterances")));
    window
        .until_within(PATIENCE, "all is read", &format!("return !({STRIP})"))
        .await?;
    let more = format!("{total} > {early}");
    window.until("the list has grown", &more).await?;
    let after = place(window).await?;
    ensure!(before == after, "{before} became {after}");
    window
        .until_text("utterances in several outlets")
        .await
        .ok();
    Ok(())
}

/// By keys alone: articles are read while the utterances are compared; the work is stopped from
/// there, and what is done is kept.
pub async fn articles_are_read_and_the_work_is_stopped_by_keys(
    scene: &mut Scene<'_>,
) -> Result<()> {
    let window = start(scene).await?;
    let control = "\u{e009}";
    window.keys(&format!("{control}2{control}")).await?;
    window.until_count("[role=option][data-index]", 2).await?;
    ensure!(window.script(&format!("return {STRIP}")).await? == true);
    let stop = "document.activeElement?.matches('.underway button')";
    for _ in 0..40 {
        if window.script(&format!("return {stop}")).await? == true {
            break;
        }
        window.keys("\u{e004}").await?;
    }
    ensure!(
        window.script(&format!("return {stop}")).await? == true,
        "Tab leads to the button"
    );
    window.keys("\u{e007}").await?;
    window
        .until("the strip is gone", &format!("return !({STRIP})"))
        .await?;
    window.keys(&format!("{control}1{control}")).await?;
    window.until_text("Stopped after").await
}
