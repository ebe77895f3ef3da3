//! Examples for the reference of the manual's page on themes, from the pages of the repository's own site.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use glossator::files::Memory;
use glossator::plan::{self, Inputs, PageSpec};
use glossator::render::render;
use glossator::session::{Overlay, Seen, Session, Silent, Snapshot};
use glossator::view::{Root, VIEWS};
use serde_json::Value;

use super::reference::{Shape, shape};
use crate::harness::{self, NOW, ROOT};

/// Each root in use: its name, a layout that has it, and what a template of that layout may write.
const IN_USE: &[(&str, &str, &str)] = &[
    ("site", "home", "{{ site.title }}, by {{ site.publisher.name }}"),
    ("page", "report", "<a href=\"{{ page.url }}\">{{ page.title }}</a>"),
    ("metadata", "report", "{% for tag in metadata.citation %}{{ tag.name }} {% endfor %}"),
    (
        "content",
        "report",
        "{% for heading in content.headings %}<a href=\"#{{ heading.anchor }}\">{{ heading.text }}</a>{% endfor %}",
    ),
    ("report", "report", "{{ report.title }} ({{ report.minutes }} min)"),
    ("cast", "report", "{% for group in cast %}{{ group.kind }}: {{ group.members | length }}; {% endfor %}"),
    ("cited", "report", "{% for item in cited %}{{ item.number }}. {{ item.source.title }} {% endfor %}"),
    ("events", "report", "{% for event in events %}{{ event.date.text }}; {% endfor %}"),
    ("timeline", "report", "{% if timeline %}{{ timeline.marks | length }} marks, {{ timeline.height }} px{% endif %}"),
    ("may_include", "date", "{% for event in may_include %}{{ event.date.edtf }} {% endfor %}"),
    ("within", "date", "{% for event in within %}{{ event.date.edtf }} {% endfor %}"),
    (
        "neighbours",
        "report",
        "{% if neighbours.next %}<a rel=\"next\" href=\"{{ neighbours.next.url }}\">{{ neighbours.next.title }}</a>{% endif %}",
    ),
    ("cite", "report", "{% for format in cite.formats %}{{ format.file }} {% endfor %}"),
    ("backlinks", "report", "{% for from in backlinks %}{{ from.title }} {% endfor %}"),
    (
        "related",
        "report",
        "{% for item in related %}{{ item.report.title }}{% for actor in item.actors %} · {{ actor.name }}{% endfor %} {% endfor %}",
    ),
    ("reports", "home", "{% for report in reports %}{{ report.title }} {% endfor %}"),
    (
        "actor_groups",
        "actors",
        "{% for group in actor_groups %}{{ group.kind }} {% for part in group.letters %}{{ part.letter }}{% endfor %} {% endfor %}",
    ),
    ("actor", "actor", "{{ actor.name }}, in {{ actor.report_count }} reports"),
    (
        "mentions",
        "actor",
        "{% for place in mentions %}{{ place.before }}<b>{{ place.mention }}</b>{{ place.after }} {% endfor %}",
    ),
    ("co_named", "actor", "{% for other in co_named %}{{ other.actor.name }} {{ other.count }} {% endfor %}"),
    ("top_actors", "home", "{% for other in top_actors %}{{ other.actor.name }} {{ other.count }} {% endfor %}"),
    ("years", "dates", "{% for year in years %}{{ year.year }}: {{ year.count }} {% endfor %}"),
    ("date", "date", "{{ date.text }}: {{ date.event_count }} events"),
    ("calendar", "date", "{{ calendar.title }}"),
    (
        "source_groups",
        "sources",
        "{% for group in source_groups %}{% if group.publisher %}{{ group.publisher.name }} {% endif %}{% endfor %}",
    ),
    ("source", "source", "{{ source.card.entry }}"),
    (
        "citations",
        "source",
        "{% for place in citations %}<a href=\"{{ place.url }}\">¶{{ place.paragraph }}</a> {% endfor %}",
    ),
    ("claims", "report", "{% for claim in claims %}{{ claim.words }} ({{ claim.status }}) {% endfor %}"),
    ("corrections", "report", "{% for item in corrections %}{{ item.date.text }}: {{ item.text }} {% endfor %}"),
    (
        "claim_groups",
        "claims",
        "{% for group in claim_groups %}{{ group.status }}: {{ group.claims | length }} {% endfor %}",
    ),
    ("claim_actors", "claims", "{% for other in claim_actors %}{{ other.actor.name }} {{ other.count }} {% endfor %}"),
    ("quotations", "actor", "{% for said in quotations %}{{ said.words }} {% endfor %}"),
    ("tags", "tags", "{% for tag in tags %}{{ tag.name }} {{ tag.count }} {% endfor %}"),
    ("tag", "tag", "{{ tag.name }}"),
    ("totals", "home", "{{ totals.reports }} reports, {{ totals.span }}"),
    ("pager", "reports", "{{ pager.number }} of {{ pager.pages }}"),
    ("withdrawn", "withdrawn", "{{ withdrawn.title }}"),
    ("redirect", "redirect", "<a href=\"{{ redirect.url }}\">{{ redirect.url }}</a>"),
];

