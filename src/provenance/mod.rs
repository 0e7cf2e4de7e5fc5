//! Where what is said comes from: who said it first, who passed it on, and on how many origins it rests.

pub mod audit;
pub mod origins;
pub mod tables;
pub mod trace;
pub mod words;
