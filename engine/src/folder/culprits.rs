//! A fault of the program that one article brings about costs that article, in whichever stage it comes up.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::each;

/// After so many faults something is wrong with more than articles.
const MOST: usize = 8;

/// Does what `stages` does with all `articles`. Where that breaks off, the first article without which it does
/// not is left out, and the rest is done anew. Also gives those that were left out, and what the faults tell of
/// themselves. `stages` is told whether its outcome is wanted, or whether it only tries.
pub(super) fn left_out<A, T>(
    mut articles: Vec<A>,
    stages: impl Fn(&[A], Purpose) -> T,
) -> (T, Vec<(A, String)>) {
    let mut culprits = Vec::new();
    loop {
        let done = catch_unwind(AssertUnwindSafe(|| stages(&articles, Purpose::Outcome)));
        let reason = match done {
            Ok(done) => return (done, culprits),
            Err(reason) => reason,
        };
        if articles.is_empty() || culprits.len() == MOST {
            resume_unwind(reason);
        }
        let holds = |count: usize| {
            let tried = || drop(stages(&articles[..count], Purpose::Trial));
            catch_unwind(AssertUnwindSafe(tried)).is_ok()
        };
        // Nothing to do with the articles: whoever followed the work broke off.
        if holds(articles.len()) {
            resume_unwind(reason);
        }
        // So many of the first hold, so many do not.
        let (mut well, mut broken) = (0, articles.len());
        while broken - well > 1 {
            let between = well.midpoint(broken);
            if holds(between) {
                well = between;
            } else {
                broken = between;
            }
        }
        let culprit = articles.remove(broken - 1);
        culprits.push((culprit, each::told_by(reason.as_ref())));
    }
}

/// What the stages are gone through for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Outcome,
    /// To see whether they break off: nobody is told of it.
    Trial,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum_without(bad: &[u32], articles: &[u32]) -> u32 {
        for article in articles {
            assert!(!bad.contains(article), "no {article}");
        }
        articles.iter().sum()
    }

    #[test]
    fn each_culprit_is_found_and_the_rest_is_done() {
        for bad in [
            &[][..],
            &[0],
            &[9],
            &[4],
            &[0, 9],
            &[3, 4, 5],
            &[0, 1, 2, 3, 4, 5, 6],
        ] {
            let (sum, culprits) =
                left_out((0..10).collect(), |articles, _| sum_without(bad, articles));
            let mut found: Vec<u32> = culprits.iter().map(|(culprit, _)| *culprit).collect();
            found.sort_unstable();
            assert_eq!(found, bad);
            assert_eq!(sum, 45 - bad.iter().sum::<u32>());
            assert!(culprits.iter().all(|(_, reason)| reason.starts_with("no ")));
        }
    }

    #[test]
    fn of_two_that_break_it_together_one_is_left_out() {
        let together = |articles: &[u32], _| {
            assert!(!(articles.contains(&2) && articles.contains(&7)), "both");
            articles.len()
        };
        let (left, culprits) = left_out((0..10).collect(), together);
        assert_eq!((left, culprits.len()), (9, 1));
        assert_eq!(culprits[0].0, 7);
    }

    #[test]
    fn a_fault_of_whoever_follows_the_work_is_no_article_s() {
        let followed = |articles: &[u32], purpose| {
            assert!(purpose == Purpose::Trial, "the follower");
            articles.len()
        };
        assert!(catch_unwind(|| left_out(vec![1, 2, 3], followed)).is_err());
    }

    #[test]
    fn what_is_no_article_s_fault_goes_on_to_the_caller() {
        let always = |_: &[u32], _| -> u32 { panic!("always") };
        assert!(catch_unwind(|| left_out((0..20).collect(), always)).is_err());
    }
}
