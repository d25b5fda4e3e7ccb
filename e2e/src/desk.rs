//! A home of its own for each story, so that no story sees another's settings or recent folders,
//! and folders of articles to open.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::Value;

/// The program's data folder below the home, by its identifier.
const DATA: &str = "data/org.asquoted.desktop";

pub struct Desk {
    home: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Result<Self> {
        let home = tempfile::tempdir()?;
        for folder in ["config", "cache", DATA, "articles"] {
            std::fs::create_dir_all(home.path().join(folder))?;
        }
        Ok(Self { home })
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program's data folder.
    pub fn data(&self) -> PathBuf {
        self.home().join(DATA)
    }

    /// The environment that keeps the program inside this home.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.home().to_owned()),
            ("XDG_CONFIG_HOME", self.home().join("config")),
            ("XDG_CACHE_HOME", self.home().join("cache")),
            ("XDG_DATA_HOME", self.home().join("data")),
        ]
    }

    /// Settings as if saved by an earlier start.
    pub fn set(&self, settings: &Value) -> Result<()> {
        let file = self.data().join("settings.json");
        Ok(std::fs::write(file, settings.to_string())?)
    }

    /// A folder of articles: names and contents.
    pub fn folder(&self, name: &str, files: &[(&str, &[u8])]) -> Result<PathBuf> {
        let folder = self.home().join("articles").join(name);
        for (file, bytes) in files {
            let path = folder.join(file);
            std::fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            std::fs::write(path, bytes)?;
        }
        Ok(folder)
    }
}

/// The repository's root.
pub fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
