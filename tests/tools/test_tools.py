"""What the checkers tell of small folders that are wrong on purpose: `python3 -m unittest discover tests/tools`."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import faultsite
import searchcheck

HERE = Path(__file__).parent


def told(tool, files, *arguments):
    """The lines that a tool prints of a folder with these files, without the line of counts."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
        command = [sys.executable, str(HERE / tool), folder, *arguments]
        ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        lines = ended.stdout.splitlines()[:-1]
        assert ended.returncode == (1 if lines else 0), ended
        return lines


class Faults(unittest.TestCase):
    def test_what_a_broken_build_has_torn_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            states = {
                "old": {"a": "1", "b": "1", "c": "1", "gone": "1"},
                "new": {"a": "2", "b": "2", "c": "2"},
                "half": {"a": "2", "b": "", "gone": "1", ".gloss-1/0/b": "2", "kept/x": ""},
            }
            found = {}
            for state, files in states.items():
                for name, text in files.items():
                    path = Path(folder, state, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text, "utf-8")
                found[state] = faultsite.snapshot(Path(folder, state))
            Path(folder, "half/kept/x").unlink()
            Path(folder, ".half.gloss-1").mkdir()
            told, came = faultsite.torn(Path(folder, "half"), found["old"], found["new"])
            self.assertEqual(told, ["`b` is neither as it was nor as it will be", "`c` is gone"])
            self.assertEqual(came, "partly new")
            for state, came in (("old", "as it was"), ("new", "new")):
                self.assertEqual(faultsite.torn(Path(folder, state), found["old"], found["new"]), ([], came))
            told = faultsite.differs(Path(folder, "half"), found["new"])
            self.assertEqual(
                told,
                [
                    "`.gloss-1/0/b` is not that of a clean build",
                    "`b` is not that of a clean build",
                    "`c` is not that of a clean build",
                    "nor are 2 others",
                    "the staging folder `.half.gloss-1` is left",
                    "the staging folder `.gloss-1` is left",
                ],
            )

    def test_a_strangers_file_that_was_touched_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "out")
            faultsite.plant(out)
            old = faultsite.snapshot(out)
            self.assertEqual(faultsite.torn(out, old, {}), ([], "as it was"))
            (out / "CNAME").write_text("else", "utf-8")
            told, _ = faultsite.torn(out, old, {})
            self.assertEqual(told, ["a stranger's `CNAME` is not as it was"])


class Search(unittest.TestCase):
    def test_words_are_folded_as_the_generator_folds_them(self):
        for text, folded in {
            "Résolution 2259, l’État: ÇA VA?": "resolution 2259 etat ca va",
            "Straße Æsir Łódź ﬁn ①": "strasse aesir lodz fin 1",
            "S/RES/1970 (2011)_b-side a é": "res 1970 2011 side",
            "الْمُشِير خليفة حفتر والحكومة للجيش الى": "مشير خليفه حفتر حكومه جيش الي",
            "ليبـــيا ٢٠١٩ 利比亚abc ไทย": "ليبيا 2019 利 比 亚 abc ไ ท ย",
        }.items():
            self.assertEqual(" ".join(searchcheck.words(text)), folded)


