//! The stages that look at one article at a time: reading files, and finding quotations. A fault of the
//! program costs the article that brings it about.

use std::sync::Arc;

use rayon::prelude::*;

use super::each::{self, Outcome};
use super::memory::{self, File, Memory};
use super::meter::Meter;
use super::open::note_stop;
use super::{Folder, Source, Sources, Stage, Watch};
use crate::article::Article;
use crate::problem::{Problem, ProblemCode};
use crate::quotation::{Found, Quotation};
use crate::reading::{self, Reading};
use crate::work;

pub(super) fn read(
    folder: &mut Folder,
    before: Option<&Folder>,
    memory: &mut Memory,
    sources: &dyn Sources,
    watch: &dyn Watch,
) {
    let list = sources.list();
    let meter = Meter::new(watch, Stage::Reading, list.len(), folder.problems.len());
    let readings: Vec<Option<(Reading, File)>> = (0..list.len())
        .into_par_iter()
        .map(|index| {
            if watch.stopped() {
                return None;
            }
            let source = &list[index];
            let reading = read_file(before, sources, index, source, watch)?;
            meter.step(&source.path);
            Some(reading)
        })
        .collect();
    let done = readings.iter().flatten().count();
    if note_stop(folder, Stage::Reading, done, list.len()) {
        watch.goes_on();
    }
    let mut articles: Vec<Article> = Vec::new();
    for (source, read) in list.iter().zip(readings) {
        let Some((reading, file)) = read else {
            continue;
        };
        memory.files.insert(source.id.clone(), file);
        articles.extend(reading.article);
        take_in(folder, reading.problems);
    }
    articles.sort_by(|one, other| one.id.cmp(&other.id));
    let cautions = reading::settle(&mut articles);
    take_in(folder, cautions);
    folder.articles = articles.into_iter().map(Arc::new).collect();
}

/// One file, read only where it is not what it was. Nothing where the reader has stopped.
fn read_file(
    before: Option<&Folder>,
    sources: &dyn Sources,
    index: usize,
    source: &Source,
    watch: &dyn Watch,
) -> Option<(Reading, File)> {
    let mark = sources.mark(index);
    let known = before.and_then(|before| Some((before, before.memory.files.get(&source.id)?)));
    let as_it_was = |(before, file): (&Folder, &File)| {
        let reading = file.reading(before, &source.id)?;
        Some((reading, file.again(mark)))
    };
    let untouched = known.filter(|(_, file)| mark.is_some() && mark == file.mark);
    if let Some(read) = untouched.and_then(as_it_was) {
        return Some(read);
    }
    let failed = |problem: Problem, mark, hash| {
        let reading = Reading {
            article: None,
            problems: vec![problem],
        };
        let file = File::of(&reading, mark, hash);
        (reading, file)
    };
    let bytes = match sources.load(index) {
        Ok(bytes) => bytes,
        Err(problem) => return Some(failed(problem, None, None)),
    };
    let hash = Some(memory::hash(&bytes));
    let equal = known.filter(|(_, file)| hash == file.hash);
    if let Some(read) = equal.and_then(as_it_was) {
        return Some(read);
    }
    let Source { id, path } = source.clone();
    let read = each::alone(watch, bytes.len(), move |cancel| {
        work::within(u64::MAX, Some(cancel), || reading::read(&id, &path, &bytes))
    });
    match read {
        Outcome::Done(reading) => {
            let reading = reading.ok()?;
            let file = File::of(&reading, mark, hash);
            Some((reading, file))
        }
        Outcome::Fault(reason) => Some(failed(each::fault(&source.path, &reason), mark, hash)),
        Outcome::Stopped => None,
    }
}

fn take_in(folder: &mut Folder, problems: Vec<Problem>) {
    for problem in problems {
        if problem.code.is_caution() {
            folder.cautions.push(problem);
        } else {
            folder.problems.push(problem);
        }
    }
}

/// An article with its quotations as they were found.
pub(super) struct Sought {
    pub article: Arc<Article>,
    pub found: Arc<Found>,
    /// New, or changed since an earlier reading.
    pub is_fresh: bool,
}

/// Those of all articles but of the ones that the program fails on.
pub(super) fn find_quotations(
    folder: &mut Folder,
    before: Option<&Folder>,
    memory: &mut Memory,
    watch: &dyn Watch,
) -> Vec<Sought> {
    let total = folder.articles.len();
    let meter = Meter::new(watch, Stage::Quotations, total, folder.problems.len());
    let seek = |article: &Arc<Article>| {
        if watch.stopped() {
            return None;
        }
        let known = before.and_then(|before| memory::quotations(before, article));
        let is_fresh = known.is_none();
        let outcome = match known {
            Some(found) => Ok(found),
            None => find_in(article, watch)?.map(Arc::new),
        };
        if let Ok(found) = &outcome {
            watch.heard(article, &found.quotations);
        }
        meter.step(&article.path);
        Some((outcome, is_fresh))
    };
    let outcomes: Vec<_> = folder.articles.par_iter().map(seek).collect();
    let done = outcomes.iter().flatten().count();
    if note_stop(folder, Stage::Quotations, done, total) {
        watch.goes_on();
    }
    let mut sought = Vec::with_capacity(outcomes.len());
    for (article, outcome) in std::mem::take(&mut folder.articles)
        .into_iter()
        .zip(outcomes)
    {
        // Those that the stop left out stay, without quotations.
        let Some((outcome, is_fresh)) = outcome else {
            sought.push(Sought {
                article,
                found: Arc::new(Found::NOTHING),
                is_fresh: true,
            });
            continue;
        };
        match outcome {
            Ok(found) => {
                folder
                    .cautions
                    .extend(unclosed_marks(&article, &found.quotations));
                folder.cautions.extend(too_complex(&article, &found));
                memory.found(&article.id, &found);
                sought.push(Sought {
                    article,
                    found,
                    is_fresh,
                });
            }
            Err(problem) => fail(folder, memory, &article, problem),
        }
    }
    sought
}

/// Leaves out an article that the program fails on.
pub(super) fn fail(folder: &mut Folder, memory: &mut Memory, article: &Article, problem: Problem) {
    memory.fail(&article.id, &problem);
    folder
        .cautions
        .retain(|caution| caution.path != article.path);
    folder.problems.push(problem);
}

/// Nothing where the reader has stopped; the problem to tell where the program fails on the article.
fn find_in(article: &Arc<Article>, watch: &dyn Watch) -> Option<Result<Found, Problem>> {
    let own = article.clone();
    match each::alone(watch, article.text.len(), move |cancel| {
        Found::of(&own, cancel)
    }) {
        Outcome::Done(found) => found.map(Ok),
        Outcome::Fault(reason) => Some(Err(each::fault(&article.path, &reason))),
        Outcome::Stopped => None,
    }
}

fn unclosed_marks(article: &Article, quotations: &[Quotation]) -> Option<Problem> {
    let open = quotations.iter().find(|quotation| !quotation.closed)?;
    let line = line_of(article, open.spans.first()?.start);
    let message = format!("A quotation opens in line {line} and is never closed.");
    Some(Problem::new(&article.path, ProblemCode::MarksUnclosed, message).with_count(line))
}

fn too_complex(article: &Article, found: &Found) -> Option<Problem> {
    let line = line_of(article, found.end?);
    let message = format!(
        "The article costs more work than one may: it was looked at as far as line {line}."
    );
    Some(Problem::new(&article.path, ProblemCode::TooComplex, message).with_count(line))
}

fn line_of(article: &Article, byte: usize) -> usize {
    article.text[..byte].matches('\n').count() + 1
}
