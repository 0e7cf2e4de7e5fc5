//! A focus: what is within a few steps of some nodes.

use std::collections::{BTreeSet, VecDeque};

use super::web::Web;
use crate::base::NodeId;
use crate::model::Role;

/// Nodes, and how far around them is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// What it is about.
    pub on: BTreeSet<NodeId>,
    /// How many relations away a claim may be, in either direction.
    pub steps: u8,
}

impl Focus {
    /// How far a focus can be set.
    pub const STEPS: std::ops::RangeInclusive<u8> = 1..=5;
}

/// By number: whether a node is within the focus. `None` where nothing of what it is about is in the map.
pub(super) fn within(web: &Web, focus: &Focus) -> Option<Vec<bool>> {
    let seeds = web.numbers(&focus.on);
    if seeds.is_empty() {
        return None;
    }
    let mut distance = vec![u8::MAX; web.len()];
    let mut open: VecDeque<usize> = VecDeque::new();
    for seed in seeds {
        distance[seed] = 0;
        open.push_back(seed);
    }
    while let Some(node) = open.pop_front() {
        let own = distance[node];
        // A relation comes with all its ends, an attribution with what it says: only the way into a relation is a step.
        let onward = web.onward(node).map(|(to, role)| (to, role == Role::Premise));
        let back = web.back(node).map(|(from, role)| (from, role == Role::Target));
        for (next, step) in onward.chain(back) {
            let far = own.saturating_add(u8::from(step));
            if far < distance[next] && far <= focus.steps {
                distance[next] = far;
                if step {
                    open.push_back(next);
                } else {
                    open.push_front(next);
                }
            }
        }
    }
    Some(distance.into_iter().map(|far| far <= focus.steps).collect())
}
