//! The text of a source, unaltered, with what tells that it is.

use std::sync::Arc;

use crate::base::{Sha256, SourceId};
use crate::model::{ArgumentMap, Record, RecordId};

/// Longest text of a source, in bytes: the Bible has 5 MB.
pub const MAX_TEXT_BYTES: usize = 16 << 20;

/// Where the words of a text stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// In the map's file.
    #[default]
    Inside,
    /// In a file of their own, named from the folder of the map: `texts/so_7wd2k1-9f86d081884c.txt`.
    Beside(String),
}

/// Whether a text is what was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState {
    /// Byte for byte.
    Intact,
    /// Its SHA-256 is another one.
    Altered,
    /// It is kept beside the map, and there it is not.
    Missing,
}

/// One version of the text of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    text: Option<Arc<str>>,
    sha256: Sha256,
    state: TextState,
    /// Where the words stand.
    pub keeping: Keeping,
    /// When it was imported: RFC 3339 in UTC, to the second.
    pub imported: String,
    /// The name of the file that it was read from; empty where it was pasted.
    pub file: String,
    /// The date that the document itself stated: ISO 8601, as precise as stated ([`crate::base::date`]).
    pub stated_date: String,
}

impl SourceText {
    /// A text as imported now.
    pub fn new(text: impl Into<Arc<str>>, imported: impl Into<String>) -> Self {
        let text = text.into();
        let sha256 = Sha256::of(text.as_bytes());
        Self::kept(Some(text), sha256, imported)
    }

    /// A text that was stored, with the sum that it had when it was imported; `None` where it cannot be found.
    pub fn kept(text: Option<Arc<str>>, sha256: Sha256, imported: impl Into<String>) -> Self {
        let state = match &text {
            Some(text) if Sha256::of(text.as_bytes()) == sha256 => TextState::Intact,
            Some(_) => TextState::Altered,
            None => TextState::Missing,
        };
        Self { text, sha256, state, keeping: Keeping::Inside, imported: imported.into(), file: String::new(), stated_date: String::new() }
    }

    /// The words, with the line ends and spaces that they came with; nothing where the file beside the map is missing.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The words, to be kept beyond the map; `None` where the file beside the map is missing.
    pub fn shared(&self) -> Option<Arc<str>> {
        self.text.clone()
    }

    /// The sum of the words' UTF-8 when they were imported.
    pub fn sha256(&self) -> Sha256 {
        self.sha256
    }

    /// Whether the words are those that were imported.
    pub fn state(&self) -> TextState {
        self.state
    }

    /// The same version with the words found in its place.
    fn found(self, text: Option<Arc<str>>) -> Self {
        let Self { text: _, sha256, state: _, keeping, imported, file, stated_date } = self;
        Self { keeping, file, stated_date, ..Self::kept(text, sha256, imported) }
    }
}

/// Whether a name leads from a folder to a file in it or below, on every system, and nowhere else.
pub fn is_safe_name(name: &str) -> bool {
    let part_is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with(['.', ' ']);
    name.len() <= 255 && !name.contains(['\\', ':', '\0']) && !name.chars().any(char::is_control) && name.split('/').all(part_is_plain)
}

impl ArgumentMap {
    /// The texts that are kept beside the map, by the names of their files.
    pub fn texts_beside(&self) -> impl Iterator<Item = (&str, &SourceText)> {
        self.sources().values().flat_map(|source| &source.texts).filter_map(|text| match &text.keeping {
            Keeping::Beside(name) => Some((name.as_str(), text)),
            Keeping::Inside => None,
        })
    }

    /// The same map with the texts kept beside it read from there. Words that the map's file itself brought stay.
    pub fn with_texts_beside(mut self, mut read: impl FnMut(&str) -> Option<Arc<str>>) -> Self {
        let waiting = |text: &SourceText| text.state == TextState::Missing && text.keeping != Keeping::Inside;
        let waiting: Vec<SourceId> = self.sources().iter().filter(|(_, s)| s.texts.iter().any(waiting)).map(|(id, _)| *id).collect();
        for id in waiting {
            let Some(mut source) = self.source(id).cloned() else { continue };
            for text in source.texts.iter_mut().filter(|text| text.state == TextState::Missing) {
                if let Keeping::Beside(name) = &text.keeping {
                    let words = read(name);
                    *text = text.clone().found(words);
                }
            }
            let done = self.set_record(RecordId::Source(id), Some(Record::Source(source)));
            debug_assert!(done.is_ok(), "{done:?}");
        }
        self
    }
}
