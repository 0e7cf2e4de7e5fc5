//! What was recovered after a crash: each map beside its file, with the difference named.

use std::path::PathBuf;
use std::time::SystemTime;

use egui::{Frame, Margin, RichText, ScrollArea, Ui};

use super::{Answer, destructive, foot, secondary, show};
use crate::app::icons::{self, Icon};
use crate::app::recovery::{Choice, Disk, Offer, Offers};
use crate::app::theme::{self, Palette, UNIT};
use crate::app::words::ago;
use crate::tr;

/// The form.
pub(crate) struct RecoveryForm {
    found: Offers,
    /// The offer that is about to be discarded, if the user says so again.
    discarding: Option<usize>,
}

impl RecoveryForm {
    pub(crate) fn new(found: Offers) -> Self {
        Self { found, discarding: None }
    }

    /// Whether there is nothing on offer any more.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.offers.is_empty()
    }

    /// The file of an offer.
    pub(crate) fn path_of(&self, which: usize) -> Option<PathBuf> {
        self.found.offers.get(which).and_then(|offer| offer.left.about.path.clone())
    }

    /// Takes an offer out of the form.
    pub(crate) fn take(&mut self, which: usize) -> Option<Offer> {
        self.discarding = None;
        (which < self.found.offers.len()).then(|| self.found.offers.remove(which))
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context) -> Option<Answer> {
        show(ctx, tr!("recovery-title"), 150.0 * UNIT, |ui| {
            ui.label(tr!("recovery-intro"));
            ui.add_space(UNIT);
            let mut chosen = None;
            let room = ctx.content_rect().height() * 0.55;
            ScrollArea::vertical().max_height(room).show(ui, |ui| {
                for (which, offer) in self.found.offers.iter().enumerate() {
                    if let Some(choice) = one(ui, offer, which, &mut self.discarding) {
                        chosen = Some(Answer::Recover { which, choice });
                    }
                }
            });
            foot(ui, |ui| {
                if secondary(ui, tr!("recovery-later")) {
                    chosen = Some(Answer::Back);
                }
            });
            chosen
        })
    }
}

fn one(ui: &mut Ui, offer: &Offer, which: usize, discarding: &mut Option<usize>) -> Option<Choice> {
    let palette = Palette::of(ui.visuals());
    let name = &offer.left.about.name;
    let mut choice = None;
    Frame::NONE.fill(palette.field).corner_radius(8).inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(RichText::new(if name.is_empty() { tr!("recovery-nameless") } else { name }).family(theme::bold()));
            ui.label(RichText::new(tr!("recovery-kept", ago = ago(offer.left.kept, SystemTime::now()))).color(palette.weak));
        });
        if let Some(path) = &offer.left.about.path {
            ui.label(RichText::new(path.display().to_string()).small().color(palette.weak));
        }
        for (icon, text, grave) in findings(offer) {
            let color = if grave { palette.warn } else { palette.text };
            ui.label(RichText::new(icons::before(icon, &text)).color(color));
        }
        ui.add_space(UNIT);
        ui.horizontal_wrapped(|ui| {
            if *discarding == Some(which) {
                ui.label(tr!("recovery-really"));
                if destructive(ui, tr!("recovery-delete")) {
                    choice = Some(Choice::Discard);
                }
                if secondary(ui, tr!("recovery-keep")) {
                    *discarding = None;
                }
                return;
            }
            let file_is_there = matches!(offer.disk, Disk::There { .. });
            if offer.map.is_ok() && super::primary(ui, tr!("recovery-open")) {
                choice = Some(Choice::Recovered);
            }
            if file_is_there && secondary(ui, tr!("recovery-open-file")) {
                choice = Some(Choice::File);
            }
            if file_is_there && offer.map.is_ok() && secondary(ui, tr!("recovery-open-both")) {
                choice = Some(Choice::Both);
            }
            if destructive(ui, tr!("recovery-discard")) {
                *discarding = Some(which);
            }
        });
    });
    ui.add_space(UNIT);
    choice
}

/// What is to be known of an offer: how it differs from its file, and what stands in the way.
fn findings(offer: &Offer) -> Vec<(Icon, String, bool)> {
    let mut found = Vec::new();
    match (&offer.map, &offer.disk) {
        (Err(why), _) => found.push((Icon::TriangleAlert, tr!("recovery-unreadable", why = why.as_str()), true)),
        (Ok(map), Disk::Never) => found.push((Icon::File, tr!("recovery-never-saved", count = map.claims().count()), false)),
        (Ok(_), Disk::Gone) => found.push((Icon::TriangleAlert, tr!("recovery-file-gone").to_owned(), true)),
        (Ok(_), Disk::Unreadable) => found.push((Icon::TriangleAlert, tr!("recovery-file-unreadable").to_owned(), true)),
        (Ok(_), Disk::There { written, changed, difference }) => {
            let since = written.map(|at| ago(at, SystemTime::now())).unwrap_or_default();
            found.push((Icon::FileDiff, tr!("recovery-difference", difference = difference.in_words(), ago = since), false));
            if *changed {
                found.push((Icon::TriangleAlert, tr!("recovery-file-changed").to_owned(), true));
            }
        }
    }
    found
}
