//! Notices that something below the opened folders has changed. What has, tells another look.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, MetadataKind, ModifyKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// A file that is being copied is written in many steps: it is looked at once the disk has been
/// quiet for this long …
const QUIET: Duration = Duration::from_millis(400);
/// … or has not come to rest for this long.
const LONGEST: Duration = Duration::from_secs(5);
/// How often the disk is looked at where the system does not tell by itself.
const LOOK_AGAIN: Duration = Duration::from_secs(10);

type AnyWatcher = Arc<Mutex<Box<dyn Watcher + Send>>>;

/// Watches until it is dropped.
pub struct Watching {
    _watcher: AnyWatcher,
}

/// Neither the system nor looking again and again will do.
#[derive(Debug, thiserror::Error)]
#[error("the folder cannot be watched: {0}")]
pub struct WatchError(#[from] notify::Error);

/// Calls `changed`, on a thread of its own, whenever files below the roots were added, changed or
/// removed: once for any number of them, when they have come to rest. Links are not followed.
pub fn watch(
    roots: &[PathBuf],
    changed: impl Fn() + Send + 'static,
) -> Result<Watching, WatchError> {
    let roots: Arc<[PathBuf]> = roots.iter().map(|root| whole(root)).collect();
    // One that waits is enough to know that something has happened.
    let (sender, events) = sync_channel(1);
    let anew = Arc::new(AtomicBool::new(false));
    let ear = Ear {
        roots: roots.clone(),
        sender,
        anew: anew.clone(),
    };
    let watcher: AnyWatcher = Arc::new(Mutex::new(start(&roots, &ear)?));
    drop(ear);
    let again = Again {
        roots,
        anew,
        watcher: Arc::downgrade(&watcher),
    };
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || wait(&events, &again, changed))
        .map_err(notify::Error::io)?;
    Ok(Watching { _watcher: watcher })
}

fn whole(root: &Path) -> PathBuf {
    std::path::absolute(root).unwrap_or_else(|_| root.to_owned())
}

/// Hears what the system tells, and passes on what may matter.
#[derive(Clone)]
struct Ear {
    roots: Arc<[PathBuf]>,
    sender: SyncSender<()>,
    /// A root came, went or was replaced: its folders must be watched anew.
    anew: Arc<AtomicBool>,
}

impl Ear {
    fn hear(&self, told: Result<Event, notify::Error>) {
        let matters = match &told {
            // Something was lost: another look will tell.
            Err(_) => true,
            Ok(event) => {
                matters(event.kind)
                    && (event.need_rescan() || event.paths.iter().any(|path| self.is_inside(path)))
            }
        };
        if matters {
            let is_root = |path: &PathBuf| self.roots.contains(path);
            if told.is_ok_and(|event| event.paths.iter().any(is_root)) {
                self.anew.store(true, Ordering::Relaxed);
            }
            let _ = self.sender.try_send(());
        }
    }

    /// Below a root, and not hidden there.
    fn is_inside(&self, path: &Path) -> bool {
        self.roots.iter().any(|root| {
            path.strip_prefix(root)
                .is_ok_and(|below| !below.iter().any(is_hidden))
        })
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Reading a file is told too; it changes nothing.
fn matters(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
        _ => true,
    }
}

/// By the system where it can, else by looking again and again: on some network drives, and where
/// more folders are watched than the system allows.
fn start(roots: &[PathBuf], ear: &Ear) -> Result<Box<dyn Watcher + Send>, notify::Error> {
    let config = Config::default()
        .with_follow_symlinks(false)
        .with_poll_interval(LOOK_AGAIN);
    let hears = |ear: Ear| move |told| ear.hear(told);
    let by_system = RecommendedWatcher::new(hears(ear.clone()), config).and_then(|mut watcher| {
        take_up(roots, &mut watcher)?;
        Ok(Box::new(watcher) as Box<dyn Watcher + Send>)
    });
    by_system.or_else(|_| {
        let mut watcher = PollWatcher::new(hears(ear.clone()), config)?;
        take_up(roots, &mut watcher)?;
        Ok(Box::new(watcher) as Box<dyn Watcher + Send>)
    })
}

/// The parents tell when a root is replaced or comes back; a root that is not there is no error.
fn take_up(roots: &[PathBuf], watcher: &mut dyn Watcher) -> Result<(), notify::Error> {
    for parent in roots.iter().filter_map(|root| root.parent()) {
        // Without the right to it, the root is watched all the same.
        let _ = watcher.watch(parent, RecursiveMode::NonRecursive);
    }
    for root in roots.iter().filter(|root| root.is_dir()) {
        watcher.watch(root, RecursiveMode::Recursive)?;
    }
    Ok(())
}

/// What is needed to watch roots anew.
struct Again {
    roots: Arc<[PathBuf]>,
    anew: Arc<AtomicBool>,
    watcher: Weak<Mutex<Box<dyn Watcher + Send>>>,
}

impl Again {
    fn take_up(&self) {
        if !self.anew.swap(false, Ordering::Relaxed) {
            return;
        }
        if let Some(watcher) = self.watcher.upgrade() {
            let mut watcher = watcher.lock().unwrap_or_else(PoisonError::into_inner);
            // One that has gone is taken up when it comes back.
            let _ = take_up(&self.roots, watcher.as_mut());
        }
    }
}

/// Waits for an event, then for quiet, and tells; until the watcher is dropped.
fn wait(events: &Receiver<()>, again: &Again, changed: impl Fn()) {
    while events.recv().is_ok() {
        let first = Instant::now();
        while first.elapsed() < LONGEST {
            match events.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        // Before the look: what comes later is told by an event.
        again.take_up();
        changed();
    }
}
