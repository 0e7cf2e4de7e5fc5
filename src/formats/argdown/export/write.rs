//! Lays a planned map out in blocks under headings, then writes them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use super::super::data::{RELATION_MARK, to_blocks};
use super::super::scan::Find;
use super::super::yaml;
use super::escape::{behind_title, escaped, escaped_at_line_start, one_line, rules, tags};
use super::plan::{Form, Plan};
use crate::base::{Cancelled, GroupId, NodeId, NodeKind, TaskCtx, ViewId};
use crate::formats::Lost;
use crate::model::{ArgumentMap, Claim, Group, RelationKind};

/// Deepest relation tree that is written as one; what is deeper begins a tree of its own.
const MAX_DEPTH: usize = 6;
/// Deepest heading.
const MAX_LEVEL: usize = 32;

/// A claim below another, or at the top of a tree.
struct Item {
    symbol: &'static str,
    claim: NodeId,
    /// Whether its text stands here.
    defines: bool,
    children: Vec<Item>,
}

enum Block {
    Heading { group: GroupId, level: usize },
    Tree(Item),
    Structure { number: usize, supports: Vec<Item>, lines: Vec<Line> },
}

/// A line of a premise-conclusion structure.
enum Line {
    Statement(Item),
    StandIn,
    Inference { step: NodeId, uses: Option<Vec<usize>>, undercuts: Vec<Item> },
}

/// The file, and what it does not hold.
pub(super) fn write(map: &ArgumentMap, ctx: &TaskCtx) -> Result<(String, Lost), Cancelled> {
    let mut layout = Layout::new(Plan::new(map));
    layout.sections(&ctx.part(0.0, 0.5))?;
    let ctx = ctx.part(0.5, 1.0);
    let Layout { mut plan, blocks, mentions, .. } = layout;
    let lost = std::mem::take(&mut plan.lost);
    let mut writer = Writer { plan, lost, mentions, out: String::new(), more: Vec::new(), behind_argument: false };
    writer.front_matter();
    for (number, block) in blocks.iter().enumerate() {
        if number % 256 == 0 {
            ctx.checkpoint(number as u64, blocks.len() as u64)?;
        }
        writer.block(block);
    }
    let mut text = writer.out.trim_end_matches('\n').to_owned();
    if !text.is_empty() {
        text.push('\n');
    }
    Ok((text, writer.lost))
}

/// Decides in which block each claim is defined and where it is only named.
struct Layout<'a> {
    plan: Plan<'a>,
    blocks: Vec<Block>,
    defined: HashSet<NodeId>,
    /// How often each claim is written.
    mentions: HashMap<NodeId, usize>,
    /// Claims that stand below another one of their group.
    below: HashSet<NodeId>,
    /// Claims that occur in structures of their group and nowhere else.
    structured: HashSet<NodeId>,
}

impl<'a> Layout<'a> {
    fn new(plan: Plan<'a>) -> Self {
        let map = plan.map;
        let (mut below, mut lined, mut structured) = (HashSet::new(), HashSet::new(), HashSet::new());
        for (id, relation) in map.relations() {
            let (Some(form), Some(target)) = (plan.forms.get(&id), map.target(id)) else { continue };
            let premises = plan.premises(id);
            let group = plan.structure(id).map(|s| s.group);
            match form {
                Form::Structure(_) => {
                    let on_claim = (relation.kind == RelationKind::Support && target.kind() == NodeKind::Claim).then_some(target);
                    structured.extend(premises.into_iter().chain(on_claim).filter(|c| group == Some(plan.group_of(*c))));
                }
                Form::Line => {
                    let on_relation = plan.structure(target).map(|s| s.group);
                    for premise in premises {
                        lined.extend([premise, target]);
                        let home = plan.group_of(premise);
                        if relation.kind == RelationKind::Contradiction {
                            below.extend((premise != target && home == plan.group_of(target)).then_some(target));
                        } else {
                            let parent = on_relation.unwrap_or_else(|| plan.group_of(target));
                            below.extend((premise != target && home == parent).then_some(premise));
                        }
                    }
                }
            }
        }
        structured.retain(|c| !lined.contains(c));
        Self { plan, blocks: Vec::new(), defined: HashSet::new(), mentions: HashMap::new(), below, structured }
    }

