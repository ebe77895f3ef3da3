//! Routes become addresses: root-relative ones with the path of `base_url`, and absolute ones.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::config::Config;
use crate::matter::Str;

/// What must be encoded in a path (RFC 3986, `pchar` and `/` stay).
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Makes addresses.
#[derive(Debug, Clone)]
pub struct Addresses {
    origin: Option<Str>,
    base: Str,
}

impl Addresses {
    /// The addresses of a site.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        match &config.base_url {
            Some(base) => Self { origin: Some(base.origin.clone()), base: base.path.clone() },
            None => Self { origin: None, base: Str::from("") },
        }
    }

    /// The path of `base_url`, without a slash at its end.
    pub fn base(&self) -> &Str {
        &self.base
    }

    /// Scheme, host and port.
    pub const fn origin(&self) -> Option<&Str> {
        self.origin.as_ref()
    }

    /// The root-relative address of a route, which may have an anchor.
    pub fn of(&self, route: &str) -> Str {
        let mut address = String::with_capacity(self.base.len() + route.len() + 8);
        address.push_str(&self.base);
        push_encoded(&mut address, route);
        address.into()
    }

    /// The absolute address of a route, where there is a `base_url`.
    pub fn absolute(&self, route: &str) -> Option<Str> {
        let origin = self.origin.as_ref()?;
        let mut address = format!("{origin}{}", self.base);
        push_encoded(&mut address, route);
        Some(address.into())
    }

    /// The address of a paragraph of a page.
    pub fn paragraph(&self, page: &str, number: u32) -> Str {
        if number == 0 { page.into() } else { format!("{page}#p{number}").into() }
    }

    /// An address as an author writes it in site.yaml: `/about/` on this site, or elsewhere.
    pub fn written(&self, address: &str) -> Str {
        if address.starts_with('/') && !address.starts_with("//") { self.of(address) } else { address.into() }
    }
}

fn push_encoded(address: &mut String, route: &str) {
    let (path, anchor) = route.split_once('#').map_or((route, None), |(path, anchor)| (path, Some(anchor)));
    address.extend(utf8_percent_encode(path, PATH));
    if let Some(anchor) = anchor {
        address.push('#');
        address.extend(utf8_percent_encode(anchor, PATH));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_the_path_and_are_encoded() {
        let site = Addresses { origin: Some("https://x.example".into()), base: "/sub".into() };
        assert_eq!(&*site.of("/reports/a b/#p1"), "/sub/reports/a%20b/#p1");
        assert_eq!(
            site.absolute("/actors/حفتر/").as_deref(),
            Some("https://x.example/sub/actors/%D8%AD%D9%81%D8%AA%D8%B1/")
        );
        assert_eq!(&*site.written("https://elsewhere.example/"), "https://elsewhere.example/");
    }
}
