//! Outlets measured against what was really said: a version that the reader marked as such, or a
//! transcript. There is no total score: a cut and a lost "not" do not add up.

mod measure;
mod transcript;
mod types;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

pub use transcript::Transcript;
pub use types::*;

use crate::collation::SideNature;
use crate::folder::{ComparedSide, Folder, Place, Utterance, collate, side_of};
use crate::quotation::Kind;
use crate::text::{Span, Token, TokenClass, sentences, tokenize};
use measure::{Held, Said, hold};

/// What is taken for what was really said.
#[derive(Debug, Clone, Copy)]
pub enum Reference<'r> {
    /// A version of the utterance, by quotation id.
    Version(&'r str),
    Text(&'r Transcript),
}

/// Every outlet with a sure version of the utterance, measured. `None` where there is no such
/// utterance or version, or the transcript holds nothing like it.
pub fn reference(folder: &Folder, id: &str, reference: Reference<'_>) -> Option<ReferencePage> {
    let utterance = folder.utterance(id)?;
    let (said, source, spans) = match reference {
        Reference::Version(quotation) => of_version(folder, utterance, quotation)?,
        Reference::Text(transcript) => of_transcript(folder, utterance, transcript)?,
    };
    let measured = measured(folder, utterance, &said, source.quotation.as_deref());
    let words = said
        .side
        .tokens
        .iter()
        .filter(|token| token.class != TokenClass::Mark)
        .count();
    let mut kept = vec![0; words];
    for held in measured.iter().map(|one| &one.1) {
        for (count, own) in kept.iter_mut().zip(&held.kept) {
            *count += u32::from(*own);
        }
    }
    let mut outlets: Vec<Measured> = measured
        .into_iter()
        .map(|(place, held, versions)| described(folder, place, held, versions))
        .collect();
    outlets.sort_by(|one, other| {
        (Reverse(one.kept), &one.outlet).cmp(&(Reverse(other.kept), &other.outlet))
    });
    Some(ReferencePage {
        utterance: utterance.id.clone(),
        words: words as u32,
        sentences: sentence_starts(&said, &spans, &source.language),
        said: runs(&said, &spans, &kept),
        source,
        outlets,
    })
}

type Found<'f> = (Said<'f>, SaidIn, Vec<Span>);

fn of_version<'f>(folder: &'f Folder, utterance: &Utterance, quotation: &str) -> Option<Found<'f>> {
    let place = folder.place_of(quotation)?;
    if !utterance.versions.iter().any(|one| one.place == place) {
        return None;
    }
    let article = folder.article_at(place);
    let source = SaidIn {
        name: folder.outlet_name(place.article).to_owned(),
        quotation: Some(quotation.to_owned()),
        lines: None,
        published: article.published.clone(),
        language: article.language.clone(),
    };
    let mut side = side_of(folder, place);
    side.nature = AS_SAID;
    let said = Said {
        text: &article.text,
        side,
    };
    Some((said, source, folder.quotation_at(place).spans.clone()))
}

fn of_transcript<'f>(
    folder: &Folder,
    utterance: &Utterance,
    transcript: &'f Transcript,
) -> Option<Found<'f>> {
    let sure = utterance.versions.iter().filter(|one| one.is_sure());
    let whole = |place: Place| {
        matches!(
            folder.quotation_at(place).kind,
            Kind::Direct | Kind::Unmarked
        )
    };
    let places: Vec<Place> = sure.map(|one| one.place).collect();
    let any_whole = places.iter().any(|place| whole(*place));
    let texts: Vec<String> = places
        .into_iter()
        .filter(|place| !any_whole || whole(*place))
        .map(|place| folder.text_at(place))
        .collect();
    let stretch = transcript.find(&texts)?;
    let tokens: Vec<Token> = tokenize(stretch.of(&transcript.text))
        .into_iter()
        .map(|token| Token {
            span: Span::new(
                token.span.start + stretch.start,
                token.span.end + stretch.start,
            ),
            class: token.class,
        })
        .collect();
    let source = SaidIn {
        name: transcript.name.clone(),
        quotation: None,
        lines: transcript.lines(stretch),
        published: None,
        language: transcript.language.clone(),
    };
    let words = tokens
        .iter()
        .map(|token| token.span.of(&transcript.text))
        .collect();
    let said = Said {
        text: &transcript.text,
        side: ComparedSide {
            tokens,
            words,
            nature: AS_SAID,
            sense: None,
        },
    };
    Some((said, source, vec![stretch]))
}

