//! Statements and arguments: title, text, tags and data of one occurrence.

use super::super::content::Content;
use super::super::document::{Argument, End, Member, PcsStatement, Relation, RelationType, Role, Statement};
use super::super::lexer::{Kind, Symbol, Token};
use super::super::yaml;
use super::{Element, Parser, Phase, Start};
use crate::tr;

impl Parser<'_> {
    pub(super) fn newline(&mut self) {
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

    pub(super) fn content(&mut self, token: Token) {
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
            let help = tr!("argdown-number-missing-help");
            self.syntax(token.start, tr!("argdown-number-missing"), help);
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
                let help = tr!("argdown-title-line-help");
                self.syntax(token.start, tr!("argdown-title-line"), help);
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
                    let help = tr!("argdown-argument-as-premise-help");
                    self.syntax(token.start, tr!("argdown-argument-as-premise"), help);
                } else if matches!(start.link, Some((Symbol::Contradicts, _))) {
                    let help = tr!("argdown-contradiction-help");
                    self.syntax(token.start, tr!("argdown-contradiction"), help);
                }
                let title = title(1, if is_definition { 2 } else { 1 });
                let phase = if is_definition { Phase::Text } else { Phase::Reference };
                self.begin_element(start, Some((title, start.role != Role::Premise)), phase);
            }
            Kind::Data => {
                if !start.line_break {
                    let help = tr!("argdown-data-first-help");
                    self.syntax(token.start, tr!("argdown-data-first"), help);
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
    pub(super) fn begin_element(&mut self, start: Start, title: Option<(String, bool)>, phase: Phase) {
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
                self.syntax(token.start, tr!("argdown-data-twice"), tr!("argdown-data-twice-help"));
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
                self.syntax(token.start, tr!("argdown-reference-tags"), tr!("argdown-reference-tags-help"));
            }
            Phase::Reference | Phase::ReferenceLine => {
                let title = element.title.as_deref().unwrap_or_default();
                let written = if element.is_argument { format!("<{title}>") } else { format!("[{title}]") };
                let help = tr!("argdown-reference-text-help");
                self.syntax(token.start, tr!("argdown-reference-text", title = written), help);
                element.is_reference = false;
                element.phase = Phase::Text;
            }
            Phase::Data => {
                let help = tr!("argdown-data-inside-help");
                self.syntax(token.start, tr!("argdown-data-inside"), help);
                element.phase = Phase::Text;
            }
            Phase::Done => {}
        }
        self.append(token, &mut element.content);
    }

    pub(super) fn append(&mut self, token: Token, content: &mut Content) {
        let image = self.image(token);
        match token.kind {
            Kind::Open(mark) => content.open(mark, token.start),
            Kind::Close(mark) => content.close(mark, image),
            Kind::Link => content.link(image),
            Kind::StatementMention | Kind::ArgumentMention => content.mention(image),
            Kind::Tag => content.tag(image, self.hides_tags),
            Kind::StatementDefinition | Kind::StatementReference | Kind::ArgumentDefinition | Kind::ArgumentReference => {
                let help = tr!("argdown-bracket-inside-help");
                self.syntax(token.start, tr!("argdown-bracket-inside", title = image.trim_end_matches(':')), help);
                content.push(token.kind, image, &self.shortcodes);
                self.keep_blank(token, content);
            }
            Kind::StrayFence => {
                content.push(token.kind, image, &self.shortcodes);
                self.keep_blank(token, content);
            }
            _ => content.push(token.kind, image, &self.shortcodes),
        }
    }

    /// Keeps a blank behind what is text against expectation: such tokens do not take it along.
    fn keep_blank(&self, token: Token, content: &mut Content) {
        if self.text.get(token.end..).is_some_and(|rest| rest.starts_with([' ', '\t'])) {
            content.push(Kind::Text, " ", &self.shortcodes);
        }
    }

    pub(super) fn report_unclosed(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            let help = tr!("argdown-emphasis-open-help");
            self.syntax(at, tr!("argdown-emphasis-open"), help);
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

    pub(super) fn argument_of(&mut self, title: Option<&str>) -> usize {
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
    pub(super) fn end_text(&mut self) {
        let Some(mut element) = self.open.pop() else { return };
        if element.phase != Phase::Done {
            if element.phase == Phase::Text && element.title.is_some() && element.content.is_empty() && !element.content.has_line_break() {
                self.syntax(element.at, tr!("argdown-title-without-text"), tr!("argdown-title-without-text-help"));
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
    pub(super) fn close_from(&mut self, keep: usize) {
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
        let stated = member.data.iter().rev().filter(|d| d.contains("isInGroup"));
        let in_group = stated.filter_map(|d| Some(yaml::parse(d).get(&["isInGroup"])?.text()? == "true")).next();
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
}
