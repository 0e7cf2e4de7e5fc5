//! Where what is said comes from: who said it first, who passed it on, and on how many origins it rests.

pub mod origins;
pub mod proposals;
pub mod suggest;
pub mod trace;
pub mod words;
