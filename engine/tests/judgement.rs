//! A person's corrections: what they change, that undoing gives back exactly what was, and that
//! they are found again when files were edited, renamed or read in another order.

mod support;

use asquoted_engine::folder::{Folder, Place, Utterance};
use asquoted_engine::judgement::{
    Anchor, Asked, Correction, Corrections, Finder, Judged, Judgement, Step, What, corrections,
    followed, judge, lines,
};
use asquoted_engine::page;
use asquoted_engine::quotation::Kind;
use asquoted_engine::report;
use asquoted_engine::utterance::SpeakerAgreement;
use proptest::prelude::*;
use support::open;

fn file(name: &str, outlet: &str, body: &str) -> (String, Vec<u8>) {
    let text = format!("Talks on the lake\n\n{outlet}\n9 June 2031\n\n{body}\n");
    (name.to_owned(), text.into_bytes())
}

/// Two statements, four outlets; one of them gives the first to somebody else.
fn files() -> Vec<(String, Vec<u8>)> {
    let gates = "“The gates stay shut until the engineers have signed the report,”";
    let gates_too = "“The gates will stay shut until all the engineers have signed the report,”";
    let water = "“Nobody on this shore will be moved for the sake of cheaper electricity,”";
    vec![
        file(
            "calder.txt",
            "Calder Ledger",
            &format!("{gates} said Ines Dorath on Monday.\n\n{water} said Ruta Selmer."),
        ),
        file(
            "harbour.txt",
            "Harbour Post",
            &format!("{gates_too} said Ines Dorath on Monday.\n\n{water} said Ruta Selmer."),
        ),
        file(
            "lumen.txt",
            "Lumen Daily",
            &format!(
                "{gates} said Tomas Wehl on Monday.\n\nHe called it a “period of patience” and left."
            ),
        ),
        file(
            "meridian.txt",
            "Meridian Wire",
            &format!("{gates} Ines Dorath said. The room was full."),
        ),
    ]
}

/// A folder with what is needed to correct it.
struct Desk {
    found: Folder,
    finder: Finder,
    judgement: Judgement,
}

impl Desk {
    fn new(files: &[(String, Vec<u8>)]) -> Self {
        let found = open(files);
        let finder = Finder::new(&found);
        Self {
            found,
            finder,
            judgement: Judgement::default(),
        }
    }

    fn judged(&self) -> Judged {
        let current = self.judgement.current();
        let all: Vec<&Correction> = current.iter().map(|(_, one)| *one).collect();
        judge(&self.found, &self.finder, &all, None)
    }

    fn ask(&mut self, asked: &Asked) {
        let corrections = corrections(&self.found, &self.finder, &self.judged().folder, asked);
        assert!(!corrections.is_empty(), "{asked:?}");
        self.judgement.take(Step {
            corrections,
            ..Step::default()
        });
    }

    /// The corrections in force on another reading.
    fn on(&self, files: &[(String, Vec<u8>)]) -> Judged {
        let found = open(files);
        let current = self.judgement.current();
        let all: Vec<&Correction> = current.iter().map(|(_, one)| *one).collect();
        judge(&found, &Finder::new(&found), &all, None)
    }
}

/// All that a face can see of a folder.
fn seen(folder: &Folder) -> String {
    let report = serde_json::to_string(&report::whole(folder, true)).unwrap();
    let overview = serde_json::to_string(&page::overview(folder)).unwrap();
    let outlets = serde_json::to_string(&page::outlets(folder)).unwrap();
    let mut marks: Vec<_> = folder.marks.iter().collect();
    marks.sort_by_key(|(place, _)| **place);
    format!("{report}\n{overview}\n{outlets}\n{marks:?}")
}

