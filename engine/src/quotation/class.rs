//! Closed word classes and what a table can say of a word.

use std::ops::{BitOr, BitOrAssign};

/// A coarse part of speech, from closed classes, suffixes and capitals: a statistical tagger was
/// tried and bought nothing (any-attribution F1 .616 against .614).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Class {
    #[default]
    Punctuation,
    Number,
    Name,
    Noun,
    Verb,
    Auxiliary,
    Preposition,
    Determiner,
    Pronoun,
    Adverb,
    Conjunction,
    Subordinator,
    /// The 's of a genitive.
    Genitive,
    /// A whole quotation, standing for its words.
    Quoted,
}

macro_rules! bits {
    ($(#[$doc:meta])* $name:ident: $int:ty { $($bit:ident = $place:literal $(, $section:literal)?;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub(crate) struct $name(pub $int);

        impl $name {
            $(pub const $bit: Self = Self(1 << $place);)+

            /// Whether any bit of `other` is set.
            pub fn has(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// The bits that a section of a language's table sets.
            #[allow(dead_code)] // Forms of verbs have no section.
            pub fn named(section: &str) -> Option<Self> {
                match section {
                    $($($section => Some(Self::$bit),)?)+
                    _ => None,
                }
            }
        }

        impl BitOr for $name {
            type Output = Self;
            fn bitor(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }
        }

        impl BitOrAssign for $name {
            fn bitor_assign(&mut self, other: Self) {
                self.0 |= other.0;
            }
        }
    };
}

bits! {
    /// Classes of a word; a word may be in several.
    Flags: u64 {
        ABBREVIATION = 0, "abbreviation";
        PREPOSITION = 1, "preposition";
        DETERMINER = 2, "determiner";
        PRONOUN = 3, "pronoun";
        SUBJECT_PRONOUN = 4, "subject pronoun";
        AUXILIARY = 5, "auxiliary";
        BEFORE_VERB = 6, "before verb";
        NEGATION = 7, "negation";
        CONJUNCTION = 8, "conjunction";
        SUBORDINATOR = 9, "subordinator";
        MONTH = 10, "month";
        TIME = 11, "time";
        ADVERB = 12, "adverb";
        NOT_ADVERB = 13, "not adverb";
        COMMON_VERB = 14, "common verb";
        OPENER = 15, "opener";
        TITLE = 16, "title";
        MAN = 17, "man";
        WOMAN = 18, "woman";
        PARTICLE = 19, "particle";
        HEADLINE_VERB = 32, "headline verb";
        TAIL_VERB = 21, "tail verb";
        NOUN_CUE = 22, "noun cue";
        FRAMING_CUE = 24;
        BARE_PLURAL = 20;
        MAN_NAME = 25, "man name";
        WOMAN_NAME = 26, "woman name";
        WORK = 27, "work";
        NOUN_FORM = 23, "noun form";
        SUBJUNCTIVE = 28, "subjunctive";
        PHRASE_STOP = 29, "phrase stop";
        SOURCE_NOUN = 30, "source noun";
        FINITE = 31, "finite";
        THAT = 33, "that";
        RELATIVE = 34, "relative";
    }
}

bits! {
    /// What a reporting verb takes.
    Kinds: u8 {
        SAY = 0, "say";
        COGNITION = 1, "cognition";
        INFINITIVE = 2, "infinitive";
        HEARER = 3, "hearer";
        URGE = 4, "urge";
        OBJECT = 5, "object";
        ACCORDING = 6;
    }
}

bits! {
    /// Forms of an English verb that one spelling may be.
    Forms: u8 {
        BASE = 0;
        THIRD = 1;
        PAST = 2;
        ING = 3;
        PARTICIPLE = 4;
    }
}

/// One form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    Third,
    Past,
    Ing,
    Participle,
}

impl Form {
    pub const ALL: [Self; 5] = [
        Self::Base,
        Self::Third,
        Self::Past,
        Self::Ing,
        Self::Participle,
    ];
}

impl From<Form> for Forms {
    fn from(form: Form) -> Self {
        match form {
            Form::Base => Self::BASE,
            Form::Third => Self::THIRD,
            Form::Past => Self::PAST,
            Form::Ing => Self::ING,
            Form::Participle => Self::PARTICIPLE,
        }
    }
}
