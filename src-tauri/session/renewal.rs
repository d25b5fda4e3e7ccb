//! The open folder once more, when files of it were added, changed or removed. The window keeps
//! what it shows until the new state is there.

use std::sync::{Arc, PoisonError};

use asquoted_engine::folder;
use asquoted_engine::judgement::{Finder, Judgement};
use asquoted_intake::{Intake, watch};

use super::{Found, OpenFolder, Session, wall};
use crate::failure::Failure;
use crate::host::Host;
use crate::news::{News, NotRenewed, Renewed};
use crate::opening::Reading;

impl<H: Host + Clone> Session<H> {
    /// From now on what happens to the files of the open folder is taken in.
    pub fn watch(self: &Arc<Self>) {
        let Ok(open) = self.open_folder() else {
            return;
        };
        let session = Arc::downgrade(self);
        let watching = watch(&open.request.roots, move || {
            if let Some(session) = session.upgrade() {
                session.renew();
            }
        });
        match watching {
            Ok(watching) => self.now().watching = Some(watching),
            Err(error) => log::warn!("{error}"),
        }
    }

    /// Looks at the open folder once more and takes in what has changed. Where the reader stopped
    /// the reading of it, it stays as it is.
    pub fn renew(&self) {
        let _one_at_a_time = self.renewing.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((open, reading)) = self.begin_renewal() else {
            return;
        };
        let looked = wall::behind("taking in changes", || {
            let news = match Intake::open(&open.request.roots) {
                Ok(intake) => self.take_in(&open, intake, &reading),
                Err(error) => self.lose(error.into()),
            };
            self.now().renewal = None;
            if let Some(news) = news {
                self.host.tell(news);
            }
        });
        // After a fault the folder is looked at once more as soon as something in it changes again.
        if let Err(failure) = looked {
            self.now().renewal = None;
            let failure = Some(failure);
            self.host.tell(News::NotRenewed(NotRenewed { failure }));
        }
    }

    /// Leaves the folder as it was read.
    pub fn stop_renewal(&self) {
        if let Some(renewal) = &self.now().renewal {
            renewal.stop();
        }
    }

    fn begin_renewal(&self) -> Option<(Arc<OpenFolder>, Arc<Reading<H>>)> {
        let mut now = self.now();
        let open = now.open.clone()?;
        if now.reading.is_some() || open.found.folder.stopped.is_some() {
            return None;
        }
        let reading = Arc::new(Reading::again(open.request.clone(), self.host.clone()));
        now.renewal = Some(reading.clone());
        Some((open, reading))
    }

    fn take_in(
        &self,
        open: &Arc<OpenFolder>,
        intake: Intake,
        reading: &Arc<Reading<H>>,
    ) -> Option<News> {
        let problems = intake.problems().to_vec();
        let renewal = folder::renew(&open.found.folder, &intake, problems, reading.as_ref());
        // Nothing may be corrected until the corrections are applied to what is new.
        let _no_correction = self.judging.lock().unwrap_or_else(PoisonError::into_inner);
        let current = self.open_folder().ok()?;
        // Another folder may have been opened meanwhile.
        if !Arc::ptr_eq(&current.found, &open.found) {
            return None;
        }
        let was_gone = std::mem::take(&mut self.now().gone);
        let Some(renewal) = renewal else {
            let told = reading.was_told() || was_gone;
            return told.then_some(News::NotRenewed(NotRenewed { failure: None }));
        };
        let found = Arc::new(Found {
            finder: Finder::new(&renewal.folder),
            folder: renewal.folder,
        });
        let judgement = Judgement::clone(&current.judgement);
        let request = open.request.clone();
        let renewed = OpenFolder::new(request, Arc::new(intake), found, judgement, None);
        renewed.catalogue.prepare(&renewed.folder);
        let overview = renewed.overview.clone();
        let mut now = self.now();
        let is_open = now
            .open
            .as_ref()
            .is_some_and(|now| Arc::ptr_eq(now, &current));
        if !is_open {
            return None;
        }
        now.open = Some(Arc::new(renewed));
        Some(News::Renewed(Renewed {
            overview,
            added: renewal.added,
            changed: renewal.changed,
            removed: renewal.removed,
            failed: renewal.failed,
            followed: renewal.followed,
        }))
    }

    /// The folder is not there any more; what was read of it still is. Told once.
    fn lose(&self, failure: Failure) -> Option<News> {
        let was_gone = std::mem::replace(&mut self.now().gone, true);
        (!was_gone).then_some(News::NotRenewed(NotRenewed {
            failure: Some(failure),
        }))
    }
}
