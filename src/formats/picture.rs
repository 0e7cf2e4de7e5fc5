//! What all pictures have in common.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::{Outline, Shown};
use crate::base::{Cancelled, GroupId, NodeId, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::formats::{ExportError, ExportRequest, Loss, Lost, Profile};
use crate::provenance::marks::cautions;
use crate::provenance::origins::origins;
use crate::provenance::trace::trace;
use crate::render::{self, Around, RenderError, Scene, Sheet, TextShaper, Theme, cut_claims, scene_for, scene_straight};
use crate::tr;

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

/// What is not seen in a picture.
pub(super) fn losses(request: &ExportRequest<'_>, keeps: Keeps) -> Vec<Loss> {
    let map = request.map;
    let mut lost = Lost::default();
    if !keeps.citations {
        lost.add(tr!("loss-quotations"), map.attributions().map(|(_, attribution)| attribution.quotes.len()).sum());
        lost.add(tr!("loss-sources"), map.sources().len());
    }
    lost.add(tr!("loss-texts"), Lost::texts(map));
    if !keeps.long_claims {
        lost.add(tr!("loss-long-claims"), cut_claims(map, &mut TextShaper::new()));
    }
    if !keeps.groups && !map.groups().is_empty() && request.traced.is_none() {
        lose_groups(request, &mut lost);
    }
    lost.add(tr!("loss-notes"), Lost::noted(map));
    lost.into_losses()
}

/// The groups for which nothing is drawn, by name, and the claims that stand apart from the ground of their group.
fn lose_groups(request: &ExportRequest<'_>, lost: &mut Lost) {
    let map = request.map;
    let all = Shown::default();
    // How lines run makes no difference.
    let scene = scene_straight(request.map, request.view, request.shown.unwrap_or(&all), Theme::light(), &mut TextShaper::new());
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
    lost.add(tr!("loss-group-members"), scene.cards().iter().map(|placed| placed.claim).filter(apart).count());
    let is_lost = |id: &GroupId| !drawn.contains(id) && seen.as_ref().is_none_or(|seen| seen.contains(id));
    let titles: Vec<&str> = map.groups().iter().filter(|(id, _)| is_lost(id)).map(|(_, group)| group.title.trim()).collect();
    let named: Vec<&str> = titles.iter().copied().filter(|title| !title.is_empty()).collect();
    if named.is_empty() {
        lost.add(tr!("loss-groups"), titles.len());
    } else {
        lost.add(&tr!("loss-groups-named", names = named.join(", ")), titles.len());
    }
}

/// Why there is no picture.
pub(super) fn refused(error: RenderError) -> ExportError {
    match error {
        RenderError::Cancelled(cancelled) => ExportError::Cancelled(cancelled),
        RenderError::TooLarge { .. } | RenderError::Scale | RenderError::Raster(_) => ExportError::Refused(error.to_string()),
    }
}
