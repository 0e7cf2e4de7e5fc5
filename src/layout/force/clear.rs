//! Boxes step aside from links that run through them.

use crate::layout::force::crowd::{Crowd, Moving, Room};
use crate::layout::force::level::Level;

impl Crowd {
    /// After a round of pushing: boxes that a link runs through give way, and the link's ends the other way. Links longer than `longest` are left
    /// to cross what they cross.
    pub(super) fn clear(&self, boxes: &mut Moving<'_>, level: &Level, room: Room, strength: f32, longest: f32) {
        let margin = room.gap / 2.0;
        let free = |held: &[bool], i: usize| !held.get(i).copied().unwrap_or(false);
        for a in 0..level.len() {
            for tie in level.ties(a).iter().filter(|t| t.to as usize > a) {
                let b = tie.to as usize;
                let (ax, ay) = (boxes.x[a], boxes.y[a]);
                let (dx, dy) = (boxes.x[b] - ax, boxes.y[b] - ay);
                let length = (dx * dx + dy * dy).sqrt().max(1.0e-6);
                if length > longest {
                    continue;
                }
                let (along_x, along_y) = (dx / length, dy / length);
                self.near((ax.min(ax + dx), ay.min(ay + dy)), (ax.max(ax + dx), ay.max(ay + dy)), &mut |c| {
                    let (away_x, away_y) = (boxes.x[c] - ax, boxes.y[c] - ay);
                    let (side, way) = (away_y * along_x - away_x * along_y, away_x * along_x + away_y * along_y);
                    let (half_x, half_y) = (boxes.half_x[c] * room.size, boxes.half_y[c] * room.size);
                    let inside = along_y.abs() * half_x + along_x.abs() * half_y + margin - side.abs();
                    if c == a || c == b || inside <= 0.0 || way <= 0.0 || way >= length {
                        return;
                    }
                    let push = (inside * strength).copysign(side);
                    for (i, push) in [(c, push), (a, push * -0.5), (b, push * -0.5)] {
                        if free(boxes.held, i) {
                            boxes.x[i] -= along_y * push;
                            boxes.y[i] += along_x * push;
                        }
                    }
                });
            }
        }
    }
}
