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

## Interface

# Frame of every page
skip = Aller au texte
site-nav = Site
languages = Langues
feed = Fil
hidden-draft = Brouillon.
hidden-embargoed = Sous embargo.
hidden-why = Cette page ne s’affiche que parce que les brouillons ont été demandés.

# Headings of pages, and names of sections
heading-home = Accueil
heading-reports = Rapports
heading-actors = Acteurs
heading-dates = Dates
heading-sources = Sources
heading-tags = Mots-clés
heading-claims = Affirmations
heading-corrections = Corrections
heading-search = Recherche
heading-404 = Page introuvable
not-found-why = Rien ne se trouve à cette adresse. La page a peut-être été déplacée ou retirée.
moved = Cette page a été déplacée vers

# Kinds of page
report = Rapport
actor = Acteur
source = Source
tag = Mot-clé
precision-day = Jour
precision-month = Mois
precision-year = Année

# Punctuation
list-separator = ,
clause-separator = {" "};
paragraph-mark = ¶{ $n }
paragraph = Paragraphe { $n }
back-to-paragraph = Retour au paragraphe { $n }

# The key to marks
key = Légende
key-source = une source
key-letter = a
key-note = une note
key-actor-sample = Nom
key-actor = un acteur
key-date-sample = Jour
key-date = une date

# Sections
about = Présentation
text = Texte
contents = Sommaire
notes = Notes
evidence = Preuves
events = Événements
timeline = Chronologie
timeline-as-list = La même chose en liste
timeline-published = publication
timeline-count = +{ $n }
recent-events = Événements récents
latest-reports = Derniers rapports
most-named = Les plus cités
kinds-of-actor = Types d’acteurs
by-year = par année
years = Années
months = Mois
newest-first = du plus récent au plus ancien
undated = Sans date
backlinks = Pages liées
related = Rapports apparentés
also-names = Nomme aussi
also-cites = Cite aussi
also-tagged = Traite aussi de
other-reports = Autres rapports
no-reports = Aucun rapport pour l’instant.
no-dates = Aucune date pour l’instant.
all-tags = Tous les mots-clés
feed-of-reports = Fil des nouveaux rapports
all-reports =
    { $n ->
        [one] Le seul rapport
       *[other] Les { $n } rapports
    }
all-actors =
    { $n ->
        [one] Le seul acteur
       *[other] Les { $n } acteurs
    }

# Facts of a report
published = Publié :
updated = mis à jour :
covers = couvre
n-minutes =
    { $n ->
        [one] { $n } min
       *[other] { $n } min
    }

# Counts
n-reports =
    { $n ->
        [0] aucun rapport
        [one] { $n } rapport
       *[other] { $n } rapports
    }
n-actors =
    { $n ->
        [0] aucun acteur
        [one] { $n } acteur
       *[other] { $n } acteurs
    }
n-sources =
    { $n ->
        [0] aucune source
        [one] { $n } source
       *[other] { $n } sources
    }
n-events =
    { $n ->
        [0] aucun événement
        [one] { $n } événement
       *[other] { $n } événements
    }
n-mentions =
    { $n ->
        [0] aucune mention
        [one] { $n } mention
       *[other] { $n } mentions
    }
n-claims =
    { $n ->
        [0] aucune affirmation
        [one] { $n } affirmation
       *[other] { $n } affirmations
    }
n-corrections =
    { $n ->
        [0] aucune correction
        [one] { $n } correction
       *[other] { $n } corrections
    }
n-tags =
    { $n ->
        [0] aucun mot-clé
        [one] { $n } mot-clé
       *[other] { $n } mots-clés
    }
n-years =
    { $n ->
        [0] aucune année
        [one] { $n } année
       *[other] { $n } années
    }
n-entries =
    { $n ->
        [0] aucune entrée
        [one] { $n } entrée
       *[other] { $n } entrées
    }
entries =
    { $n ->
        [one] entrée
       *[other] entrées
    }
reports-counted =
    { $n ->
        [one] rapport
       *[other] rapports
    }
mentions-counted =
    { $n ->
        [one] mention
       *[other] mentions
    }
n-archived =
    { $n ->
        [0] aucune archivée
        [one] 1 archivée
       *[other] { $n } archivées
    }
n-graded =
    { $n ->
        [0] aucune cotée
        [one] 1 cotée
       *[other] { $n } cotées
    }
n-more =
    { $n ->
        [one] et 1 autre
       *[other] et { $n } autres
    }

# Sources and custody
original = original :
no-original = adresse non renseignée
archived-copy = copie archivée
no-archive = pas de copie archivée
stored-hash = copie conservée : SHA-256
accessed = consultation :
cited-at = citée :
copy = Copier
copied = Copié
about-source = À propos de cette source
cited-elsewhere =
    { $n ->
        [one] Citée sur 1 autre page
       *[other] Citée sur { $n } autres pages
    }
