//! Dates as sources state them: a year, a month, a day, or a minute (ISO 8601, reduced precision).

/// Whether `text` is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`, with each part in its range.
pub fn is_stated_date(text: &str) -> bool {
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let parts: Vec<&str> = day.split('-').collect();
    let number = |s: &str, len: usize| (s.len() == len && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<u32>().ok()).flatten();
    let Some(year) = parts.first().and_then(|p| number(p, 4)) else { return false };
    let month = parts.get(1).map(|p| number(p, 2).filter(|m| (1..=12).contains(m)));
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last_day = |m: u32| match m {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day_ok = match (month, parts.get(2)) {
        (Some(None), _) => false,
        (_, None) => true,
        (Some(Some(m)), Some(p)) => number(p, 2).is_some_and(|d| (1..=last_day(m)).contains(&d)),
        (None, Some(_)) => false,
    };
    let time_ok = match time {
        None => true,
        Some(time) => {
            parts.len() == 3
                && time.split_once(':').is_some_and(|(h, m)| number(h, 2).is_some_and(|h| h < 24) && number(m, 2).is_some_and(|m| m < 60))
        }
    };
    parts.len() <= 3 && day_ok && time_ok
}

/// A stated date as people read it in a list: still in the order of time, the hour set off.
pub fn shown(text: &str) -> String {
    if is_stated_date(text) { text.replace('T', " ") } else { text.to_owned() }
}

/// The date that an address has in it, as those of newspapers and blogs do: `…/2004/03/12/…`, `…/2017/jan/03/…`, `…/2004-03-12-…`.
pub fn of_address(url: &str) -> Option<String> {
    let (_, path) = url.split_once("://").unwrap_or(("", url));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let is_number = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let is_year = |part: &str| is_number(part, 4) && ("1990"..="2099").contains(&part);
    for (at, part) in parts.iter().enumerate() {
        let day = part.get(..10).filter(|day| is_stated_date(day) && part.as_bytes().get(10).is_none_or(|b| !b.is_ascii_digit()));
        if let Some(day) = day.filter(|day| is_year(&day[..4])) {
            return Some(day.to_owned());
        }
        let Some(month) = parts.get(at + 1).filter(|_| is_year(part)) else { continue };
        let lower = month.to_lowercase();
        let named = || MONTHS.iter().find(|(name, _)| lower.len() == 3 && lower == *name).map(|(_, month)| *month);
        let Some(month) = month.parse().ok().filter(|_| is_number(month, 2)).or_else(named) else { continue };
        let month = format!("{part}-{month:02}");
        let day = parts.get(at + 2).filter(|day| is_number(day, 2)).map(|day| format!("{month}-{day}"));
        if let Some(date) = day.filter(|day| is_stated_date(day)).or(Some(month)).filter(|date| is_stated_date(date)) {
            return Some(date);
        }
    }
    None
}

/// Names of the months by their first letters, English and German.
const MONTHS: &[(&str, u32)] = &[
    ("jan", 1),
    ("jän", 1),
    ("feb", 2),
    ("mar", 3),
    ("mär", 3),
    ("apr", 4),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
];

/// A date in one of the usual notations, as [`is_stated_date`] wants it: `14 November 2016`, `Nov. 14, 2016`, `14.11.2016`,
/// `2016/11/14`, `November 2016`. `None` where day and month could be exchanged (`3/4/2016`) or something else is said besides.
pub fn read_date(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| c.is_whitespace() || ",./-".contains(c)).filter(|w| !w.is_empty()).collect();
    let ordinal = |word: &str| ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word).parse::<u32>().ok();
    let month = |word: &str| MONTHS.iter().find(|(start, _)| word.starts_with(start)).map(|(_, number)| *number);
    let year = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() == 4);
    let dotted = text.contains('.');
    let (y, m, d) = match *words.as_slice() {
        [a, b] => (year(b)?, month(a)?, None),
        [a, b, c] => match (month(a), month(b), year(a)) {
            (Some(m), _, _) => (year(c)?, m, Some(ordinal(b)?)),
            (_, Some(m), _) => (year(c)?, m, Some(ordinal(a)?)),
            (_, _, Some(y)) => (y, b.parse().ok()?, Some(c.parse().ok()?)),
            (None, None, None) => {
                let (first, second): (u32, u32) = (a.parse().ok()?, b.parse().ok()?);
                match () {
                    // Only where dates are written with full stops does the day come first for certain.
                    () if dotted || first > 12 || first == second => (year(c)?, second, Some(first)),
                    () if second > 12 => (year(c)?, first, Some(second)),
                    () => return None,
                }
            }
        },
        _ => return None,
    };
    let written = d.map_or_else(|| format!("{y:04}-{m:02}"), |d| format!("{y:04}-{m:02}-{d:02}"));
    is_stated_date(&written).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::{is_stated_date, read_date, shown};

    #[test]
    fn addresses_have_dates_in_them() {
        for (url, date) in [
            ("https://essentialopinion.example/2017/01/03/cracks/", Some("2017-01-03")),
            ("http://a.example/sites/x/2016/11/22/how-he-won/#4e6307e72f50", Some("2016-11-22")),
            ("https://a.example/2004/03/12", Some("2004-03-12")),
            ("https://a.example/world/2017/jan/03/cracks", Some("2017-01-03")),
            ("https://a.example/news/2004-03-12-cracks.html", Some("2004-03-12")),
            ("https://a.example/2004/03/cracks", Some("2004-03")),
            ("https://a.example/2004/13/12/x", None),
            ("https://a.example/1234/03/12/x", None),
            ("https://a.example/page?d=/2004/03/12/", None),
            ("https://2004/03/12x", None),
            ("", None),
        ] {
            assert_eq!(super::of_address(url).as_deref(), date, "{url}");
        }
    }

    #[test]
    fn usual_notations() {
        for (text, date) in [
            ("14 November 2016", Some("2016-11-14")),
            ("Nov. 14, 2016", Some("2016-11-14")),
            ("November 14th, 2016", Some("2016-11-14")),
            ("14. März 2016", Some("2016-03-14")),
            ("4.3.2016", Some("2016-03-04")),
            ("2016/3/4", Some("2016-03-04")),
            ("2016-3-4", Some("2016-03-04")),
            ("11/14/2016", Some("2016-11-14")),
            ("14/11/2016", Some("2016-11-14")),
            ("Nov 2016", Some("2016-11")),
            ("3/4/2016", None),
            ("31 February 2016", None),
            ("last month", None),
            ("14 November 2016 in the evening", None),
            ("", None),
        ] {
            assert_eq!(read_date(text).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn dates_are_shown_without_signs_for_machines() {
        for (text, wanted) in [("2024-03-12T17:05", "2024-03-12 17:05"), ("2024", "2024"), ("Thursday", "Thursday")] {
            assert_eq!(shown(text), wanted);
        }
    }

    #[test]
    fn stated_dates() {
        for good in ["2016", "2016-11", "2016-11-14", "2017-01-05T18:33", "2016-02-29"] {
            assert!(is_stated_date(good), "{good}");
        }
        for bad in ["", "16", "2016-13", "2015-02-29", "2016-11-14T25:00", "2016T10:00", "Nov 14", "2016-11-14-02", "2016-1-1"] {
            assert!(!is_stated_date(bad), "{bad}");
        }
    }
}
