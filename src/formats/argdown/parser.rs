//! Reads an Argdown file into a [`Document`]. Where the file departs from Argdown the reader says so and goes on as the author
//! most likely meant it; nothing is read twice and nothing recurses, so depth and length of a file cost only their own length.

use std::collections::{HashMap, HashSet};

use super::content::{Content, Shortcodes, plain, shortcodes};
use super::document::{Argument, Document, End, Inference, Member, PcsStatement, Relation, RelationType, Role, Section, Statement};
use super::findings::Findings;
use super::lexer::{Kind, Lexer, Symbol, Token};
use super::steps::{explode, rewrite_relations};
use super::yaml::{self, Yaml};
use crate::base::{Cancelled, Code, TaskCtx};

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
                let help = "Divide the file: what follows is not read.";
                self.syntax(token.start, format!("There are more than {MAX_MEMBERS} statements and arguments."), help);
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
            let message = "The comment on the last line is not ended by a line break, so Argdown takes it for text.";
            self.findings.add(Code::NotKept, at, message, "End the file with a line break if a comment is meant.");
        }
        if let (count, Some(at)) = self.lexer.comments {
            let help = "Write what should be kept as data or as a statement.";
            self.findings.count(at, count, "comment is not kept", "comments are not kept", help);
        }
        if self.fresh && !self.text.trim().is_empty() {
            self.syntax(0, "The file holds no statement, argument or heading.", "Write a first statement below, after a blank line.");
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
                self.syntax(at, "A blank line must follow the front matter.", "Leave a blank line behind the closing ===.");
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
                let help = "Write an inference line only between the numbered premises and the numbered conclusion; escape the dashes if they are text: \\--.";
                self.syntax(token.start, "This line begins like an inference, but no premises stand above it.", help);
            }
            Kind::StrayFence => {
                let help = "Put front matter at the very beginning of the file; escape the signs if they are text: \\===.";
                self.syntax(token.start, "=== opens front matter only at the beginning of a file.", help);
                self.content(token);
            }
            Kind::LoneBackslash => {
                self.syntax(token.start, "A backslash at the end of a line escapes nothing.", "Write \\\\ for a backslash.");
                self.content(token);
            }
            Kind::Relation(symbol, indent) => self.relation(token, symbol, indent),
            Kind::ListItem(indent) => self.list_item(token, indent),
            _ => self.content(token),
        }
        self.after_blank = false;
    }

    // Blocks.

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
            self.syntax(at, "A blank line is missing here.", "Leave a blank line between two paragraphs, headings or arguments.");
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
            self.syntax(start.at, "Nothing follows this relation symbol.", "Write a statement or an argument behind it, or delete it.");
        } else if matches!(start.role, Role::Premise | Role::ListItem) {
            self.syntax(start.at, "Nothing follows this number or bullet.", "Write a statement behind it, or delete it.");
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
            let message = "Groups made by “regroup” in the front matter are not made.";
            self.findings.add(Code::NotKept, token.start, message, "Group statements under headings instead.");
        }
        self.document.front_matter = Some(body.to_owned());
        self.unseparated = Some(token.end);
    }

    // Headings.

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
            self.syntax(heading.at, "A heading has no text.", "Write a title behind the #.");
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

    // Statements and arguments.

    fn newline(&mut self) {
        if self.fresh {
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.content.line_break();
        } else if let Some(start) = &mut self.start {
            start.line_break = true;
        } else if let Some(element) = self.open.last_mut() {
            match element.phase {
                Phase::Text | Phase::Data => element.content.line_break(),
                Phase::Reference => {
                    element.content.line_break();
                    element.phase = Phase::ReferenceLine;
                }
                Phase::ReferenceLine | Phase::Done => {}
            }
        }
    }

    fn content(&mut self, token: Token) {
        if let Some(heading) = &mut self.heading {
            if token.kind == Kind::Data {
                heading.data.push(self.text.get(token.start..token.end).unwrap_or_default().to_owned());
                return;
            }
            let mut content = std::mem::take(&mut heading.content);
            self.append(token, &mut content);
            if let Some(heading) = &mut self.heading {
                heading.content = content;
            }
            return;
        }
        if let Some(start) = self.start.take() {
            self.first(start, token);
            return;
        }
        if self.open.last().is_none_or(|e| e.phase == Phase::Done) {
            // Text where a number or a relation symbol is due: behind an inference.
            let help = "Begin each premise and conclusion with its number, for example (3).";
            self.syntax(token.start, "A number is missing in front of this statement.", help);
            self.open.clear();
            self.levels.clear();
            self.first(Start { role: Role::Premise, link: None, at: token.start, line_break: false }, token);
            return;
        }
        let Some(mut element) = self.open.pop() else { return };
        self.continued(&mut element, token);
        self.open.push(element);
    }

    /// The first token of a statement or argument.
    fn first(&mut self, mut start: Start, token: Token) {
        if matches!(token.kind, Kind::StatementDefinition | Kind::StatementReference | Kind::ArgumentDefinition | Kind::ArgumentReference) {
            if start.line_break && start.role != Role::TopLevel {
                let help = "Write the title on the same line as the symbol or number in front of it.";
                self.syntax(token.start, "A title begins on a new line.", help);
            }
            start.line_break = false;
        }
        if start.role == Role::TopLevel && start.link.is_none() {
            start.at = token.start;
            self.open.clear();
            self.levels = vec![(0, 0)];
            self.end_pcs();
        }
        let image = self.image(token);
        let title = |from: usize, to: usize| image.get(from..image.len().saturating_sub(to)).unwrap_or_default().to_owned();
        match token.kind {
            Kind::StatementDefinition => self.begin_element(start, Some((title(1, 2), false)), Phase::Text),
            Kind::StatementReference => self.begin_element(start, Some((title(1, 1), false)), Phase::Reference),
            Kind::ArgumentDefinition | Kind::ArgumentReference => {
                let is_definition = token.kind == Kind::ArgumentDefinition;
                if start.role == Role::Premise {
                    let help = "Write a statement here, for example [Title]: text.";
                    self.syntax(
                        token.start,
                        "A premise or conclusion cannot be an argument; it is read as a statement of that title.",
                        help,
                    );
                } else if matches!(start.link, Some((Symbol::Contradicts, _))) {
                    let help = "Write a statement behind ><, or use - for an attack.";
                    self.syntax(token.start, "Only statements can contradict each other.", help);
                }
                let title = title(1, if is_definition { 2 } else { 1 });
                let phase = if is_definition { Phase::Text } else { Phase::Reference };
                self.begin_element(start, Some((title, start.role != Role::Premise)), phase);
            }
            Kind::Data => {
                if !start.line_break {
                    let help = "Write the statement first, then its data in braces.";
                    self.syntax(token.start, "Data stands where a statement is due.", help);
                }
                self.begin_element(start, None, Phase::Data);
                if let Some(element) = self.open.last_mut() {
                    element.data.push(image.to_owned());
                }
            }
            _ => {
                self.begin_element(start, None, Phase::Text);
                if let Some(mut element) = self.open.pop() {
                    self.append(token, &mut element.content);
                    self.open.push(element);
                }
            }
        }
    }

    /// Opens an element; `title` also says whether it is an argument's.
    fn begin_element(&mut self, start: Start, title: Option<(String, bool)>, phase: Phase) {
        self.start = None;
        let mut content = Content::default();
        if start.line_break {
            content.line_break();
        }
        let (title, is_argument) = title.map_or((None, false), |(title, is_argument)| (Some(title), is_argument));
        self.open.push(Element {
            end: End::Statement(0),
            title,
            is_argument,
            is_reference: phase == Phase::Reference,
            role: if is_argument { Role::Description } else { start.role },
            link: start.link,
            content,
            data: Vec::new(),
            phase,
            at: start.at,
            closed: false,
        });
    }

    /// A later token of a statement or argument.
    fn continued(&mut self, element: &mut Element, token: Token) {
        if token.kind == Kind::Data {
            if element.phase == Phase::Data {
                self.syntax(token.start, "A second block of data follows the first.", "Write all data in one pair of braces.");
            }
            if element.phase == Phase::ReferenceLine {
                element.content.space();
            }
            element.content.end_of_part();
            element.data.push(self.image(token).to_owned());
            element.phase = Phase::Data;
            return;
        }
        match element.phase {
            Phase::Text => {}
            Phase::Reference if token.kind == Kind::Tag => {}
            Phase::Reference | Phase::ReferenceLine if token.kind == Kind::Tag => {
                self.syntax(token.start, "Tags of a reference must stand on its line.", "Move the tag up behind the title.");
            }
            Phase::Reference | Phase::ReferenceLine => {
                let title = element.title.as_deref().unwrap_or_default();
                let written = if element.is_argument { format!("<{title}>") } else { format!("[{title}]") };
                let help = "Put a colon behind the title to define it, or a backslash before the bracket if it is text.";
                self.syntax(token.start, format!("Text follows the reference {written}; it is read as its definition."), help);
                element.is_reference = false;
                element.phase = Phase::Text;
            }
            Phase::Data => {
                let help = "Put data behind the whole text, or a backslash before the brace if it is text: \\{.";
                self.syntax(token.start, "Text follows the data in braces.", help);
                element.phase = Phase::Text;
            }
            Phase::Done => {}
        }
        self.append(token, &mut element.content);
    }

    fn append(&mut self, token: Token, content: &mut Content) {
        let image = self.image(token);
        match token.kind {
            Kind::Open(mark) => content.open(mark, token.start),
            Kind::Close(mark) => content.close(mark, image),
            Kind::Link => content.link(image),
            Kind::StatementMention | Kind::ArgumentMention => content.mention(image),
            Kind::Tag => content.tag(image, self.hides_tags),
            Kind::StatementDefinition | Kind::StatementReference | Kind::ArgumentDefinition | Kind::ArgumentReference => {
                let help = "Put @ before it to mention it, or a backslash before the bracket if it is text.";
                self.syntax(token.start, format!("{} stands inside a text and is read as plain words.", image.trim_end_matches(':')), help);
                content.push(token.kind, image, &self.shortcodes);
            }
            _ => content.push(token.kind, image, &self.shortcodes),
        }
    }

    fn report_unclosed(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            let help = "Close it with the same sign behind the last word, or escape it with a backslash if it is text.";
            self.syntax(at, "Bold or italic begins here and never ends.", help);
        }
    }

    fn unique_title(&mut self) -> String {
        self.untitled += 1;
        format!("Untitled {}", self.untitled)
    }

    fn statement_of(&mut self, title: Option<&str>) -> usize {
        let (title, titled) = match title {
            Some(title) => (title.to_owned(), true),
            None => (self.unique_title(), false),
        };
        let next = self.document.statements.len();
        let index = *self.statements.entry(title.clone()).or_insert(next);
        match self.document.statements.get_mut(index) {
            Some(statement) => statement.titled |= titled,
            None => self.document.statements.push(Statement { title, titled, members: Vec::new(), section: None }),
        }
        index
    }

    fn argument_of(&mut self, title: Option<&str>) -> usize {
        let (title, titled) = match title {
            Some(title) => (title.to_owned(), true),
            None => (self.unique_title(), false),
        };
        let next = self.document.arguments.len();
        let index = *self.arguments.entry(title.clone()).or_insert(next);
        match self.document.arguments.get_mut(index) {
            Some(argument) => argument.titled |= titled,
            None => {
                self.document.arguments.push(Argument { title, titled, members: Vec::new(), pcs: Vec::new(), section: None });
            }
        }
        index
    }

    /// Settles the element that is being read: title and text are known, children may follow.
    fn end_text(&mut self) {
        let Some(mut element) = self.open.pop() else { return };
        if element.phase != Phase::Done {
            if element.phase == Phase::Text && element.title.is_some() && element.content.is_empty() && !element.content.has_line_break() {
                self.syntax(element.at, "A title with a colon has no text behind it.", "Write the text, or leave the colon away.");
            }
            element.phase = Phase::Done;
            element.end = if element.is_argument {
                End::Argument(self.argument_of(element.title.as_deref()))
            } else {
                End::Statement(self.statement_of(element.title.as_deref()))
            };
        }
        self.open.push(element);
    }

    /// Closes open elements down to the first `keep`; the last one first, as its parents go on behind it.
    fn close_from(&mut self, keep: usize) {
        for index in (keep..self.open.len()).rev() {
            let Some(element) = self.open.get_mut(index).filter(|e| !e.closed) else { continue };
            element.closed = true;
            let content = std::mem::take(&mut element.content);
            let (end, role, link, at) = (element.end, element.role, element.link, element.at);
            let data = std::mem::take(&mut element.data);
            let is_reference = element.is_reference;
            let (content, unclosed) = content.finish();
            self.report_unclosed(unclosed);
            self.add_member(end, Member { content, role, is_reference, data, section: self.section, at });
            if let Some((symbol, parent)) = link {
                self.relate(symbol, parent, end, at);
            }
        }
    }

    fn add_member(&mut self, end: End, mut member: Member) {
        let index = self.document.members.len();
        let stated = member.data.iter().filter(|d| d.contains("isInGroup"));
        let in_group = stated.filter_map(|d| Some(yaml::parse(d).get(&["isInGroup"])?.text()? == "true")).last();
        let places = |section: Option<usize>| in_group == Some(true) || (!member.is_reference && in_group.is_none() && section.is_none());
        match end {
            End::Statement(number) => {
                if member.role == Role::Premise
                    && let Some(pcs) = &mut self.pcs
                    && let Some(argument) = self.document.arguments.get_mut(pcs.argument)
                {
                    let inference = pcs.inference.take();
                    if inference.is_some() {
                        member.role = Role::IntermediaryConclusion;
                    }
                    argument.pcs.push(PcsStatement { statement: number, member: index, inference });
                }
                if let Some(statement) = self.document.statements.get_mut(number) {
                    if places(statement.section) {
                        statement.section = member.section;
                    }
                    statement.members.push(index);
                }
            }
            End::Argument(number) => {
                if let Some(argument) = self.document.arguments.get_mut(number) {
                    if places(argument.section) {
                        argument.section = member.section;
                    }
                    argument.members.push(index);
                }
            }
            End::Inference(_) => {}
        }
        self.document.members.push(member);
    }

    fn relate(&mut self, symbol: Symbol, parent: End, child: End, at: usize) {
        let (kind, from, to) = match symbol {
            Symbol::SupportsParent => (RelationType::Support, child, parent),
            Symbol::SupportsChild => (RelationType::Support, parent, child),
            Symbol::AttacksParent => (RelationType::Attack, child, parent),
            Symbol::AttacksChild => (RelationType::Attack, parent, child),
            Symbol::UndercutsParent => (RelationType::Undercut, child, parent),
            Symbol::UndercutsChild => (RelationType::Undercut, parent, child),
            Symbol::Contradicts => (RelationType::Contradictory, parent, child),
        };
        if kind == RelationType::Contradictory && self.seen.contains(&(kind, to, from)) {
            return;
        }
        if self.seen.insert((kind, from, to)) {
            self.document.relations.push(Relation { kind, from, to, at });
        }
    }

    // Relations and lists.

    /// Puts a new child at its place: settles and closes what is deeper, but keeps `least` elements. The number of elements above it,
    /// or `None` where its indentation fits nothing.
    fn descend(&mut self, indent: usize, least: usize) -> Option<usize> {
        self.end_text();
        let top = self.levels.last().map_or(0, |l| l.0);
        if indent > top {
            if let Some(parent) = self.open.last_mut() {
                // The line break in front of the first child separates it from its parent's text, and counts as a space there.
                if parent.is_reference || !parent.data.is_empty() {
                    parent.content.space();
                }
            }
            self.levels.push((indent, self.open.len()));
        } else {
            while self.levels.len() > 1 && self.levels.last().is_some_and(|l| indent < l.0) {
                self.levels.pop();
            }
        }
        let above = self.levels.last().filter(|_| self.levels.len() > 1).map(|l| l.1);
        let keep = above.unwrap_or(1).max(least);
        self.close_from(keep);
        self.open.truncate(keep);
        above
    }

    fn relation(&mut self, token: Token, symbol: Symbol, indent: usize) {
        let at = token.end - self.image(token).trim_start().len();
        if self.heading.is_some() {
            self.leave_block(token.start);
        }
        if self.after_blank && !self.open.is_empty() {
            let help = "Delete the blank line: relations must follow their statement or argument directly.";
            self.syntax(at, "A blank line stands inside a relation tree.", help);
        }
        self.answer_start(false);
        if self.open.is_empty() {
            let help = "Write the statement or argument that it bears on above it, or escape the sign if it is text.";
            self.syntax(at, "A relation symbol stands where no statement or argument is above it.", help);
            self.start = Some(Start { role: Role::TopLevel, link: None, at, line_break: false });
            return;
        }
        let above = self.descend(indent, 1);
        if above.is_none_or(|above| above == 0) {
            let help = "Indent relations more deeply than the statement or argument that they belong to.";
            self.syntax(at, "The indentation of this relation fits nothing above it.", help);
        }
        if above.is_none() {
            self.levels.push((indent, 1));
        }
        let Some(parent) = self.open.last() else { return };
        let mut end = parent.end;
        if symbol == Symbol::UndercutsParent && parent.role == Role::Premise {
            end = self.conclusion_at(parent).unwrap_or(end);
        }
        if matches!(end, End::Inference(_)) && symbol != Symbol::UndercutsParent {
            let help = "Only undercuts (<_) can stand below an inference; put other relations below the argument or its statements.";
            self.syntax(at, "This relation cannot bear on an inference.", help);
        }
        self.start = Some(Start { role: Role::Related, link: Some((symbol, end)), at, line_break: false });
    }

    /// The inference that the conclusion being read will follow from.
    fn conclusion_at(&self, element: &Element) -> Option<End> {
        let pcs = self.pcs.as_ref()?;
        if element.closed {
            let last = self.document.arguments.get(pcs.argument)?.pcs.last()?;
            return last.inference.map(End::Inference);
        }
        pcs.inference.map(End::Inference)
    }

    fn list_item(&mut self, token: Token, indent: usize) {
        let at = token.end - self.image(token).trim_start().len();
        // Bullets without blanks before them still stand below the page's edge.
        let indent = indent + 1;
        if !self.in_list() || self.after_blank {
            if !self.after_blank {
                let help = "Leave a blank line before a list; escape the bullet if it is text.";
                self.syntax(at, "A list begins in the middle of a paragraph.", help);
            }
            self.start = None;
            self.end_block();
            self.end_pcs();
            self.open.clear();
            self.levels = vec![(0, 0), (indent, 0)];
        } else {
            self.answer_start(false);
            let above = self.descend(indent, 0);
            if above != Some(0) {
                let help = "Write all items at one indentation: Argdown lists are not nested.";
                self.syntax(at, "The indentation of this item fits none above it.", help);
                self.close_from(0);
                self.levels = vec![(0, 0), (indent, 0)];
            }
            self.open.clear();
        }
        self.start = Some(Start { role: Role::ListItem, link: None, at, line_break: false });
    }

    // Premise-conclusion structures.

    fn number(&mut self, token: Token) {
        let at = token.end - self.image(token).trim_start().len();
        self.answer_start(false);
        self.end_heading();
        let after_blank = self.after_blank;
        self.settle_all();
        let ended =
            |p: &Pcs, d: &Document| p.inference.is_none() && d.arguments.get(p.argument).is_some_and(Argument::ends_with_conclusion);
        match &mut self.pcs {
            Some(pcs) if !pcs.interrupted => {}
            Some(pcs) if !ended(pcs, &self.document) => {
                pcs.interrupted = false;
                let help = "Delete the blank line: the statements of a premise-conclusion structure follow each other directly.";
                self.syntax(at, "A blank line stands inside a premise-conclusion structure.", help);
            }
            _ => {
                self.end_pcs();
                if !after_blank {
                    self.syntax(at, "A blank line is missing here.", "Leave a blank line before the first premise.");
                }
                self.begin_pcs(at);
            }
        }
        self.start = Some(Start { role: Role::Premise, link: None, at, line_break: false });
    }

    /// Closes everything that is open, and forgets it.
    fn settle_all(&mut self) {
        self.end_text();
        self.close_from(0);
        self.remember_block();
        self.open.clear();
        self.levels = vec![(0, 0)];
    }

    fn begin_pcs(&mut self, at: usize) {
        let free = |a: &usize| self.document.arguments.get(*a).is_some_and(|a| a.pcs.is_empty());
        let argument = match self.previous.take() {
            Some(argument) if free(&argument) => argument,
            Some(argument) => {
                let title = self.document.arguments.get(argument).map(|a| a.title.clone()).unwrap_or_default();
                let help = "Give each premise-conclusion structure an argument of its own.";
                self.syntax(
                    at,
                    format!("The argument <{title}> has a premise-conclusion structure already; this one is read as another argument."),
                    help,
                );
                self.argument_of(None)
            }
            None => self.argument_of(None),
        };
        if let Some(argument) = self.document.arguments.get_mut(argument) {
            argument.section = self.section.or(argument.section);
        }
        self.pcs = Some(Pcs { argument, inference: None, interrupted: false, at });
        self.lexer.inference_allowed = true;
    }

    fn inference(&mut self, token: Token, closed: bool) {
        let at = token.end - self.image(token).trim_start().len();
        self.answer_start(false);
        self.settle_all();
        let mut inference = Inference { argument: self.pcs.as_ref().map_or(0, |p| p.argument), rules: Vec::new(), data: None, at };
        if closed {
            self.inference_body(&mut inference);
        } else {
            let help = "Write ---- between premises and conclusion, or -- rules -- around the rules used.";
            self.syntax(at, "This inference is not closed.", help);
            let rule = self.image(token).trim().trim_matches('-').trim();
            inference.rules.extend((!rule.is_empty()).then(|| rule.to_owned()));
        }
        let number = self.document.inferences.len();
        self.document.inferences.push(inference);
        if let Some(pcs) = &mut self.pcs {
            let twice = pcs.inference.is_some();
            let cut = std::mem::take(&mut pcs.interrupted);
            if !twice {
                pcs.inference = Some(number);
            }
            if cut {
                let help = "Delete the blank line: the statements of a premise-conclusion structure follow each other directly.";
                self.syntax(at, "A blank line stands inside a premise-conclusion structure.", help);
            }
            if twice {
                self.syntax(at, "Two inferences follow each other.", "Write the conclusion of the first one between them.");
            }
        }
        // Undercuts may follow, indented: the inference is their parent.
        self.open.clear();
        self.levels = vec![(0, 0)];
        self.open.push(Element {
            end: End::Inference(number),
            title: None,
            is_argument: false,
            is_reference: false,
            role: Role::TopLevel,
            link: None,
            content: Content::default(),
            data: Vec::new(),
            phase: Phase::Done,
            at,
            closed: true,
        });
    }

    fn inference_body(&mut self, inference: &mut Inference) {
        let mut rule = String::new();
        let mut rules = Vec::new();
        while let Some(token) = self.lexer.next() {
            let image = self.image(token);
            match token.kind {
                Kind::InferenceEnd => {
                    let rest = self.lexer.skip_line();
                    if !rest.is_empty() {
                        self.syntax(token.end, "Text follows an inference line.", "Write rules between two pairs of dashes: -- rule --.");
                        rules.push(rest.to_owned());
                    }
                    break;
                }
                Kind::Emptyline => break,
                Kind::Newline => {}
                Kind::Comma => rules.push(std::mem::take(&mut rule)),
                Kind::Data => inference.data = Some(image.to_owned()),
                kind => plain(kind, image, &self.shortcodes, &mut rule),
            }
        }
        rules.push(rule);
        inference.rules = rules.iter().map(|r| r.trim().to_owned()).filter(|r| !r.is_empty()).collect();
    }

    fn end_pcs(&mut self) {
        self.lexer.inference_allowed = false;
        let Some(pcs) = self.pcs.take() else { return };
        let Some(argument) = self.document.arguments.get(pcs.argument) else { return };
        let last = argument.pcs.iter().rev().find(|s| s.inference.is_some()).map(|s| s.member);
        if let Some(member) = last.and_then(|m| self.document.members.get_mut(m)) {
            member.role = Role::MainConclusion;
        }
        if last.is_none() || pcs.inference.is_some() || !argument.ends_with_conclusion() {
            let help = "Close the premises with ---- and write the conclusion below it, with its number.";
            self.syntax(pcs.at, "This premise-conclusion structure does not end with a conclusion.", help);
        }
    }
}
