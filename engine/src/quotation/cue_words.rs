//! Whether a word of an English sentence is a reporting verb where it stands.

use super::class::{Class, Flags, Form, Forms, Kinds};
use super::cues::{Finder, Verb};

const NAMING: [&str; 5] = ["call", "dub", "label", "name", "nickname"];

impl Finder<'_> {
    /// A reporting verb at `at`, unless the word is a noun there.
    pub(super) fn verb(&self, at: usize) -> Option<Verb> {
        let view = self.view;
        if view.is_class(at, &[Class::Name, Class::Noun, Class::Quoted]) {
            return None;
        }
        let entry = view.units[at].entry;
        let (kinds, forms) = if entry.lemma > 0 && entry.forms.0 != 0 {
            (entry.kinds, entry.forms)
        } else if self.open_verb(at) {
            let form = if view.ends_with(at, "ing") {
                Form::Ing
            } else {
                Form::Past
            };
            (Kinds::SAY, Forms::from(form))
        } else {
            return None;
        };
        if at > 0 && self.reads_as_noun(at - 1) {
            return None;
        }
        if !self.is_whole(at) {
            return None;
        }
        let form = if forms.has(Forms::ING) {
            Form::Ing
        } else if forms.has(Forms::BASE) && !forms.has(Forms::PAST) {
            Form::Base
        } else if forms.has(Forms::THIRD) {
            Form::Third
        } else {
            Form::Past
        };
        Some(Verb {
            at,
            kinds,
            form,
            auxiliaries: view.auxiliaries(at)..at,
        })
    }

    /// "points" without "out", "its reports" and "worth noting" are no reporting.
    fn is_whole(&self, at: usize) -> bool {
        let view = self.view;
        let lemma = self
            .lexicon
            .lemma(view.units[at].entry.lemma)
            .map_or("", |lemma| lemma.text.as_str());
        let next = |words: &[&str]| view.any_at(at + 1, words);
        if lemma == "point" {
            return next(&["out"]);
        }
        if lemma == "speak" {
            return next(&["of"]);
        }
        if ["respond", "continue"].contains(&lemma) {
            return next(&["that"])
                || (at + 1..view.len().min(at + 8)).any(|near| view.quoted(near))
                || at > 0 && view.quoted(at - 1)
                || at > 1 && view.quoted(at - 2);
        }
        if (view.has(at, Flags::NOUN_FORM | Flags::NOUN_CUE) || lemma == "show")
            && next(&["that"])
            && self.opens_relative(at + 1)
        {
            return false;
        }
        if view.has(at, Flags::NOUN_FORM) {
            let noun_before = at > 0
                && view.is_class(
                    at - 1,
                    &[
                        Class::Noun,
                        Class::Number,
                        Class::Preposition,
                        Class::Verb,
                        Class::Determiner,
                    ],
                );
            let noun_after = next(&[
                "of", "from", "in", "at", "on", "is", "are", "was", "were", "agreed",
            ]);
            return !(noun_after || noun_before && !next(&["that"]));
        }
        at == 0 || !view.is(at - 1, "worth")
    }

    /// "a show that aired": what follows "that" is no clause of its own.
    pub(super) fn opens_relative(&self, that: usize) -> bool {
        let view = self.view;
        that + 1 < view.len() && view.is_class(that + 1, &[Class::Verb, Class::Auxiliary])
    }

    /// "a stream called Mill Run", "the plan, called “Project Frost,” was": a name, no judgement.
    pub(super) fn only_names(&self, at: usize) -> bool {
        let view = self.view;
        let lemma = self.lexicon.lemma(view.units[at].entry.lemma);
        let names = lemma.is_some_and(|lemma| NAMING.contains(&lemma.text.as_str()));
        let hangs = at > 0
            && (view.mark(at - 1, ",") || view.is_class(at - 1, &[Class::Noun, Class::Name]));
        if !names || !hangs {
            return false;
        }
        let mut end = at + 1;
        if end < view.len() && view.quoted(end) {
            end += 1;
        } else {
            while end < view.len() && view.is_class(end, &[Class::Name, Class::Number]) {
                end += 1;
            }
        }
        let after_name = [
            Class::Punctuation,
            Class::Verb,
            Class::Auxiliary,
            Class::Preposition,
            Class::Conjunction,
        ];
        end > at + 1
            && (end >= view.len() || view.is_class(end, &after_name))
            && !(end == at + 2 && view.quoted(at + 1) && view.class(at - 1) == Class::Name)
    }

    /// A verb that no table knows, before "that" and a clause.
    fn open_verb(&self, at: usize) -> bool {
        let view = self.view;
        view.class(at) == Class::Verb
            && view.any_at(at + 1, &["that"])
            && at + 3 < view.len()
            && view.is_class(
                at + 2,
                &[
                    Class::Pronoun,
                    Class::Determiner,
                    Class::Name,
                    Class::Noun,
                    Class::Number,
                ],
            )
    }

    /// "the report", "its claims": what stands before makes a noun of the word.
    fn reads_as_noun(&self, before: usize) -> bool {
        let view = self.view;
        let subject_determiners = [
            "that", "all", "both", "many", "some", "most", "few", "several", "others", "those",
            "these", "two", "three", "one",
        ];
        view.class(before) == Class::Determiner && !view.any(before, &subject_determiners)
            || view.apostrophe_s(before)
            || view.any(
                before,
                &[
                    "of", "his", "her", "its", "their", "any", "no", "every", "my", "your", "our",
                ],
            )
    }
}
