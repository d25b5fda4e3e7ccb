//! Outlets measured against what was really said, on the sample.

mod support;

use asquoted_engine::folder::{Folder, Utterance, side_of};
use asquoted_engine::page::{self, Fate, Measured, Reference, ReferencePage, Transcript};
use asquoted_engine::text::is_mark;
use support::{open, sample};

/// A transcript of our own, with a word that no outlet prints.
const TRANSCRIPT: &str = "Office of the Premier\nTranscript of 9 June\n\nQUESTION: And the gates?\n\
    KORVAT: If the gates are opened before the survey is done with, we will not treat it as an \
    accident. Forty-one villages lie below the dam, and every one of them must be warned in good \
    time. We do not rule out another round of talks. But nobody in Port Amrin should mistake our \
    patience for consent.\nQUESTION: Does the lake belong to Kestria?\nKORVAT: Water has no \
    passport.\n";

fn transcript() -> Transcript {
    Transcript::read("korvat-0906.txt", TRANSCRIPT.as_bytes()).expect("a text")
}

fn gates(folder: &Folder) -> &Utterance {
    let holds = |one: &Utterance| {
        one.versions.iter().any(|version| {
            folder
                .text_at(version.place)
                .contains("the gates are opened before the survey")
        })
    };
    let found = folder.utterances.iter().filter(|one| holds(one));
    found
        .max_by_key(|one| one.versions.len())
        .expect("the gates")
}

fn measured(folder: &Folder) -> ReferencePage {
    let transcript = transcript();
    page::reference(folder, &gates(folder).id, Reference::Text(&transcript)).expect("found")
}

fn of<'p>(page: &'p ReferencePage, outlet: &str) -> &'p Measured {
    let found = page.outlets.iter().find(|one| one.outlet == outlet);
    found.unwrap_or_else(|| panic!("{outlet} is not measured"))
}

/// Every word of the reference has one fate, and the text can be put together again.
fn check(page: &ReferencePage) {
    for outlet in &page.outlets {
        let words: u32 = outlet.parts.iter().map(|part| part.words).sum();
        assert_eq!(words, page.words, "{}", outlet.outlet);
        let kept: u32 = outlet
            .parts
            .iter()
            .filter(|part| part.fate == Fate::Kept)
            .map(|part| part.words)
            .sum();
        assert_eq!(kept, outlet.kept);
        for part in &outlet.parts {
            let change = part.change.map(|change| &outlet.changes[change as usize]);
            assert_eq!(change.is_none(), part.fate == Fate::Kept);
        }
        assert!(
            outlet
                .strongest
                .is_none_or(|at| (at as usize) < outlet.changes.len())
        );
    }
    assert!(page.outlets.is_sorted_by(|one, next| one.kept >= next.kept));
    assert!(
        page.sentences
            .iter()
            .all(|start| (1..page.words).contains(start))
    );
    let most = page.outlets.len() as u32;
    assert!(page.said.iter().all(|run| run.kept <= most));
}

#[test]
fn the_utterance_is_found_in_the_transcript_and_every_outlet_measured() {
    let folder = open(&sample());
    let page = measured(&folder);
    check(&page);
    let said: String = page.said.iter().map(|run| run.text.as_str()).collect();
    assert!(TRANSCRIPT.contains(&said), "{said:?}");
    assert!(said.starts_with("If the gates"), "{said:?}");
    assert_eq!(page.source.name, "korvat-0906.txt");
    assert!(page.source.lines.is_some_and(|[first, _]| first == 5));
    let meridian = of(&page, "Meridian Wire");
    assert!(meridian.kept + 4 >= page.words.min(18), "{meridian:?}");
    assert_eq!(meridian.meaning, 0);
    let strange = page.said.iter().find(|run| run.text.contains("done with"));
    assert_eq!(strange.map(|run| run.kept), Some(0));
}

#[test]
fn a_version_that_is_marked_is_not_measured_against_itself() {
    let folder = open(&sample());
    let utterance = gates(&folder);
    for version in &utterance.versions {
        let id = folder.id_at(version.place);
        let page = page::reference(&folder, &utterance.id, Reference::Version(id)).expect("a page");
        check(&page);
        assert!(page.outlets.iter().all(|one| one.quotation != id));
        let said: String = page.said.iter().map(|run| run.text.as_str()).collect();
        for word in side_of(&folder, version.place).words {
            assert!(
                is_mark(word) || said.contains(word),
                "{word:?} is missing from {said:?}"
            );
        }
    }
}

#[test]
fn a_transcript_counts_in_no_figure() {
    let folder = open(&sample());
    let before = (page::overview(&folder), page::outlets(&folder));
    let page = measured(&folder);
    assert!(
        page.outlets
            .iter()
            .all(|one| one.outlet != "korvat-0906.txt")
    );
    assert_eq!(before, (page::overview(&folder), page::outlets(&folder)));
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let mut files = sample();
    let before = measured(&open(&files));
    files.reverse();
    assert_eq!(before, measured(&open(&files)));
}

#[test]
fn what_is_not_there_is_not_measured() {
    let folder = open(&sample());
    let other = Transcript::read("fish.txt", b"Herring was sold at four crowns a barrel.").unwrap();
    let gates = &gates(&folder).id;
    assert_eq!(
        page::reference(&folder, gates, Reference::Text(&other)),
        None
    );
    assert_eq!(
        page::reference(&folder, gates, Reference::Version("x@1")),
        None
    );
    assert_eq!(
        page::reference(&folder, "u:none", Reference::Text(&transcript())),
        None
    );
}
