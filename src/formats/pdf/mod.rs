//! PDF: the view on one page or a poster of many, and for an assignment its outline with footnotes.

mod bookmarks;
mod notes;
mod tiles;

use emath::{Rect, Vec2};

use crate::analysis::Outline;
use crate::base::TaskCtx;
use crate::formats::picture::{self, Keeps};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Page, Profile};
use crate::render::{self, PdfPage, Place, Sheet, TextShaper};
use crate::tr;

/// Letters of claims that are smaller on a page, in points, are counted as lost.
const LEGIBLE: f32 = 5.0;
/// Size of a claim's letters at scale 1.
const LETTERS: f32 = 14.0;

/// Writes PDF.
pub struct Pdf;

impl Exporter for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn title(&self) -> &'static str {
        "PDF document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn is_picture(&self) -> bool {
        true
    }

    fn losses(&self, request: &ExportRequest<'_>) -> Vec<Loss> {
        let mut shaper = TextShaper::new();
        let small = match (request.options.profile, request.options.page) {
            (Profile::Poster, _) | (_, Page::Fit) => 0,
            (Profile::Screen | Profile::Assignment | Profile::Article, _) => {
                picture::scene(request, &mut shaper, &TaskCtx::new()).map_or(0, |scene| {
                    let sheet = sheet(&scene, request, &picture::outline(request), &mut shaper);
                    if sheet.map_at.scale * LETTERS < LEGIBLE { scene.cards().len() } else { 0 }
                })
            }
        };
        losses(request, small)
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 3)?;
        let options = request.options;
        let mut shaper = TextShaper::new();
        let scene = picture::scene(request, &mut shaper, ctx)?;
        let outline = picture::outline(request);
        let sheet = sheet(&scene, request, &outline, &mut shaper);
        ctx.checkpoint(1, 3)?;
        let size = sheet.rect.size();
        let mut pages = match (options.profile, options.page.size()) {
            (Profile::Poster, Some(paper)) => tiles::tiles(&sheet, options.scale, paper, &mut shaper)?,
            (Profile::Poster, None) => vec![whole(&sheet, options.scale)],
            (Profile::Screen | Profile::Assignment | Profile::Article, _) => vec![whole(&sheet, 1.0)],
        };
        let mut bookmarks = bookmarks::of_map(request.map, &sheet, &pages, &outline);
        if options.profile == Profile::Assignment {
            let paper = options.page.size().or(Page::A4.size()).unwrap_or(size);
            let notes = notes::pages(request.map, &outline, paper, &mut shaper, ctx)?;
            bookmarks.push(bookmarks::of_notes(pages.len()));
            pages.extend(notes);
        }
        ctx.checkpoint(2, 3)?;
        let map = request.map;
        let tags: std::collections::BTreeSet<&str> = map.claims().flat_map(|(_, claim)| claim.tags.iter().map(|tag| tag.trim())).collect();
        let title = map.meta().title.trim();
        let document = render::Pdf {
            title: if title.is_empty() { tr!("map-untitled").to_owned() } else { title.to_owned() },
            about: map.meta().note.clone(),
            keywords: tags.into_iter().filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
            theme: scene.theme,
            pages,
            bookmarks,
        };
        let bytes = render::to_pdf(&document, ctx).map_err(picture::refused)?;
        let fits = options.profile == Profile::Poster || sheet.map_at.scale * LETTERS >= LEGIBLE;
        Ok(Exported { bytes, losses: losses(request, if fits { 0 } else { scene.cards().len() }) })
    }
}

fn losses(request: &ExportRequest<'_>, small: usize) -> Vec<Loss> {
    let in_full = request.options.profile == Profile::Assignment;
    let mut losses = picture::losses(request, Keeps { citations: in_full, long_claims: in_full, groups: true });
    if small > 0 && !in_full {
        losses.push(Loss { what: tr!("loss-small-claims").to_owned(), count: small });
    }
    losses
}

fn sheet<'a>(scene: &'a render::Scene, request: &ExportRequest<'_>, outline: &Outline, shaper: &mut TextShaper) -> Sheet<'a> {
    let around = picture::around(request);
    match request.options.page.size() {
        Some(page) if request.options.profile != Profile::Poster => Sheet::on_page(scene, request.map, outline, around, page, shaper),
        Some(_) | None => Sheet::fitted(scene, request.map, outline, around, shaper),
    }
}

/// A page that is as large as the sheet.
fn whole<'a>(sheet: &'a Sheet<'a>, scale: f32) -> PdfPage<'a> {
    let size = (sheet.rect.size() * scale).max(Vec2::splat(1.0));
    let place = Place { scale, offset: -sheet.rect.min.to_vec2() * scale };
    PdfPage { size, sheet: Some((sheet, place, None::<Rect>)), shapes: Vec::new(), links: Vec::new() }
}
