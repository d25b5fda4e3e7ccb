//! The walk from bytes to compared utterances, stage by stage, with progress and a way to stop.

use std::sync::Arc;

use rayon::prelude::*;

use super::culprits::{Purpose, left_out};
use super::each::{self, Outcome};
use super::memory::{self, File, Memory};
use super::meter::{Meter, count};
use super::{
    Compared, Folder, Progress, Source, Sources, Stage, Stopped, Utterance, Watch, compared,
    divided, ids, utterances,
};
use crate::article::Article;
use crate::meaning::Known;
use crate::pace::Asked;
use crate::problem::{Problem, ProblemCode};
use crate::quotation::{Found, Quotation};
use crate::reading::Reading;
use crate::{passage, reading, speaker, work};

/// So many utterances are compared between two looks at those that are done.
const AT_ONCE: usize = 256;

/// Opens a folder. `problems` are those that the face met while looking for files.
pub fn open(
    name: &str,
    sources: &dyn Sources,
    problems: Vec<Problem>,
    watch: &dyn Watch,
) -> Folder {
    open_with(None, name, sources, problems, watch)
}

/// The same by a face that knows something of words.
pub fn open_with(
    known: Option<Known>,
    name: &str,
    sources: &dyn Sources,
    problems: Vec<Problem>,
    watch: &dyn Watch,
) -> Folder {
    open_after(None, known, name, sources, problems, watch)
}

/// The same, with what is known from `before`, an earlier reading of the folder.
pub(super) fn open_after(
    before: Option<&Folder>,
    known: Option<Known>,
    name: &str,
    sources: &dyn Sources,
    problems: Vec<Problem>,
    watch: &dyn Watch,
) -> Folder {
    let mut memory = Memory::default();
    let mut folder = Folder {
        name: name.to_owned(),
        problems,
        known,
        ..Folder::default()
    };
    folder.files = sources.list().len() + folder.problems.len();
    watch.progress(Progress {
        stage: Stage::Looking,
        done: count(folder.files),
        total: count(folder.files),
        current: String::new(),
        problems: count(folder.problems.len()),
    });
    read(&mut folder, before, &mut memory, sources, watch);
    let sought = find_quotations(&mut folder, before, &mut memory, watch);
    let (mut folder, culprits) = left_out(sought, |sought, purpose| match purpose {
        Purpose::Outcome => settle(folder.clone(), sought, before, watch),
        Purpose::Trial => settle(folder.clone(), sought, before, &Unseen(watch)),
    });
    for (culprit, reason) in culprits {
        let problem = each::fault(&culprit.article.path, &reason);
        fail(&mut folder, &mut memory, &culprit.article, problem);
    }
    folder.memory = Arc::new(memory);
    folder
        .problems
        .sort_by(|one, other| one.path.cmp(&other.path));
    folder
        .cautions
        .sort_by(|one, other| one.path.cmp(&other.path));
    folder
}

/// The stages that look at several articles together.
fn settle(
    mut folder: Folder,
    sought: &[Sought],
    before: Option<&Folder>,
    watch: &dyn Watch,
) -> Folder {
    #[cfg(test)]
    super::fault_tests::ask(
        super::fault_tests::LATE,
        sought.iter().map(|one| &*one.article),
    );
    folder.articles = sought.iter().map(|one| one.article.clone()).collect();
    let quotations = sought.iter().map(|one| one.found.quotations.clone());
    name_speakers(&mut folder, quotations.collect(), watch);
    watch.so_far(&|| {
        let mut so_far = folder.clone();
        note_stop(&mut so_far, Stage::Grouping, 0, folder.places().count());
        so_far
    });
    let utterances = group(&mut folder, watch);
    let is_fresh: Vec<bool> = sought.iter().map(|one| one.is_fresh).collect();
    compare(&mut folder, utterances, before, &is_fresh, watch);
    find_passages(&mut folder, watch);
    folder
}

/// Work that is tried: nobody sees it, and a stop ends it.
struct Unseen<'w>(&'w dyn Watch);

impl Watch for Unseen<'_> {
    fn progress(&self, _: Progress) {}
    fn found(&self, _: &Folder, _: &Utterance, _: &Compared) {}
    fn stopped(&self) -> bool {
        self.0.stopped()
    }
}

