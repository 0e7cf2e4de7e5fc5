//! The tables of who blames whom and who agrees with whom, as CSV (RFC 4180) and as Markdown.

use std::fmt::Write;

use crate::base::{Cancelled, TaskCtx};
use crate::formats::markdown::escaped;
use crate::formats::table::harmless;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost};
use crate::provenance::tables::Table;
use crate::tr;

/// How a table is written.
enum Notation {
    Csv,
    Markdown,
}

/// Writes one of the tables.
pub struct Stances {
    table: Table,
    notation: Notation,
}

/// Outcomes, causes and speakers for spreadsheets.
pub static BLAME_CSV: Stances = Stances { table: Table::Blame, notation: Notation::Csv };
/// Outcomes, causes and speakers to be read.
pub static BLAME_MARKDOWN: Stances = Stances { table: Table::Blame, notation: Notation::Markdown };
/// Claims and speakers for spreadsheets.
pub static STANCES_CSV: Stances = Stances { table: Table::Stances, notation: Notation::Csv };
/// Claims and speakers to be read.
pub static STANCES_MARKDOWN: Stances = Stances { table: Table::Stances, notation: Notation::Markdown };

impl Exporter for Stances {
    fn name(&self) -> &'static str {
        match (self.table, &self.notation) {
            (Table::Blame, Notation::Csv) => "blame-csv",
            (Table::Blame, Notation::Markdown) => "blame-md",
            (Table::Stances, Notation::Csv) => "stances-csv",
            (Table::Stances, Notation::Markdown) => "stances-md",
        }
    }

    fn title(&self) -> &'static str {
        match (self.table, &self.notation) {
            (Table::Blame, Notation::Csv) => tr!("format-blame-csv"),
            (Table::Blame, Notation::Markdown) => tr!("format-blame-markdown"),
            (Table::Stances, Notation::Csv) => tr!("format-stances-csv"),
            (Table::Stances, Notation::Markdown) => tr!("format-stances-markdown"),
        }
    }

    fn extensions(&self) -> &'static [&'static str] {
        match (self.table, &self.notation) {
            (Table::Blame, Notation::Csv) => &["blame.csv"],
            (Table::Blame, Notation::Markdown) => &["blame.md"],
            (Table::Stances, Notation::Csv) => &["stances.csv"],
            (Table::Stances, Notation::Markdown) => &["stances.md"],
        }
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let map = request.map;
        let mut lost = Lost::default();
        lost.add("loss-relations", map.relations().count());
        lost.add("loss-quotations", map.attributions().map(|(_, said)| said.quotes.len()).sum());
        lost.add("loss-places", map.views().values().map(|view| view.placements.len()).sum());
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let rows = self.table.rows(request.map);
        let columns = self.table.columns();
        let bytes = match self.notation {
            Notation::Csv => {
                let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
                let failed = |error: csv::Error| ExportError::Refused(error.to_string());
                writer.write_record(&columns).map_err(failed)?;
                for row in &rows {
                    writer.write_record(row.cells.iter().map(|cell| harmless(cell).into_owned())).map_err(failed)?;
                }
                writer.into_inner().map_err(|error| ExportError::Refused(error.to_string()))?
            }
            Notation::Markdown => {
                // Writing to a string cannot fail.
                let mut out = format!("# {}\n\n", self.table.title());
                let _ = writeln!(out, "| {} |", columns.join(" | "));
                let _ = writeln!(out, "|{}", " --- |".repeat(columns.len()));
                for row in &rows {
                    let cells: Vec<String> = row.cells.iter().map(|cell| escaped(cell)).collect();
                    let _ = writeln!(out, "| {} |", cells.join(" | "));
                }
                out.into_bytes()
            }
        };
        Ok(Exported { bytes, losses: self.losses(request, ctx)? })
    }
}
