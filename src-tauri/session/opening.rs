//! Reading a folder. What is known of it can be looked at while the work goes on.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use asquoted_engine::article::Article;
use asquoted_engine::folder::{self, Compared, Folder, Utterance, Watch};
use asquoted_engine::judgement::Finder;
use asquoted_engine::page::Progress;
use asquoted_engine::quotation::Quotation;
use asquoted_intake::Intake;

use super::{Found, Now, OpenFolder, Session, wall};
use crate::failure::Failure;
use crate::host::Host;
use crate::kept::Whose;
use crate::lock::Holding;
use crate::news::{News, Opened, OpeningFailed, OpeningStarted, SoFar};
use crate::opening::{Reading, Request, Underway};

/// A folder that is open sooner is not shown in parts; nor is a newer state sooner than this.
const PART: Duration = Duration::from_secs(1);
/// Showing a state may take one part in so many of the time.
const LOOKED_AT: u32 = 8;

impl<H: Host + Clone> Session<H> {
    /// Gives up what is being read and makes ready to read something else; [`Self::read`] does
    /// it, on a thread that may take its time.
    pub fn begin(&self, request: Request) -> Arc<Reading<H>> {
        let reading = Arc::new(Reading::new(request, self.host.clone()));
        // Told under the lock, so that no event of the earlier reading can come after this one.
        let mut now = self.now();
        if let Some(earlier) = now.reading.replace(reading.clone()) {
            earlier.give_up();
        }
        now.failure = None;
        self.host.tell(News::OpeningStarted(OpeningStarted {
            name: reading.request.name(),
        }));
        reading
    }

    /// Reads what [`Self::begin`] made ready. A reading that was given up for another one leaves
    /// behind what was shown of it; one that was stopped by the reader keeps what it has. One that
    /// breaks off through a fault has failed.
    pub fn read(&self, reading: &Arc<Reading<H>>) {
        let done = wall::behind("the reading", || self.read_through(reading));
        if let Err(failure) = done {
            self.fail(reading, failure);
        }
    }

    fn read_through(&self, reading: &Arc<Reading<H>>) {
        let request = &reading.request;
        let intake = match Intake::open(&request.roots) {
            Ok(intake) => Arc::new(intake),
            Err(error) => return self.fail(reading, error.into()),
        };
        let problems = intake.problems().to_vec();
        let known = self.knowledge.known();
        let shown = Shown {
            session: self,
            reading,
            intake: &intake,
            next: Mutex::new(Instant::now() + PART),
        };
        let name = request.name();
        let folder = folder::open_with(known, &name, intake.as_ref(), problems, &shown);
        let Some(open) = self.show(reading, &intake, folder, false) else {
            return;
        };
        if !open.request.is_sample {
            let opened = jiff::Timestamp::now().to_string();
            let roots = &open.request.roots;
            if let Err(failure) = self.recents.remember(roots, &open.overview, opened) {
                log::warn!("{failure}");
            }
        }
        // The window has the folder by now, and its first key need not wait.
        open.catalogue.prepare(&open.folder);
    }

    /// Makes a folder that was read, or is being read still, the open one, unless it was given up
    /// meanwhile.
    pub(super) fn show(
        &self,
        reading: &Arc<Reading<H>>,
        intake: &Arc<Intake>,
        folder: Folder,
        goes_on: bool,
    ) -> Option<Arc<OpenFolder>> {
        let finder = Finder::new(&folder);
        let request = reading.request.clone();
        let whose = Whose {
            roots: &request.roots,
            prints: finder.prints(),
        };
        // Nothing may be corrected until the corrections are applied to what is new.
        let _no_correction = self.judging.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.now().is_current(reading) {
            return None;
        }
        if self.lock.holding() == Holding::Ours {
            self.judgements.meet(whose);
            self.references.meet(whose);
        }
        let judgement = self.judgements.read(&request.roots).kept;
        let found = Arc::new(Found { folder, finder });
        let open = OpenFolder::new(request, intake.clone(), found, judgement, None);
        let open = Arc::new(open);
        let mut now = self.now();
        if !now.is_current(reading) {
            return None;
        }
        now.open = Some(open.clone());
        now.gone = false;
        if let Some(renewal) = now.renewal.take() {
            renewal.give_up();
        }
        let overview = open.overview.clone();
        if goes_on {
            reading.note_shown();
            self.host.tell(News::SoFar(SoFar(overview)));
        } else {
            now.reading = None;
            self.host.tell(News::Opened(Opened(overview)));
        }
        Some(open)
    }

    /// For a reading that came to nothing. What was open before still is.
    pub fn fail(&self, reading: &Arc<Reading<H>>, failure: Failure) {
        let mut now = self.now();
        if now.is_current(reading) {
            now.reading = None;
            self.note(&mut now, failure);
        }
    }

    /// Tells the window of a folder that could not even be begun.
    pub fn refuse(&self, failure: Failure) {
        self.note(&mut self.now(), failure);
    }

    fn note(&self, now: &mut Now<H>, failure: Failure) {
        now.failure = Some(failure.clone());
        self.host.tell(News::OpeningFailed(OpeningFailed(failure)));
    }

    /// Why the last opening came to nothing, for a page that comes too late for the event.
    pub fn failure(&self) -> Option<Failure> {
        self.now().failure.clone()
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
}

impl<H> Now<H> {
    fn is_current(&self, reading: &Arc<Reading<H>>) -> bool {
        self.reading
            .as_ref()
            .is_some_and(|current| Arc::ptr_eq(current, reading))
    }
}

/// A reading of which the reader sees every now and then what there is.
struct Shown<'s, H> {
    session: &'s Session<H>,
    reading: &'s Arc<Reading<H>>,
    intake: &'s Arc<Intake>,
    /// When the next state is due.
    next: Mutex<Instant>,
}

impl<H: Host + Clone> Watch for Shown<'_, H> {
    fn progress(&self, progress: Progress) {
        self.reading.progress(progress);
    }

    fn heard(&self, article: &Article, quotations: &[Quotation]) {
        self.reading.heard(article, quotations);
    }

    fn found(&self, folder: &Folder, utterance: &Utterance, compared: &Compared) {
        self.reading.found(folder, utterance, compared);
    }

    fn so_far(&self, state: &dyn Fn() -> Folder) {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let began = Instant::now();
        if began < *next || self.stopped() {
            return;
        }
        self.session.show(self.reading, self.intake, state(), true);
        *next = Instant::now() + PART.max(began.elapsed() * LOOKED_AT);
    }

    fn stopped(&self) -> bool {
        self.reading.stopped()
    }

    fn goes_on(&self) {
        self.reading.goes_on();
    }
}
