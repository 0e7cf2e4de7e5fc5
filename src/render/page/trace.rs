//! The data of paths, in as few letters as can be: relative, in tenths of a point, without what goes without saying.

use emath::Pos2;

use crate::render::{Curve, Path};

/// By how much, in tenths, the way out of a point may differ from the way in to count as its continuation.
const SMOOTH: i64 = 10;

/// The data of a path, relative to where it is; what is rounded does not add up.
pub(super) struct Trace {
    pub(super) data: String,
    start: [i64; 2],
    at: [i64; 2],
    last: char,
    /// The second handle of the last curve.
    handle: [i64; 2],
}

pub(super) fn polyline(points: &[Pos2], is_closed: bool) -> Trace {
    let Some((first, rest)) = points.split_first() else { return Trace::at(Pos2::ZERO) };
    let mut trace = Trace::at(*first);
    rest.iter().for_each(|point| trace.line(*point));
    if is_closed {
        trace.command('z', &[]);
    }
    trace
}

pub(super) fn curves(path: &Path) -> Trace {
    let mut trace = Trace::at(path.start());
    for Curve([a, b, c, d]) in path.curves().iter().copied() {
        // A curve whose handles lie on the way from end to end goes straight.
        let way = d - a;
        let is_on_way = |p: Pos2| {
            let along = (p - a).dot(way) / way.length_sq().max(f32::EPSILON);
            (0.0..=1.0).contains(&along) && (a + way * along).distance(p) < 0.05
        };
        if is_on_way(b) && is_on_way(c) { trace.line(d) } else { trace.curve(b, c, d) }
    }
    trace
}

impl Trace {
    pub(super) fn at(point: Pos2) -> Self {
        let at = [tenths(point.x), tenths(point.y)];
        let mut trace = Self { data: String::new(), start: at, at, last: ' ', handle: at };
        trace.command('M', &at);
        trace
    }

    /// A dot of the pen.
    pub(super) fn dot(point: Pos2) -> Self {
        let mut trace = Self::at(point);
        trace.command('h', &[0]);
        trace
    }

    /// Goes on with another path, without a jump where that begins where this one ends.
    pub(super) fn append(&mut self, more: Self) {
        let mut jump = Self { data: String::new(), start: more.start, at: more.start, last: ' ', handle: more.start };
        jump.command('M', &more.start);
        match more.data.strip_prefix(&jump.data).filter(|_| self.at == more.start && self.last != 'z') {
            Some(rest) => self.data.push_str(rest),
            None => self.data.push_str(&more.data),
        }
        (self.at, self.last, self.handle) = (more.at, more.last, more.handle);
    }

    fn line(&mut self, to: Pos2) {
        let to = [tenths(to.x), tenths(to.y)];
        let way = [to[0] - self.at[0], to[1] - self.at[1]];
        match way {
            [0, 0] => {}
            [0, y] => self.command('v', &[y]),
            [x, 0] => self.command('h', &[x]),
            way => self.command('l', &way),
        }
        self.at = to;
    }

    fn curve(&mut self, b: Pos2, c: Pos2, d: Pos2) {
        let [x, y] = self.at;
        let points = [b, c, d].map(|p| [tenths(p.x), tenths(p.y)]);
        let [b, c, d] = points.map(|p| [p[0] - x, p[1] - y]);
        // As far behind this point as the last handle was before it.
        let on = [x - self.handle[0], y - self.handle[1]];
        let goes_on = matches!(self.last, 'c' | 's') && (b[0] - on[0]).abs() <= SMOOTH && (b[1] - on[1]).abs() <= SMOOTH;
        if goes_on {
            self.command('s', [c, d].as_flattened());
        } else {
            self.command('c', [b, c, d].as_flattened());
        }
        [_, self.handle, self.at] = points;
    }

    fn command(&mut self, name: char, numbers: &[i64]) {
        let mut apart = name == self.last;
        if !apart {
            self.data.push(name);
        }
        self.last = name;
        for number in numbers {
            if apart && *number >= 0 {
                self.data.push(' ');
            }
            self.data.push_str(&short(*number));
            apart = true;
        }
    }
}

/// What is not a number becomes 0.
pub(super) fn tenths(value: f32) -> i64 {
    if value.is_finite() { (f64::from(value) * 10.0).round() as i64 } else { 0 }
}

/// A number of tenths, without what goes without saying.
pub(super) fn short(tenths: i64) -> String {
    let (sign, whole, rest) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match (whole, rest) {
        (whole, 0) => format!("{}{whole}", if whole == 0 { "" } else { sign }),
        (0, rest) => format!("{sign}.{rest}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use emath::pos2;

    use super::*;

    #[test]
    fn numbers_are_short() {
        let written: Vec<String> = [0.0, -0.01, 0.5, -0.5, 12.0, -12.34, f32::NAN].map(|v| short(tenths(v))).into();
        assert_eq!(written, ["0", "0", ".5", "-.5", "12", "-12.3", "0"]);
    }

    #[test]
    fn paths_are_relative_and_do_not_drift() {
        let points: Vec<Pos2> = (0..4).map(|i| pos2(i as f32 * 0.34, 10.0)).collect();
        assert_eq!(polyline(&points, false).data, "M0 10h.3 .4 .3");
        assert_eq!(polyline(&[pos2(1.0, 1.0), pos2(4.0, -1.0), pos2(4.0, 8.5)], true).data, "M1 1l3-2v9.5z");
        let bend = Curve([pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(20.0, 5.0), pos2(20.0, 20.0)]);
        let path: Path = [bend, Curve::line(bend.end(), pos2(20.0, 50.0))].into_iter().collect();
        assert_eq!(curves(&path).data, "M0 0c10 0 20 5 20 20v30");
        let mut whole = polyline(&[pos2(-5.0, 0.0), pos2(0.0, 0.0)], false);
        whole.append(curves(&path));
        whole.append(polyline(&[pos2(0.0, 0.0), pos2(1.0, 2.0)], false));
        assert_eq!(whole.data, "M-5 0h5c10 0 20 5 20 20v30M0 0l1 2");
    }

    #[test]
    fn a_handle_is_not_said_where_the_curve_goes_on() {
        let first = Curve([pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(20.0, 5.0), pos2(20.0, 20.0)]);
        let on = Curve([first.end(), pos2(20.0, 35.0), pos2(30.0, 40.0), pos2(40.0, 40.0)]);
        assert_eq!(curves(&[first, on].into_iter().collect()).data, "M0 0c10 0 20 5 20 20s10 20 20 20");
        let off = Curve([first.end(), pos2(20.0, 45.0), pos2(30.0, 40.0), pos2(40.0, 40.0)]);
        assert_eq!(curves(&[first, off].into_iter().collect()).data, "M0 0c10 0 20 5 20 20 0 25 10 20 20 20");
    }
}
