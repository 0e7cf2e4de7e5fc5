//! Whether quotations are what was said: each is looked up in the stored texts of the source that it names.

mod hearsay;
mod judge;
mod lookup;
mod passage;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::base::text::shorten;
use crate::base::{Cancelled, Code, Diagnostic, NodeId, Sha256, SourceId, Subject, TaskCtx};
use crate::model::{ArgumentMap, Quote, SourceText, Stance};
use crate::provenance::anchor::{Anchor, TextIndex};
use crate::provenance::reuse::Reuse;
use crate::provenance::trace::Piece;
use crate::tr;

pub use hearsay::read_in;
use lookup::{Lookup, Text};

/// Longest quotation that a message repeats, in code points.
const QUOTED_LEN: usize = 60;

/// What a quotation is of what its source says, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Word for word.
    Verbatim,
    /// Words were left out or, in brackets, explained; what is left says the same.
    Truncated,
    /// A few words are others.
    Altered,
    /// It says something else: a "not" gone, another name or number, many words others.
    Misquoted,
    /// The source does not say it.
    NotFound,
    /// No text of the source is stored.
    NoText,
}

impl Class {
    /// Every class.
    pub const ALL: &[Self] = &[Self::Verbatim, Self::Truncated, Self::Altered, Self::Misquoted, Self::NotFound, Self::NoText];

    /// The word on the command line and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Truncated => "truncated",
            Self::Altered => "altered",
            Self::Misquoted => "misquoted",
            Self::NotFound => "not-found",
            Self::NoText => "no-text",
        }
    }

    /// What users read.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Verbatim => tr!("quotation-verbatim"),
            Self::Truncated => tr!("quotation-truncated"),
            Self::Altered => tr!("quotation-altered"),
            Self::Misquoted => tr!("quotation-misquoted"),
            Self::NotFound => tr!("quotation-not-found"),
            Self::NoText => tr!("quotation-no-text"),
        }
    }

    /// Whether the quotation is not what was said.
    pub fn fails(self) -> bool {
        matches!(self, Self::Altered | Self::Misquoted | Self::NotFound)
    }
}

/// What was found about one quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The attribution that quotes.
    pub attribution: NodeId,
    /// Which of its quotes.
    pub quote: usize,
    /// The source whose text says so: the one that is named; where that has no text, one that reports it and has these words.
    pub source: Option<SourceId>,
    /// What it is.
    pub class: Class,
    /// The version of the source's text that says so, from the oldest; the latest of those that say the same.
    pub version: Option<usize>,
    /// Where it stands there, in code points.
    pub at: Option<Range<u32>>,
    /// What became of its anchor in the latest text.
    pub anchor: Option<Anchor>,
    /// What the text says, and what of it the quotation says; nothing where they have too little in common.
    pub pieces: Vec<Piece>,
    /// Where the words stand in the texts of other sources.
    pub elsewhere: Vec<Elsewhere>,
}

impl Checked {
    /// The version in which it stands, and how many there are, where the latest does not have it any more.
    pub fn former(&self, map: &ArgumentMap) -> Option<(usize, usize)> {
        let count = map.source(self.source?)?.texts.len();
        self.version.map(|version| (version + 1, count)).filter(|(version, count)| version < count)
    }
}

/// The words of a quotation in the text of another source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Which source: its latest text.
    pub source: SourceId,
    /// Where, in code points.
    pub at: Range<u32>,
    /// How many of the words stand there.
    pub words: usize,
    /// Whether they stand between quotation marks.
    pub marked: bool,
}

/// Looks quotations up and remembers what it found: a change of the map costs what it changed.
#[derive(Debug, Default)]
pub struct Verifier {
    indexes: BTreeMap<Key, Arc<TextIndex>>,
    known: HashMap<(Key, Quote), Lookup>,
    reuse: Option<(Vec<Key>, Reuse)>,
}

/// What tells a text: its sum, and its length where it is not what it was.
type Key = (Sha256, usize);

