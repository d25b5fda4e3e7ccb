//! Which of many things have a number among their keys.

use super::grouped::Grouped;

/// No list.
const NONE: u32 = u32::MAX;

/// Where the list of each key is, among some of the things. Used again for other things: the keys
/// of all are numbers below a common bound, and only those in use are touched.
pub(super) struct Lists {
    /// By key.
    slots: Vec<u32>,
    used: Vec<u32>,
    /// By slot.
    things: Grouped<u32>,
}

impl Lists {
    /// For keys below `bound`.
    pub(super) fn new(bound: usize) -> Self {
        Self {
            slots: vec![NONE; bound],
            used: Vec::new(),
            things: Grouped::of(0, std::iter::empty()),
        }
    }

    /// Lists of these things and no others, in the order given. Each thing has each key once.
    pub(super) fn fill<'k>(&mut self, things: impl Iterator<Item = (u32, &'k [u32])> + Clone) {
        for key in self.used.drain(..) {
            self.slots[key as usize] = NONE;
        }
        let mut next = 0;
        for key in things.clone().flat_map(|(_, keys)| keys) {
            let slot = &mut self.slots[*key as usize];
            if *slot == NONE {
                *slot = next;
                next += 1;
                self.used.push(*key);
            }
        }
        let slots = &self.slots;
        let pairs = things.flat_map(|(thing, keys)| {
            let slot = |key: &u32| slots[*key as usize];
            keys.iter().map(move |key| (slot(key), thing))
        });
        self.things = Grouped::of(next as usize, pairs);
    }

    /// The things that have this key; none where it is not in use.
    pub(super) fn of(&self, key: u32) -> &[u32] {
        match self.slots[key as usize] {
            NONE => &[],
            slot => self.things.of_one(slot),
        }
    }
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
