//! Which of many things have a number among their keys: lists that lie one after the other, for
//! walking them is most of what finding candidates costs.

/// No list.
const NONE: u32 = u32::MAX;

/// Where the list of each key is, among some of the things. Used again for other things: the keys
/// of all are numbers below a common bound, and only those in use are touched.
pub(super) struct Lists {
    /// By key.
    slots: Vec<u32>,
    used: Vec<u32>,
    /// By slot; one more than there are slots.
    starts: Vec<u32>,
    things: Vec<u32>,
}

impl Lists {
    /// For keys below `bound`.
    pub(super) fn new(bound: usize) -> Self {
        Self {
            slots: vec![NONE; bound],
            used: Vec::new(),
            starts: vec![0],
            things: Vec::new(),
        }
    }

    /// Lists of these things and no others, in the order given. Each thing has each key once.
    pub(super) fn fill<'k>(&mut self, things: impl Iterator<Item = (u32, &'k [u32])> + Clone) {
        for key in self.used.drain(..) {
            self.slots[key as usize] = NONE;
        }
        let mut sizes: Vec<u32> = Vec::new();
        for key in things.clone().flat_map(|(_, keys)| keys) {
            let slot = &mut self.slots[*key as usize];
            if *slot == NONE {
                *slot = number(sizes.len());
                self.used.push(*key);
                sizes.push(0);
            }
            sizes[*slot as usize] += 1;
        }
        self.starts.clear();
        self.starts.push(0);
        let mut end = 0;
        for size in &mut sizes {
            end += *size;
            self.starts.push(end);
            *size = end - *size;
        }
        self.things.clear();
        self.things.resize(end as usize, 0);
        // From here on each size is the place where the next thing of its list goes.
        for (thing, keys) in things {
            for key in keys {
                let next = &mut sizes[self.slots[*key as usize] as usize];
                self.things[*next as usize] = thing;
                *next += 1;
            }
        }
    }

    /// The things that have this key; none where it is not in use.
    pub(super) fn of(&self, key: u32) -> &[u32] {
        match self.slots[key as usize] {
            NONE => &[],
            slot => {
                let ends = [slot, slot + 1].map(|slot| self.starts[slot as usize] as usize);
                &self.things[ends[0]..ends[1]]
            }
        }
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_the_things_of_its_key_in_order_and_forgets_those_before() {
        let mut lists = Lists::new(9);
        let first: [(u32, &[u32]); 3] = [(4, &[1, 7]), (2, &[7]), (6, &[0, 1])];
        lists.fill(first.into_iter());
        assert_eq!(lists.of(7), [4, 2]);
        assert_eq!(lists.of(1), [4, 6]);
        assert!(lists.of(3).is_empty());
        let second: [(u32, &[u32]); 1] = [(5, &[3, 7])];
        lists.fill(second.into_iter());
        assert_eq!(lists.of(7), [5]);
        assert!(lists.of(1).is_empty());
    }
}
