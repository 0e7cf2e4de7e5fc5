//! Maps that are shipped: examples to look at, templates to overwrite. They open as copies without a file.

use crate::base::lang::{Language, language};
use crate::editor::{Editor, Effect, Selection, file};
use crate::tr;

/// A map that is shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shipped {
    /// One empty claim.
    Blank,
    /// What speaks for a claim and against it.
    ProCon,
    /// Two positions that exclude each other.
    TwoSided,
    /// A claim as it was made, and the evidence.
    ClaimCheck,
    /// A small map to learn with.
    FirstMap,
    /// A debate with all its origins.
    WhoCostWhom,
    /// What goes wrong between a word and what becomes of it, with the texts.
    Footbridge,
}

/// The bytes of a template in the language in use.
macro_rules! template {
    ($name:literal) => {
        match language() {
            Language::English => include_bytes!(concat!("../../examples/templates/", $name, ".ron")),
            Language::German => include_bytes!(concat!("../../examples/templates/", $name, ".de.ron")),
        }
    };
}

impl Shipped {
    /// The templates.
    pub const TEMPLATES: &[Self] = &[Self::ProCon, Self::TwoSided, Self::ClaimCheck, Self::Blank];
    /// The examples.
    pub const EXAMPLES: &[Self] = &[Self::FirstMap, Self::WhoCostWhom, Self::Footbridge];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Blank => tr!("shipped-blank"),
            Self::ProCon => tr!("shipped-pro-con"),
            Self::TwoSided => tr!("shipped-two-sided"),
            Self::ClaimCheck => tr!("shipped-claim-check"),
            Self::FirstMap => tr!("shipped-first-map"),
            Self::WhoCostWhom => tr!("shipped-who-cost-whom"),
            Self::Footbridge => tr!("shipped-footbridge"),
        }
    }

    /// What it is for, in a few words.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Blank => tr!("shipped-blank.hint"),
            Self::ProCon => tr!("shipped-pro-con.hint"),
            Self::TwoSided => tr!("shipped-two-sided.hint"),
            Self::ClaimCheck => tr!("shipped-claim-check.hint"),
            Self::FirstMap => tr!("shipped-first-map.hint"),
            Self::WhoCostWhom => tr!("shipped-who-cost-whom.hint"),
            Self::Footbridge => tr!("shipped-footbridge.hint"),
        }
    }

    /// Whether its claims are there to be overwritten.
    pub fn is_template(self) -> bool {
        Self::TEMPLATES.contains(&self)
    }

    /// What its copy is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstMap => "first-map",
            Self::WhoCostWhom => "who-cost-whom",
            Self::Footbridge => "footbridge",
            Self::Blank | Self::ProCon | Self::TwoSided | Self::ClaimCheck => file::untitled(),
        }
    }

    /// The map in the native format.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Blank => template!("blank"),
            Self::ProCon => template!("pro-con"),
            Self::TwoSided => template!("two-sided"),
            Self::ClaimCheck => template!("claim-check"),
            Self::FirstMap => include_bytes!("../../examples/first-map.ron"),
            Self::WhoCostWhom => include_bytes!("../../examples/who-cost-whom.ron"),
            Self::Footbridge => include_bytes!("../../examples/footbridge.ron"),
        }
    }
}

impl Editor {
    pub(super) fn open_shipped(&mut self, shipped: Shipped) {
        self.effects.push(Effect::ReadShipped(shipped));
    }

    /// Selects every claim, the uppermost leading, and opens the inline editor on that one.
    pub(super) fn overwrite_claims(&mut self) {
        let mut claims: Vec<_> = self.map.claims().map(|(id, _)| (self.map.placement(self.view, id).map(|p| (p.y, p.x)), id)).collect();
        claims.sort_unstable_by(|a, b| b.cmp(a));
        let Some((_, first)) = claims.last().copied() else { return };
        self.select(Selection::of_all(claims.into_iter().map(|(_, id)| id)));
        self.effects.push(Effect::EditText(first));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::TaskCtx;
    use crate::formats::native::Ron;
    use crate::formats::{ExportRequest, Exporter, Importer};
    use crate::model::validate;

    #[test]
    fn what_is_shipped_is_whole_and_canonical() {
        for shipped in Shipped::TEMPLATES.iter().chain(Shipped::EXAMPLES) {
            let imported = Ron.import(shipped.bytes(), &TaskCtx::new()).unwrap();
            let exported = Ron.export(&ExportRequest::new(&imported.map), &TaskCtx::new()).unwrap();
            assert!(exported.bytes == shipped.bytes(), "{shipped:?} is not canonical");
            assert!(imported.map.claims().all(|(id, _)| imported.map.placement(crate::base::ViewId::main(), id).is_some()), "{shipped:?}");
            if *shipped != Shipped::Blank {
                assert_eq!(validate(&imported.map), [], "{shipped:?}");
            }
        }
    }
}
