//! Ways through what is hidden: each pair of shown nodes that hidden nodes join gets one link.

use std::collections::{BTreeMap, VecDeque};

use super::HiddenLink;
use super::web::Web;

/// Most links of a picture: more could not be told apart.
pub const MAX_LINKS: usize = 5_000;
/// Most edges that are followed in search of links. Arguments narrow down as they go on, so this is reached by none that people make.
const MAX_STEPS: usize = 4_000_000;

/// The links that stand for ways through hidden nodes, and whether these are all.
pub(super) fn links(web: &Web, hidden: &[bool]) -> (Vec<HiddenLink>, bool) {
    let mut search = Search::new(web, hidden);
    let mut links = Vec::new();
    for from in (0..web.len()).filter(|node| !hidden[*node]) {
        if !web.onward(from).any(|(to, _)| hidden[to]) {
            continue;
        }
        search.from(from);
        let found =
            search.ends.iter().map(|to| HiddenLink { from: web.ids[from], to: web.ids[*to], hidden: search.claims[*to].max(1) as usize });
        links.extend(found);
        if links.len() > MAX_LINKS || search.steps > MAX_STEPS {
            links.truncate(MAX_LINKS);
            return (links, false);
        }
    }
    (links, true)
}

/// The hidden nodes on the shortest way from one shown node to another.
pub(super) fn way(web: &Web, hidden: &[bool], from: usize, to: usize) -> Vec<usize> {
    let mut search = Search::new(web, hidden);
    search.from(from);
    let mut way = Vec::new();
    let mut at = to;
    while let Some(before) = search.came_from.get(&at).copied().filter(|before| *before != from && way.len() < web.len()) {
        way.push(before);
        at = before;
    }
    way.reverse();
    way
}

/// A walk onwards through hidden nodes, by the number of claims on the way.
struct Search<'a> {
    web: &'a Web,
    hidden: &'a [bool],
    /// By number: hidden claims on the shortest way there, where it was reached.
    claims: Vec<u32>,
    reached: Vec<usize>,
    came_from: BTreeMap<usize, usize>,
    /// The shown nodes reached, by number.
    ends: Vec<usize>,
    steps: usize,
}

impl<'a> Search<'a> {
    fn new(web: &'a Web, hidden: &'a [bool]) -> Self {
        let claims = vec![u32::MAX; web.len()];
        Self { web, hidden, claims, reached: Vec::new(), came_from: BTreeMap::new(), ends: Vec::new(), steps: 0 }
    }

    fn from(&mut self, from: usize) {
        for node in self.reached.drain(..) {
            self.claims[node] = u32::MAX;
        }
        self.came_from.clear();
        self.ends.clear();
        let mut open = VecDeque::from([(from, 0)]);
        while let Some((node, claims)) = open.pop_front() {
            if node != from && (claims > self.claims[node] || !self.hidden[node]) {
                continue;
            }
            for (to, _) in self.web.onward(node) {
                self.steps += 1;
                if to == from || (node == from && !self.hidden[to]) {
                    continue;
                }
                let claim = self.hidden[to] && self.web.is_claim(to);
                let far = claims + u32::from(claim);
                if far >= self.claims[to] {
                    continue;
                }
                if self.claims[to] == u32::MAX {
                    self.reached.push(to);
                    if !self.hidden[to] {
                        self.ends.push(to);
                    }
                }
                self.claims[to] = far;
                self.came_from.insert(to, node);
                if claim {
                    open.push_back((to, far));
                } else {
                    open.push_front((to, far));
                }
            }
        }
        self.ends.sort_unstable();
    }
}
