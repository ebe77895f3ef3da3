//! CSL-JSON (csl-data.json of CSL 1.0.2): a list with one item.

use super::Export;
use crate::cite::Party;
use crate::json::{Json, Object};

pub(super) fn written(export: &Export) -> String {
    let mut item = Object::new().with("id", &export.key).with("type", "report").with("title", &export.title);
    item.list("author", export.authors.iter().map(name));
    item.put("container-title", &export.site);
    item.maybe("publisher", export.publisher.as_ref());
    if let Some(date) = export.date {
        let mut parts = vec![Json::from(i64::from(date.year))];
        parts.extend(
            [date.month, date.day].into_iter().take_while(|part| *part != 0).map(|part| u32::from(part).into()),
        );
        item.put("issued", Object::new().with("date-parts", vec![Json::from(parts)]));
    }
    item.put("language", &export.lang);
    if !export.tags.is_empty() {
        item.put("keyword", export.tags.join(", "));
    }
    item.maybe("URL", export.url.as_ref());
    Json::from(vec![item.into()]).file()
}

fn name(author: &Party) -> Json {
    match author {
        Party::Whole(name) => Object::new().with("literal", name),
        Party::Person { given, family, suffix } => {
            let mut name = Object::new().with("family", family).with("given", given);
            name.maybe("suffix", suffix.as_ref());
            name
        }
    }
    .into()
}
