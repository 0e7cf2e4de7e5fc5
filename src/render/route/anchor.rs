//! What lines start and end on, and where they leave it.

use emath::{Pos2, Rect, Vec2, vec2};

use super::{CLEARANCE, CORNER, direction};
use crate::render::Curve;

/// What a line starts or ends on.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) enum Anchor {
    /// A card, or a chip beside a handle.
    Box(Rect),
    /// A handle.
    Disc(Pos2, f32),
    /// A chip on a card: lines run below the card to its border, and from there a stub runs on top of it to the chip.
    Chip {
        /// The card.
        card: Rect,
        /// The chip.
        chip: Rect,
        /// Whether nothing stands between the chip and the card's left, right and lower border.
        open: [bool; 3],
    },
}

/// Where a line leaves what it starts or ends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::render) struct Port {
    pub(super) at: Pos2,
    /// Straight away from the border.
    pub(super) out: Vec2,
    /// From there to the chip.
    pub(super) stub: Option<Curve>,
}

impl Port {
    pub(in crate::render) fn translated(&self, by: Vec2) -> Self {
        Self { at: self.at + by, out: self.out, stub: self.stub.map(|stub| stub.translated(by)) }
    }
}

/// What a line starts or ends on, the card that belongs to it, and where it leaves it, where that is settled.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) struct Foot {
    pub(in crate::render) anchor: Anchor,
    pub(in crate::render) card: Option<usize>,
    pub(in crate::render) port: Option<Port>,
}

impl Foot {
    /// Where a line towards `goal` leaves. `aside` moves the line sideways where its place is not settled.
    pub(super) fn port(&self, goal: Pos2, aside: Vec2) -> Port {
        self.port.unwrap_or_else(|| self.anchor.port(goal, aside))
    }
}

impl Anchor {
    /// What lines head for.
    pub(super) fn center(&self) -> Pos2 {
        match self {
            Self::Box(rect) => rect.center(),
            Self::Disc(center, _) => *center,
            Self::Chip { chip, .. } => chip.center(),
        }
    }

    /// What lines keep out of.
    pub(in crate::render) fn rect(&self) -> Rect {
        match self {
            Self::Box(rect) => *rect,
            Self::Disc(center, radius) => Rect::from_center_size(*center, Vec2::splat(2.0 * radius)),
            Self::Chip { card, .. } => *card,
        }
    }

    /// Where a line towards `goal` leaves. `aside` moves the line sideways.
    pub(super) fn port(&self, goal: Pos2, aside: Vec2) -> Port {
        match self {
            Self::Disc(center, radius) => {
                let along = direction(*center, goal);
                let turned = (along * 2.0 * *radius + aside.clamp(-Vec2::splat(*radius), Vec2::splat(*radius))).normalized();
                Port { at: *center + turned * (radius + CLEARANCE), out: turned, stub: None }
            }
            Self::Box(rect) => box_port(*rect, goal, aside),
            Self::Chip { card, chip, open } => chip_port(*card, *chip, *open, goal),
        }
    }

    /// Where a loop from a corner comes back: on the right or left border, near its upper or lower end.
    pub(super) fn beside(&self, right: f32, up: f32, inset: f32) -> Port {
        if let Self::Chip { card, chip, .. } = self {
            return chip_port(*card, *chip, [right < 0.0, right > 0.0, false], chip.center());
        }
        let rect = self.rect();
        let y = rect.center().y + up * (rect.height() / 2.0 - inset.min(rect.height() / 4.0));
        Port { at: Pos2::new(rect.center().x + right * (rect.width() / 2.0 + CLEARANCE), y), out: vec2(right, 0.0), stub: None }
    }
}

fn box_port(rect: Rect, goal: Pos2, aside: Vec2) -> Port {
    let along = direction(rect.center(), goal);
    let half = (rect.size() / 2.0).max(Vec2::splat(1.0));
    let aside = aside.clamp(-half * 0.6, half * 0.6);
    // How far the line runs, from a start moved aside, until it crosses the border in each axis.
    let until = |start: f32, step: f32, half: f32| if step.abs() < 1e-4 { f32::INFINITY } else { (half * step.signum() - start) / step };
    let (tx, ty) = (until(aside.x, along.x, half.x), until(aside.y, along.y, half.y));
    let room = (half - Vec2::splat(CORNER)).max(Vec2::ZERO);
    let (offset, out) = if tx < ty {
        let y = (aside.y + along.y * tx).clamp(-room.y, room.y);
        (vec2(half.x * along.x.signum(), y), vec2(along.x.signum(), 0.0))
    } else {
        let x = (aside.x + along.x * ty).clamp(-room.x, room.x);
        (vec2(x, half.y * along.y.signum()), vec2(0.0, along.y.signum()))
    };
    Port { at: rect.center() + offset + out * CLEARANCE, out, stub: None }
}

