//! Premise-conclusion structures.

use super::super::content::{Content, plain};
use super::super::document::{Argument, Document, End, Inference, Role};
use super::super::lexer::{Kind, Token};
use super::{Element, Parser, Pcs, Phase, Start};
use crate::tr;

impl Parser<'_> {
    pub(super) fn number(&mut self, token: Token) {
        let at = token.end - self.image(token).trim_start().len();
        self.answer_start(false);
        self.end_heading();
        let after_blank = self.after_blank;
        self.settle_all();
        let ended =
            |p: &Pcs, d: &Document| p.inference.is_none() && d.arguments.get(p.argument).is_some_and(Argument::ends_with_conclusion);
        match &mut self.pcs {
            Some(pcs) if !pcs.interrupted => {}
            Some(pcs) if !ended(pcs, &self.document) => {
                pcs.interrupted = false;
                let help = tr!("argdown-blank-in-structure-help");
                self.syntax(at, tr!("argdown-blank-in-structure"), help);
            }
            _ => {
                self.end_pcs();
                if !after_blank {
                    self.syntax(at, tr!("argdown-blank-missing"), tr!("argdown-blank-before-premise-help"));
                }
                self.begin_pcs(at);
            }
        }
        self.start = Some(Start { role: Role::Premise, link: None, at, line_break: false });
    }

    /// Closes everything that is open, and forgets it.
    fn settle_all(&mut self) {
        self.end_text();
        self.close_from(0);
        self.remember_block();
        self.open.clear();
        self.levels = vec![(0, 0)];
    }

    fn begin_pcs(&mut self, at: usize) {
        let free = |a: &usize| self.document.arguments.get(*a).is_some_and(|a| a.pcs.is_empty());
        let argument = match self.previous.take() {
            Some(argument) if free(&argument) => argument,
            Some(argument) => {
                let title = self.document.arguments.get(argument).map(|a| a.title.clone()).unwrap_or_default();
                let help = tr!("argdown-second-structure-help");
                self.syntax(at, tr!("argdown-second-structure", title = title), help);
                self.argument_of(None)
            }
            None => self.argument_of(None),
        };
        if let Some(argument) = self.document.arguments.get_mut(argument) {
            argument.section = self.section.or(argument.section);
        }
        self.pcs = Some(Pcs { argument, inference: None, interrupted: false, at });
        self.lexer.inference_allowed = true;
    }

    pub(super) fn inference(&mut self, token: Token, closed: bool) {
        let at = token.end - self.image(token).trim_start().len();
        self.answer_start(false);
        self.settle_all();
        let mut inference = Inference { argument: self.pcs.as_ref().map_or(0, |p| p.argument), rules: Vec::new(), data: None, at };
        if closed {
            self.inference_body(&mut inference);
        } else {
            let help = tr!("argdown-inference-open-help");
            self.syntax(at, tr!("argdown-inference-open"), help);
            let rule = self.image(token).trim().trim_matches('-').trim();
            inference.rules.extend((!rule.is_empty()).then(|| rule.to_owned()));
        }
        let number = self.document.inferences.len();
        self.document.inferences.push(inference);
        if let Some(pcs) = &mut self.pcs {
            let twice = pcs.inference.is_some();
            let cut = std::mem::take(&mut pcs.interrupted);
            if !twice {
                pcs.inference = Some(number);
            }
            if cut {
                let help = tr!("argdown-blank-in-structure-help");
                self.syntax(at, tr!("argdown-blank-in-structure"), help);
            }
            if twice {
                self.syntax(at, tr!("argdown-two-inferences"), tr!("argdown-two-inferences-help"));
            }
        }
        // Undercuts may follow, indented: the inference is their parent.
        self.open.clear();
        self.levels = vec![(0, 0)];
        self.open.push(Element {
            end: End::Inference(number),
            title: None,
            is_argument: false,
            is_reference: false,
            role: Role::TopLevel,
            link: None,
            content: Content::default(),
            data: Vec::new(),
            phase: Phase::Done,
            at,
            closed: true,
        });
    }

    fn inference_body(&mut self, inference: &mut Inference) {
        let mut rule = String::new();
        let mut rules = Vec::new();
        while let Some(token) = self.lexer.next() {
            let image = self.image(token);
            match token.kind {
                Kind::InferenceEnd => {
                    let rest = self.lexer.skip_line();
                    if !rest.is_empty() {
                        self.syntax(token.end, tr!("argdown-after-inference"), tr!("argdown-after-inference-help"));
                        rules.push(rest.to_owned());
                    }
                    break;
                }
                Kind::Emptyline => break,
                Kind::Newline => {}
                Kind::Comma => rules.push(std::mem::take(&mut rule)),
                Kind::Data => inference.data = Some(image.to_owned()),
                kind => plain(kind, image, &self.shortcodes, &mut rule),
            }
        }
        rules.push(rule);
        inference.rules = rules.iter().map(|r| r.trim().to_owned()).filter(|r| !r.is_empty()).collect();
    }

    pub(super) fn end_pcs(&mut self) {
        self.lexer.inference_allowed = false;
        let Some(pcs) = self.pcs.take() else { return };
        let Some(argument) = self.document.arguments.get(pcs.argument) else { return };
        let last = argument.pcs.iter().rev().find(|s| s.inference.is_some()).map(|s| s.member);
        if let Some(member) = last.and_then(|m| self.document.members.get_mut(m)) {
            member.role = Role::MainConclusion;
        }
        if last.is_none() || pcs.inference.is_some() || !argument.ends_with_conclusion() {
            let help = tr!("argdown-no-conclusion-help");
            self.syntax(pcs.at, tr!("argdown-no-conclusion"), help);
        }
    }
}
