//! The real binary on a real screen: somebody maps, undoes, redoes, saves and quits with the keyboard alone.
#![cfg(all(feature = "gui", target_os = "linux"))]

#[path = "common/desktop.rs"]
mod desktop;
#[path = "common/dropping.rs"]
mod dropping;
#[path = "common/hands.rs"]
mod hands;
#[path = "common/mouse.rs"]
mod mouse;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use desktop::Desktop;
use elenchus::editor::{Action, Menu};

const REBUTTAL: &str = "Many Nader voters would have stayed at home without him";

/// Lines of `new` that `old` does not have, and the other way round. Lines of a map are unique but for brackets.
fn difference<'a>(old: &'a str, new: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let only = |a: &'a str, b: &str| a.lines().filter(|l| !b.lines().any(|m| m == *l)).collect();
    (only(new, old), only(old, new))
}

/// A copy of the first debate, and what is in it.
fn debate(desktop: &Desktop) -> (PathBuf, String) {
    let file = desktop.home.path().join("debate.ron");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/who-cost-whom.ron"), &file).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    (file, text)
}

/// Goes to the claim and begins a rebuttal to it; the words are still being typed.
fn rebut(desktop: &Desktop) {
    desktop.key(&["ctrl+k"]);
    desktop.type_text("Nader cost Gore the 2000 election");
    desktop.key(&["Return", "r"]);
    desktop.type_text(REBUTTAL);
}

fn quit(desktop: &Desktop, program: &mut Child) {
    desktop.key(&["ctrl+q"]);
    let status = desktop.wait_for("the end of the program", || program.try_wait().unwrap());
    assert!(status.success(), "{status}");
}

#[test]
fn a_rebuttal_by_keyboard_is_the_only_change() {
    let Some(desktop) = Desktop::start() else { return };
    let (file, before) = debate(&desktop);
    let said = fs::File::create(desktop.home.path().join("stderr")).unwrap();
    let mut program = desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg(&file).stderr(said).spawn().unwrap();
    let window = desktop.await_window("debate", || {
        let ended = program.try_wait().unwrap();
        assert!(ended.is_none(), "it ended at once: {}", fs::read_to_string(desktop.home.path().join("stderr")).unwrap());
    });
    desktop.settle();

    // Go to the claim, rebut it.
    rebut(&desktop);
    desktop.key(&["Return"]);
    desktop.settle();

    desktop.key(&["ctrl+z", "ctrl+s"]);
    desktop.settle();
    assert!(fs::read_to_string(&file).unwrap() == before, "undo leaves the file as it was");

    desktop.key(&["ctrl+shift+z"]);
    desktop.settle();
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window.png");
    desktop.screenshot(&window, &shot);
    desktop.key(&["ctrl+s"]);
    let after = desktop.wait_for("the saved file", || fs::read_to_string(&file).ok().filter(|now| *now != before));
    quit(&desktop, &mut program);

    let (added, removed) = difference(&before, &after);
    let said = format!("added:\n{}\nremoved:\n{}", added.join("\n"), removed.join("\n"));
    // There is room for it: nobody had to step aside.
    assert!(removed.is_empty(), "{said}");
    assert_eq!(added.len(), 5, "a claim, its relation, two edges, a place: {said}");
    let claim = id_of(added.iter().find(|l| l.contains(REBUTTAL)).expect(&said));
    let relation = id_of(added.iter().find(|l| l.contains("Relation(kind: Rebuttal)")).expect(&said));
    let target = id_of(before.lines().find(|l| l.contains("\"Nader cost Gore the 2000 election\"")).unwrap());
    for line in [format!("(\"{claim}\", Premise, \"{relation}\"),"), format!("(\"{relation}\", Target, \"{target}\"),")] {
        assert!(added.iter().any(|l| l.trim() == line), "no line {line}: {said}");
    }
    assert!(added.iter().any(|l| l.trim().starts_with(&format!("\"{claim}\": ("))), "the claim has a place: {said}");
    picture_is_not_blank(&shot);
}

