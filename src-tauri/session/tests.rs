mod faults;
mod keeping;

use std::sync::Mutex;

use super::*;
use crate::kept::TroubleKind;
use crate::news::{DropHover, Heard, News, NotRenewed, Opening, OpeningFailed};
use crate::references::SaidChoice;
use asquoted_engine::folder::{self, Unwatched};
use asquoted_engine::judgement::{Asked, Correctable};

/// A window that only remembers what it was told.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<News>>>);

impl Host for Told {
    fn tell(&self, news: News) {
        self.0.lock().unwrap().push(news);
    }
}

impl Told {
    fn kinds(&self) -> Vec<&'static str> {
        let told = self.0.lock().unwrap();
        let kinds = told.iter().filter_map(|news| match news {
            News::OpeningStarted(_) => Some("started"),
            News::SoFar(_) => Some("so far"),
            News::Opened(_) => Some("opened"),
            News::OpeningFailed(_) => Some("failed"),
            News::Opening(Opening(_)) | News::Heard(_) | News::Found(_) => None,
            News::DropHover(DropHover { .. }) => None,
            News::Renewing(_) | News::Renewed(_) | News::NotRenewed(_) => None,
        });
        kinds.collect()
    }

    fn failures(&self) -> Vec<FailureCode> {
        let told = self.0.lock().unwrap();
        let failures = told.iter().filter_map(|news| match news {
            News::OpeningFailed(OpeningFailed(failure)) => Some(failure.code),
            _ => None,
        });
        failures.collect()
    }
}

/// A session with its data in `home/data`, beside folders of articles.
struct Desk {
    home: Arc<tempfile::TempDir>,
    told: Told,
    session: Session<Told>,
}

impl Desk {
    fn new() -> Self {
        Self::at(Arc::new(tempfile::tempdir().unwrap()))
    }

    fn at(home: Arc<tempfile::TempDir>) -> Self {
        let told = Told::default();
        let session = Session::new(told.clone(), &home.path().join("data"));
        Self {
            home,
            told,
            session,
        }
    }

    /// A second program on the same home.
    fn beside(&self) -> Self {
        Self::at(self.home.clone())
    }

    /// The program ends; its home stays.
    fn end(self) -> Arc<tempfile::TempDir> {
        self.home
    }

    /// A folder with one file a text.
    fn folder(&self, name: &str, files: &[(&str, &str)]) -> Request {
        let folder = self.home.path().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (file, text) in files {
            std::fs::write(folder.join(file), text).unwrap();
        }
        Request::of(vec![folder])
    }

    fn open(&self, request: Request) {
        let reading = self.session.begin(request);
        self.session.read(&reading);
    }
}

const STORY: &str = "The gates\n\n“The gates stay shut until spring,” said Ines Dorath.\n";

fn everything() -> ListQuery {
    ListQuery {
        alone: true,
        limit: 10,
        ..ListQuery::default()
    }
}

fn every_article() -> ArticleQuery {
    ArticleQuery {
        search: String::new(),
        outlet: None,
        newest_first: true,
        offset: 0,
        limit: 10,
    }
}

#[test]
fn nothing_is_open_at_first() {
    let desk = Desk::new();
    assert_eq!(desk.session.overview(), None);
    assert_eq!(desk.session.underway(), None);
    let refused = [
        desk.session.list(&everything()).unwrap_err(),
        desk.session.articles(&every_article()).unwrap_err(),
        desk.session.article_pair("a.txt", "b.txt").unwrap_err(),
        desk.session.outlets().unwrap_err(),
    ];
    assert!(
        refused
            .iter()
            .all(|failure| failure.code == FailureCode::NothingOpen)
    );
}

#[test]
fn outlets_and_articles_that_carry_the_same_words_are_laid_side_by_side() {
    let desk = Desk::new();
    let said = |outlet: &str, verb: &str| {
        format!(
            "On the {verb} of the gates\n\n{outlet}\n9 June 2031\n\n\
             “The gates {verb} shut until the engineers have signed,” said Ines Dorath.\n"
        )
    };
    let (lumen, ledger) = (
        said("Lumen Daily", "stay"),
        said("Calder Ledger", "may stay"),
    );
    desk.open(desk.folder("dam", &[("a.txt", &lumen), ("b.txt", &ledger)]));

    let list = desk.session.articles(&every_article()).unwrap();
    assert_eq!(list.outlets, ["Calder Ledger", "Lumen Daily"]);
    let (a, b) = (&list.items[0].article, &list.items[1].article);
    let pair = desk.session.article_pair(a, b).unwrap();
    let joined = pair
        .passages
        .iter()
        .find_map(|link| link.utterance.as_ref());

    let outlets = desk.session.outlets().unwrap();
    assert_eq!(outlets.rows.len(), 1);
    assert_eq!(joined, Some(&outlets.rows[0].utterance));
}

