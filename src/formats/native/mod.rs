//! The native format: RON, canonical, versioned. Readable, one record a line, so that one change is one changed line.

use crate::base::TaskCtx;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, ImportError, Imported, Importer, Loss};
use crate::model::ArgumentMap;

/// The newest version of the format, and the one that is written.
pub const CURRENT: u32 = 1;

/// The native format.
#[derive(Clone, Copy, Debug)]
pub struct Ron;

const NAME: &str = "ron";
const TITLE: &str = "Argument map (RON)";
const EXTENSIONS: &[&str] = &["ron"];

impl Importer for Ron {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        TITLE
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let _ = bytes;
        false
    }

    fn import(&self, _bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        ctx.checkpoint(0, 1)?;
        Err(ImportError::NotThisFormat(String::new()))
    }
}

impl Exporter for Ron {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        TITLE
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn losses(&self, _map: &ArgumentMap) -> Vec<Loss> {
        Vec::new()
    }

    fn export(&self, _request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        Ok(Exported { bytes: Vec::new(), losses: Vec::new() })
    }
}
