//! Which pages there are.

use super::{PageSpec, Subject, data, maps};
use crate::cite::Format;
use crate::config::Config;
use crate::matter::Str;
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem};
use crate::resolve::{Actor, ActorIx, DocIx, FileIx, Graph, SEARCH, Section, SourceIx, Standing, TagIx};
use crate::theme::Theme;

/// Lists all pages, sorted by kind and then in the order of the graph.
#[must_use]
pub fn plan(graph: &Graph, theme: &Theme, config: &Config) -> (Vec<PageSpec>, Vec<Problem>) {
    let mut planner = Planner::new(graph, theme, config);
    planner.lists();
    planner.files();
    planner.actors();
    planner.sources();
    planner.dates();
    planner.withdrawn();
    planner.rest();
    (planner.pages, planner.problems)
}

struct Planner<'s> {
    graph: &'s Graph,
    theme: &'s Theme,
    config: &'s Config,
    /// The language of the theme's words on pages in the site's language.
    words: &'s Str,
    pages: Vec<PageSpec>,
    problems: Vec<Problem>,
}

impl<'s> Planner<'s> {
    fn new(graph: &'s Graph, theme: &'s Theme, config: &'s Config) -> Self {
        let most = 2 * graph.actors.len() + graph.files.len() + graph.sources.len() + graph.dates.len();
        let words = theme.language(&config.lang);
        Self { graph, theme, config, words, pages: Vec::with_capacity(most + most / 8), problems: Vec::new() }
    }

    /// Adds a page in the site's language, or all the pages of a list with so many items.
    fn add(&mut self, route: &Str, subject: &Subject, layout: &Str, items: usize) {
        self.add_in(self.words, route, subject, layout, items);
    }

    /// Adds the page of a file, if its text is shown, in its language; or all the pages of a list with so many items.
    fn add_file(&mut self, ix: FileIx, subject: &Subject, layout: &Str, items: usize) {
        let file = &self.graph.files[ix];
        if !file.standing.shows_text() {
            return;
        }
        let words = self.words_in(&file.summary.lang);
        let own = self.layout(ix);
        self.add_in(words, &file.route, subject, own.as_ref().unwrap_or(layout), items);
    }

