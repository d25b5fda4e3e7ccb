//! Stems and the parts of contractions.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::Language;

/// Gives equal strings equal ids.
pub struct Interner {
    ids: FxHashMap<String, u32>,
    stems: FxHashMap<String, u32>,
    stemmer: Option<Stemmer>,
    irregular: Option<&'static Forms>,
}

impl Interner {
    pub fn new(language: Language) -> Self {
        let algorithm = match language {
            Language::English => Some(Algorithm::English),
            Language::German => Some(Algorithm::German),
            Language::Russian => Some(Algorithm::Russian),
            Language::Other => None,
        };
        Self {
            ids: FxHashMap::default(),
            stems: FxHashMap::default(),
            stemmer: algorithm.map(Stemmer::create),
            irregular: match language {
                Language::English => Some(&ENGLISH),
                Language::German => Some(&GERMAN),
                Language::Russian | Language::Other => None,
            },
        }
    }

    pub fn id(&mut self, text: &str) -> u32 {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = self.ids.len() as u32;
        self.ids.insert(text.to_string(), id);
        id
    }

    /// The id of the stem; irregular forms have the stem of the first in their row.
    pub fn stem(&mut self, normal: &str) -> u32 {
        if let Some(id) = self.stems.get(normal) {
            return *id;
        }
        let base = self.irregular.and_then(|forms| forms.get(normal).copied());
        let base = base.unwrap_or(normal);
        let id = match &self.stemmer {
            Some(stemmer) => {
                let stem = stemmer.stem(base).into_owned();
                self.id(&stem)
            }
            None => self.id(base),
        };
        self.stems.insert(normal.to_string(), id);
        id
    }
}

/// What an irregular form is a form of.
type Forms = FxHashMap<&'static str, &'static str>;

static ENGLISH: LazyLock<Forms> = LazyLock::new(|| forms(include_str!("irregular.txt")));
static GERMAN: LazyLock<Forms> = LazyLock::new(|| forms(include_str!("irregular_german.txt")));

/// A line holds a word and then its forms.
fn forms(table: &'static str) -> Forms {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let rows = lines.filter_map(|line| line.split_once(' '));
    rows.flat_map(|(base, forms)| forms.split(' ').map(move |form| (form, base)))
        .collect()
}

/// "we'll" → we, 'll; "don't" → do, n't; "cannot" → can, not; a possessive keeps its noun only.
pub fn parts(normal: &str, language: Language) -> Vec<String> {
    if language != Language::English {
        return vec![normal.to_string()];
    }
    match normal {
        "cannot" => return vec!["can".into(), "not".into()],
        "can't" => return vec!["can".into(), "n't".into()],
        "won't" => return vec!["will".into(), "n't".into()],
        "shan't" => return vec!["shall".into(), "n't".into()],
        "it's" | "he's" | "she's" | "that's" | "there's" | "what's" | "who's" => {
            return vec![normal[..normal.len() - 2].to_string(), "'s".into()];
        }
        _ => {}
    }
    if let Some(verb) = normal.strip_suffix("n't").filter(|verb| !verb.is_empty()) {
        return vec![verb.to_string(), "n't".into()];
    }
    for ending in ["'ll", "'re", "'ve", "'m", "'d"] {
        if let Some(head) = normal.strip_suffix(ending).filter(|head| !head.is_empty()) {
            return vec![head.to_string(), ending.to_string()];
        }
    }
    match normal.strip_suffix("'s").or(normal
        .strip_suffix("s'")
        .map(|_| &normal[..normal.len() - 1]))
    {
        Some(noun) if !noun.is_empty() => vec![noun.to_string()],
        _ => vec![normal.to_string()],
    }
}
