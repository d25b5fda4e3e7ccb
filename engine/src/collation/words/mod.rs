//! A token as the collation sees it: its forms, its kind, its stem. Everything after works on these.

mod forms;
mod function;
mod language;

use std::sync::Arc;

use forms::Interner;
pub use function::{Class, Classes};
pub use language::Language;

use crate::meaning::Sense;
use crate::pace::Asked;
use crate::text::{is_ideographic, is_mark, normal_form};

/// One token of a version. Ids are equal where the strings are equal, across both versions.
#[derive(Debug, Clone)]
pub struct Word {
    pub normal: String,
    /// Id of the token exactly as written.
    pub written: u32,
    /// Id of the normal form: case and typography folded.
    pub form: u32,
    /// Ids of the stem and, for contractions, of the stems of both parts; sorted.
    pub stems: Vec<u32>,
    /// The same in the order of the parts.
    pub parts: Vec<u32>,
    /// Ids of pairs of neighbouring letters of the normal form, sorted and unique; and of each
    /// letter where it is a sign that means something by itself (关闭, 封闭).
    pub bigrams: Vec<u32>,
    pub classes: Classes,
    pub mark: bool,
    pub number: bool,
    /// A hyphen, not a dash.
    pub hyphen: bool,
    pub capital: bool,
}

impl Word {
    /// Function words and marks: they carry little by themselves.
    pub fn is_function(&self) -> bool {
        !self.mark && !self.classes.is_empty()
    }

    pub fn is_content(&self) -> bool {
        !self.mark && self.classes.is_empty()
    }

    /// What a word weighs when it is missing or out of place: content words 1, function words .15.
    pub fn weight(&self) -> f32 {
        if self.mark {
            0.0
        } else if self.is_function() {
            0.15
        } else {
            1.0
        }
    }

    pub fn same_form(&self, other: &Word) -> bool {
        self.form == other.form
    }

    pub fn same_stem(&self, other: &Word) -> bool {
        self.same_form(other) || self.stems == other.stems && !self.mark && !other.mark
    }
}

/// Whether the marks show that something was left out: … or three full stops.
pub fn holds_dots<'w>(words: impl Iterator<Item = &'w Word>) -> bool {
    // A word between parts the full stops of three sentences.
    let marks: String = words
        .map(|word| if word.mark { &word.normal[..] } else { " " })
        .collect();
    marks.contains("...") || marks.contains('⋯')
}

/// Tokens that are read between two questions whether that is still wanted.
const AT_ONCE: usize = 4096;

/// Both versions, read with one interner and one language.
pub struct Versions {
    pub a: Vec<Word>,
    pub b: Vec<Word>,
    pub language: Language,
    /// What the words of `a` and of `b` mean, where that is known.
    pub senses: Option<(Arc<Sense>, Arc<Sense>)>,
}

impl Versions {
    pub fn read(a: &[&str], b: &[&str]) -> Self {
        let read = Self::read_while(a, b, Asked::never());
        read.unwrap_or(Self {
            a: Vec::new(),
            b: Vec::new(),
            language: Language::Other,
            senses: None,
        })
    }

    /// The same as long as it is wanted; nothing once it is not.
    pub fn read_while(a: &[&str], b: &[&str], asked: Asked<'_>) -> Option<Self> {
        let normal = |side: &[&str]| -> Option<Vec<String>> {
            let tokens = side.iter().enumerate();
            let normal = |(at, token): (usize, &&str)| {
                asked.goes_on_at(at, AT_ONCE)?;
                Some(normal_form(token))
            };
            tokens.map(normal).collect()
        };
        let normal = [normal(a)?, normal(b)?];
        let language = Language::guess(normal.iter().flatten().map(String::as_str));
        let mut interner = Interner::new(language);
        let [normal_a, normal_b] = normal;
        let mut read = |side: &[&str], normal: Vec<String>| -> Option<Vec<Word>> {
            let pairs = side.iter().zip(normal).enumerate();
            let word = |(at, (written, normal)): (usize, (&&str, String))| {
                asked.goes_on_at(at, AT_ONCE)?;
                Some(word(written, normal, language, &mut interner))
            };
            pairs.map(word).collect()
        };
        Some(Self {
            a: read(a, normal_a)?,
            b: read(b, normal_b)?,
            language,
            senses: None,
        })
    }

    /// The same with what the words mean. It is taken for English only: the model knows no other
    /// language.
    pub fn with_senses(self, a: &Arc<Sense>, b: &Arc<Sense>) -> Self {
        let fit = (a.len(), b.len()) == (self.a.len(), self.b.len());
        debug_assert!(fit, "a sense is of the words that it is given with");
        let known = fit && self.language == Language::English;
        Self {
            senses: known.then(|| (Arc::clone(a), Arc::clone(b))),
            ..self
        }
    }

    /// Whether vectors of the words of both versions are known: not only synonyms.
    pub fn knows_vectors(&self) -> bool {
        (self.senses.as_ref()).is_some_and(|(a, b)| a.has_vectors() && b.has_vectors())
    }

    /// Whether the model has read both versions.
    pub fn are_read(&self) -> bool {
        (self.senses.as_ref()).is_some_and(|(a, b)| a.is_read() && b.is_read())
    }

    /// Whether two content words, one of each version, are known to share a sense.
    pub fn are_synonyms(&self, a: usize, b: usize) -> bool {
        let content = self.a[a].is_content() && self.b[b].is_content();
        content && (self.senses.as_ref()).is_some_and(|(of_a, of_b)| of_a.is_synonymous(a, of_b, b))
    }

    /// The same with the sides exchanged.
    pub fn turned(&self) -> Self {
        Self {
            a: self.b.clone(),
            b: self.a.clone(),
            language: self.language,
            senses: self.senses.clone().map(|(a, b)| (b, a)),
        }
    }
}

/// Signs that are read as words.
fn is_sign(c: char) -> bool {
    matches!(c, '%' | '€' | '$' | '£' | '¥' | '&' | '+' | '=' | '°')
}

fn word(written: &str, normal: String, language: Language, interner: &mut Interner) -> Word {
    let mark = is_mark(written) && !written.chars().all(is_sign);
    let parts = forms::parts(&normal, language);
    let mut classes = if mark {
        Classes::of_mark(&normal)
    } else {
        Classes::of(&normal, language)
    };
    if classes.is_empty() && parts.len() > 1 {
        let of_parts = parts.iter().map(|part| Classes::of(part, language));
        let all_function = of_parts.clone().all(|classes| !classes.is_empty());
        if all_function {
            classes = of_parts.fold(Classes::default(), Classes::union);
        }
    }
    let parts: Vec<u32> = if mark {
        vec![interner.id(&normal)]
    } else {
        parts.iter().map(|part| interner.stem(part)).collect()
    };
    let mut stems = parts.clone();
    stems.sort_unstable();
    stems.dedup();
    let mut bigrams: Vec<u32> = normal
        .chars()
        .zip(normal.chars().skip(1))
        .map(|(x, y)| ((x as u32) << 16) ^ y as u32)
        .chain(normal.chars().filter(|c| is_ideographic(*c)).map(u32::from))
        .collect();
    bigrams.sort_unstable();
    bigrams.dedup();
    Word {
        written: interner.id(written),
        form: interner.id(&normal),
        hyphen: matches!(written, "-" | "\u{2010}" | "\u{2011}"),
        capital: written.starts_with(char::is_uppercase),
        number: normal.starts_with(|c: char| c.is_numeric()),
        stems,
        parts,
        bigrams,
        classes,
        mark,
        normal,
    }
}