/// What the repository's own site has nothing of.
const SMALL: &str = "\
=== site.yaml
title: Small
base_url: https://example.org/libya
paginate: 1
=== content/actors/un.md
---
name: United Nations
kind: organization
ids: {wikidata: Q1065}
image: un.svg
image_alt: The emblem
extra: {founded: 1945}
---
=== content/actors/un.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
=== content/sources/letter.md
---
title: A letter
url: https://example.org/letter
archive: https://archive.example.org/letter
grade: B2
extra: {box: 7}
---
=== content/reports/a.md
---
title: A
date: 2019-04-04
draft: true
---
> “the heart of it”
> — [](actor:un), [@letter, para. 3]
=== content/reports/b.md
---
title: B
date: 2019-04-05
---
[](actor:un) [@letter].
=== content/reports/c.md
---
title: C
date: 2019-04-06
---
=== content/reports/d.md
---
title: D
date: 2019-04-07
image: d/map.svg
image_alt: The front
---
=== content/reports/d/map.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
";

/// The most characters of a value that the manual shows.
const LONGEST: usize = 64;

/// Values of fields, by view and field: each as a template sees it.
pub(super) type Fields = BTreeMap<(&'static str, &'static str), String>;

/// A line of the table of roots in use.
pub(super) struct Use {
    pub(super) layout: &'static str,
    pub(super) template: &'static str,
    pub(super) gives: String,
}

/// Every field's value, taken where most of a view's fields have one: on the repository's own site, or else on a small one.
pub(super) fn fields() -> Fields {
    let mut found = Found::default();
    found.look_through(&harness::example(), Overlay::default());
    found.look_through(&harness::site(SMALL).files, Overlay { drafts: true, ..Overlay::default() });
    let fields = found.fields();
    let missing: Vec<_> = VIEWS
        .into_iter()
        .flatten()
        .flat_map(|(view, _, all)| all.iter().map(move |field| (*view, field)))
        .filter(|(view, field)| !is_view(field.ty) && !fields.contains_key(&(*view, field.name)))
        .map(|(view, field)| format!("{view}.{}", field.name))
        .collect();
    assert!(missing.is_empty(), "neither site has a value for {missing:?}");
    fields
}

/// What each root's example gives.
pub(super) fn roots() -> Vec<Use> {
    assert_eq!(
        Root::ALL.iter().map(|root| root.name()).collect::<Vec<_>>(),
        IN_USE.iter().map(|each| each.0).collect::<Vec<_>>()
    );
    let mut templates: BTreeMap<&str, String> = BTreeMap::new();
    for (root, layout, template) in IN_USE {
        let text = templates.entry(layout).or_default();
        let _ = write!(text, "<!--{root}-->{template}<!--/-->");
    }
    let site = example(&templates.into_iter().collect::<Vec<_>>());
    let mut given: BTreeMap<&str, String> = BTreeMap::new();
    for page in site.pages.all() {
        let Some(layout) = page.layout.as_deref() else { continue };
        let mine: Vec<_> = IN_USE.iter().filter(|each| each.1 == layout && !given.contains_key(each.0)).collect();
        if mine.is_empty() {
            continue;
        }
        let text = site.html(page).unwrap();
        let html = render(&site.scene, page, &inputs(&site, page), &text).unwrap_or_else(|told| panic!("{told:?}"));
        let html = String::from_utf8(html).unwrap();
        for (root, ..) in mine {
            let part =
                html.split(&format!("<!--{root}-->")).nth(1).and_then(|rest| rest.split("<!--/-->").next()).unwrap();
            let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
            if !part.is_empty() {
                given.insert(root, shortened(&part, 2 * LONGEST));
            }
        }
    }
    let line = |(root, layout, template): &(&'static str, &'static str, &'static str)| Use {
        layout,
        template,
        gives: given.remove(root).unwrap_or_else(|| panic!("the example of `{root}` gives nothing on any page")),
    };
    IN_USE.iter().map(line).collect()
}

