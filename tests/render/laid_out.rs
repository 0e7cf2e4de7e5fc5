//! Lines of maps that layouts made: off the cards of others, and each to be seen.

use elenchus::base::{NodeId, Rng, TaskCtx, ViewId};
use elenchus::edit::{self, ops};
use elenchus::layout::{self, LAYOUTS, request};
use elenchus::model::{ArgumentMap, Attribution, LayoutName, MapBuilder, Stance};
use elenchus::render::{Arrow, Scene, TextShaper, size_of};
use emath::Pos2;

use super::picture;

/// So much of every line is to be seen, less rounding.
const SEEN: f32 = 23.9;

/// Replies, some of them to what was said long before; linked premises, undercuts, links across; a date on nearly all.
fn debate(claims: usize, across: usize) -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let mut rng = Rng::new(7);
    let words = "the election was lost by those who would not vote for what they could not stand";
    let nodes: Vec<NodeId> = (0..claims).map(|i| b.claim(format!("Claim {i}: {}", &words[..10 + rng.below(words.len() - 10)]))).collect();
    let mut relations: Vec<NodeId> = Vec::new();
    for from in 1..claims {
        let back = if rng.unit() < 0.35 { rng.below(from) } else { rng.below(from.min(4.max(from / 3))) };
        let to = nodes[from - 1 - back];
        match from % 12 {
            0 => _ = b.rebut(&[nodes[from]], relations[rng.below(relations.len())]),
            4 | 8 => relations.push(b.support(&[nodes[from], nodes[from - 1]], to)),
            _ => relations.push(b.support(&[nodes[from]], to)),
        }
    }
    for _ in 0..across {
        b.support(&[nodes[rng.below(claims)]], nodes[rng.below(claims)]);
    }
    for (i, claim) in nodes.iter().enumerate().filter(|(i, _)| i % 10 != 9) {
        let date = format!("{}-{:02}", 2000 + 16 * i / claims, 1 + i % 12);
        b.attribute(Attribution { date, ..Attribution::new(None, Stance::Asserts) }, *claim);
    }
    b.finish()
}

fn laid_out(mut map: ArgumentMap, name: LayoutName) -> Scene {
    let mut shaper = TextShaper::new();
    let todo = request::of_map(&map, ViewId::main(), request::Scope::Everything, 1, &mut |node| size_of(&map, node, &mut shaper));
    let centres = layout::layout(name).run(&todo.request, &TaskCtx::new(), &mut |_| {}).unwrap();
    let transaction = ops::lay_out(&map, ViewId::main(), (name, todo.request.side), &todo.placements(&centres)).unwrap();
    edit::apply(&mut map, &transaction).unwrap();
    picture(&map)
}

/// How much of an arrow no card covers, and whether it runs through one on which it neither starts nor ends.
fn seen(scene: &Scene, arrow: &Arrow) -> (f32, bool) {
    let (mut seen, mut through) = (0.0, false);
    for path in arrow.legs.iter().chain(&arrow.trunk) {
        let points: Vec<Pos2> = path.flatten(0.5);
        for pair in points.windows(2) {
            let steps = (pair[0].distance(pair[1]) / 3.0).ceil().max(1.0) as usize;
            for i in 0..steps {
                let at = pair[0].lerp(pair[1], (i as f32 + 0.5) / steps as f32);
                let mut covered = false;
                scene.claims_in(emath::Rect::from_min_max(at, at), &mut |_, rect| {
                    if rect.shrink(0.5).contains(at) {
                        covered = true;
                        let own = rect.expand(3.0);
                        through |= !own.contains(path.start()) && !own.contains(path.end());
                    }
                });
                seen += if covered { 0.0 } else { pair[0].distance(pair[1]) / steps as f32 };
            }
        }
    }
    (seen, through)
}

fn through(scene: &Scene) -> usize {
    scene.arrows().iter().filter(|arrow| seen(scene, arrow).1).count()
}

#[test]
fn lines_of_laid_out_maps_can_be_seen_and_keep_off_cards() {
    let map = debate(240, 60);
    for layout in LAYOUTS.iter().map(|layout| layout.name()) {
        let scene = laid_out(map.clone(), layout);
        let hidden: Vec<_> =
            scene.arrows().iter().map(|arrow| (arrow.relation, seen(&scene, arrow).0)).filter(|line| line.1 < SEEN).collect();
        // Where a card stands beside a handle that has no other place.
        assert!(hidden.is_empty(), "{layout:?}: {hidden:?}");
        assert!(100 * through(&scene) <= scene.arrows().len(), "{layout:?}: {} run through cards", through(&scene));
    }
}

#[test]
fn lines_across_many_columns_of_a_timeline_find_their_way() {
    let scene = laid_out(debate(1_000, 0), LayoutName::Timeline);
    let (through, all) = (through(&scene), scene.arrows().len());
    assert!(50 * through <= all, "{through} of {all} run through cards");
}