    fn sections(&mut self, ctx: &TaskCtx) -> Result<(), Cancelled> {
        let map = self.plan.map;
        let mut claims: BTreeMap<Option<GroupId>, Vec<NodeId>> = BTreeMap::new();
        for (id, _) in map.claims() {
            claims.entry(self.plan.group_of(id)).or_default().push(id);
        }
        // As on the canvas, from top to bottom, where they have a place there.
        for members in claims.values_mut() {
            let place = |c: &NodeId| map.placement(ViewId::main(), *c).map(|p| (p.y, p.x));
            members.sort_by_key(|c| (place(c).is_none(), place(c), *c));
        }
        let mut structures: BTreeMap<Option<GroupId>, Vec<usize>> = BTreeMap::new();
        for (number, structure) in self.plan.structures.iter().enumerate() {
            structures.entry(structure.group).or_default().push(number);
        }
        let headings = headings(map, &mut self.plan.lost);
        let all = std::iter::once(None).chain(headings.iter().map(|h| Some(*h)));
        for (done, heading) in all.enumerate() {
            ctx.checkpoint(done as u64, headings.len() as u64 + 1)?;
            if let Some((group, level)) = heading {
                self.blocks.push(Block::Heading { group, level });
            }
            let group = heading.map(|h| h.0);
            let members = claims.remove(&group).unwrap_or_default();
            for claim in &members {
                if !self.below.contains(claim) && !self.structured.contains(claim) {
                    self.tree(*claim);
                }
            }
            let ranks: HashMap<NodeId, usize> = members.iter().enumerate().map(|(rank, claim)| (*claim, rank)).collect();
            let mut own = structures.remove(&group).unwrap_or_default();
            own.sort_by_key(|number| self.conclusion(*number).and_then(|c| ranks.get(&c).copied()).unwrap_or(usize::MAX));
            for number in own {
                self.structure(number);
            }
            members.into_iter().for_each(|claim| self.tree(claim));
        }
        Ok(())
    }

    fn conclusion(&self, structure: usize) -> Option<NodeId> {
        self.plan.map.target(*self.plan.structures.get(structure)?.steps.last()?)
    }

    fn tree(&mut self, claim: NodeId) {
        if !self.defined.contains(&claim) {
            let group = self.plan.group_of(claim);
            let item = self.item("", claim, group, 0);
            self.blocks.push(Block::Tree(item));
        }
    }

    /// A claim below one of `group`; its text and its own children stand here where it belongs here and stands nowhere yet.
    fn item(&mut self, symbol: &'static str, claim: NodeId, group: Option<GroupId>, depth: usize) -> Item {
        let before = self.mentions.entry(claim).or_default();
        *before += 1;
        let named_before = *before > 1;
        let defines = depth <= MAX_DEPTH && self.plan.group_of(claim) == group && self.defined.insert(claim);
        if defines && named_before && group.is_some() && self.plan.map.claim(claim).is_some_and(|c| one_line(&c.text).is_empty()) {
            // Without a text, a statement belongs where it is named first.
            self.plan.lost.add("loss-empty-groups", 1);
        }
        let children = if defines { self.children(claim, group, depth + 1) } else { Vec::new() };
        Item { symbol, claim, defines, children }
    }

