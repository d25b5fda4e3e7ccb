//! JSON lines: one object a line in, one a line out, in the same order.

use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Lines that are worked on at once: enough for all processors, few enough to answer early.
const BATCH: usize = 256;

/// A line that was understood: the id it was given, any JSON value, and its other fields.
#[derive(Debug, Deserialize)]
pub struct Line<T> {
    pub id: Value,
    #[serde(flatten)]
    pub fields: T,
}

/// A line that was not: what is printed in its place.
#[derive(Debug, Serialize)]
pub struct BadLine {
    id: Value,
    error: Value,
}

/// What is printed for a line.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Answer<T> {
    Good {
        id: Value,
        #[serde(flatten)]
        fields: T,
    },
    Bad(BadLine),
}

/// Understands one line, its line end cut off.
pub fn parse<T: DeserializeOwned>(line: &[u8]) -> Result<Line<T>, BadLine> {
    let bad = |id: Value, message: String| BadLine {
        id,
        error: json!({"code": "bad_line", "message": message}),
    };
    let value: Value = serde_json::from_slice(line)
        .map_err(|error| bad(Value::Null, format!("This line is no JSON: {error}.")))?;
    if !value.is_object() {
        return Err(bad(Value::Null, "This line is no JSON object.".to_owned()));
    }
    let id = value.get("id").cloned().unwrap_or(Value::Null);
    serde_json::from_value(value)
        .map_err(|error| bad(id, format!("This line is not as expected: {error}.")))
}

/// Answers each line of standard input on its own, batch by batch.
pub fn answer_each<T, A>(answer: impl Fn(&Value, T) -> A + Sync) -> anyhow::Result<()>
where
    T: DeserializeOwned,
    A: Serialize + Send,
{
    let mut lines = io::stdin().lock().split(b'\n');
    let mut out = output();
    loop {
        let batch: Vec<Vec<u8>> = lines.by_ref().take(BATCH).collect::<Result<_, _>>()?;
        if batch.is_empty() {
            return Ok(());
        }
        let answers: Vec<Answer<A>> = batch
            .par_iter()
            .map(|line| answered(line, &answer))
            .collect();
        for answer in &answers {
            print(&mut out, answer)?;
        }
        out.flush()?;
    }
}

/// One line's answer: a fault of the program costs that line.
fn answered<T: DeserializeOwned, A>(line: &[u8], answer: impl Fn(&Value, T) -> A) -> Answer<A> {
    let Line { id, fields } = match parse::<T>(line) {
        Ok(line) => line,
        Err(bad) => return Answer::Bad(bad),
    };
    match catch_unwind(AssertUnwindSafe(|| answer(&id, fields))) {
        Ok(fields) => Answer::Good { id, fields },
        Err(_) => {
            let message = "The program failed on this line, through a fault of its own.";
            let error = json!({"code": "fault", "message": message});
            Answer::Bad(BadLine { id, error })
        }
    }
}

/// All lines of standard input.
pub fn read_all<T: DeserializeOwned>() -> anyhow::Result<Vec<Result<Line<T>, BadLine>>> {
    let lines = io::stdin().lock().split(b'\n');
    Ok(lines
        .map(|line| Ok(parse(&line?)))
        .collect::<io::Result<_>>()?)
}

/// Standard output for programs, which get text as it is.
#[allow(clippy::disallowed_methods)] // JSON marks its own controls.
pub fn output() -> impl Write {
    io::BufWriter::new(io::stdout().lock())
}

pub fn print(out: &mut impl Write, answer: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, answer)?;
    writeln!(out)?;
    Ok(())
}

/// An id as text: what stands between the marks of a string, else the JSON.
pub fn id_text(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Question {
        text: String,
    }

    #[derive(Serialize)]
    struct Length {
        length: usize,
    }

    #[test]
    fn a_fault_costs_one_line() {
        let length = |_: &Value, question: Question| {
            assert!(question.text != "bad", "a fault");
            let length = question.text.len();
            Length { length }
        };
        let lines = [
            r#"{"id": 1, "text": "good"}"#,
            r#"{"id": "b", "text": "bad"}"#,
            "{",
        ];
        let answers = lines.map(|line| answered(line.as_bytes(), length));
        let answers = serde_json::to_value(answers).unwrap();
        assert_eq!(answers[0], json!({"id": 1, "length": 4}));
        assert_eq!(answers[1]["id"], "b");
        assert_eq!(answers[1]["error"]["code"], "fault");
        assert_eq!(answers[2]["error"]["code"], "bad_line");
    }
}
