//! Small pieces of sentences.

use std::time::SystemTime;

use crate::base::lang::{Language, language};
use crate::tr;

/// A name from a form within a sentence: "speaker". German nouns keep their capital.
pub(crate) fn in_sentence(name: &str) -> String {
    match language() {
        Language::English => name.to_lowercase(),
        Language::German => name.to_owned(),
    }
}

/// How long ago something was, in the largest unit that fits.
pub(crate) fn ago(then: SystemTime, now: SystemTime) -> String {
    let minutes = now.duration_since(then).unwrap_or_default().as_secs() / 60;
    match minutes {
        0 => tr!("ago-now").to_owned(),
        1..60 => tr!("ago-minutes", count = minutes),
        60..1440 => tr!("ago-hours", count = minutes / 60),
        _ => tr!("ago-days", count = minutes / 1440),
    }
}
