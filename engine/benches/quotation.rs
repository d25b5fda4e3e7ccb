//! Cost of finding quotations and their speakers, in bytes a second and against plain word
//! segmentation of the same bytes in the same run, and its growth with hostile texts: four times
//! the text must cost about four times as much. Cutting a text into words, by script.
//!
//! `cargo bench -p asquoted-engine --bench quotation`
#![allow(clippy::print_stdout)]

#[path = "../tests/support/hostile.rs"]
mod hostile;

use std::time::{Duration, Instant};

use asquoted_engine::article::Article;
use asquoted_engine::quotation;
use asquoted_engine::text::tokenize;
use unicode_segmentation::UnicodeSegmentation;

const SIZE: usize = 1_000_000;

/// Goals on one core.
const MEGABYTES_A_SECOND: f64 = 20.0;
const TIMES_SEGMENTATION: f64 = 8.0;

/// Invented news, with what articles have: narration, marks, reported speech. `{}` is a name.
const NEWS: [&str; 8] = [
    "The council of Northport met on Monday to talk about the ferries, which had not run since the \
     frost. “We will keep the harbour open,” said {}, the mayor. “Nobody will be sent away.”\n",
    "{}, who leads the Port Authority, told reporters that the piers needed repair before the \
     spring, and that the town had “no money for a second winter”. Work would start in May.\n",
    "According to a report that was published last week, the ferries carried 30,000 people in \
     2019. Most of them were workers of the fish market. Its owners declined to comment.\n",
    "The first ship came in shortly before noon. It had left Kestria four days earlier with salt, \
     timber and a crew of nineteen, and had lost an anchor in the storm off the northern cape.\n",
    "“My father told me, ‘Never sell the boats in winter,’ and we listened,” {} said in an \
     interview. He added that the price of a berth had doubled since the lake was closed.\n",
    "On the other side of the square the market went on as it had for a hundred years: eels, \
     smoked perch, onions, and the small hard cheeses that come down from the hills in April.\n",
    "{} criticised the treaty as “a gift to the other shore”, but did not say what should take its \
     place. A spokeswoman for the ministry said on Tuesday that talks would go on.\n",
    "Ice still lay on the eastern arm of the lake. The dam keepers walked the wall twice a day and \
     wrote the height of the water into a book, as the rules of 1911 ask them to.\n",
];

const NAMES: [&str; 5] = [
    "Jane Doe",
    "Omar Reed",
    "Ines Dorath",
    "Walter Hill",
    "Ruta Selmer",
];

fn news(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 300);
    let mut turn = 0;
    while text.len() < bytes {
        // A step that shares no factor with the number of paragraphs mixes them with the names.
        let paragraph = NEWS[turn * 3 % NEWS.len()];
        text.push_str(&paragraph.replace("{}", NAMES[turn % NAMES.len()]));
        turn += 1;
    }
    text
}

fn best_of(tries: usize, mut work: impl FnMut()) -> Duration {
    (0..tries)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn find(text: &str, tries: usize) -> Duration {
    let article = Article::from_text("bench", text, "en");
    best_of(tries, || {
        std::hint::black_box(quotation::find(&article));
    })
}

/// Scripts that put no blanks between words, without a single mark.
const RUNS: [(&str, &str); 3] = [
    ("Chinese in one run", "大坝的闸门已经打开我们等待结果"),
    ("Japanese in one run", "橋は安全ですが道は閉まっています"),
    ("Thai in one run", "เราจะปิดท่าเรือเก่า"),
];

fn words(script: &str, text: &str) {
    let cut = best_of(5, || {
        std::hint::black_box(tokenize(text));
    });
    let segmented = best_of(5, || {
        std::hint::black_box(text.split_word_bounds().count());
    });
    println!(
        "words, {script}: {:.3} s a million characters, {:.1} times Unicode's word boundaries",
        cut.as_secs_f64() * 1e6 / text.chars().count() as f64,
        cut.as_secs_f64() / segmented.as_secs_f64()
    );
}

fn main() {
    let news = news(SIZE);
    let found = find(&news, 5);
    let segmented = best_of(5, || {
        std::hint::black_box(news.split_word_bounds().count());
    });
    println!(
        "news: {:.1} MB/s (goal {MEGABYTES_A_SECOND}), {:.1} times word segmentation (goal {TIMES_SEGMENTATION})",
        news.len() as f64 / 1e6 / found.as_secs_f64(),
        found.as_secs_f64() / segmented.as_secs_f64()
    );
    words("English", &news);
    for (script, unit) in RUNS {
        words(script, &unit.repeat(SIZE / unit.len()));
    }
    for (name, unit) in hostile::UNITS {
        let (small, large) = (
            find(&hostile::text(unit, SIZE), 2),
            find(&hostile::text(unit, 4 * SIZE), 1),
        );
        println!(
            "{name}: {:.2} s for 1 MB, {:.2} s for 4 MB, {:.1} times",
            small.as_secs_f64(),
            large.as_secs_f64(),
            large.as_secs_f64() / small.as_secs_f64()
        );
    }
}
