//! Colours by meaning, one type scale, one spacing unit.

use epaint::Color32;

use crate::tr;

/// The spacing unit: every gap is a multiple of it.
pub const UNIT: f32 = 4.0;

/// The type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextSize {
    /// Captions, chips, tags.
    Small,
    /// Claims.
    Body,
    /// Headings.
    Large,
    /// The title of a sheet.
    Title,
}

impl TextSize {
    /// Font size in points.
    pub fn points(self) -> f32 {
        match self {
            Self::Small => 12.0,
            Self::Body => 14.0,
            Self::Large => 18.0,
            Self::Title => 28.0,
        }
    }

    /// Distance between base lines in points.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Small => 16.0,
            Self::Body => 20.0,
            Self::Large => 24.0,
            Self::Title => 36.0,
        }
    }
}

/// Which palette.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ThemeName {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, with strong lines.
    ContrastLight,
    /// White on black, with strong lines.
    ContrastDark,
    /// For paper: black on white, colours that stay apart in grey, no shadows.
    Print,
}

impl ThemeName {
    /// Every palette of the window.
    pub const ALL: &[Self] = &[Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];
    /// Every palette of an export.
    pub const EXPORTED: &[Self] = &[Self::Light, Self::Dark, Self::Print, Self::ContrastLight, Self::ContrastDark];

    /// The palette of that brightness and contrast.
    pub fn of(dark: bool, contrast: bool) -> Self {
        match (dark, contrast) {
            (false, false) => Self::Light,
            (true, false) => Self::Dark,
            (false, true) => Self::ContrastLight,
            (true, true) => Self::ContrastDark,
        }
    }

    /// The word on the command line and in the settings file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::ContrastLight => "contrast-light",
            Self::ContrastDark => "contrast-dark",
            Self::Print => "print",
        }
    }

    /// What users read.
    pub fn title(self) -> &'static str {
        match self {
            Self::Light => tr!("theme-light"),
            Self::Dark => tr!("theme-dark"),
            Self::ContrastLight => tr!("theme-contrast-light"),
            Self::ContrastDark => tr!("theme-contrast-dark"),
            Self::Print => tr!("theme-print"),
        }
    }

    /// Whether it is light on dark.
    pub fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::ContrastDark)
    }

    /// Whether it is one of high contrast.
    pub fn is_contrast(self) -> bool {
        matches!(self, Self::ContrastLight | Self::ContrastDark)
    }
}

