//! serve: the site over HTTP, live while it is written.
//!
//! It knows nothing of sites. What it answers comes from a value behind [`Show`], immutable, which [`Live::swap`]
//! replaces when the site has changed; open pages learn of that through an event stream. A request goes through
//! `server.rs` from top to bottom:
//!
//! ```text
//! guard (Host, Origin) ─► method ─► path (decoded, checked) ─► base ─┬► /.gloss/… : script, events
//!                                                                   └► Show::answer ─► range ─► headers
//! ```
//!
//! What is being written is not yet public, and a browser lets every website ask a server on the same machine. So the
//! server listens on the loopback interface unless asked, answers to no name that a stranger could point at it, says
//! nothing to other websites' pages, and changes nothing: it knows GET and HEAD only.

mod address;
mod answer;
mod element;
mod events;
mod guard;
mod live;
mod media;
mod page;
mod path;
mod range;
mod refusal;
mod server;
mod shutdown;
mod work;
#[cfg(test)]
mod tests;

pub use address::{BindError, HOST, Listener, PORT, bind};
pub use answer::{Answer, Bytes};
pub use element::{inject, script_element};
pub use live::{Live, Show};
pub use media::content_type_of;
pub use page::ErrorPage;
pub use server::run;
pub use shutdown::Shutdown;
