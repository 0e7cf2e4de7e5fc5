//! Whether a page of a PDF comes to an end: pieces of a page can call each other, and what inherits can go round in a circle. The reader
//! of the format follows them without counting.

use pdf_extract::{Dictionary, Document as File, Object, ObjectId};

/// Levels of pieces within pieces that are followed.
const MAX_DEPTH: usize = 24;
/// Pieces of one page that are followed.
const MAX_CALLS: usize = 10_000;

/// Most streams that one page is made of.
const MAX_PARTS: usize = 1_000;

/// Whether reading a page comes to an end. `left` is how many bytes may still be unpacked for that.
pub(super) fn ends(file: &File, page: ObjectId, left: &mut usize) -> bool {
    let Some(resources) = inherited(file, page) else { return false };
    let parts = file.get_page_contents(page);
    // Parts that stand there again and again would be unpacked as often.
    if parts.len() > MAX_PARTS || parts.iter().filter(|part| **part == parts[0]).count() > 8 {
        return false;
    }
    let Ok(content) = file.get_page_content(page) else { return false };
    follow(file, &content, resources, 0, &mut Work { calls: 0, left })
}

/// What has been done for a page.
struct Work<'a> {
    calls: usize,
    left: &'a mut usize,
}

/// What a page has at its disposal; `None` where what it belongs to goes round in a circle.
fn inherited(file: &File, page: ObjectId) -> Option<Option<&Dictionary>> {
    let mut at = file.get_dictionary(page).ok()?;
    let mut found = None;
    for _ in 0..MAX_DEPTH {
        found = found.or_else(|| at.get(b"Resources").ok().and_then(|object| dictionary(file, object)));
        match at.get(b"Parent").and_then(Object::as_reference).and_then(|above| file.get_dictionary(above)) {
            Ok(above) => at = above,
            Err(_) => return Some(found),
        }
    }
    None
}

fn follow(file: &File, content: &[u8], resources: Option<&Dictionary>, depth: usize, work: &mut Work<'_>) -> bool {
    let Some(left) = work.left.checked_sub(content.len()) else { return false };
    *work.left = left;
    let Some(pieces) = resources.and_then(|r| r.get(b"XObject").ok()).and_then(|object| dictionary(file, object)) else { return true };
    for name in called(content) {
        work.calls += 1;
        if depth >= MAX_DEPTH || work.calls > MAX_CALLS {
            return false;
        }
        let Some(Object::Stream(piece)) = pieces.get(name).ok().and_then(|object| resolved(file, object)) else { continue };
        if piece.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image") {
            continue;
        }
        let own = piece.dict.get(b"Resources").ok().and_then(|object| dictionary(file, object));
        let words = piece.decompressed_content().unwrap_or_else(|_| piece.content.clone());
        if !follow(file, &words, own.or(resources), depth + 1, work) {
            return false;
        }
    }
    true
}

/// The names before the operator that calls a piece.
fn called(content: &[u8]) -> Vec<&[u8]> {
    let is_end = |b: &u8| b.is_ascii_whitespace() || *b == 0;
    let mut names = Vec::new();
    let mut last: &[u8] = b"";
    for word in content.split(is_end).filter(|word| !word.is_empty()) {
        // A name may stand right behind something else.
        let name = last.iter().rposition(|b| *b == b'/').map(|at| &last[at + 1..]);
        if word.starts_with(b"Do")
            && let Some(name) = name
        {
            names.push(name);
        }
        last = word;
    }
    names
}

fn resolved<'a>(file: &'a File, object: &'a Object) -> Option<&'a Object> {
    if let Object::Reference(id) = object { file.get_object(*id).ok() } else { Some(object) }
}

fn dictionary<'a>(file: &'a File, object: &'a Object) -> Option<&'a Dictionary> {
    resolved(file, object)?.as_dict().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn calls_are_found() {
        assert_eq!(super::called(b"q 1 0 0 1 0 0 cm\n/Fm0 Do\nQ/Im1 Do (/No) Tj"), [b"Fm0".as_slice(), b"Im1"]);
    }
}
