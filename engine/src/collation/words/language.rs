use super::function;
use crate::text::normal_form;

/// The language of a pair of versions, as far as the collation needs it: which stemmer and which
/// tables of function words to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    German,
    Russian,
    Other,
}

impl Language {
    pub fn of_tokens(versions: [&[&str]; 2]) -> Self {
        let forms: Vec<String> = versions
            .into_iter()
            .flatten()
            .map(|token| normal_form(token))
            .collect();
        Self::guess(forms.iter().map(String::as_str))
    }

    /// By script, then by how many function words of each language occur.
    pub fn guess<'t>(normal_forms: impl Iterator<Item = &'t str>) -> Self {
        let (mut english, mut german, mut cyrillic, mut latin, mut other) = (0, 0, 0, 0, 0);
        for form in normal_forms {
            match form.chars().find(|c| c.is_alphabetic()) {
                None => continue,
                Some('а'..='я' | 'ё') => cyrillic += 1,
                Some(c) if (c as u32) < 0x250 => latin += 1,
                Some(_) => other += 1,
            }
            english += usize::from(function::has(form, Language::English));
            german += usize::from(function::has(form, Language::German));
        }
        if cyrillic > latin + other {
            Self::Russian
        } else if other > latin {
            Self::Other
        } else if german > english {
            Self::German
        } else {
            Self::English
        }
    }
}
