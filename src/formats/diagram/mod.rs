//! The map as the diagrams of other programs have it: boxes with text, and lines from one box to one other.
//!
//! A relation with one premise is a line. One with several premises, or on which something else bears, becomes a small box of its own
//! (a joint) between its premises and its target, so that an undercut can end on it.

pub mod dot;
pub mod graphml;
pub mod mermaid;
pub mod tgf;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::{GroupId, NodeId, NodeKind};
use crate::formats::quotations::Quotations;
use crate::formats::{ExportRequest, Loss, Lost};
use crate::model::{ArgumentMap, Node, RelationKind};
use crate::tr;

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
struct DiagramBox {
    /// Of the node that it stands for.
    id: NodeId,
    /// What it says; the sign of a relation in a joint.
    label: String,
    /// Who says it, a line each: "Gil Troy asserts".
    said: Vec<String>,
    /// The word for its kind: "claim", "fact", "rebuttal".
    kind: &'static str,
    /// The kind of relation, for a joint.
    joint: Option<RelationKind>,
    group: Option<GroupId>,
}

impl DiagramBox {
    /// What it says and who says it, in lines.
    fn lines(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.label.as_str()).chain(self.said.iter().map(String::as_str))
    }
}

/// A line from box to box.
#[derive(Clone, Debug, PartialEq, Eq)]
struct DiagramLine {
    from: NodeId,
    to: NodeId,
    kind: RelationKind,
    /// Whether it attacks a step.
    undercuts: bool,
    /// The scheme or title of the step.
    label: String,
    /// Whether it arrives at what it bears on; lines into a joint do not.
    arrives: bool,
}

impl DiagramLine {
    /// The word for what it is.
    fn word(&self) -> &'static str {
        if self.undercuts { "undercut" } else { self.kind.word() }
    }
}

/// Boxes in the order of their ids, lines in the author's order.
#[derive(Clone, Debug, Default)]
struct Diagram {
    title: String,
    boxes: Vec<DiagramBox>,
    lines: Vec<DiagramLine>,
    /// Titles of the groups that have boxes or such groups in them, by what they are in.
    groups: BTreeMap<GroupId, (String, Option<GroupId>)>,
}

impl Diagram {
    fn of(map: &ArgumentMap) -> Self {
        let quotations = Quotations::of(map);
        let joints: BTreeSet<NodeId> = map.relations().map(|(id, _)| id).filter(|id| is_joint(map, *id)).collect();
        let ends: BTreeSet<NodeId> = map.relations().flat_map(|(id, _)| map.premises(id).into_iter().chain(map.target(id))).collect();
        let mut diagram = Self { title: map.meta().title.trim().to_owned(), ..Self::default() };
        for (id, node) in map.nodes() {
            let (label, kind, joint, group) = match node {
                Node::Claim(claim) => (claim.label().to_owned(), claim.kind.map_or("claim", |kind| kind.word()), None, claim.group),
                Node::Relation(relation) if joints.contains(&id) => {
                    let kind = if map.is_undercut(id) { "undercut" } else { relation.kind.word() };
                    (sign(relation.kind, map.is_undercut(id)).to_owned(), kind, Some(relation.kind), relation.group)
                }
                // Who says a thing stands in the box of the thing, unless something bears on the saying.
                Node::Attribution(_) if ends.contains(&id) => (says(map, &quotations, id), "attribution", None, None),
                Node::Relation(_) | Node::Attribution(_) => continue,
            };
            let said = map.attributions_of(id).into_iter().filter(|by| !ends.contains(by)).map(|by| says(map, &quotations, by)).collect();
            diagram.boxes.push(DiagramBox { id, label, said, kind, joint, group });
        }
        diagram.draw_lines(map, &joints, &ends);
        diagram.keep_groups(map);
        diagram
    }

    fn draw_lines(&mut self, map: &ArgumentMap, joints: &BTreeSet<NodeId>, ends: &BTreeSet<NodeId>) {
        for (id, relation) in map.relations() {
            let label = [&relation.title, &relation.scheme].map(|text| text.trim()).into_iter().find(|text| !text.is_empty());
            let line = |from, to, arrives| DiagramLine {
                from,
                to,
                kind: relation.kind,
                undercuts: map.is_undercut(id),
                label: label.filter(|_| arrives).unwrap_or_default().to_owned(),
                arrives,
            };
            let joint = joints.contains(&id);
            self.lines.extend(map.premises(id).into_iter().filter(|_| joint).map(|premise| line(premise, id, false)));
            let from = if joint { Some(id) } else { map.premises(id).first().copied() };
            self.lines.extend(from.zip(map.target(id)).map(|(from, to)| line(from, to, true)));
        }
        for (id, _) in map.attributions().filter(|(id, _)| ends.contains(id)) {
            let about = map.content(id).filter(|content| self.boxes.iter().any(|b| b.id == *content));
            let kind = RelationKind::Restatement;
            self.lines.extend(about.map(|to| DiagramLine { from: id, to, kind, undercuts: false, label: String::new(), arrives: true }));
        }
    }

