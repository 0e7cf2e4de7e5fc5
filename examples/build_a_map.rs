//! Builds a small map from scratch and prints it as a file.
//!
//! `cargo run --no-default-features --example build_a_map > my-map.ron`

use elenchus::base::TaskCtx;
use elenchus::formats::{self, ExportRequest};
use elenchus::model::{Attribution, Claim, ClaimKind, MapBuilder, Meta, Source, SourceKind, Speaker, SpeakerKind, Stance, validate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut b = MapBuilder::new(1);
    b.meta(Meta { title: "Was the bridge closed in time?".to_owned(), ..Meta::default() });

    // What is said.
    let thesis = b.node(Claim {
        kind: Some(ClaimKind::Cause),
        cause: "The late closing of the bridge".to_owned(),
        effect: "The accident of March".to_owned(),
        ..Claim::new("The late closing of the bridge caused the accident")
    });
    let crack = b.claim("Inspectors had reported a crack in January");
    let rule = b.claim("A reported crack requires closing within a week");
    let traffic = b.claim("Traffic was below the limit on that day");
    let limit = b.claim("The limit was set for an undamaged bridge");

    // What speaks for and against it. Two premises in one relation work only together.
    b.support(&[crack, rule], thesis);
    let step = b.rebut(&[traffic], thesis);
    // An undercut: it leaves the figure alone and attacks the step from it.
    b.rebut(&[limit], step);

    // Who says so, and where.
    let engineer = b.speaker(Speaker { role: "engineer".to_owned(), ..Speaker::new(SpeakerKind::Person, "Mira Sand") });
    let paper = b.speaker(Speaker::new(SpeakerKind::Publication, "The Harbour Post"));
    let article = b.source(Source { date: "2031-03-14".to_owned(), ..Source::new(SourceKind::Article, "A crack in January") });
    let said = b.attribute(Attribution { source: Some(article), ..Attribution::new(Some(engineer), Stance::Asserts) }, thesis);
    b.attribute(Attribution { source: Some(article), ..Attribution::new(Some(paper), Stance::Reports) }, said);

    let map = b.finish();
    for finding in validate(&map) {
        eprintln!("{}: {}", finding.code.name(), finding.message);
    }
    let ron = formats::exporter("ron").ok_or("the native format is missing")?;
    let file = ron.export(&ExportRequest::new(&map), &TaskCtx::new())?;
    print!("{}", String::from_utf8(file.bytes)?);
    Ok(())
}
