//! How good the lines of laid out maps are: which run through cards of others, how much of each can be seen, what stands on what.

use std::time::Instant;

use elenchus::analysis::Shown;
use elenchus::base::{NodeId, Rng, SpeakerId, TaskCtx, ViewId};
use elenchus::edit::{self, ops};
use elenchus::formats::importer;
use elenchus::layout::{self, request};
use elenchus::model::{ArgumentMap, Attribution, LayoutName, MapBuilder, Relation, RelationKind, Speaker, SpeakerKind, Stance};
use elenchus::render::{Arrow, Scene, TextShaper, Theme, scene, size_of};
use emath::{Pos2, Rect, Vec2, vec2};

/// Points on a line are so far apart.
const STEP: f32 = 3.0;
/// So much of each line is to be seen.
const VISIBLE: f32 = 24.0;

/// Prints a row for each map whose name begins as asked, and each layout: `lines [MAP] [LAYOUT]`; MAP may be a plain graph in a file.
pub fn report() {
    let args: Vec<String> = std::env::args().skip_while(|arg| arg != "lines").skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let asked = args.first().cloned().unwrap_or_default();
    let wanted = |layout: &LayoutName| args.get(1).is_none_or(|name| name == layout.word());
    println!(
        "{:<26}{:>7}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}",
        "map",
        "lines",
        "through",
        "<24 px",
        "handles",
        "names",
        "length",
        "turns",
        "crossed",
        "struck",
        "area",
        "aspect",
        "cpu ms",
        "clock"
    );
    for (name, map) in maps(&asked) {
        for layout in layout::LAYOUTS.iter().map(|layout| layout.name()).filter(|layout| *layout != LayoutName::Auto && wanted(layout)) {
            let Some(map) = laid_out(map.clone(), layout) else { continue };
            row(&format!("{name} {layout:?}"), &map);
        }
    }
}

/// The maps whose names begin like that, or the one in that file.
pub fn maps(asked: &str) -> Vec<(String, ArgumentMap)> {
    let read = |path: &str, format: &str| {
        let bytes = std::fs::read(path).ok()?;
        importer(format)?.import(&bytes, &TaskCtx::new()).ok().map(|read| read.map)
    };
    if let Some((path, format)) = [("json", "graph"), ("ron", "ron"), ("argdown", "argdown")]
        .into_iter()
        .find_map(|(extension, format)| asked.ends_with(extension).then_some((asked, format)))
    {
        let name = path.rsplit('/').next().and_then(|file| file.split('.').next()).unwrap_or_default();
        return read(path, format).map(|map| (name.to_owned(), map)).into_iter().collect();
    }
    let example = |name: &'static str| {
        let map = move || read(&format!("{}/examples/{name}.ron", env!("CARGO_MANIFEST_DIR")), "ron").unwrap_or_default();
        (name, Box::new(map) as Box<dyn Fn() -> ArgumentMap>)
    };
    let debate = |name, claims, across, linked| (name, Box::new(move || debate(claims, across, linked)) as Box<dyn Fn() -> ArgumentMap>);
    let known = [
        example("who-cost-whom"),
        example("first-map"),
        debate("debate-300", 300, 0, 0),
        debate("debate-1000", 1_000, 0, 4),
        debate("web-1000", 1_000, 500, 4),
        debate("mesh-1000", 1_000, 2_000, 0),
        debate("dense-1000", 1_000, 4_000, 0),
        debate("debate-10000", 10_000, 0, 4),
        debate("web-10000", 10_000, 10_000, 6),
    ];
    let is_known = known.iter().any(|(name, _)| *name == asked);
    let is_asked = |name: &str| if is_known { name == asked } else { name.starts_with(asked) };
    known.into_iter().filter(|(name, _)| is_asked(name)).map(|(name, map)| (name.to_owned(), map())).collect()
}

