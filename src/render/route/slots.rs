//! Where on a card's border lines end: apart from each other, in the order in which they come, near where they would like to.

use std::cmp::Ordering;

use super::Side;

/// Distance of ends along a border, where there is room.
const GAP: f32 = 18.0;
/// Distance of the ends of links between the same two.
const PAIR_GAP: f32 = 26.0;

/// A line's end on one side of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::render) struct Wish<K> {
    /// The side, from where it comes, and where it would like to stand.
    pub(in crate::render) side: Side,
    /// Its place among links of the same pair, which come from the same place.
    pub(in crate::render) lane: f32,
    /// Which end it is; decides where nothing else does.
    pub(in crate::render) key: K,
}

/// Moves ends on one side apart, within `low..=high`, by as little as possible. They are sorted by that.
pub(in crate::render) fn spread<K: Ord>(wishes: &mut [Wish<K>], low: f32, high: f32) {
    let order =
        |a: &Wish<K>, b: &Wish<K>| a.side.angle.total_cmp(&b.side.angle).then(a.lane.total_cmp(&b.lane)).then_with(|| a.key.cmp(&b.key));
    wishes.sort_unstable_by(order);
    let gaps: Vec<f32> = wishes
        .windows(2)
        .map(|pair| if (pair[0].side.angle - pair[1].side.angle).abs() < 1e-4 && pair[0].lane != pair[1].lane { PAIR_GAP } else { GAP })
        .collect();
    let (all, room): (f32, f32) = (gaps.iter().sum(), (high - low).max(0.0));
    let scale = if all > room { room / all } else { 1.0 };
    // Without the gaps they only have to be in order: neighbours that are not share their mean (pool adjacent violators).
    let mut before = 0.0;
    let mut pools: Vec<(f32, usize)> = Vec::with_capacity(wishes.len());
    for (i, wish) in wishes.iter().enumerate() {
        if i > 0 {
            before += gaps.get(i - 1).copied().unwrap_or_default() * scale;
        }
        let mut pool = (wish.side.at - before, 1);
        while let Some(last) = pools.last().filter(|last| last.0 > pool.0) {
            let count = last.1 + pool.1;
            pool = ((last.0 * last.1 as f32 + pool.0 * pool.1 as f32) / count as f32, count);
            pools.pop();
        }
        pools.push(pool);
    }
    let highest = high - all * scale;
    let mut places = pools.into_iter().flat_map(|(at, count)| std::iter::repeat_n(at, count));
    let mut before = 0.0;
    for (i, wish) in wishes.iter_mut().enumerate() {
        if i > 0 {
            before += gaps.get(i - 1).copied().unwrap_or_default() * scale;
        }
        // Rounded: what nobody sees is not to make other lines be drawn anew.
        let at = places.next().unwrap_or(low).min(highest).max(low) + before;
        wish.side.at = (at * 4.0).round() / 4.0;
    }
    debug_assert!(wishes.windows(2).all(|pair| pair[0].side.at.partial_cmp(&pair[1].side.at) != Some(Ordering::Greater)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(wishes: &[(f32, f32, f32)], low: f32, high: f32) -> Vec<f32> {
        let wish =
            |(key, (angle, lane, at)): (usize, &(f32, f32, f32))| Wish { side: Side { side: 0, angle: *angle, at: *at }, lane: *lane, key };
        let mut wishes: Vec<Wish<usize>> = wishes.iter().enumerate().map(wish).collect();
        spread(&mut wishes, low, high);
        wishes.sort_by_key(|wish| wish.key);
        wishes.iter().map(|wish| wish.side.at).collect()
    }

    #[test]
    fn ends_stand_apart_in_the_order_in_which_lines_come() {
        assert_eq!(places(&[(0.0, 0.0, 5.0)], 0.0, 100.0), [5.0]);
        assert_eq!(places(&[(0.0, 0.0, 50.0), (1.0, 0.0, 50.0)], 0.0, 100.0), [41.0, 59.0]);
        assert_eq!(places(&[(1.0, 0.0, 20.0), (0.0, 0.0, 60.0)], 0.0, 100.0), [49.0, 31.0]);
        assert_eq!(places(&[(0.0, 0.5, 50.0), (0.0, -0.5, 50.0)], 0.0, 100.0), [63.0, 37.0]);
        assert_eq!(places(&[(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (2.0, 0.0, 90.0)], 0.0, 100.0), [0.0, 18.0, 90.0]);
        // Where there is too little room they share it.
        assert_eq!(places(&[(0.0, 0.0, 9.0); 5].map(|w| w), 0.0, 20.0), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(places(&[(0.0, 0.0, 9.0), (1.0, 0.0, 9.0)], 5.0, 5.0), [5.0, 5.0]);
    }
}
