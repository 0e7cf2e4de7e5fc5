//! The provenance of a claim in the place of the map: which claim it is, and walking along its steps.

use crate::base::NodeId;
use crate::editor::navigate::Direction;
use crate::editor::{Editor, Effect, Selection};
use crate::provenance::origins::origins;
use crate::provenance::trace::{claim_of, trace, wordings};
use crate::provenance::words;
use crate::tr;

impl Editor {
    /// The claim whose provenance is shown instead of the map.
    pub fn traced(&self) -> Option<NodeId> {
        self.looks.traced
    }

    /// Shows where the selected claim comes from, or the map again.
    pub(super) fn toggle_provenance(&mut self) {
        if self.looks.traced.is_some() {
            return self.leave_provenance();
        }
        let Some(claim) = self.selection.lead().and_then(|node| claim_of(&self.map, node)) else {
            return self.refuse(tr!("blocked-no-claim"));
        };
        self.looks.traced = Some(claim);
        let trace = trace(&self.map, claim);
        let count = words::count(&origins(&self.map, &trace, self.copies()));
        let name = self.map.claim(claim).map_or("", |claim| claim.label());
        self.announce(tr!("provenance-shown", claim = name, count = count));
    }

    pub(super) fn leave_provenance(&mut self) {
        if self.looks.traced.take().is_some() {
            self.announce(tr!("provenance-left").to_owned());
            let selected: Vec<NodeId> = self.selection.nodes().iter().copied().collect();
            self.unhide(selected.iter().copied());
            self.effects.push(Effect::Reveal(selected));
        }
    }

    /// To be called after every command: the picture goes along to another claim that is selected, and gives way to the map where that
    /// is written on or has lost the claim.
    pub(super) fn follow_provenance(&mut self) {
        let Some(claim) = self.looks.traced else { return };
        let writes = self.effects.iter().any(|effect| matches!(effect, Effect::EditText(_)));
        if writes || self.map.claim(claim).is_none() {
            return self.leave_provenance();
        }
        let selected = self.selection.lead().and_then(|node| Some((node, claim_of(&self.map, node)?)));
        if let Some((node, other)) = selected.filter(|(_, other)| *other != claim) {
            // What is said of another wording is in the picture already.
            let is_shown = node != other && wordings(&self.map, claim).contains(&other);
            self.looks.traced = Some(if is_shown { claim } else { other });
        }
    }

    /// Selects the step before or after, the claim itself before the first. `false` where the map is shown.
    pub(super) fn walk_provenance(&mut self, direction: Direction) -> bool {
        let Some(claim) = self.looks.traced else { return false };
        let steps = trace(&self.map, claim).steps;
        let all: Vec<NodeId> = std::iter::once(claim).chain(steps.iter().map(|step| step.attribution)).collect();
        let at = self.selection.lead().and_then(|lead| all.iter().position(|node| *node == lead)).unwrap_or(0);
        let to = match direction {
            Direction::Left | Direction::Up => at.saturating_sub(1),
            Direction::Right | Direction::Down => at + 1,
        };
        if let Some(node) = all.get(to).copied() {
            self.select(Selection::of(node));
            self.effects.push(Effect::Reveal(vec![node]));
        }
        true
    }
}
