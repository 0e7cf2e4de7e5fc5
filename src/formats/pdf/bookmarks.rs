//! The table of contents of a PDF: claims by group, or as the outline has them where there are no groups.

use std::collections::BTreeMap;

use emath::{Pos2, Rect, pos2};

use crate::analysis::Outline;
use crate::base::text::shorten;
use crate::base::{GroupId, NodeId};
use crate::model::ArgumentMap;
use crate::render::{Bookmark, PdfPage, Sheet};
use crate::tr;

/// Longest text of an entry, in code points.
const LONGEST: usize = 72;
/// Entries are nested no deeper: what is deeper stands with the last ones.
const DEEPEST: usize = 5;
/// Most claims that are listed; a list of more helps nobody.
const MOST: usize = 2_000;

/// The entries of the map.
pub(super) fn of_map(map: &ArgumentMap, sheet: &Sheet<'_>, pages: &[PdfPage<'_>], outline: &Outline) -> Vec<Bookmark> {
    let finder = Finder { map, sheet, pages };
    let title = map.meta().title.trim();
    let title = if title.is_empty() { tr!("pdf-map") } else { title };
    let children = if map.groups().is_empty() { finder.by_outline(outline) } else { finder.by_group(outline) };
    vec![Bookmark { title: shorten(title, LONGEST), page: 0, at: Pos2::ZERO, children }]
}

/// The entry of the pages with the outline.
pub(super) fn of_notes(page: usize) -> Bookmark {
    Bookmark { title: tr!("pdf-outline").to_owned(), page, at: Pos2::ZERO, children: Vec::new() }
}

struct Finder<'a> {
    map: &'a ArgumentMap,
    sheet: &'a Sheet<'a>,
    pages: &'a [PdfPage<'a>],
}

impl Finder<'_> {
    fn claim(&self, id: NodeId) -> Option<Bookmark> {
        let title = shorten(&self.map.claim(id)?.label().split_whitespace().collect::<Vec<_>>().join(" "), LONGEST);
        let on_sheet = self.sheet.rect_of(id)?;
        // The page that shows most of it.
        let seen = |page: &PdfPage<'_>| -> Option<(f32, Pos2)> {
            let (_, place, clip) = page.sheet.as_ref()?;
            let rect = place.rect(on_sheet);
            let seen = rect.intersect(clip.unwrap_or(Rect::EVERYTHING));
            seen.is_positive().then(|| (seen.area(), rect.min.max(pos2(0.0, 0.0))))
        };
        let places = self.pages.iter().enumerate().filter_map(|(number, page)| seen(page).map(|(area, at)| (area, number, at)));
        let (_, page, at) = places.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        Some(Bookmark { title, page, at, children: Vec::new() })
    }

    fn by_outline(&self, outline: &Outline) -> Vec<Bookmark> {
        let mut open: Vec<(usize, Bookmark)> = Vec::new();
        let mut done = Vec::new();
        let numbered = outline.rows().iter().enumerate().filter(|(index, _)| outline.number(*index).is_some());
        for (depth, bookmark) in numbered.take(MOST).filter_map(|(_, row)| Some((row.depth.min(DEEPEST), self.claim(row.node)?))) {
            close(&mut open, &mut done, depth);
            open.push((depth, bookmark));
        }
        close(&mut open, &mut done, 0);
        done
    }

    fn by_group(&self, outline: &Outline) -> Vec<Bookmark> {
        let mut claims: BTreeMap<Option<GroupId>, Vec<Bookmark>> = BTreeMap::new();
        let rows = outline.rows().iter().enumerate().filter(|(index, _)| outline.number(*index).is_some());
        for (_, row) in rows.take(MOST) {
            let group = self.map.claim(row.node).and_then(|claim| claim.group).filter(|id| self.map.groups().contains_key(id));
            if let Some(bookmark) = self.claim(row.node) {
                claims.entry(group).or_default().push(bookmark);
            }
        }
        let mut listed = self.groups_in(None, &mut claims, 0);
        listed.extend(claims.into_values().flatten());
        listed
    }

    /// The groups in a group with their claims, in the author's order.
    fn groups_in(&self, parent: Option<GroupId>, claims: &mut BTreeMap<Option<GroupId>, Vec<Bookmark>>, depth: usize) -> Vec<Bookmark> {
        let groups = self.map.groups();
        let is_here = |of: Option<GroupId>| of.filter(|id| groups.contains_key(id)) == parent;
        let mut here: Vec<(u32, GroupId)> = groups.iter().filter(|(_, g)| is_here(g.parent)).map(|(id, g)| (g.order, *id)).collect();
        here.sort_unstable();
        let mut listed = Vec::new();
        for (_, id) in here {
            let mut children = claims.remove(&Some(id)).unwrap_or_default();
            if depth < DEEPEST {
                children.extend(self.groups_in(Some(id), claims, depth + 1));
            }
            let title = groups.get(&id).map(|group| group.title.trim()).filter(|title| !title.is_empty()).unwrap_or(tr!("map-untitled"));
            if let Some(Bookmark { page, at, .. }) = children.first().cloned() {
                listed.push(Bookmark { title: shorten(title, LONGEST), page, at, children });
            }
        }
        listed
    }
}

/// Hands entries that are as deep as `depth` or deeper to those above them.
fn close(open: &mut Vec<(usize, Bookmark)>, done: &mut Vec<Bookmark>, depth: usize) {
    while let Some((_, bookmark)) = open.pop_if(|(above, _)| *above >= depth) {
        match open.last_mut() {
            Some((_, parent)) => parent.children.push(bookmark),
            None => done.push(bookmark),
        }
    }
}
