//! Who "he", "the organisation" and "Drum" are: the last person or body mentioned that fits. Only proposed, never merged.

use std::collections::HashMap;
use std::ops::Range;

use super::doc::Doc;
use super::rules::Found;
use super::tag::Tag;
use super::words::can;

/// What a mention can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Woman,
    Man,
    Unknown,
    /// No person.
    Body,
}

/// A name in the text.
#[derive(Clone, Debug)]
struct Mention {
    at: usize,
    name: String,
    last: String,
    gender: Gender,
}

/// The speaker of each finding, in their order; empty where nobody is known.
pub(super) fn speakers(doc: &Doc, found: &[Found]) -> Vec<String> {
    let mentions = mentions(doc);
    let genders: HashMap<&str, Gender> = mentions.iter().map(|mention| (mention.name.as_str(), mention.gender)).collect();
    let mut resolved: Vec<(usize, String, Gender)> = Vec::with_capacity(found.len());
    let mut out = Vec::with_capacity(found.len());
    for one in found {
        let name = one.source.as_ref().map_or_else(String::new, |source| resolve(doc, &mentions, &resolved, source));
        if let (Some(source), Some(gender)) = (&one.source, genders.get(name.as_str())) {
            resolved.push((source.start, name.clone(), *gender));
        }
        out.push(name);
    }
    out
}

fn resolve(doc: &Doc, mentions: &[Mention], resolved: &[(usize, String, Gender)], source: &Range<usize>) -> String {
    let first = source.start;
    if source.len() == 1 && doc.tag(first) == Tag::Pronoun || doc.tag(first) == Tag::Possessive && source.len() == 1 {
        let before = mentions.partition_point(|mention| mention.at < first);
        let fits = |gender: Gender| match doc.lower(first) {
            "he" | "his" => matches!(gender, Gender::Man | Gender::Unknown),
            "she" | "her" => matches!(gender, Gender::Woman | Gender::Unknown),
            "it" | "its" => gender == Gender::Body,
            _ => false,
        };
        let sure = |gender: Gender| {
            matches!(
                (doc.lower(first), gender),
                ("he" | "his", Gender::Man) | ("she" | "her", Gender::Woman) | ("it" | "its", Gender::Body)
            )
        };
        // Who spoke last goes on speaking; else the last one named.
        let spoke = resolved.iter().rev().take(3).find(|(at, _, gender)| first.saturating_sub(*at) < 250 && fits(*gender));
        if let Some((_, name, _)) = spoke {
            return name.clone();
        }
        let near = mentions.get(..before).unwrap_or_default().iter().rev().take(12);
        let named = near
            .clone()
            .find(|mention| sure(mention.gender))
            .or_else(|| near.clone().find(|mention| fits(mention.gender) && mention.name.contains(' ')));
        return named.map_or_else(String::new, |mention| mention.name.clone());
    }
    if source.len() == 1 && (doc.tag(first) == Tag::Question || doc.is(first, &["that"])) {
        // "Hale, who said": whom the clause describes.
        let mut last = first;
        while last > 0 && doc.tag(last - 1) == Tag::Mark {
            last -= 1;
        }
        let owner = last.checked_sub(1).filter(|at| doc.tag(*at).ends_phrase()).map(|at| doc.phrase_before(at, first.saturating_sub(12)));
        return owner.map_or_else(String::new, |owner| named(doc, mentions, &owner));
    }
    if doc.is(first, &["the", "this", "that"]) && source.len() == 2 && doc.can(first + 1, can::PERSON) {
        // "The organisation": the last name of such a kind.
        let before = mentions.partition_point(|mention| mention.at < first);
        let body = doc.is(
            first + 1,
            &[
                "organisation",
                "organization",
                "group",
                "agency",
                "company",
                "committee",
                "party",
                "campaign",
                "newspaper",
                "network",
                "magazine",
                "department",
                "firm",
                "union",
                "council",
            ],
        );
        let near = mentions.get(..before).unwrap_or_default().iter().rev().take(8).find(|mention| (mention.gender == Gender::Body) == body);
        if let (true, Some(mention)) = (body, near) {
            return mention.name.clone();
        }
    }
    named(doc, mentions, source)
}

