//! The fields of every kind of record, as typed edits.

use crate::base::{GroupId, NodeId, SourceId, SpeakerId, ViewId};
use crate::model::{
    Attribution, Claim, ClaimKind, Dating, Group, LayoutName, Meta, Quotation, Quote, Relation, RelationKind, Side, Source, SourceKind,
    Speaker, SpeakerKind, Stance,
};
use crate::tr;

/// How often a field is changed in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    /// Typed or dragged: changes in a row are one step.
    Flowing,
    /// Chosen: every change is a step.
    Single,
}

/// One enum per kind of record: a variant per field, with the label of its step and whether it is typed.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident of $record:ident { $($(#[$vdoc:meta])* $variant:ident($type:ty) = $field:ident, $label:expr, $pace:ident;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vdoc])* $variant($type),)*
        }

        impl $name {
            /// What the user does, for the Undo menu.
            pub fn label(&self) -> &'static str {
                match self { $(Self::$variant(_) => $label,)* }
            }

            fn pace(&self) -> Pace {
                match self { $(Self::$variant(_) => Pace::$pace,)* }
            }

            pub(super) fn write(self, record: &mut $record) {
                match self { $(Self::$variant(value) => record.$field = value,)* }
            }
        }
    };
}

fields! {
    /// A field of a claim.
    ClaimField of Claim {
        /// [`Claim::text`]
        Text(String) = text, tr!("step-edit-text"), Flowing;
        /// [`Claim::title`]
        Title(String) = title, tr!("step-edit-title"), Flowing;
        /// [`Claim::kind`]
        Kind(Option<ClaimKind>) = kind, tr!("step-change-kind-of-claim"), Single;
        /// [`Claim::cause`]
        Cause(String) = cause, tr!("step-edit-cause"), Flowing;
        /// [`Claim::effect`]
        Effect(String) = effect, tr!("step-edit-effect"), Flowing;
        /// [`Claim::tags`]
        Tags(Vec<String>) = tags, tr!("step-edit-tags"), Flowing;
        /// [`Claim::group`]
        Group(Option<GroupId>) = group, tr!("step-change-group"), Single;
        /// [`Claim::bookmarked`]
        Bookmarked(bool) = bookmarked, tr!("step-change-bookmark"), Single;
        /// [`Claim::note`]
        Note(String) = note, tr!("step-edit-note"), Flowing;
        /// [`Claim::data`]
        Data(String) = data, tr!("step-edit-data"), Flowing;
    }
}

fields! {
    /// A field of a relation.
    RelationField of Relation {
        /// [`Relation::kind`]
        Kind(RelationKind) = kind, tr!("step-change-kind-of-relation"), Single;
        /// [`Relation::title`]
        Title(String) = title, tr!("step-edit-title"), Flowing;
        /// [`Relation::scheme`]
        Scheme(String) = scheme, tr!("step-edit-scheme"), Flowing;
        /// [`Relation::weight`]
        Weight(Option<u8>) = weight, tr!("step-change-weight"), Flowing;
        /// [`Relation::tags`]
        Tags(Vec<String>) = tags, tr!("step-edit-tags"), Flowing;
        /// [`Relation::group`]
        Group(Option<GroupId>) = group, tr!("step-change-group"), Single;
        /// [`Relation::note`]
        Note(String) = note, tr!("step-edit-note"), Flowing;
        /// [`Relation::data`]
        Data(String) = data, tr!("step-edit-data"), Flowing;
    }
}

fields! {
    /// A field of an attribution.
    AttributionField of Attribution {
        /// [`Attribution::speaker`]
        Speaker(Option<SpeakerId>) = speaker, tr!("step-change-speaker"), Single;
        /// [`Attribution::source`]
        Source(Option<SourceId>) = source, tr!("step-change-source"), Single;
        /// [`Attribution::stance`]
        Stance(Stance) = stance, tr!("step-change-stance"), Single;
        /// [`Attribution::quotation`]
        Quotation(Option<Quotation>) = quotation, tr!("step-change-quotation"), Single;
        /// [`Attribution::quotes`]
        Quotes(Vec<Quote>) = quotes, tr!("step-edit-quote"), Flowing;
        /// [`Attribution::cue`]
        Cue(String) = cue, tr!("step-edit-cue"), Flowing;
        /// [`Attribution::date`]
        Date(String) = date, tr!("step-edit-date"), Flowing;
        /// [`Attribution::dating`]
        Dating(Dating) = dating, tr!("step-edit-dating"), Flowing;
        /// [`Attribution::hedges`]
        Hedges(Vec<String>) = hedges, tr!("step-edit-hedges"), Flowing;
        /// [`Attribution::tags`]
        Tags(Vec<String>) = tags, tr!("step-edit-tags"), Flowing;
        /// [`Attribution::note`]
        Note(String) = note, tr!("step-edit-note"), Flowing;
    }
}