fn with<'f>(folder: &'f Folder, words: &str) -> &'f Utterance {
    let holds = |one: &&std::sync::Arc<Utterance>| {
        one.versions
            .iter()
            .any(|version| folder.text_at(version.place).contains(words))
    };
    folder
        .utterances
        .iter()
        .find(holds)
        .unwrap_or_else(|| panic!("no utterance holds {words:?}"))
}

fn place(folder: &Folder, article: &str, words: &str) -> Place {
    let there = |place: &Place| {
        folder.article_at(*place).id == article && folder.text_at(*place).contains(words)
    };
    folder
        .places()
        .find(there)
        .unwrap_or_else(|| panic!("no {words:?} in {article}"))
}

fn articles(folder: &Folder, utterance: &Utterance) -> Vec<String> {
    let sure = utterance.versions.iter().filter(|one| one.is_sure());
    let mut ids: Vec<String> = sure
        .map(|one| folder.article_at(one.place).id.clone())
        .collect();
    ids.sort();
    ids
}

fn id(folder: &Folder, article: &str, words: &str) -> String {
    folder.id_at(place(folder, article, words)).to_owned()
}

fn not_the_same(desk: &Desk, article: &str, words: &str) -> Asked {
    let folder = desk.judged().folder;
    Asked::NotTheSame {
        utterance: with(&folder, words).id.clone(),
        these: vec![id(&folder, article, words)],
    }
}

const GATES: &str = "until the engineers have signed";

#[test]
fn the_folder_is_as_the_tests_think() {
    let desk = Desk::new(&files());
    let gates = with(&desk.found, GATES);
    assert_eq!(
        articles(&desk.found, gates),
        ["calder.txt", "harbour.txt", "lumen.txt", "meridian.txt"]
    );
    assert_eq!(gates.compared.other_speaker.as_deref(), Some("Tomas Wehl"));
    assert_eq!(
        articles(&desk.found, with(&desk.found, "cheaper")),
        ["calder.txt", "harbour.txt"]
    );
    assert_eq!(seen(&desk.judged().folder), seen(&desk.found));
}

#[test]
fn a_version_that_is_taken_out_stands_alone() {
    let mut desk = Desk::new(&files());
    // The first of them, which is the most complete one: another takes its place.
    desk.ask(&not_the_same(&desk, "calder.txt", GATES));
    let folder = desk.judged().folder;
    let gates = with(&folder, GATES);
    assert_eq!(
        articles(&folder, gates),
        ["harbour.txt", "lumen.txt", "meridian.txt"]
    );
    assert_eq!(
        gates.id,
        format!("u:{}", id(&folder, "harbour.txt", "engineers"))
    );
    let now = followed(&desk.found, &folder);
    assert_eq!(now[&with(&desk.found, GATES).id], gates.id);
    assert_eq!(now.len(), 1);
    assert_eq!(followed(&folder, &folder).len(), 0);
    let out = place(&folder, "calder.txt", GATES);
    assert_eq!(folder.utterance_id(out), folder.id_at(out));
    assert!(
        gates
            .versions
            .iter()
            .all(asquoted_engine::folder::Version::is_sure)
    );
    assert_eq!(gates.compared.versions.len(), 3);
}

#[test]
fn an_utterance_of_two_is_none_without_one() {
    let mut desk = Desk::new(&files());
    let before = page::overview(&desk.found);
    desk.ask(&not_the_same(&desk, "harbour.txt", "cheaper"));
    let after = page::overview(&desk.judged().folder);
    assert_eq!(after.utterances, before.utterances - 1);
    assert_eq!(after.quotations, before.quotations);
}

#[test]
fn what_is_taken_out_at_once_stays_together() {
    let mut desk = Desk::new(&files());
    let asked = Asked::NotTheSame {
        utterance: with(&desk.found, GATES).id.clone(),
        these: ["calder.txt", "lumen.txt"]
            .map(|one| id(&desk.found, one, GATES))
            .to_vec(),
    };
    desk.ask(&asked);
    let folder = desk.judged().folder;
    assert_eq!(
        articles(&folder, with(&folder, GATES)),
        ["calder.txt", "lumen.txt"]
    );
    assert_eq!(
        articles(&folder, with(&folder, "will stay shut")),
        ["harbour.txt", "meridian.txt"]
    );
}

