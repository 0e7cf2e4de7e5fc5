//! The reader: the text of a source beside the map. What is marked in it becomes a claim, a quotation, an attribution or a rebuttal; what
//! the map quotes is marked in it.

mod blocks;
mod finder;
mod head;
mod margin;
mod marks;
mod page;
mod proposing;

use egui::{Event, Key, Label, Modifiers, Rect, RichText, Ui, UiBuilder, pos2};

use super::{Desk, Panel};
use crate::app::theme::{Palette, UNIT};
use crate::base::text::shorten;
use crate::base::{NodeId, NodeKind, SourceId};
use crate::edit::ops::PassageUse;
use crate::editor::{Action, Command, Editor, Entry};
use crate::model::{ArgumentMap, Source, SourceText, Stance};
use crate::tr;
use finder::Finder;
use marks::{Lost, Mark, Reason};
use page::{Look, Page};
use proposing::Proposing;

/// The actions that make something of what is marked.
const USES: [(Action, PassageUse); 4] = [
    (Action::ClaimPassage, PassageUse::Claim),
    (Action::QuotePassage, PassageUse::Quote),
    (Action::AttributePassage, PassageUse::Attribution),
    (Action::RebutByPassage, PassageUse::Rebuttal),
];

/// So many of those who say something are asked who passes it on.
const MOST_QUOTING: usize = 200;

/// What is asked of the reader in a frame, by key or button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// Make something of what is marked.
    Take(PassageUse),
    /// Look for proposals.
    Propose,
    /// Look for them in the texts behind this one.
    GoOn,
}

/// The panel.
#[derive(Default)]
pub(crate) struct Reader {
    source: Option<SourceId>,
    /// Counted from the oldest, from 0; the latest where none was chosen.
    version: Option<usize>,
    /// The text that the page holds.
    shown: Option<(SourceId, crate::base::Sha256)>,
    page: Page,
    finder: Finder,
    proposing: Proposing,
    marks: Vec<Mark>,
    lost: Vec<Lost>,
    /// What the marks were made of: what was found about quotations, and the version shown.
    marked: Option<(u64, bool, usize)>,
    followed: Option<(Option<NodeId>, Option<Entry>)>,
    /// The node whose passage is to be shown as soon as it is found.
    seeks: Option<NodeId>,
    /// The revision in which no source has a text.
    textless: Option<u64>,
    /// Whether texts are read after that of a source, in a revision.
    goes_on: Option<(u64, SourceId, bool)>,
    /// What its own actions ask for.
    asked: Vec<Action>,
}

impl Panel for Reader {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let rect = ui.max_rect() - egui::Margin { left: 0, right: 2, top: 6, bottom: 0 };
        let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
        inside.shrink_clip_rect(rect);
        self.follow(desk.editor);
        if let Some(id) = self.proposing.poll() {
            (self.source, self.version) = (Some(id), None);
        }
        let map = desk.editor.map().clone();
        match self.source.and_then(|id| Some((id, map.source(id)?))) {
            Some((id, source)) if !source.texts.is_empty() => self.read(&mut inside, desk, id, source),
            _ => {
                self.page.put_away();
                let mut inside = inside.new_child(UiBuilder::new().max_rect(rect.shrink2(egui::vec2(4.0 * UNIT, UNIT))));
                let text = RichText::new(tr!("reader-no-texts")).color(Palette::of(inside.visuals()).weak);
                inside.add(Label::new(text).wrap());
                head::import(&mut inside, desk);
            }
        }
    }

    fn take_keyboard(&mut self) {
        self.page.take_keyboard();
    }

    fn has_keyboard(&self) -> bool {
        self.page.has_keyboard()
    }

    fn ask(&mut self, action: Action) {
        self.asked.push(action);
    }

    fn is_reading(&self) -> bool {
        self.page.has_keyboard() && !self.finder.is_typing()
    }

    fn put_away(&mut self) {
        self.page.put_away();
        self.finder.put_away();
    }

    fn is_typing(&self) -> bool {
        self.finder.is_typing()
    }

    fn keeps(&self, event: &Event) -> bool {
        let Event::Key { key, modifiers, .. } = event else { return self.page.has_keyboard() && matches!(event, Event::Copy) };
        let finds = *key == Key::F3 || *key == Key::F && modifiers.matches_exact(Modifiers::COMMAND);
        let walks = matches!(
            key,
            Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End | Key::PageUp | Key::PageDown
        ) || *key == Key::A && !modifiers.shift;
        let letter = (Key::A..=Key::Z).contains(key) || matches!(key, Key::Enter | Key::Space | Key::Delete | Key::Backspace);
        let escapes = *key == Key::Escape && self.page.selected().is_some();
        let of_page = !modifiers.alt && (walks || escapes || letter && !modifiers.command);
        (self.page.has_keyboard() && (finds || of_page)) || (self.finder.is_typing() && finds)
    }
}

