//! The sample: from the start page to two versions on the screen.

use anyhow::{Result, ensure};

use super::Scene;
use crate::window::Window;

/// Korvat's sentence about the gates, which six of the seven outlets carry.
pub const GATES: &str = "the gates are opened";

/// Chooses the utterance whose words contain `words`, and waits for its comparison.
pub async fn choose(window: &Window, words: &str) -> Result<()> {
    window
        .until(
            "the utterance is in the list",
            &format!(
                "const option = [...document.querySelectorAll('[role=option]')]
                   .find((option) => option.innerText.includes({words:?}));
                 if (option) option.click();
                 return option !== undefined"
            ),
        )
        .await?;
    window
        .until(
            "two versions are shown",
            "return document.querySelectorAll('mark').length > 0",
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
    window.element("[role=option]").await?;
    let listed = window.count("[role=option]").await?;
    ensure!(listed >= 5, "only {listed} utterances are listed");
    window.until_text("Anselm Korvat").await
}

pub async fn shows_the_words_that_differ(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    choose(window, GATES).await?;
    // A mark holds whole words, and what it is is said to those who do not see it.
    let cut = window
        .text(
            "return [...document.querySelectorAll('mark')].map((mark) => mark.textContent.trim())
               .find((words) => words === '') ?? 'none is empty'",
        )
        .await?;
    ensure!(cut == "none is empty", "a mark is empty");
    window.until_text("“").await?;
    let changes = window
        .count("[aria-label='Changes'] [role=option], [aria-label='Changes'] li")
        .await?;
    ensure!(changes > 0, "the changes are not listed in words");
    Ok(())
}

/// The names of the two outlets as the choosers show them.
async fn outlets(window: &Window) -> Result<(String, String)> {
    let of = |side: &str| {
        format!(
            "const chooser = document.querySelector('[aria-label^=\"{side} version\"]');
             return chooser?.selectedOptions?.[0]?.innerText ?? chooser?.innerText"
        )
    };
    Ok((
        window.text(&of("Left")).await?,
        window.text(&of("Right")).await?,
    ))
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
    let all = window
        .count("[aria-label='Changes'] [role=option], [aria-label='Changes'] li")
        .await?;
    window.press("Next change").await?;
    window.until_text(&format!("1 of {all}")).await?;
    if all > 1 {
        window.keys("n").await?;
        window.until_text(&format!("2 of {all}")).await?;
        window.keys("p").await?;
        window.until_text(&format!("1 of {all}")).await?;
    }
    Ok(())
}
