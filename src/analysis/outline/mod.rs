//! The map as a tree of rows: conclusions at the top, under each what bears on it. Everything has one place; where it bears on more
//! than one thing, or in a circle, the other places only point to it.

mod words;

use std::collections::HashMap;
use std::ops::Range;

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Placement, Role, View};

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A claim in its own place. A relation with one premise has no row of its own: it is [`Row::via`] of its premise.
    Claim,
    /// A relation with several premises, or none; they stand under it.
    Step,
    /// Who says what stands above.
    Attribution,
    /// A claim or attribution whose own place is elsewhere.
    Link,
}

/// What tells a row from all others, in every state of the map: the node, and the relation through which it bears on what is above.
pub type RowKey = (NodeId, Option<NodeId>);

/// A row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The node.
    pub node: NodeId,
    /// The relation of which the node is a premise here.
    pub via: Option<NodeId>,
    /// What stands in it.
    pub kind: RowKind,
    /// How many rows are above it, from row to root.
    pub depth: usize,
    /// The row above, in the tree.
    pub parent: Option<usize>,
    /// The first row after its branch.
    pub end: usize,
    /// Its place among its siblings, from 0.
    pub position: usize,
    /// How many siblings there are, itself included.
    pub siblings: usize,
    /// Its last figure, for a claim in its own place.
    figure: Option<u32>,
}

impl Row {
    /// What tells it from all others.
    pub fn key(&self) -> RowKey {
        (self.node, self.via)
    }
}

/// All rows, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    rows: Vec<Row>,
    /// Where a node has its own place; for the relation of one premise, where that premise stands.
    places: HashMap<NodeId, usize>,
    keys: HashMap<RowKey, usize>,
    /// For each row and for the end, how many rows above it do more than tell who says something.
    telling: Vec<usize>,
}

/// Figures of a number that are written out at each end; a longer one is shortened in its middle.
const LONG_NUMBER: usize = 5;

impl Outline {
    /// The outline of a map. Conclusions are in the reading order of the view, everything else in the author's order.
    pub fn of(map: &ArgumentMap, view: Option<&View>) -> Self {
        let mut builder = Builder { map, outline: Self::default(), roots: 0, figures: Vec::new() };
        let order = reading_order(map, view);
        let is_root = |id: &NodeId| !map.outgoing(*id).iter().any(|e| e.role == Role::Premise);
        let roots: Vec<NodeId> = order.iter().copied().filter(is_root).collect();
        builder.grow(&roots);
        let homeless: Vec<NodeId> = map.nodes().map(|(id, _)| id).filter(|id| bears_on_nothing(map, *id)).collect();
        builder.grow(&homeless);
        // What is left goes round in circles: each is entered where the way along the arrows first meets itself.
        for claim in order {
            if !builder.outline.places.contains_key(&claim) {
                let entry = end_of_way(map, claim);
                builder.grow(&[entry, claim]);
            }
        }
        let rest: Vec<NodeId> = map.nodes().map(|(id, _)| id).collect();
        builder.grow(&rest);
        let mut outline = builder.outline;
        outline.telling = outline.count_telling();
        outline.keys = outline.rows.iter().enumerate().map(|(i, row)| (row.key(), i)).collect();
        outline
    }

    /// All rows, from top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where a node has its own place.
    pub fn place(&self, node: NodeId) -> Option<usize> {
        self.places.get(&node).copied()
    }

    /// Where a row is.
    pub fn find(&self, key: RowKey) -> Option<usize> {
        self.keys.get(&key).copied()
    }

    /// The number of a claim in its own place: "1.2". `None` for other rows.
    pub fn number(&self, index: usize) -> Option<String> {
        self.rows.get(index)?.figure?;
        let mut figures = Vec::new();
        let mut at = Some(index);
        while let Some(row) = at.and_then(|i| self.rows.get(i)) {
            figures.extend(row.figure);
            at = row.parent;
        }
        figures.reverse();
        let join = |figures: &[u32]| figures.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        if figures.len() <= 2 * LONG_NUMBER {
            return Some(join(&figures));
        }
        let (first, _) = figures.split_at(LONG_NUMBER);
        let (_, last) = figures.split_at(figures.len() - LONG_NUMBER);
        Some(format!("{}…{}", join(first), join(last)))
    }

