//! File formats: bytes in, bytes out. A format is one file or folder here plus one line in [`IMPORTERS`] or [`EXPORTERS`];
//! dialogs, command-line help, detection and tests iterate these lists.

pub mod annotation;
pub mod argdown;
pub mod diagram;
pub mod document;
pub mod graphml;
pub mod html;
pub mod json;
mod loss;
pub mod markdown;
pub mod native;
pub mod outline;
pub mod pdf;
mod picture;
pub mod plain_graph;
pub mod png;
pub mod prov;
mod quotations;
pub mod reference;
mod request;
pub mod schema_org;
pub mod sheet;
pub mod stances;
pub mod svg;
pub mod table;
mod text;

pub use loss::{Loss, Lost};
pub use request::{ExportOptions, ExportRequest, Page, Portion, Profile, Scope};
pub use text::text_of;

use crate::base::{Cancelled, Diagnostic, TaskCtx};
use crate::model::ArgumentMap;
pub use crate::render::ThemeName;
use crate::tr;

/// Longest file that is read, in bytes: 64 MiB. A map of 100,000 nodes has about 20 MiB.
pub const MAX_BYTES: usize = 64 << 20;

/// Every format that can be read. Where several claim a file, the first one wins.
pub static IMPORTERS: &[&dyn Importer] = &[
    &native::Ron,
    &argdown::Argdown,
    &graphml::GraphMl,
    &annotation::WebAnnotation,
    &plain_graph::GraphJson,
    &reference::csl::Csl,
    &reference::bibtex::Bibtex,
    &outline::Outline,
];

/// Every format that can be written.
pub static EXPORTERS: &[&dyn Exporter] = &[
    &native::Ron,
    &argdown::Argdown,
    &svg::Svg,
    &png::Png,
    &pdf::Pdf,
    &html::Html,
    &markdown::Markdown,
    &table::Csv,
    &json::Json,
    &annotation::WebAnnotation,
    &diagram::dot::Dot,
    &diagram::graphml::GraphMlOut,
    &diagram::mermaid::Mermaid,
    &diagram::tgf::Tgf,
    &sheet::html::SheetHtml,
    &sheet::markdown::SheetMarkdown,
    &stances::BLAME_CSV,
    &stances::BLAME_MARKDOWN,
    &stances::STANCES_CSV,
    &stances::STANCES_MARKDOWN,
    &prov::Prov,
    &schema_org::SchemaOrg,
    &reference::csl::Csl,
    &reference::bibtex::Bibtex,
];

/// Reads one format.
pub trait Importer: Sync {
    /// The short name that people type: `--from ron`.
    fn name(&self) -> &'static str;

    /// The name shown in dialogs.
    fn title(&self) -> &'static str;

    /// Usual endings of its files, lower case, without the dot; the commonest first.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether the content looks like this format. Cheap: looks at the beginning only.
    fn sniff(&self, bytes: &[u8]) -> bool;

    /// Reads a map. What can be recovered from is reported in [`Imported::report`].
    ///
    /// # Errors
    /// [`ImportError`] where no map can be made of the bytes.
    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError>;
}

/// Writes one format.
pub trait Exporter: Sync {
    /// The short name that people type: `--to ron`.
    fn name(&self) -> &'static str;

    /// The name shown in dialogs.
    fn title(&self) -> &'static str;

    /// Usual endings of its files, lower case, without the dot; the commonest first.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether it draws the map: everything in it needs a place first, and what the view hides is left to it to hide.
    fn is_picture(&self) -> bool {
        false
    }

    /// What of the request the format cannot hold, by kind with counts, so that people hear of it before anything is written. What the
    /// scope leaves out is no loss of the format. Telling may take as long as drawing.
    ///
    /// # Errors
    /// [`Cancelled`] once nobody waits for it any more.
    fn losses(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled>;

    /// Writes what is asked for.
    ///
    /// # Errors
    /// [`ExportError`] where no file can be made of the map.
    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError>;
}

/// A map that was read.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The map.
    pub map: ArgumentMap,
    /// What was recovered from or not kept, with positions in the file.
    pub report: Vec<Diagnostic>,
}

/// No map can be made of the bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The content is of another format, or of none that is known.
    #[error("{0}")]
    NotThisFormat(String),
    /// The content is of this format but cannot be read: what, where, how to mend it.
    #[error("{}", in_one_line(.0))]
    Refused(Diagnostic),
    /// More than this build is willing to read.
    #[error("{}", tr!("file-too-large", found = *found, what = *what, limit = *limit))]
    TooLarge {
        /// What there is too much of, in the plural.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many are allowed.
        limit: u64,
    },
    /// Somebody cancelled the reading.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

fn in_one_line(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.position.map(|p| format!("{p}: ")).unwrap_or_default();
    format!("{place}{} {}", diagnostic.message, diagnostic.help).trim_end().to_owned()
}

/// A file that was made.
#[derive(Clone, Debug)]
pub struct Exported {
    /// Its content.
    pub bytes: Vec<u8>,
    /// What it does not hold.
    pub losses: Vec<Loss>,
}

/// No file can be made of the map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The format cannot show this map as asked: why, and what to do instead.
    #[error("{0}")]
    Refused(String),
    /// Somebody cancelled the writing.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// The importer of that short name.
pub fn importer(name: &str) -> Option<&'static dyn Importer> {
    IMPORTERS.iter().copied().find(|i| i.name().eq_ignore_ascii_case(name))
}

