//! Findings about the user's content, collected as data: never an error, never a panic.

use std::fmt;

use crate::base::{GroupId, NodeId, SourceId, SpeakerId};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; may well be meant.
    Hint,
    /// Probably a mistake.
    Warning,
    /// The map says something that cannot be.
    Error,
}

impl Severity {
    /// The word shown and written to JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The map or file as a whole.
    Map,
    /// A claim, relation or attribution.
    Node(NodeId),
    /// A speaker.
    Speaker(SpeakerId),
    /// A source.
    Source(SourceId),
    /// A group.
    Group(GroupId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Map => f.pad("map"),
            Self::Node(id) => id.fmt(f),
            Self::Speaker(id) => id.fmt(f),
            Self::Source(id) => id.fmt(f),
            Self::Group(id) => id.fmt(f),
        }
    }
}

/// A place in a text file; both count from 1, columns in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One finding: a stable code, a subject, a sentence, a remedy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// What it is about.
    pub subject: Subject,
    /// One sentence.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// Where in the file, when it comes from reading one.
    pub position: Option<Position>,
}

impl Diagnostic {
    /// A finding about a part of a map.
    pub fn new(code: Code, subject: Subject, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, subject, message: message.into(), help: help.into(), position: None }
    }

    /// A finding at a place in a file.
    pub fn at(code: Code, position: Position, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, subject: Subject::Map, message: message.into(), help: help.into(), position: Some(position) }
    }

    /// The severity of its code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

macro_rules! codes {
    ($($variant:ident, $name:literal, $severity:ident, $explanation:literal;)*) => {
        /// The stable codes of all findings. Their names are a contract.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $explanation] $variant,)*
        }

        impl Code {
            /// Every code, in the order of this table.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name shown to people and written to JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How bad findings of this code are.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// What the code means and what to do about it.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)* }
            }
        }
    };
}

codes! {
    DanglingEnd, "dangling-end", Error, "An edge names a node that is not in the map. Remove the edge, or restore the node.";
    MalformedEdge, "malformed-edge", Error, "An edge joins two kinds of node that its role does not allow, for example a claim as the premise of a claim. Put a relation between them.";
    RelationWithoutPremise, "relation-without-premise", Error, "A relation has a target but nothing that speaks for or against it. Add a premise or delete the relation.";
    RelationWithoutTarget, "relation-without-target", Error, "A relation has premises but no target. Connect it to the node that it supports or rebuts.";
    SeveralTargets, "several-targets", Error, "A relation has more than one target. Give each target a relation of its own.";
    AttributionWithoutContent, "attribution-without-content", Error, "An attribution says who speaks but not what is said. Connect it to a claim, a relation or another attribution.";
    SeveralContents, "several-contents", Error, "An attribution has more than one content. Give each content an attribution of its own.";
    AttributionWithoutSpeaker, "attribution-without-speaker", Warning, "An attribution names nobody. Choose a speaker; an unknown one may be registered as anonymous.";
    UnknownSpeaker, "unknown-speaker", Error, "A record names a speaker that is not in the register. Add the speaker or choose another.";
    UnknownSource, "unknown-source", Error, "A record names a source that is not in the register. Add the source or choose another.";
    UnknownGroup, "unknown-group", Error, "A record names a group that is not in the map. Add the group or choose another.";
    GroupCircle, "group-circle", Error, "Groups contain each other in a circle. Take one of them out of the other.";
    ReplyCircle, "reply-circle", Error, "Sources are replies to each other in a circle. Correct what each replies to.";
    ClaimWithoutText, "claim-without-text", Warning, "A claim says nothing. Write the proposition as one sentence, or delete the claim.";
    DuplicateClaim, "duplicate-claim", Warning, "Two claims have the same text. Use one claim in both places, or say what differs.";
    SelfRelation, "self-relation", Warning, "A claim supports or rebuts itself, directly or in a circle of supports. An argument that leans on its own conclusion proves nothing: break the circle.";
    ReportCircle, "report-circle", Error, "Attributions report each other in a circle, so nobody ever said the thing. Decide who reports whom.";
    UnusedSpeaker, "unused-speaker", Hint, "A speaker says nothing in this map. Delete the entry if it is not needed.";
    UnusedSource, "unused-source", Hint, "A source is cited nowhere in this map. Delete the entry if it is not needed.";
    SpeakerWithoutName, "speaker-without-name", Warning, "A speaker has no name. Name the person or organisation, or mark the speaker as anonymous with a description.";
    DateNotIso, "date-not-iso", Warning, "A date is not written as YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm, so it cannot be sorted.";
    TwoPropositions, "two-propositions", Hint, "A claim seems to hold two propositions. Split it, so that each can be supported and rebutted by itself.";
    Syntax, "syntax", Error, "The file departs from its format at this place. What could be read is kept; mend the place named.";
    NotKept, "not-kept", Warning, "Something in the file has no counterpart in an argument map and is not kept.";
}

impl Code {
    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.name() == name)
    }
}