#[test]
fn a_folder_is_read_told_and_remembered() {
    let desk = Desk::new();
    desk.open(desk.folder("Озеро 2030", &[("a.txt", STORY), ("scan.pdf", "%PDF-1.4")]));
    assert_eq!(desk.told.kinds(), ["started", "opened"]);
    let overview = desk.session.overview().unwrap();
    assert_eq!(overview.name, "Озеро 2030");
    assert_eq!(overview.problems.len(), 1);
    let recents = desk.session.recents.list();
    assert_eq!(recents[0].name, "Озеро 2030");
    assert_eq!(recents[0].problems, 1);
    assert!(desk.session.list(&everything()).is_ok());
}

#[test]
fn what_is_not_there_is_refused_and_what_is_open_stays() {
    let desk = Desk::new();
    desk.open(desk.folder("dam", &[("a.txt", STORY)]));
    desk.open(Request::of(vec![desk.home.path().join("gone")]));
    assert_eq!(
        desk.told.kinds(),
        ["started", "opened", "started", "failed"]
    );
    assert_eq!(desk.told.failures(), [FailureCode::FolderMissing]);
    assert_eq!(
        desk.session.failure().unwrap().code,
        FailureCode::FolderMissing
    );
    assert_eq!(desk.session.overview().unwrap().name, "dam");
    assert_eq!(desk.session.recents.list().len(), 1);

    desk.open(desk.folder("port", &[("a.txt", STORY)]));
    assert_eq!(desk.session.failure(), None);
}

#[test]
fn a_later_opening_wins_over_an_earlier_one() {
    let desk = Desk::new();
    let slow = desk.session.begin(desk.folder("slow", &[("a.txt", STORY)]));
    desk.open(desk.folder("quick", &[("a.txt", STORY)]));
    desk.session.read(&slow);
    desk.session.fail(
        &slow,
        Failure::new(FailureCode::Fault, "too late to matter"),
    );
    assert_eq!(desk.told.kinds(), ["started", "started", "opened"]);
    assert_eq!(desk.session.overview().unwrap().name, "quick");
    assert_eq!(desk.session.recents.list().len(), 1);
}

#[test]
fn a_stopped_reading_keeps_what_it_has() {
    let desk = Desk::new();
    let reading = desk.session.begin(desk.folder("dam", &[("a.txt", STORY)]));
    assert_eq!(desk.session.underway().unwrap().name, "dam");
    desk.session.stop();
    desk.session.read(&reading);
    assert_eq!(desk.told.kinds(), ["started", "opened"]);
    let overview = desk.session.overview().unwrap();
    assert!(overview.stopped.is_some());
    desk.open(desk.session.request().unwrap());
    assert_eq!(desk.session.overview().unwrap().stopped, None);
}

#[test]
fn what_is_known_so_far_is_open_and_can_be_corrected() {
    let desk = Desk::new();
    desk.open(desk.folder("before", &[("a.txt", STORY)]));
    let request = desk.folder("dam", &[("a.txt", STORY), ("b.txt", STORY)]);
    let reading = desk.session.begin(request.clone());
    let intake = Arc::new(Intake::open(&request.roots).unwrap());
    let so_far = folder::open("dam", intake.as_ref(), Vec::new(), &Unwatched);
    desk.session.show(&reading, &intake, so_far, true);
    assert_eq!(desk.session.overview().unwrap().name, "dam");
    assert!(desk.session.underway().unwrap().shown);
    let list = desk.session.list(&everything()).unwrap();
    let these = vec![list.items[0].utterance.clone()];
    let asked = Asked::Reviewed {
        these,
        reviewed: true,
    };
    desk.session.correct(&asked).unwrap();
    desk.session.read(&reading);
    assert_eq!(desk.session.underway(), None);
    let list = desk.session.list(&everything()).unwrap();
    assert!(list.items[0].reviewed);
    let kinds = ["started", "opened", "started", "so far", "opened"];
    assert_eq!(desk.told.kinds(), kinds);
}