/// A tree of replies, most of them to recent claims, with links across; every so many relations are linked premises, others undercut.
fn debate(claims: usize, across: usize, linked: usize) -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let mut rng = Rng::new(7);
    let words = "the election was lost by those who would not vote for what they could not stand and said so";
    let nodes: Vec<NodeId> = (0..claims).map(|i| b.claim(format!("Claim {i}: {}", &words[..10 + rng.below(words.len() - 10)]))).collect();
    let mut relations: Vec<NodeId> = Vec::new();
    for from in 1..claims {
        let recent = from.min(4.max(from / 3));
        let back = if rng.unit() < 0.35 { rng.below(from) } else { rng.below(recent) };
        let to = nodes[from - 1 - back];
        let kind = RelationKind::ALL[from % 2];
        let scheme = if from % 5 == 0 { "Practical reasoning".to_owned() } else { String::new() };
        let relation = Relation { scheme, ..Relation::new(kind) };
        if linked > 0 && from % (3 * linked) == 0 {
            b.rebut(&[nodes[from]], relations[rng.below(relations.len())]);
        } else if linked > 0 && from % linked == 0 {
            relations.push(b.relation(relation, &[nodes[from], nodes[from - 1]], to));
        } else {
            relations.push(b.relation(relation, &[nodes[from]], to));
        }
    }
    for _ in 0..across {
        b.support(&[nodes[rng.below(claims)]], nodes[rng.below(claims)]);
    }
    // A few say much, many say little; a tenth has no date.
    let speakers: Vec<SpeakerId> = (0..24).map(|i| b.speaker(Speaker::new(SpeakerKind::Person, format!("Speaker {i}")))).collect();
    for (i, claim) in nodes.iter().enumerate() {
        let speaker = (rng.unit() * rng.unit() * speakers.len() as f64) as usize;
        let date = if i % 10 == 9 { String::new() } else { format!("{}-{:02}", 2000 + 16 * i / claims, 1 + i % 12) };
        b.attribute(Attribution { date, ..Attribution::new(speakers.get(speaker).copied(), Stance::Asserts) }, *claim);
    }
    b.finish()
}

pub fn laid_out(mut map: ArgumentMap, name: LayoutName) -> Option<ArgumentMap> {
    let mut shaper = TextShaper::new();
    let todo = request::of_map(&map, ViewId::main(), request::Scope::Everything, 1, &mut |node| size_of(&map, node, &mut shaper));
    let centres = layout::layout(name).run(&todo.request, &TaskCtx::new(), &mut |_| {}).ok()?;
    let transaction = ops::lay_out(&map, ViewId::main(), (name, todo.request.side), &todo.placements(&centres)).ok()?;
    edit::apply(&mut map, &transaction).ok()?;
    Some(map)
}

fn row(name: &str, map: &ArgumentMap) {
    let mut shaper = TextShaper::new();
    let make = |shaper: &mut TextShaper| scene(map, ViewId::main(), &Shown::default(), Theme::light(), shaper);
    make(&mut shaper);
    // The system counts in hundredths of a second.
    let (start, began) = (cpu_time(), Instant::now());
    let mut runs = 0.0;
    while runs < 3.0 || began.elapsed().as_secs_f64() < 0.5 {
        make(&mut shaper);
        runs += 1.0;
    }
    let (spent, clock) = ((cpu_time() - start) / runs, began.elapsed().as_secs_f64() * 1e3 / runs);
    let scene = make(&mut shaper);
    let cards = Grid::new(&scene);
    let (mut through, mut hidden, mut handles, mut names, mut length, mut turns) = (0, 0, 0, 0, 0.0, 0.0);
    for arrow in scene.arrows() {
        let line = Line::of(&scene, &cards, arrow);
        through += usize::from(line.through);
        // Lengths are sums of many small ones.
        hidden += usize::from(line.visible < VISIBLE - 0.1);
        length += line.length / line.distance.max(1.0);
        turns += line.turns;
        handles += usize::from(cards.any(Rect::from_center_size(arrow.at, Vec2::splat(18.0)), |_| true));
        names += usize::from(cards.any(arrow.handle_rect(), |_| true));
    }
    let (crossed, struck) = crowded(&scene);
    let boxes: f32 = scene.cards().iter().map(|card| card.rect().area()).sum();
    let page = scene.cards().iter().map(|card| card.rect()).fold(Rect::NOTHING, Rect::union);
    let count = scene.arrows().len() as f32;
    let share = |n: usize| n as f32 / count;
    println!(
        "{name:<26}{:>7}{:>9.4}{:>9.4}{:>9.4}{:>9.4}{:>9.3}{:>9.2}{:>9.4}{:>9.4}{:>9.1}{:>9.2}{:>9.1}{:>9.1}",
        count,
        share(through),
        share(hidden),
        share(handles),
        share(names),
        length / count,
        turns / count,
        share(crossed),
        share(struck),
        page.area() / boxes,
        page.width() / page.height(),
        spent,
        clock
    );
}

