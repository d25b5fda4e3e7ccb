//! A picture of every view, in light and dark, in both sizes that the design knows.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;

use crate::desk::Desk;
use crate::stories::{list, measure, problems, sample, versions};
use crate::window::Window;

const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 640)];
const THEMES: [&str; 2] = ["light", "dark"];

/// Takes the pictures of one theme and size.
struct Photographer<'p> {
    program: &'p Path,
    folder: &'p Path,
    theme: &'p str,
    size: (u32, u32),
    desk: Desk,
}

pub async fn take(program: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for theme in THEMES {
        for size in SIZES {
            let desk = Desk::new()?;
            desk.set(&json!({ "theme": theme, "language": "en" }))?;
            let photographer = Photographer {
                program,
                folder,
                theme,
                size,
                desk,
            };
            photographer.quotations().await?;
            photographer.problems().await?;
            photographer.nothing().await?;
            photographer.start().await?;
        }
    }
    Ok(())
}

impl Photographer<'_> {
    async fn open(&self, arguments: &[&str]) -> Result<Window> {
        let window = Window::open(self.program, &self.desk, arguments).await?;
        window.resize(self.size.0, self.size.1).await?;
        Ok(window)
    }

    async fn picture(&self, window: &Window, view: &str) -> Result<()> {
        let name = format!("{view}-{}-{}.png", self.theme, self.size.0);
        window.picture(&PathBuf::from(self.folder).join(name)).await
    }

    async fn quotations(&self) -> Result<()> {
        let window = self.open(&["--sample"]).await?;
        sample::choose(&window, sample::VILLAGES).await?;
        self.picture(&window, "quotations").await?;
        window.press("Next change").await?;
        self.picture(&window, "quotations-step").await?;
        self.list(&window).await?;
        versions::read(&window, "All versions", versions::CELL).await?;
        self.picture(&window, "all-versions").await?;
        versions::read(&window, "One text", versions::READ_OTHERWISE).await?;
        self.picture(&window, "one-text").await?;
        measure::by_a_pasted_text(&window).await?;
        self.picture(&window, "measured").await?;
        window.press("Articles").await?;
        window.until_count(".ribbons path", 1).await?;
        self.picture(&window, "articles").await?;
        window.press("Outlets").await?;
        window.until_count("[role=grid] td button", 8).await?;
        self.picture(&window, "outlets").await?;
        window.press("Keys").await?;
        self.picture(&window, "keys").await?;
        window.close().await
    }

    /// The filters, a list without a line, and words remembered; then all as before.
    async fn list(&self, window: &Window) -> Result<()> {
        window.press("More filters").await?;
        window.until_count(".more .pop .count", 1).await?;
        self.picture(window, "filters").await?;
        window.keys("\u{e00c}").await?;
        list::search(window, list::REMEMBERED).await?;
        window.until_count(".hits [role=option]", 1).await?;
        self.picture(window, "remembered").await?;
        window.keys("\u{e00c}").await?;
        sample::choose(window, sample::VILLAGES).await
    }

    async fn problems(&self) -> Result<()> {
        let folder = problems::bad_files(&self.desk)?;
        let window = self.open(&[&folder]).await?;
        window.press("Problems").await?;
        window.until_text("pdf_unsupported").await?;
        self.picture(&window, "problems").await?;
        window.close().await
    }

    async fn nothing(&self) -> Result<()> {
        let window = self.open(&[&problems::no_articles(&self.desk)?]).await?;
        window.until_text("No articles").await?;
        self.picture(&window, "no-articles").await?;
        window.close().await?;

        let window = self.open(&[&problems::nothing_shared(&self.desk)?]).await?;
        window.until_text("Nothing was said twice").await?;
        self.picture(&window, "nothing-shared").await?;
        window.close().await
    }

    /// Last, when the folders before are among the recent ones.
    async fn start(&self) -> Result<()> {
        let window = self.open(&[]).await?;
        window.until_text("Recent folders").await?;
        self.picture(&window, "start").await?;
        window.close().await?;

        let gone = self.desk.home().join("gone");
        let window = self.open(&[&gone.to_string_lossy()]).await?;
        window.until_text("folder_missing").await?;
        self.picture(&window, "folder-missing").await?;
        window.close().await
    }
}
