//! The model's rooms on a tiny model of invented numbers; the real one need not be there.

use std::sync::Arc;

use asquoted_engine::collation::{Collation, Effect, SideNature, collate, collate_by_meaning};
use asquoted_engine::meaning::{Lexicon, Meaning, MeaningError, Sense, Synonyms};
use proptest::prelude::*;

const VOCABULARY: &str = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nferry\nboat\nsails\nleave\n##s\n.\n";
const SYNONYMS: &str = "n boat ferry\nv leave part\n=v left leave\n";
const WORDS: usize = 11;
const WIDTH: usize = 8;
const INNER: usize = 16;
const HEADS: usize = 2;
const LAYERS: usize = 2;
const POSITIONS: usize = 12;

/// Numbers that look random and are the same everywhere.
struct Numbers(u32);

impl Numbers {
    fn next(&mut self) -> i8 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 24) as i8
    }

    fn vector(&mut self, count: usize, out: &mut Vec<u8>) {
        for _ in 0..count {
            out.extend((f32::from(self.next()) / 100.0).to_le_bytes());
        }
    }

    fn matrix(&mut self, rows: usize, width: usize, out: &mut Vec<u8>) {
        for _ in 0..rows {
            out.extend(0.01_f32.to_le_bytes());
        }
        out.extend((0..rows * width).map(|_| self.next() as u8));
    }
}

fn model() -> Vec<u8> {
    let mut bytes = b"AQMEAN1\n".to_vec();
    for size in [WORDS, WIDTH, INNER, HEADS, LAYERS, POSITIONS] {
        bytes.extend((size as u32).to_le_bytes());
    }
    let mut numbers = Numbers(7);
    numbers.matrix(WORDS, WIDTH, &mut bytes);
    numbers.vector((POSITIONS + 2) * WIDTH, &mut bytes);
    for _ in 0..LAYERS {
        let square = (WIDTH, WIDTH);
        for (rows, width) in [
            square,
            square,
            square,
            square,
            (INNER, WIDTH),
            (WIDTH, INNER),
        ] {
            numbers.matrix(rows, width, &mut bytes);
            numbers.vector(rows, &mut bytes);
        }
        numbers.vector(4 * WIDTH, &mut bytes);
    }
    bytes
}

fn synonyms() -> Arc<Synonyms> {
    Arc::new(Synonyms::load(SYNONYMS.as_bytes()).expect("the small table"))
}

fn load(model: &[u8]) -> Result<Meaning, MeaningError> {
    let lexicon = Lexicon::load(model, VOCABULARY.as_bytes(), synonyms())?;
    Meaning::load(model, Arc::new(lexicon))
}

fn tiny() -> Meaning {
    load(&model()).expect("the tiny model")
}

fn sense(text: &str) -> Sense {
    tiny().sense(&text.split(' ').collect::<Vec<_>>())
}

#[test]
fn a_word_is_like_itself() {
    let sense = sense("the ferry sails .");
    assert_eq!(sense.len(), 4);
    for word in 0..4 {
        assert!((sense.beside(word, &sense, word) - 1.0).abs() < 1e-5);
        assert!((sense.alone(word, &sense, word) - 1.0).abs() < 1e-4);
    }
}

#[test]
fn neighbours_matter_beside_them_and_not_alone() {
    let (one, other) = (sense("the ferry sails"), sense("ferry . boat"));
    assert!((one.alone(1, &other, 0) - 1.0).abs() < 1e-4);
    assert!(one.beside(1, &other, 0) < 0.999);
}

#[test]
fn the_numbers_are_the_same_on_every_machine() {
    let sense = sense("The ferry sails . Boats leave the unknown harbour");
    let other = self::sense("the boat leaves .");
    let bits: Vec<u32> = (0..4)
        .flat_map(|word| {
            let likeness = [
                other.beside(word, &sense, word + 1),
                other.alone(word, &sense, word),
            ];
            likeness.map(f32::to_bits)
        })
        .collect();
    assert_eq!(bits, BITS, "{bits:?}");
}

const BITS: [u32; 8] = [
    1065250453, 1065353080, 1065176786, 3196388409, 1065283174, 3192740682, 1065228780, 1065353047,
];

#[test]
fn a_lexicon_knows_the_words_by_themselves() {
    let lexicon = Lexicon::load(&model(), VOCABULARY.as_bytes(), synonyms()).expect("a lexicon");
    let words = ["the", "ferry", "sails"];
    let (by_lexicon, by_model) = (lexicon.sense(&words), sense("the ferry sails"));
    assert!(by_lexicon.has_vectors() && !by_lexicon.is_read() && by_model.is_read());
    for word in 0..3 {
        let known = by_lexicon.alone(word, &by_model, word);
        assert_eq!(known, by_model.alone(word, &by_model, word));
        assert_eq!(by_lexicon.beside(word, &by_model, word), 0.0);
    }
}

#[test]
fn layers_of_another_size_are_refused() {
    let lexicon = Lexicon::load(&model(), VOCABULARY.as_bytes(), synonyms()).expect("a lexicon");
    let mut other = model();
    other[20..24].copy_from_slice(&1_u32.to_le_bytes());
    let refused = Meaning::load(&other, Arc::new(lexicon)).err();
    assert_eq!(refused, Some(MeaningError::ImpossibleSize));
}

