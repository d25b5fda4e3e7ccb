//! Bytes of one file → an article, told apart into blocks. Knows nothing of quotations.

mod blocks;
mod dates;
mod encoding;
mod furniture;
mod html;
mod imprint;
mod lines;
mod md;
mod metadata;
mod outlet;
mod outlets;
mod page_text;
mod settle;
mod shape;
mod sniff;
mod txt;

use crate::article::{Article, Block, Format, Role};
use crate::problem::{Problem, ProblemCode};

use encoding::{Decoded, NoText};

pub use settle::settle;

/// A page with fewer words of body than this has no article text.
const FEWEST_WORDS: usize = 25;
/// How much of a text the language is told by, in bytes.
const LANGUAGE_SAMPLE: usize = 20_000;
/// From this length on the likeliest language is right, however near the next one is, in bytes.
const SURE_LENGTH: usize = 200;

/// What came of one file: an article, or none and the reason; cautions stand beside an article.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    pub article: Option<Article>,
    pub problems: Vec<Problem>,
}

/// What a format makes of a file's text.
#[derive(Debug, Default)]
struct Draft {
    text: String,
    blocks: Vec<Block>,
    facts: Facts,
    /// The main text was found by a guess that may be wrong.
    uncertain: bool,
}

/// What a file says about its article.
#[derive(Debug, Default)]
struct Facts {
    title: Option<String>,
    byline: Option<String>,
    published: Option<String>,
    url: Option<String>,
    /// The name, and what told it.
    outlet: Option<(String, &'static str)>,
    /// A language code that the file declares.
    language: Option<String>,
}

/// Reads one file. `id` becomes the article's id and `path` is what people are shown. Never
/// panics, whatever the bytes are.
pub fn read(id: &str, path: &str, bytes: &[u8]) -> Reading {
    #[cfg(test)]
    assert!(
        !path.contains(crate::folder::fault_tests::READING),
        "a fault"
    );
    match draft(path, bytes) {
        Ok((format, draft, problems)) => Reading {
            article: Some(assemble(id, path, format, draft)),
            problems,
        },
        Err(problem) => Reading {
            article: None,
            problems: vec![problem],
        },
    }
}

/// The language of a text: an ISO 639-1 code, `und` where it is too short to tell.
pub fn language(text: &str) -> String {
    let sample = head(text, LANGUAGE_SAMPLE);
    let told = whatlang::detect(sample);
    // A guess about a line or two is as often wrong as right.
    let told = told.filter(|info| info.is_reliable() || sample.len() >= SURE_LENGTH);
    told.and_then(|info| two_letters(info.lang()))
        .unwrap_or("und")
        .to_owned()
}

/// At most so many bytes of a text's beginning.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn draft(path: &str, bytes: &[u8]) -> Result<(Format, Draft, Vec<Problem>), Problem> {
    if let Some((code, name)) = sniff::foreign(bytes) {
        let message = format!("This is a {name} file, which is not read.");
        return Err(Problem::new(path, code, message).with_detail(name));
    }
    let promised = sniff::promised(path);
    let declared = if promised == Some(Format::Html) {
        html::declared_encoding(bytes)
    } else {
        None
    };
    let decoded = encoding::decode(bytes, declared).map_err(|reason| no_text(path, reason))?;
    let mut problems: Vec<Problem> = encoding_caution(path, &decoded).into_iter().collect();
    let format = format_of(promised, &decoded.text);
    if promised.is_some_and(|promised| promised != format) {
        problems.push(wrong_extension(path, format));
    }
    let mut draft = match format {
        Format::Txt => txt::read(decoded.text),
        Format::Md => md::read(decoded.text),
        Format::Html => html::read(&decoded.text),
    };
    outlet::from_text(&draft.text, &mut draft.blocks, &mut draft.facts);
    let words: usize = body_of(&draft).map(lines::word_count).sum();
    let fewest = if format == Format::Html {
        FEWEST_WORDS
    } else {
        1
    };
    if words < fewest {
        let message = format!("No article text was found: the main text has {words} words.");
        return Err(Problem::new(path, ProblemCode::NoArticleText, message).with_count(words));
    }
    if draft.uncertain {
        let message = "The article's text may be incomplete, or hold parts of the page around it.";
        problems.push(Problem::new(
            path,
            ProblemCode::ExtractionUncertain,
            message,
        ));
    }
    Ok((format, draft, problems))
}

