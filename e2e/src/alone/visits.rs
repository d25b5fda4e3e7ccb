//! Every view of the window, once by the driver and once by keys alone; after each look at one, that
//! the page is still ours.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::stories::versions::{CELL, read};
use crate::window::Window;

pub const VIEWS: usize = 11;

const CONTROL: char = '\u{e009}';
const RELEASE: char = '\u{e000}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const DOWN: char = '\u{e015}';
const F6: char = '\u{e036}';

/// A line of the list of utterances or of articles.
const LINE: &str = "[role=option][data-index]";

/// What of the page is not ours: what ran, elements and attributes that we never write, and whatever
/// came from elsewhere.
const FOREIGN: &str = "const all = [...document.querySelectorAll('*')];
    const elsewhere = (address) => address && !/^(tauri:\\/\\/localhost|ipc:\\/\\/localhost|data:image|blob:tauri)/.test(address);
    const told = (e) => e.outerHTML.slice(0, 80);
    return {
      harmed: window.harmed ?? null,
      handlers: all.filter((e) => [...e.attributes].some(({ name }) => /^on/i.test(name))).map(told),
      elements: [...document.querySelectorAll('iframe, frame, object, embed, img, video, audio, base, \
        math, marquee, form, body script:not([src]), main style, main link, main meta, main script, \
        main title, svg script, foreignObject, meta[http-equiv=refresh]')].map(told),
      addresses: all.flatMap((e) => [e.src, e.href?.baseVal ?? e.href, e.action, e.data])
        .filter((address) => typeof address === 'string' && elsewhere(address)),
      loaded: performance.getEntriesByType('resource').map(({ name }) => name).filter(elsewhere),
      title: document.title, here: location.protocol + location.host,
      seen: getComputedStyle(document.body).display !== 'none' }";

async fn is_ours(window: &Window, view: &str) -> Result<()> {
    let ours = json!({ "harmed": null, "handlers": [], "elements": [], "addresses": [],
        "loaded": [], "title": "As Quoted", "here": "tauri:localhost", "seen": true });
    let told = window.script(FOREIGN).await?;
    ensure!(told == ours, "{view}: {told}");
    Ok(())
}

/// Goes everywhere. How many looks there were.
pub async fn every_view(window: &Window) -> Result<usize> {
    Ok(by_driver(window).await? + by_keys(window).await?)
}

/// The look can fail: each of these is seen for what it is.
async fn sees_what_is_foreign(window: &Window) -> Result<()> {
    for (adds, told) in [
        (
            "document.querySelector('main').innerHTML += '<b onclick=1>x</b>'",
            "onclick",
        ),
        (
            "document.querySelector('main').append(document.createElement('iframe'))",
            "iframe",
        ),
        (
            "const a = document.createElement('a'); a.href = 'http://192.0.2.9/'; document.body.append(a)",
            "192.0.2.9",
        ),
        ("window.harmed = 1", "\"harmed\":1"),
    ] {
        let script = format!("{adds}; {FOREIGN}");
        let seen = window.script(&script).await?;
        ensure!(
            seen.to_string().contains(told),
            "{adds} is not seen: {seen}"
        );
    }
    // All of it goes with the page.
    window.script("location.reload()").await?;
    window
        .until("the page is new", "return window.harmed === undefined")
        .await?;
    window.until_count(LINE, 1).await
}

