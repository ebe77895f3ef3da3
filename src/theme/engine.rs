//! Templates with the words of one language, and how they are put together.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::fold::{ESCAPED, fold};
use super::layers::Layered;
use super::references::references;
use super::words::{Arg, Words};
use super::{fault, file_name};
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem};

/// Templates with the words of one language.
pub struct Engine {
    /// With words already in place.
    tera: Tera,
    /// As they are written: what goes wrong is told from these, so that its place is right.
    written: OnceLock<Tera>,
    words: Arc<Words>,
    layered: Layered,
}

/// A page, or what went wrong.
pub type Rendered = Result<String, Box<Problem>>;

impl Engine {
    /// Compiles templates that [`settle`] has found to be sound.
    pub(super) fn new(layered: &Layered, words: Arc<Words>) -> Self {
        let mut tera = empty(Some(Arc::clone(&words)));
        let folded = layered.iter().map(|(name, template)| (&**name, fold(name, &template.text, &words)));
        if tera.add_raw_templates(folded).is_err() {
            tera = as_written(layered, &words);
        }
        Self { tera, written: OnceLock::new(), words, layered: layered.clone() }
    }

    /// The templates as they are written.
    fn written(&self) -> &Tera {
        self.written.get_or_init(|| as_written(&self.layered, &self.words))
    }

    /// The variables that a template uses, with all that it extends and includes.
    pub(super) fn variables(&self, name: &str) -> HashSet<&str> {
        self.tera.get_template_variables(name).unwrap_or_default()
    }

    /// Renders a layout.
    ///
    /// # Errors
    /// The problem that the template has, at its place.
    pub fn render(&self, layout: &str, context: &Context) -> Rendered {
        let name = file_name(layout);
        self.tera.render(&name, context).or_else(|_| {
            let told = |error| Box::new(fault::rendering(&error, &self.layered));
            self.written().render(&name, context).map_err(told)
        })
    }
}

/// Templates without any word in place. Sound ones compile; were one not to, rendering would tell it as missing.
fn as_written(layered: &Layered, words: &Arc<Words>) -> Tera {
    let mut tera = empty(Some(Arc::clone(words)));
    let _ = tera.add_raw_templates(layered.iter().map(|(name, template)| (&**name, &*template.text)));
    tera
}

/// A Tera without templates. `t` gives the words; without a language it gives nothing.
fn empty(words: Option<Arc<Words>>) -> Tera {
    let words = words.map(Said::new);
    let mut tera = Tera::new();
    tera.autoescape_on(ESCAPED.to_vec());
    tera.register_function("t", move |args: Kwargs, _: &State| word(words.as_ref(), &args));
    tera
}

/// `t(key="n-reports", n=3)`: the theme's word in the page's language; `default` where the list of words is open.
fn word(words: Option<&Said>, args: &Kwargs) -> TeraResult<Value> {
    let key: &str = args.must_get("key")?;
    let Some(said) = words else { return Ok(Value::normal_string("")) };
    if let Some(value) = said.remembered(key, args) {
        return Ok(value);
    }
    let given: Vec<(&str, &Value)> = args
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, value)))
        .filter(|(name, _)| !matches!(*name, "key" | "default"))
        .collect();
    if let Some(value) = said.say(key, &given) {
        return Ok(value);
    }
    if let Some(fallback) = args.get::<Value>("default")? {
        return Ok(fallback);
    }
    let help = did_you_mean(key, said.words.keys()).unwrap_or_else(|| "add it to the theme's `i18n/`".to_owned());
    Err(tera::Error::message(format!("{}{key}{}{help}", fault::NO_WORD, fault::MEND)))
}

/// Counts up to this are remembered.
const COUNTS: usize = 64;

/// Words that have been said: those without variables, and those with a small count, are made once.
struct Said {
    words: Arc<Words>,
    plain: HashMap<Box<str>, OnceLock<Value>>,
    counted: HashMap<Box<str>, Vec<OnceLock<Value>>>,
}

impl Said {
    fn new(words: Arc<Words>) -> Self {
        let plain = words.keys().map(|key| (Box::from(key), OnceLock::new())).collect();
        let counted = words.keys().map(|key| (Box::from(key), vec![OnceLock::new(); COUNTS])).collect();
        Self { words, plain, counted }
    }

