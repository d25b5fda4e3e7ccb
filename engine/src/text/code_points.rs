/// Turns byte offsets of one text into code-point offsets, the unit of the command line's JSON.
///
/// One entry a 64 bytes of text, so that a look-up counts at most 64 bytes.
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before byte `64 * index`.
    before: Vec<u32>,
}

const STEP: usize = 64;

impl<'t> CodePoints<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (index, byte) in text.bytes().enumerate() {
            if index.is_multiple_of(STEP) {
                before.push(count);
            }
            count += u32::from(is_first_byte(byte));
        }
        if text.len().is_multiple_of(STEP) {
            before.push(count);
        }
        Self { text, before }
    }

    /// Code points before `byte`, which must be a character boundary of the text.
    pub fn at(&self, byte: usize) -> usize {
        let slot = byte / STEP;
        let rest = &self.text.as_bytes()[slot * STEP..byte];
        self.before[slot] as usize + rest.iter().filter(|byte| is_first_byte(**byte)).count()
    }
}

fn is_first_byte(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_characters_do() {
        let text = "“Zürich” – 東京, ".repeat(40);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        assert_eq!(CodePoints::new("").at(0), 0);
    }
}
