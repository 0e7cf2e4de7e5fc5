//! Plain graphs: boxes and links with no argument in them. As JSON
//! `{"nodes":[{"id","w","h","label"}],"edges":[{"source","target","kind"}]}`, or from GraphML.
//!
//! `elenchus layout` places their boxes; opened as a map, a node is a claim and an edge a relation.

use std::collections::HashMap;

use emath::{Pos2, Vec2};
use serde::Deserialize;
use serde_json::Value;

use crate::base::{Code, Diagnostic, Position, TaskCtx};
use crate::formats::{ImportError, Imported, Importer, graphml, text_of};
use crate::layout::{Body, LayoutRequest, Link};
use crate::model::{Claim, MapBuilder, Relation, RelationKind};
use crate::tr;

/// Most nodes, and most edges, that are read.
pub const MAX_PARTS: usize = 1_000_000;
/// Size of a box whose file names none, in map units.
const DEFAULT_SIZE: Vec2 = Vec2::new(160.0, 48.0);
/// Words in an edge's kind that make it a rebuttal; every other edge is a support.
const AGAINST: &[&str] = &["attack", "rebut", "con", "contra", "-", "against", "object", "undercut", "refut"];

/// A graph of boxes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlainGraph {
    /// The boxes, in the order of the file.
    pub nodes: Vec<PlainNode>,
    /// The links, in the order of the file.
    pub edges: Vec<PlainEdge>,
}

/// A box.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainNode {
    /// Its name in the file.
    pub id: String,
    /// What it says; its name where the file has no label.
    pub label: String,
    /// Width and height in map units.
    pub size: Vec2,
}

/// A link between two boxes.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainEdge {
    /// Index of the node where it starts.
    pub from: usize,
    /// Index of the node where it ends.
    pub to: usize,
    /// What the file says it means; empty where it says nothing.
    pub kind: String,
}

impl PlainGraph {
    /// What a layout is asked for.
    pub fn request(&self, seed: u64) -> LayoutRequest {
        let bodies = self.nodes.iter().map(|n| Body::free(n.size)).collect();
        let links = self.edges.iter().map(|e| Link { from: e.from, to: e.to }).collect();
        LayoutRequest { bodies, links, seed, ..LayoutRequest::default() }
    }

    /// A map: nodes are claims, edges relations from the claim where they start.
    pub(super) fn into_imported(self, report: Vec<Diagnostic>) -> Imported {
        let mut builder = MapBuilder::new(0);
        let ids: Vec<_> = self.nodes.into_iter().map(|node| builder.node(Claim { origin: node.id, ..Claim::new(node.label) })).collect();
        for edge in self.edges {
            let kind = edge.kind.to_lowercase();
            let against = AGAINST.iter().any(|word| kind.starts_with(word));
            let kind = if against { RelationKind::Rebuttal } else { RelationKind::Support };
            if let (Some(from), Some(to)) = (ids.get(edge.from), ids.get(edge.to)) {
                builder.relation(Relation::new(kind), &[*from], *to);
            }
        }
        Imported { map: builder.finish(), report }
    }
}

/// Collects a graph whose edges name nodes by their ids.
#[derive(Debug, Default)]
pub(super) struct Collector {
    nodes: Vec<PlainNode>,
    index: HashMap<String, usize>,
    edges: Vec<(String, String, String)>,
}

impl Collector {
    /// Adds a node; `false` where the id is taken.
    pub(super) fn node(&mut self, id: String, label: Option<String>, width: Option<f32>, height: Option<f32>) -> bool {
        let side = |given: Option<f32>, default: f32| given.filter(|n| n.is_finite() && *n > 0.0 && *n <= 1e5).unwrap_or(default);
        let size = Vec2::new(side(width, DEFAULT_SIZE.x), side(height, DEFAULT_SIZE.y));
        let label = label.map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).unwrap_or_else(|| id.clone());
        let free = self.index.insert(id.clone(), self.nodes.len()).is_none();
        self.nodes.push(PlainNode { id, label, size });
        free
    }

    pub(super) fn edge(&mut self, source: String, target: String, kind: String) {
        self.edges.push((source, target, kind));
    }

    /// The graph, or the first id that an edge names in vain.
    pub(super) fn finish(self) -> Result<PlainGraph, ImportError> {
        for (what, found) in [("nodes", self.nodes.len()), ("edges", self.edges.len())] {
            if found > MAX_PARTS {
                return Err(ImportError::TooLarge { what, found: found as u64, limit: MAX_PARTS as u64 });
            }
        }
        let mut edges = Vec::with_capacity(self.edges.len());
        for (number, (source, target, kind)) in self.edges.into_iter().enumerate() {
            let end = |id: &str| self.index.get(id).copied().ok_or_else(|| missing(number + 1, id));
            edges.push(PlainEdge { from: end(&source)?, to: end(&target)?, kind });
        }
        Ok(PlainGraph { nodes: self.nodes, edges })
    }
}

fn missing(edge: usize, id: &str) -> ImportError {
    let message = tr!("graph-unknown-node", number = edge, id = id);
    ImportError::Refused(Diagnostic::new(Code::Syntax, crate::base::Subject::Map, message, tr!("graph-unknown-node-help")))
}

#[derive(Deserialize)]
struct WireGraph {
    nodes: Vec<WireNode>,
    #[serde(default)]
    edges: Vec<WireEdge>,
}

#[derive(Deserialize)]
struct WireNode {
    id: Value,
    w: Option<f32>,
    h: Option<f32>,
    label: Option<String>,
    text: Option<String>,
}

