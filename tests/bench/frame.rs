//! CPU time of the window's thread for its frames, widgets and tessellation included, without the graphics card, as a table:
//! `cargo bench --bench frame`; words behind `--` pick the maps (`example`, `10k`, `100k`)
//! what is done on them (`pan`, `drag`, `edit`, …), and at which zoom.

use std::time::Instant;

use egui::{Context, Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, pos2, vec2};
use elenchus::analysis::Shown;
use elenchus::app::{ElenchusApp, Startup};
use elenchus::base::{NodeId, Rng, TaskCtx, ViewId};
use elenchus::editor::{Action, Command};
use elenchus::formats::importer;
use elenchus::formats::native::to_text;
use elenchus::io::Config;
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Placement, Speaker, SpeakerKind, Stance};
use elenchus::render::{Theme, scene};

#[path = "editing.rs"]
mod editing;
#[path = "exporting.rs"]
mod exporting;
#[path = "finding.rs"]
mod finding;
#[path = "naive.rs"]
mod naive;

/// Frames of one gesture.
const FRAMES: usize = 120;
/// Frames in which what an edit leads to is felt.
const AFTERMATH: usize = 6;
/// An opening that takes longer, in seconds, is not waited for.
const PATIENCE: u64 = 300;
const ZOOMS: [f32; 4] = [0.05, 0.25, 0.5, 1.0];
const SCREEN: Rect = Rect { min: Pos2::ZERO, max: pos2(1600.0, 1000.0) };
/// Left of the inspector, below the menu.
const MIDDLE: Pos2 = pos2(620.0, 500.0);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let word = |at: usize| words.get(at).cloned().unwrap_or_default();
    let example = || {
        let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/who-cost-whom.ron")).unwrap();
        importer("ron").unwrap().import(&bytes, &TaskCtx::new()).unwrap().map
    };
    let maps: [(&str, &dyn Fn() -> ArgumentMap); 3] = [
        ("example", &example),
        ("10k claims, 20k relations", &|| grid(10_000, 20_000)),
        ("100k claims, 200k relations", &|| grid(100_000, 200_000)),
    ];
    for (name, make) in maps {
        if name.starts_with(&word(0)) {
            measure(name, make, &word(1), word(2).parse().ok());
        }
    }
}

fn measure(name: &str, make: &dyn Fn() -> ArgumentMap, only: &str, at: Option<f32>) {
    println!("\n{name}: ms a frame\n{:<34}{:>9}{:>9}{:>9}", "", "median", "p95", "most");
    let before = resident();
    let map = make();
    let claims = map.claims().count();
    let with_map = resident();
    let mut screen = Screen::new();
    screen.opening(map);
    for zoom in ZOOMS.into_iter().filter(|zoom| at.is_none_or(|at| at == *zoom)) {
        screen.at_zoom(zoom);
        let times = |what: &str, screen: &mut Screen, frame: &mut dyn FnMut(&mut Screen)| {
            if !what.contains(only) {
                return;
            }
            row(&format!("zoom {zoom}: {what}"), (0..FRAMES).map(|_| timed(|| frame(screen))).collect());
        };
        times("pan", &mut screen, &mut Screen::pan);
        times("hover", &mut screen, &mut Screen::hover);
        times("zoom", &mut screen, &mut Screen::zoom);
        screen.at_zoom(zoom);
        for (what, many) in [("drag one", 1), ("drag 100", 100)] {
            if what.contains(only)
                && let Some(card) = screen.take_hold(many)
            {
                times(what, &mut screen, &mut |screen| screen.drag(card));
                row(&format!("zoom {zoom}: {what}, let go"), screen.let_go(card));
            }
        }
        screen.at_zoom(zoom);
    }
    for way in editing::WAYS {
        if way.starts_with(only) {
            screen.edits(way);
        }
    }
    if "find".contains(only) {
        screen.finding();
    }
    if "export".contains(only) {
        screen.exporting();
    }
    screen.settle();
    row("copying the map for a job", (0..5).map(|_| timed(|| ArgumentMap::clone(screen.app.editor().map()))).collect());
    row("idle", (0..FRAMES).map(|_| timed(|| screen.draw(Vec::new()))).collect());
    let all = resident();
    if "naive".contains(only) {
        naively(screen.app.editor().map());
    }
    if let (Some(before), Some(with_map), Some(all)) = (before, with_map, all) {
        let each = |bytes: usize| bytes / claims.max(1);
        println!(
            "bytes a claim: {} of the map, {} with its picture and history",
            each(with_map.saturating_sub(before)),
            each(all.saturating_sub(before))
        );
    }
}