    /// A word without variables, or with nothing but a small count.
    fn remembered(&self, key: &str, args: &Kwargs) -> Option<Value> {
        let mut others = args.iter().filter(|(name, _)| !matches!(name.as_str(), Some("key" | "default")));
        match (others.next(), others.next()) {
            (None, _) => {
                let place = self.plain.get(key)?;
                Some(place.get_or_init(|| self.say(key, &[]).unwrap_or_else(Value::none)).clone())
            }
            (Some((name, value)), None) if name.as_str() == Some("n") => {
                let n = usize::try_from(value.as_i64()?).ok()?;
                let place = self.counted.get(key)?.get(n)?;
                Some(place.get_or_init(|| self.say(key, &[("n", value)]).unwrap_or_else(Value::none)).clone())
            }
            _ => None,
        }
    }

    fn say(&self, key: &str, given: &[(&str, &Value)]) -> Option<Value> {
        let texts: Vec<(&str, Option<i64>, String)> =
            given.iter().map(|(name, value)| (*name, value.as_i64(), value.to_string())).collect();
        let args: Vec<(&str, Arg<'_>)> =
            texts.iter().map(|(name, number, text)| (*name, number.map_or(Arg::Text(text), Arg::Number))).collect();
        self.words.get(key, &args).map(|text| Value::normal_string(&text))
    }
}

/// Takes out, layer by layer, what is not sound, and tells it: syntax, missing templates, unknown filters. Returns the
/// names of templates and components that are nowhere now because something can't be parsed: that they are missing is
/// not told.
pub(super) fn settle(layered: &mut Layered, problems: &mut Vec<Problem>) -> BTreeSet<String> {
    let mut lost = BTreeSet::new();
    loop {
        let told = unsound(layered);
        let mut dropped = false;
        for problem in told {
            let Some(file) = problem.place.as_ref().map(|place| Arc::clone(&place.file)) else {
                add(problems, problem);
                continue;
            };
            let follows = follows(&problem, &lost);
            let its = layered.of_file(&file);
            dropped |= layered.drop_file(&file);
            if follows || problem.name == Name::TemplateSyntax {
                lost.extend(its.into_iter().filter(|name| !layered.defines(name)));
            }
            if !follows {
                add(problems, problem);
            }
        }
        if !dropped {
            return lost;
        }
    }
}

fn add(problems: &mut Vec<Problem>, problem: Problem) {
    if !problems.contains(&problem) {
        problems.push(problem);
    }
}

/// Whether there is nothing behind a problem but that these names are lost.
pub(super) fn follows(problem: &Problem, lost: &BTreeSet<String>) -> bool {
    matches!(problem.name, Name::TemplateMissing | Name::TemplateFilter)
        && lost.iter().any(|name| problem.message.contains(&format!("`{name}`")))
}

/// What is wrong with the templates as they stand.
fn unsound(layered: &Layered) -> Vec<Problem> {
    let mut told: Vec<Problem> = Vec::new();
    let tell = |told: &mut Vec<Problem>, problem: Problem| {
        if !told.contains(&problem) {
            told.push(problem);
        }
    };
    for (name, template) in layered.iter() {
        let alone = empty(None).add_raw_template(name, &template.text);
        if let Err(error) = alone
            && let Some(problem) = fault::syntax(&error, template)
        {
            tell(&mut told, problem);
            continue;
        }
        for reference in references(&template.text) {
            if layered.get(reference.name).is_none() {
                let message = format!("there is no template `{}`", reference.name);
                tell(
                    &mut told,
                    Problem::at(Name::TemplateMissing, Place::bytes(&template.path, reference.range), message)
                        .label("no such template")
                        .help(did_you_mean(reference.name, layered.names())),
                );
            }
        }
    }
    if told.is_empty() {
        let mut tera = empty(None);
        let all = layered.iter().map(|(name, template)| (&**name, &*template.text));
        if let Err(error) = tera.add_raw_templates(all) {
            told = fault::together(&error, layered);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_theme_is_sound() {
        let (sources, _) = crate::theme::margin();
        let mut layered = Layered::new(&sources.templates);
        let mut problems = Vec::new();
        settle(&mut layered, &mut problems);
        assert_eq!(problems, []);
        let mut tera = empty(None);
        let all = layered.iter().map(|(name, template)| (&**name, &*template.text));
        assert_eq!(tera.add_raw_templates(all).map_err(|error| error.to_string()), Ok(()));
        assert!(layered.names().any(|name| name == "report.html"));
    }
}
