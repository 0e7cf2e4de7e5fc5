//! The web page: one file that asks for nothing, whose words never become markup, and that works in a real browser.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use elenchus::base::{NodeId, TaskCtx, ViewId};
use elenchus::formats::{ExportOptions, ExportRequest, Profile, ThemeName, exporter, importer};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, Group, MapBuilder, Meta, Placement, Quote, Relation, RelationKind, Source, SourceKind, Speaker,
    SpeakerKind, Stance,
};
use scraper::{Html, Selector};

const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "</script><script>document.title='owned'</script>",
    "</style></title></svg></text><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' onclick='alert(1)' x='",
    "<svg><foreignObject><iframe src=//evil.example></iframe></foreignObject></svg>",
    "]]> --> <!-- -->",
    "&lt;b&gt; &amp;lt;script&amp;gt; &#60;script&#62;",
    "javascript:alert(1)",
    "https://evil.example/\"><script>alert(1)</script>",
    "<base href=https://evil.example><meta http-equiv=refresh content=0;url=//evil.example>",
    "control \u{0}\u{7}\u{1b}\r\n marks \u{202e}",
    "${alert(1)} {{alert(1)}} `${1}`",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
];

fn hostile_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    b.meta(Meta { title: HOSTILE.join(" "), note: HOSTILE.join("\n"), ..Meta::default() });
    let thesis = b.claim(HOSTILE[0]);
    for text in HOSTILE {
        let speaker = b.speaker(Speaker::new(SpeakerKind::Group, text));
        let source = b.source(Source { url: text.to_owned(), venue: text.to_owned(), ..Source::new(SourceKind::Post, text) });
        let claim = b.node(Claim {
            text: format!("{text} in full"),
            title: text.to_owned(),
            note: text.to_owned(),
            tags: vec![text.to_owned()],
            cause: text.to_owned(),
            ..Claim::default()
        });
        let step =
            Relation { title: text.to_owned(), note: text.to_owned(), scheme: text.to_owned(), ..Relation::new(RelationKind::Rebuttal) };
        b.relation(step, &[claim], thesis);
        let quotes = vec![Quote { exact: text.to_owned(), ..Quote::default() }];
        let said = Attribution { source: Some(source), quotes, note: text.to_owned(), ..Attribution::new(Some(speaker), Stance::Asserts) };
        b.attribute(said, claim);
    }
    b.finish()
}

/// A thesis with linked premises, an undercut, a quotation.
fn small_map() -> (ArgumentMap, [NodeId; 4]) {
    let mut b = MapBuilder::new(1);
    b.meta(Meta { title: "Who cost whom?".to_owned(), ..Meta::default() });
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let url = "https://example.org/nader?x=1&y=2".to_owned();
    let source = b.source(Source { url, venue: "Time".to_owned(), ..Source::new(SourceKind::Article, "Blame") });
    let thesis = b.claim("Nader cost Gore the election");
    let close = b.claim("537 votes decided Florida");
    let nader = b.claim("97,488 people voted for Nader");
    let home = b.claim("They would have stayed at home");
    let step = b.support(&[close, nader], thesis);
    b.rebut(&[home], step);
    let quotes = vec![Quote { exact: "cost Gore the election".to_owned(), ..Quote::default() }];
    b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(troy), Stance::Asserts) }, thesis);
    for (i, id) in [thesis, close, nader, home].into_iter().enumerate() {
        b.place(ViewId::main(), id, Placement { x: 300 * (i as i32 % 2), y: 200 * (i as i32 / 2), pinned: false });
    }
    (b.finish(), [thesis, close, nader, home])
}

fn example() -> ArgumentMap {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/who-cost-whom.ron")).unwrap();
    importer("ron").unwrap().import(&bytes, &TaskCtx::new()).unwrap().map
}

fn export(map: &ArgumentMap, format: &str, options: ExportOptions) -> String {
    let request = ExportRequest { options, ..ExportRequest::new(map) };
    String::from_utf8(exporter(format).unwrap().export(&request, &TaskCtx::new()).unwrap().bytes).unwrap()
}

