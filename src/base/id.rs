//! Typed ids: short, prefixed, random, stable for life. They survive renames and merges across branches of a file.

use std::fmt;
use std::str::FromStr;

use crate::base::Rng;
use crate::tr;

/// Longest id in bytes, prefix included.
pub const MAX_LEN: usize = 23;
/// Random characters behind the prefix of an id that we make.
const RANDOM_LEN: usize = 6;
/// Crockford's base 32 in lower case: no letter that reads like a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Why a string is not an id of the wanted kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The prefix is not one of those that the kind allows.
    #[error("{}", tr!("id-prefix", text = text.as_str(), kind = *kind, expected = *expected))]
    Prefix {
        /// The offending text.
        text: String,
        /// What it should have named.
        kind: &'static str,
        /// The prefixes allowed.
        expected: &'static str,
    },
    /// Nothing after the prefix, too long, or a character outside `[0-9A-Za-z_-]`.
    #[error("{}", tr!("id-form", text = .0.as_str()))]
    Form(String),
}

/// An inline string of at most [`MAX_LEN`] ASCII characters. Orders as its text does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Inline {
    bytes: [u8; MAX_LEN],
    len: u8,
}

impl Inline {
    fn new(text: &str) -> Option<Self> {
        let ok = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
        if text.is_empty() || text.len() > MAX_LEN || !text.bytes().all(ok) {
            return None;
        }
        let mut bytes = [0; MAX_LEN];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self { bytes, len: text.len() as u8 })
    }

    fn random(prefix: &str, rng: &mut Rng) -> Self {
        let mut bytes = [0; MAX_LEN];
        bytes[..prefix.len()].copy_from_slice(prefix.as_bytes());
        for slot in &mut bytes[prefix.len()..prefix.len() + RANDOM_LEN] {
            *slot = ALPHABET[rng.below(ALPHABET.len())];
        }
        Self { bytes, len: (prefix.len() + RANDOM_LEN) as u8 }
    }

    fn as_str(&self) -> &str {
        // Only ASCII is ever stored.
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $prefixes:expr, $expected:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Inline);

        impl $name {
            /// The id as it stands in files.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                const PREFIXES: &[&str] = $prefixes;
                match PREFIXES.iter().find(|p| text.starts_with(**p)) {
                    None => Err(IdError::Prefix { text: text.to_owned(), kind: $kind, expected: $expected }),
                    Some(prefix) if text.len() == prefix.len() => Err(IdError::Form(text.to_owned())),
                    Some(_) => Inline::new(text).map(Self).ok_or_else(|| IdError::Form(text.to_owned())),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

id_type!(
    /// Id of a claim (`c_…`), a relation (`r_…`) or an attribution (`a_…`).
    NodeId, "claim, relation or attribution", &["c_", "r_", "a_"], "c_, r_ or a_"
);
id_type!(
    /// Id of a speaker (`sp_…`).
    SpeakerId, "speaker", &["sp_"], "sp_"
);
id_type!(
    /// Id of a source (`so_…`).
    SourceId, "source", &["so_"], "so_"
);
id_type!(
    /// Id of a group of nodes (`g_…`).
    GroupId, "group", &["g_"], "g_"
);
id_type!(
    /// Name of a view: `main` unless the author made another.
    ViewId, "view", &[""], "a letter"
);

/// The three kinds of node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeKind {
    /// A proposition.
    Claim,
    /// A step between nodes.
    Relation,
    /// A speech act.
    Attribution,
}

impl NodeKind {
    /// The prefix of this kind's ids.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Claim => "c_",
            Self::Relation => "r_",
            Self::Attribution => "a_",
        }
    }

    /// The kind's name as it is written in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Relation => "relation",
            Self::Attribution => "attribution",
        }
    }
}

impl NodeId {
    /// A new random id; the caller checks that it is free.
    pub fn random(kind: NodeKind, rng: &mut Rng) -> Self {
        Self(Inline::random(kind.prefix(), rng))
    }

    /// What no id of that kind comes before: the prefix alone.
    pub fn least(kind: NodeKind) -> Self {
        let mut bytes = [0; MAX_LEN];
        let prefix = kind.prefix().as_bytes();
        bytes[..prefix.len()].copy_from_slice(prefix);
        Self(Inline { bytes, len: prefix.len() as u8 })
    }

    /// The kind that the prefix names.
    pub fn kind(self) -> NodeKind {
        match self.0.bytes[0] {
            b'c' => NodeKind::Claim,
            b'r' => NodeKind::Relation,
            _ => NodeKind::Attribution,
        }
    }
}

impl SpeakerId {
    /// A new random id; the caller checks that it is free.
    pub fn random(rng: &mut Rng) -> Self {
        Self(Inline::random("sp_", rng))
    }
}

impl SourceId {
    /// A new random id; the caller checks that it is free.
    pub fn random(rng: &mut Rng) -> Self {
        Self(Inline::random("so_", rng))
    }
}

impl GroupId {
    /// A new random id; the caller checks that it is free.
    pub fn random(rng: &mut Rng) -> Self {
        Self(Inline::random("g_", rng))
    }
}

impl ViewId {
    /// The view that every map has.
    pub fn main() -> Self {
        let mut bytes = [0; MAX_LEN];
        bytes[..4].copy_from_slice(b"main");
        Self(Inline { bytes, len: 4 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_parse_order_and_refuse() {
        let id: NodeId = "c_4m8q1t".parse().unwrap();
        assert_eq!((id.kind(), id.as_str()), (NodeKind::Claim, "c_4m8q1t"));
        assert!("c_1".parse::<NodeId>().unwrap() < "c_12".parse().unwrap());
        assert!("a_z".parse::<NodeId>().unwrap() < "c_0".parse().unwrap());
        for bad in ["", "c_", "x_1", "c_ä", "c_1 2", "c_aaaaaaaaaaaaaaaaaaaaaaaaa", "sp_1"] {
            assert!(bad.parse::<NodeId>().is_err(), "{bad}");
        }
        assert_eq!(ViewId::main(), "main".parse().unwrap());
    }

    #[test]
    fn random_ids_parse_back() {
        let mut rng = Rng::new(7);
        let id = NodeId::random(NodeKind::Relation, &mut rng);
        assert_eq!(id.as_str().parse::<NodeId>(), Ok(id));
        assert_eq!(id.as_str().len(), 8);
    }
}
