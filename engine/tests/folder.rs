//! The whole walk, from bytes to what the window draws, on the sample folder and on folders of
//! random text.

mod support;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use asquoted_engine::collation::Effect;
use asquoted_engine::folder::{
    self, Compared, Folder, Place, Progress, Stage, Utterance, Watch, side_of,
};
use asquoted_engine::page::{self, Piece};
use asquoted_engine::quotation::Kind;
use asquoted_engine::report;
use proptest::prelude::*;
use support::{InMemory, open, sample};

fn utterance_with<'f>(folder: &'f Folder, words: &str) -> &'f Utterance {
    folder
        .utterances
        .iter()
        .find(|one| {
            one.versions
                .iter()
                .any(|version| folder.text_at(version.place).contains(words))
        })
        .unwrap_or_else(|| panic!("no utterance holds {words:?}"))
}

fn sure_articles(folder: &Folder, utterance: &Utterance) -> Vec<String> {
    let sure = utterance
        .versions
        .iter()
        .filter(|version| version.is_sure());
    let mut ids: Vec<String> = sure
        .map(|version| folder.article_at(version.place).id.clone())
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
fn a_retranslation_with_a_moved_clause_is_a_version() {
    let folder = open(&sample());
    let utterance = utterance_with(&folder, "We will not regard it as an accident");
    let articles = sure_articles(&folder, utterance);
    assert!(
        articles.contains(&"meridian-wire.txt".to_owned()),
        "{articles:?}"
    );
    assert!(
        articles.contains(&"northgate-review.md".to_owned()),
        "{articles:?}"
    );
    assert_eq!(utterance.speaker.as_deref(), Some("Anselm Korvat"));
}

#[test]
fn a_look_alike_by_another_speaker_stays_apart() {
    let folder = open(&sample());
    let utterance = utterance_with(&folder, "we will not treat it as an accident");
    for version in &utterance.versions {
        let text = folder.text_at(version.place);
        assert!(!text.contains("as a gift"), "{text}");
    }
}

#[test]
fn the_same_words_in_five_outlets_are_one_utterance() {
    let folder = open(&sample());
    let utterance = utterance_with(&folder, "Water has no passport");
    assert_eq!(sure_articles(&folder, utterance).len(), 5);
    assert!(
        utterance.compared.divergence < 0.1,
        "{}",
        utterance.compared.divergence
    );
}

#[test]
fn boilerplate_is_no_speech() {
    let folder = open(&sample());
    for place in folder
        .places()
        .filter(|place| folder.quotation_at(*place).kind != Kind::Term)
    {
        let text = folder.text_at(place);
        assert!(!text.contains("indicates required"), "{text}");
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let files = sample();
    let report = |files: &[(String, Vec<u8>)]| {
        serde_json::to_string(&report::whole(&open(files), true)).expect("JSON")
    };
    let expected = report(&files);
    let mut turned = files.clone();
    turned.reverse();
    assert_eq!(report(&turned), expected);
    turned.rotate_left(3);
    assert_eq!(report(&turned), expected);
}

/// The words of one side, put together from its pieces.
fn rebuilt(rows: &[page::Row], side: impl Fn(&page::Row) -> &[Piece]) -> String {
    let mut text = String::new();
    for piece in rows.iter().flat_map(|row| side(row).iter()) {
        match piece {
            Piece::Words { text: words, .. } => text.push_str(words),
            Piece::Quote { text: mark, .. } => text.push_str(mark),
            Piece::Gap { .. } => {}
        }
    }
    text
}

/// Both sides of every comparison are the articles' own text, from the first to the last word.
fn check_comparisons(folder: &Folder) -> usize {
    let mut checked = 0;
    for utterance in &folder.utterances {
        let ids: Vec<(String, Place)> = utterance
            .versions
            .iter()
            .map(|version| (folder.id_at(version.place).to_owned(), version.place))
            .collect();
        for (left, left_place) in &ids {
            for (right, right_place) in ids.iter().filter(|(id, _)| id != left) {
                let page = page::comparison(folder, &utterance.id, Some(left), Some(right))
                    .expect("a page");
                check_side(folder, *left_place, &rebuilt(&page.rows, |row| &row.left));
                check_side(folder, *right_place, &rebuilt(&page.rows, |row| &row.right));
                check_references(&page);
                checked += 1;
            }
        }
    }
    checked
}

fn check_side(folder: &Folder, place: Place, shown: &str) {
    let article = folder.article_at(place);
    assert!(
        article.text.contains(shown),
        "{shown:?} stands nowhere in {}",
        article.id
    );
    for word in side_of(folder, place).words {
        assert!(shown.contains(word), "{word:?} is missing from {shown:?}");
    }
}

fn check_references(page: &page::Comparison) {
    let count = page.changes.len() as u32;
    for piece in page
        .rows
        .iter()
        .flat_map(|row| row.left.iter().chain(&row.right))
    {
        let (change, moved) = match piece {
            Piece::Words { change, moved, .. } => (*change, *moved),
            Piece::Gap { change, moved, .. } => (Some(*change), *moved),
            Piece::Quote { .. } => (None, None),
        };
        assert!(change.into_iter().chain(moved).all(|index| index < count));
    }
    for change in &page.changes {
        assert!((change.row as usize) < page.rows.len());
        assert!(!(change.lemma.is_empty() && change.reading.is_empty()));
    }
}

#[test]
fn comparisons_of_the_sample_are_the_articles_own_text() {
    assert!(check_comparisons(&open(&sample())) > 20);
}

#[test]
fn an_article_page_is_the_article() {
    let folder = open(&sample());
    for article in &folder.articles {
        let page = page::article_page(&folder, &article.id).expect("a page");
        for (paragraph, block) in page.paragraphs.iter().zip(&article.blocks) {
            let text: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(text, block.span.of(&article.text));
        }
    }
}

/// Two outlets' accounts of random statements, cut and glued in random ways.
fn accounts() -> impl Strategy<Value = Vec<(String, Vec<u8>)>> {
    let word = prop::sample::select(vec![
        "harbour", "not", "the", "gates", "will", "open", "before", "forty", "villages", "must",
        "wait", "…", "[…]", "we", "lake", "Zürich", "東京", "’", "—", ",", "\n\n", "“", "”",
    ]);
    let statement = prop::collection::vec(word, 4..24).prop_map(|words| words.join(" "));
    (statement.clone(), statement, 0usize..4).prop_map(|(one, other, shape)| {
        let first = format!("Mayor Ada Brink spoke.\n\n“{one} {other}.” Brink said.\n");
        let second = match shape {
            0 => format!("“{other} {one},” said Ada Brink.\n"),
            1 => format!("Ada Brink said that {one} {other}.\n"),
            2 => format!("“{one},” Ada Brink said. “{other}.”\n"),
            _ => format!("Ada Brink said: “{one} {other}\n"),
        };
        vec![
            ("a.txt".to_owned(), first.into_bytes()),
            ("b.txt".to_owned(), second.into_bytes()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn comparisons_of_random_accounts_are_their_own_text(files in accounts()) {
        check_comparisons(&open(&files));
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let files = vec![
            ("a.txt".to_owned(), bytes.clone()),
            ("b.html".to_owned(), bytes.clone()),
            ("c.md".to_owned(), bytes),
        ];
        let folder = open(&files);
        prop_assert!(folder.articles.len() + folder.problems.len() >= 3);
        check_comparisons(&folder);
    }
}

#[test]
fn every_cell_of_the_matrix_leads_to_its_evidence() {
    let folder = open(&sample());
    let page = page::outlets(&folder);
    assert_eq!(page.outlets.len(), 7);
    assert_eq!(page.rows.len(), folder.utterances.len());
    for row in &page.rows {
        assert_eq!(row.cells.len(), page.outlets.len());
        let carried = row
            .cells
            .iter()
            .filter(|cell| cell.coverage != page::Coverage::Absent);
        for (cell, outlet) in row.cells.iter().zip(&page.outlets) {
            let Some(id) = &cell.quotation else {
                assert_eq!(cell.coverage, page::Coverage::Absent);
                continue;
            };
            let place = folder.place_of(id).expect("a quotation");
            assert_eq!(folder.outlet_name(place.article), outlet.name);
        }
        assert!(carried.count() >= 1);
    }
    assert!(
        page.likeness
            .iter()
            .all(|one| one.a < one.b && one.percent <= 100)
    );
}

#[test]
fn two_articles_are_joined_where_they_tell_the_same() {
    let folder = open(&sample());
    let pair = page::article_pair(&folder, "meridian-wire.txt", "harbour-post.html").expect("both");
    for (page, index) in [(&pair.left, 0), (&pair.right, 1)] {
        let runs = || page.paragraphs.iter().flat_map(|one| &one.runs);
        assert!(runs().any(|run| run.change.is_some() && run.missing.is_none()));
        let text = |page: &page::ArticlePage| {
            let runs = page.paragraphs.iter().flat_map(|one| &one.runs);
            runs.map(|run| run.text.as_str()).collect::<String>()
        };
        let plain = page::article_page(&folder, &page.article).expect("it is there");
        assert_eq!(text(page), text(&plain), "side {index} loses nothing");
    }
    assert!(pair.passages.iter().any(|link| link.utterance.is_some()));
    for link in &pair.passages {
        assert!((link.left[1] as usize) < pair.left.paragraphs.len());
        assert!((link.right[1] as usize) < pair.right.paragraphs.len());
    }
    let turned =
        page::article_pair(&folder, "harbour-post.html", "meridian-wire.txt").expect("both");
    assert_eq!(turned.passages.len(), pair.passages.len());
}

fn articles(texts: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let file = |(name, body): &(&str, &str)| {
        let text =
            format!("---\ntitle: The ferry\noutlet: {name}\ndate: 2031-06-09\n---\n\n{body}\n");
        (format!("{name}.md"), text.into_bytes())
    };
    texts.iter().map(file).collect()
}

const BOTH_PARAGRAPHS: (&str, &str) = (
    "Lantern",
    "Ilse Marn spoke on Monday: “The ferry company has had nine written warnings \
     about its engines since the spring.\n\n“Nobody on this island will board that ship until the \
     inspectors have opened every hatch.”\n\nShe left without another word.",
);
const FIRST_ALONE: (&str, &str) = (
    "Mole",
    "“The ferry company has had nine written warnings about its engines since spring,” Ilse Marn \
     said.",
);
const SECOND_ALONE: (&str, &str) = (
    "Pilot",
    "“Nobody on this island will board the ship until inspectors have opened every hatch,” Ilse \
     Marn said.",
);
const TOGETHER: (&str, &str) = (
    "Quay",
    "“The ferry company has had nine written warnings about its engines since the spring. Nobody \
     on this island will board that ship until the inspectors have opened every hatch,” Ilse Marn \
     said.",
);

#[test]
fn paragraphs_that_others_print_apart_are_quotations() {
    let folder = open(&articles(&[BOTH_PARAGRAPHS, FIRST_ALONE, SECOND_ALONE]));
    let first = utterance_with(&folder, "nine written warnings");
    assert_eq!(sure_articles(&folder, first), ["Lantern.md", "Mole.md"]);
    let second = utterance_with(&folder, "opened every hatch");
    assert_eq!(sure_articles(&folder, second), ["Lantern.md", "Pilot.md"]);
    let marked: Vec<_> = folder.quotations[0]
        .iter()
        .filter(|quotation| quotation.kind == Kind::Direct)
        .collect();
    assert_eq!(marked.len(), 2, "{marked:#?}");
    for quotation in marked {
        assert_eq!(quotation.spans.len(), 1);
        let speaker = quotation
            .speaker
            .as_ref()
            .map(|speaker| speaker.name.as_str());
        assert_eq!(speaker, Some("Ilse Marn"));
    }
}

#[test]
fn paragraphs_stay_one_quotation_where_others_print_them_together_or_not_at_all() {
    for others in [
        vec![],
        vec![FIRST_ALONE],
        vec![FIRST_ALONE, SECOND_ALONE, TOGETHER],
    ] {
        let mut texts = vec![BOTH_PARAGRAPHS];
        texts.extend(others);
        let folder = open(&articles(&texts));
        let spans: Vec<usize> = folder.quotations[0]
            .iter()
            .filter(|quotation| quotation.kind == Kind::Direct)
            .map(|quotation| quotation.spans.len())
            .collect();
        assert_eq!(spans, [2], "{texts:?}");
    }
}

/// One outlet prints all, one cuts, one cuts as well, one rewords what is cut.
const CUT_BY_SOME: [(&str, &str); 4] = [
    (
        "Anchor",
        "“The ferry will not leave this harbour without a second engine and a new captain before \
         the autumn storms are over,” Ilse Marn said.",
    ),
    (
        "Beacon",
        "“The ferry will not leave this harbour before the autumn storms are over,” Ilse Marn said.",
    ),
    (
        "Compass",
        "“The ferry will not leave this harbour before the autumn storms are over,” Ilse Marn told \
         islanders.",
    ),
    (
        "Dinghy",
        "“The ferry will not leave this harbour without another engine before the autumn storms \
         are over,” Ilse Marn said.",
    ),
];

#[test]
fn a_cut_tells_what_other_outlets_have_in_its_place() {
    let folder = open(&articles(&CUT_BY_SOME));
    let utterance = utterance_with(&folder, "second engine");
    let id_in = |article: &str| {
        let mut places = utterance.versions.iter().map(|version| version.place);
        let place = places.find(|place| folder.article_at(*place).id == article);
        folder.id_at(place.expect("a version in the article"))
    };
    let (left, right) = (id_in("Anchor.md"), id_in("Beacon.md"));
    for (left, right) in [(left, right), (right, left)] {
        let page = page::comparison(&folder, &utterance.id, Some(left), Some(right)).expect("it");
        let cut = page.in_place.first().expect("a cut").change as usize;
        assert_eq!(page.changes[cut].effect, Effect::SilentCut, "{page:#?}");
        let told: Vec<(&str, Vec<&str>)> = page
            .in_place
            .iter()
            .map(|one| {
                let outlets = one.outlets.iter().map(String::as_str).collect();
                (one.words.as_str(), outlets)
            })
            .collect();
        let expected = [
            ("without another engine", vec!["Dinghy"]),
            ("", vec!["Compass"]),
        ];
        assert_eq!(told, expected);
    }
}

/// Stops whenever a stage begins that is to be stopped, and keeps what it is told.
struct Stopping {
    at: Vec<Stage>,
    told: Mutex<Vec<Progress>>,
    stopped: AtomicBool,
}

impl Watch for Stopping {
    fn progress(&self, progress: Progress) {
        if progress.done == 0 && self.at.contains(&progress.stage) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        self.told.lock().expect("no panic").push(progress);
    }

    fn found(&self, _: &Folder, _: &Utterance, _: &Compared) {}

    fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    fn goes_on(&self) {
        self.stopped.store(false, Ordering::Relaxed);
    }
}

fn opened_until(at: &[Stage]) -> (Folder, Vec<Progress>) {
    let watch = Stopping {
        at: at.to_vec(),
        told: Mutex::default(),
        stopped: AtomicBool::new(false),
    };
    let folder = folder::open("test", &InMemory::new(&sample()), Vec::new(), &watch);
    (folder, watch.told.into_inner().expect("no panic"))
}

#[test]
fn every_stage_counts_up_to_what_came_of_it() {
    let (folder, told) = opened_until(&[]);
    assert_eq!(folder.stopped, None);
    for stage in [Stage::Speakers, Stage::Grouping, Stage::Passages] {
        let counts = told.iter().filter(|progress| progress.stage == stage);
        let mut done: Vec<u32> = counts.map(|progress| progress.done).collect();
        let came = done.pop().expect("its end is told");
        assert!(done.len() > 1 && done[0] == 0, "{stage:?}: {done:?}");
        assert!(came > 0, "{stage:?}");
    }
}

#[test]
fn what_was_read_before_a_stop_is_kept() {
    for stage in [Stage::Speakers, Stage::Grouping] {
        let (folder, told) = opened_until(&[stage]);
        let stopped = folder.stopped.expect("it was stopped");
        assert_eq!((stopped.stage, stopped.done), (stage, 0));
        assert!(stopped.total > 0);
        assert_eq!(folder.articles.len(), sample().len());
        assert!(folder.places().count() > 0);
        assert!(folder.utterances.is_empty() && folder.passages.is_empty());
        let ends = told.iter().filter(|progress| progress.stage == stage);
        assert!(ends.into_iter().all(|progress| progress.done == 0));
    }
    let (folder, _) = opened_until(&[Stage::Passages]);
    assert_eq!(
        folder.stopped.map(|stopped| stopped.stage),
        Some(Stage::Passages)
    );
    assert!(!folder.utterances.is_empty() && folder.passages.is_empty());
}

#[test]
fn a_second_stop_ends_what_a_first_one_left() {
    let (folder, told) = opened_until(&[Stage::Quotations, Stage::Grouping]);
    assert_eq!(
        folder.stopped.map(|stopped| stopped.stage),
        Some(Stage::Quotations)
    );
    let reached = told.iter().map(|progress| progress.stage).max();
    assert_eq!(reached, Some(Stage::Passages));
}

/// Keeps every state that it is shown.
#[derive(Default)]
struct Looking(Mutex<Vec<Folder>>);

impl Watch for Looking {
    fn progress(&self, _: Progress) {}

    fn found(&self, _: &Folder, _: &Utterance, _: &Compared) {}

    fn so_far(&self, state: &dyn Fn() -> Folder) {
        self.0.lock().expect("no panic").push(state());
    }

    fn stopped(&self) -> bool {
        false
    }
}

#[test]
fn what_is_known_so_far_is_part_of_what_comes() {
    let watch = Looking::default();
    let folder = folder::open("test", &InMemory::new(&sample()), Vec::new(), &watch);
    let states = watch.0.into_inner().expect("no panic");
    let [articles, compared] = states.as_slice() else {
        panic!("{} states", states.len());
    };
    assert_eq!(articles.articles, folder.articles);
    assert_eq!(articles.quotation_ids, folder.quotation_ids);
    assert!(articles.utterances.is_empty() && articles.stopped.is_some());
    let ids = |folder: &Folder| -> Vec<String> {
        let utterances = folder.utterances.iter();
        utterances.map(|utterance| utterance.id.clone()).collect()
    };
    assert_eq!(ids(compared), ids(&folder));
    assert_eq!(compared.utterance_of, folder.utterance_of);
}