impl Reader {
    /// Shows the source of what was selected last.
    fn follow(&mut self, editor: &Editor) {
        let map = editor.map();
        let has_text = |id: &SourceId| map.source(*id).is_some_and(|source| !source.texts.is_empty());
        let now = (editor.selection().lead(), editor.selection().entry());
        if self.followed != Some(now) {
            self.followed = Some(now);
            self.seeks = now.0;
            let entry = if let Some(Entry::Source(id)) = now.1 { Some(id) } else { None };
            let quoted = now.0.map(|node| quoting(map, node, self.source)).unwrap_or_default();
            let said = quoted.into_iter().find_map(|said| map.attribution(said)?.source.filter(has_text));
            if let Some(id) = entry.or(said).filter(|id| has_text(id) && self.source != Some(*id)) {
                (self.source, self.version) = (Some(id), None);
            }
        }
        // Putting threads in order takes time.
        if !self.source.is_some_and(|id| has_text(&id)) && self.textless.replace(editor.revision()) != Some(editor.revision()) {
            (self.source, self.version) = (map.threads().into_iter().map(|(id, _)| id).find(has_text), None);
        }
    }

    /// Whether other texts are read after that of a source.
    fn goes_on_after(&mut self, editor: &Editor, id: SourceId) -> bool {
        match self.goes_on {
            Some((revision, of, goes_on)) if (revision, of) == (editor.revision(), id) => goes_on,
            _ => {
                let goes_on = !editor.map().read_after(id).is_empty();
                self.goes_on = Some((editor.revision(), id, goes_on));
                goes_on
            }
        }
    }

    /// Puts the text on the page, and what is marked in it.
    fn prepare(&mut self, editor: &Editor, id: SourceId, version: usize, text: &SourceText) {
        if self.shown != Some((id, text.sha256())) {
            self.shown = Some((id, text.sha256()));
            self.page.set(text.shared().unwrap_or_else(|| "".into()));
            self.finder.forget_text();
            self.marked = None;
        }
        let state = (editor.revision(), editor.quotations_are_checked(), version);
        if self.marked != Some(state) {
            self.marked = Some(state);
            (self.marks, self.lost) = marks::passages(editor, id, version, |range| self.page.blocks.part(range));
        }
        let next = self.proposing.update(editor, (id, text.sha256()));
        let about = editor.selection().lead().map(|lead| quoting(editor.map(), lead, Some(id))).unwrap_or_default();
        let mut first = None;
        for mark in &mut self.marks {
            mark.current = matches!(mark.why, Reason::Said(node, _) if about.contains(&node));
            first = first.or(mark.current.then_some(mark.range.start));
        }
        if self.seeks.is_some()
            && let Some(char) = first
        {
            self.page.show(char);
        }
        if let Some(char) = next {
            // Who answers proposals goes on to the next.
            self.page.show(char.max(1));
        }
        if next.is_some() || first.is_some() || editor.quotations_are_checked() {
            self.seeks = None;
        }
    }

