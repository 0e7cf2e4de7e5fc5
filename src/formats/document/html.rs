//! Web pages: the words of the article as a reader sees them, and what the page says about itself.

use scraper::{ElementRef, Html as Page, Node, Selector};

use super::{Document, DocumentReader, decode, html_comments, html_head};
use crate::base::TaskCtx;
use crate::formats::ImportError;
use crate::model::SourceKind;
use crate::tr;

/// Longest page that is read, in bytes.
const MAX_PAGE: usize = 16 << 20;
/// Levels of elements that are followed.
const MAX_DEPTH: usize = 2000;
/// Elements whose words are no part of the text.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "nav", "aside", "form", "button", "select", "textarea", "iframe", "object",
    "head", "dialog", "menu",
];
/// Attributes of one element; each is compared with all before it.
const MAX_ATTRIBUTES: usize = 4000;
/// Words in the class or id of what stands around an article.
const AROUND: &[&str] = &[
    "comment",
    "sidebar",
    "related",
    "share",
    "sharing",
    "social",
    "newsletter",
    "cookie",
    "promo",
    "breadcrumb",
    "advert",
    "subscribe",
    "navigation",
    "popup",
    "modal",
    "footer",
    "jp-relatedposts",
    "sharedaddy",
    "respond",
    "skip-link",
    "screen-reader-text",
];
/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "figure",
    "figcaption",
    "hr",
    "address",
    "details",
    "summary",
    "body",
    "fieldset",
];
/// Blocks that follow each other without a blank line.
const ROWS: &[&str] = &["li", "tr", "dt", "dd"];

pub(super) struct Html;

impl DocumentReader for Html {
    fn title(&self) -> &'static str {
        tr!("document-html")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let head = decode::decode(&bytes[..bytes.len().min(1024)], None).to_ascii_lowercase();
        let head = head.trim_start();
        !decode::is_binary(bytes) && (head.starts_with("<!doctype html") || head.contains("<html") || head.starts_with("<head"))
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        super::too_large(bytes.len(), MAX_PAGE)?;
        let source = decode::decode(bytes, declared(bytes).as_deref());
        ctx.checkpoint(1, 4)?;
        if is_too_deep(&source) {
            return Err(super::refused(tr!("graphml-deep", limit = MAX_DEPTH), tr!("document-broken-help")));
        }
        if most_attributes(&source) > MAX_ATTRIBUTES {
            return Err(super::refused(tr!("document-attributes", limit = MAX_ATTRIBUTES), tr!("document-broken-help")));
        }
        let page = Page::parse_document(&source);
        ctx.checkpoint(2, 4)?;
        let body = article(&page);
        let mut document = Document::new(SourceKind::Document, words(body, true));
        html_head::describe(&page, body, &source, &mut document);
        ctx.checkpoint(3, 4)?;
        html_comments::split_off(&page, &mut document);
        Ok(vec![document])
    }
}