    /// The language of the theme's words on pages in a language.
    fn words_in(&self, lang: &Str) -> &'s Str {
        if *lang == self.config.lang { self.words } else { self.theme.language(lang) }
    }

    fn add_in(&mut self, words: &Str, route: &Str, subject: &Subject, layout: &Str, items: usize) {
        let each = self.config.paginate.max(1) as usize;
        let of = items.div_ceil(each).max(1);
        self.pages.extend((1..=of).map(|number| PageSpec {
            route: numbered(route, number),
            subject: subject.clone(),
            layout: Some(Str::clone(layout)),
            lang: Str::clone(words),
            number,
            of,
        }));
    }

    /// Adds a page without a template.
    fn plain(&mut self, route: &str, subject: Subject) {
        let lang = Str::clone(self.words);
        self.pages.push(PageSpec { route: route.into(), subject, layout: None, lang, number: 1, of: 1 });
    }

    /// The files beside a listed report's page: how it is cited, and its data. An unlisted one has its page and no more.
    fn beside(&mut self, ix: FileIx) {
        let file = &self.graph.files[ix];
        if file.standing != Standing::Listed || !self.config.exports {
            return;
        }
        let lang = self.words_in(&file.summary.lang);
        let mut add = |name: &str, subject| {
            let (route, lang) = (file.beside(name).into(), Str::clone(lang));
            self.pages.push(PageSpec { route, subject, layout: None, lang, number: 1, of: 1 });
        };
        for format in Format::ALL {
            add(format.file(), Subject::Cite(ix, format));
        }
        add(data::FILE, Subject::Data(ix));
    }

    fn lists(&mut self) {
        let graph = self.graph;
        let years = graph.dates.keys().filter(|key| key.month == 0).count();
        let sources = graph.sources.iter().filter(|source| graph.lists_source(source)).count();
        let lists = [
            (Section::Home, 1),
            (Section::Reports, graph.reports.len()),
            (Section::Actors, graph.actor_order.len()),
            (Section::Dates, years),
            (Section::Sources, sources),
            (Section::Tags, graph.tags.len()),
            (Section::Claims, graph.claims.len()),
            (Section::Corrections, graph.corrections.len()),
        ];
        for (section, items) in lists {
            if !graph.has_list(section) {
                continue;
            }
            let layout = graph.prose.get(&section).and_then(|doc| self.layout(graph.docs[*doc].files[0]));
            let layout = layout.unwrap_or_else(|| section.name().into());
            self.add(&section.route().into(), &Subject::List(section), &layout, items);
        }
        let layout = "tag".into();
        for (number, tag) in graph.tags.iter().enumerate() {
            let route = format!("/tags/{}/", tag.slug).into();
            self.add(&route, &Subject::Tag(TagIx::from(number)), &layout, tag.reports.len());
        }
    }

    /// The layout that a file asks for, if there is such a one.
    fn layout(&mut self, file: FileIx) -> Option<Str> {
        let node = &self.graph.files[file];
        let layout = node.matter.common.layout.as_ref()?;
        if self.theme.has(layout) {
            return Some(layout.clone());
        }
        let known = self.theme.layouts().filter(|layout| !layout.contains('/'));
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
        let graph = self.graph;
        let layout = "report".into();
        for file in graph.reports.iter().chain(&graph.unlisted).flat_map(|doc| &graph.docs[*doc].files) {
            self.add_file(*file, &Subject::Report(*file), &layout, 1);
            self.beside(*file);
        }
        let layout = "page".into();
        for file in graph.pages.iter().flat_map(|doc| &graph.docs[*doc].files) {
            self.add_file(*file, &Subject::Page(*file), &layout, 1);
        }
    }

    /// The notices of what was withdrawn. Whatever layout the file asks for, its text is not for one to show.
    fn withdrawn(&mut self) {
        let graph = self.graph;
        let layout = "withdrawn".into();
        let withdrawn = graph.files.iter().enumerate().filter(|(_, file)| file.standing == Standing::Withdrawn);
        for (number, file) in withdrawn {
            let words = self.words_in(&file.summary.lang);
            self.add_in(words, &file.route, &Subject::Withdrawn(number.into()), &layout, 1);
        }
    }

    fn actors(&mut self) {
        let graph = self.graph;
        let layout = "actor".into();
        for ix in graph.actor_order.iter().chain(&graph.unlisted_actors) {
            let actor = &graph.actors[*ix];
            let items = super::roots::actor_items(actor);
            let route = || format!("/actors/{}/", actor.id);
            self.versions(actor.doc, route, |file| Subject::Actor(*ix, file), &layout, items);
            self.card(actor, *ix);
            if self.config.base_url.is_some() && graph.lists_actor(actor) {
                self.plain(&format!("/actors/{}/feed.xml", actor.id), Subject::Feed(Some(*ix)));
            }
        }
    }

    /// The cards of an actor: one below each of its pages.
    fn card(&mut self, actor: &Actor, ix: ActorIx) {
        let graph = self.graph;
        let layout = "card".into();
        let below = |page: &str| format!("{page}card/").into();
        let Some(doc) = actor.doc else {
            self.add(&below(&format!("/actors/{}/", actor.id)), &Subject::Card(ix, None), &layout, 1);
            return;
        };
        for file in &graph.docs[doc].files {
            let node = &graph.files[*file];
            if node.standing.shows_text() {
                let words = self.words_in(&node.summary.lang);
                self.add_in(words, &below(&node.route), &Subject::Card(ix, Some(*file)), &layout, 1);
            }
        }
    }

    fn sources(&mut self) {
        let graph = self.graph;
        let layout = "source".into();
        for (number, source) in graph.sources.iter().enumerate() {
            if source.has_page {
                let route = || format!("/sources/{}/", source.id);
                let ix = SourceIx::from(number);
                let items = (source.citations.len() + source.only_listed.len()).max(source.quotations.len());
                self.versions(source.doc, route, |file| Subject::Source(ix, file), &layout, items);
            }
        }
    }

    /// The page of something that may have a file, and those of the file's versions.
    fn versions(
        &mut self,
        doc: Option<DocIx>,
        route: impl FnOnce() -> String,
        subject: impl Fn(Option<FileIx>) -> Subject,
        layout: &Str,
        items: usize,
    ) {
        let Some(doc) = doc else {
            self.add(&route().into(), &subject(None), layout, items);
            return;
        };
        for file in &self.graph.docs[doc].files {
            self.add_file(*file, &subject(Some(*file)), layout, items);
        }
    }

    fn dates(&mut self) {
        let layout = "date".into();
        for (key, node) in &self.graph.dates {
            let items = super::roots::date_items(self.graph, *key, node);
            self.add(&node.route, &Subject::Date(*key), &layout, items);
        }
    }

    fn rest(&mut self) {
        if self.config.search {
            self.add(&SEARCH.into(), &Subject::Search, &"search".into(), 1);
        }
        let replaced = &self.graph.replaced;
        if !replaced.contains("/404.html") {
            self.add(&"/404.html".into(), &Subject::NotFound, &"404".into(), 1);
        }
        let layout = "redirect".into();
        for (route, to) in &self.graph.redirects {
            self.add(route, &Subject::Redirect(to.clone()), &layout, 1);
        }
        if !replaced.contains("/robots.txt") {
            self.plain("/robots.txt", Subject::Robots);
        }
        if self.config.base_url.is_none() {
            let message = "without `base_url` there are no feeds, no site map and no canonical addresses";
            self.problems.push(
                Problem::at(Name::NoBaseUrl, Place::file(&"site.yaml".into()), message)
                    .help("add `base_url: https://…` to site.yaml".to_owned()),
            );
            return;
        }
        self.plain("/feed.xml", Subject::Feed(None));
        if self.graph.has_list(Section::Corrections) {
            self.plain("/corrections/feed.xml", Subject::CorrectionFeed);
        }
        let parts = maps::parts(self.graph);
        self.plain("/sitemap.xml", Subject::Sitemap(None));
        for part in 1..=parts {
            self.plain(&format!("/sitemap-{part}.xml"), Subject::Sitemap(Some(part)));
        }
    }
}

/// The route of the n-th page of a list.
pub(super) fn numbered(route: &Str, number: usize) -> Str {
    if number <= 1 { Str::clone(route) } else { format!("{route}page/{number}/").into() }
}
