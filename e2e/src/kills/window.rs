//! A life in the real window: corrected through its page, and killed with everything that it has
//! started.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tokio::time::timeout;

use super::{Birth, Life, TRANSCRIPTS, compare};
use crate::desk::Desk;
use crate::window::Window;

/// What is kept, as the page is told.
const KEPT: &str = "const done = arguments[arguments.length - 1];
    const { invoke } = window.__TAURI_INTERNALS__;
    Promise.all([invoke('corrections'), invoke('references')]).then(
      ([corrections, references]) => done([...corrections, ...references].map((one) => one.name)),
      (error) => done(error))";

/// Tells one thing after the other, each once the one before is confirmed.
const TELL: &str = "const { invoke } = window.__TAURI_INTERNALS__;
    window.confirmed = [];
    const tell = async () => {
      const query = { search: '', effect: null, speaker: null, outlet: null, from: null, to: null,
        kind: null, tier: null, unreviewed: false, order: 'outlets', alone: true, offset: 0, limit: 1 };
      const { items } = await invoke('list', { query });
      for (let index = 0; ; index += 1) {
        const transcript = index % TRANSCRIPTS === TRANSCRIPTS - 1;
        const text = `${transcript ? 'transcript' : 'note'} LIFE.${index}`;
        if (transcript) await invoke('attach_text', { name: text, text: 'The gates stay shut.' });
        else await invoke('correct', { asked: { what: 'note', this: items[0].utterance, text } });
        window.confirmed.push(text);
      }
    };
    tell().catch((error) => { window.refused = JSON.stringify(error) })";

/// What is kept is there once the folder is open.
async fn tells(window: &Window, expected: &BTreeSet<String>) -> Result<()> {
    window.until_count("[role=option][data-index]", 1).await?;
    let opened = "return document.querySelector('[role=progressbar]') === null";
    window.until("the folder is open", opened).await?;
    let told = window.script_async(KEPT).await?;
    let told: BTreeSet<String> = serde_json::from_value(told.clone())
        .with_context(|| format!("the page was told {told}"))?;
    compare(expected, &told)
}

/// Starts, looks at what is kept, and ends as a person ends it.
pub async fn look(
    program: &Path,
    desk: &Desk,
    articles: &Path,
    expected: &BTreeSet<String>,
) -> Result<()> {
    let window = Window::open(program, desk, &[&articles.to_string_lossy()]).await?;
    tells(&window, expected).await?;
    window.close().await
}

/// Starts, tells as fast as it is confirmed, and is killed.
pub async fn live(program: &Path, birth: &Birth<'_>) -> Result<Life> {
    let articles = birth.articles.to_string_lossy();
    let arguments = [&*articles];
    let starting = Window::open(program, birth.desk, &arguments);
    let Some(confirms) = birth.confirms else {
        // Whatever has been started by then is killed as it is dropped.
        return match timeout(birth.delay * 16, starting).await {
            Ok(window) => window?.kill().await.map(|()| Life::default()),
            Err(_) => Ok(Life::default()),
        };
    };
    let window = starting.await?;
    tells(&window, birth.expected).await?;
    let script = TELL
        .replace("TRANSCRIPTS", &TRANSCRIPTS.to_string())
        .replace("LIFE", &birth.number.to_string());
    window.script(&script).await?;
    let mut confirmed: Vec<String> = Vec::new();
    let mut near = None;
    // What is confirmed after the last look is in flight: it may be there, or not.
    while near.is_none_or(|near: Instant| near.elapsed() < birth.delay) {
        let state = window
            .script("return { confirmed: window.confirmed, refused: window.refused ?? null }")
            .await?;
        ensure!(state["refused"] == Value::Null, "refused: {state}");
        confirmed = serde_json::from_value(state["confirmed"].clone())?;
        if near.is_none() && confirmed.len() >= confirms {
            near = Some(Instant::now());
        }
    }
    window.kill().await?;
    Ok(Life { confirmed })
}
