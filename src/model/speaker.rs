//! Speakers: the register of those who say something.

use crate::tr;

crate::model::named_enum! {
    /// What sort of speaker.
    SpeakerKind {
        /// One person, under a name or a pseudonym.
        Person = "person",
        /// A party, company, institution.
        Organisation = "organisation",
        /// A newspaper, magazine, site, speaking in its own name.
        Publication = "publication",
        /// People spoken of together ("Democratic partisans").
        Group = "group",
        /// Somebody the source does not name.
        Anonymous = "anonymous",
    }
}

/// An entry of the speaker register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// What sort of speaker.
    pub kind: SpeakerKind,
    /// The name, as the map uses it.
    pub name: String,
    /// Other names and spellings.
    pub aliases: Vec<String>,
    /// What the speaker is, where sources say so ("historian").
    pub role: String,
    /// Whom the speaker belongs to ("McGill University").
    pub affiliation: String,
    /// Must not be named in exports.
    pub confidential: bool,
    /// Remarks of the author.
    pub note: String,
    /// Its id in the format it was imported from, for round trips.
    pub origin: String,
}

impl Speaker {
    /// A speaker of that kind and name.
    pub fn new(kind: SpeakerKind, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            aliases: Vec::new(),
            role: String::new(),
            affiliation: String::new(),
            confidential: false,
            note: String::new(),
            origin: String::new(),
        }
    }

    /// What to call the speaker on screen and in exports.
    pub fn label(&self) -> &str {
        match self.name.trim() {
            _ if self.confidential => tr!("label-confidential"),
            "" if self.kind == SpeakerKind::Anonymous => tr!("label-anonymous"),
            "" => tr!("label-unnamed-speaker"),
            name => name,
        }
    }
}
