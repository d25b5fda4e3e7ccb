//! Narrowing the list, searching it, and words remembered.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Scene, sample};
use crate::window::Window;

/// A place where something like the words stands.
const HIT: &str = ".hits [role=option]";
const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";
const TAB: &str = "\u{e004}";

/// Korvat's sentence about the gates, as somebody may remember it.
pub const REMEMBERED: &str = "opening those gates would be no accident";

/// How many utterances the list says it holds.
async fn listed(window: &Window) -> Result<u64> {
    let count = window
        .script(
            "return Number(document.querySelector('.items[role=listbox]')
               ?.getAttribute('aria-label').split(' ')[0] ?? 0)",
        )
        .await?;
    Ok(count.as_u64().unwrap_or(0))
}

async fn until_listed(window: &Window, count: u64) -> Result<()> {
    window
        .until(
            &format!("{count} utterances are listed"),
            &format!(
                "const list = document.querySelector('.items[role=listbox]');
                 const label = list?.getAttribute('aria-label') ?? '0';
                 return Number(label.split(' ')[0]) === {count}"
            ),
        )
        .await
}

/// Goes to the field by its key, and types.
pub async fn search(window: &Window, words: &str) -> Result<()> {
    window.keys("/").await?;
    window
        .until(
            "the field has the focus",
            "return document.activeElement.matches('.field input')",
        )
        .await?;
    if words.is_empty() {
        return Ok(());
    }
    window.keys(words).await
}

/// Chooses an option of the open menu by its words.
async fn pick(window: &Window, label: &str) -> Result<()> {
    window
        .until(
            &format!("“{label}” is offered"),
            &format!(
                "const option = [...document.querySelectorAll('.choose [role=option]')]
                   .find((option) => option.innerText.includes({label}));
                 if (option) option.click();
                 return option !== undefined",
                label = json!(label)
            ),
        )
        .await
}

pub async fn words_are_searched_by_keys_alone(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    let all = listed(window).await?;
    search(window, "villages").await?;
    window.until_text(&format!("1 of {all} utterances")).await?;
    until_listed(window, 1).await?;
    window.keys(DOWN).await?;
    window
        .until(
            "the line that was found has the focus",
            "return document.activeElement.matches('.items [data-index=\"0\"]')
               && document.activeElement.innerText.includes('villages')",
        )
        .await?;
    window.keys(ESCAPE).await?;
    until_listed(window, all).await
}

pub async fn filters_are_set_and_cleared_by_mouse(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    let all = listed(window).await?;
    window.press("Difference:").await?;
    pick(window, "negation").await?;
    window.until_text("the difference “negation”").await?;
    let negations = listed(window).await?;
    ensure!(negations > 0 && negations < all, "{negations} of {all}");

    window.press("More filters").await?;
    window.press("Outlet:").await?;
    pick(window, "Lumen Daily").await?;
    window.until_text("in Lumen Daily").await?;
    window.press("Kind:").await?;
    pick(window, "reported").await?;
    window.until_text("in Lumen Daily, reported").await?;
    window.press("Clear").await?;
    window.until_text("negation").await?;
    until_listed(window, negations).await?;
    window.keys(ESCAPE).await?;
    window.press("Clear filters").await?;
    until_listed(window, all).await
}

pub async fn an_empty_list_says_why_and_offers_a_way_out(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    let all = listed(window).await?;
    // By keys alone: the menu of speakers, its last entry, then words that he never said.
    window.press("Speaker:").await?;
    window.keys("\u{e010}").await?;
    window.keys(ENTER).await?;
    window.until_text("by ").await?;
    search(window, "zeppelin").await?;
    window
        .until_text("No utterance matches these filters")
        .await?;
    window
        .until_text("Without the words there would be")
        .await?;
    window.until_text("without the speaker, 0").await?;
    window.keys(ESCAPE).await?;
    until_listed(window, 1).await?;
    window.keys(ESCAPE).await?;
    window
        .until(
            "the line found has the focus",
            "return document.activeElement.matches('.items [role=option]')",
        )
        .await?;
    window.keys(ESCAPE).await?;
    until_listed(window, all).await
}

pub async fn a_quotation_remembered_is_found_and_opened(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    search(window, REMEMBERED).await?;
    window.until_text("Something like this").await?;
    window.until_count(HIT, 1).await?;
    window
        .until(
            "the stretch that is like the words is marked",
            "return document.querySelector('.hits mark')?.innerText.includes('gates')",
        )
        .await?;
    window.keys(DOWN).await?;
    window
        .until(
            "the first place has the focus",
            "return document.activeElement.matches('.hits [data-hit=\"0\"]')",
        )
        .await?;
    window.keys(ENTER).await?;
    window
        .until(
            "its versions are compared",
            "return [...document.querySelectorAll('.read .row.said')]
               .some((row) => row.innerText.includes('it as an accident'))
               && document.querySelector('.hits [aria-selected=true]') !== null",
        )
        .await
}

pub async fn words_of_the_text_are_found_where_they_stand(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    search(window, "cabinet sat in Tessar for hours").await?;
    window.until_text("in the text").await?;
    window
        .script(
            "[...document.querySelectorAll('.hits [role=option]')]
               .find((hit) => hit.innerText.includes('in the text')).click()",
        )
        .await?;
    window
        .until(
            "the article stands at the left, and the words in it are seen",
            "const mark = document.querySelector('.column.left [data-paragraph] mark');
             if (!mark) return false;
             const box = mark.getBoundingClientRect();
             return box.top >= 0 && box.bottom <= innerHeight
               && mark.closest('[data-paragraph]') === document.activeElement",
        )
        .await
}

pub async fn tab_leads_from_the_field_to_every_filter(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::GATES).await?;
    search(window, "").await?;
    let mut reached = Vec::new();
    for _ in 0..5 {
        window.keys(TAB).await?;
        let name = window
            .script(
                "const { activeElement: at } = document;
                 return at.getAttribute('aria-label') ?? at.innerText",
            )
            .await?;
        reached.push(name.as_str().unwrap_or_default().to_owned());
    }
    for name in ["More filters", "Difference", "Speaker", "Order"] {
        ensure!(
            reached.iter().any(|one| one.starts_with(name)),
            "Tab does not lead to {name}: {reached:?}"
        );
    }
    Ok(())
}