/// Whether elements stand within each other so deep that parsing would not end: it looks at all open ones for each new one.
fn is_too_deep(source: &str) -> bool {
    /// Elements that have no end, or often none in the source.
    const OPEN: &[&str] = &[
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "colgroup", "br", "hr", "img", "input", "meta", "link",
        "source", "wbr", "area", "base", "col", "embed", "param", "track",
    ];
    let mut depth = 0_usize;
    for tag in source.split('<').skip(1) {
        let (end, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || OPEN.iter().any(|open| name.eq_ignore_ascii_case(open)) {
            continue;
        }
        depth = if end { depth.saturating_sub(1) } else { depth + 1 };
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

/// About how many attributes the element has that has most.
fn most_attributes(source: &str) -> usize {
    let (mut most, mut count, mut in_tag, mut quote) = (0, 0, false, None);
    let mut last = b' ';
    for byte in source.bytes() {
        match (in_tag, quote) {
            (false, _) => {
                in_tag = last == b'<' && byte.is_ascii_alphabetic();
                count = 0;
            }
            (true, Some(mark)) => quote = quote.filter(|_| byte != mark),
            (true, None) => match byte {
                b'>' => in_tag = false,
                // A mark opens a value right after the sign alone.
                b'"' | b'\'' if last == b'=' => quote = Some(byte),
                _ if (last.is_ascii_whitespace() || last == b'/') && !byte.is_ascii_whitespace() && byte != b'=' => count += 1,
                _ => {}
            },
        }
        most = most.max(count);
        if !(byte.is_ascii_whitespace() && last == b'=') {
            last = byte;
        }
    }
    most
}

/// The encoding that the page declares near its beginning.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let label = head.split("charset=").nth(1).or_else(|| head.split("encoding=").nth(1))?;
    let label = label.trim_start_matches(['"', '\'']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect())
}

/// All words of a page or of a piece of one; of a page that is too deep its source.
pub(super) fn all_words(source: &str) -> String {
    if is_too_deep(source) {
        return source.to_owned();
    }
    // Comments of many sites come with line ends and without paragraphs.
    let bare = !source.contains("<p") && !source.contains("<div") && !source.contains("<br") && !source.contains("<body");
    let with_breaks = bare.then(|| source.replace("\r\n", "\n").replace("\n\n", "<p>").replace('\n', "<br>"));
    let page = Page::parse_document(with_breaks.as_deref().unwrap_or(source));
    words(page.root_element(), false)
}

/// The element that holds the article: the one that is marked as such and has most to say, else the one whose paragraphs have.
fn article(page: &Page) -> ElementRef<'_> {
    const MARKED: &[&str] = &[
        "[itemprop=articleBody]",
        ".entry-content, .post-content, .article-body, .article__body, .story-body",
        "article",
        "main, [role=main]",
    ];
    let length = |element: &ElementRef<'_>| words(*element, true).len();
    for marked in MARKED {
        let best = select(page, marked).into_iter().filter(|e| !is_around(e)).take(64).max_by_key(length);
        if let Some(best) = best.filter(|element| length(element) >= 200) {
            return best;
        }
    }
    // Where nothing is marked: the parent of most of the words in paragraphs.
    let mut parents: Vec<(ElementRef<'_>, usize)> = Vec::new();
    for paragraph in select(page, "p").into_iter().take(20_000) {
        let Some(parent) = paragraph.parent().and_then(ElementRef::wrap) else { continue };
        let said: usize = paragraph.text().map(str::len).sum();
        match parents.iter_mut().rev().take(32).find(|(known, _)| *known == parent) {
            Some((_, sum)) => *sum += said,
            None => parents.push((parent, said)),
        }
    }
    let all: usize = parents.iter().map(|(_, sum)| sum).sum();
    let best = parents.into_iter().max_by_key(|(_, sum)| *sum).filter(|(_, sum)| sum * 10 >= all * 7 && *sum > 0);
    let body = || select(page, "body").into_iter().next().unwrap_or_else(|| page.root_element());
    best.map_or_else(body, |(element, _)| element)
}

/// The elements that a selector of this program finds.
pub(super) fn select<'a>(page: &'a Page, selector: &str) -> Vec<ElementRef<'a>> {
    Selector::parse(selector).map(|selector| page.select(&selector).collect()).unwrap_or_default()
}

/// The same within an element.
pub(super) fn select_in<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    Selector::parse(selector).map(|selector| element.select(&selector).collect()).unwrap_or_default()
}

/// Whether an element stands around an article, as its class or id says.
fn is_around(element: &ElementRef<'_>) -> bool {
    let names = [element.attr("class"), element.attr("id")];
    let mut names = names.into_iter().flatten().flat_map(str::split_whitespace).map(str::to_lowercase);
    // On the elements that hold all of a page, such words say what the page has, not what it is.
    !matches!(element.value().name(), "body" | "html" | "main" | "article")
        && names.any(|name| AROUND.iter().any(|part| name.starts_with(part)))
}

