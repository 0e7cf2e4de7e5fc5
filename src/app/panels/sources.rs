//! The source register as a table.

use std::collections::BTreeMap;

use super::register::{Column, RegisterPanel, Spec};
use crate::base::{NodeId, SourceId, date};
use crate::editor::{Action, Entry};
use crate::model::ArgumentMap;
use crate::tr;

/// The panel.
pub(crate) fn panel() -> RegisterPanel {
    RegisterPanel::new(&Spec {
        action: Action::ShowSources,
        add: Action::AddSource,
        columns: &[
            Column { title: || tr!("register-title"), width: 220.0, number: false },
            Column { title: || tr!("register-kind"), width: 84.0, number: false },
            Column { title: || tr!("register-authors"), width: 140.0, number: false },
            Column { title: || tr!("register-date"), width: 92.0, number: false },
            Column { title: || tr!("register-venue"), width: 120.0, number: false },
            Column { title: || tr!("register-imported"), width: 150.0, number: false },
            Column { title: || "SHA-256", width: 130.0, number: false },
            Column { title: || tr!("register-versions"), width: 80.0, number: true },
            Column { title: || tr!("register-uses"), width: 64.0, number: true },
        ],
        lines,
        uses,
        empty: || tr!("register-no-sources"),
    })
}

fn lines(map: &ArgumentMap) -> Vec<(Entry, Vec<String>)> {
    let mut counts: BTreeMap<SourceId, usize> = BTreeMap::new();
    for source in map.attributions().filter_map(|(_, a)| a.source).chain(map.sources().values().filter_map(|s| s.in_reply_to)) {
        *counts.entry(source).or_default() += 1;
    }
    let line = |(id, source): (&SourceId, &crate::model::Source)| {
        let uses = counts.get(id).copied().unwrap_or_default();
        let authors: Vec<&str> = source.authors.iter().filter_map(|author| map.speaker(*author)).map(|s| s.label()).collect();
        let text = source.latest_text();
        let imported = text.map(|text| date::shown(text.imported.get(..16).unwrap_or(&text.imported))).unwrap_or_default();
        let sum = text.map(|text| text.sha256().short()).unwrap_or_default();
        let cells = [
            source.label(),
            source.kind.title(),
            &authors.join(", "),
            &date::shown(&source.date),
            &source.venue,
            &imported,
            &sum,
            &source.texts.len().to_string(),
            &uses.to_string(),
        ];
        (Entry::Source(*id), cells.map(str::to_owned).to_vec())
    };
    map.sources().iter().map(line).collect()
}

/// What is said in it.
fn uses(map: &ArgumentMap, entry: Entry) -> Vec<NodeId> {
    let Entry::Source(id) = entry else { return Vec::new() };
    map.attributions().filter(|(_, a)| a.source == Some(id)).map(|(node, _)| node).collect()
}
