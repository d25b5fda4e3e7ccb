//! A quotation that goes on over several paragraphs can be a version of one thing said only. Where
//! other outlets print its paragraphs apart, and none prints them together, each is a quotation.

use super::utterances;
use crate::article::Article;
use crate::pace::Pace;
use crate::quotation::{AttributionRule, Kind, Quotation};
use crate::speaker::Person;
use crate::text::Span;
use crate::utterance::{self, Item};

/// A stretch of quotations in one article: which one, and which of its spans.
#[derive(Debug, Clone, Copy)]
struct Part {
    article: usize,
    quotation: usize,
    first: usize,
    end: usize,
}

/// Divides quotations where they fall apart. `quotations` are parallel to `articles`. Where it is
/// not to go on, all stay whole.
pub fn divide(
    articles: &[impl AsRef<Article> + Sync],
    quotations: &mut [Vec<Quotation>],
    people: &[Person],
    pace: &Pace<'_>,
) -> Option<()> {
    let parts = parts(articles, quotations);
    let whole = |part: &Part| (part.article, part.quotation);
    if !parts
        .windows(2)
        .any(|pair| whole(&pair[0]) == whole(&pair[1]))
    {
        return Some(());
    }
    let starts = falls_apart(articles, quotations, people, &parts, pace)?;
    for part in starts.iter().rev() {
        let list = &mut quotations[part.article];
        split(list, part.quotation, part.first);
    }
    Some(())
}

/// The paragraphs of direct quotations, and all other speech as it is; in the order of the text.
fn parts(articles: &[impl AsRef<Article>], quotations: &[Vec<Quotation>]) -> Vec<Part> {
    let mut parts = Vec::new();
    for (article, list) in quotations.iter().enumerate() {
        let text = &articles[article].as_ref().text;
        for (number, quotation) in list.iter().enumerate() {
            let spans = &quotation.spans;
            if quotation.kind == Kind::Term || spans.is_empty() {
                continue;
            }
            let breaks = (1..spans.len()).filter(|at| {
                let direct = quotation.kind == Kind::Direct;
                direct && begins_paragraph(text, spans[at - 1], spans[*at])
            });
            let mut first = 0;
            for end in breaks.chain([spans.len()]) {
                parts.push(Part {
                    article,
                    quotation: number,
                    first,
                    end,
                });
                first = end;
            }
        }
    }
    parts
}

fn begins_paragraph(text: &str, before: Span, next: Span) -> bool {
    text.get(before.end..next.start)
        .is_some_and(|between| between.contains('\n'))
}

/// The parts that begin another thing said than what stands before them in their quotation.
fn falls_apart(
    articles: &[impl AsRef<Article> + Sync],
    quotations: &[Vec<Quotation>],
    people: &[Person],
    parts: &[Part],
    pace: &Pace<'_>,
) -> Option<Vec<Part>> {
    let named = utterances::names(people);
    let ids: Vec<String> = parts
        .iter()
        .map(|part| {
            let start = quotations[part.article][part.quotation].spans[part.first].start;
            format!("{}@{start:09}", articles[part.article].as_ref().id)
        })
        .collect();
    let texts: Vec<String> = parts
        .iter()
        .map(|part| {
            let text = &articles[part.article].as_ref().text;
            let spans = &quotations[part.article][part.quotation].spans[part.first..part.end];
            let stretches: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
            stretches.join(" ")
        })
        .collect();
    let mut whole_of: Vec<u32> = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        let same = at > 0 && part.first > 0;
        let last = whole_of.last().copied();
        whole_of.push(last.map_or(0, |last| if same { last } else { last + 1 }));
    }
    let items: Vec<Item<'_>> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let article = articles[part.article].as_ref();
            let quotation = &quotations[part.article][part.quotation];
            let speaker = quotation.speaker.as_ref().map(|one| one.name.as_str());
            Item {
                id: &ids[at],
                article: u32::try_from(part.article).unwrap_or(u32::MAX),
                kind: quotation.kind,
                text: &texts[at],
                speaker,
                speaker_named: speaker.is_some_and(|name| named.contains(name)),
                day: utterances::day_of(article),
                language: &article.language,
                within: None,
            }
        })
        .collect();
    let sentences = utterances::sentences_of(articles, &pace.part(0.0, 0.1))?;
    let starts = utterance::parted(&items, &whole_of, &sentences, &pace.part(0.1, 1.0))?;
    Some(starts.into_iter().map(|item| parts[item]).collect())
}

/// The quotation ends before its span `first`; what follows is the next quotation, by the same
/// speaker, whose name stands further up.
fn split(list: &mut Vec<Quotation>, at: usize, first: usize) {
    let mut rest = list[at].clone();
    rest.spans = list[at].spans.split_off(first);
    rest.cue = None;
    if let Some(speaker) = &mut rest.speaker {
        speaker.reason.rule = AttributionRule::Continued;
    }
    list[at].closed = true;
    let start = rest.spans.first().map_or(0, |span| span.start);
    let place = list[at + 1..]
        .iter()
        .position(|other| other.spans.first().is_some_and(|span| span.start >= start))
        .map_or(list.len(), |after| at + 1 + after);
    for other in list.iter_mut() {
        let inside = other.spans.first().is_some_and(|span| span.start >= start);
        other.within = match other.within {
            Some(outer) if outer == at && inside => Some(place),
            Some(outer) if outer >= place => Some(outer + 1),
            outer => outer,
        };
    }
    if rest.within.is_some_and(|outer| outer >= place) {
        rest.within = rest.within.map(|outer| outer + 1);
    }
    list.insert(place, rest);
}
