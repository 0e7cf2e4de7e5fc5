//! Passages marked in the text of a source, and what becomes of them.

use std::ops::Range;
use std::sync::Arc;

use crate::base::{NodeId, SourceId};
use crate::edit::ops::{self, Passage, PassageUse};
use crate::editor::{Editor, Effect, Selection};
use crate::model::{SourceText, TextState};
use crate::provenance::anchor::{Anchor, TextIndex};
use crate::provenance::proposals;
use crate::tr;

impl Editor {
    /// Makes of code points of a text what is asked for. What bears on something bears on what is selected.
    pub(super) fn take_passage(&mut self, source: SourceId, version: usize, span: Range<u32>, usage: PassageUse) {
        let map = self.map.clone();
        let stored = map.source(source).and_then(|entry| entry.texts.get(version));
        let Some((stored, text)) = stored.and_then(|stored| Some((stored, stored.shared()?))) else {
            return self.refuse(tr!("proposals-no-text"));
        };
        let quote = self.index_of(stored).quote(&text, without_spaces(&text, span));
        let Some(quote) = quote else { return self.refuse(tr!("reader-nothing-marked")) };
        let passage = Passage { source, sentence: proposals::sentence_of(&quote.exact), quote };
        let lead = self.selection.lead();
        let made = match (usage, lead) {
            (PassageUse::Claim, _) => ops::claim_passage(&self.map, &mut self.rng, passage, None),
            (_, None) => return self.refuse(tr!("reader-nothing-selected")),
            (PassageUse::Quote, Some(node)) => {
                let lost = self.lost_quote(node);
                ops::quote_passage(&self.map, &mut self.rng, passage, node, lost)
            }
            (PassageUse::Attribution, Some(node)) => ops::attribute_passage(&self.map, &mut self.rng, passage, node),
            (PassageUse::Rebuttal, Some(node)) => {
                let target = self.said(node);
                ops::claim_passage(&self.map, &mut self.rng, passage, Some(target))
            }
        };
        let made = match made {
            Ok(made) => made,
            Err(error) => return self.refuse(error.to_string()),
        };
        // Who adds words to a claim goes on doing so.
        let selects = (usage != PassageUse::Quote).then(|| Selection::of(made.id));
        if self.commit(made.transaction, selects) {
            match usage {
                PassageUse::Attribution => self.effects.push(Effect::FocusInspector),
                PassageUse::Claim | PassageUse::Rebuttal => self.effects.push(Effect::Reveal(vec![made.id])),
                PassageUse::Quote => {}
            }
        }
    }

    /// A text prepared for quoting from it: kept, as whoever quotes goes on quoting, and a long text takes a while.
    pub(super) fn index_of(&mut self, text: &SourceText) -> Arc<TextIndex> {
        match &self.index {
            Some((sum, index)) if *sum == text.sha256() && text.state() == TextState::Intact => Arc::clone(index),
            _ => {
                let index = Arc::new(TextIndex::new(text.text()));
                self.index = (text.state() == TextState::Intact).then(|| (text.sha256(), Arc::clone(&index)));
                index
            }
        }
    }

    /// What an attribution says in the end; other nodes as they are.
    fn said(&self, node: NodeId) -> NodeId {
        let mut at = node;
        let mut seen = std::collections::BTreeSet::new();
        while let Some(content) = self.map.content(at).filter(|_| seen.insert(at)) {
            at = content;
        }
        at
    }

    /// The quote of an attribution that was not found again, or in several places: the passage shown for it takes its place.
    fn lost_quote(&self, attribution: NodeId) -> Option<usize> {
        let lost = |anchor: &Option<Anchor>| matches!(anchor, Some(Anchor::Ambiguous(_) | Anchor::Orphaned));
        let found = if self.quotations_are_checked() { self.quotations() } else { &[] };
        found.iter().find(|one| one.attribution == attribution && lost(&one.anchor)).map(|one| one.quote)
    }
}

/// A span without the spaces at its ends.
fn without_spaces(text: &str, span: Range<u32>) -> Range<u32> {
    let letters = text.chars().skip(span.start as usize).take(span.end.saturating_sub(span.start) as usize);
    let (mut start, mut end) = (None, span.start);
    for (at, _) in (span.start..).zip(letters).filter(|(_, letter)| !letter.is_whitespace()) {
        start = start.or(Some(at));
        end = at + 1;
    }
    start.unwrap_or(end)..end
}
