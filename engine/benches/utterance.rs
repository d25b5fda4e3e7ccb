//! Grouping 10,000 and 100,000 invented quotations: the time may grow twelvefold at most.
//!
//! `cargo bench -p asquoted-engine --bench utterance`; prints processor times, their ratio and the
//! greatest memory of each run. A figure to read, not a check: machines are noisy.

use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

use asquoted_engine::quotation::Kind;
use asquoted_engine::utterance::{Item, group};

/// That of the programs.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SMALL: usize = 10_000;
const LARGE: usize = 100_000;
const MOST_RATIO: f64 = 12.0;
/// The best of so many runs counts: others on the machine only add to the time.
const RUNS: usize = 3;

fn main() {
    let mut arguments = std::env::args().skip(1);
    if let Some(count) = arguments.find_map(|argument| argument.strip_prefix("run=")?.parse().ok())
    {
        run(count);
        return;
    }
    let ratio = seconds(LARGE) / seconds(SMALL);
    report(&format!(
        "10 times the quotations: {ratio:.1} times the time (wanted: at most {MOST_RATIO})"
    ));
}

fn seconds(count: usize) -> f64 {
    (0..RUNS)
        .map(|_| seconds_of_one(count))
        .fold(f64::INFINITY, f64::min)
}

/// A run in a process of its own, so that its memory is its own.
fn seconds_of_one(count: usize) -> f64 {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program)
        .arg(format!("run={count}"))
        .output()
        .expect("a run");
    let text = String::from_utf8_lossy(&output.stdout);
    report(text.trim());
    let seconds = text
        .split_whitespace()
        .find_map(|word| word.strip_suffix('s')?.parse().ok());
    seconds.expect("a time")
}

fn run(count: usize) {
    let quotations = quotations(count);
    let items: Vec<Item<'_>> = quotations.iter().map(Quotation::item).collect();
    let (start, work) = (Instant::now(), processor_seconds());
    let groups = group(&items, &[]);
    let waited = start.elapsed().as_secs_f64();
    let seconds = processor_seconds()
        .zip(work)
        .map_or(waited, |(end, start)| end - start);
    let groups = groups.len();
    report(&format!(
        "{count} quotations {seconds:.2}s {groups} utterances {}",
        peak_memory()
    ));
}

#[expect(clippy::print_stdout, reason = "a bench reports to the terminal")]
fn report(line: &str) {
    println!("{line}");
}

/// The processor's time of all threads, where the system tells it (in hundredths of a second):
/// unlike the time waited it does not grow when others use the machine.
fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let after_name = stat.rsplit_once(')')?.1;
    let fields: Vec<f64> = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|f| f.parse().ok())
        .collect();
    Some(fields.iter().sum::<f64>() / 100.0)
}

/// What the system tells of the greatest memory of this process, where it tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: Option<u64> =
        line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
    kilobytes.map_or_else(String::new, |kilobytes| {
        format!("{} MB at most", kilobytes / 1024)
    })
}

struct Quotation {
    id: String,
    article: u32,
    kind: Kind,
    text: String,
    speaker: Option<String>,
    day: i32,
}

impl Quotation {
    fn item(&self) -> Item<'_> {
        Item {
            id: &self.id,
            article: self.article,
            kind: self.kind,
            text: &self.text,
            speaker: self.speaker.as_deref(),
            speaker_named: true,
            day: Some(self.day),
            language: "en",
            within: None,
        }
    }
}

/// Statements in one to eight versions each, a tenth of them without a speaker. Words follow
/// Zipf's law over a vocabulary that grows with the square root of the text (Heaps' law), as in
/// real folders; speakers grow alike.
fn quotations(count: usize) -> Vec<Quotation> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let vocabulary = 40 * (count as f64).sqrt() as usize * 3;
    let speakers = 4 * (count as f64).sqrt() as usize;
    let mut quotations = Vec::with_capacity(count);
    while quotations.len() < count {
        let speaker = random.zipf(speakers);
        let day = i32::try_from(random.below(1_000)).unwrap_or(0);
        let words: Vec<usize> = (0..6 + random.below(24))
            .map(|_| random.zipf(vocabulary))
            .collect();
        for _ in 0..(1 + random.below(8)).min(count - quotations.len()) {
            let article = quotations.len() / 12 + random.below(7);
            quotations.push(Quotation {
                id: format!("{article}@{}", quotations.len()),
                article: u32::try_from(article).unwrap_or(0),
                kind: if random.below(3) == 0 {
                    Kind::Reported
                } else {
                    Kind::Direct
                },
                text: version(&words, vocabulary, &mut random),
                speaker: (random.below(10) > 0)
                    .then(|| format!("{} {}", word(speaker + 7), word(speaker))),
                day: day + i32::try_from(random.below(3)).unwrap_or(0),
            });
        }
    }
    quotations
}

/// The words with a tenth of them replaced, and one time in four only a stretch of them.
fn version(words: &[usize], vocabulary: usize, random: &mut Random) -> String {
    let cut = random.below(4) == 0;
    let start = if cut {
        random.below(words.len() / 2)
    } else {
        0
    };
    let end = if cut {
        (start + 3 + random.below(words.len())).min(words.len())
    } else {
        words.len()
    };
    let mut text = String::new();
    for number in &words[start..end] {
        let number = if random.below(10) == 0 {
            random.zipf(vocabulary)
        } else {
            *number
        };
        let _ = write!(text, "{} ", word(number));
    }
    text
}

/// An invented word for each number: syllables, the more the rarer.
fn word(mut number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ka", "mo", "ti", "ren", "sul", "vo", "dar", "pe", "lin", "gra", "bo", "hesk", "nu", "fal",
        "wi", "tor", "ze", "chi", "yam", "qua",
    ];
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            return word;
        }
    }
}

/// Numbers that are the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    /// Low numbers often, high ones rarely: rank r about 1/r of the time.
    fn zipf(&mut self, limit: usize) -> usize {
        let uniform = self.below(1 << 30) as f64 / f64::from(1 << 30);
        ((limit as f64).powf(uniform) as usize).saturating_sub(1)
    }
}
