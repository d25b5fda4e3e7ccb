//! The words of one language that matter for finding speech, read from its table in `languages/`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::class::{Flags, Form, Forms, Kinds};

/// How sentences of a language are read; named in the `[grammar]` section of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grammar {
    English,
    German,
    /// Cues beside marks only, in either order.
    Plain,
    /// Written without blanks between words.
    Unspaced,
}

/// What a table says of one written form.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Entry {
    pub flags: Flags,
    pub kinds: Kinds,
    pub forms: Forms,
    /// Index in [`Lexicon::lemmas`], plus one; 0 for no cue.
    pub lemma: u16,
}

pub(crate) struct Lexicon {
    pub grammar: Grammar,
    entries: FxHashMap<Box<str>, Entry>,
    lemmas: Vec<Lemma>,
}

/// One reporting verb.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lemma {
    pub text: String,
    /// Particles of which the sentence must hold one ("gab … bekannt"); none are needed if empty.
    pub particles: Vec<String>,
}

/// The table of a language (ISO 639-1), English for those that have none.
pub(crate) fn of(language: &str) -> &'static Lexicon {
    TABLES
        .iter()
        .find(|(code, _)| *code == language)
        .map_or_else(|| &*TABLES[0].1, |(_, table)| &**table)
}

type Table = (&'static str, LazyLock<Lexicon>);

macro_rules! tables {
    ($($code:literal),+ $(,)?) => {
        [$(($code, LazyLock::new(|| {
            Lexicon::parse(include_str!(concat!("languages/", $code, ".txt")))
        }))),+]
    };
}

/// Given names of all languages in Latin letters, two sections as in a language's table.
const GIVEN_NAMES: &str = include_str!("languages/given_names.txt");

static TABLES: [Table; 10] = tables!("en", "de", "fr", "es", "it", "pl", "ru", "uk", "zh", "ja");

impl Lexicon {
    /// What the table has for a lower-case form.
    pub fn look_up(&self, lower: &str) -> Entry {
        self.entries.get(lower).copied().unwrap_or_default()
    }

    pub fn lemma(&self, index: u16) -> Option<&Lemma> {
        self.lemmas.get(usize::from(index).checked_sub(1)?)
    }

    /// All forms that introduce or follow speech, for languages without blanks between words.
    pub fn cue_forms(&self) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .filter(|(_, entry)| entry.lemma > 0)
            .map(|(form, _)| &**form)
    }

    /// All words of a class.
    pub fn words_with(&self, flags: Flags) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .filter(move |(_, entry)| entry.flags.has(flags))
            .map(|(form, _)| &**form)
    }

    fn parse(table: &str) -> Self {
        let mut lexicon = Self {
            grammar: Grammar::Plain,
            entries: FxHashMap::default(),
            lemmas: Vec::new(),
        };
        let irregular = irregular_forms(table);
        for (section, line) in lines_by_section(table) {
            if let Some(kind) = Kinds::named(section) {
                lexicon.add_lemmas(kind, line, &irregular);
            } else if let Some(flag) = Flags::named(section) {
                for word in line.split_whitespace() {
                    lexicon.entry(word).flags |= flag;
                }
            } else if section == "forms" {
                lexicon.add_forms(line);
            } else if section == "grammar" {
                lexicon.grammar = match line {
                    "english" => Grammar::English,
                    "german" => Grammar::German,
                    "unspaced" => Grammar::Unspaced,
                    _ => Grammar::Plain,
                };
            }
        }
        lexicon.mark_lemmas(table);
        lexicon.add_given_names();
        lexicon
    }

    /// Names that the language's own table does not tell: Andrea is a man in Italian alone.
    fn add_given_names(&mut self) {
        let told = Flags::MAN_NAME | Flags::WOMAN_NAME;
        for (section, line) in lines_by_section(GIVEN_NAMES) {
            let flag = Flags::named(section).unwrap_or_default();
            for name in line.split_whitespace() {
                let entry = self.entry(name);
                if !entry.flags.has(told) {
                    entry.flags |= flag;
                }
            }
        }
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.entries.entry(Box::from(word)).or_default()
    }

    /// Lemmas whose forms are built by English rules.
    fn add_lemmas(&mut self, kind: Kinds, line: &str, irregular: &FxHashMap<&str, Vec<&str>>) {
        for lemma in line.split_whitespace() {
            let index = self.lemma_index(lemma);
            let forms: Vec<String> = match irregular.get(lemma) {
                Some(forms) => forms.iter().map(|form| (*form).to_owned()).collect(),
                None => regular_forms(lemma),
            };
            for (form, tag) in forms.iter().zip(Form::ALL) {
                let entry = self.entry(form);
                entry.kinds |= kind;
                entry.forms |= tag.into();
                if entry.lemma == 0 {
                    entry.lemma = index;
                }
            }
        }
    }

    /// `stem- ending ending: particle particle` or `form form form: particle`.
    fn add_forms(&mut self, line: &str) {
        let (forms, particles) = line.split_once(':').unwrap_or((line, ""));
        let mut words = forms.split_whitespace();
        let Some(first) = words.next() else { return };
        let (stem, forms): (&str, Vec<String>) = match first.strip_suffix('-') {
            Some(stem) => (
                stem,
                words.map(|ending| format!("{stem}{ending}")).collect(),
            ),
            None => (
                first,
                std::iter::once(first)
                    .chain(words)
                    .map(str::to_owned)
                    .collect(),
            ),
        };
        let index = self.lemma_index(stem);
        self.lemmas[usize::from(index) - 1].particles =
            particles.split_whitespace().map(str::to_owned).collect();
        for form in forms {
            let entry = self.entry(&form);
            entry.kinds |= Kinds::SAY;
            entry.forms |= Form::Past.into();
            entry.lemma = index;
        }
    }

    fn lemma_index(&mut self, text: &str) -> u16 {
        let known = self.lemmas.iter().position(|lemma| lemma.text == text);
        let place = known.unwrap_or_else(|| {
            self.lemmas.push(Lemma {
                text: text.to_owned(),
                particles: Vec::new(),
            });
            self.lemmas.len() - 1
        });
        u16::try_from(place + 1).unwrap_or(0)
    }

    /// Sections that name lemmas and hold for all of their forms.
    fn mark_lemmas(&mut self, table: &str) {
        for (section, line) in lines_by_section(table) {
            let flag = match section {
                "framing cue" => Flags::FRAMING_CUE,
                "bare plural" => Flags::BARE_PLURAL,
                _ => continue,
            };
            for lemma in line.split_whitespace() {
                let index = self.lemma_index(lemma);
                for entry in self
                    .entries
                    .values_mut()
                    .filter(|entry| entry.lemma == index)
                {
                    entry.flags |= flag;
                }
            }
        }
    }
}

