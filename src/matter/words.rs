//! The words of fixed lists.

use super::key::words;
use super::{Kind, Status};

words!(Status {
    "published" Published,
    "unlisted" Unlisted,
    "withdrawn" Withdrawn,
    "draft" Draft,
});

words!(Kind {
    "person" Person,
    "organization" Organization,
    "government" Government,
    "military" Military,
    "armed-group" ArmedGroup,
    "party" Party,
    "media" Media,
    "company" Company,
    "place" Place,
    "other" Other,
});

/// How a claim may stand, in the order in which lists show claims.
pub const CLAIM_STATUS: &[&str] = &["confirmed", "corroborated", "single-source", "disputed", "refuted", "unverified"];
