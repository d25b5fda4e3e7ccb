//! The links that changes are cut along: fewer than all, so that one stray link does not tie
//! half a sentence together.

use crate::collation::alignment::Link;
use crate::collation::moves::Order;
use crate::collation::words::Versions;

/// Several partners of a word must stand this close together.
const NEAR: usize = 2;
/// A crossing inside fewer tokens than this on both sides is one substitution.
const SHORT: usize = 8;

/// Ascending by `a`, then `b`.
pub fn skeleton(order: &Order, versions: &Versions) -> Vec<Link> {
    let mut links = order.chain.clone();
    links.extend(
        order
            .local
            .iter()
            .filter(|link| crosses_little(link, &order.chain, versions)),
    );
    let equal = |link: &Link| versions.a[link.a].form == versions.b[link.b].form;
    links.sort_by(|x, y| {
        let certainty = (equal(y), y.probability).partial_cmp(&(equal(x), x.probability));
        certainty
            .unwrap_or(std::cmp::Ordering::Equal)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut partners = Partners {
        of_a: vec![None; versions.a.len()],
        of_b: vec![None; versions.b.len()],
    };
    // A word that stands on both sides is no part of another's rewording ("the old" for "the").
    let (mut own_a, mut own_b) = (vec![false; versions.a.len()], vec![false; versions.b.len()]);
    for link in links.iter().filter(|link| equal(link)) {
        (own_a[link.a], own_b[link.b]) = (true, true);
    }
    let stray = |link: &Link| {
        let kin = versions.a[link.a].same_stem(&versions.b[link.b]);
        !kin && (own_a[link.a] || own_b[link.b])
    };
    links.retain(|link| !stray(link) && partners.accept(link));
    links.sort_by_key(|link| (link.a, link.b));
    links
}

/// First and last partner of every word so far.
struct Partners {
    of_a: Vec<Option<(usize, usize)>>,
    of_b: Vec<Option<(usize, usize)>>,
}

impl Partners {
    fn accept(&mut self, link: &Link) -> bool {
        let near = |partners: Option<(usize, usize)>, at: usize| {
            partners.is_none_or(|(first, last)| at + NEAR >= first && at <= last + NEAR)
        };
        if !near(self.of_a[link.a], link.b) || !near(self.of_b[link.b], link.a) {
            return false;
        }
        let widened = |partners: Option<(usize, usize)>, at: usize| {
            Some(partners.map_or((at, at), |(first, last)| (first.min(at), last.max(at))))
        };
        self.of_a[link.a] = widened(self.of_a[link.a], link.b);
        self.of_b[link.b] = widened(self.of_b[link.b], link.a);
        true
    }
}

/// Whether a link and what it crosses fit into a short stretch without marks.
fn crosses_little(link: &Link, chain: &[Link], versions: &Versions) -> bool {
    let (mut a, mut b) = (link.a..link.a + 1, link.b..link.b + 1);
    for other in chain {
        if (other.a < link.a && other.b > link.b) || (other.a > link.a && other.b < link.b) {
            a = a.start.min(other.a)..a.end.max(other.a + 1);
            b = b.start.min(other.b)..b.end.max(other.b + 1);
        }
    }
    let crosses_none = a.len() == 1 && b.len() == 1;
    crosses_none
        || a.len() < SHORT
            && b.len() < SHORT
            && !versions.a[a].iter().any(|word| word.mark)
            && !versions.b[b].iter().any(|word| word.mark)
}
