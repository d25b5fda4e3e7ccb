//! Cut, and shown by … or […].

use super::Difference;
use crate::collation::words::holds_dots;
use crate::collation::{Effect, Note};

pub fn rule(difference: &Difference) -> Option<(Effect, Note)> {
    let dots = |words| holds_dots(<[_]>::iter(words));
    (dots(difference.a()) != dots(difference.b())).then_some((Effect::Elision, Note::CutMarked))
}