class Links(unittest.TestCase):
    maxDiff = None

    def check(self, files, expected, *arguments):
        self.assertEqual(told("linkcheck.py", files, *arguments), expected)

    def test_what_leads_somewhere_is_fine(self):
        page = (
            "<a href='/é/'>1</a><a href='%C3%A9/#caf%C3%A9'>2</a><a href='#'>3</a><a href='?q=1#a' id=a>4</a>"
            "<a href='mailto:a@example.org'>5</a><img src='x.png' srcset='x.png 1x, /x.png 2x'>"
        )
        self.check({"index.html": page, "é/index.html": "<p id='café'>", "x.png": ""}, [])

    def test_what_leads_nowhere_is_told(self):
        page = (
            "<a href='/a'>1</a>\n<a href='/a/#b'>2</a>\n<a href='/b/'>3</a>\n<a href='../c/'>4</a>\n"
            "<a href='actor:x'>5</a>\n<a href='//example.org/'>6</a>\n<script src='https://example.org/x.js'></script>\n"
            "<p id=i><p id=i aria-labelledby=j>\n<a href='/a b/'>7</a>\n<a href=''>8</a>"
        )
        self.check(
            {"index.html": page, "a/index.html": "<p id='café'>", "a/x.css": "a { }\nb { background: url('y.png') }"},
            [
                "a/x.css:2: style 'y.png': no such file",
                "index.html:1: a '/a': a folder without its closing slash",
                "index.html:2: a '/a/#b': no such anchor",
                "index.html:3: a '/b/': no such file",
                "index.html:4: a '../c/': outside /",
                "index.html:5: a 'actor:x': an unknown scheme",
                "index.html:6: a '//example.org/': an address without a scheme",
                "index.html:7: script 'https://example.org/x.js': a file that the browser would load from elsewhere",
                "index.html:8: an attribute names the id 'j', which the page does not have",
                "index.html:8: the id 'i' stands twice",
                "index.html:9: a '/a b/': a character that has to be percent-encoded",
                "index.html:10: a '': an empty address, or white space around it",
            ],
        )

    def test_a_site_below_a_path_keeps_to_it(self):
        self.check(
            {
                "index.html": "<link rel=canonical href='https://example.org/s/a/'>"
                "<a href='/a/'>1</a><a href='/s/a/'>2</a><a href='https://example.org/s/a/'>3</a>",
                "a/index.html": "<meta property='og:url' content='/s/a/'><meta http-equiv=refresh content='0; url=/s/'>",
            },
            [
                "a/index.html:1: og '/s/a/': a relative address where an absolute one belongs",
                "index.html:1: a '/a/': outside /s/",
                "index.html:1: a 'https://example.org/s/a/': an absolute address of the site itself",
                "index.html:1: canonical 'https://example.org/s/a/': the page stands at 'https://example.org/s/'",
            ],
            "--base",
            "https://example.org/s/",
        )

    def test_the_site_map_has_what_search_engines_may_see(self):
        place = "<url><loc>https://example.org/{}</loc></url>"
        places = place.format("") + place.format("b/") + place.format("c/")
        self.check(
            {
                "index.html": "",
                "a/index.html": "",
                "a/page/2/index.html": "",
                "b/index.html": "<meta name=robots content=noindex>",
                "sitemap.xml": f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{places}</urlset>",
            },
            [
                "sitemap.xml:1: a/index.html is missing",
                "sitemap.xml:1: b/index.html is listed, and not for search engines",
                "sitemap.xml:1: sitemap 'https://example.org/c/': no such file",
            ],
            "--base",
            "https://example.org/",
        )


class Feeds(unittest.TestCase):
    def test_a_feed_without_what_it_needs_is_told(self):
        entry = "<entry><title>T</title><id>tag:x</id><updated>2019-02-30T00:00:00Z</updated></entry>"
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><id>tag:f</id>{entry}{entry}</feed>"
        self.assertEqual(
            told("feedcheck.py", {"feed.xml": feed, "other.xml": "<a>"}),
            [
                "feed.xml: the feed has 0 updated, not one with a text",
                "feed.xml: 0 links with rel=self, not one",
                "feed.xml: the entry 'T': updated '2019-02-30T00:00:00Z' is not RFC 3339",
                "feed.xml: the entry 'T' has no author, nor has the feed",
                "feed.xml: the entry 'T' has no link to its page",
                "feed.xml: the entry 'T': updated '2019-02-30T00:00:00Z' is not RFC 3339",
                "feed.xml: the entry 'T' has no author, nor has the feed",
                "feed.xml: the entry 'T' has no link to its page",
                "feed.xml: 2 entries have the id 'tag:x'",
                "other.xml: not well-formed: no element found: line 1, column 3",
            ],
        )


VOCABULARY = """
interface ThingBase extends Partial<IdReference> {
    "name"?: SchemaValue<Text, "name">;
    "url"?: SchemaValue<URL, "url">;
    "mainEntityOfPage"?: SchemaValue<CreativeWork | URL | IdReference, "mainEntityOfPage">;
}
export interface ThingLeaf extends ThingBase {
    "@type": "Thing";
}
export type Thing = ThingLeaf | CreativeWork | Person | Role;
interface CreativeWorkBase extends ThingBase {
    "author"?: SchemaValue<Person | IdReference, "author">;
    "datePublished"?: SchemaValue<Date | DateTime, "datePublished">;
    "position"?: SchemaValue<Integer, "position">;
}
export interface CreativeWorkLeaf extends CreativeWorkBase {
    "@type": "CreativeWork";
}
export type CreativeWork = CreativeWorkLeaf | Report;
export interface ReportLeaf extends CreativeWorkBase {
    "@type": "Report";
}
export type Report = ReportLeaf;
export interface PersonLeaf extends ThingBase {
    "@type": "Person";
}
export type Person = PersonLeaf | string;
"""


