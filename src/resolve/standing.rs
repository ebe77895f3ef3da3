//! What is shown: drafts, embargoes, and what is unlisted or withdrawn.

use super::Site;
use super::graph::{DocKind, File, Graph, Standing};
use crate::matter::{Common, Embargo, Matter, Moment, Status, Str};
use crate::problem::{Name, Place, Problem};

/// Where a file is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) standing: Standing,
    /// `draft` or `embargoed`, where it is shown only because drafts are asked for.
    pub(super) banner: Option<&'static str>,
    /// When time alone changes what is said of it: its embargo ends, or its date, which lies in the future, comes.
    pub(super) next_change: Option<i64>,
}

impl Shown {
    /// Where a file of a kind is shown, by its front matter.
    pub(super) fn new(kind: DocKind, matter: &Matter, site: &Site<'_>) -> Self {
        const NOWHERE: Shown = Shown { standing: Standing::Hidden, banner: None, next_change: None };
        let status = matter.common.status.unwrap_or_default();
        let embargo = matter.common.embargo.as_ref().and_then(|Embargo(moment)| start_to_come(moment, site));
        let banner = match status {
            Status::Draft => Some("draft"),
            _ => embargo.map(|_| "embargoed"),
        };
        let date = matter.common.date.as_ref().and_then(|moment| start_to_come(moment, site));
        let next_change = [embargo, date].into_iter().flatten().min();
        match status {
            _ if banner.is_some() && !site.drafts => Self { next_change, ..NOWHERE },
            // Prose has no page of its own to be shown on unlisted, or to say there that it was withdrawn.
            Status::Unlisted | Status::Withdrawn if !kind.has_own_page() => Self { banner, next_change, ..NOWHERE },
            Status::Withdrawn => Self { standing: Standing::Withdrawn, banner, next_change },
            Status::Unlisted => Self { standing: Standing::Unlisted, banner, next_change },
            _ => Self { standing: Standing::Listed, banner, next_change },
        }
    }
}

/// Why the text of a file is not shown. A version may be hidden with its original.
pub(super) fn why_hidden(graph: &Graph, file: &File) -> &'static str {
    let original = &graph.files[graph.docs[file.doc].files[0]];
    let any = |is_so: &dyn Fn(&Common) -> bool| [file, original].into_iter().any(|it| is_so(&it.matter.common));
    let is = |status| any(&|common| common.status == Some(status));
    if file.standing == Standing::Withdrawn {
        "withdrawn"
    } else if is(Status::Draft) {
        "a draft"
    } else if is(Status::Withdrawn) {
        "withdrawn"
    } else if any(&|common| common.embargo.is_some()) {
        "embargoed"
    } else {
        "unlisted"
    }
}

/// The warning about a date in the future.
pub(super) fn future_date(path: &Str, matter: &Matter, site: &Site<'_>) -> Option<Problem> {
    let moment = matter.common.date.as_ref().filter(|moment| start_to_come(moment, site).is_some())?;
    let message = format!("the date {} lies in the future", moment.date.as_str());
    let problem = Problem::at(Name::FutureDate, Place::value(path, "date"), message);
    Some(problem.help("a date hides nothing; `embargo:` does".to_owned()))
}

/// The first second of a moment, if that is to come: a day begins at midnight in the site's time zone, as does a time
/// without an offset.
pub(super) fn start_to_come(moment: &Moment, site: &Site<'_>) -> Option<i64> {
    const DAY: i64 = 86_400;
    let midnight = || moment.date.bounds().0.map_or(i64::MIN, |day| day.days_since_epoch() * DAY);
    let local = moment.instant.unwrap_or_else(midnight);
    // No zone is two days off: of what is longer ago it need not be reckoned.
    if local < site.now.saturating_sub(2 * DAY) {
        return None;
    }
    let start = match moment.instant {
        Some(instant) if moment.zoned => instant,
        _ => crate::config::local_to_utc(local, &site.config.timezone),
    };
    (start > site.now).then_some(start)
}
