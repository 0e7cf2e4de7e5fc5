//! What of a map is shown: folded branches, a focus and a filter hide nodes, and thin links stand for the ways that ran through them.
//!
//! Whatever hides, it hides claims. A relation is shown if all that it joins is, and an attribution if what it says is, so no picture
//! shows half a step. A link in the picture stands for each pair of shown nodes that only hidden ones joined.

mod filter;
mod focus;
mod fold;
mod ways;
mod web;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::NodeId;
use crate::model::{ArgumentMap, Role};

pub use filter::{Bearing, Choices, Filter, Standing, choices};
pub use focus::Focus;
pub use ways::MAX_LINKS;

use web::Web;

/// What a view hides. The default hides nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Sorted.
    hidden: Vec<NodeId>,
    folded: BTreeMap<NodeId, usize>,
    links: Vec<HiddenLink>,
    links_left_out: bool,
    claims: (usize, usize),
}

/// Stands for the ways from one shown node to another that run through hidden nodes alone, in the direction of the argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HiddenLink {
    /// The claim or attribution where they begin.
    pub from: NodeId,
    /// The claim, relation or attribution where they end.
    pub to: NodeId,
    /// Hidden claims on the shortest of them; 1 where only a step is hidden.
    pub hidden: usize,
}

/// Why nodes are hidden.
#[derive(Clone, Copy, Debug)]
pub struct Hiding<'a> {
    /// The claims whose branches are folded. While a filter is on it looks into folded branches: folds then hide nothing.
    pub folds: &'a BTreeSet<NodeId>,
    /// What is within a few steps of something.
    pub focus: Option<&'a Focus>,
    /// What meets some conditions.
    pub filter: &'a Filter,
    /// Claims that are shown in spite of focus and filter.
    pub also: &'a BTreeSet<NodeId>,
}

impl Hiding<'_> {
    /// Whether nothing can be hidden.
    pub fn is_empty(&self) -> bool {
        self.folds.is_empty() && self.focus.is_none() && self.filter.is_empty()
    }
}

/// What is shown of a map.
pub fn shown(map: &ArgumentMap, hiding: Hiding<'_>) -> Shown {
    if hiding.is_empty() {
        return Shown::default();
    }
    let web = Web::new(map);
    let (hidden, counts) = hidden(map, &web, hiding);
    let claims = |of: &dyn Fn(usize) -> bool| (0..web.len()).filter(|node| web.is_claim(*node) && of(*node)).count();
    let (links, all) = ways::links(&web, &hidden);
    let folded = counts.into_iter().filter(|(node, _)| !hidden[*node]).map(|(node, count)| (web.ids[node], count)).collect();
    Shown {
        folded,
        links,
        links_left_out: !all,
        claims: (claims(&|node| !hidden[node]), claims(&|_| true)),
        hidden: web.ids.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(id, _)| *id).collect(),
    }
}

/// By number: what is hidden. By folded claim: how many claims it hides.
fn hidden(map: &ArgumentMap, web: &Web, hiding: Hiding<'_>) -> (Vec<bool>, BTreeMap<usize, usize>) {
    let mut hidden = if hiding.filter.is_empty() { vec![false; web.len()] } else { filter::unfit(map, web, hiding.filter) };
    let focus = hiding.focus.and_then(|focus| focus::within(web, focus));
    if let Some(within) = &focus {
        hidden.iter_mut().enumerate().for_each(|(node, hidden)| *hidden |= web.is_claim(node) && !within[node]);
    }
    for node in web.numbers(hiding.also) {
        hidden[node] = false;
    }
    let mut counts = BTreeMap::new();
    if hiding.filter.is_empty() && !hiding.folds.is_empty() {
        let folded = fold::fold(web, &web.numbers(hiding.folds));
        counts = folded.counts;
        // Relations and attributions follow the claims: a step between two claims that are seen stays.
        hidden.iter_mut().enumerate().for_each(|(node, hidden)| *hidden |= web.is_claim(node) && folded.hidden[node]);
    }
    follow(web, &mut hidden, focus.is_some() || !hiding.filter.is_empty());
    (hidden, counts)
}

/// Hides what cannot be seen without what is hidden; where the view is narrowed, also what hangs on nothing.
fn follow(web: &Web, hidden: &mut [bool], narrowed: bool) {
    let lost = |node: usize| narrowed && !web.is_claim(node) && web.onward(node).next().is_none() && web.back(node).next().is_none();
    let mut open: Vec<usize> = (0..web.len()).filter(|node| hidden[*node] || lost(*node)).collect();
    while let Some(node) = open.pop() {
        hidden[node] = true;
        let steps = web.onward(node).filter(|(_, role)| *role == Role::Premise);
        let bearing = web.back(node).filter(|(_, role)| *role != Role::Premise);
        open.extend(steps.chain(bearing).map(|(next, _)| next).filter(|next| !hidden[*next]));
    }
}

/// What has to be opened so that a node is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Claims to unfold.
    pub unfold: BTreeSet<NodeId>,
    /// Claims outside of the focus or unfit for the filter.
    pub claims: BTreeSet<NodeId>,
}

