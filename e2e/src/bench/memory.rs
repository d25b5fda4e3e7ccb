//! What the window's processes hold in memory, as Linux tells it.

use std::fs;

use anyhow::Result;

/// Processes of the program in a group, and how many megabytes of theirs are resident.
pub fn of_group(group: Option<u32>) -> Result<Vec<(String, u64)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let path = entry?.path();
        // A process may end while it is asked.
        let (Ok(stat), Ok(status)) = (
            fs::read_to_string(path.join("stat")),
            fs::read_to_string(path.join("status")),
        ) else {
            continue;
        };
        if group_of(&stat) != group {
            continue;
        }
        let name = field(&status, "Name:").unwrap_or_default();
        let kilobytes = field(&status, "VmRSS:")
            .and_then(|value| value.split_whitespace().next()?.parse::<u64>().ok());
        if let (true, Some(kilobytes)) = (is_ours(name), kilobytes) {
            found.push((name.to_owned(), kilobytes / 1024));
        }
    }
    found.sort();
    Ok(found)
}

fn is_ours(name: &str) -> bool {
    name.starts_with("as-quoted") || name.starts_with("WebKitWeb")
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
