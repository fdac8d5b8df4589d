"""Whose names a reader gets to see."""

from __future__ import annotations

import pytest

from bot.model import Evidence, Fact, Source, SourceKind
from handlers.views import names


def who(*words: str) -> list[str]:
    """The people shown of these."""
    facts = (Fact("who", each, Evidence(0, len(each), each, each)) for each in words)
    return [fact.words for fact in names.people(facts)]


def drawn_on(*named: str, site: str | None = None, kind: SourceKind = "person") -> list[str]:
    """The sources shown of these."""
    found = (Source(name, kind, Evidence(0, len(name), name, name)) for name in named)
    return [source.name for source in names.sources(found, site)]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (("Amina Yusuf", "Yusuf"), ["Amina Yusuf"]),
        (("Yusuf", "the council", "Amina Yusuf"), ["Amina Yusuf", "the council"]),
        (("Moyale Town Council", "MTC"), ["Moyale Town Council"]),
        (("M.T.C.", "Moyale Town Council"), ["M.T.C."]),
        (("the rebels", "rebels of the north"), ["the rebels"]),
        (("President Ruto", "William Ruto"), ["William Ruto"]),
        (("Ambassador Hale", "drivers"), ["Ambassador Hale", "drivers"]),
    ],
)
def test_nobody_is_named_twice(found: tuple[str, ...], shown: list[str]) -> None:
    """A surname, initials, or a head noun that a better name has; the full name takes the surname's place."""
    assert who(*found) == shown


@pytest.mark.parametrize(
    "name",
    (
        "People|man|at least two people|12 victims|his family|Their lawyer|@moyale|one|statement|44 percent of drivers|"
        "company spokeswoman|the ministry's spokesman|city’s police|last victims||…"
    ).split("|"),
)
def test_nobody_who_is_nobody_to_a_reader(name: str) -> None:
    """A bare noun, a count, a possessor from outside, an address: no line rather than that one."""
    assert who(name, "Amina Yusuf") == drawn_on(name, "Amina Yusuf") == ["Amina Yusuf"]


@pytest.mark.parametrize(
    "name", ["customs officials", "police", "two unnamed officials", "Moyale Town police", "Kenyan company Rift Oil"]
)
def test_a_group_that_says_what_it_is_stays(name: str) -> None:
    """Without a name, but not without meaning."""
    assert who(name) == drawn_on(name) == [name]


@pytest.mark.parametrize(
    ("name", "site", "shown"),
    [
        ("BBC", "BBC News", False),
        ("The Rift Times", "Rift Times", False),
        ("Rift Times", "rifttimes.example", True),
        ("SpaceNews", "SpaceNews.com", False),
        ("Reuters", "BBC News", True),
        ("Reuters", None, True),
    ],
)
def test_an_outlet_is_no_source_of_its_own(name: str, site: str | None, *, shown: bool) -> None:
    """Whoever reads the digest sees where it was published."""
    assert drawn_on(name, site=site, kind="news_agency") == ([name] if shown else [])


def test_a_source_named_twice_stands_once() -> None:
    """By title and surname, and by full name; a magazine may be called like a bare noun."""
    assert drawn_on("Ambassador Hale", "Peter Hale") == ["Peter Hale"]
    assert drawn_on("Hale", "EBC", "Peter Hale") == ["Peter Hale", "EBC"]
    assert drawn_on("family of Mr Hale", "Mr Hale") == ["family of Mr Hale"]
    assert drawn_on("People", kind="news_agency") == ["People"]


def test_somebody_described_and_named_stands_by_the_name() -> None:
    """What a role says is no other person, and the nameless victims are those of the list."""
    son = Fact("who", "son of the mayor", Evidence(0, 1, "s", "s"))
    hale = Fact("who", "Peter Hale", Evidence(0, 1, "P", "P"), role="eldest son of the Moyale mayor")
    assert names.people((son, hale)) == (hale,)
    listed = "Peter Hale, 52, from Moyale, and Amina Yusuf"
    assert who("Final two victims", listed, "police") == [listed, "police"]
    assert who("Final two Moyale victims") == ["Final two Moyale victims"]


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("director for games at the tech giant", "director for games"),
        ("head of the company", "head"),
        ("head of the army", "head of the army"),
        ("rival", ""),
        ("main rival of the mayor", "main rival of the mayor"),
        (None, ""),
    ],
)
def test_a_role_says_something_by_itself(role: str | None, told: str) -> None:
    """Whose rival, and at which company, a reader can't tell."""
    assert names.role_of(role) == told


def test_a_body_without_its_name_is_nobody() -> None:
    """A production company is one of many; Acme Production Company isn't."""
    assert not names.telling("production company")
    assert names.telling("Acme Production Company")
