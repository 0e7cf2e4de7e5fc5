//! The interface's languages. All texts that users read stand in `assets/lang/`, one [Fluent](https://projectfluent.org) file a
//! language; code names them by key: `tr!("toast-copied", count = 3)`.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// The language in which the program is written.
    #[default]
    English,
    /// Deutsch.
    German,
}

impl Language {
    /// Every language.
    pub const ALL: &[Self] = &[Self::English, Self::German];

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// Its tag (BCP 47), which also names its file.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language that serves a tag such as `de-AT` or `de_DE.UTF-8`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_', '.']).next()?;
        Self::ALL.iter().copied().find(|l| l.tag().eq_ignore_ascii_case(language))
    }
}

static CURRENT: AtomicUsize = AtomicUsize::new(0);

/// The language in use.
pub fn language() -> Language {
    Language::ALL.get(CURRENT.load(Ordering::Relaxed)).copied().unwrap_or_default()
}

/// Switches the language of the whole program.
pub fn set_language(language: Language) {
    let index = Language::ALL.iter().position(|l| *l == language).unwrap_or_default();
    CURRENT.store(index, Ordering::Relaxed);
}

/// A text without variables. Use [`crate::tr!`].
pub fn text(key: &'static str) -> &'static str {
    let found = catalogue(language()).plain.get(key).or_else(|| catalogue(Language::English).plain.get(key));
    debug_assert!(found.is_some(), "no text “{key}”, or it has variables");
    found.map_or(key, String::as_str)
}

/// A text without variables in a given language; `None` where it has none of that key.
pub fn text_in(language: Language, key: &str) -> Option<&'static str> {
    catalogue(language).plain.get(key).map(String::as_str)
}

/// A text with variables. Use [`crate::tr!`].
pub fn format(key: &str, variables: &[(&'static str, FluentValue<'_>)]) -> String {
    let args: FluentArgs<'_> = variables.iter().cloned().collect();
    let formatted = catalogue(language()).format(key, &args).or_else(|| catalogue(Language::English).format(key, &args));
    debug_assert!(formatted.is_some(), "no text “{key}”");
    formatted.unwrap_or_else(|| key.to_owned())
}

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Texts without variables, attributes as `key.attribute`.
    plain: HashMap<String, String>,
}

impl Catalogue {
    fn new(tag: &str, source: &str) -> Self {
        // What a faulty line says is lost, the rest is not; a test insists that there is none.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
        let keys: Vec<String> = resource.entries().flat_map(keys_of).collect();
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
        // The text may stand in a window title or a screen reader, where isolating marks would show.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut catalogue = Self { bundle, plain: HashMap::new() };
        for key in keys {
            if let Some(text) = catalogue.resolve(&key, None) {
                catalogue.plain.insert(key, text);
            }
        }
        catalogue
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.resolve(key, Some(args))
    }

    /// `None` where there is no such text or a variable that it wants is missing.
    fn resolve(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

/// The keys of an entry: of the text itself, where it has one, and of its attributes.
fn keys_of(entry: &Entry<&str>) -> Vec<String> {
    let Entry::Message(message) = entry else { return Vec::new() };
    let attributes = message.attributes.iter().map(|attribute| format!("{}.{}", message.id.name, attribute.id.name));
    message.value.iter().map(|_| message.id.name.to_owned()).chain(attributes).collect()
}

fn catalogue(language: Language) -> &'static Catalogue {
    static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new("en", include_str!("../../assets/lang/en.ftl")));
    static GERMAN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new("de", include_str!("../../assets/lang/de.ftl")));
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

/// A text of the interface in the language in use, by its key in `assets/lang/`: `tr!("menu-file")` is a `&'static str`,
/// `tr!("claims-selected", count = 3, name = title)` a `String`. Keys and variables are checked by a test.
#[macro_export]
macro_rules! tr {
    ($key:expr) => {
        $crate::base::lang::text($key)
    };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::base::lang::format($key, &[$((stringify!($name), $crate::base::lang::FluentValue::from($value))),+])
    };
}
