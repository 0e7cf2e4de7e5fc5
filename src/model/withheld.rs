//! What exports must not tell of confidential speakers beside their names: where they said something, and what they wrote. Nor of
//! confidential sources anything at all.
//!
//! Where a confidential speaker says something is not told, whoever wrote it: an address leads to the name. Nor is any source told that
//! a confidential speaker wrote. What others say in the same source is told with it, since nothing then leads from it to the speaker.

use std::collections::BTreeSet;

use crate::base::SourceId;
use crate::model::{ArgumentMap, Attribution, Source};

impl ArgumentMap {
    /// Whether the speaker of an attribution must not be named.
    pub fn is_confidential(&self, attribution: &Attribution) -> bool {
        attribution.speaker.and_then(|id| self.speaker(id)).is_some_and(|speaker| speaker.confidential)
    }

    /// The source of an attribution as exports tell it; `None` where there is none, or where it would tell who a confidential speaker is.
    pub fn told_source(&self, attribution: &Attribution) -> Option<(SourceId, &Source)> {
        let id = attribution.source.filter(|_| !self.is_confidential(attribution))?;
        let source = self.source(id).filter(|source| !self.is_by_confidential(source))?;
        Some((id, source))
    }

    /// The sources that exports do not tell: those that are confidential, what confidential speakers
    /// wrote, and where these alone say something.
    pub fn withheld_sources(&self) -> BTreeSet<SourceId> {
        let mut withheld: BTreeSet<SourceId> =
            self.attributions().filter(|(_, said)| self.is_confidential(said)).filter_map(|(_, said)| said.source).collect();
        for (_, said) in self.attributions() {
            if let Some((id, _)) = self.told_source(said) {
                withheld.remove(&id);
            }
        }
        withheld.extend(self.sources().iter().filter(|(_, source)| self.is_by_confidential(source)).map(|(id, _)| *id));
        withheld
    }

    fn is_by_confidential(&self, source: &Source) -> bool {
        source.confidential || source.authors.iter().any(|id| self.speaker(*id).is_some_and(|author| author.confidential))
    }
}
