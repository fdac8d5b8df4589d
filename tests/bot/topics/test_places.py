"""The country of a place as an article writes it."""

from __future__ import annotations

import pytest

from bot.model import Country
from bot.topics import country_of, name_of

PLACES = [
    ("Moyale, Kenya", "KE"),
    ("the West Bank", "PS"),
    ("northern Gaza", "PS"),
    ("Cambridge", "GB"),
    ("Cambridge, Mass.", "US"),
    ("Paris", "FR"),
    ("Paris, Texas", "US"),
    ("Georgia", "GE"),
    ("Beijing", "CN"),
    ("Springfield, Illinois", "US"),
    ("Davos, Switzerland", "CH"),
    ("Seoul's Gangnam district", "KR"),
    ("Nuuk", "GL"),
    ("the Niger Delta", "NG"),
    ("the White House", "US"),
    ("Lake Geneva", None),
    ("the Middle East", None),
    ("the conference room", None),
    ("", None),
]


@pytest.mark.parametrize(("place", "code"), PLACES)
def test_a_place_lies_in_a_country(place: str, code: str | None) -> None:
    """Towns with and without their country, provinces, seats of power; None for what lies in no one country."""
    assert country_of(place) == code


@pytest.mark.parametrize(
    ("place", "among", "code"),
    [
        ("Cambridge", "US", "US"),
        ("Hamilton", "CA", "CA"),
        ("Georgia", "US", "US"),
        ("Cambridge", "KE", "GB"),
        ("Paris", "US", "US"),
    ],
)
def test_the_countries_of_the_article_are_preferred(place: str, among: str, code: str) -> None:
    """A name that several countries share lies in the one that the article is about."""
    assert country_of(place, (Country(among, among, "location", 0.9, True, None),)) == code


def test_a_small_namesake_gives_way_to_the_city_that_the_article_means() -> None:
    """Paris is in France when the article is about France and the United States."""
    both = tuple(Country(code, code, "actor", 0.9, True, None) for code in ("US", "FR"))
    assert country_of("Paris", both) == "FR"


def test_a_country_is_shown_by_its_common_name() -> None:
    """Short names for headlines; an unknown code stands for itself."""
    assert [name_of(code) for code in ("KP", "CD", "TR", "XK", "ZZ")] == [
        "North Korea",
        "DR Congo",
        "Turkey",
        "Kosovo",
        "ZZ",
    ]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Atlanta, Georgia", "US"),
        ("Batumi, Georgia", "GE"),
        ("Naples, Florida", "US"),
        ("PARIS, Mo.", "US"),
        ("EDMONTON, Ky.", "US"),
        ("London, Ontario", "CA"),
        ("Turin, Italy", "IT"),
        ("Victoria, Seychelles", "SC"),
        ("Nowhere Falls, Vermont", "US"),
    ],
)
def test_a_town_lies_where_its_state_does(place: str, code: str) -> None:
    """The country that has both."""
    assert country_of(place) == code
