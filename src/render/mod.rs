//! render: a planned page and its inputs become bytes.

mod atom;
mod sitemap;

use crate::plan::{Inputs, PageSpec, Scene};
use crate::problem::{Name, Problem};

/// Makes one page. `html` is that of the text of its own file, where it has one.
///
/// # Errors
/// The problem that the page's template has, with the page that was being made.
pub fn render(scene: &Scene, page: &PageSpec, inputs: &Inputs, html: &str) -> Result<Vec<u8>, Box<Problem>> {
    let text = match inputs {
        Inputs::Template(_) => template(scene, page, inputs, html)?,
        Inputs::Feed(feed) => atom::feed(feed),
        Inputs::Citation(export, format) => export.written(*format),
        Inputs::Data(data) => data.file(),
        Inputs::Sitemap { entries, of_parts } => sitemap::sitemap(entries, *of_parts),
        Inputs::Robots(address) => robots(address.as_deref()),
    };
    Ok(text.into_bytes())
}

fn template(scene: &Scene, page: &PageSpec, inputs: &Inputs, html: &str) -> Result<String, Box<Problem>> {
    let layout = page.layout.as_deref().unwrap_or_default();
    let missing = || {
        let message = format!("there is no template `{layout}.html`");
        Box::new(Problem::nowhere(Name::TemplateMissing, message).page(page.route.clone()))
    };
    let engine = scene.theme.engine(&page.lang).ok_or_else(missing)?;
    engine.render(layout, &inputs.context(html)).map_err(|problem| Box::new(problem.page(page.route.clone())))
}

/// What robots may read: everything, and where the site map is.
fn robots(sitemap: Option<&str>) -> String {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(address) = sitemap {
        text.push_str("Sitemap: ");
        text.push_str(address);
        text.push('\n');
    }
    text
}
