//! The row of tabs: one for each open map, shown as soon as there are two.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, FontId, Frame, Id, Margin, PointerButton, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};
use egui::{pos2, vec2};

use super::ElenchusApp;
use super::icons::{self, Icon};
use super::tabs::TabId;
use super::theme::{self, Palette, UNIT};
use crate::editor::Action;
use crate::tr;

const HEIGHT: f32 = 8.0 * UNIT;
const WIDEST: f32 = 56.0 * UNIT;
const NARROWEST: f32 = 24.0 * UNIT;
/// Room for the sign or the cross on either side of the name.
const SIDE: f32 = 6.0 * UNIT;

/// What the user asked of the bar.
enum Asked {
    Show(TabId),
    Close(TabId),
    /// Put the tab that is shown there.
    Move(usize),
}

impl ElenchusApp {
    /// Draws the row where there is more than one map.
    pub(super) fn tab_bar(&mut self, ui: &mut Ui) {
        if self.tabs().nth(1).is_none() {
            return;
        }
        let fill = Palette::of(ui.visuals()).button;
        let frame = Frame::NONE.fill(fill).inner_margin(Margin { left: 8, right: 8, top: 4, bottom: 0 });
        let asked = egui::Panel::top("tabs").frame(frame).show_separator_line(false).show(ui, |ui| self.tab_row(ui)).inner;
        let ctx = ui.ctx().clone();
        match asked {
            Some(Asked::Show(id)) => self.show_tab(&ctx, id),
            Some(Asked::Close(id)) => {
                self.show_tab(&ctx, id);
                self.queue.push(Action::CloseTab.into());
            }
            Some(Asked::Move(place)) => self.move_tab(place),
            None => {}
        }
    }

    fn tab_row(&mut self, ui: &mut Ui) -> Option<Asked> {
        let mut asked = None;
        let names: Vec<(TabId, String, bool)> = self.tabs().map(|t| (t.id, t.editor.name().to_owned(), t.editor.is_dirty())).collect();
        let room = ui.available_width() - icons::SIZE - 2.0 * UNIT;
        let width = (room / names.len() as f32).clamp(NARROWEST, WIDEST);
        let builder = UiBuilder::new().accessibility_role(Role::TabList).accessibility_label(tr!("tab-bar"));
        ui.scope_builder(builder, |ui| {
            egui::ScrollArea::horizontal().id_salt("tabs").max_width(ui.available_width()).show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                ui.horizontal(|ui| {
                    for (place, (id, name, dirty)) in names.iter().enumerate() {
                        let shown = place == self.tab_place();
                        asked = tab(ui, width, *id, name, *dirty, shown, place).or(asked.take());
                    }
                    if icons::button(ui, Icon::Plus, tr!("tab-new")).clicked() {
                        self.queue.push(Action::New.into());
                    }
                });
            });
        });
        asked
    }
}

fn tab(ui: &mut Ui, width: f32, id: TabId, name: &str, dirty: bool, shown: bool, place: usize) -> Option<Asked> {
    let palette = Palette::of(ui.visuals());
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let response = ui.interact(rect, Id::unique(("tab", id)), Sense::click_and_drag());
    let label = if dirty { tr!("tab-name-unsaved", name = name) } else { tr!("tab-name", name = name) };
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, &label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(shown));
    if shown {
        ui.scroll_to_rect(rect, None);
    }
    let corners = CornerRadius { nw: 6, ne: 6, sw: 0, se: 0 };
    if shown {
        ui.painter().rect(rect, corners, palette.panel, Stroke::new(1.0, palette.line), StrokeKind::Inside);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.panel));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corners, palette.button_hover);
    } else {
        ui.painter().vline(rect.right(), rect.shrink(2.0 * UNIT).y_range(), Stroke::new(1.0, palette.line));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect.shrink(2.0), corners, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    }
    let text = Rect::from_min_max(pos2(rect.left() + SIDE, rect.top()), pos2(rect.right() - SIDE, rect.bottom()));
    let mut job = egui::text::LayoutJob::simple_singleline(
        name.to_owned(),
        FontId::new(theme::BODY, if shown { theme::bold() } else { egui::FontFamily::Proportional }),
        if shown { palette.text } else { palette.weak },
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(text.width());
    let galley = ui.fonts_mut(|f| f.layout_job(job));
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), text).min;
    ui.painter().galley(at, galley, palette.text);
    if dirty {
        ui.painter().circle_filled(pos2(rect.left() + SIDE / 2.0 + 1.0, rect.center().y), 3.5, palette.accent);
    }
    let over = ui.rect_contains_pointer(rect);
    let mut asked = None;
    if shown || over {
        let cross = Rect::from_center_size(pos2(rect.right() - SIDE / 2.0 - 1.0, rect.center().y), egui::Vec2::splat(5.0 * UNIT));
        let closes = ui.interact(cross, Id::unique(("close tab", id)), Sense::click());
        closes.widget_info(|| WidgetInfo::labeled(Role::Button, true, tr!("tab-close", name = name)));
        if closes.hovered() || closes.has_focus() {
            ui.painter().rect_filled(cross, 4.0, palette.button_down);
        }
        ui.painter().text(cross.center(), Align2::CENTER_CENTER, icons::text(Icon::X), FontId::proportional(theme::SMALL), palette.weak);
        if closes.clicked() {
            asked = Some(Asked::Close(id));
        }
    }
    if response.clicked_by(PointerButton::Middle) {
        asked = Some(Asked::Close(id));
    } else if asked.is_none() && (response.clicked() || response.drag_started()) && !shown {
        asked = Some(Asked::Show(id));
    } else if shown
        && response.dragged_by(PointerButton::Primary)
        && let Some(pointer) = response.interact_pointer_pos()
    {
        // Past the middle of a neighbour the two change places.
        let steps = ((pointer.x - rect.center().x) / rect.width()).round() as isize;
        asked = (steps != 0).then(|| Asked::Move(place.saturating_add_signed(steps))).or(asked);
    }
    response.on_hover_text(label);
    asked
}
