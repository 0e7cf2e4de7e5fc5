//! Reading the collections of a file: ids become typed ids, an id that stands twice is refused, sizes are limited.
//! Shared by all versions of the format.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};

use crate::base::text::shorten;
use crate::base::{IdError, NodeId, NodeKind};
use crate::formats::native::complaint;
use crate::formats::native::{MAX_EDGES, MAX_RECORDS};
use crate::tr;

/// A wrong id longer than this is not quoted in full.
const QUOTABLE: usize = 60;

/// What the ids of nodes and registers have in common.
pub(super) trait Key: FromStr<Err = IdError> + Copy + Ord + fmt::Display {}
impl<T: FromStr<Err = IdError> + Copy + Ord + fmt::Display> Key for T {}

/// An id, written as a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id<K>(pub(super) K);

impl<'de, K: Key> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IdVisitor<K>(PhantomData<K>);

        impl<K: Key> Visitor<'_> for IdVisitor<K> {
            type Value = Id<K>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(tr!("native-an-id"))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Id<K>, E> {
                let help = tr!("native-id-help");
                text.parse().map(Id).map_err(|error: IdError| match text.len() {
                    ..=QUOTABLE => E::custom(complaint::text(&error.to_string(), help)),
                    _ => E::custom(complaint::text(&tr!("native-long-id", id = shorten(text, QUOTABLE)), help)),
                })
            }
        }
        deserializer.deserialize_str(IdVisitor(PhantomData))
    }
}

/// Records by id.
#[derive(Debug)]
pub(super) struct Register<K, V>(pub(super) BTreeMap<K, V>);

impl<K, V> Default for Register<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'de, K: Key, V: Deserialize<'de>> Deserialize<'de> for Register<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor::<fn(K) -> PhantomData<V>>(|_| PhantomData)).map(Self)
    }
}

/// A node of some version of the file.
pub(super) trait Node: Sized {
    /// Reads what stands between the parentheses behind the kind.
    fn read<'de, V: VariantAccess<'de>>(kind: NodeKind, content: V) -> Result<Self, V::Error>;
}

/// Nodes by id. The prefix of an id and the kind of its node must agree.
#[derive(Debug)]
pub(super) struct Nodes<N>(pub(super) BTreeMap<NodeId, N>);

impl<N> Default for Nodes<N> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'de, N: Node> Deserialize<'de> for Nodes<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor::<fn(NodeId) -> NodeSeed<N>>(|id| NodeSeed(id, PhantomData))).map(Self)
    }
}

/// Reads the entries of a map; the function makes of each key the seed that reads its value.
struct EntriesVisitor<F>(F);

impl<'de, K: Key, S: DeserializeSeed<'de>> Visitor<'de> for EntriesVisitor<fn(K) -> S> {
    type Value = BTreeMap<K, S::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(tr!("native-records"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(Id(id)) = access.next_key::<Id<K>>()? {
            if entries.contains_key(&id) {
                let help = tr!("native-id-twice-help");
                return Err(A::Error::custom(complaint::text(&tr!("native-id-twice", id = id.to_string()), help)));
            }
            if entries.len() >= MAX_RECORDS {
                return Err(too_many(tr!("native-too-many-entries", limit = MAX_RECORDS)));
            }
            entries.insert(id, access.next_value_seed((self.0)(id))?);
        }
        Ok(entries)
    }
}

struct NodeSeed<N>(NodeId, PhantomData<N>);

impl<'de, N: Node> DeserializeSeed<'de> for NodeSeed<N> {
    type Value = N;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<N, D::Error> {
        deserializer.deserialize_enum("Node", KIND_NAMES, self)
    }
}

impl<'de, N: Node> Visitor<'de> for NodeSeed<N> {
    type Value = N;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(tr!("native-a-node"))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<N, A::Error> {
        let (kind, content) = access.variant_seed(KindSeed)?;
        let expected = self.0.kind();
        if kind != expected {
            let message = tr!("native-wrong-kind", id = self.0.to_string(), expected = with_article(expected), found = with_article(kind));
            let help = tr!("native-wrong-kind-help");
            return Err(A::Error::custom(complaint::text(&message, help)));
        }
        N::read(kind, content)
    }
}

const KIND_NAMES: &[&str] = &["Claim", "Relation", "Attribution"];

fn with_article(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Claim => tr!("native-claim"),
        NodeKind::Relation => tr!("native-relation"),
        NodeKind::Attribution => tr!("native-attribution"),
    }
}

struct KindSeed;

impl<'de> DeserializeSeed<'de> for KindSeed {
    type Value = NodeKind;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<NodeKind, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KindSeed {
    type Value = NodeKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(tr!("native-a-kind"))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<NodeKind, E> {
        match name {
            "Claim" => Ok(NodeKind::Claim),
            "Relation" => Ok(NodeKind::Relation),
            "Attribution" => Ok(NodeKind::Attribution),
            _ => Err(E::unknown_variant(name, KIND_NAMES)),
        }
    }
}

/// Edges in the order in which they are written.
#[derive(Debug)]
pub(super) struct Edges<R>(pub(super) Vec<(NodeId, R, NodeId)>);

impl<R> Default for Edges<R> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, R: Deserialize<'de> + Copy + Eq + Hash> Deserialize<'de> for Edges<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EdgesVisitor<R>(PhantomData<R>);

        impl<'de, R: Deserialize<'de> + Copy + Eq + Hash> Visitor<'de> for EdgesVisitor<R> {
            type Value = Edges<R>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(tr!("native-edges"))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Edges<R>, A::Error> {
                let mut edges = Vec::new();
                let mut seen = HashSet::new();
                while let Some((Id(from), role, Id(to))) = access.next_element::<(Id<NodeId>, R, Id<NodeId>)>()? {
                    if !seen.insert((from, role, to)) {
                        let message = tr!("native-edge-twice", from = from.to_string(), to = to.to_string());
                        return Err(A::Error::custom(complaint::text(&message, tr!("native-edge-twice-help"))));
                    }
                    if edges.len() >= MAX_EDGES {
                        return Err(too_many(tr!("native-too-many-edges", limit = MAX_EDGES)));
                    }
                    edges.push((from, role, to));
                }
                Ok(Edges(edges))
            }
        }
        deserializer.deserialize_seq(EdgesVisitor(PhantomData))
    }
}

fn too_many<E: Error>(message: String) -> E {
    E::custom(complaint::text(&message, tr!("native-too-many-help")))
}
