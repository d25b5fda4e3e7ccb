//! Regions and clauses become quotations: continued and broken ones are joined, fragments know
//! the clause around them.

use super::analysis::{Analysis, Reported};
use super::scan::Scan;
use super::words::count;
use super::{Attribution, AttributionReason, AttributionRule, Cue, Kind, Quotation, nested};
use crate::text::{Span, sentences};

/// Most bytes between two stretches of one quotation: a cue with the speaker's title.
const LONGEST_BREAK: usize = 200;

pub(crate) fn quotations(scan: &Scan<'_>, analysis: &Analysis) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = groups(scan, analysis)
        .iter()
        .map(|group| marked(scan, analysis, group))
        .collect();
    found.extend(reported(scan, analysis));
    found.extend(nested::find(scan, analysis));
    found.sort_by_key(|quotation| {
        (
            quotation.spans[0].start,
            std::cmp::Reverse(quotation.spans[0].end),
            std::cmp::Reverse(quotation.kind),
        )
    });
    place_within(&mut found);
    found
}

/// Regions that are stretches of one quotation.
fn groups(scan: &Scan<'_>, analysis: &Analysis) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut last_speech: Option<usize> = None;
    for region in 0..scan.regions.len() {
        let term = analysis.kinds[region] == Kind::Term;
        let before = last_speech.and_then(|group| groups[group].last().copied());
        match (last_speech, before) {
            (Some(group), Some(before))
                if continues(scan, before, region)
                    && !is_answer(scan, analysis, &groups[group], region)
                    || !term && is_broken(scan, analysis, before, region) =>
            {
                groups[group].push(region);
            }
            _ => {
                groups.push(vec![region]);
                if !term {
                    last_speech = Some(groups.len() - 1);
                }
            }
        }
    }
    groups
}

/// A paragraph that reopens the marks which the one before left open.
pub(crate) fn continues(scan: &Scan<'_>, before: usize, region: usize) -> bool {
    let (earlier, later) = (&scan.regions[before], &scan.regions[region]);
    let start = scan.paragraphs[later.paragraph as usize].span.start;
    !earlier.closed && later.paragraph == earlier.paragraph + 1 && later.outer.start == start
}

/// A paragraph with a speaker of its own: the mark before was lost, and another one speaks.
fn is_answer(scan: &Scan<'_>, analysis: &Analysis, group: &[usize], region: usize) -> bool {
    let later = analysis.links[region].filter(|link| !link.inherited);
    let before = group.last().copied().unwrap_or(region);
    let (Some(earlier), Some(later)) = (analysis.links[before], later) else {
        return false;
    };
    // A transcript: each turn bears its own label inside the marks.
    let labelled = |region: usize| {
        analysis.links[region]
            .filter(|link| scan.regions[region].inner.contains(link.speaker))
            .map(|link| link.speaker.of(scan.text))
    };
    if let Some(own) = labelled(region) {
        let turn = group.iter().rev().find_map(|earlier| labelled(*earlier));
        return turn.is_some_and(|turn| turn != own);
    }
    // A speaker taken over from elsewhere is sure only within the paragraph.
    if earlier.inherited
        && earlier.speaker.start
            < scan.paragraphs[scan.regions[before].paragraph as usize]
                .span
                .start
    {
        return false;
    }
    let last_word = |span: Span| {
        span.of(scan.text)
            .split_whitespace()
            .next_back()
            .unwrap_or_default()
    };
    let pronoun = ["he", "she", "they"].contains(&last_word(later.speaker).to_lowercase().as_str());
    !pronoun && last_word(earlier.speaker) != last_word(later.speaker)
}