class Metadata(unittest.TestCase):
    maxDiff = None

    def told(self, *nodes, head=""):
        data = json.dumps({"@context": "https://schema.org", "@graph": nodes})
        page = f"<link rel=canonical href='https://x.example/'>{head}<script type='application/ld+json'>{data}</script>"
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "dist").mkdir()
            Path(folder, "dist", "schema.d.ts").write_text(VOCABULARY, "utf-8")
            return told("metacheck.py", {"index.html": page}, "--vocabulary", folder)

    def test_what_is_in_the_vocabulary_is_fine(self):
        author = [{"@type": "Person", "@id": "https://x.example/#a", "name": "A"}, "B", {"@id": "https://x.example/#a"}]
        node = {"@type": "Report", "url": "https://x.example/", "author": author, "datePublished": "2019-12", "position": 1}
        self.assertEqual(self.told(node), [])

    def test_what_is_not_is_told(self):
        node = {
            "@type": "Report", "url": "https://x.example/a/", "nonsense": 1, "author": {"@type": "Report"},
            "datePublished": "2019-12?", "position": "first", "name": " ", "mainEntityOfPage": {"@type": "Raport"},
        }  # fmt: skip
        self.assertEqual(
            self.told(node),
            [
                "index.html: Report/nonsense: Report has no such property",
                "index.html: Report/author: Report is none of Person, IdReference",
                "index.html: Report/datePublished: '2019-12?' is none of Date, DateTime",
                "index.html: Report/position: 'first' is none of Integer",
                "index.html: Report/name: ' ' says nothing",
                "index.html: Report/mainEntityOfPage: 'Raport' is no type",
                "index.html: the data is of https://x.example/a/, and the page stands at https://x.example/",
            ],
        )

    def test_what_the_head_says_otherwise_is_told(self):
        node = {"@type": "Report", "url": "https://x.example/", "datePublished": "2019-12-14"}
        head = "<meta property=og:type content=article><meta name=citation_publication_date content=2019/12/14>"
        self.assertEqual(
            self.told(node, head=f"{head}<meta property=article:published_time content=2019-12>"),
            [
                "index.html: the day of publication is '2019/12/14' and '2019/12/14' and '2019/12'",
                "index.html: the address is 'https://x.example/' and 'https://x.example/' and None and None",
            ],
        )

    def test_a_page_without_data_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "dist").mkdir()
            Path(folder, "dist", "schema.d.ts").write_text(VOCABULARY, "utf-8")
            self.assertEqual(
                told("metacheck.py", {"index.html": "<p>", "404.html": "<p>"}, "--vocabulary", folder),
                ["index.html: 0 scripts of JSON-LD, not one"],
            )


class Citations(unittest.TestCase):
    FILES = {
        "x/data.json": '{"version": 1, "id": "x", "language": "en", "title": "A & B", "site": "S", "published": "2019-12",'
        ' "authors": [{"name": "Jane Doe"}]}',
        "x/cite.bib": "@misc{x,\n author = {Doe, Jane},\n title = {A \\& {B}},\n howpublished = {S},\n year = {2019},\n"
        " month = dec,\n language = {en},\n}\n",
        "x/cite.ris": "TY  - RPRT\r\nID  - x\r\nAU  - Doe, Jane\r\nTI  - A & B\r\nT2  - S\r\nPY  - 2019\r\nDA  - 2019/12//\r\n"
        "LA  - en\r\nER  - \r\n",
        "x/cite.json": '[{"id": "x", "type": "report", "title": "A & B", "author": [{"family": "Doe", "given": "Jane"}],'
        ' "container-title": "S", "language": "en", "issued": {"date-parts": [[2019, 12]]}}]',
    }

    def told(self, **other):
        files = {**self.FILES, **{f"x/{name.replace('_', '.')}": text for name, text in other.items()}}
        return told("citecheck.py", files)

    def test_files_that_agree_are_fine(self):
        self.assertEqual(self.told(), [])

    def test_files_that_disagree_are_told(self):
        bib = self.FILES["x/cite.bib"].replace("dec", "nov")
        ris = self.FILES["x/cite.ris"].replace("A & B", "A and B")
        data = self.FILES["x/data.json"].replace('"id"', '"secret": 1, "id"')
        self.assertEqual(
            self.told(cite_bib=bib, cite_ris=ris, data_json=data),
            [
                "x: the data has the key 'secret'",
                "x: BibTeX: date is [2019, 11], and should be [2019, 12]",
                "x: RIS: title is 'A and B', and should be 'A & B'",
            ],
        )

    def test_what_can_not_be_read_is_told(self):
        (line,) = self.told(cite_ris=self.FILES["x/cite.ris"].replace("\r", ""))
        self.assertEqual(line, "x: ValueError: a line of RIS does not end in CR and LF")


if __name__ == "__main__":
    unittest.main()
