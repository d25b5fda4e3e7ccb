//! How fast versions are collated, beside what `similar` alone takes for the same tokens.
//! Run with `cargo bench -p asquoted-engine --bench collation`.

use std::hint::black_box;
use std::time::Instant;

use asquoted_engine::collation::{Row, SideNature, collate, table};

const MARKED: SideNature = SideNature {
    marked: true,
    reported: false,
};

/// Invented prose; versions are cut from it and varied.
const PROSE: &str = "the council of the lower valley has decided that the gates of the old dam will not \
    be opened before the survey is finished and that every village along the river must be warned in \
    good time because nobody can say how long the water will rise or whether the bridges at the mill \
    are strong enough to carry the families who want to leave with their animals tools and winter \
    stores while the harbour board insists that its ships are ready to take three hundred people a day \
    if the ministry pays for fuel and bread as it promised in spring when the first reports came in";

fn main() {
    let prose: Vec<&str> = PROSE.split_whitespace().collect();
    let a: Vec<&str> = prose[..60].to_vec();
    let b: Vec<&str> = varied(&prose[4..], 7).into_iter().take(60).collect();
    let collated = fastest(200, || {
        collate(black_box(&a), black_box(&b), (MARKED, MARKED))
    });
    let similar = fastest(200, || {
        similar::capture_diff_slices(similar::Algorithm::Myers, black_box(&a), black_box(&b))
    });
    print("60 × 60 words", collated);
    print("60 × 60 words, similar alone", similar);
    #[expect(clippy::print_stdout, reason = "the benchmark's result")]
    {
        println!("{:34} {:9.1} ×", "ratio to similar", collated / similar);
    }
    let words = |prefix: &str| {
        (0..20_000)
            .map(|at| format!("{prefix}{at}"))
            .collect::<Vec<_>>()
    };
    let (left, right) = (words("left"), words("right"));
    let (left, right): (Vec<&str>, Vec<&str>) = (
        left.iter().map(String::as_str).collect(),
        right.iter().map(String::as_str).collect(),
    );
    print(
        "20,000 unrelated words each",
        fastest(3, || collate(&left, &right, (MARKED, MARKED))),
    );
    let shuffled: Vec<&str> = (0..20_000).map(|at| prose[at * at % prose.len()]).collect();
    let other: Vec<&str> = (0..20_000)
        .map(|at| prose[(at * 7 + at / 90) % prose.len()])
        .collect();
    print(
        "20,000 of the same words, mixed",
        fastest(1, || collate(&shuffled, &other, (MARKED, MARKED))),
    );
    for (count, len) in [(9, 60), (200, 200)] {
        let versions = versions(&prose, count, len);
        let rows: Vec<Row> = versions
            .iter()
            .map(|words| Row::new(words, MARKED))
            .collect();
        print(
            &format!("table of {count} × {len} words"),
            fastest(3, || table(&rows, None)),
        );
    }
}

/// Every n-th word replaced by another of the text.
fn varied<'t>(words: &[&'t str], n: usize) -> Vec<&'t str> {
    let other = |at: usize| words[(at * 31 + 5) % words.len()];
    words
        .iter()
        .enumerate()
        .map(|(at, word)| if at % n == 3 { other(at) } else { word })
        .collect()
}

fn versions<'t>(prose: &[&'t str], count: usize, len: usize) -> Vec<Vec<&'t str>> {
    let long: Vec<&str> = prose.iter().cycle().take(len + 40).copied().collect();
    (0..count)
        .map(|at| varied(&long[at % 40..], 5 + at % 11)[..len].to_vec())
        .collect()
}

/// Seconds of the fastest of `times` runs.
fn fastest<T>(times: usize, mut run: impl FnMut() -> T) -> f64 {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64()
    };
    (0..times).map(once).fold(f64::INFINITY, f64::min)
}

#[expect(clippy::print_stdout, reason = "the benchmark's result")]
fn print(name: &str, seconds: f64) {
    println!("{name:34} {:9.3} ms", seconds * 1000.0);
}