/// “A,” X said, “B.” – but not “A,” X said. “B.”, whose sentences are two statements: as one
/// quotation they could have versions of one of them only.
fn is_broken(scan: &Scan<'_>, analysis: &Analysis, before: usize, region: usize) -> bool {
    let (earlier, later) = (&scan.regions[before], &scan.regions[region]);
    let (Some(first), Some(second)) = (&analysis.links[before], &analysis.links[region]) else {
        return false;
    };
    let near = earlier.paragraph == later.paragraph
        && later.outer.start - earlier.outer.end < LONGEST_BREAK;
    if !near || first.speaker != second.speaker {
        return false;
    }
    let same_cue = match (&first.cue, &second.cue) {
        (Some(first), Some(second)) => first.span == second.span,
        _ => second.cue.is_none(),
    };
    let between =
        earlier.outer.end <= first.speaker.start && first.speaker.end <= later.outer.start;
    let pause = earlier
        .inner
        .of(scan.text)
        .ends_with([',', '—', '–', '-', '…']);
    let interruption = &scan.text[earlier.outer.end..later.outer.start];
    if ends_sentence(interruption) {
        return false;
    }
    // „A“, sagte X, „b“: the commas stand outside the marks.
    let set_off = interruption.starts_with(',')
        && interruption.trim_end().ends_with([',', '—', '–'])
        || interruption.trim_start().starts_with(['—', '–', '-'])
            && interruption.trim_end().ends_with(['—', '–', '-']);
    let pause = pause || set_off && !later.inner.of(scan.text).starts_with(char::is_uppercase);
    let whole = analysis.kinds[before] == Kind::Direct && analysis.kinds[region] == Kind::Direct;
    same_cue && (whole || between && pause)
}

/// Whether an interruption ends the sentence that it interrupts.
fn ends_sentence(interruption: &str) -> bool {
    let text = interruption.trim_end();
    // The language matters for abbreviations alone, and titles are much the same in all.
    text.ends_with(['.', '!', '?', ':']) || sentences(text, "en").len() > 1
}

fn marked(scan: &Scan<'_>, analysis: &Analysis, group: &[usize]) -> Quotation {
    let links = || {
        group
            .iter()
            .filter_map(|region| analysis.links[*region].as_ref())
    };
    let link = links()
        .find(|link| !link.inherited || link.cue.is_some())
        .or_else(|| links().next());
    let kinds = || group.iter().map(|region| analysis.kinds[*region]);
    let kind = kinds().min().unwrap_or(Kind::Term);
    let spans: Vec<Span> = group
        .iter()
        .map(|region| speech(scan, analysis, *region))
        .collect();
    let closed = group.last().is_none_or(|last| scan.regions[*last].closed);
    let speech = kind != Kind::Term;
    Quotation {
        kind,
        speaker: link
            .filter(|_| speech)
            .and_then(|link| attribution(scan, link.speaker, link.rule, &spans)),
        cue: link
            .filter(|_| speech)
            .and_then(|link| link.cue)
            .map(|cue| Cue { span: cue.span }),
        spans,
        within: None,
        closed,
    }
}

/// The words of a region without a label inside the marks: “DOE: We go.”
fn speech(scan: &Scan<'_>, analysis: &Analysis, region: usize) -> Span {
    let inner = scan.regions[region].inner;
    let label = analysis.links[region]
        .filter(|link| link.speaker.start == inner.start && inner.contains(link.speaker));
    let Some(link) = label else { return inner };
    let rest = Span::new(link.speaker.end, inner.end);
    let words = rest.trim_start(scan.text, |c| c == ':' || c.is_whitespace());
    if words.is_empty() { inner } else { words }
}

