//! Load time of the model and time a version.
//!
//! `cargo bench -p asquoted-engine --bench meaning -- DIR`, DIR being what `tools/assets` made;
//! without it there is nothing to measure.

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use asquoted_engine::collation::{SideNature, collate, collate_by_meaning};
use asquoted_engine::meaning::{Lexicon, Meaning, Sense, Synonyms};

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
    let lexicon = || {
        Lexicon::load(&model, &vocabulary, Arc::clone(&table)).expect("the lexicon of the assets")
    };
    report(&format!("load lexicon {:.1} ms", milliseconds(lexicon)));
    let lexicon = Arc::new(lexicon());
    let load = || Meaning::load(&model, Arc::clone(&lexicon)).expect("the model of the assets");
    report(&format!(
        "load the model's layers {:.1} ms",
        milliseconds(load)
    ));
    let meaning = load();
    let sentence: Vec<&str> = SENTENCE.split_whitespace().collect();
    for count in [10, 29, 60, 200] {
        let words: Vec<&str> = sentence.iter().copied().cycle().take(count).collect();
        let time = milliseconds(|| meaning.sense(&words));
        report(&format!("{count} words {time:.1} ms"));
    }
    pairs(&lexicon, &meaning);
}

/// Two versions of 60 words each: read and collated by what is known more and more.
fn pairs(lexicon: &Arc<Lexicon>, meaning: &Meaning) {
    let sentence: Vec<&str> = SENTENCE.split_whitespace().collect();
    let a: Vec<&str> = sentence.iter().copied().cycle().take(60).collect();
    let b: Vec<&str> = sentence.iter().copied().cycle().skip(4).take(60).collect();
    let natures = (SideNature::default(), SideNature::default());
    let by = |sense: &dyn Fn(&[&str]) -> Sense| {
        milliseconds(|| {
            let senses = (Arc::new(sense(&a)), Arc::new(sense(&b)));
            collate_by_meaning(&a, &b, natures, (&senses.0, &senses.1))
        })
    };
    let letters = milliseconds(|| collate(&a, &b, natures));
    report(&format!("60 × 60 words by letters {letters:.2} ms"));
    let words = by(&|words| lexicon.sense(words));
    report(&format!("60 × 60 words by the lexicon {words:.2} ms"));
    let model = by(&|words| meaning.sense(words));
    report(&format!("60 × 60 words by the model {model:.2} ms"));
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
