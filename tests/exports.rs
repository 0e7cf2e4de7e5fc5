//! What is exported to be looked at: SVG, PNG and PDF of all scripts, with everything around the map, whatever the map says. Tools of
//! others look at the files where they are installed; where they are not, that is said.

use std::path::{Path, PathBuf};
use std::process::Command;

use elenchus::base::{GroupId, NodeId, TaskCtx, ViewId};
use elenchus::formats::{EXPORTERS, ExportOptions, ExportRequest, Page, Profile, exporter};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, Group, MapBuilder, Meta, Placement, Quote, Relation, RelationKind, Source, SourceKind,
    Speaker, SpeakerKind, Stance,
};
use quick_xml::events::Event;
use resvg::tiny_skia::Pixmap;
use unicode_normalization::UnicodeNormalization;

const ADDRESS: &str = "https://example.org/nader?x=1&y=2";
const SCRIPTS: [(&str, &str); 8] = [
    ("Arabic", "كلّف نادر غور الانتخابات"),
    ("Hebrew", "נאדר עלה לגור בבחירות"),
    ("Japanese", "「ネーダーが選挙を決めた」"),
    ("Korean", "네이더가 고어의 패배를 초래했다"),
    ("Devanagari", "नेडर ने गोर को चुनाव हरवाया"),
    ("Thai", "นเดอร์ทำให้กอร์แพ้การเลือกตั้ง"),
    ("mathematics", "∀x∈ℝ: x² ≥ 0 ⇒ √2 ∉ ℚ"),
    ("emoji", "Votes 🗳 and 👨‍👩‍👧"),
];

/// A thesis with a reason and a rebuttal, a source with an address, a quotation, two groups.
fn small_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    b.meta(Meta { title: "Who cost whom?".to_owned(), note: "A map for tests.".to_owned(), ..Meta::default() });
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let source = Source {
        venue: "Time".to_owned(),
        date: "2016-11-14".to_owned(),
        url: ADDRESS.to_owned(),
        ..Source::new(SourceKind::Article, "Blame")
    };
    let source = b.source(source);
    let florida = b.group(Group { title: "Florida".to_owned(), order: 1, ..Group::default() });
    let rest = b.group(Group { title: "Elsewhere".to_owned(), order: 2, ..Group::default() });
    let mut claim = |text: &str, group: GroupId, kind: ClaimKind, x: i32, y: i32| {
        let id = b.node(Claim { text: text.to_owned(), group: Some(group), kind: Some(kind), ..Claim::default() });
        b.place(ViewId::main(), id, Placement { x, y, pinned: false });
        id
    };
    let thesis = claim("Nader cost Gore the 2000 election", florida, ClaimKind::Cause, 0, 0);
    let votes = claim("97,488 people in Florida voted for Nader", florida, ClaimKind::Fact, -180, 200);
    let tennessee = claim("Gore did not carry Tennessee", rest, ClaimKind::Fact, 180, 200);
    b.support(&[votes], thesis);
    b.rebut(&[tennessee], thesis);
    let quotes = vec![Quote { exact: "cost Gore the election".to_owned(), ..Quote::default() }];
    b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(speaker), Stance::Asserts) }, thesis);
    b.finish()
}

fn in_every_script() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    for (i, (_, text)) in SCRIPTS.iter().enumerate() {
        let claim = b.claim(*text);
        b.place(ViewId::main(), claim, Placement { x: (i as i32 % 2) * 320, y: (i as i32 / 2) * 140, pinned: false });
    }
    b.finish()
}

fn export(map: &ArgumentMap, format: &str, options: ExportOptions) -> Vec<u8> {
    let request = ExportRequest { options, ..ExportRequest::new(map) };
    exporter(format).unwrap().export(&request, &TaskCtx::new()).unwrap().bytes
}

fn svg(map: &ArgumentMap, options: ExportOptions) -> String {
    String::from_utf8(export(map, "svg", options)).unwrap()
}

