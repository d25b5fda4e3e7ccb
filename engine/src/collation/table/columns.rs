//! Columns that grow together, kept in an order that every version agrees with.
//!
//! The order is kept as Pearce and Kelly do for topological sorting (2007): joining two columns
//! looks only at the columns between them.

use std::collections::BTreeSet;

/// Tokens have running numbers, version after version. A column is known by one of its tokens.
pub struct Columns {
    /// First token of every version, and the number of all.
    starts: Vec<usize>,
    version_of: Vec<usize>,
    column_of: Vec<usize>,
    /// Ascending; empty for tokens that are no column.
    members: Vec<Vec<usize>>,
    rank: Vec<usize>,
    by_rank: Vec<usize>,
}

impl Columns {
    /// Every token in a column of its own, ordered by its place in its version.
    pub fn new(forms: &[Vec<String>]) -> Self {
        let mut starts = vec![0];
        let mut version_of = Vec::new();
        for (version, forms) in forms.iter().enumerate() {
            version_of.extend(std::iter::repeat_n(version, forms.len()));
            starts.push(version_of.len());
        }
        let count = version_of.len();
        let share = |token: usize| {
            let version = version_of[token];
            let len = starts[version + 1] - starts[version];
            ((token - starts[version]) * 1_000_000 / len, token)
        };
        let mut by_rank: Vec<usize> = (0..count).collect();
        by_rank.sort_by_key(|token| share(*token));
        let mut rank = vec![0; count];
        for (at, token) in by_rank.iter().enumerate() {
            rank[*token] = at;
        }
        Self {
            column_of: (0..count).collect(),
            members: (0..count).map(|token| vec![token]).collect(),
            starts,
            version_of,
            rank,
            by_rank,
        }
    }

    /// Makes the columns of two places one, if that can be.
    pub fn join(&mut self, x: (usize, usize), y: (usize, usize)) {
        let column = |place: (usize, usize)| self.column_of[self.starts[place.0] + place.1];
        let (x, y) = (column(x), column(y));
        if x == y || self.share_a_version(x, y) {
            return;
        }
        let (first, last) = if self.rank[x] < self.rank[y] {
            (x, y)
        } else {
            (y, x)
        };
        if let Some(before_last) = self.ancestors_between(first, last) {
            self.merge(first, last, &before_last);
        }
    }

    fn share_a_version(&self, x: usize, y: usize) -> bool {
        let (mut p, mut q) = (
            self.members[x].iter().peekable(),
            self.members[y].iter().peekable(),
        );
        while let (Some(i), Some(j)) = (p.peek(), q.peek()) {
            match self.version_of[**i].cmp(&self.version_of[**j]) {
                std::cmp::Ordering::Less => p.next(),
                std::cmp::Ordering::Greater => q.next(),
                std::cmp::Ordering::Equal => return true,
            };
        }
        false
    }

    /// The columns between two that must stand before the second; none if the first is one of them.
    fn ancestors_between(&self, first: usize, last: usize) -> Option<BTreeSet<usize>> {
        let mut found = BTreeSet::new();
        let mut open = vec![last];
        while let Some(column) = open.pop() {
            for before in self.before(column) {
                if before == first {
                    return None;
                }
                if self.rank[before] > self.rank[first] && found.insert(before) {
                    open.push(before);
                }
            }
        }
        Some(found)
    }

    /// The columns of the tokens right before those of a column.
    fn before(&self, column: usize) -> impl Iterator<Item = usize> {
        let inner = self.members[column]
            .iter()
            .filter(|token| **token > self.starts[self.version_of[**token]]);
        inner.map(|token| self.column_of[token - 1])
    }

    fn after(&self, column: usize) -> impl Iterator<Item = usize> {
        let inner = self.members[column]
            .iter()
            .filter(|token| **token + 1 < self.starts[self.version_of[**token] + 1]);
        inner.map(|token| self.column_of[token + 1])
    }

    /// Columns that must stand before `last` move before the joined column, the others behind it.
    fn merge(&mut self, first: usize, last: usize, before_last: &BTreeSet<usize>) {
        let (from, to) = (self.rank[first], self.rank[last]);
        let between: Vec<usize> = self.by_rank[from + 1..to].to_vec();
        let (ahead, behind): (Vec<usize>, Vec<usize>) = between
            .into_iter()
            .partition(|column| before_last.contains(column));
        for token in std::mem::take(&mut self.members[last]) {
            self.column_of[token] = first;
            self.members[first].push(token);
        }
        self.members[first].sort_unstable();
        // `last` is no column any more; it keeps a rank so that ranks stay dense.
        let order = ahead.into_iter().chain([first]).chain(behind).chain([last]);
        for (at, column) in (from..).zip(order) {
            self.rank[column] = at;
            self.by_rank[at] = column;
        }
    }

    /// The columns in reading order, each as one cell a version. What follows in some version is
    /// put next where it can be, so that phrases stay together.
    pub fn in_order(&self) -> Vec<Vec<Option<u32>>> {
        let columns = || (0..self.members.len()).filter(|column| !self.members[*column].is_empty());
        let mut waiting: Vec<usize> = vec![0; self.members.len()];
        for column in columns() {
            waiting[column] = self.before(column).collect::<BTreeSet<_>>().len();
        }
        let key = |column: usize| (self.rank[column], column);
        let mut ready: BTreeSet<(usize, usize)> = columns()
            .filter(|column| waiting[*column] == 0)
            .map(key)
            .collect();
        let mut out = Vec::new();
        let mut next: Option<usize> = None;
        while let Some(column) = next.or_else(|| ready.first().map(|entry| entry.1)) {
            ready.remove(&key(column));
            out.push(self.cells(column));
            let followers: BTreeSet<usize> = self.after(column).collect();
            for follower in &followers {
                waiting[*follower] -= 1;
                if waiting[*follower] == 0 {
                    ready.insert(key(*follower));
                }
            }
            let free = followers
                .into_iter()
                .filter(|follower| waiting[*follower] == 0);
            next = free.min_by_key(|follower| key(*follower));
        }
        out
    }

    fn cells(&self, column: usize) -> Vec<Option<u32>> {
        let mut cells = vec![None; self.starts.len() - 1];
        for token in &self.members[column] {
            let version = self.version_of[*token];
            cells[version] = Some((token - self.starts[version]) as u32);
        }
        cells
    }
}
