//! The wall behind the engine's own: work that breaks off through a fault of the program is told, and
//! the program goes on.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::failure::{Failure, FailureCode};

/// Does work that may panic. A panic is logged, and comes back as a failure. Whatever the work shares
/// with others is replaced whole or not at all, under locks that are taken poisoned, too.
pub fn behind<T>(what: &str, work: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let failure = Failure::new(FailureCode::Fault, words_of(panic.as_ref()));
        log::error!("{what} broke off: {failure}");
        failure
    })
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let literal = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned());
    let words = literal.or_else(|| panic.downcast_ref::<String>().cloned());
    words.unwrap_or_else(|| "a panic without words".to_owned())
}
