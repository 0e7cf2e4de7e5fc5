//! Cut, copy, paste, duplicate. The system's clipboard carries Argdown; what Argdown cannot say goes beside it, so that this program
//! pastes exactly what was copied. Any other text becomes claims.

use std::collections::BTreeSet;

use emath::vec2;

use crate::analysis::safe_copy;
use crate::base::{NodeId, TaskCtx};
use crate::edit::ops::{self, Made, OpError};
use crate::edit::{Fragment, Transaction};
use crate::editor::{Editor, Effect, Selection};
use crate::formats::{ExportRequest, Exporter, Importer, argdown::Argdown, native, outline};
use crate::model::ArgumentMap;
use crate::tr;

/// How far from its original a copy is put, in map units.
const OFFSET: f32 = 32.0;

/// What was copied or pasted last, and how often it was pasted since.
#[derive(Clone, Debug, Default)]
pub(super) struct Clipboard {
    fragment: Fragment,
    text: String,
    /// The fragment in the native format.
    exact: String,
    pasted: u16,
}

/// What comes from the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The text on the system's clipboard.
    pub text: String,
    /// The copy itself in the native format, where this program put the text there: see [`Effect::KeepCopy`].
    pub exact: Option<String>,
    /// Whether it shall bear on what is selected, as [`crate::editor::Action::PasteUnder`] asks.
    pub under: bool,
}

impl Editor {
    pub(super) fn copy(&mut self) {
        self.copy_nodes(&self.selection.nodes().clone(), &BTreeSet::new());
    }

    pub(super) fn cut(&mut self) {
        self.copy();
        self.cut_away(&self.selection.nodes().clone());
    }

    pub(super) fn copy_branch(&mut self) {
        let selected = self.selection.nodes();
        let (branch, own) = (self.branch_of(selected.iter().copied()), self.own_branch_of(selected));
        self.copy_nodes(&branch, &(&branch - &own));
    }

    pub(super) fn cut_branch(&mut self) {
        self.copy_branch();
        self.cut_away(&self.own_branch_of(self.selection.nodes()));
    }

    /// Copies nodes; pasted into this map, the copy is linked to those that it shares with the rest.
    fn copy_nodes(&mut self, nodes: &BTreeSet<NodeId>, shared: &BTreeSet<NodeId>) {
        let fragment = Fragment::copy(&self.map, self.view, nodes).sharing(shared.iter().copied());
        let map = fragment.to_map();
        // What stays in this program pastes as it was copied; what leaves it is safe.
        let map = if self.safe_copies { safe_copy(&map) } else { map };
        let text = text_of(&map);
        self.effects.push(Effect::CopyText(text.clone()));
        let exact = native::to_whole_text(&map);
        self.effects.push(Effect::KeepCopy { text: text.clone(), exact: exact.clone() });
        self.clipboard = Clipboard { fragment, text, exact, pasted: 0 };
    }

    fn cut_away(&mut self, nodes: &BTreeSet<NodeId>) {
        match ops::delete_nodes(&self.map, nodes) {
            Ok(deletion) => {
                let transaction = Transaction { label: tr!("step-cut").to_owned(), ..deletion.transaction };
                self.commit(transaction, Some(Selection::default()));
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    /// Pastes what was copied here or in another window as it was; any other text as claims that bear on the selected node, or stand
    /// free where none is selected.
    pub(super) fn paste(&mut self, pasted: &Pasted) {
        let target = self.selection.lead();
        let is_own = pasted.exact.as_ref().is_none_or(|exact| *exact == self.clipboard.exact);
        if !is_own || pasted.text.trim_end() != self.clipboard.text.trim_end() {
            let exact = pasted.exact.clone().unwrap_or_default();
            match fragment_of(&exact) {
                Some(fragment) => self.clipboard = Clipboard { fragment, text: pasted.text.clone(), exact, pasted: 0 },
                None => return self.paste_text(&pasted.text, target),
            }
        }
        let fragment = self.clipboard.fragment.clone();
        match target.filter(|_| pasted.under) {
            Some(target) => self.paste_under(&fragment, target, &BTreeSet::new()),
            None => {
                self.clipboard.pasted = self.clipboard.pasted.saturating_add(1);
                self.insert(&fragment, OFFSET * f32::from(self.clipboard.pasted), None);
            }
        }
    }

    fn paste_text(&mut self, text: &str, target: Option<NodeId>) {
        let Some(read) = outline::read(text) else { return self.refuse(tr!("paste-nothing")) };
        let fragment = Fragment::of_map(&read.map);
        match target {
            Some(target) => self.paste_under(&fragment, target, &read.rebuttals),
            None => self.insert(&fragment, 0.0, None),
        }
    }

    fn paste_under(&mut self, fragment: &Fragment, target: NodeId, rebuttals: &BTreeSet<NodeId>) {
        let made = ops::paste_under(&self.map, &mut self.rng, fragment, target, rebuttals);
        self.take_pasted(made);
    }

    pub(super) fn duplicate(&mut self) {
        let fragment = Fragment::copy(&self.map, self.view, self.selection.nodes());
        self.insert(&fragment, OFFSET, Some(tr!("step-duplicate")));
    }

    fn insert(&mut self, fragment: &Fragment, offset: f32, label: Option<&str>) {
        let mut made = ops::paste(&self.map, &mut self.rng, fragment, self.view, vec2(offset, offset));
        if let (Ok(made), Some(label)) = (&mut made, label) {
            made.transaction.label = label.to_owned();
        }
        self.take_pasted(made);
    }

    fn take_pasted(&mut self, made: Result<Made<Vec<NodeId>>, OpError>) {
        let was_empty = self.map.node_count() == 0;
        match made {
            Ok(made) => {
                if self.commit(made.transaction, Some(Selection::of_all(made.id.iter().copied()))) {
                    self.effects.push(if was_empty { Effect::ZoomToFit } else { Effect::Reveal(made.id) });
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }
}

/// What other programs get to see: the words of a single claim, Argdown where there is more to say.
fn text_of(map: &ArgumentMap) -> String {
    let mut claims = map.claims();
    if let (Some((_, only)), None, 1) = (claims.next(), claims.next(), map.node_count()) {
        return only.label().to_owned();
    }
    let exported = Argdown.export(&ExportRequest::new(map), &TaskCtx::new());
    exported.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default()
}

/// A fragment from its native text.
fn fragment_of(text: &str) -> Option<Fragment> {
    let read = native::Ron.import(text.as_bytes(), &TaskCtx::new()).ok()?;
    Some(Fragment::of_map(&read.map)).filter(|fragment| !fragment.is_empty())
}