/// The id at the beginning of a record's line.
fn id_of(line: &str) -> String {
    line.split('"').nth(1).unwrap().to_owned()
}

/// Keeps the screenshot for the README where it is asked for, and looks whether anything was drawn.
fn picture_is_not_blank(shot: &Path) {
    let pixels = resvg::tiny_skia::Pixmap::load_png(shot).unwrap();
    let mut colours: Vec<_> = pixels.pixels().iter().map(|p| (p.red() / 8, p.green() / 8, p.blue() / 8)).collect();
    colours.sort_unstable();
    colours.dedup();
    assert!(colours.len() > 50, "only {} colours on the screen", colours.len());
    if std::env::var_os("ELENCHUS_KEEP_SCREENSHOT").is_some() {
        fs::copy(shot, Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/window.png")).unwrap();
    }
}

/// Starts the program and waits for its window.
fn start(desktop: &Desktop, file: Option<&Path>, title: &str) -> (Child, String) {
    let said = fs::File::options().create(true).append(true).open(desktop.home.path().join("stderr")).unwrap();
    let mut program = desktop.command(env!("CARGO_BIN_EXE_elenchus")).args(file).stderr(said).spawn().unwrap();
    let window = desktop.await_window(title, || {
        let ended = program.try_wait().unwrap();
        assert!(ended.is_none(), "it ended at once: {}", fs::read_to_string(desktop.home.path().join("stderr")).unwrap());
    });
    desktop.settle();
    (program, window)
}

#[test]
fn what_is_killed_is_recovered() {
    let Some(desktop) = Desktop::start() else { return };
    let (file, before) = debate(&desktop);
    let (mut program, _) = start(&desktop, Some(&file), "debate");
    rebut(&desktop);
    // Five seconds are allowed to be missing. The text is still being typed.
    std::thread::sleep(std::time::Duration::from_secs(5));
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(fs::read_to_string(&file).unwrap() == before, "nothing was saved");

    let (mut program, window) = start(&desktop, None, "debate");
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recovered.png");
    desktop.screenshot(&window, &shot);
    // “Open recovered” has the keyboard; the map opens unsaved under its own path.
    desktop.key(&["Return", "ctrl+s"]);
    let after = desktop.wait_for("the saved file", || fs::read_to_string(&file).ok().filter(|now| *now != before));
    assert!(after.contains(REBUTTAL));
    quit(&desktop, &mut program);
    let kept = desktop.home.path().join("state/elenchus/recovery");
    assert_eq!(fs::read_dir(kept).unwrap().count(), 0, "nothing is kept of what is saved");
}

#[test]
fn a_bug_ends_the_program_but_not_the_work() {
    let Some(desktop) = Desktop::start() else { return };
    let (file, before) = debate(&desktop);
    let said = desktop.home.path().join("stderr");
    // Nobody but a test can ask for a bug, and only of a build for tests.
    let mut program = desktop
        .command(env!("CARGO_BIN_EXE_elenchus"))
        .arg(&file)
        .env("ELENCHUS_BREAKS_ON", Action::ToggleMinimap.info().id)
        .stderr(fs::File::create(&said).unwrap())
        .spawn()
        .unwrap();
    let window = desktop.await_window("debate", || assert!(program.try_wait().unwrap().is_none(), "it ended at once"));
    desktop.settle();
    rebut(&desktop);
    desktop.key(&["Return", "m"]);
    desktop.settle();
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("after-a-bug.png");
    desktop.screenshot(&window, &shot);
    assert!(program.try_wait().unwrap().is_none(), "the window says so before it goes");
    // Its only button has the keyboard.
    desktop.key(&["Return"]);
    let status = desktop.wait_for("the end of the program", || program.try_wait().unwrap());
    let said = fs::read_to_string(&said).unwrap();
    assert_eq!(status.code(), Some(i32::from(elenchus::cli::BUG)), "{said}");
    assert!(said.contains("elenchus: the window stopped because of a bug in this program; unsaved work was kept"), "{said}");
    assert!(fs::read_to_string(&file).unwrap() == before, "nothing was saved");

    let (mut program, _) = start(&desktop, None, "debate");
    desktop.key(&["Return", "ctrl+s"]);
    let after = desktop.wait_for("the saved file", || fs::read_to_string(&file).ok().filter(|now| *now != before));
    assert!(after.contains(REBUTTAL));
    quit(&desktop, &mut program);
}

#[test]
fn files_dropped_by_another_program_open_and_come_back() {
    let Some(desktop) = Desktop::start() else { return };
    let ((debate, _), square) = (debate(&desktop), desktop.home.path().join("town square.argdown"));
    fs::write(&square, "[Square]: The square should be closed to cars.\n    - [Shops]: Shops would lose customers.\n").unwrap();
    let (mut program, window) = start(&desktop, None, "Untitled");
    desktop.drop_files(&window, &[&debate, &square]);
    let names = ["debate", "town square"];
    let opened = |name: &str| desktop.wait_for(name, || desktop.find_window(name));
    desktop.wait_for("one of the maps", || names.iter().find_map(|name| desktop.find_window(name)));
    desktop.settle();
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dropped.png");
    desktop.screenshot(&window, &shot);
    let (shown, other) = if desktop.find_window(names[0]).is_some() { (names[0], names[1]) } else { (names[1], names[0]) };
    // The other one has a tab too.
    desktop.key(&["ctrl+Tab"]);
    opened(other);
    desktop.key(&["ctrl+Tab"]);
    opened(shown);
    quit(&desktop, &mut program);
    // What has a file of its own is open again at the next start.
    let (mut program, _) = start(&desktop, None, "debate");
    program.kill().unwrap();
    program.wait().unwrap();
}

#[test]
fn two_windows_on_one_file() {
    let Some(desktop) = Desktop::start() else { return };
    let (file, before) = debate(&desktop);
    let (mut first, _) = start(&desktop, Some(&file), "debate");
    let mut second = desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg(&file).spawn().unwrap();
    desktop.wait_for("a second window", || {
        let list = desktop.xdotool(&["search", "--onlyvisible", "--name", "debate"])?;
        (list.lines().count() == 2).then_some(())
    });
    desktop.settle();
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("two-windows.png");
    desktop.screenshot("root", &shot);
    // The second window is in front. Saving there asks for a name and writes nothing.
    desktop.key(&["ctrl+a", "Delete", "ctrl+s"]);
    desktop.key(&["Escape"]);
    assert!(fs::read_to_string(&file).unwrap() == before);
    // When the first is gone, however it went, the file is free.
    first.kill().unwrap();
    first.wait().unwrap();
    second.kill().unwrap();
    second.wait().unwrap();
    let (mut third, _) = start(&desktop, Some(&file), "debate");
    desktop.key(&["Escape", "ctrl+k"]);
    desktop.type_text("Nader cost Gore the 2000 election");
    desktop.key(&["Return", "r"]);
    desktop.type_text(REBUTTAL);
    desktop.key(&["Return", "ctrl+s"]);
    desktop.wait_for("the saved file", || fs::read_to_string(&file).ok().filter(|now| now.contains(REBUTTAL)));
    third.kill().unwrap();
    third.wait().unwrap();
}

#[test]
fn without_a_display_one_sentence_says_what_works() {
    let output = Command::new(env!("CARGO_BIN_EXE_elenchus"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    for verb in ["new", "check", "stats", "convert", "formats", "layout", "export"] {
        assert!(said.contains(verb), "{verb} is not named: {said}");
    }
}

/// What a file says bears on what: `target <+ premises`.
fn structure(file: &Path) -> Vec<String> {
    use elenchus::model::RelationKind;
    let map = elenchus::io::open(file, &elenchus::base::TaskCtx::new()).unwrap().map;
    let words = |id| map.claim(id).map_or("that step", |claim| claim.text.as_str());
    let mut lines: Vec<String> = map
        .relations()
        .map(|(id, relation)| {
            let sign = if relation.kind == RelationKind::Support { '+' } else { '-' };
            let premises: Vec<&str> = map.premises(id).into_iter().map(words).collect();
            format!("{} <{sign} {}", map.target(id).map_or("nothing", words), premises.join(" & "))
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn ten_claims_by_keyboard_alone() {
    let Some(desktop) = Desktop::start() else { return };
    let file = desktop.home.path().join("square.ron");
    let made = Command::new(env!("CARGO_BIN_EXE_elenchus")).arg("new").arg(&file).status().unwrap();
    assert!(made.success());
    let mut program = desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg(&file).spawn().unwrap();
    desktop.await_window("square", || assert!(program.try_wait().unwrap().is_none(), "it ended at once"));
    desktop.settle();

    // What is written, and the key that goes on from there.
    let steps = [
        ("c", "The square should be closed to cars"),
        ("Tab", "Cars make it loud"),
        ("ctrl+Return", "Children could play there"),
        ("Tab", "There is no other playground"),
        ("shift+Tab", "Shops would gain"),
        ("alt+Return", "Customers come by car"),
    ];
    for (key, words) in steps {
        desktop.key(&[key]);
        desktop.type_text(words);
    }
    desktop.key(&["Return", "u"]);
    desktop.type_text("Most come on foot");
    desktop.key(&["Return", "alt+Up", "alt+Up", "p"]);
    desktop.type_text("Shops matter");
    desktop.key(&["Return", "alt+Up", "h"]);
    desktop.type_text("The council should vote yes");
    desktop.key(&["Return", "r"]);
    desktop.type_text("It would cost too much");
    // A claim without words, taken back.
    desktop.key(&["Return", "b", "Escape", "ctrl+s"]);
    desktop.wait_for("the saved file", || fs::read_to_string(&file).ok().filter(|now| now.contains("It would cost too much")));
    quit(&desktop, &mut program);
    assert_eq!(
        structure(&file),
        [
            "Children could play there <+ There is no other playground",
            "Shops would gain <- Customers come by car",
            "The council should vote yes <+ The square should be closed to cars",
            "The council should vote yes <- It would cost too much",
            "The square should be closed to cars <+ Cars make it loud",
            "The square should be closed to cars <+ Children could play there",
            "The square should be closed to cars <+ Shops would gain & Shops matter",
            "that step <- Most come on foot",
        ]
    );
}

#[test]
fn a_copy_goes_to_another_program_whole() {
    let Some(desktop) = Desktop::start() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (from, to) = (desktop.home.path().join("debate.ron"), desktop.home.path().join("second.ron"));
    fs::copy(root.join("examples/who-cost-whom.ron"), &from).unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_elenchus")).arg("new").arg(&to).status().unwrap();
    assert!(made.success());
    let mut programs = [&from, &to].map(|file| desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg(file).spawn().unwrap());
    desktop.await_window("debate", || ());
    desktop.settle();
    desktop.key(&["ctrl+a", "ctrl+c"]);
    desktop.await_window("second", || ());
    desktop.settle();
    desktop.key(&["ctrl+v", "ctrl+s"]);
    let copied = desktop.wait_for("the saved copy", || {
        let map = elenchus::io::open(&to, &elenchus::base::TaskCtx::new()).ok()?.map;
        (map.node_count() > 0).then_some(map)
    });
    let original = elenchus::io::open(&from, &elenchus::base::TaskCtx::new()).unwrap().map;
    // Ids are new; everything else came along: who says what where, in which words, and where it stands.
    let said = |map: &elenchus::model::ArgumentMap| {
        let mut said: Vec<String> =
            map.attributions().map(|(_, a)| format!("{:?}", elenchus::model::Attribution { origin: String::new(), ..a.clone() })).collect();
        said.sort();
        said
    };
    assert_eq!(said(&copied), said(&original));
    assert_eq!((copied.speakers(), copied.sources()), (original.speakers(), original.sources()));
    assert_eq!(structure(&to), structure(&from));
    let shape = |map: &elenchus::model::ArgumentMap| {
        let mut places: Vec<_> = map.views().values().flat_map(|v| v.placements.values().map(|p| (p.x, p.y))).collect();
        places.sort_unstable();
        let first = places.first().copied().unwrap_or_default();
        places.into_iter().map(|(x, y)| (x - first.0, y - first.1)).collect::<Vec<_>>()
    };
    assert_eq!(shape(&copied), shape(&original));
    for program in &mut programs {
        program.kill().unwrap();
        program.wait().unwrap();
    }
}

/// Where an entry of the File menu is: entries are 26 points apart, sections 6 more.
fn in_file_menu(wanted: Action) -> (i32, i32) {
    let before: Vec<Action> = Action::ALL.iter().copied().filter(|a| a.info().menu == Menu::File).take_while(|a| *a != wanted).collect();
    (50, 50 + 26 * before.len() as i32 + 6 * i32::from(wanted.info().section))
}

#[test]
fn a_small_map_by_mouse_alone() {
    let Some(desktop) = Desktop::start() else { return };
    let file = desktop.home.path().join("square.ron");
    let made = desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg("new").arg(&file).status().unwrap();
    assert!(made.success());
    let mut program = desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg(&file).spawn().unwrap();
    let window = desktop.await_window("square", || assert!(program.try_wait().unwrap().is_none(), "it ended at once"));
    desktop.fit_window(&window, 1390, 860);

    // Claims by double clicks on the ground; a click elsewhere is the end of writing.
    let (cars, air, shops, bikes) = ((480, 150), (420, 410), (800, 410), (800, 620));
    for (at, text) in [
        (cars, "Cars should stay out"),
        (air, "The air would be cleaner"),
        (shops, "Shops would lose customers"),
        (bikes, "Most customers come by bike"),
    ] {
        desktop.click(&window, at, 2);
        desktop.type_text(text);
        desktop.click(&window, (300, 720), 1);
    }
    // Lines from upper edges; the question stands below what the line ends on, its answers below each other.
    let upper_edge = |(x, y): (i32, i32)| (x, y - 23);
    for (from, to, answer) in [(air, cars, 75), (shops, cars, 111), (bikes, ((cars.0 + shops.0) / 2, (cars.1 + shops.1) / 2), 115)] {
        desktop.drag(&window, upper_edge(from), to);
        desktop.click(&window, (to.0 + 40, to.1 + answer), 1);
    }
    let shot = Path::new(env!("CARGO_TARGET_TMPDIR")).join("by-mouse.png");
    desktop.screenshot(&window, &shot);
    let before = fs::read_to_string(&file).unwrap();
    desktop.click(&window, (27, 18), 1);
    desktop.click(&window, in_file_menu(Action::Save), 1);
    let saved = desktop.wait_for("the saved file", || fs::read_to_string(&file).ok().filter(|now| *now != before));
    quit(&desktop, &mut program);

    let lines: Vec<&str> = saved.lines().map(str::trim).collect();
    let id = |what: &str| id_of(lines.iter().find(|l| l.contains(what)).unwrap_or_else(|| panic!("no {what} in {saved}")));
    let relation_of = |claim: &str| {
        let start = format!("(\"{}\", Premise, ", id(claim));
        lines.iter().find_map(|l| Some(l.strip_prefix(&start)?.split('"').nth(1)?.to_owned())).unwrap_or_else(|| panic!("{claim}: {saved}"))
    };
    for (claim, kind, target) in [
        ("The air would be cleaner", "Support", id("Cars should stay out")),
        ("Shops would lose customers", "Rebuttal", id("Cars should stay out")),
        ("Most customers come by bike", "Rebuttal", relation_of("Shops would lose customers")),
    ] {
        let relation = relation_of(claim);
        assert!(lines.iter().any(|l| l.starts_with(&format!("\"{relation}\": Relation(kind: {kind}"))), "{claim} is no {kind}: {saved}");
        assert!(lines.contains(&format!("(\"{relation}\", Target, \"{target}\"),").as_str()), "{claim}: {saved}");
    }
}
