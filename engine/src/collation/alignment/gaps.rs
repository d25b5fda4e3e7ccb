//! Where a pair lies between the words already matched around it.

use super::{Evidence, Grid, Lexical};

/// A probability above this makes a word an anchor.
const ANCHOR: f32 = 0.5;
/// Distances beyond this many words say nothing more.
const FAR: f32 = 12.0;

/// For one word: the anchors before and after it, as (own position, position on the other side).
#[derive(Clone, Copy)]
struct Between {
    before: (f32, f32),
    after: (f32, f32),
}

impl Between {
    /// Words between the two anchors on the other side.
    fn gap_there(self) -> f32 {
        ((self.after.1 - self.before.1).abs() - 1.0).min(FAR)
    }

    /// Words between the two anchors on the own side.
    fn gap_here(self) -> f32 {
        (self.after.0 - self.before.0 - 1.0).min(FAR)
    }

    /// How far `there` lies from the straight line between the anchors.
    fn off_line(self, here: f32, there: f32) -> f32 {
        let slope = (self.after.1 - self.before.1) / (self.after.0 - self.before.0).max(1.0);
        (there - self.before.1 - slope * (here - self.before.0))
            .abs()
            .min(FAR)
    }

    fn holds(self, there: f32) -> bool {
        self.before.1 < there && there < self.after.1
    }
}

/// `probability` is the stage before.
pub fn gaps(probability: &Grid, free: &Grid, lexical: &Lexical, evidence: &mut impl Evidence) {
    let (rows, cols) = (probability.rows(), probability.cols());
    let (row_anchors, col_anchors) = anchors(probability);
    let of_rows = between(&row_anchors, cols);
    let of_cols = between(&col_anchors, rows);
    let grid = |cell: &dyn Fn(usize, usize) -> f32| Grid::from_fn(rows, cols, cell);
    let off = grid(&|i, j| {
        of_rows[i].off_line(i as f32, j as f32) + of_cols[j].off_line(j as f32, i as f32)
    });
    let holds =
        grid(&|i, j| f32::from(of_rows[i].holds(j as f32)) + f32::from(of_cols[j].holds(i as f32)));
    let inside = holds.map(|sides| f32::from(sides == 2.0));
    let product = |x: f32, y: f32| x * y;
    let free_content = inside.zip(free, product).zip(&lexical.content, product);
    evidence.add("gap off", &off);
    evidence.add("gap inside", &holds);
    evidence.add("gap inside, free content", &free_content);
    evidence.add(
        "gap inside, free class",
        &inside.zip(free, product).zip(&lexical.same_class, product),
    );
    let close = grid(&|i, j| {
        let size = of_rows[i].gap_there().max(1.0) * of_rows[i].gap_here().max(1.0);
        free_content.at(i, j) / size
    });
    evidence.add("gap close, free content", &close);
    let on_line = free_content.zip(&off, |free, off| free / (1.0 + off));
    evidence.add("gap on line, free content", &on_line);
    let sums = |gap: fn(Between) -> f32| {
        let sizes = |of: &[Between]| of.iter().map(|one| gap(*one)).collect::<Vec<f32>>();
        let (of_rows, of_cols) = (sizes(&of_rows), sizes(&of_cols));
        Grid::from_fn(rows, cols, |i, j| of_rows[i] + of_cols[j])
    };
    evidence.add("gap there", &sums(Between::gap_there));
    evidence.add("gap here", &sums(Between::gap_here));
}

/// The best partner of every row and of every column, where there is a likely one.
fn anchors(probability: &Grid) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let mut rows = vec![(ANCHOR, None); probability.rows()];
    let mut cols = vec![(ANCHOR, None); probability.cols()];
    for (i, row_best) in rows.iter_mut().enumerate() {
        for (j, value) in probability.row(i).iter().enumerate() {
            if *value > row_best.0 {
                *row_best = (*value, Some(j));
            }
            if *value > cols[j].0 {
                cols[j] = (*value, Some(i));
            }
        }
    }
    let partners = |best: Vec<(f32, Option<usize>)>| best.into_iter().map(|b| b.1).collect();
    (partners(rows), partners(cols))
}

fn between(anchors: &[Option<usize>], other_len: usize) -> Vec<Between> {
    let end = (anchors.len() as f32, other_len as f32);
    let mut out = vec![
        Between {
            before: (-1.0, -1.0),
            after: end
        };
        anchors.len()
    ];
    let mut last = (-1.0, -1.0);
    for (here, anchor) in anchors.iter().enumerate() {
        out[here].before = last;
        if let Some(there) = anchor {
            last = (here as f32, *there as f32);
        }
    }
    let mut next = end;
    for (here, anchor) in anchors.iter().enumerate().rev() {
        out[here].after = next;
        if let Some(there) = anchor {
            next = (here as f32, *there as f32);
        }
    }
    out
}
