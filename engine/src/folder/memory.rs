//! What is kept of a folder so that a later reading of it need not begin at nothing.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::{Compared, Folder, Place, Utterance, Version};
use crate::article::{Article, Role};
use crate::problem::Problem;
use crate::quotation::Found;
use crate::reading::Reading;

/// By the ids of sources.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub files: HashMap<String, File>,
}

/// One file as it was when it was read.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// What its source told of it: see [`super::Sources::mark`].
    pub mark: Option<u64>,
    /// Of its bytes; `None` where they could not be had.
    pub hash: Option<u64>,
    as_read: Option<AsRead>,
    problems: Vec<Problem>,
    /// As they were found, before the folder settled who is who.
    pub quotations: Option<Arc<Found>>,
}

impl Memory {
    pub fn found(&mut self, id: &str, found: &Arc<Found>) {
        if let Some(file) = self.files.get_mut(id) {
            file.quotations = Some(found.clone());
        }
    }

    /// The program failed on the article after it was read: it is as good as not read.
    pub fn fail(&mut self, id: &str, problem: &Problem) {
        if let Some(file) = self.files.get_mut(id) {
            (file.as_read, file.quotations) = (None, None);
            file.problems = vec![problem.clone()];
        }
    }
}

/// What the folder may have changed in an article: the rest is in the folder itself.
#[derive(Debug, Clone)]
struct AsRead {
    outlet: Option<String>,
    outlet_from: Option<String>,
    roles: Vec<Role>,
}

impl File {
    pub fn of(reading: &Reading, mark: Option<u64>, hash: Option<u64>) -> Self {
        Self {
            mark,
            hash,
            as_read: reading.article.as_ref().map(|article| AsRead {
                outlet: article.outlet.clone(),
                outlet_from: article.outlet_from.clone(),
                roles: article.blocks.iter().map(|block| block.role).collect(),
            }),
            problems: reading.problems.clone(),
            quotations: None,
        }
    }

    /// The same bytes, whatever their source tells of them now.
    pub fn again(&self, mark: Option<u64>) -> Self {
        Self {
            mark,
            quotations: None,
            ..self.clone()
        }
    }

    /// The reading as it was; nothing where `folder` lacks the article.
    pub fn reading(&self, folder: &Folder, id: &str) -> Option<Reading> {
        let article = match &self.as_read {
            None => None,
            Some(as_read) => {
                let settled = &folder.articles[folder.article_index(id)?];
                let mut article = Article::clone(settled);
                article.outlet.clone_from(&as_read.outlet);
                article.outlet_from.clone_from(&as_read.outlet_from);
                for (block, role) in article.blocks.iter_mut().zip(&as_read.roles) {
                    block.role = *role;
                }
                Some(article)
            }
        };
        Some(Reading {
            article,
            problems: self.problems.clone(),
        })
    }
}

/// Of a file's bytes.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

/// The quotations of an article that is, once settled, what it was before.
pub(super) fn quotations(before: &Folder, article: &Article) -> Option<Arc<Found>> {
    let index = before.article_index(&article.id)?;
    let was: &Article = &before.articles[index];
    if was != article {
        return None;
    }
    before.memory.files.get(&article.id)?.quotations.clone()
}

/// What was found by comparing an utterance whose versions, tiers and speakers are what they
/// were. `is_fresh` tells the articles whose quotations were sought anew.
pub(super) fn compared(
    before: &Folder,
    after: &Folder,
    utterance: &Utterance,
    is_fresh: &[bool],
) -> Option<Compared> {
    let was = before.utterance(&utterance.id)?;
    let same = |one: &Version, other: &Version| {
        !is_fresh[other.place.article as usize]
            && (one.tier, &one.reason) == (other.tier, &other.reason)
            && told(before, one.place) == told(after, other.place)
    };
    let versions = was.versions.iter().zip(&utterance.versions);
    let is_same = was.speaker == utterance.speaker
        && was.versions.len() == utterance.versions.len()
        && versions.into_iter().all(|(one, other)| same(one, other));
    is_same.then(|| was.compared.clone())
}

fn told(folder: &Folder, place: Place) -> (&str, Option<&str>) {
    (folder.id_at(place), folder.speaker_at(place))
}
