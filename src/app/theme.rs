//! How the window looks: one palette, one type scale, one spacing unit, given to egui as its style for light and dark.

use crate::render::ThemeName;
use crate::render::fonts::{self, Face};
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2, Visuals, vec2};

/// The spacing unit in points: every gap is a multiple of it.
pub(crate) const UNIT: f32 = 4.0;
/// The type scale in points.
pub(crate) const SMALL: f32 = 12.0;
/// Running text and controls.
pub(crate) const BODY: f32 = 13.0;
/// Headings of dialogs.
pub(crate) const HEADING: f32 = 17.0;

/// The colours of the window around the canvas. The canvas has those of `render::Theme`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    /// Panels and bars.
    pub(crate) panel: Color32,
    /// Menus, dialogs, toasts.
    pub(crate) raised: Color32,
    /// Text fields.
    pub(crate) field: Color32,
    /// Buttons at rest.
    pub(crate) button: Color32,
    /// Buttons under the pointer.
    pub(crate) button_hover: Color32,
    /// Buttons held down.
    pub(crate) button_down: Color32,
    /// Hairlines between parts.
    pub(crate) line: Color32,
    /// Text.
    pub(crate) text: Color32,
    /// Secondary text.
    pub(crate) weak: Color32,
    /// Focus, selection, primary buttons.
    pub(crate) accent: Color32,
    /// Text on the accent.
    pub(crate) on_accent: Color32,
    /// The accent as a wash behind text.
    pub(crate) accent_wash: Color32,
    /// What was found, around cards.
    pub(crate) found: Color32,
    /// What was found, over words.
    pub(crate) found_wash: Color32,
    /// Warnings.
    pub(crate) warn: Color32,
    /// Errors, and buttons that throw work away.
    pub(crate) error: Color32,
}

const LIGHT: Palette = Palette {
    panel: Color32::from_rgb(0xfd, 0xfd, 0xfe),
    raised: Color32::from_rgb(0xff, 0xff, 0xff),
    field: Color32::from_rgb(0xf5, 0xf6, 0xf8),
    button: Color32::from_rgb(0xed, 0xf0, 0xf4),
    button_hover: Color32::from_rgb(0xe3, 0xe8, 0xee),
    button_down: Color32::from_rgb(0xd6, 0xdd, 0xe6),
    line: Color32::from_rgb(0xdd, 0xe2, 0xe9),
    text: Color32::from_rgb(0x1b, 0x24, 0x30),
    weak: Color32::from_rgb(0x56, 0x61, 0x71),
    accent: Color32::from_rgb(0x25, 0x63, 0xeb),
    on_accent: Color32::from_rgb(0xff, 0xff, 0xff),
    accent_wash: Color32::from_rgb(0xdb, 0xe7, 0xfd),
    found: Color32::from_rgb(0xd9, 0x8a, 0x00),
    found_wash: Color32::from_rgba_premultiplied(0x66, 0x4c, 0x00, 0x66),
    warn: Color32::from_rgb(0x8f, 0x5a, 0x00),
    error: Color32::from_rgb(0xb4, 0x2b, 0x12),
};

const DARK: Palette = Palette {
    panel: Color32::from_rgb(0x1b, 0x1f, 0x26),
    raised: Color32::from_rgb(0x25, 0x2b, 0x34),
    field: Color32::from_rgb(0x14, 0x17, 0x1c),
    button: Color32::from_rgb(0x30, 0x38, 0x43),
    button_hover: Color32::from_rgb(0x3c, 0x46, 0x53),
    button_down: Color32::from_rgb(0x48, 0x54, 0x64),
    line: Color32::from_rgb(0x3b, 0x45, 0x52),
    text: Color32::from_rgb(0xe7, 0xeb, 0xf1),
    weak: Color32::from_rgb(0xa4, 0xaf, 0xbe),
    accent: Color32::from_rgb(0x6e, 0xa8, 0xfe),
    on_accent: Color32::from_rgb(0x0d, 0x17, 0x28),
    accent_wash: Color32::from_rgb(0x27, 0x3d, 0x63),
    found: Color32::from_rgb(0xf2, 0xb3, 0x3d),
    found_wash: Color32::from_rgba_premultiplied(0x5c, 0x42, 0x0a, 0x66),
    warn: Color32::from_rgb(0xe0, 0xae, 0x5a),
    error: Color32::from_rgb(0xff, 0x8a, 0x70),
};

