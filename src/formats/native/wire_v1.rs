//! Version 1 of the file, as it stands on disk. These types follow the file, not the model: they stay as they are when the model
//! moves on, and a later version converts from them. Unknown fields and kinds are refused, never dropped.

use serde::Deserialize;
use serde::de::VariantAccess;

use crate::base::{GroupId, NodeId, NodeKind, SourceId, SpeakerId, ViewId};
use crate::formats::native::complaint;
use crate::formats::native::registers::{self, Edges, Id, Nodes, Register};
use crate::formats::native::texts::SourceText;
use crate::model;
use crate::tr;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "ArgumentMap")]
pub(super) struct Document {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) data: String,
    #[serde(default)]
    pub(super) speakers: Register<SpeakerId, Speaker>,
    #[serde(default)]
    pub(super) sources: Register<SourceId, Source>,
    #[serde(default)]
    pub(super) groups: Register<GroupId, Group>,
    #[serde(default)]
    pub(super) nodes: Nodes<Node>,
    #[serde(default)]
    pub(super) edges: Edges<Role>,
    #[serde(default)]
    pub(super) views: Register<ViewId, View>,
}

/// Fieldless enums of the file, each with its counterpart of the same name in the model.
macro_rules! wire_enums {
    ($($name:ident { $($variant:ident,)* })*) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
        pub(super) enum $name { $($variant,)* }

        impl From<$name> for model::$name {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant,)* }
            }
        }
    )*};
}

wire_enums! {
    ClaimKind { Fact, Value, Policy, Cause, Definition, }
    RelationKind { Support, Rebuttal, Restatement, Preference, Contradiction, }
    Stance { Asserts, Denies, Questions, Endorses, Reports, }
    Quotation { Direct, Indirect, Mixed, }
    DateBasis { Stated, Url, Relative, Inferred, }
    SourceKind { Article, Comment, Post, Speech, Book, Broadcast, DataSet, Document, }
    Role { Premise, Target, Content, }
    LayoutName { Auto, Force, Layered, Tree, Timeline, Speakers, }
    Side { Below, Above, Left, Right, }
}

