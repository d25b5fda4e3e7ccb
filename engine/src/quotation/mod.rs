//! Stretches of speech in one article: where they begin and end, of which kind they are, and
//! which words of the article name the speaker. Knows nothing of other articles.

mod analysis;
mod assembling;
mod boundary;
pub(crate) mod class;
mod content;
mod content_around;
mod content_start;
mod cue_subjects;
mod cue_words;
mod cues;
mod dialogue;
mod english;
mod frames;
mod german;
mod german_phrases;
mod german_quoted;
mod german_reported;
#[cfg(test)]
mod growth;
mod headlines;
mod inheriting;
mod kinds;
pub(crate) mod lexicon;
mod linking;
mod marks;
mod nested;
mod paragraphs;
mod phrases;
mod plain;
mod plain_reported;
mod scan;
mod signs;
mod single_marks;
mod straight_marks;
mod subjects;
mod tagging;
mod unmarked;
mod unspaced;
mod view;
pub(crate) mod words;

use serde::{Deserialize, Serialize};

use self::lexicon::Grammar;
use self::scan::Scan;
use crate::article::Article;
#[cfg(test)]
use crate::folder::fault_tests;
use crate::speaker;
use crate::text::Span;
use crate::work::{self, Cancel, Ended};

/// One stretch of speech in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    pub kind: Kind,
    /// One for each stretch, its own marks excluded, ascending. A reported clause has one.
    pub spans: Vec<Span>,
    /// Index, in the same article's list, of the clause or quotation that holds this one.
    pub within: Option<usize>,
    pub speaker: Option<Attribution>,
    pub cue: Option<Cue>,
    /// Whether the marks were closed where the text says so; `false` is told to the reader.
    pub closed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One or more whole clauses inside marks.
    Direct,
    /// A fragment inside marks within a reporting sentence.
    Partial,
    /// Indirect speech, no marks.
    Reported,
    /// Direct speech whose marks are missing.
    Unmarked,
    /// A name, title, slogan or scare quote: not speech, never grouped.
    Term,
}

/// The reporting verb or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    pub span: Span,
}

/// Who is said to have said it, and how that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// What stands in the text: "He", "the Kremlin spokesman".
    pub as_written: String,
    /// Where that stands; `None` when it was taken over from a sentence before.
    pub span: Option<Span>,
    /// The fullest form of the person's name in this article, later in the folder.
    pub name: String,
    pub reason: AttributionReason,
}

/// Why a speaker was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AttributionReason {
    pub rule: AttributionRule,
    /// Tokens between the words that name the speaker and the quotation.
    pub distance: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum AttributionRule {
    /// "…", X said.
    CueAfter,
    /// X said: "…"
    CueBefore,
    /// "…", said X.
    Inverted,
    /// According to X, …
    AccordingTo,
    /// X: "…" and – X
    Label,
    /// The grammatical subject of the sentence.
    SentenceSubject,
    /// The speaker of the sentence or paragraph before.
    Continued,
    /// The speaker of the clause or quotation around it.
    Enclosing,
    /// "He added": the speaker of the last quotation.
    Pronoun,
    /// A person corrected it.
    Corrected,
}

/// What one article may cost, in steps. The largest file that is read, 20 MB, stays below it where it holds
/// news: some 80 steps a byte. What a hostile one costs all stages is then a matter of seconds.
const MOST_STEPS: u64 = if cfg!(test) {
    // A test need not work for seconds.
    100_000_000
} else {
    2_000_000_000
};
/// What a quotation costs the later stages, in steps.
const STEPS_A_QUOTATION: usize = 5_000;

/// The quotations of an article as far as it was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub quotations: Vec<Quotation>,
    /// Byte of the text behind which nothing was looked at, because the article costs too much.
    pub end: Option<usize>,
}

/// Finds all quotations of one article, in the order of their first offsets. Only its title,
/// headings, captions and body are looked at. Time grows linearly with the text.
pub fn find(article: &Article) -> Vec<Quotation> {
    find_until(article, article.text.len())
}

/// The same for an article of which nothing is known: where it costs too much, its beginning is looked at, half
/// of it or half of that. Nothing once it is cancelled.
pub(crate) fn find_bounded(article: &Article, most: u64, cancel: &Cancel) -> Option<Found> {
    let whole = article.text.len();
    let mut end = whole;
    loop {
        let quotations = match work::within(most, Some(cancel), || find_until(article, end)) {
            Ok(quotations) => quotations,
            Err(Ended::Cancelled) => return None,
            Err(Ended::TooCostly) if end > 0 => {
                end = signs::floor_boundary(&article.text, end / 2);
                continue;
            }
            Err(Ended::TooCostly) => Vec::new(),
        };
        let end = (end < whole).then_some(end);
        return Some(Found { quotations, end });
    }
}

impl Found {
    pub(crate) const NOTHING: Self = Self {
        quotations: Vec::new(),
        end: None,
    };

    /// By what one article may cost at most.
    pub(crate) fn of(article: &Article, cancel: &Cancel) -> Option<Self> {
        find_bounded(article, MOST_STEPS, cancel)
    }
}

/// What stands before a byte of the text.
fn find_until(article: &Article, end: usize) -> Vec<Quotation> {
    #[cfg(test)]
    fault_tests::ask(fault_tests::FINDING, [article]);
    let scan = Scan::new(article, end);
    let analysis = match scan.lexicon.grammar {
        Grammar::German => german::analyse(&scan),
        Grammar::English => english::analyse(&scan),
        Grammar::Plain => plain::analyse(&scan),
        Grammar::Unspaced => unspaced::analyse(&scan),
    };
    let mut quotations = assembling::quotations(&scan, &analysis);
    let unmarked = quotations.len().saturating_sub(scan.regions.len());
    work::step(unmarked * STEPS_A_QUOTATION);
    speaker::name_within(scan.text, &scan.words, &mut quotations);
    quotations
}

/// The paragraphs of an article in which speech is sought.
pub(crate) fn paragraph_spans(article: &Article) -> impl Iterator<Item = Span> {
    paragraphs::of(article, article.text.len())
        .into_iter()
        .map(|paragraph| paragraph.span)
}
