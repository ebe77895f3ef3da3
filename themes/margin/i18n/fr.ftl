### Les dates en toutes lettres. Voir en.ftl pour le sens de chaque message.

## Noms

month-1 = janvier
    .short = janv.
month-2 = février
    .short = févr.
month-3 = mars
    .short = mars
month-4 = avril
    .short = avr.
month-5 = mai
    .short = mai
month-6 = juin
    .short = juin
month-7 = juillet
    .short = juil.
month-8 = août
    .short = août
month-9 = septembre
    .short = sept.
month-10 = octobre
    .short = oct.
month-11 = novembre
    .short = nov.
month-12 = décembre
    .short = déc.

weekday-1 = lundi
    .short = lun.
weekday-2 = mardi
    .short = mar.
weekday-3 = mercredi
    .short = mer.
weekday-4 = jeudi
    .short = jeu.
weekday-5 = vendredi
    .short = ven.
weekday-6 = samedi
    .short = sam.
weekday-7 = dimanche
    .short = dim.

season-21 = printemps { $year }
season-22 = été { $year }
season-23 = automne { $year }
season-24 = hiver { $year }
season-25 = printemps { $year } (hémisphère nord)
season-26 = été { $year } (hémisphère nord)
season-27 = automne { $year } (hémisphère nord)
season-28 = hiver { $year } (hémisphère nord)
season-29 = printemps { $year } (hémisphère sud)
season-30 = été { $year } (hémisphère sud)
season-31 = automne { $year } (hémisphère sud)
season-32 = hiver { $year } (hémisphère sud)
season-33 = premier trimestre { $year }
season-34 = deuxième trimestre { $year }
season-35 = troisième trimestre { $year }
season-36 = quatrième trimestre { $year }
season-37 = premier quadrimestre { $year }
season-38 = deuxième quadrimestre { $year }
season-39 = troisième quadrimestre { $year }
season-40 = premier semestre { $year }
season-41 = second semestre { $year }

## Dates simples

day-of-month = { $day ->
    [1] 1er
   *[other] { $day }
}
year-before-christ = { $year } av. J.-C.
date-year = { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-in-year = { $dates } { $year }
date-weekday = { $weekday } { $date }
date-decade = années { $year }

date-time = { $date } à { $time }
time-utc = { $time } UTC
time-offset = { $time } UTC{ $offset }

## Ce qui n'est pas connu exactement

date-approximate = { $part ->
    [year] { $date } (année approximative)
    [month] { $date } (mois approximatif)
    [day] { $date } (jour approximatif)
    [year-month] { $date } (année et mois approximatifs)
    [year-day] { $date } (année et jour approximatifs)
    [month-day] { $date } (mois et jour approximatifs)
   *[all] { $precision ->
        [day] vers le { $date }
       *[other] vers { $date }
    }
}
date-uncertain = { $part ->
    [year] { $date } (année incertaine)
    [month] { $date } (mois incertain)
    [day] { $date } (jour incertain)
    [year-month] { $date } (année et mois incertains)
    [year-day] { $date } (année et jour incertains)
    [month-day] { $date } (mois et jour incertains)
   *[all] { $date } (incertain)
}
date-some-day = un jour en { $date }
date-some-month = un mois de { $date }
date-some-year = { $date } d’une année { $years }
date-year-unknown = { $date }, année inconnue
date-unknown = date inconnue
date-estimated = vers { $date } ({ $years })
date-pattern = { $date } ({ $pattern })

## Périodes

span-range = { $precision ->
    [day] du { $first } au { $last }
    [year] de { $first } à { $last }
   *[other] { $first } – { $last }
}
span-range-short = { $first } – { $last }
span-between = { $precision ->
    [day] le { $first } et le { $last }
   *[other] { $first } et { $last }
}
date-between = entre { $span }
date-since = { $precision ->
    [day] depuis le { $date }
    [decade] depuis les { $date }
   *[other] depuis { $date }
}
date-until = { $precision ->
    [day] jusqu’au { $date }
    [month] jusqu’en { $date }
    [year] jusqu’en { $date }
    [decade] jusqu’aux { $date }
   *[other] jusqu’à { $date }
}
date-end-unknown = { $precision ->
    [day] à partir du { $date }, fin inconnue
   *[other] { date-since }, fin inconnue
}
date-beginning-unknown = { date-until }, début inconnu
date-or-before = { $date } ou avant
date-or-after = { $date } ou après

## Listes

list-or-middle = { $first }, { $next }
list-or-last = { $first } ou { $next }
list-and-middle = { $first }, { $next }
list-and-last = { $first } et { $next }
