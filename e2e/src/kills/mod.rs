//! The program is killed at random moments while it keeps what a person tells it. Whatever it has
//! confirmed must be there at the next start.
//!
//! Most lives are those of the session without its window (`src-tauri/headless.rs`), which starts in
//! a fraction of a second and writes with the same code; the others are the real window's, corrected
//! through its page. All share one home, so that each finds what all before it have left.

mod headless;
mod window;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;
use serde_json::Value;
use tokio::time::timeout;

use crate::desk::{Desk, repository};

/// Lives, unless another number is asked for.
pub const LIVES: u32 = 100;
/// One in so many is lived in the real window.
const IN_THE_WINDOW: u32 = 20;
/// One in so many is ended before it has told that it is there.
const AT_THE_START: u32 = 8;
/// The most that a life has confirmed before its end is near …
const MOST: usize = 5;
/// … which then comes within so many milliseconds, in the middle of the next writing or after it.
const LONGEST: u64 = 120;
/// One in so many things told is a transcript, the others are notes.
const TRANSCRIPTS: usize = 6;

/// No life takes longer, or it hangs.
const HUNG: Duration = Duration::from_secs(60);

/// What is asked of the loop.
pub struct Kills {
    pub program: PathBuf,
    pub lives: u32,
    pub seed: Option<u64>,
    /// Also requires that no temporary file is left once the program has started again.
    pub clean: bool,
}

/// What one life has told the program, and what the program has confirmed of it.
#[derive(Default)]
struct Life {
    confirmed: Vec<String>,
}

/// What a life is begun with.
struct Birth<'b> {
    number: u32,
    desk: &'b Desk,
    articles: &'b Path,
    /// What it confirms, and how long it lives after that; without the first it is ended so long
    /// after its start.
    confirms: Option<usize>,
    delay: Duration,
    /// What must be there: in force, as the program tells it.
    expected: &'b BTreeSet<String>,
}

/// Whether everything held.
pub async fn run(kills: &Kills) -> Result<bool> {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let seed = kills.seed.unwrap_or(clock.as_millis() as u64);
    println!("{} lives, seed {seed}", kills.lives);
    let mut random = Rng::with_seed(seed);
    let desk = Desk::new()?;
    let articles = repository().join("examples/lake-mirren");
    let (mut kept, mut expected) = (Kept::default(), BTreeSet::new());
    let mut windows = 0;
    for number in 1..=kills.lives {
        let birth = Birth {
            number,
            desk: &desk,
            articles: &articles,
            confirms: (random.u32(0..AT_THE_START) > 0).then(|| random.usize(0..=MOST)),
            delay: Duration::from_millis(random.u64(0..LONGEST)),
            expected: &expected,
        };
        let in_window = number % IN_THE_WINDOW == 0;
        windows += u32::from(in_window);
        let life = async {
            if in_window {
                window::live(&kills.program, &birth).await
            } else {
                headless::live(&kills.program, &birth).await
            }
        };
        let life = timeout(HUNG, life).await.context("it hangs").flatten();
        let life = life.with_context(|| format!("life {number}, seed {seed}"))?;
        kept.take(life);
        let told = kept.look(&desk);
        expected = told.with_context(|| format!("after life {number}, seed {seed}"))?;
    }
    // Once more, and in peace: the last life's work is there, and what lives left behind is gone.
    window::look(&kills.program, &desk, &articles, &expected).await?;
    let left = left_behind(&desk)?;
    println!(
        "{} kills, {windows} of them in the real window; {} confirmed, none lost; {} temporary files left",
        kills.lives,
        kept.confirmed.len(),
        left.len()
    );
    ensure!(!kept.confirmed.is_empty(), "nothing was ever confirmed");
    if kills.clean && !left.is_empty() {
        bail!("temporary files are left: {left:?}");
    }
    Ok(true)
}

/// What all lives were told is kept, in the order in which it was.
#[derive(Default)]
struct Kept {
    confirmed: Vec<String>,
}

impl Kept {
    fn take(&mut self, life: Life) {
        self.confirmed.extend(life.confirmed);
    }

