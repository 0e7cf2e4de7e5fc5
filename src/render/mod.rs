//! Pictures of a map: claims become cards, relations become arrows, all in shapes that know nothing of what paints them.
//!
//! [`scene`] turns map, placements and theme into a [`Scene`]; the canvas paints it, a [`Sheet`] puts title and legend around it,
//! [`to_svg`] writes it, [`to_png`] rasters that. So an exported picture equals the screen at zoom 1. One map unit is one point at zoom 1; x runs right, y down.

mod arrow;
mod bidi;
mod breaks;
mod card;
mod chip;
pub mod fonts;
mod layers;
mod legend;
mod page;
mod path;
mod pdf;
mod png;
mod route;
mod scene;
mod shape;
mod sheet;
mod sign;
mod svg;
mod text;
mod theme;
mod topology;
mod typeset;

pub use arrow::{Arrow, ArrowStyle};
pub use breaks::{has_own_breaks, wrap};
pub use card::{Card, cut_claims, size_of};
pub use chip::Chip;
pub use fonts::Face;
pub use page::{PagePicture, ink_property, sheet_to_page};
pub use path::Path;
pub use pdf::{Bookmark, Pdf, PdfPage, to_pdf};
pub use png::{MAX_PIXELS, RenderError, sheet_to_png, to_png};
pub use scene::{Heading, HiddenLine, Part, PlacedCard, Scene, provenance_scene, scene, scene_for, scene_straight, scene_straight_for};
pub use shape::{Curve, Dash, Run, Shape, Stroke};
pub use sheet::{Around, Link, Place, Sheet, is_web};
pub(crate) use svg::base64;
pub use svg::{sheet_to_svg, to_svg};
pub use text::{Line, Setting, TextBlock, TextShaper};
#[cfg(all(test, feature = "gui"))]
pub(crate) use theme::contrast;
pub use theme::{Ink, TextSize, Theme, ThemeName, UNIT};