/// The exporter of that short name.
pub fn exporter(name: &str) -> Option<&'static dyn Exporter> {
    EXPORTERS.iter().copied().find(|e| e.name().eq_ignore_ascii_case(name))
}

/// The exporter that a file name's ending asks for: of `map.sheet.md` the one for `sheet.md`, not that for `md`.
pub fn exporter_for(file_name: &str) -> Option<&'static dyn Exporter> {
    let length = |e: &dyn Exporter| e.extensions().iter().filter(|ending| has_extension(file_name, &[ending])).map(|e| e.len()).max();
    let fitting = EXPORTERS.iter().copied().filter_map(|e| Some((length(e)?, e)));
    // The first of the longest.
    fitting.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, e)| e)
}

/// The importer for a file, by its name and its first bytes. The name decides between importers that both know the content
/// ("map.argdown" is not guessed at); where no importer knows the ending, the content decides.
pub fn detect(file_name: &str, bytes: &[u8]) -> Option<&'static dyn Importer> {
    let named = || IMPORTERS.iter().copied().filter(|i| has_extension(file_name, i.extensions()));
    named().find(|i| i.sniff(bytes)).or_else(|| named().next()).or_else(|| IMPORTERS.iter().copied().find(|i| i.sniff(bytes)))
}

/// Whether a file's name ends in one of these endings.
pub fn has_extension(file_name: &str, extensions: &[&str]) -> bool {
    let lower = file_name.to_lowercase();
    extensions.iter().any(|e| lower.strip_suffix(e).is_some_and(|stem| stem.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::{EXPORTERS, ExportError, ExportOptions, ExportRequest, IMPORTERS, Page, Profile, detect, exporter_for, has_extension};
    use crate::base::{Cancelled, NodeId, TaskCtx, ViewId};
    use crate::model::{ArgumentMap, Claim, Group, MapBuilder, Placement};

    /// Claims in two groups that bear on each other.
    fn map() -> ArgumentMap {
        let mut b = MapBuilder::new(1);
        let groups = ["One", "Two"].map(|title| b.group(Group { title: title.to_owned(), ..Group::default() }));
        let claims: Vec<NodeId> =
            (0..6).map(|i| b.node(Claim { group: Some(groups[i % 2]), ..Claim::new(format!("Claim {i}")) })).collect();
        for (i, claim) in claims.iter().enumerate() {
            b.place(ViewId::main(), *claim, Placement { x: (i % 2) as i32 * 300, y: (i / 2) as i32 * 160, pinned: false });
            b.rebut(&[*claim], claims[(i + 1) % claims.len()]);
        }
        b.finish()
    }

    #[test]
    fn every_export_moves_one_bar_from_end_to_end_and_stops_anywhere() {
        let map = map();
        for exporter in EXPORTERS {
            let profiles = if exporter.is_picture() { Profile::ALL } else { &[Profile::Screen] };
            for profile in profiles {
                let options = ExportOptions { page: Page::A4, ..ExportOptions::of(*profile) };
                let request = ExportRequest { options, ..ExportRequest::new(&map) };
                let name = format!("{} {profile:?}", exporter.name());
                let ctx = TaskCtx::new();
                assert!(exporter.export(&request, &ctx).is_ok(), "{name}");
                let told = ctx.told();
                assert!(told.is_sorted(), "{name}: {told:?}");
                assert!(!exporter.is_picture() || told.last() == Some(&1.0), "{name}: {told:?}");
                for nth in [1, told.len() / 2, told.len() * 9 / 10].into_iter().filter(|nth| *nth > 0) {
                    let ctx = TaskCtx::cancelled_at(nth);
                    let stopped = exporter.export(&request, &ctx).map(drop);
                    assert_eq!(stopped, Err(ExportError::Cancelled(Cancelled)), "{name} at {nth} of {}", told.len());
                }
                let ctx = TaskCtx::new();
                assert!(exporter.losses(&request, &ctx).is_ok(), "{name}");
                let told = ctx.told();
                assert!(told.is_sorted(), "{name}, losses: {told:?}");
                for nth in 1..=told.len() {
                    assert_eq!(exporter.losses(&request, &TaskCtx::cancelled_at(nth)), Err(Cancelled), "{name}, losses at {nth}");
                }
            }
        }
    }

    #[test]
    fn names_and_endings_are_well_formed() {
        let names = IMPORTERS.iter().map(|i| (i.name(), i.extensions())).chain(EXPORTERS.iter().map(|e| (e.name(), e.extensions())));
        for (name, extensions) in names {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{name}");
            assert!(!extensions.is_empty() && extensions.iter().all(|e| e.to_lowercase() == **e && !e.starts_with('.')), "{name}");
        }
    }

    #[test]
    fn files_are_detected_by_ending_then_by_content() {
        let check = |file: &str, content: &str, expected: Option<&str>| {
            assert_eq!(detect(file, content.as_bytes()).map(|i| i.name()), expected, "{file}");
        };
        check("map.ron", "(\n  format: 1,\n)\n", Some("ron"));
        check("Map.RON", "nonsense", Some("ron"));
        check("map.backup", "// by hand\n(format: 1)", Some("ron"));
        check("map.zip", "PK\u{3}\u{4}", None);
        assert_eq!(exporter_for("a.b.ron").map(|e| e.name()), Some("ron"));
        assert!(exporter_for("ron").is_none() && exporter_for("").is_none());
        assert!(has_extension("x.ad.md", &["ad.md"]) && !has_extension("bad.md", &["ad.md"]));
    }
}
