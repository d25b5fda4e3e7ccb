//! Speakers of one article: what stands in the text becomes the fullest name the article has.

use super::cast::Cast;
use super::figure::{Gender, pronoun_gender};
use super::roles::Role;
use crate::quotation::class::Flags;
use crate::quotation::words::{OUTSIDE, Word};
use crate::quotation::{AttributionRule, Kind, Quotation};
use crate::text::Span;

/// Sentences with people in them before a pronoun, and how many of them a subject outweighs.
const SENTENCES_BACK: u32 = 4;
const PROMINENCE: u32 = 2;
/// How many a person whose gender is known outweighs one who may be of the other.
const KNOWN_GENDER: u32 = 1;
/// Mentions before a pronoun among which its person is sought.
const LOOK_BACK: usize = 60;
/// Mentions before a role phrase, and bytes after it, among which its bearer is sought.
const ROLE_BACK: usize = 400;
const ROLE_AHEAD: usize = 60;
/// Quotations before "He added" among which the speaker is sought.
const SPOKEN_BACK: usize = 30;
/// Quotations before "They said" among which its source is sought, and bytes.
const SOURCES_BACK: usize = 8;
const SOURCE_REACH: usize = 1200;

/// Names the speakers of an article's quotations, given in reading order.
pub(crate) fn name(cast: &Cast<'_>, quotations: &mut [Quotation]) {
    for at in 0..quotations.len() {
        let Some((name, rule)) = Namer {
            cast,
            earlier: &quotations[..at],
        }
        .named(&quotations[at]) else {
            continue;
        };
        if let Some(speaker) = &mut quotations[at].speaker {
            speaker.name = name;
            if let Some(rule) = rule {
                speaker.reason.rule = rule;
            }
        }
    }
}

/// Words before "they" among which its group is sought, and the words of one.
const GROUP_BACK: usize = 160;
const LONGEST_GROUP: usize = 6;
const GROUPS: [&str; 22] = [
    "ministers",
    "chairmen",
    "leaders",
    "officials",
    "lawmakers",
    "senators",
    "governors",
    "mayors",
    "lawyers",
    "prosecutors",
    "judges",
    "researchers",
    "scientists",
    "economists",
    "authors",
    "doctors",
    "engineers",
    "organisers",
    "organizers",
    "campaigners",
    "residents",
    "presidents",
];

struct Namer<'a> {
    cast: &'a Cast<'a>,
    earlier: &'a [Quotation],
}

