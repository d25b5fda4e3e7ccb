//! Load time of the model and time a version.
//!
//! `cargo bench -p asquoted-engine --bench meaning -- DIR`, DIR being what `tools/assets` made;
//! without it there is nothing to measure.

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use asquoted_engine::meaning::{Meaning, Synonyms};

const SENTENCE: &str = "The harbour master told reporters on Tuesday that two of the three ferries \
    would not sail again before spring because their engines had been damaged in the storm .";
/// The best of so many runs counts: others on the machine only add to the time.
const RUNS: usize = 10;

fn main() {
    let Some(folder) = std::env::args()
        .skip(1)
        .map(PathBuf::from)
        .find(|path| path.is_dir())
    else {
        report("no folder given: nothing measured");
        return;
    };
    let [model, vocabulary, synonyms] = ["meaning.bin", "vocabulary.txt", "synonyms.txt"]
        .map(|name| std::fs::read(folder.join(name)).expect("a file of the assets"));
    let table = || Arc::new(Synonyms::load(&synonyms).expect("the synonyms"));
    report(&format!("load synonyms {:.1} ms", milliseconds(table)));
    let table = table();
    let load = || Meaning::load(&model, &vocabulary, Arc::clone(&table)).expect("the assets");
    report(&format!("load {:.1} ms", milliseconds(load)));
    let meaning = load();
    let sentence: Vec<&str> = SENTENCE.split_whitespace().collect();
    for count in [10, 29, 60, 200] {
        let words: Vec<&str> = sentence.iter().copied().cycle().take(count).collect();
        let time = milliseconds(|| meaning.sense(&words));
        report(&format!("{count} words {time:.1} ms"));
    }
}

fn milliseconds<T>(work: impl Fn() -> T) -> f64 {
    let seconds = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_secs_f64()
    };
    (0..RUNS).map(seconds).fold(f64::INFINITY, f64::min) * 1e3
}

#[expect(clippy::print_stdout, reason = "the bench's result")]
fn report(line: &str) {
    println!("{line}");
}
