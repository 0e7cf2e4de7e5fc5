//! The native format: RON, canonical, versioned. Readable, one record a line, so that one change is one changed line.
//!
//! A file begins with its version: `format: 1`. Each version has its own wire types; opening an old file converts it forward,
//! saving writes the newest version.

mod complaint;
mod read;
mod registers;
mod strings;
mod texts;
mod wire_v1;
mod write;

use crate::base::{Cancelled, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, ImportError, Imported, Importer, Loss};
use crate::model::ArgumentMap;
use crate::tr;

/// The newest version of the format, and the one that is written.
pub const CURRENT: u32 = 1;
/// Most entries that one list of records may have: nodes, speakers, sources, groups, placements.
pub const MAX_RECORDS: usize = 1_000_000;
/// Most edges.
pub const MAX_EDGES: usize = 1_000_000;
/// Levels of nesting as the parser counts them: brackets, records, fields. A map needs about twenty.
pub const MAX_DEPTH: usize = 64;

/// The native format.
#[derive(Clone, Copy, Debug)]
pub struct Ron;

const NAME: &str = "ron";
const EXTENSIONS: &[&str] = &["ron"];

impl Importer for Ron {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        tr!("format-native")
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        looks_like_a_map(bytes)
    }

    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        Ok(Imported { map: read::read(bytes, ctx)?, report: Vec::new() })
    }
}

impl Exporter for Ron {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        tr!("format-native")
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn losses(&self, _request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(Vec::new())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        Ok(Exported { bytes: to_whole_text(request.map).into_bytes(), losses: Vec::new() })
    }
}

/// The canonical text of a map: what is saved. The words of texts that are kept beside the map are not in it.
pub fn to_text(map: &ArgumentMap) -> String {
    write::write(map, false)
}

/// The same with the words of every text: for a copy that has to stand by itself.
pub fn to_whole_text(map: &ArgumentMap) -> String {
    write::write(map, true)
}

/// Whether the first thing in the file, comments aside, is a parenthesis with a named field behind it.
fn looks_like_a_map(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let head = match std::str::from_utf8(head) {
        Ok(text) => text,
        // A character may be cut in two at the end of the head.
        Err(error) => std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
    };
    let after_comments = |text: &str| -> usize {
        let mut rest = text.trim_start_matches('\u{feff}').trim_start();
        loop {
            let skipped = match rest.get(..2) {
                Some("//") => rest.find('\n').map(|end| end + 1),
                Some("/*") => rest.find("*/").map(|end| end + 2),
                _ => break text.len() - rest.len(),
            };
            rest = rest[skipped.unwrap_or(rest.len())..].trim_start();
        }
    };
    let Some(inside) = head[after_comments(head)..].strip_prefix('(') else { return false };
    let inside = &inside[after_comments(inside)..];
    let behind_name = inside.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    behind_name.len() < inside.len() && behind_name.trim_start().starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_map;

    #[test]
    fn maps_are_told_by_their_beginning() {
        for yes in ["(format: 1)", "\u{feff}// by hand\n/* and\n more */ (\n  // first\n  format : 1,", "(title:\"x\")"] {
            assert!(looks_like_a_map(yes.as_bytes()), "{yes}");
        }
        for no in ["", "(", "(1) A premise.", "[A]: x", "{\"format\": 1}", "// only a comment", "/* open", "(: 1)", "<graphml/>", "/"] {
            assert!(!looks_like_a_map(no.as_bytes()), "{no}");
        }
        assert!(!looks_like_a_map(&[0xff, 0xfe, b'(', 0]));
    }
}
