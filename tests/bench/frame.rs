//! CPU of one frame of the window, layout of widgets and tessellation included, without the graphics card:
//! `cargo bench --bench frame`.

use divan::{Bencher, counter::ItemsCount};
use egui::{Context, Event, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, pos2, vec2};
use elenchus::app::{ElenchusApp, Startup};
use elenchus::base::{NodeId, Rng, TaskCtx, ViewId};
use elenchus::editor::{Action, Command, Loaded};
use elenchus::formats::importer;
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Placement, Speaker, SpeakerKind, Stance};

fn main() {
    divan::main();
}

/// The maps looked at.
#[derive(Clone, Copy, Debug)]
enum Sample {
    FirstDebate,
    Nodes5000,
    Claims10000,
}

const SAMPLES: [Sample; 3] = [Sample::FirstDebate, Sample::Nodes5000, Sample::Claims10000];

impl Sample {
    fn map(self) -> ArgumentMap {
        match self {
            Self::FirstDebate => {
                let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/who-cost-whom.ron")).unwrap();
                importer("ron").unwrap().import(&bytes, &TaskCtx::new()).unwrap().map
            }
            Self::Nodes5000 => grid(2000, 2500),
            Self::Claims10000 => grid(10_000, 20_000),
        }
    }
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
}

impl Screen {
    fn on(map: ArgumentMap) -> Self {
        let ctx = Context::default();
        let mut app = ElenchusApp::new(&ctx, Startup::default());
        app.push(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "bench".to_owned(), unsaved: false })));
        let mut screen = Self { ctx, app, time: 0.0, frame: 0 };
        screen.settle();
        screen
    }

    /// Lets a layout end and the camera arrive.
    fn settle(&mut self) {
        for _ in 0..200 {
            std::thread::sleep(std::time::Duration::from_millis(2));
            self.draw(Vec::new());
        }
    }

    fn draw(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        self.frame += 1;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0)));
        let input = RawInput { screen_rect, time: Some(self.time), events, ..RawInput::default() };
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone());
            app.ui(ui);
        });
        let shapes = output.shapes.clone();
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        output.drop_without_applying_deltas();
        meshes.len()
    }

    /// The wheel, with the pointer in the middle of the canvas.
    fn wheel(&mut self, x: f32, y: f32, modifiers: Modifiers) -> usize {
        let pointer = Event::PointerMoved(pos2(600.0, 500.0));
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(x, y),
            phase: TouchPhase::Move,
            modifiers,
            source: egui::MouseWheelSource::Trackpad,
        };
        self.draw(vec![pointer, wheel])
    }

    fn pan(&mut self) -> usize {
        // There and back, so that the map stays in view.
        let step = if self.frame % 120 < 60 { 24.0 } else { -24.0 };
        self.wheel(step, step / 2.0, Modifiers::NONE)
    }

    fn zoom(&mut self) -> usize {
        let step = if self.frame % 200 < 100 { 16.0 } else { -16.0 };
        self.wheel(0.0, step, Modifiers::COMMAND)
    }
}

/// Panning at the map's own size.
#[divan::bench(args = SAMPLES, sample_count = 200, sample_size = 1)]
fn pan_at_zoom_1(bencher: Bencher<'_, '_>, sample: Sample) {
    let mut screen = Screen::on(sample.map());
    screen.app.push(Action::ZoomToActualSize);
    screen.settle();
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| screen.pan());
}

/// Panning with the whole map in view.
#[divan::bench(args = SAMPLES, sample_count = 200, sample_size = 1)]
fn pan_zoomed_out(bencher: Bencher<'_, '_>, sample: Sample) {
    let mut screen = Screen::on(sample.map());
    screen.app.push(Action::ZoomToFit);
    screen.settle();
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| screen.pan());
}

/// Zooming from far away to near and back.
#[divan::bench(args = SAMPLES, sample_count = 200, sample_size = 1)]
fn zoom_in_and_out(bencher: Bencher<'_, '_>, sample: Sample) {
    let mut screen = Screen::on(sample.map());
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| screen.zoom());
}

/// The first frame after a move.
#[divan::bench(args = SAMPLES, sample_count = 50, sample_size = 1)]
fn frame_after_a_move(bencher: Bencher<'_, '_>, sample: Sample) {
    let mut screen = Screen::on(sample.map());
    let node = screen.app.editor().map().claims().map(|(id, _)| id).next().unwrap();
    screen.app.push(Command::Select(vec![node]));
    screen.settle();
    let mut right = false;
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| {
        right = !right;
        screen.app.push(if right { Action::NudgeRight } else { Action::NudgeLeft });
        screen.draw(Vec::new())
    });
}
