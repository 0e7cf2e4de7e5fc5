//! Groups: named sets of nodes, nested (Argdown's headings).

use crate::base::GroupId;

/// A named set of nodes. Members name their group; a group names its parent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its heading.
    pub title: String,
    /// The group that contains it.
    pub parent: Option<GroupId>,
    /// Place among its siblings, from 0.
    pub order: u32,
    /// Free labels, in the author's order.
    pub tags: Vec<String>,
    /// Remarks of the author.
    pub note: String,
    /// Structured data carried along as written (YAML).
    pub data: String,
}
