//! Short lists, one for each of many things, that lie one after the other: a list of its own for
//! each would cost more to make and to free than to walk.

pub(super) struct Grouped<T> {
    /// One more than there are lists.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> Grouped<T> {
    /// So many lists; each item comes with the number of its list, and they keep their order.
    pub(super) fn of(lists: usize, items: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; lists + 1];
        for (list, _) in items.clone() {
            starts[list as usize + 1] += 1;
        }
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        let mut all = vec![T::default(); starts[lists] as usize];
        for (list, item) in items {
            let place = &mut next[list as usize];
            all[*place as usize] = item;
            *place += 1;
        }
        Self { starts, items: all }
    }

    /// The lists in their order.
    pub(super) fn in_order<L: AsRef<[T]>>(lists: impl Iterator<Item = L>) -> Self {
        let (mut starts, mut items) = (vec![0], Vec::new());
        for list in lists {
            items.extend_from_slice(list.as_ref());
            starts.push(u32::try_from(items.len()).unwrap_or(u32::MAX));
        }
        Self { starts, items }
    }

    pub(super) fn of_one(&self, list: u32) -> &[T] {
        let ends = [list, list + 1].map(|list| self.starts[list as usize] as usize);
        &self.items[ends[0]..ends[1]]
    }

    pub(super) fn lists(&self) -> impl Iterator<Item = &[T]> + Clone {
        self.starts
            .windows(2)
            .map(|ends| &self.items[ends[0] as usize..ends[1] as usize])
    }

    pub(super) fn items(&self) -> &[T] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_lie_in_their_lists_in_their_order() {
        let items = [(2, 'a'), (0, 'b'), (2, 'c')];
        let grouped = Grouped::of(4, items.into_iter());
        assert_eq!(grouped.of_one(2), ['a', 'c']);
        assert!(grouped.of_one(3).is_empty());
        let again = Grouped::in_order(grouped.lists());
        assert_eq!(again.of_one(2), ['a', 'c']);
        assert_eq!(again.items(), ['b', 'a', 'c']);
    }
}
