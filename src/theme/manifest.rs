//! `theme.yaml`: what a theme is called, and which versions of Glossator it is for.

use semver::{Version, VersionReq};
use serde::Deserialize;

use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// What `theme.yaml` may say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    #[serde(default)]
    #[expect(dead_code, reason = "for people and for tools that list themes")]
    name: Option<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "for people and for tools that list themes")]
    description: Option<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "for people and for tools that list themes")]
    license: Option<String>,
    /// A range of versions, as Cargo writes them.
    glossator: Option<String>,
}

/// What is wrong with a theme's manifest: no YAML, no range, or a range without this version.
#[must_use]
pub fn check_manifest(path: &Str, text: &str) -> Vec<Problem> {
    let manifest: Manifest = match serde_yaml::from_str(text) {
        Ok(manifest) => manifest,
        Err(error) => {
            let at = error.location().map_or(0, |location| location.index().min(text.len()));
            return vec![
                Problem::at(Name::YamlSyntax, Place::bytes(path, at..at), error.to_string())
                    .help("theme.yaml has `name`, `glossator`, `description` and `license`".to_owned()),
            ];
        }
    };
    let Some(range) = manifest.glossator else { return Vec::new() };
    let place = || Place::value(path, "glossator");
    let Ok(wanted) = VersionReq::parse(&range) else {
        return vec![
            Problem::at(Name::WrongType, place(), format!("`{range}` is no range of versions"))
                .help("write it like `>=0.1, <0.2`".to_owned()),
        ];
    };
    let own = Version::parse(env!("CARGO_PKG_VERSION"));
    if own.is_ok_and(|own| wanted.matches(&own)) {
        return Vec::new();
    }
    let message = format!("this theme is for Glossator {range}, and this is {}", env!("CARGO_PKG_VERSION"));
    vec![Problem::at(Name::MissingTheme, place(), message).help("take a version of the theme for this one".to_owned())]
}