    fn read(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, id: SourceId, source: &Source) {
        let last = source.texts.len() - 1;
        let version = self.version.unwrap_or(last).min(last);
        let Some(text) = source.texts.get(version) else { return };
        self.prepare(desk.editor, id, version, text);
        let mut wish = self.pressed(ui, desk, id);
        let whole = ui.max_rect();
        let mut top = ui.new_child(UiBuilder::new().max_rect(whole - egui::Margin { left: 12, right: 8, top: 0, bottom: 0 }));
        wish = self.head(&mut top, desk, id, source, version).or(wish);
        self.notices(&mut top, desk);
        let begin = top.min_rect().bottom() + UNIT;
        let list = if self.proposing.is_open() { self.proposing.height().min((whole.bottom() - begin) * 0.45) } else { 0.0 };
        let end = (whole.bottom() - list).max(begin);
        let palette = Palette::of(ui.visuals());
        ui.painter().hline(whole.x_range(), begin, egui::Stroke::new(1.0, palette.line));
        let mut sheet =
            ui.new_child(UiBuilder::new().max_rect(Rect::from_min_max(pos2(whole.left(), begin + 1.0), pos2(whole.right(), end))));
        if text.shared().is_none() {
            let mut sheet = sheet.new_child(UiBuilder::new().max_rect(sheet.max_rect().shrink(4.0 * UNIT)));
            sheet.add(Label::new(RichText::new(tr!("text-missing")).color(palette.error)).wrap());
        } else if let Some(said) = self.page(&mut sheet, desk, source) {
            desk.queue.push(Command::Select(vec![said]));
            desk.asked.shows.push(said);
        }
        if list > 0.0 {
            ui.painter().hline(whole.x_range(), end, egui::Stroke::new(1.0, palette.line));
            let room = Rect::from_min_max(pos2(whole.left() + 12.0, end + UNIT), pos2(whole.right() - 4.0, whole.bottom()));
            let mut under = ui.new_child(UiBuilder::new().max_rect(room));
            under.shrink_clip_rect(room);
            let more = self.proposing.may_go_on() && self.goes_on_after(desk.editor, id);
            let (shown, goes_on) = self.proposing.ui(&mut under, id, more, desk.queue);
            if let Some(char) = shown {
                self.page.show(char);
            }
            if shown.is_some() || goes_on {
                self.page.take_keyboard();
            }
            wish = wish.or(goes_on.then_some(Wish::GoOn));
        }
        match wish {
            Some(Wish::Take(usage)) => {
                let span = self.page.selected().map_or((0, 0), |range| (range.start, range.end));
                desk.queue.push(Command::TakePassage { source: id, version, span, usage });
            }
            Some(Wish::Propose) => {
                self.version = None;
                if let Some((latest, words)) = source.latest_text().and_then(|latest| Some((latest, latest.shared()?))) {
                    self.proposing.start(ui.ctx(), id, latest.sha256(), words);
                }
            }
            Some(Wish::GoOn) => self.proposing.go_on(ui.ctx(), desk.editor.map().clone(), desk.editor.map().read_after(id)),
            None => {}
        }
    }

    /// The text with everything that is marked in it.
    fn page(&mut self, ui: &mut Ui, desk: &Desk<'_>, source: &Source) -> Option<NodeId> {
        let mut marks = self.marks.clone();
        let (waiting, current) = self.proposing.waiting();
        for (number, one) in waiting.iter().enumerate() {
            let spans = one.content.iter().chain([&one.cue]).chain(&one.source);
            let mark = |range| Mark { range, why: Reason::Proposed(number), current: number == current };
            marks.extend(spans.map(|span| mark(span.start..span.end)));
        }
        let (hits, current) = self.finder.hits();
        let found =
            |(number, hit): (usize, &std::ops::Range<u32>)| Mark { range: hit.clone(), why: Reason::Found, current: number == current };
        marks.extend(hits.iter().enumerate().map(found));
        let map = desk.editor.map();
        let name = tr!("reader-page", source = source.label());
        let who = |why: Reason| match why {
            Reason::Said(said, _) => speaker(map, heard(map, said)).to_owned(),
            Reason::Proposed(number) => waiting.get(number).map_or_else(String::new, |one| one.speaker.clone()),
            Reason::Found => String::new(),
        };
        self.page.ui(ui, &Look { marks: &marks, theme: desk.theme, name: &name, told: &|said| told(map, said), who: &who })
    }