/// The words of a PDF, page by page.
fn words(pdf: &[u8]) -> Vec<String> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(pdf).unwrap();
    pages.iter().map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Runs a tool that may be missing; `None`, said aloud, where it is.
fn run(tool: &str, args: &[&str]) -> Option<String> {
    match Command::new(tool).args(args).output() {
        Ok(done) => {
            assert!(done.status.success(), "{tool} {args:?}: {}", String::from_utf8_lossy(&done.stderr));
            Some(String::from_utf8_lossy(&done.stdout).into_owned())
        }
        Err(_) => {
            eprintln!("skipped: {tool} is not installed (sh tests/setup.sh installs it on Debian)");
            None
        }
    }
}

fn in_file(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> String {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn sheets_look_as_they_did() {
    let map = small_map();
    for profile in Profile::ALL {
        let svg = svg(&map, ExportOptions::of(*profile));
        let golden: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{}.svg", profile.word()));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &svg).unwrap();
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default().replace("\r\n", "\n");
        let first = svg.lines().zip(expected.lines()).enumerate().find(|(_, (is, was))| is != was);
        assert!(svg == expected, "{}: line {first:?} differs; look at the picture, then run this with UPDATE_GOLDEN=1", golden.display());
    }
}

#[test]
fn an_svg_links_to_sources_and_says_where_claims_come_from() {
    let svg = svg(&small_map(), ExportOptions::default());
    assert!(svg.contains("<a xlink:href=\"https://example.org/nader?x=1&amp;y=2\""), "{svg}");
    assert!(svg.contains("<desc>Gil Troy asserts. “Blame”, Time, 2016-11-14. “cost Gore the election” https://example.org/"), "{svg}");
    let with = |url: &str| {
        let mut b = MapBuilder::new(1);
        let source = b.source(Source { url: url.to_owned(), ..Source::new(SourceKind::Post, "Post") });
        let claim = b.claim("One");
        b.attribute(Attribution { source: Some(source), ..Attribution::new(None, Stance::Asserts) }, claim);
        b.finish()
    };
    for safe in ["http://a.org", "HTTPS://a.org/ü", "mailto:a@b.org"] {
        assert!(self::svg(&with(safe), ExportOptions::default()).contains("<a xlink:href="), "{safe}");
    }
    for unsafe_ in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "https://a b", " "] {
        let svg = self::svg(&with(unsafe_), ExportOptions::default());
        assert!(!svg.contains("<a "), "{unsafe_}");
        let pdf = export(&with(unsafe_), "pdf", ExportOptions::default());
        assert!(!String::from_utf8_lossy(&pdf).contains("/URI"), "{unsafe_}");
    }
}

#[test]
fn text_of_an_svg_is_text_or_outlines() {
    let map = small_map();
    let text = svg(&map, ExportOptions::default());
    let written: Vec<&str> = text.lines().filter(|line| line.starts_with("<text")).collect();
    assert!(!written.is_empty() && written.iter().all(|line| line.contains("textLength=")), "{written:?}");
    let outlines = svg(&map, ExportOptions { outlines: true, transparent: true, ..ExportOptions::default() });
    assert!(!outlines.contains("<text") && outlines.contains("<path transform="));
    let ground = |svg: &str| svg.lines().nth(3).is_some_and(|line| line.starts_with("<rect") && line.contains("fill=\"#f5f6f8\""));
    assert!(ground(&text) && !ground(&outlines));
}

#[test]
fn lines_from_right_to_left_with_figures_in_them_are_told_so() {
    let line = |text: &str| {
        let mut b = MapBuilder::new(1);
        b.claim(text);
        let svg = svg(&b.finish(), ExportOptions::default());
        svg.lines().find(|line| line.starts_with("<text")).unwrap().to_owned()
    };
    let (mixed, pure) = (line("בשנת 2000"), line("נאדר עלה"));
    assert!(mixed.contains(" direction=\"rtl\"") && !mixed.contains("textLength") && !mixed.contains('\u{2067}'), "{mixed}");
    assert!(pure.contains("textLength") && pure.contains('\u{2067}'), "{pure}");
}

#[test]
fn inkscape_shows_what_the_png_shows() {
    let folder = tempfile::tempdir().unwrap();
    let map = small_map();
    for outlines in [false, true] {
        let options = ExportOptions { outlines, ..ExportOptions::of(Profile::Assignment) };
        let ours = Pixmap::decode_png(&export(&map, "png", options)).unwrap();
        let file = in_file(&folder, "small.svg", &export(&map, "svg", options));
        let to = format!("--export-filename={}", folder.path().join("shot.png").display());
        if run("inkscape", &[&file, "--export-type=png", "--export-dpi=96", &to]).is_none() {
            return;
        }
        let theirs = Pixmap::load_png(folder.path().join("shot.png")).unwrap();
        assert_eq!((theirs.width(), theirs.height()), (ours.width(), ours.height()));
        let share = differing(&ours, &theirs);
        assert!(share < 0.01, "{:.2} % of the pixels are different, outlines: {outlines}", 100.0 * share);
    }
}

/// The share of pixels that look different.
fn differing(ours: &Pixmap, theirs: &Pixmap) -> f64 {
    let pairs = ours.pixels().iter().zip(theirs.pixels());
    let far = |a: u8, b: u8| a.abs_diff(b) > 96;
    let different = pairs.filter(|(a, b)| far(a.red(), b.red()) || far(a.green(), b.green()) || far(a.blue(), b.blue())).count();
    different as f64 / ours.pixels().len() as f64
}

#[test]
fn a_png_is_transparent_on_request_and_as_large_as_asked() {
    let map = small_map();
    let png = |options: ExportOptions| Pixmap::decode_png(&export(&map, "png", options)).unwrap();
    let (one, two) = (png(ExportOptions::default()), png(ExportOptions { scale: 2.0, transparent: true, ..ExportOptions::default() }));
    assert_eq!((two.width(), two.height()), (2 * one.width(), 2 * one.height()));
    let corner = |pixmap: &Pixmap| pixmap.pixel(0, 0).unwrap().alpha();
    assert_eq!((corner(&one), corner(&two)), (255, 0));
}

#[test]
fn an_assignment_has_a_title_numbers_and_footnotes() {
    let pages = words(&export(&small_map(), "pdf", ExportOptions::of(Profile::Assignment)));
    let [map, outline] = pages.as_slice() else { panic!("{pages:?}") };
    for said in ["Who cost whom?", "A map for tests.", "3 claims · 2 relations · 1 source", "supports", "rebuts", "1.2"] {
        assert!(map.contains(said), "“{said}” is missing: {map}");
    }
    let notes = ["1.1 + 97,488 people in Florida voted for Nader", "1.2 − Gore did not carry Tennessee", "2 of 2"];
    let note = ["Gil Troy asserts. “Blame”, Time, 2016-11-14. “cost Gore the election”", ADDRESS];
    for said in notes.iter().chain(&note) {
        assert!(outline.contains(said), "“{said}” is missing: {outline}");
    }
}

#[test]
fn a_poster_is_tiled_and_one_sheet_is_not() {
    let pages = |options: ExportOptions| words(&export(&small_map(), "pdf", options));
    let poster = ExportOptions { page: Page::A4, scale: 2.0, ..ExportOptions::of(Profile::Poster) };
    let tiled = pages(poster);
    assert!(tiled.len() > 1, "{tiled:?}");
    for (i, page) in tiled.iter().enumerate() {
        assert!(page.contains(&format!("Sheet {} of {}", i + 1, tiled.len())), "{page}");
    }
    assert_eq!(pages(ExportOptions { page: Page::A3, scale: 0.5, ..poster }).len(), 1);
    assert_eq!(pages(ExportOptions { page: Page::Fit, ..poster }).len(), 1);
    let too_many = ExportOptions { scale: 100.0, ..poster };
    let map = small_map();
    let request = ExportRequest { options: too_many, ..ExportRequest::new(&map) };
    let refused = exporter("pdf").unwrap().export(&request, &TaskCtx::new()).unwrap_err().to_string();
    assert!(refused.contains("sheets"), "{refused}");
}

#[test]
fn a_poster_overlaps_and_is_marked_for_cutting_on_every_paper() {
    let folder = tempfile::tempdir().unwrap();
    for (page, size) in [(Page::A4, [595.0, 842.0]), (Page::A3, [842.0, 1191.0]), (Page::Letter, [612.0, 792.0])] {
        let options = ExportOptions { page, scale: 3.0, ..ExportOptions::of(Profile::Poster) };
        let file = in_file(&folder, page.word(), &export(&small_map(), "pdf", options));
        let Some(info) = run("pdfinfo", &["-l", "99", &file]) else { return };
        let sides = |line: &str| -> Vec<f32> { line.split_whitespace().filter_map(|word| word.parse().ok()).collect() };
        let sheets: Vec<Vec<f32>> = info.lines().filter(|line| line.contains(" size:") && line.starts_with("Page")).map(sides).collect();
        assert!(sheets.len() > 1, "{info}");
        for sides in &sheets {
            let [.., width, height] = sides.as_slice() else { panic!("{info}") };
            let near = |a: f32, b: f32| (a - b).abs() < 1.0;
            let [short, long] = size;
            assert!((near(*width, short) && near(*height, long)) || (near(*width, long) && near(*height, short)), "{page:?}: {sides:?}");
        }
        // At 72 points an inch a point is a pixel: the strokes at the corners stand outside what is cut off, on an otherwise empty margin.
        let to = folder.path().join(page.word());
        run("pdftoppm", &["-r", "72", "-f", "1", "-l", "2", "-png", &file, to.to_str().unwrap()]);
        let mut drawn: Vec<PathBuf> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        drawn.retain(|path| path.extension().is_some_and(|ending| ending == "png") && path.to_str().unwrap().contains(page.word()));
        drawn.sort();
        let [left, right] = [&drawn[0], &drawn[1]].map(|path| Pixmap::load_png(path).unwrap());
        let is_dark = |map: &Pixmap, x: u32, y: u32| map.pixel(x, y).is_some_and(|pixel| pixel.green() < 160);
        let beside = |map: &Pixmap, x: u32| (0..map.height()).filter(|y| is_dark(map, x, *y)).count();
        let (marked, bare) = (beside(&left, 17), beside(&left, 2));
        assert!(marked > 1 && bare == 0, "{page:?}: {marked} strokes in the margin, {bare} beyond them");
        // The last 10 mm of a sheet are the first of the next.
        let margin = 28.35_f32;
        let (last, first) = (left.width() as f32 - 2.0 * margin, margin);
        let strip = |map: &Pixmap, from: f32| -> Vec<bool> {
            let rows = (margin as u32 + 2)..(map.height() - margin as u32 - 2);
            rows.flat_map(|y| (2..26).map(move |x| (x, y))).map(|(x, y)| is_dark(map, (from + x as f32).round() as u32, y)).collect()
        };
        let (one, other) = (strip(&left, last), strip(&right, first));
        let different = one.iter().zip(&other).filter(|(a, b)| a != b).count();
        let inked = one.iter().filter(|dark| **dark).count();
        // Strokes of half a dot are seen on one of them only.
        assert!(different * 3 <= inked.max(8), "{page:?}: {different} of {inked} dots differ");
    }
}

#[test]
fn no_paper_is_spent_on_nothing() {
    let mut b = MapBuilder::new(1);
    let (one, two) = (b.claim("At one end"), b.claim("At the other end"));
    for (claim, x, y) in [(one, 0, 0), (two, 6_000, 6_000)] {
        b.place(ViewId::main(), claim, Placement { x, y, pinned: false });
    }
    let options = ExportOptions { page: Page::A4, ..ExportOptions::of(Profile::Poster) };
    let pages = words(&export(&b.finish(), "pdf", options));
    // Eleven rows and columns, of which the corners and those with title and legend show something.
    assert!(pages.len() < 30, "{} pages", pages.len());
    for (i, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Sheet {} of {}", i + 1, pages.len())), "{page}");
    }
    let all = pages.join(" ");
    assert!(all.contains("At one end") && all.contains("At the other end"), "{all}");
}

/// Everything by which somebody could be found who must not be named.
#[test]
fn nothing_in_an_export_tells_who_a_confidential_speaker_is() {
    let mut b = MapBuilder::new(1);
    let witness = Speaker {
        confidential: true,
        aliases: vec!["Deepsecret".to_owned()],
        role: "nightsecret".to_owned(),
        affiliation: "Officesecret".to_owned(),
        note: "notesecret".to_owned(),
        ..Speaker::new(SpeakerKind::Person, "Annsecret")
    };
    let witness = b.speaker(witness);
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let source = |title: &str, authors: &[elenchus::base::SpeakerId]| Source {
        authors: authors.to_vec(),
        venue: format!("{title} venue"),
        date: "1901-02-03".to_owned(),
        url: format!("https://{title}.example/url"),
        archive_url: format!("https://{title}.example/archive"),
        note: format!("{title} note"),
        ..Source::new(SourceKind::Post, title)
    };
    let own = b.source(source("ownsecret", &[witness]));
    let nameless = b.source(source("namelesssecret", &[]));
    let leak = b.source(Source { confidential: true, ..source("leaksecret", &[troy]) });
    let reply = b.source(Source { in_reply_to: Some(own), ..source("shared", &[troy]) });
    let claim = b.claim("The votes were counted twice");
    let say = |speaker, source, quotes: Vec<Quote>| Attribution {
        source: Some(source),
        quotes,
        cue: if speaker == witness { "cuesecret".to_owned() } else { "as he says".to_owned() },
        ..Attribution::new(Some(speaker), Stance::Asserts)
    };
    let quote =
        Quote { exact: "twice".to_owned(), prefix: "prefixsecret".to_owned(), suffix: "suffixsecret".to_owned(), ..Quote::default() };
    b.attribute(say(witness, nameless, vec![quote]), claim);
    b.attribute(say(witness, reply, Vec::new()), claim);
    b.attribute(say(troy, own, Vec::new()), claim);
    b.attribute(say(troy, leak, Vec::new()), claim);
    let report = b.attribute(say(troy, reply, Vec::new()), claim);
    let step = b.support(&[report], claim);
    b.attribute(say(witness, own, Vec::new()), step);
    let map = b.finish();
    for exporter in EXPORTERS.iter().filter(|exporter| exporter.name() != "ron") {
        for profile in Profile::ALL {
            let bytes = export(&map, exporter.name(), ExportOptions::of(*profile));
            let mut text = String::from_utf8_lossy(&bytes).into_owned();
            if exporter.name() == "pdf" {
                text.extend(words(&bytes));
            }
            let told = text.to_lowercase().find("secret").map(|at| text.get(at.saturating_sub(30)..at + 8));
            assert_eq!(told, None, "{} {profile:?}", exporter.name());
            // What others say in the same source is told with it.
            if ["svg", "html", "markdown", "csv", "json"].contains(&exporter.name()) {
                assert!(text.contains("https://shared.example/url"), "{}", exporter.name());
            }
        }
    }
}

#[test]
fn long_outlines_go_over_many_pages_and_keep_every_word() {
    let mut b = MapBuilder::new(1);
    let thesis = b.claim("Thesis");
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
    let mut last = thesis;
    for i in 0..60 {
        let claim = b.claim(format!("Reason number {i}: {}", "and so on and on ".repeat(if i == 30 { 400 } else { 5 })));
        b.attribute(Attribution::new(Some(speaker), Stance::Asserts), claim);
        b.support(&[claim], if i % 3 == 0 { thesis } else { last });
        last = claim;
    }
    let pages = words(&export(&b.finish(), "pdf", ExportOptions::of(Profile::Assignment)));
    assert!(pages.len() > 4, "{}", pages.len());
    let all = pages[1..].join(" ");
    assert!((0..60).all(|i| all.contains(&format!("Reason number {i}:"))), "{all}");
    assert_eq!(all.matches("Somebody asserts.").count(), 60);
    // Whoever reads the file may lose the space where a line ends.
    let said = all.replace(' ', "").matches("andsoonandon").count();
    assert!(said >= 59 * 5 + 395, "{said}");
}

#[test]
fn nothing_in_a_map_breaks_an_export() {
    let word = "x".repeat(100_000);
    let hostile = [
        "</text></svg><script>alert(1)</script>]]>",
        "\" onload=\"alert(1)",
        "\u{0}\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}",
        "\u{202e}reversed\u{2066}\u{200f}",
        "(\\) Tj ET endstream endobj %%EOF",
        "=HYPERLINK(\"http://x\")",
        "\n\n\n\t\r\n",
        "",
        &word,
    ];
    for text in hostile {
        let mut b = MapBuilder::new(1);
        b.meta(Meta { title: text.to_owned(), note: text.to_owned(), ..Meta::default() });
        let speaker = b.speaker(Speaker::new(SpeakerKind::Person, text));
        let source = b.source(Source { url: format!("https://{text}"), venue: text.to_owned(), ..Source::new(SourceKind::Post, text) });
        let group = b.group(Group { title: text.to_owned(), ..Group::default() });
        let tags = vec![text.to_owned()];
        let claim =
            Claim { text: text.to_owned(), title: text.to_owned(), cause: text.to_owned(), tags, group: Some(group), ..Claim::default() };
        let claim: NodeId = b.node(claim);
        let quotes = vec![Quote { exact: text.to_owned(), ..Quote::default() }];
        b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
        b.relation(Relation { title: text.to_owned(), ..Relation::new(RelationKind::Support) }, &[claim], claim);
        let map = b.finish();
        for exporter in EXPORTERS {
            for profile in [Profile::Screen, Profile::Assignment] {
                let options = ExportOptions { scale: 0.25, ..ExportOptions::of(profile) };
                let request = ExportRequest { options, ..ExportRequest::new(&map) };
                let done = exporter.export(&request, &TaskCtx::new());
                let bytes = done.unwrap_or_else(|error| panic!("{} {profile:?} {:.20}: {error}", exporter.name(), text)).bytes;
                if exporter.name() == "svg" {
                    assert_is_tame(&String::from_utf8(bytes).unwrap());
                }
            }
        }
    }
}

/// Well-formed, and no script, no handler.
fn assert_is_tame(svg: &str) {
    let mut reader = quick_xml::Reader::from_str(svg);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                assert_ne!(tag.local_name().as_ref(), "script");
                assert!(tag.attributes().all(|a| !a.unwrap().key.local_name().as_ref().starts_with("on")));
            }
            _ => {}
        }
    }
}

