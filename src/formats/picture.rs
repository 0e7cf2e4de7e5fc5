//! What all pictures have in common.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::{Outline, Shown};
use crate::base::{Cancelled, GroupId, NodeId, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::formats::request::traced_part;
use crate::formats::{ExportError, ExportRequest, Loss, Lost, Profile};
use crate::model::ArgumentMap;
use crate::provenance::marks::cautions;
use crate::provenance::origins::origins;
use crate::provenance::trace::trace;
use crate::render::{self, Around, RenderError, Scene, Sheet, TextShaper, Theme, cut_claims, scene_for, scene_straight_for};

/// What is shown of the view that is asked for.
pub(super) fn scene(request: &ExportRequest<'_>, shaper: &mut TextShaper, ctx: &TaskCtx) -> Result<Scene, Cancelled> {
    let all = Shown::default();
    let theme = Theme { name: request.options.theme };
    let quotations = Quotations::of(request.map);
    shaper.doubt(Arc::new(quotations.failing()));
    if let Some(claim) = request.traced {
        let trace = trace(request.map, claim);
        let found = origins(request.map, &trace, &quotations.copies());
        return Ok(render::provenance_scene(request.map, &trace, &found, theme, shaper));
    }
    shaper.caution(Arc::new(cautions(request.map, &quotations.copies())));
    scene_for(request.map, request.view, request.shown.unwrap_or(&all), theme, shaper, ctx)
}

/// The rows of the map, as the view that is asked for orders them.
pub(super) fn outline(request: &ExportRequest<'_>) -> Outline {
    Outline::of(request.map, request.map.views().get(&request.view))
}

/// What a profile puts around the map; a claim's provenance has its own heading.
pub(super) fn around(request: &ExportRequest<'_>) -> Around {
    match request.options.profile {
        _ if request.traced.is_some() => Around::default(),
        Profile::Screen => Around::default(),
        Profile::Assignment => Around { title: true, legend: true, numbers: true },
        Profile::Article => Around { legend: true, ..Around::default() },
        Profile::Poster => Around { title: true, legend: true, numbers: false },
    }
}

/// One sheet with everything on it, in the map's own size.
pub(super) fn sheet<'a>(scene: &'a Scene, request: &ExportRequest<'_>, shaper: &mut TextShaper) -> Sheet<'a> {
    let around = around(request);
    let mut sheet = Sheet::fitted(scene, request.map, &outline(request), around, shaper);
    sheet.transparent = request.options.transparent;
    sheet
}

/// What a kind of picture says in other ways than by drawing it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keeps {
    /// Who says what, where and in which words.
    pub(super) citations: bool,
    /// Claims in full, however long.
    pub(super) long_claims: bool,
    /// To which group a claim belongs.
    pub(super) groups: bool,
}

/// What is not seen in a picture, before it is drawn.
pub(super) fn losses(request: &ExportRequest<'_>, keeps: Keeps, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
    if keeps.groups || request.map.groups().is_empty() || request.traced.is_some() {
        return losses_seen(request, keeps, None, ctx);
    }
    let all = Shown::default();
    let (map, shown, mut shaper) = (request.map, request.shown.unwrap_or(&all), TextShaper::new());
    // How lines run makes no difference.
    let scene = scene_straight_for(map, request.view, shown, Theme::light(), &mut shaper, &ctx.part(0.0, 0.8))?;
    losses_seen(request, keeps, Some(&scene), &ctx.part(0.8, 1.0))
}

/// What is not seen in a picture, whose scene shows where groups are.
pub(super) fn losses_seen(request: &ExportRequest<'_>, keeps: Keeps, scene: Option<&Scene>, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
    let asked = asked_for(request);
    let map = asked.as_ref();
    let mut lost = Lost::default();
    if !keeps.citations {
        lost.add("loss-quotations", map.attributions().map(|(_, attribution)| attribution.quotes.len()).sum());
        lost.add("loss-sources", map.sources().len());
    }
    lost.add("loss-texts", Lost::texts(map));
    if !keeps.long_claims {
        lost.add("loss-long-claims", cut_claims(map, &mut TextShaper::new(), ctx)?);
    }
    if let Some(scene) = scene.filter(|_| !keeps.groups && request.traced.is_none()) {
        lose_groups(request, scene, &mut lost);
    }
    lost.add("loss-notes", Lost::noted(map));
    Ok(lost.into_losses())
}

/// What of the map is asked for: the rest is nobody's loss.
fn asked_for<'a>(request: &ExportRequest<'a>) -> Cow<'a, ArgumentMap> {
    let map = request.map;
    match (request.traced, request.shown) {
        (Some(claim), _) => Cow::Owned(traced_part(map, claim)),
        (None, Some(shown)) => Cow::Owned(map.part(&map.ids().filter(|id| !shown.hides(*id)).collect())),
        (None, None) => Cow::Borrowed(map),
    }
}

/// The groups for which nothing is drawn, by name, and the claims that stand apart from the ground of their group.
fn lose_groups(request: &ExportRequest<'_>, scene: &Scene, lost: &mut Lost) {
    let map = request.map;
    let grounded: BTreeSet<NodeId> = scene.grounded().collect();
    let group_of = |claim: NodeId| map.claim(claim)?.group.filter(|group| map.groups().contains_key(group));
    // The title of a group stands in those of the groups in it.
    let with_outer = |claims: &mut dyn Iterator<Item = NodeId>| {
        let mut open: Vec<GroupId> = claims.filter_map(group_of).collect();
        let mut all = BTreeSet::new();
        while let Some(group) = open.pop() {
            if all.insert(group) {
                open.extend(map.groups().get(&group).and_then(|group| group.parent));
            }
        }
        all
    };
    let drawn = with_outer(&mut grounded.iter().copied());
    // What is folded away is no loss.
    let seen = request.shown.map(|_| with_outer(&mut scene.cards().iter().map(|placed| placed.claim)));
    let apart = |claim: &NodeId| group_of(*claim).is_some_and(|group| drawn.contains(&group)) && !grounded.contains(claim);
    lost.add("loss-group-members", scene.cards().iter().map(|placed| placed.claim).filter(apart).count());
    let is_lost = |id: &GroupId| !drawn.contains(id) && seen.as_ref().is_none_or(|seen| seen.contains(id));
    let titles: Vec<&str> = map.groups().iter().filter(|(id, _)| is_lost(id)).map(|(_, group)| group.title.trim()).collect();
    let named: Vec<&str> = titles.iter().copied().filter(|title| !title.is_empty()).collect();
    if named.is_empty() {
        lost.add("loss-groups", titles.len());
    } else {
        lost.add_named("loss-groups-named", named.join(", "), titles.len());
    }
}

/// Why there is no picture.
pub(super) fn refused(error: RenderError) -> ExportError {
    match error {
        RenderError::Cancelled(cancelled) => ExportError::Cancelled(cancelled),
        RenderError::TooLarge { .. } | RenderError::TooFar | RenderError::Scale | RenderError::Raster(_) => {
            ExportError::Refused(error.to_string())
        }
    }
}
