//! What has become of the lines of the list.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::folder::{Folder, Utterance};

/// Ids of utterances, and of quotations that stood alone, that have become others: with the id of
/// what most of their versions belong to now. Both are corrected from the same found folder.
pub fn followed(before: &Folder, after: &Folder) -> BTreeMap<String, String> {
    let mut followed = BTreeMap::new();
    for utterance in changed(before, after) {
        if after.utterance(&utterance.id).is_some() {
            continue;
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for version in utterance.versions.iter().filter(|one| one.is_sure()) {
            *counts.entry(after.utterance_id(version.place)).or_default() += 1;
        }
        // Of equals the first; what is in several outlets before what stands alone.
        let listed = |id: &str| after.utterance(id).is_some();
        let most = counts
            .iter()
            .rev()
            .max_by_key(|(id, count)| (listed(id), **count));
        if let Some((id, _)) = most {
            followed.insert(utterance.id.clone(), (*id).to_owned());
        }
    }
    for utterance in changed(after, before) {
        for version in utterance.versions.iter().filter(|one| one.is_sure()) {
            if !before.utterance_of.contains_key(&version.place) {
                followed.insert(after.id_at(version.place).to_owned(), utterance.id.clone());
            }
        }
    }
    followed
}

/// The utterances of one folder that another does not share with it; both are sorted by id.
fn changed<'f>(one: &'f Folder, other: &'f Folder) -> impl Iterator<Item = &'f Arc<Utterance>> {
    let mut others = other.utterances.iter().peekable();
    one.utterances.iter().filter(move |utterance| {
        while others.next_if(|other| other.id < utterance.id).is_some() {}
        others
            .peek()
            .is_none_or(|other| !Arc::ptr_eq(other, utterance))
    })
}
