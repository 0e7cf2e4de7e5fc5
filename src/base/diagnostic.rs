//! Findings about the user's content, collected as data: never an error, never a panic.

use std::fmt;

use crate::base::{GroupId, NodeId, SourceId, SpeakerId};
use crate::tr;

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
    /// What users of the window read: "warning".
    pub fn noun(self) -> &'static str {
        match self {
            Self::Hint => tr!("severity-hint"),
            Self::Warning => tr!("severity-warning"),
            Self::Error => tr!("severity-error"),
        }
    }

    /// The word on the command line and in JSON.
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
    ($($variant:ident, $name:literal, $severity:ident;)*) => {
        /// The stable codes of all findings. Their names are a contract.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: explained in `assets/lang` as `code-", $name, "`.")] $variant,)*
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
                match self { $(Self::$variant => tr!(concat!("code-", $name)),)* }
            }
        }
    };
}

codes! {
    DanglingEnd, "dangling-end", Error;
    MalformedEdge, "malformed-edge", Error;
    RelationWithoutPremise, "relation-without-premise", Error;
    RelationWithoutTarget, "relation-without-target", Error;
    SeveralTargets, "several-targets", Error;
    AttributionWithoutContent, "attribution-without-content", Error;
    SeveralContents, "several-contents", Error;
    AttributionWithoutSpeaker, "attribution-without-speaker", Warning;
    UnknownSpeaker, "unknown-speaker", Error;
    UnknownSource, "unknown-source", Error;
    UnknownGroup, "unknown-group", Error;
    GroupCircle, "group-circle", Error;
    ReplyCircle, "reply-circle", Error;
    ClaimWithoutText, "claim-without-text", Warning;
    DuplicateClaim, "duplicate-claim", Warning;
    SelfRelation, "self-relation", Warning;
    ReportCircle, "report-circle", Error;
    UnusedSpeaker, "unused-speaker", Hint;
    UnusedSource, "unused-source", Hint;
    SpeakerWithoutName, "speaker-without-name", Warning;
    DateNotIso, "date-not-iso", Warning;
    DateBounds, "date-bounds", Warning;
    TextAltered, "text-altered", Error;
    TextMissing, "text-missing", Error;
    QuotationMisquoted, "quotation-misquoted", Warning;
    QuotationNotFound, "quotation-not-found", Warning;
    QuotationAltered, "quotation-altered", Warning;
    QuotationFormer, "quotation-former", Hint;
    OriginCircle, "origin-circle", Warning;
    ReportPredates, "report-predates", Warning;
    OneOrigin, "one-origin", Hint;
    UnnamedOrigins, "unnamed-origins", Hint;
    BothSides, "both-sides", Hint;
    SourceUnlinked, "source-unlinked", Hint;
    SourceUndated, "source-undated", Hint;
    TwoPropositions, "two-propositions", Hint;
    Syntax, "syntax", Error;
    NotKept, "not-kept", Warning;
}

impl Code {
    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.name() == name)
    }
}