    /// The rows that are seen while the branches of `folded` are closed, and who says it is listed only under the rows of `heard`.
    pub fn visible(&self, folded: impl Fn(&Row) -> bool, heard: impl Fn(&Row) -> bool) -> Vec<usize> {
        let mut visible = Vec::with_capacity(self.rows.len());
        let mut at = 0;
        while let Some(row) = self.rows.get(at) {
            let owner = row.parent.filter(|owner| self.is_voice(at) && !self.is_voice(*owner)).and_then(|owner| self.rows.get(owner));
            if owner.is_some_and(|owner| !heard(owner)) {
                at = row.end;
                continue;
            }
            visible.push(at);
            at = if folded(row) { row.end } else { at + 1 };
        }
        visible
    }

    /// Whether a row only tells who says what stands above, and nothing else bears on that.
    pub fn is_voice(&self, index: usize) -> bool {
        self.count_under(index..index + 1) == 0
    }

    /// The rows right under another one that only tell who says it.
    pub fn voices(&self, index: usize) -> impl Iterator<Item = usize> {
        let first = Some(index + 1).filter(|at| !self.is_voice(index) && self.rows.get(*at).is_some_and(|row| row.parent == Some(index)));
        let next = move |at: &usize| {
            let end = self.rows.get(*at)?.end;
            self.rows.get(end).is_some_and(|row| row.parent == Some(index) && row.kind == RowKind::Attribution).then_some(end)
        };
        std::iter::successors(first, next).filter(|at| self.is_voice(*at))
    }

    /// How many rows of a branch do more than tell who says something.
    pub fn count_branch(&self, index: usize) -> usize {
        self.rows.get(index).map_or(0, |row| self.count_under(index + 1..row.end))
    }

    fn count_under(&self, rows: Range<usize>) -> usize {
        let before = |at: usize| self.telling.get(at).copied().unwrap_or_default();
        before(rows.end).saturating_sub(before(rows.start))
    }

    fn count_telling(&self) -> Vec<usize> {
        let mut counts = vec![0];
        for (i, row) in self.rows.iter().enumerate() {
            let branch = self.rows.get(i..row.end).unwrap_or_default();
            let voice = row.parent.is_some() && branch.iter().all(|row| row.kind == RowKind::Attribution);
            counts.push(counts.last().copied().unwrap_or_default() + usize::from(!voice));
        }
        counts
    }
}

/// Claims by lines from top to bottom, then from left to right; those without a place last.
fn reading_order(map: &ArgumentMap, view: Option<&View>) -> Vec<NodeId> {
    let placement = |id: &NodeId| -> Option<&Placement> { view?.placements.get(id) };
    let mut order: Vec<(bool, i32, i32, NodeId)> =
        map.claims().map(|(id, _)| placement(&id).map_or((true, 0, 0, id), |p| (false, p.y, p.x, id))).collect();
    order.sort_unstable();
    order.into_iter().map(|(.., id)| id).collect()
}

/// A relation without a target, an attribution without content.
fn bears_on_nothing(map: &ArgumentMap, node: NodeId) -> bool {
    match node.kind() {
        NodeKind::Claim => false,
        NodeKind::Relation => map.target(node).is_none(),
        NodeKind::Attribution => map.content(node).is_none(),
    }
}

/// The last claim on the way from a claim to what it bears on, or the one where that way meets itself.
fn end_of_way(map: &ArgumentMap, claim: NodeId) -> NodeId {
    let mut seen = std::collections::HashSet::new();
    let (mut at, mut last) = (claim, claim);
    while seen.insert(at) {
        if at.kind() == NodeKind::Claim {
            last = at;
        }
        let ahead = match at.kind() {
            NodeKind::Claim => map.relations_from(at).first().copied(),
            NodeKind::Relation => map.target(at),
            NodeKind::Attribution => map.content(at),
        };
        match ahead {
            Some(ahead) => at = ahead,
            None => return last,
        }
    }
    if at.kind() == NodeKind::Claim { at } else { last }
}

/// A row to be made.
struct Open {
    node: NodeId,
    via: Option<NodeId>,
    parent: Option<usize>,
    position: usize,
    siblings: usize,
}

enum Task {
    Open(Open),
    /// All rows under this one are made.
    Close(usize),
}