#[test]
fn two_utterances_become_one_because_a_person_says_so() {
    let mut desk = Desk::new(&files());
    let (gates, water) = (
        with(&desk.found, GATES).id.clone(),
        with(&desk.found, "cheaper").id.clone(),
    );
    desk.ask(&Asked::SameAs {
        these: vec![water],
        other: gates,
    });
    let folder = desk.judged().folder;
    let joint = with(&folder, GATES);
    assert_eq!(joint.versions.len(), 6);
    let by_you = joint.versions.iter().filter(|one| one.reason.by_you);
    let words: Vec<String> = by_you.map(|one| folder.text_at(one.place)).collect();
    assert!(
        words.len() == 2 && words.iter().all(|words| words.contains("cheaper")),
        "{words:?}"
    );
    let report = report::whole(&folder, false);
    let said = report.utterances.iter().flat_map(|one| &one.versions);
    assert_eq!(
        said.filter(|one| one.reason.ends_with("; you said so"))
            .count(),
        2
    );

    // The later correction wins.
    desk.ask(&not_the_same(&desk, "harbour.txt", "cheaper"));
    let folder = desk.judged().folder;
    assert_eq!(articles(&folder, with(&folder, GATES)).len(), 5);
}

#[test]
fn a_lone_quotation_joins_an_utterance_and_leaves_it() {
    let mut desk = Desk::new(&files());
    let alone = id(&desk.found, "lumen.txt", "period of patience");
    let gates = with(&desk.found, GATES).id.clone();
    desk.ask(&Asked::SameAs {
        these: vec![alone.clone()],
        other: gates,
    });
    let folder = desk.judged().folder;
    assert_eq!(
        folder.utterance_id(place(&folder, "lumen.txt", "period")),
        with(&folder, GATES).id
    );
    // Its own id leads to the utterance now.
    assert_eq!(
        followed(&desk.found, &folder)[&alone],
        with(&folder, GATES).id
    );
    let page = page::comparison(&folder, &alone, None, None).unwrap();
    assert_eq!(page.utterance, with(&folder, GATES).id);
    assert!(desk.judgement.undo());
    assert_eq!(seen(&desk.judged().folder), seen(&desk.found));
}

#[test]
fn naming_the_speaker_changes_what_follows_from_it() {
    let mut desk = Desk::new(&files());
    desk.ask(&Asked::Speaker {
        these: vec![id(&desk.found, "lumen.txt", GATES)],
        name: " Ines  Dorath ".to_owned(),
    });
    let folder = desk.judged().folder;
    let gates = with(&folder, GATES);
    assert_eq!(gates.compared.other_speaker, None);
    assert!(
        gates
            .versions
            .iter()
            .all(|one| one.reason.speaker == SpeakerAgreement::Same)
    );
    let side = page::comparison(
        &folder,
        &gates.id,
        Some(&id(&folder, "lumen.txt", GATES)),
        None,
    )
    .unwrap()
    .left;
    assert!(side.speaker_by_you);

    desk.ask(&Asked::Person {
        from: "Ines Dorath".to_owned(),
        name: "Inès Dorath-Mauro".to_owned(),
    });
    let folder = desk.judged().folder;
    assert_eq!(
        with(&folder, GATES).speaker.as_deref(),
        Some("Inès Dorath-Mauro")
    );
    assert!(
        page::overview(&folder)
            .speakers
            .iter()
            .all(|tally| tally.name != "Ines Dorath")
    );
}

