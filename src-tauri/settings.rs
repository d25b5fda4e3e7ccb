//! The reader's settings.

use std::path::PathBuf;

use asquoted_engine::collation::Effect;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::failure::Failure;
use crate::store;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Settings {
    pub theme: Theme,
    pub language: Language,
    /// Size of the reading text: one of the five steps of the design, 0–4.
    pub reading_step: u8,
    /// Size of the whole window: 1 is as designed, 0.5–3.
    pub zoom: f32,
    /// Effects that are not marked.
    pub muted: Vec<Effect>,
    /// Single letters as keys (`n`, `p`, `x` …).
    pub single_keys: bool,
    /// Colour beside shape.
    pub colour: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    System,
    Light,
    Dark,
    Contrast,
    ContrastDark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    System,
    En,
    De,
}

const LARGEST_READING_STEP: u8 = 4;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            language: Language::System,
            reading_step: 1,
            zoom: 1.0,
            // The design mutes what nobody means.
            muted: vec![Effect::Typography],
            single_keys: true,
            colour: true,
        }
    }
}

impl Settings {
    /// Brings numbers into their ranges; the window is not trusted to.
    fn in_range(mut self) -> Self {
        self.reading_step = self.reading_step.min(LARGEST_READING_STEP);
        self.zoom = if self.zoom.is_finite() {
            self.zoom.clamp(0.5, 3.0)
        } else {
            1.0
        };
        self
    }
}

/// The settings on disk.
pub struct SettingsFile {
    path: PathBuf,
}

impl SettingsFile {
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// What was saved; a field that is missing or no longer understood has its default.
    pub fn read(&self) -> Settings {
        let stored: serde_json::Map<String, serde_json::Value> = store::read(&self.path);
        let mut settings = Settings::default();
        for (field, value) in stored {
            let Ok(serde_json::Value::Object(mut fields)) = serde_json::to_value(&settings) else {
                continue;
            };
            fields.insert(field, value);
            if let Ok(better) = serde_json::from_value(fields.into()) {
                settings = better;
            }
        }
        settings.in_range()
    }

    pub fn write(&self, settings: Settings) -> Result<(), Failure> {
        store::write(&self.path, &settings.in_range())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file_with(text: &str) -> (tempfile::TempDir, SettingsFile) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        std::fs::write(&path, text).unwrap();
        (folder, SettingsFile::new(path))
    }

    #[test]
    fn a_field_that_is_not_understood_keeps_the_others() {
        let (_folder, file) = file_with(r#"{"theme": "sepia", "language": "de", "new": 1}"#);
        let settings = file.read();
        assert_eq!(settings.theme, Theme::System);
        assert_eq!(settings.language, Language::De);
    }

    #[test]
    fn a_broken_file_gives_the_defaults() {
        let (_folder, file) = file_with("{\"theme\": ");
        assert_eq!(file.read(), Settings::default());
    }

    #[test]
    fn what_is_written_is_read_in_its_range() {
        let (_folder, file) = file_with("");
        let asked = Settings {
            reading_step: 9,
            zoom: 40.0,
            theme: Theme::ContrastDark,
            muted: vec![Effect::Spelling],
            ..Settings::default()
        };
        file.write(asked.clone()).unwrap();
        let kept = Settings {
            reading_step: 4,
            zoom: 3.0,
            ..asked
        };
        assert_eq!(file.read(), kept);
    }
}