#[test]
fn the_sample_is_no_recent_folder() {
    let desk = Desk::new();
    let sample = Request {
        is_sample: true,
        ..desk.folder("lake-mirren", &[("a.txt", STORY)])
    };
    desk.open(sample);
    assert_eq!(desk.session.overview().unwrap().name, "Lake Mirren");
    assert_eq!(desk.session.recents.list(), []);
}

#[test]
fn only_files_of_the_open_folder_are_located() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY), ("scan.pdf", "%PDF-1.4")]);
    let folder = request.roots[0].canonicalize().unwrap();
    std::fs::write(desk.home.path().join("private.txt"), "mine").unwrap();
    desk.open(request);
    assert_eq!(desk.session.locate("a.txt").unwrap(), folder.join("a.txt"));
    assert_eq!(
        desk.session.locate("scan.pdf").unwrap(),
        folder.join("scan.pdf")
    );
    let absolute = desk.home.path().join("private.txt");
    for outside in [
        "../private.txt",
        "/etc/hostname",
        "",
        "gone.txt",
        absolute.to_str().unwrap(),
    ] {
        let located = desk.session.locate(outside);
        if outside.is_empty() {
            // The folder itself, which the reader has opened.
            assert_eq!(located.unwrap(), folder);
        } else {
            assert_eq!(
                located.unwrap_err().code,
                FailureCode::OutsideFolder,
                "{outside}"
            );
        }
    }
}

#[test]
fn only_articles_are_opened_by_the_system() {
    let desk = Desk::new();
    let request = desk.folder(
        "dam",
        &[("a.txt", STORY), ("run.desktop", "[Desktop Entry]")],
    );
    let file = request.roots[0].canonicalize().unwrap().join("a.txt");
    desk.open(request);
    assert_eq!(desk.session.original("a.txt").unwrap(), file);
    for other in ["../a.txt", "/etc/hostname", ""] {
        let refused = desk.session.original(other).unwrap_err();
        assert_eq!(refused.code, FailureCode::UnknownArticle, "{other}");
    }
    // It was read as a text, but the system might run it.
    let program = desk.session.original("run.desktop").unwrap_err();
    assert_eq!(program.code, FailureCode::NoViewer);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed_by_the_file_manager() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY)]);
    let private = desk.home.path().join("private.pdf");
    std::fs::write(&private, "mine").unwrap();
    std::os::unix::fs::symlink(&private, request.roots[0].join("link.pdf")).unwrap();
    desk.open(request);
    let refused = desk.session.locate("link.pdf").unwrap_err();
    assert_eq!(refused.code, FailureCode::OutsideFolder);
}

#[test]
fn several_roots_are_told_by_their_names() {
    let desk = Desk::new();
    let (dam, port) = (
        desk.folder("dam", &[("a.txt", STORY)]),
        desk.folder("port", &[("b.txt", STORY), ("scan.pdf", "%PDF-1.4")]),
    );
    let folder = port.roots[0].canonicalize().unwrap();
    desk.open(Request::of([dam.roots, port.roots].concat()));
    assert_eq!(desk.session.overview().unwrap().name, "dam + 1");
    assert_eq!(
        desk.session.locate("port/b.txt").unwrap(),
        folder.join("b.txt")
    );
    assert_eq!(
        desk.session.locate("port/scan.pdf").unwrap(),
        folder.join("scan.pdf")
    );
}

#[test]
fn unknown_ids_are_refused() {
    let desk = Desk::new();
    desk.open(desk.folder("dam", &[("a.txt", STORY)]));
    let utterance = desk.session.comparison("u:none", None, None).unwrap_err();
    assert_eq!(utterance.code, FailureCode::UnknownUtterance);
    let article = desk.session.article("none.txt").unwrap_err();
    assert_eq!(article.code, FailureCode::UnknownArticle);
    let known = &desk.session.articles(&every_article()).unwrap().items[0].article;
    for (left, right) in [(known.as_str(), "none.txt"), ("none.txt", known.as_str())] {
        let pair = desk.session.article_pair(left, right).unwrap_err();
        assert_eq!(pair.code, FailureCode::UnknownArticle);
    }
}

const STORY_TOLD: &str = "Dam row\n\nThe water minister spoke on Monday. “The gates may stay shut until spring,” Ines Dorath said.\n";
const MINUTES: &str =
    "Minutes of Monday\n\nMINISTER DORATH: The gates stay shut until spring. Thank you.\n";

