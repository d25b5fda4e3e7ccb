//! Folders of invented articles: the order of the files changes nothing, and one more article
//! changes only the utterances that it belongs to. (How common a word is, is counted over the folder,
//! so that what is barely a version may tip; statements here are plainly one thing or another.)

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use asquoted_engine::folder::Folder;
use asquoted_engine::report;

const OUTLETS: [&str; 7] = [
    "Tarn Gazette",
    "Quillport Mail",
    "The Mole",
    "Lantern",
    "Upper Hesk Post",
    "Grain News",
    "Pilot Weekly",
];
const SPEAKERS: [&str; 6] = [
    "Ilse Marn",
    "Oskar Vell",
    "Tove Renk",
    "Jannis Quade",
    "Petra Hollin",
    "Marit Osk",
];

type Files = Vec<(String, Vec<u8>)>;

/// Statements, each with its speaker and its words.
fn statements(random: &mut Random, count: usize) -> Vec<(&'static str, Vec<String>)> {
    (0..count)
        .map(|_| {
            let length = 7 + random.below(9);
            let words = (0..length).map(|_| word(random.below(1_700)));
            let words = words.collect();
            (SPEAKERS[random.below(SPEAKERS.len())], words)
        })
        .collect()
}

/// An invented word: common ones are short.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 12] = [
        "bar", "len", "mo", "tri", "sa", "vek", "ul", "no", "pif", "gra", "hod", "quin",
    ];
    const LITTLE: [&str; 6] = ["the", "we", "of", "and", "to", "not"];
    if number < 220 {
        return LITTLE[number % LITTLE.len()].to_owned();
    }
    let (first, rest) = (number % 12, number / 12);
    format!(
        "{}{}{}",
        SYLLABLES[first],
        SYLLABLES[rest % 12],
        SYLLABLES[(rest / 12) % 12]
    )
}

/// An article that prints these statements, a word changed here and there.
fn article(
    random: &mut Random,
    number: usize,
    printed: &BTreeSet<usize>,
    statements: &[(&'static str, Vec<String>)],
) -> (String, Vec<u8>) {
    let outlet = OUTLETS[number % OUTLETS.len()];
    let mut text = format!(
        "---\ntitle: Report {number}\noutlet: {outlet}\ndate: 2031-06-{:02}\n---\n\n",
        1 + number % 3
    );
    for statement in printed {
        let (speaker, words) = &statements[*statement];
        let mut words = words.clone();
        if random.below(3) == 0 {
            let at = random.below(words.len());
            words[at] = word(random.below(1_700));
        }
        let said = words.join(" ");
        let _ = write!(
            text,
            "“{}{},” {speaker} said.\n\n",
            said[..1].to_uppercase(),
            &said[1..]
        );
    }
    (
        format!("{number:02}-{}.md", outlet.replace(' ', "-")),
        text.into_bytes(),
    )
}

/// A folder of articles.
fn folder(random: &mut Random) -> Files {
    let statements = statements(random, 24);
    let mut files = Vec::new();
    for number in 0..9 {
        let printed: BTreeSet<usize> = (0..2 + random.below(6))
            .map(|_| random.below(statements.len()))
            .collect();
        files.push(article(random, number, &printed, &statements));
    }
    files
}

/// The sure versions of each utterance, by its id.
fn utterances(folder: &Folder) -> BTreeMap<String, BTreeSet<String>> {
    let members = |utterance: &asquoted_engine::folder::Utterance| {
        let sure = utterance
            .versions
            .iter()
            .filter(|version| version.is_sure());
        sure.map(|version| folder.id_at(version.place).to_owned())
            .collect()
    };
    let all = folder.utterances.iter();
    let all = all.map(|utterance| (utterance.id.clone(), members(utterance)));
    // What one article alone surely says may be guessed to stand elsewhere; that is no finding.
    all.filter(|(_, members): &(String, BTreeSet<String>)| {
        let articles: BTreeSet<&str> = members
            .iter()
            .filter_map(|id| id.split_once('@').map(|(article, _)| article))
            .collect();
        articles.len() > 1
    })
    .collect()
}

#[test]
fn any_order_of_the_files_gives_the_same_bytes() {
    for seed in 1..13 {
        let mut random = Random(seed * 7919);
        let mut files = if seed == 1 {
            support::sample()
        } else {
            folder(&mut random)
        };
        let bytes = |files: &[(String, Vec<u8>)]| {
            serde_json::to_string(&report::whole(&support::open(files), true)).unwrap()
        };
        let before = bytes(&files);
        assert!(before.contains("\"tier\""), "{before}");
        for at in (1..files.len()).rev() {
            files.swap(at, random.below(at + 1));
        }
        assert_eq!(bytes(&files), before, "seed {seed}");
    }
}

#[test]
fn one_more_article_changes_only_the_utterances_that_it_belongs_to() {
    let (mut kept, mut grown) = (0, 0);
    for seed in 1..25 {
        let mut random = Random(seed * 104_729);
        let files = folder(&mut random);
        let added = random.below(files.len());
        let new = format!("{}@", files[added].0);
        let mut fewer = files.clone();
        fewer.remove(added);
        let before = utterances(&support::open(&fewer));
        let after = utterances(&support::open(&files));
        for (id, members) in &before {
            match after.get(id) {
                Some(now) if now == members => kept += 1,
                // The new article's quotation is one of its versions, and may lead to others.
                Some(now) => {
                    let joined = now.iter().any(|one| one.starts_with(&new));
                    assert!(
                        joined && now.is_superset(members),
                        "seed {seed}: {id} {now:?}"
                    );
                    grown += 1;
                }
                // Its id is its first quotation's: only one that comes first gives another.
                None => {
                    let holding = after.values().find(|now| now.is_superset(members));
                    let holding = holding.unwrap_or_else(|| panic!("seed {seed}: {id} is gone"));
                    assert!(
                        holding.iter().any(|one| one.starts_with(&new)),
                        "seed {seed}: {id}"
                    );
                    grown += 1;
                }
            }
        }
        for (id, members) in after.iter().filter(|(id, _)| !before.contains_key(*id)) {
            assert!(
                members.iter().any(|one| one.starts_with(&new)),
                "seed {seed}: {id} came up of itself"
            );
        }
    }
    assert!(kept > 20 && grown > 20, "{kept} kept, {grown} grown");
}

/// Numbers that are the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }
}
