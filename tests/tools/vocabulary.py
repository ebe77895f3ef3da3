"""The vocabulary of schema.org, read from the npm package schema-dts: TypeScript types with every type, its properties,
and what may stand there."""

from __future__ import annotations

import re
from pathlib import Path

BASE = re.compile(r"^(?:export )?interface (\w+?)Base extends (.*?) \{$")
LEAF = re.compile(r"^export interface (\w+?)Leaf extends (.*?) \{$")
ROLE = re.compile(r"^export type (\w+?)Leaf<TContent, TProperty extends string> = Omit<(\w+)Base, TProperty>")
NAME = re.compile(r'^    "@type": "([^"]+)";$')
PROPERTY = re.compile(r'^    "([^"@]+)"\?: SchemaValue<(.*), "[^"]+">;$')
ALIAS = re.compile(r"^export type (\w+)(?:<.*?>)? = (.*);$")
DATA = {"Text", "URL", "Date", "DateTime", "Time", "Number", "Integer", "Float", "Boolean", "Duration"}
FORMS = {
    "Date": r"-?\d{4}(-\d\d(-\d\d)?)?",
    "DateTime": r"-?\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?",
    "Time": r"\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?",
    "URL": r"https?://\S+",
    "Duration": r"P\S+",
}


class Vocabulary:
    """Types, their properties, and the types below each."""

    def __init__(self, text: str):
        self.parents: dict[str, list] = {}
        self.own: dict[str, dict] = {}
        self.bases: dict[str, list] = {}
        self.below: dict[str, set] = {}
        self.plain: set = set()
        inside = None
        for line in text.splitlines():
            if match := BASE.match(line):
                inside = match.group(1)
                self.parents[inside] = parents(match.group(2))
                self.own.setdefault(inside, {})
            elif match := LEAF.match(line):
                self.bases[match.group(1)] = parents(match.group(2))
                inside = None
            elif match := ROLE.match(line):
                self.bases[match.group(1)] = [match.group(2)]
                inside = None
            elif inside and (match := PROPERTY.match(line)):
                self.own[inside][match.group(1)] = [it.strip() for it in match.group(2).split("|")]
            elif match := ALIAS.match(line):
                options = [it.strip() for it in re.sub(r"<[^>]*>", "", match.group(2)).split("|")]
                name = match.group(1)
                if "string" in options:
                    self.plain.add(name)
                self.below[name] = {it for it in options if re.fullmatch(r"\w+", it) and not it.endswith("Leaf")}

    def is_type(self, name: str) -> bool:
        """Whether there is such a type."""
        return name in self.bases

    def properties(self, name: str) -> dict:
        """The properties of a type and of those above it, each with what may stand there."""
        found: dict[str, list] = {}
        todo, seen = list(self.bases.get(name, ())), set()
        while todo:
            base = todo.pop()
            if base not in seen:
                seen.add(base)
                found = {**self.own.get(base, {}), **found}
                todo.extend(self.parents.get(base, ()))
        return found

    def is_below(self, name: str, above: str) -> bool:
        """Whether a type is another, or one below it."""
        todo, seen = [above], set()
        while todo:
            at = todo.pop()
            if at == name:
                return True
            if at not in seen:
                seen.add(at)
                todo.extend(self.below.get(at, ()))
        return False

    def faults(self, value, path: str = "") -> list:
        """What is wrong in a node, by its path."""
        kind = value.get("@type")
        if not isinstance(kind, str) or not self.is_type(kind):
            return [f"{path}: {kind!r} is no type"]
        known, told = self.properties(kind), []
        for name, item in value.items():
            here = f"{path}/{name}"
            if name == "@id":
                if not re.fullmatch(FORMS["URL"], str(item)):
                    told.append(f"{here}: {item!r} is no absolute address")
            elif name == "@type":
                pass
            elif name.endswith("-input") and name.removesuffix("-input") in known:
                # What somebody fills in to act (https://schema.org/docs/actions.html).
                if not isinstance(item, str) or not re.fullmatch(r"required name=[a-z]+", item):
                    told.append(f"{here}: {item!r} does not say what is filled in")
            elif name not in known and not (self.is_below(kind, "Role") and path.rsplit("/", 1)[-1] == name):
                told.append(f"{here}: {kind} has no such property")
            else:
                for one in item if isinstance(item, list) else [item]:
                    told.extend(self.value(one, known.get(name, ["Thing"]), here))
        return told

    def value(self, item, options: list, path: str) -> list:
        """What is wrong with what stands at a property."""
        if isinstance(item, dict):
            if set(item) == {"@id"}:
                return self.faults({"@type": "Thing", **item}, path)
            kind = item.get("@type", "")
            # A role stands between, and has the property again.
            if isinstance(kind, str) and self.is_below(kind, "Role"):
                name = path.rsplit("/", 1)[-1]
                told = self.faults({key: of for key, of in item.items() if key != name}, path)
                if name not in item:
                    return [*told, f"{path}: a {kind} without {name}"]
                return told + self.value(item[name], options, f"{path}/{name}")
            if isinstance(kind, str) and self.is_type(kind) and not any(self.is_below(kind, it) for it in options):
                return [f"{path}: {kind} is none of {', '.join(options)}"]
            return self.faults(item, path)
        if isinstance(item, bool):
            return [] if "Boolean" in options else [f"{path}: {item} is none of {', '.join(options)}"]
        if isinstance(item, (int, float)):
            fits = {"Number", "Integer", "Float", "Text"} & set(options)
            return [] if fits else [f"{path}: {item} is none of {', '.join(options)}"]
        if not isinstance(item, str) or not item.strip():
            return [f"{path}: {item!r} says nothing"]
        if "Text" in options:
            return []
        forms = [FORMS[it] for it in options if it in FORMS]
        # Of some types a name alone will do.
        if any(it in self.plain for it in options if it not in DATA):
            return []
        if any(re.fullmatch(form, item) for form in forms):
            return []
        return [f"{path}: {item!r} is none of {', '.join(options)}"]


def parents(text: str) -> list:
    """The names of what an interface extends."""
    return [it.strip().removesuffix("Base") for it in text.split(",") if it.strip().endswith("Base")]


def read(folder: Path) -> Vocabulary:
    """The vocabulary of the package in a folder."""
    return Vocabulary((folder / "dist" / "schema.d.ts").read_text("utf-8"))