/// A phrase with a name in it by its full name; else the phrase itself.
fn named(doc: &Doc, mentions: &[Mention], phrase: &Range<usize>) -> String {
    let own =
        phrase.end.checked_sub(1).is_some_and(|last| phrase.len() > 1 && doc.is(last, &["himself", "herself", "itself", "themselves"]));
    let phrase = &(phrase.start..phrase.end - usize::from(own));
    let stop = phrase
        .clone()
        .find(|at| {
            doc.is_comma(*at)
                || doc.is(*at, &["("])
                || doc.tag(*at) == Tag::Preposition && !doc.is(*at, &["of"])
                || doc.tag(*at) == Tag::Question
        })
        .unwrap_or(phrase.end);
    let tied = (phrase.start..stop).find(|at| doc.tag(*at) == Tag::Preposition).unwrap_or(stop);
    let list = (phrase.start..stop).any(|at| doc.tag(at) == Tag::Conjunction);
    let own = |mention: &&Mention| phrase.start <= mention.at && mention.at < tied;
    let from = mentions.partition_point(|mention| mention.at < phrase.start);
    let inner: Vec<&Mention> =
        mentions.get(from..).unwrap_or_default().iter().take_while(|mention| mention.at < phrase.end).filter(own).collect();
    let ends_in_name = tied > phrase.start && doc.tag(tied - 1) == Tag::Name;
    // "The head of the union, Ina Kirsch,": the name that the comma brings.
    let beside = doc.is_comma(stop).then(|| stop + 1).filter(|at| *at < phrase.end && doc.tag(*at) == Tag::Name && (list || !ends_in_name));
    if let Some(mention) =
        beside.and_then(|at| mentions.get(mentions.partition_point(|mention| mention.at < at)).filter(|mention| mention.at == at))
    {
        return mention.name.clone();
    }
    match inner.last() {
        Some(mention) if ends_in_name && !list => mention.name.clone(),
        _ => words(doc, phrase.start..stop.max(phrase.start + 1).min(phrase.end)),
    }
}

fn words(doc: &Doc, range: Range<usize>) -> String {
    let mut out = String::new();
    for at in range {
        let token = &doc.tokens[at];
        if token.spaced && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(token.text);
    }
    out
}

/// All names, each by the fullest form that ends in the same word.
fn mentions(doc: &Doc) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut full: HashMap<String, (String, Gender)> = HashMap::new();
    let mut at = 0;
    while at < doc.tokens.len() {
        if doc.tag(at) != Tag::Name {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while doc.tag(end) == Tag::Name && end < doc.tokens.len() && !doc.tokens[end].paragraph && end - at < 6 {
            end += 1;
        }
        let mut first = at;
        let mut gender = Gender::Unknown;
        while first < end && doc.can(first, can::TITLE) && !doc.can(first, can::MAN | can::WOMAN) {
            gender = match doc.lower(first).trim_end_matches('.') {
                "mr" | "congressman" | "chairman" | "sir" | "king" | "prince" | "father" => Gender::Man,
                "mrs" | "ms" | "miss" | "congresswoman" | "chairwoman" | "lady" | "queen" | "princess" => Gender::Woman,
                _ => gender,
            };
            first += 1;
        }
        if first == end {
            at = end;
            continue;
        }
        if doc.can(first, can::WOMAN) {
            gender = Gender::Woman;
        } else if doc.can(first, can::MAN) && gender == Gender::Unknown && (end - first > 1) {
            gender = Gender::Man;
        }
        let last = doc.lower(end - 1).to_owned();
        let name = words(doc, first..end);
        let person = matches!(gender, Gender::Man | Gender::Woman);
        if end - first == 1 {
            if gender == Gender::Unknown
                && !doc.can(at, can::TITLE)
                && (last.len() > 1 && doc.tokens[first].text.chars().all(|c| !c.is_lowercase())
                    || doc.tag(first.wrapping_sub(1)) == Tag::Determiner)
            {
                gender = Gender::Body;
            }
        } else {
            if !person
                && gender == Gender::Unknown
                && (doc.tag(first.wrapping_sub(1)) == Tag::Determiner || BODIES.contains(&last.as_str()))
            {
                gender = Gender::Body;
            }
            let known = full.entry(last.clone()).or_insert_with(|| (name.clone(), gender));
            if known.1 == Gender::Unknown || person && known.1 == Gender::Body {
                *known = (name.clone(), gender);
            }
        }
        mentions.push(Mention { at: first, name, last, gender });
        at = end;
    }
    for mention in &mut mentions {
        if let Some((name, gender)) = full.get(&mention.last).filter(|_| !mention.name.contains(' ')) {
            mention.name.clone_from(name);
            if matches!(mention.gender, Gender::Unknown | Gender::Body) {
                mention.gender = *gender;
            }
        }
    }
    mentions
}

/// Last words of names of bodies.
const BODIES: &[&str] = &[
    "party",
    "committee",
    "council",
    "association",
    "university",
    "college",
    "institute",
    "center",
    "centre",
    "foundation",
    "house",
    "senate",
    "court",
    "department",
    "agency",
    "company",
    "inc",
    "corp",
    "times",
    "post",
    "journal",
    "news",
    "magazine",
    "network",
    "union",
    "league",
    "fund",
    "group",
    "campaign",
    "congress",
    "bank",
    "church",
    "board",
    "commission",
    "office",
    "bureau",
    "administration",
    "coalition",
    "alliance",
    "society",
    "organization",
    "organisation",
    "ministry",
    "parliament",
    "project",
    "action",
    "watch",
    "press",
];
