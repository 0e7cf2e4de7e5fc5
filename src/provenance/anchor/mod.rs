//! Anchors: a [`Quote`](crate::model::Quote) made from a span of a text, and found again in a text that may have changed since. What is
//! found is certain; where two places would do, or the best is weak, nothing is.

mod context;
mod fit;
mod index;
mod normal;
mod quote;
mod resolve;
mod seek;
mod words;

pub use index::TextIndex;
pub use normal::Normal;
pub use resolve::Anchor;
pub use words::{is_renaming, words};
