//! All versions in one table, as the window draws it: on the sample and on random accounts.

mod support;

use asquoted_engine::collation::Effect;
use asquoted_engine::folder::{Folder, side_of};
use asquoted_engine::page::{self, Absence, Piece, TableCell, TablePage};
use proptest::prelude::*;
use support::{open, sample};

/// Korvat's sentences about the villages, which hold a number, an obligation and a negation.
fn villages(folder: &Folder) -> TablePage {
    let utterance = folder
        .utterances
        .iter()
        .max_by_key(|one| {
            let holds = |version: &asquoted_engine::folder::Version| {
                folder.text_at(version.place).contains("villages lie below")
            };
            (one.versions.iter().any(holds), one.versions.len())
        })
        .expect("an utterance");
    page::table(folder, &utterance.id, None).expect("a table")
}

fn words_of(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Words { text, .. } => text.as_str(),
        _ => "",
    });
    texts.collect()
}

fn words_at(page: &TablePage, row: usize, column: usize) -> String {
    match &page.rows[row].cells[column] {
        TableCell::Same => words_at(page, 0, column),
        TableCell::Words { pieces } | TableCell::Absent { pieces, .. } => words_of(pieces),
    }
}

/// Every row, read from its first cell to its last, is the version's own words.
fn check(folder: &Folder, page: &TablePage) {
    for (number, row) in page.rows.iter().enumerate() {
        assert_eq!(row.cells.len(), page.columns.len());
        let shown: String = (0..page.columns.len())
            .map(|column| words_at(page, number, column))
            .collect();
        let place = folder.place_of(&row.quotation).expect("a quotation");
        let printed = side_of(folder, place).words.concat();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(bare(&shown), bare(&printed), "{}", row.quotation);
    }
    for column in &page.columns {
        let told: Vec<u32> = column
            .readings
            .iter()
            .flat_map(|one| one.rows.clone())
            .collect();
        assert!(told.iter().all(|row| (*row as usize) < page.rows.len()));
        assert!((0.0..1.0).contains(&column.disagreement));
    }
    for change in &page.changes {
        assert!(change.row > 0 && (change.row as usize) < page.rows.len());
    }
    check_signs(page);
}

/// What is drawn refers to changes of that row; the signs in the base to those of any.
fn check_signs(page: &TablePage) {
    for (number, row) in page.rows.iter().enumerate() {
        let pieces = row.cells.iter().flat_map(|cell| match cell {
            TableCell::Same => &[],
            TableCell::Words { pieces } | TableCell::Absent { pieces, .. } => pieces.as_slice(),
        });
        for piece in pieces {
            let change = match piece {
                Piece::Words { change, .. } => *change,
                Piece::Gap { change, .. } => Some(*change),
                Piece::Quote { .. } => panic!("a table has no marks around its words"),
            };
            let of = change.map(|change| page.changes[change as usize].row as usize);
            assert!(of.is_none_or(|of| of == number || number == 0));
        }
    }
}

