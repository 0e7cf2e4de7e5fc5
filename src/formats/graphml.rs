//! GraphML (<http://graphml.graphdrawing.org>), read: nodes are claims, edges relations. Nested graphs are kept flat; ports and
//! hyperedges have no counterpart.

use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::base::text::position_of;
use crate::base::{Code, Diagnostic, Position, TaskCtx};
use crate::formats::plain_graph::{Collector, PlainGraph, twice};
use crate::formats::{ImportError, Imported, Importer, text_of};
use crate::tr;

/// Levels of elements that are followed; deeper files are refused.
const MAX_DEPTH: usize = 256;
/// Events between two looks at whether somebody cancelled.
const CHUNK: u64 = 4096;

/// Names of `<data>` that hold what a node says, the best first.
const LABELS: &[&str] = &["label", DRAWN, "text", "title", "name", "description"];
/// Names of `<data>` that hold what an edge means, the best first.
const KINDS: &[&str] = &["kind", "type", "relation", "label", DRAWN];
/// What yEd writes on a node or edge.
const DRAWN: &str = "drawn label";

/// Reads GraphML.
#[derive(Clone, Copy, Debug)]
pub struct GraphMl;

impl Importer for GraphMl {
    fn name(&self) -> &'static str {
        "graphml"
    }

    fn title(&self) -> &'static str {
        "GraphML"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["graphml"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).contains("<graphml")
    }

    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        let (graph, report) = read(bytes, ctx)?;
        Ok(graph.into_imported(report))
    }
}

/// What is known of the node or edge that is being read.
#[derive(Debug)]
struct Part {
    ends: Option<(String, String)>,
    id: String,
    data: HashMap<String, String>,
    width: Option<f32>,
    height: Option<f32>,
}

impl Part {
    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.data.get(*name).filter(|v| !v.trim().is_empty()).cloned())
    }
}

