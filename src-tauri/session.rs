//! What is open, what is being opened, and what the reader has set. Knows no window: whatever it
//! has to tell goes to its [`Host`].

mod judging;
mod keeping;
mod opening;
mod references;
mod renewal;
mod turns;
mod wall;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use asquoted_engine::folder::Folder;
use asquoted_engine::judgement::{self, Correction, Finder, Judgement};
use asquoted_engine::page::{
    self, ArticleList, ArticlePage, ArticlePair, ArticleQuery, Catalogue, Choices, Comparison,
    ListPage, ListQuery, OutletsPage, Overview, RememberedHit, TablePage,
};
use asquoted_intake::{Intake, IntakeError, Watching};

use crate::failure::{Failure, FailureCode};
use crate::host::Host;
use crate::kept::{Kept, Whose};
use crate::knowledge::Knowledge;
use crate::lock::{DataLock, Holding};
use crate::opening::{Reading, Request};
use crate::recents::Recents;
use crate::references::References;
use crate::settings::SettingsFile;
use crate::store;

pub use judging::{Imported, Judged};
pub use keeping::{KeptKind, StoreTrouble};
use turns::Turns;

/// The program's memory while it runs.
pub struct Session<H> {
    host: H,
    /// Who may write what is kept.
    lock: DataLock,
    pub recents: Recents,
    references: References,
    pub settings: SettingsFile,
    knowledge: Knowledge,
    judgements: Kept<Judgement>,
    /// Held while something is corrected.
    judging: Mutex<()>,
    now: Mutex<Now<H>>,
    /// Held while the open folder is looked at once more.
    renewing: Mutex<()>,
}

struct Now<H> {
    open: Option<Arc<OpenFolder>>,
    reading: Option<Arc<Reading<H>>>,
    /// What takes in the changes of the open folder, while it works.
    renewal: Option<Arc<Reading<H>>>,
    watching: Option<Watching>,
    /// The open folder is not where it was.
    gone: bool,
    /// Why the last opening came to nothing.
    failure: Option<Failure>,
}

/// A folder that was read, and where it lies.
struct OpenFolder {
    request: Request,
    intake: Arc<Intake>,
    /// As the engine found it. Re-reading changes this one.
    found: Arc<Found>,
    judgement: Arc<Judgement>,
    /// As it is shown: with what a person has corrected.
    folder: Folder,
    /// Whether what each correction in force is about was found.
    met: Vec<bool>,
    overview: Overview,
    catalogue: Catalogue,
    /// Of the list narrowed anew, of words remembered, and of the table of versions.
    lists: Turns,
    searches: Turns,
    tables: Turns,
}

struct Found {
    folder: Folder,
    finder: Finder,
}

/// File endings that the engine reads.
pub const READABLE: [&str; 5] = ["txt", "md", "markdown", "html", "htm"];

/// Hits of a search for remembered words.
const HITS: usize = 20;

impl<H: Host + Clone> Session<H> {
    /// `data` is the program's own folder; nothing is written anywhere else.
    pub fn new(host: H, data: &Path) -> Self {
        let began = SystemTime::now();
        let lock = DataLock::take(data);
        let references = References::new(data.join("references"));
        let judgements = Kept::new(data.join("judgements"));
        if lock.holding() == Holding::Ours {
            let folders = [data, references.folder(), judgements.folder()];
            folders
                .into_iter()
                .for_each(|folder| store::sweep(folder, began));
        }
        Self {
            host,
            lock,
            recents: Recents::new(data.join("recents.json")),
            references,
            settings: SettingsFile::new(data.join("settings.json")),
            knowledge: Knowledge::default(),
            judgements,
            judging: Mutex::new(()),
            now: Mutex::new(Now {
                open: None,
                reading: None,
                renewal: None,
                watching: None,
                gone: false,
                failure: None,
            }),
            renewing: Mutex::default(),
        }
    }

    /// The same by a program that knows words.
    pub fn knowing(self, knowledge: Knowledge) -> Self {
        Self { knowledge, ..self }
    }

