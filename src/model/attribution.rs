//! Attributions: who takes which stance on what, in which source. The content may be another attribution (A reports that B said P).

use crate::base::reckon::reckon;
use crate::base::{SourceId, SpeakerId};

crate::model::named_enum! {
    /// What the speaker does with the content.
    Stance {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that it is not so.
        Denies = "denies",
        /// Doubts or asks.
        Questions = "questions",
        /// Agrees with what another said.
        Endorses = "endorses",
        /// Passes on what another said, without a stance of one's own.
        Reports = "reports",
    }
}

crate::model::named_enum! {
    /// In whose words the source gives the content.
    Quotation {
        /// In the speaker's words, between quotation marks.
        Direct = "direct",
        /// In the source's words.
        Indirect = "indirect",
        /// In the source's words with quoted parts.
        Mixed = "mixed",
    }
}

crate::model::named_enum! {
    /// What a date rests on.
    DateBasis {
        /// The text states it.
        Stated = "stated",
        /// The address of the source has it in it.
        Url = "URL",
        /// Counted from another date, as the text says ("last month").
        Relative = "relative",
        /// Concluded by the author of the map.
        Inferred = "inferred",
    }
}

/// How a date is known, and how exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dating {
    /// What the date rests on, where that is known.
    pub basis: Option<DateBasis>,
    /// The words that state it ("last month").
    pub words: String,
    /// The date from which those words count: ISO 8601.
    pub relative_to: String,
    /// Not before: ISO 8601.
    pub earliest: String,
    /// Not after: ISO 8601.
    pub latest: String,
}

impl Dating {
    /// With the bounds that its words give, counted from the date they count from; as it is where they are not understood.
    pub fn reckoned(self) -> Self {
        match reckon(&self.words, &self.relative_to) {
            Some((earliest, latest)) => Self { earliest: earliest.to_string(), latest: latest.to_string(), ..self },
            None => self,
        }
    }
}

/// An anchor into a source's text (W3C Web Annotation Data Model: TextQuoteSelector and TextPositionSelector).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Quote {
    /// The words quoted.
    pub exact: String,
    /// Words just before, to tell repetitions apart.
    pub prefix: String,
    /// Words just after.
    pub suffix: String,
    /// Code points `start..end` in the text as stored, where it is known.
    pub range: Option<(u32, u32)>,
}

/// A speech act: a speaker, in a source, at a time, takes a stance on its content (an edge of the graph).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who speaks.
    pub speaker: Option<SpeakerId>,
    /// Where it stands.
    pub source: Option<SourceId>,
    /// What the speaker does with the content.
    pub stance: Stance,
    /// In whose words, where that is known.
    pub quotation: Option<Quotation>,
    /// The anchored words.
    pub quotes: Vec<Quote>,
    /// The word that marks it as somebody's ("said", "according to").
    pub cue: String,
    /// When it was said: ISO 8601, as precise as stated ([`crate::base::date`]).
    pub date: String,
    /// How that is known, and between which dates it was.
    pub dating: Dating,
    /// The words that take something back from it ("allegedly", "may have").
    pub hedges: Vec<String>,
    /// Free labels, in the author's order.
    pub tags: Vec<String>,
    /// Remarks of the author.
    pub note: String,
    /// Its id in the format it was imported from, for round trips.
    pub origin: String,
}

impl Attribution {
    /// An attribution to that speaker and nothing more.
    pub fn new(speaker: Option<SpeakerId>, stance: Stance) -> Self {
        Self {
            speaker,
            source: None,
            stance,
            quotation: None,
            quotes: Vec::new(),
            cue: String::new(),
            date: String::new(),
            dating: Dating::default(),
            hedges: Vec::new(),
            tags: Vec::new(),
            note: String::new(),
            origin: String::new(),
        }
    }
}
