//! Citations in the style that site.yaml names: `(Security Council 2015, p. 2; see Doe 2018)`, `[1, p. 2]`.

use std::fmt::Write as _;

use super::{Filler, JOINER, Marks};
use crate::cite::{Fill, Pattern};
use crate::escape::escape;
use crate::matter::Str;
use crate::parse::Cite;
use crate::plan::entry::Styled;
use crate::plan::roots::locator_words;
use crate::resolve::SourceIx;

impl Filler<'_> {
    /// The citations of one pair of brackets, each a link to its entry. The first one of each source has the entry in the
    /// margin.
    pub(super) fn styled_cite(
        &self,
        styled: &Styled,
        (sources, cites): (&[Option<SourceIx>], &[Cite]),
        opens: bool,
        marks: &mut Marks,
    ) -> String {
        let frame = styled.formatter.frame();
        let mut html = String::new();
        let mut notes = String::new();
        for (source, cite) in sources.iter().zip(cites) {
            let Some(source) = *source else { continue };
            if !html.is_empty() {
                html.push_str(&escape(&frame.between));
            }
            if let Some(prefix) = &cite.prefix {
                let _ = write!(html, "{} ", escape(prefix));
            }
            let number = self.number(source);
            let label = self.count_word("source-n", number);
            let mark = self.styled_mark(styled, source, cite, number);
            let _ = write!(html, "<a class=\"cite\" href=\"#gl-s{number}\" title=\"{}\">{mark}</a>", escape(&label));
            if let Some(suffix) = &cite.suffix {
                let comma = if suffix.starts_with(['.', ',', ';', ':', '،', '؛']) { "" } else { ", " };
                let _ = write!(html, "{comma}{}", escape(suffix));
            }
            if !marks.in_note && marks.shown.insert(source) {
                marks.citations += 1;
                let card = self.letters.card(self.scene.cards(self.lang), source);
                let _ = write!(
                    notes,
                    "<span class=\"note\" id=\"gl-n{}\" popover role=\"note\"><a class=\"mk\" href=\"#gl-s{number}\">{number}</a> {}</span>",
                    marks.citations, card.entry.0,
                );
            }
        }
        if html.is_empty() {
            return html;
        }
        let (before, after) = (escape(&frame.before), escape(&frame.after));
        if frame.raised {
            return format!("{JOINER}<sup class=\"cites\">{before}{html}{after}</sup>{notes}");
        }
        format!("{}<span class=\"cites\">{before}{html}{after}</span>{notes}", if opens { "" } else { " " })
    }

    /// The mark of one source with its locator. A style that passes over locators gets our own words for them: where in a
    /// source something stands is evidence.
    fn styled_mark(&self, styled: &Styled, source: SourceIx, cite: &Cite, number: u32) -> Str {
        let cards = self.scene.cards(self.lang);
        let Some(entry) = styled.entry(cards, source) else { return escape(&cards.source(source).title).into() };
        let place = cite.locator.as_ref().map_or("", |locator| &locator.value);
        let letter = self.letters.of(source);
        let fill = Fill { number, letter, place };
        let bare =
            if cite.suppress_author { styled.without_author(cards, source, entry) } else { Some(entry.mark.clone()) };
        // Two works of one author, in a style whose marks have no year for a letter to stand behind.
        let title = (!letter.is_empty() && !entry.has_year).then(|| cards.source(source).title.clone());
        let mark = match (bare, title) {
            (Some(mark), Some(title)) => mark.with_title(&title),
            (None, Some(title)) => Pattern::words(&title),
            (Some(mark), None) => mark,
            // The place alone is enough, but something has to be there.
            (None, None) if cite.locator.is_some() => Pattern::default(),
            (None, None) => entry.mark.clone(),
        };
        let Some(locator) = &cite.locator else { return mark.html(&fill) };
        match styled.formatter.with_place(entry, &mark, locator.label, locator.is_several()) {
            Some(with) => with.html(&fill),
            None if mark.is_empty() => escape(&locator_words(cards, locator)).into(),
            None => format!("{}, {}", mark.html(&fill), escape(&locator_words(cards, locator))).into(),
        }
    }
}
