//! Parts of a request that no link joins: each is laid out by itself.

use crate::base::Cancelled;
use crate::layout::point::Point;
use crate::layout::work::Work;
use crate::layout::{Body, GAP, LayoutRequest};

/// Sizes beyond this are taken for this.
const MAX_SIZE: f64 = 100_000.0;
/// Held boxes farther out than this stay there, but nothing is arranged around them.
const MAX_REACH: f32 = 1.0e7;

/// A connected part: its own numbering, links without repetitions.
#[derive(Debug)]
pub(super) struct Component {
    /// Which body each node is.
    pub(super) members: Vec<usize>,
    pub(super) half: Vec<Point>,
    /// Where a node must stay.
    pub(super) held: Vec<Option<Point>>,
    /// Which nodes stand between the ends of their links.
    pub(super) joint: Vec<bool>,
    /// From the lower end to the upper end.
    pub(super) links: Vec<(u32, u32)>,
    /// Whether no other part has links.
    pub(super) is_alone: bool,
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Component {
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// Nodes joined with node `i` by a link in either direction.
    pub(super) fn neighbours(&self, i: usize) -> &[u32] {
        &self.neighbours[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    /// The links that are drawn with a handle half-way.
    pub(super) fn handled(&self) -> Vec<(u32, u32)> {
        self.links.iter().copied().filter(|(a, b)| !self.joint[*a as usize] && !self.joint[*b as usize]).collect()
    }

    pub(super) fn degree(&self, i: usize) -> usize {
        self.neighbours(i).len()
    }

    /// Links beyond those of a tree, for each node: 0 in a tree, more in a web.
    pub(super) fn loops(&self) -> f64 {
        (self.neighbours.len() as f64 / 2.0 + 1.0 - self.len() as f64) / self.len() as f64
    }

    /// How much direction matters, in `[0, 1]`: all in a tree, little in a web, which it would only tangle.
    pub(super) fn order(&self) -> f64 {
        (1.0 - 4.0 * self.loops()).clamp(0.0, 1.0)
    }

    /// Side of the square that a box and the gap around it fill, on average.
    pub(super) fn mean_side(&self) -> f64 {
        let gap = f64::from(GAP);
        self.half.iter().map(|h| ((2.0 * h.x + gap) * (2.0 * h.y + gap)).sqrt()).sum::<f64>() / self.len() as f64
    }

    /// Whether at least half of the boxes stay where they are.
    pub(super) fn is_mostly_held(&self) -> bool {
        2 * self.held.iter().flatten().count() >= self.len()
    }

    pub(super) fn is_anchored(&self) -> bool {
        self.held.iter().any(Option::is_some)
    }
}

/// Half the size of a body's box; what is not a size counts as nothing.
pub(super) fn half_of(body: &Body) -> Point {
    let sane = |v: f32| if v.is_finite() { f64::from(v).clamp(0.0, MAX_SIZE) / 2.0 } else { 0.0 };
    Point::new(sane(body.size.x), sane(body.size.y))
}

/// Where a body must stay, if it must.
pub(super) fn held_at(body: &Body) -> Option<Point> {
    let at = body.at.filter(|_| body.held)?;
    (at.x.abs() <= MAX_REACH && at.y.abs() <= MAX_REACH).then(|| Point::new(f64::from(at.x), f64::from(at.y)))
}

/// The connected parts of a request, in the order of their first bodies.
pub(super) fn components(request: &LayoutRequest, work: &mut Work<'_>) -> Result<Vec<Component>, Cancelled> {
    let n = request.bodies.len();
    let mut links: Vec<(u32, u32)> =
        request.links.iter().filter(|l| l.from != l.to && l.from < n && l.to < n).map(|l| (l.from as u32, l.to as u32)).collect();
    work.spend(n)?;
    links.sort_unstable();
    links.dedup();
    work.spend(n)?;
    let (starts, neighbours) = adjacency(n, &links);

    work.spend(n)?;
    let mut part = vec![u32::MAX; n];
    let mut local = vec![0u32; n];
    let mut found: Vec<Vec<usize>> = Vec::new();
    for first in 0..n {
        if part[first] != u32::MAX {
            continue;
        }
        // Breadth first: neighbours come close in memory.
        let mut members = vec![first];
        part[first] = found.len() as u32;
        let mut next = 0;
        while next < members.len() {
            let i = members[next];
            local[i] = next as u32;
            next += 1;
            for &j in &neighbours[starts[i] as usize..starts[i + 1] as usize] {
                if part[j as usize] == u32::MAX {
                    part[j as usize] = found.len() as u32;
                    members.push(j as usize);
                }
            }
        }
        found.push(members);
    }

    let mut links_of: Vec<Vec<(u32, u32)>> = vec![Vec::new(); found.len()];
    for (from, to) in links {
        links_of[part[from as usize] as usize].push((local[from as usize], local[to as usize]));
    }
    // What is linked with nothing has no scale.
    let is_alone = found.iter().filter(|members| members.len() > 1).count() == 1;
    let mut parts = Vec::with_capacity(found.len());
    for (members, links) in found.into_iter().zip(links_of) {
        work.spend(members.len())?;
        let (starts, neighbours) = adjacency(members.len(), &links);
        let half = members.iter().map(|&i| half_of(&request.bodies[i])).collect();
        let held = members.iter().map(|&i| held_at(&request.bodies[i])).collect();
        let joint = members.iter().map(|&i| request.bodies[i].joint).collect();
        parts.push(Component { members, half, held, joint, links, is_alone, starts, neighbours });
    }
    Ok(parts)
}

/// Neighbours of every node, without repetitions: those of `i` are `neighbours[starts[i]..starts[i + 1]]`.
fn adjacency(n: usize, links: &[(u32, u32)]) -> (Vec<u32>, Vec<u32>) {
    let mut fill = vec![0u32; n + 1];
    for &(a, b) in links {
        fill[a as usize + 1] += 1;
        fill[b as usize + 1] += 1;
    }
    for i in 0..n {
        fill[i + 1] += fill[i];
    }
    let bounds = fill.clone();
    let mut all = vec![0u32; 2 * links.len()];
    for &(a, b) in links {
        for (from, to) in [(a, b), (b, a)] {
            let slot = &mut fill[from as usize];
            all[*slot as usize] = to;
            *slot += 1;
        }
    }
    let (mut starts, mut neighbours) = (Vec::with_capacity(n + 1), Vec::<u32>::with_capacity(all.len()));
    starts.push(0);
    for i in 0..n {
        let own = &mut all[bounds[i] as usize..bounds[i + 1] as usize];
        own.sort_unstable();
        let first = neighbours.len();
        for &to in own.iter() {
            if neighbours[first..].last() != Some(&to) {
                neighbours.push(to);
            }
        }
        starts.push(neighbours.len() as u32);
    }
    (starts, neighbours)
}
