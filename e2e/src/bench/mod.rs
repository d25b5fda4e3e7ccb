//! How the real window starts, and how it bears a large folder: figures to read, never a test.
//! Times are told beside a yardstick of the same run, since no two machines share them.

mod figures;
pub mod large;
mod start;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::desk::Desk;
use crate::processes;
use crate::window::Window;
use figures::{Figure, Goal};

/// Longer than any folder here takes to open.
const OPENING: Duration = Duration::from_secs(1_200);

/// What runs in the page. Each gives a list of milliseconds, but for the scrolling.
const MEASURES: &str = include_str!("measures.js");

/// From a key or a click to the comparison painted, above an empty command's round trip.
const CHOOSING: f64 = 50.0;
/// From a key in the search to its list painted.
const TYPING: f64 = 80.0;

/// Measures the start beside that of the program `empty`, then opens a folder of about so many
/// utterances in the window, and measures what a reader feels.
pub async fn run(program: &Path, empty: &Path, utterances: usize) -> Result<()> {
    let mut figures = Vec::from(start::measure(program, empty).await?);
    let desk = Desk::new()?;
    let folder = desk.home().join("articles/large");
    large::write(&folder, utterances)?;
    let (window, seconds) = open(program, &desk, &folder).await?;
    let found = window
        .script("return document.querySelector('[role=listbox].items').getAttribute('aria-label')")
        .await?;
    let found = found.as_str().unwrap_or_default();
    let mut notes = vec![format!("{found}, opened in {seconds:.0} s")];
    notes.extend(memory_of(&window, "once opened")?);
    window.script(MEASURES).await?;
    measure(&window, &mut figures).await?;
    notes.extend(memory_of(&window, "after all this")?);
    window.close().await?;
    figures::tell(&figures, &notes);
    Ok(())
}

/// The window with the folder in it, and how many seconds that took.
async fn open(program: &Path, desk: &Desk, folder: &Path) -> Result<(Window, f64)> {
    let start = Instant::now();
    let window = Window::open(program, desk, &[&folder.to_string_lossy()]).await?;
    window
        .until_within(
            OPENING,
            "the list is there",
            "return document.querySelector('[role=listbox] [data-index=\"0\"] .said') !== null
               && document.querySelector('.read .row.said') !== null",
        )
        .await?;
    Ok((window, start.elapsed().as_secs_f64()))
}

async fn measure(window: &Window, figures: &mut Vec<Figure>) -> Result<()> {
    let times = async |what, name| {
        Ok::<_, anyhow::Error>(Figure::of_times(what, times(window, name).await?))
    };
    let empty = times("an empty command, there and back", "empty").await?;
    let above_empty = |figure: Figure| {
        let above = figure.p95() - empty.p95();
        figure.wanted(Goal::milliseconds(
            "above the empty command",
            above,
            CHOOSING,
        ))
    };
    let next =
        above_empty(times("the next utterance, to its comparison painted", "choosing").await?);
    let any = above_empty(times("any utterance, to its comparison painted", "choosingFar").await?);
    figures.extend([empty, next, any]);

    let typing = times("a key in the search, to its list painted", "typing").await?;
    let goal = Goal::milliseconds("at p95", typing.p95(), TYPING);
    figures.push(typing.wanted(goal));
    figures.push(times("words remembered, to the places like them", "remembered").await?);
    figures.push(times("a menu, to its counts", "menus").await?);

    let scrolled = value(window, "scrolling").await?;
    let number = |name: &str| scrolled[name].as_f64().unwrap_or(f64::NAN);
    let goal = Goal::none("frames with a blank row", number("blank"), number("frames"));
    let what = format!("scrolling {} rows, eight a frame", number("rows"));
    figures.push(Figure::of_goal(&what, goal));
    figures.push(times("the scroll bar let go anywhere, to rows filled", "jumping").await?);
    Ok(())
}

async fn value(window: &Window, name: &str) -> Result<Value> {
    println!("measuring {name}");
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
    Ok(list.iter().filter_map(Value::as_f64).collect())
}

fn memory_of(window: &Window, when: &str) -> Result<Vec<String>> {
    let processes = processes::of_group(window.group())?;
    let ours = ["as-quoted", "WebKitWebProc"];
    let told = processes
        .iter()
        .filter(|one| ours.iter().any(|name| one.name.starts_with(name)))
        .map(|one| format!("memory {when}: {} MB {}", one.megabytes, one.name));
    Ok(told.collect())
}