macro_rules! inks {
    ($($(#[$doc:meta])* $ink:ident = $light:literal, $dark:literal, $contrast_light:literal, $contrast_dark:literal;)*) => {
        /// A colour by what it means. Shapes carry inks; the theme turns them into colours when they are painted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Ink { $($(#[$doc])* $ink,)* }

        impl Ink {
            /// Every ink.
            pub const ALL: &[Self] = &[$(Self::$ink,)*];

            /// The colour in a palette, as 0xRRGGBBAA.
            fn in_theme(self, name: ThemeName) -> u32 {
                let [light, dark, contrast_light, contrast_dark] = match self {
                    $(Self::$ink => [$light, $dark, $contrast_light, $contrast_dark],)*
                };
                match name {
                    ThemeName::Light => light,
                    ThemeName::Dark => dark,
                    ThemeName::ContrastLight => contrast_light,
                    ThemeName::ContrastDark => contrast_dark,
                    ThemeName::Print => self.on_paper().unwrap_or(contrast_light),
                }
            }
        }
    };
}

inks! {
    /// Behind everything.
    Canvas = 0xF5F6F8FF, 0x15181DFF, 0xFFFFFFFF, 0x000000FF;
    /// Marks on the canvas that guide the eye.
    Grid = 0xE1E5EAFF, 0x252A32FF, 0xDDDDDDFF, 0x303030FF;
    /// What claims stand on that belong together.
    Ground = 0xEBEEF3FF, 0x1A1E25FF, 0xF2F2F2FF, 0x121212FF;
    /// A card.
    Card = 0xFFFFFFFF, 0x1F242CFF, 0xFFFFFFFF, 0x000000FF;
    /// The line around a card.
    Border = 0xD2D8E0FF, 0x3A4350FF, 0x000000FF, 0xFFFFFFFF;
    /// Under a card.
    Shadow = 0x14203414, 0x00000059, 0x00000000, 0x00000000;
    /// Text.
    Text = 0x1B2430FF, 0xE7EBF1FF, 0x000000FF, 0xFFFFFFFF;
    /// Text of less weight.
    Muted = 0x566171FF, 0xA4AFBEFF, 0x303030FF, 0xD9D9D9FF;
    /// Behind the text of a chip.
    Chip = 0xEDF0F4FF, 0x2B323CFF, 0xEBEBEBFF, 0x262626FF;
    /// What is selected or has the focus.
    Selection = 0x2563EBFF, 0x6EA8FEFF, 0x0033CCFF, 0xFFE94DFF;
    /// Claims of fact.
    Fact = 0x2F6DA8FF, 0x7DB3E8FF, 0x00457CFF, 0x8CC8FFFF;
    /// Claims of value.
    Value = 0xA03A7EFF, 0xE08BC4FF, 0x860C5EFF, 0xFFA3DEFF;
    /// Claims of policy.
    Policy = 0x5548B5FF, 0xA79BF2FF, 0x3A2C9EFF, 0xC9BFFFFF;
    /// Claims of cause.
    Cause = 0x8F5A00FF, 0xE0AE5AFF, 0x5E3B00FF, 0xFFC875FF;
    /// Definitions.
    Definition = 0x56707AFF, 0x9FBAC4FF, 0x2F454EFF, 0xC0D8E0FF;
    /// What speaks for something.
    Support = 0x0B7A66FF, 0x3CC9ABFF, 0x00523FFF, 0x4BEBC8FF;
    /// What speaks against something.
    Rebuttal = 0xC0391BFF, 0xFF8266FF, 0x8F1A00FF, 0xFFA590FF;
    /// What attacks a step.
    Undercut = 0x7A3FC2FF, 0xBC95F5FF, 0x5A1FA8FF, 0xD6BBFFFF;
    /// The same in other words.
    Restatement = 0x4B6584FF, 0x9DB4CFFF, 0x2F4560FF, 0xBCD0E8FF;
    /// What is to be preferred.
    Preference = 0x8A6100FF, 0xE0B95AFF, 0x5A3F00FF, 0xFFD27AFF;
}

impl Ink {
    /// The colour on paper where it is not that of high contrast: lines are finer there than on a screen, and what is for and what is
    /// against must differ in grey.
    fn on_paper(self) -> Option<u32> {
        match self {
            Self::Border => Some(0x6B7480FF),
            Self::Muted => Some(0x444C57FF),
            Self::Chip => Some(0xF0F0F0FF),
            Self::Support => Some(0x0F7D68FF),
            Self::Rebuttal => Some(0x8F1A00FF),
            _ => None,
        }
    }
}

/// A palette.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Which one.
    pub name: ThemeName,
}

impl Theme {
    /// Dark on light.
    pub fn light() -> Self {
        Self { name: ThemeName::Light }
    }

    /// Light on dark.
    pub fn dark() -> Self {
        Self { name: ThemeName::Dark }
    }

    /// The colour of an ink.
    pub fn color(self, ink: Ink) -> Color32 {
        let [r, g, b, a] = ink.in_theme(self.name).to_be_bytes();
        Color32::from_rgba_unmultiplied(r, g, b, a)
    }
}

/// Contrast ratio of WCAG 2.2.
#[cfg(test)]
pub(crate) fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |color: Color32| {
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_wcag_aa_and_aaa_in_high_contrast() {
        let words = [Ink::Text, Ink::Muted, Ink::Fact, Ink::Value, Ink::Policy, Ink::Cause, Ink::Definition];
        let marks = [Ink::Support, Ink::Rebuttal, Ink::Undercut, Ink::Restatement, Ink::Preference, Ink::Selection];
        for name in ThemeName::EXPORTED {
            let theme = Theme { name: *name };
            let check = |fore: Ink, back: Ink, least: f64| {
                let ratio = contrast(theme.color(fore), theme.color(back));
                assert!(ratio >= least, "{fore:?} on {back:?} ({name:?}): {ratio:.2} < {least}");
            };
            let text = if name.is_contrast() { 7.0 } else { 4.5 };
            for ink in words {
                check(ink, Ink::Card, text);
                check(ink, Ink::Canvas, text);
            }
            for ink in [Ink::Text, Ink::Muted] {
                check(ink, Ink::Chip, text);
                check(ink, Ink::Ground, text);
            }
            for ink in marks {
                check(ink, Ink::Canvas, 4.5);
                check(ink, Ink::Card, 4.5);
                check(ink, Ink::Ground, 4.0);
            }
            if name.is_contrast() {
                check(Ink::Border, Ink::Canvas, 4.5);
                check(Ink::Border, Ink::Card, 4.5);
            }
        }
    }

    #[test]
    fn on_paper_for_and_against_differ_in_grey() {
        let grey = |ink: Ink| {
            let [r, g, b, _] = Theme { name: ThemeName::Print }.color(ink).to_array().map(f32::from);
            0.299 * r + 0.587 * g + 0.114 * b
        };
        for (one, other) in [(Ink::Support, Ink::Rebuttal), (Ink::Support, Ink::Undercut), (Ink::Border, Ink::Text)] {
            assert!((grey(one) - grey(other)).abs() > 24.0, "{one:?} {} and {other:?} {}", grey(one), grey(other));
        }
        // Lines and words stand out from paper that a copying machine made greyer.
        for ink in [Ink::Support, Ink::Rebuttal, Ink::Undercut, Ink::Restatement, Ink::Preference, Ink::Text, Ink::Muted] {
            assert!(grey(ink) < 128.0, "{ink:?} {}", grey(ink));
        }
    }

    #[test]
    fn brightness_and_contrast_name_a_palette() {
        for name in ThemeName::ALL {
            assert_eq!(ThemeName::of(name.is_dark(), name.is_contrast()), *name);
        }
    }
}