#[test]
fn naming_the_outlet_changes_it_everywhere() {
    let mut desk = Desk::new(&files());
    desk.ask(&Asked::Outlet {
        articles: vec!["lumen.txt".to_owned()],
        name: "Calder Ledger".to_owned(),
    });
    let folder = desk.judged().folder;
    let outlets = page::outlets(&folder);
    assert_eq!(outlets.outlet_count, 3);
    assert!(
        outlets
            .outlets
            .iter()
            .all(|outlet| outlet.name != "Lumen Daily")
    );
    let gates = with(&folder, GATES);
    assert_eq!(page::list_item(&folder, gates, &gates.compared).outlets, 3);
    assert_eq!(desk.found.outlet_name(2), "Lumen Daily");
}

#[test]
fn what_is_no_speech_is_a_term() {
    let mut desk = Desk::new(&files());
    let utterance = with(&desk.found, "cheaper").id.clone();
    desk.ask(&Asked::NotSpeech {
        these: vec![utterance],
    });
    let folder = desk.judged().folder;
    assert_eq!(
        folder
            .quotation_at(place(&folder, "calder.txt", "cheaper"))
            .kind,
        Kind::Term
    );
    assert_eq!(
        page::overview(&folder).quotations,
        page::overview(&desk.found).quotations - 2
    );
    assert_eq!(folder.utterances.len(), desk.found.utterances.len() - 1);
}

#[test]
fn a_review_lasts_until_another_version_comes() {
    let all = files();
    let mut desk = Desk::new(&all[..3]);
    let id = with(&desk.found, GATES).id.clone();
    desk.ask(&Asked::Reviewed {
        these: vec![id.clone()],
        reviewed: true,
    });
    desk.ask(&Asked::Note {
        this: id,
        text: " Ask her press office. ".to_owned(),
    });
    let folder = desk.judged().folder;
    let gates = with(&folder, GATES);
    let page = page::comparison(&folder, &gates.id, None, None).unwrap();
    assert_eq!(
        (page.reviewed, page.note.as_deref()),
        (true, Some("Ask her press office."))
    );

    let more = desk.on(&all).folder;
    let gates = with(&more, GATES);
    assert_eq!(gates.versions.len(), 4);
    let page = page::comparison(&more, &gates.id, None, None).unwrap();
    assert_eq!((page.reviewed, page.note.is_some()), (false, true));
}

#[test]
fn corrections_outlive_an_edit_a_new_name_and_a_new_order() {
    let mut desk = Desk::new(&files());
    desk.ask(&not_the_same(&desk, "lumen.txt", GATES));
    desk.ask(&Asked::Outlet {
        articles: vec!["calder.txt".to_owned()],
        name: "The Ledger".to_owned(),
    });
    let check = |judged: &Judged, article: &str| {
        assert_eq!(judged.met, [true, true]);
        let gates = with(&judged.folder, "will stay shut");
        assert!(!articles(&judged.folder, gates).contains(&article.to_owned()));
        assert!(
            judged
                .folder
                .articles
                .iter()
                .any(|one| one.outlet.as_deref() == Some("The Ledger"))
        );
    };
    let replaced = |at: usize, from: &str, to: &str| {
        let mut files = files();
        let text = String::from_utf8(files[at].1.clone()).unwrap();
        assert!(text.contains(from));
        files[at].1 = text.replace(from, to).into_bytes();
        files
    };
    // Words before it, so that every offset moves; its own words, a little; other line ends.
    check(
        &desk.on(&replaced(2, "“The gates", "The lake was calm. “The gates")),
        "lumen.txt",
    );
    check(
        &desk.on(&replaced(
            2,
            "the engineers have signed",
            "her engineers have signed",
        )),
        "lumen.txt",
    );
    check(&desk.on(&replaced(2, "\n", "\r\n")), "lumen.txt");
    let mut renamed = files();
    renamed[2].0 = "archive/old-lumen.txt".to_owned();
    renamed.reverse();
    check(&desk.on(&renamed), "archive/old-lumen.txt");
}

