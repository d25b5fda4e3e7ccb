//! Correcting a folder with 50,000 utterances: what a person waits after each kind of correction,
//! until the counts are known again. Wanted: well under 300 ms.
//!
//! `cargo bench -p asquoted-engine --bench judgement`; prints times. A figure to read, not a check.

use std::sync::Arc;
use std::time::{Duration, Instant};

use asquoted_engine::article::Article;
use asquoted_engine::folder::{Compared, Folder, Place, Utterance, Version, VersionCompared};
use asquoted_engine::judgement::{Asked, Correction, Finder, corrections, judge};
use asquoted_engine::page;
use asquoted_engine::quotation::{
    Attribution, AttributionReason, AttributionRule, Kind, Quotation,
};
use asquoted_engine::text::Span;
use asquoted_engine::utterance::{Reason, SpeakerAgreement, Tier};

const UTTERANCES: usize = 50_000;
const VERSIONS: usize = 3;
const IN_AN_ARTICLE: usize = 15;
const REVIEWED: usize = 2_000;
const RUNS: usize = 5;

fn main() {
    let found = folder();
    let start = Instant::now();
    let finder = Finder::new(&found);
    told("once, when the folder is opened", start.elapsed());

    let id = |number: usize| found.utterances[number].id.clone();
    let version = |number: usize| {
        found
            .id_at(found.utterances[number].versions[1].place)
            .to_owned()
    };
    let reviewed = Asked::Reviewed {
        these: (0..REVIEWED).map(id).collect(),
        reviewed: true,
    };
    let long = corrections(&found, &finder, &found, &reviewed);
    let steps = [
        (
            "reviewed",
            Asked::Reviewed {
                these: vec![id(30_000)],
                reviewed: true,
            },
        ),
        (
            "not the same",
            Asked::NotTheSame {
                utterance: id(30_000),
                these: vec![version(30_000)],
            },
        ),
        (
            "same as",
            Asked::SameAs {
                these: vec![id(30_000)],
                other: id(40_000),
            },
        ),
        (
            "the speaker is",
            Asked::Speaker {
                these: vec![id(30_000)],
                name: "Ruta Selmer".into(),
            },
        ),
        (
            "whoever is called so, in 500 utterances",
            Asked::Person {
                from: "Person 7".into(),
                name: "Ruta Selmer".into(),
            },
        ),
        (
            "the outlet is",
            Asked::Outlet {
                articles: vec![found.articles[5_000].id.clone()],
                name: "Lumen Daily".into(),
            },
        ),
        (
            "not speech",
            Asked::NotSpeech {
                these: vec![version(30_000)],
            },
        ),
    ];
    for (name, asked) in &steps {
        let fresh = corrections(&found, &finder, &found, asked);
        time(name, &found, &finder, &fresh, &[]);
        time(
            &format!("{name}, after {REVIEWED} reviews"),
            &found,
            &finder,
            &fresh,
            &long,
        );
    }
}

fn time(name: &str, found: &Folder, finder: &Finder, fresh: &[Correction], before: &[Correction]) {
    let all: Vec<&Correction> = before.iter().chain(fresh).collect();
    let run = || {
        let start = Instant::now();
        let judged = judge(found, finder, &all, None);
        let overview = page::overview(&judged.folder);
        assert!(judged.met.iter().all(|met| *met) && overview.utterances > 0);
        start.elapsed()
    };
    told(name, (0..RUNS).map(|_| run()).max().unwrap_or_default());
}

#[expect(clippy::print_stdout, reason = "a bench reports to the terminal")]
fn told(name: &str, time: Duration) {
    println!("{name}: {} ms", time.as_millis());
}

/// Invented words, the same every time.
fn words(seed: usize) -> String {
    const WORDS: [&str; 24] = [
        "gates",
        "shore",
        "engineers",
        "report",
        "spring",
        "villages",
        "council",
        "water",
        "signed",
        "moved",
        "cheaper",
        "electricity",
        "patience",
        "premier",
        "survey",
        "finished",
        "lake",
        "warned",
        "talks",
        "dam",
        "stay",
        "shut",
        "until",
        "nobody",
    ];
    let word = |at: usize| {
        WORDS[seed
            .wrapping_mul(2_654_435_761)
            .wrapping_add(at * at * 40_503 + at * seed)
            / 7
            % WORDS.len()]
    };
    let said: Vec<&str> = (0..18).map(word).collect();
    format!("{} in case {seed}", said.join(" "))
}

/// Utterance `u` stands in three articles; an article holds fifteen quotations.
fn folder() -> Folder {
    let places = UTTERANCES * VERSIONS;
    let mut folder = Folder::default();
    let mut ids = Vec::new();
    for number in 0..places / IN_AN_ARTICLE {
        let (article, quotations) = article(number);
        let theirs = quotations
            .iter()
            .map(|one| format!("{}@{}", article.id, one.spans[0].start));
        ids.push(theirs.collect());
        folder.articles.push(Arc::new(article));
        folder.quotations.push(Arc::new(quotations));
    }
    folder.quotation_ids = Arc::new(ids);
    let mut utterances: Vec<Utterance> = (0..UTTERANCES)
        .map(|number| utterance(&folder, number))
        .collect();
    utterances.sort_by(|one, other| one.id.cmp(&other.id));
    folder.utterances = utterances.into_iter().map(Arc::new).collect();
    let sure = folder.utterances.iter().enumerate();
    folder.utterance_of = sure
        .flat_map(|(index, one)| {
            one.versions
                .iter()
                .map(move |version| (version.place, index))
        })
        .collect();
    folder
}

fn article(number: usize) -> (Article, Vec<Quotation>) {
    let mut text = String::new();
    let mut quotations = Vec::new();
    for at in 0..IN_AN_ARTICLE {
        text.push('“');
        let start = text.len();
        let utterance = number * IN_AN_ARTICLE + at;
        text.push_str(&words(utterance % UTTERANCES));
        let name = format!("Person {}", utterance % 100);
        quotations.push(Quotation {
            kind: Kind::Direct,
            spans: vec![Span::new(start, text.len())],
            within: None,
            speaker: Some(Attribution {
                as_written: name.clone(),
                span: None,
                name,
                reason: AttributionReason {
                    rule: AttributionRule::CueAfter,
                    distance: 1,
                },
            }),
            cue: None,
            closed: true,
        });
        text.push_str("” said somebody on Monday.\n\n");
    }
    let mut article = Article::from_text(&format!("{number:05}.txt"), &text, "en");
    article.outlet = Some(format!("Outlet {}", number % 200));
    (article, quotations)
}

fn utterance(folder: &Folder, number: usize) -> Utterance {
    let places: Vec<Place> = (0..VERSIONS)
        .map(|copy| number + copy * UTTERANCES)
        .map(|at| Place {
            article: (at / IN_AN_ARTICLE) as u32,
            quotation: (at % IN_AN_ARTICLE) as u32,
        })
        .collect();
    let reason = Reason {
        speaker: SpeakerAgreement::Same,
        by_you: false,
        ..Reason::by_you()
    };
    Utterance {
        id: format!("u:{}", folder.id_at(places[0])),
        speaker: folder.speaker_at(places[0]).map(str::to_owned),
        versions: places
            .iter()
            .map(|place| Version {
                place: *place,
                tier: Tier::Verbatim,
                reason: reason.clone(),
            })
            .collect(),
        compared: Compared {
            versions: vec![VersionCompared::default(); VERSIONS],
            ..Compared::default()
        },
    }
}
