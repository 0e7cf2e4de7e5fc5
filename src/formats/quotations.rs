//! Quotations that are not what was said, to be marked wherever an export shows who says what.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::NodeId;
use crate::model::{ArgumentMap, Citation, SourceText, citations};
use crate::provenance::copies::Copies;
use crate::provenance::verify::{Checked, Class, verify};

/// What became of the quotations of a map.
pub(super) struct Quotations(BTreeMap<NodeId, Vec<Checked>>);

impl Quotations {
    /// Looks all of them up.
    pub(super) fn of(map: &ArgumentMap) -> Self {
        let mut of: BTreeMap<NodeId, Vec<Checked>> = BTreeMap::new();
        verify(map).into_iter().for_each(|checked| of.entry(checked.attribution).or_default().push(checked));
        Self(of)
    }

    /// The attributions that quote what was not said.
    pub(super) fn failing(&self) -> BTreeSet<NodeId> {
        self.0.iter().filter(|(_, all)| all.iter().any(|checked| checked.class.fails())).map(|(id, _)| *id).collect()
    }

    /// In which other texts the words stand too.
    pub(super) fn copies(&self) -> Copies {
        Copies::of(self.0.values().flatten())
    }

    /// The class of a quote, where a text says what it is.
    pub(super) fn class(&self, attribution: NodeId, quote: usize) -> Option<Class> {
        let checked = self.0.get(&attribution)?.iter().find(|checked| checked.quote == quote)?;
        Some(checked.class).filter(|class| *class != Class::NoText)
    }

    /// Whether a quote of an attribution is not what was said.
    pub(super) fn fails(&self, attribution: NodeId) -> bool {
        self.0.get(&attribution).is_some_and(|all| all.iter().any(|checked| checked.class.fails()))
    }

    /// The text that an attribution quotes: the version in which its words stand, else the latest.
    pub(super) fn text<'a>(&self, map: &'a ArgumentMap, attribution: NodeId) -> Option<&'a SourceText> {
        let source = map.source(map.attribution(attribution)?.source?)?;
        let of_this = |checked: &&Checked| checked.source == map.attribution(attribution).and_then(|said| said.source);
        let version = self.0.get(&attribution).into_iter().flatten().find(of_this).and_then(|checked| checked.version);
        version.and_then(|version| source.texts.get(version)).or_else(|| source.latest_text())
    }

    /// The version in which the words of an attribution stood, and how many there are, where the latest does not have them.
    pub(super) fn former(&self, map: &ArgumentMap, attribution: NodeId) -> Option<(usize, usize)> {
        self.0.get(&attribution)?.iter().find_map(|checked| checked.former(map))
    }

    /// What a quote is, in a word for programs, where it is not what was said.
    pub(super) fn failure(&self, attribution: NodeId, quote: usize) -> Option<&'static str> {
        self.class(attribution, quote).filter(|class| class.fails()).map(Class::word)
    }

    /// What to set after the words of an attribution: ` [misquoted]`; nothing where all is well.
    pub(super) fn mark(&self, attribution: NodeId) -> String {
        let worst = self.0.get(&attribution).into_iter().flatten().map(|checked| checked.class).filter(|class| class.fails()).max();
        worst.map(|class| format!(" [{}]", class.noun())).unwrap_or_default()
    }

    /// Who says what a node says, with the marks.
    pub(super) fn citations(&self, map: &ArgumentMap, node: NodeId) -> Vec<Citation> {
        let mut cited = citations(map, node);
        cited.iter_mut().for_each(|citation| citation.text.push_str(&self.mark(citation.attribution)));
        cited
    }
}
