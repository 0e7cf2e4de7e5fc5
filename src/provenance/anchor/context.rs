//! Whether a place has the surroundings that a quote remembers.

use super::words::{Changes, changes, split};

/// How far from its old neighbour a passage may have been pushed by what was put in between, in characters.
const PUSHED: usize = 600;
/// Shortest context that can be recognised at a distance.
const TELLING: usize = 24;
/// Longest context of what stands in a text once, in characters.
pub(super) const USUAL: usize = 48;
/// So many characters of such a context, next to the words, no repetition had in common with it.
pub(super) const UNIQUE: usize = 20;

/// How far what stands on one side of a place is what is remembered, from the worst to the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// The same about somebody else stands there.
    Rival,
    /// Something else stands there.
    Other,
    /// Nothing is remembered.
    Unknown,
    /// The same, edited or a little farther off.
    Near,
    /// The same.
    Same,
}

impl Side {
    /// Compares what is remembered with what stands there; both are read away from the place.
    pub(super) fn of(remembered: &[char], there: &[char]) -> Self {
        let remembered = trimmed(remembered);
        if remembered.is_empty() {
            return if there.is_empty() { Self::Same } else { Self::Unknown };
        }
        if agreement(remembered, there) == remembered.len() {
            // A few letters say little, but for the text's own end.
            return if remembered.len() >= TELLING || remembered.len() + 1 >= there.len() { Self::Same } else { Self::Unknown };
        }
        let reach = &there[..there.len().min(remembered.len() * 3 / 2 + 24)];
        let mut wanted = split(remembered);
        // The farthest word may have been cut when it was remembered.
        if wanted.len() > 3 {
            wanted.pop();
        }
        let letters: usize = wanted.iter().map(|word| word.len()).sum();
        let Changes { kept, renamed, firm_end, .. } = changes(&wanted, &split(reach), true);
        // Much is remembered where the same words stand elsewhere too: what tells them apart is at the far end.
        let told_apart = remembered.len() <= USUAL || firm_end >= 2;
        if renamed && (kept * 10 >= letters * 3 || (kept > 0 && there.len() < remembered.len())) {
            return Self::Rival;
        }
        let edited = letters > 0 && kept * 10 >= letters * 6 && told_apart;
        let pushed = || {
            let far = &there[..there.len().min(PUSHED)];
            remembered.len() >= TELLING && far.windows(remembered.len()).any(|window| window == remembered)
        };
        if edited || pushed() { Self::Near } else { Self::Other }
    }
}

/// How many characters are the same before the first difference; a space more or less at the seam is none.
pub(super) fn agreement(remembered: &[char], there: &[char]) -> usize {
    let run = |there: &[char]| remembered.iter().zip(there).take_while(|(a, b)| a == b).count();
    match (remembered.first(), there.first()) {
        (Some(' '), Some(c)) if *c != ' ' => remembered[1..].iter().zip(there).take_while(|(a, b)| a == b).count() + 1,
        (Some(c), Some(' ')) if *c != ' ' => run(&there[1..]),
        _ => run(there),
    }
}

/// Without spaces at the far end.
fn trimmed(remembered: &[char]) -> &[char] {
    match remembered {
        [rest @ .., ' '] => rest,
        all => all,
    }
}

#[cfg(test)]
mod tests {
    use super::Side;

    #[test]
    fn surroundings_are_recognised_though_edited_but_not_though_renamed() {
        let check = |remembered: &str, there: &str, side: Side| {
            let (remembered, there): (Vec<char>, Vec<char>) = (remembered.chars().collect(), there.chars().collect());
            assert_eq!(Side::of(&remembered, &there), side, "{remembered:?} {there:?}");
        };
        check(" said the board on Monday mor", " said the board on Monday morning, and", Side::Same);
        check(" said the board on Monday mor", " said the old board on Monday morning, and", Side::Near);
        check(" said the board of Alpha on Monday mor", " said the board of Beta on Monday morning, and", Side::Rival);
        check(" said the board on Monday mor", " Then it rained, and all were wet. So said the board on Monday morning", Side::Near);
        check(" said the board on Monday mor", " and that was all there was to say about it", Side::Other);
        check("", " x", Side::Unknown);
        check("", "", Side::Same);
        check(" x", "", Side::Other);
    }
}
