//! Reads the file: first its version, then the whole in the types of that version.

use std::borrow::Cow;
use std::fmt;

use ron::Options;
use ron::extensions::Extensions;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::base::text::position_of;
use crate::base::{Code, Diagnostic, Position, TaskCtx};
use crate::formats::native::{CURRENT, MAX_DEPTH, complaint, wire_v1};
use crate::formats::{ImportError, MAX_BYTES, text_of};
use crate::model::{ArgumentMap, Edge, MapBuilder, Meta};
use crate::tr;

/// How many edges are added between two looks at whether somebody cancelled.
const STRIDE: usize = 1024;

/// Reads a map.
pub(super) fn read(bytes: &[u8], ctx: &TaskCtx) -> Result<ArgumentMap, ImportError> {
    ctx.checkpoint(0, 3)?;
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { what: "bytes", found: bytes.len() as u64, limit: MAX_BYTES as u64 });
    }
    let text = with_plain_line_ends(text_of(bytes)?);
    let document: wire_v1::Document = match version_of(&text)? {
        1 => options().from_str(&text).map_err(|error| complaint::refused(&error, &text))?,
        other => return Err(ImportError::Refused(unknown_version(other, &text))),
    };
    ctx.checkpoint(1, 3)?;
    map_of(document, ctx)
}

fn options() -> Options {
    // `Claim(text: …)` for a record within an enum, and a plain value for an optional one.
    Options::default()
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES | Extensions::IMPLICIT_SOME)
        .with_recursion_limit(MAX_DEPTH)
}

/// A text with several lines has LF in the map, whatever an editor or a checkout made of the file. A carriage return that belongs
/// to a text is always written as `\r`.
fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// The number behind `format`, read without understanding anything else.
fn version_of(text: &str) -> Result<u64, ImportError> {
    let start = Position { line: 1, column: 1 };
    if text.trim().is_empty() {
        let help = tr!("native-empty-help");
        return Err(ImportError::Refused(Diagnostic::at(Code::Syntax, start, tr!("native-empty"), help)));
    }
    let mut found = None;
    let mut deserializer = ron::Deserializer::from_str_with_options(text, &options()).map_err(|error| complaint::refused(&error, text))?;
    // Reading stops behind the number; that the rest is missing then is no error.
    let outcome = VersionProbe(&mut found).deserialize(&mut deserializer);
    match (found, outcome) {
        (Some(version), _) => Ok(version),
        (None, Err(error)) => Err(complaint::refused(&deserializer.span_error(error), text)),
        (None, Ok(())) => Err(ImportError::Refused(Diagnostic::at(
            Code::Syntax,
            start,
            tr!("native-no-version"),
            tr!("native-no-version-help", version = CURRENT),
        ))),
    }
}

fn unknown_version(version: u64, text: &str) -> Diagnostic {
    let position = position_of(text, text.find("format").unwrap_or(0));
    if version > u64::from(CURRENT) {
        let message = tr!("native-newer", version = version, current = CURRENT);
        Diagnostic::at(Code::Syntax, position, message, tr!("native-newer-help"))
    } else {
        let message = tr!("native-no-such-version", version = version, current = CURRENT);
        Diagnostic::at(Code::Syntax, position, message, tr!("native-no-such-version-help"))
    }
}

struct VersionProbe<'a>(&'a mut Option<u64>);

impl<'de> DeserializeSeed<'de> for VersionProbe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("ArgumentMap", &["format"], self)
    }
}

impl<'de> Visitor<'de> for VersionProbe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(tr!("native-a-map"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        while let Some(is_format) = access.next_key_seed(IsFormat)? {
            if is_format {
                *self.0 = Some(access.next_value()?);
                break;
            }
            access.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

struct IsFormat;

impl<'de> DeserializeSeed<'de> for IsFormat {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for IsFormat {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(tr!("native-a-field-name"))
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == "format")
    }
}

fn map_of(document: wire_v1::Document, ctx: &TaskCtx) -> Result<ArgumentMap, ImportError> {
    let mut builder = MapBuilder::new(0);
    builder.meta(Meta { title: document.title, note: document.note, data: document.data });
    for (id, speaker) in document.speakers.0 {
        builder.speaker_as(id, speaker.into());
    }
    for (id, source) in document.sources.0 {
        builder.source_as(id, source.into());
    }
    for (id, group) in document.groups.0 {
        builder.group_as(id, group.into());
    }
    // Nodes before edges: an edge without its ends would wait for them.
    for (id, node) in document.nodes.0 {
        builder.node_as(id, node);
    }
    let total = document.edges.0.len();
    for (place, (from, role, to)) in document.edges.0.into_iter().enumerate() {
        if place % STRIDE == 0 {
            ctx.checkpoint((total + place) as u64, 2 * total as u64)?;
        }
        // The place in the list is the author's order. The edge limit keeps it within 32 bits.
        builder.edge_at(Edge::new(from, role.into(), to), place as u32);
    }
    for (id, view) in document.views.0 {
        builder.view(id, view.0);
    }
    ctx.checkpoint(1, 1)?;
    Ok(builder.finish())
}