    fn children(&mut self, claim: NodeId, group: Option<GroupId>, depth: usize) -> Vec<Item> {
        let mut below: Vec<(&'static str, NodeId)> = self.lines_on(claim);
        for relation in self.plan.map.relations_from(claim) {
            let is_contradiction = self.plan.map.relation(relation).is_some_and(|r| r.kind == RelationKind::Contradiction);
            if is_contradiction && self.plan.forms.contains_key(&relation) {
                below.extend(self.plan.map.target(relation).map(|t| ("><", t)));
            }
        }
        below.into_iter().map(|(symbol, child)| self.item(symbol, child, group, depth)).collect()
    }

    /// The claims that support or rebut a node in a line, with their symbols.
    fn lines_on(&self, node: NodeId) -> Vec<(&'static str, NodeId)> {
        let mut lines = Vec::new();
        for relation in self.plan.map.relations_on(node) {
            if self.plan.forms.get(&relation) != Some(&Form::Line) {
                continue;
            }
            let symbol = match self.plan.map.relation(relation).map(|r| r.kind) {
                Some(RelationKind::Support) => "+",
                Some(RelationKind::Rebuttal) if node.kind() == NodeKind::Relation => "<_",
                Some(RelationKind::Rebuttal) => "-",
                Some(RelationKind::Restatement | RelationKind::Preference | RelationKind::Contradiction) | None => continue,
            };
            lines.extend(self.plan.premises(relation).into_iter().map(|p| (symbol, p)));
        }
        lines
    }

    fn structure(&mut self, number: usize) {
        let Some((steps, group)) = self.plan.structures.get(number).map(|s| (s.steps.clone(), s.group)) else { return };
        let has_stand_in = self.plan.structures.get(number).is_some_and(|s| s.stand_in.is_some());
        let mut lines = Vec::new();
        let mut numbers: HashMap<NodeId, usize> = HashMap::new();
        let mut count = 0;
        let mut supports = Vec::new();
        for step in &steps {
            let premises = self.plan.premises(*step);
            for premise in &premises {
                if !numbers.contains_key(premise) {
                    count += 1;
                    numbers.insert(*premise, count);
                    lines.push(Line::Statement(self.numbered(*premise, group)));
                }
            }
            let uses = (steps.len() > 1).then(|| premises.iter().filter_map(|p| numbers.get(p).copied()).collect());
            let mut undercuts = Vec::new();
            for (symbol, claim) in self.lines_on(*step) {
                let item = self.item(symbol, claim, group, 2);
                if symbol == "+" { supports.push(item) } else { undercuts.push(item) }
            }
            lines.push(Line::Inference { step: *step, uses, undercuts });
            count += 1;
            match self.plan.map.target(*step) {
                Some(target) if !has_stand_in => {
                    numbers.insert(target, count);
                    lines.push(Line::Statement(self.numbered(target, group)));
                }
                target => {
                    if let Some(claim) = target.filter(|t| t.kind() == NodeKind::Claim) {
                        *self.mentions.entry(claim).or_default() += 1;
                    }
                    lines.push(Line::StandIn);
                }
            }
        }
        self.blocks.push(Block::Structure { number, supports, lines });
    }

    /// A premise or conclusion; claims that occur in structures alone have their text there.
    fn numbered(&mut self, claim: NodeId, group: Option<GroupId>) -> Item {
        *self.mentions.entry(claim).or_default() += 1;
        let defines = self.structured.contains(&claim) && self.plan.group_of(claim) == group && self.defined.insert(claim);
        Item { symbol: "", claim, defines, children: Vec::new() }
    }
}

/// All groups in the order of reading, with their levels.
fn headings(map: &ArgumentMap, lost: &mut Lost) -> Vec<(GroupId, usize)> {
    let mut children: HashMap<Option<GroupId>, Vec<(u32, GroupId)>> = HashMap::new();
    for (id, group) in map.groups() {
        children.entry(group.parent.filter(|p| map.groups().contains_key(p))).or_default().push((group.order, *id));
    }
    children.values_mut().for_each(|c| c.sort_unstable());
    let mut found: Vec<(GroupId, usize)> = Vec::new();
    let mut seen = HashSet::new();
    let mut open: Vec<(GroupId, usize)> = children.remove(&None).unwrap_or_default().into_iter().rev().map(|(_, g)| (g, 1)).collect();
    // Groups that contain each other in a circle hang on nothing: they come last, side by side.
    let mut rest = map.groups().keys();
    loop {
        while let Some((group, level)) = open.pop() {
            if !seen.insert(group) {
                continue;
            }
            lost.add("loss-group-levels", usize::from(level > MAX_LEVEL));
            found.push((group, level.min(MAX_LEVEL)));
            open.extend(children.remove(&Some(group)).unwrap_or_default().into_iter().rev().map(|(_, g)| (g, level + 1)));
        }
        match rest.find(|g| !seen.contains(g)) {
            Some(group) => {
                lost.add("loss-group-circles", 1);
                open.push((*group, 1));
            }
            None => return found,
        }
    }
}

struct Writer<'a> {
    plan: Plan<'a>,
    lost: Lost,
    mentions: HashMap<NodeId, usize>,
    out: String,
    /// Data that does not fit into one pair of braces, for blocks behind the present one.
    more: Vec<(NodeId, String)>,
    /// The last block is about an argument: a structure behind it would be taken for that argument's.
    behind_argument: bool,
}