/// Nothing where the words that should name the speaker hold no letter and no number: nobody is
/// named by them.
pub(crate) fn attribution(
    scan: &Scan<'_>,
    speaker: Span,
    rule: AttributionRule,
    spans: &[Span],
) -> Option<Attribution> {
    let speaker = speaker.trimmed(scan.text);
    if !speaker.of(scan.text).contains(char::is_alphanumeric) {
        return None;
    }
    // Tokens are counted once, to the stretch that is nearest in bytes.
    let gap = |span: &Span| {
        if speaker.end <= span.start {
            (speaker.end, span.start)
        } else {
            (span.end, speaker.start.max(span.end))
        }
    };
    let nearest = spans.iter().map(gap).min_by_key(|(from, to)| to - from);
    let distance = nearest.map_or(0, |(from, to)| scan.distance(from, to));
    let as_written = speaker.of(scan.text).to_owned();
    Some(Attribution {
        name: as_written.split_whitespace().collect::<Vec<_>>().join(" "),
        as_written,
        span: Some(speaker),
        reason: AttributionReason { rule, distance },
    })
}

fn reported(scan: &Scan<'_>, analysis: &Analysis) -> Vec<Quotation> {
    let mut clauses: Vec<&Reported> = analysis
        .reported
        .iter()
        .filter(|clause| has_own_words(scan, analysis, clause))
        .collect();
    // One clause a place: ids are made of it. The longest is the outermost cue's.
    clauses.sort_by_key(|clause| {
        (
            clause.start(),
            std::cmp::Reverse(clause.spans.last().map(|span| span.end)),
        )
    });
    clauses.dedup_by_key(|clause| clause.start());
    let mut spoken = 0;
    clauses.retain(|clause| {
        if clause.unmarked {
            spoken = clause.spans[0].end;
        }
        clause.unmarked || clause.start() >= spoken
    });
    // Rules end a clause at a word; blanks that no table knows may be left at its edges.
    let bare = |clause: &Reported| -> Vec<Span> {
        let spans = clause.spans.iter().map(|span| span.trimmed(scan.text));
        spans.filter(|span| !span.is_empty()).collect()
    };
    let clauses = clauses.into_iter().map(|clause| (clause, bare(clause)));
    clauses
        .filter(|(_, spans)| !spans.is_empty())
        .map(|(clause, spans)| Quotation {
            kind: if clause.unmarked {
                Kind::Unmarked
            } else {
                Kind::Reported
            },
            speaker: attribution(scan, clause.speaker, clause.rule, &spans),
            spans,
            within: None,
            cue: clause.cue.map(|span| Cue { span }),
            closed: true,
        })
        .collect()
}

/// Whether two words are left when the quotations in the clause are taken out.
fn has_own_words(scan: &Scan<'_>, analysis: &Analysis, clause: &Reported) -> bool {
    let mut own: usize = clause
        .spans
        .iter()
        .map(|span| count(span.of(scan.text)))
        .sum();
    let first = scan
        .regions
        .partition_point(|region| region.outer.end <= clause.start());
    for (region, kind) in scan.regions[first..].iter().zip(&analysis.kinds[first..]) {
        if clause
            .spans
            .last()
            .is_none_or(|last| region.outer.start >= last.end)
        {
            break;
        }
        if *kind != Kind::Term && clause.holds(region.inner) {
            own = own.saturating_sub(count(region.inner.of(scan.text)));
        }
    }
    own >= 2
}

/// Each fragment, and each quotation inside another, points to the narrowest clause or quotation
/// that holds it.
fn place_within(found: &mut [Quotation]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..found.len() {
        let start = found[at].spans[0].start;
        open.retain(|holder| {
            found[*holder]
                .spans
                .last()
                .is_some_and(|last| last.end > start)
        });
        if matches!(found[at].kind, Kind::Direct | Kind::Partial) {
            let holder = open
                .iter()
                .rev()
                .copied()
                .find(|holder| holds(&found[*holder], &found[at]));
            found[at].within = holder;
        }
        if found[at].kind != Kind::Term {
            open.push(at);
        }
    }
}

fn holds(holder: &Quotation, quotation: &Quotation) -> bool {
    quotation.spans.iter().all(|span| {
        let place = holder.spans.partition_point(|own| own.end <= span.start);
        holder
            .spans
            .get(place)
            .is_some_and(|own| own.contains(*span))
    })
}
