//! Outlets measured against what was really said: a version that is marked, a text that is pasted,
//! a file that is attached.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Scene, sample};
use crate::chooser;
use crate::window::Window;

/// A row of the table of outlets.
const ROW: &str = "table[aria-label$='measured'] tbody tr";

const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";

/// Words of our own: no outlet of the sample prints them all.
const TRANSCRIPT: &str = "If the gates are opened before the survey is done with, we will not \
    treat it as an accident. Forty-one villages lie below the dam, and every one of them must be \
    warned in good time. We do not rule out another round of talks. But nobody in Port Amrin \
    should mistake our patience for consent.";

/// Takes the version at the left for what was really said.
pub async fn by_the_version_shown(window: &Window) -> Result<()> {
    window.keys("b").await?;
    window.press("Measure the outlets").await?;
    window.until_count(ROW, 2).await
}

/// Pastes a transcript and measures the outlets against it.
pub async fn by_a_pasted_text(window: &Window) -> Result<()> {
    window.keys("b").await?;
    window.press("Paste a text").await?;
    paste(window).await?;
    window.press("Measure the outlets").await?;
    window.until_count(ROW, 3).await
}

async fn paste(window: &Window) -> Result<()> {
    window
        .script(&format!(
            "const [name, text] = [...document.querySelectorAll('.paste input, .paste textarea')];
             const set = (field, value) => {{
               field.value = value;
               field.dispatchEvent(new Event('input', {{ bubbles: true }}));
             }};
             set(name, 'Office of the Premier, 9 June');
             set(text, {});",
            json!(TRANSCRIPT)
        ))
        .await?;
    window.press("Attach it").await?;
    window.until_text("Office of the Premier, 9 June").await?;
    window
        .until(
            "it is chosen",
            "return document.querySelector('dialog input[value^=\"t \"]:checked') !== null",
        )
        .await
}

pub async fn a_version_is_marked_by_keyboard_alone(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.keys("b").await?;
    window
        .until_count("dialog input[type=radio]:checked", 1)
        .await?;
    window.keys(ENTER).await?;
    window.until_count(ROW, 2).await?;
    let source = window
        .script("return document.querySelector('.tr .lb span').innerText")
        .await?;
    let outlets = window
        .script(
            "return [...document.querySelectorAll('tbody .outlet button')].map((b) => b.innerText)",
        )
        .await?;
    let listed = outlets.as_array().is_some_and(|all| all.contains(&source));
    ensure!(!listed, "{source} is measured against itself: {outlets}");

    window.focus_on("tbody [tabindex=\"0\"]").await?;
    window.keys("\u{e011}").await?;
    window.keys(DOWN).await?;
    window
        .until_count("tr[aria-current=true]:nth-child(2)", 1)
        .await?;
    let outlet = &outlets[1];
    window.keys(ENTER).await?;
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

pub async fn a_pasted_text_and_a_file_are_attached(scene: &mut Scene<'_>) -> Result<()> {
    let folder = scene
        .desk
        .folder("papers", &[("korvat-0906.txt", TRANSCRIPT.as_bytes())])?;
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    by_a_pasted_text(window).await?;
    window.until_text("the thicker the rule").await?;
    let before = window
        .script("return document.querySelector('nav').innerText")
        .await?;
    window.press("Cut").await?;
    window
        .until_count("th[aria-sort=descending] button.chosen", 1)
        .await?;

    window.press("Change reference…").await?;
    window.press("Attach a file…").await?;
    chooser::choose(&folder.join("korvat-0906.txt")).await?;
    window.until_text("korvat-0906.txt").await?;
    window
        .press("Take away: Office of the Premier, 9 June")
        .await?;
    window
        .until(
            "one transcript is left, and chosen",
            "const left = [...document.querySelectorAll('dialog input[value^=\"t \"]')];
             return left.length === 1 && left[0].checked",
        )
        .await?;
    window.press("Measure the outlets").await?;
    window.until_text("korvat-0906.txt, line").await?;
    let after = window
        .script("return document.querySelector('nav').innerText")
        .await?;
    ensure!(
        before == after,
        "a transcript counts: {before} became {after}"
    );
    window.press("Stop measuring").await?;
    window.until_count(".read .row.said", 1).await
}
