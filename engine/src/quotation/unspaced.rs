//! Chinese and Japanese: cues are strings beside the marks.

use super::analysis::Analysis;
use super::class::{Flags, Kinds};
use super::linking::{Link, LinkedCue};
use super::signs::floor_boundary;
use super::scan::Scan;
use super::{AttributionRule, Kind};
use crate::text::Span;

/// Bytes around a quotation in which cue and speaker are sought.
const REACH: usize = 120;
/// Characters from which marks hold speech even without a cue.
const CLAUSE: usize = 8;

const STOPS: [char; 14] = [
    '。', '，', '！', '？', '；', '、', '”', '」', '』', '\n', ',', '.', '：', '\u{3000}',
];

pub(crate) fn analyse(scan: &Scan<'_>) -> Analysis {
    let forms: Vec<&str> = scan.lexicon.cue_forms().collect();
    let titles: Vec<&str> = scan.lexicon.words_with(Flags::TITLE).collect();
    let times: Vec<&str> = scan.lexicon.words_with(Flags::TIME).collect();
    let finder = Finder {
        scan,
        forms: &forms,
        titles: &titles,
        times: &times,
    };
    let links: Vec<Option<Link>> = (0..scan.regions.len())
        .map(|region| finder.link(region))
        .collect();
    let kinds = (0..scan.regions.len())
        .map(|region| finder.kind(region, links[region].as_ref()))
        .collect();
    Analysis {
        links,
        kinds,
        reported: Vec::new(),
    }
}

struct Finder<'a> {
    scan: &'a Scan<'a>,
    forms: &'a [&'a str],
    titles: &'a [&'a str],
    /// Between a speaker and the cue.
    times: &'a [&'a str],
}

impl Finder<'_> {
    fn link(&self, region: usize) -> Option<Link> {
        let outer = self.scan.regions[region].outer;
        let paragraph = self.scan.paragraphs[self.scan.regions[region].paragraph as usize].span;
        let text = self.scan.text;
        let start = ceil_boundary(text, outer.start.saturating_sub(REACH).max(paragraph.start));
        let end = floor_boundary(text, (outer.end + REACH).min(paragraph.end));
        let before = Span::new(start, outer.start);
        let link = self
            .cue_before(before)
            .or_else(|| self.cue_after(Span::new(outer.end, end), before))?;
        Some(Link {
            speaker: self.bare_name(link.speaker),
            ..link
        })
    }

    /// 市长李明 is 李明, 山田市長 is 山田, 部长王芳周一 is 王芳; a title alone stays.
    fn bare_name(&self, speaker: Span) -> Span {
        let text = self.scan.text;
        let mut name = speaker.of(text);
        for day in self.times {
            name = name.strip_suffix(day).unwrap_or(name);
        }
        let longest = |fits: &dyn Fn(&str) -> bool| {
            let titles = self.titles.iter().filter(|title| fits(title));
            titles.map(|title| title.len()).max()
        };
        let lead = longest(&|title| name.starts_with(title));
        let tail = longest(&|title| name.ends_with(title));
        let (first, last) = match (lead, tail) {
            (Some(lead), _) if lead < name.len() => (lead, name.len()),
            (None, Some(tail)) if tail < name.len() => (0, name.len() - tail),
            _ => (0, name.len()),
        };
        Span::new(speaker.start + first, speaker.start + last)
    }

    /// X说：“…”
    fn cue_before(&self, before: Span) -> Option<Link> {
        let text = self.scan.text;
        let words = before
            .of(text)
            .trim_end_matches(['：', ':', '，', ',', ' ', '\u{3000}']);
        let form = self
            .forms
            .iter()
            .filter(|form| words.ends_with(**form))
            .max_by_key(|form| form.len())?;
        let head = &words[..words.len() - form.len()];
        let name = last_clause(head);
        let name_end = before.start + head.len();
        let speaker = Span::new(name_end - name.len(), name_end);
        let cue = Span::new(name_end, name_end + form.len());
        (!name.is_empty()).then(|| link(speaker, cue, AttributionRule::CueBefore))
    }

    /// “…”，X说。 and X氏は「…」と述べた
    fn cue_after(&self, after: Span, before: Span) -> Option<Link> {
        let text = self.scan.text;
        let rest = after.of(text);
        let sentence = &rest[..rest
            .find(['。', '“', '「', '『', '\n'])
            .unwrap_or(rest.len())];
        if before_is_japanese(text, after) && !sentence.starts_with('と') {
            return None;
        }
        let (at, form) = self
            .forms
            .iter()
            .filter_map(|form| sentence.find(form).map(|at| (at, *form)))
            .min_by_key(|(at, form)| (*at, std::cmp::Reverse(form.len())))?;
        let cue = Span::new(after.start + at, after.start + at + form.len());
        let name = sentence[..at]
            .trim_start_matches(STOPS)
            .trim_start_matches('と');
        if !name.is_empty() {
            let topic = name.find("は").unwrap_or(name.len());
            let end = cue.start - (name.len() - topic);
            return Some(link(
                Span::new(cue.start - name.len(), end),
                cue,
                AttributionRule::Inverted,
            ));
        }
        let head = before.of(text).trim_end_matches(['、', '，', ',', ' ']);
        let topic = ["は", "が"]
            .iter()
            .find_map(|particle| head.strip_suffix(particle))?;
        let name = last_clause(topic);
        let end = before.start + topic.len();
        (!name.is_empty()).then(|| {
            link(
                Span::new(end - name.len(), end),
                cue,
                AttributionRule::CueAfter,
            )
        })
    }

    fn kind(&self, region: usize, link: Option<&Link>) -> Kind {
        let inner = self.scan.regions[region].inner.of(self.scan.text);
        let length = inner.chars().count();
        let ends = inner.ends_with(['。', '！', '？', '，', '…']);
        match link {
            Some(_) if length >= CLAUSE || ends => Kind::Direct,
            Some(_) => Kind::Partial,
            None if ends && length >= CLAUSE => Kind::Direct,
            None => Kind::Term,
        }
    }
}

/// 「…」 closes with と before a verb of saying in Japanese.
fn before_is_japanese(text: &str, after: Span) -> bool {
    text[..after.start].ends_with(['」', '』'])
}

fn link(speaker: Span, cue: Span, rule: AttributionRule) -> Link {
    let cue = LinkedCue {
        span: cue,
        kinds: Kinds::SAY,
        framing: false,
        introduces: true,
    };
    Link {
        speaker,
        rule,
        cue: Some(cue),
        inherited: false,
    }
}

/// What stands after the last sign of a stretch.
fn last_clause(text: &str) -> &str {
    let start = text.rfind(STOPS).map_or(0, |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    text[start..].trim()
}

fn ceil_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
