//! What there is to tell of the files in which corrections and transcripts are kept, and who may write them.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Judged, OpenFolder, Session};
use crate::failure::{Failure, FailureCode};
use crate::host::Host;
use crate::kept::{Trouble, TroubleKind};
use crate::lock::Holding;

/// What of a folder is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum KeptKind {
    Corrections,
    References,
}

/// Something to tell of what is kept, as the window words it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StoreTrouble {
    /// `None`: all that is kept.
    pub of: Option<KeptKind>,
    pub kind: TroubleKind,
    /// The file's path, for a reader who asks.
    pub file: String,
    /// What the system says; empty where it says nothing.
    pub reason: String,
    /// An earlier state can be brought back.
    pub restorable: bool,
}

impl StoreTrouble {
    fn of_all(kind: TroubleKind, reason: String) -> Self {
        Self {
            of: None,
            kind,
            file: String::new(),
            reason,
            restorable: false,
        }
    }

    fn new(of: KeptKind, trouble: Trouble) -> Self {
        Self {
            of: Some(of),
            kind: trouble.kind,
            file: trouble.file.display().to_string(),
            reason: trouble.reason,
            restorable: trouble.restorable,
        }
    }
}

impl<H: Host + Clone> Session<H> {
    /// What the reader must know of what is kept of the open folder; of the data folder alone where none is open.
    pub fn store_troubles(&self) -> Vec<StoreTrouble> {
        let elsewhere = self.lock.holding() == Holding::Elsewhere;
        let elsewhere =
            elsewhere.then(|| StoreTrouble::of_all(TroubleKind::HeldElsewhere, String::new()));
        if let Some(why) = self.lock.unwritable() {
            return vec![StoreTrouble::of_all(TroubleKind::Unwritable, why)];
        }
        let of_folder = self.open_folder().ok().into_iter().flat_map(|open| {
            let of =
                |kind, trouble: Option<Trouble>| trouble.map(|one| StoreTrouble::new(kind, one));
            let roots = &open.request.roots;
            let corrections = of(KeptKind::Corrections, self.judgements.read(roots).trouble);
            let references = of(KeptKind::References, self.references.trouble(roots));
            corrections.into_iter().chain(references)
        });
        elsewhere.into_iter().chain(of_folder).collect()
    }

    /// Brings back the state that was good before the file was not understood. What was corrected since stays.
    pub fn restore(&self, kind: KeptKind) -> Result<Judged, Failure> {
        let open = self.owned()?;
        let roots = &open.request.roots;
        let nothing = || Failure::new(FailureCode::NothingToRestore, "there is no earlier state");
        let judged = match kind {
            KeptKind::Corrections => {
                let earlier = self.judgements.last_good(roots).ok_or_else(nothing)?;
                self.bring_back(earlier)?
            }
            KeptKind::References => {
                self.references.restore(open.whose())?.ok_or_else(nothing)?;
                Judged::between(&open, &open)
            }
        };
        self.acknowledge(kind)?;
        Ok(judged)
    }

    /// The reader knows of what was put aside, and wants to be told no more.
    pub fn acknowledge(&self, kind: KeptKind) -> Result<(), Failure> {
        let open = self.owned()?;
        let roots = &open.request.roots;
        match kind {
            KeptKind::Corrections => self.judgements.acknowledge(roots),
            KeptKind::References => self.references.acknowledge(roots),
        }
        Ok(())
    }

    /// The file that a trouble is about.
    pub fn troubled_file(&self, kind: KeptKind) -> Result<PathBuf, Failure> {
        let troubles = self.store_troubles();
        let mut own = troubles.into_iter().filter(|one| one.of == Some(kind));
        let file = own.next().map(|one| PathBuf::from(one.file));
        file.ok_or_else(|| Failure::new(FailureCode::NothingToRestore, "nothing is wrong with it"))
    }

    /// The open folder, if this program may write what is kept of it.
    pub(super) fn owned(&self) -> Result<Arc<OpenFolder>, Failure> {
        let open = self.open_folder()?;
        match self.lock.holding() {
            Holding::Ours => Ok(open),
            Holding::Elsewhere => Err(Failure::new(
                FailureCode::StoreHeld,
                "another As Quoted is running that may write them",
            )),
            Holding::Nobody => {
                let why = self.lock.unwritable().unwrap_or_default();
                Err(Failure::new(FailureCode::NotSaved, why))
            }
        }
    }

    /// The folder with what the disk has of its corrections. Another program may have written it, or the system may
    /// give only now what it did not give when the folder was opened: what is in memory must not replace that. Where
    /// the disk has nothing that can be added to, as it is in memory. Called while nothing else is corrected.
    pub(super) fn as_stored(&self, open: &Arc<OpenFolder>) -> Arc<OpenFolder> {
        let stored = self.judgements.stored(&open.request.roots);
        let Some(stored) = stored.filter(|stored| *stored != *open.judgement) else {
            return open.clone();
        };
        let next = Arc::new(open.judged(stored));
        let mut now = self.now();
        if now.open.as_ref().is_some_and(|now| Arc::ptr_eq(now, open)) {
            now.open = Some(next.clone());
        }
        next
    }
}
