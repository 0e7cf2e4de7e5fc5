//! GraphML (<http://graphml.graphdrawing.org>), written so that labels and kinds are seen in yEd (by its own graphics), in Gephi and in
//! networkx (as attributes).

use std::collections::BTreeMap;
use std::fmt::Write;

use emath::{Pos2, Vec2, pos2};

use super::{Diagram, DiagramBox, DiagramLine, all_losses, color, wrapped};
use crate::base::text::xml_escaped;
use crate::base::{Cancelled, NodeId, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss};
use crate::model::RelationKind;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:y=\"http://www.yworks.com/xml/graphml\" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">
  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>
  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>
  <key id=\"said\" for=\"node\" attr.name=\"said\" attr.type=\"string\"/>
  <key id=\"group\" for=\"node\" attr.name=\"group\" attr.type=\"string\"/>
  <key id=\"x\" for=\"node\" attr.name=\"x\" attr.type=\"double\"/>
  <key id=\"y\" for=\"node\" attr.name=\"y\" attr.type=\"double\"/>
  <key id=\"relation\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>
  <key id=\"step\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>
  <key id=\"box\" for=\"node\" yfiles.type=\"nodegraphics\"/>
  <key id=\"line\" for=\"edge\" yfiles.type=\"edgegraphics\"/>
";

/// Characters in a line of a box.
const WIDTH: usize = 34;
/// How many steps that bear on steps are followed for a place.
const ROUNDS: usize = 8;
/// Where a box stands that hangs on one other alone.
const ASIDE: Vec2 = Vec2::new(140.0, 70.0);

/// Writes GraphML.
pub struct GraphMlOut;

impl Exporter for GraphMlOut {
    fn name(&self) -> &'static str {
        "graphml"
    }

    fn title(&self) -> &'static str {
        "GraphML"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["graphml"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(all_losses(request, true))
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let diagram = Diagram::of(request.map);
        let mut out = HEAD.to_owned();
        let _ = writeln!(out, "  <graph id=\"map\" edgedefault=\"directed\">");
        let places = places(&diagram, request);
        for b in &diagram.boxes {
            node(&mut out, &diagram, b, places.get(&b.id).copied());
        }
        for (number, line) in diagram.lines.iter().enumerate() {
            edge(&mut out, line, number);
        }
        out.push_str("  </graph>\n</graphml>\n");
        Ok(Exported { bytes: out.into_bytes(), losses: self.losses(request, ctx)? })
    }
}

/// Where boxes stand: claims where the view has them, what has no place of its own amid what its lines lead to. Without places such
/// programs pile everything up in a corner.
fn places(diagram: &Diagram, request: &ExportRequest<'_>) -> BTreeMap<NodeId, Pos2> {
    let placed = |b: &DiagramBox| Some((b.id, request.map.placement(request.view, b.id)?));
    let mut places: BTreeMap<NodeId, Pos2> =
        diagram.boxes.iter().filter_map(placed).map(|(id, at)| (id, pos2(at.x as f32, at.y as f32))).collect();
    let mut lines: BTreeMap<NodeId, Vec<(NodeId, bool)>> = BTreeMap::new();
    for line in &diagram.lines {
        lines.entry(line.from).or_default().push((line.to, true));
        lines.entry(line.to).or_default().push((line.from, !line.arrives));
    }
    // What hangs on something that hangs on something that has a place: each round knows more.
    for _ in 0..ROUNDS {
        let found: Vec<(NodeId, Pos2)> = diagram
            .boxes
            .iter()
            .filter(|b| !places.contains_key(&b.id))
            .filter_map(|b| {
                let own = lines.get(&b.id)?.iter().filter(|(_, own)| *own).filter_map(|(other, _)| places.get(other));
                let (sum, count) = own.fold((Vec2::ZERO, 0.0), |(sum, count), at| (sum + at.to_vec2(), count + 1.0));
                let aside = if count > 1.0 { Vec2::ZERO } else { ASIDE };
                (count > 0.0).then(|| (b.id, (sum / count + aside).round().to_pos2()))
            })
            .collect();
        if found.is_empty() {
            break;
        }
        places.extend(found);
    }
    places
}

fn node(out: &mut String, diagram: &Diagram, b: &DiagramBox, at: Option<Pos2>) {
    let mut data = vec![("label", b.label.clone()), ("kind", b.kind.to_owned())];
    if !b.said.is_empty() {
        data.push(("said", b.said.join("; ")));
    }
    data.extend(b.group.and_then(|id| diagram.groups.get(&id)).map(|(title, _)| ("group", title.clone())));
    data.extend(at.into_iter().flat_map(|at| [("x", at.x.to_string()), ("y", at.y.to_string())]));
    let _ = writeln!(out, "    <node id=\"{}\">", b.id);
    for (key, value) in data {
        let _ = writeln!(out, "      <data key=\"{key}\">{}</data>", xml_escaped(&value));
    }
    let label: Vec<String> = b.lines().map(|line| wrapped(line, WIDTH)).collect();
    let label = label.join("\n");
    let size = if b.joint.is_some() { Vec2::splat(24.0) } else { Vec2::new(230.0, 20.0 + 16.0 * label.lines().count() as f32) };
    let place = at.map(|at| format!(" x=\"{}\" y=\"{}\"", at.x - size.x / 2.0, at.y - size.y / 2.0)).unwrap_or_default();
    let border = b.joint.map_or("#8A94A3", |kind| color(kind, b.kind == "undercut"));
    let shape = if b.joint.is_some() { "ellipse" } else { "roundrectangle" };
    let _ = writeln!(out, "      <data key=\"box\"><y:ShapeNode><y:Geometry width=\"{}\" height=\"{}\"{place}/>", size.x, size.y);
    let _ = writeln!(
        out,
        "        <y:Fill color=\"#FFFFFF\" transparent=\"false\"/><y:BorderStyle color=\"{border}\" type=\"line\" width=\"1.0\"/>"
    );
    let _ = writeln!(
        out,
        "        <y:NodeLabel>{}</y:NodeLabel><y:Shape type=\"{shape}\"/></y:ShapeNode></data>\n    </node>",
        xml_escaped(&label)
    );
}

fn edge(out: &mut String, line: &DiagramLine, number: usize) {
    let _ = writeln!(out, "    <edge id=\"e{number}\" source=\"{}\" target=\"{}\">", line.from, line.to);
    let _ = writeln!(out, "      <data key=\"relation\">{}</data>", line.word());
    if !line.label.is_empty() {
        let _ = writeln!(out, "      <data key=\"step\">{}</data>", xml_escaped(&line.label));
    }
    let (dash, head) = match line.kind {
        RelationKind::Support => ("line", "standard"),
        RelationKind::Rebuttal | RelationKind::Contradiction => ("dashed", "t_shape"),
        RelationKind::Restatement | RelationKind::Preference => ("dotted", "plain"),
    };
    let head = if line.arrives { head } else { "none" };
    let tail = if line.arrives && line.kind == RelationKind::Contradiction { head } else { "none" };
    let color = color(line.kind, line.undercuts);
    let label = if line.label.is_empty() { String::new() } else { format!("<y:EdgeLabel>{}</y:EdgeLabel>", xml_escaped(&line.label)) };
    let _ = writeln!(
        out,
        "      <data key=\"line\"><y:PolyLineEdge><y:LineStyle color=\"{color}\" type=\"{dash}\" width=\"2.0\"/><y:Arrows source=\"{tail}\" target=\"{head}\"/>{label}</y:PolyLineEdge></data>\n    </edge>"
    );
}
