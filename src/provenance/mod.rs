//! Where what is said comes from: anchors into sources' texts, and whether quotations are what was said.

pub mod anchor;
