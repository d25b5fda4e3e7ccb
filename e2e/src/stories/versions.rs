//! All versions of an utterance at once: the table, and one text with the readings of the others.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{Scene, sample};
use crate::window::Window;

/// A cell of the table that may be gone to.
pub const CELL: &str = "[role=grid] [role=gridcell]";
/// Words of the base text where others read otherwise.
pub const READ_OTHERWISE: &str = ".txt .v small";

const ENTER: &str = "\u{e007}";
const END: &str = "\u{e010}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

/// Chooses a way of reading and waits until it is there.
pub async fn read(window: &Window, way: &str, sign: &str) -> Result<()> {
    window.press(way).await?;
    window.until_count(sign, 2).await
}

async fn text(window: &Window, selector: &str) -> Result<String> {
    let script = format!(
        "return document.querySelector({})?.innerText ?? ''",
        json!(selector)
    );
    let text = window.script(&script).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

pub async fn all_of_them_in_a_table(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    read(window, "All versions", CELL).await?;
    ensure!(
        window.count(".list").await? == 0,
        "the list stands beside the table"
    );
    window.press("Show list").await?;
    window.until_count("[role=option][data-index]", 3).await?;
    window.press("Hide list").await?;

    // Each row read through is a version's words; the base is the first.
    let base = text(window, ".base").await?;
    ensure!(base.contains("base text"), "the base is not told: {base}");
    let place = text(window, ".readings b").await?;
    window.press("Next column that differs").await?;
    window
        .until(
            "another column is the current one",
            &format!(
                "return document.querySelector('.readings b').innerText !== {}",
                json!(place)
            ),
        )
        .await?;
    window.until_count(".readings dt", 2).await?;
    let folded = window.count("th.fold").await?;
    ensure!(folded > 0, "nothing that agrees is folded");
    window
        .script("document.querySelector('th.fold button').click()")
        .await?;
    window
        .until(
            "one of them is unfolded",
            &format!(
                "return document.querySelectorAll('th.fold').length === {} - 1",
                folded
            ),
        )
        .await?;

    // Another base: the row goes to the top.
    let second = text(window, "tbody tr:nth-child(3) th button").await?;
    window.press("Base text").await?;
    window
        .script(&format!(
            "[...document.querySelectorAll('.choose [role=option]')]
               .find((option) => option.innerText.trim() === {}).click()",
            json!(second)
        ))
        .await?;
    window
        .until(
            "it stands at the top",
            &format!(
                "return document.querySelector('.base th button').innerText === {}",
                json!(second)
            ),
        )
        .await
}

pub async fn the_table_by_keyboard_alone(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.keys("a").await?;
    window.until_count(CELL, 4).await?;
    window.keys("n").await?;
    window.until_count("td.cur", 2).await?;
    // F6 leads into the table; there arrows go from cell to cell.
    for _ in 0..12 {
        window.keys("\u{e036}").await?;
        let inside = window
            .script("return document.activeElement?.closest('[role=grid]') !== null")
            .await?;
        if inside == json!(true) {
            break;
        }
    }
    window.keys(DOWN).await?;
    window.keys(RIGHT).await?;
    window.keys(END).await?;
    let at = "return [document.activeElement.dataset.row, document.activeElement.dataset.column]";
    let place = window.script(at).await?;
    let last = window
        .script("return String(document.querySelector('[role=grid]').ariaColCount - 2)")
        .await?;
    ensure!(
        place[1] == last,
        "End leads to {place}, not to column {last}"
    );
    let outlet = window
        .script("return document.activeElement.closest('tr').querySelector('th button').innerText")
        .await?;
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

pub async fn one_text_with_the_others_beneath(scene: &mut Scene<'_>) -> Result<()> {
    let window = scene.start(&["--sample"]).await?;
    sample::choose(window, sample::VILLAGES).await?;
    window.keys("o").await?;
    window.until_count(READ_OTHERWISE, 2).await?;
    window.until_count(".sig dt", 3).await?;
    window.keys("n").await?;
    window.until_count(".v.cur", 1).await?;
    let sigla = text(window, ".sig").await?;
    let used = window
        .script("return [...document.querySelectorAll('.v small i')].map((i) => i.innerText)")
        .await?;
    for siglum in used.as_array().context("sigla")? {
        for one in siglum.as_str().unwrap_or_default().split(' ') {
            ensure!(sigla.contains(one), "{one} is not explained: {sigla}");
        }
    }
    window.keys("t").await?;
    window.until_count(".read .row.said", 1).await
}

/// Outlets of the folder with many versions.
const OUTLETS: usize = 80;

pub async fn many_of_them_are_only_drawn_where_they_are_seen(scene: &mut Scene<'_>) -> Result<()> {
    let folder = many_versions(scene, OUTLETS)?;
    let window = scene.start(&[&folder]).await?;
    window.until_text("Ada Brink").await?;
    read(window, "All versions", CELL).await?;
    window
        .until(
            "the table knows of all versions",
            &format!(
                "return document.querySelector('[role=grid]').ariaRowCount === '{}'",
                OUTLETS + 1
            ),
        )
        .await?;
    let rows = window.count("[role=grid] tbody th").await?;
    ensure!(rows < OUTLETS / 2, "{rows} of {OUTLETS} rows are drawn");
    window
        .script("document.querySelector('.tbl').scrollTop = 1e6")
        .await?;
    window
        .until(
            "the last version is drawn",
            &format!(
                "return document.querySelector('tr[aria-rowindex=\"{}\"]') !== null",
                OUTLETS + 1
            ),
        )
        .await
}

/// A folder in which as many outlets print one statement, each with a word of its own.
pub fn many_versions(scene: &Scene<'_>, outlets: usize) -> Result<String> {
    let mut files: Vec<(String, String)> = Vec::new();
    for number in 0..outlets {
        let mut story = format!("Harbour to close\n\nHarbour Paper {number}, 3 May 2031\n\n");
        writeln!(
            story,
            "“The harbour will close on the {} of May, and every boat must leave before the ice \
             returns. Nobody has asked the {} what they think of it,” Ada Brink said.",
            if number % 3 == 0 { "ninth" } else { "tenth" },
            ["fishers", "pilots", "families", "children"][number % 4],
        )?;
        files.push((format!("paper-{number}.txt"), story));
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, story)| (name.as_str(), story.as_bytes()))
        .collect();
    let folder = scene.desk.folder("many", &files)?;
    Ok(folder.to_string_lossy().into_owned())
}
