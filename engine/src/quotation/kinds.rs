//! Speech told from terms, whole clauses from fragments.

use super::class::{Class, Kinds};
use super::linking::Link;
use super::scan::Scan;
use super::view::View;
use super::words::{Word, count};
use super::{AttributionRule, Kind};

const SMALL_WORDS: [&str; 15] = [
    "a", "an", "the", "of", "and", "in", "for", "to", "on", "at", "with", "from", "by", "or", "is",
];

/// Words of the longest title.
const LONGEST_TITLE: usize = 12;

/// Verbs that give a work its title, before it.
const TITLED: [&str; 4] = ["titled", "entitled", "headlined", "subtitled"];

/// What bears writing: “Keep the Ferry” signs.
const BEARERS: [&str; 16] = [
    "sign", "signs", "banner", "banners", "shirt", "shirts", "t-shirt", "t-shirts", "hat", "hats",
    "cap", "caps", "poster", "posters", "sticker", "stickers",
];

/// Verbs before a name of a programme or paper: told “Harbour Talk”.
const HEARING: [&str; 3] = ["told", "tells", "telling"];

/// Nouns before a title of a work.
const WORKS: [&str; 37] = [
    "anthem",
    "hymn",
    "segment",
    "single",
    "hit",
    "classic",
    "ballad",
    "essay",
    "editorial",
    "novel",
    "memoir",
    "play",
    "musical",
    "opera",
    "poem",
    "sitcom",
    "pamphlet",
    "magazine",
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
pub(crate) fn of(scan: &Scan<'_>, earlier: &[Kind], region: usize, link: Option<&Link>) -> Kind {
    let Some(place) = scan.places[region] else {
        return Kind::Term;
    };
    let judge = Judge {
        scan,
        earlier,
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
    /// Of the regions before this one.
    earlier: &'a [Kind],
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
        let so_called = before.is_some_and(|before| {
            self.view.is(before, "so-called")
                || self.view.any(before, &TITLED) && self.words.starts_with(char::is_uppercase)
        });
        if so_called
            || self.on_something()
            || self.is_named_work()
            || self.is_title()
            || self.is_designation()
        {
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
        if joins_speech(self.view, self.earlier, self.unit) {
            return Kind::Partial;
        }
        if self.headline && link.rule == AttributionRule::Label {
            return Kind::Partial;
        }
        let Some(cue) = link.cue else {
            // “Who pays?” Doe went on. “Nobody knows.”
            let spoken = link.inherited || link.rule != AttributionRule::SentenceSubject;
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
        if self.is_judgement()
            || beside && (cue.framing || cue.kinds.has(Kinds::SAY | Kinds::HEARER))
        {
            Kind::Partial
        } else {
            Kind::Term
        }
    }

    /// “Keep the Ferry” signs
    fn on_something(&self) -> bool {
        self.view.any_at(self.unit + 1, &BEARERS)
    }

    /// its “chief water reader” Jane Doe, a “flood zone,” which is defined as …: the words name what
    /// stands beside them, and nobody is said to speak.
    fn is_designation(&self) -> bool {
        let view = self.view;
        let next = self.unit + 1;
        let spoken = self.link.is_some_and(|link| link.cue.is_some());
        let Some(before) = self.unit.checked_sub(1).filter(|_| !spoken) else {
            return false;
        };
        let owned = view.class(before) == Class::Genitive
            || view.any(before, &["his", "her", "their", "its", "my", "our"]);
        let before_name = owned && next < view.len() && view.class(next) == Class::Name;
        let defined = view.any_at(next, &["which"])
            && view.any_at(next + 1, &["is", "are", "was", "were"])
            && view.any_at(next + 2, &["defined", "known"]);
        before_name || defined
    }

    /// Her column, “We can do better,” is …: the noun's own apposition.
    fn is_named_work(&self) -> bool {
        let view = self.view;
        // "her column on May 5, “…”"
        let dated = |at: &usize| {
            view.date_word(*at) || view.class(*at) == Class::Number || view.is(*at, "on")
        };
        let comma = self.unit.saturating_sub(1);
        let Some(noun) = (0..comma).rev().find(|at| !dated(at)) else {
            return false;
        };
        let owned = noun > 0
            && (view.class(noun - 1) == Class::Genitive
                || view.class(noun - 1) == Class::Determiner
                || view.mark(noun - 1, "'’")
                || view.any(noun - 1, &["his", "her", "their", "its", "my", "our"]));
        let spoken = self.link.is_some_and(|link| link.cue.is_some());
        view.mark(self.unit - 1, ",") && view.any(noun, &WORKS) && owned && !spoken
    }

    /// hailed Doe as “The Harbour King”: a judgement, not a title.
    fn is_judgement(&self) -> bool {
        let view = self.view;
        let as_before = self.unit > 0 && view.is(self.unit - 1, "as");
        as_before
            && self
                .link
                .and_then(|link| link.cue)
                .is_some_and(|cue| cue.framing || cue.kinds.has(Kinds::OBJECT | Kinds::SAY))
    }

    fn ends_like_speech(&self) -> bool {
        self.words.ends_with([',', '.', '?', '!'])
    }

    /// A title of a work: every word a capital, and no cue beside it.
    fn is_title(&self) -> bool {
        if self.headline || !self.in_title_case() || self.is_judgement() {
            return false;
        }
        let view = self.view;
        let before = self.unit.checked_sub(1);
        if let Some(before) = before {
            let introduced = view.is_class(before, &[Class::Preposition, Class::Genitive])
                || view.any(before, &HEARING)
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
        if self.is_subheading() || self.joins_title() {
            return true;
        }
        let linked = self.link.is_some_and(|link| {
            link.cue.is_some() || link.rule != AttributionRule::SentenceSubject || link.inherited
        });
        let quoted_before = (0..self.unit).any(|at| view.quoted(at));
        !linked && !quoted_before && before.is_some_and(|before| !view.mark(before, ":"))
    }

    /// “Boats of the North,” not “Ships of the North”: what is set against a title is one.
    fn joins_title(&self) -> bool {
        let view = self.view;
        let Some(before) = self.unit.checked_sub(2).filter(|at| view.quoted(*at)) else {
            return false;
        };
        view.any(self.unit - 1, &["not", "and", "or"])
            && self.earlier.get(view.units[before].region as usize) == Some(&Kind::Term)
    }

    /// A paragraph that is nothing but the marked words.
    fn is_subheading(&self) -> bool {
        let region = &self.scan.regions[self.region];
        let paragraph = self.scan.paragraphs[region.paragraph as usize].span;
        let rest = paragraph.len().saturating_sub(region.outer.len());
        rest <= 1 && self.link.is_none_or(|link| link.inherited)
    }

    fn in_title_case(&self) -> bool {
        let words = self.scan.words_in(self.scan.regions[self.region].inner);
        let names = || words.iter().filter(|word| word.alphabetic);
        let small = |word: &Word| SMALL_WORDS.contains(&word.text(self.scan.text));
        let capitals = names().filter(|word| word.capital).count();
        let count = names().count();
        // “NO delay and NO excuse”: raised voice, no title.
        let loud = |word: &&Word| {
            let text = word.text(self.scan.text);
            text.len() > 1 && text.chars().all(char::is_uppercase)
        };
        capitals >= 2
            && names().filter(loud).count() * 2 <= capitals
            && count <= LONGEST_TITLE
            && names().all(|word| word.capital || small(word))
            && self.words.chars().any(char::is_lowercase)
    }
}

/// “A” and “B”: what stands beside speech is speech.
pub(crate) fn joins_speech(view: View<'_>, earlier: &[Kind], unit: usize) -> bool {
    let links = ["and", "or", "und", "oder"];
    unit >= 2
        && (view.any(unit - 1, &links) || view.mark(unit - 1, ","))
        && view.quoted(unit - 2)
        && earlier
            .get(view.units[unit - 2].region as usize)
            .is_some_and(|kind| *kind == Kind::Partial)
}
