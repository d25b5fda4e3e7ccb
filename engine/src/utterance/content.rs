//! The content of a reported clause, without what only reports it.

/// Drops a "that" at the beginning.
pub(super) fn content(clause: &str) -> &str {
    const CONJUNCTIONS: [&str; 6] = ["that ", "That ", "dass ", "daß ", "que ", "che "];
    let clause = clause.trim_start();
    CONJUNCTIONS
        .iter()
        .find_map(|word| clause.strip_prefix(word))
        .unwrap_or(clause)
}
