//! Holds the layer table of `ARCHITECTURE.md`: which room may import which, and what never occurs where.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Room → the rooms it may import. The arrows point one way.
const ALLOWED: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("model", &["base"]),
    ("edit", &["base", "model"]),
    ("analysis", &["base", "model"]),
    ("layout", &["base", "model"]),
    ("provenance", &["base", "model"]),
    ("render", &["base", "model", "analysis", "layout", "provenance"]),
    ("formats", &["base", "model", "analysis", "layout", "provenance", "render"]),
    ("io", &["base", "model", "analysis", "layout", "provenance", "render", "formats"]),
    ("jobs", &["base"]),
    ("editor", &["base", "model", "edit", "analysis", "layout", "provenance", "render", "formats", "io", "jobs"]),
    ("app", &["base", "model", "edit", "analysis", "layout", "provenance", "render", "formats", "io", "jobs", "editor"]),
    ("cli", &["base", "model", "edit", "analysis", "layout", "provenance", "render", "formats", "io", "jobs", "editor"]),
];

fn sources() -> Vec<(String, PathBuf, String)> {
    fn walk(dir: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs") {
                into.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).unwrap().to_path_buf();
            let room = inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (room, inside, text)
        })
        .collect()
}

/// The part of a file that ships: comments and the tests at its end do not count.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..end].lines().enumerate().map(|(i, l)| (i + 1, l)).filter(|(_, l)| !l.trim_start().starts_with("//"))
}

fn rooms_named(line: &str) -> Vec<String> {
    line.match_indices("crate::")
        .filter(|(at, _)| !line[..*at].ends_with("pub(in "))
        .flat_map(|(at, _)| {
            let rest = &line[at + "crate::".len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(list) => list.split(['}', ';']).next().unwrap_or("").split(',').collect(),
                None => vec![rest],
            };
            names
                .into_iter()
                .map(|n| n.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>())
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn imports_point_one_way() {
    let allowed: BTreeMap<_, _> = ALLOWED.iter().copied().collect();
    let mut wrong = Vec::new();
    for (room, file, text) in sources() {
        if room == "lib" || room == "main" {
            continue;
        }
        let Some(may) = allowed.get(room.as_str()) else {
            wrong.push(format!("{}: the room “{room}” is not in the table", file.display()));
            continue;
        };
        for (line_number, line) in shipped(&text) {
            for other in rooms_named(line) {
                if allowed.contains_key(other.as_str()) && other != room && !may.contains(&other.as_str()) {
                    wrong.push(format!("{}:{line_number}: {room} imports {other}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn absences_hold() {
    /// (what must not occur, rooms where it may, why)
    const ABSENT: &[(&str, &[&str], &str)] = &[
        ("std::fs", &["io"], "only io touches files"),
        ("fs::", &["io"], "only io touches files"),
        ("std::net", &[], "there is no network"),
        ("unsafe ", &[], "there is no unsafe"),
        ("egui::", &["app"], "only app knows the window"),
        ("eframe::", &["app"], "only app knows the window"),
        ("rfd::", &["app"], "only app knows the window"),
        ("&mut ArgumentMap", &["model", "edit", "editor"], "maps change through edit"),
        ("set_record(", &["model", "edit"], "maps change through edit"),
        ("thread::spawn", &["jobs", "app"], "threads belong to jobs; native dialogs block theirs"),
    ];
    let mut wrong = Vec::new();
    for (room, file, text) in sources() {
        for (line_number, line) in shipped(&text) {
            for (what, may, why) in ABSENT {
                if line.contains(what) && !may.contains(&room.as_str()) {
                    wrong.push(format!("{}:{line_number}: “{what}”: {why}", file.display()));
                }
            }
            let serde_in_model = room == "model" && (line.contains("serde") || line.contains("Serialize"));
            if serde_in_model {
                wrong.push(format!("{}:{line_number}: wire types live in formats/native", file.display()));
            }
            let index_outside = !file.ends_with("graph.rs") && room == "model" && line.contains("petgraph");
            if index_outside {
                wrong.push(format!("{}:{line_number}: petgraph stays in model/graph.rs", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_is_the_one_that_people_read() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    for (room, _) in ALLOWED {
        assert!(page.contains(&format!("`{room}/`")), "ARCHITECTURE.md does not describe {room}/");
    }
}
