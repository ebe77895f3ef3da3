### Dates in words.
###
### Every message gets strings, already in words; `$day` may hold several days joined by a message below. `$precision`
### tells what a date is, where a language needs an article or a word before it: day, month, season, year, decade,
### century, time, unknown, or mixed for a range between unlike dates.

## Names

# A month may also have `.with-day`, the form that it takes beside a day ("4 апреля").
month-1 = January
    .short = Jan
month-2 = February
    .short = Feb
month-3 = March
    .short = Mar
month-4 = April
    .short = Apr
month-5 = May
    .short = May
month-6 = June
    .short = Jun
month-7 = July
    .short = Jul
month-8 = August
    .short = Aug
month-9 = September
    .short = Sep
month-10 = October
    .short = Oct
month-11 = November
    .short = Nov
month-12 = December
    .short = Dec

# Monday is 1.
weekday-1 = Monday
    .short = Mon
weekday-2 = Tuesday
    .short = Tue
weekday-3 = Wednesday
    .short = Wed
weekday-4 = Thursday
    .short = Thu
weekday-5 = Friday
    .short = Fri
weekday-6 = Saturday
    .short = Sat
weekday-7 = Sunday
    .short = Sun

# EDTF's parts of a year: seasons, those of either hemisphere, quarters, thirds, halves.
season-21 = spring { $year }
season-22 = summer { $year }
season-23 = autumn { $year }
season-24 = winter { $year }
season-25 = spring { $year } (Northern Hemisphere)
season-26 = summer { $year } (Northern Hemisphere)
season-27 = autumn { $year } (Northern Hemisphere)
season-28 = winter { $year } (Northern Hemisphere)
season-29 = spring { $year } (Southern Hemisphere)
season-30 = summer { $year } (Southern Hemisphere)
season-31 = autumn { $year } (Southern Hemisphere)
season-32 = winter { $year } (Southern Hemisphere)
season-33 = first quarter of { $year }
season-34 = second quarter of { $year }
season-35 = third quarter of { $year }
season-36 = fourth quarter of { $year }
season-37 = first third of { $year }
season-38 = second third of { $year }
season-39 = third third of { $year }
season-40 = first half of { $year }
season-41 = second half of { $year }

## Single dates

