//! When something was said, as far as the map knows.

use jiff::civil::Date;

use crate::base::reckon::bounds_of;
use crate::model::{ArgumentMap, Attribution};

/// Between which days something was said. Both are missing where nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Not before.
    pub earliest: Option<Date>,
    /// Not after.
    pub latest: Option<Date>,
    /// Whether only the date of the source tells.
    pub by_source: bool,
}

impl When {
    /// The day by which it is put in order; `None` where it is undated.
    pub fn day(self) -> Option<Date> {
        self.earliest.or(self.latest)
    }

    /// Whether nothing says when it was.
    pub fn is_undated(self) -> bool {
        self.day().is_none()
    }
}

impl ArgumentMap {
    /// When an attribution was made: its own date, else its bounds, else by the date of its source. What a source reports of others was
    /// said no later than the source, but nobody knows how much earlier.
    pub fn when(&self, attribution: &Attribution) -> When {
        if let Some((low, high)) = bounds_of(&attribution.date) {
            return When { earliest: Some(low), latest: Some(high), by_source: false };
        }
        let dating = &attribution.dating;
        let (earliest, latest) = (bounds_of(&dating.earliest), bounds_of(&dating.latest));
        if earliest.is_some() || latest.is_some() {
            return When { earliest: earliest.map(|d| d.0), latest: latest.map(|d| d.1), by_source: false };
        }
        let Some(source) = attribution.source.and_then(|id| self.source(id)) else { return When::default() };
        let Some((low, high)) = bounds_of(&source.date) else { return When::default() };
        let own = source.authors.is_empty() || attribution.speaker.is_none_or(|speaker| source.authors.contains(&speaker));
        When { earliest: own.then_some(low), latest: Some(high), by_source: true }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Attribution, Dating, MapBuilder, Source, SourceKind, Speaker, SpeakerKind, Stance};

    #[test]
    fn what_others_said_was_no_later_than_the_source_that_tells_of_it() {
        let mut b = MapBuilder::new(1);
        let [troy, parry] = ["Troy", "Parry"].map(|name| b.speaker(Speaker::new(SpeakerKind::Person, name)));
        let source = b.source(Source { date: "2017-01".into(), authors: vec![parry], ..Source::new(SourceKind::Article, "Cracks") });
        let map = b.finish();
        let by = |speaker| Attribution { source: Some(source), ..Attribution::new(Some(speaker), Stance::Asserts) };
        let days = |a: &Attribution| {
            let when = map.when(a);
            (when.earliest.map(|d| d.to_string()), when.latest.map(|d| d.to_string()), when.by_source)
        };
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(days(&by(parry)), (day("2017-01-01"), day("2017-01-31"), true));
        assert_eq!(days(&by(troy)), (None, day("2017-01-31"), true));
        let dating = Dating { latest: "2016-12".into(), ..Dating::default() };
        assert_eq!(days(&Attribution { dating, ..by(troy) }), (None, day("2016-12-31"), false));
        assert_eq!(days(&Attribution { date: "2016".into(), ..by(troy) }), (day("2016-01-01"), day("2016-12-31"), false));
        assert!(map.when(&Attribution::new(None, Stance::Asserts)).is_undated());
    }
}
