//! Maps as a few lines of text, to build them from and to compare them with.
//!
//! ```text
//! c_a = Some text            a claim; claims that are only mentioned are made with their id as text
//! r_1: c_a c_b -> c_c        a support with two premises
//! r_2: c_d -x r_1            a rebuttal, here an undercut
//! a_1: sp_ann asserts c_a    an attribution; `-` for nobody
//! sp_ann = Ann               a speaker
//! so_x = Title               a source
//! ```

use elenchus::base::{NodeId, NodeKind};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, Edge, MapBuilder, Placement, Relation, RelationKind, Role, Source, SourceKind, Speaker, SpeakerKind,
    Stance,
};

pub(crate) fn id(text: &str) -> NodeId {
    text.parse().unwrap()
}

/// Builds the map that the lines describe.
pub(crate) fn map(lines: &str) -> ArgumentMap {
    let mut builder = MapBuilder::new(0);
    let lines: Vec<&str> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for (name, text) in lines.iter().filter_map(|line| line.split_once(" = ")) {
        match name.split_once('_').unwrap().0 {
            "c" => assert!(builder.node_as(id(name), Claim::new(text))),
            "sp" => builder.speaker_as(name.parse().unwrap(), Speaker::new(SpeakerKind::Person, text)),
            "so" => builder.source_as(name.parse().unwrap(), Source::new(SourceKind::Article, text)),
            other => panic!("{other}"),
        }
    }
    for (name, rest) in lines.iter().filter_map(|line| line.split_once(": ")) {
        let words: Vec<&str> = rest.split_whitespace().collect();
        for claim in words.iter().filter(|w| w.starts_with("c_")) {
            if builder.map().claim(id(claim)).is_none() {
                assert!(builder.node_as(id(claim), Claim::new(*claim)));
            }
        }
        if let Some(arrow) = words.iter().position(|w| w.starts_with('-') && w.len() == 2) {
            let kind = if words[arrow] == "->" { RelationKind::Support } else { RelationKind::Rebuttal };
            assert!(builder.node_as(id(name), Relation::new(kind)));
            for premise in &words[..arrow] {
                builder.edge(Edge::new(id(premise), Role::Premise, id(name)));
            }
            for target in &words[arrow + 1..] {
                builder.edge(Edge::new(id(name), Role::Target, id(target)));
            }
        } else {
            let stance = *Stance::ALL.iter().find(|s| s.word() == words[1]).unwrap();
            assert!(builder.node_as(id(name), Attribution::new(words[0].parse().ok(), stance)));
            for content in &words[2..] {
                builder.edge(Edge::new(id(name), Role::Content, id(content)));
            }
        }
    }
    builder.finish()
}

/// The same, with each claim placed in the main view, 100 units apart.
pub(crate) fn placed_map(lines: &str) -> ArgumentMap {
    let map = map(lines);
    let claims: Vec<NodeId> = map.claims().map(|(id, _)| id).collect();
    let edits = claims.iter().enumerate().map(|(i, id)| (*id, Placement { x: 100 * i as i32, y: 0, pinned: false })).collect::<Vec<_>>();
    let placing = elenchus::edit::ops::place(&map, elenchus::base::ViewId::main(), &edits).unwrap();
    let mut map = map;
    elenchus::edit::apply(&mut map, &placing).unwrap();
    map
}

/// The lines of a map, sorted. Ids that `known` has not are called new, in the order of their lines.
pub(crate) fn show(map: &ArgumentMap, known: &ArgumentMap) -> String {
    let name = |node: NodeId| match (known.node(node).is_some(), node.kind()) {
        (true, _) => node.to_string(),
        (false, NodeKind::Claim) => "c_new".to_owned(),
        (false, NodeKind::Relation) => "r_new".to_owned(),
        (false, NodeKind::Attribution) => "a_new".to_owned(),
    };
    let names = |nodes: Vec<NodeId>| nodes.into_iter().map(name).collect::<Vec<_>>().join(" ");
    let mut lines: Vec<String> = Vec::new();
    for (id, claim) in map.claims() {
        if claim.text != id.as_str() {
            lines.push(format!("{} = {}", name(id), claim.text).trim_end().to_owned());
        } else if map.relations_from(id).is_empty() && map.relations_on(id).is_empty() && map.attributions_of(id).is_empty() {
            lines.push(name(id));
        }
    }
    for (id, relation) in map.relations() {
        let arrow = if relation.kind == RelationKind::Support { "->" } else { "-x" };
        lines.push(format!("{}: {} {arrow} {}", name(id), names(map.premises(id)), names(map.target(id).into_iter().collect())));
    }
    for (id, attribution) in map.attributions() {
        let speaker = attribution.speaker.map_or("-".to_owned(), |s| s.to_string());
        lines.push(format!("{}: {speaker} {} {}", name(id), attribution.stance.word(), names(map.content(id).into_iter().collect())));
    }
    lines.extend(map.speakers().iter().map(|(id, s)| format!("{id} = {}", s.name)));
    lines.extend(map.sources().iter().map(|(id, s)| format!("{id} = {}", s.title)));
    lines.sort();
    lines.join("\n")
}
