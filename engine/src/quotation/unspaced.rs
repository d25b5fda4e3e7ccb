//! Chinese and Japanese: cues are strings beside the marks.

use super::analysis::Analysis;
use super::class::{Flags, Kinds};
use super::linking::{Link, LinkedCue};
use super::scan::Scan;
use super::signs::floor_boundary;
use super::{AttributionRule, Kind};
use crate::text::Span;

/// Bytes around a quotation in which cue and speaker are sought.
const REACH: usize = 120;
/// Characters of the longest name between a clause's beginning and its cue.
const LONGEST_NAME: usize = 10;
/// Characters from which what ends like a sentence is one.
const SENTENCE: usize = 4;
/// Characters from which marks hold speech even without a cue.
const CLAUSE: usize = 8;

const STOPS: [char; 14] = [
    '。', '，', '！', '？', '；', '、', '”', '」', '』', '\n', ',', '.', '：', '\u{3000}',
];

pub(crate) fn analyse(scan: &Scan<'_>) -> Analysis {
    let finder = Finder::new(scan);
    let mut links: Vec<Option<Link>> = Vec::with_capacity(scan.regions.len());
    for region in 0..scan.regions.len() {
        let link = finder
            .link(region)
            .or_else(|| finder.continued(&links, region));
        links.push(link);
    }
    let kinds = (0..scan.regions.len())
        .map(|region| finder.kind(region, links[region].as_ref()))
        .collect();
    Analysis {
        links,
        kinds,
        reported: Vec::new(),
    }
}

/// Who says what stands after `before` inside another quotation: “父亲告诉我：‘…’”.
pub(crate) fn inner_link(scan: &Scan<'_>, before: Span) -> Option<Link> {
    let text = scan.text;
    let start = ceil_boundary(text, before.end.saturating_sub(REACH).max(before.start));
    let finder = Finder::new(scan);
    let before = Span::new(start, before.end);
    let topic = || {
        let head = before.trim_end(text, |c| c == '、' || c.is_whitespace());
        let name = last_clause(text, head.strip_suffix(text, "は")?)?;
        Some(Link {
            speaker: name,
            rule: AttributionRule::CueBefore,
            cue: None,
            inherited: false,
        })
    };
    finder
        .cue_before(before)
        .or_else(|| finder.cue_in_clause(before))
        .or_else(topic)
}

struct Finder<'a> {
    scan: &'a Scan<'a>,
    forms: Vec<&'a str>,
    titles: Vec<&'a str>,
    /// Between a speaker and the cue.
    times: Vec<&'a str>,
    /// Of sentences, from which a short quotation is known for a whole one.
    endings: Vec<&'a str>,
}

impl<'a> Finder<'a> {
    fn new(scan: &'a Scan<'a>) -> Self {
        let words = |flags| scan.lexicon.words_with(flags).collect();
        Self {
            scan,
            forms: scan.lexicon.cue_forms().collect(),
            titles: words(Flags::TITLE),
            times: words(Flags::TIME),
            endings: words(Flags::FINITE),
        }
    }

    fn link(&self, region: usize) -> Option<Link> {
        let outer = self.scan.regions[region].outer;
        let paragraph = self.scan.paragraphs[self.scan.regions[region].paragraph as usize].span;
        let text = self.scan.text;
        // What stands before an earlier quotation is that one's.
        let from = region
            .checked_sub(1)
            .map(|before| self.scan.regions[before].outer.end)
            .map_or(paragraph.start, |end| end.max(paragraph.start));
        let start = ceil_boundary(text, outer.start.saturating_sub(REACH).max(from));
        let end = floor_boundary(text, (outer.end + REACH).min(paragraph.end));
        let before = Span::new(start, outer.start);
        let link = self
            .cue_before(before)
            .or_else(|| self.cue_after(Span::new(outer.end, end), before))
            .or_else(|| self.cue_in_clause(before))?;
        let speaker = self.bare_name(link.speaker)?;
        Some(Link { speaker, ..link })
    }

    /// 市长李明 is 李明, 山田市長 is 山田, 部长王芳周一 is 王芳; a title alone stays, a day is nobody.
    fn bare_name(&self, speaker: Span) -> Option<Span> {
        let text = self.scan.text;
        let mut name = speaker.trimmed(text);
        for day in &self.times {
            let without = name.strip_suffix(text, day);
            let without = without.or_else(|| name.strip_prefix(text, day));
            name = without.unwrap_or(name).trimmed(text);
        }
        let longest = |is_at_edge: &dyn Fn(&str) -> bool| {
            let titles = self.titles.iter().filter(|title| is_at_edge(title));
            titles.max_by_key(|title| title.len())
        };
        let words = name.of(text);
        let bare = match longest(&|title| words.starts_with(title)) {
            Some(lead) => name.strip_prefix(text, lead),
            None => longest(&|title| words.ends_with(title))
                .and_then(|tail| name.strip_suffix(text, tail)),
        };
        let bare = bare.map(|bare| bare.trimmed(text));
        let bare = bare.filter(|bare| !bare.is_empty()).unwrap_or(name);
        (!bare.is_empty()).then_some(bare)
    }