async fn by_driver(window: &Window) -> Result<usize> {
    window.until_count(LINE, 1).await?;
    sees_what_is_foreign(window).await?;
    let mut looks = utterances(window).await?;
    read(window, "All versions", CELL)
        .await
        .context("all versions")?;
    is_ours(window, "all versions").await?;
    read(window, "One text", ".txt .v")
        .await
        .context("one text")?;
    is_ours(window, "one text").await?;
    window.press("Two versions").await?;
    window.until_count(".read .row.said", 1).await?;

    window.keys("b").await?;
    window.press("Measure the outlets").await?;
    let measured = "table[aria-label$='measured'] tbody tr";
    window.until_count(measured, 2).await.context("measured")?;
    is_ours(window, "measured").await?;
    window.press("Stop measuring").await?;

    window.press("Articles").await?;
    window
        .until_count(".column.left [data-paragraph]", 1)
        .await?;
    looks += articles(window).await?;
    window.press("Outlets").await?;
    window.until_count("[role=grid] td button", 4).await?;
    is_ours(window, "outlets").await?;
    window.press("Problems").await?;
    window.until_text("pdf_unsupported").await?;
    is_ours(window, "problems").await?;

    window.press("Commands").await?;
    window.until_count("dialog [role=option]", 4).await?;
    window
        .keys("gates <img src=x onerror=window.harmed=1>")
        .await?;
    is_ours(window, "palette").await?;
    window.keys(&ESCAPE.to_string()).await?;
    window.press("Keys").await?;
    window.until_count("dialog", 1).await?;
    is_ours(window, "keys").await?;
    window.keys(&ESCAPE.to_string()).await?;
    Ok(looks + 7)
}

/// Chooses one utterance after the other.
async fn utterances(window: &Window) -> Result<usize> {
    window.until_count(LINE, 1).await?;
    let lines = window.count(LINE).await?.min(8);
    for line in 0..lines {
        choose(window, line).await?;
        window.until_count(".read .row.said", 1).await?;
        is_ours(window, "quotations").await?;
    }
    Ok(lines)
}

/// Lays one article after the other beside the first.
async fn articles(window: &Window) -> Result<usize> {
    let lines = window.count(LINE).await?.min(24);
    for line in 0..lines {
        choose(window, line).await?;
        window.until_count("[data-paragraph]", 1).await?;
        is_ours(window, "article pair").await?;
    }
    Ok(lines)
}

async fn choose(window: &Window, line: usize) -> Result<()> {
    let script = format!(
        "const line = document.querySelectorAll({})[{line}]; line?.click(); \
         line?.dispatchEvent(new MouseEvent('mouseover', {{ bubbles: true }}))",
        json!(LINE)
    );
    window.script(&script).await?;
    Ok(())
}

/// The same without a pointer, and the start page with the folder's name in it.
async fn by_keys(window: &Window) -> Result<usize> {
    let mut looks = 0;
    let go = |view: u8| format!("{CONTROL}{view}{RELEASE}");
    for keys in [
        go(1),
        "n".to_owned(),
        "p".to_owned(),
        "x".to_owned(),
        "a".to_owned(),
        "o".to_owned(),
        "t".to_owned(),
        format!("{F6}{DOWN}{ENTER}"),
        format!("{F6}{F6}{DOWN}{ENTER}"),
        go(2),
        format!("{F6}{DOWN}{DOWN}{ENTER}"),
        go(3),
        format!("{F6}{DOWN}{ENTER}"),
        go(4),
        format!("{F6}{DOWN}{ENTER}"),
        go(1),
    ] {
        window.keys(&keys).await?;
        drawn(window).await?;
        is_ours(window, "by keys").await?;
        looks += 1;
    }
    window.keys(&format!("{CONTROL}k{RELEASE}")).await?;
    window.until_count("dialog [role=option]", 4).await?;
    window.keys("go to the start page").await?;
    window.until_count("dialog [role=option]", 1).await?;
    window.keys(&ENTER.to_string()).await?;
    window.until_text("Recent folders").await?;
    window
        .until_text("<b onclick=window.harmed=1>gates")
        .await?;
    is_ours(window, "start").await?;
    Ok(looks + 1)
}

/// Waits until what a key has changed is on the screen.
async fn drawn(window: &Window) -> Result<Value> {
    let frames = "const done = arguments[arguments.length - 1];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))";
    window.script_async(frames).await
}