/// What has to be opened so that these nodes are seen, with what they cannot be seen without.
pub fn opening(map: &ArgumentMap, hiding: Hiding<'_>, nodes: impl IntoIterator<Item = NodeId>) -> Opening {
    let mut opening = Opening::default();
    if hiding.is_empty() {
        return opening;
    }
    let web = Web::new(map);
    let nodes: Vec<NodeId> = nodes.into_iter().collect();
    let needed = needed(&web, web.numbers(&nodes));
    if hiding.filter.is_empty() {
        let mut folds = web.numbers(hiding.folds);
        // Once is enough, unless claims bear on each other in a circle: then another of them comes to stand for it.
        loop {
            let folded = fold::fold(&web, &folds).hidden;
            let over: BTreeSet<usize> = needed.iter().flat_map(|node| fold::folds_over(&web, &folds, &folded, *node)).collect();
            if over.is_empty() {
                break;
            }
            folds.retain(|fold| !over.contains(fold));
            opening.unfold.extend(over.into_iter().map(|fold| web.ids[fold]));
        }
    }
    let narrowing = Hiding { folds: &BTreeSet::new(), ..hiding };
    if !narrowing.is_empty() {
        let (hidden, _) = hidden(map, &web, narrowing);
        opening.claims = needed.iter().filter(|node| hidden[**node]).map(|node| web.ids[*node]).collect();
    }
    opening
}

/// The claims without which nodes cannot be seen, themselves included.
fn needed(web: &Web, mut open: Vec<usize>) -> Vec<usize> {
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    while let Some(node) = open.pop() {
        if seen.insert(node) {
            open.extend(web.onward(node).filter(|(_, role)| *role != Role::Premise).map(|(to, _)| to));
            open.extend(web.back(node).filter(|(_, role)| *role == Role::Premise).map(|(from, _)| from));
        }
    }
    seen.into_iter().filter(|node| web.is_claim(*node)).collect()
}

/// The hidden nodes on the shortest way that a link stands for.
pub fn way(map: &ArgumentMap, shown: &Shown, from: NodeId, to: NodeId) -> Vec<NodeId> {
    let web = Web::new(map);
    let hidden: Vec<bool> = web.ids.iter().map(|id| shown.hides(*id)).collect();
    let (Some(from), Some(to)) = (web.number(from), web.number(to)) else { return Vec::new() };
    ways::way(&web, &hidden, from, to).into_iter().map(|node| web.ids[node]).collect()
}

/// The claims to fold so that claims up to `depth` steps from a conclusion are shown: those at that depth and beyond on which something
/// bears, so that each unfolds level by level.
pub fn folds_to_depth(map: &ArgumentMap, depth: usize) -> BTreeSet<NodeId> {
    let web = Web::new(map);
    let mut level = vec![usize::MAX; web.len()];
    let bears_on_nothing = |node: &usize| web.is_claim(*node) && web.onward(*node).next().is_none();
    let mut open: std::collections::VecDeque<usize> = (0..web.len()).filter(bears_on_nothing).collect();
    open.iter().for_each(|node| level[*node] = 0);
    // Claims that bear on each other in a circle lead to no conclusion: the first of them stands for one.
    let mut rest = 0..web.len();
    loop {
        while let Some(node) = open.pop_front() {
            for (from, _) in web.back(node) {
                let step = usize::from(web.is_claim(from));
                if level[node] + step < level[from] {
                    level[from] = level[node] + step;
                    if step > 0 {
                        open.push_back(from);
                    } else {
                        open.push_front(from);
                    }
                }
            }
        }
        let Some(first) = rest.find(|node| level[*node] == usize::MAX && web.is_claim(*node)) else { break };
        level[first] = 0;
        open.push_back(first);
    }
    let folds = (0..web.len()).filter(|node| web.is_claim(*node) && level[*node] >= depth && bears_on(&web, *node));
    folds.map(|node| web.ids[node]).collect()
}

/// Whether something bears on a claim or on what its card shows of who says it.
fn bears_on(web: &Web, claim: usize) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![claim];
    while let Some(node) = open.pop() {
        if seen.insert(node) {
            if web.back(node).any(|(_, role)| role == Role::Target) {
                return true;
            }
            open.extend(web.back(node).filter(|(_, role)| *role == Role::Content).map(|(from, _)| from));
        }
    }
    false
}

impl Shown {
    /// Whether nothing is hidden.
    pub fn is_everything(&self) -> bool {
        self.hidden.is_empty()
    }

    /// Whether a node is hidden.
    pub fn hides(&self, node: NodeId) -> bool {
        !self.hidden.is_empty() && self.hidden.binary_search(&node).is_ok()
    }

    /// The hidden nodes by id.
    pub fn hidden(&self) -> &[NodeId] {
        &self.hidden
    }

    /// How many claims are hidden because this claim is folded; `None` where it is not folded or hides nothing.
    pub fn folded(&self, claim: NodeId) -> Option<usize> {
        self.folded.get(&claim).copied()
    }

    /// What stands for hidden ways, by ends; no two have the same ends.
    pub fn links(&self) -> &[HiddenLink] {
        &self.links
    }

    /// Whether there are more hidden ways than [`MAX_LINKS`].
    pub fn leaves_out_links(&self) -> bool {
        self.links_left_out
    }

    /// How many claims are shown of how many; zeros where nothing can be hidden.
    pub fn counts(&self) -> (usize, usize) {
        self.claims
    }
}

#[cfg(test)]
mod tests;