cited-on =
    { $n ->
        [0] Citée sur aucune page
        [one] Citée sur 1 page
       *[other] Citée sur { $n } pages
    }
at-places =
    { $n ->
        [0] à aucun endroit
        [one] à 1 endroit
       *[other] à { $n } endroits
    }
custody = Traçabilité
custody-why = Ce qui n’est pas renseigné est signalé. L’empreinte permet de vérifier qu’une copie est bien celle qui a été conservée.
entry = Notice
original-label = Original
archived-label = Copie archivée
accessed-label = Consultation
language = Langue
grade = Cotation
none-recorded = non renseigné
not-recorded = non renseigné
no-stored-copy = pas de copie conservée
stored-copy = Copie conservée
size-bytes =
    { $n ->
        [one] { $n } octet
       *[other] { $n } octets
    }
size-kb = { $n } ko
size-mb = { $n } Mo
size-gb = { $n } Go
not-graded = non cotée
no-publisher = Éditeur non renseigné
cited-by = Citée dans
only-listed = Figure parmi les sources, sans citation dans une phrase.
locator = à

# Actors
also = aussi
mentions = Mentions
mentions-order = dans leur phrase, les plus récentes d’abord
named-together = Cités ensemble
in-same-reports = dans les mêmes rapports
roles = Fonctions
role = Fonction
role-of = De
role-from = Depuis
role-to = Jusqu’à
lasts = en cours
life-from = début :
life-until = fin :
follow = Suivre
feed-of-actor = Fil des rapports qui citent cet acteur
kind-person = Personne
kind-government = Gouvernement
kind-military = Armée
kind-armed-group = Groupe armé
kind-organization = Organisation
kind-party = Parti
kind-media = Média
kind-company = Entreprise
kind-place = Lieu
kind-other = Autre
kinds-person = Personnes
kinds-government = Gouvernements et organes de l’État
kinds-military = Forces armées
kinds-armed-group = Groupes armés
kinds-organization = Organisations
kinds-party = Partis
kinds-media = Médias
kinds-company = Entreprises
kinds-place = Lieux
kinds-other = Autres

# Claims and quotations
claim = Affirmation
claimed-by = Par
claim-status = Statut
claims-by-actor = Affirmations par acteur
all-claims = Toutes les affirmations
quotations = Citations
in-the-text = dans le texte
claim-confirmed = Confirmée
claim-corroborated = Corroborée
claim-single-source = Source unique
claim-disputed = Contestée
claim-refuted = Réfutée
claim-unverified = Non vérifiée
claim-unstated = Statut non précisé
claims-counted =
    { $n ->
        [one] affirmation
       *[other] affirmations
    }

# How a report is cited, and its data
heading-cite = Citer ce rapport
data = Données
data-what = Les acteurs, dates, affirmations, sources et citations de ce rapport, en JSON.

# Corrections, and what was withdrawn
corrected = Corrigé
corrected-on = Corrigé :
correction-of = Correction : { $title }
all-corrections = Toutes les corrections
feed-of-corrections = Fil des corrections
withdrawn = Retiré
withdrawn-report = Ce rapport a été retiré.
withdrawn-actor = Cette fiche d’acteur a été retirée.
withdrawn-source = Cette source a été retirée.
withdrawn-page = Cette page a été retirée.
withdrawn-no-reason = Aucun motif n’a été donné.
withdrawn-why = Ce qui se trouvait ici n’est plus publié. Cet avis demeure, afin que quiconque suit un ancien lien ou a cité cette page sache ce qu’elle est devenue.

# Dates
other-dates = Autres dates
on-this-date = À cette date
may-include-it = Peut l’inclure
may-include = peut l’inclure
within = Dans une période qui l’inclut
reports-published = Rapports publiés
n-may-include =
    { $n ->
        [one] { $n } qui peut l’inclure
       *[other] { $n } qui peuvent l’inclure
    }
n-ranges =
    { $n ->
        [one] { $n } période qui l’inclut
       *[other] { $n } périodes qui l’incluent
    }
n-published =
    { $n ->
        [one] { $n } rapport publié
       *[other] { $n } rapports publiés
    }
more-ranges =
    { $n ->
        [one] { $n } autre période, sur la page de l’année
       *[other] { $n } autres périodes, sur la page de l’année
    }

# Paging
pages = Pages
page-of = page { $n } sur { $pages }
previous-page = Page précédente
next-page = Page suivante

