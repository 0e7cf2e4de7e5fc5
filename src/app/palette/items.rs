//! What the palette can lead to: commands, claims, speakers, sources, recent files.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use super::rank::{AS_TYPED, AS_WORDS, Name, Query};
use crate::base::lang::{self, Language};
use crate::base::{NodeId, SourceId, SpeakerId};
use crate::editor::{Action, Editor};
use crate::tr;

/// Most lines that are offered.
const MAX_LINES: usize = 60;
/// How much worse a command fits whose explanation fits, not its title.
const HINT: f32 = 0.8;
/// How much worse it fits in another language than the one in use.
const FOREIGN: f32 = 0.05;
/// How much better a bookmarked claim fits.
const BOOKMARKED: f32 = 0.1;
/// How much better a command fits than a claim of the same words.
const COMMAND: f32 = 0.15;

/// Where a line leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    Action(Action),
    Claim(NodeId, bool),
    Speaker(SpeakerId),
    Source(SourceId),
    File(PathBuf),
    /// A map that is open, by its place among the tabs and its name.
    Tab(usize, String),
}

/// A line with the letters that fit.
pub(super) struct Line {
    pub(super) target: Target,
    /// What it says, on one line.
    pub(super) text: String,
    pub(super) marks: Vec<Range<usize>>,
}

/// Everything, gathered once when the palette opens. In parts: commands, entries of the registers, files, bookmarks, other claims.
pub(super) struct Items {
    targets: Vec<Target>,
    names: Vec<Name>,
    /// For each name whose it is, and how much better or worse it fits than it says.
    of: Vec<(usize, f32)>,
    entries: usize,
    files: usize,
    bookmarks: usize,
    claims: usize,
}

impl Items {
    /// Gathers what there is.
    pub(super) fn of(editor: &Editor, recent: &[PathBuf], tabs: &[String]) -> Self {
        let mut items = Self { targets: Vec::new(), names: Vec::new(), of: Vec::new(), entries: 0, files: 0, bookmarks: 0, claims: 0 };
        for action in Action::ALL.iter().copied().filter(|a| *a != Action::TogglePalette) {
            items.add(Target::Action(action), Name::new(action.title()), COMMAND);
            let english = lang::text_in(Language::English, &format!("action-{}", action.info().id)).filter(|e| *e != action.title());
            english.into_iter().for_each(|title| items.also(Name::new(title), COMMAND - FOREIGN));
            items.also(Name::sentence(action.hint()), COMMAND - HINT);
        }
        items.entries = items.names.len();
        for (id, speaker) in editor.map().speakers() {
            items.add(Target::Speaker(*id), Name::new(speaker.label()), 0.0);
            speaker.aliases.iter().for_each(|alias| items.also(Name::new(alias), -FOREIGN));
        }
        for (id, source) in editor.map().sources() {
            items.add(Target::Source(*id), Name::sentence(source.label()), 0.0);
        }
        items.files = items.names.len();
        for (i, name) in tabs.iter().enumerate() {
            items.add(Target::Tab(i, name.clone()), Name::new(name), 0.0);
            items.also(Name::new(&tr!("palette-go-to-map", name = name.as_str())), -FOREIGN);
        }
        for path in recent {
            items.add(Target::File(path.clone()), Name::new(&stem(path)), 0.0);
        }
        items.bookmarks = items.names.len();
        for id in editor.bookmarks() {
            if let Some(claim) = editor.map().claim(id) {
                items.add(Target::Claim(id, true), Name::sentence(claim.label()), BOOKMARKED);
            }
        }
        items.claims = items.names.len();
        for (id, claim) in editor.map().claims().filter(|(_, claim)| !claim.bookmarked) {
            items.add(Target::Claim(id, false), Name::sentence(claim.label()), 0.0);
        }
        items
    }

    fn add(&mut self, target: Target, name: Name, better: f32) {
        self.targets.push(target);
        self.also(name, better);
    }

    /// Another name of what was added last.
    fn also(&mut self, name: Name, better: f32) {
        self.names.push(name);
        self.of.push((self.targets.len().saturating_sub(1), better));
    }

    /// The lines for what was typed, the best first; without letters, what was used last, then everything in its order. What cannot be
    /// done now comes last, but before what is only like what was typed if it is called so: Enter had better do nothing than something else.
    pub(super) fn lines(&self, editor: &Editor, typed: &str, used: &[Action]) -> Vec<Line> {
        let (part, typed) = match typed.trim_start().split_at_checked(1) {
            Some((">", rest)) => (0..self.entries, rest),
            Some(("@", rest)) => (self.entries..self.files, rest),
            Some(("#", rest)) => (self.bookmarks..self.claims, rest),
            _ => (0..self.names.len(), typed),
        };
        let mut query = Query::new(typed);
        let mut found: Vec<(f32, usize, Option<usize>)> = if query.is_empty() {
            // Without letters there is no sense in offering claims.
            let end = part.end.min(if part.start == 0 { self.entries } else { part.end });
            let mut targets: Vec<usize> = self.of.get(part.start..end).unwrap_or_default().iter().map(|(of, _)| *of).collect();
            targets.dedup();
            let place = |target: &Target| used.iter().position(|action| *target == Target::Action(*action));
            let recent = |i: &usize| self.targets.get(*i).and_then(place).map_or(0.0, |place| 1.0 / (1.0 + place as f32));
            targets.into_iter().map(|i| (recent(&i), i, None)).collect()
        } else {
            let names = self.names.get(part.clone()).unwrap_or_default();
            let mut best: BTreeMap<usize, (f32, usize)> = BTreeMap::new();
            for (i, fits) in query.rank(names.iter()) {
                let name = part.start + i;
                let Some((of, better)) = self.of.get(name).copied() else { continue };
                let fits = fits + better;
                let known = best.entry(of).or_insert((fits, name));
                if fits > known.0 {
                    *known = (fits, name);
                }
            }
            best.into_iter().map(|(of, (fits, name))| (fits, of, Some(name))).collect()
        };
        for (fits, of, _) in &mut found {
            if let Some(Target::Action(action)) = self.targets.get(*of)
                && !editor.is_enabled(*action)
            {
                *fits = if *fits >= AS_WORDS + COMMAND - FOREIGN { AS_TYPED + COMMAND } else { *fits - 10.0 };
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(MAX_LINES);
        found
            .into_iter()
            .filter_map(|(_, of, name)| {
                let target = self.targets.get(of)?.clone();
                let text = shown(editor, &target);
                let searched = name.and_then(|name| self.names.get(name));
                let marks = searched.map(|name| query.marks(name)).unwrap_or_default();
                // A name that is not the one shown, such as an alias, marks nothing.
                let marks = if searched.is_some_and(|name| name.is(&text)) { marks } else { Vec::new() };
                Some(Line { target, text, marks })
            })
            .collect()
    }
}

/// What a line says.
fn shown(editor: &Editor, target: &Target) -> String {
    let map = editor.map();
    match target {
        Target::Action(action) => action.title().to_owned(),
        Target::Claim(id, _) => map.claim(*id).map(|c| c.label().to_owned()).unwrap_or_default(),
        Target::Speaker(id) => map.speaker(*id).map(|s| s.label().to_owned()).unwrap_or_default(),
        Target::Source(id) => map.source(*id).map(|s| s.label().to_owned()).unwrap_or_default(),
        Target::File(path) => stem(path),
        Target::Tab(_, name) => name.clone(),
    }
}

fn stem(path: &std::path::Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
