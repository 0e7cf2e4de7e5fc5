//! How two versions of a text differ: line by line, and within lines that changed word by word.

use std::time::Duration;

use similar::{Algorithm, ChangeTag, DiffTag, TextDiff};

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both versions.
    Same,
    /// Only in the older one.
    Gone,
    /// Only in the newer one.
    Come,
    /// Lines that are the same and not worth showing stand here.
    Skipped,
}

/// Words with what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub change: Change,
    /// The words with their spaces and line ends; none where they are skipped.
    pub text: String,
}

/// So long a comparison may look for the least difference; then it takes what it has.
const PATIENCE: Duration = Duration::from_millis(500);
/// The least share of letters that two wordings have in common to be told word by word.
const LIKENESS: f32 = 0.4;

/// What changed from one text to the other, with so many lines around each change that did not.
pub fn changes(old: &str, new: &str, around: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |change: Change, text: &str| match pieces.last_mut() {
        Some(last) if last.change == change => last.text.push_str(text),
        _ if change != Change::Skipped && text.is_empty() => {}
        _ => pieces.push(Piece { change, text: text.to_owned() }),
    };
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let lines = TextDiff::configure().algorithm(Algorithm::Patience).timeout(PATIENCE).diff_slices(&old_lines, &new_lines);
    let ops = lines.ops();
    for (at, op) in ops.iter().enumerate() {
        let (_, from, to) = op.as_tag_tuple();
        let (gone, come) = (old_lines.get(from).unwrap_or_default(), new_lines.get(to).unwrap_or_default());
        match op.tag() {
            DiffTag::Equal => {
                let before = if at == 0 { 0 } else { around };
                let after = if at + 1 == ops.len() { 0 } else { around };
                if come.len() <= before + after + 1 {
                    push(Change::Same, &come.concat());
                } else {
                    push(Change::Same, &come[..before].concat());
                    push(Change::Skipped, "");
                    push(Change::Same, &come[come.len() - after..].concat());
                }
            }
            DiffTag::Delete => push(Change::Gone, &gone.concat()),
            DiffTag::Insert => push(Change::Come, &come.concat()),
            DiffTag::Replace if gone.len() == come.len() => {
                gone.iter().zip(come).for_each(|(gone, come)| reworded(gone, come, &mut push));
            }
            DiffTag::Replace => reworded(&gone.concat(), &come.concat(), &mut push),
        }
    }
    pieces
}

/// Word by word where enough of them stayed; what was written anew is told as a whole, or nobody could read either.
fn reworded(gone: &str, come: &str, push: &mut dyn FnMut(Change, &str)) {
    let words = TextDiff::configure().timeout(PATIENCE).diff_unicode_words(gone, come);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let same = words.iter_all_changes().filter(|change| change.tag() == ChangeTag::Equal).map(|change| letters(change.value()));
    if same.sum::<usize>() as f32 * 2.0 < LIKENESS * (letters(gone) + letters(come)) as f32 {
        push(Change::Gone, gone);
        push(Change::Come, come);
        return;
    }
    for change in words.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => Change::Same,
            ChangeTag::Delete => Change::Gone,
            ChangeTag::Insert => Change::Come,
        };
        push(kind, change.value());
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, changes};

    fn marked(old: &str, new: &str, around: usize) -> String {
        let part = |piece: super::Piece| match piece.change {
            Change::Same => piece.text,
            Change::Gone => format!("[-{}-]", piece.text),
            Change::Come => format!("{{+{}+}}", piece.text),
            Change::Skipped => "…".to_owned(),
        };
        changes(old, new, around).into_iter().map(part).collect()
    }

    #[test]
    fn changed_words_are_told_and_the_rest_is_left_out() {
        assert_eq!(
            marked("One\nIt took a week.\nThree\n", "One\nIt took two weeks.\nThree\n", 1),
            "One\nIt took [-a-]{+two+} [-week-]{+weeks+}.\nThree\n"
        );
        let long = |middle: &str| format!("a\nb\nc\nd\n{middle}\ne\nf\ng\nh\n");
        assert_eq!(marked(&long("x"), &long("y"), 1), "…d\n[-x\n-]{+y\n+}e\n…");
        assert_eq!(
            marked("Is the bridge safe? Yes.\n", "Why did they close it? As a precaution.\n", 1),
            "[-Is the bridge safe? Yes.\n-]{+Why did they close it? As a precaution.\n+}"
        );
        assert_eq!(marked("a\n", "a\nb\n", 2), "a\n{+b\n+}");
        assert_eq!(marked("", "a", 2), "{+a+}");
        assert_eq!(marked("same", "same", 2), "same");
        assert_eq!(marked("", "", 2), "");
    }
}
