//! What is open, what is being opened, and what the reader has set. Knows no window: whatever it
//! has to tell goes to its [`Host`].

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use asquoted_engine::folder::{self, Folder};
use asquoted_engine::page::{self, ArticlePage, Comparison, ListPage, ListQuery, Overview};

use crate::failure::{Failure, FailureCode};
use crate::host::Host;
use crate::news::{News, Opened, OpeningFailed, OpeningStarted};
use crate::opening::{Reading, Request, Underway};
use crate::recents::Recents;
use crate::settings::SettingsFile;

/// The program's memory while it runs.
pub struct Session<H> {
    host: H,
    pub recents: Recents,
    pub settings: SettingsFile,
    now: Mutex<Now<H>>,
}

struct Now<H> {
    open: Option<Arc<OpenFolder>>,
    reading: Option<Arc<Reading<H>>>,
}

/// A folder that was read, and where it lies.
struct OpenFolder {
    request: Request,
    folder: Folder,
    overview: Overview,
}

impl<H: Host + Clone> Session<H> {
    /// `data` is the program's own folder; nothing is written anywhere else.
    pub fn new(host: H, data: &Path) -> Self {
        Self {
            host,
            recents: Recents::new(data.join("recents.json")),
            settings: SettingsFile::new(data.join("settings.json")),
            now: Mutex::new(Now {
                open: None,
                reading: None,
            }),
        }
    }

    fn now(&self) -> MutexGuard<'_, Now<H>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open_folder(&self) -> Result<Arc<OpenFolder>, Failure> {
        self.now().open.clone().ok_or_else(Failure::nothing_open)
    }

    /// Gives up what is being read and makes ready to read something else; [`Self::read`] does
    /// it, on a thread that may take its time.
    pub fn begin(&self, request: Request) -> Result<Arc<Reading<H>>, Failure> {
        for root in &request.roots {
            std::fs::metadata(root).map_err(|error| not_there(root, &error))?;
        }
        let reading = Arc::new(Reading::new(request, self.host.clone()));
        if let Some(earlier) = self.now().reading.replace(reading.clone()) {
            earlier.stop();
        }
        self.host.tell(News::OpeningStarted(OpeningStarted {
            name: reading.request.name(),
        }));
        Ok(reading)
    }

    /// Reads what [`Self::begin`] made ready. A reading that was given up for another one leaves
    /// nothing behind; one that was stopped by the reader keeps what it has.
    pub fn read(&self, reading: &Arc<Reading<H>>) {
        let request = reading.request.clone();
        let folder = read_folder(&request, reading.as_ref());
        let overview = page::overview(&folder);
        {
            let mut now = self.now();
            if !now.is_current(reading) {
                return;
            }
            now.reading = None;
            now.open = Some(Arc::new(OpenFolder {
                request: request.clone(),
                folder,
                overview: overview.clone(),
            }));
        }
        if !request.is_sample {
            let opened = jiff::Timestamp::now().to_string();
            if let Err(failure) = self.recents.remember(&request.roots, &overview, opened) {
                log::warn!("{failure}");
            }
        }
        self.host.tell(News::Opened(Opened(overview)));
    }

    /// For a reading whose thread broke off.
    pub fn broke_off(&self, reading: &Arc<Reading<H>>, message: String) {
        {
            let mut now = self.now();
            if !now.is_current(reading) {
                return;
            }
            now.reading = None;
        }
        let failure = Failure::new(FailureCode::Fault, message);
        self.host.tell(News::OpeningFailed(OpeningFailed(failure)));
    }

    /// Tells the window of a folder that could not even be begun.
    pub fn refuse(&self, failure: Failure) {
        self.host.tell(News::OpeningFailed(OpeningFailed(failure)));
    }

    pub fn stop(&self) {
        if let Some(reading) = &self.now().reading {
            reading.stop();
        }
    }

    pub fn underway(&self) -> Option<Underway> {
        self.now()
            .reading
            .as_ref()
            .map(|reading| reading.underway())
    }

    /// What is open, to be read once more, whole.
    pub fn request(&self) -> Result<Request, Failure> {
        Ok(self.open_folder()?.request.clone())
    }

    pub fn overview(&self) -> Option<Overview> {
        let open = self.open_folder().ok()?;
        Some(open.overview.clone())
    }

    pub fn list(&self, query: &ListQuery) -> Result<ListPage, Failure> {
        Ok(page::list(&self.open_folder()?.folder, query))
    }

    pub fn comparison(
        &self,
        utterance: &str,
        left: Option<&str>,
        right: Option<&str>,
    ) -> Result<Comparison, Failure> {
        let open = self.open_folder()?;
        page::comparison(&open.folder, utterance, left, right).ok_or_else(|| {
                Failure::new(
                    FailureCode::UnknownUtterance,
                    format!("the open folder has no utterance {utterance}"),
                )
            })
    }

    pub fn article(&self, id: &str) -> Result<ArticlePage, Failure> {
        let open = self.open_folder()?;
        page::article_page(&open.folder, id).ok_or_else(|| {
            Failure::new(
                FailureCode::UnknownArticle,
                format!("the open folder has no article {id}"),
            )
        })
    }

    /// Where a path that the window shows lies on the disk. Only what lies inside the open
    /// folder is found, links followed: the page must not point the file manager elsewhere.
    pub fn locate(&self, path: &str) -> Result<PathBuf, Failure> {
        let open = self.open_folder()?;
        let roots = &open.request.roots;
        let below = |root: &PathBuf| match (roots.len(), root.is_dir()) {
            (1, true) => root.join(path),
            // With several roots a path begins with the root's own name.
            _ => root.parent().unwrap_or(root).join(path),
        };
        roots
            .iter()
            .find_map(|root| {
                let found = below(root).canonicalize().ok()?;
                found
                    .starts_with(root.canonicalize().ok()?)
                    .then_some(found)
            })
            .ok_or_else(|| {
                Failure::new(
                    FailureCode::OutsideFolder,
                    format!("{path} is not in the open folder"),
                )
            })
    }
}

impl<H> Now<H> {
    fn is_current(&self, reading: &Arc<Reading<H>>) -> bool {
        self.reading
            .as_ref()
            .is_some_and(|current| Arc::ptr_eq(current, reading))
    }
}

fn not_there(root: &Path, error: &std::io::Error) -> Failure {
    let code = match error.kind() {
        std::io::ErrorKind::PermissionDenied => FailureCode::FolderForbidden,
        _ => FailureCode::FolderMissing,
    };
    Failure::new(code, format!("{}: {error}", root.display()))
}

fn read_folder<H: Host>(request: &Request, reading: &Reading<H>) -> Folder {
    struct Nothing;
    impl folder::Sources for Nothing {
        fn list(&self) -> &[folder::Source] {
            &[]
        }
        fn load(&self, _: usize) -> Result<Vec<u8>, asquoted_engine::problem::Problem> {
            Ok(Vec::new())
        }
    }
    folder::open(&request.name(), &Nothing, Vec::new(), reading)
}