    fn now(&self) -> MutexGuard<'_, Now<H>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open_folder(&self) -> Result<Arc<OpenFolder>, Failure> {
        self.now().open.clone().ok_or_else(Failure::nothing_open)
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
        let open = self.open_folder()?;
        Ok(page::list(&open.folder, &open.catalogue, query))
    }

    /// The beginning of a list that is narrowed or ordered in another way. One that begins stops
    /// the one before, which is then given up.
    pub fn list_anew(&self, query: &ListQuery) -> Result<ListPage, Failure> {
        let open = self.open_folder()?;
        let is_wanted = open.lists.begin();
        page::list_while(&open.folder, &open.catalogue, query, &is_wanted)
            .ok_or_else(Failure::given_up)
    }

    /// What the menus above the list offer beside what is chosen in them.
    pub fn choices(&self, query: &ListQuery) -> Result<Choices, Failure> {
        let open = self.open_folder()?;
        Ok(page::choices(&open.folder, &open.catalogue, query))
    }

    /// Where something like the words stands, best first. A search that begins stops the one
    /// before, which then finds nothing.
    pub fn remembered(&self, words: &str) -> Result<Vec<RememberedHit>, Failure> {
        let open = self.open_folder()?;
        let is_wanted = open.searches.begin();
        let is_stopped = || !is_wanted();
        let found = open
            .catalogue
            .remembered(&open.folder, words, HITS, &is_stopped);
        let hits = found.iter();
        Ok(hits
            .map(|found| page::remembered_hit(&open.folder, found))
            .collect())
    }

    pub fn comparison(
        &self,
        utterance: &str,
        left: Option<&str>,
        right: Option<&str>,
    ) -> Result<Comparison, Failure> {
        let open = self.open_folder()?;
        page::comparison(&open.folder, utterance, left, right)
            .ok_or_else(|| unknown_utterance(utterance))
    }

    /// All versions in one table. One that begins stops the one before, which is then given up.
    pub fn table(&self, utterance: &str, base: Option<&str>) -> Result<TablePage, Failure> {
        let open = self.open_folder()?;
        let is_wanted = open.tables.begin();
        page::table_while(&open.folder, utterance, base, &is_wanted).ok_or_else(|| {
            if is_wanted() {
                unknown_utterance(utterance)
            } else {
                Failure::given_up()
            }
        })
    }

    /// The reader waits for no table any more.
    pub fn stop_table(&self) {
        if let Ok(open) = self.open_folder() {
            open.tables.end();
        }
    }

    /// The same with what the words mean; `None` where the program has no model. May load it.
    pub fn comparison_by_meaning(
        &self,
        utterance: &str,
        left: Option<&str>,
        right: Option<&str>,
    ) -> Result<Option<Comparison>, Failure> {
        let open = self.open_folder()?;
        let Some(meaning) = self.knowledge.meaning() else {
            return Ok(None);
        };
        page::comparison_by_meaning(&open.folder, utterance, left, right, &meaning)
            .map(Some)
            .ok_or_else(|| unknown_utterance(utterance))
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

    pub fn articles(&self, query: &ArticleQuery) -> Result<ArticleList, Failure> {
        let open = self.open_folder()?;
        Ok(page::articles(&open.folder, &open.catalogue, query))
    }

    pub fn article_pair(&self, left: &str, right: &str) -> Result<ArticlePair, Failure> {
        let open = self.open_folder()?;
        page::article_pair(&open.folder, left, right).ok_or_else(|| {
            Failure::new(
                FailureCode::UnknownArticle,
                format!("the open folder lacks article {left} or {right}"),
            )
        })
    }

    pub fn outlets(&self) -> Result<OutletsPage, Failure> {
        Ok(page::outlets(&self.open_folder()?.folder))
    }

    /// The file behind an article, to be opened by the system: only what was read as an article is
    /// ever handed to it, and only where it lies inside the open folder, links followed.
    pub fn original(&self, article: &str) -> Result<PathBuf, Failure> {
        let open = self.open_folder()?;
        let unknown = || {
            Failure::new(
                FailureCode::UnknownArticle,
                format!("the open folder has no article {article}"),
            )
        };
        open.folder.article_index(article).ok_or_else(unknown)?;
        let file = open.intake.file(article).ok_or_else(unknown)?;
        // A text without a known ending is an article, and may be a program to the system.
        let ending = file.extension().and_then(|ending| ending.to_str());
        let is_page = ending.is_some_and(|ending| {
            let is = |known: &&str| known.eq_ignore_ascii_case(ending);
            READABLE.iter().any(is)
        });
        if !is_page {
            return Err(Failure::new(
                FailureCode::NoViewer,
                format!("{article} is no file for a viewer"),
            ));
        }
        let file = file.canonicalize().ok();
        file.filter(|file| open.holds(file)).ok_or_else(|| {
            Failure::new(
                FailureCode::OutsideFolder,
                format!("{article} is not in the open folder"),
            )
        })
    }

    /// Where a path that the window shows lies on the disk. Only what lies inside the open
    /// folder is found, links followed: the page must not point the file manager elsewhere.
    pub fn locate(&self, path: &str) -> Result<PathBuf, Failure> {
        let open = self.open_folder()?;
        open.candidates(path)
            .into_iter()
            .find_map(|candidate| {
                let file = candidate.canonicalize().ok()?;
                open.holds(&file).then_some(file)
            })
            .ok_or_else(|| {
                Failure::new(
                    FailureCode::OutsideFolder,
                    format!("{path} is not in the open folder"),
                )
            })
    }
}

