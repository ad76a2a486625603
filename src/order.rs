//! One sort for the whole bundle: every sort of a new type is compiled anew, at about four
//! kilobytes each, so lists are put in order by a number.

/// The list in ascending order of a number; what ranks equally keeps its order.
#[must_use]
pub fn by_rank<T>(list: Vec<T>, rank: impl Fn(&T) -> u64) -> Vec<T> {
    if list.is_sorted_by_key(&rank) {
        return list;
    }
    let order = sorted(list.iter().map(rank).collect());
    let mut places: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| places.get_mut(at)?.take()).collect()
}

/// Two numbers as one: the first decides, the second where the first is equal. Both are cut at
/// what 32 bits hold.
#[must_use]
pub fn pair(first: usize, second: usize) -> u64 {
    let narrow = |number: usize| u64::from(u32::try_from(number).unwrap_or(u32::MAX));
    narrow(first) << 32 | narrow(second)
}

/// The positions of these numbers in ascending order of the numbers; equal ones keep their order.
#[must_use]
pub fn order(ranks: impl Iterator<Item = u64>) -> Vec<usize> {
    sorted(ranks.collect())
}

fn sorted(ranks: Vec<u64>) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = ranks.into_iter().enumerate().map(|(at, rank)| (rank, at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ranks_like_a_stable_sort(list in prop::collection::vec((0_u64..9, any::<u8>()), 0..40)) {
            let mut expected = list.clone();
            expected.sort_by_key(|(rank, _)| *rank);
            prop_assert_eq!(by_rank(list, |(rank, _)| *rank), expected);
        }
    }

    #[test]
    fn the_first_of_a_pair_decides() {
        assert!(pair(1, usize::MAX) < pair(2, 0));
        assert!(pair(1, 1) < pair(1, 2));
    }
}
