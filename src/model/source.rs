//! Sources: the register of where things are said.

use crate::base::date::of_address;
use crate::base::{SourceId, SpeakerId};
use crate::model::{DateBasis, SourceText};
use crate::tr;

crate::model::named_enum! {
    /// What sort of source.
    SourceKind {
        /// An article of a newspaper, magazine or site.
        Article = "article",
        /// A comment under another source.
        Comment = "comment",
        /// A post on a social network or blog.
        Post = "post",
        /// A speech or interview.
        Speech = "speech",
        /// A book.
        Book = "book",
        /// A radio or television broadcast.
        Broadcast = "broadcast",
        /// A data set.
        DataSet = "data set",
        /// Another web page or document.
        Document = "document",
    }
}

/// An entry of the source register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What sort of source.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<SpeakerId>,
    /// Where it appeared ("Time").
    pub venue: String,
    /// When: ISO 8601, as precise as stated ([`crate::base::date`]).
    pub date: String,
    /// Its address.
    pub url: String,
    /// The address of an archived copy.
    pub archive_url: String,
    /// The source that it answers.
    pub in_reply_to: Option<SourceId>,
    /// Its text in all versions that were imported, oldest first.
    pub texts: Vec<SourceText>,
    /// Must not be named in exports.
    pub confidential: bool,
    /// Marks of attributions that were proposed from its text and dismissed, in their order.
    pub dismissed: Vec<String>,
    /// Remarks of the author.
    pub note: String,
    /// Its id in the format it was imported from, for round trips.
    pub origin: String,
}

impl Source {
    /// A source of that kind and title.
    pub fn new(kind: SourceKind, title: impl Into<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            authors: Vec::new(),
            venue: String::new(),
            date: String::new(),
            url: String::new(),
            archive_url: String::new(),
            in_reply_to: None,
            texts: Vec::new(),
            confidential: false,
            dismissed: Vec::new(),
            note: String::new(),
            origin: String::new(),
        }
    }

    /// Its text as it was imported last.
    pub fn latest_text(&self) -> Option<&SourceText> {
        self.texts.last()
    }

    /// What its date rests on, where that can be told: a text that states it, or its address.
    pub fn date_basis(&self) -> Option<DateBasis> {
        let date = self.date.trim();
        if !date.is_empty() && self.texts.iter().any(|text| text.stated_date == date) {
            return Some(DateBasis::Stated);
        }
        of_address(&self.url).filter(|found| found == date).map(|_| DateBasis::Url)
    }

    /// What to call the source on screen and in exports: its title, else its venue, else its kind.
    pub fn label(&self) -> &str {
        match (self.title.trim(), self.venue.trim()) {
            _ if self.confidential => tr!("label-confidential-source"),
            ("", "") => self.kind.noun(),
            ("", venue) => venue,
            (title, _) => title,
        }
    }
}
