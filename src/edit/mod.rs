//! The only way an open map changes: operations make transactions, `apply` applies them, the history takes them back.

mod draft;
pub mod field;
mod fragment;
mod history;
pub mod ops;
mod transaction;

pub use field::{AttributionField, ClaimField, FieldEdit, GroupField, MetaField, RelationField, SourceField, SpeakerField, ViewField};
pub use fragment::Fragment;
pub use history::{History, Mark, Replay};
pub use transaction::{ApplyError, Edit, MergeKey, Transaction, apply};
