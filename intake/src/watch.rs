//! Notices that something below the opened folders has changed. What has, tells another look.

use std::ffi::OsStr;
use std::panic::{AssertUnwindSafe, catch_unwind};
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
/// removed: once for any number of them, when they have come to rest. Links are not followed. A panic
/// in `changed` ends that one call, and watching goes on; so it does where the system's own watcher
/// breaks off.
pub fn watch(
    roots: &[PathBuf],
    changed: impl Fn() + Send + 'static,
) -> Result<Watching, WatchError> {
    watch_by(start, roots, changed)
}

/// How a watcher that tells an ear about roots is started.
type Start = fn(&[PathBuf], &Ear) -> Result<Box<dyn Watcher + Send>, notify::Error>;

fn watch_by(
    start: Start,
    roots: &[PathBuf],
    changed: impl Fn() + Send + 'static,
) -> Result<Watching, WatchError> {
    let roots: Arc<[PathBuf]> = roots.iter().map(|root| whole(root)).collect();
    let anew = Arc::new(AtomicBool::new(false));
    let (ear, events) = Ear::new(&roots, &anew);
    let watcher: AnyWatcher = Arc::new(Mutex::new(start(&roots, &ear)?));
    drop(ear);
    let again = Again {
        start,
        roots,
        anew,
        watcher: Arc::downgrade(&watcher),
    };
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || watch_on(events, &again, changed))
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
    fn new(roots: &Arc<[PathBuf]>, anew: &Arc<AtomicBool>) -> (Self, Receiver<()>) {
        // One that waits is enough to know that something has happened.
        let (sender, events) = sync_channel(1);
        let ear = Self {
            roots: roots.clone(),
            sender,
            anew: anew.clone(),
        };
        (ear, events)
    }

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
    start: Start,
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

    /// Another watcher in place of one that tells nothing any more, tried until there is one; `None`
    /// once nobody wants to watch.
    fn restart(&self) -> Option<Receiver<()>> {
        loop {
            let watcher = self.watcher.upgrade()?;
            let (ear, events) = Ear::new(&self.roots, &self.anew);
            if let Ok(fresh) = (self.start)(&self.roots, &ear) {
                let mut watcher = watcher.lock().unwrap_or_else(PoisonError::into_inner);
                let broken = std::mem::replace(&mut *watcher, fresh);
                unless_it_panics(|| drop(broken));
                return Some(events);
            }
            drop(watcher);
            thread::sleep(LOOK_AGAIN);
        }
    }
}

/// Runs what may be broken. A panic was told by the panic hook.
fn unless_it_panics(run: impl FnOnce()) {
    // What is left behind by a panic is a folder that is looked at once more, from its beginning.
    let _ = catch_unwind(AssertUnwindSafe(run));
}

/// Waits and tells until the watcher is dropped. What happened while the system told nothing is
/// found by a look.
fn watch_on(mut events: Receiver<()>, again: &Again, changed: impl Fn()) {
    loop {
        wait(&events, again, &changed);
        match again.restart() {
            Some(fresh) => events = fresh,
            None => return,
        }
        unless_it_panics(&changed);
    }
}

/// Waits for an event, then for quiet, and tells; until nobody is left who could tell.
fn wait(events: &Receiver<()>, again: &Again, changed: &impl Fn()) {
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
        unless_it_panics(|| again.take_up());
        unless_it_panics(changed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use notify::NullWatcher;

    use super::*;

    /// Breaks off at once, twice: the ear is dropped, as by a thread that panics. Then tells of one
    /// change, and listens.
    fn unsteady(roots: &[PathBuf], ear: &Ear) -> Result<Box<dyn Watcher + Send>, notify::Error> {
        static STARTS: Mutex<u32> = Mutex::new(0);
        let mut starts = STARTS.lock().unwrap();
        *starts += 1;
        if *starts < 3 {
            return Ok(Box::new(NullWatcher));
        }
        let event = Event::new(EventKind::Any).add_path(roots[0].join("a.txt"));
        ear.hear(Ok(event));
        start(roots, ear)
    }

    #[test]
    fn a_watcher_that_breaks_off_is_started_again() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, told) = channel();
        let roots = [folder.path().to_owned()];
        let changed = move || sender.send(()).unwrap_or_default();
        let watching = watch_by(unsteady, &roots, changed).unwrap();
        let soon = Duration::from_secs(10);
        for _ in 0..2 {
            told.recv_timeout(soon).expect("a look after the fault");
        }
        told.recv_timeout(soon).expect("what the third one tells");
        std::fs::write(folder.path().join("b.txt"), "words").unwrap();
        told.recv_timeout(soon).expect("what happens on the disk");
        drop(watching);
        // The thread ends, and with it what it would have told.
        while told.recv_timeout(soon).is_ok() {}
        assert_eq!(
            told.try_recv(),
            Err(std::sync::mpsc::TryRecvError::Disconnected)
        );
    }
}
