//! The order of lanes: those whose claims bear on each other stand near each other.

/// With more lanes than this the order stays as it is.
const MAX_LANES: usize = 240;
/// Looks at all lanes.
const PASSES: usize = 12;

/// Finds an order of `count` lanes in which links between them are short. The first stays first, and the last one last where that is asked for.
/// Told is the place of each lane.
pub(in crate::layout) fn short_links(count: usize, links: impl Iterator<Item = (usize, usize)>, last_stays: bool) -> Vec<usize> {
    let end = if last_stays { count.saturating_sub(1) } else { count };
    let mut order: Vec<usize> = (0..count).collect();
    if count > MAX_LANES || end < 3 {
        return order;
    }
    let mut weight = vec![0i64; count * count];
    for (a, b) in links.filter(|(a, b)| a != b) {
        weight[a * count + b] += 1;
        weight[b * count + a] += 1;
    }
    for _ in 0..PASSES {
        let mut moved = false;
        for lane in 1..end {
            moved |= find_better(&mut order, lane, &weight, end);
        }
        if !moved {
            break;
        }
    }
    let mut place = vec![0; count];
    order.iter().enumerate().for_each(|(at, lane)| place[*lane] = at);
    place
}

/// Takes a lane to where its links and those that it stands between are shortest.
fn find_better(order: &mut Vec<usize>, lane: usize, weight: &[i64], end: usize) -> bool {
    let count = order.len();
    let Some(now) = order.iter().position(|other| *other == lane) else { return false };
    order.remove(now);
    // How much longer all links get where it steps to the right, past one lane, which steps to the left.
    let pull = |x: usize, left: &[usize], right: &[usize]| -> i64 {
        let sum = |side: &[usize]| side.iter().map(|other| weight[x * count + other]).sum::<i64>();
        sum(left) - sum(right)
    };
    let (mut longer, mut costs) = (0, vec![0]);
    for at in 1..end - 1 {
        let (left, right) = (&order[..at], &order[at + 1..]);
        longer += pull(lane, left, right) - pull(order[at], left, right);
        costs.push(longer);
    }
    let of = |at: usize| costs.get(at - 1).copied().unwrap_or(i64::MAX);
    let best = (1..end).min_by_key(|at| (of(*at), at.abs_diff(now))).unwrap_or(now);
    let gains = of(best) < of(now);
    let at = if gains { best } else { now };
    order.insert(at, lane);
    gains
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_that_bear_on_each_other_stand_together() {
        let pairs = [(1, 4), (4, 2), (2, 5), (5, 3), (0, 1)];
        let place = short_links(7, pairs.into_iter(), true);
        assert_eq!((place[0], place[6]), (0, 6), "the first and what nobody said stay");
        assert!(pairs.iter().all(|&(a, b)| place[a].abs_diff(place[b]) == 1), "{place:?}");
        assert_eq!(short_links(3, [(0, 2)].into_iter(), true), [0, 1, 2]);
        assert!(short_links(0, std::iter::empty(), false).is_empty());
    }
}
