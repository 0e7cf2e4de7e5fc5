//! Exports of sites in XML: WordPress (WXR) and Disqus. And what DOCX and EPUB need of XML.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::thread::{Reply, nested};
use super::{Comment, Document, DocumentReader, decode, html, one_line, refused_at, when};
use crate::base::TaskCtx;
use crate::base::text::position_of;
use crate::formats::ImportError;
use crate::model::SourceKind;
use crate::tr;

/// Events between two looks at whether somebody cancelled.
pub(super) const CHUNK: u64 = 4096;
/// Levels of elements that are followed.
const MAX_DEPTH: usize = 256;

/// An element with what stands in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// With its prefix: `wp:comment`.
    name: String,
    attributes: Vec<(String, String)>,
    /// Its own words, without those of elements within.
    pub(super) words: String,
    inside: Vec<Element>,
}

impl Element {
    /// An attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known.rsplit(':').next() == Some(name)).map(|(_, value)| value.as_str())
    }

    fn child(&self, name: &str) -> Option<&Element> {
        self.inside.iter().find(|element| element.name == name)
    }

    fn said(&self, name: &str) -> String {
        self.child(name).map(|element| element.words.trim().to_owned()).unwrap_or_default()
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.inside.iter().filter(move |element| element.name == name)
    }
}

/// The next event, or where and why the file is broken.
pub(super) fn next<'a>(reader: &mut Reader<&'a [u8]>, source: &str) -> Result<Event<'a>, ImportError> {
    reader.read_event().map_err(|error| {
        let place = position_of(source, reader.error_position() as usize);
        refused_at(place, tr!("graphml-broken", error = error.to_string()), tr!("document-broken-help"))
    })
}

/// The words of an event, if it has some.
pub(super) fn words(event: &Event<'_>) -> String {
    match event {
        Event::Text(words) => words.xml10_content().into_owned(),
        Event::CData(words) => words.xml10_content().into_owned(),
        // Entities of the document itself are not expanded, so none can explode.
        Event::GeneralRef(entity) => match entity.resolve_char_ref() {
            Ok(Some(character)) => character.to_string(),
            _ => {
                let name = entity.xml10_content();
                quick_xml::escape::resolve_predefined_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
            }
        },
        _ => String::new(),
    }
}

/// An attribute by its name without prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut found = tag.attributes().flatten().filter(|attribute| attribute.key.local_name().as_ref() == name);
    Some(found.next()?.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The whole document below an element without a name.
fn tree(source: &str, ctx: &TaskCtx) -> Result<Element, ImportError> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Element::default()];
    for count in 0_u64.. {
        if count % CHUNK == 0 {
            ctx.checkpoint(reader.buffer_position(), source.len() as u64)?;
        }
        let event = next(&mut reader, source)?;
        match &event {
            Event::Start(tag) => {
                if open.len() >= MAX_DEPTH {
                    let place = position_of(source, reader.buffer_position() as usize);
                    return Err(refused_at(place, tr!("graphml-deep", limit = MAX_DEPTH), tr!("document-broken-help")));
                }
                let value = |a: &quick_xml::events::attributes::Attribute<'_>| {
                    a.normalized_value(XmlVersion::Implicit1_0).ok().map(|v| v.into_owned())
                };
                let attributes = tag.attributes().flatten().filter_map(|a| Some((a.key.as_ref().to_owned(), value(&a)?))).collect();
                open.push(Element { name: tag.name().as_ref().to_owned(), attributes, ..Element::default() });
            }
            Event::End(_) => {
                if open.len() > 1
                    && let (Some(done), Some(above)) = (open.pop(), open.last_mut())
                {
                    above.inside.push(done);
                }
            }
            Event::Eof if open.len() == 1 => break,
            Event::Eof => {
                return Err(refused_at(position_of(source, source.len()), tr!("file-cut-off"), tr!("document-broken-help")));
            }
            other => {
                if let Some(element) = open.last_mut() {
                    element.words.push_str(&words(other));
                }
            }
        }
    }
    Ok(open.pop().unwrap_or_default())
}

/// All elements of a name without prefix, in the order of the document.
pub(super) fn elements(source: &str, name: &str) -> Result<Vec<Element>, ImportError> {
    let mut found = Vec::new();
    let mut open = vec![tree(source, &TaskCtx::new())?];
    while let Some(element) = open.pop() {
        if element.name.rsplit(':').next() == Some(name) {
            found.push(Element { inside: Vec::new(), ..element.clone() });
        }
        open.extend(element.inside.into_iter().rev());
    }
    Ok(found)
}

