//! Names across the folder: one form for each person.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Person;
use super::cast::Cast;
use super::names;
use super::roles::Role;
use super::within::{definite_role, is_pronoun, person_in, plain, words_in};
use crate::article::Article;
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
}

impl Figure {
    /// The form that most articles have; of equals the longest, then the first.
    fn name(&self) -> &str {
        self.forms
            .iter()
            .max_by_key(|(form, count)| (**count, form.len(), std::cmp::Reverse(*form)))
            .map_or("", |(form, _)| form)
    }
}

/// Full names by surname.
type Figures = BTreeMap<String, Vec<Figure>>;

/// What one article tells the folder.
struct Told {
    /// Surname, given name, fullest form, roles.
    people: Vec<(String, String, String, Vec<Role>)>,
    /// Of each quotation.
    speakers: Vec<Option<Spoken>>,
}

/// What the article could make of a speaker.
enum Spoken {
    /// Surname and given name, the latter empty if the article has none.
    Person { surname: String, given: String },
    Role(Role),
    Other,
}

pub(super) fn settle(articles: &[Article], quotations: &mut [Vec<Quotation>]) -> Vec<Person> {
    let told: Vec<Told> =
        articles.par_iter().zip(&*quotations).map(|(article, quotations)| told(article, quotations)).collect();
    let figures = figures(&told);
    for (told, quotations) in told.iter().zip(quotations.iter_mut()) {
        for (spoken, quotation) in told.speakers.iter().zip(quotations) {
            let Some(speaker) = &mut quotation.speaker else { continue };
            if let Some(name) = spoken.as_ref().and_then(|spoken| name_of(&figures, spoken)) {
                speaker.name = name;
            }
        }
    }
    people(quotations)
}

fn told(article: &Article, quotations: &[Quotation]) -> Told {
    let words = words_of(article);
    let cast = Cast::new(&article.text, &words);
    let people = cast
        .figures
        .iter()
        .map(|figure| (figure.surname.clone(), figure.given.clone(), figure.name.clone(), figure.roles.clone()))
        .collect();
    Told { people, speakers: quotations.iter().map(|quotation| spoken(&cast, quotation)).collect() }
}

fn words_of(article: &Article) -> Vec<Word> {
    let mut words = Vec::new();
    for span in paragraph_spans(article) {
        words::split(&article.text, span, lexicon::of(&article.language), &mut words);
    }
    words
}

fn spoken(cast: &Cast<'_>, quotation: &Quotation) -> Option<Spoken> {
    let speaker = quotation.speaker.as_ref()?;
    let named = |figure: &super::cast::Figure| Spoken::Person {
        surname: figure.surname.clone(),
        given: figure.given.clone(),
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
    let single = !speaker.name.contains(' ') && speaker.name.starts_with(char::is_uppercase) && !is_pronoun(&speaker.name);
    Some(if single {
        Spoken::Person { surname: names::key(&speaker.name), given: String::new() }
    } else {
        Spoken::Other
    })
}

/// The people of all articles. Articles are walked in the order of what they tell, not of the
/// folder, so that the result does not depend on it.
fn figures(told: &[Told]) -> Figures {
    let mut all: Vec<&(String, String, String, Vec<Role>)> = told.iter().flat_map(|told| &told.people).collect();
    // Full given names come before initials: an initial joins the name it may stand for.
    all.sort_by(|a, b| {
        let initial = |person: &(String, String, String, Vec<Role>)| person.1.chars().count() == 1;
        (&a.0, initial(a), &a.1, &a.2, &a.3).cmp(&(&b.0, initial(b), &b.1, &b.2, &b.3))
    });
    let mut figures = Figures::new();
    for (surname, given, name, roles) in all.into_iter().filter(|person| !person.1.is_empty()) {
        let same = figures.entry(surname.clone()).or_default();
        let place = same.iter().position(|figure| names::given_agree(&figure.given, given)).unwrap_or_else(|| {
            same.push(Figure { given: given.clone(), ..Figure::default() });
            same.len() - 1
        });
        *same[place].forms.entry(name.clone()).or_insert(0) += 1;
        same[place].roles.extend(roles.iter().cloned());
    }
    figures
}

fn name_of(figures: &Figures, spoken: &Spoken) -> Option<String> {
    match spoken {
        Spoken::Person { surname, given } => {
            let same = figures.get(surname)?;
            let figure = if given.is_empty() {
                // A surname alone that two people bear stays as it is written.
                same.first().filter(|_| same.len() == 1)
            } else {
                same.iter().find(|figure| names::given_agree(&figure.given, given))
            };
            figure.map(|figure| figure.name().to_owned())
        }
        Spoken::Role(role) if !role.of.is_empty() => {
            let mut bearers =
                figures.values().flatten().filter(|figure| figure.roles.iter().any(|own| own.answers(role)));
            let only = bearers.next()?;
            bearers.next().is_none().then(|| only.name().to_owned())
        }
        _ => None,
    }
}

/// Those that bear a name, with the forms under which they speak.
fn people(quotations: &[Vec<Quotation>]) -> Vec<Person> {
    let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for speaker in quotations.iter().flatten().filter_map(|quotation| quotation.speaker.as_ref()) {
        let cased = speaker.name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        if cased && !is_pronoun(&speaker.name) {
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