#[test]
fn an_empty_map_can_be_exported() {
    let map = ArgumentMap::default();
    for exporter in EXPORTERS.iter().filter(|exporter| exporter.is_picture()) {
        for profile in Profile::ALL {
            let request = ExportRequest { options: ExportOptions::of(*profile), ..ExportRequest::new(&map) };
            let done = exporter.export(&request, &TaskCtx::new());
            assert!(done.is_ok(), "{} {profile:?}: {:?}", exporter.name(), done.err());
        }
    }
}

#[test]
fn xmllint_reads_every_svg() {
    let folder = tempfile::tempdir().unwrap();
    for (i, map) in [small_map(), in_every_script()].iter().enumerate() {
        for outlines in [false, true] {
            let svg = export(map, "svg", ExportOptions { outlines, ..ExportOptions::of(Profile::Assignment) });
            let file = in_file(&folder, &format!("{i}-{outlines}.svg"), &svg);
            run("xmllint", &["--noout", "--nonet", &file]);
        }
    }
}

#[test]
fn poppler_finds_every_script_in_embedded_fonts() {
    let folder = tempfile::tempdir().unwrap();
    let file = in_file(&folder, "scripts.pdf", &export(&in_every_script(), "pdf", ExportOptions::default()));
    let Some(fonts) = run("pdffonts", &[&file]) else { return };
    for font in fonts.lines().skip(2) {
        assert!(font.contains("yes yes yes") || font.contains("Type 3"), "a font is not embedded, cut down and searchable: {font}");
    }
    // Lam and alef are one glyph, for which readers find one sign: the search of Poppler and its like takes it for the two.
    let Some(found) = run("pdftotext", &["-enc", "UTF-8", &file, "-"]).map(|text| text.nfkc().collect::<String>()) else { return };
    let families = run("fc-list", &[":", "family"]).unwrap_or_default();
    for (script, text) in SCRIPTS {
        let needed = match script {
            "Arabic" | "Hebrew" | "Devanagari" | "Thai" => format!("Noto Sans {script}"),
            "Japanese" | "Korean" => "Noto Sans CJK".to_owned(),
            "mathematics" => "Noto Sans Math".to_owned(),
            _ => "Emoji".to_owned(),
        };
        if !families.contains(&needed) {
            eprintln!("skipped: {script}, as {needed} is not installed");
            continue;
        }
        let longest = text.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).max_by_key(|word| word.len());
        if let Some(word) = longest.map(|word| word.nfkc().collect::<String>()) {
            assert!(found.contains(&word), "{script}: “{word}” is not found in {found}");
        }
    }
}

