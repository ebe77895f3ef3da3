"""Invents reports, their actors and their sources: words that are no language's, and who is in what and when."""

import datetime
import itertools
import random

SYLLABLES = [
    onset + vowel + coda for onset in "bdfgklmnprstvz" for vowel in "a e i o u ie".split() for coda in ("", *"lnrs")
]
SMALL = "the of and to in a for on with by at from is was its had that as were after before under about".split()
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SMALL_ARABIC = "في من على إلى عن مع هذا هذه التي الذي كان قد بعد قبل عند".split()
TAGS = "archives bridges budget courts elections energy fisheries forestry harbour health housing mining".split()
TAGS += "museums prices railways roads schools shipping statistics trade transport water weather".split()
KINDS = ["person", "person", "person", "organization", "government", "company"]
MONTHS = "January February March April May June July August September October November December".split()
# In braces are invented words, and a number.
CODE = {
    "python": """import sys


def {a}(lines, least={n}):
    '''Sums up what is long enough.'''
    return sum(len(line) for line in lines if len(line) > least)


print({a}(sys.stdin), "{b}")
""",
    "json": """{{
  "{a}": [{n}, 2.5, null],
  "{b}": {{"open": true, "name": "{a}"}}
}}
""",
    "bash": """set -eu
for file in {a}/*.csv; do
  # each of them once
  sort -u "$file" | head -n {n} >{b}.txt
done
""",
    "sql": """SELECT {a}.name, COUNT(*) AS total
FROM {a}
JOIN {b} ON {b}.id = {a}.{b}_id
WHERE {b}.size > {n}
GROUP BY {a}.name;
""",
    "rust": """/// How many there are.
fn {a}(items: &[&str]) -> usize {{
    let least = {n};
    items.iter().filter(|item| item.len() > least).count() // {b}
}}
""",
}


class Language:
    """Invented words, the first of them the most frequent, and sentences of them."""

    def __init__(self, chance, small, word):
        words = list(dict.fromkeys(word(chance) for _ in range(6000)))
        self.long = words
        self.words = small + words
        weights = [0.4 / len(small)] * len(small)
        total = sum(1 / (rank + 15) for rank in range(len(words)))
        weights += [0.6 / total / (rank + 15) for rank in range(len(words))]
        self.sums = list(itertools.accumulate(weights))

    def phrase(self, chance, least, most):
        words = chance.choices(self.words, cum_weights=self.sums, k=chance.randint(least, most))
        words[0] = chance.choice(self.long)
        return " ".join(words).capitalize()

    def sentence(self, chance, least=7, most=22):
        words = self.phrase(chance, least, most).split()
        middle = len(words) // 2
        if len(words) > 10:
            words[middle] += ","
        mark = chance.choices(["", "*", "**", "`"], [85, 9, 4, 2])[0]
        words[1] = mark + words[1] + mark
        return " ".join(words) + "."

    def paragraph(self, chance):
        return [self.sentence(chance) for _ in range(chance.randint(3, 7))]


def latin(chance):
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))


def arabic(chance):
    return chance.choice(("", "", "ال")) + "".join(chance.choices(LETTERS, k=chance.randint(3, 6)))


