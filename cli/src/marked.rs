//! Two versions for people: the words that differ are marked by signs as well as by colour, so
//! that nothing is lost without colours.

use anstyle::{AnsiColor, Style};
use asquoted_engine::collation::{Change, ChangeKind, Collation, Effect, Weight};
use asquoted_engine::meaning::Known;
use asquoted_engine::text::tokenize;

use crate::diff;
use crate::screen::Line;

/// How to read the signs.
pub const LEGEND: &str = "[other words]  _added words_  {-words left out-}  ~moved words~";

/// What stands at a place of the other version.
enum Sign<'t> {
    /// Begins what is in this style …
    Open(Style, &'static str),
    /// … and ends it.
    Close(&'static str),
    /// Words that are left out here.
    Gone(Style, &'t str),
}

/// One version and what another makes of it.
pub struct Pair<'t> {
    a: &'t str,
    b: &'t str,
    a_spans: Vec<(usize, usize)>,
    b_spans: Vec<(usize, usize)>,
    collation: Collation,
}

impl<'t> Pair<'t> {
    pub fn new(a: &'t str, b: &'t str, known: Option<&Known>) -> Self {
        let spans = |text: &str| -> Vec<(usize, usize)> {
            tokenize(text)
                .iter()
                .map(|token| (token.span.start, token.span.end))
                .collect()
        };
        let words = |text: &str, spans: &[(usize, usize)]| -> Vec<String> {
            spans
                .iter()
                .map(|(start, end)| text[*start..*end].to_owned())
                .collect()
        };
        let (a_spans, b_spans) = (spans(a), spans(b));
        let collation = diff::collate(&words(a, &a_spans), &words(b, &b_spans), known);
        Self {
            a,
            b,
            a_spans,
            b_spans,
            collation,
        }
    }

    /// The other version, with its differences from the first marked in it.
    pub fn reading(&self) -> Line {
        let mut marked = Line::new();
        let mut written = 0;
        let mut around = vec![Style::new()];
        for (at, sign) in self.signs() {
            let style = around.last().copied().unwrap_or_default();
            marked = marked.text(style, &self.b[written..at]);
            marked = match sign {
                Sign::Open(style, sign) => {
                    around.push(style);
                    marked.styled(style, sign)
                }
                Sign::Close(sign) => {
                    around.pop();
                    marked.styled(style, sign)
                }
                Sign::Gone(style, lemma) => marked.text(style, &format!("{{-{lemma}-}} ")),
            };
            written = at;
        }
        marked.text(Style::new(), &self.b[written..])
    }

    /// The changes, one line each: `effect: lemma ] reading`.
    pub fn changes(&self) -> impl Iterator<Item = Line> + '_ {
        let changes = self.collation.changes.iter();
        changes.map(|change| change_line(change.effect, self.lemma(change), self.words_of(change)))
    }

    /// Signs with their places in `b`, ascending. Inner changes open after the move around them
    /// and close before it.
    fn signs(&self) -> Vec<(usize, Sign<'t>)> {
        let mut signs = Vec::new();
        for (index, change) in self.collation.changes.iter().enumerate() {
            let style = style_of(change.effect);
            let is_move = change.kind == ChangeKind::Move;
            let (start, end) = stretch(&self.b_spans, &change.b, self.b.len());
            let (open, close) = match change.kind {
                ChangeKind::Substitution => ("[", "]"),
                ChangeKind::Insertion => ("_", "_"),
                ChangeKind::Move => ("~", "~"),
                ChangeKind::Deletion => {
                    let gone = Sign::Gone(style, self.lemma(change));
                    signs.push(((start, 1, index), gone));
                    continue;
                }
            };
            // At one place: what closes stands first, then gaps, then what opens; a move outermost.
            let (outer, inner) = if is_move { (2, 0) } else { (3, -1) };
            signs.push(((start, outer, index), Sign::Open(style, open)));
            signs.push(((end, inner, index), Sign::Close(close)));
        }
        signs.sort_by_key(|(place, _)| *place);
        signs
            .into_iter()
            .map(|((at, ..), sign)| (at, sign))
            .collect()
    }

    fn lemma(&self, change: &Change) -> &'t str {
        let (start, end) = stretch(&self.a_spans, &change.a, self.a.len());
        &self.a[start..end]
    }

    fn words_of(&self, change: &Change) -> &'t str {
        let (start, end) = stretch(&self.b_spans, &change.b, self.b.len());
        &self.b[start..end]
    }
}

/// One change as a line: `effect: lemma ] reading`.
pub fn change_line(effect: Effect, lemma: &str, reading: &str) -> Line {
    fn or_nothing(words: &str) -> &str {
        if words.is_empty() { "—" } else { words }
    }
    Line::new()
        .styled(style_of(effect), name_of(effect))
        .plain(": ")
        .text(Style::new(), or_nothing(lemma))
        .plain(" ] ")
        .text(Style::new(), or_nothing(reading))
}

/// The bytes of a range of tokens; an empty range stands before its token.
fn stretch(
    spans: &[(usize, usize)],
    range: &std::ops::Range<u32>,
    length: usize,
) -> (usize, usize) {
    let start = spans
        .get(range.start as usize)
        .map_or(length, |span| span.0);
    match (range.end as usize)
        .checked_sub(1)
        .and_then(|last| spans.get(last))
    {
        Some(last) if range.start < range.end => (start, last.1),
        _ => (start, start),
    }
}

pub fn style_of(effect: Effect) -> Style {
    match effect.weight() {
        Weight::Strong => AnsiColor::Red.on_default().bold(),
        Weight::Middle => AnsiColor::Yellow.on_default(),
        Weight::Slight => AnsiColor::Cyan.on_default(),
    }
}

fn name_of(effect: Effect) -> &'static str {
    match effect {
        Effect::Negation => "negation",
        Effect::Modality => "modality",
        Effect::Number => "number",
        Effect::Name => "name",
        Effect::SilentCut => "silent cut",
        Effect::Move => "moved",
        Effect::Gloss => "gloss",
        Effect::Wording => "wording",
        Effect::Elision => "marked cut",
        Effect::Truncation => "starts or ends elsewhere",
        Effect::Synonym => "synonym",
        Effect::Inflection => "inflection",
        Effect::Spelling => "spelling",
        Effect::Typography => "typography",
    }
}
