//! Names of outlets behind addresses and short names. A table of convenience: what is not in it is
//! shown by its domain.

use std::sync::LazyLock;

/// Words of the longest name.
const LONGEST_NAME: usize = 5;

/// Words by which outlets are called.
const KINDS: &str = include_str!("tables/outlet_kinds.txt");

/// `name | host endings | what files and folders are called after it`, a line an outlet.
static OUTLETS: LazyLock<Vec<Outlet>> = LazyLock::new(|| {
    include_str!("tables/outlets.txt")
        .lines()
        .map(Outlet::parse)
        .collect()
});

struct Outlet {
    name: &'static str,
    hosts: Vec<&'static str>,
    short: Vec<&'static str>,
}

impl Outlet {
    fn parse(line: &'static str) -> Self {
        let mut fields = line.split(" | ");
        let mut field = || fields.next().unwrap_or_default();
        let list = |field: &'static str| field.split(", ").collect();
        let (name, hosts, short) = (field(), list(field()), list(field()));
        Self { name, hosts, short }
    }
}

/// By a host or one that it stands below: `news.bbc.co.uk`.
pub fn by_host(host: &str) -> Option<&'static str> {
    let below = |ending: &&str| {
        let before = host.strip_suffix(*ending);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    let found = OUTLETS.iter().find(|outlet| outlet.hosts.iter().any(below));
    found.map(|outlet| outlet.name)
}

/// By its name or one of its short names, in any case.
pub fn by_name(name: &str) -> Option<&'static str> {
    if name.len() > 40 {
        return None;
    }
    let name = name.trim().to_lowercase();
    let is_called = |outlet: &&Outlet| {
        outlet.short.contains(&name.as_str()) || outlet.name.to_lowercase() == name
    };
    OUTLETS.iter().find(is_called).map(|outlet| outlet.name)
}

/// The outlet that a short line of names is: a known one, or one called as outlets are ("Harbour
/// Post"), not after a place or a person.
pub fn named_in(line: &str) -> Option<String> {
    if let Some(name) = by_name(line) {
        return Some(name.to_owned());
    }
    // A line may be a whole article: only a short one is looked at word by word.
    let words = line.split_whitespace().take(LONGEST_NAME + 1);
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    if !(2..=LONGEST_NAME).contains(&words.len()) {
        return None;
    }
    let is_called_so = words
        .iter()
        .any(|word| KINDS.split_whitespace().any(|kind| kind == word) || word.ends_with("zeitung"));
    let is_name = line
        .split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and"));
    (is_called_so && is_name).then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_match_whole_labels() {
        assert_eq!(by_host("edition.cnn.com"), Some("CNN"));
        assert_eq!(by_host("notcnn.com"), None);
    }

    #[test]
    fn no_short_name_stands_for_two() {
        let mut names: Vec<&str> = OUTLETS
            .iter()
            .flat_map(|outlet| outlet.short.clone())
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(
            OUTLETS
                .iter()
                .all(|outlet| outlet.hosts.iter().all(|host| host.contains('.')))
        );
    }
}