impl Writer<'_> {
    fn front_matter(&mut self) {
        let meta = self.plan.map.meta();
        let mut data = meta.data.trim_matches('\n').trim_end().to_owned();
        if data.contains("===") || yaml::parse(&data).get(&["title"]).is_some() {
            self.lost.add("loss-front-matter", 1);
            data.clear();
        }
        let title = one_line(&meta.title);
        // No title is stated where the only top heading would be taken for it.
        let one_heading = self.plan.map.groups().values().filter(|g| g.parent.is_none()).count() == 1;
        if title.is_empty() && !one_heading {
            if !data.is_empty() {
                let _ = write!(self.out, "===\n{data}\n===\n\n");
            }
            return;
        }
        let quoted = format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"").replace("==", "=\\u003d"));
        let body = match data.strip_prefix('{') {
            Some(flow) => format!("{{title: {quoted}, {flow}"),
            None if data.is_empty() => format!("title: {quoted}"),
            None => {
                let indent = data.len() - data.trim_start_matches(' ').len();
                format!("{}title: {quoted}\n{data}", " ".repeat(indent))
            }
        };
        let _ = write!(self.out, "===\n{body}\n===\n\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { group, level } => {
                if let Some(group) = self.plan.map.groups().get(group) {
                    self.heading(group, *level);
                }
                self.behind_argument = false;
            }
            Block::Tree(item) => {
                self.item(item, 0, true);
                self.behind_argument = self.plan.as_arguments.contains(&item.claim);
            }
            Block::Structure { number, supports, lines } => {
                self.structure(*number, supports, lines);
                self.behind_argument = false;
            }
        }
        self.out.push('\n');
        for (claim, data) in std::mem::take(&mut self.more) {
            let name = self.name(claim);
            let _ = write!(self.out, "{name}{}\n\n", behind_title(&data));
            self.behind_argument = self.plan.as_arguments.contains(&claim);
        }
    }

    fn heading(&mut self, group: &Group, level: usize) {
        let title = one_line(&group.title).trim().to_owned();
        let text = if title.is_empty() { "…".to_owned() } else { escaped(&title) };
        let (tags, changed) = tags(&group.tags);
        self.lost.add("loss-tags-changed", changed);
        let mut data = self.data(&group.data);
        self.lost.add("loss-group-data", data.len().saturating_sub(1));
        data.truncate(1);
        let data = data.first().map(|d| format!(" {d}")).unwrap_or_default();
        let _ = writeln!(self.out, "{} {text}{tags}{data}", "#".repeat(level));
    }

    /// The pairs of braces that Argdown reads back as they are.
    fn data(&mut self, data: &str) -> Vec<String> {
        let mut blocks = to_blocks(data);
        let count = blocks.len();
        let no_data = |b: &str| b.contains(['\r', '\u{2028}', '\u{2029}']) || Find::new(&format!("{b}\n\nx")).data_end(0) != Some(b.len());
        blocks.retain(|b| !no_data(b));
        self.lost.add("loss-data", count - blocks.len());
        blocks
    }

    fn item(&mut self, item: &Item, depth: usize, begins_line: bool) {
        let space = if item.symbol.is_empty() { "" } else { " " };
        let element = self.element(item.claim, item.defines, begins_line);
        let _ = writeln!(self.out, "{}{}{space}{element}", "    ".repeat(depth), item.symbol);
        for child in &item.children {
            self.item(child, depth + 1, false);
        }
    }

    /// A claim's title between its brackets.
    fn name(&self, claim: NodeId) -> String {
        let title = self.plan.titles.get(&claim).map(String::as_str).unwrap_or_default();
        if self.plan.as_arguments.contains(&claim) { format!("<{title}>") } else { format!("[{title}]") }
    }

    fn element(&mut self, id: NodeId, defines: bool, begins_line: bool) -> String {
        let name = self.name(id);
        let Some(claim) = self.plan.map.claim(id).filter(|_| defines) else { return name };
        let text = one_line(&claim.text);
        let (tags, changed) = tags(&claim.tags);
        self.lost.add("loss-tags-changed", changed);
        let mut data = self.data(&claim.data).into_iter();
        let first = data.next().map(|d| if text.is_empty() { behind_title(&d) } else { format!(" {d}") }).unwrap_or_default();
        let more: Vec<String> = data.collect();
        let head = if text.is_empty() {
            name
        } else if self.goes_untitled(id, claim) && more.is_empty() {
            if begins_line { escaped_at_line_start(&text) } else { escaped(&text) }
        } else {
            format!("{name}: {}", escaped(&text))
        };
        self.more.extend(more.into_iter().map(|d| (id, d)));
        format!("{head}{tags}{first}")
    }

    fn goes_untitled(&self, id: NodeId, claim: &Claim) -> bool {
        let needs_none = claim.title.trim().is_empty() && !self.plan.titled.contains(&id);
        needs_none && !self.plan.everything_titled && !self.plan.as_arguments.contains(&id) && self.mentions.get(&id) == Some(&1)
    }

    fn structure(&mut self, number: usize, supports: &[Item], lines: &[Line]) {
        if self.behind_argument {
            self.plan.title_for(number);
        }
        let Some(structure) = self.plan.structures.get(number) else { return };
        let (title, stand_in, last) = (structure.title.clone(), structure.stand_in.clone(), structure.steps.last().copied());
        let Some((last, relation)) = last.and_then(|id| Some((id, self.plan.map.relation(id)?))) else { return };
        if let Some(title) = title {
            let note = one_line(&relation.note);
            let text = if note.is_empty() { String::new() } else { format!(": {}", escaped(&note)) };
            let (tags, changed) = tags(&relation.tags);
            self.lost.add("loss-tags-changed", changed);
            let data = self.data(&relation.data);
            let first = data.first().map(|d| if note.is_empty() { behind_title(d) } else { format!(" {d}") }).unwrap_or_default();
            let _ = writeln!(self.out, "<{title}>{text}{tags}{first}");
            supports.iter().for_each(|item| self.item(item, 1, false));
            self.out.push('\n');
            for more in data.iter().skip(1) {
                let _ = write!(self.out, "<{title}>{}\n\n", behind_title(more));
            }
        }
        let mut count = 0;
        for line in lines {
            match line {
                Line::Inference { step, uses, undercuts } => {
                    self.inference(*step, uses.as_deref(), *step == last);
                    undercuts.iter().for_each(|item| self.item(item, 1, false));
                }
                Line::Statement(item) => {
                    count += 1;
                    let _ = write!(self.out, "({count}) ");
                    self.item(item, 0, false);
                }
                Line::StandIn => {
                    count += 1;
                    let _ = writeln!(self.out, "({count}) [{}] {RELATION_MARK}", stand_in.as_deref().unwrap_or_default());
                    self.bearing(last, relation.kind);
                }
            }
        }
    }

    /// What a conclusion that stands for a relation bears on.
    fn bearing(&mut self, relation: NodeId, kind: RelationKind) {
        let Some(target) = self.plan.map.target(relation) else { return };
        let supports = kind == RelationKind::Support;
        let (symbol, name) = match self.plan.structure(target) {
            Some(structure) => (if supports { "+>" } else { "_>" }, format!("<{}>", structure.title.as_deref().unwrap_or_default())),
            None => (if supports { "+>" } else { "->" }, self.name(target)),
        };
        let _ = writeln!(self.out, "    {symbol} {name}");
    }

    fn inference(&mut self, step: NodeId, uses: Option<&[usize]>, is_last: bool) {
        let Some(relation) = self.plan.map.relation(step) else { return };
        let rules = rules(&relation.scheme);
        let mut entries: Vec<String> = Vec::new();
        if let Some(uses) = uses {
            let numbers: Vec<String> = uses.iter().map(usize::to_string).collect();
            entries.push(format!("uses: [{}]", numbers.join(", ")));
        }
        if !is_last {
            let own = self.data(&relation.data);
            let inner = own.first().and_then(|d| d.strip_prefix('{')?.strip_suffix('}')).unwrap_or_default().trim();
            entries.extend((!inner.is_empty()).then(|| inner.to_owned()));
        }
        let data = if entries.is_empty() { String::new() } else { format!("{{{}}}", entries.join(", ")) };
        let between = if rules.is_empty() || data.is_empty() { "" } else { " " };
        if rules.is_empty() && data.is_empty() {
            self.out.push_str("----\n");
        } else {
            let _ = write!(self.out, "--\n{rules}{between}{data}\n--\n");
        }
    }
}
