//! Which marks get which places: tried with fewer words and then with more lanes, until everything that has words of its
//! own stands above the axis. Then each mark's words grow into the room that is left.

use super::label::{Picks, Terms};
use super::lanes::{Lanes, Place, Wanted};
use super::mark::Form;

/// A mark that looks for a place.
pub(super) struct Guest<'g> {
    pub(super) form: Form,
    /// Its words; empty where it has none of its own.
    pub(super) label: &'g str,
    /// Its date in few words.
    pub(super) date: &'g str,
}

/// The places of all marks, and how many lanes they take.
pub(super) struct Arranged {
    /// `None` where no lane has room.
    pub(super) places: Vec<Option<Place>>,
    pub(super) lanes: usize,
}

/// How many lanes there are, and whether words are wanted at once where the picture is narrowest.
const TRIES: [(usize, bool); 4] = [(4, true), (4, false), (6, true), (6, false)];

/// Finds places for all.
pub(super) fn arrange(guests: &[Guest<'_>], size: f64) -> Arranged {
    let mut best: Option<(usize, Lanes, Vec<Option<Place>>)> = None;
    for (lanes, narrow) in TRIES {
        let terms = Terms { size, crowd: Terms::crowd(guests.len(), lanes), narrow };
        let (lanes, places) = attempt(guests, lanes, terms);
        let without = |guest: &Guest<'_>, place: &Option<Place>| place.is_none() && !guest.label.is_empty();
        let lost = guests.iter().zip(&places).filter(|(guest, place)| without(guest, place)).count();
        if best.as_ref().is_none_or(|(least, ..)| lost < *least) {
            best = Some((lost, lanes, places));
        }
        if lost == 0 {
            break;
        }
    }
    let Some((_, mut lanes, mut places)) = best else { return Arranged { places: Vec::new(), lanes: 0 } };
    if Terms::is_crowded(guests.len()) {
        grow(guests, size, &mut lanes, &mut places);
    }
    Arranged { lanes: lanes.used(), places }
}

/// Those with words of their own first, each in the order of time.
fn order<'o>(guests: &'o [Guest<'_>]) -> impl Iterator<Item = usize> + 'o {
    let all = || 0..guests.len();
    all().filter(|at| !guests[*at].label.is_empty()).chain(all().filter(|at| guests[*at].label.is_empty()))
}

fn attempt(guests: &[Guest<'_>], lanes: usize, terms: Terms) -> (Lanes, Vec<Option<Place>>) {
    let mut lanes = Lanes::new(lanes);
    let mut places = vec![None; guests.len()];
    for at in order(guests) {
        places[at] = lanes.put(&wanted(&guests[at], terms), at);
    }
    (lanes, places)
}

fn grow(guests: &[Guest<'_>], size: f64, lanes: &mut Lanes, places: &mut [Option<Place>]) {
    for at in order(guests) {
        if let Some(place) = &mut places[at] {
            lanes.grow(&wanted(&guests[at], Terms { size, crowd: 0.0, narrow: true }), place, at);
        }
    }
}

fn wanted(guest: &Guest<'_>, terms: Terms) -> Wanted {
    let (before, after) = guest.form.overhang();
    let picks = Picks::new(guest.label, guest.date, terms);
    Wanted { a: guest.form.a, b: guest.form.b, before, after, picks }
}