    /// X称该计划是“…”: a cue earlier in the clause.
    fn cue_in_clause(&self, before: Span) -> Option<Link> {
        let text = self.scan.text;
        if before_is_japanese_mark(text, before.end) {
            return None;
        }
        let clause = last_clause(text, before.trim_end(text, is_pause))?;
        let words = clause.of(text);
        let (at, form) = self
            .forms
            .iter()
            .filter_map(|form| words.find(form).map(|at| (at, *form)))
            .filter(|(at, _)| (2..=LONGEST_NAME).contains(&words[..*at].chars().count()))
            .min_by_key(|(at, form)| (*at, std::cmp::Reverse(form.len())))?;
        let cue = Span::new(clause.start + at, clause.start + at + form.len());
        let speaker = Span::new(clause.start, cue.start).trimmed(text);
        Some(link(speaker, cue, AttributionRule::CueBefore))
    }

    /// Xは「…」と述べ、「…」と強調した: the speaker of the quotation before in the sentence.
    fn continued(&self, links: &[Option<Link>], region: usize) -> Option<Link> {
        let before = region.checked_sub(1)?;
        let regions = &self.scan.regions;
        let between = Span::new(regions[before].outer.end, regions[region].outer.start);
        let same = regions[before].paragraph == regions[region].paragraph
            && !between.of(self.scan.text).contains('。');
        let after = &self.scan.text[regions[region].outer.end..];
        let told =
            after.starts_with('と') && before_is_japanese(self.scan.text, regions[region].outer);
        let link = links[before].filter(|_| same && told)?;
        Some(Link {
            rule: AttributionRule::Continued,
            cue: None,
            inherited: true,
            ..link
        })
    }

    /// X说：“…”
    fn cue_before(&self, before: Span) -> Option<Link> {
        let text = self.scan.text;
        let words = before.trim_end(text, is_pause);
        let forms = self.forms.iter();
        let head = forms
            .filter_map(|form| words.strip_suffix(text, form))
            .min_by_key(|head| head.end)?;
        let cue = Span::new(head.end, words.end);
        let speaker = last_clause(text, head)?;
        Some(link(speaker, cue, AttributionRule::CueBefore))
    }

    /// “…”，X说。 and X氏は「…」と述べた
    fn cue_after(&self, after: Span, before: Span) -> Option<Link> {
        let text = self.scan.text;
        let rest = after.of(text);
        let sentence = &rest[..rest
            .find(['。', '“', '「', '『', '\n'])
            .unwrap_or(rest.len())];
        let japanese = text[..after.start].ends_with(['」', '』']);
        if japanese && !sentence.starts_with('と') {
            return None;
        }
        let (at, form) = self
            .forms
            .iter()
            .filter_map(|form| sentence.find(form).map(|at| (at, *form)))
            .min_by_key(|(at, form)| (*at, std::cmp::Reverse(form.len())))?;
        let cue = Span::new(after.start + at, after.start + at + form.len());
        let is_before_name = |c: char| STOPS.contains(&c) || c.is_whitespace();
        let inverted = Span::new(after.start, cue.start)
            .trim_start(text, is_before_name)
            .trim_start(text, |c| c == 'と');
        let topic = inverted.of(text).find('は').unwrap_or(inverted.len());
        let name = Span::new(inverted.start, inverted.start + topic).trimmed(text);
        if !name.is_empty() {
            return Some(link(name, cue, AttributionRule::Inverted));
        }
        let head = before.trim_end(text, |c| {
            matches!(c, '、' | '，' | ',') || c.is_whitespace()
        });
        let topic = ["は", "が"]
            .iter()
            .find_map(|particle| head.strip_suffix(text, particle))
            .or_else(|| {
                // Xは月曜日、「…」と述べた: the topic stands earlier in the sentence.
                let words = head.of(text);
                let sentence = words.rfind('。').map_or(0, |stop| stop + '。'.len_utf8());
                let at = words[sentence..].rfind('は').filter(|_| japanese)?;
                Some(Span::new(head.start, head.start + sentence + at))
            })?;
        let speaker = last_clause(text, topic)?;
        Some(link(speaker, cue, AttributionRule::CueAfter))
    }

    fn kind(&self, region: usize, link: Option<&Link>) -> Kind {
        let inner = self.scan.regions[region].inner.of(self.scan.text);
        let length = inner.chars().count();
        let said = self.endings.iter().any(|ending| inner.ends_with(ending));
        let ends = inner.ends_with(['。', '！', '？', '，', '…']) || said && length >= SENTENCE;
        match link {
            Some(_) if length >= CLAUSE || ends => Kind::Direct,
            Some(_) => Kind::Partial,
            None if ends && length >= CLAUSE => Kind::Direct,
            None => Kind::Term,
        }
    }
}

fn before_is_japanese(text: &str, marks: Span) -> bool {
    marks.of(text).ends_with(['」', '』'])
}

fn before_is_japanese_mark(text: &str, at: usize) -> bool {
    text[at..].starts_with(['「', '『']) && text[..at].ends_with(['を', 'は', '、'])
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

/// What may stand between a cue and the quotation.
fn is_pause(c: char) -> bool {
    matches!(c, '：' | ':' | '，' | ',') || c.is_whitespace()
}

/// What stands after the last sign of a stretch, without white space around it.
fn last_clause(text: &str, stretch: Span) -> Option<Span> {
    let stretch = stretch.trimmed(text);
    let words = stretch.of(text);
    let after = |at: usize| at + words[at..].chars().next().map_or(0, char::len_utf8);
    let start = words.rfind(STOPS).map_or(0, after);
    let clause = Span::new(stretch.start + start, stretch.end).trimmed(text);
    (!clause.is_empty()).then_some(clause)
}

fn ceil_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