fn key(text: &SourceText) -> Key {
    (text.sha256(), text.text().len())
}

/// Every quotation of a map, looked up.
pub fn verify(map: &ArgumentMap) -> Vec<Checked> {
    Verifier::default().verify(map, &TaskCtx::new()).unwrap_or_default()
}

impl Verifier {
    /// Looks up every quotation of a map, in the order of the attributions.
    ///
    /// # Errors
    /// [`Cancelled`] where somebody cancelled.
    pub fn verify(&mut self, map: &ArgumentMap, ctx: &TaskCtx) -> Result<Vec<Checked>, Cancelled> {
        let stored: BTreeSet<Key> = map.sources().values().flat_map(|source| source.texts.iter().map(key)).collect();
        self.indexes.retain(|text, _| stored.contains(text));
        self.known.retain(|(text, _), _| stored.contains(text));
        let latest: Vec<(SourceId, &SourceText)> = map
            .sources()
            .iter()
            .filter_map(|(id, source)| Some((*id, source.latest_text().filter(|text| !text.text().is_empty())?)))
            .collect();
        let keys: Vec<Key> = latest.iter().map(|(_, text)| key(text)).collect();
        if self.reuse.as_ref().is_none_or(|(of, _)| *of != keys) {
            let mut reuse = Reuse::default();
            latest.iter().for_each(|(_, text)| reuse.add(text.text()));
            self.reuse = Some((keys, reuse));
        }
        let mut found = Vec::new();
        let count = map.attributions().count() as u64;
        for (i, (id, said)) in map.attributions().enumerate() {
            ctx.checkpoint(i as u64, count)?;
            let quotes = said.quotes.iter().enumerate().filter(|(_, quote)| !quote.exact.trim().is_empty());
            for (number, quote) in quotes {
                let (source, mut checked) = self.check_in(map, id, said.source, quote);
                if checked.class <= Class::Truncated && checked.denied && !matches!(said.stance, Stance::Denies | Stance::Questions) {
                    checked.class = Class::Misquoted;
                }
                let elsewhere = self.elsewhere(&latest, source, quote);
                let Best { class, version, at, anchor, pieces, .. } = checked;
                found.push(Checked { attribution: id, quote: number, source, class, version, at, anchor, pieces, elsewhere });
            }
        }
        Ok(found)
    }

    /// What the source says that is named. Where it has no text, what others have of these words speaks for the quotation, never against it.
    fn check_in(&mut self, map: &ArgumentMap, id: NodeId, named: Option<SourceId>, quote: &Quote) -> (Option<SourceId>, Best) {
        let texts = |id: SourceId| map.source(id).map(|source| source.texts.as_slice()).unwrap_or_default();
        let own = self.check(named.map(texts).unwrap_or_default(), quote);
        if own.class != Class::NoText {
            return (named, own);
        }
        for other in read_in(map, id).into_iter().filter(|other| Some(*other) != named) {
            let told = self.check(texts(other), quote);
            if told.class <= Class::Truncated {
                return (Some(other), told);
            }
        }
        (named, own)
    }

    /// The best that any version of the source's text says about a quotation.
    fn check(&mut self, texts: &[SourceText], quote: &Quote) -> Best {
        let mut best = Best { class: Class::NoText, denied: false, version: None, at: None, anchor: None, pieces: Vec::new() };
        for (version, text) in texts.iter().enumerate().rev().filter(|(_, text)| !text.text().is_empty()) {
            let found = self.look_up(text, quote);
            let anchor = best.anchor.take().or(Some(found.anchor));
            if best.class == Class::NoText || found.class < best.class {
                let denied = found.denied_before;
                best = Best {
                    class: found.class,
                    denied,
                    version: found.at.is_some().then_some(version),
                    at: found.at,
                    anchor,
                    pieces: found.pieces,
                };
            } else {
                best.anchor = anchor;
            }
        }
        best
    }

