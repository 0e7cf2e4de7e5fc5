//! PDF: the view on one page or a poster of many, and for an assignment its outline with footnotes.

mod bookmarks;
mod notes;
mod tiles;

use emath::{Rect, Vec2};

use crate::analysis::Outline;
use crate::base::{Cancelled, TaskCtx};
use crate::formats::picture::{self, Keeps};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost, Page, Profile};
use crate::render::{self, PdfPage, Place, RenderError, Sheet, TextShaper};
use crate::tr;

/// Letters of claims that are smaller on a page, in points, are counted as lost.
const LEGIBLE: f32 = 5.0;
/// What lies farther out cannot be told in the numbers that PDF has.
const FARTHEST: f32 = 1e8;
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

    fn losses(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let mut shaper = TextShaper::new();
        let small = match (request.options.profile, request.options.page) {
            (Profile::Poster | Profile::Assignment, _) | (_, Page::Fit) => 0,
            (Profile::Screen | Profile::Article, _) => {
                let scene = picture::scene(request, &mut shaper, &ctx.part(0.0, 0.8))?;
                too_small(&scene, &sheet(&scene, request, &picture::outline(request), &mut shaper))
            }
        };
        losses(request, small, &ctx.part(0.8, 1.0))
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let options = request.options;
        let mut shaper = TextShaper::new();
        let scene = picture::scene(request, &mut shaper, &ctx.part(0.0, 0.5))?;
        let outline = picture::outline(request);
        if scene.bounds().min.to_vec2().abs().max(scene.bounds().max.to_vec2().abs()).max_elem() > FARTHEST {
            return Err(picture::refused(RenderError::TooFar));
        }
        let sheet = sheet(&scene, request, &outline, &mut shaper);
        let size = sheet.rect.size();
        let mut pages = match (options.profile, options.page.size()) {
            (Profile::Poster, Some(paper)) => tiles::tiles(&sheet, options.scale, paper, &mut shaper)?,
            (Profile::Poster, None) => vec![whole(&sheet, options.scale)],
            (Profile::Screen | Profile::Assignment | Profile::Article, _) => vec![whole(&sheet, 1.0)],
        };
        let mut bookmarks = bookmarks::of_map(request.map, &sheet, &pages, &outline);
        if options.profile == Profile::Assignment {
            let paper = options.page.size().or(Page::A4.size()).unwrap_or(size);
            let notes = notes::pages(request.map, &outline, paper, &mut shaper, &ctx.part(0.5, 0.6))?;
            if !notes.is_empty() {
                bookmarks.push(bookmarks::of_notes(pages.len()));
            }
            pages.extend(notes);
        }
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
        let small = match options.profile {
            Profile::Poster | Profile::Assignment => 0,
            Profile::Screen | Profile::Article => too_small(&scene, &sheet),
        };
        let losses = losses(request, small, &ctx.part(0.6, 0.7))?;
        let bytes = render::to_pdf(&document, &ctx.part(0.7, 1.0)).map_err(picture::refused)?;
        Ok(Exported { bytes, losses })
    }
}

fn losses(request: &ExportRequest<'_>, small: usize, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
    let in_full = request.options.profile == Profile::Assignment;
    let mut losses = picture::losses(request, Keeps { citations: in_full, long_claims: in_full, groups: true }, ctx)?;
    let mut lost = Lost::default();
    lost.add("loss-small-claims", small);
    losses.extend(lost.into_losses());
    Ok(losses)
}

/// How many claims are drawn in letters that nobody reads. An assignment has them again in its outline, a poster is as large as needed.
fn too_small(scene: &render::Scene, sheet: &Sheet<'_>) -> usize {
    if sheet.map_at.scale * LETTERS < LEGIBLE { scene.cards().len() } else { 0 }
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
