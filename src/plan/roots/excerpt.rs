//! The words around a place, where the whole sentence stands elsewhere on the same page.

use std::borrow::Cow;

use crate::bidi::closed_in_pieces;
use crate::view::SentenceView;

/// The first words of a text: at most so many characters, and an ellipsis where there are more.
pub(super) fn beginning(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!("{} …", text[..cut].trim_end())
        }
        None => text.to_owned(),
    }
}

/// The last words of a text, likewise.
fn ending(text: &str, most: usize) -> String {
    match text.char_indices().nth_back(most) {
        Some((before, c)) => {
            let cut = text[before..].find(char::is_whitespace).map_or(before + c.len_utf8(), |at| before + at);
            format!("… {}", text[cut..].trim_start())
        }
        None => text.to_owned(),
    }
}

/// Leaves at most so many characters of a sentence on each side of its mention.
pub(super) fn around(sentence: &mut SentenceView, most: usize) {
    let (before, after) = (ending(&sentence.before, most), beginning(&sentence.after, most));
    // What has been cut off may have ended a direction of writing.
    let [before, mention, after] = closed_in_pieces([&before, &sentence.mention, &after]).map(Cow::into_owned);
    (sentence.before, sentence.mention, sentence.after) = (before.into(), mention.into(), after.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_cut() {
        assert_eq!(beginning("On the fourth of April", 22), "On the fourth of April");
        assert_eq!(beginning("On the fourth of April", 12), "On the …");
        assert_eq!(beginning("On the fourth of April", 13), "On the …");
        assert_eq!(beginning("On the fourth of April", 14), "On the fourth …");
        assert_eq!(ending("On the fourth of April", 22), "On the fourth of April");
        assert_eq!(ending("On the fourth of April", 8), "… of April");
        assert_eq!(ending("On the fourth of April ", 9), "… of April ");
        assert_eq!(ending("On the fourth of April", 6), "… April");
    }

    #[test]
    fn text_without_spaces_is_cut_all_the_same() {
        assert_eq!(beginning("二〇一九年四月四日", 4), "二〇一九 …");
        assert_eq!(ending("二〇一九年四月四日", 4), "… 四月四日");
    }

    #[test]
    fn a_cut_took_away_what_ended_a_direction() {
        let pieces = ["One \u{2067}two three ", "four", " five six\u{2069} seven"].map(Into::into);
        let [before, mention, after] = pieces;
        let mut sentence = SentenceView { before, mention, after, lang: "en".into(), dir: "ltr".into() };
        around(&mut sentence, 6);
        let pieces = [&*sentence.before, &*sentence.mention, &*sentence.after];
        assert_eq!(pieces, ["… three ", "four", " five …"]);
        sentence.before = "\u{2067}x ".into();
        sentence.after = " five six\u{2069}".into();
        around(&mut sentence, 6);
        assert_eq!([&*sentence.before, &*sentence.after], ["\u{2067}x ", " five …\u{2069}"]);
    }
}
