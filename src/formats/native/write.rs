//! Writes the canonical form of a map: the same map always gives the same bytes, and one change of the map changes one line.
//!
//! Records stand one a line, sorted by id; edges one a line, by the node they run into; placements one a line. Whatever has its
//! default value is left out.

use std::fmt::{Display, Write};

use crate::base::ViewId;
use crate::formats::native::{CURRENT, strings, texts};
use crate::model::{
    ArgumentMap, Attribution, Claim, Dating, Group, Keeping, LayoutName, Node, Quote, Relation, Side, Source, SourceText, Speaker, View,
};

/// The canonical text of a map; `whole` with the words that are kept beside it.
pub(super) fn write(map: &ArgumentMap, whole: bool) -> String {
    let words: usize = map.sources().values().flat_map(|source| &source.texts).map(|text| text.text().len() + 128).sum();
    let mut out = String::with_capacity(256 + 160 * map.node_count() + 48 * map.edge_count() + words);
    put(&mut out, format_args!("(\n  format: {CURRENT},\n"));
    let meta = map.meta();
    for (name, text) in [("title", &meta.title), ("note", &meta.note), ("data", &meta.data)] {
        if !text.is_empty() {
            put(&mut out, format_args!("  {name}: "));
            strings::write(&mut out, text);
            out.push_str(",\n");
        }
    }
    section(&mut out, "speakers", '{', '}', map.speakers(), |out, (id, speaker)| {
        entry(out, id, speaker.kind.name(), |f| put_speaker(f, speaker))
    });
    section(&mut out, "sources", '{', '}', map.sources(), |out, (id, source)| entry(out, id, "", |f| put_source(f, source, whole)));
    section(&mut out, "groups", '{', '}', map.groups(), |out, (id, group)| entry(out, id, "", |f| put_group(f, group)));
    section(&mut out, "nodes", '{', '}', map.nodes(), |out, (id, node)| match node {
        Node::Claim(claim) => entry(out, &id, "Claim", |f| put_claim(f, claim)),
        Node::Relation(relation) => entry(out, &id, "Relation", |f| put_relation(f, relation)),
        Node::Attribution(attribution) => entry(out, &id, "Attribution", |f| put_attribution(f, attribution)),
    });
    section(&mut out, "edges", '[', ']', map.edges(), |out, edge| {
        put(out, format_args!("    (\"{}\", {}, \"{}\"),\n", edge.from, edge.role.name(), edge.to));
    });
    // Every map has a main view: where it is empty there is nothing to say.
    let told = map.views().iter().filter(|(id, view)| **id != ViewId::main() || **view != View::default());
    section(&mut out, "views", '{', '}', told, |out, (id, view)| put_view(out, map, id, view));
    out.push_str(")\n");
    out
}

fn put(out: &mut String, content: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(content);
}

/// A named list of items in brackets, or nothing where there are none.
fn section<T>(out: &mut String, name: &str, open: char, close: char, items: impl IntoIterator<Item = T>, item: impl Fn(&mut String, T)) {
    let mut items = items.into_iter().peekable();
    if items.peek().is_none() {
        return;
    }
    put(out, format_args!("  {name}: {open}\n"));
    for content in items {
        item(out, content);
    }
    put(out, format_args!("  {close},\n"));
}

/// `"id": Name(fields),` on a line of its own.
fn entry(out: &mut String, id: &impl Display, name: &str, fields: impl Fn(&mut Fields<'_>)) {
    put(out, format_args!("    \"{id}\": {name}("));
    fields(&mut Fields { out, first: true });
    out.push_str("),\n");
}

/// Fields between parentheses; those with their default value are left out.
struct Fields<'a> {
    out: &'a mut String,
    first: bool,
}

