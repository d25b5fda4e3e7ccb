//! What stands in the same order on both sides, and what was moved.

mod blocks;
mod bounds;
mod chain;

use std::ops::Range;

use super::alignment::Link;
use super::words::{Versions, Word};
use crate::work::step;
use blocks::{Block, blocks};

/// Links in order, and moved stretches. Links of small crossings are in `local`.
#[derive(Debug, Default)]
pub struct Order {
    pub chain: Vec<Link>,
    pub moves: Vec<Move>,
    /// Out of order, but too light to be told as a move.
    pub local: Vec<Link>,
}

/// A stretch that stands elsewhere on the other side.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    pub a: Range<usize>,
    pub b: Range<usize>,
    pub links: Vec<Link>,
}

/// A move must weigh this much (content words 1, function words .15) …
const WEIGHT: f32 = 2.0;
/// … or this much if it stands there word for word …
const EXACT_WEIGHT: f32 = 1.1;
/// … and pass this much that stays.
const PASSED: f32 = 2.0;

/// The heaviest monotone chain of blocks stays; heavy blocks outside it are moves.
pub fn order(links: &[Link], versions: &Versions) -> Order {
    if is_in_order(links) {
        return Order {
            chain: links.to_vec(),
            ..Order::default()
        };
    }
    let blocks = blocks(links);
    let kept = chain::heaviest(&blocks, versions);
    let mut order = Order::default();
    let mut rest = Vec::new();
    for (block, kept) in blocks.into_iter().zip(kept) {
        if kept {
            order.chain.extend(&block.links);
        } else {
            rest.push(block);
        }
    }
    order.chain.sort_by_key(|link| (link.a, link.b));
    for block in neighbours_joined(rest, &order.chain) {
        let passed = passed(&block, &order.chain, versions);
        let least = if word_for_word(&block, versions) {
            EXACT_WEIGHT
        } else {
            WEIGHT
        };
        if block.weight(versions) >= least && passed >= PASSED {
            claim(block, &mut order, versions);
        } else {
            order.local.extend(&block.links);
        }
    }
    let moves = &order.moves;
    let inside = |link: &Link| {
        moves
            .iter()
            .any(|m| m.a.contains(&link.a) || m.b.contains(&link.b))
    };
    order.chain.retain(|link| !inside(link));
    order.local.retain(|link| !inside(link));
    order.moves.sort_by_key(|m| (m.a.start, m.b.start));
    order
}

/// Whether every link stands after the one before it on both sides: then all are one chain.
fn is_in_order(links: &[Link]) -> bool {
    step(links.len());
    let follows = |pair: &[Link]| pair[0].a < pair[1].a && pair[0].b < pair[1].b;
    links.windows(2).all(follows)
}

/// The order inside a moved stretch: what is out of order there is no further move.
pub fn order_within(links: &[Link], versions: &Versions) -> Order {
    let blocks = blocks(links);
    let kept = chain::heaviest(&blocks, versions);
    let mut order = Order::default();
    for (block, kept) in blocks.into_iter().zip(kept) {
        if kept {
            &mut order.chain
        } else {
            &mut order.local
        }
        .extend(block.links);
    }
    order.chain.sort_by_key(|link| (link.a, link.b));
    order
}

/// Adds a move unless it overlaps an earlier one; then its links are local.
fn claim(block: Block, order: &mut Order, versions: &Versions) {
    let (a, b) = bounds::bounds(&block, &order.chain, versions);
    let overlaps = |x: &Range<usize>, y: &Range<usize>| x.start < y.end && y.start < x.end;
    if order
        .moves
        .iter()
        .any(|m| overlaps(&m.a, &a) || overlaps(&m.b, &b))
    {
        order.local.extend(&block.links);
    } else {
        order.moves.push(Move {
            a,
            b,
            links: block.links,
        });
    }
}

/// Joins blocks that have nothing of the chain between them on either side.
fn neighbours_joined(rest: Vec<Block>, chain: &[Link]) -> Vec<Block> {
    let mut groups: Vec<Block> = Vec::new();
    for block in rest {
        let free = |group: &&mut Block| {
            let (a, b) = (group.a_with(&block), group.b_with(&block));
            !chain
                .iter()
                .any(|link| a.contains(&link.a) || b.contains(&link.b))
        };
        match groups.iter_mut().find(free) {
            Some(group) => group.absorb(block),
            None => groups.push(block),
        }
    }
    groups
}

/// An unbroken stretch of the same words.
fn word_for_word(block: &Block, versions: &Versions) -> bool {
    let same = |link: &Link| versions.a[link.a].same_form(&versions.b[link.b]);
    block.links.iter().all(same)
        && block.a.len() == block.links.len()
        && block.b.len() == block.links.len()
}

/// Weight of the words of the chain that the block passes.
fn passed(block: &Block, chain: &[Link], versions: &Versions) -> f32 {
    let passes = |stays: &&Link| {
        block.links.iter().any(|link| {
            (stays.a < link.a && stays.b > link.b) || (stays.a > link.a && stays.b < link.b)
        })
    };
    let passed: Vec<&Link> = chain.iter().filter(passes).collect();
    let a = weight_of(passed.iter().map(|link| link.a).collect(), &versions.a);
    let b = weight_of(passed.iter().map(|link| link.b).collect(), &versions.b);
    a.min(b)
}

/// Weight of the words at these places, each counted once.
fn weight_of(mut places: Vec<usize>, words: &[Word]) -> f32 {
    places.sort_unstable();
    places.dedup();
    places.into_iter().map(|at| words[at].weight()).sum()
}