/// How many handles lie on lines or handles of others, and how many names.
fn crowded(scene: &Scene) -> (usize, usize) {
    let mut marks = Grid { squares: Default::default() };
    for (index, arrow) in scene.arrows().iter().enumerate() {
        let lines = arrow.legs.iter().chain(&arrow.trunk).flat_map(|path| {
            let points = path.flatten(0.5);
            points.windows(2).flat_map(|pair| between(pair[0], pair[1])).collect::<Vec<_>>()
        });
        let marked = lines.map(|at| Rect::from_center_size(at, Vec2::splat(2.0)));
        for rect in marked.chain([Rect::from_center_size(arrow.at, Vec2::splat(18.0))]) {
            squares(rect).for_each(|square| marks.squares.entry(square).or_default().push((index, rect)));
        }
    }
    // Lines that end on a handle lie on it.
    let near = |index: usize, at: Pos2| {
        let ends = scene.arrows()[index].trunk.as_ref().is_some_and(|path| path.end().distance(at) < 16.0);
        ends || scene.arrows()[index].legs.iter().any(|path| path.start().distance(at) < 16.0)
    };
    let on_others = |index: usize, at: Pos2, area: Rect| marks.any(area, |other| other != index && !near(other, at));
    let arrows = scene.arrows().iter().enumerate();
    let crossed = arrows.clone().filter(|(i, arrow)| on_others(*i, arrow.at, Rect::from_center_size(arrow.at, Vec2::splat(16.0))));
    let struck = arrows.filter(|(_, arrow)| arrow.handle_rect().area() > 500.0);
    (crossed.count(), struck.filter(|(i, arrow)| on_others(*i, arrow.at, arrow.handle.text_rect.translate(arrow.at.to_vec2()))).count())
}

/// The time in ms for which the threads of this process have had processors, where the system tells; else the time on the clock.
fn cpu_time() -> f64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let told = std::fs::read_to_string("/proc/self/stat").ok();
    let ticks = told.and_then(|text| {
        let (_, fields) = text.rsplit_once(')')?;
        let numbers = fields.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
        numbers.sum::<Result<f64, _>>().ok()
    });
    ticks.map_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64() * 1e3, |ticks| ticks * 10.0)
}

/// What can be said of a line.
#[derive(Default)]
struct Line {
    /// Whether it runs through a card that it neither starts nor ends on.
    through: bool,
    /// How much of it no card covers.
    visible: f32,
    length: f32,
    /// The way as the crow flies.
    distance: f32,
    /// How often it turns right round.
    turns: f32,
}

impl Line {
    fn of(scene: &Scene, cards: &Grid, arrow: &Arrow) -> Self {
        let mut line = Self::default();
        for path in arrow.legs.iter().chain(&arrow.trunk) {
            let corners = path.flatten(0.5);
            let points: Vec<Pos2> = corners.windows(2).flat_map(|pair| between(pair[0], pair[1])).chain(corners.last().copied()).collect();
            let (Some(start), Some(end)) = (points.first(), points.last()) else { continue };
            line.distance += start.distance(*end);
            // A card on which the line begins or ends may touch it.
            let own = |card: usize| {
                let rect = scene.cards()[card].rect().expand(3.0);
                rect.contains(*start) || rect.contains(*end)
            };
            for pair in points.windows(2) {
                let step = pair[0].distance(pair[1]);
                line.length += step;
                let at = Rect::from_min_max(pair[0], pair[0]);
                line.through |= cards.any(at, |card| !own(card));
                line.visible += if cards.any(at, |_| true) { 0.0 } else { step };
            }
            for three in points.windows(3) {
                let (a, b) = (three[1] - three[0], three[2] - three[1]);
                if a.length() > 0.1 && b.length() > 0.1 {
                    line.turns += a.normalized().dot(b.normalized()).clamp(-1.0, 1.0).acos() / std::f32::consts::TAU;
                }
            }
        }
        line
    }
}

fn between(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let count = (from.distance(to) / STEP).ceil().clamp(1.0, 1e5) as usize;
    (0..count).map(|i| from.lerp(to, i as f32 / count as f32)).collect()
}

/// Cards by squares.
struct Grid {
    squares: std::collections::HashMap<(i32, i32), Vec<(usize, Rect)>>,
}

const SIDE: f32 = 200.0;

impl Grid {
    fn new(scene: &Scene) -> Self {
        let mut grid = Self { squares: Default::default() };
        for (index, placed) in scene.cards().iter().enumerate() {
            for square in squares(placed.rect()) {
                grid.squares.entry(square).or_default().push((index, placed.rect()));
            }
        }
        grid
    }

    /// Whether an area overlaps a card for which that holds.
    fn any(&self, area: Rect, holds: impl Fn(usize) -> bool) -> bool {
        let touches = |rect: &Rect| rect.shrink2(vec2(0.5, 0.5)).intersects(area);
        squares(area)
            .any(|square| self.squares.get(&square).is_some_and(|list| list.iter().any(|(card, rect)| touches(rect) && holds(*card))))
    }
}

fn squares(rect: Rect) -> impl Iterator<Item = (i32, i32)> {
    let at = |pos: Pos2| ((pos.x / SIDE).floor() as i32, (pos.y / SIDE).floor() as i32);
    let (low, high) = (at(rect.min), at(rect.max));
    (low.0..=high.0).flat_map(move |x| (low.1..=high.1).map(move |y| (x, y)))
}
