//! Names of relations: off each other, off handles, off lines, whatever came first.

use elenchus::base::{NodeId, Rng};
use elenchus::model::{ArgumentMap, MapBuilder, Relation, RelationKind};
use elenchus::render::{Arrow, Scene};
use emath::{Rect, Vec2};

use super::{at, picture};

/// A thesis with so many reasons in a row below it, each by an argument with a name.
fn fan(reasons: usize, apart: i32, kind: RelationKind) -> ArgumentMap {
    let mut b = MapBuilder::new(3);
    let thesis = b.claim("The thesis on which all of them bear");
    at(&mut b, thesis, 0, 0);
    for i in 0..reasons as i32 {
        let reason = b.claim(format!("Reason {i}"));
        at(&mut b, reason, (2 * i - reasons as i32 + 1) * apart / 2, 190);
        b.relation(Relation { scheme: "Argument from example".to_owned(), ..Relation::new(kind) }, &[reason], thesis);
    }
    b.finish()
}

fn name(arrow: &Arrow) -> Rect {
    arrow.handle.text_rect.translate(arrow.at.to_vec2())
}

/// How many names are covered by other names, handles and lines.
fn covered(scene: &Scene) -> [usize; 3] {
    let mut covered = [0; 3];
    let named = |arrow: &&Arrow| !arrow.handle.name.is_empty();
    for one in scene.arrows().iter().filter(named) {
        for other in scene.arrows().iter().filter(|other| other.relation != one.relation) {
            let disc = Rect::from_center_size(other.at, Vec2::splat(18.0));
            let lines = other.legs.iter().chain(&other.trunk).flat_map(|path| path.flatten(1.0));
            covered[0] += usize::from(named(&other) && name(other).intersects(name(one)));
            covered[1] += usize::from(disc.intersects(name(one)));
            covered[2] += usize::from(lines.into_iter().any(|at| name(one).shrink(2.0).contains(at)));
        }
    }
    covered
}

#[test]
fn names_keep_off_each_other_and_off_the_lines_beside_them() {
    for (reasons, apart) in [(2, 200), (2, 120), (3, 130), (5, 150), (7, 260)] {
        for kind in [RelationKind::Support, RelationKind::Rebuttal] {
            let scene = picture(&fan(reasons, apart, kind));
            assert_eq!(covered(&scene)[..2], [0, 0], "{reasons} reasons {apart} apart, by {kind:?}");
        }
    }
}

#[test]
fn names_are_where_they_would_be_in_a_fresh_picture() {
    let map = fan(7, 150, RelationKind::Support);
    let mut shown = picture(&map);
    let claims: Vec<NodeId> = map.claims().map(|(id, _)| id).collect();
    let mut rng = Rng::new(8);
    let home: Vec<_> = shown.cards().iter().map(|card| (card.claim, card.at)).collect();
    for _ in 0..30 {
        let claim = claims[rng.below(claims.len())];
        let to = emath::pos2(rng.below(900) as f32 - 450.0, rng.below(300) as f32);
        shown.move_cards([(claim, to)]);
    }
    shown.move_cards(home);
    assert_eq!(shown.arrows(), picture(&map).arrows());
}
