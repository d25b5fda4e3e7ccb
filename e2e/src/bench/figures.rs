//! Figures, and the one table that tells them.

/// One thing measured.
pub struct Figure {
    what: String,
    /// Milliseconds, ascending; empty where it is no time.
    times: Vec<f64>,
    goal: Option<Goal>,
}

/// What a figure is held against.
pub struct Goal {
    told: String,
    is_met: bool,
}

impl Goal {
    /// Milliseconds, at most.
    pub fn milliseconds(what: &str, value: f64, most: f64) -> Self {
        Self {
            told: format!("{value:.0} ms {what} (wanted: {most:.0})"),
            is_met: value <= most,
        }
    }

    /// So many times something else, at most.
    pub fn times(what: &str, value: f64, most: f64) -> Self {
        Self {
            told: format!("{value:.2} times {what} (wanted: {most:.1})"),
            is_met: value <= most,
        }
    }

    /// How many of how many went wrong: none should.
    pub fn none(what: &str, count: f64, of: f64) -> Self {
        Self {
            told: format!("{count} of {of} {what} (wanted: 0)"),
            is_met: count == 0.0,
        }
    }
}

impl Figure {
    pub fn of_times(what: &str, mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self {
            what: what.to_owned(),
            times,
            goal: None,
        }
    }

    /// No time, only what it is held against.
    pub fn of_goal(what: &str, goal: Goal) -> Self {
        Self::of_times(what, Vec::new()).wanted(goal)
    }

    pub fn wanted(mut self, goal: Goal) -> Self {
        self.goal = Some(goal);
        self
    }

    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    pub fn p95(&self) -> f64 {
        self.percentile(95)
    }

    fn percentile(&self, percent: usize) -> f64 {
        let at = (self.times.len() * percent).div_ceil(100).saturating_sub(1);
        self.times.get(at).copied().unwrap_or(f64::NAN)
    }

    fn cells(&self) -> [String; 5] {
        let time = |value: f64| match self.times.is_empty() {
            true => String::new(),
            false => format!("{value:.1}"),
        };
        let goal = self.goal.as_ref();
        let goal = goal.map_or_else(String::new, |goal| {
            let sign = if goal.is_met { "yes" } else { "NO" };
            format!("{sign}: {}", goal.told)
        });
        let count = match self.times.len() {
            0 => String::new(),
            count => count.to_string(),
        };
        [
            self.what.clone(),
            time(self.median()),
            time(self.p95()),
            count,
            goal,
        ]
    }
}

/// Prints all of them, with what was noted beside.
pub fn tell(figures: &[Figure], notes: &[String]) {
    let head = ["measured", "median ms", "p95 ms", "times", "held"].map(str::to_owned);
    let rows: Vec<[String; 5]> = figures.iter().map(Figure::cells).collect();
    let all = || std::iter::once(&head).chain(&rows);
    let widths: [usize; 5] =
        std::array::from_fn(|at| all().map(|row| row[at].chars().count()).max().unwrap_or(0));
    let line = |row: &[String; 5]| {
        println!(
            "| {:<a$} | {:>b$} | {:>c$} | {:>d$} | {:<e$} |",
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            a = widths[0],
            b = widths[1],
            c = widths[2],
            d = widths[3],
            e = widths[4],
        );
    };
    println!();
    line(&head);
    line(&widths.map(|width| "-".repeat(width)));
    rows.iter().for_each(line);
    println!();
    for note in notes {
        println!("{note}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let figure = Figure::of_times("waits", (1..=20).rev().map(f64::from).collect());
        assert_eq!(figure.median(), 10.0);
        assert_eq!(figure.p95(), 19.0);
    }

    #[test]
    fn a_goal_that_is_missed_says_so() {
        let goal = Goal::milliseconds("above nothing", 51.0, 50.0);
        let figure = Figure::of_goal("a wait", goal);
        let [.., held] = figure.cells();
        assert_eq!(held, "NO: 51 ms above nothing (wanted: 50)");
    }
}
