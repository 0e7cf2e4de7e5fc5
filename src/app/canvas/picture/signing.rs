//! Signs on cards: they come when quotations were looked up, to any number of cards at once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Picture;
use crate::base::NodeId;
use crate::jobs::forget;
use crate::provenance::marks::{Cautions, MarkKind};
use crate::render::{PlacedCard, TextShaper};

/// How long cards get their signs in one frame, and how many at a time.
const SIGNING: Duration = Duration::from_millis(2);
const SIGNED: usize = 64;

impl Picture {
    /// Gives the claims whose signs have changed those that they have now, in place: nothing is drawn anew, and however many there are
    /// no frame has to wait for them.
    pub(super) fn take_cautions(&mut self, ctx: &egui::Context, now: &Arc<Cautions>, shaper: &mut TextShaper) {
        if !Arc::ptr_eq(&self.cautions, now) {
            let before = std::mem::replace(&mut self.cautions, now.clone());
            shaper.caution(now.clone());
            forget(before);
            self.signing = Some((0, false));
        }
        let (Some((first, mut any)), Some((.., shown))) = (self.signing.take(), &self.made_from) else { return };
        let began = Instant::now();
        let mut next = first;
        while next < self.scene.cards().len() {
            if next > first && began.elapsed() >= SIGNING {
                self.signing = Some((next, any));
                ctx.request_repaint();
                return;
            }
            let cards = self.scene.cards().iter().skip(next).take(SIGNED);
            let changed: Vec<NodeId> = cards.filter(|placed| !is_signed(placed, now)).map(|placed| placed.claim).collect();
            any |= !changed.is_empty();
            self.scene.sign(&changed, shown, shaper);
            next += SIGNED;
        }
        if any {
            self.changed();
        }
    }
}

/// Whether a card has the signs that its claim should have.
fn is_signed(placed: &PlacedCard, cautions: &Cautions) -> bool {
    let mut wanted: Vec<MarkKind> = cautions.get(&placed.claim).into_iter().flatten().map(|caution| caution.kind).collect();
    let mut has: Vec<MarkKind> = placed.card.signs.iter().map(|(_, kind)| *kind).collect();
    wanted.sort_unstable();
    has.sort_unstable();
    wanted == has
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;
    use crate::editor::{Command, Editor, Loaded, LookedUp};
    use crate::model::{Attribution, MapBuilder, Speaker, SpeakerKind, Stance};

    #[test]
    fn signs_reach_every_card_over_frames() {
        let mut b = MapBuilder::new(1);
        let ann = b.speaker(Speaker::new(SpeakerKind::Person, "Ann"));
        for i in 0..20 * SIGNED {
            let claim = b.claim(format!("Claim {i}"));
            b.attribute(Attribution::new(Some(ann), Stance::Asserts), claim);
        }
        let mut editor = Editor::new(Rng::new(2));
        let map = b.finish();
        editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: String::new(), unsaved: false })));
        let (ctx, mut picture) = (egui::Context::default(), Picture::default());
        let until = |picture: &mut Picture, editor: &Editor, done: &dyn Fn(&Picture) -> bool| {
            while !done(picture) {
                picture.update(&ctx, editor);
                std::thread::sleep(Duration::from_millis(1));
            }
        };
        until(&mut picture, &editor, &|picture| picture.scene.cards().len() == 20 * SIGNED);
        let signed = |picture: &Picture| picture.scene.cards().iter().filter(|placed| !placed.card.signs.is_empty()).count();
        assert_eq!(signed(&picture), 0);
        let still = picture.still();
        editor.take_quotations(editor.revision(), LookedUp::of(editor.map(), Vec::new()));
        until(&mut picture, &editor, &|picture| picture.still() > still);
        assert_eq!(signed(&picture), 20 * SIGNED, "what is painted is made anew when all have theirs");
        assert!(picture.scene.cards().iter().all(|placed| is_signed(placed, editor.cautions())));
    }
}
