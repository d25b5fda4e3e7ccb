//! Blocks: links that advance together on both sides.

use std::ops::Range;

use super::weight_of;
use crate::collation::alignment::Link;
use crate::collation::words::Versions;
use crate::work::step;

/// Words that may be skipped on either side within a block.
const STEP: usize = 2;

#[derive(Debug, Clone)]
pub struct Block {
    /// Ascending by `a`, then `b`; never empty.
    pub links: Vec<Link>,
    pub a: Range<usize>,
    pub b: Range<usize>,
}

impl Block {
    fn of(link: Link) -> Self {
        Self {
            links: vec![link],
            a: link.a..link.a + 1,
            b: link.b..link.b + 1,
        }
    }

    pub fn a_with(&self, other: &Block) -> Range<usize> {
        self.a.start.min(other.a.start)..self.a.end.max(other.a.end)
    }

    pub fn b_with(&self, other: &Block) -> Range<usize> {
        self.b.start.min(other.b.start)..self.b.end.max(other.b.end)
    }

    pub fn absorb(&mut self, other: Block) {
        (self.a, self.b) = (self.a_with(&other), self.b_with(&other));
        self.links.extend(other.links);
        self.links.sort_by_key(|link| (link.a, link.b));
    }

    /// Adds a link that stands after all others.
    fn take(&mut self, link: Link) {
        let single = Self::of(link);
        (self.a, self.b) = (self.a_with(&single), self.b_with(&single));
        self.links.push(link);
    }

    /// The lighter side's weight.
    pub fn weight(&self, versions: &Versions) -> f32 {
        let a = weight_of(self.links.iter().map(|link| link.a).collect(), &versions.a);
        let b = weight_of(self.links.iter().map(|link| link.b).collect(), &versions.b);
        a.min(b)
    }
}

/// In the order of their first links.
pub fn blocks(links: &[Link]) -> Vec<Block> {
    let mut parent: Vec<usize> = (0..links.len()).collect();
    for (at, link) in links.iter().enumerate() {
        step(1);
        for (next, other) in links.iter().enumerate().skip(at + 1) {
            if other.a > link.a + STEP {
                break;
            }
            if together(*link, *other) {
                let (x, y) = (root(&mut parent, at), root(&mut parent, next));
                parent[x.max(y)] = x.min(y);
            }
        }
    }
    let mut out: Vec<Block> = Vec::new();
    let mut slot = vec![usize::MAX; links.len()];
    for (at, link) in links.iter().enumerate() {
        let root = root(&mut parent, at);
        if slot[root] == usize::MAX {
            slot[root] = out.len();
            out.push(Block::of(*link));
        } else {
            out[slot[root]].take(*link);
        }
    }
    out
}

/// `other` follows `link` in the first version.
fn together(link: Link, other: Link) -> bool {
    if other.a == link.a {
        return link.b.abs_diff(other.b) <= STEP;
    }
    (link.b..=link.b + STEP).contains(&other.b)
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}
