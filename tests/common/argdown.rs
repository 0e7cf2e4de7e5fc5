//! Argdown as the language of fixtures: a map from a few lines, and a few lines from a map.

use elenchus::base::{GroupId, NodeId, TaskCtx};
use elenchus::formats::Importer;
use elenchus::formats::argdown::Argdown;
use elenchus::model::{ArgumentMap, RelationKind};

/// The map that an Argdown text says. The text must be in order; it may be indented as a whole.
pub fn map(text: &str) -> ArgumentMap {
    let lines = || text.lines().filter(|l| !l.trim().is_empty());
    let indent = lines().map(|l| l.len() - l.trim_start().len()).min().unwrap_or(0);
    let text: String = text.lines().map(|l| format!("{}\n", l.get(indent..).unwrap_or_default())).collect();
    let imported = Argdown.import(text.trim_start().as_bytes(), &TaskCtx::new()).unwrap();
    assert!(imported.report.is_empty(), "{text}\n{:#?}", imported.report);
    imported.map
}

/// What a map says, one claim or relation a line, in alphabetical order: independent of ids.
pub fn sketch(map: &ArgumentMap) -> String {
    let mut lines: Vec<String> = map.claims().map(|(id, _)| claim(map, id)).collect();
    lines.extend(map.relations().map(|(id, relation)| {
        let mut line = step(map, id, 8);
        for (open, field, close) in
            [(" «", &relation.title, "»"), (" by ", &relation.scheme, ""), (" note ", &relation.note, ""), (" data ", &relation.data, "")]
        {
            if !field.is_empty() {
                line.push_str(&format!("{open}{field}{close}"));
            }
        }
        relation.tags.iter().for_each(|tag| line.push_str(&format!(" #{tag}")));
        line + &group(map, relation.group)
    }));
    lines.sort();
    lines.join("\n")
}

fn name(map: &ArgumentMap, id: NodeId) -> &str {
    map.claim(id).map_or("?", |c| if c.title.is_empty() { c.text.as_str() } else { c.title.as_str() })
}

fn claim(map: &ArgumentMap, id: NodeId) -> String {
    let claim = map.claim(id).unwrap();
    let mut line = if claim.title.is_empty() { String::new() } else { format!("[{}] ", claim.title) };
    line.push_str(&claim.text);
    claim.tags.iter().for_each(|tag| line.push_str(&format!(" #{tag}")));
    for (label, field) in [(" note ", &claim.note), (" data ", &claim.data)] {
        if !field.is_empty() {
            line.push_str(&format!("{label}{field}"));
        }
    }
    line + &group(map, claim.group)
}

fn group(map: &ArgumentMap, id: Option<GroupId>) -> String {
    let mut path = Vec::new();
    let mut next = id;
    while let Some(group) = next.and_then(|g| map.groups().get(&g)) {
        path.push(group.title.as_str());
        next = group.parent;
    }
    path.reverse();
    if path.is_empty() { String::new() } else { format!(" in {}", path.join("/")) }
}

fn step(map: &ArgumentMap, id: NodeId, depth: usize) -> String {
    let symbol = match map.relation(id).map(|r| r.kind) {
        Some(RelationKind::Support) => "+>",
        Some(RelationKind::Rebuttal) => "->",
        Some(RelationKind::Contradiction) => "><",
        _ => "??",
    };
    let premises: Vec<&str> = map.premises(id).into_iter().map(|p| name(map, p)).collect();
    let target = match map.target(id) {
        Some(target) if map.relation(target).is_some() && depth > 0 => format!("({})", step(map, target, depth - 1)),
        Some(target) => name(map, target).to_owned(),
        None => "nothing".to_owned(),
    };
    format!("{} {symbol} {target}", premises.join(" & "))
}