impl OpenFolder {
    /// `before`: the same folder with other corrections, so that less is compared and indexed.
    fn new(
        request: Request,
        intake: Arc<Intake>,
        found: Arc<Found>,
        judgement: Judgement,
        before: Option<&Self>,
    ) -> Self {
        let current = judgement.current();
        let corrections: Vec<&Correction> = current.iter().map(|(_, one)| *one).collect();
        let earlier = before.map(|open| &open.folder);
        let judged = judgement::judge(&found.folder, &found.finder, &corrections, earlier);
        let folder = &judged.folder;
        Self {
            overview: page::overview(folder),
            catalogue: before.map_or_else(
                || Catalogue::new(folder),
                |open| open.catalogue.after(&open.folder, folder),
            ),
            lists: Turns::default(),
            searches: Turns::default(),
            tables: Turns::default(),
            request,
            intake,
            found,
            judgement: Arc::new(judgement),
            folder: judged.folder,
            met: judged.met,
        }
    }

    /// The same folder with other corrections.
    fn judged(&self, judgement: Judgement) -> Self {
        let (request, intake) = (self.request.clone(), self.intake.clone());
        Self::new(request, intake, self.found.clone(), judgement, Some(self))
    }

    fn whose(&self) -> Whose<'_> {
        Whose {
            roots: &self.request.roots,
            prints: self.found.finder.prints(),
        }
    }

    /// Where a shown path may lie: an article's is known, a problem's is below a root.
    fn candidates(&self, path: &str) -> Vec<PathBuf> {
        let article = self.intake.file(path).map(Path::to_owned);
        let roots = &self.request.roots;
        let below = roots.iter().map(|root| match (roots.len(), root.is_dir()) {
            (1, true) => root.join(path),
            // With several roots a path begins with the root's own name.
            _ => root.parent().unwrap_or(root).join(path),
        });
        article.into_iter().chain(below).collect()
    }

    fn holds(&self, file: &Path) -> bool {
        self.request
            .roots
            .iter()
            .filter_map(|root| root.canonicalize().ok())
            .any(|root| file.starts_with(root))
    }
}

fn unknown_utterance(id: &str) -> Failure {
    Failure::new(
        FailureCode::UnknownUtterance,
        format!("the open folder has no utterance {id}"),
    )
}

impl From<IntakeError> for Failure {
    fn from(error: IntakeError) -> Self {
        let code = match error {
            IntakeError::Denied(_) => FailureCode::FolderForbidden,
            IntakeError::Unreadable { .. } => FailureCode::FolderUnreadable,
            // Not there, or nothing was named at all.
            _ => FailureCode::FolderMissing,
        };
        Self::new(code, error.to_string())
    }
}

#[cfg(test)]
mod tests;
