//! Pairs as they meet us: one side cut short, or with a sentence more.

use crate::pairs::Pair;

/// Marsaglia's xorshift: the same pairs at every run.
pub struct Random(u64);

impl Random {
    pub fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        ((self.unit() * end as f64) as usize).min(end - 1)
    }
}

/// One changed pair for each: truncated to 30–85 % of one side (55 of 100), a random sentence added
/// to the other (55 of 100), or both.
pub fn augment(pairs: &[Pair], random: &mut Random) -> Vec<Pair> {
    pairs
        .iter()
        .map(|pair| {
            let mut pair = if random.unit() < 0.5 {
                swapped(pair)
            } else {
                pair.clone()
            };
            let dice = random.unit();
            if dice < 0.7 {
                truncate(&mut pair, random);
            }
            if dice > 0.25 {
                add_sentence(&mut pair, pairs, random);
            }
            if random.unit() < 0.5 {
                swapped(&pair)
            } else {
                pair
            }
        })
        .collect()
}

fn swapped(pair: &Pair) -> Pair {
    let turned = |links: &[(usize, usize)]| links.iter().map(|(i, j)| (*j, *i)).collect();
    Pair {
        id: pair.id.clone(),
        a: pair.b.clone(),
        b: pair.a.clone(),
        sure: turned(&pair.sure),
        poss: turned(&pair.poss),
    }
}

/// Keeps the beginning (60 of 100) or the end of `b`.
fn truncate(pair: &mut Pair, random: &mut Random) {
    let len = pair.b.len();
    let share = 0.3 + 0.55 * random.unit();
    let keep = ((len as f64 * share) as usize).max(3).min(len);
    let start = if random.unit() < 0.6 { 0 } else { len - keep };
    pair.b = pair.b[start..start + keep].to_vec();
    for links in [&mut pair.sure, &mut pair.poss] {
        links.retain_mut(|(_, j)| {
            let kept = (start..start + keep).contains(j);
            *j = j.wrapping_sub(start);
            kept
        });
    }
}

fn add_sentence(pair: &mut Pair, pairs: &[Pair], random: &mut Random) {
    let other = &pairs[random.below(pairs.len())];
    let sentence = if random.unit() < 0.5 {
        &other.a
    } else {
        &other.b
    };
    if random.unit() < 0.5 {
        pair.a.splice(0..0, sentence.iter().cloned());
        for (i, _) in pair.sure.iter_mut().chain(&mut pair.poss) {
            *i += sentence.len();
        }
    } else {
        pair.a.extend(sentence.iter().cloned());
    }
}
