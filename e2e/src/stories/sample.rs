//! The sample: from the start page to two versions on the screen.

use anyhow::{Context, Result, ensure};

use super::Scene;
use crate::window::Window;

/// Korvat's sentence about the gates, which six of the seven outlets carry.
pub const GATES: &str = "the gates are opened";

/// What he said of the villages: a negation, a number and an obligation differ.
pub const VILLAGES: &str = "villages lie below the dam";

/// A line of the list of utterances.
const UTTERANCE: &str = "[role=option][data-index]";
/// Words that differ, as against the samples of marks in the legend.
const MARK: &str = "mark[data-change]";
/// A line of the list of changes.
const CHANGE: &str = "[role=listbox][aria-label='Changes'] [role=option]";
/// What is marked or missing in the text because of the current change.
const CURRENT: &str = "[data-change].now";

/// Chooses the utterance whose words contain `words`, and waits for its comparison.
pub async fn choose(window: &Window, words: &str) -> Result<()> {
    window
        .until(
            "the utterance is in the list",
            &format!(
                "const option = [...document.querySelectorAll('[role=option][data-index]')]
                   .find((option) => option.innerText.includes({words:?}));
                 if (option) option.click();
                 return option !== undefined"
            ),
        )
        .await?;
    // The comparison of another utterance may stand there until this one's has come.
    window
        .until(
            "two versions are shown",
            &format!(
                "const said = [...document.querySelectorAll('.read .row.said')];
                 return said.some((row) => row.innerText.includes({words:?}))
                   && said.some((row) => row.querySelector('mark[data-change]') !== null)"
            ),
        )
        .await
}

pub async fn opens_from_the_start_page(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&[]).await?;
    window
        .until_text("Who said it, and how each outlet worded it.")
        .await?;
    window.press("Open the sample").await?;
    window.until_text("Lake Mirren").await?;
    window.until_count(UTTERANCE, 5).await?;
    window.until_text("Anselm Korvat").await?;
    window.until_text("Ines Dorath").await
}

pub async fn shows_the_words_that_differ(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    choose(window, GATES).await?;
    window.until_count(MARK, 1).await?;
    window.until_count(CHANGE, 1).await?;
    let odd = window
        .script(
            "return [...document.querySelectorAll('mark[data-change]')].map((mark) => {
               const words = mark.cloneNode(true);
               const told = [...words.querySelectorAll('.sr')];
               told.forEach((effect) => effect.remove());
               return { words: words.textContent.trim(), effects: told.length };
             }).filter(({ words, effects }) => words === '' || effects === 0)",
        )
        .await?;
    let none = serde_json::json!([]);
    ensure!(
        odd == none,
        "marks without words, or whose effect is not told: {odd}"
    );
    Ok(())
}

/// The names of the two outlets as the choosers show them.
async fn outlets(window: &Window) -> Result<(String, String)> {
    let chosen = async |side: &str| {
        let button = window.button(&format!("{side} version")).await?;
        let text = button.prop("textContent").await?.unwrap_or_default();
        let (_, outlet) = text
            .split_once(": ")
            .context("the chooser names no outlet")?;
        anyhow::Ok(outlet.to_owned())
    };
    Ok((chosen("Left").await?, chosen("Right").await?))
}

pub async fn swaps_the_outlets(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    choose(window, GATES).await?;
    let (left, right) = outlets(window).await?;
    ensure!(left != right, "{left} stands on both sides");
    window.press("Swap the two outlets").await?;
    until_outlets(window, &right, &left).await?;
    window.keys("x").await?;
    until_outlets(window, &left, &right).await
}

async fn until_outlets(window: &Window, left: &str, right: &str) -> Result<()> {
    for _ in 0..100 {
        if outlets(window).await? == (left.to_owned(), right.to_owned()) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("the two were not swapped: {:?}", outlets(window).await?)
}

pub async fn steps_through_the_changes(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    choose(window, GATES).await?;
    window.until_count(CHANGE, 2).await?;
    let all = window.count(CHANGE).await?;
    let first = format!("1 of {all}");
    let second = format!("2 of {all}");
    window.press("Next change").await?;
    window.until_text(&first).await?;
    window.until_count(CURRENT, 1).await?;
    window.press("Next change").await?;
    window.until_text(&second).await?;
    window.press("Previous change").await?;
    window.until_text(&first).await?;
    window.keys("n").await?;
    window.until_text(&second).await?;
    window.keys("p").await?;
    window.until_text(&first).await
}
