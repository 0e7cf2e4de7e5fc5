//! Seeded random numbers: the same seed gives the same numbers on every machine.

/// A small deterministic generator (wyrand).
#[derive(Clone, Debug)]
pub struct Rng(fastrand::Rng);

impl Rng {
    /// A generator that always gives the same numbers for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// A generator seeded by the system, for ids: they must differ between two copies of a file.
    pub fn from_system() -> Self {
        Self(fastrand::Rng::new())
    }

    /// A whole number in `0..limit`; 0 where `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { self.0.usize(..limit) }
    }

    /// A number in `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        self.0.f64()
    }
}