fn lines_by_section(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    table.lines().map(str::trim).filter_map(move |line| {
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            section = name;
            return None;
        }
        Some((section, line))
    })
}

fn irregular_forms(table: &str) -> FxHashMap<&str, Vec<&str>> {
    lines_by_section(table)
        .filter(|(section, _)| *section == "irregular")
        .filter_map(|(_, line)| {
            let forms: Vec<&str> = line.split_whitespace().collect();
            Some((*forms.first()?, forms))
        })
        .collect()
}

/// Base, third person, past, present participle, past participle of a regular English verb.
fn regular_forms(lemma: &str) -> Vec<String> {
    let form = |stem: &str, ending: &str| format!("{stem}{ending}");
    let (third, past, participle) = if let Some(stem) = lemma.strip_suffix('e') {
        (form(lemma, "s"), form(lemma, "d"), form(stem, "ing"))
    } else if let Some(stem) = lemma
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        (form(stem, "ies"), form(stem, "ied"), form(lemma, "ing"))
    } else if ["s", "sh", "ch", "x", "z"]
        .iter()
        .any(|end| lemma.ends_with(end))
    {
        (form(lemma, "es"), form(lemma, "ed"), form(lemma, "ing"))
    } else {
        (form(lemma, "s"), form(lemma, "ed"), form(lemma, "ing"))
    };
    vec![lemma.to_owned(), third, past.clone(), participle, past]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_forms_are_built() {
        let english = of("en");
        let said = english.look_up("said");
        assert!(said.kinds.has(Kinds::SAY) && said.forms.has(Form::Past.into()));
        assert!(english.look_up("replied").kinds.has(Kinds::SAY));
        assert!(english.look_up("argues").forms.has(Form::Third.into()));
        assert_eq!(
            english.lemma(english.look_up("told").lemma).unwrap().text,
            "tell"
        );
    }

    #[test]
    fn every_table_has_cues() {
        for (code, table) in &TABLES {
            assert!(table.cue_forms().count() > 10, "{code}");
        }
    }
}
