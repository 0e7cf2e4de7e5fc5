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

#[cfg(test)]
mod tests {
    use super::is_stated_date;

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
