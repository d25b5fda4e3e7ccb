//! What the program was started with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What to open at the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Nothing,
    Sample,
    Paths(Vec<PathBuf>),
}

/// `arguments` without the program's name; relative paths are meant from `folder`. Options that
/// are not known are left alone: desktops and toolkits add their own.
pub fn wish(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Wish {
    let mut paths = Vec::new();
    let mut sample = false;
    let mut only_paths = false;
    for argument in arguments {
        let is_option = !only_paths && argument.as_encoded_bytes().starts_with(b"-");
        match argument.to_str() {
            Some("--") if !only_paths => only_paths = true,
            Some("--sample") if !only_paths => sample = true,
            _ if is_option || argument.is_empty() => {}
            _ => paths.push(folder.join(argument)),
        }
    }
    match (paths.is_empty(), sample) {
        (false, _) => Wish::Paths(paths),
        (true, true) => Wish::Sample,
        (true, false) => Wish::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish_of(arguments: &[&str]) -> Wish {
        wish(
            arguments.iter().map(OsString::from),
            Path::new("/srv/press"),
        )
    }

    #[test]
    fn a_path_is_meant_from_where_the_program_was_called() {
        let paths = ["/srv/press/two words", "/tmp/Озеро"].map(PathBuf::from);
        assert_eq!(
            wish_of(&["two words", "/tmp/Озеро"]),
            Wish::Paths(paths.to_vec())
        );
    }

    #[test]
    fn unknown_options_open_nothing() {
        assert_eq!(wish_of(&["--gtk-debug=all", "-v", ""]), Wish::Nothing);
        assert_eq!(wish_of(&["--sample", "-v"]), Wish::Sample);
    }

    #[test]
    fn after_two_dashes_everything_is_a_path() {
        let dashed = PathBuf::from("/srv/press/--sample");
        assert_eq!(wish_of(&["--", "--sample"]), Wish::Paths(vec![dashed]));
    }
}
