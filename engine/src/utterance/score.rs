//! How sure it is that two wordings are versions of one utterance, and the gates that words alone
//! cannot open.

use super::SpeakerAgreement;
use super::speakers::agreement;
use super::wording::Wording;
use crate::phrase::{Lexicon, Likeness, likeness, longest_run};

/// Two wordings compared.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// Numbers of the wordings, `a < b`.
    pub a: u32,
    pub b: u32,
    pub likeness: Likeness,
    pub speakers: SpeakerAgreement,
    pub days_apart: Option<u32>,
    pub same_article: bool,
    pub any_reported: bool,
    /// 0 where the evidence does not suffice, whatever the words.
    pub score: f32,
}

/// Whether speakers are known here at all. Bare sentences without any are judged by their whole
/// words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Speakers,
    NoSpeakers,
}

pub(super) fn compare(
    (a, b): (u32, u32),
    wordings: &[Wording],
    lexicon: &Lexicon,
    setting: Setting,
) -> Pair {
    let (one, other) = (&wordings[a as usize], &wordings[b as usize]);
    let mut pair = Pair {
        a,
        b,
        likeness: likeness(&one.phrase, &other.phrase, lexicon),
        speakers: agreement(one.speaker.as_ref(), other.speaker.as_ref()),
        days_apart: days_apart(one.day, other.day),
        same_article: one.shares_article(other),
        any_reported: one.reported || other.reported,
        score: 0.0,
    };
    pair.score = match setting {
        Setting::NoSpeakers => pair.full() + BOTH_UNKNOWN + pair.penalties(WHOLES_CLASH),
        Setting::Speakers if admitted(&pair, one, other) => pair.evidence(one, other),
        Setting::Speakers => 0.0,
    };
    pair
}

/// Days after which a few words are said anew.
const SURELY_OTHER: u32 = 14;

/// So many days lie between two wordings that only long equal ones are one utterance.
pub(super) fn surely_other_occasion(one: Option<i32>, other: Option<i32>) -> bool {
    days_apart(one, other).is_some_and(|days| days >= SURELY_OTHER)
}

fn days_apart(one: Option<i32>, other: Option<i32>) -> Option<u32> {
    one.zip(other).map(|(x, y)| x.abs_diff(y))
}

/// From here on one stands inside the other.
const INSIDE: f32 = 0.8;

const SAME_SPEAKER: f32 = 0.08;
const BOTH_UNKNOWN: f32 = 0.1;
const OTHER_SPEAKER: f32 = -0.35;
/// The same long words cannot be two people's: one of the outlets names another speaker.
const MISATTRIBUTED: f32 = -0.1;
/// A reporter's words are other words: what they share with the speaker's counts for more.
const REPORTED: f32 = 0.06;
const NUMBERS_CLASH: f32 = -0.15;
/// Where whole sentences are all there is, a figure is one word among many.
const WHOLES_CLASH: f32 = -0.05;

impl Pair {
    /// Whether it is worth keeping: one that does not counts as if it had not been compared.
    pub(super) fn tells(&self) -> bool {
        self.score > 0.08
    }

    /// Likeness of the two as wholes.
    fn full(&self) -> f32 {
        0.5 * self.likeness.dice + 0.5 * self.likeness.coverage
    }

    /// One inside the other. A contained word or two says little, however rare.
    fn contained(&self, known: bool) -> f32 {
        let Likeness {
            window,
            held,
            order,
            ..
        } = self.likeness;
        let least = if known { 0.3 } else { 2.0 };
        if self.speakers != SpeakerAgreement::Same && (held < least || window < INSIDE) {
            return 0.0;
        }
        0.95 * window * held / (held + 0.5) * (0.5 + 0.5 * order)
    }

    fn evidence(&self, one: &Wording, other: &Wording) -> f32 {
        let known = one.speaker.is_some() || other.speaker.is_some();
        let speakers = match self.speakers {
            SpeakerAgreement::Same => SAME_SPEAKER,
            SpeakerAgreement::Unknown if known => 0.0,
            SpeakerAgreement::Unknown => BOTH_UNKNOWN,
            SpeakerAgreement::Differs if self.same_words(one, other) => MISATTRIBUTED,
            SpeakerAgreement::Differs => OTHER_SPEAKER,
        };
        let told = self.any_reported && self.speakers == SpeakerAgreement::Same;
        let reported = if told {
            REPORTED * self.likeness.shared.min(1.0)
        } else {
            0.0
        };
        let words = self.full().max(self.contained(known)) + self.few_words();
        words + speakers + reported + self.penalties(NUMBERS_CLASH)
    }

