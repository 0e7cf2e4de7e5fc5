//! What comes along when a claim is hung elsewhere.

use std::collections::BTreeSet;

use elenchus::base::{NodeId, NodeKind, Rng};
use elenchus::edit::ops::branch;
use elenchus::model::{ArgumentMap, MapBuilder};

/// All that leads to a claim, less what leads elsewhere too, again and again.
fn plainly(map: &ArgumentMap, claim: NodeId) -> BTreeSet<NodeId> {
    let mut inside = BTreeSet::from([claim]);
    let mut open = vec![claim];
    while let Some(node) = open.pop() {
        open.extend(map.relations_on(node).into_iter().chain(map.premises(node)).filter(|next| inside.insert(*next)));
    }
    loop {
        let ahead = |node: NodeId| map.relations_from(node).into_iter().chain(map.target(node));
        let stays = |node: &NodeId| *node == claim || ahead(*node).all(|next| inside.contains(&next));
        let left: BTreeSet<NodeId> = inside.iter().copied().filter(stays).collect();
        if left.len() == inside.len() {
            return left.into_iter().filter(|node| node.kind() == NodeKind::Claim).collect();
        }
        inside = left;
    }
}

#[test]
fn a_branch_is_what_leads_nowhere_else() {
    let mut rng = Rng::new(7);
    let mut larger = 0;
    for links in [8, 12, 16, 24, 40].repeat(40) {
        let mut b = MapBuilder::new(1);
        let mut nodes: Vec<NodeId> = (0..14).map(|i| b.claim(format!("{i}"))).collect();
        for _ in 0..links {
            let (one, two, target) = (nodes[rng.below(14)], nodes[rng.below(14)], nodes[rng.below(nodes.len())]);
            let premises: &[NodeId] = if rng.below(3) == 0 && one != two { &[one, two] } else { &[one] };
            nodes.push(b.support(premises, target));
        }
        let map = b.finish();
        for claim in &nodes[..14] {
            let branch = branch(&map, *claim);
            assert_eq!(branch, plainly(&map, *claim));
            larger += usize::from(branch.len() > 2);
        }
    }
    assert!(larger > 100, "{larger}");
}
