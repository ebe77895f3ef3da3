//! The site itself, its lists and plain pages, and the way from the home page to each.

use super::nodes::{self, node};
use crate::edtf::Key;
use crate::json::{Json, Object};
use crate::matter::Str;
use crate::plan::Subject;
use crate::plan::roots::{self, Stage};
use crate::resolve::{EventIx, FileIx, Section};

/// The home page: the site.
pub(super) fn home(stage: &Stage<'_>) -> Object {
    let config = &*stage.scene.config;
    let mut site = nodes::website(stage);
    site.maybe("description", config.description.as_ref());
    site.list(
        "inLanguage",
        if config.languages.is_empty() { vec![&config.lang] } else { config.languages.iter().collect() },
    );
    site.maybe("publisher", nodes::publisher(stage));
    site.maybe("license", nodes::license(stage));
    if let Some(search) = stage.scene.site.search.as_ref().and_then(|url| nodes::absolute(stage, url)) {
        let target = node("EntryPoint").with("urlTemplate", format!("{search}?q={{words}}"));
        site.put(
            "potentialAction",
            node("SearchAction").with("target", target).with("query-input", "required name=words"),
        );
    }
    site
}

/// A page of a list.
pub(super) fn list(stage: &Stage<'_>) -> Object {
    let mut page = of_page(stage, "CollectionPage");
    let count = match &stage.page.subject {
        Subject::List(_) | Subject::Tag(_) => stage.items(),
        _ => return page,
    };
    page.put("mainEntity", node("ItemList").with("numberOfItems", count));
    page
}

/// The page of a day, month or year, with its events.
pub(super) fn date(stage: &Stage<'_>, key: Key) -> Object {
    let mut page = of_page(stage, "CollectionPage");
    if key.year > 0 {
        page.put("temporalCoverage", key.to_string());
    }
    let mut list = node("ItemList");
    list.put("numberOfItems", roots::date(stage, key).event_count);
    list.list("itemListElement", roots::events_shown(stage, key).iter().filter_map(|ix| event(stage, *ix)));
    page.put("mainEntity", list);
    page
}

/// An event that has a name.
fn event(stage: &Stage<'_>, ix: EventIx) -> Option<Json> {
    let graph = &*stage.scene.graph;
    let label = graph.first_told(&graph.events[ix]).label.as_ref()?;
    Some(nodes::event(stage, ix, || of_event(stage, ix, label)))
}

/// An event with its name. Its time is said as far as it is certain.
fn of_event(stage: &Stage<'_>, ix: EventIx, label: &Str) -> Object {
    let told = &stage.scene.graph.events[ix];
    let mut event = nodes::named("Event", label);
    let (start, end) = told.date.certain_ends();
    event.maybe("startDate", nodes::date(start));
    event.maybe("endDate", nodes::date(end));
    let view = stage.cards.event(ix);
    event.maybe("url", view.places.first().and_then(|place| nodes::absolute(stage, &place.url)));
    event.list("about", told.actors.iter().map(|actor| nodes::actor(stage, *actor)));
    event
}

/// A plain page.
pub(super) fn page(stage: &Stage<'_>, ix: FileIx) -> Object {
    let common = &stage.scene.graph.files[ix].matter.common;
    let mut page = of_page(stage, "WebPage");
    page.maybe("datePublished", common.date.as_ref().and_then(|moment| nodes::date(moment.date.certain())));
    page.maybe("dateModified", common.updated.as_ref().and_then(|moment| nodes::date(moment.date.certain())));
    page.list("author", common.authors.iter().map(|author| nodes::party(stage, author)));
    page.maybe("image", nodes::image(stage, ix));
    page.maybe("license", nodes::license(stage));
    page
}

/// The notice in place of something that was withdrawn.
pub(super) fn withdrawn(stage: &Stage<'_>, ix: FileIx) -> Object {
    let common = &stage.scene.graph.files[ix].matter.common;
    let mut page = of_page(stage, "WebPage");
    page.put("creativeWorkStatus", "Withdrawn");
    page.maybe("datePublished", common.date.as_ref().and_then(|moment| nodes::date(moment.date.certain())));
    page.maybe("dateModified", common.updated.as_ref().and_then(|moment| nodes::date(moment.date.certain())));
    page
}

/// What is said of any page.
fn of_page(stage: &Stage<'_>, kind: &'static str) -> Object {
    let file = match stage.page.subject {
        Subject::Withdrawn(file) => Some(file),
        _ => stage.file(),
    };
    let mut page = nodes::named(kind, title(stage));
    page.maybe("url", nodes::canonical(stage));
    let lang = file.map_or(&stage.page.lang, |file| &stage.scene.graph.files[file].summary.lang);
    page.put("inLanguage", lang);
    page.maybe("description", stage.file().and_then(|file| stage.scene.headlines.summary(file)));
    page.put("isPartOf", nodes::part_of(stage));
    page
}

/// The page's title; that of a list which gives none is a word of the theme.
fn title(stage: &Stage<'_>) -> Str {
    let own = roots::title(stage);
    match &stage.page.subject {
        Subject::List(section) if own.is_empty() => heading(stage, *section),
        _ => own,
    }
}

fn heading(stage: &Stage<'_>, section: Section) -> Str {
    stage.cards.word(&format!("heading-{}", section.name()))
}

/// The way from the home page to this one; none where addresses have no origin, and on the home page.
pub(super) fn breadcrumbs(stage: &Stage<'_>) -> Option<Object> {
    let addresses = &stage.scene.addresses;
    let mut steps = vec![(stage.scene.config.title.clone(), addresses.absolute("/")?)];
    let above = match &stage.page.subject {
        Subject::List(Section::Home) => return None,
        Subject::Report(_) => Some(Section::Reports),
        Subject::Actor(..) => Some(Section::Actors),
        Subject::Source(..) => Some(Section::Sources),
        Subject::Date(_) => Some(Section::Dates),
        Subject::Tag(_) => Some(Section::Tags),
        _ => None,
    };
    if let Some(section) = above {
        steps.push((heading(stage, section), addresses.absolute(section.route())?));
    }
    if let Subject::Date(key) = &stage.page.subject {
        let above = std::iter::successors(key.parent(), |key| key.parent());
        let mut above: Vec<Key> = above.filter(|key| stage.scene.graph.dates.contains_key(key)).collect();
        above.reverse();
        for key in above {
            steps.push((stage.cards.key(key), addresses.absolute(&key.route())?));
        }
    }
    steps.push((title(stage), addresses.absolute(&stage.first_route())?));
    let items = (1_u32..).zip(steps).map(|(position, (name, url))| {
        node("ListItem").with("position", position).with("name", name).with("item", Object::new().with("@id", url))
    });
    let mut list = node("BreadcrumbList");
    list.list("itemListElement", items.map(Json::from));
    Some(list)
}
