//! Bookmarks: claims to come back to.

use crate::analysis::search::Owner;
use crate::base::NodeId;
use crate::edit::ops;
use crate::editor::Editor;

impl Editor {
    /// The bookmarked claims in reading order.
    pub fn bookmarks(&self) -> Vec<NodeId> {
        let marked = self.map.claims().filter(|(_, claim)| claim.bookmarked);
        let mut places: Vec<_> = marked.map(|(id, _)| (self.place_of_hit(Owner::Node(id)), id)).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, id)| id).collect()
    }

    /// Bookmarks the selected claims; where all of them are, takes the bookmarks away.
    pub(super) fn toggle_bookmark(&mut self) {
        let claims: Vec<(NodeId, bool)> =
            self.selection.nodes().iter().filter_map(|id| Some((*id, self.map.claim(*id)?.bookmarked))).collect();
        let bookmarked = !claims.iter().all(|(_, marked)| *marked);
        let result = ops::bookmark(&self.map, claims.into_iter().map(|(id, _)| id), bookmarked);
        self.perform(result);
    }

    /// Goes to the next or previous bookmark in reading order, round at the ends.
    pub(super) fn go_to_bookmark(&mut self, forwards: bool) {
        let mut order: Vec<_> = self.bookmarks().into_iter().map(|id| (self.place_of_hit(Owner::Node(id)), id)).collect();
        if !forwards {
            order.reverse();
        }
        let here = self.selection.lead().map(|lead| (self.place_of_hit(Owner::Node(lead)), lead));
        let beyond = |place: &(_, NodeId)| here.is_none_or(|here| if forwards { *place > here } else { *place < here });
        if let Some((_, id)) = order.iter().find(|place| beyond(place)).or(order.first()) {
            self.go_to_node(*id);
        }
    }
}
