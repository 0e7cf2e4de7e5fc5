//! What stands below what: relations by their indentation, and lists.

use super::super::document::{End, Role};
use super::super::lexer::{Symbol, Token};
use super::{Element, Parser, Start};
use crate::tr;

impl Parser<'_> {
    /// Puts a new child at its place: settles and closes what is deeper, but keeps `least` elements. The number of elements above it,
    /// or `None` where its indentation fits nothing.
    fn descend(&mut self, indent: usize, least: usize) -> Option<usize> {
        self.end_text();
        let top = self.levels.last().map_or(0, |l| l.0);
        if indent > top {
            if let Some(parent) = self.open.last_mut() {
                // The line break in front of the first child separates it from its parent's text, and counts as a space there.
                if parent.is_reference || !parent.data.is_empty() {
                    parent.content.space();
                }
            }
            self.levels.push((indent, self.open.len()));
        } else {
            while self.levels.len() > 1 && self.levels.last().is_some_and(|l| indent < l.0) {
                self.levels.pop();
            }
        }
        let above = self.levels.last().filter(|_| self.levels.len() > 1).map(|l| l.1);
        let keep = above.unwrap_or(1).max(least);
        self.close_from(keep);
        self.open.truncate(keep);
        above
    }

    pub(super) fn relation(&mut self, token: Token, symbol: Symbol, indent: usize) {
        let at = token.end - self.image(token).trim_start().len();
        if self.heading.is_some() {
            self.leave_block(token.start);
        }
        if self.after_blank && !self.open.is_empty() {
            let help = tr!("argdown-blank-in-tree-help");
            self.syntax(at, tr!("argdown-blank-in-tree"), help);
        }
        self.answer_start(false);
        if self.open.is_empty() {
            let help = tr!("argdown-stray-relation-help");
            self.syntax(at, tr!("argdown-stray-relation"), help);
            self.start = Some(Start { role: Role::TopLevel, link: None, at, line_break: false });
            return;
        }
        let above = self.descend(indent, 1);
        if above.is_none_or(|above| above == 0) {
            let help = tr!("argdown-relation-indent-help");
            self.syntax(at, tr!("argdown-relation-indent"), help);
        }
        if above.is_none() {
            self.levels.push((indent, 1));
        }
        let Some(parent) = self.open.last() else { return };
        let mut end = parent.end;
        if symbol == Symbol::UndercutsParent && parent.role == Role::Premise {
            end = self.conclusion_at(parent).unwrap_or(end);
        }
        if matches!(end, End::Inference(_)) && symbol != Symbol::UndercutsParent {
            let help = tr!("argdown-not-on-inference-help");
            self.syntax(at, tr!("argdown-not-on-inference"), help);
        }
        self.start = Some(Start { role: Role::Related, link: Some((symbol, end)), at, line_break: false });
    }

    /// The inference that the conclusion being read will follow from.
    fn conclusion_at(&self, element: &Element) -> Option<End> {
        let pcs = self.pcs.as_ref()?;
        if element.closed {
            let last = self.document.arguments.get(pcs.argument)?.pcs.last()?;
            return last.inference.map(End::Inference);
        }
        pcs.inference.map(End::Inference)
    }

    pub(super) fn list_item(&mut self, token: Token, indent: usize) {
        let at = token.end - self.image(token).trim_start().len();
        // Bullets without blanks before them still stand below the page's edge.
        let indent = indent + 1;
        if !self.in_list() || self.after_blank {
            if !self.after_blank {
                let help = tr!("argdown-list-in-text-help");
                self.syntax(at, tr!("argdown-list-in-text"), help);
            }
            self.start = None;
            self.end_block();
            self.end_pcs();
            self.open.clear();
            self.levels = vec![(0, 0), (indent, 0)];
        } else {
            self.answer_start(false);
            let above = self.descend(indent, 0);
            if above != Some(0) {
                let help = tr!("argdown-item-indent-help");
                self.syntax(at, tr!("argdown-item-indent"), help);
                self.close_from(0);
                self.levels = vec![(0, 0), (indent, 0)];
            }
            self.open.clear();
        }
        self.start = Some(Start { role: Role::ListItem, link: None, at, line_break: false });
    }
}
