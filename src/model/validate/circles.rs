//! Circles in a directed graph given as lists of successors.

/// The sets of nodes that can all reach each other (Tarjan's strongly connected components): those with several members, and single
/// nodes that are their own successor. Each set is sorted, and so are the sets. Linear in nodes and edges, without recursion.
pub(super) fn circles(successors: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let count = successors.len();
    let mut number = vec![UNSEEN; count];
    let mut low = vec![0; count];
    let mut on_stack = vec![false; count];
    let mut stack: Vec<usize> = Vec::new();
    // Node, and how many of its successors were looked at.
    let mut path: Vec<(usize, usize)> = Vec::new();
    let mut next_number = 0;
    let mut found = Vec::new();
    for root in 0..count {
        if number[root] != UNSEEN {
            continue;
        }
        path.push((root, 0));
        while let Some(&mut (node, ref mut looked_at)) = path.last_mut() {
            if *looked_at == 0 {
                number[node] = next_number;
                low[node] = next_number;
                next_number += 1;
                stack.push(node);
                on_stack[node] = true;
            }
            if let Some(&next) = successors[node].get(*looked_at) {
                *looked_at += 1;
                if number[next] == UNSEEN {
                    path.push((next, 0));
                } else if on_stack[next] {
                    low[node] = low[node].min(number[next]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == number[node] {
                let start = stack.iter().rposition(|n| *n == node).unwrap_or(0);
                let mut members = stack.split_off(start);
                for member in &members {
                    on_stack[*member] = false;
                }
                if members.len() > 1 || successors[node].contains(&node) {
                    members.sort_unstable();
                    found.push(members);
                }
            }
        }
    }
    found.sort_unstable();
    found
}

/// The shortest way from `start` back to itself through `members`, which must be sorted; `start` first.
pub(super) fn way_round(successors: &[Vec<usize>], members: &[usize], start: usize) -> Vec<usize> {
    let mut came_from: Vec<Option<usize>> = vec![None; members.len()];
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for next in &successors[node] {
            let Ok(place) = members.binary_search(next) else { continue };
            if came_from[place].is_some() {
                continue;
            }
            came_from[place] = Some(node);
            if *next == start {
                break;
            }
            queue.push_back(*next);
        }
    }
    let previous = |node: usize| members.binary_search(&node).ok().and_then(|place| came_from[place]);
    let mut way = vec![start];
    let mut at = previous(start);
    while let Some(node) = at.filter(|node| *node != start) {
        way.push(node);
        at = previous(node);
    }
    way[1..].reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::{circles, way_round};

    #[test]
    fn circles_are_found_and_walked() {
        // 0→1→2→0 with a shortcut 1→0; 3→3; 4→5 without return.
        let graph = vec![vec![1], vec![2, 0], vec![0], vec![3], vec![5], vec![]];
        assert_eq!(circles(&graph), [vec![0, 1, 2], vec![3]]);
        assert_eq!(way_round(&graph, &[0, 1, 2], 0), [0, 1]);
        assert_eq!(way_round(&graph, &[0, 1, 2], 2), [2, 0, 1]);
        assert_eq!(way_round(&graph, &[3], 3), [3]);
    }

    #[test]
    fn long_chains_do_not_overflow() {
        let mut chain: Vec<Vec<usize>> = (1..=100_000).map(|next| vec![next]).collect();
        chain.push(vec![0]);
        assert_eq!(circles(&chain).len(), 1);
    }
}
