//! What a web page says about itself: JSON-LD, Open Graph and other meta elements, time elements, bylines.

use scraper::{ElementRef, Html as Page};
use serde_json::Value;

use super::html::{select, select_in};
use super::{Document, one_line, when};
use crate::model::SourceKind;

/// Levels of JSON-LD that are looked through.
const MAX_DEPTH: usize = 8;

/// Fills in what the page states, from the most to the least deliberate statement.
pub(super) fn describe(page: &Page, body: ElementRef<'_>, source: &str, document: &mut Document) {
    let linked = linked_data(page);
    let meta = |names: &[&str]| -> Option<String> { metas(page, names).into_iter().next() };
    let inside =
        |selector: &str| select_in(body, selector).first().map(|e| one_line(&e.text().collect::<String>())).filter(|t| !t.is_empty());

    document.venue =
        linked.venue.or_else(|| meta(&["og:site_name", "citation_journal_title", "dc.publisher", "application-name"])).unwrap_or_default();
    let heading = || inside("h1").or_else(|| select(page, "h1").first().map(|e| one_line(&e.text().collect::<String>())));
    let titled = || select(page, "head > title").first().map(|e| without_venue(&one_line(&e.text().collect::<String>()), &document.venue));
    let title = linked.title.or_else(|| meta(&["og:title", "citation_title", "dc.title", "twitter:title"]));
    document.title = title.or_else(heading).filter(|t| !t.is_empty()).or_else(titled).unwrap_or_default();

    let named = metas(page, &["author", "citation_author", "dc.creator", "parsely-author", "byl", "sailthru.author", "article:author"]);
    let named: Vec<String> = named.into_iter().filter(|name| !name.contains("://")).collect();
    document.authors = match (linked.authors.is_empty(), named.is_empty()) {
        (false, _) => linked.authors,
        (true, false) => named,
        (true, true) => byline(page),
    };
    document.authors = document.authors.iter().flat_map(|name| names(name)).collect();
    document.authors.dedup();

    let dates = [
        "article:published_time",
        "citation_publication_date",
        "citation_date",
        "datePublished",
        "dc.date",
        "date",
        "pubdate",
        "parsely-pub-date",
    ];
    let timed = || {
        let marked = select(page, "time[datetime][pubdate], time[itemprop=datePublished], time.entry-date, time.published");
        let all = marked.into_iter().chain(select_in(body, "time[datetime]")).chain(select(page, "header time[datetime]"));
        all.filter_map(|e| e.attr("datetime").and_then(when::stated)).next()
    };
    let dated = linked.date.or_else(|| metas(page, &dates).iter().find_map(|date| when::stated(&date.replace('/', "-"))));
    document.date = dated.or_else(timed).unwrap_or_default();

    let canonical = select(page, "link[rel=canonical]").first().and_then(|e| e.attr("href")).map(str::to_owned);
    let url = canonical.or_else(|| meta(&["og:url"])).or(linked.url).filter(|url| is_address(url)).or_else(|| saved_from(source));
    document.url = url.unwrap_or_default();
    let is_article = linked.is_article || meta(&["og:type"]).is_some_and(|kind| kind == "article") || !document.authors.is_empty();
    if is_article {
        document.kind = SourceKind::Article;
    }
}

/// The contents of meta elements of these names, in the order of the names.
fn metas(page: &Page, names: &[&str]) -> Vec<String> {
    let all: Vec<(String, String)> = select(page, "meta[content]")
        .into_iter()
        .filter_map(|e| {
            let name = e.attr("property").or_else(|| e.attr("name")).or_else(|| e.attr("itemprop"))?.to_lowercase();
            Some((name, one_line(e.attr("content")?))).filter(|(_, content)| !content.is_empty())
        })
        .collect();
    let of =
        |name: &str| all.iter().filter(|(known, _)| *known == name.to_lowercase()).map(|(_, content)| content.clone()).collect::<Vec<_>>();
    names.iter().map(|name| of(name)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// Names where the page shows who wrote it.
fn byline(page: &Page) -> Vec<String> {
    const MARKED: &[&str] = &["[rel=author]", "[itemprop=author]", ".byline .fn, .author .fn", ".byline, .entry-author, .post-author"];
    let of = |marked: &str| -> Vec<String> {
        let texts = select(page, marked).into_iter().take(4).map(|e| one_line(&e.text().collect::<String>()));
        texts.filter(|name| !name.is_empty() && name.chars().count() <= 80).collect()
    };
    MARKED.iter().map(|marked| of(marked)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// “By Ada Pool and Ben Reed” as two names.
fn names(text: &str) -> Vec<String> {
    let text = ["By ", "by ", "BY ", "Von "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let parts = text.replace(" and ", ", ").replace(" und ", ", ").replace(" & ", ", ");
    parts.split([',', ';']).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// The title of the window without the site's name behind it.
fn without_venue(title: &str, venue: &str) -> String {
    let stripped = [" | ", " - ", " – ", " — ", " · "].iter().find_map(|bar| {
        let (head, tail) = title.rsplit_once(bar)?;
        (!venue.is_empty() && tail.eq_ignore_ascii_case(venue)).then_some(head)
    });
    stripped.unwrap_or(title).to_owned()
}

/// The address that browsers write into the pages that they save.
fn saved_from(source: &str) -> Option<String> {
    let rest = source.get(..source.floor_char_boundary(2048))?.split("saved from url=").nth(1)?;
    let url = rest.trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit()).split_whitespace().next()?;
    Some(url.trim_end_matches("-->").to_owned()).filter(|url| is_address(url))
}

fn is_address(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

/// What JSON-LD says.
#[derive(Default)]
struct Linked {
    is_article: bool,
    title: Option<String>,
    authors: Vec<String>,
    date: Option<String>,
    venue: Option<String>,
    url: Option<String>,
}

fn linked_data(page: &Page) -> Linked {
    let mut linked = Linked::default();
    for script in select(page, "script[type='application/ld+json']") {
        let text: String = script.text().collect();
        if let Ok(value) = serde_json::from_str::<Value>(&text)
            && look_through(&value, 0, &mut linked)
        {
            break;
        }
    }
    linked
}

/// Whether an article was found.
fn look_through(value: &Value, depth: usize, linked: &mut Linked) -> bool {
    match value {
        _ if depth > MAX_DEPTH => false,
        Value::Array(values) => values.iter().any(|value| look_through(value, depth + 1, linked)),
        Value::Object(members) => {
            let types: Vec<&str> = match members.get("@type") {
                Some(Value::String(one)) => vec![one.as_str()],
                Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
                _ => Vec::new(),
            };
            let is_article = types.iter().any(|t| t.ends_with("Article") || t.ends_with("Posting") || *t == "Report");
            if is_article {
                let text = |name: &str| members.get(name).and_then(Value::as_str).map(one_line).filter(|t| !t.is_empty());
                *linked = Linked {
                    is_article,
                    title: text("headline").or_else(|| text("name")),
                    authors: members.get("author").map(called).unwrap_or_default(),
                    date: text("datePublished").and_then(|date| when::stated(&date)),
                    venue: members.get("publisher").map(called).and_then(|names| names.into_iter().next()),
                    url: text("url").or_else(|| text("mainEntityOfPage")),
                };
                return true;
            }
            members.get("@graph").is_some_and(|graph| look_through(graph, depth + 1, linked))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The names of one or several persons or organisations.
fn called(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![one_line(name)],
        Value::Array(several) => several.iter().take(64).flat_map(|one| if one.is_array() { Vec::new() } else { called(one) }).collect(),
        Value::Object(members) => members.get("name").and_then(Value::as_str).map(one_line).into_iter().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