const CONTRAST_LIGHT: Palette = Palette {
    panel: Color32::WHITE,
    raised: Color32::from_rgb(0xff, 0xff, 0xfe),
    field: Color32::WHITE,
    button: Color32::from_rgb(0xf0, 0xf0, 0xf0),
    button_hover: Color32::from_rgb(0xe2, 0xe2, 0xe2),
    button_down: Color32::from_rgb(0xd4, 0xd4, 0xd4),
    line: Color32::BLACK,
    text: Color32::BLACK,
    weak: Color32::from_rgb(0x30, 0x30, 0x30),
    accent: Color32::from_rgb(0x00, 0x33, 0xcc),
    on_accent: Color32::WHITE,
    accent_wash: Color32::from_rgb(0xdc, 0xe6, 0xff),
    found: Color32::from_rgb(0x8a, 0x4b, 0x00),
    found_wash: Color32::from_rgba_premultiplied(0x66, 0x4c, 0x00, 0x66),
    warn: Color32::from_rgb(0x5e, 0x3b, 0x00),
    error: Color32::from_rgb(0x8f, 0x1a, 0x00),
};

const CONTRAST_DARK: Palette = Palette {
    panel: Color32::BLACK,
    raised: Color32::from_rgb(0x00, 0x00, 0x01),
    field: Color32::BLACK,
    button: Color32::from_rgb(0x20, 0x20, 0x20),
    button_hover: Color32::from_rgb(0x33, 0x33, 0x33),
    button_down: Color32::from_rgb(0x44, 0x44, 0x44),
    line: Color32::WHITE,
    text: Color32::WHITE,
    weak: Color32::from_rgb(0xd9, 0xd9, 0xd9),
    accent: Color32::from_rgb(0xff, 0xe9, 0x4d),
    on_accent: Color32::BLACK,
    accent_wash: Color32::from_rgb(0x4a, 0x42, 0x00),
    found: Color32::from_rgb(0xff, 0xb0, 0x3d),
    found_wash: Color32::from_rgba_premultiplied(0x5c, 0x42, 0x0a, 0x66),
    warn: Color32::from_rgb(0xff, 0xc8, 0x75),
    error: Color32::from_rgb(0xff, 0xa5, 0x90),
};

impl Palette {
    /// The palette of a theme.
    fn named(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Light | ThemeName::Print => &LIGHT,
            ThemeName::Dark => &DARK,
            ThemeName::ContrastLight => &CONTRAST_LIGHT,
            ThemeName::ContrastDark => &CONTRAST_DARK,
        }
    }

    /// The palette of the style in use: their panels differ.
    pub(crate) fn of(visuals: &Visuals) -> &'static Self {
        let palettes = ThemeName::ALL.iter().map(|name| Self::named(*name));
        let standard = if visuals.dark_mode { &DARK } else { &LIGHT };
        palettes.into_iter().find(|p| p.panel == visuals.panel_fill).unwrap_or(standard)
    }
}

/// The font family of bold text.
pub(crate) fn bold() -> FontFamily {
    Face::Bold.family()
}

/// The text style of section titles: small and bold.
pub(crate) fn section_style() -> TextStyle {
    TextStyle::Name("section".into())
}

/// Gives the context its fonts and the ways of its keys and wheel.
pub(crate) fn install(ctx: &egui::Context) {
    ctx.set_fonts(super::icons::with_icons(fonts::definitions()));
    ctx.options_mut(|o| {
        // One notch of the wheel is a quarter nearer, not half as near again.
        o.input_options.scroll_zoom_speed = 1.0 / 400.0;
        // The size of the interface has commands of its own.
        o.zoom_with_keyboard = false;
        // So has its end: egui would take Ctrl+Shift+Q for it too.
        o.quit_shortcuts.clear();
    });
}

/// Gives the context the colours of a theme, with text of that size in percent.
pub(crate) fn apply(ctx: &egui::Context, name: ThemeName, text_size: u16) {
    let of = |name: ThemeName| if name.is_dark() { egui::Theme::Dark } else { egui::Theme::Light };
    for name in [name, ThemeName::of(!name.is_dark(), name.is_contrast())] {
        ctx.set_style_of(of(name), style(of(name), name, f32::from(text_size) / 100.0));
    }
    ctx.set_theme(of(name));
}

fn style(theme: egui::Theme, name: ThemeName, text: f32) -> Style {
    let mut style = theme.default_style();
    let regular = |size: f32| FontId::new(size * text, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, regular(SMALL)),
        (TextStyle::Body, regular(BODY)),
        (TextStyle::Button, regular(BODY)),
        (TextStyle::Heading, FontId::new(HEADING * text, bold())),
        (TextStyle::Monospace, FontId::new(BODY * text, FontFamily::Monospace)),
        (section_style(), FontId::new(SMALL * text, bold())),
    ]
    .into();
    style.visuals = visuals(theme, Palette::named(name), name);
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(2.0 * UNIT);
    spacing.button_padding = vec2(2.5 * UNIT, UNIT);
    spacing.interact_size = vec2(10.0 * UNIT, 7.0 * UNIT);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(4);
    spacing.icon_width = 4.0 * UNIT;
    spacing.icon_width_inner = 2.0 * UNIT;
    spacing.icon_spacing = 1.5 * UNIT;
    spacing.indent = 4.0 * UNIT;
    spacing.combo_height = 80.0 * UNIT;
    spacing.tooltip_width = 80.0 * UNIT;
    spacing.scroll = egui::style::ScrollStyle::thin();
    // Where a list goes on it fades, to be seen at once.
    spacing.scroll.fade = egui::style::ScrollFadeStyle { strength: 1.0, size: 7.0 * UNIT };
    style.interaction.selectable_labels = false;
    style.animation_time = 0.1;
    style
}

