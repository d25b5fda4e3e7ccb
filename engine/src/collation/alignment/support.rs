//! Links that need others around them. In two sentences that have nothing in common, and in those
//! that outlets put beside different ones, "of" still meets "of" and one participle another.

use super::{Grid, Link, decode};
use crate::collation::words::{Versions, Word};

/// Words on each side that are "around".
const REACH: usize = 12;
/// The share of the words around, by weight, that must surely stand for each other.
const LEAST: f32 = 0.1;
/// A link of this probability needs no other; where the model has read both versions, it has seen
/// what stands around.
const SURE: f32 = 0.9;
const SURE_BY_MEANING: f32 = 0.6;

/// Drops links without support where few words around have a likely partner. One word in two forms
/// and synonyms need none, unless they are function words; marks never do.
pub fn keep_supported(links: &mut Vec<Link>, probability: &Grid, versions: &Versions) {
    let (a, b) = (&versions.a, &versions.b);
    let (row_peaks, col_peaks) = (probability.row_peaks(), probability.col_peaks());
    let (around_a, around_b) = (
        decode::covered_around(&row_peaks),
        decode::covered_around(&col_peaks),
    );
    let is_kin =
        |link: &Link| a[link.a].same_stem(&b[link.b]) || versions.are_synonyms(link.a, link.b);
    let sure = if versions.are_read() {
        SURE_BY_MEANING
    } else {
        SURE
    };
    let kin: Vec<Link> = links.iter().filter(|link| is_kin(link)).copied().collect();
    links.retain(|link| {
        let needs_none = link.probability >= sure
            || around_a[link.a].min(around_b[link.b]) >= decode::COVERED
            || is_kin(link) && !a[link.a].is_function();
        needs_none || support(*link, &kin, a, b) >= LEAST
    });
}

/// The share of the words around a link that have kin around it on the other side, of the side
/// that has less of them.
fn support(link: Link, kin: &[Link], a: &[Word], b: &[Word]) -> f32 {
    // A bit for every word around, the linked one in the middle.
    let (mut of_a, mut of_b) = (0_u32, 0_u32);
    let from = kin.partition_point(|other| other.a + REACH < link.a);
    for other in kin[from..]
        .iter()
        .take_while(|other| other.a <= link.a + REACH)
    {
        if other.b.abs_diff(link.b) <= REACH {
            of_a |= 1 << (other.a + REACH - link.a);
            of_b |= 1 << (other.b + REACH - link.b);
        }
    }
    share(of_a, a, link.a).min(share(of_b, b, link.b))
}

/// The weight of the marked words around one, as a share of all around it.
fn share(marked: u32, words: &[Word], at: usize) -> f32 {
    let around = at.saturating_sub(REACH)..(at + REACH + 1).min(words.len());
    let (mut all, mut found) = (0.0, 0.0);
    for other in around.filter(|other| *other != at) {
        let weight = words[other].weight();
        all += weight;
        if marked & (1 << (other + REACH - at)) != 0 {
            found += weight;
        }
    }
    if all > 0.0 { found / all } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use crate::collation::alignment::align;
    use crate::collation::words::Versions;
    use crate::text::tokenize;

    /// The pairs of words that are linked, without marks.
    fn linked(a: &'static str, b: &'static str) -> Vec<String> {
        let tokens = |text: &'static str| -> Vec<&'static str> {
            let tokens = tokenize(text);
            tokens.iter().map(|token| token.span.of(text)).collect()
        };
        let (a, b) = (tokens(a), tokens(b));
        let versions = Versions::read(&a, &b);
        let links = align(&versions).into_iter();
        links
            .filter(|link| !versions.a[link.a].mark)
            .map(|link| format!("{} {}", a[link.a], b[link.b]))
            .collect()
    }

    #[test]
    fn unlike_sentences_are_not_linked_by_chance() {
        let found = linked(
            "Forty-one villages lie below the dam, and every one of them must be warned in good time. We \
             do not rule out another round of talks. But nobody in Port Amrin should mistake our patience \
             for consent.",
            "We will warn every one of them ourselves if we have to, I promise. But nobody has yet shown \
             us the lists.",
        );
        for pair in ["every every", "them them", "nobody nobody"] {
            assert!(found.contains(&pair.to_owned()), "{found:?}");
        }
        for pair in [
            "talks promise",
            "Amrin shown",
            "should shown",
            "mistake shown",
            "consent lists",
        ] {
            assert!(!found.contains(&pair.to_owned()), "{found:?}");
        }
    }
}
