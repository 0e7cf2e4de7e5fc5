//! Where what is said comes from: who said it first, who passed it on, on how many origins it rests, where it stands in the sources'
//! texts, and whether quotations are what was said.

pub mod anchor;
pub mod audit;
pub mod copies;
pub mod marks;
pub mod origins;
pub mod proposals;
pub mod reuse;
pub mod suggest;
pub mod tables;
pub mod trace;
pub mod verify;
pub mod words;
