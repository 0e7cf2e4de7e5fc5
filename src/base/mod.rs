//! What every other room stands on: ids, text positions, diagnostics, task control, random numbers.
//! Knows nothing of argument maps.

pub mod date;
pub mod diagnostic;
pub mod fold;
pub mod id;
pub mod lang;
pub mod reckon;
pub mod rng;
mod sha256;
pub mod task;
pub mod text;

pub use diagnostic::{Code, Diagnostic, Position, Severity, Subject};
pub use id::{GroupId, IdError, NodeId, NodeKind, SourceId, SpeakerId, ViewId};
pub use rng::Rng;
pub use sha256::Sha256;
pub use task::{Cancelled, TaskCtx};
