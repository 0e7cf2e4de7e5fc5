//! Small pieces of sentences.

use crate::base::lang::{Language, language};

/// A name from a form within a sentence: "speaker". German nouns keep their capital.
pub(crate) fn in_sentence(name: &str) -> String {
    match language() {
        Language::English => name.to_lowercase(),
        Language::German => name.to_owned(),
    }
}
