//! A window's picture without a graphics card: egui's triangles, rastered and blended as the window's own painter does it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use egui::epaint::{ImageData, Primitive, Vertex};
use egui::{FullOutput, Pos2, Rect, TextureId, TextureWrapMode, TexturesDelta};
use egui_kittest::TestRenderer;
use resvg::tiny_skia::{IntSize, Pixmap};

/// Parts of a pixel: places of vertices are whole numbers of them, so that triangles side by side neither overlap nor gape.
const FINE: i64 = 256;

/// Colours with their alpha multiplied in, from 0 to 255.
type Color = [f32; 4];

struct Texture {
    size: [usize; 2],
    pixels: Vec<[u8; 4]>,
    repeats: bool,
}

impl Texture {
    /// The colour at a place from (0, 0) to (1, 1), mixed of the four pixels around it.
    fn at(&self, uv: Pos2) -> Color {
        let [width, height] = self.size;
        let (x, y) = (uv.x * width as f32 - 0.5, uv.y * height as f32 - 0.5);
        let within = |at: f32, size: usize| match self.repeats {
            true => at.rem_euclid(size as f32) as usize % size,
            false => (at.max(0.0) as usize).min(size - 1),
        };
        let (left, top) = (within(x.floor(), width), within(y.floor(), height));
        let (right, low) = (within(x.floor() + 1.0, width), within(y.floor() + 1.0, height));
        let (x, y) = (x - x.floor(), y - y.floor());
        let pixel = |x: usize, y: usize| self.pixels[y * width + x].map(f32::from);
        let (a, b, c, d) = (pixel(left, top), pixel(right, top), pixel(left, low), pixel(right, low));
        std::array::from_fn(|i| (a[i] * (1.0 - x) + b[i] * x) * (1.0 - y) + (c[i] * (1.0 - x) + d[i] * x) * y)
    }
}

/// The textures of a window, from its first frame on.
#[derive(Clone, Default)]
pub struct Screen(Rc<RefCell<HashMap<TextureId, Texture>>>);

impl TestRenderer for Screen {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.0.borrow_mut();
        for (id, patches) in delta.set.drain() {
            for patch in patches {
                let ImageData::Color(image) = patch.image;
                let pixels = image.pixels.iter().map(|p| p.to_array());
                let (Some([left, top]), Some(texture)) = (patch.pos, textures.get_mut(&id)) else {
                    let repeats = patch.options.wrap_mode == TextureWrapMode::Repeat;
                    textures.insert(id, Texture { size: image.size, pixels: pixels.collect(), repeats });
                    continue;
                };
                for (i, pixel) in pixels.enumerate() {
                    texture.pixels[(top + i / image.size[0]) * texture.size[0] + left + i % image.size[0]] = pixel;
                }
            }
        }
        // What is drawn now may still need them.
        delta.free.clear();
    }
}

impl Screen {
    /// The picture of a frame.
    pub fn picture(&self, ctx: &egui::Context, frame: &FullOutput) -> Pixmap {
        let scale = frame.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut target = Target { width: size.x as usize, height: size.y as usize, pixels: Vec::new() };
        target.pixels = vec![[0, 0, 0, 255]; target.width * target.height];
        let textures = self.0.borrow();
        for clipped in ctx.tessellate(frame.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &clipped.primitive else { continue };
            let Some(texture) = textures.get(&mesh.texture_id) else { continue };
            let corners =
                |i: &[u32]| [0, 1, 2].map(|k| Vertex { pos: mesh.vertices[i[k] as usize].pos * scale, ..mesh.vertices[i[k] as usize] });
            let clip = clipped.clip_rect * scale;
            mesh.indices.chunks_exact(3).for_each(|three| target.triangle(corners(three), clip, texture));
        }
        let size = IntSize::from_wh(target.width as u32, target.height as u32).unwrap();
        Pixmap::from_vec(target.pixels.concat(), size).unwrap()
    }
}