#[test]
fn what_is_not_found_now_is_kept_and_told() {
    let mut desk = Desk::new(&files());
    desk.ask(&not_the_same(&desk, "lumen.txt", GATES));
    let without: Vec<_> = files()
        .into_iter()
        .filter(|(name, _)| name != "lumen.txt")
        .collect();
    let found = open(&without);
    let finder = Finder::new(&found);
    let current = desk.judgement.current();
    let all: Vec<&Correction> = current.iter().map(|(_, one)| *one).collect();
    let judged = judge(&found, &finder, &all, None);
    assert_eq!(judged.met, [false]);
    assert_eq!(seen(&judged.folder), seen(&found));
    let lines = lines(&found, &finder, &judged.folder, &current, &judged.met);
    assert_eq!(
        (lines[0].what, lines[0].met, &lines[0].utterance),
        (What::NotTheSame, false, &None)
    );
    assert!(lines[0].about.starts_with("The gates stay shut"));
}

#[test]
fn a_correction_that_is_withdrawn_can_be_had_again() {
    let mut desk = Desk::new(&files());
    desk.ask(&Asked::Outlet {
        articles: vec!["calder.txt".to_owned()],
        name: "The Ledger".to_owned(),
    });
    desk.ask(&not_the_same(&desk, "lumen.txt", GATES));
    desk.judgement.take(Step {
        withdrawn: vec![0],
        ..Step::default()
    });
    assert_eq!(desk.judgement.current().len(), 1);
    assert!(page::overview(&desk.judged().folder).speakers.len() > 1);
    assert_eq!(desk.judgement.correctable().undo.unwrap().what, None);
    desk.judgement.undo();
    assert_eq!(desk.judgement.current().len(), 2);
}

#[test]
fn what_is_exported_is_imported_alike() {
    let mut desk = Desk::new(&files());
    desk.ask(&not_the_same(&desk, "lumen.txt", GATES));
    desk.ask(&Asked::Person {
        from: "Ruta Selmer".to_owned(),
        name: "R. Selmer".to_owned(),
    });
    let current = desk
        .judgement
        .current()
        .into_iter()
        .map(|(_, one)| one.clone())
        .collect();
    let written = Corrections::new("test", current);
    let read = Corrections::from_json(&serde_json::to_vec(&written).unwrap()).unwrap();
    assert_eq!(read, written);
    assert_eq!(
        Corrections::from_json(b"{\"schema\":\"other\",\"folder\":\"\",\"corrections\":[]}"),
        None
    );
}

#[test]
fn an_anchor_tells_repeated_words_apart() {
    let body = "“Water has no passport,” said Ines Dorath.\n\nLater she came back.\n\n“Water has no passport,” said Ines Dorath.";
    let desk = Desk::new(&[file("a.txt", "Lumen Daily", body)]);
    let places: Vec<Place> = desk.found.places().collect();
    assert_eq!(places.len(), 2);
    let anchors: Vec<Anchor> = places
        .iter()
        .map(|place| desk.finder.anchor(&desk.found, *place))
        .collect();
    assert_eq!(
        anchors.iter().map(|one| one.occurrence).collect::<Vec<_>>(),
        [0, 1]
    );
    let again = anchors
        .iter()
        .map(|anchor| desk.finder.place(&desk.found, anchor));
    assert!(again.eq(places.into_iter().map(Some)));
}

