//! RIS, as Reference Manager defined it: a line for each value, `TY  - RPRT`, ended by CR and LF.

use std::fmt::Write as _;

use super::{Export, line};
use crate::cite::Party;

pub(super) fn written(export: &Export) -> String {
    let mut out = String::with_capacity(512);
    let mut tag = |name: &str, value: &str| {
        let _ = write!(out, "{name}  - {}\r\n", line(value));
    };
    tag("TY", "RPRT");
    tag("ID", &export.key);
    for author in &export.authors {
        match author {
            Party::Whole(name) => tag("AU", name),
            Party::Person { given, family, suffix } => {
                let suffix = suffix.as_deref().map(|suffix| format!(", {suffix}")).unwrap_or_default();
                tag("AU", &format!("{family}, {given}{suffix}"));
            }
        }
    }
    tag("TI", &export.title);
    tag("T2", &export.site);
    if let Some(publisher) = &export.publisher {
        tag("PB", publisher);
    }
    if let Some(date) = export.date {
        let part = |number: u8| if number == 0 { String::new() } else { format!("{number:02}") };
        tag("PY", &format!("{:04}", date.year));
        tag("DA", &format!("{:04}/{}/{}/", date.year, part(date.month), part(date.day)));
    }
    tag("LA", &export.lang);
    for word in &export.tags {
        tag("KW", word);
    }
    if let Some(url) = &export.url {
        tag("UR", url);
    }
    out.push_str("ER  - \r\n");
    out
}
