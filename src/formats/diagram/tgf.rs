//! TGF, the Trivial Graph Format that yEd reads: `1 label` a box, a line with `#`, `1 2 label` a line.

use std::fmt::Write;

use super::{Diagram, all_losses, one_line};
use crate::base::{Cancelled, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss};

/// Writes TGF.
pub struct Tgf;

impl Exporter for Tgf {
    fn name(&self) -> &'static str {
        "tgf"
    }

    fn title(&self) -> &'static str {
        "Trivial graph (TGF)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["tgf"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(all_losses(request, false))
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
    for (number, b) in diagram.boxes.iter().enumerate() {
        let said = if b.said.is_empty() { String::new() } else { format!(" ({})", b.said.join("; ")) };
        let _ = writeln!(out, "{} {}", number + 1, one_line(&format!("{}{said}", b.label)));
    }
    out.push_str("#\n");
    for line in &diagram.lines {
        if let (Some(from), Some(to)) = (numbers.get(&line.from), numbers.get(&line.to)) {
            let _ = writeln!(out, "{} {} {}", from + 1, to + 1, one_line(&format!("{} {}", line.word(), line.label)));
        }
    }
    out
}