fields! {
    /// A field of a speaker.
    SpeakerField of Speaker {
        /// [`Speaker::kind`]
        Kind(SpeakerKind) = kind, tr!("step-change-kind-of-speaker"), Single;
        /// [`Speaker::name`]
        Name(String) = name, tr!("step-edit-name"), Flowing;
        /// [`Speaker::aliases`]
        Aliases(Vec<String>) = aliases, tr!("step-edit-aliases"), Flowing;
        /// [`Speaker::role`]
        Role(String) = role, tr!("step-edit-role"), Flowing;
        /// [`Speaker::affiliation`]
        Affiliation(String) = affiliation, tr!("step-edit-affiliation"), Flowing;
        /// [`Speaker::confidential`]
        Confidential(bool) = confidential, tr!("step-change-confidentiality"), Single;
        /// [`Speaker::note`]
        Note(String) = note, tr!("step-edit-note"), Flowing;
    }
}

fields! {
    /// A field of a source.
    SourceField of Source {
        /// [`Source::kind`]
        Kind(SourceKind) = kind, tr!("step-change-kind-of-source"), Single;
        /// [`Source::title`]
        Title(String) = title, tr!("step-edit-title"), Flowing;
        /// [`Source::authors`]
        Authors(Vec<SpeakerId>) = authors, tr!("step-change-authors"), Single;
        /// [`Source::venue`]
        Venue(String) = venue, tr!("step-edit-venue"), Flowing;
        /// [`Source::date`]
        Date(String) = date, tr!("step-edit-date"), Flowing;
        /// [`Source::url`]
        Url(String) = url, tr!("step-edit-address"), Flowing;
        /// [`Source::archive_url`]
        ArchiveUrl(String) = archive_url, tr!("step-edit-archive-address"), Flowing;
        /// [`Source::in_reply_to`]
        InReplyTo(Option<SourceId>) = in_reply_to, tr!("step-change-what-it-replies-to"), Single;
        /// [`Source::confidential`]
        Confidential(bool) = confidential, tr!("step-change-confidentiality"), Single;
        /// [`Source::note`]
        Note(String) = note, tr!("step-edit-note"), Flowing;
    }
}

fields! {
    /// A field of a group.
    GroupField of Group {
        /// [`Group::title`]
        Title(String) = title, tr!("step-edit-heading"), Flowing;
        /// [`Group::parent`]
        Parent(Option<GroupId>) = parent, tr!("step-move-group"), Single;
        /// [`Group::order`]
        Order(u32) = order, tr!("step-reorder-groups"), Single;
        /// [`Group::tags`]
        Tags(Vec<String>) = tags, tr!("step-edit-tags"), Flowing;
        /// [`Group::note`]
        Note(String) = note, tr!("step-edit-note"), Flowing;
        /// [`Group::data`]
        Data(String) = data, tr!("step-edit-data"), Flowing;
    }
}

fields! {
    /// A field of the map itself.
    MetaField of Meta {
        /// [`Meta::title`]
        Title(String) = title, tr!("step-edit-title-of-map"), Flowing;
        /// [`Meta::note`]
        Note(String) = note, tr!("step-edit-note-on-map"), Flowing;
        /// [`Meta::data`]
        Data(String) = data, tr!("step-edit-data-of-map"), Flowing;
    }
}

/// Title and layout of a view, as its record holds them.
pub(super) struct ViewHead {
    pub(super) title: String,
    pub(super) layout: LayoutName,
    pub(super) side: Side,
}

fields! {
    /// A field of a view.
    ViewField of ViewHead {
        /// [`crate::model::View::title`]
        Title(String) = title, tr!("step-rename-view"), Flowing;
        /// [`crate::model::View::layout`]
        Layout(LayoutName) = layout, tr!("step-change-layout"), Single;
        /// [`crate::model::View::side`]
        Side(Side) = side, tr!("step-change-layout"), Single;
    }
}

/// A new value for one field of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldEdit {
    /// Of the map itself.
    Meta(MetaField),
    /// Of a claim.
    Claim(NodeId, ClaimField),
    /// Of a relation.
    Relation(NodeId, RelationField),
    /// Of an attribution.
    Attribution(NodeId, AttributionField),
    /// Of a speaker.
    Speaker(SpeakerId, SpeakerField),
    /// Of a source.
    Source(SourceId, SourceField),
    /// Of a group.
    Group(GroupId, GroupField),
    /// Of a view.
    View(ViewId, ViewField),
}

impl FieldEdit {
    /// What the user does, for the Undo menu.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Meta(field) => field.label(),
            Self::Claim(_, field) => field.label(),
            Self::Relation(_, field) => field.label(),
            Self::Attribution(_, field) => field.label(),
            Self::Speaker(_, field) => field.label(),
            Self::Source(_, field) => field.label(),
            Self::Group(_, field) => field.label(),
            Self::View(_, field) => field.label(),
        }
    }

    /// Whether changes in a row are one step.
    pub(super) fn flows(&self) -> bool {
        let pace = match self {
            Self::Meta(field) => field.pace(),
            Self::Claim(_, field) => field.pace(),
            Self::Relation(_, field) => field.pace(),
            Self::Attribution(_, field) => field.pace(),
            Self::Speaker(_, field) => field.pace(),
            Self::Source(_, field) => field.pace(),
            Self::Group(_, field) => field.pace(),
            Self::View(_, field) => field.pace(),
        };
        pace == Pace::Flowing
    }
}
