//! Tests of what is kept between frames: it shows what would be drawn anew.

use egui::{Context, RawInput, Shape as EguiShape, pos2, vec2};

use super::*;
use crate::base::{Rng, ViewId};
use crate::editor::{Action, Loaded};
use crate::model::{MapBuilder, Placement};
use crate::render::{Ink, Shape};

const SCREEN: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1000.0, y: 700.0 } };

type Triangle = [(Pos2, egui::Color32); 3];

/// A canvas with its map, without the window around it.
struct Desk {
    ctx: Context,
    canvas: Canvas,
    editor: Editor,
    nodes: Vec<NodeId>,
}

impl Desk {
    /// Claims in rows of that many, each of which bears on the one before it; looked at from the middle.
    fn new(claims: i32, columns: i32, zoom: f32) -> Self {
        let ctx = Context::default();
        crate::app::theme::install(&ctx);
        let mut builder = MapBuilder::new(1);
        let mut nodes: Vec<NodeId> = Vec::new();
        for i in 0..claims {
            let claim = builder.claim(format!("Claim {i} says something"));
            builder.place(ViewId::main(), claim, Placement { x: (i % columns) * 300, y: (i / columns) * 200, pinned: false });
            if let Some(before) = nodes.last() {
                if i % 2 == 0 {
                    builder.support(&[claim], *before)
                } else {
                    builder.rebut(&[claim], *before)
                };
            }
            nodes.push(claim);
        }
        let mut editor = Editor::new(Rng::new(2));
        let map = builder.finish();
        editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: String::new(), unsaved: false })));
        let mut desk = Self { ctx, canvas: Canvas::default(), editor, nodes };
        desk.frame();
        while desk.canvas.picture.drawing().is_some() {
            std::thread::yield_now();
            desk.frame();
        }
        desk.canvas.camera = Camera { centre: desk.canvas.picture.bounds().center(), zoom };
        desk.frame();
        desk.frame();
        desk
    }

    /// The triangles that are painted without a texture, once all of them are drawn.
    fn frame(&mut self) -> Vec<Triangle> {
        let mut triangles = self.one_frame();
        while self.canvas.far.is_coming() || self.canvas.picture.scene().is_behind() {
            triangles = self.one_frame();
        }
        triangles
    }

    fn one_frame(&mut self) -> Vec<Triangle> {
        let input = RawInput { screen_rect: Some(SCREEN), ..RawInput::default() };
        let (canvas, editor) = (&mut self.canvas, &self.editor);
        let mut output = self.ctx.run_ui(input, |ui| canvas.ui(ui, editor, Theme::light(), &mut Vec::new()));
        let shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
        let meshes = shapes.iter().filter_map(|shape| if let EguiShape::Mesh(mesh) = &shape.shape { Some(mesh) } else { None });
        let triangles = meshes.flat_map(|mesh| {
            mesh.indices.chunks_exact(3).map(|corners| {
                let corner = |i: usize| mesh.vertices[corners[i] as usize];
                [0, 1, 2].map(|i| (corner(i).pos, corner(i).color))
            })
        });
        triangles.filter(|[(a, _), (b, _), (c, _)]| (*b - *a).rot90().dot(*c - *a).abs() > 1e-3).collect()
    }

    /// The same by a canvas that has drawn nothing before.
    fn anew(&mut self) -> Vec<Triangle> {
        let fresh = Canvas { camera: self.canvas.camera, ..Canvas::default() };
        let kept = std::mem::replace(&mut self.canvas, fresh);
        let triangles = self.frame();
        self.canvas = kept;
        triangles
    }

    /// Whether the next frame shows what one drawn anew would.
    fn is_true(&mut self) -> bool {
        let kept = self.frame();
        alike(&kept, self.anew())
    }

    fn boxes(&self) -> usize {
        self.canvas.far.counts().0 / 4
    }
}

