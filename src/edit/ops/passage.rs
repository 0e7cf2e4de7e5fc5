//! What becomes of a passage of a source's text: a claim, the words of what is there, who says it, what speaks against it.

use crate::base::{NodeId, NodeKind, Rng, SourceId, SpeakerId};
use crate::edit::draft::Draft;
use crate::edit::ops::{Made, OpError, attribute, check_kinds, need_node};
use crate::model::{ArgumentMap, Attribution, Claim, Node, Quotation, Quote, Record, RecordId, Relation, RelationKind, Role, Stance};
use crate::tr;

/// A passage of the text of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Which source.
    pub source: SourceId,
    /// Its words and where they stand.
    pub quote: Quote,
    /// The words as a claim says them.
    pub sentence: String,
}

/// What a passage becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PassageUse {
    /// A claim that the source's author makes in these words.
    Claim,
    /// The words in which the source's author says what is there; of an attribution to this source, one of its quotes.
    Quote,
    /// The words in which somebody, yet to be named, says what is there.
    Attribution,
    /// A claim of the source's author against what is there.
    Rebuttal,
}

impl Passage {
    fn said_by(self, speaker: Option<SpeakerId>) -> Attribution {
        Attribution {
            source: Some(self.source),
            quotation: Some(Quotation::Direct),
            quotes: vec![self.quote],
            ..Attribution::new(speaker, Stance::Asserts)
        }
    }
}

/// A claim in the words of a passage, said by the author of its source, against `target` where there is one.
pub fn claim_passage(map: &ArgumentMap, rng: &mut Rng, passage: Passage, target: Option<NodeId>) -> Result<Made, OpError> {
    let author = author_of(map, passage.source)?;
    let mut draft = Draft::new(map);
    let id = draft.add_node(Claim { text: passage.sentence.clone(), ..Claim::default() }.into(), rng);
    let said = draft.add_node(passage.said_by(author).into(), rng);
    draft.add_edge(said, Role::Content, id);
    if let Some(target) = target {
        need_node(map, target)?;
        check_kinds(NodeKind::Relation, Role::Target, target)?;
        let relation = draft.add_node(Relation::new(RelationKind::Rebuttal).into(), rng);
        draft.add_edge(id, Role::Premise, relation);
        draft.add_edge(relation, Role::Target, target);
    }
    let label = if target.is_some() { tr!("step-rebut-by-passage") } else { tr!("step-claim-passage") };
    Ok(Made { transaction: draft.finish(label, None), id })
}

/// The author of a passage's source says a node in these words. An attribution to this source gets them as its own; `instead` is the
/// number of the quote whose place they take.
pub fn quote_passage(map: &ArgumentMap, rng: &mut Rng, passage: Passage, node: NodeId, instead: Option<usize>) -> Result<Made, OpError> {
    let author = author_of(map, passage.source)?;
    let Some(said) = map.attribution(node) else { return attribute(map, rng, passage.said_by(author), node) };
    if said.source.is_some_and(|source| source != passage.source) {
        let content = map.content(node).ok_or(OpError::Missing(NodeKind::Claim.word()))?;
        return attribute(map, rng, passage.said_by(author), content);
    }
    if said.quotes.iter().any(|quote| quote.exact == passage.quote.exact && quote.range == passage.quote.range) {
        return Err(OpError::AlreadyThere);
    }
    let mut said = Attribution { source: Some(passage.source), ..said.clone() };
    match instead.and_then(|number| said.quotes.get_mut(number)) {
        Some(quote) => *quote = passage.quote,
        None => said.quotes.push(passage.quote),
    }
    let mut draft = Draft::new(map);
    draft.set(RecordId::Node(node), Some(Record::Node(Node::Attribution(said))));
    Ok(Made { transaction: draft.finish(tr!("step-quote-passage"), None), id: node })
}

/// Somebody, yet to be named, says a node in the words of a passage.
pub fn attribute_passage(map: &ArgumentMap, rng: &mut Rng, passage: Passage, node: NodeId) -> Result<Made, OpError> {
    author_of(map, passage.source)?;
    attribute(map, rng, passage.said_by(None), node)
}

/// Who wrote a source, where that is known.
fn author_of(map: &ArgumentMap, source: SourceId) -> Result<Option<SpeakerId>, OpError> {
    let source = map.source(source).ok_or(OpError::Missing("source"))?;
    Ok(source.authors.first().copied())
}
