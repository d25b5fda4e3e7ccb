use asquoted_engine::collation::{
    Change, ChangeKind, Collation, Column, Row, SideNature, Table, collate, table,
};
use asquoted_engine::text::tokenize;
use proptest::prelude::*;

const MARKED: SideNature = SideNature {
    marked: true,
    reported: false,
};

fn tokens(text: &str) -> Vec<&str> {
    tokenize(text)
        .iter()
        .map(|token| token.span.of(text))
        .collect()
}

fn collated(a: &[&str], b: &[&str]) -> Collation {
    collate(a, b, (MARKED, MARKED))
}

/// The tokens of one version in reading order: those in changes from the change, the others from
/// the other version, where they stand linked and equal.
fn rebuilt<'t>(collation: &Collation, a: &[&'t str], b: &[&'t str]) -> Vec<&'t str> {
    let held = |at: usize| {
        collation
            .changes
            .iter()
            .any(|change| change.kind != ChangeKind::Move && range(&change.b).contains(&at))
    };
    let partner = |at: usize| {
        let equal = |link: &&(u32, u32)| link.1 as usize == at && a[link.0 as usize] == b[at];
        collation
            .links
            .iter()
            .find(equal)
            .map(|link| a[link.0 as usize])
    };
    (0..b.len())
        .filter_map(|at| if held(at) { Some(b[at]) } else { partner(at) })
        .collect()
}

fn range(range: &std::ops::Range<u32>) -> std::ops::Range<usize> {
    range.start as usize..range.end as usize
}

fn check(a: &[&str], b: &[&str]) -> Result<(), TestCaseError> {
    let there = collated(a, b);
    prop_assert_eq!(rebuilt(&there, a, b), b);
    let back = swapped(&there);
    prop_assert_eq!(rebuilt(&back, b, a), a);
    for (i, j) in &there.links {
        prop_assert!((*i as usize) < a.len() && (*j as usize) < b.len());
    }
    prop_assert!(there.links.is_sorted());
    prop_assert!((0.0..=1.0).contains(&there.similarity));
    unchanged_pair_up(&there, a, b)?;
    let (moves, others): (Vec<&Change>, Vec<&Change>) = there
        .changes
        .iter()
        .partition(|change| change.kind == ChangeKind::Move);
    for group in [&moves, &others] {
        disjoint(
            group.iter().map(|change| range(&change.a)).collect(),
            a.len(),
        )?;
        disjoint(
            group.iter().map(|change| range(&change.b)).collect(),
            b.len(),
        )?;
    }
    for (moved, other) in moves
        .iter()
        .flat_map(|moved| others.iter().map(move |o| (moved, o)))
    {
        let within = |x: &std::ops::Range<u32>, y: &std::ops::Range<u32>| {
            y.start <= x.start && x.end <= y.end
        };
        let apart = |x: &std::ops::Range<u32>, y: &std::ops::Range<u32>| {
            x.end <= y.start || y.end <= x.start
        };
        let whole = within(&other.a, &moved.a) && within(&other.b, &moved.b);
        prop_assert!(whole || apart(&other.a, &moved.a) && apart(&other.b, &moved.b));
    }
    for change in &there.changes {
        let kind = match (change.a.is_empty(), change.b.is_empty()) {
            (true, false) => ChangeKind::Insertion,
            (false, true) => ChangeKind::Deletion,
            _ => ChangeKind::Substitution,
        };
        prop_assert!(change.kind == ChangeKind::Move || change.kind == kind);
        prop_assert!(!change.a.is_empty() || !change.b.is_empty());
    }
    Ok(())
}

fn swapped(collation: &Collation) -> Collation {
    let links = collation.links.iter().map(|(i, j)| (*j, *i)).collect();
    let turn = |change: &Change| Change {
        a: change.b.clone(),
        b: change.a.clone(),
        ..change.clone()
    };
    Collation {
        links,
        changes: collation.changes.iter().map(turn).collect(),
        ..collation.clone()
    }
}

/// Outside all changes the two versions are the same, word by word.
fn unchanged_pair_up(collation: &Collation, a: &[&str], b: &[&str]) -> Result<(), TestCaseError> {
    let free = |side: &[&str], of: &dyn Fn(&Change) -> std::ops::Range<usize>| -> Vec<String> {
        let inside = |at: &usize| {
            collation
                .changes
                .iter()
                .any(|change| of(change).contains(at))
        };
        (0..side.len())
            .filter(|at| !inside(at))
            .map(|at| side[at].to_string())
            .collect()
    };
    prop_assert_eq!(
        free(a, &|change| range(&change.a)),
        free(b, &|change| range(&change.b))
    );
    Ok(())
}

fn disjoint(mut ranges: Vec<std::ops::Range<usize>>, len: usize) -> Result<(), TestCaseError> {
    ranges.sort_by_key(|range| (range.start, range.end));
    for pair in ranges.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start, "{:?}", pair);
    }
    prop_assert!(
        ranges
            .iter()
            .all(|range| range.start <= range.end && range.end <= len)
    );
    Ok(())
}

