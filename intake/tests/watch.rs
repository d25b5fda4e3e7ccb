//! Changes on a real disk are noticed.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use asquoted_intake::{Watching, watch};

const SOON: Duration = Duration::from_secs(10);
/// Long enough for a change that matters to have been told.
const A_WHILE: Duration = Duration::from_millis(1200);

fn watched(roots: &[&Path]) -> (Watching, Receiver<()>) {
    let (sender, told) = channel();
    let roots: Vec<_> = roots.iter().map(|root| root.to_path_buf()).collect();
    let watching = watch(&roots, move || sender.send(()).unwrap_or_default());
    (watching.expect("the disk can be watched"), told)
}

#[test]
fn what_comes_changes_and_goes_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("below/a.txt");
    let (_watching, told) = watched(&[folder.path()]);
    fs::create_dir(folder.path().join("below")).unwrap();
    told.recv_timeout(SOON).expect("a new folder");
    fs::write(&file, "one").unwrap();
    told.recv_timeout(SOON).expect("a new file in it");
    fs::write(&file, "two").unwrap();
    told.recv_timeout(SOON).expect("a change");
    fs::rename(&file, folder.path().join("b.txt")).unwrap();
    told.recv_timeout(SOON).expect("another name");
    fs::remove_file(folder.path().join("b.txt")).unwrap();
    told.recv_timeout(SOON).expect("a removal");
}

#[test]
fn many_changes_are_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let (_watching, told) = watched(&[folder.path()]);
    for index in 0..2_000 {
        fs::write(folder.path().join(format!("{index}.txt")), "words").unwrap();
    }
    told.recv_timeout(SOON).expect("the files");
    let more = std::iter::from_fn(|| told.recv_timeout(A_WHILE).ok()).count();
    assert!(more <= 2, "{more} times more");
}

#[test]
fn reading_and_hidden_files_are_not_told() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("dam");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a.txt"), "words").unwrap();
    let (_watching, told) = watched(&[&folder]);
    fs::read(folder.join("a.txt")).unwrap();
    fs::write(folder.join(".a.txt.swp"), "words").unwrap();
    fs::write(home.path().join("beside.txt"), "words").unwrap();
    assert!(told.recv_timeout(A_WHILE).is_err());
}

#[test]
fn a_folder_that_goes_and_comes_back_is_still_watched() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("dam");
    fs::create_dir(&folder).unwrap();
    let (_watching, told) = watched(&[&folder]);
    fs::remove_dir_all(&folder).unwrap();
    told.recv_timeout(SOON).expect("it has gone");
    fs::create_dir(&folder).unwrap();
    told.recv_timeout(SOON).expect("it is there again");
    fs::write(folder.join("a.txt"), "words").unwrap();
    told.recv_timeout(SOON).expect("a file in it");
}

#[test]
fn a_single_file_is_watched_and_its_neighbours_are_not() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("a.txt");
    fs::write(&file, "one").unwrap();
    let (_watching, told) = watched(&[&file]);
    fs::write(home.path().join("b.txt"), "words").unwrap();
    assert!(told.recv_timeout(A_WHILE).is_err());
    fs::write(&file, "two").unwrap();
    told.recv_timeout(SOON).expect("a change");
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(outside.path(), folder.path().join("out")).unwrap();
    let (_watching, told) = watched(&[folder.path()]);
    fs::write(outside.path().join("a.txt"), "words").unwrap();
    assert!(told.recv_timeout(A_WHILE).is_err());
}

#[test]
fn nothing_is_told_once_it_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let (watching, told) = watched(&[folder.path()]);
    drop(watching);
    fs::write(folder.path().join("a.txt"), "words").unwrap();
    assert!(told.recv_timeout(A_WHILE).is_err());
}

#[test]
fn a_panic_ends_one_look_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let (sender, told) = channel();
    let looks = std::sync::atomic::AtomicU32::new(0);
    let _watching = watch(&[folder.path().to_owned()], move || {
        let look = looks.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        sender.send(look).unwrap_or_default();
        assert!(look > 1, "the looks before the third fail");
    });
    for look in 0..3 {
        fs::write(folder.path().join("a.txt"), format!("{look}")).unwrap();
        assert_eq!(told.recv_timeout(SOON), Ok(look));
    }
}
