//! The arrangement as data: the first one, the remembered one, and the sizes that panels keep while the canvas takes the rest.

use std::collections::{BTreeSet, HashSet};

use egui::{Id, Vec2};
use egui_tiles::{Container, Linear, LinearDir, SimplificationOptions, Tile, TileId, Tiles, Tree};
use serde::{Deserialize, Serialize};

use crate::app::panels::{PANELS, Side};
use crate::io::Config;

/// What stands in a tile: the canvas, or the panel of that name.
pub(super) type Pane = String;

/// The name of the canvas.
pub(super) const CANVAS: &str = "canvas";

/// Another number where what is written down changes its meaning.
const VERSION: u32 = 1;
/// Width of a panel beside the canvas until somebody changes it, and what it may take of a narrow window.
const WIDTH: f32 = 308.0;
const WIDTH_SHARE: f32 = 0.345;
/// The same of a panel in which lines of running text are read.
const WIDE: f32 = 572.0;
/// Height of a panel under the canvas until somebody changes it, and what it may take of a low window.
const HEIGHT: f32 = 264.0;
const HEIGHT_SHARE: f32 = 0.42;
/// A panel beside or under the canvas is never smaller.
const LEAST: f32 = 180.0;
/// A panel under the canvas is never lower by itself.
const MIN_HEIGHT: f32 = 140.0;
/// What the canvas claims of a window that is too small for everything; panels shrink with it then.
const MIN_CANVAS: f32 = 260.0;
/// Sizes are in points; a share below this was set by nobody.
const UNSET: f32 = 8.0;

/// Every pane keeps its tab, whatever is dragged where.
pub(super) const RULES: SimplificationOptions = SimplificationOptions {
    prune_empty_tabs: true,
    prune_empty_containers: true,
    prune_single_child_tabs: true,
    prune_single_child_containers: true,
    all_panes_must_have_tabs: true,
    join_nested_linear_containers: true,
    flatten_tabs_in_tabs: true,
};

/// As it is written down.
#[derive(Serialize)]
struct Writing<'a> {
    version: u32,
    root: TileId,
    tiles: &'a Tiles<Pane>,
}

/// As it is read.
#[derive(Deserialize)]
struct Written {
    version: u32,
    root: TileId,
    tiles: Tiles<Pane>,
}

fn tree_id() -> Id {
    Id::unique("dock")
}

/// The arrangement of the first start.
pub(super) fn first() -> Tree<Pane> {
    let mut tiles = Tiles::default();
    let mut stack = |side: Side| {
        let mut stacked = Vec::new();
        for info in PANELS.iter().filter(|info| info.side == side) {
            let pane = tiles.insert_pane(info.id.to_owned());
            tiles.set_visible(pane, info.shown);
            stacked.push(pane);
        }
        (!stacked.is_empty()).then(|| tiles.insert_tab_tile(stacked))
    };
    let (left, right, bottom) = (stack(Side::Left), stack(Side::Right), stack(Side::Bottom));
    let canvas = tiles.insert_pane(CANVAS.to_owned());
    let canvas = tiles.insert_tab_tile(vec![canvas]);
    let middle = unsized_in(&mut tiles, LinearDir::Vertical, [canvas].into_iter().chain(bottom));
    let root = unsized_in(&mut tiles, LinearDir::Horizontal, left.into_iter().chain([middle]).chain(right));
    Tree::new(tree_id(), root, tiles)
}

fn unsized_in(tiles: &mut Tiles<Pane>, dir: LinearDir, children: impl Iterator<Item = TileId>) -> TileId {
    let mut linear = Linear::new(dir, children.collect());
    for child in linear.children.clone() {
        linear.shares.set_share(child, 0.0);
    }
    tiles.insert_container(linear)
}

/// The size of a panel that nobody has resized, in a window with that room.
fn new_size(dir: LinearDir, room: Vec2, wide: bool) -> f32 {
    match dir {
        LinearDir::Horizontal => (room.x * WIDTH_SHARE).round().clamp(LEAST, if wide { WIDE } else { WIDTH }),
        LinearDir::Vertical => (room.y * HEIGHT_SHARE).round().clamp(MIN_HEIGHT, HEIGHT),
    }
}

