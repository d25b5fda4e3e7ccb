//! What can be asked for.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Shows how news outlets worded the same quotation.
///
/// Exit status: 0 done; 1 done, but some files could not be read; 2 bad usage; 3 nothing could be
/// read.
#[derive(Debug, Parser)]
#[command(name = "asquoted", version)]
pub struct Arguments {
    /// When to colour what is printed for people.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find what several outlets quote in folders of articles, and how their versions differ.
    Compare(Compare),
    /// Look for a quotation that is remembered, in whatever words.
    Search(Search),
    /// Show one article as it is read: its text, told apart into blocks.
    Read(Read),
    /// Find the quotations of texts.
    Quotes(Quotes),
    /// Compare two versions word by word.
    Diff(Diff),
    /// Find out which texts are versions of one utterance.
    Group(Group),
}

#[derive(Debug, Args)]
pub struct Compare {
    /// Folders of articles (.txt, .md, .html), or single files.
    #[arg(required = true, value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
    /// List utterances that stand in one article alone, too.
    #[arg(long)]
    pub all: bool,
    /// Apply the corrections of this file, as the window exports them.
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
    /// Compare by what words mean beside each other, with the model in this folder, as tools/assets
    /// makes it. Without it they are compared by their letters, and by the synonyms that lie beside
    /// the program.
    #[arg(long, value_name = "DIR")]
    pub assets: Option<PathBuf>,
    /// Compare words by their letters alone, whatever lies beside the program.
    #[arg(long, conflicts_with = "assets")]
    pub by_letters: bool,
}

#[derive(Debug, Args)]
pub struct Search {
    /// A folder of articles, or a single file.
    pub folder: PathBuf,
    /// The words as they are remembered.
    #[arg(required = true)]
    pub words: Vec<String>,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
    /// Places to print at most.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub most: usize,
}

#[derive(Debug, Args)]
pub struct Read {
    pub file: PathBuf,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Quotes {
    /// An article, to list its quotations for people.
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub file: Option<PathBuf>,
    /// Read {"id": …, "text": …} lines from standard input, and print one JSON object a line.
    #[arg(long)]
    pub jsonl: bool,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// One version.
    #[arg(
        required_unless_present = "jsonl",
        conflicts_with = "jsonl",
        requires = "b"
    )]
    pub a: Option<String>,
    /// The other.
    #[arg(conflicts_with = "jsonl")]
    pub b: Option<String>,
    /// What is known about the meaning of words, as tools/assets makes it. Looked for beside the
    /// program if not given; without it words are compared by their letters.
    #[arg(long, value_name = "DIR")]
    pub assets: Option<PathBuf>,
    /// Compare words by their letters alone, whatever lies beside the program.
    #[arg(long, conflicts_with = "assets")]
    pub by_letters: bool,
    /// Compare by what words mean by themselves, without running the model.
    #[arg(long, conflicts_with_all = ["assets", "by_letters"])]
    pub by_words: bool,
    /// Read {"id": …, "a": …, "b": …} lines from standard input, each side a string or an array
    /// of tokens, and print one JSON object a line.
    #[arg(long)]
    pub jsonl: bool,
}

#[derive(Debug, Args)]
pub struct Group {
    /// Read {"id": …, "text": …} lines from standard input ("group" and "speaker" may be given),
    /// and print one JSON object a line.
    #[arg(long, required = true)]
    pub jsonl: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes this the choice of every stream that is opened from now on.
    pub fn write_global(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}
