//! Which words of a version the other has too.

use crate::collation::alignment::Link;
use crate::collation::words::Versions;

/// Which tokens have a counterpart of their own: a word on the other side that has no closer one.
pub struct Linked {
    pub a: Vec<bool>,
    pub b: Vec<bool>,
}

impl Linked {
    pub fn new(links: &[Link], versions: &Versions) -> Self {
        let mut best_a = vec![(0.0, 0); versions.a.len()];
        let mut best_b = vec![(0.0, 0); versions.b.len()];
        for link in links {
            let same = versions.a[link.a].same_form(&versions.b[link.b]);
            let closeness = link.probability + f32::from(same);
            if closeness > best_a[link.a].0 {
                best_a[link.a] = (closeness, link.b);
            }
            if closeness > best_b[link.b].0 {
                best_b[link.b] = (closeness, link.a);
            }
        }
        let mut linked = Self {
            a: vec![false; versions.a.len()],
            b: vec![false; versions.b.len()],
        };
        for link in links {
            linked.a[link.a] |= best_b[link.b].1 == link.a;
            linked.b[link.b] |= best_a[link.a].1 == link.b;
        }
        linked
    }
}
