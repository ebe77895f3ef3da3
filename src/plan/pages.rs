//! Which pages there are.

use super::{PageSpec, Scene, Subject, maps};
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem};
use crate::resolve::{ActorIx, DocKind, FileIx, Section, SourceIx, Standing, TagIx};

/// Lists all pages, sorted by kind and then in the order of the graph.
#[must_use]
pub fn plan(scene: &Scene) -> (Vec<PageSpec>, Vec<Problem>) {
    let mut planner = Planner { scene, pages: Vec::new(), problems: Vec::new() };
    planner.lists();
    planner.files();
    planner.actors();
    planner.sources();
    planner.dates();
    planner.rest();
    (planner.pages, planner.problems)
}

struct Planner<'s> {
    scene: &'s Scene,
    pages: Vec<PageSpec>,
    problems: Vec<Problem>,
}

impl Planner<'_> {
    /// Adds a page, or all the pages of a list with so many items.
    fn add(&mut self, route: &str, subject: &Subject, layout: &str, lang: &str, items: usize) {
        let each = self.scene.config.paginate.max(1) as usize;
        let of = items.div_ceil(each).max(1);
        for number in 1..=of {
            self.pages.push(PageSpec {
                route: numbered(route, number),
                subject: subject.clone(),
                layout: Some(layout.into()),
                lang: self.scene.theme.language(lang).clone(),
                number,
                of,
            });
        }
    }

    fn plain(&mut self, route: String, subject: Subject) {
        let lang = self.scene.theme.language(&self.scene.config.lang).clone();
        self.pages.push(PageSpec { route: route.into(), subject, layout: None, lang, number: 1, of: 1 });
    }

    fn lists(&mut self) {
        let graph = &*self.scene.graph;
        let years = graph.dates.keys().filter(|key| key.month == 0).count();
        let sources = graph.sources.iter().filter(|source| graph.lists_source(source)).count();
        let lists = [
            (Section::Home, 1),
            (Section::Reports, graph.reports.len()),
            (Section::Actors, graph.actor_order.len()),
            (Section::Dates, years),
            (Section::Sources, sources),
            (Section::Tags, graph.tags.len()),
        ];
        let lang = self.scene.config.lang.clone();
        for (section, items) in lists {
            if section == Section::Tags && items == 0 {
                continue;
            }
            let layout = graph.prose.get(&section).and_then(|doc| self.layout(graph.docs[*doc].files[0]));
            let layout = layout.unwrap_or_else(|| section.name().into());
            self.add(section.route(), &Subject::List(section), &layout, &lang, items);
        }
        for number in 0..graph.tags.len() {
            let tag = &graph.tags[number];
            let route = format!("/tags/{}/", tag.slug);
            self.add(&route, &Subject::Tag(TagIx::from(number)), "tag", &lang, tag.reports.len());
        }
    }

    /// The layout that a file asks for, if there is such a one.
    fn layout(&mut self, file: FileIx) -> Option<Str> {
        let node = &self.scene.graph.files[file];
        let layout = node.matter.common.layout.as_ref()?;
        if self.scene.theme.has(layout) {
            return Some(layout.clone());
        }
        let known = self.scene.theme.layouts().filter(|layout| !layout.contains('/'));
        self.problems.push(
            Problem::at(
                Name::TemplateMissing,
                Place::value(&node.path, "layout"),
                format!("there is no template `{layout}.html`"),
            )
            .help(did_you_mean(layout, known)),
        );
        None
    }

    /// Reports and plain pages, with their versions.
    fn files(&mut self) {
        let graph = &*self.scene.graph;
        for doc in graph.reports.iter().chain(&graph.unlisted).chain(&graph.pages) {
            for file in graph.docs[*doc].files.clone() {
                let node = &graph.files[file];
                if node.standing == Standing::Hidden {
                    continue;
                }
                let (subject, layout) = match graph.docs[*doc].kind {
                    DocKind::Report => (Subject::Report(file), "report"),
                    _ => (Subject::Page(file), "page"),
                };
                let layout = self.layout(file).unwrap_or_else(|| layout.into());
                self.add(&node.route.clone(), &subject, &layout, &node.summary.lang.clone(), 1);
            }
        }
    }

    fn actors(&mut self) {
        let graph = &*self.scene.graph;
        for ix in graph.actor_order.iter().chain(&graph.unlisted_actors) {
            let actor = &graph.actors[*ix];
            let items = actor.mentions.len().max(actor.reports.len()).max(actor.events.len());
            let route = format!("/actors/{}/", actor.id);
            self.versions(actor.doc, &route, |file| Subject::Actor(*ix, file), "actor", items);
            if self.scene.addresses.origin().is_some() && graph.lists_actor(actor) {
                self.plain(format!("/actors/{}/feed.xml", actor.id), Subject::Feed(Some(ActorIx::from(ix.get()))));
            }
        }
    }

    fn sources(&mut self) {
        let graph = &*self.scene.graph;
        for (number, source) in graph.sources.iter().enumerate() {
            if source.has_page {
                let route = format!("/sources/{}/", source.id);
                let ix = SourceIx::from(number);
                let items = source.citations.len().max(source.files.len());
                self.versions(source.doc, &route, |file| Subject::Source(ix, file), "source", items);
            }
        }
    }

    /// The page of something that may have a file, and those of the file's versions.
    fn versions(
        &mut self,
        doc: Option<crate::resolve::DocIx>,
        route: &str,
        subject: impl Fn(Option<FileIx>) -> Subject,
        layout: &str,
        items: usize,
    ) {
        let graph = &*self.scene.graph;
        let Some(doc) = doc else {
            let lang = self.scene.config.lang.clone();
            self.add(route, &subject(None), layout, &lang, items);
            return;
        };
        for file in graph.docs[doc].files.clone() {
            let node = &graph.files[file];
            if node.standing == Standing::Hidden {
                continue;
            }
            let own = self.layout(file).unwrap_or_else(|| layout.into());
            self.add(&node.route.clone(), &subject(Some(file)), &own, &node.summary.lang.clone(), items);
        }
    }

    fn dates(&mut self) {
        let graph = &*self.scene.graph;
        let lang = self.scene.config.lang.clone();
        for key in graph.dates.keys() {
            let items = super::roots::date_items(self.scene, *key);
            self.add(&key.route(), &Subject::Date(*key), "date", &lang, items);
        }
    }

    fn rest(&mut self) {
        let lang = self.scene.config.lang.clone();
        let replaced = &self.scene.graph.replaced;
        if !replaced.contains("/404.html") {
            self.add("/404.html", &Subject::NotFound, "404", &lang, 1);
        }
        for (route, to) in &self.scene.graph.redirects {
            self.add(route, &Subject::Redirect(to.clone()), "redirect", &lang, 1);
        }
        if !replaced.contains("/robots.txt") {
            self.plain("/robots.txt".to_owned(), Subject::Robots);
        }
        if self.scene.addresses.origin().is_none() {
            let message = "without `base_url` there are no feeds, no site map and no canonical addresses";
            self.problems.push(
                Problem::at(Name::NoBaseUrl, Place::file(&"site.yaml".into()), message)
                    .help("add `base_url: https://…` to site.yaml".to_owned()),
            );
            return;
        }
        self.plain("/feed.xml".to_owned(), Subject::Feed(None));
        let parts = maps::parts(self.scene);
        self.plain("/sitemap.xml".to_owned(), Subject::Sitemap(None));
        for part in 1..=parts {
            self.plain(format!("/sitemap-{part}.xml"), Subject::Sitemap(Some(part)));
        }
    }
}

/// The route of the n-th page of a list.
pub(super) fn numbered(route: &str, number: usize) -> Str {
    if number <= 1 { route.into() } else { format!("{route}page/{number}/").into() }
}
