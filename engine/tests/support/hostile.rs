//! Texts that would make a careless rule slow: one unit, over and over.

/// What is repeated, by name.
pub const UNITS: [(&str, &str); 20] = [
    ("opening marks", "“"),
    ("low marks", "„"),
    ("straight marks", "\" "),
    ("single marks", "‘a "),
    ("closing marks", "a” "),
    ("lost marks", "a.\" "),
    ("guillemets", "«a „b "),
    ("unclosed lines", "“a\n"),
    ("short quotations", "“A.” "),
    ("quotations in a line", "“a” and "),
    ("cues", "said "),
    ("clauses", "He said that "),
    ("relative clauses", "X, who said Y, "),
    ("as told", "as X said, "),
    ("names", "Jane Doe "),
    ("titled names", "Mr. Abc Def said “go”. "),
    ("commas", "a, "),
    ("dashes", "— a "),
    ("newlines", "\n"),
    ("colons", "A: "),
];

/// About `bytes` of one unit.
pub fn text(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}
