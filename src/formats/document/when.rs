//! Dates as documents state them, brought to the form that the map keeps.

use crate::base::date::{is_stated_date, read_date};

/// Weekdays by their first letters, English and German.
const WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "fre", "sam", "son"];
/// Words around a date that say nothing.
const FILLERS: &[&str] =
    &["at", "on", "um", "uhr", "am", "posted", "published", "updated", "date:", "veröffentlicht", "vom", "|", "·", "•", "–", "-", "@"];
/// Names of time zones; the time is kept as it is stated.
const ZONES: &[&str] = &["utc", "gmt", "z", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "mez", "mesz", "bst"];
/// Longest text that can be a date.
const LONGEST: usize = 64;

/// A date with or without a time, as [`is_stated_date`] wants it; `None` where the text says anything else besides.
pub(super) fn stated(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if is_stated_date(text) {
        return Some(text.to_owned());
    }
    iso(text).or_else(|| worded(text))
}

/// A number of seconds since 1970, in UTC.
pub(super) fn of_seconds(seconds: i64) -> Option<String> {
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(time.strftime("%Y-%m-%dT%H:%M").to_string())
}

/// `D:20170105183300+01'00'`, as PDF has it.
pub(super) fn of_pdf(text: &str) -> Option<String> {
    let digits: String = text.trim().trim_start_matches("D:").chars().take_while(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits.get(from..to);
    let day = format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let with_time = part(8, 10).zip(part(10, 12)).map(|(h, m)| format!("{day}T{h}:{m}")).filter(|t| is_stated_date(t));
    with_time.or(Some(day)).filter(|t| is_stated_date(t))
}

/// `2017-01-05T18:33:07.120+01:00`, with a space in the place of the T, or the start of one.
fn iso(text: &str) -> Option<String> {
    let day = text.get(..10).filter(|day| is_stated_date(day))?;
    let rest = text.get(10..)?.strip_prefix(['T', ' ', 't'])?;
    let time = rest.get(..5)?;
    let tail = rest.get(5..)?;
    let is_zone = |c: char| c.is_ascii_digit() || ":.+-Zz ".contains(c);
    let tail_ok = tail.chars().all(is_zone) || ZONES.contains(&tail.trim().to_lowercase().as_str());
    Some(format!("{day}T{time}")).filter(|t| tail_ok && is_stated_date(t))
}

/// `Thu, 05 Jan 2017 18:33:00 +0000`, `January 5, 2017 at 6:33 pm`, `4. Januar 2017 um 18:33 Uhr`.
fn worded(text: &str) -> Option<String> {
    let mut time = None;
    let mut half = None;
    let mut rest: Vec<String> = Vec::new();
    for word in text.replace(['(', ')', '\u{a0}', '\u{202f}'], " ").split_whitespace() {
        let lower = word.to_lowercase();
        let plain = lower.trim_matches([',', '.']);
        if let Some((clock, suffix)) = clock(plain) {
            if time.is_some() {
                return None;
            }
            time = Some(clock);
            half = half.or(suffix);
        } else if time.is_some() && matches!(plain, "am" | "pm" | "a.m" | "p.m") {
            half = half.or(Some(plain.starts_with('p')));
        } else if time.is_some() && (ZONES.contains(&plain) || is_offset(plain)) || FILLERS.contains(&plain) || is_weekday(plain) {
        } else {
            rest.push(word.to_owned());
        }
    }
    let rest = rest.join(" ");
    let rest = rest.trim_matches([',', ' ', ':', ';']);
    let day = if is_stated_date(rest) { rest.to_owned() } else { read_date(rest)? };
    let Some((hour, minute)) = time else { return Some(day) };
    let hour = match half {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    Some(format!("{day}T{hour:02}:{minute:02}")).filter(|t| is_stated_date(t))
}

/// `18:33`, `6:33:07`, `6:33pm`: hour, minute, and whether it says afternoon.
fn clock(word: &str) -> Option<((u32, u32), Option<bool>)> {
    let (digits, half) = match (word.strip_suffix("pm"), word.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(true)),
        (_, Some(digits)) => (digits, Some(false)),
        (None, None) => (word, None),
    };
    let mut parts = digits.split(':');
    let mut number = |longest: usize| parts.next().filter(|p| !p.is_empty() && p.len() <= longest && p.bytes().all(|b| b.is_ascii_digit()));
    let (hour, minute) = (number(2)?.parse().ok()?, number(2)?.parse().ok()?);
    (hour < 24 && minute < 60 && parts.count() <= 1).then_some(((hour, minute), half))
}

fn is_offset(word: &str) -> bool {
    word.len() > 1 && word.starts_with(['+', '-']) && word[1..].bytes().all(|b| b.is_ascii_digit() || b == b':')
}

fn is_weekday(word: &str) -> bool {
    let long = ["day", "tag", "woch"].iter().any(|part| word.contains(part));
    word.len() >= 3 && (long || word.len() <= 4) && WEEKDAYS.iter().any(|day| word.starts_with(day))
}

#[cfg(test)]
mod tests {
    use super::{of_pdf, of_seconds, stated};

    #[test]
    fn usual_ways_to_state_a_time() {
        for (text, expected) in [
            ("January 5, 2017 at 18:33", Some("2017-01-05T18:33")),
            ("Jan 5, 2017, 6:33 PM", Some("2017-01-05T18:33")),
            ("January 5, 2017 at 12:03 am", Some("2017-01-05T00:03")),
            ("Thu, 05 Jan 2017 18:33:00 +0000", Some("2017-01-05T18:33")),
            ("Donnerstag, 5. Januar 2017 um 18:33 Uhr", Some("2017-01-05T18:33")),
            ("2017-01-05T18:33:07+01:00", Some("2017-01-05T18:33")),
            ("2017-01-05 18:33:07", Some("2017-01-05T18:33")),
            ("2017-01-05T18:33:07.120Z", Some("2017-01-05T18:33")),
            ("5.1.2017, 18:33", Some("2017-01-05T18:33")),
            ("Published on 5 January 2017", Some("2017-01-05")),
            ("Monday, March 6, 2017", Some("2017-03-06")),
            ("2017", Some("2017")),
            ("March 2017", Some("2017-03")),
            ("They met on January 5, 2017 in Boston", None),
            ("on Monday", None),
            ("", None),
        ] {
            assert_eq!(stated(text).as_deref(), expected, "{text}");
        }
        assert_eq!(of_seconds(1_483_641_180).as_deref(), Some("2017-01-05T18:33"));
        assert_eq!(of_pdf("D:20170105183300+01'00'").as_deref(), Some("2017-01-05T18:33"));
        assert_eq!(of_pdf("D:20170105").as_deref(), Some("2017-01-05"));
        assert_eq!(of_pdf("yesterday"), None);
    }
}
