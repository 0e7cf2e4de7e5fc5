//! Discussions in JSON: an item of Hacker News with its answers (as Algolia hands it out), and a thread of Reddit.

use serde_json::Value;

use super::thread::{Reply, nested};
use super::{Comment, Document, DocumentReader, decode, html, refused_at, when};
use crate::base::{Position, TaskCtx};
use crate::formats::ImportError;
use crate::model::SourceKind;
use crate::tr;

const NEWS: &str = "Hacker News";
/// Answers that were deleted have no author and no words.
const GONE: &[&str] = &["[deleted]", "[removed]"];

fn parsed(bytes: &[u8], ctx: &TaskCtx) -> Result<Value, ImportError> {
    let text = decode::decode(bytes, None);
    let value = serde_json::from_str(&text).map_err(|error| {
        let position = Position { line: error.line().max(1) as u32, column: error.column().max(1) as u32 };
        refused_at(position, tr!("document-json", error = error.to_string()), tr!("document-json-help"))
    });
    ctx.checkpoint(1, 2)?;
    value
}

fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

fn seconds(value: &Value, name: &str) -> Option<String> {
    let number = value.get(name)?;
    when::of_seconds(number.as_i64().or_else(|| number.as_f64().map(|seconds| seconds as i64))?)
}

/// Whether the beginning of a file has all of these words, behind an opening bracket.
fn begins(bytes: &[u8], bracket: char, words: &[&str]) -> bool {
    let head = decode::decode(&bytes[..bytes.len().min(16 << 10)], None);
    head.trim_start().starts_with(bracket) && words.iter().all(|word| head.contains(&format!("\"{word}\"")))
}

pub(super) struct HackerNews;

impl DocumentReader for HackerNews {
    fn title(&self) -> &'static str {
        tr!("document-hacker-news")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        begins(bytes, '{', &["author", "created_at"]) && begins(bytes, '{', &["children"]) | begins(bytes, '{', &["story_id"])
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let item = parsed(bytes, ctx)?;
        if item.get("author").is_none() && item.get("children").is_none() {
            return Err(ImportError::NotThisFormat(tr!("document-no-posts").to_owned()));
        }
        let mut document = Document::new(SourceKind::Post, html::all_words(&text(&item, "text")));
        document.title = text(&item, "title");
        document.authors = vec![text(&item, "author")];
        document.date = stated(&item);
        document.venue = NEWS.to_owned();
        document.url = text(&item, "url");
        let mut replies = Vec::new();
        let mut open: Vec<(&Value, String)> = answers(&item).map(|answer| (answer, String::new())).collect();
        open.reverse();
        while let Some((answer, parent)) = open.pop() {
            let id = answer.get("id").map(ToString::to_string).unwrap_or_default();
            let comment = Comment {
                author: text(answer, "author"),
                date: stated(answer),
                text: html::all_words(&text(answer, "text")),
                ..Comment::default()
            };
            // What was deleted is passed over; what answers it answers what it answered.
            let gone = comment.author.is_empty() && comment.text.is_empty();
            let above = if gone { parent.clone() } else { id.clone() };
            let mut below: Vec<_> = answers(answer).map(|answer| (answer, above.clone())).collect();
            below.reverse();
            open.extend(below);
            if !gone {
                replies.push(Reply { id, parent, comment });
            }
        }
        document.comments = nested(replies);
        Ok(vec![document])
    }
}

fn answers(item: &Value) -> impl Iterator<Item = &Value> {
    item.get("children").and_then(Value::as_array).into_iter().flatten()
}

fn stated(item: &Value) -> String {
    when::stated(&text(item, "created_at")).or_else(|| seconds(item, "created_at_i")).unwrap_or_default()
}

pub(super) struct Reddit;

impl DocumentReader for Reddit {
    fn title(&self) -> &'static str {
        tr!("document-reddit")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        begins(bytes, '[', &["kind", "Listing", "data"])
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let listings = parsed(bytes, ctx)?;
        let things =
            |listing: &Value| -> Vec<Value> { listing.pointer("/data/children").and_then(Value::as_array).cloned().unwrap_or_default() };
        let first = listings.get(0).map(things).unwrap_or_default();
        let post = first.iter().find(|thing| text(thing, "kind") == "t3").and_then(|thing| thing.get("data"));
        let Some(post) = post else { return Err(ImportError::NotThisFormat(tr!("document-no-posts").to_owned())) };
        let mut document = Document::new(SourceKind::Post, unescaped(&text(post, "selftext")));
        document.title = unescaped(&text(post, "title"));
        document.authors = vec![text(post, "author")];
        document.date = seconds(post, "created_utc").unwrap_or_default();
        document.venue = match text(post, "subreddit") {
            name if name.is_empty() => "Reddit".to_owned(),
            name => format!("Reddit, r/{name}"),
        };
        document.url = address(post).unwrap_or_else(|| text(post, "url"));
        document.announced = post.get("num_comments").and_then(Value::as_u64).and_then(|count| count.try_into().ok());
        let mut replies = Vec::new();
        let mut open: Vec<(Value, String)> =
            listings.get(1).map(things).unwrap_or_default().into_iter().map(|thing| (thing, String::new())).collect();
        open.reverse();
        while let Some((thing, parent)) = open.pop() {
            let Some(data) = thing.get("data").filter(|_| text(&thing, "kind") == "t1") else { continue };
            let (id, body) = (text(data, "id"), text(data, "body"));
            let gone = GONE.contains(&body.as_str());
            let above = if gone { parent.clone() } else { id.clone() };
            let below = data.get("replies").map(things).unwrap_or_default();
            open.extend(below.into_iter().rev().map(|thing| (thing, above.clone())));
            if !gone {
                let comment = Comment {
                    author: text(data, "author"),
                    date: seconds(data, "created_utc").unwrap_or_default(),
                    text: unescaped(&body),
                    url: address(data).unwrap_or_default(),
                    ..Comment::default()
                };
                replies.push(Reply { id, parent, comment });
            }
        }
        document.comments = nested(replies);
        Ok(vec![document])
    }
}

fn address(data: &Value) -> Option<String> {
    Some(text(data, "permalink")).filter(|path| path.starts_with('/')).map(|path| format!("https://www.reddit.com{path}"))
}

/// The site writes three characters as entities in otherwise plain text.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
