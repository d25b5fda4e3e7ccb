//! The people of one article: every name in its fullest form, and whom each mention names.

use rustc_hash::FxHashMap;

use super::figure::{Figure, Gender, majority, pronoun_gender};
use super::mentions::{self, Mention, Opener};
use super::names;
use super::roles::Role;
use crate::quotation::class::Flags;
use crate::quotation::words::Word;
use crate::text::Span;
use crate::work;

pub(crate) struct Cast<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
    pub mentions: Vec<Mention>,
    /// The figure of each mention.
    pub of: Vec<Option<usize>>,
    pub figures: Vec<Figure>,
    by_name: FxHashMap<String, usize>,
}

/// Words before a name among which its title is sought: "mayor of the city Jane Doe".
const ROLE_REACH: usize = 4;

/// People of one surname that are told apart; more are a list, not an article.
const MOST_NAMESAKES: usize = 32;

/// A name that stands alone somewhere.
#[derive(Debug, Clone, Copy, Default)]
struct Bare {
    /// "Mr Doe": a surname.
    titled: bool,
}

/// What a mention says of its person.
struct Named {
    surname: String,
    given: String,
    full: String,
}

impl<'a> Cast<'a> {
    pub fn new(text: &'a str, words: &'a [Word]) -> Self {
        let (mentions, openers) = mentions::find(text, words);
        let mut cast = Self {
            text,
            words,
            of: vec![None; mentions.len()],
            mentions,
            figures: Vec::new(),
            by_name: FxHashMap::default(),
        };
        let bare = cast.bare_words();
        let mut by_surname: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        cast.add_full_names(&bare, &mut by_surname);
        cast.add_namesakes(&mut by_surname);
        cast.add_bare_names(&mut by_surname);
        cast.choose_names();
        cast.hear_pronouns(&openers);
        cast
    }

    /// Takes over what other articles say of people whose gender this one leaves open. Returns
    /// whether there was anything to take over.
    pub fn learn(&mut self, gender: impl Fn(&Figure) -> Option<Gender>) -> bool {
        let mut learned = false;
        for figure in &mut self.figures {
            if majority(figure.votes).is_none() {
                figure.known = gender(figure);
                learned |= figure.known.is_some();
            }
        }
        learned
    }

    /// "Doe spoke first. He …": the only person of a sentence is meant by the pronoun that opens
    /// the next one.
    fn hear_pronouns(&mut self, openers: &[Opener]) {
        for opener in openers {
            let word = &self.words[opener.word];
            let Some(gender) = pronoun_gender(word.text(self.text)) else {
                continue;
            };
            let sentence = opener.sentence.wrapping_sub(1);
            let mut people = self
                .before(word.start as usize)
                .skip_while(|at| self.mentions[*at].sentence > sentence)
                .take_while(|at| self.mentions[*at].sentence == sentence)
                .filter(|at| !self.mentions[*at].quoted)
                .map(|at| (at, self.of[at]));
            let (first, second) = (people.next(), people.next());
            drop(people);
            let (Some((at, Some(figure))), None) = (first, second) else {
                continue;
            };
            let from = self.mentions[at].span.end;
            let same_paragraph = !self.text[from..word.start as usize].contains('\n');
            if same_paragraph && !self.mentions[at].genitive {
                self.figures[figure].echoes[usize::from(gender == Gender::Woman)] += 1;
            }
        }
    }

