//! A picture of every view, in light and dark, in both sizes that the design knows.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use crate::desk::{Desk, repository};
use crate::stories::sample;
use crate::window::Window;

const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 640)];
const THEMES: [&str; 2] = ["light", "dark"];

pub async fn take(program: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let sample = repository().join("examples/lake-mirren");
    let sample = sample.to_str().context("a path of letters")?;
    for theme in THEMES {
        let desk = Desk::new()?;
        desk.set(&json!({ "theme": theme, "language": "en" }))?;
        for (width, height) in SIZES {
            let name = |view: &str| folder.join(format!("{view}-{theme}-{width}.png"));
            // Opening the sample as a folder first puts it among the recent ones of the start.
            let window = Window::open(program, &desk, &[sample]).await?;
            window.resize(width, height).await?;
            quotations(&window, &name).await?;
            window.close().await?;

            let window = Window::open(program, &desk, &[]).await?;
            window.resize(width, height).await?;
            window.until_text("Recent folders").await?;
            window.picture(&name("start")).await?;
            window.close().await?;
        }
    }
    Ok(())
}

async fn quotations(window: &Window, name: &impl Fn(&str) -> PathBuf) -> Result<()> {
    sample::choose(window, sample::GATES).await?;
    window.picture(&name("quotations")).await?;
    window.press("Next change").await?;
    window.picture(&name("quotations-step")).await?;
    window.press("Problems").await?;
    window.until_text("read").await?;
    window.picture(&name("problems")).await
}
