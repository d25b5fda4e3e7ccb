//! How the real window bears a large folder: figures to read, never a test. Times are told beside
//! a yardstick of the same run, since no two machines share them.

mod large;
mod memory;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::desk::Desk;
use crate::window::Window;

/// Longer than any folder here takes to open.
const OPENING: Duration = Duration::from_secs(1_200);

/// What runs in the page. Each gives a list of milliseconds, but for the last.
const MEASURES: &str = include_str!("measures.js");

/// Opens a folder of about so many utterances in the window, and measures what a reader feels.
pub async fn run(program: &Path, utterances: usize) -> Result<()> {
    let desk = Desk::new()?;
    let folder = desk.home().join("articles/large");
    large::write(&folder, utterances)?;
    let start = Instant::now();
    let window = Window::open(program, &desk, &[&folder.to_string_lossy()]).await?;
    window
        .until_within(
            OPENING,
            "the list is there",
            "return document.querySelector('[role=listbox] [data-index=\"0\"] .said') !== null
               && document.querySelector('.read .row.said') !== null",
        )
        .await?;
    let seconds = start.elapsed().as_secs_f64();
    let found = window
        .script("return document.querySelector('[role=listbox].items').getAttribute('aria-label')")
        .await?;
    println!(
        "opened in {seconds:.0} s: {}",
        found.as_str().unwrap_or_default()
    );
    tell_memory(&window, "opened")?;
    window.script(MEASURES).await?;

    let empty = times(&window, "empty").await?;
    report("an empty command, there and back", &empty, None);
    let choosing = times(&window, "choosing").await?;
    let above = percentile(&choosing, 95) - percentile(&empty, 95);
    report(
        "the next utterance, to its comparison painted",
        &choosing,
        Some((above, 50.0)),
    );
    let far = times(&window, "choosingFar").await?;
    let above = percentile(&far, 95) - percentile(&empty, 95);
    report(
        "any utterance, to its comparison painted",
        &far,
        Some((above, 50.0)),
    );
    let typing = times(&window, "typing").await?;
    report(
        "a key in the search, to its list painted",
        &typing,
        Some((percentile(&typing, 95), 80.0)),
    );
    let remembered = times(&window, "remembered").await?;
    report(
        "words remembered, to the places like them",
        &remembered,
        None,
    );
    let menus = times(&window, "menus").await?;
    report("a menu, to its counts", &menus, None);

    let scrolled = value(&window, "scrolling").await?;
    let number = |name: &str| scrolled[name].as_f64().unwrap_or(f64::NAN);
    println!(
        "scrolling {} rows: {} of {} frames with a blank row (wanted: 0)",
        number("rows"),
        number("blank"),
        number("frames")
    );
    let jumps = times(&window, "jumping").await?;
    report(
        "the scroll bar let go anywhere, to rows filled",
        &jumps,
        None,
    );
    tell_memory(&window, "after all this")?;
    window.close().await
}

async fn value(window: &Window, name: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         measures.{name}().then(done, (error) => done({{ error: String(error) }}))"
    );
    let value = window.script_async(&script).await?;
    match value.get("error") {
        Some(error) => anyhow::bail!("{name}: {error}"),
        None => Ok(value),
    }
}

async fn times(window: &Window, name: &str) -> Result<Vec<f64>> {
    let value = value(window, name).await?;
    let list = value.as_array().context("a list of times")?;
    let mut times: Vec<f64> = list.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    Ok(times)
}

/// Of sorted times.
fn percentile(times: &[f64], percent: usize) -> f64 {
    let at = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(at).copied().unwrap_or(f64::NAN)
}

fn report(what: &str, times: &[f64], measured: Option<(f64, f64)>) {
    let (median, high) = (percentile(times, 50), percentile(times, 95));
    let goal = measured.map_or_else(String::new, |(value, goal)| {
        format!("; {value:.0} ms of the {goal:.0} ms wanted")
    });
    println!(
        "{what}: median {median:.1} ms, p95 {high:.1} ms, {} times{goal}",
        times.len()
    );
}

fn tell_memory(window: &Window, when: &str) -> Result<()> {
    for (process, megabytes) in memory::of_group(window.group())? {
        println!("memory {when}: {megabytes} MB {process}");
    }
    Ok(())
}
