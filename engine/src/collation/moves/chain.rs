//! The heaviest chain of blocks that stand in one order on both sides.

use super::blocks::Block;
use crate::collation::words::Versions;

/// Whether each block is kept. Equal weights: the earlier chain.
pub fn heaviest(blocks: &[Block], versions: &Versions) -> Vec<bool> {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by_key(|at| (blocks[*at].a.start, blocks[*at].b.start));
    let own: Vec<f32> = blocks
        .iter()
        .map(|block| block.weight(versions) + 0.05 * block.links.len() as f32 + 0.01)
        .collect();
    let mut best = own.clone();
    let mut before: Vec<Option<usize>> = vec![None; blocks.len()];
    for (rank, &at) in order.iter().enumerate() {
        for &earlier in &order[..rank] {
            let weight = best[earlier] + own[at];
            if weight > best[at] && in_order(&blocks[earlier], &blocks[at]) {
                best[at] = weight;
                before[at] = Some(earlier);
            }
        }
    }
    let mut kept = vec![false; blocks.len()];
    let last = order
        .into_iter()
        .reduce(|x, y| if best[y] > best[x] { y } else { x });
    let mut at = last;
    while let Some(block) = at {
        kept[block] = true;
        at = before[block];
    }
    kept
}

pub fn in_order(first: &Block, second: &Block) -> bool {
    if first.a.end <= second.a.start && first.b.end <= second.b.start {
        return true;
    }
    let starts = first.a.start <= second.a.start && first.b.start <= second.b.start;
    let ends = first.a.end <= second.a.end && first.b.end <= second.b.end;
    starts && ends && !cross(first, second)
}

fn cross(first: &Block, second: &Block) -> bool {
    first.links.iter().any(|x| {
        second
            .links
            .iter()
            .any(|y| (x.a < y.a && x.b > y.b) || (x.a > y.a && x.b < y.b))
    })
}
