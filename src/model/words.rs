//! What users read for the values of the model, in the language in use. In files values go by their names, on the command line by
//! their English words.

use crate::base::NodeKind;
use crate::model::{ClaimKind, DateBasis, Quotation, RelationKind, Role, SourceKind, SpeakerKind, Stance};
use crate::tr;

impl ClaimKind {
    /// As it stands alone: "Fact".
    pub fn title(self) -> &'static str {
        match self {
            Self::Fact => tr!("claim-kind-fact"),
            Self::Value => tr!("claim-kind-value"),
            Self::Policy => tr!("claim-kind-policy"),
            Self::Cause => tr!("claim-kind-cause"),
            Self::Definition => tr!("claim-kind-definition"),
        }
    }
}

impl RelationKind {
    /// As it stands alone: "Rebuttal".
    pub fn title(self) -> &'static str {
        match self {
            Self::Support => tr!("relation-kind-support"),
            Self::Rebuttal => tr!("relation-kind-rebuttal"),
            Self::Restatement => tr!("relation-kind-restatement"),
            Self::Preference => tr!("relation-kind-preference"),
            Self::Contradiction => tr!("relation-kind-contradiction"),
        }
    }

    /// So many of them: "2 supports".
    pub fn counted(self, count: usize) -> String {
        match self {
            Self::Support => tr!("relations-support", count = count),
            Self::Rebuttal => tr!("relations-rebuttal", count = count),
            Self::Restatement => tr!("relations-restatement", count = count),
            Self::Preference => tr!("relations-preference", count = count),
            Self::Contradiction => tr!("relations-contradiction", count = count),
        }
    }
}

impl Stance {
    /// As it stands alone: "Denies".
    pub fn title(self) -> &'static str {
        match self {
            Self::Asserts => tr!("stance-asserts-title"),
            Self::Denies => tr!("stance-denies-title"),
            Self::Questions => tr!("stance-questions-title"),
            Self::Endorses => tr!("stance-endorses-title"),
            Self::Reports => tr!("stance-reports-title"),
        }
    }

    /// Behind the speaker's name: "denies".
    pub fn verb(self) -> &'static str {
        match self {
            Self::Asserts => tr!("stance-asserts"),
            Self::Denies => tr!("stance-denies"),
            Self::Questions => tr!("stance-questions"),
            Self::Endorses => tr!("stance-endorses"),
            Self::Reports => tr!("stance-reports"),
        }
    }
}

impl DateBasis {
    /// As it stands alone: "Stated in the text".
    pub fn title(self) -> &'static str {
        match self {
            Self::Stated => tr!("date-basis-stated"),
            Self::Url => tr!("date-basis-url"),
            Self::Relative => tr!("date-basis-relative"),
            Self::Inferred => tr!("date-basis-inferred"),
        }
    }
}

impl Quotation {
    /// As it stands alone: "Direct".
    pub fn title(self) -> &'static str {
        match self {
            Self::Direct => tr!("quotation-direct"),
            Self::Indirect => tr!("quotation-indirect"),
            Self::Mixed => tr!("quotation-mixed"),
        }
    }
}

impl SpeakerKind {
    /// As it stands alone: "Organisation".
    pub fn title(self) -> &'static str {
        match self {
            Self::Person => tr!("speaker-kind-person"),
            Self::Organisation => tr!("speaker-kind-organisation"),
            Self::Publication => tr!("speaker-kind-publication"),
            Self::Group => tr!("speaker-kind-group"),
            Self::Anonymous => tr!("speaker-kind-anonymous"),
        }
    }
}

impl SourceKind {
    /// As it stands alone: "Article".
    pub fn title(self) -> &'static str {
        match self {
            Self::Article => tr!("source-kind-article"),
            Self::Comment => tr!("source-kind-comment"),
            Self::Post => tr!("source-kind-post"),
            Self::Speech => tr!("source-kind-speech"),
            Self::Book => tr!("source-kind-book"),
            Self::Broadcast => tr!("source-kind-broadcast"),
            Self::DataSet => tr!("source-kind-data-set"),
            Self::Document => tr!("source-kind-document"),
        }
    }

    /// In a sentence, without an article: "data set".
    pub fn noun(self) -> &'static str {
        match self {
            Self::Article => tr!("source-noun-article"),
            Self::Comment => tr!("source-noun-comment"),
            Self::Post => tr!("source-noun-post"),
            Self::Speech => tr!("source-noun-speech"),
            Self::Book => tr!("source-noun-book"),
            Self::Broadcast => tr!("source-noun-broadcast"),
            Self::DataSet => tr!("source-noun-data-set"),
            Self::Document => tr!("source-noun-document"),
        }
    }
}

impl NodeKind {
    /// With its indefinite article: "a claim".
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Claim => tr!("a-claim"),
            Self::Relation => tr!("a-relation"),
            Self::Attribution => tr!("an-attribution"),
        }
    }
}

impl Role {
    /// As it stands alone: "premise".
    pub fn noun(self) -> &'static str {
        match self {
            Self::Premise => tr!("role-premise"),
            Self::Target => tr!("role-target"),
            Self::Content => tr!("role-content"),
        }
    }
}
