//! How the dock looks: quiet strips of tabs, hairlines between the parts, a wash where something would land.

use std::collections::HashSet;

use egui::epaint::CornerRadiusF32;
use egui::text::LayoutJob;
use egui::{Color32, CursorIcon, FontId, Painter as Pen, Rect, Response, Role, Sense, Stroke, StrokeKind, Style, Ui, UiBuilder, Visuals};
use egui::{Id, WidgetInfo, WidgetText, pos2, vec2};
use egui_tiles::{Behavior, EditAction, ResizeState, SimplificationOptions, TabState, Tabs, TileId, Tiles, UiResponse};

use super::arrangement::{CANVAS, Pane, RULES};
use super::{MIN_SIZE, info_of};
use crate::app::icons::{self, Icon};
use crate::app::panels::{Desk, Panels};
use crate::app::theme::{Palette, SMALL, UNIT, bold};
use crate::tr;

/// Height of a strip of tabs.
const STRIP: f32 = 8.0 * UNIT;

/// Draws the tiles.
pub(super) struct Painter<'a> {
    pub(super) panels: &'a mut Panels,
    pub(super) desk: Desk<'a>,
    pub(super) canvas: &'a mut dyn FnMut(&mut Ui, &mut Desk<'_>),
    /// The stack that holds the canvas and has no strip.
    pub(super) bare: Option<TileId>,
    /// Tiles that share their strip with others: which of them is shown is to be seen.
    pub(super) stacked: HashSet<TileId>,
    /// The last thing that the user did to the arrangement in this frame.
    pub(super) edit: Option<EditAction>,
}

