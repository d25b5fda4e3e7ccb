//! A picture of every view, in light and dark, in both sizes that the design knows; the comparison
//! without colour, in German, in large text and in other scripts as well.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::process::Command;

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
            let settings = json!({ "theme": theme, "language": "en" });
            let photographer = Photographer::new(program, folder, theme, size, &settings)?;
            photographer.quotations().await?;
            photographer.problems().await?;
            photographer.nothing().await?;
            photographer.start().await?;
        }
    }
    let settings = |language, zoom| json!({ "theme": "light", "language": language, "zoom": zoom });
    for size in SIZES {
        let german = Photographer::new(program, folder, "german", size, &settings("de", 1.0))?;
        german.in_german().await?;
    }
    let large = Photographer::new(program, folder, "large", SIZES[0], &settings("en", 2.0))?;
    large.enlarged().await?;
    let scripts = Photographer::new(program, folder, "light", SIZES[0], &settings("en", 1.0))?;
    scripts.in_other_scripts().await
}

/// Two outlets, in a script that runs from right to left and in one without blanks.
const SCRIPTS: [(&str, &str); 4] = [
    (
        "he-1.txt",
        "השערים נשארים סגורים\n\nקול האגם\n9 June 2031\n\n\
         “השערים יישארו סגורים עד שהמהנדסים יחתמו על הדוח, ו-41 כפרים יקבלו אזהרה בזמן”, אמרה אינס דורת.\n",
    ),
    (
        "he-2.txt",
        "השרה על השערים\n\nעיתון הנמל\n10 June 2031\n\n\
         “השערים צריכים להישאר סגורים עד שהמהנדסים יחתמו על הדוח, ו-40 כפרים יקבלו אזהרה”, אמרה אינס דורת.\n",
    ),
    (
        "ja-1.txt",
        "水門は閉じたまま\n\n湖岸新聞\n2031年6月9日\n\n\
         「調査が終わるまで水門は開けない。四十一の村には必ず前もって知らせる」とドラス大臣は述べた。\n",
    ),
    (
        "ja-2.txt",
        "大臣、水門を語る\n\n港日報\n2031年6月10日\n\n\
         「調査が終わるまで水門は開けない。四十の村には前もって知らせるべきだ」とドラス大臣は語った。\n",
    ),
];

impl<'p> Photographer<'p> {
    fn new(
        program: &'p Path,
        folder: &'p Path,
        theme: &'p str,
        size: (u32, u32),
        settings: &Value,
    ) -> Result<Self> {
        let desk = Desk::new()?;
        desk.set(settings)?;
        Ok(Self {
            program,
            folder,
            theme,
            size,
            desk,
        })
    }

    async fn open(&self, arguments: &[&str]) -> Result<Window> {
        let window = Window::open(self.program, &self.desk, arguments).await?;
        window.resize(self.size.0, self.size.1).await?;
        Ok(window)
    }

    async fn picture(&self, window: &Window, view: &str) -> Result<()> {
        let drawn = "const done = arguments[arguments.length - 1];
            const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
            frames(() => document.fonts.ready.then(() => frames(done)))";
        window.script_async(drawn).await?;
        window.picture(&self.file(view)).await
    }

    fn file(&self, view: &str) -> PathBuf {
        let name = format!("{view}-{}-{}.png", self.theme, self.size.0);
        self.folder.join(name)
    }

    /// A picture without its colours.
    async fn grey(&self, view: &str) -> Result<()> {
        let (from, to) = (self.file(view), self.file(&format!("{view}-grey")));
        let made = Command::new("convert")
            .arg(from)
            .args(["-colorspace", "Gray"])
            .arg(to)
            .status();
        let made = made.await.context("ImageMagick does not start")?;
        ensure!(made.success(), "no picture without colours: {made}");
        Ok(())
    }

    async fn in_german(&self) -> Result<()> {
        let window = self.open(&["--sample"]).await?;
        sample::choose(&window, sample::VILLAGES).await?;
        window.press("Nächste Abweichung").await?;
        window.until_count("[data-change].now", 1).await?;
        self.picture(&window, "quotations").await?;
        versions::read(&window, "Alle Fassungen", versions::CELL).await?;
        self.picture(&window, "all-versions").await?;
        window.close().await
    }

    async fn enlarged(&self) -> Result<()> {
        let window = self.open(&["--sample"]).await?;
        window.until_count(".read .row.said", 1).await?;
        self.picture(&window, "quotations").await?;
        window.press("Outlets").await?;
        window.until_count("[role=grid] td button", 8).await?;
        self.picture(&window, "outlets").await?;
        window.close().await
    }

    async fn in_other_scripts(&self) -> Result<()> {
        let files = SCRIPTS.map(|(name, text)| (name, text.as_bytes()));
        let folder = self.desk.folder("scripts", &files)?;
        let window = self.open(&[&folder.to_string_lossy()]).await?;
        for (view, words) in [("right-to-left", "השערים"), ("without-blanks", "水門")] {
            sample::choose(&window, words).await?;
            window.press("Next change").await?;
            window.until_count("[data-change].now", 1).await?;
            self.picture(&window, view).await?;
        }
        window.close().await
    }

    async fn quotations(&self) -> Result<()> {
        let window = self.open(&["--sample"]).await?;
        sample::choose(&window, sample::VILLAGES).await?;
        self.picture(&window, "quotations").await?;
        window.press("Next change").await?;
        window.until_count("[data-change].now", 1).await?;
        self.picture(&window, "quotations-step").await?;
        self.grey("quotations-step").await?;
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
