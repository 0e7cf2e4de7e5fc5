//! Pictures of the selection on the system's clipboard, drawn off the UI thread.

use std::sync::Arc;

use egui::{ColorImage, Context};
use resvg::tiny_skia::Pixmap;

use super::ElenchusApp;
use super::files::waker;
use crate::analysis::safe_copy;
use crate::formats::{ExportOptions, Portion, Scope, exporter};
use crate::jobs::Slot;
use crate::model::ArgumentMap;
use crate::tr;

/// Pixels per map unit.
const SCALE: f32 = 2.0;

/// What is to be put on the clipboard.
pub(super) enum Copied {
    Picture(ColorImage),
    Svg(String),
}

/// The picture that is being drawn.
pub(super) type Copying = Slot<Result<Copied, String>>;

impl ElenchusApp {
    /// Draws what is selected, or all that is shown where nothing is.
    pub(super) fn copy_picture(&mut self, ctx: &Context, as_svg: bool) {
        let editor = &self.tab.editor;
        let nodes = editor.selection().nodes();
        let scope = match editor.traced() {
            Some(claim) => Scope::Provenance(claim),
            None if nodes.is_empty() => Scope::Shown,
            None => Scope::Selection(Arc::new(nodes.clone())),
        };
        let (map, view, shown) = (editor.map().clone(), editor.view(), editor.shown().clone());
        let safe = editor.safe_copies();
        let options = ExportOptions { theme: self.look.name(), scale: SCALE, ..ExportOptions::default() };
        self.copying.start("copy a picture", waker(ctx), move |task, _| {
            let own = if safe { safe_copy(&map) } else { ArgumentMap::clone(&map) };
            drop(map);
            let exporter = exporter(if as_svg { "svg" } else { "png" }).ok_or_else(|| tr!("export-no-format").to_owned())?;
            let portion = Portion::of(&own, &scope, &shown, exporter);
            let exported = exporter.export(&portion.request(view, options), &task.part(0.0, 0.9)).map_err(|error| error.to_string())?;
            if as_svg {
                return Ok(Copied::Svg(String::from_utf8_lossy(&exported.bytes).into_owned()));
            }
            let pixels = Pixmap::decode_png(&exported.bytes).map_err(|error| error.to_string())?;
            let size = [pixels.width() as usize, pixels.height() as usize];
            Ok(Copied::Picture(ColorImage::from_rgba_premultiplied(size, pixels.data())))
        });
    }

    /// Puts on the clipboard what is drawn by now.
    pub(super) fn finish_copying(&mut self, ctx: &Context) {
        let Some(done) = self.copying.poll() else { return };
        let told = match done {
            Ok(Ok(Copied::Picture(image))) => {
                let [width, height] = image.size;
                ctx.copy_image(image);
                tr!("copied-picture", width = width, height = height)
            }
            Ok(Ok(Copied::Svg(text))) => {
                ctx.copy_text(text);
                tr!("copied-svg").to_owned()
            }
            Ok(Err(why)) => why,
            Err(bug) => bug.to_string(),
        };
        self.toasts.tell(ctx, &mut self.voice, told, false);
    }
}
