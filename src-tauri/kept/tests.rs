use super::*;

type Notes = Vec<String>;

struct Scene {
    _data: tempfile::TempDir,
    kept: Kept<Notes>,
    roots: Vec<PathBuf>,
}

impl Scene {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        Self {
            kept: Kept::new(data.path().join("kept")),
            roots: vec![data.path().join("articles")],
            _data: data,
        }
    }

    fn file(&self) -> PathBuf {
        self.kept.file(&self.roots)
    }

    fn write(&self, notes: &[&str]) -> Result<(), Failure> {
        let whose = Whose {
            roots: &self.roots,
            prints: &[],
        };
        let notes = notes.iter().map(|note| (*note).to_owned()).collect();
        self.kept.write(whose, &notes)
    }

    fn breaks_with(&self, bytes: &[u8]) {
        std::fs::write(self.file(), bytes).unwrap();
    }

    fn read(&self) -> (Notes, Option<TroubleKind>) {
        let held = self.kept.read(&self.roots);
        (held.kept, held.trouble.map(|trouble| trouble.kind))
    }
}

const NOT_OURS: [&[u8]; 7] = [
    b"",
    b"garbage",
    b"{\"roots\": [], \"prints\": [], \"kept\": [\"cut o",
    b"[1, 2]",
    b"{\"roots\": [], \"prints\": [], \"kept\": \"a word\"}",
    b"{}",
    b"\xff\xfe\x00",
];

#[test]
fn what_is_not_understood_is_put_aside_each_under_a_name_of_its_own() {
    let scene = Scene::new();
    scene.write(&["one"]).unwrap();
    scene.write(&["one", "two"]).unwrap();
    for (number, bytes) in NOT_OURS.into_iter().enumerate() {
        scene.breaks_with(bytes);
        let held = scene.kept.read(&scene.roots);
        assert_eq!(held.kept, Notes::default());
        let trouble = held.trouble.expect("it is told");
        assert_eq!(trouble.kind, TroubleKind::NotUnderstood);
        assert!(trouble.restorable);
        let asides = scene.kept.asides(&scene.roots, NOT_UNDERSTOOD);
        assert_eq!(asides.len(), number + 1);
        for (aside, was) in asides.iter().zip(NOT_OURS) {
            assert_eq!(std::fs::read(aside).unwrap(), was);
        }
        assert_eq!(trouble.file, asides[number]);
    }
    // Told again by the next start, until the reader knows of it; nothing goes.
    assert_eq!(scene.read().1, Some(TroubleKind::NotUnderstood));
    let both = vec!["one".to_owned(), "two".to_owned()];
    assert_eq!(scene.kept.last_good(&scene.roots), Some(both));
    scene.kept.acknowledge(&scene.roots);
    assert_eq!(scene.read(), (Notes::default(), None));
    let put_aside = scene.kept.asides(&scene.roots, PUT_ASIDE);
    assert_eq!(put_aside.len(), 2 * NOT_OURS.len());
}

#[test]
fn deep_nesting_is_not_understood_and_breaks_nothing() {
    let scene = Scene::new();
    scene.write(&["one"]).unwrap();
    scene.breaks_with("[".repeat(200_000).as_bytes());
    assert_eq!(
        scene.read(),
        (Notes::default(), Some(TroubleKind::NotUnderstood))
    );
}

#[test]
fn the_state_before_what_was_not_understood_stays_through_later_changes() {
    let scene = Scene::new();
    scene.write(&["one"]).unwrap();
    scene.write(&["one", "two"]).unwrap();
    scene.breaks_with(b"garbage");
    for notes in [&["new"][..], &["new", "newer"], &["new", "newer", "newest"]] {
        scene.write(notes).unwrap();
        let (kept, trouble) = scene.read();
        assert_eq!(kept, notes);
        assert_eq!(trouble, Some(TroubleKind::NotUnderstood));
    }
    let both = vec!["one".to_owned(), "two".to_owned()];
    assert_eq!(scene.kept.last_good(&scene.roots), Some(both));
}

#[test]
fn what_the_system_does_not_give_is_never_written() {
    let scene = Scene::new();
    scene.write(&["one"]).unwrap();
    let file = scene.file();
    let hidden = file.with_extension("hidden");
    std::fs::rename(&file, &hidden).unwrap();
    std::os::unix::fs::symlink(&file, &file).unwrap();
    assert_eq!(
        scene.read(),
        (Notes::default(), Some(TroubleKind::Unreadable))
    );
    assert_eq!(
        scene.write(&["two"]).unwrap_err().code,
        FailureCode::StoreUnreadable
    );
    std::fs::rename(&hidden, &file).unwrap();
    assert_eq!(scene.read(), (vec!["one".to_owned()], None));
    scene.write(&["one", "two"]).unwrap();

    // A folder in its place.
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    assert_eq!(scene.read().1, Some(TroubleKind::Unreadable));
    assert_eq!(
        scene.write(&["three"]).unwrap_err().code,
        FailureCode::StoreUnreadable
    );
}

#[test]
fn what_a_newer_version_wrote_is_shown_and_never_written() {
    let scene = Scene::new();
    scene.write(&["one"]).unwrap();
    let newer = |kept: &str| {
        format!("{{\"schema\": 2, \"roots\": [], \"prints\": [], \"more\": 1, \"kept\": {kept}}}")
    };
    for (kept, shown) in [
        ("[\"one\"]", &["one"][..]),
        ("{\"another\": \"layout\"}", &[]),
    ] {
        let text = newer(kept);
        scene.breaks_with(text.as_bytes());
        let (notes, trouble) = scene.read();
        assert_eq!(notes, shown);
        assert_eq!(trouble, Some(TroubleKind::Newer));
        assert_eq!(
            scene.write(&["two"]).unwrap_err().code,
            FailureCode::StoreNewer
        );
        assert_eq!(std::fs::read_to_string(scene.file()).unwrap(), text);
    }
}

#[test]
fn a_file_without_a_number_is_of_the_first_layout() {
    let scene = Scene::new();
    std::fs::create_dir_all(scene.kept.folder()).unwrap();
    scene.breaks_with(b"{\"roots\": [], \"prints\": [], \"judgement\": [\"one\"]}");
    assert_eq!(scene.read(), (vec!["one".to_owned()], None));
    scene.write(&["one"]).unwrap();
    let text = std::fs::read_to_string(scene.file()).unwrap();
    assert!(text.contains("\"schema\": 1"), "{text}");
}

#[test]
fn what_cannot_be_put_aside_is_not_written_over() {
    let scene = Scene::new();
    scene.write(&["one"]).unwrap();
    scene.breaks_with(b"garbage");
    // The copy cannot be named as well: a folder stands in its place.
    let backup = scene.file().with_extension(BACKUP);
    std::fs::remove_file(&backup).unwrap();
    std::fs::create_dir(&backup).unwrap();
    assert_eq!(
        scene.write(&["two"]).unwrap_err().code,
        FailureCode::NotSaved
    );
    assert_eq!(std::fs::read(scene.file()).unwrap(), b"garbage");
}
