//! The roots `page` and `redirect`.

use super::Stage;
use crate::matter::Str;
use crate::plan::Subject;
use crate::plan::meta::locale;
use crate::plan::scene::{direction, language};
use crate::resolve::{DocIx, DocKind, FileIx, Section, Standing};
use crate::view::{PageView, RedirectView, VersionView};

/// What a page is, whatever it shows.
pub(super) fn page(stage: &Stage<'_>) -> PageView {
    let scene = stage.scene;
    let graph = &*scene.graph;
    let file = stage.file();
    let withdrawn = match stage.page.subject {
        Subject::Withdrawn(file) => Some(file),
        _ => None,
    };
    let versions = versions(stage);
    let common = file.map(|file| &graph.files[file].matter.common);
    let image = file.and_then(|file| image(stage, file));
    let noindex = match &stage.page.subject {
        Subject::Search | Subject::NotFound | Subject::Redirect(_) | Subject::Withdrawn(_) | Subject::Card(..) => true,
        Subject::Report(file)
        | Subject::Page(file)
        | Subject::Actor(_, Some(file))
        | Subject::Source(_, Some(file)) => graph.files[*file].standing == Standing::Unlisted,
        _ => false,
    };
    PageView {
        title: title(stage),
        description: file.and_then(|file| scene.headlines.summary(file).cloned()),
        url: scene.addresses.of(&stage.page.route),
        canonical: scene
            .addresses
            .absolute(&stage.page.route)
            .filter(|_| !matches!(stage.page.subject, Subject::NotFound | Subject::Card(..))),
        lang: stage.page.lang.clone(),
        dir: direction(&stage.page.lang).into(),
        layout: stage.page.layout.clone().unwrap_or_else(|| "".into()),
        section: section(stage).into(),
        noindex,
        image: image.as_ref().and_then(|route| scene.addresses.absolute(route)),
        image_alt: common.and_then(|common| common.image_alt.clone()).filter(|_| image.is_some()),
        locale: locale(file.or(withdrawn).map_or(&stage.page.lang, |file| &graph.files[file].summary.lang)),
        x_default: versions.first().and_then(|original| original.canonical.clone()),
        versions,
        feed: feed(stage),
        hidden: file.or(withdrawn).and_then(|file| graph.files[file].shown_as).map(Str::from),
    }
}

/// The route of a file's picture.
pub(in crate::plan) fn image(stage: &Stage<'_>, file: FileIx) -> Option<String> {
    let file = &stage.scene.graph.files[file];
    let path = crate::parse::resolve_path(&file.path, file.matter.common.image.as_ref()?)?;
    let route = path.strip_prefix("content")?.to_owned();
    stage.scene.graph.assets.contains(&*path).then_some(route)
}

pub(in crate::plan) fn title(stage: &Stage<'_>) -> Str {
    let graph = &*stage.scene.graph;
    match &stage.page.subject {
        Subject::Report(file) | Subject::Page(file) | Subject::Withdrawn(file) => {
            stage.scene.headlines.title(*file).clone()
        }
        Subject::Actor(actor, _) | Subject::Card(actor, _) => stage.cards.name(&graph.actors[*actor]),
        Subject::Source(source, _) => stage.cards.source(*source).title.clone(),
        Subject::Date(key) => stage.cards.key(*key),
        Subject::Tag(tag) => graph.tags[*tag].name.clone(),
        Subject::List(Section::Home) => stage.scene.config.title.clone(),
        Subject::List(_) => {
            let own = stage.file().and_then(|file| stage.scene.headlines.given_title(file).cloned());
            own.unwrap_or_else(|| "".into())
        }
        _ => "".into(),
    }
}

fn section(stage: &Stage<'_>) -> &'static str {
    match &stage.page.subject {
        Subject::List(section) => section.name(),
        Subject::Report(_) => "reports",
        Subject::Actor(..) | Subject::Card(..) => "actors",
        Subject::Source(..) => "sources",
        Subject::Date(_) => "dates",
        Subject::Tag(_) => "tags",
        Subject::Search => "search",
        Subject::Withdrawn(file) => match stage.scene.graph.doc_of(*file).kind {
            DocKind::Report => "reports",
            DocKind::Actor => "actors",
            DocKind::Source => "sources",
            _ => "page",
        },
        _ => "page",
    }
}

fn feed(stage: &Stage<'_>) -> Option<Str> {
    stage.scene.addresses.origin()?;
    let graph = &*stage.scene.graph;
    let route = match &stage.page.subject {
        Subject::Actor(actor, _) if !graph.lists_actor(&graph.actors[*actor]) => return None,
        Subject::Actor(actor, _) => format!("/actors/{}/feed.xml", stage.scene.graph.actors[*actor].id),
        Subject::Redirect(_) => return None,
        Subject::List(Section::Corrections) => "/corrections/feed.xml".to_owned(),
        _ => "/feed.xml".to_owned(),
    };
    Some(stage.scene.addresses.of(&route))
}

/// The versions of the page in all languages, this one included; none where there is only one.
pub(in crate::plan) fn versions(stage: &Stage<'_>) -> Vec<VersionView> {
    let graph = &*stage.scene.graph;
    let (file, strictest) = match &stage.page.subject {
        Subject::Withdrawn(file) => (*file, Standing::Withdrawn),
        _ => match stage.file() {
            Some(file) => (file, Standing::Unlisted),
            None => return Vec::new(),
        },
    };
    let doc: DocIx = graph.files[file].doc;
    let files = graph.docs[doc].files.iter().copied();
    let shown: Vec<FileIx> = files.filter(|file| graph.files[*file].standing <= strictest).collect();
    let own_page = graph.has_own_page(doc) && stage.is_first();
    if shown.len() < 2 || !own_page {
        return Vec::new();
    }
    shown
        .into_iter()
        .map(|version| {
            let node = &graph.files[version];
            let language = language(&node.summary.lang);
            VersionView {
                lang: language.code,
                name: language.name,
                dir: language.dir,
                locale: locale(&node.summary.lang),
                url: stage.scene.addresses.of(&node.route),
                canonical: stage.scene.addresses.absolute(&node.route),
                current: version == file,
            }
        })
        .collect()
}

/// Where a redirect leads.
pub(super) fn redirect(stage: &Stage<'_>, to: &Str) -> RedirectView {
    let addresses = &stage.scene.addresses;
    let url = addresses.written(to);
    let canonical = if to.starts_with('/') { addresses.absolute(to) } else { None };
    RedirectView { canonical: canonical.unwrap_or_else(|| url.clone()), url }
}
