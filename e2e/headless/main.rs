//! `headless DATA FOLDER`: the session of the window without the window, asked over standard input.

use std::io::{stdin, stdout};
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(data), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err(std::io::Error::other("usage: headless DATA FOLDER"));
    };
    as_quoted::headless::serve(&data, folder, stdin().lock(), stdout().lock())
}
