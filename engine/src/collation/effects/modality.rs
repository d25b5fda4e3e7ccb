//! must, should, will, may and the words that hedge.

use super::inflection::has_to;
use super::{Difference, same_content, spoken};
use crate::collation::words::Word;
use crate::collation::{Effect, Note};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Force {
    Obligation,
    Advice,
    Certainty,
    Possibility,
}

const FORCES: &[(Force, &[&str])] = &[
    (
        Force::Obligation,
        &[
            "must",
            "need",
            "needs",
            "needed",
            "required",
            "obliged",
            "forced",
            "muss",
            "müssen",
            "musste",
            "mussten",
            "müsste",
            "müssten",
            "必须",
            "必須",
            "须",
            "須",
            "不得不",
        ],
    ),
    (
        Force::Advice,
        &[
            "should", "ought", "shall", "sollte", "sollten", "soll", "sollen", "应该", "應該",
            "应当", "應當", "应", "應", "べき",
        ],
    ),
    (
        Force::Certainty,
        &[
            "will",
            "would",
            "'ll",
            "certainly",
            "definitely",
            "surely",
            "undoubtedly",
            "wird",
            "werden",
            "sicher",
            "bestimmt",
            "会",
            "會",
            "必将",
            "必將",
            "一定",
            "必ず",
            "きっと",
        ],
    ),
    (
        Force::Possibility,
        &[
            "may",
            "might",
            "can",
            "could",
            "possibly",
            "perhaps",
            "maybe",
            "likely",
            "unlikely",
            "probably",
            "apparently",
            "allegedly",
            "reportedly",
            "seem",
            "seems",
            "seemed",
            "appear",
            "appears",
            "kann",
            "können",
            "könnte",
            "könnten",
            "dürfte",
            "dürften",
            "vielleicht",
            "wahrscheinlich",
            "womöglich",
            "möglicherweise",
            "offenbar",
            "可能",
            "也许",
            "也許",
            "或许",
            "或許",
            "大概",
            "恐怕",
            "能",
            "能够",
            "能夠",
            "可以",
            "かも",
            "しれ",
            "おそらく",
            "恐らく",
            "たぶん",
        ],
    ),
];

/// In a longer stretch a modal is one word among many.
const LONGEST: usize = 5;
const LONGEST_HEDGED: usize = 3;

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let (a, b) = (difference.a(), difference.b());
    let longest = if difference.alone().is_some() {
        2
    } else {
        LONGEST
    };
    if spoken(a).count() > longest || spoken(b).count() > longest {
        return None;
    }
    let (of_a, of_b) = (
        forces(a, difference.after_a()),
        forces(b, difference.after_b()),
    );
    let (mut in_a, mut in_b) = (of_a.clone(), of_b.clone());
    if in_a == in_b {
        return None;
    }
    // "every one must", left out, and "had to", put in.
    if difference.alone().is_some() {
        let there = forces(difference.in_place(), None);
        let carried = |forces: &[Force]| forces.iter().all(|force| there.contains(force));
        if carried(&in_a) && carried(&in_b) {
            return None;
        }
    }
    // Plain "will" is a tense: "opens" and "will open" differ in nothing else.
    for (own, other) in [(&mut in_a, &of_b), (&mut in_b, &of_a)] {
        if other.is_empty() && own[..] == [Force::Certainty] && plain_future(a, b) {
            own.clear();
        }
    }
    if in_a == in_b {
        return None;
    }
    // One hedge in a phrase of other words is one word among several.
    let one_sided = in_a.is_empty() || in_b.is_empty();
    let long = spoken(a).count().max(spoken(b).count()) > LONGEST_HEDGED;
    if one_sided && long && !same_content(a, b) {
        return None;
    }
    Some((Effect::Modality, note(&in_a, &in_b)))
}

/// Verbs that hedge where another verb hangs on them: "appear to hold", not "appear there".
const SEEMING: &[&str] = &["seem", "seems", "seemed", "appear", "appears"];

/// `after` is the word that follows.
fn forces(words: &[Word], after: Option<&Word>) -> Vec<Force> {
    let next = words.iter().skip(1).map(Some).chain([after]);
    let hedges = |(word, next): &(&Word, Option<&Word>)| {
        let leads_on = next.is_some_and(|next| matches!(&next.normal[..], "to" | "that"));
        !word.mark && (leads_on || !SEEMING.contains(&&word.normal[..]))
    };
    let of = |word: &Word, next: Option<&Word>| {
        if has_to(word, next) {
            return Some(Force::Obligation);
        }
        let says = |form: &str| FORCES.iter().find(|(_, words)| words.contains(&form));
        let whole = says(&word.normal);
        let contracted = || word.normal.ends_with("'ll").then(|| &FORCES[2]);
        whole.or_else(contracted).map(|(force, _)| *force)
    };
    let mut forces: Vec<Force> = words
        .iter()
        .zip(next)
        .filter(hedges)
        .filter_map(|(word, next)| of(word, next))
        .collect();
    forces.sort_unstable();
    forces.dedup();
    forces
}

fn plain_future(a: &[Word], b: &[Word]) -> bool {
    let tense = |word: &Word| {
        matches!(
            &word.normal[..],
            "will" | "would" | "'ll" | "wird" | "werden" | "会" | "會"
        )
    };
    let says_more = |word: &Word| {
        forces(std::slice::from_ref(word), None) == [Force::Certainty] && !tense(word)
    };
    !spoken(a).chain(spoken(b)).any(says_more)
}

fn note(a: &[Force], b: &[Force]) -> Note {
    use Force::{Advice, Obligation, Possibility};
    let only_a = |force| a.contains(&force) && !b.contains(&force);
    let only_b = |force| b.contains(&force) && !a.contains(&force);
    if only_a(Obligation) && only_b(Advice) {
        Note::ObligationToAdvice
    } else if only_a(Advice) && only_b(Obligation) {
        Note::AdviceToObligation
    } else if only_b(Possibility) && !only_a(Obligation) && !only_a(Advice) {
        Note::CertaintyToPossibility
    } else if only_a(Possibility) && !only_b(Obligation) && !only_b(Advice) {
        Note::PossibilityToCertainty
    } else {
        Note::ModalityDiffers
    }
}
