//! What the server says of itself when there is nothing to show.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use super::page::ErrorPage;

/// Why a request is not answered from the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It has no `Host`, or more than one.
    NoHost,
    /// It is for a host that is not ours.
    ForeignHost(String),
    /// It comes from a page of another website, if that is known.
    ForeignPage(Option<String>),
    /// It is neither GET nor HEAD.
    Method,
    /// Its path is too long.
    TooLong,
    /// Its address is wrong: the rest of a sentence.
    Malformed(&'static str),
    /// It is for a path outside the base, which has no slash at its end.
    Outside(String),
    /// There is nothing at one of the server's own addresses.
    Nothing,
    /// The page could not be made, by a fault of the program.
    Failed,
}

impl Refusal {
    /// The answer: a page that says why, and the mend.
    pub(super) fn response(&self) -> Response {
        let mut response = Response::new(Body::from(self.html()));
        *response.status_mut() = self.status();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        if *self == Self::Method {
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        response
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::NoHost | Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::ForeignHost(_) | Self::ForeignPage(_) => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::Outside(_) | Self::Nothing => StatusCode::NOT_FOUND,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn html(&self) -> String {
        let (title, message, help) = self.words();
        let link = if let Self::Outside(base) = self { format!("{base}/") } else { String::new() };
        ErrorPage { title, message: &message, help: &help, link: &link, element: "" }.html()
    }

    /// The title, what is wrong, and the mend.
    fn words(&self) -> (&'static str, Cow<'static, str>, Cow<'static, str>) {
        match self {
            Self::NoHost => (
                "For which host?",
                "The request does not name one host that it is for.".into(),
                "Send one `Host` header, as browsers do.".into(),
            ),
            Self::ForeignHost(host) => (
                "Not under this name",
                format!(
                    "The site is not shown under the name “{host}”. Whoever owns a name can point it at this machine, \
                     and could then read from a website what has not been published."
                )
                .into(),
                format!("If the name is yours, start the server with `gloss serve --host {host}`.").into(),
            ),
            Self::ForeignPage(origin) => (
                "Not for other websites",
                match origin {
                    Some(origin) => {
                        format!("A page of “{origin}” asked for this. Only the site's own pages may.").into()
                    }
                    None => "A page of another website asked for this. Only the site's own pages may.".into(),
                },
                "Open the address in a tab of its own.".into(),
            ),
            Self::Method => (
                "Only for reading",
                "The site can be read here, and nothing else: GET and HEAD are the only methods.".into(),
                "".into(),
            ),
            Self::TooLong => (
                "Too long an address",
                "No page has so long an address.".into(),
                "See where the link to it was made.".into(),
            ),
            Self::Malformed(what) => (
                "Malformed address",
                format!("The address {what}.").into(),
                "See where the link to it was made.".into(),
            ),
            Self::Outside(base) => (
                "The site is elsewhere",
                format!("The site is shown below {base}/, since that is the path of `base_url`.").into(),
                "Begin at its home page.".into(),
            ),
            Self::Nothing => (
                "Nothing here",
                "The addresses below /.gloss/ are the server's own, and this is none of them.".into(),
                "".into(),
            ),
            Self::Failed => (
                "The page could not be made",
                "Glossator failed while it made this page. That is a fault of the program, not of the site.".into(),
                "The terminal has the details; please report them. Reload the page to try again.".into(),
            ),
        }
    }
}
