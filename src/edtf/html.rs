//! Dates as HTML has them.

use edtf_core::Edtf;

use super::extent::plain_key;
use super::{Date, Precision};

impl Date {
    /// What the attribute `datetime` of `<time>` may hold: a day, month or year of four digits that is sure. `None` for
    /// everything else.
    #[must_use]
    pub fn datetime(&self) -> Option<String> {
        let value = self.value();
        let date = match &*value {
            Edtf::Date(date) => date,
            Edtf::DateTime(at) => &at.date,
            _ => return None,
        };
        let exact = matches!(self.precision(), Precision::Time | Precision::Day | Precision::Month | Precision::Year);
        let key = plain_key(date).filter(|key| exact && key.year > 0)?;
        let text = key.to_string();
        // A mark of uncertainty, an X or a season would be lost: then there is none.
        (date.has_unspecified() || date.is_uncertain() || date.is_approximate())
            .then_some(())
            .map_or(Some(text), |()| None)
    }
}
