//! As much YAML as Argdown files need: mappings and lists, in block and flow style, of plain and quoted scalars. Data is carried
//! along as written; this reader only finds the few settings that change what a document says.

/// Deepest nesting that is looked into.
const MAX_DEPTH: usize = 32;

/// A value; scalars as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Yaml {
    Scalar(String),
    List(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    /// The value at a path of keys.
    pub(super) fn get(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |value, key| match value {
            Self::Map(entries) => entries.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v),
            Self::Scalar(_) | Self::List(_) => None,
        })
    }

    /// The text of a scalar.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Scalar(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The whole numbers of a list.
    pub(super) fn numbers(&self) -> Option<Vec<usize>> {
        match self {
            Self::List(items) => items.iter().map(|i| i.text()?.parse().ok()).collect(),
            Self::Scalar(_) | Self::Map(_) => None,
        }
    }

    /// Whether the scalar at a path says `true`.
    pub(super) fn is_true(&self, path: &[&str]) -> bool {
        self.get(path).and_then(Self::text) == Some("true")
    }
}

/// Reads YAML; what it does not understand becomes an empty mapping or a scalar.
pub(super) fn parse(source: &str) -> Yaml {
    let start = source.trim_start();
    if start.starts_with(['{', '[']) {
        return Flow { rest: start }.value(0);
    }
    let lines: Vec<Line<'_>> = source.lines().filter_map(Line::new).collect();
    Block { lines: &lines, at: 0 }.value(0, 0)
}

/// The entries of a mapping at the top of `source`, each with the text that makes it up, in order: what [`without`] leaves out.
fn top_entries(source: &str) -> Vec<(String, String)> {
    let trimmed = source.trim();
    if let Some(inner) = trimmed.strip_prefix('{').and_then(|s| s.strip_suffix('}')) {
        return split_flow(inner).into_iter().map(|e| (key_of(e), e.trim().to_owned())).collect();
    }
    let indent = source.lines().filter_map(Line::new).map(|l| l.indent).min().unwrap_or(0);
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in source.lines() {
        let begins = Line::new(line).is_some_and(|l| l.indent == indent);
        match entries.last_mut() {
            Some((_, text)) if !begins => {
                text.push('\n');
                text.push_str(line);
            }
            _ => entries.push((key_of(line), line.to_owned())),
        }
    }
    entries
}

/// `source` without the entries of those names; empty where nothing is left.
pub(super) fn without(source: &str, names: &[&str]) -> String {
    let entries = top_entries(source);
    if entries.iter().all(|(key, _)| !names.contains(&key.as_str())) {
        return source.to_owned();
    }
    let kept: Vec<String> = entries.into_iter().filter(|(key, _)| !names.contains(&key.as_str())).map(|(_, text)| text).collect();
    match (kept.iter().all(|k| k.trim().is_empty()), source.trim_start().starts_with('{')) {
        (true, _) => String::new(),
        (false, true) => format!("{{{}}}", kept.join(", ")),
        (false, false) => kept.join("\n"),
    }
}

fn key_of(entry: &str) -> String {
    match split_key(entry.trim()) {
        Some((key, _)) => key,
        None => String::new(),
    }
}

/// A flow mapping's text cut at its commas; those in quotation marks or inner brackets do not count.
fn split_flow(inner: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quote, mut before) = (Vec::new(), 0, 0_usize, None, ' ');
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (Some(q), _) if c == q && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if before.is_whitespace() || "{[,:".contains(before) => quote = Some(c),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        before = c;
    }
    parts.push(&inner[start..]);
    parts.retain(|p| !p.trim().is_empty());
    parts
}

/// `key: rest`, the key without its quotation marks.
fn split_key(line: &str) -> Option<(String, &str)> {
    if let Some((key, rest)) = quoted(line) {
        let rest = rest.trim_start().strip_prefix(':')?;
        return Some((key, rest.trim_start()));
    }
    let colon = line.char_indices().find(|(at, c)| *c == ':' && line[at + 1..].chars().next().is_none_or(char::is_whitespace))?.0;
    Some((line[..colon].trim_end().to_owned(), line[colon + 1..].trim_start()))
}