#[test]
fn poppler_sees_links_bookmarks_and_title() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = export(&small_map(), "pdf", ExportOptions::of(Profile::Assignment));
    let file = in_file(&folder, "small.pdf", &pdf);
    if let Some(info) = run("pdfinfo", &[&file]) {
        assert!(info.contains("Who cost whom?") && info.contains("A4") && info.contains("Elenchus"), "{info}");
    }
    if let Some(links) = run("pdfinfo", &["-url", &file]) {
        assert_eq!(links.matches(ADDRESS).count(), 2, "on the chip and in the footnote: {links}");
    }
    // Poppler lists bookmarks only on its way to HTML.
    if let Some(html) = run("pdftohtml", &["-xml", "-stdout", "-i", &file]) {
        let at = |word: &str| html.find(&format!(">{word}<")).unwrap_or_else(|| panic!("no bookmark “{word}”: {html}"));
        assert!(at("Florida") < at("Elsewhere") && at("Elsewhere") < at("Outline"), "{html}");
    }
}

#[test]
fn chromium_shows_what_the_png_shows() {
    let folder = tempfile::tempdir().unwrap();
    let map = small_map();
    let options = ExportOptions::of(Profile::Assignment);
    let ours = Pixmap::decode_png(&export(&map, "png", options)).unwrap();
    let file = in_file(&folder, "small.svg", &export(&map, "svg", options));
    let shot = folder.path().join("shot.png");
    let size = format!("--window-size={},{}", ours.width(), ours.height());
    let to = format!("--screenshot={}", shot.display());
    let home = format!("--user-data-dir={}", folder.path().join("home").display());
    let args = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", &home, &size, &to, &format!("file://{file}")];
    if run("chromium", &args).is_none() {
        return;
    }
    let theirs = Pixmap::load_png(&shot).unwrap();
    let side = |p: &Pixmap| (p.width(), p.height());
    assert_eq!(side(&theirs), side(&ours));
    let share = differing(&ours, &theirs);
    assert!(share < 0.01, "{:.2} % of the pixels are different", 100.0 * share);
}

