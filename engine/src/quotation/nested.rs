//! Quotations inside quotations. They belong to whom the outer one names, else to its speaker.

use super::analysis::Analysis;
use super::assembling::attribution;
use super::class::Class;
use super::cues;
use super::lexicon::{Entry, Grammar};
use super::linking::{Link, Linker};
use super::marks::{self, Region};
use super::scan::Scan;
use super::view::View;
use super::words::{Word, count};
use super::{AttributionRule, Cue, Kind, Quotation, german, plain, tagging, unspaced};
use crate::text::Span;

/// Words from which an inner quotation is speech, and characters where there are no blanks.
const SPEECH: usize = 3;
const UNSPACED_SPEECH: usize = 4;
/// Who is no other speaker than that of the outer quotation.
const FIRST_PERSON: [&str; 14] = [
    "i", "we", "ich", "wir", "je", "nous", "yo", "nosotros", "io", "noi", "ja", "my", "я", "мы",
];
/// Words on either side of an inner quotation in which its cue is sought.
const REACH: usize = 40;

pub(crate) fn find(scan: &Scan<'_>, analysis: &Analysis) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut inner = Vec::new();
    for (number, region) in scan.regions.iter().enumerate() {
        if analysis.kinds[number] == Kind::Term {
            continue;
        }
        inner.clear();
        marks::find(scan.text, region.inner, region.paragraph, &mut inner);
        for nested in inner
            .iter()
            .filter(|nested| nested.closed && nested.inner != region.inner)
        {
            if is_speech(scan, nested.inner.of(scan.text)) {
                found.push(quotation(
                    scan,
                    analysis.links[number].as_ref(),
                    region,
                    nested,
                ));
            }
        }
    }
    found
}

fn is_speech(scan: &Scan<'_>, words: &str) -> bool {
    if scan.lexicon.grammar == Grammar::Unspaced {
        words.chars().count() >= UNSPACED_SPEECH
    } else {
        count(words) >= SPEECH
    }
}

fn quotation(scan: &Scan<'_>, outer: Option<&Link>, region: &Region, nested: &Region) -> Quotation {
    let own = match scan.lexicon.grammar {
        Grammar::Unspaced => {
            unspaced::inner_link(scan, Span::new(region.inner.start, nested.outer.start))
        }
        _ => link(scan, region, nested),
    };
    let words = nested.inner.of(scan.text);
    let whole = words.starts_with(char::is_uppercase) || scan.lexicon.grammar == Grammar::Unspaced;
    let spans = vec![nested.inner];
    let enclosing = outer.map(|link| (link.speaker, AttributionRule::Enclosing));
    let own_speaker = own.as_ref().map(|link| (link.speaker, link.rule));
    let speaker = own_speaker
        .or(enclosing)
        .and_then(|(speaker, rule)| attribution(scan, speaker, rule, &spans));
    Quotation {
        kind: if whole { Kind::Direct } else { Kind::Partial },
        spans,
        within: None,
        speaker,
        cue: own
            .and_then(|link| link.cue)
            .map(|cue| Cue { span: cue.span }),
        closed: true,
    }
}

/// The inner speaker, unless it is "I".
fn link(scan: &Scan<'_>, region: &Region, nested: &Region) -> Option<Link> {
    let mut units = units(scan, region, nested);
    tagging::tag(scan.text, scan.lexicon, &mut units);
    let view = View {
        text: scan.text,
        units: &units,
    };
    let unit = units.iter().position(|unit| unit.class == Class::Quoted)?;
    let link = match scan.lexicon.grammar {
        Grammar::English => Linker {
            view,
            lexicon: scan.lexicon,
            cues: &cues::find(view, scan.lexicon),
            unit,
            inner: nested.inner,
        }
        .link(),
        Grammar::German => german::inner_link(scan, view, unit),
        Grammar::Plain | Grammar::Unspaced => plain::inner_link(view, unit),
    }?;
    let first_person = FIRST_PERSON
        .iter()
        .any(|word| link.speaker.of(scan.text).eq_ignore_ascii_case(word));
    (link.cue.is_some() && !first_person).then_some(link)
}

/// The words around the inner quotation, itself one unit.
fn units(scan: &Scan<'_>, region: &Region, nested: &Region) -> Vec<Word> {
    let place = |byte: usize| {
        scan.words
            .partition_point(|word| (word.start as usize) < byte)
    };
    let (start, end) = (place(nested.outer.start), place(nested.outer.end));
    let first = place(region.inner.start).max(start.saturating_sub(REACH));
    let last = place(region.inner.end).min(end + REACH);
    let quoted = Word {
        start: nested.outer.start as u32,
        end: nested.outer.end as u32,
        class: Class::Quoted,
        capital: false,
        alphabetic: false,
        entry: Entry::default(),
        region: 0,
    };
    let outside = |word: &&Word| !Span::overlaps(word.span(), nested.outer);
    let before = scan.words[first..start].iter().filter(outside).copied();
    let after = scan.words[end..last].iter().filter(outside).copied();
    before.chain(std::iter::once(quoted)).chain(after).collect()
}
