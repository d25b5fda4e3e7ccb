//! Bytes → text. Byte-order marks, UTF-16 without one, legacy encodings, and files in which two
//! encodings were mixed.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A decoded file, without its byte-order mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The encoding's name, as browsers call it.
    pub encoding: &'static str,
    /// Characters that had to be guessed or replaced.
    pub replaced: usize,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    Empty,
    Binary,
    Broken,
}

/// How much of a text may be replacement characters before it is of no use: one in twenty.
const WORST_SHARE: usize = 20;

/// Decodes a file. `declared` is the encoding that the file itself names (a web page's charset);
/// it is believed unless the bytes contradict it.
pub fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, NoText> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NoText::Empty);
    }
    // What a disk leaves of a file whose text it lost, or never had.
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(NoText::Binary);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return usable(decode_with(encoding, &bytes[mark..]));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return usable(decode_with(encoding, bytes));
    }
    if is_binary(bytes) {
        return Err(NoText::Binary);
    }
    usable(decode_unmarked(bytes, declared))
}

fn decode_unmarked(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return as_is(text.to_owned(), UTF_8);
    }
    let mixed = decode_mixed(bytes);
    if mixed.foreign * 4 <= mixed.sequences {
        return mixed.decoded;
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8) {
        let (text, errors) = encoding.decode_without_bom_handling(bytes);
        if !errors {
            return as_is(text.into_owned(), encoding);
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    decode_with(detector.guess(None, Utf8Detection::Deny), bytes)
}

fn decode_with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    as_is(text.into_owned(), encoding)
}

fn as_is(text: String, encoding: &'static Encoding) -> Decoded {
    let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
    Decoded {
        text,
        encoding: encoding.name(),
        replaced,
    }
}

fn usable(decoded: Decoded) -> Result<Decoded, NoText> {
    let characters = decoded.text.chars().count();
    if decoded.text.chars().all(char::is_whitespace) {
        return Err(NoText::Empty);
    }
    // A text in the wrong encoding is also full of controls; one in a right one has next to none.
    let controls = decoded.text.chars().filter(|c| is_odd_control(*c)).count();
    if controls * WORST_SHARE > characters {
        return Err(NoText::Binary);
    }
    if decoded.replaced * WORST_SHARE > characters {
        return Err(NoText::Broken);
    }
    Ok(decoded)
}

fn is_odd_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}')
}

struct Mixed {
    decoded: Decoded,
    /// Well-formed sequences of several bytes, and bytes outside of any.
    sequences: usize,
    foreign: usize,
}

/// UTF-8 into which bytes of another encoding were pasted. A lone byte is nearly always
/// Windows-1252 (curly marks, accented letters); a sequence that breaks off is replaced.
fn decode_mixed(bytes: &[u8]) -> Mixed {
    let mut text = String::with_capacity(bytes.len());
    let (mut sequences, mut foreign) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        text.push_str(chunk.valid());
        match chunk.invalid() {
            [] => continue,
            [byte] => text.push_str(&WINDOWS_1252.decode_without_bom_handling(&[*byte]).0),
            _ => text.push(char::REPLACEMENT_CHARACTER),
        }
        foreign += 1;
    }
    let decoded = Decoded {
        text,
        encoding: UTF_8.name(),
        replaced: foreign,
    };
    Mixed {
        decoded,
        sequences,
        foreign,
    }
}

/// UTF-16 that lacks its mark shows by its zero bytes: text in any script has blanks or line ends,
/// whose upper byte is zero, and the zeros all lie on one side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if !bytes.len().is_multiple_of(2) || sample.len() < 4 {
        return None;
    }
    let zeros = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let units = sample.len() / 2;
    let few = |count: usize| count * 50 <= units;
    // A stray zero byte in a text of another encoding is no upper byte.
    let is_utf8 = std::str::from_utf8(bytes).is_ok_and(|text| !text.is_ascii());
    // Latin letters have a zero byte each; other scripts have bytes that are none of ASCII's letters.
    let is_latin = sample
        .iter()
        .all(|byte| *byte == 0 || byte.is_ascii_graphic() || byte.is_ascii_whitespace());
    let stray = is_latin && even.max(odd) * 2 < units;
    let encoding = match () {
        () if is_utf8 || stray => return None,
        () if few(even) && !few(odd) => UTF_16LE,
        () if few(odd) && !few(even) => UTF_16BE,
        () => return None,
    };
    let (text, errors) = encoding.decode_without_bom_handling(sample);
    let spaces = text.chars().filter(|c| c.is_whitespace()).count();
    let controls = text.chars().filter(|c| is_odd_control(*c)).count();
    // The sample may cut a surrogate pair; a text has a blank or line end now and then.
    (controls == 0 && (!errors || sample.len() == 4096) && spaces * 200 >= text.chars().count())
        .then_some(encoding)
}

