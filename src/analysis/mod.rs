//! Pure functions of a map: figures, what is shown of it now, its outline, finding words; evaluation later.

mod compare;
pub mod outline;
mod safe_copy;
pub mod search;
pub mod shown;
mod stats;
pub mod texts;

pub use compare::{Changes, Difference, compare};
pub use outline::Outline;
pub use safe_copy::{confidential_count, safe_copy};
pub use shown::{HiddenLink, Shown};
pub use stats::{Stats, stats};
