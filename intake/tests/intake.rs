//! Folders as they lie on disks: links, odd names, rights, sizes.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;

use asquoted_engine::folder::Sources;
use asquoted_engine::problem::ProblemCode;
use asquoted_intake::{Intake, IntakeError, LARGEST_FILE};

fn folder(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("This is {file}.")).unwrap();
    }
    folder
}

fn open(folder: &Path) -> Intake {
    Intake::open(&[folder.to_owned()]).unwrap()
}

fn ids(intake: &Intake) -> Vec<&str> {
    intake
        .list()
        .iter()
        .map(|source| source.id.as_str())
        .collect()
}

fn problems(intake: &Intake) -> Vec<(&str, ProblemCode)> {
    intake
        .problems()
        .iter()
        .map(|problem| (problem.path.as_str(), problem.code))
        .collect()
}

#[test]
fn lists_articles_in_a_fixed_order_and_tells_what_is_not_read() {
    let folder = folder(&[
        "b/two.html",
        "a/one.txt",
        "a/letter.docx",
        "c.pdf",
        "photo.jpg",
        ".hidden.txt",
        ".git/notes.md",
        "Saved page.html",
        "Saved page_files/frame.html",
        "kept_files/three.md",
    ]);
    let intake = open(folder.path());
    let expected = [
        "Saved page.html",
        "a/one.txt",
        "b/two.html",
        "kept_files/three.md",
    ];
    assert_eq!(ids(&intake), expected);
    let expected = [
        ("a/letter.docx", ProblemCode::UnsupportedFormat),
        ("c.pdf", ProblemCode::PdfUnsupported),
    ];
    assert_eq!(problems(&intake), expected);
    assert_eq!(intake.files_seen(), 7);
    assert_eq!(intake.load(1).unwrap(), b"This is a/one.txt.");
    assert_eq!(
        intake.file("a/one.txt"),
        Some(folder.path().join("a/one.txt").as_path())
    );
    assert_eq!(intake.file("a"), None);
}

#[test]
fn several_folders_get_unique_names() {
    let parents = folder(&["x/news/a.txt", "y/news/a.txt", "single.txt"]);
    let roots = ["x/news", "y/news", "single.txt"].map(|below| parents.path().join(below));
    let intake = Intake::open(&roots).unwrap();
    assert_eq!(ids(&intake), ["news/a.txt", "news (2)/a.txt", "single.txt"]);
    assert_eq!(intake.name(), "news, news, single.txt");
}

#[test]
fn links_lead_neither_in_circles_nor_out_of_the_folder() {
    let outside = folder(&["far.txt"]);
    let folder = folder(&["a/near.txt", "b/other.txt"]);
    let link = |target: &Path, name: &str| symlink(target, folder.path().join(name)).unwrap();
    link(folder.path(), "a/up");
    link(outside.path(), "out");
    link(&outside.path().join("far.txt"), "far.txt");
    link(&folder.path().join("b/other.txt"), "a/near too.txt");
    link(&folder.path().join("b"), "a/sideways");
    link(Path::new("itself"), "itself");
    link(Path::new("nowhere"), "broken");
    let intake = open(folder.path());
    assert_eq!(
        ids(&intake),
        ["a/near too.txt", "a/near.txt", "b/other.txt"]
    );
    let expected = [
        ("a/up", ProblemCode::LinkLoop),
        ("broken", ProblemCode::NotFound),
        ("itself", ProblemCode::LinkLoop),
        ("far.txt", ProblemCode::LinkOutside),
        ("out", ProblemCode::LinkOutside),
    ];
    assert_eq!(problems(&intake), expected);
}

#[test]
fn names_that_are_no_unicode_are_read_all_the_same() {
    let folder = folder(&["Новости дня/статья 東京.txt"]);
    for name in [&b"caf\xe9.txt"[..], b"caf\xe8.txt"] {
        fs::write(folder.path().join(OsStr::from_bytes(name)), "text").unwrap();
    }
    let intake = open(folder.path());
    assert_eq!(
        ids(&intake),
        [
            "caf\u{fffd}.txt",
            "caf\u{fffd}.txt (2)",
            "Новости дня/статья 東京.txt"
        ]
    );
    assert_eq!(intake.load(1).unwrap(), b"text");
}

#[test]
fn what_is_too_large_or_no_file_is_told_and_not_read() {
    let folder = folder(&["large.txt"]);
    let large = fs::File::create(folder.path().join("large.txt")).unwrap();
    large.set_len(50 << 20).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
    let intake = open(folder.path());
    assert_eq!(ids(&intake), ["large.txt", "socket"]);
    let problem = intake.load(0).unwrap_err();
    assert_eq!(
        (problem.code, problem.count),
        (ProblemCode::TooLarge, Some(50))
    );
    assert_eq!(intake.load(1).unwrap_err().code, ProblemCode::Unreadable);
    large.set_len(LARGEST_FILE).unwrap();
    assert_eq!(intake.load(0).unwrap().len() as u64, LARGEST_FILE);
}

#[test]
fn a_file_that_vanishes_is_a_problem_of_its_own() {
    let folder = folder(&["a.txt", "b.txt"]);
    let intake = open(folder.path());
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    assert_eq!(intake.load(0).unwrap_err().code, ProblemCode::NotFound);
    assert!(intake.load(1).is_ok());
}

#[test]
fn a_missing_folder_is_an_error_and_an_empty_one_is_not() {
    let folder = folder(&[]);
    assert!(ids(&open(folder.path())).is_empty());
    let missing = Intake::open(&[folder.path().join("missing")]);
    assert!(matches!(missing, Err(IntakeError::NotFound(_))));
    assert!(matches!(Intake::open(&[]), Err(IntakeError::Nothing)));
}
