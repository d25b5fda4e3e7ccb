//! A folder that changes while it is open.

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};

use asquoted_engine::folder::{self, Folder, Renewal, Source, Sources, Unwatched};
use asquoted_engine::problem::Problem;
use asquoted_engine::report;
use proptest::prelude::*;
use support::{InMemory, open, sample};

type Files = Vec<(String, Vec<u8>)>;

fn renewed(before: &Folder, files: &Files) -> Option<Renewal> {
    folder::renew(before, &InMemory::new(files), Vec::new(), &Unwatched)
}

fn told(folder: &Folder) -> String {
    serde_json::to_string(&report::whole(folder, true)).expect("a report")
}

fn text(files: &mut Files, name: &str, edit: impl Fn(&str) -> String) {
    let file = files.iter_mut().find(|(path, _)| path == name);
    let (_, bytes) = file.expect("a file of the sample");
    *bytes = edit(std::str::from_utf8(bytes).expect("a text")).into_bytes();
}

#[test]
fn what_came_changed_and_went_is_told() {
    let mut files = sample();
    let before = open(&files);
    assert!(renewed(&before, &files).is_none());

    let added = String::from("Lake board\n\n“Water has no passport,” said Anselm Korvat.\n");
    files.push(("zz-late.txt".to_owned(), added.into_bytes()));
    files.retain(|(path, _)| path != "lumen-daily.md");
    text(&mut files, "meridian-wire.txt", |text| {
        format!("{text}\nLate edition.\n")
    });
    text(&mut files, "calder-ledger.txt", |_| String::new());
    let renewal = renewed(&before, &files).expect("something has changed");
    assert_eq!(renewal.added, ["zz-late.txt"]);
    assert_eq!(renewal.removed, ["calder-ledger.txt", "lumen-daily.md"]);
    assert_eq!(renewal.changed, ["meridian-wire.txt"]);
    let failed: Vec<&str> = renewal
        .failed
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    assert_eq!(failed, ["calder-ledger.txt"]);
    assert_eq!(told(&renewal.folder), told(&open(&files)));
}

#[test]
fn utterances_are_followed_where_their_ids_become_others() {
    let mut files = sample();
    let before = open(&files);
    for (name, _) in sample() {
        if name.ends_with(".txt") {
            text(&mut files, &name, |text| {
                format!("A line of its own.\n\n{text}")
            });
        }
    }
    let renewal = renewed(&before, &files).expect("something has changed");
    let after = &renewal.folder;
    let words = |folder: &Folder, id: &str| {
        let utterance = folder.utterance(id).unwrap_or_else(|| panic!("no {id}"));
        folder.text_at(utterance.versions[0].place)
    };
    assert!(!renewal.followed.is_empty());
    for utterance in &before.utterances {
        let now = renewal.followed.get(&utterance.id).unwrap_or(&utterance.id);
        assert_eq!(words(&before, &utterance.id), words(after, now));
    }
}

/// Files with a mark each, which counts how often a file is loaded.
struct Marked {
    files: InMemory,
    marks: Vec<u64>,
    loads: AtomicUsize,
}

impl Sources for Marked {
    fn list(&self) -> &[Source] {
        self.files.list()
    }

    fn load(&self, index: usize) -> Result<Vec<u8>, Problem> {
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.files.load(index)
    }

    fn mark(&self, index: usize) -> Option<u64> {
        Some(self.marks[index])
    }
}

#[test]
fn only_a_file_whose_mark_differs_is_loaded() {
    let files = sample();
    let marked = |first: u64| Marked {
        files: InMemory::new(&files),
        marks: std::iter::once(first)
            .chain(std::iter::repeat_n(1, files.len() - 1))
            .collect(),
        loads: AtomicUsize::new(0),
    };
    let first = marked(1);
    let before = folder::open("test", &first, Vec::new(), &Unwatched);
    assert_eq!(first.loads.into_inner(), files.len());
    let touched = marked(2);
    // Written once more with the same words: nothing has changed.
    assert!(folder::renew(&before, &touched, Vec::new(), &Unwatched).is_none());
    assert_eq!(touched.loads.into_inner(), 1);
}

/// What may happen to a file of the sample: it goes, comes back, or is written anew.
fn happening() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0..7_usize, 0..4_u8), 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn a_renewed_folder_is_what_it_would_be_opened_anew(steps in prop::collection::vec(happening(), 1..4)) {
        let whole = sample();
        let mut files = whole.clone();
        let mut folder = open(&files);
        for step in steps {
            for (index, what) in step {
                let (name, original) = &whole[index];
                files.retain(|(path, _)| path != name);
                let text = String::from_utf8_lossy(original);
                match what {
                    0 => {}
                    1 => files.push((name.clone(), original.clone())),
                    2 => files.push((name.clone(), text.replace("not ", "").into_bytes())),
                    _ => files.push((name.clone(), text.replace("Korvat", "Dorath").into_bytes())),
                }
            }
            if let Some(renewal) = renewed(&folder, &files) {
                folder = renewal.folder;
            }
            prop_assert_eq!(told(&folder), told(&open(&files)));
        }
    }
}