/// A quoted scalar at the beginning of `text`, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut value = String::new();
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            ('"', '\\') => match chars.next()?.1 {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                'u' => {
                    let digits = text.get(at + 2..at + 6)?;
                    value.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?).unwrap_or('\u{fffd}'));
                    chars.by_ref().take(4).for_each(drop);
                }
                other => value.push(other),
            },
            ('\'', '\'') if chars.peek().is_some_and(|(_, next)| *next == '\'') => {
                chars.next();
                value.push('\'');
            }
            _ if c == quote => return Some((value, &text[at + 1..])),
            _ => value.push(c),
        }
    }
    None
}

/// A plain or quoted scalar that fills the rest of a line.
fn scalar(text: &str) -> Yaml {
    if let Some((value, _)) = quoted(text) {
        return Yaml::Scalar(value);
    }
    let plain = text.find(" #").map_or(text, |comment| &text[..comment]);
    Yaml::Scalar(plain.trim().to_owned())
}

/// A reader of flow style.
struct Flow<'a> {
    rest: &'a str,
}

impl Flow<'_> {
    fn value(&mut self, depth: usize) -> Yaml {
        self.rest = self.rest.trim_start();
        let close = match self.rest.chars().next() {
            Some('{') if depth < MAX_DEPTH => '}',
            Some('[') if depth < MAX_DEPTH => ']',
            Some('"' | '\'') => {
                if let Some((value, rest)) = quoted(self.rest) {
                    self.rest = rest;
                    return Yaml::Scalar(value);
                }
                return self.plain("");
            }
            _ => return self.plain(",]}"),
        };
        self.rest = &self.rest[1..];
        let (mut entries, mut items) = (Vec::new(), Vec::new());
        loop {
            self.rest = self.rest.trim_start().trim_start_matches(',').trim_start();
            if self.rest.is_empty() {
                break;
            }
            if let Some(rest) = self.rest.strip_prefix(close) {
                self.rest = rest;
                break;
            }
            let before = self.rest.len();
            if close == '}' {
                entries.push(self.entry(depth));
            } else {
                items.push(self.value(depth + 1));
            }
            if self.rest.len() == before {
                // A bracket of the other kind: nothing here can be read.
                self.rest = "";
            }
        }
        if close == '}' { Yaml::Map(entries) } else { Yaml::List(items) }
    }

    fn entry(&mut self, depth: usize) -> (String, Yaml) {
        let key = match quoted(self.rest) {
            Some((key, rest)) => {
                self.rest = rest.trim_start();
                key
            }
            None => {
                let end = self.rest.find([':', ',', '}']).unwrap_or(self.rest.len());
                let key = self.rest[..end].trim().to_owned();
                self.rest = &self.rest[end..];
                key
            }
        };
        match self.rest.strip_prefix(':') {
            Some(rest) => {
                self.rest = rest;
                (key, self.value(depth + 1))
            }
            None => (key, Yaml::Scalar(String::new())),
        }
    }

    fn plain(&mut self, ends: &str) -> Yaml {
        let end = self.rest.find(|c| ends.contains(c)).unwrap_or(self.rest.len());
        let value = self.rest[..end].trim().to_owned();
        self.rest = &self.rest[end..];
        Yaml::Scalar(value)
    }
}

/// A line that says something.
struct Line<'a> {
    indent: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn new(line: &'a str) -> Option<Self> {
        let text = line.trim();
        (!text.is_empty() && !text.starts_with('#')).then(|| Line { indent: line.len() - line.trim_start().len(), text })
    }
}

impl Line<'_> {
    fn is_item(&self) -> bool {
        self.text == "-" || self.text.starts_with("- ")
    }
}

/// A reader of block style.
struct Block<'a> {
    lines: &'a [Line<'a>],
    at: usize,
}

