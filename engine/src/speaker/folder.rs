//! Names across the folder: one form for each person.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Person;
use super::cast::Cast;
use super::figure::Gender;
use super::names;
use super::roles::Role;
use super::within::{definite_role, is_pronoun, person_in, plain, words_in};
use crate::article::Article;
use crate::pace::Pace;
use crate::quotation::Quotation;
use crate::quotation::words::{self, Word};
use crate::quotation::{lexicon, paragraph_spans};

/// One person of the folder.
#[derive(Debug, Default)]
struct Figure {
    given: String,
    /// Full forms, and in how many articles each is the fullest.
    forms: BTreeMap<String, usize>,
    roles: BTreeSet<Role>,
    genders: BTreeSet<Gender>,
}

impl Figure {
    /// Articles that have the person's full name.
    fn articles(&self) -> usize {
        self.forms.values().sum()
    }

    /// The form that most articles have; of equals the longest, then the first.
    fn name(&self) -> &str {
        self.forms
            .iter()
            .max_by_key(|(form, count)| (**count, form.len(), std::cmp::Reverse(*form)))
            .map_or("", |(form, _)| form)
    }
}

/// How much more one of two namesakes must be named to be meant by the surname alone.
const DOMINANCE: usize = 3;

/// Full names by surname.
type Figures = BTreeMap<String, Vec<Figure>>;

/// One person as one article names him or her.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    surname: String,
    /// Initials come after full given names: an initial joins the name that it may stand for.
    initial: bool,
    given: String,
    name: String,
    roles: Vec<Role>,
    gender: Option<Gender>,
}

/// What one article tells the folder.
struct Told {
    people: Vec<Named>,
    /// Surnames without a given name, with the gender of their titles: "Mr Doe".
    titled: Vec<(String, Option<Gender>)>,
    /// Of each quotation.
    speakers: Vec<Option<Spoken>>,
}

/// What the article could make of a speaker.
enum Spoken {
    /// Surname and given name, the latter empty if the article has none.
    Person {
        surname: String,
        given: String,
        gender: Option<Gender>,
        /// Given names of namesakes from whom the article tells the bearer of a mere surname apart.
        apart: Vec<String>,
    },
    Role(Role),
    /// An organisation, or a name that nothing in the article takes for a person's; its spellings
    /// meet under the key.
    Named {
        key: String,
        name: String,
    },
    Other,
}

pub(super) fn settle(
    articles: &[impl Borrow<Article> + Sync],
    quotations: &mut [Vec<Quotation>],
    pace: &Pace<'_>,
) -> Option<Vec<Person>> {
    let first = pace.part(0.0, 0.8).over(articles.len());
    let mut told: Vec<Told> = articles
        .par_iter()
        .zip(&*quotations)
        .map(|(article, quotations)| {
            first.step()?;
            pace.alone(|| told(article.borrow(), quotations))
        })
        .collect::<Option<_>>()?;
    let figures = figures(&told);
    let genders = Genders::new(&figures, &told);
    let again = pace.part(0.8, 1.0).over(articles.len());
    articles
        .par_iter()
        .zip(quotations.par_iter_mut())
        .zip(told.par_iter_mut())
        .try_for_each(|((article, quotations), told)| {
            again.step()?;
            pace.alone(|| name_anew(article.borrow(), quotations, told, &genders))
        })?;
    let spellings = spellings(&told);
    for (told, quotations) in told.iter().zip(quotations.iter_mut()) {
        for (spoken, quotation) in told.speakers.iter().zip(quotations) {
            let Some(speaker) = &mut quotation.speaker else {
                continue;
            };
            let name = match spoken {
                Some(Spoken::Named { key, .. }) => spellings.get(key.as_str()).cloned(),
                Some(spoken) => name_of(&figures, spoken),
                None => None,
            };
            if let Some(name) = name {
                speaker.name = name;
            }
        }
    }
    Some(people(quotations))
}

fn told(article: &Article, quotations: &[Quotation]) -> Told {
    let words = words_of(article);
    let cast = Cast::new(&article.text, &words);
    let people = cast
        .figures
        .iter()
        .filter(|figure| !figure.given.is_empty())
        .map(|figure| Named {
            surname: figure.surname.clone(),
            initial: figure.given.chars().count() == 1,
            given: figure.given.clone(),
            name: figure.name.clone(),
            roles: figure.roles.clone(),
            gender: figure.gender(),
        })
        .collect();
    let surnames = cast.figures.iter().filter(|figure| figure.given.is_empty());
    Told {
        people,
        titled: surnames
            .map(|figure| (figure.surname.clone(), figure.gender()))
            .collect(),
        speakers: speakers(&cast, quotations),
    }
}