fn html(map: &ArgumentMap) -> String {
    export(map, "html", ExportOptions::default())
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    page.select(&Selector::parse(selector).unwrap()).map(|e| e.text().collect::<String>().trim().to_owned()).collect()
}

/// Element names with the names of their attributes.
fn markup(page: &Html) -> BTreeSet<(String, Vec<String>)> {
    let all = Selector::parse("*").unwrap();
    page.select(&all)
        .map(|e| {
            let mut names: Vec<String> = e.value().attrs().map(|(name, _)| name.to_owned()).collect();
            names.sort();
            (e.value().name().to_owned(), names)
        })
        .collect()
}

#[test]
fn hostile_texts_stay_texts() {
    let map = hostile_map();
    let page = Html::parse_document(&html(&map));
    for script in texts(&page, "script") {
        assert_eq!(script, include_str!("../assets/html/page.js").trim());
    }
    for (selector, count) in [("script", 1), ("style", 1), ("title", 1), ("meta", 5), ("svg#map", 1), ("body", 1)] {
        assert_eq!(texts(&page, selector).len(), count, "{selector}");
    }
    for (name, attributes) in markup(&page) {
        let foreign = ["img", "iframe", "object", "embed", "base", "link", "form", "foreignobject", "foreignObject", "noscript"];
        assert!(!foreign.contains(&name.as_str()), "{name}");
        assert!(!attributes.iter().any(|a| a.starts_with("on") || a == "style" || a == "src"), "{name}: {attributes:?}");
    }
    for selector in ["#outline div > a", "#outline strong", "#outline small", "#notes small"] {
        let listed = texts(&page, selector);
        for text in HOSTILE.iter().filter(|text| !text.contains("control")) {
            assert!(listed.iter().any(|row| row.starts_with(text)), "{selector} {text}: {listed:?}");
        }
    }
}