day-of-month = { $day }
year-before-christ = { $year } BC
date-year = { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
# Without a year: in short forms, and in ranges and lists within a year.
date-day-month = { $day } { $month }
# $dates: "4 April – 6 May".
date-in-year = { $dates } { $year }
date-weekday = { $weekday }, { $date }
# $year: "2010".
date-decade = { $year }s

date-time = { $date }, { $time }
time-utc = { $time } UTC
# $offset: "+2", "−3:30".
time-offset = { $time } UTC{ $offset }

## What is not known exactly

# $part: which part of the date is meant; "all" for the whole.
date-approximate = { $part ->
    [year] { $date } (year approximate)
    [month] { $date } (month approximate)
    [day] { $date } (day approximate)
    [year-month] { $date } (year and month approximate)
    [year-day] { $date } (year and day approximate)
    [month-day] { $date } (month and day approximate)
   *[all] c. { $date }
}
date-uncertain = { $part ->
    [year] { $date } (year uncertain)
    [month] { $date } (month uncertain)
    [day] { $date } (day uncertain)
    [year-month] { $date } (year and month uncertain)
    [year-day] { $date } (year and day uncertain)
    [month-day] { $date } (month and day uncertain)
   *[all] { $date } (uncertain)
}
date-some-day = some day in { $date }
date-some-month = some month in { $date }
# $date: "25 December"; $years: "between 2010 and 2019".
date-some-year = { $date } of a year { $years }
date-year-unknown = { $date }, year unknown
date-unknown = unknown date
# $years: "between 1900 and 1999".
date-estimated = c. { $date } ({ $years })
# What no other message can say: $pattern is the EDTF text, "2019-XX-04".
date-pattern = { $date } ({ $pattern })

## Ranges

span-range = { $first } – { $last }
span-range-short = { $first } – { $last }
# Stands within date-between, and may stand in the place of a day: "between 4 and 6 April 2019".
span-between = { $first } and { $last }
date-between = between { $span }
date-since = { $precision ->
    [decade] since the { $date }
   *[other] since { $date }
}
date-until = { $precision ->
    [decade] until the { $date }
   *[other] until { $date }
}
date-end-unknown = from { $date }, end unknown
date-beginning-unknown = until { $date }, beginning unknown
date-or-before = { $date } or before
date-or-after = { $date } or later

## Lists, made pair by pair: "14, 21" and then "14, 21 or 28"

list-or-middle = { $first }, { $next }
list-or-last = { $first } or { $next }
list-and-middle = { $first }, { $next }
list-and-last = { $first } and { $next }

## Interface

# Frame of every page
skip = Skip to the text
site-nav = Site
languages = Languages
feed = Feed
hidden-draft = Draft.
hidden-embargoed = Under embargo.
hidden-why = This page is shown only because drafts were asked for.

# Headings of pages, and names of sections
heading-home = Home
heading-reports = Reports
heading-actors = Actors
heading-dates = Dates
heading-sources = Sources
heading-tags = Tags
heading-claims = Claims
heading-corrections = Corrections
heading-search = Search
heading-404 = Page not found
not-found-why = Nothing stands at this address. It may have been moved or withdrawn.
moved = This page has moved to

# Kinds of page
report = Report
actor = Actor
source = Source
tag = Tag
precision-day = Day
precision-month = Month
precision-year = Year

# Punctuation
list-separator = ,
clause-separator = ;
paragraph-mark = ¶{ $n }
paragraph = Paragraph { $n }
back-to-paragraph = Back to paragraph { $n }

# The key to marks
key = Key
key-source = a source
key-letter = a
key-note = a note
key-actor-sample = Name
key-actor = an actor
key-date-sample = Day
key-date = a date

# Sections
about = About
text = Text
contents = Contents
notes = Notes
evidence = Evidence
events = Events
timeline = Timeline
timeline-as-list = The same as a list
timeline-published = published
timeline-count = +{ $n }
recent-events = Recent events
latest-reports = Latest reports
most-named = Most named
kinds-of-actor = Kinds of actor
by-year = by year
years = Years
months = Months
newest-first = newest first
undated = Undated
backlinks = Linked from
related = Related reports
also-names = Also names
also-cites = Also cites
also-tagged = Also about
other-reports = Other reports
no-reports = No reports yet.
no-dates = No dates yet.
all-tags = All tags
feed-of-reports = Feed of new reports
all-reports =
    { $n ->
        [one] The only report
       *[other] All { $n } reports
    }
all-actors =
    { $n ->
        [one] The only actor
       *[other] All { $n } actors
    }

# Facts of a report
published = Published
updated = updated
covers = covers
n-minutes =
    { $n ->
        [one] 1 min
       *[other] { $n } min
    }

# Counts
n-reports =
    { $n ->
        [0] no reports
        [one] { $n } report
       *[other] { $n } reports
    }
n-actors =
    { $n ->
        [0] no actors
        [one] { $n } actor
       *[other] { $n } actors
    }
n-sources =
    { $n ->
        [0] no sources
        [one] { $n } source
       *[other] { $n } sources
    }
n-events =
    { $n ->
        [0] no events
        [one] { $n } event
       *[other] { $n } events
    }
n-mentions =
    { $n ->
        [0] no mentions
        [one] { $n } mention
       *[other] { $n } mentions
    }
n-claims =
    { $n ->
        [0] no claims
        [one] { $n } claim
       *[other] { $n } claims
    }
n-corrections =
    { $n ->
        [0] no corrections
        [one] { $n } correction
       *[other] { $n } corrections
    }
n-tags =
    { $n ->
        [0] no tags
        [one] { $n } tag
       *[other] { $n } tags
    }
n-years =
    { $n ->
        [0] no years
        [one] { $n } year
       *[other] { $n } years
    }
n-entries =
    { $n ->
        [0] no entries
        [one] { $n } entry
       *[other] { $n } entries
    }
entries =
    { $n ->
        [one] entry
       *[other] entries
    }
reports-counted =
    { $n ->
        [one] report
       *[other] reports
    }
mentions-counted =
    { $n ->
        [one] mention
       *[other] mentions
    }
n-archived =
    { $n ->
        [0] none archived
        [one] 1 archived
       *[other] { $n } archived
    }
n-graded =
    { $n ->
        [0] none graded
        [one] 1 graded
       *[other] { $n } graded
    }
n-more =
    { $n ->
        [one] and 1 more
       *[other] and { $n } more
    }

# Sources and custody
original = original:
no-original = no address recorded
archived-copy = archived copy
no-archive = no archived copy
stored-hash = stored copy: SHA-256
accessed = accessed
cited-at = cited at
copy = Copy
copied = Copied
about-source = About this source
cited-elsewhere =
    { $n ->
        [one] Cited on 1 other page
       *[other] Cited on { $n } other pages
    }
cited-on =
    { $n ->
        [0] Not cited on any page
        [one] Cited on 1 page
       *[other] Cited on { $n } pages
    }
at-places =
    { $n ->
        [0] at no place
        [one] at 1 place
       *[other] at { $n } places
    }
custody = Custody
custody-why = Where nothing is recorded, the page says so. With the hash anyone can check that a copy is the one that was stored.
entry = Entry
original-label = Original
archived-label = Archived copy
accessed-label = Accessed
language = Language
grade = Grade
none-recorded = none recorded
not-recorded = not recorded
no-stored-copy = no stored copy
stored-copy = Stored copy
size-bytes =
    { $n ->
        [one] 1 byte
       *[other] { $n } bytes
    }
size-kb = { $n } kB
size-mb = { $n } MB
size-gb = { $n } GB
not-graded = not graded
no-publisher = No publisher recorded
cited-by = Cited at
only-listed = Listed among the sources, not cited in a sentence.
locator = at

# Actors
also = also
mentions = Mentions
mentions-order = in their sentences, newest first
named-together = Named together
in-same-reports = in the same reports
roles = Roles
role = Role
role-of = Of
role-from = From
role-to = To
lasts = still
# Before the only day that is known of an actor’s life: its beginning, or its end.
life-from = from
life-until = until
follow = Follow
feed-of-actor = Feed of reports that name this actor
kind-person = Person
kind-government = Government
kind-military = Military
kind-armed-group = Armed group
kind-organization = Organisation
kind-party = Party
kind-media = Media
kind-company = Company
kind-place = Place
kind-other = Other
kinds-person = Persons
kinds-government = Governments and state bodies
kinds-military = Armed forces
kinds-armed-group = Armed groups
kinds-organization = Organisations
kinds-party = Parties
kinds-media = Media
kinds-company = Companies
kinds-place = Places
kinds-other = Others

# Claims and quotations
claim = Claim
claimed-by = By
claim-status = Status
claims-by-actor = Claims by actor
all-claims = All claims
quotations = Quotations
in-the-text = in the text
claim-confirmed = Confirmed
claim-corroborated = Corroborated
claim-single-source = Single source
claim-disputed = Disputed
claim-refuted = Refuted
claim-unverified = Unverified
claim-unstated = Status not stated
claims-counted =
    { $n ->
        [one] claim
       *[other] claims
    }

# How a report is cited, and its data
heading-cite = Cite this report
data = Data
data-what = This report’s actors, dates, claims, sources and quotations, as JSON.

# Corrections, and what was withdrawn
corrected = Corrected
corrected-on = Corrected
correction-of = Correction: { $title }
all-corrections = All corrections
feed-of-corrections = Feed of corrections
withdrawn = Withdrawn
withdrawn-report = This report has been withdrawn.
withdrawn-actor = This entry on an actor has been withdrawn.
withdrawn-source = This source has been withdrawn.
withdrawn-page = This page has been withdrawn.
withdrawn-no-reason = No reason has been given.
withdrawn-why = What stood here is no longer published. This notice stays, so that whoever follows an older link, or has quoted it, can see what became of it.

# Dates
other-dates = Other dates
on-this-date = On this date
may-include-it = May include it
may-include = may include it
within = Within a range that includes it
reports-published = Reports published
n-may-include =
    { $n ->
        [one] 1 that may include it
       *[other] { $n } that may include it
    }
n-ranges =
    { $n ->
        [one] 1 range that includes it
       *[other] { $n } ranges that include it
    }
n-published =
    { $n ->
        [one] 1 report published
       *[other] { $n } reports published
    }
more-ranges =
    { $n ->
        [one] 1 more range, on the page of the year
       *[other] { $n } more ranges, on the page of the year
    }

# Paging
pages = Pages
page-of = page { $n } of { $pages }
previous-page = Previous page
next-page = Next page

# Search
search-all = All reports, actors, dates and sources
search-button = Search
search-how = Pages that have all of these words. The last word may be a beginning.
search-no-script = Search needs a script. Without one, these lists lead to everything that this site holds:
search-chosen = Chosen
search-narrow = Narrow these results
search-kind = Kind
search-page = Page
search-pages = Other pages
search-date = Date
search-earlier = Other years
search-more = More results
# $filter: what the results are narrowed to, "2019".
search-remove = Remove { $filter }
search-empty = Type above, or choose a kind, a year or a language to list its pages.
search-short = A word needs two letters or more, or a digit; signs alone are not looked up.
search-none = No page has all of these words. Fewer words find more, and so does the beginning of the last one; names may be spelled in other ways, or written in another script.
search-failed = The index of this site could not be loaded, so nothing can be found at the moment. Please check the connection, and try again.
search-file = Search works once this site is served by a web server. From a file, a browser does not let the page read its index.
n-results =
    { $n ->
        [0] No results
        [one] { $n } result
       *[other] { $n } results
    }

# Types of source: those of CSL, and six of our own
type-article = Article
type-article-journal = Journal article
type-article-magazine = Magazine article
type-article-newspaper = Newspaper article
type-bill = Bill
type-book = Book
type-broadcast = Broadcast
type-chapter = Chapter
type-classic = Classic
type-collection = Collection
type-dataset = Data set
type-document = Document
type-entry = Entry
type-entry-dictionary = Dictionary entry
type-entry-encyclopedia = Encyclopedia entry
type-event = Event
type-figure = Figure
type-graphic = Picture
type-hearing = Hearing
type-interview = Interview
type-legal_case = Legal case
type-legislation = Legislation
type-manuscript = Manuscript
type-map = Map
type-motion_picture = Film
type-musical_score = Musical score
type-pamphlet = Pamphlet
type-paper-conference = Conference paper
type-patent = Patent
type-performance = Performance
type-periodical = Periodical
type-personal_communication = Personal communication
type-post = Post
type-post-weblog = Blog post
type-regulation = Regulation
type-report = Report
type-review = Review
type-review-book = Book review
type-software = Software
type-song = Song
type-speech = Speech
type-standard = Standard
type-thesis = Thesis
type-treaty = Treaty
type-webpage = Web page
type-statement = Statement
type-resolution = Resolution
type-agreement = Agreement
type-photo = Photograph
type-video = Video
type-testimony = Testimony

# In the margin, where the same place of a source is cited again. $place: "¶2", a link.
as-at = As at { $place }.
# The same with another place of it, or none: $where ("p. 3"). $source: its title; $place: "¶2", a link.
cited-again = { $source }, cited in full at { $place }
cited-again-place = { $source }, cited in full at { $place }; { $where }

## Words within texts, which the pipeline fills in

source-n = Source { $n }
note-n = Note { $n }
claim-n = Claim { $n }: { $status }

# Places in a source, by CSL’s labels
locator-appendix = app. { $value }
locator-article-locator = art. { $value }
locator-book = bk. { $value }
locator-chapter = ch. { $value }
locator-column = col. { $value }
locator-figure = fig. { $value }
locator-folio = fol. { $value }
locator-issue = no. { $value }
locator-line = l. { $value }
locator-note = n. { $value }
locator-page = p. { $value }
locator-paragraph = para. { $value }
locator-part = pt. { $value }
locator-rule = rule { $value }
locator-section = sec. { $value }
locator-sub-verbo = s.v. { $value }
locator-supplement = supp. { $value }
locator-table = table { $value }
locator-timestamp = at { $value }
locator-verse = v. { $value }
locator-volume = vol. { $value }

# Callouts
callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution

# The bar of a redaction; the reason is the author's.
redacted = Redacted
redacted-because = Redacted: { $reason }

# Admiralty grades: the source, and the information
grade-a = completely reliable
grade-b = usually reliable
grade-c = fairly reliable
grade-d = not usually reliable
grade-e = unreliable
grade-f = reliability cannot be judged
grade-1 = confirmed by other sources
grade-2 = probably true
grade-3 = possibly true
grade-4 = doubtful
grade-5 = improbable
grade-6 = truth cannot be judged