/// Whether a share is no more than what a panel gets by itself in a window with that room.
fn is_new(share: f32, dir: LinearDir, room: Vec2) -> bool {
    share < UNSET || [false, true].into_iter().any(|wide| (share - new_size(dir, room, wide)).abs() < 0.5)
}

/// The arrangement of the last run; `None` where there is none, or one that cannot be used.
pub(super) fn recall(config: &Config) -> Option<Tree<Pane>> {
    let Written { version, root, tiles } = config.panels::<Written>()?;
    if version != VERSION {
        return None;
    }
    let mut tree = Tree::new(tree_id(), root, tiles);
    let mut seen = BTreeSet::new();
    let known = |pane: &str| pane == CANVAS || PANELS.iter().any(|info| info.id == pane);
    let mut panes: Vec<(TileId, Pane)> = Vec::new();
    for (id, tile) in tree.tiles.iter() {
        if let Tile::Pane(pane) = tile {
            panes.push((*id, pane.clone()));
        }
    }
    panes.sort_by_key(|(id, _)| id.0);
    for (id, pane) in panes {
        if !known(&pane) || !seen.insert(pane) {
            tree.remove_recursively(id);
        }
    }
    tree.simplify(&RULES);
    for info in PANELS.iter().filter(|info| !seen.contains(info.id)) {
        // A panel that this arrangement does not know yet waits, hidden, beside those of its side.
        let beside =
            PANELS.iter().filter(|other| other.id != info.id && (other.side == info.side)).find_map(|other| tabs_of(&tree, other.id));
        let pane = tree.tiles.insert_pane(info.id.to_owned());
        tree.set_visible(pane, false);
        let Some(Tile::Container(tabs)) = beside.or_else(|| any_tabs(&tree)).and_then(|tabs| tree.tiles.get_mut(tabs)) else {
            return None;
        };
        tabs.add_child(pane);
    }
    let canvas = pane_of(&tree, CANVAS)?;
    tree.set_visible(canvas, true);
    let usable = reaches(&tree, tree.root?, canvas) && !covers_canvas(&tree);
    usable.then_some(tree)
}

/// Writes the arrangement down. A failure is no loss.
pub(super) fn remember(config: &Config, tree: &Tree<Pane>) {
    if let Some(root) = tree.root {
        let _ = config.save_panels(&Writing { version: VERSION, root, tiles: &tree.tiles });
    }
}

fn pane_of(tree: &Tree<Pane>, name: &str) -> Option<TileId> {
    tree.tiles.iter().find(|(_, tile)| matches!(tile, Tile::Pane(pane) if pane == name)).map(|(id, _)| *id)
}

fn tabs_of(tree: &Tree<Pane>, name: &str) -> Option<TileId> {
    let parent = tree.tiles.parent_of(pane_of(tree, name)?)?;
    matches!(tree.tiles.get_container(parent), Some(Container::Tabs(_))).then_some(parent)
}

fn any_tabs(tree: &Tree<Pane>) -> Option<TileId> {
    PANELS.iter().find_map(|info| tabs_of(tree, info.id))
}

fn reaches(tree: &Tree<Pane>, from: TileId, to: TileId) -> bool {
    path(tree, to).last() == Some(&from)
}

/// A tile and what contains it, outwards.
fn path(tree: &Tree<Pane>, from: TileId) -> Vec<TileId> {
    let mut path = vec![from];
    while let Some(parent) = path.last().and_then(|last| tree.tiles.parent_of(*last)).filter(|parent| !path.contains(parent)) {
        path.push(parent);
    }
    path
}

/// Whether something was stacked on the canvas, which has no tabs to be found under.
pub(super) fn covers_canvas(tree: &Tree<Pane>) -> bool {
    let Some(canvas) = pane_of(tree, CANVAS) else { return true };
    path(tree, canvas).into_iter().any(|tile| match tree.tiles.get_container(tile) {
        Some(Container::Tabs(tabs)) => tabs.children.len() > 1,
        Some(Container::Grid(_)) => true,
        Some(Container::Linear(_)) | None => false,
    })
}

/// The stack that holds the canvas.
pub(super) fn bare(tree: &Tree<Pane>) -> Option<TileId> {
    tabs_of(tree, CANVAS)
}