    fn look_up(&mut self, text: &SourceText, quote: &Quote) -> Lookup {
        let key = key(text);
        let index = Arc::clone(self.indexes.entry(key).or_insert_with(|| Arc::new(TextIndex::new(text.text()))));
        let known = (key, quote.clone());
        let look_up = || Text { text: text.text(), index: &index }.look_up(quote);
        self.known.entry(known).or_insert_with(look_up).clone()
    }

    /// Where the words stand in the texts of other sources.
    fn elsewhere(&self, latest: &[(SourceId, &SourceText)], own: Option<SourceId>, quote: &Quote) -> Vec<Elsewhere> {
        let found = self.reuse.as_ref().map(|(_, reuse)| reuse.of(&quote.exact)).unwrap_or_default();
        let found = found.into_iter().filter_map(|reused| {
            let (source, text) = latest.get(reused.text)?;
            (Some(*source) != own).then(|| {
                let marked = is_marked(text.text(), &reused.at);
                Elsewhere { source: *source, at: reused.at, words: reused.words, marked }
            })
        });
        found.collect()
    }
}

struct Best {
    class: Class,
    denied: bool,
    version: Option<usize>,
    at: Option<Range<u32>>,
    anchor: Option<Anchor>,
    pieces: Vec<Piece>,
}

/// Whether a passage stands right between quotation marks.
fn is_marked(text: &str, at: &Range<u32>) -> bool {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'');
    let before = at.start.checked_sub(1).and_then(|before| text.chars().nth(before as usize));
    let mut after = text.chars().skip(at.end as usize).take(2);
    before.is_some_and(is_mark) && after.any(is_mark)
}

/// The attributions whose quotation is not what was said.
pub fn failing(checked: &[Checked]) -> BTreeSet<NodeId> {
    checked.iter().filter(|checked| checked.class.fails()).map(|checked| checked.attribution).collect()
}

/// The quotations that are not what was said, as findings about the claim that they are quoted for, where there is one; and those that
/// a source has changed since, about that source.
pub fn findings(map: &ArgumentMap, checked: &[Checked]) -> Vec<Diagnostic> {
    let told = checked.iter().filter_map(|found| {
        let said = map.attribution(found.attribution)?;
        let quote = tr!("name-claim", claim = shorten(&said.quotes.get(found.quote)?.exact, QUOTED_LEN));
        let source = said.source.and_then(|id| map.source(id)).map(|source| source.label().to_owned()).unwrap_or_default();
        let (code, message, help) = match found.class {
            Class::Altered => {
                (Code::QuotationAltered, tr!("found-quotation-altered", quote = quote, source = source), tr!("help-quotation-altered"))
            }
            Class::Misquoted => (
                Code::QuotationMisquoted,
                tr!("found-quotation-misquoted", quote = quote, source = source),
                tr!("help-quotation-misquoted"),
            ),
            Class::NotFound => {
                (Code::QuotationNotFound, tr!("found-quotation-not-found", quote = quote, source = source), tr!("help-quotation-not-found"))
            }
            Class::Verbatim | Class::Truncated | Class::NoText => {
                let (version, _) = found.former(map)?;
                let message = tr!("found-quotation-former", quote = quote, version = version, source = source);
                return Some(Diagnostic::new(Code::QuotationFormer, Subject::Source(found.source?), message, tr!("help-quotation-former")));
            }
        };
        Some(Diagnostic::new(code, Subject::Node(content(map, found.attribution)), message, help))
    });
    told.collect()
}

/// What an attribution is about in the end, through those that it passes on.
pub fn content(map: &ArgumentMap, attribution: NodeId) -> NodeId {
    let mut at = attribution;
    // In a circle of reports there is no end.
    for _ in 0..=map.node_count() {
        match map.content(at) {
            Some(inner) if map.attribution(inner).is_some() => at = inner,
            Some(end) => return end,
            None => break,
        }
    }
    attribution
}
