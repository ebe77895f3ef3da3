//! English words.

use super::lexicon::{Line, both, plays, says};
use super::sense::{Place, Roles, Value};
use super::{Unit, Weekday};

use Place::Before;

pub(super) const WORDS: &[Line] = &[
    ("january", says(Value::Month(1))),
    ("february", says(Value::Month(2))),
    ("march", both(Value::Month(3), Roles::NAME)),
    ("april", both(Value::Month(4), Roles::NAME)),
    ("may", both(Value::Month(5), Roles::NAME)),
    ("june", both(Value::Month(6), Roles::NAME)),
    ("july", says(Value::Month(7))),
    ("august", both(Value::Month(8), Roles::NAME)),
    ("september", says(Value::Month(9))),
    ("october", says(Value::Month(10))),
    ("november", says(Value::Month(11))),
    ("december", says(Value::Month(12))),
    ("jan", both(Value::Month(1), Roles::SHORT.and(Roles::NAME))),
    ("feb", both(Value::Month(2), Roles::SHORT)),
    ("mar", both(Value::Month(3), Roles::SHORT.and(Roles::NAME))),
    ("apr", both(Value::Month(4), Roles::SHORT)),
    ("jun", both(Value::Month(6), Roles::SHORT.and(Roles::NAME))),
    ("jul", both(Value::Month(7), Roles::SHORT)),
    ("aug", both(Value::Month(8), Roles::SHORT)),
    ("sep sept", both(Value::Month(9), Roles::SHORT)),
    ("oct", both(Value::Month(10), Roles::SHORT)),
    ("nov", both(Value::Month(11), Roles::SHORT)),
    ("dec", both(Value::Month(12), Roles::SHORT)),
    ("monday", says(Value::Weekday(Weekday::Monday))),
    ("tuesday", says(Value::Weekday(Weekday::Tuesday))),
    ("wednesday", says(Value::Weekday(Weekday::Wednesday))),
    ("thursday", says(Value::Weekday(Weekday::Thursday))),
    ("friday", says(Value::Weekday(Weekday::Friday))),
    ("saturday", says(Value::Weekday(Weekday::Saturday))),
    ("sunday", says(Value::Weekday(Weekday::Sunday))),
    ("first", says(Value::Ordinal(1))),
    ("second", says(Value::Ordinal(2))),
    ("third", says(Value::Ordinal(3))),
    ("fourth", says(Value::Ordinal(4))),
    ("fifth", says(Value::Ordinal(5))),
    ("sixth", says(Value::Ordinal(6))),
    ("seventh", says(Value::Ordinal(7))),
    ("eighth", says(Value::Ordinal(8))),
    ("ninth", says(Value::Ordinal(9))),
    ("tenth", says(Value::Ordinal(10))),
    ("eleventh", says(Value::Ordinal(11))),
    ("twelfth", says(Value::Ordinal(12))),
    ("thirteenth", says(Value::Ordinal(13))),
    ("fourteenth", says(Value::Ordinal(14))),
    ("fifteenth", says(Value::Ordinal(15))),
    ("sixteenth", says(Value::Ordinal(16))),
    ("seventeenth", says(Value::Ordinal(17))),
    ("eighteenth", says(Value::Ordinal(18))),
    ("nineteenth", says(Value::Ordinal(19))),
    ("twentieth", says(Value::Ordinal(20))),
    ("thirtieth", says(Value::Ordinal(30))),
    ("a an one", says(Value::Cardinal(1))),
    ("two", says(Value::Cardinal(2))),
    ("three", says(Value::Cardinal(3))),
    ("four", says(Value::Cardinal(4))),
    ("five", says(Value::Cardinal(5))),
    ("six", says(Value::Cardinal(6))),
    ("seven", says(Value::Cardinal(7))),
    ("eight", says(Value::Cardinal(8))),
    ("nine", says(Value::Cardinal(9))),
    ("ten", says(Value::Cardinal(10))),
    ("eleven", says(Value::Cardinal(11))),
    ("twelve", says(Value::Cardinal(12))),
    ("fifteen", says(Value::Cardinal(15))),
    ("twenty", says(Value::Cardinal(20))),
    ("thirty", says(Value::Cardinal(30))),
    ("day days", says(Value::Unit(Unit::Day, None))),
    ("week weeks", says(Value::Unit(Unit::Week, None))),
    ("month months", both(Value::Unit(Unit::Month, None), Roles::MONTH)),
    ("year years", both(Value::Unit(Unit::Year, None), Roles::YEAR)),
    ("last", says(Value::Which(-1, Before))),
    ("this", both(Value::Which(0, Before), Roles::FOLLOWS)),
    ("next", says(Value::Which(1, Before))),
    ("early mid late", says(Value::Part)),
    ("end beginning start middle", both(Value::Part, Roles::EDGE)),
    ("spring", says(Value::Season(21))),
    ("summer", says(Value::Season(22))),
    ("autumn fall", says(Value::Season(23))),
    ("winter", says(Value::Season(24))),
    ("that", both(Value::Named(0, Before), Roles::FOLLOWS.and(Roles::WHICH))),
    ("same", says(Value::Named(0, Before))),
    ("following", says(Value::Named(1, Before))),
    ("previous preceding", says(Value::Named(-1, Before))),
    ("later afterwards", says(Value::Side(1))),
    ("earlier previously", says(Value::Side(-1))),
    ("yesterday", says(Value::Shift(-1))),
    ("tomorrow", says(Value::Shift(1))),
    ("today", says(Value::Today)),
    ("night", plays(Roles::NIGHT)),
    ("ago", plays(Roles::AGO)),
    ("the", plays(Roles::ARTICLE.and(Roles::FOLLOWS))),
    ("of", plays(Roles::OF)),
    ("and", plays(Roles::AND.and(Roles::FOLLOWS))),
    ("between", plays(Roles::BETWEEN.and(Roles::FOLLOWS))),
    ("from", plays(Roles::FROM.and(Roles::BY).and(Roles::FOLLOWS))),
    ("to", plays(Roles::TO.and(Roles::FOLLOWS))),
    ("until till through", plays(Roles::TO.and(Roles::IN).and(Roles::FOLLOWS))),
    ("in since during throughout", plays(Roles::IN.and(Roles::FOLLOWS))),
    ("by before after", plays(Roles::BY.and(Roles::FOLLOWS))),
    ("on", plays(Roles::ON.and(Roles::FOLLOWS))),
    ("every each any a an one", plays(Roles::EVERY)),
    ("about around roughly some approximately", plays(Roles::ABOUT)),
    ("than over under nearly almost least most within half", plays(Roles::VAGUE)),
    ("several few many couple", plays(Roles::SOME)),
    ("bc bce b ah", plays(Roles::ERA)),
    ("since until till before after by", plays(Roles::BOUND)),
    ("which who whose whom", plays(Roles::WHICH)),
    (
        "was were had did been wrote announced declared reported confirmed denied warned called \
         asked urged welcomed condemned launched attacked began started opened ended stopped killed died fell toppled \
         ousted overthrew met held signed agreed adopted approved endorsed established created founded formed named \
         appointed elected selected chose imposed authorised authorized voted arrived left returned came went fled took \
         seized captured regained retook recaptured lost withdrew withdrawn sent gave made became led brought broke \
         erupted struck hit bombed shelled shot fired fought advanced pushed reached entered crossed joined accused \
         rejected refused accepted offered proposed hosted visited travelled published released issued posted resigned \
         sacked dismissed replaced succeeded arrested detained freed moved turned passed suspended resumed collapsed \
         followed headed served vowed pledged promised brokered mediated convened gathered \
         regained won ratified backed drove repelled retreated unveiled swore",
        plays(Roles::PAST),
    ),
    (
        "will would shall may might can could should must planned plan plans scheduled due set slated expected expects \
         intended intends upcoming coming forthcoming future next deadline expires expire runs is are be begins starts \
         ends takes opens closes every each annually yearly annual anniversary marks mark marked commemorates \
         commemorate commemorated celebrates celebrate celebrated if",
        plays(Roles::AHEAD),
    ),
    (
        "page pages p pp resolution resolutions no nos number article chapter version vol volume section paragraph v \
         build release",
        plays(Roles::SERIAL),
    ),
    (
        "rose rise rises fell fall grew grow increased increase decreased dropped climbed declined risen fallen ranged \
         ranges ranging range up down numbered outnumbered reduced raised jumped",
        plays(Roles::CHANGE),
    ),
    (
        "a an as at he she it they we i you who which there was were is are had has have did would but or when \
         while where because though although with without against under for his her its their if only then also both \
         into alone onwards onward via not no",
        plays(Roles::FOLLOWS),
    ),
];