#[test]
fn pictures_lose_only_the_groups_that_they_do_not_draw() {
    let lost = |map: &ArgumentMap, format: &str| -> Vec<String> {
        let losses = exporter(format).unwrap().losses(&ExportRequest::new(map), &TaskCtx::new()).unwrap();
        losses.into_iter().map(|loss| loss.to_string()).filter(|loss| loss.contains("group")).collect()
    };
    // Florida's two claims stand together, the one elsewhere stands alone.
    for format in ["svg", "png"] {
        assert_eq!(lost(&small_map(), format), ["1 group (Elsewhere)"], "{format}");
    }
    for format in ["pdf", "html"] {
        assert_eq!(lost(&small_map(), format), Vec::<String>::new(), "{format}");
    }
    let mut b = MapBuilder::new(1);
    let outer = b.group(Group { title: "Outer".to_owned(), ..Group::default() });
    let inner = b.group(Group { title: "Inner".to_owned(), parent: Some(outer), ..Group::default() });
    for (i, y) in [0, 140, 4_000].into_iter().enumerate() {
        let claim = b.node(Claim { text: format!("Claim {i}"), group: Some(inner), ..Claim::default() });
        b.place(ViewId::main(), claim, Placement { x: 0, y, pinned: false });
    }
    assert_eq!(lost(&b.finish(), "svg"), ["1 claim apart from the others of its group"]);
}

