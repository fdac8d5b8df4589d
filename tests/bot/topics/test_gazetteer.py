"""The data: complete, small, without contradictions, and what was reviewed is in it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from bot.topics import country_of, gazetteer, tag
from bot.topics.claims import prior
from tools.gazetteer.table import Entry, difference, read, write

DATA = Path(gazetteer.__file__).with_name("gazetteer.tsv")
REVIEWED = Path(__file__).parents[3] / "tools" / "gazetteer" / "reviewed.tsv"
# All codes in one run: two letters each.
ISO = re.findall(
    "[A-Z]{2}",
    """
ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCR
CUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHU
IDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQ
MRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSI
SJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW
""",
)
ENTRIES = read(DATA.read_text("utf-8"))


def test_every_country_is_there_with_a_name() -> None:
    """All 249 of ISO 3166-1, and Kosovo; no other codes."""
    assert len(ISO) == 250
    assert sorted(gazetteer.load().names) == ISO
    assert {entry.code for entry in ENTRIES} - {"-"} == set(ISO)


@pytest.mark.parametrize("code", ISO)
def test_every_country_is_found_by_its_shown_name(code: str) -> None:
    """The name under which a country is shown resolves to it, alone and in a sentence."""
    name = gazetteer.load().names[code]
    assert country_of(name) == code
    assert code in {country.code for country in tag(f"Officials of {name} met on Friday.")}


def test_names_demonyms_and_leaders_resolve_to_their_country() -> None:
    """Whatever names a country or its people, and whoever leads it, has that country as its first owner."""
    owners = gazetteer.load().owners
    for entry in ENTRIES:
        if entry.kind in {"name", "demonym", "leader"}:
            best = max(owners[gazetteer.key_of(entry.name)], key=prior)
            assert best.code == entry.code, entry


def test_capitals_resolve_to_their_country_where_it_is_named() -> None:
    """Some capitals share their name; with their country behind them all are found."""
    for entry in ENTRIES:
        if entry.kind == "seat":
            shown = gazetteer.load().names[entry.code]
            assert country_of(f"{entry.name}, {shown}") == entry.code, entry


def test_no_name_is_given_to_two_countries() -> None:
    """A country's name or demonym belongs to one; a second claim is called alias and believed on evidence only."""
    given = defaultdict(set)
    for entry in ENTRIES:
        if entry.kind in {"name", "demonym"}:
            given[entry.name].add(entry.code)
    assert {name: codes for name, codes in given.items() if len(codes) > 1} == {}


def test_the_data_is_small_attributed_and_as_reviewed() -> None:
    """At most 1 MB, its sources are named, and every reviewed entry is in it."""
    text = DATA.read_text("utf-8")
    assert len(text.encode()) <= 1_000_000
    assert all(source in text[:900] for source in ("GeoNames", "CC BY 4.0", "Factbook", "Unicode License"))
    reviewed = {entry for entry in read(REVIEWED.read_text("utf-8")) if entry.kind != "drop"}
    assert reviewed <= ENTRIES, "run make gazetteer"


def test_the_file_can_be_written_again_and_a_build_shows_its_difference() -> None:
    """Reading and writing are inverse; a reviewer sees what went and what came."""
    assert write(ENTRIES) == DATA.read_text("utf-8")
    old, new = Entry("name", "XK", "Kosova"), Entry("name", "XK", "Kosovo")
    assert list(difference(frozenset({old}), frozenset({new}))) == ["- name XK Kosova", "+ name XK Kosovo"]


@pytest.mark.parametrize(
    ("name", "key"), [("Côte d’Ivoire", "cote d'ivoire"), ("St. Kitts", "st kitts"), ("U.S.", "u.s.")]
)
def test_names_are_compared_without_accents_and_stops(name: str, key: str) -> None:
    """However a name is written, it is looked up in one form."""
    assert gazetteer.key_of(name) == key
