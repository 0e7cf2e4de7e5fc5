//! The source sheet as a page that can be ticked off on the screen and printed.

use std::fmt::Write;

use super::{entries, heading, markdown, summary};
use crate::base::lang::language;
use crate::base::{Cancelled, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss};
use crate::tr;

/// Writes the sheet.
pub struct SheetHtml;

/// No script, nothing from elsewhere.
const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}\
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2.5rem;border-bottom:1px solid #d0d4da;padding-bottom:.3rem}\
article{margin:1.5rem 0;break-inside:avoid}h3{font-size:1rem;margin:0;display:flex;gap:.6rem;align-items:baseline}\
h3 input,li input{flex:none}h3 small{font-weight:400;color:#59616b}.says{list-style:none;padding:0;margin:.4rem 0 0 1.6rem}\
.says li{margin:.6rem 0}q{font-style:italic}dl{display:grid;grid-template-columns:max-content 1fr;gap:.05rem .8rem;margin:.2rem 0 0 1.6rem;\
font-size:.9rem;color:#444b54}dt{color:#59616b}dd{margin:0;overflow-wrap:anywhere}p.flag{margin:.2rem 0 0 1.6rem;font-size:.9rem;color:#6b4a00}\
p.gap,.gap{color:#a3210f;font-weight:600}p.gap{margin:.2rem 0 0 1.6rem;font-size:.9rem}@media print{body{margin:0;max-width:none;font-size:11pt}}";

impl Exporter for SheetHtml {
    fn name(&self) -> &'static str {
        "sheet-html"
    }

    fn title(&self) -> &'static str {
        tr!("format-sheet-html")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["sheet.html"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(markdown::losses(request))
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let entries = entries(request.map);
        let title = escaped(&heading(request.map));
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n<h1>{title}</h1>\n<p>{}</p>\n",
            language().tag(),
            escaped(&summary(&entries))
        );
        let mut had_gaps = None;
        for (i, entry) in entries.iter().enumerate() {
            ctx.checkpoint(i as u64, entries.len() as u64)?;
            let has_gaps = entry.gap_count() > 0;
            if had_gaps.replace(has_gaps) != Some(has_gaps) {
                let _ = writeln!(out, "<h2>{}</h2>", if has_gaps { tr!("sheet-with-gaps") } else { tr!("sheet-complete") });
            }
            let text = escaped(&entry.text);
            let checked = tr!("sheet-checked");
            let _ = writeln!(
                out,
                "<article id=\"{0}\">\n<h3><input type=\"checkbox\" aria-label=\"{checked}: {text}\"> <span>{text} <small>{0}</small></span></h3>",
                entry.id
            );
            for gap in &entry.gaps {
                let _ = writeln!(out, "<p class=\"gap\">{}</p>", escaped(gap));
            }
            for flag in &entry.flags {
                let _ = writeln!(out, "<p class=\"flag\">⚠ {}</p>", escaped(flag));
            }
            if !entry.lines.is_empty() {
                out.push_str("<ul class=\"says\">\n");
            }
            for line in &entry.lines {
                let act = escaped(&line.act);
                let inset = 1.6 * line.depth.min(8) as f32;
                let quotes: String = line.quotes.iter().map(|quote| format!(" <q>{}</q>", escaped(quote))).collect();
                let colon = if quotes.is_empty() { "" } else { ":" };
                let _ = writeln!(
                    out,
                    "<li style=\"margin-left:{inset:.1}rem\"><label><input type=\"checkbox\"> {act}{colon}{quotes}</label>\n<dl>"
                );
                for (name, value) in &line.facts {
                    let _ = writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escaped(value));
                }
                for url in &line.links {
                    let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", tr!("field-address"), link(url));
                }
                if !line.gaps.is_empty() {
                    let _ = writeln!(out, "<dt>{}</dt><dd class=\"gap\">{}</dd>", tr!("sheet-gap"), escaped(&line.gaps.join(", ")));
                }
                out.push_str("</dl></li>\n");
            }
            out.push_str(if entry.lines.is_empty() { "</article>\n" } else { "</ul>\n</article>\n" });
        }
        out.push_str("</html>\n");
        Ok(Exported { bytes: out.into_bytes(), losses: self.losses(request, ctx)? })
    }
}

/// Text in which no sign means anything but itself, without what no page may hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address as a link; what is none stays text.
fn link(url: &str) -> String {
    let is_address = (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(char::is_whitespace);
    let text = escaped(url);
    if is_address { format!("<a href=\"{text}\" rel=\"noreferrer\">{text}</a>") } else { text }
}