/// Any correction of the folder, by numbers.
fn asked(folder: &Folder, (kind, one, other): (u8, usize, usize)) -> Option<Asked> {
    let places: Vec<Place> = folder.places().collect();
    let id = |at: usize| folder.id_at(places[at % places.len()]).to_owned();
    let group = |at: usize| folder.utterances.get(at % folder.utterances.len().max(1));
    Some(match kind % 8 {
        0 => {
            let utterance = group(one)?;
            let version = &utterance.versions[other % utterance.versions.len()];
            Asked::NotTheSame {
                utterance: utterance.id.clone(),
                these: vec![folder.id_at(version.place).to_owned()],
            }
        }
        1 => Asked::SameAs {
            these: vec![id(one)],
            other: group(other)?.id.clone(),
        },
        2 => Asked::SameAs {
            these: vec![group(one)?.id.clone()],
            other: id(other),
        },
        3 => Asked::Speaker {
            these: vec![id(one)],
            name: format!("Person {other}"),
        },
        4 => Asked::Person {
            from: "Ines Dorath".to_owned(),
            name: format!("Person {other}"),
        },
        5 => Asked::Outlet {
            articles: vec![folder.articles[one % folder.articles.len()].id.clone()],
            name: format!("Outlet {other}"),
        },
        6 => Asked::NotSpeech {
            these: vec![id(one)],
        },
        _ => Asked::Reviewed {
            these: vec![group(one)?.id.clone()],
            reviewed: other % 2 == 0,
        },
    })
}

fn well_formed(folder: &Folder) {
    let ids: Vec<&String> = folder.utterances.iter().map(|one| &one.id).collect();
    assert!(
        ids.is_sorted() && ids.windows(2).all(|two| two[0] != two[1]),
        "{ids:?}"
    );
    let mut taken = std::collections::HashSet::new();
    for (number, utterance) in folder.utterances.iter().enumerate() {
        assert_eq!(utterance.versions.len(), utterance.compared.versions.len());
        assert!(utterance.versions[0].is_sure());
        for version in utterance.versions.iter().filter(|one| one.is_sure()) {
            assert!(taken.insert(version.place));
            assert_eq!(folder.utterance_of[&version.place], number);
            assert_ne!(folder.quotation_at(version.place).kind, Kind::Term);
        }
    }
    assert_eq!(taken.len(), folder.utterance_of.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn undoing_gives_back_exactly_what_was(steps in prop::collection::vec((0u8..8, 0usize..12, 0usize..12), 1..9)) {
        let mut desk = Desk::new(&files());
        let mut states = vec![seen(&desk.found)];
        let mut before = desk.found.clone();
        for step in steps {
            let Some(asked) = asked(&desk.judged().folder, step) else { continue };
            let made = corrections(&desk.found, &desk.finder, &desk.judged().folder, &asked);
            if made.is_empty() {
                continue;
            }
            desk.judgement.take(Step { corrections: made, ..Step::default() });
            // With the help of the state before or without, the outcome is the same.
            let current = desk.judgement.current();
            let all: Vec<&Correction> = current.iter().map(|(_, one)| *one).collect();
            let quick = judge(&desk.found, &desk.finder, &all, Some(&before)).folder;
            let judged = desk.judged().folder;
            well_formed(&judged);
            prop_assert_eq!(seen(&quick), seen(&judged));
            before = quick;
            states.push(seen(&judged));
        }
        for state in states.iter().rev() {
            prop_assert_eq!(&seen(&desk.judged().folder), state);
            desk.judgement.undo();
        }
        for state in &states[1..] {
            prop_assert!(desk.judgement.redo());
            prop_assert_eq!(&seen(&desk.judged().folder), state);
        }
        prop_assert!(!desk.judgement.redo());
    }

    #[test]
    fn the_order_of_the_files_changes_nothing(steps in prop::collection::vec((0u8..8, 0usize..12, 0usize..12), 1..6)) {
        let mut desk = Desk::new(&files());
        for step in steps {
            if let Some(asked) = asked(&desk.judged().folder, step) {
                let corrections = corrections(&desk.found, &desk.finder, &desk.judged().folder, &asked);
                desk.judgement.take(Step { corrections, ..Step::default() });
            }
        }
        let mut turned = files();
        turned.rotate_left(2);
        prop_assert_eq!(seen(&desk.on(&turned).folder), seen(&desk.judged().folder));
    }
}