#[test]
fn long_versions_are_seen_window_by_window() {
    let words = vec!["ferry"; 1_000];
    let sense = tiny().sense(&words);
    assert_eq!(sense.len(), 1_000);
    assert!((sense.beside(0, &sense, 990) - 1.0).abs() < 1e-3);
    assert!(tiny().sense(&[]).is_empty());
}

#[test]
fn words_without_pieces_are_like_nothing() {
    let sense = tiny().sense(&["", "\u{301}", "ferry"]);
    assert_eq!(sense.beside(0, &sense, 0), 0.0);
    assert_eq!(sense.alone(1, &sense, 2), 0.0);
}

#[test]
fn synonyms_are_known_in_any_form() {
    let (one, other) = (sense("Ferries left"), sense("boats parting"));
    assert!(one.is_synonymous(0, &other, 0));
    assert!(one.is_synonymous(1, &other, 1));
    assert!(!one.is_synonymous(0, &other, 1));
}

#[test]
fn a_known_synonym_is_a_slight_change() {
    let a: Vec<&str> = "the old ferry sails today .".split(' ').collect();
    let b: Vec<&str> = "the old boat sails today .".split(' ').collect();
    let meaning = tiny();
    let senses = (Arc::new(meaning.sense(&a)), Arc::new(meaning.sense(&b)));
    let natures = (SideNature::default(), SideNature::default());
    let known = collate_by_meaning(&a, &b, natures, (&senses.0, &senses.1));
    let effects = |collation: &Collation| -> Vec<Effect> {
        collation
            .changes
            .iter()
            .map(|change| change.effect)
            .collect()
    };
    assert!(effects(&known).contains(&Effect::Synonym));
    let table = synonyms();
    let senses = (Arc::new(table.sense(&a)), Arc::new(table.sense(&b)));
    let by_table = collate_by_meaning(&a, &b, natures, (&senses.0, &senses.1));
    assert_eq!(effects(&by_table), [Effect::Synonym]);
    assert_eq!(effects(&collate(&a, &b, natures)), [Effect::Wording]);
}

#[test]
fn other_bytes_are_refused() {
    let whole = model();
    let errors = |bytes: &[u8]| load(bytes).err();
    assert_eq!(errors(b""), Some(MeaningError::NotAModel));
    assert_eq!(errors(b"{}"), Some(MeaningError::NotAModel));
    assert_eq!(
        errors(&whole[..whole.len() - 1]),
        Some(MeaningError::WrongLength)
    );
    assert_eq!(
        errors(&[&whole[..], b"x"].concat()),
        Some(MeaningError::WrongLength)
    );
    let mut huge = whole.clone();
    huge[8..12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(errors(&huge), Some(MeaningError::ImpossibleSize));
    let mut infinite = whole.clone();
    infinite[32..36].copy_from_slice(&f32::INFINITY.to_le_bytes());
    assert_eq!(errors(&infinite), Some(MeaningError::NotFinite));
    let short = Lexicon::load(&whole, b"[UNK]\n[CLS]\n[SEP]\n", synonyms()).err();
    assert_eq!(short, Some(MeaningError::OtherVocabulary));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damaged_bytes_never_panic(
        places in prop::collection::vec((0_usize..4_000, any::<u8>()), 1..40),
        end in 0_usize..4_000,
        words in prop::collection::vec("\\PC{0,12}", 0..20),
    ) {
        let mut bytes = model();
        for (place, byte) in places {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Ok(meaning) = load(&bytes) {
            prop_assert_eq!(meaning.sense(&words).len(), words.len());
        }
        bytes.truncate(end);
        prop_assert!(load(&bytes).is_err() || bytes.len() == model().len());
        let _ = Lexicon::load(&model(), &bytes, synonyms());
        let _ = Synonyms::load(&bytes);
    }

    #[test]
    fn turning_the_versions_turns_the_links(
        a in prop::collection::vec("(the|ferry|boat|sails|leave|left|[.])", 0..12),
        b in prop::collection::vec("(the|ferry|boat|sails|leave|left|[.])", 0..12),
    ) {
        let words = |side: &[String]| -> Vec<String> { side.to_vec() };
        let (a, b) = (words(&a), words(&b));
        let a: Vec<&str> = a.iter().map(String::as_str).collect();
        let b: Vec<&str> = b.iter().map(String::as_str).collect();
        let meaning = tiny();
        let (of_a, of_b) = (Arc::new(meaning.sense(&a)), Arc::new(meaning.sense(&b)));
        let natures = (SideNature::default(), SideNature::default());
        let one = collate_by_meaning(&a, &b, natures, (&of_a, &of_b));
        let other = collate_by_meaning(&b, &a, natures, (&of_b, &of_a));
        let mut turned: Vec<(u32, u32)> = other.links.iter().map(|(b, a)| (*a, *b)).collect();
        turned.sort_unstable();
        prop_assert_eq!(one.links, turned);
    }
}
