//! What an Argdown file says, in Argdown's own terms: statements (equivalence classes of the statements that share a title), arguments
//! with their premise-conclusion structures, relations between them, sections.

use super::steps::step_premises;

/// A whole file. Indices run into the lists of the document.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The YAML between the `===` lines at the beginning, as written.
    pub front_matter: Option<String>,
    /// Every occurrence of a statement or argument.
    pub members: Vec<Member>,
    /// Equivalence classes, in the order in which they come up.
    pub statements: Vec<Statement>,
    /// Arguments, in the order in which they come up.
    pub arguments: Vec<Argument>,
    /// The inferences of all premise-conclusion structures.
    pub inferences: Vec<Inference>,
    /// Relations; those that only follow from a premise-conclusion structure are not among them.
    pub relations: Vec<Relation>,
    /// Headings.
    pub sections: Vec<Section>,
}

/// A text as written, without its marks; what the marks said is in the spans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text. Mentions and tags stand in it as written.
    pub text: String,
    /// Marked parts, by their end.
    pub spans: Vec<Span>,
    /// Tags, each once.
    pub tags: Vec<String>,
}

/// A marked part of a text: bytes `start..end`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub mark: SpanMark,
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// What a marked part of a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpanMark {
    /// `**bold**`
    Bold,
    /// `*italic*`
    Italic,
    /// `[text](url)`
    Link {
        /// Where it leads.
        url: String,
    },
    /// `@[T]` or `@<T>`
    Mention {
        /// The title.
        title: String,
    },
    /// `#tag`
    Tag {
        /// The tag.
        tag: String,
    },
}

/// What a statement is used for where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A paragraph of its own.
    TopLevel,
    /// The child of a relation.
    Related,
    /// An item of a list.
    ListItem,
    /// A premise.
    Premise,
    /// A conclusion from which the argument goes on.
    IntermediaryConclusion,
    /// The last conclusion of an argument.
    MainConclusion,
    /// The description of an argument.
    Description,
}

/// One occurrence of a statement or argument.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its text.
    pub content: Text,
    /// What it is used for.
    pub role: Role,
    /// Whether it only refers to a title.
    pub is_reference: bool,
    /// YAML data, as written.
    pub data: Vec<String>,
    /// The section it stands in.
    pub section: Option<usize>,
    /// Byte offset.
    pub at: usize,
}

/// An equivalence class: the statements that share a title.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its title; "Untitled 7" where the author gave none.
    pub title: String,
    /// Whether the author gave a title.
    pub titled: bool,
    /// Its occurrences.
    pub members: Vec<usize>,
    /// The section it belongs to.
    pub section: Option<usize>,
}

/// An argument: described, reconstructed as a premise-conclusion structure, or both.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Its title; "Untitled 7" where the author gave none.
    pub title: String,
    /// Whether the author gave a title.
    pub titled: bool,
    /// Its descriptions and references.
    pub members: Vec<usize>,
    /// Its premises and conclusions, as numbered.
    pub pcs: Vec<PcsStatement>,
    /// The section it belongs to.
    pub section: Option<usize>,
}

/// A premise or conclusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PcsStatement {
    /// Its equivalence class.
    pub statement: usize,
    /// Its occurrence.
    pub member: usize,
    /// The inference that leads to it, where it is a conclusion.
    pub inference: Option<usize>,
}

/// The step from premises to a conclusion.
#[derive(Clone, Debug)]
pub struct Inference {
    /// The argument that it is a step of.
    pub argument: usize,
    /// Inference rules or schemes.
    pub rules: Vec<String>,
    /// YAML data, as written.
    pub data: Option<String>,
    /// Byte offset.
    pub at: usize,
}

/// An end of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// An equivalence class.
    Statement(usize),
    /// An argument.
    Argument(usize),
    /// An inference.
    Inference(usize),
}

/// What a relation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RelationType {
    /// Loose: speaks for.
    Support,
    /// Loose: speaks against.
    Attack,
    /// Attacks an inference.
    Undercut,
    /// Strict: if the one is true, so is the other.
    Entails,
    /// Strict: not both are true.
    Contrary,
    /// Not both are true, nor both false.
    Contradictory,
}

/// A relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What it says.
    pub kind: RelationType,
    /// Where it comes from.
    pub from: End,
    /// What it bears on.
    pub to: End,
    /// Byte offset of its first occurrence.
    pub at: usize,
}

/// A heading and what stands below it.
#[derive(Clone, Debug)]
pub struct Section {
    /// Number of `#`.
    pub level: usize,
    /// Its text.
    pub content: Text,
    /// YAML data, as written.
    pub data: Vec<String>,
    /// The section that contains it.
    pub parent: Option<usize>,
    /// Byte offset.
    pub at: usize,
}

impl Argument {
    /// Whether it has a premise-conclusion structure that reaches a conclusion.
    pub fn is_reconstructed(&self) -> bool {
        self.pcs.iter().any(|s| s.inference.is_some())
    }

    /// Whether nothing follows its last conclusion.
    pub fn ends_with_conclusion(&self) -> bool {
        self.pcs.last().is_some_and(|s| s.inference.is_some())
    }

    /// Its last conclusion.
    pub fn main_conclusion(&self) -> Option<PcsStatement> {
        self.pcs.iter().rev().find(|s| s.inference.is_some()).copied()
    }
}

impl Document {
    /// The occurrences of a statement.
    pub fn members_of(&self, statement: &Statement) -> impl Iterator<Item = &Member> {
        statement.members.iter().filter_map(|m| self.members.get(*m))
    }

    /// The descriptions and references of an argument.
    pub fn descriptions_of(&self, argument: &Argument) -> impl Iterator<Item = &Member> {
        argument.members.iter().filter_map(|m| self.members.get(*m))
    }

    /// The steps of an argument: for each conclusion, its place in the structure and those of its premises. Without `uses` in the
    /// data a conclusion follows from everything since the conclusion before it, that one included.
    pub fn steps(&self, argument: &Argument) -> Vec<Step> {
        let mut since = 0;
        let mut steps = Vec::new();
        for (place, conclusion) in argument.pcs.iter().enumerate() {
            let Some(inference) = conclusion.inference else { continue };
            let data = self.inferences.get(inference).and_then(|i| i.data.as_deref());
            let own = self.members.get(conclusion.member).map(|m| m.data.as_slice()).unwrap_or_default();
            let (premises, unknown) = step_premises(data, own, since, place);
            steps.push(Step { inference, conclusion: place, premises, unknown });
            since = place;
        }
        steps
    }
}

/// One step of an argument. Places count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The inference.
    pub inference: usize,
    /// The place of its conclusion.
    pub conclusion: usize,
    /// The places of its premises.
    pub premises: Vec<usize>,
    /// Numbers in `uses` that name nothing.
    pub unknown: Vec<usize>,
}
