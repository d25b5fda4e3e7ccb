//! What was confirmed stays, whatever happened to its file or to another program since the folder was opened.

use super::*;

/// The file of corrections, of which there is one.
fn file(desk: &Desk) -> PathBuf {
    let entries = std::fs::read_dir(desk.home.path().join("data/judgements")).unwrap();
    let mut paths = entries.map(|entry| entry.unwrap().path());
    let is_file = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    paths.find(is_file).unwrap()
}

/// What the disk has of it, as a program sees it that is started afresh.
fn versions_after_a_restart(desk: Desk, request: Request) -> u32 {
    let again = Desk::at(desk.end());
    again.open(request);
    versions(&again)
}

/// The system gives the file again while the folder is open, which was opened without it.
#[cfg(unix)]
#[test]
fn corrections_that_can_be_read_again_are_added_to_and_not_replaced() {
    let desk = Desk::new();
    let request = lake(&desk, "lake");
    desk.open(request.clone());
    take_out(&desk, "b.txt");
    let file = file(&desk);
    let hidden = file.with_extension("hidden");
    std::fs::rename(&file, &hidden).unwrap();
    std::os::unix::fs::symlink(&file, &file).unwrap();
    desk.open(request.clone());
    assert_eq!(versions(&desk), 3);
    let refused = desk.session.correct(&taking_out(&desk, "c.txt"));
    assert_eq!(refused.unwrap_err().code, FailureCode::StoreUnreadable);

    std::fs::rename(&hidden, &file).unwrap();
    take_out(&desk, "c.txt");
    assert_eq!(versions(&desk), 1);
    assert_eq!(versions_after_a_restart(desk, request), 1);
}

/// The window asks what there is to tell of the files whenever a note is put away.
#[test]
fn a_program_that_takes_over_has_what_the_other_kept_whoever_asked_first() {
    let desk = Desk::new();
    let request = lake(&desk, "lake");
    desk.open(request.clone());
    let other = desk.beside();
    other.open(request.clone());
    assert_eq!(other.session.store_troubles().len(), 1);
    take_out(&desk, "b.txt");
    drop(desk.end());

    assert!(other.session.store_troubles().is_empty());
    assert_eq!(versions(&other), 3);
    take_out(&other, "c.txt");
    assert_eq!(versions(&other), 1);
    assert_eq!(versions_after_a_restart(other, request), 1);
}
