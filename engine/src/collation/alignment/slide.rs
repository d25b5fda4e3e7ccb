//! Where a cut can lie in several places, puts it where a clause begins or ends.
//!
//! In "The gates open, and the gates close" / "The gates close" the first "The gates" may be kept
//! or the second: an editor cuts "The gates open, and".

use super::decode::Link;
use crate::collation::words::Word;

/// Slides the links before and after every one-sided gap. `links` are ascending.
pub fn slide(links: &mut [Link], a: &[Word], b: &[Word]) {
    slide_side(links, a, b);
    turn(links);
    slide_side(links, b, a);
    turn(links);
}

fn turn(links: &mut [Link]) {
    for link in links.iter_mut() {
        std::mem::swap(&mut link.a, &mut link.b);
    }
    links.sort_by_key(|link| (link.a, link.b));
}

/// Gaps in `a` between two links whose partners are neighbours.
fn slide_side(links: &mut [Link], a: &[Word], b: &[Word]) {
    let alone = lonely(links, a.len(), b.len());
    for next in 1..links.len() {
        let (before, after) = (links[next - 1], links[next]);
        if before.b + 1 != after.b || before.a + 1 >= after.a {
            continue;
        }
        let gap = before.a + 1..after.a;
        let back = (1..=next)
            .take_while(|back| {
                let link = links[next - back];
                let moved_to = after.a - back;
                alone[next - back]
                    && link.a + back == gap.start
                    && link.b + back == after.b
                    && moved_to >= gap.start
                    && a[moved_to].same_form(&b[link.b])
                    && a[link.a].same_form(&b[link.b])
            })
            .filter(|back| fit(a, gap.start - back, gap.end - back) > fit(a, gap.start, gap.end))
            .max_by_key(|back| fit(a, gap.start - back, gap.end - back));
        for step in 1..=back.unwrap_or(0) {
            links[next - step].a = after.a - step;
        }
    }
}

/// Whether each link is the only one of both its words.
fn lonely(links: &[Link], a_len: usize, b_len: usize) -> Vec<bool> {
    let (mut of_a, mut of_b) = (vec![0; a_len], vec![0; b_len]);
    for link in links {
        of_a[link.a] += 1;
        of_b[link.b] += 1;
    }
    links
        .iter()
        .map(|link| of_a[link.a] == 1 && of_b[link.b] == 1)
        .collect()
}

/// How well a cut from `start` to `end` follows the clauses: 2 from a clause's beginning, 1 to an end.
fn fit(words: &[Word], start: usize, end: usize) -> u8 {
    let begins = start == 0 || words[start - 1].mark;
    let ends = end == words.len() || words[end - 1].mark;
    2 * u8::from(begins) + u8::from(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation::words::Versions;

    #[test]
    fn a_cut_begins_with_its_clause() {
        let versions = Versions::read(
            &["The", "gates", "open", "and", "the", "gates", "close"],
            &["The", "gates", "close"],
        );
        let link = |a, b| Link {
            a,
            b,
            probability: 1.0,
        };
        let mut links = vec![link(0, 0), link(1, 1), link(6, 2)];
        slide(&mut links, &versions.a, &versions.b);
        assert_eq!(links, [link(4, 0), link(5, 1), link(6, 2)]);
    }
}
