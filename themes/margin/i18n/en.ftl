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
