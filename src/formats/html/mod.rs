//! HTML: one page for the web with the map as a picture to move about in, the same map as nested lists, and who says what as
//! footnotes. It needs no network; style and script are ours alone and named by their hashes, so nothing else can run.

mod groups;
mod notes;
mod outline;
mod style;

use sha2::{Digest, Sha256};

use crate::base::lang::language;
use crate::base::text::xml_escaped as escaped;
use crate::base::{Cancelled, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost, picture};
use crate::render::{self, Around, PagePicture, Sheet, TextShaper, base64};
use crate::tr;
use notes::Notes;

const SCRIPT: &str = include_str!("../../../assets/html/page.js");

/// Writes HTML.
pub struct Html;

impl Exporter for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn title(&self) -> &'static str {
        tr!("format-html")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm"]
    }

    fn is_picture(&self) -> bool {
        true
    }

    /// A reader finds all of it, if not at once.
    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let mut lost = Lost::default();
        lost.add("loss-texts", Lost::texts(request.map));
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let mut shaper = TextShaper::new();
        let scene = picture::scene(request, &mut shaper, &ctx.part(0.0, 0.7))?;
        let outline = picture::outline(request);
        // The page has a title of its own, and its readers do not know the signs.
        let around = Around { title: false, legend: true, ..picture::around(request) };
        let mut sheet = Sheet::fitted(&scene, request.map, &outline, around, &mut shaper);
        sheet.transparent = true;
        let picture = render::sheet_to_page(&sheet, request.map);
        let notes = Notes::of(request, &outline);
        let rows = outline::list(request, &outline, &notes, &ctx.part(0.8, 0.9))?;
        let is_wide = sheet.rect.width() > sheet.rect.height();
        let parts = Parts { picture: &picture, is_wide, rows: &rows, groups: &groups::section(request, &outline), notes: &notes };
        let bytes = page(request, &parts).into_bytes();
        let losses = self.losses(request, ctx)?;
        ctx.checkpoint(1, 1)?;
        Ok(Exported { bytes, losses })
    }
}

/// What a page is made of.
struct Parts<'a> {
    picture: &'a PagePicture,
    is_wide: bool,
    rows: &'a str,
    groups: &'a str,
    notes: &'a Notes,
}

