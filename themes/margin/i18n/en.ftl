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
custody-why = What is not recorded is said to be so. A hash proves that a stored copy is the one that was read.
entry = Entry
original-label = Original
archived-label = Archived copy
accessed-label = Accessed
language = Language
grade = Grade
none-recorded = none recorded
not-recorded = not recorded
no-stored-copy = no stored copy
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