    fn same_words(&self, one: &Wording, other: &Wording) -> bool {
        self.likeness.held >= 1.2 && longest_run(&one.phrase, &other.phrase) >= 0.6
    }

    fn penalties(&self, clash: f32) -> f32 {
        let numbers = if self.likeness.numbers_clash {
            clash
        } else {
            0.0
        };
        numbers + self.other_occasion()
    }

    /// A word or two in common, neither inside the other, prove little: least of all where one
    /// denies and the other does not, where nobody is named and an outlet tells, or where there
    /// is but one such word in two people's own words.
    fn few_words(&self) -> f32 {
        const DENIED: f32 = -0.2;
        const TOLD_BY_NOBODY: f32 = -0.1;
        const ONE_WORD: f32 = -0.15;
        let Likeness {
            shared_words,
            words,
            window,
            denied,
            ..
        } = self.likeness;
        if shared_words > 2 {
            return 0.0;
        }
        let unknown = self.speakers == SpeakerAgreement::Unknown;
        let told = if unknown && self.any_reported {
            TOLD_BY_NOBODY
        } else {
            0.0
        };
        if window >= INSIDE {
            return told;
        }
        let denied = if denied { DENIED } else { 0.0 };
        let one = if shared_words < 2 && words > 2 && !self.any_reported {
            ONE_WORD
        } else {
            0.0
        };
        told + denied + one
    }

    /// A few words that a person says again and again prove nothing when they are weeks apart;
    /// a long statement does, however late it is printed again.
    fn other_occasion(&self) -> f32 {
        const SAME_NEWS: f32 = 3.0;
        const SPEAKS_FOR_ITSELF: f32 = 5.0;
        let days = self.days_apart.map_or(0.0, |days| days as f32);
        let far = ((days - SAME_NEWS) / (SURELY_OTHER as f32 - SAME_NEWS)).clamp(0.0, 1.0);
        let stock = 1.0 - (self.likeness.held / SPEAKS_FOR_ITSELF).min(1.0);
        -far * stock.sqrt()
    }
}

/// Whether a fragment says too little to be known without its speaker: a single word does, and
/// where nobody is named, a phrase of the day.
fn too_little(pair: &Pair, one: &Wording, other: &Wording, nobody: bool) -> bool {
    const PHRASE: usize = 3;
    const TELLING: f32 = 0.6;
    let telling = one.phrase.content_words.min(other.phrase.content_words);
    let words = one.phrase.terms.len().min(other.phrase.terms.len());
    telling < 2 || nobody && telling == 2 && (words <= PHRASE || pair.likeness.held < TELLING)
}

/// Whether one is a single word that tells something, and the other has it in no such form: what
/// an outlet quotes of one word, it quotes for that word.
fn other_word(one: &Wording, other: &Wording) -> bool {
    let (few, many) = if one.phrase.content_words <= other.phrase.content_words {
        (&one.phrase, &other.phrase)
    } else {
        (&other.phrase, &one.phrase)
    };
    let mut telling = few.terms.iter().filter(|term| term.is_content());
    match (telling.next(), telling.next()) {
        (Some(word), None) => many.terms.iter().all(|term| term.form != word.form),
        _ => false,
    }
}

/// A fragment must stand in the other as one run: half of its words where the speaker is the
/// same, all of them where that is unknown.
const RUN: f32 = 0.5;

/// The gates: short stretches join only with evidence beyond their words.
fn admitted(pair: &Pair, one: &Wording, other: &Wording) -> bool {
    let Likeness {
        dice,
        coverage,
        shared,
        window,
        held,
        ..
    } = pair.likeness;
    let same = pair.speakers == SpeakerAgreement::Same;
    let differs = pair.speakers == SpeakerAgreement::Differs;
    let near_copy = dice >= 0.6 && coverage >= 0.4;
    let fragment = one.is_fragment() || other.is_fragment();
    let nobody = one.speaker.is_none() && other.speaker.is_none();
    if fragment && (!same && too_little(pair, one, other, nobody) || other_word(one, other)) {
        return false;
    }
    if near_copy && (same || !differs && held >= 0.25) {
        return true;
    }
    if shared < 0.15 {
        return false;
    }
    if fragment {
        return !differs
            && window >= 0.6
            && (same && !pair.any_reported || held >= 0.5)
            && longest_run(&one.phrase, &other.phrase) >= if same { RUN } else { 0.99 };
    }
    match pair.speakers {
        SpeakerAgreement::Same => true,
        SpeakerAgreement::Unknown if pair.any_reported => held >= 0.6,
        SpeakerAgreement::Unknown => held >= 0.3,
        SpeakerAgreement::Differs => window >= 0.8 && held >= 1.5,
    }
}
