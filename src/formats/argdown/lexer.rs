//! Argdown's tokens, one at a time, without going back: the work grows with the length of the input, whatever it holds.
//!
//! Which characters mean something depends on where they stand: relation symbols, list bullets, statement numbers and headings only
//! begin a line; between `--` and `--` stands an inference. Where a token may begin, the first rule that fits wins; the order of the
//! rules is the order of the questions in [`Lexer::default_token`].

use super::scan::{Find, is_space};

/// The symbols that join a child to the statement or argument above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Symbol {
    /// `+` or `<+`: the child supports its parent.
    SupportsParent,
    /// `+>`: the parent supports the child.
    SupportsChild,
    /// `-` or `<-`: the child attacks its parent.
    AttacksParent,
    /// `->`: the parent attacks the child.
    AttacksChild,
    /// `_` or `<_`: the child undercuts its parent.
    UndercutsParent,
    /// `_>`: the parent undercuts the child.
    UndercutsChild,
    /// `><`: they contradict each other.
    Contradicts,
}

/// Bold and italic marks; each is closed by its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `**`
    StarBold,
    /// `__`
    LineBold,
    /// `*`
    StarItalic,
    /// `_`
    LineItalic,
}

impl Mark {
    const ALL: [Self; 4] = [Self::StarBold, Self::LineBold, Self::StarItalic, Self::LineItalic];

    /// The mark as written.
    pub(super) fn image(self) -> &'static str {
        match self {
            Self::StarBold => "**",
            Self::LineBold => "__",
            Self::StarItalic => "*",
            Self::LineItalic => "_",
        }
    }
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// YAML between `===` lines at the very beginning.
    FrontMatter,
    /// `===…===` anywhere else.
    StrayFence,
    /// `{…}`
    Data,
    /// `\x` and the spaces after it.
    Escaped,
    /// A backslash that escapes nothing.
    LoneBackslash,
    /// `.x.` or `:x:`, known or not.
    Shortcode,
    /// One line break.
    Newline,
    /// Two or more line breaks: the end of a block.
    Emptyline,
    /// A relation symbol with the width of the blanks before it.
    Relation(Symbol, usize),
    /// `*` or `1.` with the width of the blanks before it.
    ListItem(usize),
    /// `(1)`
    Number,
    /// The first `--` of an inference. Without a second one the token is the whole line.
    InferenceStart {
        /// Whether a second one follows.
        closed: bool,
    },
    /// The second `--`.
    InferenceEnd,
    /// `--` at the beginning of a line where no inference can stand.
    StrayDashes,
    /// `,` between inference rules.
    Comma,
    /// `# `, `## ` … with its level.
    Heading(usize),
    /// The beginning of bold or italic.
    Open(Mark),
    /// Its end.
    Close(Mark),
    /// `[text](url)`
    Link,
    /// `#tag` or `#(tag)`
    Tag,
    /// `[T]:`
    StatementDefinition,
    /// `[T]`
    StatementReference,
    /// `@[T]`
    StatementMention,
    /// `<T>:`
    ArgumentDefinition,
    /// `<T>`
    ArgumentReference,
    /// `@<T>`
    ArgumentMention,
    /// Anything else.
    Text,
}

/// A token: bytes `start..end` of the input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What came before: some rules hold only there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Newline,
    Emptyline,
    Other,
}