struct Target {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

/// One side of a triangle: 0 on it, greater within.
#[derive(Clone, Copy)]
struct Side {
    from: [i64; 2],
    along: [i64; 2],
}

impl Side {
    fn of(from: [i64; 2], to: [i64; 2]) -> Self {
        Self { from, along: [to[0] - from[0], to[1] - from[1]] }
    }

    fn value(&self, at: [i64; 2]) -> i64 {
        self.along[0] * (at[1] - self.from[1]) - self.along[1] * (at[0] - self.from[0])
    }

    /// The least value within: what lies on a side belongs to the triangle right of it or below it, and to no other.
    fn least(&self) -> i64 {
        i64::from(!(self.along[1] < 0 || self.along[1] == 0 && self.along[0] > 0))
    }
}

/// The colour at a place that is so near to each corner.
fn shade(corners: &[Vertex; 3], weight: [f32; 3], texture: &Texture) -> Color {
    let mix = |of: &dyn Fn(&Vertex) -> f32| corners.iter().zip(weight).map(|(corner, w)| w * of(corner)).sum::<f32>();
    let texel = texture.at(Pos2::new(mix(&|v| v.uv.x), mix(&|v| v.uv.y)));
    std::array::from_fn(|i| mix(&|v| f32::from(v.color.to_array()[i])) * texel[i] / 255.0)
}

/// Rounded up.
fn ceil_div(a: i64, b: i64) -> i64 {
    -(-a).div_euclid(b)
}

impl Target {
    fn triangle(&mut self, mut corners: [Vertex; 3], clip: Rect, texture: &Texture) {
        let fine = |v: &Vertex| [v.pos.x, v.pos.y].map(|c| (f64::from(c) * FINE as f64).round() as i64);
        let mut area = Side::of(fine(&corners[0]), fine(&corners[1])).value(fine(&corners[2]));
        if area < 0 {
            corners.swap(1, 2);
            area = -area;
        }
        if area == 0 {
            return;
        }
        let at = [0, 1, 2].map(|i| fine(&corners[i]));
        // Each stands opposite its corner.
        let sides = [Side::of(at[1], at[2]), Side::of(at[2], at[0]), Side::of(at[0], at[1])];
        let (low, high) = (at.map(|p| p[1]).into_iter().min().unwrap_or(0), at.map(|p| p[1]).into_iter().max().unwrap_or(0));
        let within = |c: f32, most: usize| (c.round().max(0.0) as i64).min(most as i64);
        let rows = (low / FINE).max(within(clip.top(), self.height))..=(high / FINE).min(within(clip.bottom(), self.height) - 1);
        let [a, b, c] = corners;
        let plain = a.color == b.color && b.color == c.color && a.uv == b.uv && b.uv == c.uv;
        let plain = plain.then(|| shade(&corners, [1.0, 0.0, 0.0], texture));
        for y in rows {
            let (mut left, mut right) = (within(clip.left(), self.width), within(clip.right(), self.width) - 1);
            let start = [FINE / 2, y * FINE + FINE / 2];
            for side in sides {
                let (missing, step) = (side.least() - side.value(start), -side.along[1] * FINE);
                match step {
                    0 if missing > 0 => right = -1,
                    0 => {}
                    1.. => left = left.max(ceil_div(missing, step)),
                    _ => right = right.min((-missing).div_euclid(-step)),
                }
            }
            for x in left..=right {
                let color = plain.unwrap_or_else(|| {
                    let weight = sides.map(|side| side.value([start[0] + x * FINE, start[1]]) as f32 / area as f32);
                    shade(&corners, weight, texture)
                });
                self.blend(x as usize, y as usize, color);
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, color: Color) {
        let pixel = &mut self.pixels[y * self.width + x];
        for (channel, own) in pixel.iter_mut().zip(color) {
            *channel = (own + f32::from(*channel) * (1.0 - color[3] / 255.0)).round() as u8;
        }
    }
}
