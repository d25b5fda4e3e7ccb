//! The walk from bytes to compared utterances, stage by stage, with progress and a way to stop.

use std::sync::Arc;

use rayon::prelude::*;

use super::culprits::{Purpose, left_out};
use super::each;
use super::memory::{self, Memory};
use super::meter::{Meter, count};
use super::single::{Sought, fail, find_quotations, read};
use super::{
    Compared, Folder, Progress, Sources, Stage, Stopped, Utterance, Watch, compared, divided, ids,
    utterances,
};
use crate::meaning::Known;
use crate::pace::Asked;
use crate::problem::Problem;
use crate::quotation::Quotation;
use crate::{passage, speaker};

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
pub(super) fn note_stop(folder: &mut Folder, stage: Stage, done: usize, total: usize) -> bool {
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