    /// Looks at what lies on the disk: every file is whole, and holds everything confirmed. Gives
    /// what the program must tell at its next start: every transcript confirmed, and the note in
    /// force, which may be one that was being written as the program ended.
    fn look(&self, desk: &Desk) -> Result<BTreeSet<String>> {
        let mut written = BTreeSet::new();
        let mut last_note = None;
        for file in files(&desk.data())? {
            if file.extension().is_none_or(|ending| ending != "json") {
                continue;
            }
            let bytes = std::fs::read(&file)?;
            let document: Value = serde_json::from_slice(&bytes)
                .with_context(|| format!("{} is not whole", file.display()))?;
            gather(&document, &mut |text| {
                last_note = last_note.max(note_number(text));
                written.insert(text.to_owned());
            });
        }
        for text in &self.confirmed {
            ensure!(written.contains(text), "{text} was confirmed, and is lost");
        }
        let transcripts = self.confirmed.iter().filter(|text| !is_note(text));
        let note = last_note.map(|(life, index)| format!("note {life}.{index}"));
        Ok(transcripts.cloned().chain(note).collect())
    }
}

/// The `index`th thing that a life tells.
fn text_of(life: u32, index: usize) -> String {
    let kind = if index % TRANSCRIPTS == TRANSCRIPTS - 1 {
        "transcript"
    } else {
        "note"
    };
    format!("{kind} {life}.{index}")
}

fn is_note(text: &str) -> bool {
    text.starts_with("note ")
}

/// Life and index of a note.
fn note_number(text: &str) -> Option<(u32, usize)> {
    let (life, index) = text.strip_prefix("note ")?.split_once('.')?;
    Some((life.parse().ok()?, index.parse().ok()?))
}

/// Every string in a document.
fn gather(value: &Value, found: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => found(text),
        Value::Array(all) => all.iter().for_each(|one| gather(one, found)),
        Value::Object(fields) => fields.values().for_each(|one| gather(one, found)),
        _ => {}
    }
}

/// All files below a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// Temporary files of writes that never ended.
fn left_behind(desk: &Desk) -> Result<Vec<PathBuf>> {
    let is_temporary = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(".tmp") || name.ends_with(".tmp")
    };
    Ok(files(&desk.data())?
        .into_iter()
        .filter(is_temporary)
        .collect())
}

/// What the program tells at its start against what it must.
fn compare(expected: &BTreeSet<String>, told: &BTreeSet<String>) -> Result<()> {
    let lost: Vec<&String> = expected.difference(told).collect();
    ensure!(lost.is_empty(), "the program does not tell of {lost:?}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of files in the data folder after `confirmed`.
    fn looked(confirmed: &[&str], files: &[(&str, &str)]) -> Result<Vec<String>> {
        let desk = Desk::new()?;
        for (name, text) in files {
            std::fs::write(desk.data().join(name), text)?;
        }
        let confirmed = confirmed.iter().map(|text| (*text).to_owned()).collect();
        let kept = Kept { confirmed };
        Ok(kept.look(&desk)?.into_iter().collect())
    }

    #[test]
    fn what_is_lost_or_broken_is_seen() {
        let notes = r#"{"steps": [{"note": "note 1.1"}, {"note": "note 2.0"}]}"#;
        let transcripts = r#"["transcript 1.5"]"#;
        let files = [("a.json", notes), ("b.json", transcripts), (".tmp1", "{")];
        let expected = ["note 2.0", "transcript 1.5"];
        let kept = looked(&["note 1.1", "transcript 1.5"], &files).unwrap();
        assert_eq!(kept, expected);
        assert!(looked(&["note 1.0"], &files).is_err());
        assert!(looked(&[], &[("a.json", &notes[..30])]).is_err());

        let expected = expected.map(str::to_owned).into();
        let told = ["note 1.1", "transcript 1.5"].map(str::to_owned).into();
        assert!(compare(&expected, &expected).is_ok());
        assert!(compare(&expected, &told).is_err());
    }

    #[test]
    fn temporary_files_are_counted() {
        let desk = Desk::new().unwrap();
        std::fs::create_dir(desk.data().join("judgements")).unwrap();
        for name in [
            "judgements/.tmpA1b2C3",
            "judgements/a.json",
            "settings.json",
        ] {
            std::fs::write(desk.data().join(name), "{}").unwrap();
        }
        assert_eq!(left_behind(&desk).unwrap().len(), 1);
    }
}