#[test]
fn a_title_block_does_not_count_what_is_not_there() {
    let mut b = MapBuilder::new(1);
    let (thesis, reason) = (b.claim("One"), b.claim("Two"));
    let facts = |b: &MapBuilder| {
        let text = svg(b.map(), ExportOptions::of(Profile::Poster));
        text.split('>').filter_map(|rest| rest.split_once("</text").map(|(said, _)| said.to_owned())).find(|said| said.contains("2 claims"))
    };
    assert_eq!(facts(&b).as_deref(), Some("2 claims"));
    b.support(&[reason], thesis);
    assert_eq!(facts(&b).as_deref(), Some("2 claims · 1 relation"));
}

#[test]
fn what_lies_too_far_apart_is_refused_in_words() {
    let mut b = MapBuilder::new(1);
    for (text, at) in [("One", i32::MIN), ("Two", i32::MAX)] {
        let claim = b.claim(text);
        b.place(ViewId::main(), claim, Placement { x: at, y: 0, pinned: false });
    }
    let map = b.finish();
    for format in ["pdf", "png"] {
        for profile in Profile::ALL {
            let request = ExportRequest { options: ExportOptions::of(*profile), ..ExportRequest::new(&map) };
            let refused = exporter(format).unwrap().export(&request, &TaskCtx::new()).unwrap_err().to_string();
            assert!(refused.contains("too far apart"), "{format} {profile:?}: {refused}");
        }
    }
    assert!(svg(&map, ExportOptions::default()).contains("Two"));
}

#[test]
fn an_outline_has_no_page_for_nothing_and_long_claims_flow_over_pages() {
    let folder = tempfile::tempdir().unwrap();
    let options = ExportOptions::of(Profile::Assignment);
    let pages = |map: &ArgumentMap| -> Option<(usize, String)> {
        let file = in_file(&folder, "map.pdf", &export(map, "pdf", options));
        let text = run("pdftotext", &["-enc", "UTF-8", "-layout", &file, "-"])?;
        Some((text.matches('\u{c}').count(), text))
    };
    let Some((empty, _)) = pages(&MapBuilder::new(1).finish()) else { return };
    assert_eq!(empty, 1, "the map's own page alone");
    let mut b = MapBuilder::new(1);
    for start in 0..3 {
        b.claim((0..600).map(|word| format!("word{} ", 1_000 * start + word)).collect::<String>());
    }
    let (count, text) = pages(&b.finish()).unwrap();
    assert_eq!(count, 6, "the map, and 202 lines of which a page has 46");
    for word in (0..600).chain(1_000..1_600).chain(2_000..2_600) {
        assert!(text.contains(&format!("word{word}")), "{word}");
    }
}
