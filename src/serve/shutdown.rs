//! The end, told to everybody.

use std::sync::Arc;

use tokio::sync::watch;

/// A flag that goes up once. Clones are the same flag, and any thread may raise it or look at it.
///
/// The server raises it too, when the terminal or the system asks the process to end; a loop that rebuilds the site
/// looks at it between its rounds.
#[derive(Debug, Clone, Default)]
pub struct Shutdown(Arc<watch::Sender<bool>>);

impl Shutdown {
    /// Ends the server.
    pub fn begin(&self) {
        self.0.send_replace(true);
    }

    /// Whether the end has begun.
    pub fn has_begun(&self) -> bool {
        *self.0.borrow()
    }

    /// Returns when the end has begun.
    pub(super) async fn begun(self) {
        // The sender lives as long as `self`, so that the wait can't fail.
        let _ = self.0.subscribe().wait_for(|begun| *begun).await;
    }
}
