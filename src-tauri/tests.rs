//! The boundary: its TypeScript is up to date, and the page may call what it can call and nothing
//! else.

use std::path::Path;

use specta_typescript::{Typescript, semantic};

use super::boundary;

#[test]
fn the_bindings_are_up_to_date() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/ipc/bindings.ts");
    let folder = tempfile::tempdir().unwrap();
    let fresh = folder.path().join("bindings.ts");
    // Shares (0–1) and the zoom are numbers: none of them is ever NaN, which would cross as null.
    let floats = semantic::Configuration::empty().enable_lossless_floats();
    boundary()
        .semantic_types(floats)
        .export(Typescript::default(), &fresh)
        .unwrap();
    let fresh = std::fs::read_to_string(fresh).unwrap();
    let before = std::fs::read_to_string(&committed).unwrap_or_default();
    if fresh != before {
        std::fs::create_dir_all(committed.parent().unwrap()).unwrap();
        std::fs::write(&committed, fresh).unwrap();
        panic!(
            "{} was stale and is written anew: commit it",
            committed.display()
        );
    }
}

#[test]
fn the_page_may_call_every_command_and_nothing_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bindings = std::fs::read_to_string(root.join("ui/src/ipc/bindings.ts")).unwrap();
    let permission =
        std::fs::read_to_string(root.join("src-tauri/permissions/reading.toml")).unwrap();
    let called = between(&bindings, "__TAURI_INVOKE(\"", '"');
    let (_, allowed) = permission.split_once("allow = [").unwrap();
    let allowed = between(allowed, "  \"", '"');
    assert!(called.len() > 10);
    assert_eq!(called, allowed);
}

/// What stands between `before` and `after`, each time, in order.
fn between<'a>(text: &'a str, before: &str, after: char) -> Vec<&'a str> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split(after).next())
        .collect()
}
