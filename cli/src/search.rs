//! `asquoted search`: a quotation remembered, looked for in a folder.

use std::io::{self, Write};

use anstyle::Style;
use asquoted_engine::folder::{self, Folder};
use asquoted_engine::page::{RememberedHit, remembered_hit};
use asquoted_engine::report::{self, SearchReport};
use asquoted_engine::search::{Found, Remembered};
use asquoted_intake::Intake;

use crate::screen::{self, Line, Screen};
use crate::{Outcome, arguments, print_json, progress, read};

pub fn run(arguments: &arguments::Search) -> anyhow::Result<Outcome> {
    let words = arguments.words.join(" ");
    let (folder, found) = match Intake::open(std::slice::from_ref(&arguments.folder)) {
        Ok(intake) => find(&intake, &words, arguments.most),
        Err(error) => {
            let mut folder = Folder::default();
            folder.problems.push(error.problem());
            (folder, Vec::new())
        }
    };
    let report = report::search(&folder, &words, &found);
    if arguments.json {
        print_json(&report)?;
    } else {
        show(&folder, &found, &report)?;
    }
    Ok(
        match (folder.articles.is_empty(), folder.problems.is_empty()) {
            (true, _) => Outcome::NothingRead,
            (false, true) => Outcome::Done,
            (false, false) => Outcome::SomeUnread,
        },
    )
}

fn find(intake: &Intake, words: &str, most: usize) -> (Folder, Vec<Found>) {
    let bar = progress::Bar::new();
    let folder = folder::open(intake.name(), intake, intake.problems().to_vec(), &bar);
    bar.finish();
    let found = Remembered::new(&folder).find(&folder, words, most, &|| false);
    (folder, found)
}

fn show(folder: &Folder, found: &[Found], report: &SearchReport) -> anyhow::Result<()> {
    let mut out = screen::out();
    for one in found {
        show_hit(&mut out, &remembered_hit(folder, one))?;
    }
    if found.is_empty() && !folder.articles.is_empty() {
        out.line(&Line::new().plain("Nothing in this folder is like these words."))?;
    }
    out.flush()?;
    drop(out);
    read::tell(&report.problems)?;
    Ok(())
}

fn show_hit(out: &mut Screen<impl Write>, hit: &RememberedHit) -> io::Result<()> {
    let (bold, faint) = (Style::new().bold(), Style::new().dimmed());
    let who = match (&hit.quotation, &hit.speaker) {
        (None, _) => "in the text",
        (Some(_), None) => "nobody named",
        (Some(_), Some(name)) => name,
    };
    let outlets = match hit.outlets {
        0 | 1 => String::new(),
        several => format!(", in {several} outlets"),
    };
    let date = hit.published.as_deref().map_or("", |date| date);
    let percent = (hit.score * 100.0).round();
    let head = Line::new().styled(bold, &hit.outlet).plain(" ");
    let head = head.styled(faint, date).plain(format!(" {who}{outlets} "));
    out.line(&head.styled(faint, format!("({percent} %, {})", hit.article)))?;
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, stretch, after) = (&hit.before, line(&hit.stretch), &hit.after);
    let around = Line::new().plain("  ").text(faint, before);
    out.line(&around.text(bold, &stretch).text(faint, after))?;
    out.gap()
}