/// The words of the first element of a name without prefix.
pub(super) fn first(source: &str, name: &str) -> Option<String> {
    elements(source, name).ok()?.into_iter().next().map(|element| element.words)
}

fn head(bytes: &[u8]) -> String {
    decode::decode(&bytes[..bytes.len().min(8192)], None)
}

pub(super) struct WordPress;

impl DocumentReader for WordPress {
    fn title(&self) -> &'static str {
        tr!("document-wordpress")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["xml", "wxr"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let head = head(bytes);
        head.contains("<rss") && head.contains("wordpress.org/export")
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let source = decode::decode(bytes, None);
        let root = tree(&source, ctx)?;
        let Some(channel) = root.child("rss").and_then(|rss| rss.child("channel")) else {
            return Err(ImportError::NotThisFormat(tr!("document-no-posts").to_owned()));
        };
        let venue = channel.said("title");
        let authors: Vec<(String, String)> =
            channel.all("wp:author").map(|a| (a.said("wp:author_login"), a.said("wp:author_display_name"))).collect();
        let is_text = |item: &&Element| matches!(item.said("wp:post_type").as_str(), "post" | "page" | "");
        let posts = channel.all("item").filter(is_text);
        Ok(posts.map(|item| post(item, &venue, &authors)).collect())
    }
}

fn post(item: &Element, venue: &str, authors: &[(String, String)]) -> Document {
    let mut document = Document::new(SourceKind::Article, html::all_words(&item.said("content:encoded")));
    document.title = item.said("title");
    let login = item.said("dc:creator");
    let shown = authors.iter().find(|(known, shown)| *known == login && !shown.is_empty()).map(|(_, shown)| shown.clone());
    document.authors = vec![shown.unwrap_or(login)];
    document.date = [item.said("wp:post_date"), item.said("pubDate")].iter().find_map(|date| when::stated(date)).unwrap_or_default();
    document.venue = venue.to_owned();
    document.url = item.said("link");
    let counts = |c: &&Element| c.said("wp:comment_approved") == "1" && matches!(c.said("wp:comment_type").as_str(), "" | "comment");
    let replies = item.all("wp:comment").filter(counts).map(|c| Reply {
        id: c.said("wp:comment_id"),
        parent: c.said("wp:comment_parent"),
        comment: Comment {
            author: one_line(&c.said("wp:comment_author")),
            date: when::stated(&c.said("wp:comment_date")).unwrap_or_default(),
            text: html::all_words(&c.said("wp:comment_content")),
            ..Comment::default()
        },
    });
    document.comments = nested(replies.collect());
    document
}

pub(super) struct Disqus;

impl DocumentReader for Disqus {
    fn title(&self) -> &'static str {
        tr!("document-disqus")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["xml"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        head(bytes).contains("<disqus")
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let source = decode::decode(bytes, None);
        let root = tree(&source, ctx)?;
        let Some(disqus) = root.child("disqus") else {
            return Err(ImportError::NotThisFormat(tr!("document-no-posts").to_owned()));
        };
        let id = |element: &Element| element.attribute("id").unwrap_or_default().to_owned();
        let of = |element: &Element, name: &str| element.child(name).map(&id).unwrap_or_default();
        let counts = |post: &&Element| post.said("isDeleted") != "true" && post.said("isSpam") != "true";
        let threads = disqus.all("thread").map(|thread| {
            let mut document = Document::new(SourceKind::Article, html::all_words(&thread.said("message")));
            document.title = thread.said("title");
            document.url = thread.said("link");
            document.date = when::stated(&thread.said("createdAt")).unwrap_or_default();
            let name = id(thread);
            let posts = disqus.all("post").filter(counts).filter(|post| of(post, "thread") == name);
            let replies = posts.map(|post| {
                let author = post.child("author");
                let called = |field: &str| author.map(|author| one_line(&author.said(field))).filter(|name| !name.is_empty());
                Reply {
                    id: id(post),
                    parent: of(post, "parent"),
                    comment: Comment {
                        author: called("name").or_else(|| called("username")).unwrap_or_default(),
                        date: when::stated(&post.said("createdAt")).unwrap_or_default(),
                        text: html::all_words(&post.said("message")),
                        ..Comment::default()
                    },
                }
            });
            document.comments = nested(replies.collect());
            document
        });
        Ok(threads.collect())
    }
}