impl Fields<'_> {
    fn name(&mut self, name: &str) {
        if !self.first {
            self.out.push_str(", ");
        }
        self.first = false;
        self.out.push_str(name);
        self.out.push_str(": ");
    }

    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.name(name);
            strings::write(self.out, text);
        }
    }

    /// A kind, a number, a truth value.
    fn plain(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.name(name);
            put(self.out, format_args!("{value}"));
        }
    }

    fn id(&mut self, name: &str, id: Option<impl Display>) {
        self.plain(name, id.map(|id| format!("\"{id}\"")));
    }

    fn list<T>(&mut self, name: &str, items: &[T], item: impl Fn(&mut String, &T)) {
        if items.is_empty() {
            return;
        }
        self.name(name);
        self.out.push('[');
        for (i, content) in items.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            item(self.out, content);
        }
        self.out.push(']');
    }

    fn texts(&mut self, name: &str, texts: &[String]) {
        self.list(name, texts, |out, text| strings::write(out, text));
    }

    fn ids(&mut self, name: &str, ids: &[impl Display]) {
        self.list(name, ids, |out, id| put(out, format_args!("\"{id}\"")));
    }
}

fn put_speaker(f: &mut Fields<'_>, speaker: &Speaker) {
    let Speaker { kind: _, name, aliases, role, affiliation, confidential, note, origin } = speaker;
    f.text("name", name);
    f.texts("aliases", aliases);
    f.text("role", role);
    f.text("affiliation", affiliation);
    f.plain("confidential", confidential.then_some(true));
    f.text("note", note);
    f.text("origin", origin);
}

fn put_source(f: &mut Fields<'_>, source: &Source, whole: bool) {
    let Source { kind, title, authors, venue, date, url, archive_url, in_reply_to, texts, confidential, dismissed, note, origin } = source;
    f.plain("kind", Some(kind.name()));
    f.text("title", title);
    f.ids("authors", authors);
    f.text("venue", venue);
    f.text("date", date);
    f.text("url", url);
    f.text("archive_url", archive_url);
    f.id("in_reply_to", *in_reply_to);
    f.plain("confidential", confidential.then_some(true));
    f.texts("dismissed", dismissed);
    f.text("note", note);
    f.text("origin", origin);
    if !texts.is_empty() {
        f.name("texts");
        f.out.push_str("[\n");
        for text in texts {
            f.out.push_str("      (");
            put_source_text(&mut Fields { out: f.out, first: true }, text, whole);
            f.out.push_str("),\n");
        }
        f.out.push_str("    ]");
    }
}

fn put_source_text(f: &mut Fields<'_>, text: &SourceText, whole: bool) {
    f.text("sha256", &text.sha256().to_string());
    f.text("imported", &text.imported);
    f.text("file", &text.file);
    f.text("stated_date", &text.stated_date);
    if let Keeping::Beside(name) = &text.keeping {
        f.text("beside", name);
    }
    let Some(words) = text.shared().filter(|_| whole || text.keeping == Keeping::Inside) else { return };
    let crlf = texts::has_crlf(&words);
    f.plain("crlf", crlf.then_some(true));
    let words = if crlf { words.replace("\r\n", "\n").into() } else { words };
    match *texts::pieces(&words) {
        [one] => {
            f.name("text");
            strings::write(f.out, one);
        }
        ref several => f.list("pieces", several, |out, piece| strings::write(out, piece)),
    }
}

fn put_group(f: &mut Fields<'_>, group: &Group) {
    let Group { title, parent, order, tags, note, data } = group;
    f.text("title", title);
    f.id("parent", *parent);
    f.plain("order", (*order != 0).then_some(*order));
    f.texts("tags", tags);
    f.text("note", note);
    f.text("data", data);
}

fn put_claim(f: &mut Fields<'_>, claim: &Claim) {
    let Claim { text, title, kind, cause, effect, tags, group, bookmarked, note, data, origin } = claim;
    f.text("text", text);
    f.text("title", title);
    f.plain("kind", kind.map(|k| k.name()));
    f.text("cause", cause);
    f.text("effect", effect);
    f.texts("tags", tags);
    f.id("group", *group);
    f.plain("bookmarked", bookmarked.then_some(true));
    f.text("note", note);
    f.text("data", data);
    f.text("origin", origin);
}

