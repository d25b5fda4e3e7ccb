//! How near each member of an utterance is to its most complete version, and why it is held for
//! one: what people read beside a version.

use super::members::Members;
use super::score::{Pair, Setting, compare};
use super::wording::Wording;
use super::{Group, Item, Member, Reason, Tier};
use crate::phrase::{Lexicon, Likeness, Phrase};
use crate::quotation::Kind;

/// A version below this is shown as possible: from here on 13 of 13 told ones were right, and
/// below it two statements of one person on one matter are alike by their topic.
const SURELY: f32 = 0.36;

/// What tiers are read from.
pub(super) struct Versions<'v> {
    pub items: &'v [Item<'v>],
    pub wordings: &'v [Wording],
    pub lexicon: &'v Lexicon,
    pub setting: Setting,
}

impl Versions<'_> {
    /// One utterance from its sure wordings and its possible ones, each with its best score.
    pub(super) fn group(&self, Members { sure, possible }: &Members) -> Option<Group> {
        let head = self.most_complete(sure)?;
        let mut members = Vec::new();
        for (number, score) in sure {
            self.add(head, *number, *score, false, &mut members);
        }
        for (number, score) in possible {
            self.add(head, *number, *score, true, &mut members);
        }
        let first = *self.wordings[head as usize].items.first()?;
        members.sort_by_key(|member| {
            let (item, possible) = (member.item, member.tier == Tier::Possible);
            (item != first, possible, self.items[item].id, item)
        });
        (members.len() > 1).then_some(Group { members })
    }

    /// The wording that holds most of what was said, in the speaker's own words if there are any.
    fn most_complete(&self, sure: &[(u32, f32)]) -> Option<u32> {
        let numbers = sure.iter().map(|(number, _)| *number);
        numbers.max_by(|a, b| {
            let (x, y) = (&self.wordings[*a as usize], &self.wordings[*b as usize]);
            let own = (!x.reported).cmp(&!y.reported);
            own.then(x.phrase.weight.total_cmp(&y.phrase.weight))
                .then(b.cmp(a))
        })
    }

    fn add(&self, head: u32, number: u32, score: f32, possible: bool, to: &mut Vec<Member>) {
        let pair = compare((head, number), self.wordings, self.lexicon, self.setting);
        let (top, wording) = (
            &self.wordings[head as usize],
            &self.wordings[number as usize],
        );
        let apart = if possible {
            Tier::Possible
        } else {
            // The head is what the others are versions of, however it was told.
            let least = match self.setting {
                Setting::Speakers => SURELY,
                Setting::NoSpeakers => 0.0,
            };
            tier(
                wording,
                top,
                if number == head { 1.0 } else { score },
                least,
            )
        };
        let whole = &self.items[top.items[0]];
        for index in &wording.items {
            let item = &self.items[*index];
            let tier = match apart {
                Tier::Verbatim if item.text.trim() != whole.text.trim() => Tier::Typography,
                tier => tier,
            };
            let tier = if tier == Tier::Reported && item.kind != Kind::Reported {
                Tier::Reworded
            } else {
                tier
            };
            to.push(Member {
                item: *index,
                tier,
                reason: reason(&pair, score),
            });
        }
    }
}

fn reason(pair: &Pair, score: f32) -> Reason {
    let Likeness {
        order,
        window,
        shared_words,
        words,
        numbers_clash,
        ..
    } = pair.likeness;
    Reason {
        speaker: pair.speakers,
        shared_words,
        words,
        moved: order < 0.75,
        contained: window >= 0.85,
        days_apart: pair.days_apart,
        numbers_clash,
        score: score.clamp(0.0, 1.0),
        by_you: false,
    }
}

/// How a sure wording stands to the head.
fn tier(wording: &Wording, head: &Wording, score: f32, least: f32) -> Tier {
    if score < least {
        return Tier::Possible;
    }
    if wording.reported {
        return Tier::Reported;
    }
    let (short, long) = if wording.phrase.terms.len() <= head.phrase.terms.len() {
        (&wording.phrase, &head.phrase)
    } else {
        (&head.phrase, &wording.phrase)
    };
    let contained = is_cut_from(short, long);
    if contained && short.terms.len() == long.terms.len() {
        Tier::Verbatim
    } else if wording.is_fragment() && wording.phrase.weight < 0.5 * head.phrase.weight {
        Tier::Fragment
    } else if contained {
        Tier::Trimmed
    } else {
        Tier::Reworded
    }
}

/// Whether all words of the shorter stand in the longer, in their order.
fn is_cut_from(short: &Phrase, long: &Phrase) -> bool {
    let mut rest = long.terms.iter();
    short
        .terms
        .iter()
        .all(|word| rest.any(|other| other.form == word.form))
}
