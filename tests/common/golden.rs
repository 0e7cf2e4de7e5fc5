//! Comparing a picture with the one that was looked at and kept.

use std::path::{Path, PathBuf};

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// How far a channel may be off before a pixel counts as different.
const TOLERANCE: u8 = 24;
/// One pixel in so many may be different: less than a word.
const ONE_IN: usize = 1000;

fn differ(a: PremultipliedColorU8, b: PremultipliedColorU8) -> bool {
    [(a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue())].iter().any(|(a, b)| a.abs_diff(*b) > TOLERANCE)
}

/// Fails where the picture is not the kept one of that name; the environment variable `UPDATE_GOLDEN` keeps it instead.
pub fn compare(name: &str, picture: &Pixmap) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/window").join(format!("{name}.png"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        picture.save_png(&kept).unwrap();
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("window");
    std::fs::create_dir_all(&folder).unwrap();
    let actual = folder.join(format!("{name}.png"));
    let expected = Pixmap::load_png(&kept).ok();
    let same_size = |e: &Pixmap| (e.width(), e.height()) == (picture.width(), picture.height());
    let Some(expected) = expected.filter(same_size) else {
        picture.save_png(&actual).unwrap();
        panic!("no picture of that size at {}; look at {}, then run this with UPDATE_GOLDEN=1", kept.display(), actual.display());
    };
    // What is the same fades; what is not is red.
    let mut diff = picture.clone();
    let mut count = 0;
    for (pixel, was) in diff.pixels_mut().iter_mut().zip(expected.pixels()) {
        let [r, g, b] = [pixel.red(), pixel.green(), pixel.blue()].map(|c| c / 4 + 191);
        let off = differ(*pixel, *was);
        count += usize::from(off);
        let shown = if off { PremultipliedColorU8::from_rgba(220, 0, 0, 255) } else { PremultipliedColorU8::from_rgba(r, g, b, 255) };
        *pixel = shown.unwrap();
    }
    if count > expected.pixels().len() / ONE_IN {
        let marked = folder.join(format!("{name}-diff.png"));
        picture.save_png(&actual).unwrap();
        diff.save_png(&marked).unwrap();
        let (marked, actual) = (marked.display(), actual.display());
        panic!("{count} pixels differ from {}; look at {marked} and {actual}, then run this with UPDATE_GOLDEN=1", kept.display());
    }
}