impl<'a> Block<'a> {
    /// What the lines from here on say that stand at least at `indent`.
    fn value(&mut self, indent: usize, depth: usize) -> Yaml {
        let Some(first) = self.lines.get(self.at).filter(|l| l.indent >= indent) else { return Yaml::Map(Vec::new()) };
        let (level, listed) = (first.indent, first.is_item());
        let (mut entries, mut items) = (Vec::new(), Vec::new());
        while let Some(line) = self.lines.get(self.at).filter(|l| l.indent >= level) {
            if line.indent == level && listed != line.is_item() {
                break;
            }
            self.at += 1;
            if line.indent > level {
                continue;
            }
            if listed {
                items.push(self.behind(line.text.strip_prefix('-').unwrap_or_default().trim_start(), level, depth));
            } else if let Some((key, rest)) = split_key(line.text) {
                let value = self.behind(rest, level, depth);
                entries.push((key, value));
            }
        }
        if listed { Yaml::List(items) } else { Yaml::Map(entries) }
    }

    /// The value behind a key or a dash: on the same line, or on deeper lines below.
    fn behind(&mut self, rest: &str, level: usize, depth: usize) -> Yaml {
        let deeper = self.lines[self.at..].iter().take_while(|l| l.indent > level).count();
        let below = &self.lines[self.at..self.at + deeper];
        if rest.is_empty() || rest.starts_with('#') {
            // A list may stand at its key's own indent.
            let same_level_list = self.lines.get(self.at).is_some_and(|l| l.indent == level && l.is_item());
            return if depth < MAX_DEPTH && (deeper > 0 || same_level_list) {
                self.value(if deeper > 0 { level + 1 } else { level }, depth + 1)
            } else {
                Yaml::Scalar(String::new())
            };
        }
        self.at += deeper;
        let more = || below.iter().map(|l| l.text).collect::<Vec<_>>().join(" ");
        if rest.starts_with(['{', '[']) {
            return Flow { rest: &format!("{rest} {}", more()) }.value(depth);
        }
        if rest.starts_with(['|', '>']) {
            return Yaml::Scalar(more());
        }
        scalar(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, without};

    #[test]
    fn settings_are_found_in_both_styles() {
        let check = |source: &str, path: &[&str], expected: Option<&str>| {
            assert_eq!(parse(source).get(path).and_then(|v| v.text()), expected, "{source}");
        };
        check("model:\n    mode: strict # really\n", &["model", "mode"], Some("strict"));
        check("  a: >\n    mode: x\n  model: {mode: 'strict', x: [1, {y: 2}]}", &["model", "mode"], Some("strict"));
        check("{model: {\"mode\": strict}}", &["model", "mode"], Some("strict"));
        check("title: \"A \\\"b\\\" \\u003d: c\"", &["title"], Some("A \"b\" =: c"));
        check("title: It's: fine", &["title"], Some("It's: fine"));
        check("a: {b: \"x}\", c: y}", &["a", "c"], Some("y"));
        check("a\n - b\n", &["a"], None);
        check("{a: ]]]}", &["a"], Some(""));
        check(&"{a: ".repeat(9999), &["b"], None);
        check(&"- ".repeat(9999), &["b"], None);
        assert_eq!(parse("uses:\n- 1\n- 2").get(&["uses"]).and_then(super::Yaml::numbers), Some(vec![1, 2]));
        assert_eq!(parse("{uses: [1, 3]}").get(&["uses"]).and_then(super::Yaml::numbers), Some(vec![1, 3]));
        assert_eq!(parse("{uses: [1, x]}").get(&["uses"]).and_then(super::Yaml::numbers), None);
    }

    #[test]
    fn entries_are_left_out() {
        let check = |source: &str, expected: &str| assert_eq!(without(source, &["uses", "title"]), expected);
        check("{uses: [1,2], a: 'x, y'}", "{a: 'x, y'}");
        check("{uses: [1,2]}", "");
        check("{a: 1}", "{a: 1}");
        check("title: x\nb:\n  title: y\n", "b:\n  title: y");
        check("  a: 1\n  title: >\n     x\n     y\n  b: 2", "  a: 1\n  b: 2");
    }
}
