//! What is asked of an exporter: which part of a map, and how it should look.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::Shown;
use crate::base::{NodeId, NodeKind, ViewId};
use crate::formats::Exporter;
use crate::model::ArgumentMap;
use crate::provenance::trace::trace;
use crate::render::ThemeName;
use crate::tr;

/// What to export, and how it should look in formats that show something. The map is cut down to the scope already: see [`Portion`].
#[derive(Clone, Copy, Debug)]
pub struct ExportRequest<'a> {
    /// The map.
    pub map: &'a ArgumentMap,
    /// The view whose arrangement a picture shows.
    pub view: ViewId,
    /// What the view hides, for formats that draw; `None` where nothing is hidden.
    pub shown: Option<&'a Shown>,
    /// The claim whose provenance a picture shows instead of the view.
    pub traced: Option<NodeId>,
    /// How it should look.
    pub options: ExportOptions,
}

impl<'a> ExportRequest<'a> {
    /// The main view, whole, as it looks on the screen.
    pub fn new(map: &'a ArgumentMap) -> Self {
        Self { map, view: ViewId::main(), shown: None, traced: None, options: ExportOptions::default() }
    }
}

/// How an export should look. Formats that have no such thing take no notice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExportOptions {
    /// What it is for.
    pub profile: Profile,
    /// The colours.
    pub theme: ThemeName,
    /// The paper.
    pub page: Page,
    /// Pixels per map unit in formats that have pixels; how much a poster is enlarged.
    pub scale: f32,
    /// Whether the ground is left out, where the format can do without.
    pub transparent: bool,
    /// Whether text becomes outlines, so that no font is needed and no word can be searched.
    pub outlines: bool,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self::of(Profile::Screen)
    }
}

impl ExportOptions {
    /// What suits a profile.
    pub fn of(profile: Profile) -> Self {
        let (theme, page) = match profile {
            Profile::Screen => (ThemeName::Light, Page::Fit),
            Profile::Assignment => (ThemeName::Print, Page::A4),
            Profile::Article => (ThemeName::Print, Page::Fit),
            Profile::Poster => (ThemeName::Print, Page::A3),
        };
        Self { profile, theme, page, scale: 1.0, transparent: false, outlines: false }
    }
}

/// What an export is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// The bare map as the canvas shows it.
    #[default]
    Screen,
    /// To be handed in: title block, legend, numbered claims, and an outline with footnotes.
    Assignment,
    /// To be printed in an article: one branch, in colours that survive a copying machine.
    Article,
    /// To hang on a wall: a heading and a legend; in formats with pages tiled over as many as it needs.
    Poster,
}

impl Profile {
    /// Every profile.
    pub const ALL: &[Self] = &[Self::Screen, Self::Assignment, Self::Article, Self::Poster];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Assignment => "assignment",
            Self::Article => "article",
            Self::Poster => "poster",
        }
    }

    /// What users read.
    pub fn title(self) -> &'static str {
        match self {
            Self::Screen => tr!("profile-screen"),
            Self::Assignment => tr!("profile-assignment"),
            Self::Article => tr!("profile-article"),
            Self::Poster => tr!("profile-poster"),
        }
    }

    /// What users read to choose between them.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Screen => tr!("profile-screen-hint"),
            Self::Assignment => tr!("profile-assignment-hint"),
            Self::Article => tr!("profile-article-hint"),
            Self::Poster => tr!("profile-poster-hint"),
        }
    }
}

/// Paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// One page as large as the picture.
    #[default]
    Fit,
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
    /// 8.5 × 11 inches.
    Letter,
}

impl Page {
    /// Every page.
    pub const ALL: &[Self] = &[Self::Fit, Self::A4, Self::A3, Self::Letter];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::A4 => "a4",
            Self::A3 => "a3",
            Self::Letter => "letter",
        }
    }

    /// What users read.
    pub fn title(self) -> &'static str {
        match self {
            Self::Fit => tr!("page-fit"),
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::Letter => tr!("page-letter"),
        }
    }

    /// Width and height upright, in points of 1/72 inch; `None` where the page fits the picture.
    pub fn size(self) -> Option<emath::Vec2> {
        match self {
            Self::Fit => None,
            Self::A4 => Some(emath::vec2(595.276, 841.89)),
            Self::A3 => Some(emath::vec2(841.89, 1190.551)),
            Self::Letter => Some(emath::vec2(612.0, 792.0)),
        }
    }
}

/// Which part of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The whole map, whatever the view hides.
    #[default]
    All,
    /// These claims and what stands between them.
    Selection(Arc<BTreeSet<NodeId>>),
    /// These nodes and all that bears on them.
    Branch(Arc<BTreeSet<NodeId>>),
    /// What the view shows.
    Shown,
    /// Where a claim comes from: as a picture, its provenance; else the claim with all that is said of it.
    Provenance(NodeId),
}

/// A claim with all that is said of it.
pub(super) fn traced_part(map: &ArgumentMap, claim: NodeId) -> ArgumentMap {
    let trace = trace(map, claim);
    let said = trace.steps.iter().map(|step| step.attribution);
    map.part(&trace.wordings.iter().copied().chain(said).collect())
}

/// The part of a map that is exported.
#[derive(Clone, Debug)]
pub struct Portion<'a> {
    map: Cow<'a, ArgumentMap>,
    shown: Option<Shown>,
    traced: Option<NodeId>,
    left_out: usize,
}

impl<'a> Portion<'a> {
    /// Cuts a map down to a scope. `shown` says what the view hides at present.
    pub fn of(map: &'a ArgumentMap, scope: &Scope, shown: &Shown, exporter: &dyn Exporter) -> Self {
        let part = |nodes: &BTreeSet<NodeId>| Cow::Owned(map.part(nodes));
        let (cut, kept) = match scope {
            Scope::All => (Cow::Borrowed(map), None),
            Scope::Selection(nodes) => (part(nodes), None),
            Scope::Branch(nodes) => (part(&map.branch(nodes.iter().copied())), None),
            Scope::Shown if exporter.is_picture() => (Cow::Borrowed(map), Some(shown.clone())),
            Scope::Provenance(_) if exporter.is_picture() => (Cow::Borrowed(map), None),
            Scope::Provenance(claim) => (Cow::Owned(traced_part(map, *claim)), None),
            Scope::Shown => (part(&map.ids().filter(|id| !shown.hides(*id)).collect()), None),
        };
        let seen = cut.ids().filter(|id| id.kind() == NodeKind::Claim && !kept.as_ref().is_some_and(|shown| shown.hides(*id))).count();
        let traced = match scope {
            Scope::Provenance(claim) if exporter.is_picture() => Some(*claim),
            _ => None,
        };
        let left_out = map.claims().count().saturating_sub(seen);
        Self { map: cut, shown: kept, traced, left_out }
    }

    /// The map cut down.
    pub fn map(&self) -> &ArgumentMap {
        &self.map
    }

    /// How many claims are left out, because nobody asked for them.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The request to an exporter.
    pub fn request(&self, view: ViewId, options: ExportOptions) -> ExportRequest<'_> {
        ExportRequest { map: &self.map, view, shown: self.shown.as_ref(), traced: self.traced, options }
    }
}
