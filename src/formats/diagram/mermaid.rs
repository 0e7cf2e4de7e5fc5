//! Mermaid flowcharts (<https://mermaid.js.org/syntax/flowchart.html>), written.

use std::collections::HashMap;
use std::fmt::Write;

use super::{Diagram, DiagramBox, DiagramLine, all_losses, color, one_line};
use crate::base::{Cancelled, GroupId, NodeId, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss};
use crate::model::RelationKind;

/// Writes Mermaid.
pub struct Mermaid;

impl Exporter for Mermaid {
    fn name(&self) -> &'static str {
        "mermaid"
    }

    fn title(&self) -> &'static str {
        "Mermaid"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["mmd", "mermaid"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(all_losses(request, true))
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let bytes = written(&Diagram::of(request.map)).into_bytes();
        Ok(Exported { bytes, losses: self.losses(request, ctx)? })
    }
}

fn written(diagram: &Diagram) -> String {
    let numbers = diagram.numbers();
    let mut out = String::new();
    if !diagram.title.is_empty() {
        // Front matter is YAML: JSON's strings are YAML's.
        let _ = writeln!(out, "---\ntitle: {}\n---", serde_json::Value::from(one_line(&diagram.title)));
    }
    out.push_str("flowchart BT\n");
    group(&mut out, diagram, None, &numbers, 1);
    for (number, line) in diagram.lines.iter().enumerate() {
        edge(&mut out, line, number, &numbers);
    }
    out
}

fn group(out: &mut String, diagram: &Diagram, id: Option<GroupId>, numbers: &HashMap<NodeId, usize>, depth: usize) {
    let indent = "  ".repeat(depth);
    for b in diagram.boxes_in(id) {
        let Some(number) = numbers.get(&b.id) else { continue };
        let _ = writeln!(out, "{indent}n{number}{}", node(b));
    }
    for (inner, title) in diagram.groups_in(id) {
        let title = if title.is_empty() { " " } else { title };
        let _ = writeln!(out, "{indent}subgraph {inner}[{}]", quoted(title));
        group(out, diagram, Some(inner), numbers, depth + 1);
        let _ = writeln!(out, "{indent}end");
    }
}

fn node(b: &DiagramBox) -> String {
    let text = quoted(&b.lines().collect::<Vec<_>>().join("\n"));
    if b.joint.is_some() { format!("(({text}))") } else { format!("[{text}]") }
}

fn edge(out: &mut String, line: &DiagramLine, number: usize, numbers: &HashMap<NodeId, usize>) {
    let (Some(from), Some(to)) = (numbers.get(&line.from), numbers.get(&line.to)) else { return };
    let arrow = match (line.arrives, line.kind) {
        (false, _) => "---",
        (true, RelationKind::Support) => "-->",
        (true, RelationKind::Rebuttal) => "--x",
        (true, RelationKind::Contradiction) => "x--x",
        (true, RelationKind::Restatement | RelationKind::Preference) => "-.->",
    };
    let label = [if line.arrives { line.word() } else { "" }, &line.label].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let label = if label.is_empty() { String::new() } else { format!("|{}|", quoted(&label.join(": "))) };
    let _ = writeln!(out, "  n{from} {arrow}{label} n{to}");
    let dash = if line.kind == RelationKind::Support || !line.arrives { "" } else { ",stroke-dasharray:6 4" };
    let _ = writeln!(out, "  linkStyle {number} stroke:{},stroke-width:2px{dash}", color(line.kind, line.undercuts));
}

/// Text in quotes. All that Mermaid or HTML might take for a sign of its own becomes an entity, which Mermaid writes with `#`.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br/>"),
            c if c.is_control() => out.push(' '),
            c if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '-' | '\'' | '(' | ')' | '!' | '?' | ':' | '/') => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
