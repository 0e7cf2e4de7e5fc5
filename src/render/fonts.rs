//! The bundled fonts. The window, the measuring of text and the exports all take them from here, so text measured is text shown.

use std::sync::Arc;

use epaint::text::{FontData, FontDefinitions, FontFamily};

/// The family name that exports ask for.
pub const FAMILY: &str = "Noto Sans";
/// Ascent of the bundled fonts, as a share of the font size.
pub(super) const ASCENT: f32 = 1.069;
/// Descent of the bundled fonts, as a share of the font size.
pub(super) const DESCENT: f32 = 0.293;

/// The faces that are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Running text.
    Regular,
    /// Titles.
    Bold,
    /// Stand-ins for missing text.
    Italic,
}

impl Face {
    /// Every face.
    pub const ALL: &[Self] = &[Self::Regular, Self::Bold, Self::Italic];

    /// The family under which [`definitions`] registers the face.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Bold => FontFamily::Name("bold".into()),
            Self::Italic => FontFamily::Name("italic".into()),
        }
    }

    /// The TrueType file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => notosans::REGULAR_TTF,
            Self::Bold => notosans::BOLD_TTF,
            Self::Italic => notosans::ITALIC_TTF,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans-Regular",
            Self::Bold => "NotoSans-Bold",
            Self::Italic => "NotoSans-Italic",
        }
    }
}

/// The bundled faces, each in its own family, with the toolkit's fonts behind them.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for face in Face::ALL {
        fonts.font_data.insert(face.name().to_owned(), Arc::new(FontData::from_static(face.bytes())));
        let mut chain = vec![face.name().to_owned()];
        if *face != Face::Regular {
            chain.push(Face::Regular.name().to_owned());
        }
        chain.extend(fallback.iter().cloned());
        fonts.families.insert(face.family(), chain);
    }
    fonts
}