    fn keep_groups(&mut self, map: &ArgumentMap) {
        let mut open: Vec<GroupId> = self.boxes.iter().filter_map(|b| b.group).collect();
        while let Some(id) = open.pop() {
            let Some(group) = map.groups().get(&id).filter(|_| !self.groups.contains_key(&id)) else { continue };
            self.groups.insert(id, (group.title.trim().to_owned(), group.parent));
            open.extend(group.parent);
        }
        self.cut_circles();
        for b in &mut self.boxes {
            b.group = b.group.filter(|id| self.groups.contains_key(id));
        }
    }

    /// A group that is inside itself becomes an outer one.
    fn cut_circles(&mut self) {
        let ids: Vec<GroupId> = self.groups.keys().copied().collect();
        for id in ids {
            let mut above = self.groups.get(&id).and_then(|(_, parent)| *parent);
            for _ in 0..self.groups.len() {
                match above {
                    Some(parent) if parent == id => break,
                    Some(parent) => above = self.groups.get(&parent).and_then(|(_, parent)| *parent),
                    None => break,
                }
            }
            if above.is_some()
                && let Some((_, parent)) = self.groups.get_mut(&id)
            {
                *parent = None;
            }
        }
    }

    /// The groups right inside another one, or the outer ones.
    fn groups_in(&self, parent: Option<GroupId>) -> impl Iterator<Item = (GroupId, &str)> {
        self.groups.iter().filter(move |(_, (_, p))| *p == parent).map(|(id, (title, _))| (*id, title.as_str()))
    }

    fn boxes_in(&self, group: Option<GroupId>) -> impl Iterator<Item = &DiagramBox> {
        self.boxes.iter().filter(move |b| b.group == group)
    }

    /// The place of each box, from 0.
    fn numbers(&self) -> HashMap<NodeId, usize> {
        self.boxes.iter().enumerate().map(|(i, b)| (b.id, i)).collect()
    }
}

fn is_joint(map: &ArgumentMap, relation: NodeId) -> bool {
    let joins = map.premises(relation).len() != 1;
    joins || !map.relations_on(relation).is_empty() || !map.relations_from(relation).is_empty() || !map.attributions_of(relation).is_empty()
}

fn sign(kind: RelationKind, undercuts: bool) -> &'static str {
    match kind {
        RelationKind::Rebuttal if undercuts => "×",
        RelationKind::Support => "+",
        RelationKind::Rebuttal => "−",
        RelationKind::Restatement => "≈",
        RelationKind::Preference => "›",
        RelationKind::Contradiction => "↔",
    }
}

/// "Gil Troy asserts"
fn says(map: &ArgumentMap, quotations: &Quotations, id: NodeId) -> String {
    let Some(attribution) = map.attribution(id) else { return String::new() };
    let speaker = attribution.speaker.and_then(|id| map.speaker(id)).map_or(tr!("label-unnamed-speaker"), |speaker| speaker.label());
    format!("{speaker} {}{}", attribution.stance.verb(), quotations.mark(id))
}

/// The colour of a kind, dark enough for white paper.
fn color(line: RelationKind, undercuts: bool) -> &'static str {
    match line {
        RelationKind::Rebuttal if undercuts => "#6D3FC0",
        RelationKind::Support => "#1B7F5C",
        RelationKind::Rebuttal | RelationKind::Contradiction => "#B5331E",
        RelationKind::Restatement | RelationKind::Preference => "#5A6472",
    }
}

/// What a diagram does not hold.
fn losses(request: &ExportRequest<'_>, keeps_groups: bool) -> Lost {
    let map = request.map;
    let mut lost = Lost::default();
    let attributions: Vec<_> = map.attributions().collect();
    lost.add("loss-quotations", attributions.iter().map(|(_, a)| a.quotes.len()).sum());
    lost.add("loss-sources", map.sources().len());
    lost.add("loss-texts", Lost::texts(map));
    let nested = attributions.iter().filter(|(id, _)| map.content(*id).is_some_and(|content| content.kind() == NodeKind::Attribution));
    lost.add("loss-reports", nested.count());
    lost.add("loss-causes", map.claims().filter(|(_, c)| !c.cause.trim().is_empty() || !c.effect.trim().is_empty()).count());
    if !keeps_groups {
        lost.add("loss-groups", map.groups().len());
    }
    lost.add("loss-tags", map.claims().filter(|(_, claim)| !claim.tags.is_empty()).count());
    lost.add("loss-notes", Lost::noted(map));
    lost
}

fn all_losses(request: &ExportRequest<'_>, keeps_groups: bool) -> Vec<Loss> {
    losses(request, keeps_groups).into_losses()
}

/// Words in lines of so many characters; a longer word has a line of its own.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut used = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
    }
    out
}

/// The words of a text in one line.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
