//! Who may ask.
//!
//! A server on the loopback interface is reached by every website that its user opens. Three things keep them out, and
//! none of them hinders a browser that was pointed here:
//! * a request is for a host that no stranger can own ([`Guard`]), which ends DNS rebinding;
//! * a script of another origin is refused by its `Origin` (Fetch Standard, "`Origin` header");
//! * a page of another site that embeds ours is refused by its `Sec-Fetch-Site` (W3C, "Fetch Metadata Request Headers").

use std::net::{Ipv4Addr, Ipv6Addr};

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::http::request::Parts;

use super::refusal::Refusal;

/// Knows the host that was asked for on the command line.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    host: String,
}

impl Guard {
    pub(super) fn new(host: &str) -> Self {
        Self { host: host.to_owned() }
    }

    /// Lets a request in.
    pub(super) fn admit(&self, request: &Parts) -> Result<(), Refusal> {
        let host = self.host_of(request)?;
        if let Some(origin) = one(&request.headers, ORIGIN.as_str()) {
            let own = format!("http://{host}");
            if !origin.is_ok_and(|origin| origin.eq_ignore_ascii_case(&own)) {
                return Err(Refusal::ForeignPage(origin.ok().map(str::to_owned)));
            }
        }
        let says = |name, value: &str| one(&request.headers, name) == Some(Ok(value));
        // Following a link from elsewhere is not the same as being embedded there.
        let is_followed = says("sec-fetch-mode", "navigate")
            && one(&request.headers, "sec-fetch-dest").is_none_or(|destination| destination == Ok("document"));
        if says("sec-fetch-site", "cross-site") && !is_followed {
            return Err(Refusal::ForeignPage(None));
        }
        Ok(())
    }

    /// The host and port that a request is for. An absolute target counts for more than `Host`, and a request without
    /// one `Host` is refused (RFC 9112 §3.2), in HTTP/1.0 too, as no browser sends it.
    fn host_of<'a>(&self, request: &'a Parts) -> Result<&'a str, Refusal> {
        let Some(Ok(host)) = one(&request.headers, HOST.as_str()) else { return Err(Refusal::NoHost) };
        let target = request.uri.authority().map(axum::http::uri::Authority::as_str);
        for host in [Some(host), target].into_iter().flatten() {
            if !name(host).is_some_and(|name| self.is_ours(name)) {
                return Err(Refusal::ForeignHost(name(host).unwrap_or(host).to_owned()));
            }
        }
        Ok(target.unwrap_or(host))
    }

    /// Whether nobody else can own a name. The port says nothing: behind a tunnel or a container it is another.
    fn is_ours(&self, name: &str) -> bool {
        let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
        if let Some(address) = address {
            return address.parse::<Ipv6Addr>().is_ok();
        }
        let name = name.strip_suffix('.').unwrap_or(name);
        let last_label = name.rsplit('.').next().unwrap_or(name);
        // `localhost` and all below it are this machine (RFC 6761 §6.3).
        name.parse::<Ipv4Addr>().is_ok()
            || last_label.eq_ignore_ascii_case("localhost")
            || name.eq_ignore_ascii_case(&self.host)
    }
}

/// The value of a header that may stand once: nothing where it is missing, an error where it stands twice or is no text.
fn one<'a>(headers: &'a HeaderMap, name: &str) -> Option<Result<&'a str, ()>> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    Some(match values.next() {
        None => first.to_str().map_err(drop),
        Some(_) => Err(()),
    })
}

/// The name in `name:port`. What else RFC 3986 §3.2 lets stand there, such as a user, no browser sends.
fn name(host: &str) -> Option<&str> {
    let end = host.rfind(':').filter(|colon| !host[*colon..].contains(']'));
    let (name, port) = end.map_or((host, ""), |colon| (&host[..colon], &host[colon + 1..]));
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte);
    let is_sound = !name.is_empty() && name.bytes().all(is_name) && port.bytes().all(|byte| byte.is_ascii_digit());
    is_sound.then_some(name)
}