/// Text in an 8-bit encoding holds no zero byte and hardly any controls.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let odd = sample
        .iter()
        .filter(|byte| matches!(**byte, 0x01..=0x08 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f))
        .count();
    bytes.contains(&0) || odd * 100 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "„Wir warten nicht“, sagte Bürgermeister Jörg Weiß – “not a day”.";

    fn text_of(bytes: &[u8]) -> String {
        decode(bytes, None).unwrap().text
    }

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn byte_order_marks_are_taken_off() {
        assert_eq!(text_of(format!("\u{feff}{SENTENCE}").as_bytes()), SENTENCE);
        let marked = format!("\u{feff}{SENTENCE}");
        assert_eq!(text_of(&utf16(&marked, u16::to_le_bytes)), SENTENCE);
        assert_eq!(text_of(&utf16(&marked, u16::to_be_bytes)), SENTENCE);
    }

    #[test]
    fn utf16_is_known_without_its_mark() {
        let russian = "Мы не будем ждать, сказала мэр Анна Петрова журналистам.\n".repeat(3);
        for text in [SENTENCE, &russian] {
            assert_eq!(text_of(&utf16(text, u16::to_le_bytes)), text);
            assert_eq!(text_of(&utf16(text, u16::to_be_bytes)), text);
        }
    }

    #[test]
    fn a_stray_zero_byte_is_no_utf16() {
        assert_eq!(decode(b"`---\n\0 ``", None).err(), Some(NoText::Binary));
    }

    #[test]
    fn legacy_encodings_are_guessed() {
        for (encoding, text) in [
            (WINDOWS_1252, SENTENCE.repeat(4)),
            (
                encoding_rs::WINDOWS_1251,
                "Мы не будем ждать, сказала мэр Анна Петрова. ".repeat(4),
            ),
            (
                encoding_rs::SHIFT_JIS,
                "市長は「待たない」と述べた。今日は雨が降っている。".repeat(4),
            ),
        ] {
            let (bytes, _, _) = encoding.encode(&text);
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(
                (decoded.text, decoded.replaced),
                (text, 0),
                "{}",
                encoding.name()
            );
        }
    }

    #[test]
    fn mixed_encodings_are_read_and_counted() {
        let mut bytes = "“Wir gehören zusammen”, sagte sie über München. "
            .repeat(3)
            .into_bytes();
        bytes.extend(b"\x93Ja\x94 sagte er.");
        let decoded = decode(&bytes, None).unwrap();
        assert!(decoded.text.ends_with("“Ja” sagte er."));
        assert_eq!(decoded.replaced, 2);
    }

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(decode("naïve\0 text".as_bytes(), None), Err(NoText::Binary));
        assert_eq!(decode(b"", None), Err(NoText::Empty));
        assert_eq!(decode(b" \r\n\t", None), Err(NoText::Empty));
        assert_eq!(decode(b" \0\n\0", None), Err(NoText::Empty));
        for zeros in [1, 2, 3, 1000] {
            let bytes = vec![0; zeros];
            assert_eq!(decode(&bytes, None), Err(NoText::Binary));
            assert_eq!(
                decode(&[b"\n", &bytes[..]].concat(), None),
                Err(NoText::Binary)
            );
        }
        assert_eq!(
            decode(b"\x7fELF\x02\x01\x01\x00\x00", None),
            Err(NoText::Binary)
        );
        let noise: Vec<u8> = (0..4000u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        assert!(decode(&noise, None).is_err());
        let broken = "\u{fffd}".repeat(20) + SENTENCE;
        assert_eq!(decode(broken.as_bytes(), None), Err(NoText::Broken));
    }

    #[test]
    fn a_declared_encoding_is_believed() {
        let bytes = b"Za\xbf\xf3\xb3\xe6".repeat(2);
        let declared = Encoding::for_label(b"iso-8859-2");
        assert_eq!(decode(&bytes, declared).unwrap().text, "ZażółćZażółć");
    }
}
