//! The files of a new theme.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Refusal, write};
use crate::files::Files;
use crate::id::slug;

macro_rules! theme {
    ($($path:literal)+) => { &[$(($path, include_str!(concat!("theme/", $path))),)+] };
}

/// Its files, by their paths from its folder. `NAME` stands for its name.
const THEME: &[(&str, &str)] = theme! {
    "theme.yaml"
    "templates/base.html"
    "templates/head-extra.html"
    "static/NAME.css"
    "i18n/en.ftl"
};

/// Writes a theme with a name into `themes/`: it changes a colour, a font and a line of the footer, and shows where the
/// rest would stand. Its files, by path.
///
/// # Errors
/// When the name is not one, or is taken; when the file system refuses.
pub fn theme(files: &dyn Files, root: &Path, name: &str) -> Result<Vec<PathBuf>, Refusal> {
    if name.is_empty() || slug(name) != name {
        let help = match slug(name) {
            fit if fit.is_empty() => "give one of letters, digits and hyphens".to_owned(),
            fit => format!("call it `{fit}`: the name is that of a folder and of a style sheet"),
        };
        return Err(Refusal { message: format!("`{name}` can't be a theme's name"), help });
    }
    let folder = root.join("themes").join(name);
    let is_there = !matches!(files.stat(&folder), Err(error) if error.kind() == ErrorKind::NotFound);
    if is_there || name == "margin" {
        let message = if is_there {
            format!("themes/{name} is there already")
        } else {
            "`margin` is the default theme's name, which a folder of that name would replace".to_owned()
        };
        return Err(Refusal { message, help: "give another name".to_owned() });
    }
    let mut written = Vec::new();
    for (path, text) in THEME {
        let path = folder.join(path.replace("NAME", name));
        write(files, &path, &text.replace("NAME", name).replace("RANGE", &versions(env!("CARGO_PKG_VERSION"))))?;
        written.push(path);
    }
    Ok(written)
}

/// The versions that have the same contract with themes as this one.
fn versions(version: &str) -> String {
    let mut parts = version.split('.').map(|part| part.parse::<u64>().unwrap_or_default());
    match (parts.next().unwrap_or_default(), parts.next().unwrap_or_default()) {
        (0, minor) => format!(">=0.{minor}, <0.{}", minor + 1),
        (major, minor) => format!(">={major}.{minor}, <{}", major + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    #[test]
    fn a_theme_is_for_the_versions_that_show_it_the_same_fields() {
        assert_eq!(versions("0.1.3"), ">=0.1, <0.2");
        assert_eq!(versions("2.4.0"), ">=2.4, <3");
    }

    #[test]
    fn a_name_that_can_not_be_one_is_refused_with_one_that_can() {
        let refused = |name: &str| {
            let refusal = theme(&Memory::default(), Path::new("/town"), name).unwrap_err();
            format!("{}; {}", refusal.message, refusal.help)
        };
        assert_eq!(
            refused("Our Theme"),
            "`Our Theme` can't be a theme's name; call it `our-theme`: the name is that of a folder and of a style sheet"
        );
        assert_eq!(
            refused("../x"),
            "`../x` can't be a theme's name; call it `x`: the name is that of a folder and of a style sheet"
        );
        assert_eq!(refused("!"), "`!` can't be a theme's name; give one of letters, digits and hyphens");
        assert_eq!(
            refused("margin"),
            "`margin` is the default theme's name, which a folder of that name would replace; give another name"
        );
    }

    #[test]
    fn a_theme_that_is_there_stays() {
        let files = Memory::default();
        let written = theme(&files, Path::new("/town"), "ours").unwrap();
        assert_eq!(written[3], Path::new("/town/themes/ours/static/ours.css"));
        let refusal = theme(&files, Path::new("/town"), "ours").unwrap_err();
        assert_eq!(refusal.message, "themes/ours is there already");
    }
}
