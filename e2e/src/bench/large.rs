//! An invented folder of any size: outlets that carry the same statements in versions of their
//! own. The same in every run.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

/// Statements of one occasion, each carried by every outlet that was there.
const STATEMENTS: usize = 10;

const OUTLETS: [&str; 16] = [
    "Meridian Wire",
    "Lumen Daily",
    "Calder Ledger",
    "The Harbour Post",
    "Fenwick Mercury",
    "Eastbank Radio",
    "Northgate Times",
    "Tessar Courier",
    "Amrin Gazette",
    "Kestrian Herald",
    "The Valley Echo",
    "Stonebridge Sentinel",
    "Port Amrin News",
    "Upland Observer",
    "The Quay Chronicle",
    "Mirren Morning",
];
const FIRST: [&str; 20] = [
    "Anselm", "Ines", "Tomas", "Ruta", "Samar", "Ulla", "Bram", "Odile", "Pavel", "Greta", "Ilir",
    "Noor", "Viktor", "Selma", "Jonas", "Mirela", "Aldo", "Thea", "Kasper", "Rosa",
];
const VERBS: [&str; 24] = [
    "open", "close", "repair", "inspect", "flood", "drain", "count", "guard", "rebuild", "lower",
    "raise", "measure", "abandon", "finance", "survey", "widen", "clear", "supply", "insure",
    "paint", "dredge", "connect", "divide", "protect",
];
const THINGS: [&str; 24] = [
    "gates", "barrels", "villages", "ferries", "engines", "wells", "archives", "bridges", "mills",
    "harvests", "pipes", "stations", "orchards", "letters", "markets", "quarries", "tunnels",
    "towers", "boats", "schools", "ditches", "roofs", "clocks", "fences",
];
const MUST: [&str; 5] = ["must", "will", "should", "may", "cannot"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Writes articles until they hold about so many utterances.
pub fn write(folder: &Path, utterances: usize) -> Result<()> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let occasions = utterances.div_ceil(STATEMENTS);
    for occasion in 0..occasions {
        let speaker = format!(
            "{} {}",
            FIRST[random.below(FIRST.len())],
            name(random.below(300))
        );
        let date = format!(
            "{} {} 2031",
            1 + random.below(28),
            MONTHS[occasion * 12 / occasions]
        );
        let place = name(300 + random.below(4_000));
        let statements: Vec<Statement> = (0..STATEMENTS)
            .map(|_| Statement::new(&mut random))
            .collect();
        let first = random.below(OUTLETS.len());
        let below = folder.join(format!("{:03}", occasion / 100));
        std::fs::create_dir_all(&below)?;
        for version in 0..2 + random.below(2) {
            let outlet = OUTLETS[(first + version * 3) % OUTLETS.len()];
            let mut text = format!("{speaker} speaks in {place}\n\n{outlet}\n{date}\n\n");
            for (number, statement) in statements.iter().enumerate() {
                let said = statement.version(version, &mut random);
                let _ = match (number + version) % 3 {
                    0 => write!(text, "“{said},” {speaker} said.\n\n"),
                    1 => write!(
                        text,
                        "At the town hall of {place} {speaker} said: “{said}.”\n\n"
                    ),
                    _ => write!(
                        text,
                        "“{said},” said {speaker} to reporters in {place}.\n\n"
                    ),
                };
            }
            std::fs::write(below.join(format!("{occasion}-{version}.txt")), text)?;
        }
    }
    Ok(())
}

/// What somebody says.
struct Statement {
    must: &'static str,
    verb: &'static str,
    count: usize,
    things: &'static str,
    place: String,
    other_verb: &'static str,
    other_things: &'static str,
    other_place: String,
}

impl Statement {
    fn new(random: &mut Random) -> Self {
        Self {
            must: MUST[random.below(MUST.len())],
            verb: VERBS[random.below(VERBS.len())],
            count: 12 + random.below(900),
            things: THINGS[random.below(THINGS.len())],
            place: name(5_000 + random.below(60_000)),
            other_verb: VERBS[random.below(VERBS.len())],
            other_things: THINGS[random.below(THINGS.len())],
            other_place: name(5_000 + random.below(60_000)),
        }
    }

    /// The words as one outlet has them: the first has them whole, of the others half change one
    /// thing.
    fn version(&self, outlet: usize, random: &mut Random) -> String {
        let change = if outlet == 0 { 9 } else { random.below(10) };
        let must = if change == 0 { "might" } else { self.must };
        let count = if change == 1 {
            self.count + 7
        } else {
            self.count
        };
        let not = if change == 2 { "" } else { "not " };
        let things = if change == 3 { "places" } else { self.things };
        let before = match change {
            4 => String::new(),
            _ => format!(" before winter reaches {}", self.other_place),
        };
        format!(
            "We {must} {} the {count} {things} of {}{before}, and nobody will {not}{} the {}",
            self.verb, self.place, self.other_verb, self.other_things
        )
    }
}

/// An invented name for each number.
fn name(mut number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ka", "mo", "ti", "ren", "sul", "vo", "dar", "pe", "lin", "gra", "bo", "hes", "nu", "fal",
        "wi", "tor", "ze", "chi", "yam", "qua",
    ];
    let mut name = String::new();
    loop {
        name.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            break;
        }
    }
    name.push_str("en");
    let first = name.remove(0).to_ascii_uppercase();
    name.insert(0, first);
    name
}

/// Numbers that are the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}