/// Whether the same triangles are painted, in whatever order.
fn alike(some: &[Triangle], mut others: Vec<Triangle>) -> bool {
    let same = |a: &Triangle, b: &Triangle| a.iter().zip(b).all(|(a, b)| a.0.distance(b.0) < 0.05 && a.1 == b.1);
    some.len() == others.len()
        && some.iter().all(|triangle| {
            let found = others.iter().position(|other| same(triangle, other));
            found.map(|at| others.swap_remove(at)).is_some()
        })
}

#[test]
fn from_afar_cards_are_boxes_with_marks_and_bars() {
    let desk = Desk::new(12, 4, 0.3);
    let scene = desk.canvas.picture.scene();
    let marks = scene.cards().iter().flat_map(|placed| &placed.card.shapes).map(|shape| match shape {
        Shape::Rect { fill: Some(ink), .. } if !matches!(ink, Ink::Card | Ink::Shadow | Ink::Chip) => 1,
        Shape::Text { block, .. } => block.lines.len(),
        _ => 0,
    });
    assert_eq!(desk.boxes(), 2 * 12 + marks.sum::<usize>());
    assert!(desk.canvas.far.counts().1 >= 4 * 2 * 11, "each relation has a leg and a trunk");
}

#[test]
fn very_many_are_a_box_or_a_line_each() {
    let desk = Desk::new(1600, 40, 0.05);
    assert_eq!((desk.boxes(), desk.canvas.far.counts().1), (1600, 4 * 1599));
}

#[test]
fn many_that_are_selected_are_coloured() {
    let mut desk = Desk::new(70, 10, 0.2);
    let color = Theme::light().color(Ink::Selection);
    let coloured = |desk: &mut Desk| desk.frame().iter().filter(|triangle| triangle.iter().all(|corner| corner.1 == color)).count();
    assert_eq!(coloured(&mut desk), 0);
    desk.editor.dispatch(Command::Select(desk.nodes.clone()));
    assert_eq!(coloured(&mut desk), 2 * 70);
    assert!(desk.is_true());
}

#[test]
fn what_is_kept_shows_what_would_be_drawn_anew() {
    for zoom in [0.3, 0.5] {
        let mut desk = Desk::new(12, 4, zoom);
        assert!(desk.is_true(), "{zoom}: at rest");
        desk.canvas.pan(vec2(14.3, -9.8));
        assert!(desk.is_true(), "{zoom}: panned");
        let (moved, delta) = (desk.nodes[5], vec2(40.0, 25.0));
        let at = desk.canvas.picture.scene().card(moved).map_or(Pos2::ZERO, |placed| placed.at);
        // As a drag does.
        desk.canvas.picture.move_cards([(moved, at + delta)]);
        let dragged = desk.frame();
        let (still, first) = (desk.canvas.picture.still(), desk.canvas.far.counts());
        desk.editor.dispatch(Command::Move { nodes: vec![moved], delta });
        assert!(alike(&desk.frame(), dragged), "{zoom}: letting go changes nothing");
        assert_eq!((desk.canvas.picture.still(), desk.canvas.far.counts()), (still, first), "{zoom}: and makes nothing anew");
        assert!(desk.is_true(), "{zoom}: moved");
        desk.editor.dispatch(Command::Do(Action::Undo));
        assert!(desk.is_true(), "{zoom}: moved back");
        desk.editor.dispatch(Command::Select(vec![desk.nodes[3]]));
        desk.editor.dispatch(Command::Do(Action::Delete));
        assert!(desk.is_true(), "{zoom}: deleted");
        desk.canvas.camera.zoom *= 1.02;
        desk.frame();
        desk.frame();
        assert!(desk.is_true(), "{zoom}: nearer");
        assert!(desk.canvas.near.corners() > 0 || zoom < paint::DETAIL_ZOOM);
        let far_off = pos2(1e5, 1e5);
        desk.canvas.camera.centre = far_off;
        assert!(desk.is_true(), "{zoom}: out of sight");
    }
}
