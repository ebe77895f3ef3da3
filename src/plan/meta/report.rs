//! A report: `Report`, which is an `Article`.

use std::collections::BTreeSet;

use super::nodes;
use crate::json::Object;
use crate::matter::Own;
use crate::plan::roots::{self, Stage};
use crate::resolve::{ActorIx, FileIx};

pub(super) fn report(stage: &Stage<'_>, ix: FileIx) -> Object {
    let graph = &*stage.scene.graph;
    let file = &graph.files[ix];
    let common = &file.matter.common;
    let title = stage.scene.headlines.title(ix);
    let canonical = nodes::canonical(stage);
    let mut node = nodes::node("Report");
    nodes::identify_report(&mut node, stage, ix);
    node.maybe("url", canonical.as_ref());
    node.maybe("mainEntityOfPage", canonical.as_ref());
    node.put("headline", title);
    node.maybe("description", stage.scene.headlines.summary(ix));
    node.put("inLanguage", &file.summary.lang);
    node.maybe("datePublished", common.date.as_ref().and_then(|moment| nodes::date(moment.date.certain())));
    node.maybe("dateModified", common.updated.as_ref().and_then(|moment| nodes::date(moment.date.certain())));
    node.list("author", common.authors.iter().map(|author| nodes::party(stage, author)));
    node.maybe("publisher", nodes::publisher(stage));
    node.maybe("image", nodes::image(stage, ix));
    node.maybe("license", nodes::license(stage));
    node.put("isPartOf", nodes::part_of(stage));
    nodes::translations(&mut node, stage, ix, &roots::versions(stage));
    node.maybe("temporalCoverage", covers(stage, ix));
    let tags: BTreeSet<_> = common.tags.iter().map(|tag| &tag.written).collect();
    node.list("keywords", tags);
    let (about, mentioned) = cast(stage, ix);
    node.list("about", about.into_iter().map(|actor| nodes::actor(stage, actor)));
    node.list("mentions", mentioned.into_iter().map(|actor| nodes::actor(stage, actor)));
    node.list("citation", file.cited.iter().map(|cited| nodes::source(stage, cited.source)));
    node.list(
        "correction",
        roots::corrections_of_report(stage, ix).into_iter().map(|correction| {
            let mut comment = nodes::node("CorrectionComment").with("text", correction.text);
            comment.put("inLanguage", correction.lang);
            comment.maybe("datePublished", correction.date.datetime.as_ref());
            comment.maybe("url", nodes::absolute(stage, &correction.url));
            comment
        }),
    );
    node
}

/// The months that it covers (ISO 8601). Years before the first are written otherwise there.
fn covers(stage: &Stage<'_>, ix: FileIx) -> Option<String> {
    let covers = roots::covers(stage, ix)?.edtf.to_string();
    covers.split('/').all(|end| end.starts_with(|c: char| c.is_ascii_digit())).then_some(covers)
}

/// The actors that the front matter lists, and those that only the text mentions.
fn cast(stage: &Stage<'_>, ix: FileIx) -> (Vec<ActorIx>, Vec<ActorIx>) {
    let file = &stage.scene.graph.files[ix];
    let listed: BTreeSet<ActorIx> = match &file.matter.own {
        Own::Report(report) => {
            report.actors.iter().filter_map(|actor| stage.scene.graph.actor_ids.get(&actor.id)).copied().collect()
        }
        _ => BTreeSet::new(),
    };
    file.cast.iter().map(|member| member.actor).partition(|actor| listed.contains(actor))
}