fn put_relation(f: &mut Fields<'_>, relation: &Relation) {
    let Relation { kind, title, scheme, weight, tags, group, note, data, origin } = relation;
    f.plain("kind", Some(kind.name()));
    f.text("title", title);
    f.text("scheme", scheme);
    f.plain("weight", *weight);
    f.texts("tags", tags);
    f.id("group", *group);
    f.text("note", note);
    f.text("data", data);
    f.text("origin", origin);
}

fn put_attribution(f: &mut Fields<'_>, attribution: &Attribution) {
    let Attribution { speaker, source, stance, quotation, quotes, cue, date, dating, hedges, tags, note, origin } = attribution;
    f.id("speaker", *speaker);
    f.id("source", *source);
    f.plain("stance", Some(stance.name()));
    f.plain("quotation", quotation.map(|q| q.name()));
    f.list("quotes", quotes, put_quote);
    f.text("cue", cue);
    f.text("date", date);
    if *dating != Dating::default() {
        f.name("dating");
        put_dating(f.out, dating);
    }
    f.texts("hedges", hedges);
    f.texts("tags", tags);
    f.text("note", note);
    f.text("origin", origin);
}

fn put_dating(out: &mut String, dating: &Dating) {
    let Dating { basis, words, relative_to, earliest, latest } = dating;
    out.push('(');
    let mut f = Fields { out, first: true };
    f.plain("basis", basis.map(|b| b.name()));
    f.text("words", words);
    f.text("relative_to", relative_to);
    f.text("earliest", earliest);
    f.text("latest", latest);
    out.push(')');
}

fn put_quote(out: &mut String, quote: &Quote) {
    let Quote { exact, prefix, suffix, range } = quote;
    out.push('(');
    let mut f = Fields { out, first: true };
    // The words are what a quote is: they are named even where there are none.
    f.name("exact");
    strings::write(f.out, exact);
    f.text("prefix", prefix);
    f.text("suffix", suffix);
    f.plain("range", range.map(|(start, end)| format!("({start}, {end})")));
    out.push(')');
}

fn put_view(out: &mut String, map: &ArgumentMap, id: &ViewId, view: &View) {
    let View { title, layout, side, placements, folds } = view;
    let layout = Some(layout.name()).filter(|_| *layout != LayoutName::Auto);
    let side = Some(side.name()).filter(|_| *side != Side::Below);
    // The fold of a claim that was deleted is kept in memory for the case that the claim comes back.
    let folded: Vec<_> = folds.iter().filter(|id| map.claim(**id).is_some()).collect();
    if placements.is_empty() {
        return entry(out, id, "", |f| {
            f.text("title", title);
            f.plain("layout", layout);
            f.plain("side", side);
            f.ids("folded", &folded);
        });
    }
    put(out, format_args!("    \"{id}\": (\n"));
    if !title.is_empty() {
        out.push_str("      title: ");
        strings::write(out, title);
        out.push_str(",\n");
    }
    if let Some(layout) = layout {
        put(out, format_args!("      layout: {layout},\n"));
    }
    if let Some(side) = side {
        put(out, format_args!("      side: {side},\n"));
    }
    out.push_str("      at: {\n");
    for (node, placement) in placements {
        put(out, format_args!("        \"{node}\": ({}, {}),\n", placement.x, placement.y));
    }
    out.push_str("      },\n");
    let pinned: Vec<_> = placements.iter().filter(|(_, p)| p.pinned).map(|(node, _)| *node).collect();
    if !pinned.is_empty() {
        out.push_str("      ");
        Fields { out, first: true }.ids("pinned", &pinned);
        out.push_str(",\n");
    }
    if !folded.is_empty() {
        out.push_str("      ");
        Fields { out, first: true }.ids("folded", &folded);
        out.push_str(",\n");
    }
    out.push_str("    ),\n");
}
