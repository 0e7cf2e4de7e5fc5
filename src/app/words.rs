//! Small pieces of sentences.

use std::time::SystemTime;

use crate::tr;

/// "1 rebuttal", "2 rebuttals".
pub(crate) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// "fact" as it stands alone: "Fact".
pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
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
