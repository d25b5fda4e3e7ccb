//! To which other clusters a cluster is linked.

use std::collections::BTreeMap;

use super::clusters::Link;

/// The links of a cluster to others, by their numbers. Most clusters have few, which lie side by
/// side; the many of a great one are not moved for each that comes and goes.
pub(super) enum Links {
    Few(Vec<(u32, Link)>),
    Many(BTreeMap<u32, Link>),
}

/// So many links are few.
const FEW_LINKS: usize = 256;

impl Default for Links {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Links {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Few(links) => links.len(),
            Self::Many(links) => links.len(),
        }
    }

    pub(super) fn of(&self, other: u32) -> Option<Link> {
        match self {
            Self::Few(links) => place(links, other).ok().map(|place| links[place].1),
            Self::Many(links) => links.get(&other).copied(),
        }
    }

    /// To what is known of the other already, if anything is.
    pub(super) fn add(&mut self, other: u32, link: Link) {
        match self {
            Self::Few(links) => match place(links, other) {
                Ok(place) => links[place].1 = links[place].1.with(link),
                Err(place) => links.insert(place, (other, link)),
            },
            Self::Many(links) => {
                let known = links.entry(other).or_default();
                *known = known.with(link);
            }
        }
        if let Self::Few(links) = self
            && links.len() > FEW_LINKS
        {
            *self = Self::Many(links.drain(..).collect());
        }
    }

    pub(super) fn remove(&mut self, other: u32) {
        match self {
            Self::Few(links) => {
                if let Ok(place) = place(links, other) {
                    links.remove(place);
                }
            }
            Self::Many(links) => {
                links.remove(&other);
            }
        }
    }

    pub(super) fn list(&self) -> Box<dyn Iterator<Item = (u32, Link)> + '_> {
        match self {
            Self::Few(links) => Box::new(links.iter().copied()),
            Self::Many(links) => Box::new(links.iter().map(|(other, link)| (*other, *link))),
        }
    }
}

fn place(links: &[(u32, Link)], other: u32) -> Result<usize, usize> {
    links.binary_search_by_key(&other, |(other, _)| *other)
}