fn page(request: &ExportRequest<'_>, parts: &Parts<'_>) -> String {
    let Parts { picture, is_wide, rows, groups, notes } = *parts;
    let meta = request.map.meta();
    let title = if meta.title.trim().is_empty() { tr!("map-untitled") } else { meta.title.trim() };
    let title = escaped(title);
    let style = style::sheet(request.options.theme) + &picture.style;
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(&style),
        hash(SCRIPT)
    );
    let lead =
        if meta.note.trim().is_empty() { String::new() } else { format!("<p id=\"lead\" dir=\"auto\">{}</p>", escaped(meta.note.trim())) };
    let sources = if notes.list.is_empty() {
        String::new()
    } else {
        format!(
            "<section id=\"notes\" aria-labelledby=\"notes-title\"><h2 id=\"notes-title\">{}</h2>\n<ol>\n{}</ol></section>",
            tr!("html-sources"),
            notes.list
        )
    };
    let button = |id: &str, sign: &str, name: &str, keys: &str| {
        let keys = if keys.is_empty() { String::new() } else { format!(" aria-keyshortcuts=\"{keys}\"") };
        let name = escaped(name);
        format!("<button type=\"button\" id=\"{id}\" title=\"{name}\" aria-label=\"{name}\"{keys}>{}</button>", icon(sign))
    };
    let texts = [
        ("found", tr!("html-found")),
        ("none", tr!("html-found-none")),
        ("branch", tr!("html-branch")),
        ("fold", tr!("html-fold")),
        ("unfold", tr!("html-unfold")),
        ("close", tr!("html-close")),
    ];
    let texts: String = texts.iter().map(|(name, text)| format!(" data-{name}=\"{}\"", escaped(text))).collect();
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    line("<!DOCTYPE html>");
    // Who asks for dark colours gets them, whatever the reader's system prefers; the reader may still turn them.
    let shade = if request.options.theme.is_dark() { " data-shade=\"dark\"" } else { "" };
    line(&format!("<html lang=\"{}\"{shade}>\n<head>\n<meta charset=\"utf-8\">", language().tag()));
    line(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"));
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Elenchus\">");
    line(&format!("<title>{title}</title>\n<style>{style}</style>\n</head>\n<body{texts}>"));
    line(&format!("<a class=\"skip\" href=\"#outline\">{}</a>", tr!("html-skip")));
    line(&format!("<header>\n<h1 dir=\"auto\">{title}</h1>"));
    line(&format!("<div id=\"tools\">\n<div id=\"find\" role=\"search\">{}", icon("find")));
    line(&format!(
        "<input id=\"query\" type=\"search\" placeholder=\"{0}\" aria-label=\"{0}\" aria-keyshortcuts=\"/\" autocomplete=\"off\" spellcheck=\"false\"><output id=\"count\" aria-live=\"polite\"></output>",
        escaped(tr!("html-find"))
    ));
    line(&(button("previous", "up", tr!("html-previous"), "Shift+Enter") + &button("next", "down", tr!("html-next"), "Enter") + "</div>"));
    line(&format!(
        "<div class=\"group\">{}{}{}</div>",
        button("smaller", "minus", tr!("html-smaller"), "-"),
        button("larger", "plus", tr!("html-larger"), "+"),
        button("whole", "whole", tr!("html-whole"), "0")
    ));
    line(&format!(
        "<div class=\"group\">{}{}{}</div>\n</div>\n</header>",
        button("shade", "shade", tr!("html-shade"), ""),
        button("print", "print", tr!("html-print"), ""),
        button("aside", "list", tr!("html-aside"), "")
    ));
    line(&format!(
        "<main>\n<section id=\"stage\"{} aria-label=\"{}\" aria-describedby=\"keys\">",
        if is_wide { " class=\"wide\"" } else { "" },
        escaped(tr!("html-picture"))
    ));
    line(&picture.svg);
    line(&format!(
        "<p id=\"keys\">{}</p>\n<aside id=\"about\" aria-live=\"polite\" hidden></aside>\n</section>",
        escaped(tr!("html-keys"))
    ));
    line(&format!(
        "<div id=\"side\">{lead}\n<nav id=\"outline\" aria-labelledby=\"outline-title\" tabindex=\"-1\"><div class=\"head\"><h2 id=\"outline-title\">{}</h2>",
        tr!("html-outline")
    ));
    line(&format!(
        "<span class=\"group\">{}{}</span></div>",
        button("fold-all", "fold", tr!("html-fold-all"), ""),
        button("unfold-all", "unfold", tr!("html-unfold-all"), "")
    ));
    line(rows);
    line(&format!("</nav>\n{groups}{sources}\n<footer>{}</footer>\n</div>\n</main>", escaped(tr!("html-made-with"))));
    line(&format!("<script>{SCRIPT}</script>\n</body>\n</html>"));
    out
}

/// What Content Security Policy calls a text.
fn hash(text: &str) -> String {
    base64(&Sha256::digest(text.as_bytes()))
}

/// A sign of 16 × 16 in strokes.
fn icon(name: &str) -> String {
    let path = match name {
        "find" => "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3L14 14",
        "up" => "M3.5 10L8 5.5L12.5 10",
        "down" => "M3.5 6L8 10.5L12.5 6",
        "minus" => "M3 8H13",
        "plus" => "M3 8H13M8 3V13",
        "whole" => "M2.5 6V2.5H6M10 2.5H13.5V6M13.5 10V13.5H10M6 13.5H2.5V10",
        "shade" => "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M8 2V14M10 3v10M12 4v8",
        "print" => "M4.5 6V2.5H11.5V6M4.5 11.5H2.5V6H13.5V11.5H11.5M4.5 9.5H11.5V13.5H4.5Z",
        "fold" => "M3 8H13M5.5 2.5L8 5L10.5 2.5M5.5 13.5L8 11L10.5 13.5",
        "unfold" => "M3 8H13M5.5 5L8 2.5L10.5 5M5.5 11L8 13.5L10.5 11",
        _ => "M2.5 4H4M6.5 4H13.5M4.5 8H6M8.5 8H13.5M4.5 12H6M8.5 12H13.5",
    };
    format!("<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>")
}