#[test]
fn what_was_really_said_is_kept_for_the_folder_and_counts_in_no_figure() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY), ("b.txt", STORY_TOLD)]);
    desk.open(request.clone());
    let before = desk.session.overview().unwrap();
    let utterance = desk.session.list(&everything()).unwrap().items[0]
        .utterance
        .clone();
    assert_eq!(desk.session.reference(&utterance).unwrap(), None);

    let file = desk.home.path().join("minutes.txt");
    std::fs::write(&file, MINUTES).unwrap();
    let attached = desk.session.attach_file(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let page = desk.session.reference(&utterance).unwrap().unwrap();
    assert_eq!(page.source.name, "minutes.txt");
    assert_eq!(page.source.lines, Some([3, 3]));
    assert_eq!(page.outlets.len(), 2);
    assert_eq!(desk.session.overview().unwrap(), before);

    let told = desk.told.clone();
    let home = desk.end();
    let again = Session::new(told, &home.path().join("data"));
    let reading = again.begin(request.clone());
    again.read(&reading);
    assert_eq!(again.attached().unwrap(), std::slice::from_ref(&attached));

    let quotation = page.outlets[0].quotation.clone();
    let choice = SaidChoice::Version {
        quotation: quotation.clone(),
    };
    again.choose_reference(&utterance, Some(choice)).unwrap();
    let page = again.reference(&utterance).unwrap().unwrap();
    assert_eq!(page.source.quotation, Some(quotation));
    assert_eq!(page.outlets.len(), 1);

    // The folder is moved: what was told of it goes with it.
    let elsewhere = home.path().join("elsewhere");
    std::fs::rename(&request.roots[0], &elsewhere).unwrap();
    let reading = again.begin(Request::of(vec![elsewhere]));
    again.read(&reading);
    assert_eq!(again.attached().unwrap(), std::slice::from_ref(&attached));
    let page = again.reference(&utterance).unwrap().unwrap();
    assert!(page.source.quotation.is_some());

    assert_eq!(again.detach(&attached.id).unwrap(), []);
    again.choose_reference(&utterance, None).unwrap();
    assert_eq!(again.reference(&utterance).unwrap(), None);
}

#[test]
fn a_transcript_without_text_is_refused() {
    let desk = Desk::new();
    desk.open(desk.folder("dam", &[("a.txt", STORY)]));
    let refused = desk.session.attach_text("pasted", " \n ").unwrap_err();
    assert_eq!(refused.code, FailureCode::ReferenceUnreadable);
    let missing = desk.session.attach_file(&desk.home.path().join("none.txt"));
    assert_eq!(missing.unwrap_err().code, FailureCode::ReferenceUnreadable);
    assert_eq!(desk.session.attached().unwrap(), []);
}

/// Three outlets with one statement, and one with another.
fn lake(desk: &Desk, name: &str) -> Request {
    let said = |outlet: &str, words: &str| {
        format!(
            "On the lake\n\n{outlet}\n9 June 2031\n\n“{words},” said Ines Dorath to the {outlet}.\n"
        )
    };
    let gates = "The gates stay shut until the engineers have signed the report";
    desk.folder(
        name,
        &[
            ("a.txt", &said("Lumen Daily", gates)),
            ("b.txt", &said("Calder Ledger", gates)),
            ("c.txt", &said("Harbour Post", gates)),
            (
                "d.txt",
                &said("Meridian Wire", "Nobody on this shore will be moved"),
            ),
        ],
    )
}

/// The one utterance and its version in an article.
fn in_article(desk: &Desk, article: &str) -> (String, String) {
    let item = desk.session.list(&everything()).unwrap().items.remove(0);
    let page = desk
        .session
        .comparison(&item.utterance, None, None)
        .unwrap();
    let mut versions = page.versions.iter().map(|one| &one.quotation);
    let version = versions.rfind(|id| id.starts_with(article));
    (item.utterance, version.unwrap().clone())
}

fn taking_out(desk: &Desk, article: &str) -> Asked {
    let (utterance, version) = in_article(desk, article);
    Asked::NotTheSame {
        utterance,
        these: vec![version],
    }
}

fn take_out(desk: &Desk, article: &str) {
    desk.session.correct(&taking_out(desk, article)).unwrap();
}

