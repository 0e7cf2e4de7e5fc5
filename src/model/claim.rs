//! Claims: propositions, one sentence each.

use crate::base::GroupId;
use crate::tr;

crate::model::named_enum! {
    /// What sort of proposition a claim is.
    ClaimKind {
        /// Something is or was the case.
        Fact = "fact",
        /// Something is good or bad.
        Value = "value",
        /// Something should be done.
        Policy = "policy",
        /// Something brought something about; the claim names [`Claim::cause`] and [`Claim::effect`].
        Cause = "cause",
        /// A word means something.
        Definition = "definition",
    }
}

/// A proposition, in the author's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The proposition: one sentence. Empty while it is being written.
    pub text: String,
    /// A short name, where the author gives one (Argdown's statement title).
    pub title: String,
    /// What sort of proposition it is, where the author says so.
    pub kind: Option<ClaimKind>,
    /// What is blamed, in a cause claim.
    pub cause: String,
    /// For what it is blamed, in a cause claim.
    pub effect: String,
    /// Free labels, in the author's order.
    pub tags: Vec<String>,
    /// The group it belongs to.
    pub group: Option<GroupId>,
    /// Whether the author wants to come back to it.
    pub bookmarked: bool,
    /// Remarks of the author.
    pub note: String,
    /// Structured data carried along as written (YAML).
    pub data: String,
    /// Its id in the format it was imported from, for round trips.
    pub origin: String,
}

impl Claim {
    /// A claim that says `text` and nothing more.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// What to call the claim in a sentence: its text, else its title, else a stand-in.
    pub fn label(&self) -> &str {
        match (self.text.trim(), self.title.trim()) {
            ("", "") => tr!("label-empty-claim"),
            ("", title) => title,
            (text, _) => text,
        }
    }
}
