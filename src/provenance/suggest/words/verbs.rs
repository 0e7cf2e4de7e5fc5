//! The verbs that attribute, by what the source does with the content. A row is a lemma and its frames:
//!
//! - `T` a clause, with or without "that" (*said he would*); `t` only with "that" or a quotation
//! - `W` a question word (*asked whether*)
//! - `N` a noun phrase (*denied the report*)
//! - `I` an infinitive (*hopes to win*)
//! - `G` a gerund (*denied taking part*)
//! - `O` an object and an infinitive (*urged them to go*)
//! - `R` somebody told may stand between (*told reporters that*)
//! - `A` an object and "as" or a name for it (*described it as*, *called him a fool*)
//! - a small word: a preposition that leads to the content (*call for*)
//!
//! A quotation beside any of them is content. `!` marks verbs that speak of speech alone, `~` those that mostly do something else.

use super::{minds, saying};
use crate::model::Stance;

/// One group of verbs of like stance.
pub(in crate::provenance::suggest) const GROUPS: &[(Stance, &str)] = &[
    (Stance::Asserts, saying::SPEECH),
    (Stance::Asserts, saying::CLAIM),
    (Stance::Asserts, minds::JUDGE),
    (Stance::Asserts, minds::URGE),
    (Stance::Asserts, minds::MIND),
    (Stance::Asserts, minds::WISH),
    (Stance::Asserts, minds::DECREE),
    (Stance::Asserts, saying::MANNER),
    (Stance::Endorses, minds::ENDORSE),
    (Stance::Denies, minds::DENY),
    (Stance::Questions, minds::QUESTION),
    (Stance::Reports, saying::REPORT),
];
