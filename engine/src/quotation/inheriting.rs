//! Speakers taken over from a sentence nearby, for quotations whose own sentence names none.

use super::AttributionRule;
use super::class::{Class, Flags};
use super::cues::{CueKind, SpeechCue};
use super::linking::{Link, LinkedCue};
use super::scan::Scan;
use super::view::{Phrase, View};
use crate::text::Span;

/// What documents do with what they hold.
const EVIDENCE: [&str; 5] = ["show", "indicate", "find", "suggest", "reveal"];

/// Longest sentence (in units) that may carry the cue of the quotation in the line before it.
const CUE_LINE: usize = 8;
const CUE_SENTENCE: usize = 14;
/// Sentences of the paragraph before among which the last speaker is sought.
const CLAUSE_BACK: usize = 3;
const SENTENCES_BACK: usize = 12;

pub(crate) struct Inheritance<'a> {
    pub scan: &'a Scan<'a>,
    /// Of each sentence.
    pub cues: &'a [Vec<SpeechCue>],
    /// Of each region, those before the one asked for settled.
    pub links: &'a [Option<Link>],
}

impl Inheritance<'_> {
    pub fn speaker(&self, region: usize) -> Option<Link> {
        let place = self.scan.places[region]?;
        let view = self.scan.view(place.sentence);
        let whole =
            (0..view.len()).all(|at| view.is_class(at, &[Class::Quoted, Class::Punctuation]));
        if !whole {
            return self.speaker_above(region, place.sentence).map(continued);
        }
        self.whole_sentence(place.sentence)
    }

    /// Of the sentence before; for a whole clause, of the nearest one in the paragraph.
    fn speaker_above(&self, region: usize, sentence: usize) -> Option<Span> {
        let words = self.scan.regions[region].inner.of(self.scan.text);
        let whole = words.starts_with(char::is_uppercase) && words.ends_with(['.', '!', '?', ',']);
        let reach = if whole { CLAUSE_BACK } else { 1 };
        let first = self
            .first_of_paragraph(sentence)
            .max(sentence.saturating_sub(reach));
        (first..sentence)
            .rev()
            .find_map(|before| self.last_speaker(before))
    }

    fn whole_sentence(&self, sentence: usize) -> Option<Link> {
        let before = self.neighbour(sentence, -1, true);
        if before.is_none()
            && let Some(found) = self.cue_sentence_after(sentence)
        {
            return Some(found);
        }
        before
            .and_then(|before| {
                self.last_speaker(before)
                    .or_else(|| self.named_subject(before))
                    .or_else(|| self.quoted_above(before))
            })
            .or_else(|| before.is_none().then(|| self.announced(sentence)).flatten())
            .map(continued)
            .or_else(|| self.cue_line_after(sentence))
            .or_else(|| self.paragraph_before(sentence).map(continued))
    }

    /// “…,” X said. A door was shut. “…”: whom the paragraph quoted last.
    fn quoted_above(&self, sentence: usize) -> Option<Span> {
        let first = self
            .first_of_paragraph(sentence)
            .max(sentence.saturating_sub(CLAUSE_BACK));
        (first..sentence)
            .rev()
            .find_map(|before| self.last_quoted(before))
    }

    /// “…” X said so on Monday.
    fn cue_sentence_after(&self, sentence: usize) -> Option<Link> {
        let next = self.neighbour(sentence, 1, true)?;
        let view = self.scan.view(next);
        let cue = self.cues[next]
            .iter()
            .find(|cue| cue.kind == CueKind::Inverted || cue.flags.has(Flags::TAIL_VERB))?;
        let plain = (0..view.len()).all(|at| !view.quoted(at));
        (plain && view.len() <= CUE_SENTENCE).then(|| after(view, cue))
    }

    /// “…,” and in the next line: X conveyed to reporters.
    fn cue_line_after(&self, sentence: usize) -> Option<Link> {
        let next = sentence + 1;
        let sentences = &self.scan.sentences;
        if next >= sentences.len() || sentences[next].paragraph != sentences[sentence].paragraph + 1
        {
            return None;
        }
        let view = self.scan.view(next);
        let plain = (0..view.len()).all(|at| !view.quoted(at));
        let cue = self.cues[next].first()?;
        (plain && view.len() <= CUE_LINE).then(|| after(view, cue))
    }

    /// X said: and in the next paragraph “…”
    fn announced(&self, sentence: usize) -> Option<Span> {
        let last = self.first_of_paragraph(sentence).checked_sub(1)?;
        let view = self.scan.view(last);
        let colon = view.len() - 1;
        if !view.mark_at(colon, ":") {
            return None;
        }
        match self.cues[last].last() {
            Some(cue) => Some(view.span(cue.subject)),
            None => view.main_subject(colon).map(|subject| view.span(subject)),
        }
    }

    fn paragraph_before(&self, sentence: usize) -> Option<Span> {
        let paragraph = self.scan.sentences[sentence].paragraph;
        if paragraph == 0 || self.scan.paragraphs[paragraph - 1].headline {
            return None;
        }
        let first = self.first_of_paragraph(sentence);
        let last = first.checked_sub(1)?;
        self.paragraph_speaker(last).or_else(|| {
            // A memo is quoted: its author was named before it.
            let above = self.first_of_paragraph(last).checked_sub(1)?;
            let document = self.about_document(last);
            document.then(|| self.paragraph_speaker(above)).flatten()
        })
    }

    fn paragraph_speaker(&self, last: usize) -> Option<Span> {
        let start = self.first_of_paragraph(last);
        (start..=last)
            .rev()
            .take(SENTENCES_BACK)
            .find_map(|sentence| self.last_speaker(sentence))
            .or_else(|| self.named_subject(last))
    }

    fn about_document(&self, sentence: usize) -> bool {
        let view = self.scan.view(sentence);
        view.main_subject(view.len())
            .is_some_and(|subject| is_document(view, subject))
    }

    /// The speaker of a sentence's last quotation, else of its last cue.
    pub fn last_speaker(&self, sentence: usize) -> Option<Span> {
        if let Some(speaker) = self.last_quoted(sentence) {
            return Some(speaker);
        }
        let view = self.scan.view(sentence);
        // "We asked for an answer": the writer, whose words are no quotation.
        let cues = || {
            self.cues[sentence].iter().filter(|cue| {
                (cue.reports() || cue.kind == CueKind::According)
                    && !view.any(cue.subject.first, &["i", "we"])
            })
        };
        // What a paper shows is said by whoever says that it does.
        let cue = cues()
            .rfind(|cue| !cue.is(self.scan.lexicon, &EVIDENCE))
            .or_else(|| cues().next_back())?;
        Some(view.span(cue.subject))
    }

    fn last_quoted(&self, sentence: usize) -> Option<Span> {
        let units = self.scan.view(sentence).units.iter().rev();
        units
            .filter(|unit| unit.class == Class::Quoted)
            .find_map(|unit| self.links[unit.region as usize])
            .map(|link| link.speaker)
    }

    /// The subject of a sentence without a cue, if it is a name or a pronoun.
    fn named_subject(&self, sentence: usize) -> Option<Span> {
        let view = self.scan.view(sentence);
        let subject: Phrase = view.main_subject(view.len().checked_sub(1)?)?;
        let named = (subject.first..=subject.last).any(|at| view.class(at) == Class::Name)
            || view.any(subject.first, &["he", "she", "they"]);
        (named && !is_document(view, subject)).then(|| view.span(subject))
    }

    fn neighbour(&self, sentence: usize, step: isize, same_paragraph: bool) -> Option<usize> {
        let other = sentence.checked_add_signed(step)?;
        let paragraph = self.scan.sentences.get(other)?.paragraph;
        (!same_paragraph || paragraph == self.scan.sentences[sentence].paragraph).then_some(other)
    }

    fn first_of_paragraph(&self, sentence: usize) -> usize {
        let paragraph = self.scan.sentences[sentence].paragraph;
        self.scan
            .sentences
            .partition_point(|sentence| sentence.paragraph < paragraph)
    }
}

/// "A memo of January", not "Doe's memo", which names its author.
fn is_document(view: View<'_>, subject: Phrase) -> bool {
    view.any(subject.first, &["a", "an", "the", "one", "another"])
        && view.any_at(
            subject.first + 1,
            &[
                "memo", "letter", "email", "document", "note", "tweet", "post",
            ],
        )
}

fn continued(speaker: Span) -> Link {
    Link {
        speaker,
        rule: AttributionRule::Continued,
        cue: None,
        inherited: true,
    }
}

/// The cue of a sentence of its own after the quotation.
fn after(view: View<'_>, cue: &SpeechCue) -> Link {
    let linked = LinkedCue {
        span: view.span(cue.verb),
        kinds: cue.kinds,
        framing: false,
        introduces: false,
    };
    Link {
        speaker: view.span(cue.subject),
        rule: AttributionRule::CueAfter,
        cue: Some(linked),
        inherited: true,
    }
}