#[test]
fn nothing_is_loaded_and_only_sources_are_linked() {
    for map in [hostile_map(), small_map().0, example()] {
        let text = html(&map);
        let page = Html::parse_document(&text);
        let all = Selector::parse("*").unwrap();
        for element in page.select(&all) {
            let value = element.value();
            for (name, link) in value.attrs().filter(|(name, _)| ["href", "xlink:href", "src", "action", "data", "srcset"].contains(name)) {
                assert!(name == "href" && ["a", "use"].contains(&value.name()), "{} {name}", value.name());
                if link.starts_with('#') {
                    continue;
                }
                assert_eq!(value.name(), "a", "{link}");
                assert!(["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme)), "{link}");
                assert_eq!(value.attr("target"), None, "{link}");
            }
        }
        let style = texts(&page, "style").concat();
        assert!(!style.contains("url(") && !style.contains("@import"));
        let script = texts(&page, "script").concat();
        for word in
            ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "XMLHttp", "import(", "http:", "https:"]
        {
            assert!(!script.replace("http://www.w3.org/2000/svg", "").contains(word), "{word}");
        }
        let policy = page.select(&Selector::parse("meta[http-equiv]").unwrap()).next().unwrap().value().attr("content").unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[test]
fn what_is_cited_again_is_named_once() {
    let mut b = MapBuilder::new(1);
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let url = "https://example.org/nader".to_owned();
    let source = b.source(Source { url, venue: "Time".to_owned(), ..Source::new(SourceKind::Article, "Blame") });
    for (text, words) in [("Nader cost Gore the election", "cost Gore"), ("537 votes decided Florida", "537 votes")] {
        let claim = b.claim(text);
        let quotes = vec![Quote { exact: words.to_owned(), ..Quote::default() }];
        b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(troy), Stance::Asserts) }, claim);
    }
    let text = html(&b.finish());
    let notes = texts(&Html::parse_document(&text), "#notes li");
    assert_eq!(notes, ["Gil Troy asserts. “Blame”, Time. “cost Gore” example.org", "Gil Troy asserts. Source as in note 1. “537 votes”"]);
    assert_eq!(text.matches("https://example.org/nader").count(), 1);
    // With a script both say it.
    let Some(page) = in_chromium(&text, "", "notes") else { return };
    let notes: Vec<String> = texts(&page, "#notes li").iter().map(|note| note.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(notes[1], "Gil Troy asserts. “Blame”, Time. “537 votes” example.org");
    assert_eq!(texts_of(&page, "#notes li:last-child a", "href"), BTreeSet::from(["https://example.org/nader".to_owned()]));
}

#[test]
fn links_to_sources_are_short_on_screens_and_whole_on_paper() {
    let shown = |url: &str| {
        let mut b = MapBuilder::new(1);
        let source = b.source(Source { url: url.to_owned(), ..Source::new(SourceKind::Post, "Post") });
        let claim = b.claim("One");
        b.attribute(Attribution { source: Some(source), ..Attribution::new(None, Stance::Asserts) }, claim);
        texts(&Html::parse_document(&html(&b.finish())), "#notes a").concat()
    };
    let known = [
        ("https://www.example.org/a/b?c#d", "example.org"),
        ("http://example.org:8080", "example.org:8080"),
        ("https://bank.example@evil.example/x", "evil.example"),
        ("mailto:ann@example.org", "ann@example.org"),
    ];
    for (url, host) in known {
        assert_eq!(shown(url), host, "{url}");
    }
}

#[test]
fn the_list_says_what_the_picture_says() {
    let (map, [thesis, close, ..]) = small_map();
    let page = Html::parse_document(&html(&map));
    let pictured: BTreeSet<String> = texts_of(&page, "#map > g[id]", "id");
    let linked = texts_of(&page, "#outline div > a", "href").into_iter().map(|link| link.trim_start_matches('#').to_owned());
    let listed: BTreeSet<String> = linked.chain(texts_of(&page, "#outline li", "data-via")).collect();
    assert_eq!(pictured, listed);
    let note = format!("#outline div > a[href=\"#{thesis}\"] + sup a");
    assert_eq!(texts(&page, &note), ["1"]);
    assert_eq!(texts(&page, "#outline sup a"), ["1"]);
    let notes = texts(&page, "#notes li").join(" ");
    assert!(notes.contains("Gil Troy") && notes.contains("“cost Gore the election”"), "{notes}");
    assert_eq!(texts_of(&page, "#notes a", "href").into_iter().collect::<Vec<_>>(), ["https://example.org/nader?x=1&y=2"]);
    let nested = format!("#outline li > div:has(> a[href=\"#{thesis}\"]) + ul li > div > a[href=\"#{close}\"]");
    assert_eq!(texts(&page, &nested).len(), 1);
    assert_eq!(page.select(&Selector::parse("html").unwrap()).next().unwrap().value().attr("lang"), Some("en"));
}

/// A group in a group, with a claim in each and one in none.
fn grouped_map() -> (ArgumentMap, [NodeId; 3]) {
    let mut b = MapBuilder::new(1);
    let outer = b.group(Group { title: "Florida <b>".to_owned(), order: 1, note: "The sunshine state".to_owned(), ..Group::default() });
    let inner = b.group(Group { title: "Ballots".to_owned(), parent: Some(outer), ..Group::default() });
    let mut claim = |text: &str, group| b.node(Claim { text: text.to_owned(), group, ..Claim::default() });
    let claims = [claim("537 votes", Some(outer)), claim("Hanging chads", Some(inner)), claim("Nothing else", None)];
    b.support(&[claims[1]], claims[0]);
    (b.finish(), claims)
}

#[test]
fn groups_are_listed_with_their_claims() {
    let (map, [votes, chads, other]) = grouped_map();
    let page = Html::parse_document(&html(&map));
    assert_eq!(texts(&page, "#groups > ul > li > .title"), ["Florida <b>"]);
    assert_eq!(texts(&page, "#groups > ul > li > ul > li > .title"), ["Ballots"]);
    assert_eq!(texts(&page, "#groups small"), ["The sunshine state"]);
    assert_eq!(texts_of(&page, "#groups a", "href"), BTreeSet::from([format!("#{votes}"), format!("#{chads}")]));
    assert_eq!(texts_of(&page, "#outline div > a", "href").len(), 3, "{other} is in none, but listed");
    assert_eq!(texts(&Html::parse_document(&html(&small_map().0)), "#groups").len(), 0);
    assert!(exporter("html").unwrap().losses(&ExportRequest::new(&map), &TaskCtx::new()).unwrap().is_empty());

    // Groups that contain each other are still there.
    let round = "(format: 1, groups: { \"g_1\": (title: \"One\", parent: \"g_2\"), \"g_2\": (title: \"Two\", parent: \"g_1\") })";
    let map = importer("ron").unwrap().import(round.as_bytes(), &TaskCtx::new()).unwrap().map;
    let page = Html::parse_document(&html(&map));
    assert_eq!(texts(&page, "#groups .title").len(), 2);
}

#[test]
fn chromium_shows_a_group_and_finds_by_its_name() {
    let (map, [votes, chads, _]) = grouped_map();
    let page = html(&map);
    let lit = |page: &Html| texts_of(page, "#map .hit[data-node]", "data-node");
    let press = "document.querySelector('#groups .title').click();";
    let Some(pressed) = in_chromium(&acted(&page, press), "", "group") else { return };
    assert_eq!(lit(&pressed), BTreeSet::from([votes.to_string(), chads.to_string()]));
    assert_eq!(texts(&pressed, "#count"), ["1 of 2"]);
    let again = in_chromium(&acted(&page, &format!("{press}{press}")), "", "group, again").unwrap();
    assert!(lit(&again).is_empty());
    let find = "const q = document.getElementById('query'); q.value = 'ballots'; q.dispatchEvent(new Event('input'));";
    let found = in_chromium(&acted(&page, find), "", "finding").unwrap();
    assert_eq!(lit(&found), BTreeSet::from([chads.to_string()]));
    assert_eq!(texts(&found, "#about .in"), ["Florida <b> › Ballots"]);
}

#[test]
fn a_dark_page_is_dark_from_the_start() {
    let (map, _) = small_map();
    let shade = |theme: ThemeName| {
        let text = export(&map, "html", ExportOptions { theme, ..ExportOptions::default() });
        (texts_of(&Html::parse_document(&text), "html", "data-shade").into_iter().next().unwrap_or_default(), text)
    };
    for theme in [ThemeName::Light, ThemeName::Print, ThemeName::ContrastLight] {
        assert_eq!(shade(theme).0, "", "{theme:?}: readers see what their system asks for");
    }
    for (theme, ground) in [(ThemeName::Dark, "rgb(21, 24, 29)"), (ThemeName::ContrastDark, "rgb(0, 0, 0)")] {
        let (is, text) = shade(theme);
        assert_eq!(is, "dark", "{theme:?}");
        let look = "document.documentElement.dataset.ground = getComputedStyle(document.body).backgroundColor;";
        let Some(page) = in_chromium(&acted(&text, look), "", "dark") else { return };
        assert_eq!(texts_of(&page, "html", "data-ground"), BTreeSet::from([ground.to_owned()]), "{theme:?}");
        assert_eq!(texts_of(&page, "#shade", "aria-pressed"), BTreeSet::from(["true".to_owned()]));
    }
}

fn texts_of(page: &Html, selector: &str, attribute: &str) -> BTreeSet<String> {
    page.select(&Selector::parse(selector).unwrap()).filter_map(|e| e.value().attr(attribute)).map(str::to_owned).collect()
}

#[test]
fn a_chain_deeper_than_browsers_nest_stays_whole() {
    let mut b = MapBuilder::new(1);
    let mut at = b.claim("Claim 0");
    for i in 1..600 {
        let next = b.claim(format!("Claim {i}"));
        b.support(&[next], at);
        at = next;
    }
    let page = Html::parse_document(&html(&b.finish()));
    assert_eq!(texts(&page, "#outline div > a").len(), 600);
    assert_eq!(texts(&page, "#notes").len(), 0);
}

#[test]
fn every_profile_and_palette_makes_a_page() {
    let (map, _) = small_map();
    for profile in Profile::ALL {
        for theme in ThemeName::EXPORTED {
            for outlines in [false, true] {
                let options = ExportOptions { theme: *theme, outlines, ..ExportOptions::of(*profile) };
                let page = Html::parse_document(&export(&map, "html", options));
                assert_eq!(texts(&page, "#map").len(), 1, "{profile:?} {theme:?}");
            }
        }
    }
}

/// Chromium; nothing where there is none, which is said.
fn browser() -> Option<Command> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let browser = names.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    if browser.is_none() {
        eprintln!("skipped: Chromium is not installed (sh tests/setup.sh installs it on Debian)");
    }
    browser.map(Command::new)
}

