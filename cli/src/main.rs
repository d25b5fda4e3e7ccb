//! The `asquoted` command: arguments → engine → print. Files and progress live in this crate and
//! in `intake`; everything about texts is the engine's.

mod arguments;
mod assets;
mod beside;
mod compare;
mod diff;
mod group;
mod lines;
mod marked;
mod progress;
mod quotes;
mod read;
mod screen;
mod search;

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::Style;
use clap::Parser;

use arguments::{Arguments, Command};
use screen::Line;

/// A folder is millions of small words and lists, which the system's own allocator scatters.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a run ended; the numbers are fixed by the contract of the command line. Bad usage is 2,
/// and clap's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done = 0,
    /// Done, but some files could not be read.
    SomeUnread = 1,
    BadUsage = 2,
    NothingRead = 3,
}

fn main() -> ExitCode {
    // What a fault tells of itself may quote an article.
    std::panic::set_hook(Box::new(|fault| {
        let told = format!("asquoted: a fault of the program: {fault}");
        let _ = screen::err().line(&Line::new().plain(told));
    }));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return unparsed(&error),
    };
    arguments.color.write_global();
    match run(arguments.command) {
        Ok(outcome) => ExitCode::from(outcome as u8),
        Err(error) if is_broken_pipe(&error) => ExitCode::from(Outcome::Done as u8),
        Err(error) => {
            // Nothing is left to do where standard error is gone, too.
            let _ = screen::err().line(&Line::new().plain(format!("asquoted: {error:#}")));
            ExitCode::from(Outcome::BadUsage as u8)
        }
    }
}

/// Help, the version, or what is wrong with the arguments; a shell may have put a stranger's file
/// names among them.
fn unparsed(error: &clap::Error) -> ExitCode {
    // Nothing is left to do where the streams are gone, too.
    let _ = if error.use_stderr() {
        let told = error.render().to_string();
        screen::err().line(&Line::new().text(Style::new(), told.trim_end()))
    } else {
        error.print()
    };
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(Outcome::BadUsage as u8))
}

fn run(command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Read(arguments) => read::run(&arguments),
        Command::Quotes(arguments) => quotes::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Group(_) => group::run(),
    }
}

/// Whoever reads our output has read enough (`asquoted … | head`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause
            .downcast_ref::<serde_json::Error>()
            .and_then(|error| error.io_error_kind());
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Prints one JSON document and a line end.
fn print_json(document: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut out = lines::output();
    serde_json::to_writer(&mut out, document)?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}
