//! The façade: a folder of sources goes in; articles, quotations and utterances come out. Both
//! faces talk to this room, to [`crate::report`] and to [`crate::page`].

use crate::article::Article;
use crate::page::{ArticlePage, Comparison, ListItem, ListPage, ListQuery, Overview, Progress};
use crate::problem::Problem;
use crate::quotation::Quotation;

/// One file that a face has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Unique below all opened folders, `/` between parts; becomes the article's id.
    pub id: String,
    /// The path as shown to people.
    pub path: String,
}

/// The files of a folder, given by a face: the engine itself touches no disk.
pub trait Sources: Sync {
    fn list(&self) -> &[Source];
    /// The bytes of `list()[index]`. Called from several threads, once a file.
    fn load(&self, index: usize) -> Result<Vec<u8>, Problem>;
}

/// Follows the work on a folder. Called from several threads.
pub trait Watch: Sync {
    fn progress(&self, progress: Progress);
    /// Utterances that were compared, as they come, in no fixed order.
    fn found(&self, items: Vec<ListItem>);
    /// Asked often. Once true, what is done is kept and the rest is left out.
    fn stopped(&self) -> bool;
}

/// Follows nothing and never stops: for tests and scripts.
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _: Progress) {}
    fn found(&self, _: Vec<ListItem>) {}
    fn stopped(&self) -> bool {
        false
    }
}

/// An opened folder.
#[derive(Debug, Default)]
pub struct Folder {
    pub articles: Vec<Article>,
    /// Parallel to `articles`.
    pub quotations: Vec<Vec<Quotation>>,
    pub problems: Vec<Problem>,
}

/// Opens a folder. `problems` are those that the face met while looking for files.
pub fn open(
    name: &str,
    sources: &dyn Sources,
    problems: Vec<Problem>,
    watch: &dyn Watch,
) -> Folder {
    let _ = (name, watch);
    let mut folder = Folder {
        problems,
        ..Folder::default()
    };
    for (index, source) in sources.list().iter().enumerate() {
        match sources.load(index) {
            Ok(bytes) => {
                let reading = crate::reading::read(&source.id, &source.path, &bytes);
                folder.articles.extend(reading.article);
                folder.problems.extend(reading.problems);
            }
            Err(problem) => folder.problems.push(problem),
        }
    }
    folder
        .problems
        .extend(crate::reading::settle(&mut folder.articles));
    folder.quotations = folder.articles.iter().map(crate::quotation::find).collect();
    crate::speaker::settle(&folder.articles, &mut folder.quotations);
    folder
}

impl Folder {
    /// What `asquoted compare` prints. With `all`, utterances of one article are listed too.
    pub fn report(&self, all: bool) -> crate::report::Report {
        let _ = all;
        let (cautions, problems) = self
            .problems
            .iter()
            .cloned()
            .partition(|problem| problem.code.is_caution());
        let found = self.articles.iter().zip(&self.quotations);
        crate::report::Report {
            articles: self.articles.iter().map(crate::report::article).collect(),
            quotations: found
                .flat_map(|(article, found)| crate::report::quotations(article, found))
                .collect(),
            problems,
            cautions,
            ..crate::report::Report::default()
        }
    }
}

impl Folder {
    pub fn overview(&self) -> Overview {
        Overview {
            name: String::new(),
            files: 0,
            articles: 0,
            outlets: 0,
            quotations: 0,
            utterances: 0,
            problems: Vec::new(),
            cautions: Vec::new(),
            stopped: None,
            speakers: Vec::new(),
            effects: Vec::new(),
            fingerprint: Vec::new(),
        }
    }

    pub fn list(&self, query: &ListQuery) -> ListPage {
        ListPage {
            total: 0,
            total_without_effect: 0,
            total_without_speaker: 0,
            offset: query.offset,
            items: Vec::new(),
        }
    }

    /// Two versions of an utterance side by side: those asked for by quotation id, else the most
    /// complete one and the one that differs most. `None` where there is no such utterance.
    pub fn comparison(
        &self,
        utterance: &str,
        left: Option<&str>,
        right: Option<&str>,
    ) -> Option<Comparison> {
        let _ = (utterance, left, right);
        None
    }

    /// One whole article, its quotations marked.
    pub fn article(&self, id: &str) -> Option<ArticlePage> {
        let _ = id;
        None
    }
}