/// Sentences that have much in common, in words that meet the rules.
fn sentence() -> impl Strategy<Value = Vec<&'static str>> {
    let words = prop::sample::select(vec![
        "the", "gates", "Gates", "of", "Port", "Amrin", "will", "would", "not", "never", "must",
        "open", "opened", "thirty", "30", "thousand", "[", "]", "(", ")", "…", ".", ",", "-", "“",
        "if", "we", "he", "survey", "unlawful", "lawful", "likely", "bridge", "farmers", "don’t",
        "river", "ships",
    ]);
    prop::collection::vec(words, 0..40)
}

/// Lines of our own in many scripts: no spaces, right to left, combining marks, surrogate pairs.
const LINES: [&str; 10] = [
    "大坝的闸门不能打开，我们等待调查的结果。",
    "橋は安全ですが、道は閉まっています。「待て」と彼は言った。",
    "댐의 문은 아직 열리지 않았다고 시장이 말했다.",
    "البوابات مغلقة، والماء يرتفع «كل يوم» في الوادي.",
    "הדרך לא בטוחה, אמר ראש העיר: \"נחכה\".",
    "बाँध के द्वार बंद हैं और नदी बढ़ रही है।",
    "Ворота закрыты – вода растёт, и никто не знает, на сколько.",
    "Die Ä́rn führt Hochwa\u{308}sser; der Damm hält „noch“.",
    "ประตูเขื่อนยังปิดอยู่และน้ำกำลังขึ้น",
    "The d\u{e9}cor, the de\u{301}cor – 🛶 and 👩‍🌾 at 3,000 m².",
];

