//! Words of scripts that are written without blanks between them: Chinese and Japanese; Thai, Lao,
//! Khmer and Burmese. What the libraries find is kept but for numbers, which are one word each, and
//! Chinese negations, which are words of their own: "not" must not hide in another word.

mod japanese;
mod negations;
mod numerals;

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_segmentation::GraphemeCursor;

/// Bytes that are looked at together. People put a mark earlier; a longer run is cut here, so that
/// neither time nor memory grows with it.
const LONGEST_RUN: usize = 3_000;

/// Whether a letter belongs to a script that is written without blanks between words.
pub fn is_unspaced(c: char) -> bool {
    // Most text ends here.
    if c < '\u{e01}' {
        return false;
    }
    let script = matches!(c,
        '\u{e01}'..='\u{e4e}' | '\u{e80}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}');
    is_ideographic(c) || script && c.is_alphabetic()
}

/// Chinese characters, and the syllables of Japanese.
pub fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

/// Where the words of a run end, in bytes, ascending; the last one ends with the run.
/// `after_figure` tells that figures stand right before the run ("30" before "万人").
pub fn ends(run: &str, after_figure: bool) -> Vec<usize> {
    let japanese = run.contains(is_hiragana);
    let mut ends = Vec::new();
    let mut start = 0;
    for number in numerals::numbers(run, after_figure) {
        push_words(run, start..number.start, japanese, &mut ends);
        ends.push(number.end);
        start = number.end;
    }
    push_words(run, start..run.len(), japanese, &mut ends);
    ends.retain(|end| is_boundary(run, *end));
    ends
}

/// No word ends between a letter and its marks.
fn is_boundary(run: &str, at: usize) -> bool {
    let mut cursor = GraphemeCursor::new(at, run.len(), true);
    cursor.is_boundary(run, 0).unwrap_or(true)
}

fn push_words(run: &str, range: std::ops::Range<usize>, japanese: bool, ends: &mut Vec<usize>) {
    let mut start = range.start;
    while start < range.end {
        let mut end = range.end.min(start + LONGEST_RUN);
        while !run.is_char_boundary(end) {
            end -= 1;
        }
        let part = &run[start..end];
        let found = ends.len();
        // What has hiragana is Japanese: its endings are in no dictionary.
        if japanese {
            japanese::push_ends(part, ends);
        } else {
            push_by_dictionary(part, ends);
        }
        ends[found..].iter_mut().for_each(|end| *end += start);
        start = end;
    }
}

static DICTIONARY: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

fn push_by_dictionary(part: &str, ends: &mut Vec<usize>) {
    let mut start = 0;
    for end in DICTIONARY.segment_str(part).filter(|end| *end > 0) {
        let cuts = negations::cuts(&part[start..end]);
        ends.extend(cuts.into_iter().flatten().map(|cut| start + cut));
        ends.push(end);
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(run: &str) -> String {
        let mut start = 0;
        let words = ends(run, false).into_iter().map(|end| {
            let word = &run[start..end];
            start = end;
            word
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_of_four_scripts() {
        assert_eq!(words("我们等待结果"), "我们 等待 结果");
        assert_eq!(words("政府關閉碼頭"), "政府 關閉 碼頭");
        assert_eq!(words("私たちは橋を渡ります"), "私 たち は 橋 を 渡り ます");
        assert_eq!(words("ฉันรักภาษาไทย"), "ฉัน รัก ภาษา ไทย");
        assert_eq!(words("ພາສາລາວ"), "ພາສາ ລາວ");
    }

    #[test]
    fn a_negation_is_a_word() {
        assert_eq!(words("我们不会打开闸门"), "我们 不 会 打开 闸门");
        assert_eq!(words("我不可以去"), "我 不 可以 去");
        assert_eq!(words("他从来没有考虑过"), "他 从来 没有 考虑 过");
        assert_eq!(words("不过河水不断上涨"), "不过 河水 不断 上涨");
    }

    #[test]
    fn a_number_is_a_word() {
        assert_eq!(words("营地有两千五百名士兵"), "营地 有 两千五百 名士 兵");
        assert_eq!(words("約三百人が避難した"), "約 三百 人 が 避難 し た");
        assert_eq!(words("一些人和另一些人"), "一些 人 和 另一 些 人");
        assert_eq!(ends("万人", true), [3, 6]);
    }

    #[test]
    fn a_letter_keeps_its_marks() {
        assert!(!ends("か\u{3099}んばる", false).contains(&3));
        assert!(!ends("三百\u{301}人", false).contains(&6));
        assert!(
            !ends(&"\u{6f22}\u{e0100}".repeat(900), false)
                .iter()
                .any(|end| end % 7 != 0)
        );
    }
}
