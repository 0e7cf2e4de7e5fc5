//! Where words stand in a text, whatever stands around them.

use std::ops::Range;

use super::fit::{best_fit, distance};
use super::index::TextIndex;
use super::normal::Normal;

/// How many places that may be meant are looked at.
const PLACES: usize = 6;
/// The largest share of characters that may have been changed.
const CHANGED: f64 = 0.55;

impl TextIndex {
    /// Where exactly these words stand, in code points of the text.
    pub fn places(&self, words: &str) -> Vec<Range<u32>> {
        let wanted = Normal::new(words);
        let wanted = &wanted.chars()[wanted.part(0..u32::MAX)];
        let hits = self.hits(wanted).into_iter().map(|at| at..at + wanted.len());
        hits.filter(|at| self.is_whole_words(at)).map(|at| self.normal().original(at)).collect()
    }

    /// What in the text, or in a part of it, is most like these words; nothing where nothing is.
    pub fn nearest(&self, words: &str, within: Option<Range<u32>>) -> Option<Range<u32>> {
        let wanted = Normal::new(words);
        let wanted = &wanted.chars()[wanted.part(0..u32::MAX)];
        let inside = within.map(|within| self.normal().part(within));
        let starts = match &inside {
            Some(part) if part.len() <= 4 * wanted.len() + 800 => vec![part.start],
            _ => self.likely(wanted, PLACES),
        };
        let fits = starts.into_iter().filter_map(|start| {
            let room = inside.as_ref().map_or(0, |part| part.len());
            let reach = (wanted.len() / 2).clamp(32, 400).max(room);
            let from = start.saturating_sub(reach);
            let fit = best_fit(wanted, self.chars(from..start + wanted.len() + 2 * reach), start - from, reach)?;
            let at = self.to_words(from + fit.at.start..from + fit.at.end);
            let outside = inside.as_ref().is_some_and(|part| at.start < part.start || at.end > part.end);
            let there = self.chars(at.clone());
            let share = distance(wanted, there) as f64 / wanted.len().max(there.len()).max(1) as f64;
            (share <= CHANGED && !outside && !at.is_empty()).then_some((share, at))
        });
        let (_, at) = fits.min_by(|(one, a), (other, b)| one.total_cmp(other).then(a.start.cmp(&b.start)))?;
        Some(self.normal().original(at))
    }
}
