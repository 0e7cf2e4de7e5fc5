//! Reads an Argdown file into a [`Document`]. Where the file departs from Argdown the reader says so and goes on as the author
//! most likely meant it; nothing is read twice and nothing recurses, so depth and length of a file cost only their own length.

mod element;
mod structure;
mod tree;

use std::collections::{HashMap, HashSet};

use super::content::{Content, Shortcodes, shortcodes};
use super::document::{Document, End, RelationType, Role, Section};
use super::findings::Findings;
use super::lexer::{Kind, Lexer, Symbol, Token};
use super::steps::{explode, rewrite_relations};
use super::yaml::{self, Yaml};
use crate::base::{Cancelled, Code, TaskCtx};
use crate::tr;

/// Most statements and arguments, counted wherever they occur, that are read.
pub const MAX_MEMBERS: usize = 200_000;

/// Reads a file whose line breaks are all `\n`.
pub(super) fn parse(text: &str, ctx: &TaskCtx) -> Result<(Document, Findings), Cancelled> {
    let mut parser = Parser::new(text);
    parser.run(ctx)?;
    Ok(parser.finish())
}

/// What is about to begin: the next text, title or reference becomes it.
#[derive(Clone, Copy)]
struct Start {
    role: Role,
    /// The relation that leads to it, and its parent.
    link: Option<(Symbol, End)>,
    /// Byte offset of the symbol, number or bullet in front of it.
    at: usize,
    /// A line break came first.
    line_break: bool,
}

/// How far an occurrence has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Text,
    /// Behind a reference: tags, then a line break, may follow.
    Reference,
    ReferenceLine,
    /// Behind data.
    Data,
    /// Title and text are settled; children may follow.
    Done,
}

/// An occurrence of a statement or argument that is being read, or whose children are.
struct Element {
    /// Known from [`Phase::Done`] on.
    end: End,
    title: Option<String>,
    is_argument: bool,
    is_reference: bool,
    role: Role,
    link: Option<(Symbol, End)>,
    content: Content,
    data: Vec<String>,
    phase: Phase,
    at: usize,
    /// Closed, but children may still be meant for it.
    closed: bool,
}

/// A premise-conclusion structure that is being read.
struct Pcs {
    argument: usize,
    /// The inference whose conclusion comes next.
    inference: Option<usize>,
    /// A blank line came after its last statement.
    interrupted: bool,
    at: usize,
}

struct Heading {
    level: usize,
    content: Content,
    data: Vec<String>,
    at: usize,
}

struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    document: Document,
    findings: Findings,
    statements: HashMap<String, usize>,
    arguments: HashMap<String, usize>,
    seen: HashSet<(RelationType, End, End)>,
    untitled: usize,
    section: Option<usize>,
    start: Option<Start>,
    heading: Option<Heading>,
    /// From the block's first element down to the one being read.
    open: Vec<Element>,
    /// Indentation levels: their width, and how many open elements are above them.
    levels: Vec<(usize, usize)>,
    pcs: Option<Pcs>,
    /// The block that was just read, where it was an argument: a premise-conclusion structure that follows belongs to it.
    previous: Option<usize>,
    shortcodes: Shortcodes,
    strict: bool,
    explodes: bool,
    hides_tags: bool,
    /// A blank line came just before.
    after_blank: bool,
    /// Nothing came yet but blank lines, comments and front matter.
    fresh: bool,
    /// Where front matter ended, until a blank line follows.
    unseparated: Option<usize>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            lexer: Lexer::new(text),
            document: Document::default(),
            findings: Findings::default(),
            statements: HashMap::new(),
            arguments: HashMap::new(),
            seen: HashSet::new(),
            untitled: 0,
            section: None,
            start: None,
            heading: None,
            open: Vec::new(),
            levels: Vec::new(),
            pcs: None,
            previous: None,
            shortcodes: shortcodes(),
            strict: false,
            explodes: false,
            hides_tags: false,
            after_blank: true,
            fresh: true,
            unseparated: None,
        }
    }

    fn image(&self, token: Token) -> &'a str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    fn syntax(&mut self, at: usize, message: impl Into<String>, help: &str) {
        self.findings.add(Code::Syntax, at, message, help);
    }

    fn run(&mut self, ctx: &TaskCtx) -> Result<(), Cancelled> {
        let mut count = 0_u32;
        self.begin_block(0);
        while let Some(token) = self.lexer.next() {
            if count.is_multiple_of(4096) {
                ctx.checkpoint(token.start as u64, self.text.len() as u64)?;
            }
            count = count.wrapping_add(1);
            if self.document.members.len() >= MAX_MEMBERS {
                let help = tr!("argdown-too-many-help");
                self.syntax(token.start, tr!("argdown-too-many", limit = MAX_MEMBERS), help);
                break;
            }
            self.token(token);
        }
        Ok(())
    }

    fn finish(mut self) -> (Document, Findings) {
        self.end_block();
        self.end_pcs();
        if let Some(at) = self.lexer.unended_comment {
            let message = tr!("argdown-last-comment");
            self.findings.add(Code::NotKept, at, message, tr!("argdown-last-comment-help"));
        }
        if let (count, Some(at)) = self.lexer.comments {
            let help = tr!("argdown-comments-help");
            self.findings.count(at, count, |count| tr!("argdown-comments", count = count), help);
        }
        if self.fresh && !self.text.trim().is_empty() {
            self.syntax(0, tr!("argdown-nothing"), tr!("argdown-nothing-help"));
        }
        let first_section = |members: &[usize]| members.first().and_then(|m| self.document.members.get(*m)?.section);
        for statement in &mut self.document.statements {
            statement.section = statement.section.or_else(|| first_section(&statement.members));
        }
        for argument in &mut self.document.arguments {
            argument.section = argument.section.or_else(|| first_section(&argument.members));
        }
        rewrite_relations(&mut self.document, self.strict);
        if self.explodes {
            explode(&mut self.document);
        }
        (self.document, self.findings)
    }

    fn token(&mut self, token: Token) {
        if !matches!(token.kind, Kind::FrontMatter | Kind::Newline | Kind::Emptyline) {
            self.fresh = false;
        }
        match (token.kind, self.unseparated) {
            (Kind::Emptyline, _) => self.unseparated = None,
            (Kind::Newline, _) | (_, None) => {}
            (_, Some(at)) => {
                self.unseparated = None;
                self.syntax(at, tr!("argdown-after-front-matter"), tr!("argdown-after-front-matter-help"));
            }
        }
        match token.kind {
            Kind::FrontMatter => {
                self.front_matter(token);
                return;
            }
            Kind::Emptyline => {
                self.end_block();
                self.begin_block(token.end);
                return;
            }
            Kind::Newline => {
                self.newline();
                return;
            }
            Kind::Heading(level) => {
                self.leave_block(token.start);
                self.start = None;
                self.heading = Some(Heading { level, content: Content::default(), data: Vec::new(), at: token.start });
            }
            Kind::Number => self.number(token),
            Kind::InferenceStart { closed } => self.inference(token, closed),
            Kind::InferenceEnd | Kind::Comma => self.content(token),
            Kind::StrayDashes => {
                let help = tr!("argdown-stray-inference-help");
                self.syntax(token.start, tr!("argdown-stray-inference"), help);
            }
            Kind::StrayFence => {
                let help = tr!("argdown-stray-front-matter-help");
                self.syntax(token.start, tr!("argdown-stray-front-matter"), help);
                self.content(token);
            }
            Kind::LoneBackslash => {
                self.syntax(token.start, tr!("argdown-last-backslash"), tr!("argdown-last-backslash-help"));
                self.content(token);
            }
            Kind::Relation(symbol, indent) => self.relation(token, symbol, indent),
            Kind::ListItem(indent) => self.list_item(token, indent),
            _ => self.content(token),
        }
        self.after_blank = false;
    }

    fn begin_block(&mut self, at: usize) {
        self.start = Some(Start { role: Role::TopLevel, link: None, at, line_break: false });
        self.after_blank = true;
    }

    /// Ends what a blank line ends. Elements stay known as parents: a relation tree cut by a blank line can then be read on.
    fn end_block(&mut self) {
        self.answer_start(true);
        self.end_heading();
        self.end_text();
        self.close_from(0);
        self.remember_block();
        if let Some(pcs) = &mut self.pcs {
            pcs.interrupted = true;
        }
    }

    /// Ends the block as [`Self::end_block`] does, for good: what follows is no part of it.
    fn leave_block(&mut self, at: usize) {
        let missing_blank_line = !self.after_blank;
        self.end_block();
        self.open.clear();
        self.levels.clear();
        self.end_pcs();
        if missing_blank_line {
            self.syntax(at, tr!("argdown-blank-missing"), tr!("argdown-blank-missing-help"));
        }
    }

    /// Remembers the argument that the block is about, if it is: a premise-conclusion structure may follow.
    fn remember_block(&mut self) {
        if let Some(element) = self.open.first() {
            self.previous = match element.end {
                End::Argument(argument) if self.pcs.is_none() && !self.in_list() => Some(argument),
                End::Argument(_) | End::Statement(_) | End::Inference(_) => None,
            };
        }
    }

    fn in_list(&self) -> bool {
        self.levels.get(1).is_some_and(|level| level.1 == 0)
    }

    /// Deals with a symbol, number or bullet that nothing followed so far. To Argdown a line break is enough for a statement without
    /// text; a whole block of nothing else (`block_ends`) is one, too.
    fn answer_start(&mut self, block_ends: bool) {
        let Some(start) = self.start.take() else { return };
        let top_level = start.role == Role::TopLevel;
        if start.line_break && (block_ends || !top_level) {
            if top_level {
                self.end_pcs();
                self.open.clear();
                self.levels = vec![(0, 0)];
            }
            self.begin_element(start, None, Phase::Text);
            return;
        }
        if start.link.is_some() {
            self.syntax(start.at, tr!("argdown-symbol-alone"), tr!("argdown-symbol-alone-help"));
        } else if matches!(start.role, Role::Premise | Role::ListItem) {
            self.syntax(start.at, tr!("argdown-number-alone"), tr!("argdown-number-alone-help"));
        }
    }

    fn front_matter(&mut self, token: Token) {
        let body = self.image(token).trim_matches('=').trim_matches('\n').trim_end();
        let settings = yaml::parse(body);
        self.strict = settings.get(&["model", "mode"]).and_then(Yaml::text) == Some("strict");
        self.explodes = settings.is_true(&["model", "explodeArguments"]);
        self.hides_tags = settings.is_true(&["model", "removeTagsFromText"]);
        if let Some(Yaml::Map(own)) = settings.get(&["model", "shortcodes"]) {
            for (code, meaning) in own {
                if let Some(meaning) = meaning.get(&["unicode"]).and_then(Yaml::text) {
                    self.shortcodes.insert(code.clone(), meaning.to_owned());
                }
            }
        }
        if settings.get(&["group", "regroup"]).is_some() {
            let message = tr!("argdown-regroup");
            self.findings.add(Code::NotKept, token.start, message, tr!("argdown-regroup-help"));
        }
        self.document.front_matter = Some(body.to_owned());
        self.unseparated = Some(token.end);
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        let textless = heading.content.is_empty() && !heading.content.has_line_break();
        let (mut content, unclosed) = heading.content.finish();
        self.report_unclosed(unclosed);
        let lead = content.text.len() - content.text.trim_start().len();
        content.text = content.text.trim().to_owned();
        for span in &mut content.spans {
            span.start = span.start.saturating_sub(lead).min(content.text.len());
            span.end = span.end.saturating_sub(lead).min(content.text.len());
        }
        if textless {
            self.syntax(heading.at, tr!("argdown-empty-heading"), tr!("argdown-empty-heading-help"));
        }
        let mut parent = self.section;
        while let Some(section) = parent.and_then(|p| self.document.sections.get(p)) {
            if section.level < heading.level {
                break;
            }
            parent = section.parent;
        }
        self.section = Some(self.document.sections.len());
        self.document.sections.push(Section { level: heading.level, content, data: heading.data, parent, at: heading.at });
        self.previous = None;
    }
}
