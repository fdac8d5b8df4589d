"""The file of regions: reviewed, dated, without contradictions; and how names are compared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.topics import find, gazetteer, lookup, regions
from bot.topics.regions import key_of, reviewed

LINES = Path(regions.__file__).with_name("regions.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
HEAD = " ".join(line for line in LINES[:9] if line.startswith("#"))
# A region, and one that it lies in.
SUBSETS = {
    "Euro area": "European Union",
    "Benelux": "European Union",
    "OPEC": "OPEC+",
    "G7": "G20",
    "Gulf Cooperation Council": "Arab League",
    "Maghreb": "Arab League",
    "ECOWAS": "West Africa",
    "Alliance of Sahel States": "Sahel",
    "Sahel": "African Union",
    "Horn of Africa": "African Union",
    "Southern Africa": "African Union",
    "Levant": "Middle East",
    "Arabian Peninsula": "Middle East",
    "Middle East": "Middle East and North Africa",
    "Caucasus": "Former Soviet Union",
    "Central Asia": "Former Soviet Union",
    "Baltics": "NATO",
    "Western Balkans": "Balkans",
    "Scandinavia": "Nordics",
    "Southeast Asia": "Asia",
    "AUKUS": "Five Eyes",
    "Northern Triangle": "Central America",
    "CARICOM": "Latin America and the Caribbean",
    "Both Congos": "African Union",
    "Melanesia": "Pacific Islands",
    "Pacific Islands": "Oceania",
}


def members(name: str) -> set[str]:
    """The countries of a region."""
    topic = find(name)
    assert topic, name
    return set(topic.codes)


def test_the_head_tells_the_date_of_the_review_and_the_sources() -> None:
    """Memberships change: whoever reads the file sees as of when it holds, and every row has a source or a dash."""
    assert re.search(r"[Rr]eviewed by hand on 20\d\d-\d\d-\d\d", HEAD)
    assert "Source" in HEAD
    assert all(len(row) == 4 and all(row) for row in ROWS)
    assert all(source != "-" for kind, _, _, source in ROWS if kind == "region")


def test_members_are_known_countries_each_once_in_order() -> None:
    """At least two make a region; a choice may also lead to one."""
    codes = gazetteer.load().names.keys()
    for kind, names, told, _ in ROWS:
        listed = told.split("|")
        assert len(set(listed)) == len(listed), names
        if kind == "region":
            assert listed == sorted(set(listed) & codes), names
            assert len(listed) >= 2, names
        assert all(each in codes or key_of(each) in reviewed().regions for each in listed), names


def test_no_name_is_entered_twice() -> None:
    """Every name has one line, and none is a country's code or name beside."""
    names = [key for _, names, _, _ in ROWS for key in sorted({key_of(name) for name in names.split("|")})]
    assert sorted(names) == sorted(set(names))
    assert reviewed().regions.keys() & lookup.known().owners.keys() == set()
    assert {key.upper() for key in reviewed().regions} & gazetteer.load().names.keys() == set()


@pytest.mark.parametrize(("small", "large"), SUBSETS.items())
def test_regions_lie_within_larger_ones(small: str, large: str) -> None:
    """What is known of how they lie holds for the lists."""
    within = members("Latin America") | members("Caribbean") | {"BZ", "GY", "SR"}
    assert members(small) <= (within if large == "Latin America and the Caribbean" else members(large))


def test_neighbouring_regions_stand_apart() -> None:
    """No country is in both."""
    assert not members("ECOWAS") & members("AES")
    assert not members("Central Asia") & members("South Asia")
    assert not members("South America") & members("Central America")
    assert members("Asia") & members("Europe") == {"CY"}
    assert not members("African Union") & (members("Asia") | members("Europe"))


def test_recent_changes_of_membership_are_in_it() -> None:
    """As of the review."""
    assert "TL" in members("ASEAN")
    assert "BG" in members("eurozone")
    assert "AE" not in members("OPEC") | members("OPEC+")
    assert "ER" not in members("IGAD")
    assert {"FI", "SE"} <= members("NATO")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Côte d’Ivoire", "cote divoire"),
        ("St. Kitts & Nevis", "Saint Kitts and Nevis"),
        ("People's Republic", "peoples republic"),
        ("OPEC+", "opec plus"),
        ("U.S.A.", "usa"),
        ("🇰🇵", "kp"),
        (":flag-kp:", "KP"),
        ("ST", "st"),
        ("the", "THE"),
    ],
)
def test_names_are_compared_without_what_writers_vary(one: str, other: str) -> None:
    """Case, accents, stops, small words; a flag is its letters, unless words stand beside it."""
    assert key_of(one) == key_of(other).replace("peoples", "people")
    assert key_of("🇰🇵 Japan") == "japan"
