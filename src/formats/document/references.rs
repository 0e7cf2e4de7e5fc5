//! Lists of references: sources without their texts, to be added to those of a map.

use super::{Document, DocumentReader};
use crate::base::TaskCtx;
use crate::formats::reference::bibtex::Bibtex;
use crate::formats::reference::csl::Csl;
use crate::formats::{ImportError, Importer};

/// Reads what an importer of references makes of a file.
pub(super) struct References(&'static dyn Importer);

/// CSL-JSON, as Zotero writes it.
pub(super) const CSL: References = References(&Csl);
/// BibTeX.
pub(super) const BIBTEX: References = References(&Bibtex);

impl DocumentReader for References {
    fn title(&self) -> &'static str {
        self.0.title()
    }

    fn extensions(&self) -> &'static [&'static str] {
        self.0.extensions()
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        self.0.sniff(bytes)
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let map = self.0.import(bytes, ctx)?.map;
        let named = |authors: &[crate::base::SpeakerId]| {
            authors.iter().filter_map(|author| map.speaker(*author)).map(|speaker| speaker.name.clone()).collect()
        };
        let document = |source: &crate::model::Source| Document {
            title: source.title.clone(),
            authors: named(&source.authors),
            date: source.date.clone(),
            venue: source.venue.clone(),
            url: source.url.clone(),
            archive_url: source.archive_url.clone(),
            note: source.note.clone(),
            is_reference: true,
            ..Document::new(source.kind, String::new())
        };
        Ok(map.sources().values().map(document).collect())
    }
}