/// The page as Chromium has it after its script ran; nothing where there is no Chromium.
fn in_chromium(page: &str, hash: &str, after: &str) -> Option<Html> {
    let mut run = browser()?;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.html");
    std::fs::write(&file, page).unwrap();
    run.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1400,900",
        "--virtual-time-budget=3000",
        "--enable-logging=stderr",
    ]);
    run.arg(format!("--user-data-dir={}", folder.path().join("profile").display())).arg("--dump-dom");
    let done = run.arg(format!("file://{}{hash}", file.display())).output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    let complaints: Vec<&str> = said.lines().filter(|line| line.contains("CONSOLE")).collect();
    assert!(complaints.is_empty(), "{after}: {complaints:?}");
    Some(Html::parse_document(&String::from_utf8(done.stdout).unwrap()))
}

#[test]
fn chromium_runs_the_script_under_the_policy() {
    let (map, [thesis, ..]) = small_map();
    let Some(page) = in_chromium(&html(&map), &format!("#{thesis}"), "small map") else { return };
    assert_eq!(texts(&page, "html.js").len(), 1);
    let shown = texts(&page, "#about:not([hidden])").concat();
    assert!(shown.contains("Nader cost Gore the election") && shown.contains("“cost Gore the election”"), "{shown}");
    assert_eq!(texts_of(&page, "#outline li.here", "data-node").into_iter().collect::<Vec<_>>(), [thesis.to_string()]);
    assert_eq!(texts(&page, "#map .ring").len(), 1);
    // Screen readers hear of a card what its row says, and its footnotes.
    let card = format!("#map #{thesis}[role=button]");
    assert_eq!(texts_of(&page, &card, "aria-label"), BTreeSet::from(["1. Nader cost Gore the election".to_owned()]));
    assert_eq!(texts_of(&page, &card, "aria-describedby"), BTreeSet::from(["n1".to_owned()]));
    assert_eq!(texts_of(&page, "#map [data-ends]", "aria-label").len(), 2);
    assert_eq!(texts_of(&page, "#notes a[target=_blank]", "rel"), BTreeSet::from(["noopener noreferrer".to_owned()]));
}