fn speakers(cast: &Cast<'_>, quotations: &[Quotation]) -> Vec<Option<Spoken>> {
    quotations
        .iter()
        .map(|quotation| spoken(cast, quotation))
        .collect()
}

/// Finds whom pronouns stand for once more, with the genders that other articles tell.
fn name_anew(
    article: &Article,
    quotations: &mut [Quotation],
    told: &mut Told,
    genders: &Genders<'_>,
) {
    let by_pronoun = quotations.iter().any(|quotation| {
        let speaker = quotation.speaker.as_ref();
        speaker.is_some_and(|speaker| is_pronoun(&speaker.as_written))
    });
    let open = || {
        let mut genders = told.people.iter().map(|named| named.gender);
        genders.any(|gender| gender.is_none())
            || told.titled.iter().any(|(_, gender)| gender.is_none())
    };
    if !by_pronoun || !open() {
        return;
    }
    let words = words_of(article);
    let mut cast = Cast::new(&article.text, &words);
    if cast.learn(|figure| genders.of(&figure.surname, &figure.given)) {
        super::within::name(&cast, quotations);
        told.speakers = speakers(&cast, quotations);
    }
}

/// What the folder tells of people's genders.
struct Genders<'f> {
    figures: &'f Figures,
    titled: BTreeMap<String, BTreeSet<Gender>>,
}

impl<'f> Genders<'f> {
    fn new(figures: &'f Figures, told: &[Told]) -> Self {
        let mut titled: BTreeMap<String, BTreeSet<Gender>> = BTreeMap::new();
        for (surname, gender) in told.iter().flat_map(|told| &told.titled) {
            titled.entry(surname.clone()).or_default().extend(*gender);
        }
        Self { figures, titled }
    }

    /// The gender of a person whom all articles agree on; "Mr Doe" tells where one Doe is known.
    fn of(&self, surname: &str, given: &str) -> Option<Gender> {
        let same = self.figures.get(surname)?;
        let figure = same
            .iter()
            .find(|figure| names::given_agree(&figure.given, given) || given.is_empty())?;
        let mut genders = figure.genders.clone();
        if same.len() == 1 {
            genders.extend(self.titled.get(surname).into_iter().flatten());
        } else if given.is_empty() {
            return None;
        }
        let only = genders.iter().next().copied();
        only.filter(|_| genders.len() == 1)
    }
}

fn words_of(article: &Article) -> Vec<Word> {
    let mut words = Vec::new();
    for span in paragraph_spans(article) {
        words::split(
            &article.text,
            span,
            lexicon::of(&article.language),
            &mut words,
        );
    }
    words
}

fn spoken(cast: &Cast<'_>, quotation: &Quotation) -> Option<Spoken> {
    let speaker = quotation.speaker.as_ref()?;
    let named = |figure: &super::figure::Figure| Spoken::Person {
        surname: figure.surname.clone(),
        given: figure.given.clone(),
        gender: figure.gender(),
        apart: cast.namesakes(figure),
    };
    if let Some(figure) = cast.figure_named(&speaker.name) {
        return Some(named(&cast.figures[figure]));
    }
    let span = speaker.span?;
    if let Some(figure) = person_in(cast, span) {
        return Some(named(&cast.figures[figure]));
    }
    let words = words_in(cast, span);
    if let Some(role) = definite_role(cast.text, words) {
        return Some(Spoken::Role(role));
    }
    let single = !speaker.name.contains(' ')
        && speaker.name.starts_with(char::is_uppercase)
        && !is_pronoun(&speaker.name);
    Some(if single {
        Spoken::Person {
            surname: names::key(&speaker.name),
            given: String::new(),
            gender: None,
            apart: Vec::new(),
        }
    } else if bears_name(&speaker.name) {
        Spoken::Named {
            key: names::key(&speaker.name),
            name: speaker.name.clone(),
        }
    } else {
        Spoken::Other
    })
}

/// The people of all articles. Articles are walked in the order of what they tell, not of the
/// folder, so that the result does not depend on it.
fn figures(told: &[Told]) -> Figures {
    let mut all: Vec<&Named> = told.iter().flat_map(|told| &told.people).collect();
    all.sort();
    let mut figures = Figures::new();
    for named in all {
        let same = figures.entry(named.surname.clone()).or_default();
        let place = same
            .iter()
            .position(|figure| names::given_agree(&figure.given, &named.given))
            .unwrap_or_else(|| {
                same.push(Figure {
                    given: named.given.clone(),
                    ..Figure::default()
                });
                same.len() - 1
            });
        *same[place].forms.entry(named.name.clone()).or_insert(0) += 1;
        same[place].roles.extend(named.roles.iter().cloned());
        same[place].genders.extend(named.gender);
    }
    figures
}

