//! English: cues, links, kinds and reported clauses of one article.

use super::analysis::{Analysis, Reported};
use super::content::Sentence;
use super::cues::{self, CueKind, SpeechCue};
use super::inheriting::Inheritance;
use super::kinds;
use super::linking::{Link, Linker};
use super::scan::Scan;
use super::words::count;
use super::{AttributionRule, Kind, headlines, unmarked};

pub(crate) fn analyse(scan: &Scan<'_>) -> Analysis {
    let cues: Vec<Vec<SpeechCue>> = (0..scan.sentences.len())
        .map(|sentence| cues::find(scan.view(sentence), scan.lexicon))
        .collect();
    let links = links(scan, &cues);
    let mut kinds: Vec<Kind> = Vec::with_capacity(scan.regions.len());
    for (region, link) in links.iter().enumerate() {
        kinds.push(kinds::of(scan, &kinds, region, link.as_ref()));
    }
    let mut reported = reported(scan, &cues, &kinds);
    headlines::add(scan, &mut reported);
    reported.extend(unmarked::find(
        scan,
        &cues,
        &Inheritance {
            scan,
            cues: &cues,
            links: &links,
        },
    ));
    Analysis {
        links,
        kinds,
        reported,
    }
}

fn links(scan: &Scan<'_>, cues: &[Vec<SpeechCue>]) -> Vec<Option<Link>> {
    let mut links: Vec<Option<Link>> = (0..scan.regions.len())
        .map(|region| {
            let place = scan.places[region]?;
            let linker = Linker {
                view: scan.view(place.sentence),
                lexicon: scan.lexicon,
                cues: &cues[place.sentence],
                unit: place.unit,
                inner: scan.regions[region].inner,
            };
            headlines::link(scan, region).or_else(|| linker.link())
        })
        .collect();
    for region in 0..links.len() {
        if links[region].is_none() {
            links[region] = Inheritance {
                scan,
                cues,
                links: &links,
            }
            .speaker(region);
        }
    }
    links
}

fn reported(scan: &Scan<'_>, cues: &[Vec<SpeechCue>], kinds: &[Kind]) -> Vec<Reported> {
    let mut found = Vec::new();
    for (number, cues) in cues.iter().enumerate() {
        let view = scan.view(number);
        let sentence = Sentence {
            view,
            lexicon: scan.lexicon,
            cues,
            kinds,
        };
        for cue in cues {
            // What the writer says is the article, not a quotation in it.
            if view.any(cue.subject.first, &["i", "we"]) {
                continue;
            }
            let spans = sentence.content(cue);
            if spans
                .iter()
                .map(|span| count(span.of(scan.text)))
                .sum::<usize>()
                < 2
            {
                continue;
            }
            found.push(Reported {
                spans,
                speaker: view.span(cue.subject),
                cue: Some(view.span(cue.verb)),
                rule: rule(cue),
                unmarked: false,
            });
        }
    }
    found
}

fn rule(cue: &SpeechCue) -> AttributionRule {
    match cue.kind {
        CueKind::According => AttributionRule::AccordingTo,
        CueKind::Inverted => AttributionRule::Inverted,
        _ => AttributionRule::CueBefore,
    }
}
