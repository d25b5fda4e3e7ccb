//! Finds and loads article files; the one place that touches the disk, and only to read.

mod assets;
mod kinds;
mod walk;
mod watch;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use asquoted_engine::folder::{Source, Sources};
use asquoted_engine::problem::{Problem, ProblemCode};

pub use assets::{Assets, AssetsError};
use walk::Found;

pub use watch::{WatchError, Watching, watch};

/// Larger files are no articles; they are told and left out.
pub const LARGEST_FILE: u64 = 20 * MEGABYTE;
const MEGABYTE: u64 = 1 << 20;

/// Longer than any disk's clock takes for a step.
const MOMENT: Duration = Duration::from_secs(2);

/// A folder (or several, or single files) opened for reading.
#[derive(Debug)]
pub struct Intake {
    name: String,
    sources: Vec<Source>,
    /// Parallel to `sources`.
    files: Vec<PathBuf>,
    marks: Vec<Option<u64>>,
    problems: Vec<Problem>,
    files_seen: usize,
    taken: BTreeSet<String>,
}

/// Why nothing could be opened at all.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    #[error("There is no file or folder “{}”.", .0.display())]
    NotFound(PathBuf),
    #[error("You have no right to read “{}”.", .0.display())]
    Denied(PathBuf),
    #[error("“{}” cannot be read: {reason}.", .path.display())]
    Unreadable { path: PathBuf, reason: String },
    #[error("“{}” is a folder; one file is asked for.", .0.display())]
    NotOneFile(PathBuf),
    #[error("No folder was given.")]
    Nothing,
}

impl IntakeError {
    /// The same, for a list of problems.
    pub fn problem(&self) -> Problem {
        let (path, code) = match self {
            Self::NotFound(path) => (path.to_string_lossy(), ProblemCode::NotFound),
            Self::Denied(path) => (path.to_string_lossy(), ProblemCode::PermissionDenied),
            Self::NotOneFile(path) => (path.to_string_lossy(), ProblemCode::Unreadable),
            Self::Unreadable { path, .. } => (path.to_string_lossy(), ProblemCode::Unreadable),
            Self::Nothing => (Cow::Borrowed(""), ProblemCode::NotFound),
        };
        Problem::new(&path, code, self.to_string())
    }
}

impl Intake {
    /// Lists the files below `roots`, each a folder or a single file. With several folders the
    /// ids begin with the folder's name, made unique. Files that cannot be articles are among
    /// [`Intake::problems`], and so is a root that cannot be opened, unless none can; the
    /// contents are not read yet. A file that is itself a root is read whatever its name is.
    pub fn open(roots: &[PathBuf]) -> Result<Self, IntakeError> {
        let mut intake = Self {
            name: shown_name(roots),
            sources: Vec::new(),
            files: Vec::new(),
            marks: Vec::new(),
            problems: Vec::new(),
            files_seen: 0,
            taken: BTreeSet::new(),
        };
        if roots.is_empty() {
            return Err(IntakeError::Nothing);
        }
        let mut failed = Vec::new();
        for (root, prefix) in roots.iter().zip(prefixes(roots)) {
            match walk::files_below(root) {
                Ok(found) => found
                    .into_iter()
                    .for_each(|found| intake.take(found, &prefix)),
                Err(error) => failed.push(error),
            }
        }
        intake
            .problems
            .extend(failed.iter().map(IntakeError::problem));
        let all_failed = failed.len() == roots.len();
        match failed.into_iter().next() {
            Some(error) if all_failed => Err(error),
            _ => Ok(intake),
        }
    }

    /// The name of the folder, as shown to people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was met while looking for files.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// All files met, those included that are quietly passed over (pictures, styles, scripts).
    pub fn files_seen(&self) -> usize {
        self.files_seen
    }

    /// The real file behind an article's id or shown path.
    pub fn file(&self, id: &str) -> Option<&Path> {
        let index = self
            .sources
            .iter()
            .position(|source| source.id == id || source.path == id)?;
        Some(&self.files[index])
    }

    fn take(&mut self, found: Found, prefix: &str) {
        let shown = |below: &str| format!("{prefix}{below}");
        match found {
            Found::File { file, below, named } => {
                self.files_seen += 1;
                let id = shown(&below);
                match kinds::verdict(&file) {
                    kinds::Verdict::Passed if !named => {}
                    kinds::Verdict::Article | kinds::Verdict::Passed => {
                        let (path, id) = (id.clone(), self.unused(id));
                        self.sources.push(Source { id, path });
                        self.marks.push(mark(&file));
                        self.files.push(file);
                    }
                    kinds::Verdict::Problem(code, message) => {
                        let problem = Problem::new(&id, code, message);
                        self.problems
                            .push(problem.with_detail(kinds::extension(&file)));
                    }
                }
            }
            Found::Problem {
                below,
                code,
                message,
            } => {
                self.files_seen += 1;
                self.problems
                    .push(Problem::new(&shown(&below), code, message));
            }
        }
    }