impl Behavior<Pane> for Painter<'_> {
    fn pane_ui(&mut self, ui: &mut Ui, _: TileId, pane: &mut Pane) -> UiResponse {
        if pane == CANVAS {
            (self.canvas)(ui, &mut self.desk);
        } else if let Some(info) = info_of(pane)
            && let Some(panel) = self.panels.get(info.action)
        {
            // What does not fit is cut, not allowed to reach over the neighbours.
            let rect = ui.max_rect();
            ui.painter().rect_filled(rect, 0.0, ui.visuals().panel_fill);
            let builder = UiBuilder::new().max_rect(rect).accessibility_label(info.action.title());
            ui.scope_builder(builder, |ui| {
                ui.set_clip_rect(rect.intersect(ui.clip_rect()));
                panel.ui(ui, &mut self.desk);
            });
        }
        UiResponse::None
    }

    fn tab_title_for_pane(&mut self, pane: &Pane) -> WidgetText {
        info_of(pane).map_or("", |info| info.action.title()).into()
    }

    fn tab_ui(&mut self, tiles: &mut Tiles<Pane>, ui: &mut Ui, id: Id, tile: TileId, state: &TabState) -> Response {
        let info = tiles.get_pane(&tile).and_then(|pane| info_of(pane));
        let title = info.map_or("", |info| info.action.title());
        let palette = Palette::of(ui.visuals());
        let alone = !self.stacked.contains(&tile);
        let color = if state.active { palette.text } else { palette.weak };
        let mut job = LayoutJob::default();
        if let Some(info) = info {
            let format = |family, color| egui::TextFormat { font_id: FontId::new(SMALL, family), color, ..Default::default() };
            job.append(&icons::text(info.icon), 0.0, format(egui::FontFamily::Proportional, palette.weak));
            job.append(title, 1.5 * UNIT, format(bold(), color));
        }
        let galley = ui.painter().layout_job(job);
        let (_, rect) = ui.allocate_space(vec2(galley.size().x + 6.0 * UNIT, ui.available_height()));
        let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Default);
        response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), state.active, title));
        if ui.is_rect_visible(rect) && !state.is_being_dragged {
            if response.has_focus() {
                ui.painter().rect_stroke(rect.shrink(3.0), 4.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
            } else if response.hovered() && !state.active {
                ui.painter().rect_filled(rect.shrink2(vec2(2.0, 4.0)), 6.0, palette.button);
            }
            let at = pos2(rect.left() + 3.0 * UNIT, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
            if state.active && !alone {
                let line =
                    Rect::from_min_max(pos2(rect.left() + 2.0 * UNIT, rect.bottom() - 2.0), rect.right_bottom() - vec2(2.0 * UNIT, 0.0));
                ui.painter().rect_filled(line, 1.0, palette.accent);
            }
        }
        response
    }

    fn top_bar_right_ui(&mut self, tiles: &Tiles<Pane>, ui: &mut Ui, _: TileId, tabs: &Tabs, _: &mut f32) {
        let info = tabs.active.and_then(|tile| tiles.get_pane(&tile)).and_then(|pane| info_of(pane));
        let Some(info) = info else { return };
        ui.add_space(UNIT);
        ui.scope(|ui| {
            let name = tr!("panel-hide", panel = info.action.title());
            let button = ui.add_sized([6.0 * UNIT, 6.0 * UNIT], egui::Button::new("").frame_when_inactive(false));
            // In the middle by what is seen of it, level with the capitals of the title.
            let color = Palette::of(ui.visuals()).weak;
            let cross = ui.painter().layout_no_wrap(icons::text(Icon::X), FontId::proportional(SMALL), color);
            ui.painter().galley(button.rect.center() - cross.mesh_bounds.center().to_vec2(), cross, color);
            if button.accessible_name(name.as_str()).on_hover_text(name.as_str()).clicked() {
                self.desk.queue.push(info.action.into());
            }
        });
    }

    fn drag_ui(&mut self, tiles: &Tiles<Pane>, ui: &mut Ui, tile: TileId) {
        let palette = Palette::of(ui.visuals());
        let Some(info) = tiles.get_pane(&tile).and_then(|pane| info_of(pane)) else { return };
        let frame = egui::Frame::popup(ui.style()).inner_margin(vec2(3.0 * UNIT, 1.5 * UNIT)).fill(palette.raised);
        frame.show(ui, |ui| ui.label(icons::before(info.icon, info.action.title())));
    }

    fn is_tab_bar_visible(&self, tile: TileId, _: &Tabs) -> bool {
        Some(tile) != self.bare
    }

    fn tab_bar_height(&self, _: &Style) -> f32 {
        STRIP
    }

    fn min_size(&self) -> f32 {
        MIN_SIZE
    }

    fn simplification_options(&self) -> SimplificationOptions {
        RULES
    }

    fn is_tile_draggable(&self, tiles: &Tiles<Pane>, tile: TileId) -> bool {
        tiles.get_pane(&tile).is_some_and(|pane| pane != CANVAS)
    }

    fn tab_bar_color(&self, visuals: &Visuals) -> Color32 {
        Palette::of(visuals).panel
    }

    fn resize_stroke(&self, style: &Style, state: ResizeState) -> Stroke {
        let palette = Palette::of(&style.visuals);
        match state {
            ResizeState::Idle => Stroke::new(1.0, palette.line),
            ResizeState::Hovering | ResizeState::Dragging => Stroke::new(2.0, palette.accent),
        }
    }

    fn dragged_overlay_color(&self, visuals: &Visuals) -> Color32 {
        Palette::of(visuals).panel.gamma_multiply(0.6)
    }

    fn paint_drag_preview(&self, visuals: &Visuals, pen: &Pen, _: Option<Rect>, at: Rect) {
        let accent = Palette::of(visuals).accent;
        pen.rect(at.shrink(2.0), CornerRadiusF32::same(6.0), accent.gamma_multiply(0.16), Stroke::new(1.5, accent), StrokeKind::Inside);
    }

    fn cycle_tabs_with_keyboard(&self) -> bool {
        // Ctrl+Tab is not a matter of where the pointer happens to be.
        false
    }

    fn on_edit(&mut self, edit: EditAction) {
        self.edit = Some(edit);
    }
}
