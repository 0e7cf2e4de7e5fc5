//! New boxes among boxes that stay: each goes to the nearest free place to where its neighbours want it.

use crate::base::Cancelled;
use crate::layout::force::component::Component;
use crate::layout::grid::Boxes;
use crate::layout::overlap::Places;
use crate::layout::point::Point;
use crate::layout::work::Work;

/// Levels matter more than columns: a step up or down is worth as many sideways.
const UPRIGHT: f64 = 6.0;

/// Places what is not settled yet, neighbours of settled boxes first.
pub(super) fn insert(all: &mut Boxes, settled: &mut [bool], parts: &[Component], gap: f64, work: &mut Work<'_>) -> Result<(), Cancelled> {
    let mut places = Places::new(all, gap, settled.to_vec());
    for part in parts {
        let mut queue: Vec<usize> = (0..part.len()).filter(|&k| settled[part.members[k]]).collect();
        let mut seen: Vec<bool> = part.members.iter().map(|&i| settled[i]).collect();
        let links = links_at(part);
        let mut next = 0;
        while next < queue.len() {
            let k = queue[next];
            next += 1;
            let i = part.members[k];
            if !settled[i] {
                work.spend(1)?;
                all.at[i] = places.nearest_free(all, wish(all, settled, part, &links, k, gap), all.half[i], UPRIGHT).round();
                places.settle(all, i);
                settled[i] = true;
            }
            for &j in part.neighbours(k) {
                if !std::mem::replace(&mut seen[j as usize], true) {
                    queue.push(j as usize);
                }
            }
        }
    }
    Ok(())
}

/// The links of every node, as indices into those of the component.
fn links_at(part: &Component) -> Vec<Vec<usize>> {
    let mut at = vec![Vec::new(); part.len()];
    for (l, &(from, to)) in part.links.iter().enumerate() {
        at[from as usize].push(l);
        at[to as usize].push(l);
    }
    at
}

/// The mean of the places right below what node `k` bears on and right above what bears on it. What bears on one thing only goes to the
/// right of the others that do.
fn wish(all: &Boxes, settled: &[bool], part: &Component, links: &[Vec<usize>], k: usize, gap: f64) -> Point {
    let i = part.members[k];
    if let [only] = links[k].as_slice()
        && let Some(beside) = beside_siblings(all, settled, part, links, *only, k, gap)
    {
        return beside;
    }
    let (mut sum, mut count) = (Point::ZERO, 0.0);
    for &l in &links[k] {
        let (from, to) = (part.members[part.links[l].0 as usize], part.members[part.links[l].1 as usize]);
        let (other, side) = if from == i { (to, 1.0) } else { (from, -1.0) };
        if settled[other] {
            sum += all.at[other] + Point::new(0.0, side * (all.half[other].y + all.half[i].y + 2.0 * gap));
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { Point::ZERO }
}

/// The place to the right of what bears on the same as node `k` by link `own`, tops in line. `None` where nothing does, below it.
fn beside_siblings(all: &Boxes, settled: &[bool], part: &Component, links: &[Vec<usize>], own: usize, k: usize, gap: f64) -> Option<Point> {
    let (from, to) = part.links[own];
    if from as usize != k {
        return None;
    }
    let below = |s: &usize| settled[*s] && all.at[*s].y > all.at[part.members[to as usize]].y;
    let siblings = links[to as usize].iter().map(|&l| part.links[l]).filter(|link| link.1 == to && link.0 != from);
    let siblings = siblings.map(|link| part.members[link.0 as usize]).filter(below);
    let last = siblings.max_by(|a, b| (all.at[*a].x + all.half[*a].x).total_cmp(&(all.at[*b].x + all.half[*b].x)))?;
    Some(Point::new(all.at[last].x + all.half[last].x + all.half[part.members[k]].x + gap, all.at[last].y))
}
