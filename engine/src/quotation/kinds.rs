//! Speech told from terms, whole clauses from fragments.

use super::class::{Class, Flags, Kinds};
use super::linking::Link;
use super::scan::Scan;
use super::view::View;
use super::words::{Word, count};
use super::{AttributionRule, Kind};

const SMALL_WORDS: [&str; 15] = [
    "a", "an", "the", "of", "and", "in", "for", "to", "on", "at", "with", "from", "by", "or", "is",
];

/// Nouns before a title of a work.
const WORKS: [&str; 19] = [
    "book",
    "film",
    "movie",
    "show",
    "song",
    "album",
    "program",
    "documentary",
    "column",
    "episode",
    "commentary",
    "remark",
    "event",
    "article",
    "headline",
    "campaign",
    "bill",
    "act",
    "series",
];

/// What a region in an English text is, its speaker known.
pub(crate) fn of(scan: &Scan<'_>, region: usize, link: Option<&Link>) -> Kind {
    let Some(place) = scan.places[region] else {
        return Kind::Term;
    };
    let judge = Judge {
        scan,
        region,
        view: scan.view(place.sentence),
        unit: place.unit,
        words: scan.regions[region].inner.of(scan.text),
        link,
        headline: scan.paragraphs[scan.sentences[place.sentence].paragraph].headline,
    };
    if judge.is_attribute() {
        return Kind::Term;
    }
    match count(judge.words) {
        0 => Kind::Term,
        1 | 2 => judge.short(),
        words => judge.long(words),
    }
}

struct Judge<'a> {
    scan: &'a Scan<'a>,
    region: usize,
    view: View<'a>,
    unit: usize,
    words: &'a str,
    link: Option<&'a Link>,
    headline: bool,
}

impl Judge<'_> {
    /// The value of an attribute in stray markup: class="…".
    fn is_attribute(&self) -> bool {
        self.scan.text[..self.scan.regions[self.region].outer.start].ends_with('=')
    }

    fn long(&self, words: usize) -> Kind {
        let before = self.unit.checked_sub(1);
        if before.is_some_and(|before| self.view.is(before, "so-called")) || self.is_title() {
            return Kind::Term;
        }
        if self.link.is_none() && words <= 4 && !self.ends_like_speech() {
            return Kind::Term;
        }
        let fills_headline = self.headline
            && self.unit + 1 == self.view.len()
            && before.is_some_and(|before| self.view.mark(before, ":"))
            && self.words.starts_with(char::is_uppercase);
        if fills_headline {
            return Kind::Direct;
        }
        let whole = self
            .words
            .starts_with(|c: char| c.is_uppercase() || matches!(c, '…' | '['))
            && (self.ends_like_speech() || words >= 7);
        if whole { Kind::Direct } else { Kind::Partial }
    }

    /// One or two words are speech only where a cue says so.
    fn short(&self) -> Kind {
        let before = self.unit.checked_sub(1);
        if before.is_some_and(|before| self.view.any(before, &["so-called", "dubbed", "nicknamed"]))
        {
            return Kind::Term;
        }
        let Some(link) = self.link else {
            return Kind::Term;
        };
        if self.headline && link.rule == AttributionRule::Label {
            return Kind::Partial;
        }
        let Some(cue) = link.cue else {
            // “Who pays?” Doe went on. “Nobody knows.”
            let spoken = link.inherited || link.rule == AttributionRule::Label;
            let opens = (0..self.unit).all(|at| self.view.class(at) == Class::Punctuation);
            let sentence = self.words.starts_with(char::is_uppercase) && self.ends_like_speech();
            return if spoken && opens && sentence {
                Kind::Direct
            } else {
                Kind::Term
            };
        };
        // On “Harbour Talk,” Doe said: a programme or a paper.
        let titled = before.is_some_and(|before| {
            self.view
                .is_class(before, &[Class::Preposition, Class::Genitive])
        });
        if titled && self.words.starts_with(char::is_uppercase) {
            return Kind::Term;
        }
        let capital = self.words.starts_with(char::is_uppercase);
        if cue.introduces && self.ends_like_speech() && capital {
            return Kind::Direct;
        }
        let after = matches!(
            link.rule,
            AttributionRule::CueAfter | AttributionRule::Inverted
        );
        if after && self.words.ends_with([',', '?', '!']) {
            return if capital { Kind::Direct } else { Kind::Partial };
        }
        let beside = after || link.rule == AttributionRule::CueBefore;
        if beside && (cue.framing || cue.kinds.has(Kinds::SAY | Kinds::HEARER)) {
            Kind::Partial
        } else {
            Kind::Term
        }
    }

    fn ends_like_speech(&self) -> bool {
        self.words.ends_with([',', '.', '?', '!'])
    }

    /// A title of a work: every word a capital, and no cue beside it.
    fn is_title(&self) -> bool {
        if self.headline || !self.in_title_case() {
            return false;
        }
        let view = self.view;
        let before = self.unit.checked_sub(1);
        if let Some(before) = before {
            let introduced = view.is_class(before, &[Class::Preposition, Class::Genitive])
                || view.any(before, &WORKS);
            let set_off = view.mark(before, ",:—–");
            let own_end = self.words.ends_with([',', '?', '!']);
            let work_before = before > 0 && set_off && view.any(before - 1, &WORKS);
            let exclaims = self.words.ends_with(['?', '!']);
            if (introduced || work_before) && !exclaims
                || !set_off && !self.ends_like_speech() && !own_end
            {
                return true;
            }
        }
        if self.is_subheading() {
            return true;
        }
        let linked = self.link.is_some_and(|link| {
            link.cue.is_some() || link.rule == AttributionRule::Label || link.inherited
        });
        let quoted_before = (0..self.unit).any(|at| view.quoted(at));
        !linked && !quoted_before && before.is_some_and(|before| !view.mark(before, ":"))
    }

    /// A paragraph that is nothing but the marked words.
    fn is_subheading(&self) -> bool {
        let region = &self.scan.regions[self.region];
        let paragraph = self.scan.paragraphs[region.paragraph as usize].span;
        let rest = paragraph.len().saturating_sub(region.outer.len());
        rest <= 1 && self.link.is_none_or(|link| link.inherited)
    }

    fn in_title_case(&self) -> bool {
        let words = self.inner_words();
        let names = || words.iter().filter(|word| word.alphabetic);
        let small = |word: &Word| SMALL_WORDS.contains(&word.text(self.scan.text));
        let capitals = names().filter(|word| word.capital).count();
        let count = names().count();
        capitals >= 2
            && count <= 9
            && names().all(|word| word.capital || small(word))
            && self.words.chars().any(char::is_lowercase)
    }

    fn inner_words(&self) -> &[Word] {
        let inner = self.scan.regions[self.region].inner;
        let first = self
            .scan
            .words
            .partition_point(|word| (word.start as usize) < inner.start);
        let end = self
            .scan
            .words
            .partition_point(|word| (word.start as usize) < inner.end);
        &self.scan.words[first..end]
    }
}

/// Words of a region that belong to a finite clause, in any language.
pub(crate) fn holds(words: &[Word], flags: Flags) -> bool {
    words.iter().any(|word| word.has(flags))
}