#[test]
fn a_claim_under_the_pointer_tells_quotation_and_source() {
    let (map, [thesis, ..]) = small_map();
    let over = format!(
        "document.querySelector('#map [data-node={thesis}]').dispatchEvent(new PointerEvent('pointerenter', {{ pointerType: 'mouse' }}));"
    );
    let Some(page) = in_chromium(&acted(&html(&map), &over), "", "hovering") else { return };
    let shown = texts(&page, "#about:not([hidden])").concat();
    assert!(shown.contains("“cost Gore the election”") && shown.contains("“Blame”, Time"), "{shown}");
    assert_eq!(texts_of(&page, "#about a", "href"), BTreeSet::from(["https://example.org/nader?x=1&y=2".to_owned()]));
}

#[test]
fn a_page_is_printed_with_map_outline_and_notes() {
    let (map, _) = small_map();
    let folder = tempfile::tempdir().unwrap();
    let (page, pdf) = (folder.path().join("map.html"), folder.path().join("map.pdf"));
    std::fs::write(&page, html(&map)).unwrap();
    let Some(mut print) = browser() else { return };
    print.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
    print.arg(format!("--user-data-dir={}", folder.path().join("profile").display()));
    let done = print.arg(format!("--print-to-pdf={}", pdf.display())).arg(format!("file://{}", page.display())).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let words = pdf_extract::extract_text(&pdf).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["Who cost whom?", "537 votes decided Florida", "Outline", "“cost Gore the election”", "https://example.org/nader"] {
        assert!(words.contains(said), "“{said}” is not in {words}");
    }
    assert_eq!(words.matches("537 votes decided Florida").count(), 2, "in the map and in the outline: {words}");
}

