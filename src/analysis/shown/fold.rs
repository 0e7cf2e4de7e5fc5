//! Folded branches: what leads to folded claims alone.

use std::collections::BTreeMap;

use super::web::Web;
use crate::model::Role;

/// What folds hide. Claims say all: relations and attributions follow them.
pub(super) struct Folded {
    /// By number: whether a node leads to folded claims alone.
    pub(super) hidden: Vec<bool>,
    /// By folded claim that is not hidden itself: how many claims it hides.
    pub(super) counts: BTreeMap<usize, usize>,
}

/// Folds claims: everything goes from which all ways lead to a folded claim. What leads anywhere else stays, with all that leads to it.
/// Attributions of a folded claim stay on its card, what bears on them goes with the branch.
pub(super) fn fold(web: &Web, folds: &[usize]) -> Folded {
    let mut cards = vec![false; web.len()];
    let mut rims: Vec<Vec<usize>> = Vec::with_capacity(folds.len());
    for fold in folds {
        rims.push(rim(web, *fold, &mut cards));
    }
    // What leads to a folded claim …
    let mut hidden = vec![false; web.len()];
    let mut open: Vec<usize> = rims.iter().flatten().copied().collect();
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut hidden[node], true) {
            open.extend(web.back(node).map(|(from, _)| from));
        }
    }
    // … but what leads past it stays.
    let is_rim = |role: Role, to: usize| role == Role::Target && cards[to];
    let show = |open: &mut Vec<usize>, hidden: &mut [bool]| {
        while let Some(node) = open.pop() {
            for (from, _) in web.back(node).filter(|(_, role)| !is_rim(*role, node)) {
                if std::mem::replace(&mut hidden[from], false) {
                    open.push(from);
                }
            }
        }
    };
    let mut open: Vec<usize> = (0..web.len()).filter(|node| !hidden[*node]).collect();
    show(&mut open, &mut hidden);
    // Every hidden node leads to a folded claim that is seen, unless claims bear on each other in a circle: then one of them is seen.
    let mut accounted = vec![false; web.len()];
    let account = |rim: &[usize], hidden: &[bool], accounted: &mut [bool]| {
        let mut open = rim.to_vec();
        while let Some(node) = open.pop() {
            if hidden[node] && !std::mem::replace(&mut accounted[node], true) {
                open.extend(web.back(node).map(|(from, _)| from));
            }
        }
    };
    for (_, rim) in folds.iter().zip(&rims).filter(|(fold, _)| !hidden[**fold]) {
        account(rim, &hidden, &mut accounted);
    }
    for (fold, rim) in folds.iter().zip(&rims) {
        if hidden[*fold] && !accounted[*fold] {
            hidden[*fold] = false;
            show(&mut vec![*fold], &mut hidden);
            account(rim, &hidden, &mut accounted);
        }
    }
    let counts = count(web, folds, &rims, &hidden);
    Folded { hidden, counts }
}

/// The relations that bear on a claim or on its attributions, which show on its card; marks what the card shows.
fn rim(web: &Web, fold: usize, cards: &mut [bool]) -> Vec<usize> {
    let mut rim = Vec::new();
    let mut open = vec![fold];
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut cards[node], true) {
            rim.extend(web.back(node).filter(|(_, role)| *role == Role::Target).map(|(from, _)| from));
            open.extend(web.back(node).filter(|(_, role)| *role == Role::Content).map(|(from, _)| from));
        }
    }
    rim
}

fn count(web: &Web, folds: &[usize], rims: &[Vec<usize>], hidden: &[bool]) -> BTreeMap<usize, usize> {
    let mut seen_for = vec![usize::MAX; web.len()];
    let mut counts = BTreeMap::new();
    for (turn, (fold, rim)) in folds.iter().zip(rims).enumerate().filter(|(_, (fold, _))| !hidden[**fold]) {
        let mut claims = 0;
        let mut open = rim.clone();
        while let Some(node) = open.pop() {
            if hidden[node] && std::mem::replace(&mut seen_for[node], turn) != turn {
                claims += usize::from(web.is_claim(node));
                open.extend(web.back(node).map(|(from, _)| from));
            }
        }
        if claims > 0 {
            counts.insert(*fold, claims);
        }
    }
    counts
}

/// The folded claims that have to be unfolded to see a node that folds alone hide: those on one way onwards to what is seen.
pub(super) fn folds_over(web: &Web, folds: &[usize], hidden: &[bool], node: usize) -> Vec<usize> {
    let mut came_from: BTreeMap<usize, usize> = BTreeMap::from([(node, node)]);
    let mut open = std::collections::VecDeque::from([node]);
    let mut end = None;
    while let Some(at) = open.pop_front() {
        if !hidden[at] {
            end = Some(at);
            break;
        }
        for (to, _) in web.onward(at) {
            came_from.entry(to).or_insert_with(|| {
                open.push_back(to);
                at
            });
        }
    }
    let mut found = Vec::new();
    let Some(mut at) = end else { return found };
    while at != node {
        // What bears on an attribution bears on the card that shows it.
        let mut card = at;
        for _ in 0..web.len() {
            let Some((content, _)) = web.onward(card).find(|(_, role)| *role == Role::Content) else { break };
            card = content;
        }
        found.extend(folds.contains(&card).then_some(card));
        found.extend(folds.contains(&at).then_some(at));
        at = came_from[&at];
    }
    found
}