fn versions(desk: &Desk) -> u32 {
    let items = desk.session.list(&everything()).unwrap().items;
    items[0].versions
}

#[test]
fn a_correction_is_seen_undone_and_redone() {
    let desk = Desk::new();
    desk.open(lake(&desk, "lake"));
    assert_eq!(versions(&desk), 3);
    assert_eq!(desk.session.correctable().unwrap(), Correctable::default());

    take_out(&desk, "b.txt");
    assert_eq!(versions(&desk), 2);
    let lines = desk.session.corrections().unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].outlet.as_deref(), Some("Calder Ledger"));

    let after = desk.session.undo().unwrap().correctable;
    assert_eq!(
        (versions(&desk), after.undo, after.corrections),
        (3, None, 0)
    );
    assert!(after.redo.is_some());
    desk.session.redo().unwrap();
    assert_eq!(versions(&desk), 2);
    desk.session.withdraw(vec![lines[0].number]).unwrap();
    assert_eq!(versions(&desk), 3);
    assert_eq!(desk.session.corrections().unwrap(), []);
    let nothing = desk.session.redo().unwrap();
    assert_eq!(
        (nothing.correctable.redo, nothing.followed.len()),
        (None, 0)
    );
}

#[test]
fn what_is_not_there_cannot_be_corrected() {
    let desk = Desk::new();
    let nothing = Asked::NotSpeech {
        these: vec!["a.txt@1".to_owned()],
    };
    let refused = desk.session.correct(&nothing).unwrap_err();
    assert_eq!(refused.code, FailureCode::NothingOpen);
    desk.open(lake(&desk, "lake"));
    let refused = desk.session.correct(&nothing).unwrap_err();
    assert_eq!(refused.code, FailureCode::UnknownUtterance);
    assert!(!desk.home.path().join("data/judgements").exists());
}

#[test]
fn corrections_outlive_closing_moving_and_copying() {
    let desk = Desk::new();
    let request = lake(&desk, "lake");
    desk.open(request.clone());
    take_out(&desk, "b.txt");

    let home = desk.end();
    let again = |request: Request| {
        let session = Session::new(Told::default(), &home.path().join("data"));
        let reading = session.begin(request);
        session.read(&reading);
        let items = session.list(&everything()).unwrap().items;
        (session, items[0].versions)
    };
    let (session, versions) = again(request.clone());
    assert_eq!(versions, 2);
    // Undone even after the program was closed.
    session.undo().unwrap();
    session.redo().unwrap();
    drop(session);

    let moved = home.path().join("elsewhere/other name");
    std::fs::create_dir_all(moved.parent().unwrap()).unwrap();
    std::fs::rename(&request.roots[0], &moved).unwrap();
    // One article more, and one that was edited.
    std::fs::write(
        moved.join("e.txt"),
        "“We have seen no report,” said Tomas Wehl.\n",
    )
    .unwrap();
    let a = std::fs::read_to_string(moved.join("a.txt")).unwrap();
    std::fs::write(moved.join("a.txt"), a.replace("On the lake", "By the lake")).unwrap();
    assert_eq!(again(Request::of(vec![moved])).1, 2);
    // The file and its copy.
    let files = std::fs::read_dir(home.path().join("data/judgements")).unwrap();
    assert_eq!(files.count(), 2);

    // Another folder with other articles has none of it.
    let desk = Desk::at(home);
    desk.open(desk.folder("dam", &[("a.txt", STORY)]));
    assert_eq!(desk.session.correctable().unwrap(), Correctable::default());
}

#[test]
fn a_file_of_corrections_that_is_not_understood_is_put_aside() {
    let desk = Desk::new();
    let request = lake(&desk, "lake");
    desk.open(request.clone());
    take_out(&desk, "b.txt");
    let folder = desk.home.path().join("data/judgements");
    take_out(&desk, "c.txt");
    let file = corrections_in(&folder);
    std::fs::write(&file, "{ half").unwrap();
    desk.open(request.clone());
    assert_eq!(versions(&desk), 3);
    let troubles = desk.session.store_troubles();
    assert_eq!(troubles.len(), 1);
    assert_eq!(troubles[0].of, Some(KeptKind::Corrections));
    assert_eq!(troubles[0].kind, TroubleKind::NotUnderstood);
    assert!(troubles[0].restorable);
    let aside = &troubles[0].file;
    assert_eq!(std::fs::read_to_string(aside).unwrap(), "{ half");

    // What was corrected since stays, and what is brought back is added to it.
    take_out(&desk, "c.txt");
    assert_eq!(versions(&desk), 2);
    desk.session.restore(KeptKind::Corrections).unwrap();
    assert_eq!(versions(&desk), 1);
    assert!(desk.session.store_troubles().is_empty());
    desk.open(request);
    assert_eq!(versions(&desk), 1);
    let refused = desk.session.restore(KeptKind::Corrections).unwrap_err();
    assert_eq!(refused.code, FailureCode::NothingToRestore);
}

