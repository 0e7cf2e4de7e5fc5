//! YAML data between Argdown's braces and a map's fields: `{…}` in flow style stays as it is, block style loses its braces. Several
//! pieces are kept apart as YAML documents are.

use super::steps::USES;
use super::yaml::{self, Yaml};

const BETWEEN: &str = "\n---\n";
/// Marks a conclusion that only stands for what its premises bear on.
const STANDS_FOR: &str = "standsFor";

/// The mark of a conclusion that only stands for what its premises bear on.
pub(super) const RELATION_MARK: &str = "{standsFor: relation}";

/// Whether data has that mark.
pub(super) fn stands_for_relation(block: &str) -> bool {
    block.contains(STANDS_FOR) && yaml::parse(&unwrapped(block)).get(&[STANDS_FOR]).and_then(Yaml::text) == Some("relation")
}

/// The YAML of one pair of braces.
fn unwrapped(block: &str) -> String {
    let inner = block.trim().strip_prefix('{').and_then(|b| b.strip_suffix('}')).unwrap_or(block);
    let first_line = inner.split('\n').next().unwrap_or_default();
    if inner.contains('\n') && first_line.trim().is_empty() {
        inner.split_once('\n').map_or("", |(_, rest)| rest).trim_end().to_owned()
    } else {
        block.trim().to_owned()
    }
}

/// The data of several pairs of braces, without the premises that steps name there: the map knows them.
pub(super) fn from_blocks<'a>(blocks: impl Iterator<Item = &'a str>) -> String {
    let parts: Vec<String> = blocks.map(without_uses).collect();
    join(&parts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Several pieces of data as one.
pub(super) fn join(parts: &[&str]) -> String {
    parts.iter().filter(|p| !p.trim().is_empty()).copied().collect::<Vec<_>>().join(BETWEEN)
}

/// Data without the numbers of premises in it.
pub(super) fn without_uses(block: &str) -> String {
    let data = unwrapped(block);
    if !USES.iter().any(|key| data.contains(key)) {
        return data;
    }
    let parsed = yaml::parse(&data);
    let named: Vec<&str> = USES.iter().copied().filter(|key| parsed.get(&[key]).and_then(Yaml::numbers).is_some()).collect();
    yaml::without(&data, &named)
}

/// The pairs of braces that hold the data of a map's field.
pub(super) fn to_blocks(data: &str) -> Vec<String> {
    let parts = data.split(BETWEEN).map(|p| p.trim_matches('\n').trim_end()).filter(|p| !p.trim().is_empty());
    parts.map(|p| if p.starts_with('{') { p.to_owned() } else { format!("{{\n{p}\n}}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::{from_blocks, stands_for_relation, to_blocks};

    #[test]
    fn data_keeps_its_form() {
        let check = |blocks: &[&str], data: &str| {
            assert_eq!(from_blocks(blocks.iter().copied()), data);
            assert_eq!(from_blocks(to_blocks(data).iter().map(String::as_str)), data);
        };
        check(&["{a: 1}"], "{a: 1}");
        check(&["{\n  a: 1\n  b:\n    - c\n}"], "  a: 1\n  b:\n    - c");
        check(&["{a: 1}", "{b: 2}"], "{a: 1}\n---\n{b: 2}");
        check(&["{a: 1,\n b: 2}"], "{a: 1,\n b: 2}");
        check(&["{uses: [1, 2], a: 1}"], "{a: 1}");
        check(&["{from: Plato}"], "{from: Plato}");
        check(&["{uses: [1]}"], "");
        check(&["{}"], "{}");
        assert!(stands_for_relation("{standsFor: relation}") && !stands_for_relation("{standsFor: nothing}"));
    }
}
