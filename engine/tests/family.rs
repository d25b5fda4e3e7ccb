//! Families of wordings among invented versions.

use asquoted_engine::collation::{Collation, SideNature, collate};
use asquoted_engine::family::{Family, Witness, families};
use proptest::prelude::*;

const MARKED: SideNature = SideNature {
    marked: true,
    reported: false,
};

/// The families of versions given as texts, the most complete one first, each of its own outlet
/// unless `outlets` says otherwise.
fn found(texts: &[&str], outlets: &[u32]) -> Vec<Family> {
    let words: Vec<Vec<&str>> = texts
        .iter()
        .map(|text| text.split_whitespace().collect())
        .collect();
    let collations: Vec<Collation> = words[1..]
        .iter()
        .map(|other| collate(&words[0], other, (MARKED, MARKED)))
        .collect();
    let witnesses: Vec<Witness<'_>> = words
        .iter()
        .enumerate()
        .map(|(at, words)| Witness {
            words,
            collation: at.checked_sub(1).map(|at| &collations[at]),
            outlet: outlets[at],
        })
        .collect();
    families(&witnesses, "en")
}

const FIRST: &str = "The old pier will remain shut until divers have examined every single pillar";
const SECOND: &str =
    "The old pier will stay locked until divers have inspected every single column";
const SECOND_AGAIN: &str =
    "The old pier will stay locked until divers have inspected every single column here";
const THIRD: &str = "The old pier will keep closed until divers have checked every single post";

#[test]
fn versions_of_one_translation_are_a_family_with_what_they_share() {
    let families = found(&[FIRST, SECOND, THIRD, SECOND_AGAIN], &[0, 1, 2, 3]);
    assert_eq!(families.len(), 1, "{families:#?}");
    assert_eq!(families[0].members, [1, 3]);
    let shared: Vec<&str> = families[0]
        .evidence
        .iter()
        .map(|choice| choice.words.as_str())
        .collect();
    assert!(
        shared.iter().any(|words| words.contains("inspected")),
        "{shared:?}"
    );
    let inspected = families[0]
        .evidence
        .iter()
        .find(|choice| choice.words.contains("inspected"));
    let elsewhere = inspected
        .map(|choice| choice.elsewhere.join("|"))
        .unwrap_or_default();
    assert!(
        elsewhere.contains("examined") && elsewhere.contains("checked"),
        "{elsewhere}"
    );
}

#[test]
fn two_translations_are_two_families() {
    let families = found(&[FIRST, SECOND, FIRST, SECOND], &[0, 1, 2, 3]);
    let members: Vec<&[u32]> = families
        .iter()
        .map(|family| family.members.as_slice())
        .collect();
    assert_eq!(members, [[0, 2], [1, 3]]);
}

#[test]
fn what_all_print_or_one_outlet_prints_twice_is_no_sharing() {
    assert_eq!(found(&[FIRST, FIRST, FIRST], &[0, 1, 2]), []);
    assert_eq!(found(&[FIRST, SECOND, SECOND, THIRD], &[0, 1, 1, 2]), []);
    assert_eq!(found(&[FIRST, SECOND], &[0, 1]), []);
}

#[test]
fn to_be_complete_where_others_cut_is_no_sharing_but_a_common_cut_is() {
    let cut = "The old pier will remain shut until every single pillar";
    let other_cut = "The old pier until divers have examined every single pillar";
    assert_eq!(found(&[FIRST, FIRST, cut], &[0, 1, 2]), []);
    let families = found(
        &[FIRST, cut, FIRST, FIRST, other_cut, cut],
        &[0, 1, 2, 3, 4, 5],
    );
    assert_eq!(families.len(), 1, "{families:#?}");
    assert_eq!(families[0].members, [1, 5]);
    assert!(
        families[0]
            .evidence
            .iter()
            .any(|choice| choice.words.is_empty())
    );
}

proptest! {
    #[test]
    fn families_are_apart_and_of_several_outlets(
        texts in prop::collection::vec("((pier|shut|divers|the|not|[a-c]{3}) ){0,9}", 1..9),
        outlets in prop::collection::vec(0..4_u32, 9),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let families = found(&texts, &outlets);
        prop_assert_eq!(&families, &found(&texts, &outlets));
        let mut seen = vec![false; texts.len()];
        for family in &families {
            let mut printing: Vec<u32> = family.members.iter().map(|one| outlets[*one as usize]).collect();
            printing.sort_unstable();
            printing.dedup();
            prop_assert!(printing.len() > 1);
            prop_assert!(!family.evidence.is_empty());
            for member in &family.members {
                prop_assert!(!std::mem::replace(&mut seen[*member as usize], true));
            }
        }
    }
}
