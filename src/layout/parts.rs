//! Parts of a request that no link joins, for layouts that have a direction: across and along instead of x and y.

use emath::Pos2;

use crate::layout::point::Point;
use crate::layout::{Body, LayoutRequest};
use crate::model::Side;

/// Sizes beyond this are taken for this.
const MAX_SIZE: f64 = 100_000.0;

/// A connected part: its own numbering, links without repetitions in the author's order.
#[derive(Debug)]
pub(in crate::layout) struct Part {
    /// Which body each box is.
    pub(in crate::layout) members: Vec<u32>,
    /// Half the size, across and along the direction in which reasons follow.
    pub(in crate::layout) half: Vec<Point>,
    /// Which boxes are handles of relations.
    pub(in crate::layout) joint: Vec<bool>,
    /// From the reason to its target.
    pub(in crate::layout) links: Vec<(u32, u32)>,
    reason_starts: Vec<u32>,
    reasons: Vec<u32>,
    target_starts: Vec<u32>,
    targets: Vec<u32>,
}

impl Part {
    pub(in crate::layout) fn len(&self) -> usize {
        self.members.len()
    }

    /// What bears on box `i`, in the author's order.
    pub(in crate::layout) fn reasons(&self, i: usize) -> &[u32] {
        &self.reasons[self.reason_starts[i] as usize..self.reason_starts[i + 1] as usize]
    }

    /// What box `i` bears on.
    pub(in crate::layout) fn targets(&self, i: usize) -> &[u32] {
        &self.targets[self.target_starts[i] as usize..self.target_starts[i + 1] as usize]
    }

    /// Links beyond those of a tree.
    pub(in crate::layout) fn extra_links(&self) -> usize {
        (self.links.len() + 1).saturating_sub(self.len())
    }
}

/// Half the size of a body's box, across and along; what is not a size counts as nothing.
pub(in crate::layout) fn half_of(body: &Body, side: Side) -> Point {
    let sane = |v: f32| if v.is_finite() { f64::from(v).clamp(0.0, MAX_SIZE) / 2.0 } else { 0.0 };
    let (w, h) = (sane(body.size.x), sane(body.size.y));
    match side {
        Side::Below | Side::Above => Point::new(w, h),
        Side::Left | Side::Right => Point::new(h, w),
    }
}

/// A place across and along as one on the page.
pub(in crate::layout) fn on_page(at: Point, side: Side) -> Point {
    match side {
        Side::Below => at,
        Side::Above => Point::new(at.x, -at.y),
        Side::Right => Point::new(at.y, at.x),
        Side::Left => Point::new(-at.y, at.x),
    }
}

/// A place on the page across and along.
pub(in crate::layout) fn off_page(at: Pos2, side: Side) -> Point {
    let (x, y) = (f64::from(at.x), f64::from(at.y));
    match side {
        Side::Below => Point::new(x, y),
        Side::Above => Point::new(x, -y),
        Side::Right => Point::new(y, x),
        Side::Left => Point::new(y, -x),
    }
}

/// The connected parts of a request, in the order of their first bodies.
pub(in crate::layout) fn parts(request: &LayoutRequest) -> Vec<Part> {
    let n = request.bodies.len();
    let links: Vec<(u32, u32)> = {
        let sound = request.links.iter().filter(|l| l.from != l.to && l.from < n && l.to < n);
        sound.map(|l| (l.from as u32, l.to as u32)).collect()
    };
    let mut leader: Vec<u32> = (0..n as u32).collect();
    for &(a, b) in &links {
        let (a, b) = (find(&mut leader, a), find(&mut leader, b));
        // The first body leads.
        leader[a.max(b) as usize] = a.min(b);
    }
    let mut part_of = vec![0u32; n];
    let mut local = vec![0u32; n];
    let mut parts: Vec<Part> = Vec::new();
    for i in 0..n {
        let lead = find(&mut leader, i as u32) as usize;
        if lead == i {
            part_of[i] = parts.len() as u32;
            parts.push(Part::empty());
        }
        part_of[i] = part_of[lead];
        let part = &mut parts[part_of[i] as usize];
        local[i] = part.members.len() as u32;
        part.members.push(i as u32);
        part.half.push(half_of(&request.bodies[i], request.side));
        part.joint.push(request.bodies[i].joint);
    }
    for (from, to) in links {
        parts[part_of[from as usize] as usize].links.push((local[from as usize], local[to as usize]));
    }
    for part in &mut parts {
        part.index();
    }
    parts
}

fn find(leader: &mut [u32], mut i: u32) -> u32 {
    while leader[i as usize] != i {
        leader[i as usize] = leader[leader[i as usize] as usize];
        i = leader[i as usize];
    }
    i
}

impl Part {
    fn empty() -> Self {
        Self {
            members: Vec::new(),
            half: Vec::new(),
            joint: Vec::new(),
            links: Vec::new(),
            reason_starts: Vec::new(),
            reasons: Vec::new(),
            target_starts: Vec::new(),
            targets: Vec::new(),
        }
    }

    fn index(&mut self) {
        let n = self.len();
        (self.target_starts, self.targets) = lists(n, self.links.iter().copied());
        // A link said twice counts once.
        let mut repeated = false;
        for i in 0..n {
            let targets = &self.targets[self.target_starts[i] as usize..self.target_starts[i + 1] as usize];
            repeated |= (1..targets.len()).any(|k| targets[..k].contains(&targets[k]));
        }
        if repeated {
            let mut seen = std::collections::BTreeSet::new();
            self.links.retain(|link| seen.insert(*link));
            (self.target_starts, self.targets) = lists(n, self.links.iter().copied());
        }
        (self.reason_starts, self.reasons) = lists(n, self.links.iter().map(|&(from, to)| (to, from)));
    }
}

/// The second numbers by the first, in their order: those of `i` are `list[starts[i]..starts[i + 1]]`.
pub(in crate::layout) fn lists(n: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; n + 1];
    for (a, _) in pairs.clone() {
        starts[a as usize + 1] += 1;
    }
    for i in 0..n {
        starts[i + 1] += starts[i];
    }
    let mut next = starts.clone();
    let mut list = vec![0u32; starts[n] as usize];
    for (a, b) in pairs {
        list[next[a as usize] as usize] = b;
        next[a as usize] += 1;
    }
    (starts, list)
}

/// Where a held body must stay, if it must.
pub(in crate::layout) fn held_at(body: &Body) -> Option<Pos2> {
    body.at.filter(|at| body.held && at.is_finite())
}
