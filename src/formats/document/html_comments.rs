//! Comments in a saved web page, marked up as WordPress and those after its example do.

use scraper::{ElementRef, Html as Page};

use super::html::{select, select_in, words};
use super::thread::{Reply, nested};
use super::{Comment, Document, MAX_COMMENTS, one_line, when};

/// Takes the comments out of the page, which the text does not hold.
pub(super) fn split_off(page: &Page, document: &mut Document) {
    let elements = select(page, "li.comment, article.comment, div.comment");
    let mut replies: Vec<Reply> = Vec::new();
    for (at, element) in elements.iter().enumerate().take(MAX_COMMENTS) {
        if let Some(comment) = comment(*element) {
            let parent = element.ancestors().filter_map(ElementRef::wrap).find_map(|above| elements[..at].iter().position(|e| *e == above));
            let parent = parent.map(|parent| parent.to_string()).unwrap_or_default();
            replies.push(Reply { id: at.to_string(), parent, comment });
        }
    }
    document.comments = nested(replies);
}

fn comment(element: ElementRef<'_>) -> Option<Comment> {
    let own = |selector: &str| {
        // An answer stands within the element of what it answers, behind its words.
        select_in(element, selector).into_iter().next()
    };
    let content = own(".comment-content, .comment-text, .comment__content, [itemprop=text]")?;
    let author = own(".comment-author .fn, .fn, .comment-author, [itemprop=author]").map(|e| one_line(&e.text().collect::<String>()));
    let date = own("time[datetime]").and_then(|e| e.attr("datetime")).and_then(when::stated);
    let shown =
        || own(".comment-metadata, .comment-meta, .comment-date").and_then(|e| when::stated(&one_line(&e.text().collect::<String>())));
    let url = own(".comment-metadata a[href], .comment-meta a[href]").and_then(|e| e.attr("href")).filter(|url| url.starts_with("http"));
    Some(Comment {
        author: author.unwrap_or_default().trim_end_matches(" says:").to_owned(),
        date: date.or_else(shown).unwrap_or_default(),
        text: words(content, false),
        url: url.unwrap_or_default().to_owned(),
        parent: None,
        depth: 0,
    })
}