/// The same scene with everything painted in every frame, whether it is in view or not.
fn naively(map: &ArgumentMap) {
    let mut shaper = elenchus::render::TextShaper::new();
    let scene = scene(map, ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
    let ctx = Context::default();
    ctx.set_fonts(elenchus::render::fonts::definitions());
    for zoom in [ZOOMS[0], ZOOMS[3]] {
        let times = (0..5).map(|i| timed(|| naive::frame(&ctx, &scene, SCREEN, zoom, i as f32))).collect();
        row(&format!("zoom {zoom}: pan, drawn naively"), times);
    }
}

/// What some work costs this thread, in ms.
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = cpu_time();
    std::hint::black_box(work());
    cpu_time() - start
}

/// The time for which this thread has had a processor, where the system tells: other programs do not count. Else the time on the clock.
fn cpu_time() -> f64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    // The kernel's account is brought up to date when the thread gives way.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    nanos.map_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64() * 1e3, |nanos| nanos / 1e6)
}

/// The time for which all threads have had a processor, in ms.
fn process_time() -> f64 {
    let told = std::fs::read_to_string("/proc/self/stat").ok();
    // User and system time are the 14th and 15th field, in hundredths of a second; the second field may hold spaces.
    let ticks = told.and_then(|text| {
        let fields: Vec<f64> = text.rsplit_once(')')?.1.split_whitespace().filter_map(|field| field.parse().ok()).collect();
        Some(fields.get(10)? + fields.get(11)?)
    });
    ticks.unwrap_or(f64::NAN) * 10.0
}

fn row(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(f64::NAN);
    println!("{name:<34}{:>9.2}{:>9.2}{:>9.2}", at(0.5), at(0.95), at(1.0));
}

/// Memory in use, where the system tells.
fn resident() -> Option<usize> {
    let pages: usize = std::fs::read_to_string("/proc/self/statm").ok()?.split_whitespace().nth(1)?.parse().ok()?;
    Some(pages * 4096)
}

/// Claims in rows, most relations between neighbours, one in twenty across the map, an attribution on every fourth claim.
fn grid(claims: usize, relations: usize) -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let mut rng = Rng::new(2);
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let columns = (claims as f32).sqrt() as usize;
    let ids: Vec<NodeId> = (0..claims)
        .map(|i| {
            let id = b.claim(format!("Claim number {i} says that something or other brought about what claim number {} says", i / 2));
            b.place(ViewId::main(), id, Placement { x: (i % columns) as i32 * 360, y: (i / columns) as i32 * 220, pinned: false });
            if i % 4 == 0 {
                b.attribute(Attribution::new(Some(speaker), Stance::Asserts), id);
            }
            id
        })
        .collect();
    for i in 0..relations {
        let from = rng.below(claims);
        let to = if i % 20 == 0 { rng.below(claims) } else { (from + [1, columns, columns + 1][i % 3]) % claims };
        let (from, to) = (ids[from], ids[to]);
        if i % 3 == 0 {
            b.rebut(&[from], to)
        } else {
            b.support(&[from], to)
        };
    }
    b.finish()
}

struct Screen {
    ctx: Context,
    app: ElenchusApp,
    time: f64,
    frame: usize,
    /// Where unsaved work is kept, as it would be.
    _home: tempfile::TempDir,
    /// Whether the last frame asked for another one at once.
    restless: bool,
}

impl Screen {
    fn new() -> Self {
        let ctx = Context::default();
        let home = tempfile::tempdir().unwrap();
        let app = ElenchusApp::new(&ctx, Startup { config: Some(Config::at(home.path())), ..Startup::default() });
        Self { ctx, app, time: 0.0, frame: 0, _home: home, restless: false }
    }

