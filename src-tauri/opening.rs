//! One folder being read: what the engine tells while it works, thinned out for the window.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use asquoted_engine::article::Article;
use asquoted_engine::folder::{Compared, Folder, Utterance, Watch};
use asquoted_engine::page::{self, ListItem, Progress};
use asquoted_engine::quotation::{Kind, Quotation};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::host::Host;
use crate::news::{Found, Heard, News, Opening, Renewing};

/// Quotations told one by one before anything is compared: enough to fill the window.
const HEARD: usize = 60;

/// Shorter work needs no words.
const UNTOLD: Duration = Duration::from_millis(300);

/// Ten times a second is as often as a person sees, and leaves the window time to draw.
const PAUSE: Duration = Duration::from_millis(100);

const SAMPLE_NAME: &str = "Lake Mirren";

/// The folder that is being read, for a page that asks in the middle of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Underway {
    pub name: String,
    pub progress: Option<Progress>,
    /// The utterances that the events have told so far.
    pub found: Vec<ListItem>,
    /// Whether what there is of it can be looked at.
    pub shown: bool,
}

/// What is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Folders or files.
    pub roots: Vec<PathBuf>,
    /// The sample is no folder of the reader's, so it is not put among the recent ones.
    pub is_sample: bool,
}

impl Request {
    pub fn of(roots: Vec<PathBuf>) -> Self {
        Self {
            roots,
            is_sample: false,
        }
    }

    /// The folder's name, or that of the first file and how many there are beside it.
    pub fn name(&self) -> String {
        if self.is_sample {
            return SAMPLE_NAME.to_owned();
        }
        let first = self.roots.first().map_or_else(String::new, |root| {
            let name = root.file_name().unwrap_or(root.as_os_str());
            name.to_string_lossy().into_owned()
        });
        match self.roots.len() {
            0 | 1 => first,
            several => format!("{first} + {}", several - 1),
        }
    }
}

/// Follows one reading and can stop it.
pub struct Reading<H> {
    pub request: Request,
    host: H,
    /// When a folder that is open began to be looked at once more.
    again: Option<Instant>,
    stopped: AtomicBool,
    given_up: AtomicBool,
    told: Mutex<Told>,
}

#[derive(Default)]
struct Told {
    progress: Option<Progress>,
    found: Vec<ListItem>,
    /// How many of `found` the window has.
    sent: usize,
    last_progress: Option<Instant>,
    last_found: Option<Instant>,
    /// Quotations found that are not compared yet: the first of them that are not sent, how many
    /// were sent, and how many there are.
    heard: Vec<ListItem>,
    heard_sent: usize,
    heard_count: u32,
    last_heard: Option<Instant>,
    /// What there is of the folder was shown.
    shown: bool,
}

impl<H: Host> Reading<H> {
    pub fn new(request: Request, host: H) -> Self {
        Self {
            request,
            host,
            again: None,
            stopped: AtomicBool::new(false),
            given_up: AtomicBool::new(false),
            told: Mutex::default(),
        }
    }

    /// For a folder that is open already: only its progress is told, and that where it takes time.
    pub fn again(request: Request, host: H) -> Self {
        Self {
            again: Some(Instant::now()),
            ..Self::new(request, host)
        }
    }

    /// Whether any progress was told.
    pub fn was_told(&self) -> bool {
        self.told().last_progress.is_some()
    }

    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Stops, and tells the window nothing more.
    pub fn give_up(&self) {
        // The lock waits for an event that is being told just now.
        let _told = self.told();
        self.given_up.store(true, Ordering::Relaxed);
        self.stop();
    }

    pub fn note_shown(&self) {
        self.told().shown = true;
    }

    pub fn underway(&self) -> Underway {
        let told = self.told();
        Underway {
            name: self.request.name(),
            progress: told.progress.clone(),
            // What is not sent yet comes with the next event.
            found: told.found[..told.sent].to_vec(),
            shown: told.shown,
        }
    }

    fn tell(&self, news: News) {
        if !self.given_up.load(Ordering::Relaxed) {
            self.host.tell(news);
        }
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_due(last: &mut Option<Instant>) -> bool {
    let now = Instant::now();
    let due = last.is_none_or(|last| now.duration_since(last) >= PAUSE);
    if due {
        *last = Some(now);
    }
    due
}

impl<H: Host> Watch for Reading<H> {
    fn progress(&self, progress: Progress) {
        let mut told = self.told();
        if let Some(began) = self.again {
            if began.elapsed() >= UNTOLD && is_due(&mut told.last_progress) {
                self.tell(News::Renewing(Renewing(progress)));
            }
            return;
        }
        let is_new_stage = told
            .progress
            .as_ref()
            .is_none_or(|before| before.stage != progress.stage);
        told.progress = Some(progress.clone());
        // A stage's beginning and end are always told, or a short stage would never be seen done.
        let is_end = progress.done == progress.total;
        if is_due(&mut told.last_progress) || is_new_stage || is_end {
            self.tell(News::Opening(Opening(progress)));
        }
    }

    fn heard(&self, article: &Article, quotations: &[Quotation]) {
        if self.again.is_some() {
            return;
        }
        let mut told = self.told();
        for (number, quotation) in quotations.iter().enumerate() {
            if quotation.kind == Kind::Term {
                continue;
            }
            told.heard_count = told.heard_count.saturating_add(1);
            if told.heard_sent + told.heard.len() < HEARD {
                let item = page::heard_item(article, quotation, number);
                told.heard.push(item);
            }
        }
        if is_due(&mut told.last_heard) {
            let items = std::mem::take(&mut told.heard);
            told.heard_sent += items.len();
            let count = told.heard_count;
            self.tell(News::Heard(Heard { items, count }));
        }
    }

    fn found(&self, folder: &Folder, utterance: &Utterance, compared: &Compared) {
        if self.again.is_some() {
            return;
        }
        let item = page::list_item(folder, utterance, compared);
        let mut told = self.told();
        told.found.push(item);
        // The last few may never be sent: the list that follows `opened` has them.
        if is_due(&mut told.last_found) {
            let fresh = told.found[told.sent..].to_vec();
            told.sent = told.found.len();
            self.tell(News::Found(Found(fresh)));
        }
    }

    fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) || self.given_up.load(Ordering::Relaxed)
    }

    fn goes_on(&self) {
        // Half of what has changed is not taken in.
        if self.again.is_none() {
            self.stopped.store(false, Ordering::Relaxed);
        }
    }
}
