//! Every step that a person has taken, and how far of them is in force.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Correction, What};

/// The steps in order, and how many of them stand: the others were undone and can be redone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Judgement {
    steps: Vec<Step>,
    done: usize,
}

/// What was done at once, and is undone at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Step {
    /// When: RFC 3339, UTC. The face's clock.
    pub at: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Corrections of earlier steps that were taken back, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<u32>,
}

/// What a step did, for the line at the foot of the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct StepLine {
    /// `None`: corrections were withdrawn.
    pub what: Option<What>,
    /// Corrections in the step.
    pub count: u32,
    /// The name given, the outlet of the quotation, or what was noted: as the kind has it.
    pub name: Option<String>,
}

/// Whether there is something to undo and to redo, and what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Correctable {
    pub undo: Option<StepLine>,
    pub redo: Option<StepLine>,
    /// Corrections in force, reviews that were taken back not counted.
    pub corrections: u32,
}

impl Judgement {
    /// Takes a step. What was undone and not redone is gone from now on.
    pub fn take(&mut self, step: Step) {
        self.steps.truncate(self.done);
        self.steps.push(step);
        self.done = self.steps.len();
    }

    /// False where nothing is left to undo.
    pub fn undo(&mut self) -> bool {
        let any = self.done > 0;
        self.done = self.done.saturating_sub(1);
        any
    }

    /// False where nothing is left to redo.
    pub fn redo(&mut self) -> bool {
        // A history that was tampered with on disk may claim more than it has.
        self.done = self.done.min(self.steps.len());
        let any = self.done < self.steps.len();
        self.done += usize::from(any);
        any
    }

    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    fn standing(&self) -> &[Step] {
        &self.steps[..self.done.min(self.steps.len())]
    }

    /// The corrections in force with their numbers, in the order in which they were made. One that
    /// a later one replaces altogether is left out.
    pub fn current(&self) -> Vec<(u32, &Correction)> {
        let withdrawn: HashSet<u32> = self
            .standing()
            .iter()
            .flat_map(|step| step.withdrawn.iter().copied())
            .collect();
        let all = self.standing().iter().flat_map(|step| &step.corrections);
        let mut current: Vec<Option<(u32, &Correction)>> = Vec::new();
        let mut latest: HashMap<Subject<'_>, usize> = HashMap::new();
        for (number, correction) in (0..).zip(all) {
            if withdrawn.contains(&number) {
                continue;
            }
            if let Some(earlier) = latest.insert(Subject::of(correction), current.len()) {
                current[earlier] = None;
            }
            current.push(Some((number, correction)));
        }
        current.into_iter().flatten().collect()
    }

    /// What could be undone and redone now.
    pub fn correctable(&self) -> Correctable {
        let done = self.standing().len();
        Correctable {
            undo: done.checked_sub(1).map(|last| self.line(last)),
            redo: (done < self.steps.len()).then(|| self.line(done)),
            corrections: self
                .current()
                .iter()
                .filter(|(_, correction)| What::of(correction).is_some())
                .count() as u32,
        }
    }

    fn line(&self, step: usize) -> StepLine {
        let step = &self.steps[step];
        let first = step.corrections.first();
        StepLine {
            what: first.map(What::done),
            count: step.corrections.len().max(step.withdrawn.len()) as u32,
            name: first.and_then(name_in),
        }
    }
}

fn name_in(correction: &Correction) -> Option<String> {
    match correction {
        Correction::Speaker { name, .. }
        | Correction::Person { name, .. }
        | Correction::Outlet { name, .. } => Some(name.clone()),
        Correction::Note { text, .. } => Some(text.clone()),
        _ => None,
    }
}

/// What a correction decides: of two with the same subject the later one is in force alone.
#[derive(PartialEq, Eq, Hash)]
enum Subject<'c> {
    Speaker(&'c [super::Anchor]),
    Person(&'c str),
    Outlet(&'c super::ArticleAnchor),
    Reviewed(&'c [super::Anchor]),
    Note(&'c [super::Anchor]),
    /// Order matters: what is joined, parted and joined again stays so.
    Only(&'c Correction),
}

impl<'c> Subject<'c> {
    fn of(correction: &'c Correction) -> Self {
        match correction {
            Correction::Speaker { these, .. } => Self::Speaker(these),
            Correction::Person { from, .. } => Self::Person(from),
            Correction::Outlet { article, .. } => Self::Outlet(article),
            Correction::Reviewed { these, .. } => Self::Reviewed(these),
            Correction::Note { these, .. } => Self::Note(these),
            Correction::NotTheSame { .. }
            | Correction::SameAs { .. }
            | Correction::NotSpeech { .. } => Self::Only(correction),
        }
    }
}
