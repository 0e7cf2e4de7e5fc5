//! A text prepared for looking up many quotes: where each short run of characters stands.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;

use super::normal::Normal;

/// Length of the runs that are listed, in characters.
const GRAM: usize = 6;
/// How many runs of a pattern vote for where it stands.
const VOTERS: usize = 48;
/// A run that stands in more places than this says nothing.
const COMMON: usize = 400;
/// How far the places may lie apart that runs of the same damaged passage vote for.
const DRIFT: u32 = 48;

/// A text in which quotes are looked up.
#[derive(Clone, Debug)]
pub struct TextIndex {
    normal: Normal,
    /// The places of the runs of bucket `b` are `places[starts[b]..starts[b + 1]]`, from left to right.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl TextIndex {
    /// Prepares a text: linear in its length.
    pub fn new(text: &str) -> Self {
        let normal = Normal::new(text);
        let count = (normal.len() + 1).saturating_sub(GRAM);
        let buckets = count.next_power_of_two().clamp(1 << 6, 1 << 20);
        let mut starts = vec![0_u32; buckets + 1];
        let hashes: Vec<u32> = normal.chars().windows(GRAM).map(|gram| bucket(gram, buckets)).collect();
        hashes.iter().for_each(|hash| starts[*hash as usize + 1] += 1);
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0_u32; count];
        for (place, hash) in hashes.iter().enumerate() {
            let slot = &mut next[*hash as usize];
            places[*slot as usize] = place as u32;
            *slot += 1;
        }
        Self { normal, starts, places }
    }

    /// The text as it is compared.
    pub fn normal(&self) -> &Normal {
        &self.normal
    }

    /// Where exactly these normalised characters stand, from left to right; letters with other marks are other letters.
    pub(super) fn hits(&self, pattern: &[char]) -> Vec<usize> {
        let text = self.normal.chars();
        let whole = |end: usize| text.get(end).is_none_or(|next| (*next as u32) < 0x300 || canonical_combining_class(*next) == 0);
        let is_hit = |at: usize| text[at..].starts_with(pattern) && whole(at + pattern.len());
        if pattern.is_empty() {
            return Vec::new();
        }
        let rarest = pattern.windows(GRAM).enumerate().min_by_key(|(_, gram)| self.bucket(gram).len());
        match rarest {
            Some((offset, gram)) => {
                let starts = self.bucket(gram).iter().filter_map(|place| (*place as usize).checked_sub(offset));
                starts.filter(|at| is_hit(*at)).collect()
            }
            None => (0..text.len()).filter(|at| is_hit(*at)).collect(),
        }
    }

    /// Where a pattern may stand, damaged: where most of its rare runs say it begins, the best first.
    pub(super) fn likely(&self, pattern: &[char], most: usize) -> Vec<usize> {
        let mut voters: Vec<(usize, usize)> =
            pattern.windows(GRAM).enumerate().map(|(offset, gram)| (self.bucket(gram).len(), offset)).collect();
        voters.retain(|(count, _)| (1..=COMMON).contains(count));
        // The rarest, spread over the pattern: neighbours say the same.
        let step = (pattern.len() / VOTERS).max(1);
        voters.sort_by_key(|(count, offset)| (offset % step != 0, *count, *offset));
        voters.truncate(VOTERS);
        let mut votes: Vec<u32> = Vec::new();
        for (_, offset) in &voters {
            let Some(gram) = pattern.get(*offset..offset + GRAM) else { continue };
            let places = self.bucket(gram).iter().filter(|place| self.normal.chars()[**place as usize..].starts_with(gram));
            votes.extend(places.map(|place| place.saturating_sub(*offset as u32)));
        }
        votes.sort_unstable();
        let mut clusters: Vec<(usize, u32)> = Vec::new();
        let mut first = 0;
        for last in 0..votes.len() {
            while votes[last] - votes[first] > DRIFT {
                first += 1;
            }
            let (count, middle) = (last + 1 - first, votes[(first + last) / 2]);
            match clusters.last_mut() {
                Some((best, at)) if middle - *at <= DRIFT => {
                    if count > *best {
                        (*best, *at) = (count, middle);
                    }
                }
                _ => clusters.push((count, middle)),
            }
        }
        clusters.retain(|(count, _)| *count >= 3.min(voters.len()));
        clusters.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
        clusters.into_iter().take(most).map(|(_, at)| at as usize).collect()
    }

    /// The normalised characters there.
    pub(super) fn chars(&self, part: Range<usize>) -> &[char] {
        let text = self.normal.chars();
        let end = part.end.min(text.len());
        &text[part.start.min(end)..end]
    }

    fn bucket(&self, gram: &[char]) -> &[u32] {
        let bucket = bucket(gram, self.starts.len() - 1) as usize;
        &self.places[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }
}

/// FNV-1a over the code points, folded to a power of two.
fn bucket(gram: &[char], buckets: usize) -> u32 {
    let hash = gram.iter().fold(0xCBF2_9CE4_8422_2325_u64, |hash, c| (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x0100_0000_01B3));
    ((hash ^ (hash >> 29)) & (buckets as u64 - 1)) as u32
}
