//! The three logistic stages and their weights.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::context::{ContextNames, context};
use super::gaps::gaps;
use super::{Evidence, Grid, Lexical};

pub const STAGES: usize = 3;

static AROUND_PROBABILITY: ContextNames = ContextNames {
    before: "probability before",
    after: "probability after",
    before_2: "probability before 2",
    after_2: "probability after 2",
    beside: "probability beside",
    wide: "probability wide",
    both: "probability both",
    either: "probability either",
};

/// All planes of a stage; `before` holds the probabilities of the stage before, none for the first.
pub fn evidence(lexical: &Lexical, before: Option<&Grid>, evidence: &mut impl Evidence) {
    lexical.give(evidence);
    if let Some(probability) = before {
        evidence.add("probability", probability);
        evidence.add("probability stands out", &probability.margins());
        let free = both_free(probability);
        evidence.add("both free", &free);
        evidence.add(
            "both free, content",
            &free.zip(&lexical.content, |x, y| x * y),
        );
        evidence.add(
            "both free, class",
            &free.zip(&lexical.same_class, |x, y| x * y),
        );
        context(probability, &AROUND_PROBABILITY, evidence);
        gaps(probability, &free, lexical, evidence);
    }
}

/// How free both words are of other partners, as a product.
fn both_free(probability: &Grid) -> Grid {
    let (in_row, in_col) = probability.rivals();
    in_row.zip(&in_col, |row, col| (1.0 - row) * (1.0 - col))
}

/// The probability that two words stand for each other, for every pair.
pub fn probabilities(lexical: &Lexical) -> Grid {
    let mut probability: Option<Grid> = None;
    let stages = if lexical.by_meaning {
        &BY_MEANING
    } else {
        &BY_LETTERS
    };
    for weights in stages.iter() {
        let mut score = Score {
            weights,
            sum: lexical.likeness.map(|_| weights.bias),
        };
        evidence(lexical, probability.as_ref(), &mut score);
        probability = Some(score.sum.map(logistic));
    }
    probability.unwrap_or_else(|| lexical.likeness.clone())
}

struct Score<'w> {
    weights: &'w Weights,
    sum: Grid,
}

impl Evidence for Score<'_> {
    fn add(&mut self, name: &'static str, plane: &Grid) {
        let weight = self.weights.of.get(name).copied().unwrap_or(0.0);
        for (sum, x) in self.sum.cells_mut().iter_mut().zip(plane.cells()) {
            *sum += weight * x;
        }
    }
}

/// 1 / (1 + e^−x) from additions, multiplications and one division, so that every machine gets
/// the same bits. e^x = 2^k · e^r with |r| ≤ ln 2 / 2 and e^r by its series.
pub fn logistic(x: f32) -> f32 {
    let x = f64::from(x.clamp(-30.0, 30.0));
    let turns = (-x * std::f64::consts::LOG2_E + 0.5).floor();
    let r = -x - turns * std::f64::consts::LN_2;
    let series = 1.0
        + r * (1.0
            + r / 2.0 * (1.0 + r / 3.0 * (1.0 + r / 4.0 * (1.0 + r / 5.0 * (1.0 + r / 6.0)))));
    let power = f64::from_bits(((turns as i64 + 1023) as u64) << 52);
    (1.0 / (1.0 + series * power)) as f32
}

struct Weights {
    bias: f32,
    of: FxHashMap<&'static str, f32>,
}

static BY_LETTERS: LazyLock<Vec<Weights>> = LazyLock::new(|| weights(include_str!("weights.tsv")));
static BY_MEANING: LazyLock<Vec<Weights>> =
    LazyLock::new(|| weights(include_str!("weights_by_meaning.tsv")));

/// One block a stage, headed by `# stage N`; a line holds a plane's name, a tab and its weight.
fn weights(text: &'static str) -> Vec<Weights> {
    let blocks = text.split("# stage ").skip(1);
    blocks
        .map(|block| {
            let lines = block.lines().filter_map(|line| line.split_once('\t'));
            let mut of: FxHashMap<&str, f32> = lines
                .map(|(name, weight)| (name, weight.parse().unwrap_or(0.0)))
                .collect();
            Weights {
                bias: of.remove("bias").unwrap_or(0.0),
                of,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::collation::alignment::lexical;
    use crate::collation::words::Versions;
    use crate::meaning::Sense;

    struct Names(Vec<&'static str>);

    impl Evidence for Names {
        fn add(&mut self, name: &'static str, _: &Grid) {
            self.0.push(name);
        }
    }

    #[test]
    fn every_plane_has_a_weight_and_every_weight_a_plane() {
        let versions = Versions::read(&["one"], &["two"]);
        every_plane_is_weighed(&lexical(&versions), &BY_LETTERS);
        let sense = Arc::new(Sense::unknown(1));
        let versions = versions.with_senses(&sense, &sense);
        every_plane_is_weighed(&lexical(&versions), &BY_MEANING);
    }

    fn every_plane_is_weighed(lexical: &Lexical, stages: &[Weights]) {
        assert_eq!(stages.len(), STAGES);
        for (stage, weights) in stages.iter().enumerate() {
            let mut names = Names(Vec::new());
            evidence(
                lexical,
                (stage > 0).then_some(&lexical.likeness),
                &mut names,
            );
            names.0.sort_unstable();
            let mut weighed: Vec<&str> = weights.of.keys().copied().collect();
            weighed.sort_unstable();
            assert_eq!(names.0, weighed, "stage {}", stage + 1);
        }
    }

    #[test]
    fn logistic_is_the_logistic_function() {
        for step in -300..=300 {
            let x = step as f32 / 10.0;
            let exact = 1.0 / (1.0 + (-f64::from(x)).exp());
            assert!((f64::from(logistic(x)) - exact).abs() < 1e-5, "{x}");
        }
    }
}