#[derive(Debug, Deserialize)]
pub(super) enum Speaker {
    Person(SpeakerFields),
    Organisation(SpeakerFields),
    Publication(SpeakerFields),
    Group(SpeakerFields),
    Anonymous(SpeakerFields),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Speaker")]
pub(super) struct SpeakerFields {
    #[serde(default)]
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    role: String,
    #[serde(default)]
    affiliation: String,
    #[serde(default)]
    confidential: bool,
    #[serde(default)]
    note: String,
    #[serde(default)]
    origin: String,
}

impl From<Speaker> for model::Speaker {
    fn from(speaker: Speaker) -> Self {
        let (kind, fields) = match speaker {
            Speaker::Person(fields) => (model::SpeakerKind::Person, fields),
            Speaker::Organisation(fields) => (model::SpeakerKind::Organisation, fields),
            Speaker::Publication(fields) => (model::SpeakerKind::Publication, fields),
            Speaker::Group(fields) => (model::SpeakerKind::Group, fields),
            Speaker::Anonymous(fields) => (model::SpeakerKind::Anonymous, fields),
        };
        let SpeakerFields { name, aliases, role, affiliation, confidential, note, origin } = fields;
        Self { kind, name, aliases, role, affiliation, confidential, note, origin }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    kind: SourceKind,
    #[serde(default)]
    title: String,
    #[serde(default)]
    authors: Vec<Id<SpeakerId>>,
    #[serde(default)]
    venue: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    archive_url: String,
    #[serde(default)]
    in_reply_to: Option<Id<SourceId>>,
    #[serde(default)]
    texts: Vec<SourceText>,
    #[serde(default)]
    confidential: bool,
    #[serde(default)]
    dismissed: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    origin: String,
}

impl From<Source> for model::Source {
    fn from(source: Source) -> Self {
        let Source { kind, title, authors, venue, date, url, archive_url, in_reply_to, texts, confidential, dismissed, note, origin } =
            source;
        let authors = authors.into_iter().map(|id| id.0).collect();
        let in_reply_to = in_reply_to.map(|id| id.0);
        let texts = texts.into_iter().map(|text| text.0).collect();
        let kind = kind.into();
        Self { kind, title, authors, venue, date, url, archive_url, in_reply_to, texts, confidential, dismissed, note, origin }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    #[serde(default)]
    title: String,
    #[serde(default)]
    parent: Option<Id<GroupId>>,
    #[serde(default)]
    order: u32,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    data: String,
}

impl From<Group> for model::Group {
    fn from(group: Group) -> Self {
        let Group { title, parent, order, tags, note, data } = group;
        Self { title, parent: parent.map(|id| id.0), order, tags, note, data }
    }
}

#[derive(Debug)]
pub(super) enum Node {
    Claim(Claim),
    Relation(Relation),
    Attribution(Attribution),
}

impl registers::Node for Node {
    fn read<'de, V: VariantAccess<'de>>(kind: NodeKind, content: V) -> Result<Self, V::Error> {
        match kind {
            NodeKind::Claim => content.newtype_variant().map(Self::Claim),
            NodeKind::Relation => content.newtype_variant().map(Self::Relation),
            NodeKind::Attribution => content.newtype_variant().map(Self::Attribution),
        }
    }
}

impl From<Node> for model::Node {
    fn from(node: Node) -> Self {
        match node {
            Node::Claim(claim) => model::Claim::from(claim).into(),
            Node::Relation(relation) => model::Relation::from(relation).into(),
            Node::Attribution(attribution) => model::Attribution::from(attribution).into(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claim {
    #[serde(default)]
    text: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    kind: Option<ClaimKind>,
    #[serde(default)]
    cause: String,
    #[serde(default)]
    effect: String,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    group: Option<Id<GroupId>>,
    #[serde(default)]
    bookmarked: bool,
    #[serde(default)]
    note: String,
    #[serde(default)]
    data: String,
    #[serde(default)]
    origin: String,
}

impl From<Claim> for model::Claim {
    fn from(claim: Claim) -> Self {
        let Claim { text, title, kind, cause, effect, tags, group, bookmarked, note, data, origin } = claim;
        let (kind, group) = (kind.map(Into::into), group.map(|id| id.0));
        Self { text, title, kind, cause, effect, tags, group, bookmarked, note, data, origin }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Relation {
    kind: RelationKind,
    #[serde(default)]
    title: String,
    #[serde(default)]
    scheme: String,
    #[serde(default)]
    weight: Option<u8>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    group: Option<Id<GroupId>>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    data: String,
    #[serde(default)]
    origin: String,
}

impl From<Relation> for model::Relation {
    fn from(relation: Relation) -> Self {
        let Relation { kind, title, scheme, weight, tags, group, note, data, origin } = relation;
        Self { kind: kind.into(), title, scheme, weight, tags, group: group.map(|id| id.0), note, data, origin }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attribution {
    #[serde(default)]
    speaker: Option<Id<SpeakerId>>,
    #[serde(default)]
    source: Option<Id<SourceId>>,
    stance: Stance,
    #[serde(default)]
    quotation: Option<Quotation>,
    #[serde(default)]
    quotes: Vec<Quote>,
    #[serde(default)]
    cue: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    dating: Dating,
    #[serde(default)]
    hedges: Vec<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    origin: String,
}

impl From<Attribution> for model::Attribution {
    fn from(attribution: Attribution) -> Self {
        let Attribution { speaker, source, stance, quotation, quotes, cue, date, dating, hedges, tags, note, origin } = attribution;
        Self {
            speaker: speaker.map(|id| id.0),
            source: source.map(|id| id.0),
            stance: stance.into(),
            quotation: quotation.map(Into::into),
            quotes: quotes.into_iter().map(Into::into).collect(),
            cue,
            date,
            dating: dating.into(),
            hedges,
            tags,
            note,
            origin,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Dating {
    basis: Option<DateBasis>,
    words: String,
    relative_to: String,
    earliest: String,
    latest: String,
}

impl From<Dating> for model::Dating {
    fn from(dating: Dating) -> Self {
        let Dating { basis, words, relative_to, earliest, latest } = dating;
        Self { basis: basis.map(Into::into), words, relative_to, earliest, latest }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quote {
    exact: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
    #[serde(default)]
    range: Option<(u32, u32)>,
}

impl From<Quote> for model::Quote {
    fn from(quote: Quote) -> Self {
        let Quote { exact, prefix, suffix, range } = quote;
        Self { exact, prefix, suffix, range }
    }
}

/// A view as written; [`View`] is the same with the pins put on their placements.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "View")]
struct WrittenView {
    #[serde(default)]
    title: String,
    #[serde(default)]
    layout: Option<LayoutName>,
    #[serde(default)]
    side: Option<Side>,
    #[serde(default)]
    at: Register<NodeId, (i32, i32)>,
    #[serde(default)]
    pinned: Vec<Id<NodeId>>,
    #[serde(default)]
    folded: Vec<Id<NodeId>>,
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "WrittenView")]
pub(super) struct View(pub(super) model::View);

impl TryFrom<WrittenView> for View {
    type Error = String;

    fn try_from(written: WrittenView) -> Result<Self, String> {
        let WrittenView { title, layout, side, at, pinned, folded } = written;
        let layout = layout.map_or(model::LayoutName::Auto, Into::into);
        let side = side.map_or(model::Side::Below, Into::into);
        let place = |(id, (x, y))| (id, model::Placement { x, y, pinned: false });
        let mut view = model::View {
            title,
            layout,
            side,
            placements: at.0.into_iter().map(place).collect(),
            folds: folded.into_iter().map(|id| id.0).collect(),
        };
        for Id(id) in pinned {
            let placement = view
                .placements
                .get_mut(&id)
                .ok_or_else(|| complaint::text(&tr!("native-pinned", id = id.to_string()), tr!("native-pinned-help")))?;
            placement.pinned = true;
        }
        Ok(Self(view))
    }
}
