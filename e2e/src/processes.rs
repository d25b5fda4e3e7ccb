//! The processes of the window, as Linux tells of them.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

/// One of a group.
pub struct Process {
    pub name: String,
    /// Resident memory.
    pub megabytes: u64,
    folder: PathBuf,
    state: char,
}

impl Process {
    /// Whether it does anything yet: one that has ended stays listed until its parent takes note.
    pub fn is_alive(&self) -> bool {
        !matches!(self.state, 'Z' | 'X')
    }

    /// What a variable of its environment holds, where we may look.
    pub fn variable(&self, name: &str) -> Option<String> {
        let environment = fs::read(self.folder.join("environ")).ok()?;
        let variables = environment.split(|byte| *byte == 0);
        let mut variables = variables.map(String::from_utf8_lossy);
        let start = format!("{name}=");
        variables.find_map(|variable| variable.strip_prefix(&start).map(str::to_owned))
    }
}

/// All of a process group, by name.
pub fn of_group(group: Option<u32>) -> Result<Vec<Process>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let folder = entry?.path();
        // A process may end while it is asked.
        let (Ok(stat), Ok(status)) = (
            fs::read_to_string(folder.join("stat")),
            fs::read_to_string(folder.join("status")),
        ) else {
            continue;
        };
        if group_of(&stat) != group {
            continue;
        }
        let name = field(&status, "Name:").unwrap_or_default().to_owned();
        let kilobytes = field(&status, "VmRSS:")
            .and_then(|value| value.split_whitespace().next()?.parse::<u64>().ok());
        let megabytes = kilobytes.unwrap_or_default() / 1024;
        found.push(Process {
            name,
            megabytes,
            folder,
            state: field(&status, "State:")
                .and_then(|state| state.chars().next())
                .unwrap_or('Z'),
        });
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// The process group: the third field after the name in brackets.
fn group_of(stat: &str) -> Option<u32> {
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(2)?.parse().ok()
}

fn field<'s>(status: &'s str, name: &str) -> Option<&'s str> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim())
}
