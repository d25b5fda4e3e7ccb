//! `asquoted compare`: what several outlets quote, and how their versions differ.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use anstyle::Style;
use anyhow::Context;
use asquoted_engine::folder::{self, Folder};
use asquoted_engine::judgement::{self, Correction, Corrections, Finder};
use asquoted_engine::meaning::Known;
use asquoted_engine::page;
use asquoted_engine::problem::{Problem, ProblemCode};
use asquoted_engine::report::{self, ArticleRecord, QuotationRecord, Report, UtteranceRecord};
use asquoted_intake::Intake;

use crate::screen::{self, Line, Screen};
use crate::{Outcome, arguments, assets, beside, marked, print_json, progress, read};

/// Changes that are listed under a version; the window and the JSON have all.
const CHANGES_SHOWN: usize = 6;

pub fn run(arguments: &arguments::Compare) -> anyhow::Result<Outcome> {
    let known = if arguments.by_letters {
        None
    } else {
        assets::known(arguments.assets.as_deref())?
    };
    let (folder, report) = match Intake::open(&arguments.folders) {
        Ok(intake) => {
            let corrections = arguments.corrections.as_deref();
            let corrections = corrections.map(corrections_in).transpose()?;
            compare(&intake, known, corrections, arguments.all)?
        }
        Err(error) => {
            let problems = vec![error.problem()];
            (
                Folder::default(),
                Report {
                    problems,
                    ..Report::default()
                },
            )
        }
    };
    if arguments.json {
        print_json(&report)?;
    } else {
        show(&folder, &report)?;
    }
    Ok(
        match (report.articles.is_empty(), report.problems.is_empty()) {
            (true, _) => Outcome::NothingRead,
            (false, true) => Outcome::Done,
            (false, false) => Outcome::SomeUnread,
        },
    )
}

fn corrections_in(file: &Path) -> anyhow::Result<Vec<Correction>> {
    let shown = file.display();
    let bytes = std::fs::read(file).with_context(|| format!("{shown} was not read"))?;
    let read = Corrections::from_json(&bytes);
    Ok(read
        .with_context(|| format!("{shown} holds no corrections"))?
        .corrections)
}

/// The folder as these corrections make it; what they are about and is not there is told.
fn corrected(found: &Folder, corrections: &[Correction]) -> anyhow::Result<Folder> {
    let all: Vec<&Correction> = corrections.iter().collect();
    let judged = judgement::judge(found, &Finder::new(found), &all, None);
    let lost = judged.met.iter().filter(|met| !**met).count();
    if lost > 0 {
        let told = format!("{} not found in this folder", counted(lost, "correction"));
        screen::err().line(&Line::new().plain(told))?;
    }
    Ok(judged.folder)
}

fn compare(
    intake: &Intake,
    known: Option<Known>,
    corrections: Option<Vec<Correction>>,
    all: bool,
) -> anyhow::Result<(Folder, Report)> {
    let bar = progress::Bar::new();
    let problems = intake.problems().to_vec();
    let folder = folder::open_with(known, intake.name(), intake, problems, &bar);
    bar.finish();
    let folder = match corrections {
        Some(corrections) => corrected(&folder, &corrections)?,
        None => folder,
    };
    let mut report = report::whole(&folder, all);
    if report.articles.is_empty() && report.problems.is_empty() {
        let message = "There is no article in this folder (.txt, .md or .html).";
        report
            .problems
            .push(Problem::new(intake.name(), ProblemCode::NotFound, message));
    }
    Ok((folder, report))
}

fn show(folder: &Folder, report: &Report) -> anyhow::Result<()> {
    let mut out = screen::out();
    let articles: BTreeMap<&str, &ArticleRecord> = report
        .articles
        .iter()
        .map(|article| (article.id.as_str(), article))
        .collect();
    let quotations: BTreeMap<&str, &QuotationRecord> = report
        .quotations
        .iter()
        .map(|quotation| (quotation.id.as_str(), quotation))
        .collect();
    if !report.utterances.is_empty() {
        out.line(&Line::new().plain(marked::LEGEND))?;
    }
    for utterance in &report.utterances {
        show_utterance(&mut out, folder, utterance, &articles, &quotations)?;
    }
    if !report.articles.is_empty() {
        out.gap()?;
    }
    out.line(&Line::new().plain(summary(report)))?;
    out.flush()?;
    drop(out);
    read::tell(&report.problems)?;
    read::tell(&report.cautions)?;
    Ok(())
}

fn show_utterance(
    out: &mut Screen<impl Write>,
    folder: &Folder,
    utterance: &UtteranceRecord,
    articles: &BTreeMap<&str, &ArticleRecord>,
    quotations: &BTreeMap<&str, &QuotationRecord>,
) -> io::Result<()> {
    let (bold, faint) = (Style::new().bold(), Style::new().dimmed());
    let speaker = utterance.speaker.as_deref().unwrap_or("Nobody named");
    let outlets = counted(utterance.outlets, "outlet");
    let figures = format!(", {outlets}, difference {:.2}", utterance.divergence);
    out.gap()?;
    out.line(&Line::new().styled(bold, speaker).plain(figures))?;
    let mut base: Option<&str> = None;
    for version in &utterance.versions {
        let Some(quotation) = quotations.get(version.quotation.as_str()) else {
            continue;
        };
        let article = quotation.article.as_deref().and_then(|id| articles.get(id));
        let outlet = article.map_or("", |article| {
            article.outlet.as_deref().unwrap_or(&article.path)
        });
        let tier = format!("{:?}", version.tier).to_lowercase();
        let reason = format!("({tier}: {})", version.reason);
        let whose = Line::new().plain("  ").styled(bold, outlet).plain(" ");
        out.line(&whose.styled(faint, reason))?;
        let Some(base) = base else {
            out.line(&indented().text(Style::new(), &quotation.text))?;
            base = Some(&version.quotation);
            continue;
        };
        let other = Some(version.quotation.as_str());
        let Some(page) = page::comparison(folder, &utterance.id, Some(base), other) else {
            continue;
        };
        out.line(&indented().then(beside::reading(&page)))?;
        for line in beside::changes(&page).take(CHANGES_SHOWN) {
            out.line(&indented().plain("  ").then(line))?;
        }
    }
    Ok(())
}

fn indented() -> Line {
    Line::new().plain("    ")
}

fn summary(report: &Report) -> String {
    if report.articles.is_empty() {
        return "Nothing could be read.".to_owned();
    }
    let articles = counted(report.articles.len(), "article");
    let quotations = counted(report.quotations.len(), "quotation");
    let told = match report.utterances.len() {
        0 => "no quotation stands in two of them".to_owned(),
        count => counted(count, "utterance"),
    };
    let unread = match report.problems.len() {
        0 => String::new(),
        count => format!("; {} not read", counted(count, "file")),
    };
    format!("{articles}, {quotations}; {told}{unread}.")
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
