//! Between the system's clipboard and the editor. The clipboard itself carries text; the exact copy is kept beside it.

use egui::{Context, ViewportCommand};

use super::ElenchusApp;
use crate::editor::{Command, Pasted};

/// So many frames the clipboard has to answer; after that, what was copied here last is pasted.
const PATIENCE: u8 = 4;

/// What a text from the clipboard shall become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Claims, or what was copied.
    Claims {
        /// Whether they shall bear on the selection.
        under: bool,
    },
    /// A source.
    Document,
}

/// What is known of the clipboard.
#[derive(Default)]
pub(crate) struct Clipboard {
    /// The text copied here last, and the exact copy.
    kept: Option<(String, String)>,
    /// A paste that waits for the clipboard's answer, and for how many frames it still waits.
    asked: Option<(Wanted, u8)>,
}

impl ElenchusApp {
    /// Remembers what was copied, also for the other windows of the program.
    pub(super) fn keep_copy(&mut self, text: String, exact: String) {
        if let Some(config) = &self.config {
            // Without it, another window pastes the text alone.
            let _ = config.keep_copy(&text, &exact);
        }
        self.clipboard.kept = Some((text, exact));
    }

    /// Asks the system's clipboard for its text.
    pub(super) fn ask_clipboard(&mut self, ctx: &Context, wanted: Wanted) {
        self.clipboard.asked = Some((wanted, PATIENCE));
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// Whether the next text from the clipboard answers a paste that was asked for, and how it shall be pasted.
    pub(super) fn take_asked(&mut self) -> Option<Wanted> {
        self.clipboard.asked.take().map(|(wanted, _)| wanted)
    }

    /// Pastes what was copied here last where the clipboard does not answer.
    pub(super) fn wait_for_clipboard(&mut self, ctx: &Context) {
        let Some((wanted, frames)) = self.clipboard.asked else { return };
        ctx.request_repaint();
        if frames > 0 {
            self.clipboard.asked = Some((wanted, frames - 1));
            return;
        }
        self.clipboard.asked = None;
        let text = self.clipboard.kept.as_ref().map(|(text, _)| text.clone()).unwrap_or_default();
        let command = self.pasting(text, wanted);
        self.queue.push(command);
    }

    /// The command that pastes a text, with the exact copy where it is known.
    pub(super) fn pasting(&self, text: String, wanted: Wanted) -> Command {
        let under = match wanted {
            Wanted::Claims { under } => under,
            Wanted::Document => return Command::ReadText(text),
        };
        let own = || self.clipboard.kept.as_ref().filter(|(kept, _)| kept.trim_end() == text.trim_end()).map(|(_, exact)| exact.clone());
        let exact = self.config.as_ref().and_then(|config| config.kept_copy(&text)).or_else(own);
        Command::Paste(Box::new(Pasted { text, exact, under }))
    }
}
