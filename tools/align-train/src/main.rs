//! Fits the weights of the engine's word alignment. See `README.md` beside this program.

mod augment;
mod fit;
mod pairs;
mod reading;
mod score;
mod train;

use std::path::PathBuf;

use anyhow::{Context, bail};

use pairs::{Pair, hold_out, read};
use reading::Reading;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from).peekable();
    let mut folder_after = |name: &str| {
        let given = arguments.next_if(|argument| argument.as_os_str() == name);
        given.map(|_| {
            arguments
                .next()
                .with_context(|| format!("{name} needs a folder"))
        })
    };
    let reading = match (folder_after("--lexicon"), folder_after("--assets")) {
        (Some(folder), _) => Reading::by_lexicon(&folder?)?,
        (_, Some(folder)) => Reading::by_meaning(&folder?)?,
        _ => Reading::by_letters(),
    };
    let (Some(data), Some(weights)) = (arguments.next(), arguments.next()) else {
        bail!(
            "usage: align-train [--lexicon DIR | --assets DIR] EDINBURGH.jsonl WEIGHTS.tsv [MEASURE-ONLY.jsonl]..."
        );
    };
    let (fitting, held_out) = hold_out(read(&data)?);
    let stages = train::train(&fitting, &reading);
    std::fs::write(&weights, train::to_text(&stages))
        .with_context(|| format!("cannot write {}", weights.display()))?;
    report("fitted on", &fitting, &stages, &reading);
    report("held out", &held_out, &stages, &reading);
    for path in arguments {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        report(&name, &read(&path)?, &stages, &reading);
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the program's result")]
fn report(name: &str, pairs: &[Pair], stages: &[fit::Logistic], reading: &Reading) {
    let score = score::score(pairs, stages, reading);
    println!(
        "{name:16} {:5} pairs  links P {:.3} R {:.3} F1 {:.3}  unequal F1 {:.3}",
        pairs.len(),
        score.all.precision(),
        score.all.recall(),
        score.all.f1(),
        score.unequal.f1()
    );
}
