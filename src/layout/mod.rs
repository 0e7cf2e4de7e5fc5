//! Layouts: sizes, links and a seed in, centres out. Nothing here knows how a map is drawn.
//!
//! A new layout is one file or folder and one line in [`LAYOUTS`].

mod aside;
mod auto;
mod columns;
mod down;
mod force;
mod front;
mod grid;
mod hanging;
mod lanes;
mod layered;
mod nearby;
mod overlap;
mod pack;
mod page;
mod part;
mod parts;
mod point;
pub mod request;
mod rows;
mod said;
mod settle;
mod shapes;
mod speakers;
mod tidy;
mod timeline;
mod tree;
mod work;

use emath::{Pos2, Vec2};

use crate::base::{Cancelled, TaskCtx};
use crate::model::{LayoutName, Side};

pub use aside::{Near, Placed, step_aside};
pub use auto::Auto;
pub use force::Force;
pub use layered::Layered;
pub use nearby::{Surroundings, place_nearby};
pub use part::tidy;
pub use request::{MapLayout, Scope};
pub use speakers::Speakers;
pub use timeline::Timeline;
pub use tree::Tree;

/// Room that layouts leave between any two boxes, in map units: a link between neighbours stays visible.
pub const GAP: f32 = 28.0;

/// A box to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// Width and height.
    pub size: Vec2,
    /// Centre, where it has one. A body that may move is placed afresh.
    pub at: Option<Pos2>,
    /// Must not move (pinned, or staying put in an incremental run). Means nothing without [`Body::at`].
    pub held: bool,
    /// Stands between the ends of its links (a relation's handle): it goes where these go and needs no distance of its own from them.
    pub joint: bool,
    /// When it was first said, as a day counted from any one day, where that is known.
    pub day: Option<i32>,
    /// Number of the speaker who said it first, in the order in which speakers are to be shown.
    pub lane: Option<u32>,
}

impl Body {
    /// A box of that size which may go anywhere.
    pub fn free(size: Vec2) -> Self {
        Self { size, at: None, held: false, joint: false, day: None, lane: None }
    }

    /// A box that stays where it is.
    pub fn held(size: Vec2, at: Pos2) -> Self {
        Self { at: Some(at), held: true, ..Self::free(size) }
    }
}

/// A link between two bodies: from the reason to what it bears on, which is drawn above it where that is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Index of the body where the link starts.
    pub from: usize,
    /// Index of the body to which the link points.
    pub to: usize,
}

/// All that a layout depends on. Two equal requests have equal results, so "is it stale?" is `==`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayoutRequest {
    /// The boxes.
    pub bodies: Vec<Body>,
    /// The links. Those that name a missing body, or join a body with itself, are ignored. Those to one body are in the author's order;
    /// what stands on one joint is linked premises.
    pub links: Vec<Link>,
    /// Seed of all randomness.
    pub seed: u64,
    /// The side of their targets on which reasons are to stand, where the layout has a direction.
    pub side: Side,
}

/// A way to place boxes.
pub trait Layout: Sync {
    /// The name under which views ask for it.
    fn name(&self) -> LayoutName;

    /// Finds a centre for every body, in the order of the request: held bodies exactly where they are, the others at whole numbers and at
    /// least [`GAP`] (less rounding) from every other box. `on_step` is shown the way there now and then.
    ///
    /// # Errors
    /// [`Cancelled`] soon after the context was cancelled.
    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled>;
}

/// Every layout, in the order in which they are offered.
pub static LAYOUTS: &[&dyn Layout] = &[&Auto, &Force, &Layered, &Tree, &Timeline, &Speakers];

/// The layout of that name.
pub fn layout(name: LayoutName) -> &'static dyn Layout {
    match name {
        LayoutName::Auto => &Auto,
        LayoutName::Force => &Force,
        LayoutName::Layered => &Layered,
        LayoutName::Tree => &Tree,
        LayoutName::Timeline => &Timeline,
        LayoutName::Speakers => &Speakers,
    }
}