fn check_all(folder: &Folder) -> usize {
    let mut checked = 0;
    for utterance in &folder.utterances {
        let sure = utterance.versions.iter().filter(|one| one.is_sure());
        for base in sure.map(|one| folder.id_at(one.place)) {
            let page = page::table(folder, &utterance.id, Some(base)).expect("a table");
            assert_eq!(page.rows[0].quotation, base);
            check(folder, &page);
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_row_can_be_rebuilt() {
    assert!(check_all(&open(&sample())) > 20);
}

#[test]
fn rows_stand_by_likeness_to_the_base() {
    let folder = open(&sample());
    let page = villages(&folder);
    assert!(page.rows.len() >= 4);
    assert_eq!(page.rows[0].likeness, 1.0);
    let likeness: Vec<u32> = page.rows[1..]
        .iter()
        .map(|row| (row.likeness * 1000.0) as u32)
        .collect();
    assert!(
        likeness.is_sorted_by(|one, next| one >= next),
        "{likeness:?}"
    );
    let sigla: std::collections::BTreeSet<&str> =
        page.rows.iter().map(|row| row.siglum.as_str()).collect();
    let outlets: std::collections::BTreeSet<&str> =
        page.rows.iter().map(|row| row.outlet.as_str()).collect();
    assert_eq!(sigla.len(), outlets.len());
}

#[test]
fn what_differs_has_columns_of_its_own_and_what_agrees_none_of_them() {
    let folder = open(&sample());
    let page = villages(&folder);
    let column = |words: &str| {
        (0..page.columns.len())
            .find(|column| words_at(&page, 0, *column).contains(words))
            .unwrap_or_else(|| {
                let all = (0..page.columns.len()).map(|at| words_at(&page, 0, at));
                panic!("no column holds {words:?}: {:?}", all.collect::<Vec<_>>())
            })
    };
    let must = &page.columns[column("must")];
    assert_eq!(must.effects.first(), Some(&Effect::Modality));
    assert!(must.readings.len() >= 2 && must.disagreement > 0.0);
    let number = &page.columns[column("Forty-one")];
    assert!(
        number.effects.contains(&Effect::Number),
        "{:?}",
        number.effects
    );
    let alike = &page.columns[column("our patience")];
    assert_eq!(alike.effects, []);
    assert_eq!(alike.disagreement, 0.0);
}

#[test]
fn a_marked_cut_is_no_disagreement() {
    let folder = open(&sample());
    let page = villages(&folder);
    let row = page
        .rows
        .iter()
        .position(|row| row.outlet == "Northgate Review")
        .expect("it prints dots");
    let cut: Vec<&TableCell> = page.rows[row]
        .cells
        .iter()
        .filter(|cell| {
            matches!(
                cell,
                TableCell::Absent {
                    why: Absence::Cut,
                    ..
                }
            )
        })
        .collect();
    assert!(!cut.is_empty());
    let TableCell::Absent { pieces, .. } = cut[0] else {
        panic!("the first cell of the cut");
    };
    assert!(
        matches!(pieces[0], Piece::Gap { words, .. } if words > 4),
        "{pieces:?}"
    );
}

#[test]
fn a_lone_quotation_is_a_table_of_one_row() {
    let folder = open(&sample());
    let mut places = folder.places();
    let lone = places.find(|place| !folder.utterance_of.contains_key(place));
    let lone = lone.expect("one that stands alone");
    let id = folder.id_at(lone);
    let page = page::table(&folder, id, None).expect("a table");
    assert_eq!((page.rows.len(), page.changes.len()), (1, 0));
    check(&folder, &page);
    assert_eq!(page::table(&folder, "nowhere", None), None);
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let mut files = sample();
    let before = villages(&open(&files));
    files.reverse();
    assert_eq!(before, villages(&open(&files)));
}

/// Three accounts of random statements, cut, turned and told in random ways.
fn accounts() -> impl Strategy<Value = Vec<(String, Vec<u8>)>> {
    let word = prop::sample::select(vec![
        "harbour", "not", "the", "gates", "will", "open", "before", "forty", "villages", "must",
        "wait", "…", "[…]", "we", "lake", "Zürich", "東京", "’", "—", ",", "(", ")", "“", "”",
    ]);
    let statement = prop::collection::vec(word, 5..24).prop_map(|words| words.join(" "));
    (statement.clone(), statement, 0usize..4).prop_map(|(one, other, shape)| {
        let third = match shape {
            0 => format!("“{other} {one},” said Ada Brink.\n"),
            1 => format!("Ada Brink said that {one} {other}.\n"),
            2 => format!("“{one} […]”, Ada Brink said.\n"),
            _ => format!("“{one},” Ada Brink said. “{other}.”\n"),
        };
        vec![
            (
                "a.txt".into(),
                format!("“{one} {other}.” Ada Brink said.\n").into_bytes(),
            ),
            (
                "b.txt".into(),
                format!("“{one} {one} {other},” said Ada Brink.\n").into_bytes(),
            ),
            ("c.txt".into(), third.into_bytes()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn random_accounts_can_be_rebuilt(files in accounts()) {
        check_all(&open(&files));
    }
}

/// Of two clauses that changed places one lost an aside; the comma before it stood with the words
/// that moved.
#[test]
fn words_that_moved_are_not_told_as_cut_where_they_stood() {
    let article = |path: &str, said: &str| {
        let text = format!("{path}\n\n2031-05-02\n\n“{said},” Ilse Marn told the council.\n");
        (path.to_owned(), text.into_bytes())
    };
    let folder = open(&[
        article(
            "calder-ledger.txt",
            "I simply see no use in their camp on the shore of Lake Mirren, as everybody knows, if papers are \
             signed that lead to calm, to a lasting calm",
        ),
        article(
            "lumen-daily.txt",
            "If papers are signed that lead to calm, to a lasting calm, then I simply see no reason for \
             their camp on Lake Mirren’s shore",
        ),
    ]);
    let utterance = folder.utterances.first().expect("an utterance");
    let first = &utterance.versions[0];
    let base = utterance
        .versions
        .iter()
        .find(|one| folder.text_at(one.place).contains("everybody"))
        .unwrap_or(first);
    let page =
        page::table(&folder, &utterance.id, Some(folder.id_at(base.place))).expect("a table");
    let at = |word: &str| {
        (0..page.columns.len())
            .find(|column| words_at(&page, 0, *column).contains(word))
            .expect("a column")
    };
    let (moved, cut) = (at("Lake Mirren"), at("as everybody knows"));
    assert!(moved < cut);
    assert!(!page.columns[moved].effects.contains(&Effect::SilentCut));
    assert!(page.columns[moved].effects.contains(&Effect::Move));
    assert!(matches!(
        page.rows[1].cells[moved],
        TableCell::Absent {
            why: Absence::Elsewhere,
            ..
        }
    ));
    assert!(page.columns[cut].effects.contains(&Effect::SilentCut));
}