    /// What was asked for, by key, menu or palette.
    fn pressed(&mut self, ui: &Ui, desk: &mut Desk<'_>, id: SourceId) -> Option<Wish> {
        let finds = |ui: &Ui| {
            let opens = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F));
            let back = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F3));
            (opens, back, ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F3)))
        };
        if self.page.has_keyboard() || self.finder.is_typing() {
            let (opens, back, on) = finds(ui);
            if opens {
                self.finder.take_keyboard();
            }
            if back || on {
                self.show_hit_after(on);
            }
        }
        let mut wish = None;
        for action in std::mem::take(&mut self.asked) {
            if let Some((_, usage)) = USES.iter().find(|(of, _)| *of == action) {
                wish = Some(Wish::Take(*usage));
            } else if action == Action::Propose {
                wish = Some(Wish::Propose);
            } else if action == Action::NextProposal && self.proposing.may_go_on() {
                wish = Some(Wish::GoOn);
            } else if let Some(char) = self.proposing.ask(action, id, desk.queue) {
                self.page.show(char);
            }
        }
        wish
    }

    fn show_hit_after(&mut self, forward: bool) {
        if let Some(hit) = self.finder.step(forward) {
            self.page.show(hit.start.max(1));
        }
    }

    /// Quotations without a certain place, and what to do about them.
    fn notices(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let palette = Palette::of(ui.visuals());
        for lost in self.lost.iter().take(5) {
            let words = shorten(&lost.words, 60);
            let text = match lost.places.len() {
                0 => tr!("reader-orphaned", words = words),
                count => tr!("reader-ambiguous", words = words, count = count),
            };
            let text = crate::app::icons::before(crate::app::icons::Icon::TriangleAlert, &text);
            let row = egui::Button::new(RichText::new(text).small().color(palette.warn)).frame(false).wrap();
            if ui.add(row).clicked() {
                desk.queue.push(Command::Select(vec![lost.attribution]));
                desk.asked.shows.push(lost.attribution);
                if let Some(place) = lost.places.first() {
                    self.page.select(place.clone());
                    self.page.show(place.start.max(1));
                }
            }
        }
        if self.lost.len() > 5 {
            ui.weak(tr!("list-more", count = self.lost.len() - 5));
        }
    }
}

/// The attributions with quotes that a node is, that say it or that pass it on: those in `source` first where there are such.
fn quoting(map: &ArgumentMap, node: NodeId, source: Option<SourceId>) -> Vec<NodeId> {
    let quotes = |said: &NodeId| map.attribution(*said).is_some_and(|one| !one.quotes.is_empty() || *said == node);
    let mut all = vec![node];
    let mut next = 0;
    while let Some(at) = all.get(next).copied().filter(|_| next < MOST_QUOTING) {
        let outer = map.attributions_of(at);
        all.extend(outer.into_iter().filter(|said| !all.contains(said)).collect::<Vec<_>>());
        next += 1;
    }
    all.retain(|said| map.attribution(*said).is_some() && quotes(said));
    all.sort_by_key(|said| map.attribution(*said).is_none_or(|one| source.is_none() || one.source != source));
    all
}

/// Whose words stand where an attribution is: of an author who passes on in a source of his own what another says, that one's.
fn heard(map: &ArgumentMap, said: NodeId) -> NodeId {
    let passed_on = || {
        let one = map.attribution(said).filter(|one| one.stance == Stance::Reports)?;
        let authors = &map.source(one.source?)?.authors;
        map.content(said).filter(|inner| inner.kind() == NodeKind::Attribution && one.speaker.is_some_and(|by| authors.contains(&by)))
    };
    passed_on().unwrap_or(said)
}

/// Who an attribution says speaks.
fn speaker(map: &ArgumentMap, said: NodeId) -> &str {
    let speaker = map.attribution(said).and_then(|one| map.speaker(one.speaker?));
    speaker.map_or(tr!("reader-somebody"), |speaker| speaker.label())
}

/// A passage in words: "Asserts, Gil Troy: Nader cost Gore the election".
fn told(map: &ArgumentMap, said: NodeId) -> String {
    let Some(one) = map.attribution(said) else { return String::new() };
    let content = map.content(said).map(|content| crate::model::describe(map, content)).unwrap_or_default();
    tr!("reader-passage", stance = one.stance.title(), who = speaker(map, said), content = shorten(&content, 120))
}
