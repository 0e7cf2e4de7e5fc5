//! Sources in the order in which they are read: each with what answers it, from the first to the last.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::SourceId;
use crate::model::ArgumentMap;

impl ArgumentMap {
    /// All sources, each followed by its answers in the order of their dates, with how many answers deep they are.
    pub fn threads(&self) -> Vec<(SourceId, usize)> {
        let mut answers: BTreeMap<Option<SourceId>, Vec<SourceId>> = BTreeMap::new();
        for (id, source) in self.sources() {
            answers.entry(source.in_reply_to.filter(|of| self.source(*of).is_some())).or_default().push(*id);
        }
        let place = |id: &SourceId| self.source(*id).map(|source| (source.date.clone(), *id));
        let name = |id: &SourceId| self.source(*id).map(|source| (source.label().to_lowercase(), *id));
        for (of, those) in &mut answers {
            if of.is_some() { those.sort_by_cached_key(place) } else { those.sort_by_cached_key(name) }
        }
        // What answers itself in a circle stands on its own.
        let starts = answers.remove(&None).unwrap_or_default().into_iter().chain(self.sources().keys().copied());
        let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
        for start in starts {
            let mut open = vec![(start, 0)];
            while let Some((id, depth)) = open.pop() {
                if seen.insert(id) {
                    found.push((id, depth));
                    open.extend(answers.get(&Some(id)).into_iter().flatten().rev().map(|answer| (*answer, depth + 1)));
                }
            }
        }
        found
    }

    /// The sources of the thread of `source` that are read after it.
    pub fn read_after(&self, source: SourceId) -> Vec<SourceId> {
        let mut rest = self.threads().into_iter().skip_while(|(id, _)| *id != source);
        rest.next();
        rest.take_while(|(_, depth)| *depth > 0).map(|(id, _)| id).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{MapBuilder, Source, SourceKind};

    #[test]
    fn threads_are_read_from_the_article_to_the_last_answer() {
        let mut b = MapBuilder::new(1);
        let mut add = |title: &str, date: &str, in_reply_to| {
            b.source(Source { date: date.into(), in_reply_to, ..Source::new(SourceKind::Comment, title) })
        };
        let article = add("The bridge", "2020-01-01", None);
        let late = add("Late", "2020-01-03", Some(article));
        let early = add("Early", "2020-01-02", Some(article));
        let answer = add("Answer to the early one", "2020-01-04", Some(early));
        let other = add("Another article", "2020-01-01", None);
        let map = b.finish();
        assert_eq!(map.threads(), [(other, 0), (article, 0), (early, 1), (answer, 2), (late, 1)]);
        assert_eq!(map.read_after(early), [answer, late]);
        assert!(map.read_after(other).is_empty() && map.read_after(late).is_empty());
    }
}
