//! Words that point at a time or a place, and what reported speech makes of them.

use super::words::Word;

/// Direct words and those that report them stand for one thing. Longer ones first.
const POINTERS: &[(&[&str], u8)] = &[
    (&["the", "day", "before"], 0),
    (&["the", "previous", "day"], 0),
    (&["yesterday"], 0),
    (&["the", "next", "day"], 1),
    (&["the", "following", "day"], 1),
    (&["the", "day", "after"], 1),
    (&["tomorrow"], 1),
    (&["that", "day"], 2),
    (&["the", "same", "day"], 2),
    (&["today"], 2),
    (&["at", "that", "time"], 3),
    (&["then"], 3),
    (&["now"], 3),
    (&["here"], 4),
    (&["there"], 4),
    (&["this"], 5),
    (&["that"], 5),
    (&["these"], 6),
    (&["those"], 6),
    (&["ago"], 7),
    (&["before"], 7),
    (&["earlier"], 7),
    (&["that", "night"], 8),
    (&["tonight"], 8),
    (&["can"], 12),
    (&["could"], 12),
    (&["may"], 13),
    (&["might"], 13),
    (&["kann"], 14),
    (&["konnte"], 14),
    (&["gestern"], 9),
    (&["am", "vortag"], 9),
    (&["heute"], 10),
    (&["an", "diesem", "tag"], 10),
    (&["morgen"], 11),
    (&["am", "folgenden", "tag"], 11),
];

/// The pointer that begins here: how many words it has, and what it stands for.
pub fn pointer(words: &[&Word]) -> Option<(usize, u8)> {
    let begins = |form: &&(&[&str], u8)| {
        form.0.len() <= words.len() && form.0.iter().zip(words).all(|(x, y)| *x == y.normal)
    };
    POINTERS
        .iter()
        .filter(begins)
        .max_by_key(|form| form.0.len())
        .map(|form| (form.0.len(), form.1))
}
