//! What was really said: transcripts that the reader attached to a folder, and which reference
//! each utterance is measured against. Kept in the program's own data folder, text and all, so
//! that the measure stays when the file goes; a folder that was moved keeps them. A transcript is no
//! article and counts in no figure.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use asquoted_engine::page::Transcript;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::failure::{Failure, FailureCode};
use crate::kept::{Kept, Trouble, Whose};

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
    transcripts: Vec<KeptTranscript>,
    /// By utterance.
    chosen: BTreeMap<String, SaidChoice>,
    /// Counts what was ever attached, so that no id comes twice.
    attached: u64,
}

impl OfFolder {
    /// Adds what an earlier state had. Ids that have come twice since become others.
    fn take_up(&mut self, earlier: Self) {
        let mut renamed = BTreeMap::new();
        for mut transcript in earlier.transcripts {
            if self.transcripts.iter().any(|own| own.id == transcript.id) {
                self.attached = self.attached.max(earlier.attached) + 1;
                let id = format!("t{}", self.attached);
                renamed.insert(std::mem::replace(&mut transcript.id, id.clone()), id);
            }
            self.transcripts.push(transcript);
        }
        self.attached = self.attached.max(earlier.attached);
        for (utterance, mut choice) in earlier.chosen {
            if let SaidChoice::Transcript { id } = &mut choice
                && let Some(now) = renamed.get(id)
            {
                id.clone_from(now);
            }
            self.chosen.entry(utterance).or_insert(choice);
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptTranscript {
    id: String,
    name: String,
    text: String,
    language: String,
    has_lines: bool,
    attached: String,
}

impl KeptTranscript {
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

/// The references of all folders, on disk.
pub struct References {
    folders: Kept<OfFolder>,
    /// Held while something is changed.
    changing: Mutex<()>,
}

impl References {
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folders: Kept::new(folder),
            changing: Mutex::default(),
        }
    }

    /// For a folder that is opened: what was told of it where it lay before.
    pub fn meet(&self, whose: Whose<'_>) {
        self.folders.meet(whose);
    }

    /// What there is to tell of the folder's file.
    pub fn trouble(&self, roots: &[PathBuf]) -> Option<Trouble> {
        self.folders.read(roots).trouble
    }

    /// Adds what was kept before the file was not understood; nothing where there is no such state.
    pub fn restore(&self, whose: Whose<'_>) -> Result<Option<()>, Failure> {
        let Some(earlier) = self.folders.last_good(whose.roots) else {
            return Ok(None);
        };
        self.change(whose, |own| own.take_up(earlier)).map(Some)
    }

    pub fn acknowledge(&self, roots: &[PathBuf]) {
        self.folders.acknowledge(roots);
    }

    /// Where they lie.
    pub fn folder(&self) -> &Path {
        self.folders.folder()
    }

    fn change<T>(
        &self,
        whose: Whose<'_>,
        change: impl FnOnce(&mut OfFolder) -> T,
    ) -> Result<T, Failure> {
        let _one_at_a_time = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut own = self.folders.read(whose.roots).kept;
        let changed = change(&mut own);
        self.folders.write(whose, &own)?;
        Ok(changed)
    }

    /// The transcripts of a folder, last attached first.
    pub fn list(&self, roots: &[PathBuf]) -> Vec<Attached> {
        let own = self.folders.read(roots).kept;
        own.transcripts
            .iter()
            .rev()
            .map(KeptTranscript::shown)
            .collect()
    }

    pub fn attach(
        &self,
        whose: Whose<'_>,
        transcript: Transcript,
        attached: String,
    ) -> Result<Attached, Failure> {
        self.change(whose, |own| {
            own.attached += 1;
            let kept = KeptTranscript {
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
    pub fn remove(&self, whose: Whose<'_>, id: &str) -> Result<(), Failure> {
        self.change(whose, |own| {
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
        whose: Whose<'_>,
        utterance: &str,
        choice: Option<SaidChoice>,
    ) -> Result<(), Failure> {
        self.change(whose, |own| {
            match choice {
                Some(choice) => own.chosen.insert(utterance.to_owned(), choice),
                None => own.chosen.remove(utterance),
            };
        })
    }

    /// What is chosen for an utterance, and the transcripts in the order in which they are tried.
    pub fn of_utterance(
        &self,
        roots: &[PathBuf],
        utterance: &str,
    ) -> (Option<SaidChoice>, Vec<(String, Transcript)>) {
        let own = self.folders.read(roots).kept;
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