/// The words of an element, blocks apart by a blank line; `article` without what stands around one.
pub(super) fn words(root: ElementRef<'_>, article: bool) -> String {
    let mut out = Words::default();
    let Some(mut node) = root.first_child() else { return String::new() };
    loop {
        let mut inside = None;
        match node.value() {
            Node::Text(text) => out.text(text),
            Node::Element(element) => {
                let hidden = element.attr("hidden").is_some() || element.attr("aria-hidden") == Some("true");
                let around = article && ElementRef::wrap(node).is_some_and(|e| is_around(&e));
                if !(hidden || around || SKIPPED.contains(&element.name())) {
                    out.open(element.name());
                    inside = node.first_child();
                    if inside.is_none() {
                        out.close(element.name());
                    }
                }
            }
            Node::Document | Node::Fragment | Node::Doctype(_) | Node::Comment(_) | Node::ProcessingInstruction(_) => {}
        }
        node = match inside.or_else(|| node.next_sibling()) {
            Some(next) => next,
            // Up to where something follows.
            None => loop {
                match node.parent() {
                    Some(parent) if parent.id() != root.id() => {
                        if let Node::Element(element) = parent.value() {
                            out.close(element.name());
                        }
                        match parent.next_sibling() {
                            Some(next) => break next,
                            None => node = parent,
                        }
                    }
                    _ => return out.finish(),
                }
            },
        };
    }
}

/// Text with spaces and line ends as a browser would show them.
#[derive(Default)]
struct Words {
    out: String,
    /// Line ends that stand between what was written and what comes.
    breaks: usize,
    space: bool,
    preformatted: usize,
}

impl Words {
    fn text(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.flush();
            self.out.push_str(text);
            return;
        }
        for word in text.split_inclusive([' ', '\t', '\n', '\r', '\u{c}']) {
            let bare = word.trim_end_matches([' ', '\t', '\n', '\r', '\u{c}']);
            if !bare.is_empty() {
                self.flush();
                self.out.push_str(bare);
            }
            self.space |= bare.len() < word.len();
        }
    }

    fn flush(&mut self) {
        if self.out.is_empty() {
        } else if self.breaks > 0 {
            self.out.extend(std::iter::repeat_n('\n', self.breaks));
        } else if self.space {
            self.out.push(' ');
        }
        (self.breaks, self.space) = (0, false);
    }

    fn open(&mut self, name: &str) {
        match name {
            "br" => {
                self.breaks = (self.breaks + 1).min(2);
                self.space = false;
            }
            "pre" => {
                self.breaks = 2;
                self.flush();
                self.preformatted += 1;
            }
            "li" => {
                self.breaks = self.breaks.max(1);
                self.text("• ");
            }
            "td" | "th" => self.space = true,
            _ => self.block(name),
        }
    }

    fn close(&mut self, name: &str) {
        if name == "pre" {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        self.block(name);
    }

    fn block(&mut self, name: &str) {
        if ROWS.contains(&name) {
            self.breaks = self.breaks.max(1);
        } else if BLOCKS.contains(&name) {
            self.breaks = 2;
        }
    }

    fn finish(self) -> String {
        self.out.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Html, all_words, is_too_deep};
    use crate::base::TaskCtx;
    use crate::formats::document::DocumentReader;

    #[test]
    fn words_stand_as_a_reader_sees_them() {
        for (source, expected) in [
            ("<p>One  <b>two</b>\n three.</p><p>Four<br>five</p>", "One two three.\n\nFour\nfive"),
            ("<ul><li>a</li><li>b <i>c</i></li></ul>after", "• a\n• b c\n\nafter"),
            ("<script>no()</script><div>yes<div>inner</div>tail</div><nav>no</nav>", "yes\n\ninner\n\ntail"),
            ("<pre>  keep\n   this</pre>", "keep\n   this"),
            ("a&nbsp;b &amp; c", "a\u{a0}b & c"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("One\n\ntwo\nthree", "One\n\ntwo\nthree"),
            ("<p hidden>no</p><br><br><br>yes", "yes"),
            ("", ""),
        ] {
            assert_eq!(all_words(source), expected, "{source}");
        }
    }

    #[test]
    fn deep_pages_do_not_hold_up_the_program() {
        let nested = |depth: usize| format!("{}deep{}", "<div>".repeat(depth), "</div>".repeat(depth));
        assert_eq!(all_words(&nested(1000)), "deep");
        assert!(Html.read(nested(1_000_000).as_bytes(), &TaskCtx::new()).is_err());
        let rows = "<p>one<br><img src=a>".repeat(10_000);
        assert!(!is_too_deep(&rows));
    }
}
