//! The window of the tests, and a small map for it.

use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Ui, UiBuilder, Vec2, vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, Node};
use elenchus::app::{ElenchusApp, Startup};
use elenchus::base::{NodeId, ViewId};
use elenchus::editor::{Command, Editor, Loaded};
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Placement, Source, SourceKind, Speaker, SpeakerKind, Stance};
use resvg::tiny_skia::Pixmap;

use crate::raster::Screen;

pub const NADER: &str = "Nader cost Gore the 2000 election";
pub const VOTES: &str = "97,488 Floridians voted for Nader";
pub const TENNESSEE: &str = "Gore lost his own state of Tennessee";

/// A window without a screen, driven by the names of what is in it.
pub struct Window {
    pub harness: Harness<'static, ()>,
    screen: Screen,
    app: Rc<RefCell<Option<ElenchusApp>>>,
    breaking: Rc<RefCell<bool>>,
}

impl Window {
    /// A window on a map, large enough for all of it at zoom 1.
    pub fn on(map: ArgumentMap) -> Self {
        let mut window = Self::with(Startup::default());
        window.load(map);
        window
    }

    /// Shows a map as if it had been opened.
    pub fn load(&mut self, map: ArgumentMap) {
        self.push(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
    }

    /// A window that begins with what it is given.
    pub fn with(startup: Startup) -> Self {
        Self::sized(startup, vec2(1400.0, 900.0))
    }

    /// A window of a size in points.
    pub fn sized(startup: Startup, size: Vec2) -> Self {
        let screen = Screen::default();
        // The harness has a say in the theme after the application.
        let dark = startup.config.as_ref().and_then(|config| config.settings().theme).is_some_and(|theme| theme.is_dark());
        let app = Rc::new(RefCell::new(None));
        let breaking = Rc::new(RefCell::new(false));
        let (made, drawn, breaks) = (app.clone(), app.clone(), breaking.clone());
        let harness = Harness::builder()
            .with_size(size)
            .renderer(screen.clone())
            .with_step_dt(0.05)
            .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
            .with_context_setup(move |ctx| *made.borrow_mut() = Some(ElenchusApp::new(ctx, startup.clone())))
            .build_ui_state(
                move |ui, ()| {
                    let mut app = drawn.borrow_mut();
                    let app = app.as_mut().unwrap();
                    let ctx = ui.ctx().clone();
                    app.guarded(None, |app, _| app.logic(&ctx));
                    let breaks = std::mem::take(&mut *breaks.borrow_mut());
                    app.guarded(Some(ui), |app, ui| {
                        ui.into_iter().for_each(|ui| app.ui(&mut whole(ui)));
                        assert!(!breaks, "a bug");
                    });
                },
                (),
            );
        Self { harness, screen, app, breaking }
    }

    /// What is to be seen, without a pointer over it.
    pub fn picture(&mut self) -> Pixmap {
        self.harness.event(Event::PointerGone);
        self.harness.step();
        self.settle();
        // Signs on cards come from a job.
        self.until(|w| w.editor().quotations_are_checked());
        self.screen.picture(&self.harness.ctx, self.harness.output())
    }

    pub fn app(&self) -> RefMut<'_, ElenchusApp> {
        RefMut::map(self.app.borrow_mut(), |app| app.as_mut().unwrap())
    }

    pub fn editor(&self) -> Ref<'_, Editor> {
        Ref::map(self.app.borrow(), |app| app.as_ref().unwrap().editor())
    }

    /// Lets the drawing of the next frame panic.
    pub fn break_next_frame(&mut self) {
        *self.breaking.borrow_mut() = true;
    }

    pub fn push(&mut self, command: impl Into<Command>) {
        self.app().push(command);
        self.settle();
    }

    /// Frames until nothing moves any more.
    pub fn settle(&mut self) {
        self.harness.run_steps(8);
    }

    /// Frames until `done` says so; jobs take their time.
    pub fn until(&mut self, done: impl Fn(&Self) -> bool) {
        let began = Instant::now();
        while !done(self) {
            assert!(began.elapsed() < Duration::from_secs(20), "nothing came of it");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.settle();
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    pub fn card(&self, text: &str) -> Node<'_> {
        let named = format!("Claim: {text}.");
        self.harness.get_by(move |n| n.role() == Role::ListItem && n.label().is_some_and(|l| l.starts_with(&named)))
    }

    pub fn relation(&self, word: &str) -> Node<'_> {
        let named = format!("{word} from");
        self.harness.get_by(move |n| n.role() == Role::ListItem && n.label().is_some_and(|l| l.starts_with(&named)))
    }

    pub fn field(&self, label: &str) -> Node<'_> {
        let label = label.to_owned();
        let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        self.harness.get_by(move |n| is_field(n.role()) && n.label().as_deref() == Some(&label))
    }

    pub fn button(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::Button, label).click();
        self.settle();
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.pointer(at, true);
        self.pointer(at, false);
        self.settle();
    }

    pub fn pointer(&mut self, at: Pos2, pressed: bool) {
        self.harness.event(Event::PointerMoved(at));
        self.harness.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        self.harness.step();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.event(Event::PointerMoved(from));
        self.harness.step();
        self.pointer(from, true);
        for i in 1..=6 {
            self.harness.event(Event::PointerMoved(from.lerp(to, i as f32 / 6.0)));
            self.harness.step();
        }
        self.pointer(to, false);
        self.settle();
    }

    pub fn selected(&self) -> Vec<NodeId> {
        self.editor().selection().nodes().iter().copied().collect()
    }

    pub fn texts(&self) -> Vec<String> {
        let editor = self.editor();
        let mut texts: Vec<String> = editor.map().claims().map(|(_, c)| c.text.clone()).collect();
        texts.sort();
        texts
    }

    pub fn claim(&self, text: &str) -> NodeId {
        let editor = self.editor();
        editor.map().claims().find(|(_, c)| c.text == text).map(|(id, _)| id).unwrap()
    }
}

/// All of the window, without the margin that the harness leaves.
fn whole(ui: &mut Ui) -> Ui {
    let rect = ui.ctx().content_rect();
    let mut whole = ui.new_child(UiBuilder::new().max_rect(rect));
    whole.set_clip_rect(rect);
    whole
}

/// Three claims, a support, who says one of them.
pub fn small_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let (nader, votes, tennessee) = (b.claim(NADER), b.claim(VOTES), b.claim(TENNESSEE));
    b.support(&[votes], nader);
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let time = b.source(Source::new(SourceKind::Article, "The spoiler myth"));
    b.attribute(Attribution { source: Some(time), ..Attribution::new(Some(troy), Stance::Asserts) }, nader);
    for (id, x, y) in [(nader, 0, -160), (votes, -220, 120), (tennessee, 220, 120)] {
        b.place(ViewId::main(), id, Placement { x, y, pinned: false });
    }
    b.finish()
}
