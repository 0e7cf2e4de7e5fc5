//! From a document that was read to entries of the source register: one for the document, one for each of its comments.

use std::sync::Arc;

use crate::base::date::shown;
use crate::base::{Sha256, SourceId};
use crate::edit::ops::{self, NewSource};
use crate::editor::{Editor, Effect, Entry, Selection};
use crate::formats::document::{Comment, Document};
use crate::model::{DateBasis, Keeping, Source, SourceKind, SourceText};
use crate::tr;

/// Longest part of a file's name that tells what is in it, in letters.
const NAME: usize = 48;

/// How documents come into the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// When: RFC 3339 in UTC, to the second.
    pub imported: String,
    /// The name of the file that was read; empty where it was pasted.
    pub file: String,
    /// Comments become sources of their own.
    pub split: bool,
    /// Texts are kept in files beside the map.
    pub beside: bool,
    /// What comes must not be named in exports.
    pub confidential: bool,
}

impl Intake {
    /// From that file, at this moment.
    pub fn now(file: impl Into<String>) -> Self {
        let imported = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        Self { imported, file: file.into(), split: true, beside: false, confidential: false }
    }

    /// The entries that a document becomes.
    pub fn sources(&self, document: &Document) -> Vec<NewSource> {
        let Document { kind, title, authors, date, venue, url, .. } = document;
        let stated = stated_date(document);
        let mut source = Source::new(*kind, title.clone());
        (source.date, source.venue, source.url) = (date.clone(), venue.clone(), url.clone());
        (source.archive_url, source.note) = (document.archive_url.clone(), document.note.clone());
        source.texts = self.text(words_of(document, self.split), title, stated).into_iter().collect();
        source.confidential = self.confidential;
        let comments = document.comments.iter().filter(|_| self.split || document.unsplit.is_none());
        let mut all = vec![NewSource { source, authors: authors.clone(), answers: None, known: None, settled: Vec::new() }];
        all.extend(comments.map(|comment| self.comment(comment)));
        all
    }

    /// The text alone: a version of a source that is there.
    pub fn version(&self, document: &Document) -> Option<SourceText> {
        self.text(words_of(document, self.split), &document.title, stated_date(document))
    }

    fn comment(&self, comment: &Comment) -> NewSource {
        let author = if comment.author.is_empty() { tr!("label-anonymous") } else { comment.author.as_str() };
        let title = match comment.date.as_str() {
            "" => tr!("source-comment", author = author),
            date => tr!("source-comment-dated", author = author, date = shown(date)),
        };
        let mut source = Source::new(SourceKind::Comment, title.as_str());
        (source.date, source.url) = (comment.date.clone(), comment.url.clone());
        source.texts = self.text(&comment.text, &title, &comment.date).into_iter().collect();
        source.confidential = self.confidential;
        // The document is the first of the sources that are added.
        NewSource {
            source,
            authors: vec![comment.author.clone()],
            answers: Some(comment.parent.map_or(0, |parent| parent + 1)),
            known: None,
            settled: Vec::new(),
        }
    }

    fn text(&self, words: &str, title: &str, date: &str) -> Option<SourceText> {
        if words.is_empty() {
            return None;
        }
        let mut text = SourceText::new(words, self.imported.as_str());
        text.file.clone_from(&self.file);
        date.clone_into(&mut text.stated_date);
        if self.beside {
            text.keeping = Keeping::Beside(name_of(title, text.sha256()));
        }
        Some(text)
    }
}

/// The date that the document itself states.
fn stated_date(document: &Document) -> &str {
    if document.date_basis == Some(DateBasis::Url) { "" } else { &document.date }
}

fn words_of(document: &Document, split: bool) -> &str {
    document.unsplit.as_deref().filter(|_| !split).unwrap_or(&document.text)
}

/// The file for a text: what it is called, and its sum, so that no two texts have the same.
fn name_of(title: &str, sum: Sha256) -> String {
    let letters = title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect::<String>();
    let words: Vec<&str> = letters.split('-').filter(|word| !word.is_empty()).collect();
    let mut name = words.join("-");
    name.truncate(NAME);
    let name = name.trim_end_matches('-');
    let dash = if name.is_empty() { "" } else { "-" };
    format!("texts/{name}{dash}{}.txt", sum.short())
}

impl Editor {
    /// Adds sources that were read, as one step, and selects the first.
    pub(super) fn add_sources(&mut self, sources: Vec<NewSource>) {
        match ops::add_sources(&self.map, &mut self.rng, sources) {
            Ok(made) => {
                let first = made.id.first().map(|id| Selection::of_entry(Entry::Source(*id)));
                let count = made.id.len();
                let came = made.id.first().copied();
                if self.commit(made.transaction, first) {
                    if came.and_then(|id| self.map.source(id)).is_some_and(|source| !source.texts.is_empty()) {
                        self.effects.push(Effect::Read);
                    }
                    self.tell_undoable(tr!("sources-imported", count = count));
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn add_text(&mut self, source: SourceId, text: SourceText) {
        match ops::add_text(&self.map, source, text) {
            Ok(transaction) => {
                let version = self.map.source(source).map_or(1, |entry| entry.texts.len() + 1);
                let name = self.entry_label(Entry::Source(source));
                if self.commit(transaction, Some(Selection::of_entry(Entry::Source(source)))) {
                    self.effects.push(Effect::Read);
                    self.tell_undoable(tr!("version-added", source = name, version = version));
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn remove_text(&mut self, source: SourceId, version: usize) {
        let result = ops::remove_text(&self.map, source, version);
        self.perform(result);
    }

    /// Takes what was found in the place of a stored text as a version of its own.
    pub(super) fn take_found_text(&mut self, source: SourceId, version: usize) {
        let found: Option<Arc<str>> = self.map.source(source).and_then(|entry| entry.texts.get(version)?.shared());
        match found {
            Some(words) => {
                let text = SourceText::new(words, Intake::now("").imported);
                self.add_text(source, text);
            }
            None => self.refuse(tr!("version-nothing-found")),
        }
    }

    /// Shows how two versions of a text differ.
    pub(super) fn compare_texts(&mut self, source: SourceId, old: usize, new: usize) {
        let count = self.map.source(source).map_or(0, |entry| entry.texts.len());
        if old < count && new < count && old != new {
            self.effects.push(Effect::CompareTexts { source, old, new });
        } else {
            self.refuse(tr!("version-nothing-to-compare"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;
    use crate::base::Sha256;
    use crate::model::is_safe_name;

    #[test]
    fn files_beside_the_map_have_names_that_every_system_takes() {
        for title in
            ["", "..", "CON: über/alles\\?", "The long count of the bridge that was paid for twice by the town of Upper Lee", "日本"]
        {
            let name = name_of(title, Sha256::of(b"x"));
            assert!(is_safe_name(&name) && name.len() < 80, "{name}");
        }
        assert_eq!(name_of("The long count", Sha256::of(b"abc")), "texts/the-long-count-ba7816bf8f01.txt");
    }
}