/// The nearest of the borders from which the chip can be reached; the left one where others are in the way on all sides.
fn chip_port(card: Rect, chip: Rect, open: [bool; 3], goal: Pos2) -> Port {
    let middle = chip.center();
    let sides = [
        (Pos2::new(card.left(), middle.y), Pos2::new(chip.left() - 1.0, middle.y), Vec2::LEFT),
        (Pos2::new(card.right(), middle.y), Pos2::new(chip.right() + 1.0, middle.y), Vec2::RIGHT),
        (Pos2::new(middle.x, card.bottom()), Pos2::new(middle.x, chip.bottom() + 1.0), Vec2::DOWN),
    ];
    let nearest = sides
        .iter()
        .zip(open)
        .filter(|(_, open)| *open)
        .map(|(side, _)| side)
        .min_by(|a, b| a.0.distance(goal).total_cmp(&b.0.distance(goal)));
    let (border, end, out) = *nearest.unwrap_or(&sides[0]);
    Port { at: border, out, stub: Some(Curve::line(border, end)) }
}

/// How much farther sideways than up or down something must lie for a line to it to leave by the side.
const SIDEWAYS: f32 = 2.2;
/// Lines straight across from box to box keep away from corners by this much.
const STRAIGHT_CORNER: f32 = 9.0;

/// By which side of a card a line would like to leave, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::render) struct Side {
    /// Top, right, bottom, left.
    pub(in crate::render) side: u8,
    /// From which direction it comes: lines stand in this order along the side.
    pub(in crate::render) angle: f32,
    /// Where along the side.
    pub(in crate::render) at: f32,
}

impl Side {
    /// The side by which a line to something leaves, where a line between the centres does; and the other side that faces it, if one does.
    pub(super) fn towards(card: Rect, other: Rect) -> (Self, Option<Self>) {
        let between = |low: f32, high: f32, other_low: f32, other_high: f32| (other_low - high).max(low - other_high);
        let gap_x = between(card.left(), card.right(), other.left(), other.right());
        let gap_y = between(card.top(), card.bottom(), other.top(), other.bottom());
        let upright = if gap_x <= 0.0 && gap_y <= 0.0 { gap_y >= gap_x } else { gap_y > 0.0 && gap_x <= SIDEWAYS * gap_y };
        let faces_both = gap_x > 0.0 && gap_y > 0.0;
        (Self::facing(card, other, upright), faces_both.then(|| Self::facing(card, other, !upright)))
    }

    /// By the top or the bottom, or by the left or the right.
    fn facing(card: Rect, other: Rect, upright: bool) -> Self {
        let (from, far, half) = (card.center(), other.center() - card.center(), card.size() / 2.0);
        let (side, out, ray) = if upright {
            (if far.y < 0.0 { 0 } else { 2 }, far.y.abs() - half.y, from.x + far.x * (half.y / far.y.abs().max(1.0)))
        } else {
            (if far.x < 0.0 { 3 } else { 1 }, far.x.abs() - half.x, from.y + far.y * (half.x / far.x.abs().max(1.0)))
        };
        let (low, high) = room_on(card, side);
        let angle = if upright { far.x } else { far.y } / out.max(1.0);
        Self { side, angle, at: ray.clamp(low.min(high), high.max(low)) }
    }

    /// From which direction of this side something lies.
    pub(super) fn angle_of(&self, card: Rect, other: Rect) -> f32 {
        Self::facing(card, other, self.side.is_multiple_of(2)).angle
    }

    /// Where on this side a line runs straight across to a box.
    pub(super) fn straight(&self, card: Rect, other: Rect) -> Option<f32> {
        let (low, high) = span(card, self.side, STRAIGHT_CORNER);
        let (other_low, other_high) = span(other, self.side, STRAIGHT_CORNER);
        let (first, last) = (low.max(other_low), high.min(other_high));
        (first <= last).then(|| (first + last) / 2.0)
    }

    /// The place on that side.
    pub(in crate::render) fn port(&self, card: Rect) -> Port {
        let at = self.at;
        let (at, out) = match self.side {
            0 => (Pos2::new(at, card.top()), Vec2::UP),
            1 => (Pos2::new(card.right(), at), Vec2::RIGHT),
            2 => (Pos2::new(at, card.bottom()), Vec2::DOWN),
            _ => (Pos2::new(card.left(), at), Vec2::LEFT),
        };
        Port { at: at + out * CLEARANCE, out, stub: None }
    }
}

/// The part of a side on which lines may end.
pub(in crate::render) fn room_on(card: Rect, side: u8) -> (f32, f32) {
    span(card, side, CORNER)
}

fn span(card: Rect, side: u8, inset: f32) -> (f32, f32) {
    let (low, high) = if side.is_multiple_of(2) { (card.left(), card.right()) } else { (card.top(), card.bottom()) };
    let inset = inset.min((high - low) / 4.0);
    (low + inset, high - inset)
}