fn visuals(theme: egui::Theme, p: &Palette, name: ThemeName) -> Visuals {
    let mut v = theme.default_visuals();
    let radius = CornerRadius::same(6);
    let shadow = |blur, y| Shadow { offset: [0, y], blur, spread: 0, color: Color32::from_black_alpha(if v.dark_mode { 110 } else { 36 }) };
    v.popup_shadow = shadow(16, 4);
    v.window_shadow = shadow(40, 12);
    v.window_fill = p.raised;
    v.window_stroke = Stroke::new(1.0, p.line);
    v.window_corner_radius = CornerRadius::same(10);
    v.menu_corner_radius = CornerRadius::same(8);
    v.panel_fill = p.panel;
    v.extreme_bg_color = p.field;
    v.text_edit_bg_color = Some(p.field);
    v.faint_bg_color = p.button.gamma_multiply(0.5);
    v.code_bg_color = p.button;
    v.hyperlink_color = p.accent;
    v.warn_fg_color = p.warn;
    v.error_fg_color = p.error;
    v.weak_text_color = Some(p.weak);
    v.selection.bg_fill = p.accent_wash;
    v.selection.stroke = Stroke::new(1.0, if name == ThemeName::Light { p.accent } else { p.text });
    v.text_cursor.stroke = Stroke::new(1.5, p.accent);
    v.text_cursor.blink = false;
    v.indent_has_left_vline = false;
    // What cannot be done now is still to be read.
    v.disabled_alpha = if name.is_contrast() { 0.75 } else { 0.45 };
    for (w, fill, line, text) in [
        (&mut v.widgets.noninteractive, p.panel, p.line, p.text),
        (&mut v.widgets.inactive, p.button, p.line, p.text),
        (&mut v.widgets.hovered, p.button_hover, p.line, p.text),
        (&mut v.widgets.active, p.button_down, p.accent, p.text),
        (&mut v.widgets.open, p.button_hover, p.line, p.text),
    ] {
        w.bg_fill = fill;
        w.weak_bg_fill = fill;
        w.bg_stroke = Stroke::new(1.0, line);
        w.fg_stroke = Stroke::new(1.0, text);
        w.corner_radius = radius;
        w.expansion = 0.0;
    }
    v
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::contrast;

    #[test]
    fn contrast_is_wcag_aa_and_aaa_in_high_contrast() {
        for name in ThemeName::ALL {
            let p = Palette::named(*name);
            let check = |what: &str, fore: Color32, back: Color32, least: f64| {
                let ratio = contrast(fore, back);
                assert!(ratio >= least, "{what} ({name:?}): {ratio:.2} < {least}");
            };
            let text = if name.is_contrast() { 7.0 } else { 4.5 };
            for (ground, color) in [("panel", p.panel), ("raised", p.raised), ("field", p.field), ("button", p.button)] {
                check(&format!("text on {ground}"), p.text, color, text);
                check(&format!("weak text on {ground}"), p.weak, color, text);
                // What has the keyboard wears a ring in the accent.
                check(&format!("accent on {ground}"), p.accent, color, 3.0);
            }
            for ground in [p.panel, p.raised] {
                check("warning", p.warn, ground, text);
                check("error", p.error, ground, text);
                check("link", p.accent, ground, text);
                if name.is_contrast() {
                    check("what was found", p.found, ground, 4.5);
                    check("line", p.line, ground, 4.5);
                }
            }
            for ground in [p.button_hover, p.button_down, p.accent_wash] {
                check("text on a control", p.text, ground, text);
            }
            check("text on the accent", p.on_accent, p.accent, text);
        }
    }

    #[test]
    fn a_style_tells_its_palette() {
        for name in ThemeName::ALL {
            let theme = if name.is_dark() { egui::Theme::Dark } else { egui::Theme::Light };
            let style = style(theme, *name, 1.0);
            assert_eq!(Palette::of(&style.visuals).panel, Palette::named(*name).panel, "{name:?}");
            assert_eq!(Palette::of(&style.visuals).line, Palette::named(*name).line, "{name:?}");
        }
    }
}