impl Namer<'_> {
    fn named(&self, quotation: &Quotation) -> Option<(String, Option<AttributionRule>)> {
        let speaker = quotation.speaker.as_ref()?;
        let span = speaker.span?;
        if let Some(figure) = person_in(self.cast, span) {
            return Some((self.cast.figures[figure].name.clone(), None));
        }
        let words = words_in(self.cast, span);
        let opens = words.first().map_or("", |word| word.text(self.cast.text));
        let pronoun = |list: &[&str]| list.iter().any(|word| opens.eq_ignore_ascii_case(word));
        if let Some(gender) = pronoun_gender(opens) {
            return self.pronoun(span, gender);
        }
        if words.len() == 1 && pronoun(&["his"]) {
            return self.pronoun(span, Gender::Man);
        }
        if words.len() == 1 && pronoun(&["her"]) {
            return self.pronoun(span, Gender::Woman);
        }
        if pronoun(&["sie"]) && words.len() == 1 && !self.is_plural_verb(span) {
            return self.pronoun(span, Gender::Woman);
        }
        if pronoun(&["they", "it"]) && words.len() == 1 {
            let plural = pronoun(&["they"]);
            let source = self.source_before(span, plural);
            return source
                .or_else(|| plural.then(|| self.group_before(span)).flatten())
                .map(|name| (name, Some(AttributionRule::Pronoun)));
        }
        if let Some(figure) = self.by_role(span, words) {
            return Some((self.cast.figures[figure].name.clone(), None));
        }
        let written = speaker.as_written.split_whitespace();
        let written = written.collect::<Vec<_>>().join(" ");
        let name = Some(plain(&written)).filter(|name| name.contains(char::is_alphanumeric));
        Some((name.unwrap_or(&written).to_owned(), None))
    }

    /// "sagten sie": the verb beside the pronoun tells how many there are.
    fn is_plural_verb(&self, span: Span) -> bool {
        let words = self.cast.words;
        let at = words.partition_point(|word| (word.start as usize) < span.start);
        let beside = [at.checked_sub(1), Some(at + 1)];
        beside.into_iter().flatten().any(|at| {
            words.get(at).is_some_and(|word| {
                word.entry.lemma > 0 && word.text(self.cast.text).ends_with("en")
            })
        })
    }

    /// "He added" after a quotation is its speaker; else the last person of that gender named.
    fn pronoun(&self, span: Span, gender: Gender) -> Option<(String, Option<AttributionRule>)> {
        if self.goes_on(span)
            && let Some(name) = self.last_speaker(span, gender)
        {
            return Some((name, Some(AttributionRule::Pronoun)));
        }
        let figure = self.antecedent(span.start, gender)?;
        Some((self.cast.figures[figure].name.clone(), None))
    }

    /// "added", "continued", "also": the pronoun's clause carries on.
    fn goes_on(&self, span: Span) -> bool {
        let first = self
            .cast
            .words
            .partition_point(|word| (word.start as usize) < span.end);
        let next = [
            "added",
            "adds",
            "continued",
            "also",
            "concluded",
            "went",
            "then",
            "later",
            "further",
        ];
        self.cast.words[first..].iter().take(1).any(|word| {
            next.iter()
                .any(|next| word.text(self.cast.text).eq_ignore_ascii_case(next))
        })
    }

    /// Of what was reported just before in the paragraph, else of the last quotation in marks.
    fn last_speaker(&self, span: Span, gender: Gender) -> Option<String> {
        let earlier = || {
            self.earlier
                .iter()
                .rev()
                .take(SPOKEN_BACK)
                .filter(|quotation| {
                    let other = quotation
                        .speaker
                        .as_ref()
                        .is_some_and(|speaker| speaker.span != Some(span));
                    other && quotation.kind != Kind::Term && end_of(quotation) < span.start
                })
        };
        let near = |quotation: &&Quotation| {
            let between = Span::new(end_of(quotation), span.start);
            between.len() < SOURCE_REACH && !between.of(self.cast.text).contains('\n')
        };
        let marked =
            |quotation: &&Quotation| matches!(quotation.kind, Kind::Direct | Kind::Partial);
        let spoken = earlier()
            .take_while(near)
            .next()
            .or_else(|| earlier().find(marked))?;
        let name = &spoken.speaker.as_ref()?.name;
        let figure = self.cast.figure_named(name)?;
        self.cast.figures[figure]
            .gender()
            .is_none_or(|own| own == gender)
            .then(|| name.clone())
    }

    /// The person of a gender whom the sentences before speak of most: their subjects before their
    /// objects, the near ones before the far.
    fn antecedent(&self, byte: usize, gender: Gender) -> Option<usize> {
        let mut best: Option<(u32, usize)> = None;
        let mut latest = None;
        for at in self.cast.before(byte).take(LOOK_BACK) {
            let mention = &self.cast.mentions[at];
            let Some(figure) = self.cast.of[at].filter(|_| !mention.quoted) else {
                continue;
            };
            let own = self.cast.figures[figure].gender();
            if own.is_some_and(|own| own != gender) {
                continue;
            }
            let distance = *latest.get_or_insert(mention.sentence) - mention.sentence;
            if distance > SENTENCES_BACK {
                break;
            }
            // The first of a sentence is likely its subject, unless a preposition stands before it.
            let score = self.prominence(at) * PROMINENCE + SENTENCES_BACK - distance
                + u32::from(own.is_some()) * KNOWN_GENDER;
            if best.is_none_or(|(top, _)| score >= top) {
                best = Some((score, figure));
            }
        }
        best.map(|(_, figure)| figure)
    }

    /// 1 for what may be a subject, 0 for what hangs on a preposition or a genitive.
    fn prominence(&self, at: usize) -> u32 {
        let mention = &self.cast.mentions[at];
        let before = |steps: usize| {
            let at = mention.first.checked_sub(steps)?;
            Some(&self.cast.words[at])
        };
        // "according to Doe" is no adjunct: Doe speaks.
        let source = before(2)
            .is_some_and(|word| word.text(self.cast.text).eq_ignore_ascii_case("according"));
        let hangs = mention.genitive
            || !source && before(1).is_some_and(|word| word.has(Flags::PREPOSITION));
        u32::from(!hangs)
    }

    /// "They said": the last source that is no person.
    fn source_before(&self, span: Span, plural: bool) -> Option<String> {
        self.earlier
            .iter()
            .rev()
            .take(SOURCES_BACK)
            .find_map(|quotation| {
                let speaker = quotation.speaker.as_ref()?;
                let place = speaker.span?;
                let near = place.end <= span.start && span.start - place.end < SOURCE_REACH;
                let head = plain(&speaker.as_written);
                let person = self.cast.figure_named(&speaker.name).is_some();
                let fits = !plural || head.split(" of ").next().is_some_and(is_plural);
                (near && !person && fits && !is_pronoun(head) && !is_written(head))
                    .then(|| head.to_owned())
            })
    }

    /// "The three ministers issued a statement. … They wrote": the group that opens a sentence.
    fn group_before(&self, span: Span) -> Option<String> {
        let (text, words) = (self.cast.text, self.cast.words);
        let at = words.partition_point(|word| (word.start as usize) < span.start);
        let opens = |at: &usize| {
            let before = at.checked_sub(1).map(|before| &words[before]);
            before.is_none_or(|before| {
                let between = &text[before.end as usize..words[*at].start as usize];
                between.contains('\n') || before.text(text) == "."
            })
        };
        let first = (at.saturating_sub(GROUP_BACK)..at)
            .rev()
            .filter(|at| words[*at].region == OUTSIDE && opens(at))
            .find(|at| group_end(text, &words[*at..]).is_some())?;
        let last = first + group_end(text, &words[first..])?;
        Some(text[words[first].start as usize..words[last].end as usize].to_owned())
    }

    fn by_role(&self, span: Span, words: &[Word]) -> Option<usize> {
        let phrase = definite_role(self.cast.text, words)?;
        self.cast
            .before(span.end + ROLE_AHEAD)
            .take(ROLE_BACK)
            .find_map(|at| {
                let figure = self.cast.of[at]?;
                self.cast.figures[figure]
                    .roles
                    .iter()
                    .any(|role| role.answers(&phrase))
                    .then_some(figure)
            })
    }
}