    /// Two names that are no Unicode may look the same once shown, and two single files may have
    /// one name.
    fn unused(&mut self, id: String) -> String {
        let numbered = |n: u32| {
            if n == 1 {
                id.clone()
            } else {
                format!("{id} ({n})")
            }
        };
        let unused = (1..)
            .map(numbered)
            .find(|id| !self.taken.contains(id))
            .unwrap_or(id.clone());
        self.taken.insert(unused.clone());
        unused
    }
}

impl Sources for Intake {
    fn list(&self) -> &[Source] {
        &self.sources
    }

    fn load(&self, index: usize) -> Result<Vec<u8>, Problem> {
        load(&self.files[index], &self.sources[index].path)
    }

    fn mark(&self, index: usize) -> Option<u64> {
        self.marks[index]
    }
}

/// A file's size and the time of its last change. One that was changed a moment ago bears none:
/// it may be changed again before the disk's clock goes on.
fn mark(file: &Path) -> Option<u64> {
    let metadata = std::fs::metadata(file).ok()?;
    let modified = metadata.modified().ok()?;
    let is_settled = modified.elapsed().is_ok_and(|age| age >= MOMENT);
    is_settled.then(|| {
        let mut hasher = DefaultHasher::new();
        (metadata.len(), modified).hash(&mut hasher);
        hasher.finish()
    })
}

/// The bytes of one file, if it is a regular one of a bearable size; `shown` is the path people
/// are told.
pub fn load(file: &Path, shown: &str) -> Result<Vec<u8>, Problem> {
    let told = |error: std::io::Error| io_problem(shown, &error);
    let metadata = std::fs::metadata(file).map_err(told)?;
    if !metadata.is_file() {
        let message = "This is no ordinary file.";
        return Err(Problem::new(shown, ProblemCode::Unreadable, message));
    }
    let too_large = |bytes: u64| {
        let megabytes = bytes.div_ceil(MEGABYTE);
        let message = format!("The file has {megabytes} MB; articles of up to 20 MB are read.");
        let count = usize::try_from(megabytes).unwrap_or(usize::MAX);
        Problem::new(shown, ProblemCode::TooLarge, message).with_count(count)
    };
    if metadata.len() > LARGEST_FILE {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::new();
    // The file may have grown since it was measured.
    let mut bounded = File::open(file).map_err(told)?.take(LARGEST_FILE + 1);
    bounded.read_to_end(&mut bytes).map_err(told)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

fn io_problem(shown: &str, error: &std::io::Error) -> Problem {
    let (code, message) = match error.kind() {
        ErrorKind::NotFound => (
            ProblemCode::NotFound,
            "The file is no longer there.".to_owned(),
        ),
        ErrorKind::PermissionDenied => (
            ProblemCode::PermissionDenied,
            "You have no right to read this file.".to_owned(),
        ),
        _ => (
            ProblemCode::Unreadable,
            format!("The file cannot be read: {error}."),
        ),
    };
    Problem::new(shown, code, message)
}

fn shown_name(roots: &[PathBuf]) -> String {
    let names: Vec<String> = roots.iter().map(|root| last_part(root)).collect();
    names.join(", ")
}

/// The last part of a path, of the real one where the given one has none (`.`, `..`).
fn last_part(path: &Path) -> String {
    let real = || std::fs::canonicalize(path).ok();
    let name = |path: &Path| {
        path.file_name()
            .map(|name| name.to_string_lossy().into_owned())
    };
    name(path)
        .or_else(|| real().as_deref().and_then(name))
        .unwrap_or_else(|| path.to_string_lossy().into_owned())
}

/// What the ids below each root begin with: nothing for one root or for single files, else the
/// folder's name, made unique.
fn prefixes(roots: &[PathBuf]) -> Vec<String> {
    if roots.len() == 1 {
        return vec![String::new()];
    }
    let mut taken = BTreeMap::<String, u32>::new();
    let mut prefixes = Vec::new();
    for root in roots {
        let name = last_part(root);
        let count = taken.entry(name.clone()).or_insert(0);
        *count += 1;
        let unique = if *count == 1 {
            name
        } else {
            format!("{name} ({count})")
        };
        prefixes.push(if root.is_dir() {
            format!("{unique}/")
        } else {
            String::new()
        });
    }
    prefixes
}
