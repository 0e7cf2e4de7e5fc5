//! Points in double precision: plain arithmetic and square roots, which are exact to the bit on every machine.

use std::ops::{Add, AddAssign, Div, Mul, Sub, SubAssign};

use emath::{Pos2, Vec2};

/// The smaller of two numbers. Unlike [`f64::min`] it does not look whether they are numbers, which takes a fraction of its time.
pub(in crate::layout) fn least(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

/// The larger of two numbers, in the same way.
pub(in crate::layout) fn most(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

/// A point or a difference of points; y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::layout) struct Point {
    pub(in crate::layout) x: f64,
    pub(in crate::layout) y: f64,
}

impl Point {
    pub(in crate::layout) const ZERO: Self = Self::new(0.0, 0.0);

    pub(in crate::layout) const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub(in crate::layout) fn min(self, other: Self) -> Self {
        Self::new(least(self.x, other.x), least(self.y, other.y))
    }

    pub(in crate::layout) fn max(self, other: Self) -> Self {
        Self::new(most(self.x, other.x), most(self.y, other.y))
    }

    /// The nearest point with whole coordinates.
    pub(in crate::layout) fn round(self) -> Self {
        Self::new(self.x.round(), self.y.round())
    }

    pub(in crate::layout) fn to_pos(self) -> Pos2 {
        Pos2::new(self.x as f32, self.y as f32)
    }
}

impl From<Vec2> for Point {
    fn from(v: Vec2) -> Self {
        Self::new(f64::from(v.x), f64::from(v.y))
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

impl Div<f64> for Point {
    type Output = Self;
    fn div(self, divisor: f64) -> Self {
        Self::new(self.x / divisor, self.y / divisor)
    }
}

impl AddAssign for Point {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Point {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}
