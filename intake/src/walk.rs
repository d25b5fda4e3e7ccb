//! Walks a folder: links inside it followed, those out of it and loops told, hidden files passed
//! over, in a fixed order.

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

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
    let links = Links::new(root);
    let mut all: Vec<Found> = walk(root, links.clone())
        .filter_map(|entry| found(root, entry))
        .collect();
    all.extend(links.outside().iter().map(|link| Found::Problem {
        below: shown_below(root, link),
        code: ProblemCode::LinkOutside,
        message: "This link leads out of the opened folder; it was not followed.".to_owned(),
    }));
    Ok(all)
}

fn walk(root: &Path, links: Links) -> ignore::Walk {
    WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry| !is_companion(entry) && links.follows(entry))
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

/// What links lead to. A folder inside the opened one is met there anyway. What lies outside is not
/// read: whoever opens a folder from a stranger means that folder, and nothing else on the disk is
/// opened, shown or watched. (Loops are the walker's own errors.)
#[derive(Clone)]
struct Links {
    root: Option<PathBuf>,
    outside: Arc<Mutex<Vec<PathBuf>>>,
}

impl Links {
    fn new(root: &Path) -> Self {
        Self {
            root: root.canonicalize().ok(),
            outside: Arc::default(),
        }
    }

    fn follows(&self, entry: &DirEntry) -> bool {
        if entry.depth() == 0 || !entry.path_is_symlink() {
            return true;
        }
        // One that leads nowhere is told by the walker.
        let (Ok(target), Some(root)) = (entry.path().canonicalize(), &self.root) else {
            return true;
        };
        let is_inside = target.starts_with(root);
        if !is_inside {
            let mut outside = self.outside.lock().unwrap_or_else(PoisonError::into_inner);
            outside.push(entry.path().to_owned());
        }
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        is_inside && !is_folder
    }

    fn outside(&self) -> Vec<PathBuf> {
        let outside = self.outside.lock().unwrap_or_else(PoisonError::into_inner);
        outside.clone()
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
