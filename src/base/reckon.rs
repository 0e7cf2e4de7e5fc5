//! Dates that are counted from another date: "last month", "three days ago", "vor zwei Jahren". Each becomes the days between which
//! it must have been; what could mean several things is not guessed at.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::base::date::is_stated_date;

/// The first and last day of a stated date: `2016-11` is 1 to 30 November.
pub fn bounds_of(date: &str) -> Option<(Date, Date)> {
    if !is_stated_date(date) {
        return None;
    }
    let mut parts = date.split('T').next()?.split('-').map(str::parse::<i16>);
    let year = parts.next()?.ok()?;
    let (month, day) = (parts.next().and_then(Result::ok), parts.next().and_then(Result::ok));
    let whole = |month: i16, day: i16| Date::new(year, month as i8, day as i8).ok();
    match (month, day) {
        (Some(month), Some(day)) => whole(month, day).map(|day| (day, day)),
        (Some(month), None) => whole(month, 1).map(|first| (first, first.last_of_month())),
        (None, _) => Some((whole(1, 1)?, whole(12, 31)?)),
    }
}

/// Between which days something was that `words` date from another date: `last month` from 2017-01-04 is 2016-12-01 to 2016-12-31.
pub fn reckon(words: &str, from: &str) -> Option<(Date, Date)> {
    let (low, high) = bounds_of(from)?;
    let lower = words.trim().trim_end_matches(['.', ',']).to_lowercase();
    let mut said: Vec<&str> = lower.split_whitespace().filter(|word| !FILLERS.contains(word)).collect();
    if let [first, rest @ ..] = said.as_slice()
        && ["earlier", "later", "früher", "am", "on", "in", "im"].contains(first)
        && !rest.is_empty()
    {
        said = rest.to_vec();
    }
    // A date that is itself inexact widens the answer.
    let (a, b) = (apply(&said, low)?, apply(&said, high)?);
    Some((a.0.min(b.0), a.1.max(b.1)))
}

const FILLERS: &[&str] = &["the", "about", "some", "just", "only", "over", "etwa", "rund", "erst", "der", "den", "dem", "des", "of"];

/// A stretch of the calendar.
#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

const UNITS: &[(&[&str], Unit)] = &[
    (&["day", "days", "tag", "tage", "tagen"], Unit::Day),
    (&["week", "weeks", "woche", "wochen"], Unit::Week),
    (&["month", "months", "monat", "monate", "monaten", "monats"], Unit::Month),
    (&["year", "years", "jahr", "jahre", "jahren", "jahres"], Unit::Year),
];

const NUMBERS: &[(&[&str], i32)] = &[
    (&["a", "an", "one", "ein", "eine", "einem", "einer"], 1),
    (&["two", "zwei"], 2),
    (&["three", "drei"], 3),
    (&["four", "vier"], 4),
    (&["five", "fünf"], 5),
    (&["six", "sechs"], 6),
    (&["seven", "sieben"], 7),
    (&["eight", "acht"], 8),
    (&["nine", "neun"], 9),
    (&["ten", "zehn"], 10),
];

const WEEKDAYS: &[(&[&str], Weekday)] = &[
    (&["monday", "montag"], Weekday::Monday),
    (&["tuesday", "dienstag"], Weekday::Tuesday),
    (&["wednesday", "mittwoch"], Weekday::Wednesday),
    (&["thursday", "donnerstag"], Weekday::Thursday),
    (&["friday", "freitag"], Weekday::Friday),
    (&["saturday", "samstag", "sonnabend"], Weekday::Saturday),
    (&["sunday", "sonntag"], Weekday::Sunday),
];

const MONTHS: &[(&[&str], i8)] = &[
    (&["january", "januar", "jänner"], 1),
    (&["february", "februar"], 2),
    (&["march", "märz"], 3),
    (&["april"], 4),
    (&["may", "mai"], 5),
    (&["june", "juni"], 6),
    (&["july", "juli"], 7),
    (&["august"], 8),
    (&["september"], 9),
    (&["october", "oktober"], 10),
    (&["november"], 11),
    (&["december", "dezember"], 12),
];

fn named<T: Copy>(table: &[(&[&str], T)], word: &str) -> Option<T> {
    table.iter().find(|(names, _)| names.contains(&word)).map(|(_, value)| *value)
}

fn number(word: &str) -> Option<i32> {
    named(NUMBERS, word).or_else(|| word.parse().ok().filter(|n| (1..=1000).contains(n)))
}

fn is_last(word: &str) -> bool {
    ["last", "previous", "past"].contains(&word) || ["letzt", "vorig", "vergangen"].iter().any(|stem| word.starts_with(stem))
}

fn is_this(word: &str) -> bool {
    word == "this" || word.starts_with("dies")
}

