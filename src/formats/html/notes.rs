//! Who says what, as footnotes. What is cited again is named once: later notes refer to the first, and the page's script says it there too.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use crate::analysis::Outline;
use crate::base::NodeId;
use crate::base::text::xml_escaped as escaped;
use crate::formats::ExportRequest;
use crate::formats::quotations::Quotations;
use crate::render::is_web;
use crate::tr;

/// Who says what, as numbered footnotes.
pub(super) struct Notes {
    pub(super) list: String,
    of: BTreeMap<NodeId, Vec<usize>>,
}

impl Notes {
    /// In the order of the outline.
    pub(super) fn of(request: &ExportRequest<'_>, outline: &Outline) -> Self {
        let map = request.map;
        let quotations = Quotations::of(map);
        let mut order: Vec<NodeId> = map.claims().map(|(id, _)| id).chain(map.relations().map(|(id, _)| id)).collect();
        order.sort_by_key(|id| outline.place(*id));
        let (mut list, mut of, mut number) = (String::new(), BTreeMap::new(), 0);
        let mut named: HashMap<(String, String), usize> = HashMap::new();
        for node in order.into_iter().filter(|id| !request.shown.is_some_and(|shown| shown.hides(*id))) {
            let mut numbers = Vec::new();
            for cited in quotations.citations(map, node) {
                number += 1;
                numbers.push(number);
                let (who, place) = cited.who_and_where();
                let (_, quotes) = cited.parts();
                let url = cited.url.trim();
                let first = *named.entry((place.to_owned(), url.to_owned())).or_insert(number);
                let is_named = first < number && !place.is_empty();
                let _ = write!(list, "<li id=n{number}>{}", escaped(who));
                if is_named {
                    let _ = write!(list, " <a class=as href=#n{first}>{}</a>.", escaped(&tr!("html-source-as", note = first)));
                } else if !place.is_empty() {
                    let _ = write!(list, " <cite>{}</cite>", escaped(place));
                }
                if !quotes.is_empty() {
                    let _ = write!(list, " <q>{}</q>", escaped(quotes));
                }
                if !is_named {
                    list.push_str(&link_to(url));
                }
                let remark = map.attribution(cited.attribution).map(|attribution| attribution.note.trim()).unwrap_or_default();
                list.push_str(&remark_of(remark));
                list.push('\n');
            }
            if !numbers.is_empty() {
                of.insert(node, numbers);
            }
        }
        Self { list, of }
    }

    pub(super) fn numbers(&self, node: NodeId) -> &[usize] {
        self.of.get(&node).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A remark of the author; nothing where there is none.
pub(super) fn remark_of(note: &str) -> String {
    if note.trim().is_empty() { String::new() } else { format!("<small>{}</small>", escaped(note.trim())) }
}

/// A link to an address of the web; another address as it is.
fn link_to(url: &str) -> String {
    match url {
        "" => String::new(),
        url if is_web(url) => format!(" <a href=\"{}\">{}</a>", escaped(url), escaped(host(url))),
        url => format!(" <span>{}</span>", escaped(url)),
    }
}

/// Where an address leads, in a word; paper has all of it.
fn host(url: &str) -> &str {
    let (scheme, rest) = url.split_once(':').unwrap_or_default();
    let place = rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    // What stands before an @ is where a letter goes, but only decorates the address of a page.
    let place = if scheme.eq_ignore_ascii_case("mailto") { place } else { place.rsplit('@').next().unwrap_or_default() };
    let place = place.strip_prefix("www.").unwrap_or(place);
    if place.is_empty() { url } else { place }
}