/// The file of corrections; its copy has another ending.
fn corrections_in(folder: &Path) -> PathBuf {
    let files = std::fs::read_dir(folder).unwrap();
    let mut files = files.map(|entry| entry.unwrap().path());
    let file = files.find(|path| path.extension().is_some_and(|ending| ending == "json"));
    file.unwrap()
}

#[test]
fn corrections_that_cannot_be_read_are_told_and_left_alone() {
    let desk = Desk::new();
    let request = lake(&desk, "lake");
    desk.open(request.clone());
    take_out(&desk, "b.txt");
    let folder = desk.home.path().join("data/judgements");
    let file = corrections_in(&folder);
    let hidden = folder.join("hidden");
    std::fs::rename(&file, &hidden).unwrap();
    std::os::unix::fs::symlink(&file, &file).unwrap();
    desk.open(request.clone());
    assert_eq!(versions(&desk), 3);
    let kinds = |desk: &Desk| {
        let troubles = desk.session.store_troubles();
        troubles.iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&desk), [TroubleKind::Unreadable]);
    let refused = desk.session.undo();
    assert!(refused.is_ok(), "there is nothing to undo");
    let refused = desk
        .session
        .correct(&taking_out(&desk, "c.txt"))
        .unwrap_err();
    assert_eq!(refused.code, FailureCode::StoreUnreadable);
    std::fs::rename(&hidden, &file).unwrap();
    desk.open(request);
    assert_eq!(versions(&desk), 2);
    assert!(kinds(&desk).is_empty());
}

#[test]
fn two_programs_on_one_home_cannot_erase_each_other_s_corrections() {
    let desk = Desk::new();
    let request = lake(&desk, "lake");
    desk.open(request.clone());
    take_out(&desk, "b.txt");
    let other = desk.beside();
    other.open(request.clone());
    assert_eq!(versions(&other), 2);
    let kinds: Vec<TroubleKind> = other
        .session
        .store_troubles()
        .iter()
        .map(|one| one.kind)
        .collect();
    assert_eq!(kinds, [TroubleKind::HeldElsewhere]);
    let refused = other
        .session
        .correct(&taking_out(&other, "c.txt"))
        .unwrap_err();
    assert_eq!(refused.code, FailureCode::StoreHeld);
    let refused = other
        .session
        .attach_text("said", "The gates stay shut.")
        .unwrap_err();
    assert_eq!(refused.code, FailureCode::StoreHeld);
    take_out(&desk, "c.txt");

    // The first ends: the other takes over, with what the first wrote meanwhile.
    let home = desk.end();
    let judged = other.session.undo().unwrap();
    assert_eq!(judged.correctable.corrections, 1);
    assert_eq!(versions(&other), 2);
    assert!(other.session.store_troubles().is_empty());
    drop(home);
}

#[test]
fn corrections_are_exported_and_imported() {
    let desk = Desk::new();
    desk.open(lake(&desk, "lake"));
    take_out(&desk, "b.txt");
    let file = desk.home.path().join("corrections.json");
    desk.session.export(&file).unwrap();
    // Once more over itself, and never over an article.
    desk.session.export(&file).unwrap();
    let article = desk.home.path().join("lake/a.txt");
    let before = std::fs::read(&article).unwrap();
    let refused = desk.session.export(&article).unwrap_err();
    assert_eq!(refused.code, FailureCode::IsArticle);
    assert_eq!(std::fs::read(&article).unwrap(), before);

    let known = desk.session.import(&file).unwrap();
    assert_eq!((known.added, known.known), (0, 1));
    desk.session.undo().unwrap();
    let imported = desk.session.import(&file).unwrap();
    assert_eq!((imported.added, imported.not_met), (1, 0));
    assert_eq!(versions(&desk), 2);

    desk.open(desk.folder("dam", &[("x.txt", STORY)]));
    let imported = desk.session.import(&file).unwrap();
    assert_eq!((imported.added, imported.not_met), (1, 1));
    assert!(!desk.session.corrections().unwrap()[0].met);
    for nonsense in ["", "[]", "{}", STORY] {
        std::fs::write(&file, nonsense).unwrap();
        let refused = desk.session.import(&file).unwrap_err();
        assert_eq!(refused.code, FailureCode::NoCorrections);
    }
}

