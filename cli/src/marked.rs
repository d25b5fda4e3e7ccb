//! Two versions for people: the words that differ are marked by signs as well as by colour, so
//! that nothing is lost without colours.

use anstyle::{AnsiColor, Style};
use asquoted_engine::collation::{Change, ChangeKind, Collation, Effect, Weight};
use asquoted_engine::meaning::Known;
use asquoted_engine::text::tokenize;

use crate::diff;

/// How to read the signs.
pub const LEGEND: &str = "[other words]  _added words_  {-words left out-}  ~moved words~";

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
    pub fn reading(&self) -> String {
        let mut marked = String::new();
        let mut written = 0;
        for (at, sign) in self.signs() {
            marked.push_str(&self.b[written..at]);
            marked.push_str(&sign);
            written = at;
        }
        marked.push_str(&self.b[written..]);
        marked
    }

    /// The changes, one line each: `effect: lemma ] reading`.
    pub fn changes(&self) -> impl Iterator<Item = String> + '_ {
        self.collation.changes.iter().map(|change| {
            let style = style_of(change.effect);
            let effect = name_of(change.effect);
            let or_nothing = |words: &'t str| if words.is_empty() { "—" } else { words };
            let (lemma, reading) = (
                or_nothing(self.lemma(change)),
                or_nothing(self.words_of(change)),
            );
            format!("{style}{effect}{style:#}: {lemma} ] {reading}")
        })
    }

    /// Signs with their places in `b`, ascending. Inner changes open after the move around them
    /// and close before it.
    fn signs(&self) -> Vec<(usize, String)> {
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
                    let gone = format!("{style}{{-{}-}}{style:#} ", self.lemma(change));
                    signs.push(((start, 1, index), gone));
                    continue;
                }
            };
            // At one place: what closes stands first, then gaps, then what opens; a move outermost.
            let (outer, inner) = if is_move { (2, 0) } else { (3, -1) };
            signs.push(((start, outer, index), format!("{style}{open}")));
            signs.push(((end, inner, index), format!("{close}{style:#}")));
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

pub fn name_of(effect: Effect) -> &'static str {
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