fn apply(said: &[&str], from: Date) -> Option<(Date, Date)> {
    match *said {
        ["today" | "heute"] => Some((from, from)),
        ["yesterday" | "gestern"] => ago(1, Unit::Day, from),
        ["vorgestern"] => ago(2, Unit::Day, from),
        [n, unit, "ago" | "before" | "earlier" | "previously"] | ["vor", n, unit] => ago(number(n)?, named(UNITS, unit)?, from),
        [which, what] if is_last(which) => match (named(UNITS, what), named(WEEKDAYS, what), named(MONTHS, what)) {
            (Some(unit), _, _) => ago(1, unit, from),
            (_, Some(weekday), _) => day(from.nth_weekday(-1, weekday).ok()?),
            (_, _, Some(month)) => last_month(month, from),
            (None, None, None) => None,
        },
        // Of what is over already: from its beginning to the day from which it is counted.
        [which, what] if is_this(which) => Some((whole(named(UNITS, what)?, from)?.0, from)),
        [weekday] if named(WEEKDAYS, weekday).is_some() => {
            // On the day itself or in the week before.
            let weekday = named(WEEKDAYS, weekday)?;
            if from.weekday() == weekday { day(from) } else { day(from.nth_weekday(-1, weekday).ok()?) }
        }
        [month] => last_month(named(MONTHS, month)?, from),
        _ => None,
    }
}

fn day(day: Date) -> Option<(Date, Date)> {
    Some((day, day))
}

/// The last such month that had begun.
fn last_month(month: i8, from: Date) -> Option<(Date, Date)> {
    let year = if month <= from.month() { from.year() } else { from.year() - 1 };
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.last_of_month()))
}

/// "Two weeks ago" is some day of the week before last: what is counted in long units is no more exact than these.
fn ago(n: i32, unit: Unit, from: Date) -> Option<(Date, Date)> {
    let back: Span = match unit {
        Unit::Day => n.days(),
        Unit::Week => n.weeks(),
        Unit::Month => n.months(),
        Unit::Year => n.years(),
    };
    whole(unit, from.checked_sub(back).ok()?)
}

/// The whole day, week (from Monday), month or year in which a day lies.
fn whole(unit: Unit, of: Date) -> Option<(Date, Date)> {
    Some(match unit {
        Unit::Day => (of, of),
        Unit::Week => {
            let monday = of.checked_sub(i32::from(of.weekday().to_monday_zero_offset()).days()).ok()?;
            (monday, monday.checked_add(6.days()).ok()?)
        }
        Unit::Month => (of.first_of_month(), of.last_of_month()),
        Unit::Year => (of.first_of_year(), of.last_of_year()),
    })
}

#[cfg(test)]
mod tests {
    use super::{bounds_of, reckon};

    #[test]
    fn inexact_dates_have_bounds() {
        for (date, low, high) in [
            ("2016", "2016-01-01", "2016-12-31"),
            ("2016-02", "2016-02-01", "2016-02-29"),
            ("2016-11-14", "2016-11-14", "2016-11-14"),
            ("2016-11-14T10:30", "2016-11-14", "2016-11-14"),
        ] {
            assert_eq!(bounds_of(date).map(|(a, b)| (a.to_string(), b.to_string())), Some((low.to_owned(), high.to_owned())), "{date}");
        }
        assert_eq!(bounds_of("soon"), None);
    }

    #[test]
    fn words_are_counted_from_a_date() {
        for (words, from, wanted) in [
            ("last month", "2017-01-04", "2016-12-01 2016-12-31"),
            ("last month", "2017-01", "2016-12-01 2016-12-31"),
            ("Last year.", "2017-01-04", "2016-01-01 2016-12-31"),
            ("yesterday", "2017-01-01", "2016-12-31 2016-12-31"),
            ("three days ago", "2017-01-02", "2016-12-30 2016-12-30"),
            ("two weeks ago", "2017-01-04", "2016-12-19 2016-12-25"),
            ("about 5 years ago", "2017-01-04", "2012-01-01 2012-12-31"),
            ("last week", "2017-01-04", "2016-12-26 2017-01-01"),
            ("on Monday", "2017-01-04", "2017-01-02 2017-01-02"),
            ("Wednesday", "2017-01-04", "2017-01-04 2017-01-04"),
            ("last Wednesday", "2017-01-04", "2016-12-28 2016-12-28"),
            ("in November", "2017-01-04", "2016-11-01 2016-11-30"),
            ("last January", "2017-01-04", "2017-01-01 2017-01-31"),
            ("earlier this year", "2017-03-04", "2017-01-01 2017-03-04"),
            ("letzten Monat", "2017-01-04", "2016-12-01 2016-12-31"),
            ("vor zwei Jahren", "2017-01-04", "2015-01-01 2015-12-31"),
            ("gestern", "2017-03-01", "2017-02-28 2017-02-28"),
            // Counted from a month, yesterday may have been any day before one of its days.
            ("yesterday", "2017-03", "2017-02-28 2017-03-30"),
        ] {
            let found = reckon(words, from).map(|(a, b)| format!("{a} {b}"));
            assert_eq!(found.as_deref(), Some(wanted), "{words} from {from}");
        }
        for (words, from) in
            [("soon", "2017-01-04"), ("last month", "January"), ("", "2017"), ("next week", "2017"), ("99999 days ago", "2017")]
        {
            assert_eq!(reckon(words, from), None, "{words} from {from}");
        }
    }
}