impl Desk {
    fn renewals(&self) -> Vec<News> {
        let told = self.told.0.lock().unwrap();
        let renewals = told.iter().filter(|news| {
            matches!(
                news,
                News::Renewed(_) | News::NotRenewed(_) | News::Renewing(_)
            )
        });
        renewals.cloned().collect()
    }
}

#[test]
fn quotations_are_told_before_they_are_compared() {
    let desk = Desk::new();
    desk.open(desk.folder("dam", &[("a.txt", STORY)]));
    let told = desk.told.0.lock().unwrap();
    let heard: Vec<&Heard> = told
        .iter()
        .filter_map(|news| match news {
            News::Heard(heard) => Some(heard),
            _ => None,
        })
        .collect();
    assert_eq!(heard[0].count, 1);
    assert_eq!(heard[0].items[0].words, "The gates stay shut until spring");
    assert_eq!(heard[0].items[0].speaker.as_deref(), Some("Ines Dorath"));
}

#[test]
fn what_changes_in_the_open_folder_is_taken_in() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY), ("b.txt", STORY)]);
    let folder = request.roots[0].clone();
    desk.open(request);
    desk.session.renew();
    assert_eq!(desk.renewals(), []);

    std::fs::write(folder.join("c.txt"), STORY).unwrap();
    std::fs::write(folder.join("scan.pdf"), "%PDF-1.4").unwrap();
    std::fs::write(folder.join("b.txt"), STORY.replace("spring", "summer")).unwrap();
    std::fs::remove_file(folder.join("a.txt")).unwrap();
    desk.session.renew();
    let renewals = desk.renewals();
    let [News::Renewed(renewed)] = renewals.as_slice() else {
        panic!("{renewals:?}");
    };
    assert_eq!(renewed.added, ["c.txt"]);
    assert_eq!(renewed.changed, ["b.txt"]);
    assert_eq!(renewed.removed, ["a.txt"]);
    assert_eq!(renewed.failed[0].path, "scan.pdf");
    assert_eq!(desk.session.overview(), Some(renewed.overview.clone()));
    assert_eq!(desk.session.articles(&every_article()).unwrap().total, 2);
    // What is open is told by `opened` alone.
    assert_eq!(desk.told.kinds(), ["started", "opened"]);
}

#[test]
fn a_folder_that_goes_is_told_once_and_what_was_read_stays() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY)]);
    let (folder, away) = (request.roots[0].clone(), desk.home.path().join("away"));
    desk.open(request);
    std::fs::rename(&folder, &away).unwrap();
    desk.session.renew();
    desk.session.renew();
    let renewals = desk.renewals();
    let [News::NotRenewed(gone)] = renewals.as_slice() else {
        panic!("{renewals:?}");
    };
    let failure = gone.failure.clone().unwrap();
    assert_eq!(failure.code, FailureCode::FolderMissing);
    assert_eq!(desk.session.articles(&every_article()).unwrap().total, 1);

    std::fs::rename(&away, &folder).unwrap();
    desk.session.renew();
    let back = desk.renewals().pop().unwrap();
    assert_eq!(back, News::NotRenewed(NotRenewed { failure: None }));
}

#[test]
fn a_stopped_folder_is_left_as_it_is() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY)]);
    let folder = request.roots[0].clone();
    let reading = desk.session.begin(request);
    desk.session.stop();
    desk.session.read(&reading);
    std::fs::write(folder.join("b.txt"), STORY).unwrap();
    desk.session.renew();
    assert_eq!(desk.renewals(), []);
}

#[test]
fn the_disk_tells_the_session() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY)]);
    let folder = request.roots[0].clone();
    let session = Arc::new(desk.session);
    session.read(&session.begin(request));
    session.watch();
    std::fs::write(folder.join("b.txt"), STORY).unwrap();
    let taken_in = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        session.articles(&every_article()).unwrap().total == 2
    });
    assert!(taken_in);
}
