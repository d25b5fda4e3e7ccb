//! Walks a folder: links followed, loops told, hidden files passed over, in a fixed order.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use asquoted_engine::problem::ProblemCode;
use ignore::{DirEntry, WalkBuilder};

use crate::IntakeError;

/// What the walk meets. `below` is the path below the root as shown, `/` between parts.
pub enum Found {
    File {
        file: PathBuf,
        below: String,
        /// The person named this very file.
        named: bool,
    },
    Problem {
        below: String,
        code: ProblemCode,
        message: String,
    },
}

/// What browsers append to a page's name for the folder of its pictures and scripts.
const COMPANION_ENDINGS: &[&str] = &[
    "_files",
    ".files",
    "_file",
    "_fichiers",
    "-Dateien",
    "_Dateien",
    "_archivos",
    "_ficheiros",
    "_arquivos",
    "_bestanden",
    "_soubory",
    "_pliki",
    "_filer",
    "_elemei",
    "_tiedostot",
    "_dosyalar",
];

/// All files below `root`, or `root` itself if it is one.
pub fn files_below(root: &Path) -> Result<Vec<Found>, IntakeError> {
    let told = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => IntakeError::NotFound(root.to_owned()),
        std::io::ErrorKind::PermissionDenied => IntakeError::Denied(root.to_owned()),
        _ => IntakeError::Unreadable {
            path: root.to_owned(),
            reason: error.to_string(),
        },
    };
    if !std::fs::metadata(root).map_err(told)?.is_dir() {
        let below = root
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        return Ok(vec![Found::File {
            file: root.to_owned(),
            below,
            named: true,
        }]);
    }
    std::fs::read_dir(root).map_err(told)?;
    Ok(walk(root).filter_map(|entry| found(root, entry)).collect())
}

fn walk(root: &Path) -> ignore::Walk {
    let once = LinkedFolders::new(root);
    WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry| !is_companion(entry) && once.enter(entry))
        .build()
}

fn found(root: &Path, entry: Result<DirEntry, ignore::Error>) -> Option<Found> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(problem(root, &error)),
    };
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    let below = shown_below(root, entry.path());
    (!is_folder).then(|| Found::File {
        file: entry.into_path(),
        below,
        named: false,
    })
}

/// Folders that are reached through links. One that lies below the root is met there anyway, and
/// one outside is entered once: a few links across each other would otherwise make the walk grow
/// without end. (Loops proper are the walker's own errors.)
struct LinkedFolders {
    root: Option<PathBuf>,
    entered: Mutex<BTreeSet<PathBuf>>,
}

impl LinkedFolders {
    fn new(root: &Path) -> Self {
        Self {
            root: root.canonicalize().ok(),
            entered: Mutex::default(),
        }
    }

    fn enter(&self, entry: &DirEntry) -> bool {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        if entry.depth() == 0 || !entry.path_is_symlink() || !is_folder {
            return true;
        }
        let Ok(target) = entry.path().canonicalize() else {
            return true;
        };
        if self
            .root
            .as_ref()
            .is_some_and(|root| target.starts_with(root))
        {
            return false;
        }
        self.entered
            .lock()
            .is_ok_and(|mut entered| entered.insert(target))
    }
}

/// Whether this is the folder that a browser saved beside a page.
fn is_companion(entry: &DirEntry) -> bool {
    if entry.depth() == 0 || !entry.file_type().is_some_and(|kind| kind.is_dir()) {
        return false;
    }
    let name = entry.file_name().to_string_lossy();
    let stem = COMPANION_ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending));
    stem.is_some_and(|stem| {
        let page = |extension| entry.path().with_file_name(format!("{stem}.{extension}"));
        ["html", "htm", "xhtml"]
            .into_iter()
            .any(|extension| page(extension).is_file())
    })
}

fn problem(root: &Path, error: &ignore::Error) -> Found {
    let (path, code, message) = match innermost(error, None) {
        (_, ignore::Error::Loop { ancestor, child }) => {
            let above = shown_below(root, ancestor);
            let above = if above.is_empty() {
                "the opened folder".to_owned()
            } else {
                above
            };
            let message = format!("This link leads back to {above}; it was not followed.");
            (Some(child.as_path()), ProblemCode::LinkLoop, message)
        }
        (path, ignore::Error::Io(error)) => match error.kind() {
            std::io::ErrorKind::NotFound => (
                path,
                ProblemCode::NotFound,
                "This link leads nowhere.".to_owned(),
            ),
            std::io::ErrorKind::PermissionDenied => {
                let message = "You have no right to read this folder.".to_owned();
                (path, ProblemCode::PermissionDenied, message)
            }
            _ if error.to_string().contains("symbolic links") => {
                let message = "This link leads back to itself.".to_owned();
                (path, ProblemCode::LinkLoop, message)
            }
            _ => (
                path,
                ProblemCode::Unreadable,
                format!("It cannot be read: {error}."),
            ),
        },
        (path, error) => (
            path,
            ProblemCode::Unreadable,
            format!("It cannot be read: {error}."),
        ),
    };
    let below = path.map(|path| shown_below(root, path)).unwrap_or_default();
    Found::Problem {
        below,
        code,
        message,
    }
}

/// The error proper, and the path that the errors around it name.
fn innermost<'e>(
    error: &'e ignore::Error,
    path: Option<&'e Path>,
) -> (Option<&'e Path>, &'e ignore::Error) {
    match error {
        ignore::Error::WithPath { path, err } => innermost(err, Some(path)),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            innermost(err, path)
        }
        error => (path, error),
    }
}

/// The path below the root as people see it. What is no Unicode is shown as `�`.
fn shown_below(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .filter_map(|part| match part {
            Component::Normal(part) => Some(part.to_string_lossy()),
            _ => None,
        })
        .collect();
    parts.join("/")
}