/// Reads a graph, and what of the file has no counterpart.
///
/// # Errors
/// [`ImportError`] with line and column where the file is no well-formed GraphML.
pub fn read(bytes: &[u8], ctx: &TaskCtx) -> Result<(PlainGraph, Vec<Diagnostic>), ImportError> {
    let text = text_of(bytes)?;
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut state = State::default();
    let mut events = 0;
    loop {
        if events % CHUNK == 0 {
            ctx.checkpoint(reader.buffer_position(), text.len() as u64)?;
        }
        events += 1;
        let here = reader.buffer_position() as usize;
        let at = || position_of(text, here);
        let event = reader.read_event().map_err(|e| {
            let place = position_of(text, reader.error_position() as usize);
            refused(place, tr!("graphml-broken", error = e.to_string()), tr!("graphml-broken-help"))
        })?;
        match event {
            Event::Start(tag) => state.open(&tag, at)?,
            Event::End(_) => state.close()?,
            Event::Text(words) => state.text(&words.xml10_content()),
            Event::CData(words) => state.text(&words.xml10_content()),
            Event::GeneralRef(entity) => state.text(&character(&entity)),
            Event::Eof if state.stack.is_empty() => break,
            Event::Eof => {
                return Err(refused(position_of(text, text.len()), tr!("file-cut-off").to_owned(), tr!("file-cut-off-help")));
            }
            // A document type may declare entities; none of them is expanded, so none can explode.
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if !state.is_graphml {
        return Err(ImportError::NotThisFormat(tr!("graphml-no-root").to_owned()));
    }
    Ok((state.graph.finish()?, state.report))
}

fn refused(position: Position, message: String, help: &str) -> ImportError {
    ImportError::Refused(Diagnostic::at(Code::Syntax, position, message, help))
}

/// The character of a reference. Entities of the document itself are shown as they are written.
fn character(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return character.to_string();
    }
    let name = entity.xml10_content();
    quick_xml::escape::resolve_predefined_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

#[derive(Default)]
struct State {
    is_graphml: bool,
    stack: Vec<String>,
    /// Nodes and edges that are open; a node may contain a graph.
    parts: Vec<Part>,
    /// `<key>`: id → name.
    keys: HashMap<String, String>,
    /// The open `<data>`: its name.
    data: Option<String>,
    graph: Collector,
    report: Vec<Diagnostic>,
}

impl State {
    fn open(&mut self, tag: &BytesStart<'_>, at: impl Fn() -> Position) -> Result<(), ImportError> {
        if self.stack.len() >= MAX_DEPTH {
            return Err(refused(at(), tr!("graphml-deep", limit = MAX_DEPTH), tr!("graphml-deep-help")));
        }
        let name = tag.local_name().as_ref().to_owned();
        let attribute = |wanted: &str| {
            let found = tag.try_get_attribute(wanted).ok().flatten()?;
            found.normalized_value(XmlVersion::Implicit1_0).ok().map(|v| v.into_owned())
        };
        let need = |wanted: &str| {
            attribute(wanted).ok_or_else(|| {
                refused(at(), tr!("graphml-attribute", element = name.as_str(), attribute = wanted), tr!("graphml-attribute-help"))
            })
        };
        match name.as_str() {
            "graphml" => self.is_graphml = true,
            "key" => {
                let id = need("id")?;
                let called = attribute("attr.name").unwrap_or_else(|| id.clone());
                self.keys.insert(id, called.to_lowercase());
            }
            "node" => self.parts.push(part(need("id")?, None)),
            "edge" => {
                let ends = (need("source")?, need("target")?);
                self.parts.push(part(attribute("id").unwrap_or_default(), Some(ends)));
            }
            "hyperedge" => {
                let help = tr!("graphml-hyperedge-help");
                self.report.push(Diagnostic::at(Code::NotKept, at(), tr!("graphml-hyperedge"), help));
            }
            "data" if self.data.is_none() => {
                let key = need("key")?;
                let name = self.keys.get(&key).cloned().unwrap_or_else(|| key.to_lowercase());
                self.data = Some(name);
            }
            // yEd keeps sizes and labels in elements of its own inside <data>.
            "Geometry" => {
                if let Some(part) = self.parts.last_mut() {
                    part.width = attribute("width").and_then(|v| v.parse().ok());
                    part.height = attribute("height").and_then(|v| v.parse().ok());
                }
            }
            "NodeLabel" | "EdgeLabel" if self.data.is_some() => self.data = Some(DRAWN.to_owned()),
            _ => {}
        }
        self.stack.push(name);
        Ok(())
    }

    fn close(&mut self) -> Result<(), ImportError> {
        match self.stack.pop().as_deref() {
            Some("data") => self.data = None,
            Some("node" | "edge") => {
                if let Some(part) = self.parts.pop() {
                    self.take(part)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take(&mut self, part: Part) -> Result<(), ImportError> {
        let number = |names: &[&str]| part.first(names).and_then(|v| v.trim().parse::<f32>().ok());
        match &part.ends {
            Some((source, target)) => {
                let kind = part.first(KINDS).unwrap_or_default();
                self.graph.edge(source.clone(), target.clone(), kind.trim().to_owned());
            }
            None => {
                let width = part.width.or_else(|| number(&["w", "width"]));
                let height = part.height.or_else(|| number(&["h", "height"]));
                if !self.graph.node(part.id.clone(), part.first(LABELS), width, height) {
                    return Err(twice(&part.id));
                }
            }
        }
        Ok(())
    }

    fn text(&mut self, words: &str) {
        if let (Some(name), Some(part)) = (&self.data, self.parts.last_mut()) {
            part.data.entry(name.clone()).or_default().push_str(words);
        }
    }
}

fn part(id: String, ends: Option<(String, String)>) -> Part {
    Part { ends, id, data: HashMap::new(), width: None, height: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(inside: &str) -> Result<(PlainGraph, Vec<Diagnostic>), ImportError> {
        read(format!("<?xml version=\"1.0\"?>\n<graphml>{inside}</graphml>").as_bytes(), &TaskCtx::new())
    }

    #[test]
    fn labels_kinds_and_sizes() {
        let (graph, report) = check(
            r#"<key id="d0" for="node" attr.name="Label"/><key id="d1" for="edge" attr.name="type"/><key id="d2" attr.name="width"/>
            <graph><node id="a"><data key="d0">A &amp; B&#33;</data><data key="d2">90</data></node><node id="b"/>
            <edge source="b" target="a"><data key="d1">attacks</data></edge></graph>"#,
        )
        .unwrap();
        assert!(report.is_empty());
        assert_eq!((graph.nodes[0].label.as_str(), graph.nodes[0].size.x, graph.nodes[1].label.as_str()), ("A & B!", 90.0, "b"));
        assert_eq!((graph.edges[0].from, graph.edges[0].to, graph.edges[0].kind.as_str()), (1, 0, "attacks"));
    }

    #[test]
    fn nested_graphs_are_flat_and_hyperedges_reported() {
        let (graph, report) = check(
            "<graph><node id='a'><graph id='a:'><node id='a::b'/></graph></node><hyperedge><endpoint node='a'/></hyperedge>
            <edge source='a' target='a::b'/></graph>",
        )
        .unwrap();
        assert_eq!((graph.nodes.len(), graph.edges.len(), report.len(), report[0].code), (2, 1, 1, Code::NotKept));
    }

    #[test]
    fn broken_files_say_where() {
        let fails = |inside: &str, expected: &str| {
            let said = check(inside).unwrap_err().to_string();
            assert!(said.contains(expected), "{inside}: {said}");
        };
        fails("<graph>\n<node/></graph>", "<node> has no id");
        fails("<graph><node id='a'></graph>", "2:");
        fails("<graph><node id='a'/><node id='a'/></graph>", "Two nodes");
        fails("<graph><node id='a'/><edge source='a' target='z'/></graph>", "names the node “z”");
        fails(&"<graph>".repeat(400), "nested more than");
        assert!(read(b"<svg/>", &TaskCtx::new()).is_err());
        assert!(read(b"<graphml><graph>", &TaskCtx::new()).unwrap_err().to_string().contains("middle"));
    }

    #[test]
    fn entities_do_not_explode() {
        let bomb = "<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<graphml><key id='label' attr.name='label'/>\
                    <graph><node id='n'><data key='label'>&b;</data></node></graph></graphml>";
        let (graph, _) = read(bomb.as_bytes(), &TaskCtx::new()).unwrap();
        assert_eq!(graph.nodes[0].label, "&b;");
    }
}
