//! The sentence that a mention stands in: plain text of a block is cut into sentences, and long ones around the mention.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::abbreviations;
use super::summary::Sentence;
use crate::bidi::closed_in_pieces;

/// The longest sentence, in characters, with its ellipses.
pub(super) const LONGEST: usize = 300;

/// The offset at which each sentence of a block's plain text ends; the last one is the text's length.
pub(super) fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut from = 0;
    while let Some(at) = text.as_bytes()[from..].iter().position(|byte| may_begin_stop(*byte)).map(|at| from + at) {
        let Some(stop) = text[at..].chars().next() else { break };
        let mut end = at + stop.len_utf8();
        from = end;
        if !is_stop(stop) {
            continue;
        }
        let mut stops = 1;
        for c in text[end..].chars().take_while(|c| is_stop(*c) || is_closing(*c)) {
            end += c.len_utf8();
            stops += usize::from(is_stop(c));
        }
        end += spaced_quote(&text[end..]);
        from = end;
        let behind = &text[end..];
        let next = behind.trim_start();
        if next.is_empty() {
            break;
        }
        let ends_here = if is_wide(stop) {
            true
        } else if next.len() == behind.len() {
            false
        } else {
            !goes_on(next) && (stop != '.' || stops > 1 || !abbreviations::is_one(&text[..at], next))
        };
        if ends_here {
            ends.push(end);
        }
    }
    ends.push(text.len());
    ends
}

/// The sentence around `mention`, a range of `text`, whose sentences end at `ends`. An empty range is a citation's mark:
/// it belongs to the words before it, even behind their full stop.
pub(super) fn around(text: &str, ends: &[usize], mention: Range<usize>) -> Sentence {
    let anchor = if mention.is_empty() { text[..mention.start].trim_end().len() } else { mention.start + 1 };
    let reach = if mention.is_empty() { anchor } else { mention.end };
    let first = ends.partition_point(|end| *end < anchor);
    let last = ends.partition_point(|end| *end < reach).min(ends.len() - 1);
    let start = first.checked_sub(1).map_or(0, |before| ends[before]);
    let end = ends[last].max(mention.end);
    cut(&text[start..mention.start], &text[mention.clone()], &text[mention.end..end])
}

/// Cuts what is too long, at the far ends first.
fn cut(before: &str, mention: &str, after: &str) -> Sentence {
    let (before, after) = (before.trim_start(), after.trim_end());
    // A block may be one endless sentence with thousands of mentions: no more is looked at than may be kept.
    let length = |chars: &mut dyn Iterator<Item = char>| chars.take(LONGEST + 1).count();
    let lengths = [length(&mut before.chars().rev()), length(&mut mention.chars()), length(&mut after.chars())];
    if lengths.iter().sum::<usize>() <= LONGEST {
        return sentence([before, mention, after]);
    }
    let mention = keep_start(mention, LONGEST);
    let room = LONGEST - mention.chars().count();
    let half = room / 2;
    // What one side does not need, the other may have.
    let room_before = half.max(room.saturating_sub(lengths[2])).min(lengths[0]);
    let room_after = (room - room_before).min(lengths[2]);
    sentence([&keep_end(before, room_before), &mention, &keep_start(after, room_after)])
}

/// A sentence of these pieces, which together end each direction of writing that they begin.
fn sentence(pieces: [&str; 3]) -> Sentence {
    let [before, mention, after] = closed_in_pieces(pieces);
    Sentence::new(&before, &mention, &after)
}

/// At most `room` characters from the start, cut at a word and closed by an ellipsis.
pub(super) fn keep_start(text: &str, room: usize) -> String {
    if text.char_indices().nth(room).is_none() {
        return text.to_owned();
    }
    let Some(room) = room.checked_sub(1) else { return String::new() };
    let end = text.char_indices().nth(room).map_or(text.len(), |(at, _)| at);
    let kept = &text[..end];
    let whole_words = match kept.rfind(char::is_whitespace) {
        _ if text[end..].starts_with(char::is_whitespace) => kept,
        // Scripts without spaces, and very long words, are cut where they are, but no mark leaves its letter.
        Some(space) if end - space <= 80 => &kept[..space],
        _ if text[end..].starts_with(is_combining_mark) => {
            let letter = kept.trim_end_matches(is_combining_mark);
            &letter[..letter.len() - letter.chars().next_back().map_or(0, char::len_utf8)]
        }
        _ => kept,
    };
    format!("{}…", whole_words.trim_end())
}

/// At most `room` characters from the end, cut at a word and opened by an ellipsis.
fn keep_end(text: &str, room: usize) -> String {
    if text.char_indices().rev().nth(room).is_none() {
        return text.to_owned();
    }
    let Some(last) = room.checked_sub(2) else { return "…".chars().take(room).collect() };
    let start = text.char_indices().rev().nth(last).map_or(text.len(), |(at, _)| at);
    let kept = &text[start..];
    let whole_words = match kept.find(char::is_whitespace) {
        _ if text[..start].ends_with(char::is_whitespace) => kept,
        Some(space) if space <= 80 => &kept[space..],
        _ => kept.trim_start_matches(is_combining_mark),
    };
    format!("…{}", whole_words.trim_start())
}

/// The length of a French closing quotation mark with the space before it: `Partez ! »`.
fn spaced_quote(behind: &str) -> usize {
    let quote = behind.trim_start();
    match quote.strip_prefix(['»', '›']) {
        Some(rest) if !rest.starts_with(char::is_alphanumeric) => behind.len() - rest.len(),
        _ => 0,
    }
}

