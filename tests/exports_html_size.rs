//! The web page is small: what it adds to the map's own file has a bound.

#[path = "common/prose.rs"]
mod prose;

use std::path::Path;

use elenchus::base::{NodeId, Rng, TaskCtx, ViewId};
use elenchus::edit::{self, ops};
use elenchus::formats::{ExportRequest, exporter, importer};
use elenchus::layout::{self, request};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, LayoutName, MapBuilder, Meta, Quote, Relation, RelationKind, Source, SourceKind, Speaker,
    SpeakerKind, Stance,
};
use elenchus::render::{TextShaper, size_of};

/// So many bytes a page may be longer than the map's own file.
const OWN: usize = 200_000;

/// Claims of a sentence each that answer each other, half of them named as what kind they are; whoever says one is quoted, in one of
/// 40 articles and comments.
fn generated(claims: usize) -> ArgumentMap {
    let (mut b, mut rng) = (MapBuilder::new(1), Rng::new(7));
    b.meta(Meta { title: "A generated debate".to_owned(), ..Meta::default() });
    let speakers: Vec<_> = (0..40).map(|i| b.speaker(Speaker::new(SpeakerKind::Person, format!("Speaker {i}")))).collect();
    let source = |i: usize| Source {
        url: format!("https://example.org/2017/01/what-was-said-about-the-bridge/{i}"),
        date: format!("2017-01-{:02}", 1 + i % 28),
        ..Source::new(SourceKind::Comment, format!("Comment {i} on the bridge"))
    };
    let sources: Vec<_> = (0..40).map(|i| b.source(source(i))).collect();
    let mut nodes: Vec<NodeId> = Vec::new();
    let prose = prose::paragraphs(7, 150 * claims).join(" ");
    for (i, text) in prose.split_inclusive(['.', '…']).take(claims).enumerate() {
        let text = text.trim().to_owned();
        let quotes = vec![Quote { exact: text.chars().skip(5).take(30).collect(), ..Quote::default() }];
        let kind = [None, Some(ClaimKind::Fact), None, Some(ClaimKind::Cause)][i % 4];
        let claim = b.node(Claim { text, kind, ..Claim::default() });
        let by = rng.below(40);
        b.attribute(Attribution { source: Some(sources[by]), quotes, ..Attribution::new(Some(speakers[by]), Stance::Asserts) }, claim);
        if i > 0 {
            let to = nodes[rng.below(nodes.len())];
            let kind = if i % 3 == 0 { RelationKind::Rebuttal } else { RelationKind::Support };
            b.relation(Relation::new(kind), &[claim], to);
        }
        nodes.push(claim);
    }
    assert_eq!(nodes.len(), claims);
    laid_out(b.finish())
}

fn laid_out(mut map: ArgumentMap) -> ArgumentMap {
    let mut shaper = TextShaper::new();
    let todo = request::of_map(&map, ViewId::main(), request::Scope::Everything, 1, &mut |node| size_of(&map, node, &mut shaper));
    let centres = layout::layout(LayoutName::Auto).run(&todo.request, &TaskCtx::new(), &mut |_| {}).unwrap();
    let transaction = ops::lay_out(&map, ViewId::main(), (LayoutName::Auto, todo.request.side), &todo.placements(&centres)).unwrap();
    edit::apply(&mut map, &transaction).unwrap();
    map
}

fn example() -> ArgumentMap {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/who-cost-whom.ron")).unwrap();
    importer("ron").unwrap().import(&bytes, &TaskCtx::new()).unwrap().map
}

fn export(map: &ArgumentMap, format: &str) -> String {
    String::from_utf8(exporter(format).unwrap().export(&ExportRequest::new(map), &TaskCtx::new()).unwrap().bytes).unwrap()
}

/// The picture, the lists and the footnotes hold the map three times over, each time in few words; what is left is the page's own.
#[test]
fn the_page_is_small() {
    for (name, map) in [("debate", example()), ("generated", generated(300))] {
        let (page, file) = (export(&map, "html"), export(&map, "ron").len());
        let part = |from: &str, to: &str| page.find(from).map_or(0, |start| page[start..].find(to).unwrap());
        let of_map = part("<svg id=\"map\"", "</svg>\n<p")
            + part("<nav", "</nav>")
            + part("<section id=\"groups\"", "</section>")
            + part("<ol", "</ol>");
        let own = page.len() - of_map;
        println!("{name}: page {} = map's file {file} + {}; {own} of it are not the map", page.len(), page.len() as i64 - file as i64);
        assert!(own < 50_000, "{name}: {own} of {} bytes are not the map", page.len());
        assert!(page.len() < file + OWN, "{name}: {} bytes with a map of {file}", page.len());
    }
}