/// The last word of a group of people that stands at the start: "The three Kovian ministers".
fn group_end(text: &str, words: &[Word]) -> Option<usize> {
    words.first()?.has(Flags::DETERMINER).then_some(())?;
    let phrase = words
        .iter()
        .take(LONGEST_GROUP)
        .take_while(|word| word.alphabetic && !word.has(Flags::PREPOSITION | Flags::AUXILIARY));
    phrase
        .enumerate()
        .skip(1)
        .filter(|(_, word)| !word.capital && GROUPS.contains(&word.text(text)))
        .map(|(at, _)| at)
        .last()
}

fn end_of(quotation: &Quotation) -> usize {
    quotation.spans.last().map_or(0, |last| last.end)
}

/// "The documents": what they show, others say.
fn is_written(head: &str) -> bool {
    [
        "documents",
        "memos",
        "papers",
        "records",
        "figures",
        "results",
        "numbers",
        "files",
    ]
    .iter()
    .any(|noun| head.ends_with(noun))
}

fn is_plural(head: &str) -> bool {
    ["s", "men", "women", "people", "police"]
        .iter()
        .any(|ending| head.ends_with(ending))
}

/// The role in "the president", "the Kovian leader", "Kovia's president": no name, and definite.
pub(crate) fn definite_role(text: &str, words: &[Word]) -> Option<Role> {
    let first = words.first()?;
    let opener = first.text(text).to_lowercase();
    let definite = ["the", "his", "her", "their", "der", "die"].contains(&opener.as_str())
        || first.capital && !first.has(Flags::DETERMINER | Flags::OPENER);
    let last = words.last().filter(|_| definite && words.len() <= 6)?;
    let noun = words
        .iter()
        .any(|word| word.has(Flags::TITLE) && !word.capital)
        || last.has(Flags::TITLE);
    Role::in_phrase(text, words).filter(|_| noun)
}

/// The person whom a phrase names: not one inside "a lawyer for X" or "X's lawyer".
pub(crate) fn person_in(cast: &Cast<'_>, span: Span) -> Option<usize> {
    cast.within(span).find_map(|at| {
        let mention = &cast.mentions[at];
        // "Doe's lawyer", "Doe spokesman": what follows is somebody else.
        let modifies = cast.words.get(mention.end).is_some_and(|next| {
            next.has(Flags::TITLE) && !next.capital && (next.end as usize) <= span.end
        });
        let dependent = mention.genitive && mention.span.end + 3 < span.end
            || modifies
            || mention.first.checked_sub(1).is_some_and(|before| {
                let word = &cast.words[before];
                word.start as usize >= span.start && word.has(Flags::PREPOSITION)
            });
        cast.of[at].filter(|_| !dependent)
    })
}

pub(crate) fn words_in<'c>(cast: &Cast<'c>, span: Span) -> &'c [Word] {
    let first = cast
        .words
        .partition_point(|word| (word.start as usize) < span.start);
    let end = cast
        .words
        .partition_point(|word| (word.start as usize) < span.end);
    &cast.words[first..end]
}

/// A written speaker without a relative pronoun, an apposition's comma, or the article of a name.
pub(crate) fn plain(written: &str) -> &str {
    let mut head = written.trim();
    for ending in [" who", " which", " that"] {
        head = head.strip_suffix(ending).unwrap_or(head);
    }
    head = head.trim_end_matches([',', ' ']);
    for article in ["the ", "The "] {
        if let Some(rest) = head
            .strip_prefix(article)
            .filter(|rest| rest.starts_with(char::is_uppercase))
        {
            head = rest;
        }
    }
    head
}

pub(crate) fn is_pronoun(word: &str) -> bool {
    [
        "they", "it", "he", "she", "his", "her", "their", "its", "who", "i", "we", "er", "sie",
        "es", "wir", "ich", "man", "il", "elle", "él", "ella", "egli", "lei", "ona", "он", "она",
        "він", "вона",
    ]
    .iter()
    .any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}
