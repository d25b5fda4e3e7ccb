//! What was really said: transcripts that the reader attached to a folder, and which reference
//! each utterance is measured against. Kept in the program's own data folder, text and all, so
//! that the measure stays when the file goes. A transcript is no article and counts in no figure.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use asquoted_engine::page::Transcript;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::failure::{Failure, FailureCode};
use crate::store;

/// An attached transcript, as the window lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Attached {
    pub id: String,
    pub name: String,
    pub words: u32,
    /// RFC 3339, UTC.
    pub attached: String,
}

/// What an utterance is measured against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SaidChoice {
    /// The version with this quotation id.
    Version { quotation: String },
    /// The transcript with this id.
    Transcript { id: String },
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct OfFolder {
    transcripts: Vec<Kept>,
    /// By utterance.
    chosen: BTreeMap<String, SaidChoice>,
    /// Counts what was ever attached, so that no id comes twice.
    attached: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    id: String,
    name: String,
    text: String,
    language: String,
    has_lines: bool,
    attached: String,
}

impl Kept {
    fn shown(&self) -> Attached {
        let words = self.text.split_whitespace().count();
        Attached {
            id: self.id.clone(),
            name: self.name.clone(),
            words: u32::try_from(words).unwrap_or(u32::MAX),
            attached: self.attached.clone(),
        }
    }

    fn transcript(&self) -> Transcript {
        Transcript {
            name: self.name.clone(),
            text: self.text.clone(),
            language: self.language.clone(),
            has_lines: self.has_lines,
        }
    }
}

type Folders = BTreeMap<String, OfFolder>;

/// The references of all folders, on disk.
pub struct References {
    path: Mutex<PathBuf>,
}

impl References {
    pub fn new(path: PathBuf) -> Self {
        Self {
            path: Mutex::new(path),
        }
    }

    fn file(&self) -> MutexGuard<'_, PathBuf> {
        self.path.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn of(&self, folder: &str) -> OfFolder {
        let mut folders: Folders = store::read(&self.file());
        folders.remove(folder).unwrap_or_default()
    }

    fn change<T>(
        &self,
        folder: &str,
        change: impl FnOnce(&mut OfFolder) -> T,
    ) -> Result<T, Failure> {
        let file = self.file();
        let mut folders: Folders = store::read(&file);
        let changed = change(folders.entry(folder.to_owned()).or_default());
        store::write(&file, &folders)?;
        Ok(changed)
    }

    /// The transcripts of a folder, last attached first.
    pub fn list(&self, folder: &str) -> Vec<Attached> {
        let own = self.of(folder);
        own.transcripts.iter().rev().map(Kept::shown).collect()
    }

    pub fn attach(
        &self,
        folder: &str,
        transcript: Transcript,
        attached: String,
    ) -> Result<Attached, Failure> {
        self.change(folder, |own| {
            own.attached += 1;
            let kept = Kept {
                id: format!("t{}", own.attached),
                name: transcript.name,
                text: transcript.text,
                language: transcript.language,
                has_lines: transcript.has_lines,
                attached,
            };
            own.transcripts.push(kept.clone());
            kept.shown()
        })
    }

    /// Takes a transcript away, and with it every choice of it.
    pub fn remove(&self, folder: &str, id: &str) -> Result<(), Failure> {
        self.change(folder, |own| {
            own.transcripts.retain(|one| one.id != id);
            own.chosen.retain(
                |_, choice| !matches!(choice, SaidChoice::Transcript { id: of } if of == id),
            );
        })
    }

    /// Measures an utterance against something from now on; with nothing, against the transcript
    /// that has it.
    pub fn choose(
        &self,
        folder: &str,
        utterance: &str,
        choice: Option<SaidChoice>,
    ) -> Result<(), Failure> {
        self.change(folder, |own| {
            match choice {
                Some(choice) => own.chosen.insert(utterance.to_owned(), choice),
                None => own.chosen.remove(utterance),
            };
        })
    }

    /// What is chosen for an utterance, and the transcripts in the order in which they are tried.
    pub fn of_utterance(
        &self,
        folder: &str,
        utterance: &str,
    ) -> (Option<SaidChoice>, Vec<(String, Transcript)>) {
        let own = self.of(folder);
        let transcripts = own.transcripts.iter().rev();
        (
            own.chosen.get(utterance).cloned(),
            transcripts
                .map(|one| (one.id.clone(), one.transcript()))
                .collect(),
        )
    }
}

/// For a file or a pasted text that holds no text to measure against.
pub fn unreadable(message: impl Into<String>) -> Failure {
    Failure::new(FailureCode::ReferenceUnreadable, message)
}