fn read(
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
struct Sought {
    article: Arc<Article>,
    found: Arc<Found>,
    /// New, or changed since an earlier reading.
    is_fresh: bool,
}

/// Those of all articles but of the ones that the program fails on.
fn find_quotations(
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
fn fail(folder: &mut Folder, memory: &mut Memory, article: &Article, problem: Problem) {
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

/// Where the reader stops it, speakers are called what their articles call them.
fn name_speakers(folder: &mut Folder, mut quotations: Vec<Vec<Quotation>>, watch: &dyn Watch) {
    let meter = Meter::new(
        watch,
        Stage::Speakers,
        folder.articles.len(),
        folder.problems.len(),
    );
    let people = meter.follow(|pace| {
        let articles = &folder.articles;
        let people = speaker::settle_while(articles, &mut quotations, &pace.part(0.0, 0.5))?;
        divided::divide(articles, &mut quotations, &people, &pace.part(0.5, 1.0))?;
        Some(people)
    });
    let is_done = people.is_some();
    folder.people = people.unwrap_or_default();
    let ids = folder.articles.par_iter().zip(&quotations);
    let ids = ids.map(|(article, quotations)| ids::quotation_ids(article, quotations));
    folder.quotation_ids = Arc::new(ids.collect());
    folder.quotations = quotations.into_iter().map(Arc::new).collect();
    if is_done {
        meter.finish(folder.people.len());
    } else {
        note_stop(folder, Stage::Speakers, meter.reached(), meter.total);
    }
}

/// Where the reader stops it, nothing is grouped.
fn group(folder: &mut Folder, watch: &dyn Watch) -> Vec<Utterance> {
    let quotations = folder.places().count();
    let meter = Meter::new(watch, Stage::Grouping, quotations, folder.problems.len());
    let found = meter.follow(|pace| utterances::find(folder, pace));
    if let Some(utterances) = found {
        meter.finish(utterances.len());
        return utterances;
    }
    note_stop(folder, Stage::Grouping, meter.reached(), meter.total);
    Vec::new()
}

/// Utterances that were not compared when the reader stopped are left out, and the folder says so.
fn compare(
    folder: &mut Folder,
    utterances: Vec<Utterance>,
    before: Option<&Folder>,
    is_fresh: &[bool],
    watch: &dyn Watch,
) {
    let total = utterances.len();
    let meter = Meter::new(watch, Stage::Comparing, total, folder.problems.len());
    let this = &*folder;
    let compared = |utterance: &Utterance| {
        if watch.stopped() {
            return None;
        }
        let known = before.and_then(|before| memory::compared(before, this, utterance, is_fresh));
        let wanted = || !watch.stopped();
        let compared = match known {
            Some(known) => known,
            None => compared::compare_while(this, utterance, Asked::new(&wanted))?,
        };
        watch.found(this, utterance, &compared);
        meter.step(utterance.speaker.as_deref().unwrap_or_default());
        Some(compared)
    };
    let mut done: Vec<Arc<Utterance>> = Vec::with_capacity(total);
    let mut rest = utterances.into_iter();
    while rest.len() > 0 {
        let some: Vec<Utterance> = rest.by_ref().take(AT_ONCE).collect();
        let results: Vec<Option<Compared>> = some.par_iter().map(compared).collect();
        done.extend(
            some.into_iter()
                .zip(results)
                .filter_map(|(mut utterance, compared)| {
                    utterance.compared = compared?;
                    Some(Arc::new(utterance))
                }),
        );
        watch.so_far(&|| {
            let mut so_far = this.clone();
            so_far.utterance_of = utterances::of_places(&done);
            so_far.utterances.clone_from(&done);
            note_stop(&mut so_far, Stage::Comparing, done.len(), total);
            so_far
        });
    }
    note_stop(folder, Stage::Comparing, done.len(), total);
    folder.utterance_of = utterances::of_places(&done);
    folder.utterances = done;
}

/// Where the reader stops it, articles are joined by what they quote alone.
fn find_passages(folder: &mut Folder, watch: &dyn Watch) {
    let total = folder.articles.len();
    let meter = Meter::new(watch, Stage::Passages, total, folder.problems.len());
    let found = meter.follow(|pace| passage::find_while(&folder.articles, pace));
    if found.is_some() {
        meter.finish(total);
    } else {
        note_stop(folder, Stage::Passages, meter.reached(), total);
    }
    folder.passages = Arc::new(found.unwrap_or_default());
}

/// True where the reader stopped this stage. Of several stops the one is told that explains most of
/// what is missing: of stages left out together the first, and passages where it is they alone.
fn note_stop(folder: &mut Folder, stage: Stage, done: usize, total: usize) -> bool {
    let is_stopped = done < total;
    let goes_without_saying = folder
        .stopped
        .is_some_and(|stopped| stopped.stage >= Stage::Speakers || stage == Stage::Passages);
    if is_stopped && !goes_without_saying {
        folder.stopped = Some(Stopped {
            stage,
            done: count(done),
            total: count(total),
        });
    }
    is_stopped
}
