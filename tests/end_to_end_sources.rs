//! The real binary on a real screen, from an article dropped by another program to who said it first.
#![cfg(all(feature = "gui", target_os = "linux"))]

#[path = "common/desktop.rs"]
mod desktop;
#[path = "common/dropping.rs"]
mod dropping;
#[path = "common/hands.rs"]
mod hands;

use std::fs;
use std::path::Path;
use std::process::Command;

use desktop::Desktop;
use elenchus::base::TaskCtx;
use elenchus::model::{ArgumentMap, SourceKind};
use elenchus::provenance::trace::trace;
use elenchus::provenance::words;

/// An invented article with its comments.
const ARTICLE: &str = "The Ferry Nobody Wanted to Lose

By Lena Harrow

The ferry across the Ells was taken out of service in March. “It loses nine thousand crowns a month,” said Otto Vance, the harbour master.

Ruth Adeyemi, who keeps the inn at the landing, denied that the ferry was ever empty.

2 comments

  1. Bram Okoye
    May 4, 2021 at 09:12

    Tomas Reyl said that the boat was sold before the vote.

    • Joan Petrie
      May 4, 2021 at 11:40

      That is news to me.
";

/// Every claim with who says it and who passes it on, from the origin to the latest.
fn told(map: &ArgumentMap) -> Vec<String> {
    let one = |(id, claim): (_, &elenchus::model::Claim)| {
        let trace = trace(map, id);
        let steps: Vec<String> = trace.steps.iter().map(|step| words::act(map, &trace, step)).collect();
        format!("{}: {}", claim.text, steps.join(", "))
    };
    let mut told: Vec<String> = map.claims().map(one).collect();
    told.sort();
    told
}

#[test]
fn an_article_with_comments_is_dropped_heard_and_traced() {
    let Some(desktop) = Desktop::start() else { return };
    let (article, map) = (desktop.home.path().join("ferry.txt"), desktop.home.path().join("ferry.ron"));
    fs::write(&article, ARTICLE).unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_elenchus")).arg("new").arg(&map).status().unwrap();
    assert!(made.success());
    let mut program = desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg(&map).spawn().unwrap();
    let window = desktop.await_window("ferry", || assert!(program.try_wait().unwrap().is_none(), "it ended at once"));
    desktop.settle();

    desktop.drop_files(&window, &[&article]);
    desktop.settle();
    // As a source, as it is proposed; then the text has the keyboard.
    desktop.key(&["Return"]);
    desktop.settle();
    desktop.key(&["Return", "Return"]);
    desktop.settle();
    desktop.key(&["p"]);
    desktop.settle();
    // The certain one, then the other.
    desktop.key(&["shift+y"]);
    desktop.settle();
    desktop.key(&["y"]);
    desktop.settle();
    // What is left is in the comments.
    desktop.key(&["n"]);
    desktop.settle();
    desktop.key(&["y"]);
    desktop.settle();
    let shot = |name: &str| desktop.screenshot(&window, &Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    shot("heard.png");
    desktop.key(&["ctrl+s"]);
    let heard = |file: &Path| elenchus::io::open(file, &TaskCtx::new()).ok().map(|read| read.map).filter(|map| map.claims().count() == 3);
    let map = desktop.wait_for("the saved map", || heard(&map));
    assert_eq!(
        told(&map),
        [
            "It loses nine thousand crowns a month: Otto Vance asserts, Lena Harrow reports what Otto Vance says",
            "The boat was sold before the vote: Tomas Reyl asserts, Bram Okoye reports what Tomas Reyl says",
            "The ferry was ever empty: Ruth Adeyemi denies, Lena Harrow reports what Ruth Adeyemi says",
        ]
    );
    let comments = map.sources().values().filter(|source| source.kind == SourceKind::Comment).count();
    assert_eq!((map.sources().len(), comments), (3, 2));
    for (_, said) in map.attributions() {
        let text = said.source.and_then(|id| map.source(id)).and_then(|source| source.latest_text());
        let stands = |quote: &elenchus::model::Quote| text.is_some_and(|text| text.text().contains(&quote.exact));
        assert!(said.quotes.iter().all(stands), "{said:?}");
    }

    // From the claim to where it comes from, and back.
    desktop.key(&["ctrl+k"]);
    desktop.type_text("It loses nine");
    desktop.key(&["Return", "ctrl+shift+y", "v"]);
    desktop.settle();
    shot("traced.png");
    desktop.key(&["Escape", "ctrl+q"]);
    let status = desktop.wait_for("the end of the program", || program.try_wait().unwrap());
    assert!(status.success(), "{status}");
}
