//! Names of actors.

use std::collections::BTreeMap;

use super::Site;
use super::script::{Script, of_language, of_text};
use crate::matter::Own;
use crate::problem::{Name, Place, Problem, YamlPath};
use crate::resolve::{ActorIx, FileIx};

/// A name stands in another script than that of its language: of its `lang`, else of the site.
pub(super) fn language(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    let Own::Actor(actor) = &file.summary.matter.own else { return };
    for (number, name) in actor.names.iter().enumerate() {
        let item = YamlPath::from("names").index(number);
        if let Some(lang) = &name.lang {
            let Some((is, expected)) = differs(&name.name, lang) else { continue };
            let message = format!("the name is written in {is}, and `{lang}` in {expected}");
            told.push(
                Problem::at(Name::NameLanguage, Place::value(&file.path, item.key("lang")), message)
                    .help("put the language right, or add the script, as in `ar-Latn`".to_owned()),
            );
        } else {
            let Some((is, _)) = differs(&name.name, &site.config.lang) else { continue };
            let message = format!("the name is written in {is}, and does not say in which language");
            let help = format!("write `{{name: {}, lang: …}}`", name.name);
            told.push(Problem::at(Name::NameLanguage, Place::value(&file.path, item), message).help(help));
        }
    }
    let Some(name) = &actor.name else { return };
    // An original's name is one in the site's language, whatever language the text is in; a version's in that of its text.
    let usual = if site.is_original(ix) { &site.config.lang } else { &file.summary.lang };
    if let Some((is, expected)) = differs(name, usual).filter(|_| differs(name, &file.summary.lang).is_some()) {
        let message = format!("the name is written in {is}, and `{usual}` in {expected}");
        told.push(
            Problem::at(Name::NameLanguage, Place::value(&file.path, "name"), message)
                .help("give the name that readers of this language use, and this one under `names`".to_owned()),
        );
    }
}

/// The script of a name and that of a language, where the name has no letter of it.
fn differs(name: &str, lang: &str) -> Option<(Script, Script)> {
    let expected = of_language(lang)?;
    let is = of_text(name);
    (!is.contains(&expected)).then(|| is.first().map(|is| (*is, expected)))?
}

/// Two actors have one name.
pub(super) fn same(site: &Site<'_>, (): (), told: &mut Vec<Problem>) {
    let graph = site.graph;
    let mut known: BTreeMap<String, ActorIx> = BTreeMap::new();
    // By id, so that the first of two does not depend on where its file lies.
    let mut actors: Vec<(ActorIx, FileIx)> =
        (0..graph.actors.len()).map(ActorIx::from).filter_map(|actor| Some((actor, site.file_of(actor)?))).collect();
    actors.sort_by_key(|(actor, _)| &graph.actors[*actor].id);
    for (ix, file) in actors {
        let actor = &graph.actors[ix];
        let name = crate::id::fold(&actor.name);
        let Some(first) = known.get(&name).copied() else {
            known.insert(name, ix);
            continue;
        };
        let other = &graph.actors[first];
        let message = format!("the actors `{}` and `{}` have one name", other.id, actor.id);
        let mut problem = Problem::at(Name::SameName, Place::value(&graph.files[file].path, "name"), message)
            .help("make one actor of them, or let their names tell them apart".to_owned());
        if let Some(file) = site.file_of(first) {
            problem = problem.related(Place::value(&graph.files[file].path, "name"), "the other one");
        }
        told.push(problem);
    }
}