struct Builder<'a> {
    map: &'a ArgumentMap,
    outline: Outline,
    /// Numbered roots so far.
    roots: u32,
    /// For each row, how many rows under it are numbered so far.
    figures: Vec<u32>,
}

impl Builder<'_> {
    /// Adds trees for those of the roots that have no place yet.
    fn grow(&mut self, roots: &[NodeId]) {
        for root in roots {
            if self.outline.places.contains_key(root) {
                continue;
            }
            let mut tasks = vec![Task::Open(Open { node: *root, via: None, parent: None, position: 0, siblings: 1 })];
            // A chain of arguments may be longer than the call stack is deep.
            while let Some(task) = tasks.pop() {
                match task {
                    Task::Close(row) => {
                        let end = self.outline.rows.len();
                        self.outline.rows[row].end = end;
                    }
                    Task::Open(open) => self.open(open, &mut tasks),
                }
            }
        }
        self.count_roots();
    }

    fn open(&mut self, open: Open, tasks: &mut Vec<Task>) {
        let Open { node, via, parent, position, siblings } = open;
        let index = self.outline.rows.len();
        let elsewhere = self.outline.places.contains_key(&node) || (via.is_some() && node.kind() == NodeKind::Attribution);
        let kind = match node.kind() {
            _ if elsewhere => RowKind::Link,
            NodeKind::Claim => RowKind::Claim,
            NodeKind::Relation => RowKind::Step,
            NodeKind::Attribution => RowKind::Attribution,
        };
        if !elsewhere {
            self.outline.places.insert(node, index);
        }
        if let Some(via) = via {
            self.outline.places.entry(via).or_insert(index);
        }
        let figure = (kind == RowKind::Claim).then(|| self.next_figure(parent));
        let depth = parent.map_or(0, |parent| self.outline.rows[parent].depth + 1);
        self.outline.rows.push(Row { node, via, kind, depth, parent, end: index + 1, position, siblings, figure });
        self.figures.push(0);

        let mut under = match kind {
            RowKind::Claim | RowKind::Attribution => self.bearing_on(node),
            RowKind::Step => {
                let premises = self.map.premises(node).into_iter().map(|premise| (premise, Some(node)));
                premises.chain(self.bearing_on(node)).collect()
            }
            RowKind::Link => Vec::new(),
        };
        // What attacks the step stands under its only premise.
        if let Some(via) = via.filter(|via| self.outline.places.get(via) == Some(&index)) {
            under.extend(self.bearing_on(via));
        }
        tasks.push(Task::Close(index));
        let siblings = under.len();
        tasks.extend(
            under
                .into_iter()
                .enumerate()
                .rev()
                .map(|(position, (node, via))| Task::Open(Open { node, via, parent: Some(index), position, siblings })),
        );
    }

    /// Who says a node, then the relations on it: each by its only premise, or as a row of its own.
    fn bearing_on(&self, node: NodeId) -> Vec<RowKey> {
        let (mut said, mut steps) = (Vec::new(), Vec::new());
        for edge in self.map.incoming(node) {
            if self.outline.places.contains_key(&edge.from) {
                continue;
            }
            match edge.role {
                Role::Content => said.push((edge.from, None)),
                Role::Target => steps.push(match self.map.premises(edge.from).as_slice() {
                    [only] => (*only, Some(edge.from)),
                    _ => (edge.from, None),
                }),
                Role::Premise => {}
            }
        }
        said.append(&mut steps);
        said
    }

    /// The next number under the nearest numbered row above.
    fn next_figure(&mut self, parent: Option<usize>) -> u32 {
        let mut at = parent;
        while let Some(index) = at {
            if self.outline.rows[index].figure.is_some() {
                self.figures[index] += 1;
                return self.figures[index];
            }
            at = self.outline.rows[index].parent;
        }
        self.roots += 1;
        self.roots
    }

    /// Roots are each other's siblings.
    fn count_roots(&mut self) {
        let mut roots = Vec::new();
        let mut at = 0;
        while let Some(row) = self.outline.rows.get(at) {
            roots.push(at);
            at = row.end;
        }
        for (position, index) in roots.iter().enumerate() {
            self.outline.rows[*index].position = position;
            self.outline.rows[*index].siblings = roots.len();
        }
    }
}
