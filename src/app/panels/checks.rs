//! What is wrong with a value while it is being typed. The same faults are found in the whole map by `model::validate`.

use crate::base::date::{is_stated_date, read_date};
use crate::base::{NodeId, SpeakerId};
use crate::model::{ArgumentMap, SpeakerKind, same_claim};
use crate::tr;

/// So long nothing must have changed before a large map is looked at, in seconds.
const QUIET_SECS: f64 = 0.25;

/// What was asked last, since when, and the answer once it is known.
type Asked<T> = (T, String, f64, Option<Option<String>>);

/// The answer of a check that looks at the whole map, asked once as long as neither `of` nor the text is another. Where the map is
/// `large`, the answer comes when nothing has changed for a moment, so that nobody waits for it at every key.
pub(crate) fn once<T: Clone + PartialEq + Send + Sync + 'static>(
    ctx: &egui::Context,
    of: T,
    text: &str,
    large: bool,
    check: impl FnOnce() -> Option<String>,
) -> Option<String> {
    let place = egui::Id::unique("the last check");
    let now = ctx.time();
    let mut since = now;
    if let Some((asked, said, first, answer)) = ctx.data(|d| d.get_temp::<Asked<T>>(place))
        && (&asked, said.as_str()) == (&of, text)
    {
        if let Some(answer) = answer {
            return answer;
        }
        since = first;
    }
    let wait = since + QUIET_SECS - now;
    let answer = if large && wait > 0.0 {
        ctx.request_repaint_after_secs(wait as f32 + 0.01);
        None
    } else {
        Some(check())
    };
    ctx.data_mut(|d| d.insert_temp(place, (of, text.to_owned(), since, answer.clone())));
    answer.flatten()
}

/// A date as precise as it is stated, or none.
pub(crate) fn date(text: &str) -> Option<String> {
    if text.is_empty() || is_stated_date(text) {
        return None;
    }
    Some(read_date(text).map_or_else(|| tr!("check-date").to_owned(), |date| tr!("check-date-as", date = date)))
}

/// An address of the web, or none.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fits = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && !text.contains(char::is_whitespace));
    (!text.is_empty() && !fits).then(|| tr!("check-address").to_owned())
}

/// A claim says something, and nothing that another says already.
pub(crate) fn claim(map: &ArgumentMap, id: NodeId, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some(tr!("check-claim-empty").to_owned());
    }
    // Lengths first: this runs at every key.
    let near = |other: &str| other.len().abs_diff(text.len()) <= 4;
    let twin = map.claims().any(|(other, claim)| other != id && near(&claim.text) && same_claim(&claim.text, text));
    twin.then(|| tr!("check-claim-twin").to_owned())
}

/// A speaker has a name, and not that of another.
pub(crate) fn speaker(map: &ArgumentMap, id: SpeakerId, kind: SpeakerKind, name: &str) -> Option<String> {
    let name = name.trim();
    if name.is_empty() {
        return (kind != SpeakerKind::Anonymous).then(|| tr!("check-speaker-empty").to_owned());
    }
    let twin = map.speakers().iter().any(|(other, speaker)| *other != id && speaker.name.trim().eq_ignore_ascii_case(name));
    twin.then(|| tr!("check-speaker-twin").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_while_they_are_typed() {
        assert_eq!(date("2016-11"), None);
        assert!(date("14 Nov 2016").is_some_and(|said| said.contains("2016-11-14")));
        assert!(date("soon").is_some());
        for good in ["", "https://example.org/a?b=c", "http://example.org"] {
            assert_eq!(address(good), None, "{good}");
        }
        for bad in ["example.org", "https://", "https:///x", "https://exam ple.org", "ftp://example.org"] {
            assert!(address(bad).is_some(), "{bad}");
        }
    }
}
