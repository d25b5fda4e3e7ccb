//! How soon a stop is heard inside one large article: the folder is opened again and again, and
//! stopped a little later each time, until it is open before the stop. Prints, for each kind of
//! article, the longest that the opening went on after a stop, and in which stage.
//!
//! `cargo bench -p asquoted-engine --bench stop [-- KIND] [BYTES]`
#![allow(clippy::print_stdout)]

use std::sync::Mutex;
use std::time::{Duration, Instant};

use asquoted_engine::folder::{
    self, Compared, Folder, Progress, Source, Sources, Stage, Utterance, Watch,
};
use asquoted_engine::problem::Problem;

/// Within which a stop should be heard.
const GOAL: Duration = Duration::from_millis(300);
/// Moments at which each kind is stopped, spread over the time that opening it takes.
const MOMENTS: u32 = 16;

/// Bytes of each article, unless the command names others: up to 20 MB are read.
const BYTES: usize = 6_000_000;

/// A name, an ending, and what is repeated.
const KINDS: [(&str, &str, &str); 9] = [
    (
        "news",
        "txt",
        "“We will keep the harbour open,” said Jane Doe, the mayor. The lake was closed.\n\n",
    ),
    (
        "news in one line",
        "txt",
        "“We will keep the harbour open,” said Jane Doe, the mayor. The lake was closed. ",
    ),
    ("Chinese in one line", "txt", "王芳说：“港口将继续开放。”"),
    ("unclosed marks", "txt", "“a "),
    ("straight marks", "txt", "\"a "),
    ("reported speech", "txt", "He said that he "),
    ("names", "txt", "Jane Doe "),
    (
        "a page",
        "html",
        "<p>“We will keep the harbour open,” said Jane Doe, the mayor. The lake was closed.</p>",
    ),
    (
        "Markdown",
        "md",
        "- “We will *keep* the harbour [open](x),” said Jane Doe, the mayor.\n",
    ),
];

struct Texts(Vec<Source>, String);

impl Sources for Texts {
    fn list(&self) -> &[Source] {
        &self.0
    }

    fn load(&self, _: usize) -> Result<Vec<u8>, Problem> {
        Ok(self.1.clone().into_bytes())
    }
}

/// Stops at a moment, and remembers the stage that was worked on then.
struct Stop {
    at: Instant,
    stage: Mutex<Stage>,
}

impl Watch for Stop {
    fn progress(&self, progress: Progress) {
        if Instant::now() < self.at {
            *self.stage.lock().expect("no thread failed") = progress.stage;
        }
    }

    fn found(&self, _: &Folder, _: &Utterance, _: &Compared) {}

    fn stopped(&self) -> bool {
        Instant::now() >= self.at
    }
}

/// How long the opening goes on after a stop, and in which stage it came; nothing where it had ended.
fn heard_after(texts: &Texts, after: Duration) -> Option<(Duration, Stage)> {
    let watch = Stop {
        at: Instant::now() + after,
        stage: Mutex::new(Stage::Looking),
    };
    let folder = folder::open("stop", texts, Vec::new(), &watch);
    let late = watch.at.elapsed();
    let stage = *watch.stage.lock().expect("no thread failed");
    let ended_before = folder.stopped.is_none() && Instant::now() < watch.at;
    (!ended_before).then_some((late, stage))
}

fn main() {
    let arguments = std::env::args().skip(1).filter(|one| one != "--bench");
    let (sizes, wanted): (Vec<String>, Vec<String>) =
        arguments.partition(|one| one.parse::<usize>().is_ok());
    let bytes = sizes.first().and_then(|size| size.parse().ok());
    let bytes: usize = bytes.unwrap_or(BYTES);
    println!("A stop should be heard within {} ms.", GOAL.as_millis());
    for (name, ending, unit) in KINDS {
        if wanted.iter().any(|part| !name.contains(part.as_str())) {
            continue;
        }
        // Two, so that utterances and passages come of them.
        let source = |number: u32| Source {
            id: format!("{number}.{ending}"),
            path: format!("{number}.{ending}"),
        };
        let texts = Texts(vec![source(1), source(2)], unit.repeat(bytes / unit.len()));
        let began = Instant::now();
        let folder = folder::open("stop", &texts, Vec::new(), &folder::Unwatched);
        let whole = began.elapsed();
        let cautions: Vec<_> = folder.cautions.iter().map(|one| one.code).collect();
        drop(folder);
        let moments = (0..MOMENTS).map(|moment| whole * moment / MOMENTS);
        let mut heard: Vec<_> = moments
            .filter_map(|after| heard_after(&texts, after))
            .collect();
        heard.sort();
        let Some(((most, stage), middle)) = heard.last().zip(heard.get(heard.len() / 2)) else {
            continue;
        };
        let marked = if *most > GOAL { "  <-- later" } else { "" };
        println!(
            "{name}: opened in {:.1} s {cautions:?}; a stop is heard within {} ms at most, in {stage:?}; mostly {} ms{marked}",
            whole.as_secs_f64(),
            most.as_millis(),
            middle.0.as_millis()
        );
    }
}