    /// Opens a map from its file, as the user would: frames while it is read, and until the whole picture is there; what the other
    /// threads did for it, and how long all of it took by the clock.
    fn opening(&mut self, map: ArgumentMap) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bench.ron");
        std::fs::write(&path, to_text(&map)).unwrap();
        drop(map);
        self.draw(Vec::new());
        self.app.push(Command::OpenPath(path));
        let (began, work) = (Instant::now(), process_time());
        let (mut reading, mut drawing, mut read_in) = (Vec::new(), Vec::new(), None);
        while began.elapsed().as_secs() < PATIENCE {
            let time = timed(|| self.draw(Vec::new()));
            if self.app.editor().map().node_count() == 0 {
                reading.push(time);
            } else {
                read_in.get_or_insert_with(|| began.elapsed());
                drawing.push(time);
            }
            if !self.restless && !self.app.is_busy() && drawing.len() > 10 {
                break;
            }
            // As the screen would.
            std::thread::sleep(std::time::Duration::from_millis(4));
        }
        let (all, work) = (began.elapsed().as_secs_f64(), process_time() - work);
        let own: f64 = reading.iter().chain(&drawing).sum();
        row(&format!("opening: reading, {} frames", reading.len()), reading);
        row(&format!("opening: drawing, {} frames", drawing.len()), drawing);
        println!(
            "opening: {all:.2} s by the clock ({:.2} s until it was read), {:.2} s of work, {:.2} s of it on the window's thread",
            read_in.unwrap_or_default().as_secs_f64(),
            work / 1e3,
            own / 1e3
        );
        self.settle();
    }

    /// Lets a layout end and the camera arrive.
    fn settle(&mut self) {
        for _ in 0..40 {
            std::thread::sleep(std::time::Duration::from_millis(4));
            self.draw(Vec::new());
        }
        // A job that looks at the map while it is edited costs a copy of the map: that is measured by itself.
        std::thread::sleep(std::time::Duration::from_millis(300));
        self.draw(Vec::new());
    }

    fn draw(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        self.frame += 1;
        let input = RawInput { screen_rect: Some(SCREEN), time: Some(self.time), events, ..RawInput::default() };
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone());
            app.ui(ui);
        });
        self.restless = output.viewport_output.values().any(|v| v.repaint_delay.is_zero());
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        output.drop_without_applying_deltas();
        meshes.len()
    }

    /// That zoom, around the middle of the map.
    fn at_zoom(&mut self, zoom: f32) {
        self.app.push(Command::Select(Vec::new()));
        self.app.push(Action::ZoomToFit);
        self.settle();
        self.app.push(Action::ZoomToActualSize);
        self.settle();
        self.wheel(0.0, zoom.ln() * 400.0, Modifiers::COMMAND);
        self.settle();
    }

    /// The wheel, with the pointer in the middle of the canvas.
    fn wheel(&mut self, x: f32, y: f32, modifiers: Modifiers) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(x, y),
            phase: TouchPhase::Move,
            modifiers,
            source: egui::MouseWheelSource::Trackpad,
        };
        self.draw(vec![Event::PointerMoved(MIDDLE), wheel]);
    }

    /// There and back, so that the map stays in view.
    fn pan(&mut self) {
        let step = if self.frame % 120 < 60 { 24.0 } else { -24.0 };
        self.wheel(step, step / 2.0, Modifiers::NONE);
    }

    fn zoom(&mut self) {
        let step = if self.frame % 60 < 30 { 4.0 } else { -4.0 };
        self.wheel(0.0, step, Modifiers::COMMAND);
    }

    fn hover(&mut self) {
        let at = MIDDLE + vec2((self.frame * 37 % 500) as f32 - 250.0, (self.frame * 23 % 400) as f32 - 200.0);
        self.draw(vec![Event::PointerMoved(at)]);
    }

    fn button(&mut self, at: Pos2, pressed: bool) {
        self.draw(vec![Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }]);
    }

    /// Selects that many claims around the middle and presses the button on one of them.
    fn take_hold(&mut self, many: usize) -> Option<Pos2> {
        // Whatever is under the pointer.
        let mut at = None;
        'search: for y in (-160..160).step_by(4) {
            for x in [0.0, 50.0, -50.0] {
                let pos = MIDDLE + vec2(x, y as f32);
                self.draw(vec![Event::PointerMoved(pos)]);
                self.button(pos, true);
                self.button(pos, false);
                self.draw(Vec::new());
                self.time += 1.0;
                if self.app.editor().selection().lead().is_some_and(|lead| self.app.editor().map().claim(lead).is_some()) {
                    at = Some(pos);
                    break 'search;
                }
            }
        }
        let at = at?;
        if many > 1 {
            let lead = self.app.editor().selection().lead()?;
            self.app.push(Command::SelectAlso(self.nearest(lead, many)));
        }
        self.settle();
        self.draw(vec![Event::PointerMoved(at)]);
        self.button(at, true);
        // The first steps set up the drag.
        for _ in 0..4 {
            self.drag(at);
        }
        Some(at)
    }

    fn nearest(&self, lead: NodeId, many: usize) -> Vec<NodeId> {
        let map = self.app.editor().map();
        let place = |id: NodeId| map.placement(ViewId::main(), id).map(|p| (i64::from(p.x), i64::from(p.y))).unwrap_or_default();
        let (x, y) = place(lead);
        let mut near: Vec<NodeId> = map.claims().map(|(id, _)| id).collect();
        near.sort_by_key(|id| (place(*id).0 - x).pow(2) + (place(*id).1 - y).pow(2));
        near.truncate(many);
        near
    }

    fn drag(&mut self, from: Pos2) {
        let step = (self.frame % 90) as f32;
        self.draw(vec![Event::PointerMoved(from + vec2(20.0 + 2.0 * step, step))]);
    }

    fn let_go(&mut self, from: Pos2) -> Vec<f64> {
        let mut times = vec![timed(|| self.button(from + vec2(60.0, 30.0), false))];
        times.extend((0..AFTERMATH).map(|_| timed(|| self.draw(Vec::new()))));
        self.settle();
        times
    }
}
