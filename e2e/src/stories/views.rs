//! From one view to another: what is chosen in one leads to its evidence in the next.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Scene, sample};
use crate::window::Window;

/// A cell of the coverage matrix that stands for words.
const CELL: &str = "[role=grid] td button";
/// A paragraph of the left or right article.
const LEFT: &str = ".column.left [data-paragraph]";
const RIGHT: &str = ".column.right [data-paragraph]";

/// The titles of the two articles that stand side by side.
async fn titles(window: &Window) -> Result<serde_json::Value> {
    window
        .script(
            "return [...document.querySelectorAll('.column h2')].map((title) => title.innerText)",
        )
        .await
}

pub async fn a_cell_of_the_matrix_opens_its_evidence(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    window.until_text("Anselm Korvat").await?;
    window.press("Outlets").await?;
    window.until_count(CELL, 8).await?;
    // The last cell of the first row: no outlet whose version all others are held against.
    let outlet = window
        .script(
            "const cell = [...document.querySelectorAll('tbody tr:first-child td button')].at(-1);
             cell.focus();
             return cell.getAttribute('aria-label').split(':')[0]",
        )
        .await?;
    window.keys("\u{e007}").await?;
    window
        .until(
            "that outlet stands at the right",
            &format!(
                "const right = [...document.querySelectorAll('.outlets button')]
                   .find((button) => button.textContent.startsWith('Right version'));
                 return right !== undefined && right.textContent.includes({outlet})"
            ),
        )
        .await
}

pub async fn two_articles_stand_side_by_side(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    window.press("Articles").await?;
    window.until_count(LEFT, 3).await?;
    window.until_count(RIGHT, 3).await?;
    let before = titles(window).await?;
    ensure!(before[0] != before[1], "one article stands on both sides");
    window.until_count(".ribbons path.now", 1).await?;
    let passage = window
        .script("return document.querySelector('.place').innerText")
        .await?;
    window.press("Next passage").await?;
    window
        .until(
            "the next passage is the current one",
            &format!("return document.querySelector('.place').innerText !== {passage}"),
        )
        .await?;

    window
        .script(
            "[...document.querySelectorAll('[role=option][data-index]')]
               .find((option) => option.getAttribute('aria-selected') === 'false').click()",
        )
        .await?;
    window
        .until(
            "the right article is another",
            &format!(
                "const [left, right] = [...document.querySelectorAll('.column h2')]
                   .map((title) => title.innerText);
                 return left === {} && right !== {}",
                json!(before[0]),
                json!(before[1])
            ),
        )
        .await
}
