//! The chain of reports that the tests of traces and of their picture share.

/// Bodden quotes Parry, who quotes Troy.
pub const TROY: &str = "
    source Time by=Troy date=2016-11-14
    source Cracks by=Parry date=2017-01-03 url
    source Comment by=Bodden date=2017-01-04 answers=Cracks
    C = Nader cost Gore the 2000 election
    1 Troy@Time asserts C \"Nader may have cost Gore the election\"
    2 Parry@Cracks reports 1 \"Nader cost Gore the election\"
    3 Bodden@Comment reports 2";
