//! DOT, the language of Graphviz (<https://graphviz.org/doc/info/lang.html>), written.

use std::fmt::Write;

use super::{Diagram, DiagramBox, DiagramLine, all_losses, color, wrapped};
use crate::base::{Cancelled, GroupId, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss};
use crate::model::RelationKind;

/// Characters in a line of a box.
const WIDTH: usize = 34;

/// Writes DOT.
pub struct Dot;

impl Exporter for Dot {
    fn name(&self) -> &'static str {
        "dot"
    }

    fn title(&self) -> &'static str {
        "Graphviz (DOT)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["dot", "gv"]
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
    let mut out = String::new();
    let _ = writeln!(out, "digraph {} {{", quoted(&diagram.title));
    out.push_str("  rankdir=BT;\n  graph [fontname=\"Noto Sans,Helvetica,sans-serif\", labeljust=l];\n");
    out.push_str("  node [shape=box, style=\"rounded,filled\", fillcolor=white, color=\"#8A94A3\", fontname=\"Noto Sans,Helvetica,sans-serif\", fontsize=11];\n");
    out.push_str("  edge [fontname=\"Noto Sans,Helvetica,sans-serif\", fontsize=9, penwidth=1.4];\n");
    if !diagram.title.is_empty() {
        let _ = writeln!(out, "  label={}; labelloc=t;", quoted(&diagram.title));
    }
    group(&mut out, diagram, None, 1);
    diagram.lines.iter().for_each(|line| edge(&mut out, line));
    out.push_str("}\n");
    out
}

/// The boxes of a group, and the groups in it.
fn group(out: &mut String, diagram: &Diagram, id: Option<GroupId>, depth: usize) {
    let indent = "  ".repeat(depth);
    for b in diagram.boxes_in(id) {
        let _ = writeln!(out, "{indent}{}", node(b));
    }
    for (inner, title) in diagram.groups_in(id) {
        let _ = writeln!(out, "{indent}subgraph \"cluster_{inner}\" {{");
        let _ = writeln!(out, "{indent}  label={}; color=\"#C3CAD4\"; style=rounded;", quoted(title));
        group(out, diagram, Some(inner), depth + 1);
        let _ = writeln!(out, "{indent}}}");
    }
}

fn node(b: &DiagramBox) -> String {
    let id = quoted(&b.id.to_string());
    match b.joint {
        Some(kind) => {
            let color = color(kind, b.kind == "undercut");
            let said = quoted(&b.lines().collect::<Vec<_>>().join("\n"));
            format!(
                "{id} [shape=circle, label={said}, fontcolor=\"{color}\", color=\"{color}\", margin=0, width=0.25, class={}];",
                quoted(b.kind)
            )
        }
        None => {
            let label: Vec<String> = b.lines().map(|line| wrapped(line, WIDTH)).collect();
            format!("{id} [label={}, class={}];", quoted(&label.join("\n")), quoted(b.kind))
        }
    }
}

fn edge(out: &mut String, line: &DiagramLine) {
    let style = match line.kind {
        RelationKind::Support => "solid",
        RelationKind::Rebuttal | RelationKind::Contradiction => "dashed",
        RelationKind::Restatement | RelationKind::Preference => "dotted",
    };
    let head = match (line.arrives, line.kind) {
        (false, _) => "none",
        (true, RelationKind::Rebuttal | RelationKind::Contradiction) => "tee",
        (true, RelationKind::Support) => "normal",
        (true, RelationKind::Restatement | RelationKind::Preference) => "open",
    };
    let both = if line.arrives && line.kind == RelationKind::Contradiction { ", dir=both, arrowtail=tee" } else { "" };
    let label = if line.label.is_empty() { String::new() } else { format!(", label={}", quoted(&wrapped(&line.label, WIDTH))) };
    let color = color(line.kind, line.undercuts);
    let (from, to, class) = (quoted(&line.from.to_string()), quoted(&line.to.to_string()), line.word());
    let _ = writeln!(
        out,
        "  {from} -> {to} [color=\"{color}\", fontcolor=\"{color}\", style={style}, arrowhead={head}{both}{label}, class=\"{class}\"];"
    );
}

/// A string of DOT. Graphviz reads backslashes and, in labels, entities.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
