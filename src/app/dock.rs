//! Where the panels stand: docked around the canvas, stacked as tabs, resized, hidden; and how that is remembered.

mod arrangement;
mod strip;

use egui::{Context, PointerButton, Rect, Ui, Vec2};
use egui_tiles::{EditAction, Tile, TileId, Tree};

use super::panels::{Desk, Info, PANELS, Panels};
use crate::editor::Action;
use crate::io::Config;
use arrangement::{CANVAS, Pane};
use strip::Painter;

/// The least width or height that a part keeps while others are made larger.
const MIN_SIZE: f32 = 120.0;

/// A part of the window that can have the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The canvas.
    Canvas,
    /// The panel that this action shows.
    Panel(Action),
}

/// The arrangement of canvas and panels.
pub(crate) struct Dock {
    tree: Tree<Pane>,
    /// What was last written down.
    kept: Tree<Pane>,
    /// The room that it had in the last frame.
    room: Vec2,
}

impl Dock {
    /// The arrangement of the last run, or the first one.
    pub(crate) fn new(config: Option<&Config>) -> Self {
        let tree = config.and_then(arrangement::recall).unwrap_or_else(arrangement::first);
        Self { kept: arrangement::essence(&tree, Vec2::ZERO), tree, room: Vec2::ZERO }
    }

    /// Draws canvas and panels.
    pub(crate) fn ui(&mut self, ui: &mut Ui, panels: &mut Panels, desk: Desk<'_>, canvas: &mut dyn FnMut(&mut Ui, &mut Desk<'_>)) {
        let last = std::mem::replace(&mut self.room, ui.available_size());
        arrangement::keep_sizes(&mut self.tree, last, self.room);
        let before = ui.input(|i| i.pointer.any_released()).then(|| self.tree.clone());
        let mut painter =
            Painter { panels, desk, canvas, bare: arrangement::bare(&self.tree), stacked: arrangement::stacked(&self.tree), edit: None };
        self.tree.ui(&mut painter, ui);
        let edit = painter.edit;
        for info in PANELS.iter().filter(|info| !self.is_in_sight(info.action)) {
            panels.get(info.action).into_iter().for_each(|panel| panel.put_away());
        }
        if let Some(before) = before {
            // Nothing is stacked on the canvas; a double click on an edge would halve the canvas.
            let doubled = ui.input(|i| i.pointer.button_double_clicked(PointerButton::Primary));
            let halved = doubled && edit == Some(EditAction::TileResized);
            if halved || arrangement::covers_canvas(&self.tree) {
                self.tree = before;
            }
        }
    }

    /// Whether a panel is shown, on top of its stack.
    pub(crate) fn is_in_sight(&self, action: Action) -> bool {
        self.tile_of(action).is_some_and(|tile| self.tree.active_tiles().contains(&tile))
    }

    /// Shows a panel, or hides it where it is in sight. Tells which part should have the keyboard now.
    pub(crate) fn toggle(&mut self, action: Action) -> Part {
        if self.is_in_sight(action) {
            self.hide(action);
            return Part::Canvas;
        }
        self.show(action);
        Part::Panel(action)
    }

    /// Shows a panel, on top of its stack.
    pub(crate) fn show(&mut self, action: Action) {
        if let Some(tile) = self.tile_of(action) {
            self.tree.set_visible(tile, true);
            self.tree.make_active(|id, _| id == tile);
        }
    }

    fn hide(&mut self, action: Action) {
        if let Some(tile) = self.tile_of(action) {
            self.tree.set_visible(tile, false);
        }
    }

    /// Everything where it was at the first start.
    pub(crate) fn reset(&mut self) {
        self.tree = arrangement::first();
    }

    /// The part that follows the one with the keyboard, in the order of their places.
    pub(crate) fn next(&self, ctx: &Context, forward: bool) -> Part {
        let parts = self.parts();
        let focus = ctx.memory(|m| m.focused()).and_then(|id| ctx.read_response(id)).map(|r| r.rect.center());
        let now = focus.and_then(|at| parts.iter().position(|(rect, _)| rect.contains(at)));
        let canvas = parts.iter().position(|(_, part)| *part == Part::Canvas).unwrap_or(0);
        let now = now.unwrap_or(canvas);
        let count = parts.len().max(1);
        let next = if forward { now + 1 } else { now + count - 1 } % count;
        parts.get(next).map_or(Part::Canvas, |(_, part)| *part)
    }

    /// What is in sight with its tab, from left to right and from top to bottom.
    fn parts(&self) -> Vec<(Rect, Part)> {
        let tiles = &self.tree.tiles;
        let mut parts: Vec<(Rect, Part)> = self
            .tree
            .active_tiles()
            .into_iter()
            .filter_map(|id| {
                let part = part_of(tiles.get_pane(&id)?)?;
                let whole = tiles.parent_of(id).and_then(|parent| tiles.rect(parent));
                Some((whole.or(tiles.rect(id))?, part))
            })
            .collect();
        parts.sort_by(|(a, _), (b, _)| (a.min.x, a.min.y).partial_cmp(&(b.min.x, b.min.y)).unwrap_or(std::cmp::Ordering::Equal));
        parts
    }

    /// Writes the arrangement down where it has changed and nobody is changing it just now.
    pub(crate) fn remember(&mut self, ctx: &Context, config: Option<&Config>) {
        if ctx.input(|i| i.pointer.any_down()) {
            return;
        }
        let now = arrangement::essence(&self.tree, self.room);
        if now != self.kept {
            if let Some(config) = config {
                arrangement::remember(config, &now);
            }
            self.kept = now;
        }
    }

    fn tile_of(&self, action: Action) -> Option<TileId> {
        let info = PANELS.iter().find(|info| info.action == action)?;
        self.tree.tiles.iter().find(|(_, tile)| matches!(tile, Tile::Pane(pane) if pane == info.id)).map(|(id, _)| *id)
    }
}

/// What a pane shows; `None` where no panel has that name.
fn part_of(pane: &str) -> Option<Part> {
    if pane == CANVAS { Some(Part::Canvas) } else { info_of(pane).map(|info| Part::Panel(info.action)) }
}

fn info_of(pane: &str) -> Option<&'static Info> {
    PANELS.iter().find(|info| info.id == pane)
}
