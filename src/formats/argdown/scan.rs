//! Searches that remember their last answer, so that asking again further on costs nothing: many openings without an end would
//! otherwise each search the rest of the input.

/// One search: asked from ever later places.
struct Search {
    needle: &'static str,
    from: usize,
    found: Option<usize>,
    done: bool,
}

impl Search {
    fn new(needle: &'static str) -> Self {
        Self { needle, from: 0, found: None, done: false }
    }

    fn at(&mut self, text: &str, pos: usize, find: impl Fn(&str, &str) -> Option<usize>) -> Option<usize> {
        let known = self.done && self.from <= pos && self.found.is_none_or(|f| f >= pos);
        if !known {
            (self.from, self.done) = (pos, true);
            self.found = text.get(pos..).and_then(|rest| find(rest, self.needle)).map(|f| f + pos);
        }
        self.found
    }
}

macro_rules! searches {
    ($($name:ident = $needle:literal,)*) => {
        /// The searches of the lexer over one text.
        pub(super) struct Find<'a> {
            text: &'a str,
            blank: Search,
            data: Option<DataRun>,
            $($name: Search,)*
        }

        impl<'a> Find<'a> {
            pub(super) fn new(text: &'a str) -> Self {
                Self { text, blank: Search::new(""), data: None, $($name: Search::new($needle),)* }
            }

            $(
                #[doc = concat!("Where `", $needle, "` next stands at or after `pos`.")]
                pub(super) fn $name(&mut self, pos: usize) -> Option<usize> {
                    self.$name.at(self.text, pos, |rest, needle| rest.find(needle))
                }
            )*
        }
    };
}

searches! {
    newline = "\n",
    comment_end = "-->",
    star_slash = "*/",
    fence = "===",
    dashes = "--",
    bracket = "]",
    bracket_colon = "]:",
    angle = ">",
    angle_colon = ">:",
    parenthesis = ")",
}

/// What is known of the closing braces ahead: data that begins at `from` or later, before `stop`, ends at `last`.
struct DataRun {
    from: usize,
    stop: usize,
    last: Option<usize>,
}

impl Find<'_> {
    /// Where the next blank line begins: the line break before it.
    pub(super) fn blank_line(&mut self, pos: usize) -> Option<usize> {
        self.blank.at(self.text, pos, |rest, _| {
            let mut line_end = rest.find('\n')?;
            loop {
                let next = line_end + 1 + rest[line_end + 1..].find('\n')?;
                if rest[line_end + 1..next].bytes().all(|b| matches!(b, b' ' | b'\t')) {
                    return Some(line_end);
                }
                line_end = next;
            }
        })
    }

    /// The end of the data that begins at `open`. Argdown takes the last `}` that is not followed by `,` or `}`, but does not go on
    /// behind one that is followed by a space and something else. Where that leaves braces without their partner, data ends at the
    /// partner of its first brace instead: anything else could not be YAML.
    pub(super) fn data_end(&mut self, open: usize) -> Option<usize> {
        if self.data.as_ref().is_none_or(|run| open + 1 < run.from || open >= run.stop) {
            self.data = Some(self.data_run(open + 1));
        }
        let last = self.data.as_ref()?.last.filter(|last| *last > open)?;
        Some(balanced(&self.text[open..=last]).map_or(last + 1, |length| open + length))
    }

    fn data_run(&self, from: usize) -> DataRun {
        let mut last = None;
        let mut at = from;
        while let Some(found) = self.text[at..].find('}') {
            let brace = at + found;
            let mut after = self.text[brace + 1..].chars();
            let stops = after.next().is_some_and(is_space) && after.next().is_some_and(|c| c != ',' && c != '}');
            let rest = self.text[brace + 1..].trim_start_matches(is_space);
            if !rest.starts_with([',', '}']) {
                last = Some(brace);
            }
            if stops {
                return DataRun { from, stop: brace, last };
            }
            at = brace + 1;
        }
        DataRun { from, stop: self.text.len(), last }
    }
}

/// The length of `{…}` up to the partner of its first brace. Braces between quotation marks do not count; a mark inside a word
/// ("it's") is none.
fn balanced(data: &str) -> Option<usize> {
    let (mut depth, mut quote, mut before) = (0_usize, None, ' ');
    for (at, c) in data.char_indices() {
        match (quote, c) {
            (Some(q), _) if c == q && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if is_space(before) || "{[,:".contains(before) => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}

/// A space as Argdown's reference parser sees it: that of JavaScript.
pub(super) fn is_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}
