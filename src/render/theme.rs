//! Colours by meaning, one type scale, one spacing unit.

use epaint::Color32;

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
}

impl TextSize {
    /// Font size in points.
    pub fn points(self) -> f32 {
        match self {
            Self::Small => 12.0,
            Self::Body => 14.0,
            Self::Large => 18.0,
        }
    }

    /// Distance between base lines in points.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Small => 16.0,
            Self::Body => 20.0,
            Self::Large => 24.0,
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
}

impl ThemeName {
    /// Every palette.
    pub const ALL: &[Self] = &[Self::Light, Self::Dark];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

macro_rules! inks {
    ($($(#[$doc:meta])* $ink:ident = $light:literal, $dark:literal;)*) => {
        /// A colour by what it means. Shapes carry inks; the theme turns them into colours when they are painted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Ink { $($(#[$doc])* $ink,)* }

        impl Ink {
            /// Every ink.
            pub const ALL: &[Self] = &[$(Self::$ink,)*];

            /// Light and dark, as 0xRRGGBBAA.
            fn pair(self) -> (u32, u32) {
                match self { $(Self::$ink => ($light, $dark),)* }
            }
        }
    };
}

inks! {
    /// Behind everything.
    Canvas = 0xF5F6F8FF, 0x15181DFF;
    /// Marks on the canvas that guide the eye.
    Grid = 0xE1E5EAFF, 0x252A32FF;
    /// A card.
    Card = 0xFFFFFFFF, 0x1F242CFF;
    /// The line around a card.
    Border = 0xD2D8E0FF, 0x3A4350FF;
    /// Under a card.
    Shadow = 0x14203414, 0x00000059;
    /// Text.
    Text = 0x1B2430FF, 0xE7EBF1FF;
    /// Text of less weight.
    Muted = 0x566171FF, 0xA4AFBEFF;
    /// Behind the text of a chip.
    Chip = 0xEDF0F4FF, 0x2B323CFF;
    /// What is selected or has the focus.
    Selection = 0x2563EBFF, 0x6EA8FEFF;
    /// Claims of fact.
    Fact = 0x2F6DA8FF, 0x7DB3E8FF;
    /// Claims of value.
    Value = 0xA03A7EFF, 0xE08BC4FF;
    /// Claims of policy.
    Policy = 0x5548B5FF, 0xA79BF2FF;
    /// Claims of cause.
    Cause = 0x8F5A00FF, 0xE0AE5AFF;
    /// Definitions.
    Definition = 0x56707AFF, 0x9FBAC4FF;
    /// What speaks for something.
    Support = 0x0B7A66FF, 0x3CC9ABFF;
    /// What speaks against something.
    Rebuttal = 0xC0391BFF, 0xFF8266FF;
    /// What attacks a step.
    Undercut = 0x7A3FC2FF, 0xBC95F5FF;
    /// The same in other words.
    Restatement = 0x4B6584FF, 0x9DB4CFFF;
    /// What is to be preferred.
    Preference = 0x8A6100FF, 0xE0B95AFF;
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
        let (light, dark) = ink.pair();
        let [r, g, b, a] = match self.name {
            ThemeName::Light => light,
            ThemeName::Dark => dark,
        }
        .to_be_bytes();
        Color32::from_rgba_unmultiplied(r, g, b, a)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast ratio of WCAG 2.2.
    fn contrast(a: Color32, b: Color32) -> f64 {
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

    #[test]
    fn contrast_is_wcag_aa() {
        let words = [Ink::Text, Ink::Muted, Ink::Fact, Ink::Value, Ink::Policy, Ink::Cause, Ink::Definition];
        let marks = [Ink::Support, Ink::Rebuttal, Ink::Undercut, Ink::Restatement, Ink::Preference, Ink::Selection];
        for theme in [Theme::light(), Theme::dark()] {
            let check = |fore: Ink, back: Ink, least: f64| {
                let ratio = contrast(theme.color(fore), theme.color(back));
                assert!(ratio >= least, "{fore:?} on {back:?} ({:?}): {ratio:.2} < {least}", theme.name);
            };
            for ink in words {
                check(ink, Ink::Card, 4.5);
                check(ink, Ink::Canvas, 4.5);
            }
            for ink in [Ink::Text, Ink::Muted] {
                check(ink, Ink::Chip, 4.5);
            }
            for ink in marks {
                check(ink, Ink::Canvas, 4.5);
                check(ink, Ink::Card, 4.5);
            }
        }
    }
}
