//! The three logistic stages and their weights.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::context::{ContextNames, context, in_a_block};
use super::gaps::gaps;
use super::joins::joins;
use super::{Evidence, Grid, Lexical, lexical};
use crate::collation::words::Versions;
use crate::pace::Asked;

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

/// The planes that a later stage has beside the lexical ones: what the probabilities of the stage
/// before show.
pub fn around(lexical: &Lexical, probability: &Grid, evidence: &mut impl Evidence) {
    evidence.add("probability", probability);
    evidence.add("probability stands out", &probability.margins());
    let rivals = probability.rivals();
    let free = rivals
        .0
        .zip(&rivals.1, |row, col| (1.0 - row) * (1.0 - col));
    evidence.add("both free", &free);
    evidence.add(
        "both free, content",
        &free.zip(&lexical.content, |x, y| x * y),
    );
    evidence.add(
        "both free, class",
        &free.zip(&lexical.same_class, |x, y| x * y),
    );
    let both = context(probability, &AROUND_PROBABILITY, evidence);
    by_kind(&both, lexical, evidence);
    let alike = probability.zip(&lexical.likeness, product);
    evidence.add("probability, likeness", &alike);
    evidence.add("probability in a block", &in_a_block(probability));
    joins(
        probability,
        (&rivals.0, &rivals.1),
        &lexical.joiners,
        evidence,
    );
    gaps(probability, &free, lexical, evidence);
}

fn product(x: f32, y: f32) -> f32 {
    x * y
}

/// Where the words on both sides match, by what kind of words stands between.
fn by_kind(both: &Grid, lexical: &Lexical, evidence: &mut impl Evidence) {
    let of_class = both.zip(&lexical.same_class, product);
    let of_content = both.zip(&lexical.content, product);
    let kinds = of_class.zip(&of_content, f32::max);
    evidence.add("both, class", &of_class);
    evidence.add("both, content", &of_content);
    evidence.add("both, other", &both.zip(&kinds, |both, kind| both - kind));
}

/// The probability that two words stand for each other, for every pair.
pub fn probabilities(versions: &Versions) -> Grid {
    let unasked = probabilities_while(versions, Asked::never());
    unasked.unwrap_or_else(|| Grid::new(versions.a.len(), versions.b.len()))
}

/// The same as long as it is wanted; asked before each stage.
pub fn probabilities_while(versions: &Versions, asked: Asked<'_>) -> Option<Grid> {
    asked.goes_on()?;
    let stages = match (versions.knows_vectors(), versions.are_read()) {
        (true, true) => &BY_MEANING,
        (true, false) => &BY_LEXICON,
        (false, _) => &BY_LETTERS,
    };
    let (rows, cols) = (versions.a.len(), versions.b.len());
    let mut scores: Vec<Score> = stages
        .iter()
        .map(|weights| Score {
            weights,
            sum: Grid::from_fn(rows, cols, |_, _| weights.bias),
        })
        .collect();
    let lexical = lexical(versions, &mut Scores(&mut scores));
    let mut probability = scores[0].sum.map(logistic);
    for score in &mut scores[1..] {
        asked.goes_on()?;
        let mut own = Scores(std::slice::from_mut(score));
        around(&lexical, &probability, &mut own);
        probability = score.sum.map(logistic);
    }
    Some(probability)
}

struct Score<'w> {
    weights: &'w Weights,
    sum: Grid,
}

impl Score<'_> {
    fn weight(&self, name: &str) -> f32 {
        self.weights.of.get(name).copied().unwrap_or(0.0)
    }
}

/// The lexical planes are made once and weighed for all stages, so that none is kept.
struct Scores<'s, 'w>(&'s mut [Score<'w>]);

impl Evidence for Scores<'_, '_> {
    fn add(&mut self, name: &'static str, plane: &Grid) {
        for score in self.0.iter_mut() {
            let weight = score.weight(name);
            for (sum, x) in score.sum.cells_mut().iter_mut().zip(plane.cells()) {
                *sum += weight * x;
            }
        }
    }

    fn add_product(&mut self, name: &'static str, rows: &[f32], cols: &[f32]) {
        for score in self.0.iter_mut() {
            let weight = score.weight(name);
            for (row, x) in rows.iter().enumerate().filter(|(_, x)| **x != 0.0) {
                let sums = score.sum.row_mut(row).iter_mut().zip(cols);
                sums.for_each(|(sum, y)| *sum += weight * (x * y));
            }
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
static BY_LEXICON: LazyLock<Vec<Weights>> =
    LazyLock::new(|| weights(include_str!("weights_by_lexicon.tsv")));
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
        every_plane_is_weighed(&versions, &BY_LETTERS);
        for (read, stages) in [(false, &BY_LEXICON), (true, &BY_MEANING)] {
            let sense = Arc::new(Sense::of_no_direction(1, read));
            let versions = Versions::read(&["one"], &["two"]).with_senses(&sense, &sense);
            every_plane_is_weighed(&versions, stages);
        }
    }

    fn every_plane_is_weighed(versions: &Versions, stages: &[Weights]) {
        assert_eq!(stages.len(), STAGES);
        for (stage, weights) in stages.iter().enumerate() {
            let mut names = Names(Vec::new());
            let lexical = lexical(versions, &mut names);
            if stage > 0 {
                around(&lexical, &lexical.likeness, &mut names);
            }
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