# Search
search-all = Tous les rapports, acteurs, dates et sources
search-button = Chercher
search-how = Les pages qui contiennent tous ces mots. Du dernier, le début suffit.
search-no-script = La recherche a besoin d’un script. Sans lui, ces listes mènent à tout ce que contient ce site :
search-chosen = Choix
search-narrow = Affiner
search-kind = Genre
search-page = Page
search-pages = Autres pages
search-date = Date
search-earlier = Autres années
search-more = Plus de résultats
# $filter: what the results are narrowed to, "2019".
search-remove = Retirer { $filter }
search-empty = Écrivez ci-dessus, ou choisissez un genre, une année ou une langue pour en voir les pages.
search-short = Un mot compte au moins deux lettres, ou un chiffre ; les signes seuls ne sont pas cherchés.
search-none = Aucune page ne contient tous ces mots. Moins de mots trouvent davantage, le début du dernier aussi ; un nom peut s’écrire autrement, ou dans une autre écriture.
search-failed = L’index de ce site n’a pas pu être chargé ; rien ne peut être trouvé pour le moment. Vérifiez la connexion, puis réessayez.
search-file = La recherche fonctionne dès que ce site est servi par un serveur web. Depuis un fichier, un navigateur ne laisse pas la page lire son index.
n-results =
    { $n ->
        [0] Aucun résultat
        [one] { $n } résultat
       *[other] { $n } résultats
    }

# Types of source: those of CSL, and six of our own
type-article = Article
type-article-journal = Article de revue
type-article-magazine = Article de magazine
type-article-newspaper = Article de presse
type-bill = Projet de loi
type-book = Livre
type-broadcast = Émission
type-chapter = Chapitre
type-classic = Classique
type-collection = Collection
type-dataset = Jeu de données
type-document = Document
type-entry = Notice
type-entry-dictionary = Entrée de dictionnaire
type-entry-encyclopedia = Article d’encyclopédie
type-event = Événement
type-figure = Figure
type-graphic = Image
type-hearing = Audition
type-interview = Entretien
type-legal_case = Décision de justice
type-legislation = Législation
type-manuscript = Manuscrit
type-map = Carte
type-motion_picture = Film
type-musical_score = Partition
type-pamphlet = Brochure
type-paper-conference = Communication
type-patent = Brevet
type-performance = Spectacle
type-periodical = Périodique
type-personal_communication = Communication personnelle
type-post = Publication
type-post-weblog = Billet de blog
type-regulation = Règlement
type-report = Rapport
type-review = Compte rendu
type-review-book = Compte rendu de livre
type-software = Logiciel
type-song = Chanson
type-speech = Discours
type-standard = Norme
type-thesis = Thèse
type-treaty = Traité
type-webpage = Page web
type-statement = Déclaration
type-resolution = Résolution
type-agreement = Accord
type-photo = Photographie
type-video = Vidéo
type-testimony = Témoignage

# In the margin, where the same place of a source is cited again. $place: "¶2", a link.
as-at = Comme au { $place }.
# The same with another place of it, or none: $where ("p. 3"). $source: its title; $place: "¶2", a link.
cited-again = { $source }, cité en entier au { $place }
cited-again-place = { $source }, cité en entier au { $place } ; { $where }

## Words within texts, which the pipeline fills in

source-n = Source { $n }
note-n = Note { $n }
claim-n = Affirmation { $n } : { $status }

# Places in a source, by CSL’s labels
locator-appendix = annexe { $value }
locator-article-locator = art. { $value }
locator-book = livre { $value }
locator-chapter = chap. { $value }
locator-column = col. { $value }
locator-figure = fig. { $value }
locator-folio = fol. { $value }
locator-issue = nº { $value }
locator-line = l. { $value }
locator-note = n. { $value }
locator-page = p. { $value }
locator-paragraph = paragr. { $value }
locator-part = partie { $value }
locator-rule = règle { $value }
locator-section = sect. { $value }
locator-sub-verbo = s. v. { $value }
locator-supplement = suppl. { $value }
locator-table = tableau { $value }
locator-timestamp = à { $value }
locator-verse = v. { $value }
locator-volume = vol. { $value }

# Callouts
callout-note = Note
callout-tip = Conseil
callout-important = Important
callout-warning = Avertissement
callout-caution = Attention

# The bar of a redaction; the reason is the author's.
redacted = Caviardé
redacted-because = Caviardé : { $reason }

# Admiralty grades: the source, and the information
grade-a = tout à fait fiable
grade-b = habituellement fiable
grade-c = assez fiable
grade-d = habituellement peu fiable
grade-e = non fiable
grade-f = fiabilité impossible à apprécier
grade-1 = confirmé par d’autres sources
grade-2 = probablement vrai
grade-3 = peut-être vrai
grade-4 = douteux
grade-5 = improbable
grade-6 = véracité impossible à apprécier
