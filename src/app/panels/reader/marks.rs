//! What is marked in a text, and how that is drawn: by colour and by the line under it.

use std::ops::Range;

use egui::{Color32, Pos2, Shape, Stroke, Ui, pos2};

use super::heard;
use crate::app::theme::Palette;
use crate::base::{NodeId, SourceId};
use crate::editor::Editor;
use crate::model::Stance;
use crate::provenance::anchor::Anchor;
use crate::render::Ink;
use crate::render::Theme;

/// Why words are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// An attribution quotes them.
    Said(NodeId, Stance),
    /// Somebody seems to say them: the number of the proposal.
    Proposed(usize),
    /// They were looked for.
    Found,
}

/// Words that are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Code points.
    pub(super) range: Range<u32>,
    pub(super) why: Reason,
    /// Whether it is the one that is looked at.
    pub(super) current: bool,
}

/// A quotation that has no certain place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    pub(super) attribution: NodeId,
    pub(super) words: String,
    /// Where it may stand.
    pub(super) places: Vec<Range<u32>>,
}

/// Where the quotations from a version of a source's text stand in it, and those that have no certain place.
pub(super) fn passages(editor: &Editor, source: SourceId, version: usize, part: impl Fn(&Range<u32>) -> String) -> (Vec<Mark>, Vec<Lost>) {
    let map = editor.map();
    let is_latest = map.source(source).is_some_and(|entry| version + 1 == entry.texts.len());
    let (mut marks, mut lost) = (Vec::new(), Vec::new());
    for checked in editor.quotations() {
        let Some(said) = map.attribution(checked.attribution).filter(|_| checked.source == Some(source)) else { continue };
        let Some(quote) = said.quotes.get(checked.quote) else { continue };
        let stance = map.attribution(heard(map, checked.attribution)).map_or(said.stance, |one| one.stance);
        let mark = |range: Range<u32>| Mark { range, why: Reason::Said(checked.attribution, stance), current: false };
        let missing =
            |places: &[Range<u32>]| Lost { attribution: checked.attribution, words: quote.exact.clone(), places: places.to_vec() };
        if is_latest {
            match &checked.anchor {
                Some(Anchor::Anchored(range) | Anchor::Moved(range)) => marks.push(mark(range.clone())),
                Some(Anchor::Ambiguous(places)) => lost.push(missing(places)),
                Some(Anchor::Orphaned) => lost.push(missing(&[])),
                None => {}
            }
            continue;
        }
        // An older version: where the verifier found it there, or where its own position still has these words.
        let own = quote.range.map(|(start, end)| start..end).filter(|range| part(range) == quote.exact);
        let there = checked.at.clone().filter(|_| checked.version == Some(version));
        marks.extend(there.or(own).map(mark));
    }
    marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    (marks, lost)
}

impl Mark {
    /// The colour behind its words.
    pub(super) fn wash(&self, palette: &Palette, theme: Theme) -> Color32 {
        match self.why {
            Reason::Found => palette.found_wash,
            Reason::Proposed(_) if self.current => palette.accent_wash,
            Reason::Proposed(_) => Color32::TRANSPARENT,
            Reason::Said(_, stance) => ink(theme, stance).gamma_multiply(if self.current { 0.32 } else { 0.15 }),
        }
    }

    /// Whether its speaker stands in the margin.
    pub(super) fn names_speaker(&self) -> bool {
        match self.why {
            Reason::Said(..) => true,
            Reason::Proposed(_) => self.current,
            Reason::Found => false,
        }
    }

    /// Draws the line under a piece of it.
    pub(super) fn underline(&self, ui: &Ui, theme: Theme, palette: &Palette, from: Pos2, to: f32) {
        let end = pos2(to, from.y);
        let painter = ui.painter();
        let line = |y: f32, stroke: Stroke| painter.line_segment([pos2(from.x, from.y + y), pos2(to, from.y + y)], stroke);
        match self.why {
            Reason::Found => drop(self.current.then(|| line(0.0, Stroke::new(2.0, palette.found)))),
            Reason::Proposed(_) if self.current => drop(line(0.0, Stroke::new(2.0, palette.accent))),
            Reason::Proposed(_) => painter.extend(Shape::dotted_line(&[from, end], palette.accent, 3.0, 0.75)),
            Reason::Said(_, stance) => {
                let color = ink(theme, stance);
                match stance {
                    Stance::Asserts => drop(line(0.0, Stroke::new(1.5, color))),
                    Stance::Endorses => {
                        line(-1.0, Stroke::new(1.0, color));
                        line(1.5, Stroke::new(1.0, color));
                    }
                    Stance::Denies => drop(painter.add(Shape::line(zigzag(from, to), Stroke::new(1.25, color)))),
                    Stance::Questions => painter.extend(Shape::dotted_line(&[from, end], color, 4.0, 1.25)),
                    Stance::Reports => painter.extend(Shape::dashed_line(&[from, end], Stroke::new(1.5, color), 6.0, 3.0)),
                }
            }
        }
    }
}

fn zigzag(from: Pos2, to: f32) -> Vec<Pos2> {
    let steps = ((to - from.x) / 3.0).max(1.0) as usize;
    (0..=steps).map(|step| pos2((from.x + step as f32 * 3.0).min(to), from.y + if step % 2 == 0 { 1.25 } else { -1.25 })).collect()
}

fn ink(theme: Theme, stance: Stance) -> Color32 {
    theme.color(match stance {
        Stance::Asserts => Ink::Fact,
        Stance::Endorses => Ink::Support,
        Stance::Denies => Ink::Rebuttal,
        Stance::Questions => Ink::Cause,
        Stance::Reports => Ink::Restatement,
    })
}