/// One spelling for each name that is no known person's: the most frequent one; of equals the
/// longest, then the first.
fn spellings(told: &[Told]) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for spoken in told.iter().flat_map(|told| told.speakers.iter().flatten()) {
        if let Spoken::Named { key, name } = spoken {
            *counts.entry(key).or_default().entry(name).or_insert(0) += 1;
        }
    }
    let chosen = counts.into_iter().filter_map(|(key, names)| {
        let best = names
            .iter()
            .max_by_key(|(name, count)| (**count, name.len(), std::cmp::Reverse(**name)))?;
        Some((key.to_owned(), (*best.0).to_owned()))
    });
    chosen.collect()
}

/// Whom a surname alone stands for where the article does not tell: the only one who bears it, or
/// the one whom [`DOMINANCE`] times as many articles name as any other.
fn bearer<'f>(same: &'f [Figure], gender: Option<Gender>, apart: &[String]) -> Option<&'f Figure> {
    let fits = |figure: &&Figure| {
        let agrees = gender
            .is_none_or(|gender| figure.genders.is_empty() || figure.genders.contains(&gender));
        let other = |given: &String| names::given_agree(&figure.given, given);
        agrees && !apart.iter().any(other)
    };
    let first = same
        .iter()
        .filter(fits)
        .max_by_key(|figure| (figure.articles(), std::cmp::Reverse(&figure.given)))?;
    let second = same
        .iter()
        .filter(fits)
        .filter(|figure| figure.given != first.given)
        .map(Figure::articles)
        .max();
    (second.unwrap_or(0) * DOMINANCE <= first.articles()).then_some(first)
}

fn name_of(figures: &Figures, spoken: &Spoken) -> Option<String> {
    match spoken {
        Spoken::Person {
            surname,
            given,
            gender,
            apart,
        } => {
            let same = figures.get(surname)?;
            let figure = if given.is_empty() {
                bearer(same, *gender, apart)
            } else {
                same.iter()
                    .find(|figure| names::given_agree(&figure.given, given))
            };
            figure.map(|figure| figure.name().to_owned())
        }
        Spoken::Role(role) if !role.of.is_empty() => {
            let mut bearers = figures
                .values()
                .flatten()
                .filter(|figure| figure.roles.iter().any(|own| own.answers(role)));
            let only = bearers.next()?;
            bearers.next().is_none().then(|| only.name().to_owned())
        }
        _ => None,
    }
}

/// Words that open what is written of somebody unnamed: "A senior official", "Ein Sprecher".
/// A definite article alone tells nothing in English ("The Guild of Pilots").
const UNNAMED: [&str; 20] = [
    "a", "an", "one", "some", "another", "my", "our", "her", "his", "its", "their", "ein", "eine",
    "der", "die", "das", "sein", "seine", "ihr", "ihre",
];

/// Whether what is written of a speaker is a name: capitals where names have them, and more of
/// them than the sentence's own first one.
fn bears_name(written: &str) -> bool {
    let cased = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let mut words = written.split_whitespace();
    let Some(first) = words.next() else {
        return false;
    };
    let rest: Vec<&str> = words.collect();
    cased(first)
        && !UNNAMED.contains(&first.to_lowercase().as_str())
        && (rest.is_empty() || rest.iter().any(|word| cased(word)))
}

/// Those that bear a name, with the forms under which they speak.
fn people(quotations: &[Vec<Quotation>]) -> Vec<Person> {
    let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for speaker in quotations
        .iter()
        .flatten()
        .filter_map(|quotation| quotation.speaker.as_ref())
    {
        if bears_name(&speaker.name) && !is_pronoun(&speaker.name) {
            let written = plain(&speaker.as_written);
            let own = forms.entry(speaker.name.as_str()).or_default();
            if written != speaker.name && !is_pronoun(written) && !written.is_empty() {
                own.insert(written);
            }
        }
    }
    forms
        .into_iter()
        .map(|(name, forms)| Person {
            name: name.to_owned(),
            forms: forms.into_iter().map(str::to_owned).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::bears_name;

    #[test]
    fn the_unnamed_bear_no_name() {
        for name in ["Ada Brink", "Brink", "The Guild of Pilots", "東京都"] {
            assert!(bears_name(name), "{name}");
        }
        for written in [
            "The premier",
            "A Harbour official",
            "Her letter",
            "Ein Sprecher",
            "he",
        ] {
            assert!(!bears_name(written), "{written}");
        }
    }
}
