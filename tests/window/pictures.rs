//! What the window looks like: pictures that were looked at and kept in `tests/golden/window`.

use egui::{Event, Key, Modifiers, PointerButton, vec2};
use elenchus::app::Startup;
use elenchus::base::ViewId;
use elenchus::editor::{Action, Command};
use elenchus::io::{Config, Settings};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, MapBuilder, Placement, Relation, RelationKind, Source, SourceKind, Speaker, SpeakerKind,
    Stance,
};
use elenchus::render::ThemeName;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

use crate::golden::compare;
use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

const MAIN: &str = "Ralph Nader cost Al Gore the 2000 election";
const VOTERS: &str = "His voters would have chosen Gore";
const POLLS: &str = "Exit polls asked them whom they would have chosen without Nader";
const MARGIN: &str = "Bush won Florida by 537 votes";

/// A window on a map, in a palette, small enough for a picture.
fn window(map: ArgumentMap, theme: ThemeName) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::at(folder.path());
    config.save_settings(&Settings { theme: Some(theme), reduce_motion: Some(true), ..Settings::default() }).unwrap();
    let mut w = Window::sized(Startup { config: Some(config), ..Startup::default() }, vec2(1000.0, 640.0));
    w.load(map);
    w
}

fn light(map: ArgumentMap) -> Window {
    window(map, ThemeName::Light)
}

/// A debate with every kind of link, and who says what.
fn debate() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let main = b.node(Claim { kind: Some(ClaimKind::Cause), ..Claim::new(MAIN) });
    let (voters, polls, margin) = (b.claim(VOTERS), b.claim(POLLS), b.claim(MARGIN));
    let (home, lost, asked) = (b.claim("Most would have stayed at home"), b.claim(TENNESSEE), b.claim("Few were asked in Florida"));
    let step =
        b.relation(Relation { scheme: "Argument from cause".into(), ..Relation::new(RelationKind::Support) }, &[voters, margin], main);
    b.support(&[polls], voters);
    b.rebut(&[lost], main);
    b.rebut(&[home], step);
    b.rebut(&[asked], polls);
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let source = b.source(Source::new(SourceKind::Article, "The spoiler myth"));
    b.attribute(Attribution { source: Some(source), ..Attribution::new(Some(troy), Stance::Asserts) }, main);
    b.attribute(Attribution::new(Some(troy), Stance::Reports), polls);
    b.attribute(Attribution::new(Some(troy), Stance::Denies), home);
    b.attribute(Attribution::new(Some(troy), Stance::Asserts), asked);
    let places =
        [(main, 0, -200), (voters, -250, 20), (margin, 10, 20), (lost, 280, 20), (home, -330, -150), (polls, -250, 190), (asked, 90, 190)];
    for (id, x, y) in places {
        b.place(ViewId::main(), id, Placement { x, y, pinned: false });
    }
    b.finish()
}

/// As a printer without colours gives it.
fn grey(mut picture: Pixmap) -> Pixmap {
    for pixel in picture.pixels_mut() {
        let luma = (u32::from(pixel.red()) * 299 + u32::from(pixel.green()) * 587 + u32::from(pixel.blue()) * 114) / 1000;
        *pixel = PremultipliedColorU8::from_rgba(luma as u8, luma as u8, luma as u8, 255).unwrap();
    }
    picture
}

fn with_a_claim_selected(theme: ThemeName) -> Pixmap {
    let mut w = window(debate(), theme);
    let main = w.claim(MAIN);
    w.push(Command::Select(vec![main]));
    w.picture()
}

#[test]
fn a_map_in_light() {
    compare("light", &with_a_claim_selected(ThemeName::Light));
}

#[test]
fn a_map_in_dark() {
    compare("dark", &with_a_claim_selected(ThemeName::Dark));
}

#[test]
fn a_map_in_high_contrast() {
    compare("contrast", &with_a_claim_selected(ThemeName::ContrastDark));
}

#[test]
fn links_without_colours() {
    let mut w = light(debate());
    w.press(Modifiers::NONE, Key::F4);
    w.press(Modifiers::COMMAND, Key::Num0);
    compare("grey", &grey(w.picture()));
}

#[test]
fn a_folded_branch_and_a_hidden_link() {
    let mut w = light(debate());
    let polls = w.claim(POLLS);
    w.push(Command::Select(vec![polls]));
    w.press(Modifiers::NONE, Key::F);
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    w.choose("Filter by Speaker", "Gil Troy");
    compare("folded", &w.picture());
}

#[test]
fn finding() {
    let mut w = light(debate());
    w.press(Modifiers::COMMAND, Key::F);
    w.type_text("vot");
    compare("find", &w.picture());
}

#[test]
fn the_start_page() {
    let mut w = Window::sized(Startup::default(), vec2(1000.0, 640.0));
    w.settle();
    compare("start", &w.picture());
}

#[test]
fn panels_around_the_map() {
    let mut w = light(small_map());
    w.harness.set_size(vec2(1200.0, 760.0));
    w.settle();
    w.push(Action::ShowOutline);
    w.push(Action::ShowHistory);
    w.push(Action::ShowSpeakers);
    let votes = w.claim(VOTES);
    w.push(Command::Select(vec![votes]));
    w.press(Modifiers::NONE, Key::R);
    w.type_text("Most of them came from Gore");
    w.press(Modifiers::NONE, Key::Enter);
    w.press(Modifiers::COMMAND, Key::Num0);
    compare("panels", &w.picture());
}

#[test]
fn what_a_drop_should_mean() {
    let mut w = light(small_map());
    let hold = |w: &Window, text: &str| w.card(text).rect().left_top() + vec2(9.0, 9.0);
    let (from, to) = (hold(&w, TENNESSEE), w.card(NADER).rect().center());
    w.drag(from, to);
    compare("drop", &w.picture());
}

#[test]
fn the_menu_of_a_claim() {
    let mut w = light(small_map());
    let pos = w.card(NADER).rect().center();
    w.harness.event(Event::PointerMoved(pos));
    for pressed in [true, false] {
        w.harness.event(Event::PointerButton { pos, button: PointerButton::Secondary, pressed, modifiers: Modifiers::NONE });
        w.harness.step();
    }
    w.settle();
    compare("menu", &w.picture());
}