/// The panels that share their strip with others in sight.
pub(super) fn stacked(tree: &Tree<Pane>) -> HashSet<TileId> {
    let shown = |tabs: &Container| tabs.children().copied().filter(|child| tree.tiles.is_visible(*child)).collect::<Vec<_>>();
    let stacks = tree.tiles.iter().filter_map(|(_, tile)| match tile {
        Tile::Container(stack @ Container::Tabs(_)) => Some(shown(stack)),
        Tile::Container(Container::Linear(_) | Container::Grid(_)) | Tile::Pane(_) => None,
    });
    stacks.filter(|panels| panels.len() > 1).flatten().collect()
}

/// Panels keep their sizes in points; what is left is the canvas's. Those that nobody has resized go with the window.
pub(super) fn keep_sizes(tree: &mut Tree<Pane>, last: Vec2, room: Vec2) {
    let Some(canvas) = pane_of(tree, CANVAS) else { return };
    let path = path(tree, canvas);
    let active = tree.active_tiles();
    let is_read =
        |id: &TileId| matches!(tree.tiles.get(*id), Some(Tile::Pane(pane)) if PANELS.iter().any(|info| info.wide && info.id == pane));
    let wide: Vec<TileId> = active.into_iter().filter(is_read).flat_map(|pane| self::path(tree, pane)).collect();
    let ids: Vec<TileId> = tree.tiles.tile_ids().collect();
    for id in ids {
        let Some(Container::Linear(linear)) = tree.tiles.get_container(id) else { continue };
        let rest = linear.children.iter().copied().find(|child| path.contains(child));
        let shares: Vec<(TileId, f32)> = linear.children.iter().map(|child| (*child, linear.shares[*child])).collect();
        let shown: Vec<TileId> = linear.children.iter().copied().filter(|child| tree.tiles.is_visible_in_layout(*child)).collect();
        let set: Vec<f32> = shares.iter().map(|(_, share)| *share).filter(|share| *share >= UNSET).collect();
        let dir = linear.dir;
        let unset = |child: TileId| match rest {
            Some(_) => new_size(dir, room, wide.contains(&child)),
            // A new one among panels gets as much as the others have.
            None => set.iter().sum::<f32>().max(WIDTH) / set.len().max(1) as f32,
        };
        let size = |child: TileId, share: f32| {
            let is_unset = share < UNSET || (rest.is_some() && is_new(share, dir, last));
            let least = if rest.is_some() { LEAST.min(unset(child)) } else { 0.0 };
            if is_unset { unset(child) } else { share.max(least) }
        };
        let taken: f32 = shares.iter().filter(|(id, _)| Some(*id) != rest && shown.contains(id)).map(|(id, share)| size(*id, *share)).sum();
        let whole = match linear.dir {
            LinearDir::Horizontal => room.x,
            LinearDir::Vertical => room.y,
        };
        let whole = tree.tiles.rect(id).filter(|_| !tree.is_root(id)).map_or(whole, |rect| match linear.dir {
            LinearDir::Horizontal => rect.width(),
            LinearDir::Vertical => rect.height(),
        });
        let gaps = shown.len().saturating_sub(1) as f32;
        let Some(Tile::Container(Container::Linear(linear))) = tree.tiles.get_mut(id) else { continue };
        for (child, share) in shares {
            let share = if Some(child) == rest { (whole - gaps - taken).max(MIN_CANVAS) } else { size(child, share) };
            linear.shares.set_share(child, share);
        }
    }
}

/// The arrangement without what follows from the size of the window.
pub(super) fn essence(tree: &Tree<Pane>, room: Vec2) -> Tree<Pane> {
    let mut tree = tree.clone();
    let path = pane_of(&tree, CANVAS).map(|canvas| path(&tree, canvas)).unwrap_or_default();
    for tile in tree.tiles.tiles_mut() {
        if let Tile::Container(Container::Linear(linear)) = tile {
            let (dir, children) = (linear.dir, linear.children.clone());
            let beside_canvas = children.iter().any(|child| path.contains(child));
            for child in children {
                if beside_canvas && (path.contains(&child) || is_new(linear.shares[child], dir, room)) {
                    linear.shares.set_share(child, 0.0);
                }
            }
        }
    }
    tree
}
