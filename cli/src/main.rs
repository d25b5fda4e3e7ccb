//! The `asquoted` command.

fn main() {}
