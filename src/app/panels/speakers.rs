//! The speaker register as a table.

use std::collections::BTreeMap;

use super::register::{Column, RegisterPanel, Spec};
use crate::base::{NodeId, SpeakerId};
use crate::editor::{Action, Entry};
use crate::model::ArgumentMap;
use crate::tr;

/// The panel.
pub(crate) fn panel() -> RegisterPanel {
    RegisterPanel::new(&Spec {
        action: Action::ShowSpeakers,
        add: Action::AddSpeaker,
        columns: &[
            Column { title: || tr!("register-name"), width: 180.0, number: false },
            Column { title: || tr!("register-kind"), width: 96.0, number: false },
            Column { title: || tr!("register-role"), width: 120.0, number: false },
            Column { title: || tr!("register-affiliation"), width: 140.0, number: false },
            Column { title: || tr!("register-uses"), width: 64.0, number: true },
        ],
        lines,
        uses,
        empty: || tr!("register-no-speakers"),
    })
}

fn lines(map: &ArgumentMap) -> Vec<(Entry, Vec<String>)> {
    let mut counts: BTreeMap<SpeakerId, usize> = BTreeMap::new();
    for speaker in map.attributions().filter_map(|(_, a)| a.speaker) {
        *counts.entry(speaker).or_default() += 1;
    }
    for author in map.sources().values().flat_map(|source| &source.authors) {
        *counts.entry(*author).or_default() += 1;
    }
    let line = |(id, speaker): (&SpeakerId, &crate::model::Speaker)| {
        let uses = counts.get(id).copied().unwrap_or_default();
        let name = if speaker.name.trim().is_empty() { speaker.label() } else { &speaker.name };
        let cells = [name, speaker.kind.title(), &speaker.role, &speaker.affiliation, &uses.to_string()];
        (Entry::Speaker(*id), cells.map(str::to_owned).to_vec())
    };
    map.speakers().iter().map(line).collect()
}

/// What they say, and what is said in what they wrote.
fn uses(map: &ArgumentMap, entry: Entry) -> Vec<NodeId> {
    let Entry::Speaker(id) = entry else { return Vec::new() };
    let wrote = |source: crate::base::SourceId| map.source(source).is_some_and(|s| s.authors.contains(&id));
    map.attributions().filter(|(_, a)| a.speaker == Some(id) || a.source.is_some_and(wrote)).map(|(node, _)| node).collect()
}