#[derive(Deserialize)]
struct WireEdge {
    source: Value,
    target: Value,
    #[serde(default)]
    kind: Option<String>,
}

/// Plain graphs as JSON.
#[derive(Clone, Copy, Debug)]
pub struct GraphJson;

impl Importer for GraphJson {
    fn name(&self) -> &'static str {
        "graph"
    }

    fn title(&self) -> &'static str {
        tr!("format-graph")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
        head.trim_start_matches('\u{feff}').trim_start().starts_with('{') && head.contains("\"nodes\"")
    }

    fn import(&self, bytes: &[u8], _ctx: &TaskCtx) -> Result<Imported, ImportError> {
        Ok(read_json(bytes)?.into_imported(Vec::new()))
    }
}

/// Reads a plain graph from JSON.
///
/// # Errors
/// [`ImportError`] with line and column where the JSON is not of that form.
pub fn read_json(bytes: &[u8]) -> Result<PlainGraph, ImportError> {
    let wire: WireGraph = serde_json::from_str(text_of(bytes)?).map_err(|e| {
        let position = Position { line: e.line() as u32, column: e.column() as u32 };
        let what = e.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        let help = tr!("graph-form-help");
        ImportError::Refused(Diagnostic::at(Code::Syntax, position, tr!("graph-form", error = what), help))
    })?;
    let mut graph = Collector::default();
    for (number, node) in wire.nodes.into_iter().enumerate() {
        let id = id_of(&node.id).ok_or_else(|| no_id(tr!("graph-node-without-id", number = number + 1)))?;
        if !graph.node(id.clone(), node.label.or(node.text), node.w, node.h) {
            return Err(twice(&id));
        }
    }
    for (number, edge) in wire.edges.into_iter().enumerate() {
        let ends = id_of(&edge.source).zip(id_of(&edge.target));
        let (source, target) = ends.ok_or_else(|| no_id(tr!("graph-edge-without-id", number = number + 1)))?;
        graph.edge(source, target, edge.kind.unwrap_or_default());
    }
    graph.finish()
}

fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn no_id(message: String) -> ImportError {
    ImportError::Refused(Diagnostic::new(Code::Syntax, crate::base::Subject::Map, message, tr!("graph-id-help")))
}

/// Two nodes of one id: edges could mean either.
pub(super) fn twice(id: &str) -> ImportError {
    let message = tr!("graph-id-twice", id = id);
    ImportError::Refused(Diagnostic::new(Code::Syntax, crate::base::Subject::Map, message, tr!("graph-id-twice-help")))
}

/// The file as a plain graph, where it is one: JSON or GraphML. `None` for every other format.
///
/// # Errors
/// [`ImportError`] where it is one, but a broken one.
pub fn read_any(bytes: &[u8], ctx: &TaskCtx) -> Result<Option<PlainGraph>, ImportError> {
    if GraphJson.sniff(bytes) {
        return read_json(bytes).map(Some);
    }
    if graphml::GraphMl.sniff(bytes) {
        return graphml::read(bytes, ctx).map(|(graph, _)| Some(graph));
    }
    Ok(None)
}

/// Where the boxes went: `{"x":[…],"y":[…],"units":"px","layout_s":seconds}`, centres in node order, y down.
pub fn positions_json(centres: &[Pos2], lines: Option<&[Vec<Pos2>]>, seconds: f64) -> String {
    let x: Vec<f32> = centres.iter().map(|p| p.x).collect();
    let y: Vec<f32> = centres.iter().map(|p| p.y).collect();
    let mut json = serde_json::json!({ "x": x, "y": y, "units": "px", "layout_s": seconds });
    if let Some(lines) = lines {
        json["lines"] = lines.iter().map(|line| line.iter().map(|at| [at.x, at.y]).collect::<Vec<_>>()).collect();
    }
    format!("{json}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphs_are_read_with_defaults() {
        let graph = read_json(
            br#"{"nodes":[{"id":"a","w":100,"h":40,"colour":"red"},{"id":7}],"edges":[{"source":7,"target":"a","kind":"attacks"}]}"#,
        )
        .unwrap();
        assert_eq!(graph.nodes[0].size, Vec2::new(100.0, 40.0));
        assert_eq!((graph.nodes[1].label.as_str(), graph.nodes[1].size), ("7", DEFAULT_SIZE));
        assert_eq!(graph.edges, vec![PlainEdge { from: 1, to: 0, kind: "attacks".to_owned() }]);
        let map = graph.into_imported(Vec::new()).map;
        assert_eq!(map.relations().next().map(|(_, r)| r.kind), Some(RelationKind::Rebuttal));
    }

    #[test]
    fn broken_graphs_say_where() {
        let check = |text: &str, expected: &str| {
            let said = read_json(text.as_bytes()).unwrap_err().to_string();
            assert!(said.contains(expected), "{text}: {said}");
        };
        check("{\"nodes\":[{\"id\":1},\n {\"w\":3}]}", "2:8");
        check("{\"nodes\":[{\"id\":1},{\"id\":1}]}", "Two nodes have the id “1”");
        check("{\"nodes\":[{\"id\":1}],\"edges\":[{\"source\":1,\"target\":2}]}", "Edge 1 names the node “2”");
        check("{\"nodes\":[{\"id\":[]}]}", "neither text nor number");
        check("{\"nodes\":", "1:");
    }

    #[test]
    fn senseless_sizes_are_replaced() {
        let graph = read_json(br#"{"nodes":[{"id":1,"w":-5,"h":1e30},{"id":2,"w":null}]}"#).unwrap();
        assert!(graph.nodes.iter().all(|n| n.size == DEFAULT_SIZE));
    }
}
