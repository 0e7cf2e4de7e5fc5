//! The page's style: its colours are those of the picture.

use std::fmt::Write;

use crate::render::{Ink, Theme, ThemeName, ink_property};

const RULES: &str = include_str!("../../../assets/html/page.css");

/// The style sheet. Readers see the light palette or the dark one as their system asks, until they choose; paper gets that for print.
pub(super) fn sheet(theme: ThemeName) -> String {
    let (light, dark) = match theme {
        ThemeName::Light | ThemeName::Dark => (ThemeName::Light, ThemeName::Dark),
        ThemeName::Print => (ThemeName::Print, ThemeName::Dark),
        ThemeName::ContrastLight | ThemeName::ContrastDark => (ThemeName::ContrastLight, ThemeName::ContrastDark),
    };
    let mut out = String::from("\n");
    let mut rule = |media: &str, which: &str, theme: ThemeName| {
        let inks = inks(theme);
        let scheme = if theme.is_dark() { "dark" } else { "light" };
        let _ = writeln!(out, "@media {media}{{:root{which}{{color-scheme:{scheme};{inks}}}}}");
    };
    let contrast = "screen and (prefers-contrast:more)";
    rule("all", "", light);
    rule("screen and (prefers-color-scheme:dark)", "", dark);
    rule("screen", "[data-shade=light]", light);
    rule("screen", "[data-shade=dark]", dark);
    rule(contrast, "", ThemeName::ContrastLight);
    rule(&format!("{contrast} and (prefers-color-scheme:dark)"), "", ThemeName::ContrastDark);
    rule(contrast, "[data-shade=light]", ThemeName::ContrastLight);
    rule(contrast, "[data-shade=dark]", ThemeName::ContrastDark);
    rule("print", "", ThemeName::Print);
    out + RULES
}

fn inks(name: ThemeName) -> String {
    let theme = Theme { name };
    Ink::ALL.iter().fold(String::new(), |mut out, ink| {
        let [r, g, b, a] = theme.color(*ink).to_srgba_unmultiplied();
        let alpha = if a == 255 { String::new() } else { format!("{a:02x}") };
        let _ = write!(out, "{}:#{r:02x}{g:02x}{b:02x}{alpha};", ink_property(*ink));
        out
    })
}