/// Whether what follows a stop belongs to the same sentence: a small letter, or a dash before an attribution.
fn goes_on(next: &str) -> bool {
    let next = next.trim_start_matches(|c: char| is_opening(c) || c.is_whitespace());
    next.starts_with(|c: char| c.is_lowercase() || matches!(c, '—' | '―' | '–'))
}

/// The first bytes of stops.
const fn may_begin_stop(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | 0xd8 | 0xdb | 0xe0 | 0xe2 | 0xe3 | 0xef)
}

const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '‼' | '⁇' | '⁈' | '⁉') || is_wide(c)
}

/// Stops that need no space behind them.
const fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

const fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '›' | ')' | ']' | '」' | '』' | '）' | '】')
}

const fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '‹' | '(' | '[' | '¿' | '¡' | '「' | '『' | '（')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> String {
        let mut start = 0;
        let pieces = ends(text).into_iter().map(|end| {
            let piece = text[start..end].trim();
            start = end;
            piece
        });
        pieces.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn a_sentence_ends_at_a_stop_before_a_space() {
        assert_eq!(split("He left. She stayed."), "He left. | She stayed.");
        assert_eq!(split("Why? Nobody knows! He left… She stayed."), "Why? | Nobody knows! | He left… | She stayed.");
        assert_eq!(split("Version 1.2 of example.org is out"), "Version 1.2 of example.org is out");
        assert_eq!(split("He left... and came back."), "He left... and came back.");
    }

    #[test]
    fn initials_and_abbreviations_end_no_sentence() {
        for whole in [
            "The U.S. Embassy in Libya met Gen. Haftar.",
            "Mr. J. R. R. Tolkien saw Dr. No in Washington, D.C. on 4 April.",
            "It is Resolution No. 5 of p. 3, para. 7, Fig. 2.",
            "Lt.-Gen. Smith and Maj. Gen. Jones, e.g. in Jan. 2019, met.",
            "Le gén. Haftar a vu M. Sarraj et Mgr. Martinelli à l’art. 5.",
            "Am 4. April 2019 begann die Offensive.",
            "التقى د. غسان سلامة أ. محمد في طرابلس.",
            "The attack vs. Tripoli (cf. Annex 3) failed.",
        ] {
            assert_eq!(split(whole), whole);
        }
        assert_eq!(split("He said no. Then he left."), "He said no. | Then he left.");
        assert_eq!(split("It began in 2019. The LNA won."), "It began in 2019. | The LNA won.");
        assert_eq!(split("He lost art. He left."), "He lost art. | He left.");
    }

    #[test]
    fn other_scripts_have_their_own_stops() {
        assert_eq!(split("هل وصل؟ نعم. عاد."), "هل وصل؟ | نعم. | عاد.");
        assert_eq!(split("他走了。她留下。好！"), "他走了。 | 她留下。 | 好！");
        assert_eq!(split("وہ گیا۔ وہ آیا۔"), "وہ گیا۔ | وہ آیا۔");
    }

    #[test]
    fn closing_quotes_stand_before_the_break_and_a_small_letter_goes_on() {
        assert_eq!(split("“We won.” He left."), "“We won.” | He left.");
        assert_eq!(split("“Why?” he asked. “Go (now!)” She went."), "“Why?” he asked. | “Go (now!)” | She went.");
        assert_eq!(split("« Partez ! » dit-il. « Non. »"), "« Partez ! » dit-il. | « Non. »");
        assert_eq!(split("We will win. — Khalifa Haftar"), "We will win. — Khalifa Haftar");
    }

    fn show(text: &str, mention: &str) -> String {
        let start = text.find(mention).unwrap();
        let sentence = around(text, &ends(text), start..start + mention.len());
        format!("{}[{}]{}", sentence.before(), sentence.mention(), sentence.after())
    }

    #[test]
    fn the_sentence_of_a_mention() {
        assert_eq!(show("It began. The LNA of Haftar won. It ended.", "Haftar"), "The LNA of [Haftar] won.");
        assert_eq!(show("Haftar. He left.", "Haftar"), "[Haftar].");
        assert_eq!(show("A. B left. C stays. D", "left. C"), "A. B [left. C] stays.");
    }

    #[test]
    fn a_citation_belongs_to_the_words_before_it() {
        let text = "It began. It ended. It began again.";
        let mark = |at: usize| {
            let sentence = around(text, &ends(text), at..at);
            format!("{}^{}", sentence.before(), sentence.after())
        };
        assert_eq!(mark(8), "It began^.");
        assert_eq!(mark(9), "It began.^");
        assert_eq!(mark(20), "It ended. ^");
        assert_eq!(mark(0), "^It began.");
        assert_eq!(mark(text.len()), "It began again.^");
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_mention() {
        let long = format!("{}Haftar{}.", "before ".repeat(60), " after".repeat(60));
        let cut = show(&long, "Haftar");
        assert!(cut.starts_with("…before before") && cut.ends_with("after after…"), "{cut}");
        assert!(cut.contains("before [Haftar] after"), "{cut}");
        assert!(cut.chars().count() <= LONGEST + 2, "{}", cut.chars().count());

        let late = format!("{}Haftar won.", "before ".repeat(60));
        let cut = show(&late, "Haftar");
        assert!(cut.ends_with("before [Haftar] won.") && cut.chars().count() > LONGEST - 10, "{cut}");

        let wide = format!("{}哈夫塔尔{}", "前".repeat(400), "后".repeat(400));
        let cut = show(&wide, "哈夫塔尔");
        assert_eq!(cut.chars().count(), LONGEST + 2);

        assert_eq!(keep_start("abcd\u{301}e", 5), "abc…");
    }
}
