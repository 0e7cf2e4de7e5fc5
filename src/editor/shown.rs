//! What the view hides: folded branches, a focus, a filter. Folds are saved with the map whenever it is saved; focus and filter are not.
//! None of this is a step of the history, nor a reason to ask for saving.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::Shown;
use crate::analysis::shown::{Filter, Focus, Hiding, folds_to_depth, opening, shown, way};
use crate::base::NodeId;
use crate::edit::{Transaction, ops};
use crate::editor::trail::Trail;
use crate::editor::{Editor, Effect, Selection};
use crate::model::RecordId;
use crate::tr;

/// How far a focus reaches at first.
const STEPS: u8 = 2;

/// What is hidden and why, and where the user was before.
#[derive(Debug, Default)]
pub(super) struct Looks {
    pub(super) focus: Option<Focus>,
    /// The claim whose provenance is shown instead of the map.
    pub(super) traced: Option<NodeId>,
    filter: Filter,
    /// Claims shown in spite of focus and filter: asked for, or just added.
    also: BTreeSet<NodeId>,
    now: OnceCell<Arc<Shown>>,
    /// As it was before the last change: where nothing came of it, this stays the answer.
    last: Arc<Shown>,
    pub(super) trail: Trail,
}

impl Editor {
    /// What of the map is shown. The same `Arc` as long as nothing else is.
    pub fn shown(&self) -> &Arc<Shown> {
        self.looks.now.get_or_init(|| {
            let now = self.with_hiding(|hiding| shown(&self.map, hiding)).unwrap_or_default();
            if now == *self.looks.last { self.looks.last.clone() } else { Arc::new(now) }
        })
    }

    /// What is focused on.
    pub fn focus(&self) -> Option<&Focus> {
        self.looks.focus.as_ref()
    }

    /// What is filtered by.
    pub fn filter(&self) -> &Filter {
        &self.looks.filter
    }

    /// Whether a claim's branch is folded in the present view.
    pub fn is_folded(&self, claim: NodeId) -> bool {
        self.map.is_folded(self.view, claim)
    }

    /// Whether a claim has a branch that can be folded.
    pub fn can_fold(&self, node: NodeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut open: Vec<NodeId> = self.map.claim(node).map(|_| node).into_iter().collect();
        while let Some(node) = open.pop() {
            if seen.insert(node) {
                if !self.map.relations_on(node).is_empty() {
                    return true;
                }
                open.extend(self.map.attributions_of(node));
            }
        }
        false
    }

