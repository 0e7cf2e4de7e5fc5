//! The groups of a map as nested lists, each with the numbers of its claims.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::notes::remark_of;
use crate::analysis::Outline;
use crate::base::text::xml_escaped as escaped;
use crate::base::{GroupId, NodeId};
use crate::formats::ExportRequest;
use crate::tr;

/// Browsers nest elements only so deep; what is deeper stands beside it.
const DEEPEST: usize = 30;

/// The section; nothing where there are no groups.
pub(super) fn section(request: &ExportRequest<'_>, outline: &Outline) -> String {
    let groups = request.map.groups();
    if groups.is_empty() {
        return String::new();
    }
    let mut lister = Lister { request, claims: claims(request, outline), open: groups.keys().copied().collect(), out: String::new() };
    lister.list(None, 0);
    // Those that contain themselves hang on nothing.
    while let Some(id) = lister.open.first().copied() {
        lister.out.push_str("<ul>\n");
        lister.item(id, 0);
        lister.out.push_str("</ul>\n");
    }
    format!(
        "<section id=\"groups\" aria-labelledby=\"groups-title\"><h2 id=\"groups-title\">{}</h2>\n{}</section>\n",
        tr!("html-groups"),
        lister.out
    )
}

/// What is shown of each group, with its number, in the order of the outline.
fn claims(request: &ExportRequest<'_>, outline: &Outline) -> BTreeMap<GroupId, Vec<(NodeId, String)>> {
    let mut claims: BTreeMap<GroupId, Vec<(NodeId, String)>> = BTreeMap::new();
    for (index, row) in outline.rows().iter().enumerate() {
        let group = request.map.claim(row.node).and_then(|claim| claim.group);
        let (Some(group), Some(number)) = (group, outline.number(index)) else { continue };
        if !request.shown.is_some_and(|shown| shown.hides(row.node)) {
            claims.entry(group).or_default().push((row.node, number));
        }
    }
    claims
}

struct Lister<'a> {
    request: &'a ExportRequest<'a>,
    claims: BTreeMap<GroupId, Vec<(NodeId, String)>>,
    /// What is not listed yet.
    open: BTreeSet<GroupId>,
    out: String,
}

impl Lister<'_> {
    /// The groups in a group, in the author's order.
    fn list(&mut self, parent: Option<GroupId>, depth: usize) {
        let groups = self.request.map.groups();
        let is_here = |of: Option<GroupId>| of.filter(|id| groups.contains_key(id)) == parent;
        let mut here: Vec<(u32, GroupId)> = self
            .open
            .iter()
            .filter_map(|id| Some((id, groups.get(id)?)))
            .filter(|(_, g)| is_here(g.parent))
            .map(|(id, g)| (g.order, *id))
            .collect();
        here.sort_unstable();
        if here.is_empty() {
            return;
        }
        self.out.push_str("<ul>\n");
        for (_, id) in here {
            self.item(id, depth);
        }
        self.out.push_str("</ul>\n");
    }

    fn item(&mut self, id: GroupId, depth: usize) {
        self.open.remove(&id);
        let Some(group) = self.request.map.groups().get(&id) else { return };
        let title = if group.title.trim().is_empty() { tr!("map-untitled") } else { group.title.trim() };
        let claims = self.claims.remove(&id).unwrap_or_default();
        let _ = write!(self.out, "<li data-group={id}><button type=button class=title aria-pressed=false>{}</button>", escaped(title));
        if !claims.is_empty() {
            let _ = write!(self.out, " <span class=number>{}</span>", claims.len());
        }
        self.out.push_str(&remark_of(&group.note));
        if !claims.is_empty() {
            self.out.push_str("<span class=claims>");
            for (claim, number) in claims {
                let _ = write!(self.out, " <a href=#{claim}>{number}</a>");
            }
            self.out.push_str("</span>");
        }
        if depth < DEEPEST {
            self.list(Some(id), depth + 1);
        }
        self.out.push_str("</li>\n");
        if depth >= DEEPEST {
            self.list(Some(id), depth);
        }
    }
}