    /// The figure whose fullest form is `name`.
    pub fn figure_named(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// Given names of those from whom a figure of the same surname, itself without one, is told
    /// apart.
    pub fn namesakes(&self, figure: &Figure) -> Vec<String> {
        let others = self
            .figures
            .iter()
            .filter(|other| other.surname == figure.surname && !other.given.is_empty());
        if figure.given.is_empty() {
            others.map(|other| other.given.clone()).collect()
        } else {
            Vec::new()
        }
    }

    /// Mentions inside a stretch of text, by index.
    pub fn within(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let first = self
            .mentions
            .partition_point(|mention| mention.span.start < span.start);
        (first..self.mentions.len())
            .inspect(|_| work::step(1))
            .take_while(move |at| self.mentions[*at].span.end <= span.end)
    }

    /// Mentions that end before a byte, the nearest first.
    pub fn before(&self, byte: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self
            .mentions
            .partition_point(|mention| mention.span.start < byte);
        (0..end).rev().inspect(|_| work::step(1))
    }

    /// Keys of names that stand alone somewhere.
    fn bare_words(&self) -> FxHashMap<String, Bare> {
        let mut bare: FxHashMap<String, Bare> = FxHashMap::default();
        for mention in &self.mentions {
            if let [word] = mention.words(self.words) {
                let known = bare.entry(names::key(word.text(self.text))).or_default();
                known.titled |= self.title_gender(mention).is_some();
            }
        }
        bare
    }

    fn add_full_names(
        &mut self,
        bare: &FxHashMap<String, Bare>,
        by_surname: &mut FxHashMap<String, Vec<usize>>,
    ) {
        for at in 0..self.mentions.len() {
            let Some(named) = self.full_name(&self.mentions[at], bare) else {
                continue;
            };
            let figures = by_surname.entry(named.surname.clone()).or_default();
            let known = figures
                .iter()
                .copied()
                .find(|figure| names::given_agree(&self.figures[*figure].given, &named.given));
            if known.is_none() && figures.len() == MOST_NAMESAKES {
                continue;
            }
            let figure = known.unwrap_or_else(|| {
                self.figures.push(Figure {
                    surname: named.surname.clone(),
                    given: named.given.clone(),
                    ..Figure::default()
                });
                figures.push(self.figures.len() - 1);
                self.figures.len() - 1
            });
            *self.figures[figure].forms.entry(named.full).or_insert(0) += 1;
            self.note(at, figure);
        }
    }

    /// A name of two or more words, if the article or the tables take it for a person's.
    fn full_name(&self, mention: &Mention, bare: &FxHashMap<String, Bare>) -> Option<Named> {
        let words = mention.words(self.words);
        let known = words[..words.len().saturating_sub(1)]
            .iter()
            .position(|word| word.has(Flags::MAN_NAME | Flags::WOMAN_NAME));
        let core = &words[known.unwrap_or(0)..];
        let (first, last) = (core.first()?, core.last()?);
        // "Sprecher der Stadt": a particle is no given name.
        if core.len() < 2 || !first.capital {
            return None;
        }
        let (first, last) = (first.text(self.text), last.text(self.text));
        let (given, surname) = (names::given_key(first), names::key(last));
        let titled = !mention.titles(self.words).is_empty()
            || self.role_word_before(mention)
            || self.apposed(mention);
        let surname_first = titled
            && known.is_none()
            && !bare.contains_key(&surname)
            && bare.contains_key(&names::key(first));
        let used_alone = bare.get(&surname).is_some_and(|bare| {
            core.len() == 2 && (!mention.opens || bare.titled || self.acts(mention))
        });
        if known.is_none() && !titled && !used_alone {
            return None;
        }
        if surname.is_empty() || given.is_empty() {
            return None;
        }
        let full = Span::new(core[0].start as usize, core[core.len() - 1].end as usize)
            .of(self.text)
            .to_owned();
        if surname_first {
            return Some(Named {
                surname: names::key(first),
                given: surname,
                full,
            });
        }
        Some(Named {
            surname,
            given,
            full,
        })
    }

    /// "Jane Doe, the mayor of Northport,", "Jane Doe, who lives there,": what follows is said of
    /// persons alone.
    fn apposed(&self, mention: &Mention) -> bool {
        let mut after = self.words[mention.end..].iter();
        if after.next().is_none_or(|next| next.text(self.text) != ",") {
            return false;
        }
        let Some(first) = after.clone().next() else {
            return false;
        };
        if first.text(self.text).eq_ignore_ascii_case("who") {
            return true;
        }
        let open = after
            .take(ROLE_REACH)
            .take_while(|word| word.alphabetic && !word.has(Flags::PREPOSITION));
        first.has(Flags::DETERMINER)
            && open
                .skip(1)
                .any(|word| word.has(Flags::TITLE) && !word.capital)
    }

    /// Followed by a reporting verb or an apposition.
    fn acts(&self, mention: &Mention) -> bool {
        self.words
            .get(mention.end)
            .is_some_and(|next| next.entry.lemma > 0 || next.text(self.text) == ",")
    }

    /// "spokesman Jane Doe"
    fn role_word_before(&self, mention: &Mention) -> bool {
        let reach = mention.first.saturating_sub(ROLE_REACH)..mention.first;
        let Some(title) = reach.rev().find(|at| self.words[*at].has(Flags::TITLE)) else {
            return false;
        };
        let between = &self.text[self.words[title].end as usize..mention.span.start];
        // "the premier, Jane Doe,", "the premier of Kovia, Jane Doe,"
        let apposition = between.trim_end().strip_suffix(',').is_some_and(|between| {
            between.trim().is_empty() || between.starts_with(" of ") && !between.contains(',')
        });
        apposition
            || !between.contains(|c: char| c.is_uppercase() || !(c.is_alphanumeric() || c == ' '))
    }

    /// "President Doe and the first lady, Jane Doe,": whoever is introduced by surname and office
    /// alone is nobody of that surname who is named in full only later, in another office.
    fn add_namesakes(&mut self, by_surname: &mut FxHashMap<String, Vec<usize>>) {
        let mut later: FxHashMap<usize, usize> = FxHashMap::default();
        for (at, figure) in self.of.iter().enumerate() {
            if let Some(figure) = figure {
                later.entry(*figure).or_insert(at);
            }
        }
        for at in 0..self.mentions.len() {
            let mention = self.mentions[at];
            let ([word], None) = (mention.words(self.words), self.of[at]) else {
                continue;
            };
            // The first line may be a headline, which has no room for given names.
            if mention.sentence == 0 || mention.titles(self.words).is_empty() {
                continue;
            }
            let surname = names::key(word.text(self.text));
            let Some(figures) = by_surname.get_mut(&surname) else {
                continue;
            };
            let roles = Role::beside(self.text, self.words, &mention);
            let Some(role) = roles.first().filter(|_| figures.len() < MOST_NAMESAKES) else {
                continue;
            };
            let is_another = |figure: &usize| {
                let known = &self.figures[*figure];
                let holds = |own: &Role| own.noun == role.noun;
                let alone = known.given.is_empty();
                !alone
                    && later[figure] > at
                    && !known.roles.is_empty()
                    && !known.roles.iter().any(holds)
            };
            if figures.iter().all(is_another) {
                self.figures.push(Figure {
                    name: word.text(self.text).to_owned(),
                    surname,
                    ..Figure::default()
                });
                figures.push(self.figures.len() - 1);
                self.note(at, self.figures.len() - 1);
            }
        }
    }

    fn add_bare_names(&mut self, by_surname: &mut FxHashMap<String, Vec<usize>>) {
        for at in 0..self.mentions.len() {
            let mention = self.mentions[at];
            let ([word], None) = (mention.words(self.words), self.of[at]) else {
                continue;
            };
            let surname = names::key(word.text(self.text));
            let titled = mention
                .titles(self.words)
                .iter()
                .any(|title| title.has(Flags::TITLE));
            let gender = self.title_gender(&mention);
            let figures = by_surname.entry(surname.clone()).or_default();
            let known = self.bare_figure(figures, gender);
            if known.is_none() && titled && figures.len() < MOST_NAMESAKES {
                let name = word.text(self.text).to_owned();
                self.figures.push(Figure {
                    name,
                    surname,
                    ..Figure::default()
                });
                figures.push(self.figures.len() - 1);
            }
            let known = known.or_else(|| self.bare_figure(figures, gender));
            if let Some(figure) = known {
                self.note(at, figure);
            }
        }
    }

    /// Whom a surname alone stands for: the one of the title's gender, then one whom the article
    /// never names in full, then the most named one.
    fn bare_figure(&self, figures: &[usize], gender: Option<Gender>) -> Option<usize> {
        figures
            .iter()
            .copied()
            .filter(|figure| {
                gender.is_none()
                    || self.figures[*figure]
                        .gender()
                        .is_none_or(|own| Some(own) == gender)
            })
            .max_by_key(|figure| {
                let known = &self.figures[*figure];
                (
                    known.given.is_empty(),
                    known.count,
                    std::cmp::Reverse(*figure),
                )
            })
    }

    fn title_gender(&self, mention: &Mention) -> Option<Gender> {
        mention.titles(self.words).iter().find_map(|title| {
            if title.has(Flags::MAN) {
                Some(Gender::Man)
            } else if title.has(Flags::WOMAN) {
                Some(Gender::Woman)
            } else {
                None
            }
        })
    }

    /// Counts a mention for its figure, with what it tells of gender and role.
    fn note(&mut self, at: usize, figure: usize) {
        let mention = self.mentions[at];
        self.of[at] = Some(figure);
        let titled = self.title_gender(&mention).map(|gender| (gender, 5));
        let given = mention
            .words(self.words)
            .iter()
            .rev()
            .skip(1)
            .last()
            .and_then(|word| {
                if word.has(Flags::MAN_NAME) {
                    Some((Gender::Man, 2))
                } else if word.has(Flags::WOMAN_NAME) {
                    Some((Gender::Woman, 2))
                } else {
                    None
                }
            });
        let role = Role::beside(self.text, self.words, &mention);
        let figure = &mut self.figures[figure];
        figure.count += 1;
        for (gender, votes) in titled.into_iter().chain(given) {
            figure.votes[usize::from(gender == Gender::Woman)] += votes;
        }
        for role in role {
            if figure.roles.len() < 12 && !figure.roles.contains(&role) {
                figure.roles.push(role);
            }
        }
    }

    /// The form that is most frequent for its length; of equals the longest, then the first.
    fn choose_names(&mut self) {
        for (place, figure) in self.figures.iter_mut().enumerate() {
            let weight = |form: &str, count: usize| {
                let words = form.split_whitespace().count();
                if words < 4 { count * words } else { count }
            };
            let best = figure.forms.iter().max_by_key(|(form, count)| {
                (weight(form, **count), form.len(), std::cmp::Reverse(*form))
            });
            if let Some((form, _)) = best {
                figure.name.clone_from(form);
            }
            self.by_name.entry(figure.name.clone()).or_insert(place);
        }
    }
}