fn body_of(draft: &Draft) -> impl Iterator<Item = &str> {
    let is_text = |role| {
        matches!(
            role,
            Role::Body | Role::Heading | Role::Title | Role::Caption
        )
    };
    draft
        .blocks
        .iter()
        .filter(move |block| is_text(block.role))
        .map(|block| block.span.of(&draft.text))
}

/// What a file is: a page if it looks like one; a text if it is called a page and has no tags.
fn format_of(promised: Option<Format>, text: &str) -> Format {
    match promised {
        Some(Format::Html) if sniff::has_tags(text) => Format::Html,
        Some(Format::Html) => Format::Txt,
        // Markdown may begin with a tag.
        Some(Format::Md) => Format::Md,
        _ if sniff::is_page(text) => Format::Html,
        _ => Format::Txt,
    }
}

fn assemble(id: &str, path: &str, format: Format, draft: Draft) -> Article {
    let body: Vec<&str> = body_of(&draft).collect();
    let told = language(&body.join("\n"));
    let declared = draft.facts.language;
    let (outlet, outlet_from) = draft.facts.outlet.unzip();
    Article {
        id: id.to_owned(),
        path: path.to_owned(),
        format,
        outlet,
        outlet_from: outlet_from.map(str::to_owned),
        title: draft.facts.title,
        byline: draft.facts.byline,
        published: draft.facts.published,
        url: draft.facts.url,
        language: if told == "und" {
            declared.unwrap_or(told)
        } else {
            told
        },
        text: draft.text,
        blocks: draft.blocks,
    }
}

fn no_text(path: &str, reason: NoText) -> Problem {
    let (code, message) = match reason {
        NoText::Empty => (ProblemCode::EmptyFile, "The file is empty."),
        NoText::Binary => (ProblemCode::BinaryFile, "The file holds no text."),
        NoText::Broken => (
            ProblemCode::EncodingBroken,
            "The file's characters are damaged beyond reading.",
        ),
    };
    Problem::new(path, code, message)
}

fn encoding_caution(path: &str, decoded: &Decoded) -> Option<Problem> {
    let count = decoded.replaced;
    let message =
        format!("{count} characters could not be read surely; they were guessed or replaced.");
    let caution = Problem::new(path, ProblemCode::EncodingMixed, message);
    (count > 0).then(|| caution.with_count(count).with_detail(decoded.encoding))
}

fn wrong_extension(path: &str, format: Format) -> Problem {
    let (kind, detail) = match format {
        Format::Html => ("a web page", "html"),
        Format::Md => ("Markdown", "md"),
        Format::Txt => ("plain text", "txt"),
    };
    let message =
        format!("The file is {kind}, and was read as such; its name says something else.");
    Problem::new(path, ProblemCode::WrongExtension, message).with_detail(detail)
}

/// The two-letter code of a language, where it has one.
fn two_letters(lang: whatlang::Lang) -> Option<&'static str> {
    const CODES: &[(&str, &str)] = &[
        ("afr", "af"),
        ("aka", "ak"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "nb"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tgl", "tl"),
        ("tha", "th"),
        ("tuk", "tk"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("uzb", "uz"),
        ("vie", "vi"),
        ("yid", "yi"),
        ("zul", "zu"),
    ];
    CODES
        .iter()
        .find(|(three, _)| *three == lang.code())
        .map(|(_, two)| *two)
}