    /// `None` where nothing can be hidden.
    fn with_hiding<T>(&self, ask: impl FnOnce(Hiding<'_>) -> T) -> Option<T> {
        let folds = &self.map.views().get(&self.view)?.folds;
        let hiding = Hiding { folds, focus: self.looks.focus.as_ref(), filter: &self.looks.filter, also: &self.looks.also };
        (!hiding.is_empty()).then(|| ask(hiding))
    }

    /// To be called when the map, the view or what hides has changed.
    pub(super) fn forget_shown(&mut self) {
        if let Some(shown) = self.looks.now.take() {
            self.looks.last = shown;
        }
    }

    /// Another map: nothing is hidden but what is folded in it.
    pub(super) fn forget_looks(&mut self) {
        self.looks = Looks::default();
    }

    /// Whether a transaction may change what is shown: moves do not, and what records say matters to a filter alone.
    pub(super) fn touches_shown(&self, transaction: &Transaction) -> bool {
        let filtered = !self.looks.filter.is_empty();
        transaction.edits.iter().any(|edit| match edit.id {
            RecordId::Placement(..) => false,
            RecordId::Node(_) => filtered || edit.before.is_none() || edit.after.is_none(),
            RecordId::Meta | RecordId::Speaker(_) | RecordId::Source(_) | RecordId::Group(_) => filtered,
            RecordId::Edge(_) | RecordId::View(_) | RecordId::Fold(..) => true,
        })
    }

    /// What is hidden now is no longer selected.
    fn drop_hidden_selection(&mut self) {
        self.forget_shown();
        let shown = self.shown().clone();
        if self.selection.nodes().iter().any(|node| shown.hides(*node)) {
            let left = self.selection.nodes().iter().copied().filter(|node| !shown.hides(*node));
            let lead = self.selection.lead().filter(|node| !shown.hides(*node));
            self.select(Selection::of_all(left.chain(lead)));
        }
    }

    fn set_folds(&mut self, folds: &BTreeSet<NodeId>) {
        match ops::set_folds(&self.map, self.view, folds) {
            Ok(transaction) if transaction.is_empty() => {}
            Ok(transaction) => {
                self.change(&transaction);
                self.drop_hidden_selection();
                let told = match (self.shown().is_everything(), self.shown().counts()) {
                    (true, _) => tr!("shown-everything").to_owned(),
                    (false, (shown, all)) => tr!("shown-count", shown = shown, count = all),
                };
                self.announce(told);
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    fn folds(&self) -> BTreeSet<NodeId> {
        self.map.views().get(&self.view).map(|view| view.folds.clone()).unwrap_or_default()
    }

    pub(super) fn set_folded(&mut self, nodes: &[NodeId], folded: bool) {
        let mut folds = self.folds();
        for node in nodes {
            if folded && self.can_fold(*node) {
                folds.insert(*node);
            } else {
                folds.remove(node);
            }
        }
        self.set_folds(&folds);
    }

    /// Folds what is selected; where all of it is folded, unfolds it.
    pub(super) fn toggle_fold(&mut self) {
        let branches: Vec<NodeId> = self.selection.nodes().iter().copied().filter(|node| self.can_fold(*node)).collect();
        let fold = branches.iter().any(|node| !self.is_folded(*node));
        self.set_folded(&branches, fold);
    }

    pub(super) fn fold_to_depth(&mut self, depth: usize) {
        let folds = folds_to_depth(&self.map, depth);
        self.set_folds(&folds);
        self.effects.push(Effect::ZoomToFit);
    }

    pub(super) fn unfold_all(&mut self) {
        self.set_folds(&BTreeSet::new());
    }

    /// Shows less, or more, around something. The way back is remembered.
    pub(super) fn set_focus(&mut self, focus: Option<Focus>) {
        let focus = focus.filter(|focus| !focus.on.is_empty());
        if focus == self.looks.focus {
            return;
        }
        self.depart();
        self.take_focus(focus);
        self.effects.push(Effect::ZoomToFit);
    }

    pub(super) fn take_focus(&mut self, focus: Option<Focus>) {
        self.looks.also.clear();
        self.looks.focus = focus;
        self.drop_hidden_selection();
    }

    /// Focuses on what is selected.
    pub(super) fn focus_on_selection(&mut self) {
        let steps = self.focus().map_or(STEPS, |focus| focus.steps);
        self.set_focus(Some(Focus { on: self.selection.nodes().clone(), steps }));
    }

    /// More, or fewer, steps around. This is no new place to come back from.
    pub(super) fn widen_focus(&mut self, by: i8) {
        let Some(mut focus) = self.looks.focus.clone() else { return };
        focus.steps = focus.steps.saturating_add_signed(by).clamp(*Focus::STEPS.start(), *Focus::STEPS.end());
        if self.looks.focus.as_ref() != Some(&focus) {
            self.take_focus(Some(focus));
            self.effects.push(Effect::ZoomToFit);
        }
    }

    pub(super) fn set_filter(&mut self, filter: Filter) {
        if filter != self.looks.filter {
            self.looks.also.clear();
            self.looks.filter = filter;
            self.drop_hidden_selection();
            self.effects.push(Effect::ZoomToFit);
        }
    }

    /// Gives up the search first, then the picture of a provenance, then the focus, then the selection.
    pub(super) fn escape(&mut self) {
        if self.find.is_open() {
            self.end_find();
        } else if self.looks.traced.is_some() {
            self.leave_provenance();
        } else if self.looks.focus.is_some() {
            self.set_focus(None);
        } else {
            self.select(Selection::default());
        }
    }

    /// Shows nodes that are hidden: unfolds what hides them, and shows them in spite of focus and filter.
    pub(super) fn unhide(&mut self, nodes: impl IntoIterator<Item = NodeId>) {
        let shown = self.shown();
        let hidden: Vec<NodeId> = nodes.into_iter().filter(|node| shown.hides(*node)).collect();
        if hidden.is_empty() {
            return;
        }
        let Some(opening) = self.with_hiding(|hiding| opening(&self.map, hiding, hidden)) else { return };
        self.looks.also.extend(opening.claims);
        if !opening.unfold.is_empty() {
            let folds = self.folds().difference(&opening.unfold).copied().collect();
            self.set_folds(&folds);
        }
        self.forget_shown();
    }

    /// Shows what a hidden link stands for.
    pub(super) fn show_way(&mut self, from: NodeId, to: NodeId) {
        let hidden = way(&self.map, self.shown(), from, to);
        self.unhide(hidden.iter().copied());
        let claims: Vec<NodeId> = hidden.iter().copied().filter(|node| self.map.claim(*node).is_some()).collect();
        let found = if claims.is_empty() { hidden } else { claims };
        self.select(Selection::of_all(found.iter().copied()));
        self.effects.push(Effect::Reveal(found));
    }

    /// Goes to a node wherever it is hidden, so that it is selected and can be read.
    pub(super) fn go_to_node(&mut self, node: NodeId) {
        if self.map.node(node).is_none() {
            return;
        }
        if self.selection.single() != Some(node) || self.shown().hides(node) {
            self.depart();
        }
        self.show_node(node);
    }

    /// The same without remembering where one was.
    pub(super) fn show_node(&mut self, node: NodeId) {
        self.uncover(node);
        self.select(Selection::of(node));
        self.effects.push(Effect::Visit(node));
    }

    /// Shows a node, selected or not: for walking through a list of nodes.
    pub(super) fn show(&mut self, node: NodeId) {
        self.uncover(node);
        self.effects.push(Effect::Visit(node));
    }

    fn uncover(&mut self, node: NodeId) {
        if self.shown().hides(node) {
            // A claim far from what is focused on means something else in its own surroundings.
            let focus = self.looks.focus.take();
            self.forget_shown();
            let outside = focus.as_ref().is_some_and(|_| !self.shown().hides(node));
            if !outside {
                self.looks.focus = focus;
                self.forget_shown();
            }
        }
        self.unhide([node]);
    }
}
