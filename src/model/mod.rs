//! The argument map: claims, relations and attributions in a graph, speakers, sources, groups and views beside it.
//!
//! Read it through [`ArgumentMap`]; change it only through `edit` (or, for importers, [`MapBuilder`]).

mod attribution;
mod builder;
mod cite;
mod claim;
mod describe;
mod graph;
mod group;
mod map;
mod part;
mod query;
mod record;
mod relation;
pub mod rules;
mod source;
mod source_text;
mod speaker;
mod threads;
mod validate;
mod view;
mod when;
mod withheld;
mod words;

pub use attribution::{Attribution, DateBasis, Dating, Quotation, Quote, Stance};
pub use builder::MapBuilder;
pub use cite::{Citation, citations};
pub use claim::{Claim, ClaimKind};
pub use describe::{Case, describe, name_in, name_of};
pub use graph::{Edge, Node, Role};
pub use group::Group;
pub use map::{ArgumentMap, Meta};
pub use query::Attack;
pub use record::{Record, RecordId, RecordKind};
pub use relation::{Relation, RelationKind};
pub use source::{Source, SourceKind};
pub use source_text::{Keeping, MAX_TEXT_BYTES, SourceText, TextState, is_safe_name};
pub use speaker::{Speaker, SpeakerKind};
pub use validate::{same_claim, validate};
pub use view::{LayoutName, Placement, Side, View};
pub use when::When;

/// Gives a fieldless enum its list of values, its name in files and its English word.
macro_rules! named_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
        }

        impl $name {
            /// Every value, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in files: `Support`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }

            /// The English word, lower case: `support`. What users of the window read is in `words.rs`.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The value of that name in files.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.name() == name)
            }
        }
    };
}
pub(crate) use named_enum;
