//! The source sheet as Markdown with task boxes, as GitHub and Pandoc read them.

use std::fmt::Write;

use super::{entries, heading, summary};
use crate::base::{Cancelled, TaskCtx};
use crate::formats::markdown::{escaped, link};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost};
use crate::tr;

/// Writes the sheet.
pub struct SheetMarkdown;

impl Exporter for SheetMarkdown {
    fn name(&self) -> &'static str {
        "sheet-md"
    }

    fn title(&self) -> &'static str {
        tr!("format-sheet-markdown")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["sheet.md"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(losses(request))
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let entries = entries(request.map);
        let mut out = format!("# {}\n\n{}\n", escaped(&heading(request.map)), escaped(&summary(&entries)));
        let mut had_gaps = None;
        for (i, entry) in entries.iter().enumerate() {
            ctx.checkpoint(i as u64, entries.len() as u64)?;
            let has_gaps = entry.gap_count() > 0;
            if had_gaps.replace(has_gaps) != Some(has_gaps) {
                let _ = write!(out, "\n## {}\n", if has_gaps { tr!("sheet-with-gaps") } else { tr!("sheet-complete") });
            }
            // Writing to a string cannot fail.
            let _ = write!(out, "\n- [ ] **{}** `{}`\n", escaped(&entry.text), entry.id);
            for gap in &entry.gaps {
                let _ = writeln!(out, "  - **{}:** {}", tr!("sheet-gap"), escaped(gap));
            }
            for flag in &entry.flags {
                let _ = writeln!(out, "  - *{}:* {}", tr!("sheet-flag"), escaped(flag));
            }
            for line in &entry.lines {
                let indent = "  ".repeat(1 + line.depth.min(8));
                let quotes: String = line.quotes.iter().map(|quote| format!(" “{}”", escaped(quote))).collect();
                let _ = writeln!(out, "{indent}- [ ] {}{}{quotes}", escaped(&line.act), if quotes.is_empty() { "" } else { ":" });
                for (name, value) in &line.facts {
                    let _ = writeln!(out, "{indent}  - {name}: {}", escaped(value));
                }
                for url in &line.links {
                    let _ = writeln!(out, "{indent}  - {}: {}", tr!("field-address"), link(url));
                }
                if !line.gaps.is_empty() {
                    let _ = writeln!(out, "{indent}  - **{}:** {}", tr!("sheet-gap"), escaped(&line.gaps.join(", ")));
                }
            }
        }
        Ok(Exported { bytes: out.into_bytes(), losses: self.losses(request, ctx)? })
    }
}

/// The sheet is about who says what; what speaks for and against it is not in it.
pub(super) fn losses(request: &ExportRequest<'_>) -> Vec<Loss> {
    let mut lost = Lost::default();
    lost.add("loss-relations", request.map.relations().count());
    lost.add("loss-places", request.map.views().values().map(|view| view.placements.len()).sum());
    lost.into_losses()
}
