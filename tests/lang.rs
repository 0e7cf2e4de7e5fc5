//! The texts of the interface: every key that the code names exists in every language, with the same variables, and no other does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use elenchus::base::Code;
use elenchus::base::lang::{FluentValue, Language};
use elenchus::editor::Action;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// Variables that say how many there are of what stands behind them.
const COUNTS: &[&str] = &["count", "claims", "relations", "speakers", "sources", "failing", "found"];

/// Key → names of its variables.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn texts(language: Language) -> Texts {
    let path = root().join("assets/lang").join(format!("{}.ftl", language.tag()));
    let source = fs::read_to_string(path).unwrap();
    let resource = parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{}.ftl: {errors:?}", language.tag()));
    let mut texts = Texts::new();
    let mut add = |key: String, pattern: &Pattern<&str>| {
        let mut variables = BTreeSet::new();
        collect(pattern, &mut variables);
        assert!(texts.insert(key.clone(), variables).is_none(), "{}.ftl has “{key}” twice", language.tag());
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if let Some(pattern) = &message.value {
            add(message.id.name.to_owned(), pattern);
        }
        for attribute in &message.attributes {
            add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
        }
    }
    texts
}

fn collect(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from(expression, into);
        }
    }
}

fn collect_from(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            variants.iter().for_each(|variant| collect(&variant.value, into));
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => drop(into.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => collect_from(expression, into),
        _ => {}
    }
}

/// What the code asks for: `tr!("key", name = …)`. Keys made from parts are listed by their owners.
fn used() -> Texts {
    fn walk(dir: &Path, into: &mut Texts) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("base/lang.rs") {
                let source = fs::read_to_string(&path).unwrap();
                scan(&source, into);
                scan_losses(&source, into);
            }
        }
    }
    let mut used = Texts::new();
    walk(&root().join("src"), &mut used);
    for code in Code::ALL {
        used.insert(format!("code-{}", code.name()), BTreeSet::new());
    }
    for action in Action::ALL {
        used.insert(format!("action-{}", action.info().id), BTreeSet::new());
        used.insert(format!("action-{}.hint", action.info().id), BTreeSet::new());
    }
    used
}

fn scan(source: &str, into: &mut Texts) {
    // Other macros end in the same letters.
    let is_own = |at: &usize| !source[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    for (at, _) in source.match_indices("tr!(").filter(|(at, _)| is_own(at)) {
        let rest = source[at + "tr!(".len()..].trim_start();
        let Some(rest) = rest.strip_prefix('"') else { continue };
        let Some((key, rest)) = rest.split_once('"') else { continue };
        let variables = into.entry(key.to_owned()).or_default();
        // The arguments: up to the parenthesis that closes the macro, names stand before a single `=` at the outermost level.
        let (mut depth, mut quoted, mut word) = (0usize, false, String::new());
        let mut chars = rest.chars().peekable();
        let mut last = ' ';
        while let Some(c) = chars.next() {
            match c {
                '"' if last != '\\' => quoted = !quoted,
                _ if quoted => {}
                '(' | '[' | '{' => depth += 1,
                ')' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => word.clear(),
                '=' if depth == 0 && !word.trim().is_empty() && chars.peek() == Some(&' ') && last == ' ' => {
                    let name = word.trim();
                    if name.chars().all(|c| c.is_alphanumeric() || c == '_') {
                        variables.insert(name.to_owned());
                    }
                    word.clear();
                }
                c if depth == 0 => word.push(c),
                _ => {}
            }
            last = c;
        }
    }
}

/// What is told of losses: `lost.add("key", …)`, where the count says which number, and with names by `add_named`.
fn scan_losses(source: &str, into: &mut Texts) {
    for (at, _) in source.match_indices("\"loss-") {
        let Some((key, _)) = source[at + 1..].split_once('"') else { continue };
        let named = source[..at].trim_end().ends_with("add_named(").then_some("names");
        into.entry(key.to_owned()).or_default().extend(["count"].into_iter().chain(named).map(str::to_owned));
    }
}

#[test]
fn every_text_that_is_used_exists_in_english_and_no_other() {
    let (english, used) = (texts(Language::English), used());
    let missing: Vec<_> = used.iter().filter(|(key, variables)| english.get(*key) != Some(*variables)).collect();
    assert!(missing.is_empty(), "not in en.ftl, or with other variables: {missing:#?}");
    let unused: Vec<_> = english.keys().filter(|key| !used.contains_key(*key)).collect();
    assert!(unused.is_empty(), "in en.ftl, but nowhere used: {unused:#?}");
}

#[test]
fn every_language_says_everything() {
    let english = texts(Language::English);
    for language in Language::ALL {
        let other = texts(*language);
        let tag = language.tag();
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{tag}.ftl lacks {missing:#?}");
        let differing: Vec<_> = other.iter().filter(|(key, variables)| english.get(*key) != Some(*variables)).collect();
        assert!(differing.is_empty(), "{tag}.ftl: unknown, or with other variables than in English: {differing:#?}");
    }
}

#[test]
fn tags_name_languages() {
    for (tag, language) in [
        ("en", Some(Language::English)),
        ("de-AT", Some(Language::German)),
        ("de_DE.UTF-8", Some(Language::German)),
        ("C", None),
        ("", None),
    ] {
        assert_eq!(Language::of_tag(tag), language, "{tag}");
    }
}

#[test]
fn one_is_never_told_in_the_plural() {
    // The code asks for these with two or more only.
    let several = [
        "found-several-contents",
        "found-several-targets",
        "outline-several",
        "outline-together",
        "reader-ambiguous",
        "step-align",
        "step-distribute",
        "unsaved-several",
        "write-deleted-items",
    ];
    // Of all the claims there are, of all the sheets that may be.
    let totals = ["announce-claim-unplaced", "poster-too-many"];
    let (mut asked, mut wrong) = (0, Vec::new());
    for (key, variables) in texts(Language::English) {
        if several.contains(&key.as_str())
            || totals.contains(&key.as_str())
            || !variables.iter().any(|name| COUNTS.contains(&name.as_str()))
        {
            continue;
        }
        let values: Vec<(&'static str, FluentValue<'_>)> = variables
            .iter()
            .map(|name| match COUNTS.iter().find(|count| **count == name.as_str()) {
                Some(count) => (*count, FluentValue::from(1)),
                None => (&*name.clone().leak(), FluentValue::from("x")),
            })
            .collect();
        let said = elenchus::base::lang::format(&key, &values);
        let words: Vec<&str> = said.split([' ', '.', ',', ':', ';']).collect();
        let plural = words.windows(2).find(|pair| pair[0] == "1" && pair[1].ends_with('s') && !["is", "was"].contains(&pair[1]));
        if plural.is_some() || said.starts_with("There are 1 ") {
            wrong.push(format!("{key}: {said}"));
        }
        asked += 1;
    }
    assert!(asked > 100, "{asked}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
