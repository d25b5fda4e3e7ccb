//! The palette and the keys: all of it by the keyboard alone.

use anyhow::Result;

use super::{Scene, sample};

const CONTROL: &str = "\u{e009}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const DOWN: &str = "\u{e015}";
const RELEASE: &str = "\u{e000}";

pub async fn the_palette_finds_and_does(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    let palette = format!("{CONTROL}k{RELEASE}");
    window.keys(&palette).await?;
    window.until_count("dialog [role=option]", 20).await?;
    window.keys("only negation").await?;
    window
        .until_text("Show only utterances with: negation")
        .await?;
    window.keys(ENTER).await?;
    window
        .until(
            "the list is narrowed",
            "return document.querySelector('.how button').innerText.includes('negation')
               && document.querySelector('dialog') === null",
        )
        .await?;

    window.keys(&palette).await?;
    window.keys("@wehl").await?;
    window.until_text("Tomas Wehl").await?;
    window.keys(ENTER).await?;
    window
        .until(
            "the list is his",
            "const items = [...document.querySelectorAll('[role=option][data-index]')];
             return items.length > 0 && items.every((item) => item.innerText.includes('Wehl'))",
        )
        .await?;

    window.keys(&palette).await?;
    window.keys("grandmother").await?;
    window.until_text("Ruta Selmer: “").await?;
    window.keys(&format!("{DOWN}{ESCAPE}")).await?;
    window
        .until(
            "it is closed",
            "return document.querySelector('dialog') === null",
        )
        .await?;
    window.keys(&palette).await?;
    window.keys("#calder").await?;
    window.until_text("Calder Ledger").await?;
    window.keys(ENTER).await?;
    window.until_count("[role=grid]", 1).await
}

pub async fn letters_can_be_switched_off(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    let current = "return document.querySelectorAll('[data-change].now').length";
    window.keys("n").await?;
    window.until_count("[data-change].now", 1).await?;
    window.keys("?").await?;
    window.until_text("Next, previous strong change").await?;
    window.keys(ESCAPE).await?;
    window.keys(&format!("{CONTROL}k{RELEASE}")).await?;
    window.keys("keys of one letter").await?;
    window.until_text("Switch keys of one letter off").await?;
    window.keys(ENTER).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.keys("n").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    anyhow::ensure!(
        window.script(current).await? == serde_json::json!(0),
        "a letter acted although letters are switched off"
    );
    // Keys with Ctrl still act.
    window.keys(&format!("{CONTROL}3{RELEASE}")).await?;
    window.until_count("[role=grid]", 1).await
}