/// The speaker's own words, whatever the version that was marked makes of them.
const AS_SAID: SideNature = SideNature {
    marked: true,
    reported: false,
};

/// Of each outlet the version that keeps most words, and how many versions it has.
fn measured(
    folder: &Folder,
    utterance: &Utterance,
    said: &Said<'_>,
    marked: Option<&str>,
) -> Vec<(Place, Held, u32)> {
    let places: Vec<Place> = utterance
        .versions
        .iter()
        .filter(|one| one.is_sure() && Some(folder.id_at(one.place)) != marked)
        .map(|one| one.place)
        .collect();
    let held: Vec<(Place, Held)> = places
        .into_par_iter()
        .map(|place| {
            let other = Said {
                text: &folder.article_at(place).text,
                side: side_of(folder, place),
            };
            let collation = collate(&said.side, &other.side);
            (place, hold(said, &other, &collation))
        })
        .collect();
    let mut by_outlet: BTreeMap<&str, (Place, Held, u32)> = BTreeMap::new();
    for (place, held) in held {
        let count = |held: &Held| held.kept.iter().filter(|kept| **kept).count();
        match by_outlet.get_mut(folder.outlet_name(place.article)) {
            Some(best) => {
                best.2 += 1;
                let rank = (count(&held), Reverse(folder.id_at(place)));
                if rank > (count(&best.1), Reverse(folder.id_at(best.0))) {
                    (best.0, best.1) = (place, held);
                }
            }
            None => {
                by_outlet.insert(folder.outlet_name(place.article), (place, held, 1));
            }
        }
    }
    by_outlet.into_values().collect()
}

fn described(folder: &Folder, place: Place, held: Held, versions: u32) -> Measured {
    let article = folder.article_at(place);
    Measured {
        quotation: folder.id_at(place).to_owned(),
        outlet: folder.outlet_name(place.article).to_owned(),
        title: article.title.clone(),
        language: article.language.clone(),
        kind: folder.quotation_at(place).kind,
        versions,
        kept: held.kept.iter().filter(|kept| **kept).count() as u32,
        parts: held.parts,
        cut: held.cut,
        added: held.added,
        meaning: held.meaning,
        strongest: held.strongest,
        changes: held.changes,
    }
}

/// The reference's text, cut where another number of outlets keeps the words. Punctuation and
/// white space belong to the word before them.
fn runs(said: &Said<'_>, spans: &[Span], kept: &[u32]) -> Vec<SaidRun> {
    let mut runs: Vec<SaidRun> = Vec::new();
    let mut counts = kept.iter();
    let words: Vec<(Span, u32)> = said
        .side
        .tokens
        .iter()
        .filter(|token| token.class != TokenClass::Mark)
        .filter_map(|token| Some((token.span, *counts.next()?)))
        .collect();
    for (number, span) in spans.iter().enumerate() {
        let inside: Vec<&(Span, u32)> = words.iter().filter(|word| span.contains(word.0)).collect();
        let mut at = span.start;
        for (place, (_, count)) in inside.iter().enumerate() {
            let until = inside.get(place + 1).map_or(span.end, |next| next.0.start);
            let text = &said.text[at..until];
            at = until;
            match runs.last_mut() {
                Some(run) if run.kept == *count => run.text.push_str(text),
                _ => runs.push(SaidRun {
                    text: text.to_owned(),
                    kept: *count,
                }),
            }
        }
        if number + 1 < spans.len()
            && let Some(run) = runs.last_mut()
        {
            run.text.push_str(" … ");
        }
    }
    runs
}

/// After how many words each sentence but the first begins.
fn sentence_starts(said: &Said<'_>, spans: &[Span], language: &str) -> Vec<u32> {
    let mut starts: Vec<u32> = Vec::new();
    for span in spans {
        for sentence in sentences(span.of(said.text), language) {
            let start = sentence.start + span.start;
            let before = said
                .side
                .tokens
                .iter()
                .filter(|token| token.class != TokenClass::Mark && token.span.start < start);
            starts.push(before.count() as u32);
        }
    }
    starts.retain(|start| *start > 0);
    starts.dedup();
    starts
}