class Corpus:
    def __init__(self, reports, seed):
        self.seed = seed
        chance = self.chance = random.Random(seed)
        self.english = Language(chance, SMALL, latin)
        self.arabic = Language(chance, SMALL_ARABIC, arabic)
        self.actors = [self.actor(number) for number in range(max(10, reports // 10))]
        self.sources = [self.source(number) for number in range(max(20, reports // 5))]
        # A few actors and sources are in many reports, most are in few.
        self.actor_sums = list(itertools.accumulate(1 / (rank + 6) for rank in range(len(self.actors))))
        self.source_sums = list(itertools.accumulate((rank + 50) ** -0.6 for rank in range(len(self.sources))))
        self.reports = [self.report(number) for number in range(reports)]

    def actor(self, number):
        chance = self.chance
        name = f"{latin(chance)} {latin(chance)}".title()
        names = [latin(chance).title() for _ in range(chance.choice((0, 0, 1, 2)))]
        text = " ".join(self.english.paragraph(chance) + self.english.paragraph(chance))
        slug = f"{name.lower().replace(' ', '-')}-{number}"
        return {"id": slug, "name": name, "names": names, "kind": chance.choice(KINDS), "text": text}

    def source(self, number):
        chance = self.chance
        publisher = f"{self.english.long[number % 40]} {('Courier', 'Gazette', 'Herald', 'Review')[number % 4]}".title()
        day = datetime.date(1990, 1, 1) + datetime.timedelta(days=chance.randrange(5000))
        slug = f"{publisher.lower().replace(' ', '-')}-{number}"
        return {
            "id": slug,
            "title": self.english.phrase(chance, 4, 9),
            "publisher": publisher,
            "date": str(day),
            "url": f"https://{slug}.example.org/{day:%Y/%m}/{latin(chance)}",
        }

    def report(self, number):
        chance = self.chance
        language = self.arabic if chance.random() < 0.03 else self.english
        day = datetime.date(2006, 1, 1) + datetime.timedelta(days=chance.randrange(18 * 365))
        events = []
        for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
            when = str(day - datetime.timedelta(days=int(400 * chance.random() ** 2)))
            when = when[: chance.choices((10, 7, 4), (78, 15, 7))[0]]
            events.append((when, language.phrase(chance, 3, 8)))
        return {
            "number": number,
            "language": language,
            "lang": "ar" if language is self.arabic else "en",
            "id": f"{latin(chance)}-{latin(chance)}-{number}",
            "title": language.phrase(chance, 4, 9),
            "date": str(day),
            "summary": language.sentence(chance, 14, 28).replace("*", "").replace("`", ""),
            "tags": sorted(chance.sample(TAGS, chance.choice((1, 2, 2, 3, 4)))),
            "actors": self.some(self.actors, self.actor_sums, chance.choice((1, 2, 3, 3, 4, 4, 5, 6, 8))),
            "sources": self.some(self.sources, self.source_sums, chance.choice((1, 2, 2, 3, 3, 4, 5))),
            "events": events,
        }

    def some(self, of, sums, count):
        drawn = self.chance.choices(of, cum_weights=sums, k=count)
        return list({each["id"]: each for each in drawn}.values())

    def body(self, report, link):
        """The blocks of its text, in Markdown; `link` says how a link is written."""
        chance = random.Random(f"{self.seed} {report['number']}")
        language = report["language"]
        paragraphs = [language.paragraph(chance) for _ in range(chance.randint(6, 14))]
        for _ in range(chance.randint(4, 9)):
            words, kind, target = self.target(chance, report)
            # Among the sentences of a paragraph, one of its own with the link.
            sentences = chance.choice(paragraphs)
            around = language.phrase(chance, 2, 5), language.phrase(chance, 2, 5).lower()
            sentences.insert(1, f"{around[0]} [{words}]({link(kind, target)}) {around[1]}.")
        blocks = [" ".join(sentences) for sentences in paragraphs]
        extra = ["> " + " ".join(language.paragraph(chance))]
        extra.append("\n".join(f"- {language.phrase(chance, 4, 12)}" for _ in range(chance.randint(3, 7))))
        if chance.random() < 0.2:
            extra.append(self.table(chance, language))
        if chance.random() < 0.1:
            name = chance.choice(sorted(CODE))
            words = {"a": latin(chance), "b": latin(chance), "n": chance.randint(2, 99)}
            extra.append(f"```{name}\n{CODE[name].format(**words)}```")
        for block in extra:
            blocks.insert(chance.randint(1, len(blocks)), block)
        for place in range(len(blocks) - 1, 1, -3):
            blocks.insert(place, f"## {language.phrase(chance, 2, 6)}")
        return blocks

    def target(self, chance, report):
        """What a link's words are, and where it leads: to a report, to an actor or a date of this one."""
        kind = chance.choices(("report", "actor", "date"), (40, 35, 25))[0]
        if kind == "report":
            other = chance.choice(self.reports)
            return other["title"], kind, other["id"]
        if kind == "actor":
            actor = chance.choice(report["actors"])
            return actor["name"], kind, actor["id"]
        when = chance.choice(report["events"])[0]
        return in_words(when), kind, when

    @staticmethod
    def table(chance, language):
        columns = chance.randint(2, 4)
        rows = [[language.phrase(chance, 1, 2) for _ in range(columns)] for _ in range(chance.randint(4, 9))]
        lines = [[*row, str(chance.randint(1, 99999))] for row in rows]
        lines[1:1] = [["---"] * columns + ["---:"]]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def in_words(when):
    year, *rest = when.split("-")
    return " ".join([*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year])