#[test]
fn chromium_finds_nothing_to_run_in_hostile_texts() {
    let map = hostile_map();
    let first = map.claims().next().map(|(id, _)| id).unwrap();
    let Some(page) = in_chromium(&html(&map), &format!("#{first}"), "hostile map") else { return };
    assert_eq!(texts(&page, "html.js").len(), 1);
    assert_eq!(texts(&page, "script").len(), 1);
    assert!(texts(&page, "title").concat().starts_with("<script>alert(1)</script>"));
    assert!(texts(&page, "img, iframe, base").is_empty());
}

/// The page without its policy, so that a test's own script may act as a reader.
fn acted(page: &str, script: &str) -> String {
    let (before, rest) = page.split_once("<meta http-equiv=").unwrap();
    let (_, after) = rest.split_once(">\n").unwrap();
    let keys =
        "const key = (name, on = document.activeElement) => on.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));";
    format!("{before}{after}").replace("</body>", &format!("<script>{keys}{script}</script></body>"))
}

#[test]
fn a_reader_finds_folds_and_walks() {
    let (map, [thesis, close, nader, home]) = small_map();
    let page = html(&map);
    let find = "const q = document.getElementById('query'); q.value = 'FLÓRIDA decided'; q.dispatchEvent(new Event('input'));";
    let Some(found) = in_chromium(&acted(&page, find), "", "finding") else { return };
    assert_eq!(texts(&found, "#count"), ["1 of 1"]);
    assert_eq!(texts_of(&found, "#map .hit[data-node]", "data-node"), BTreeSet::from([close.to_string()]));

    let fold = format!("document.querySelector('li[data-node={thesis}] .fold').click();");
    let folded = in_chromium(&acted(&page, &fold), "", "folding").unwrap();
    let gone = texts_of(&folded, "#map .gone[data-node]", "data-node");
    let claims: BTreeSet<String> = gone.iter().filter(|id| id.starts_with("c_")).cloned().collect();
    assert_eq!(claims, [close, nader, home].iter().map(ToString::to_string).collect());
    assert_eq!(gone.len(), 5, "the relations too: {gone:?}");
    assert_eq!(texts_of(&folded, "#map .gone[data-line]", "data-line").len(), 2);
    assert_eq!(texts(&folded, "#map .badge text").len(), 1);

    // The thesis stands above the second premise, left of the first.
    for (keys, at) in [("key('ArrowRight')", close), ("key('ArrowDown')", nader), ("key('ArrowDown'); key('ArrowRight')", home)] {
        let walk = format!("document.getElementById('{thesis}').focus(); {keys}; key('Enter');");
        let walked = in_chromium(&acted(&page, &walk), "", keys).unwrap();
        assert_eq!(texts_of(&walked, "#outline li.here", "data-node"), BTreeSet::from([at.to_string()]), "{keys}");
    }

    let shade = in_chromium(&acted(&page, "document.getElementById('shade').click();"), "", "dark").unwrap();
    assert_eq!(texts_of(&shade, "html", "data-shade"), BTreeSet::from(["dark".to_owned()]));
}