/// The repository's own site, with templates in place of the theme's.
fn example(templates: &[(&str, String)]) -> Arc<Snapshot> {
    let files = harness::example();
    for (layout, text) in templates {
        files.put(&format!("{ROOT}/templates/{layout}.html"), text);
    }
    resolved(&files, Overlay::default())
}

fn resolved(files: &Memory, overlay: Overlay) -> Arc<Snapshot> {
    let mut session = Session::new(Arc::new(files.clone()), ROOT.into(), overlay);
    session.round(&Seen::Everything, NOW, &Silent).site.unwrap()
}

fn inputs(site: &Snapshot, page: &PageSpec) -> Inputs {
    let text = site.text(page);
    plan::inputs(&site.scene, page, text.as_ref())
}

/// The view that has a value in most of its fields, and a value for each field that it lacks.
#[derive(Default)]
struct Found {
    fullest: BTreeMap<&'static str, (usize, Value)>,
    others: BTreeMap<(&'static str, &'static str), Value>,
}

impl Found {
    /// Looks at every page of a site.
    fn look_through(&mut self, files: &Memory, overlay: Overlay) {
        let site = resolved(files, overlay);
        for page in site.pages.all() {
            let Inputs::Template(roots) = inputs(&site, page) else { continue };
            let text = site.html(page).unwrap();
            for (root, input) in roots {
                self.look(root.ty(), &serde_json::to_value(input.value(&text)).unwrap());
            }
        }
    }

    /// Looks for views in a value of this Rust type.
    fn look(&mut self, ty: &str, value: &Value) {
        match (shape(ty), value) {
            (Shape::Maybe(inner) | Shape::List(inner), Value::Array(items)) => {
                let inner = if let Shape::List(inner) = shape(&inner) { inner } else { inner };
                for item in items {
                    self.look(&inner, item);
                }
            }
            (Shape::Maybe(inner), value) => self.look(&inner, value),
            (Shape::Plain(name), Value::Object(map)) => {
                let Some((view, _, fields)) = VIEWS.into_iter().flatten().find(|view| view.0 == name) else { return };
                let full = |field: &&glossator::view::Field| {
                    map.get(field.name).is_some_and(|value| can_be_shown(field.ty, value))
                };
                let count = fields.iter().filter(full).count();
                if self.fullest.get(view).is_none_or(|(most, _)| count > *most) {
                    self.fullest.insert(view, (count, value.clone()));
                }
                for field in *fields {
                    self.look(field.ty, &map[field.name]);
                    if can_be_shown(field.ty, &map[field.name]) {
                        self.others.entry((view, field.name)).or_insert_with(|| map[field.name].clone());
                    }
                }
            }
            _ => {}
        }
    }

    fn fields(&self) -> Fields {
        let mut all = Fields::new();
        for (view, _, fields) in VIEWS.into_iter().flatten() {
            for field in *fields {
                let best = self.fullest.get(view).map(|(_, value)| &value[field.name]);
                let best = best
                    .filter(|value| can_be_shown(field.ty, value))
                    .or_else(|| self.others.get(&(*view, field.name)));
                if let Some(value) = best {
                    all.insert((view, field.name), shortened(&value.to_string(), LONGEST));
                }
            }
        }
        all
    }
}

/// Whether a value says something, and can stand in a table between back quotes. A view's example is its own table.
fn can_be_shown(ty: &str, value: &Value) -> bool {
    let is_empty = match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    !is_empty && !is_view(ty) && !value.to_string().contains('`')
}

/// Whether a type is a view, or a list of views.
fn is_view(ty: &str) -> bool {
    VIEWS.into_iter().flatten().any(|view| ty.contains(view.0))
}

fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest - 1).collect();
    format!("{}…", kept.trim_end())
}
