//! Spellings of one name: diacritics, transliterations, genitives.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A form under which spellings of a surname meet: lower case, no diacritics, no apostrophes,
/// and `i`, `y`, `j` of transliterations the same however often they are written.
pub(crate) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    if name.is_ascii() {
        push_all(name.chars().map(|c| c.to_ascii_lowercase()), &mut key);
    } else {
        let plain = name
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase);
        push_all(plain, &mut key);
    }
    key
}

fn push_all(letters: impl Iterator<Item = char>, key: &mut String) {
    for c in letters {
        let c = match c {
            'y' | 'j' => 'i',
            'ё' => 'е',
            'ø' => 'o',
            'ł' => 'l',
            'ß' => 's',
            c => c,
        };
        if c.is_alphanumeric() && !(c == 'i' && key.ends_with(c)) {
            key.push(c);
        }
    }
}

/// One given name in two languages' forms; the first stands for all.
const GIVEN: [&[&str]; 12] = [
    &["vladimir", "volodimir", "wladimir"],
    &["sergei", "serhi", "serhii", "sergi"],
    &["andrei", "andri"],
    &["alexander", "oleksandr", "aleksandr", "alexandr"],
    &["nikolai", "mikola"],
    &["mikhail", "mikhailo", "michail"],
    &["dmitri", "dmitro", "dimitri"],
    &["iuri", "iuri", "iurii"],
    &["pavel", "pavlo"],
    &["viktor", "victor"],
    &["aleksei", "alexei", "oleksi"],
    &["mohammed", "muhammad", "mohamed", "mohammad"],
];

/// [`key`] of a given name, forms of one name in several languages the same.
pub(crate) fn given_key(name: &str) -> String {
    let key = key(name);
    match GIVEN.iter().find(|forms| forms.contains(&key.as_str())) {
        Some(forms) => forms[0].to_owned(),
        None => key,
    }
}

/// Whether two given names may be one person's: equal, or one the initial of the other.
pub(crate) fn given_agree(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        assert_eq!(key("Kovalskyy"), key("Kovalsky"));
        assert_eq!(key("Kovalskiy"), key("Kovalskij"));
        assert_eq!(key("Müller"), key("Muller"));
        assert_eq!(given_key("Volodymyr"), given_key("Vladimir"));
        assert_ne!(key("Doe"), key("Dow"));
        assert!(given_agree("j", "jane") && !given_agree("john", "jane"));
    }
}