/// Reads tokens from a text whose line breaks are all `\n`.
pub(super) struct Lexer<'a> {
    text: &'a str,
    pos: usize,
    last: Last,
    /// Nothing but line breaks so far.
    at_beginning: bool,
    in_inference: bool,
    marks: Vec<Mark>,
    find: Find<'a>,
    /// Whether `--` may begin an inference here: the parser says so while it reads a premise-conclusion structure.
    pub(super) inference_allowed: bool,
    /// Comments skipped so far, and where the first one begins.
    pub(super) comments: (usize, Option<usize>),
    /// Where a comment on the last line lacks the line break that would make it one.
    pub(super) unended_comment: Option<usize>,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            pos: 0,
            last: Last::Nothing,
            at_beginning: true,
            in_inference: false,
            marks: Vec::new(),
            find: Find::new(text),
            inference_allowed: false,
            comments: (0, None),
            unended_comment: None,
        }
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Token> {
        while self.pos < self.text.len() {
            if self.skip_comment() {
                continue;
            }
            let found = if self.in_inference { self.inference_token() } else { self.default_token() };
            match found {
                Some((kind, start, end)) => return Some(self.emit(kind, start, end)),
                // Blanks in front of a token belong to no token.
                None => self.pos = self.after_blanks(self.pos),
            }
        }
        None
    }

    /// Skips the rest of the line, and says what it holds. A comment is left to be skipped as such.
    pub(super) fn skip_line(&mut self) -> &'a str {
        let end = self.find.newline(self.pos).unwrap_or(self.text.len());
        let rest = self.text.get(self.pos..end).unwrap_or_default().trim();
        if rest.is_empty() || rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("<!--") {
            return "";
        }
        self.pos = end;
        rest
    }

    fn emit(&mut self, kind: Kind, start: usize, end: usize) -> Token {
        self.pos = end;
        self.last = match kind {
            Kind::Newline => Last::Newline,
            Kind::Emptyline => Last::Emptyline,
            _ => Last::Other,
        };
        match kind {
            Kind::Newline => {}
            Kind::Emptyline => {
                self.in_inference = false;
                self.marks.clear();
            }
            _ => self.at_beginning = false,
        }
        match kind {
            Kind::InferenceStart { closed } => self.in_inference = closed,
            Kind::InferenceEnd => self.in_inference = false,
            Kind::Open(mark) => self.marks.push(mark),
            Kind::Close(_) => drop(self.marks.pop()),
            Kind::Relation(..) | Kind::ListItem(_) | Kind::Number | Kind::Heading(_) => self.marks.clear(),
            _ => {}
        }
        Token { kind, start, end }
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn after_blanks(&self, at: usize) -> usize {
        at + self.text.as_bytes()[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
    }

    fn after_one_blank(&self, at: usize) -> usize {
        at + usize::from(matches!(self.byte(at), b' ' | b'\t'))
    }

    fn run(&self, at: usize, byte: u8) -> usize {
        self.text.as_bytes()[at..].iter().take_while(|b| **b == byte).count()
    }

    fn space_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(is_space)
    }

    fn skip_comment(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.pos..];
        let end = if rest.starts_with(b"<!--") {
            self.find.comment_end(self.pos + 4).map(|at| at + 3)
        } else if rest.starts_with(b"/*") {
            self.find.star_slash(self.pos + 2).map(|at| at + 2)
        } else if rest.starts_with(b"//") {
            let line_end = self.find.newline(self.pos);
            if line_end.is_none() {
                self.unended_comment.get_or_insert(self.pos);
            }
            line_end
        } else {
            None
        };
        let Some(end) = end else { return false };
        self.comments.0 += 1;
        self.comments.1.get_or_insert(self.pos);
        self.pos = match self.last {
            // A comment between blocks takes the line breaks after it along, so that it does not end a block twice.
            Last::Emptyline => end + self.run(end, b'\n'),
            // A comment on its own lines inside a block takes one line break along, unless a blank line follows.
            Last::Newline => {
                let line_end = self.after_blanks(end);
                let next = line_end + 1;
                let alone = self.byte(line_end) == b'\n' && self.byte(self.after_blanks(next.min(self.text.len()))) != b'\n';
                if alone { next } else { end }
            }
            Last::Nothing | Last::Other => end,
        };
        true
    }

    /// The length of two or more line breaks, blanks before each allowed; or of one.
    fn line_breaks(&self) -> Option<(Kind, usize)> {
        let first = self.after_blanks(self.pos);
        if self.byte(first) != b'\n' {
            return None;
        }
        let mut end = first + 1;
        if self.last != Last::Emptyline {
            loop {
                let next = self.after_blanks(end);
                if self.byte(next) != b'\n' {
                    break;
                }
                end = next + 1;
            }
        }
        Some((if end > first + 1 { Kind::Emptyline } else { Kind::Newline }, end))
    }

    fn default_token(&mut self) -> Option<(Kind, usize, usize)> {
        let pos = self.pos;
        if let Some((kind, end)) = self.line_breaks() {
            return Some((kind, pos, end));
        }
        let first = self.byte(pos);
        let early = match first {
            b'=' => self.fence(),
            b'{' => self.find.data_end(pos).map(|end| (Kind::Data, end)),
            b'\\' => Some(self.escaped()),
            b'.' | b':' => self.shortcode(),
            _ => None,
        };
        if let Some((kind, end)) = early {
            return Some((kind, pos, end));
        }
        if self.last != Last::Other
            && let Some(found) = self.line_start()
        {
            return Some(found);
        }
        let (kind, end) = match first {
            b' ' | b'\t' => return None,
            b'*' | b'_' => self.mark(),
            b'[' => self.bracket(),
            b'#' => self.tag(),
            b'@' => self.mention(),
            b'<' => self.angle(),
            _ => None,
        }
        .unwrap_or_else(|| (Kind::Text, self.text_end()));
        Some((kind, pos, end))
    }

    fn text_end(&self) -> usize {
        if is_control(self.byte(self.pos)) {
            return self.after_one_blank(self.pos + 1);
        }
        let rest = &self.text.as_bytes()[self.pos..];
        self.pos + rest.iter().position(|b| is_control(*b) || matches!(b, b'\\' | b'\n')).unwrap_or(rest.len())
    }

    fn fence(&mut self) -> Option<(Kind, usize)> {
        let length = self.run(self.pos, b'=');
        if length < 3 {
            return None;
        }
        let after = self.pos + length;
        let end = match self.find.fence(after) {
            Some(at) => at + self.run(at, b'='),
            None if length >= 6 => after,
            None => return None,
        };
        Some(if self.at_beginning { (Kind::FrontMatter, end) } else { (Kind::StrayFence, after) })
    }

    fn escaped(&self) -> (Kind, usize) {
        match self.char_at(self.pos + 1) {
            Some(c) if c != '\n' => {
                let end = self.pos + 1 + c.len_utf8();
                (Kind::Escaped, end + self.run(end, b' '))
            }
            _ => (Kind::LoneBackslash, self.pos + 1),
        }
    }

    /// `.x.` or `:x:` without a space inside.
    fn shortcode(&self) -> Option<(Kind, usize)> {
        let edge = char::from(self.byte(self.pos));
        let mut chars = self.text[self.pos + 1..].char_indices();
        let (_, first) = chars.next()?;
        if is_space(first) {
            return None;
        }
        for (at, c) in chars {
            if c == edge {
                return Some((Kind::Shortcode, self.after_one_blank(self.pos + 1 + at + 1)));
            }
            if is_space(c) {
                return None;
            }
        }
        None
    }

    /// What only begins a line. The token includes the blanks before it.
    fn line_start(&mut self) -> Option<(Kind, usize, usize)> {
        let pos = self.pos;
        let at = self.after_blanks(pos);
        let indent = at - pos;
        let relation = |symbol, length| Some((Kind::Relation(symbol, indent), pos, at + length));
        match (self.byte(at), self.byte(at + 1)) {
            (b'-', b'-') => Some(self.dashes(at)),
            (b'+', b'>') => relation(Symbol::SupportsChild, 2),
            (b'-', b'>') => relation(Symbol::AttacksChild, 2),
            (b'<', b'+') => relation(Symbol::SupportsParent, 2),
            (b'+', _) => relation(Symbol::SupportsParent, 1),
            (b'<', b'-') => relation(Symbol::AttacksParent, 2),
            (b'-', _) => relation(Symbol::AttacksParent, 1),
            (b'>', b'<') => relation(Symbol::Contradicts, 2),
            (b'_', b'>') => relation(Symbol::UndercutsChild, 2),
            (b'<', b'_') => relation(Symbol::UndercutsParent, 2),
            (b'_', _) if self.space_at(at + 1) => relation(Symbol::UndercutsParent, 1),
            (b'#', _) if indent == 0 => {
                let level = self.run(at, b'#');
                (self.byte(at + level) == b' ').then_some((Kind::Heading(level), pos, at + level + 1))
            }
            (b'(', _) => {
                let digits = self.digits(at + 1);
                (digits > 0 && self.byte(at + 1 + digits) == b')').then_some((Kind::Number, pos, at + digits + 2))
            }
            (b'*', _) if self.space_at(at + 1) => Some((Kind::ListItem(indent), pos, at + 1)),
            (b'0'..=b'9', _) => {
                let end = at + self.digits(at);
                (self.byte(end) == b'.' && self.space_at(end + 1)).then_some((Kind::ListItem(indent), pos, end + 1))
            }
            _ => None,
        }
    }

    fn digits(&self, at: usize) -> usize {
        self.text.as_bytes()[at..].iter().take_while(|b| b.is_ascii_digit()).count()
    }

    fn dashes(&mut self, at: usize) -> (Kind, usize, usize) {
        let line_end = self.find.newline(at).unwrap_or(self.text.len());
        if !self.inference_allowed {
            return (Kind::StrayDashes, self.pos, at + self.run(at, b'-'));
        }
        if self.inference_closes(at + 2) {
            return (Kind::InferenceStart { closed: true }, self.pos, at + 2);
        }
        (Kind::InferenceStart { closed: false }, self.pos, line_end)
    }

    /// Whether `--` comes where the second half of an inference may stand: before a blank line, with at most one line of rules and
    /// then data between.
    fn inference_closes(&mut self, from: usize) -> bool {
        let Some(end) = self.find.dashes(from) else { return false };
        if self.find.blank_line(from).is_some_and(|blank| blank < end) {
            return false;
        }
        let between = &self.text[from..end];
        let rules = between.split_once('{').map_or(between, |(rules, _)| rules);
        !rules.trim().contains('\n')
    }

    /// An end is possible where the innermost open mark is of that kind; it wins over a beginning.
    fn mark(&self) -> Option<(Kind, usize)> {
        let rest = &self.text[self.pos..];
        for mark in Mark::ALL {
            let end = self.pos + mark.image().len();
            if self.marks.last() == Some(&mark) && rest.starts_with(mark.image()) {
                if matches!(self.byte(end), b' ' | b'\t') {
                    return Some((Kind::Close(mark), end + 1));
                }
                if end == self.text.len() || b"\n)}_.,!?;:-*".contains(&self.byte(end)) {
                    return Some((Kind::Close(mark), end));
                }
            }
        }
        for mark in Mark::ALL {
            let end = self.pos + mark.image().len();
            if rest.starts_with(mark.image()) && !self.space_at(end) {
                return Some((Kind::Open(mark), end));
            }
        }
        None
    }

    /// The end of `open … close`, at least one character inside, on one line; `close` is found by `find`.
    fn enclosed(&mut self, open: usize, length: usize, find: fn(&mut Find<'a>, usize) -> Option<usize>) -> Option<usize> {
        let first = self.char_at(open + 1)?;
        let at = find(&mut self.find, open + 1 + first.len_utf8())?;
        let same_line = first != '\n' && self.find.newline(open).is_none_or(|line_end| at < line_end);
        same_line.then_some(at + length)
    }

    fn bracket(&mut self) -> Option<(Kind, usize)> {
        if let Some(end) = self.link() {
            return Some((Kind::Link, end));
        }
        if let Some(end) = self.enclosed(self.pos, 2, Find::bracket_colon) {
            return Some((Kind::StatementDefinition, end));
        }
        if self.byte(self.pos + 1) == b'-' {
            return None;
        }
        self.enclosed(self.pos, 1, Find::bracket).map(|end| (Kind::StatementReference, end))
    }

    fn link(&mut self) -> Option<usize> {
        if self.byte(self.pos + 1) == b']' {
            return None;
        }
        let middle = self.enclosed(self.pos, 1, Find::bracket)?;
        if self.byte(middle) != b'(' || self.byte(middle + 1) == b')' {
            return None;
        }
        self.enclosed(middle, 1, Find::parenthesis).map(|end| self.after_one_blank(end))
    }

    fn angle(&mut self) -> Option<(Kind, usize)> {
        if let Some(end) = self.enclosed(self.pos, 2, Find::angle_colon) {
            return Some((Kind::ArgumentDefinition, end));
        }
        if self.byte(self.pos + 1) == b'-' {
            return None;
        }
        self.enclosed(self.pos, 1, Find::angle).map(|end| (Kind::ArgumentReference, end))
    }

    fn mention(&mut self) -> Option<(Kind, usize)> {
        let open = self.pos + 1;
        let (kind, end) = match self.byte(open) {
            b'[' => (Kind::StatementMention, self.enclosed(open, 1, Find::bracket)?),
            b'<' => (Kind::ArgumentMention, self.enclosed(open, 1, Find::angle)?),
            _ => return None,
        };
        Some((kind, self.after_one_blank(end)))
    }

    fn tag(&mut self) -> Option<(Kind, usize)> {
        let start = self.pos + 1;
        let end = if self.byte(start) == b'(' && self.byte(start + 1) != b')' {
            let end = self.find.parenthesis(start + 1)?;
            if self.find.blank_line(start).is_some_and(|blank| blank < end) {
                return None;
            }
            end + 1
        } else {
            start + self.text[start..].find(|c| !is_tag_char(c)).unwrap_or(self.text.len() - start)
        };
        (end > start).then(|| (Kind::Tag, self.after_one_blank(end)))
    }

    fn inference_token(&mut self) -> Option<(Kind, usize, usize)> {
        let pos = self.pos;
        if let Some((kind, end)) = self.line_breaks() {
            return Some((kind, pos, end));
        }
        let (kind, end) = match self.byte(pos) {
            b' ' | b'\t' => return None,
            b'\\' => Some(self.escaped()),
            b'.' | b':' => self.shortcode(),
            b'-' if self.byte(pos + 1) == b'-' => Some((Kind::InferenceEnd, pos + self.run(pos, b'-'))),
            b'{' => self.find.data_end(pos).map(|end| (Kind::Data, end)),
            b',' => Some((Kind::Comma, pos + 1)),
            _ => None,
        }
        .unwrap_or_else(|| (Kind::Text, self.text_end()));
        Some((kind, pos, end))
    }
}

/// Characters that may begin something, and so end a run of plain text.
pub(super) fn is_control(byte: u8) -> bool {
    b"@#*_[],.:;</>-(){}".contains(&byte)
}

/// Characters of a tag without parentheses; the range from `A` to `z` is Argdown's own.
pub(super) fn is_tag_char(c: char) -> bool {
    matches!(c, '0'..='9' | 'A'..='z' | '-' | '\u{a0}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}')
}