/// Two versions of a line, each with stretches cut, moved and taken from another line.
fn edited_lines() -> impl Strategy<Value = (String, String)> {
    let edit = (0..LINES.len(), 0usize..60, 0usize..20, 0usize..60);
    (0..LINES.len(), prop::collection::vec(edit, 0..4)).prop_map(|(line, edits)| {
        let mut version: Vec<char> = LINES[line].chars().collect();
        for (other, from, len, to) in edits {
            let from = from.min(version.len());
            let cut: Vec<char> = version
                .drain(from..(from + len).min(version.len()))
                .collect();
            let to = to.min(version.len());
            let put = if len % 2 == 0 {
                cut
            } else {
                LINES[other].chars().take(len).collect()
            };
            version.splice(to..to, put);
        }
        (LINES[line].to_owned(), version.into_iter().collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_of_all_scripts((a, b) in edited_lines()) {
        check(&tokens(&a), &tokens(&b))?;
    }

    #[test]
    fn a_table_of_lines_of_all_scripts((a, b) in edited_lines(), (c, d) in edited_lines(), base in 0usize..4) {
        let versions: Vec<Vec<&str>> = [&a, &b, &c, &d].map(|line| tokens(line)).into();
        let table = table(&rows(&versions), Some(base));
        prop_assert_eq!(table.base, base);
        for (at, version) in versions.iter().enumerate() {
            prop_assert_eq!(tokens_of(&table, at), (0..version.len() as u32).collect::<Vec<_>>());
            let apart = collated(&versions[base], version);
            let same = at == base || table.against_base[at].changes == apart.changes;
            prop_assert!(same, "changes against the base are those of the two alone");
        }
    }

    #[test]
    fn any_texts(a in "\\PC{0,80}", b in "\\PC{0,80}") {
        check(&tokens(&a), &tokens(&b))?;
    }

    #[test]
    fn like_sentences(a in sentence(), b in sentence()) {
        check(&a, &b)?;
    }

    #[test]
    fn edited_sentences(a in sentence(), from in 0usize..40, len in 0usize..12, to in 0usize..40) {
        let mut b = a.clone();
        let from = from.min(b.len());
        let moved: Vec<&str> = b.drain(from..(from + len).min(a.len())).collect();
        let to = to.min(b.len());
        b.splice(to..to, moved);
        check(&a, &b)?;
    }

    #[test]
    fn links_turn_round_with_the_sides(a in sentence(), b in sentence()) {
        let there: std::collections::BTreeSet<_> = collated(&a, &b).links.into_iter().collect();
        let back: std::collections::BTreeSet<_> =
            collated(&b, &a).links.into_iter().map(|(i, j)| (j, i)).collect();
        prop_assert_eq!(there, back);
    }

    #[test]
    fn a_text_is_itself(a in "\\PC{1,80}") {
        let tokens = tokens(&a);
        let same = collated(&tokens, &tokens);
        prop_assert!(same.changes.is_empty());
        prop_assert!(tokens.is_empty() || same.similarity == 1.0 && same.same_utterance);
    }
}

#[test]
fn twenty_thousand_unrelated_words_end_quickly_and_say_so() {
    let words = |prefix: &str| {
        (0..20_000)
            .map(|at| format!("{prefix}{at}"))
            .collect::<Vec<_>>()
    };
    let (a, b) = (words("left"), words("right"));
    let a: Vec<&str> = a.iter().map(String::as_str).collect();
    let b: Vec<&str> = b.iter().map(String::as_str).collect();
    let collation = collated(&a, &b);
    assert!(collation.coarse && collation.links.is_empty() && !collation.same_utterance);
    assert!(!collated(&a[..50], &b[..50]).coarse);
}

#[test]
fn long_versions_are_rebuilt_too() {
    let words = ["gate", "river", "the", "bridge", "not", "open", "of"];
    let a: Vec<&str> = (0..3000).map(|at| words[at * at % 7]).collect();
    let b: Vec<&str> = (0..2500).map(|at| words[(at * at + at / 50) % 7]).collect();
    assert!(collated(&a, &b).coarse);
    check(&a, &b).unwrap();
}

fn rows<'t>(versions: &'t [Vec<&'t str>]) -> Vec<Row<'t>> {
    versions
        .iter()
        .map(|words| Row::new(words, MARKED))
        .collect()
}

/// A version's tokens, read off the table.
fn tokens_of(table: &Table, version: usize) -> Vec<u32> {
    table
        .columns
        .iter()
        .filter_map(|column| column.cells[version])
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_table_holds_every_version_in_its_order(
        versions in prop::collection::vec(sentence(), 0..8),
        turn in 0usize..8,
    ) {
        let there = table(&rows(&versions), None);
        for (at, version) in versions.iter().enumerate() {
            prop_assert_eq!(tokens_of(&there, at), (0..version.len() as u32).collect::<Vec<_>>());
        }
        prop_assert!(there.columns.iter().all(|column| column.cells.iter().any(Option::is_some)));
        let mut turned = versions.clone();
        turned.rotate_left(turn % versions.len().max(1));
        let mut back = table(&rows(&turned), None);
        for column in &mut back.columns {
            column.cells.rotate_right(turn % versions.len().max(1));
        }
        back.against_base.rotate_right(turn % versions.len().max(1));
        prop_assert_eq!(&there.against_base, &back.against_base);
        prop_assert_eq!(there.columns, back.columns);
        prop_assert_eq!(versions.get(there.base), turned.get(back.base));
    }
}

/// Many versions: past a dozen not all pairs are aligned, and words of one origin still meet.
#[test]
fn many_versions_meet_in_columns() {
    let said = "we will not open the gates of the old dam before the survey of the valley is \
                finished and every village along the river has been warned by the harbour board";
    let said: Vec<&str> = said.split(' ').collect();
    // Each leaves out a word or two, and puts another for one.
    let versions: Vec<Vec<&str>> = (0..40)
        .map(|at| {
            let (first, second) = (at % said.len(), (at * 7 + 3) % said.len());
            let keep = |place: &usize| *place != first && (*place != second || at % 3 != 0);
            (0..said.len())
                .filter(keep)
                .map(|place| said[place])
                .collect()
        })
        .collect();
    let table = table(&rows(&versions), None);
    assert!(!table.coarse && table.against_base.len() == 40);
    let (mut together, mut all) = (0, 0);
    for word in ["survey", "village", "gates", "warned", "harbour"] {
        let has = versions
            .iter()
            .filter(|words| words.contains(&word))
            .count();
        let column = |column: &&Column| {
            let cells = column.cells.iter().zip(&versions);
            cells
                .filter(|(cell, words)| cell.is_some_and(|at| words[at as usize] == word))
                .count()
        };
        all += has;
        together += table
            .columns
            .iter()
            .map(|one| column(&one))
            .max()
            .unwrap_or(0);
    }
    assert_eq!(together, all);
}

#[test]
fn words_of_one_origin_share_a_column() {
    let versions = [
        "we will open the gates in spring",
        "we shall open the old gates in spring",
        "we will open gates",
    ]
    .map(|text| text.split(' ').collect::<Vec<_>>());
    let table = table(&rows(&versions), None);
    let forms = |column: &Column| -> Vec<&str> {
        let cells = column.cells.iter().zip(&versions);
        cells
            .map(|(cell, version)| cell.map_or("", |at| version[at as usize]))
            .collect()
    };
    let columns: Vec<Vec<&str>> = table.columns.iter().map(forms).collect();
    assert_eq!(columns[0], ["we", "we", "we"]);
    assert_eq!(columns[1], ["will", "shall", "will"]);
    assert!(columns.contains(&vec!["gates", "gates", "gates"]));
    assert!(columns.contains(&vec!["", "old", ""]));
    assert_eq!(columns.len(), 8);
    assert_eq!(table.base, 1);
}
