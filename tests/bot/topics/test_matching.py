"""Whom an article concerns: told by its countries, and by what its followers asked for."""

from __future__ import annotations

import time

import pytest

from bot.model import Country, Pace, Role, Subscription
from bot.topics import concerns, gazetteer, name_of, why

NOW = "2025-03-04T12:00:00+00:00"
ROLES: tuple[Role, ...] = ("mentioned", "location", "target", "actor")


def country(code: str, role: Role = "actor", salience: float = 0.9) -> Country:
    """A country of an article; it is about it from a salience of .5 on."""
    return Country(code, name_of(code), role, salience, about=salience >= 0.5, evidence=None)


def readers(countries: tuple[Country, ...], *subscriptions: Subscription, now: str = NOW) -> list[tuple[str, str]]:
    """Who is told, and of which country."""
    return [(subscription.reader, of.code) for subscription, of in concerns(countries, subscriptions, now)]


def test_followers_of_its_countries_are_told_and_no_others() -> None:
    """In the order of their subscriptions, each with the country for which."""
    article = country("KE"), country("ET", "target", 0.7)
    subscriptions = Subscription("ann", "ET"), Subscription("ben", "FR"), Subscription("#desk", "KE")
    assert readers(article, *subscriptions) == [("ann", "ET"), ("#desk", "KE")]


def test_a_country_that_is_only_named_concerns_nobody() -> None:
    """Whatever its role: the article isn't about it."""
    article = country("KE"), country("FR", "mentioned", 0.2), country("SO", "actor", 0.49)
    assert readers(article, Subscription("ann", "FR"), Subscription("ben", "SO", "actor")) == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("least", ROLES)
def test_the_least_role_is_a_rank(role: Role, least: Role) -> None:
    """Actor, target, location, mentioned: a country concerns whoever asked for its role or a lower one."""
    told = readers((country("KP", role),), Subscription("ann", "KP", least))
    assert bool(told) == (ROLES.index(role) >= ROLES.index(least))


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (None, True),
        ("2025-03-04T11:59:59+00:00", True),
        (NOW, True),
        ("2025-03-04T12:00:01+00:00", False),
        ("2025-03-04T13:30:00+02:00", True),
        ("2025-03-04T12:30:00Z", False),
        ("2025-03-04T12:30:00", False),
    ],
)
def test_a_snoozed_subscription_is_silent_until_its_time(until: str | None, told: bool) -> None:  # noqa: FBT001 - a table
    """To the second, in whatever time zone it is told; without one it is UTC."""
    assert bool(readers((country("KP"),), Subscription("ann", "KP", snoozed_until=until))) == told
    assert bool(readers((country("KP"),), Subscription("ann", "KP", snoozed_until=until), now=NOW[:19])) == told


def test_a_muted_subscription_is_silent() -> None:
    """Until it is unmuted; another one of the same reader is heard."""
    article = country("KP"), country("KR", salience=0.6)
    followed = Subscription("ann", "KP", muted=True), Subscription("ben", "KP"), Subscription("ann", "KR")
    assert readers(article, *followed) == [("ben", "KP"), ("ann", "KR")]


def test_an_article_concerns_a_reader_once_for_the_most_salient_country() -> None:
    """Not once for each country of a region that somebody follows."""
    article = country("EE", salience=0.6), country("LV", salience=0.95), country("LT", "target", 0.8)
    followed = [Subscription("ann", code) for code in ("EE", "LV", "LT")]
    assert readers(article, *followed) == readers(article, *reversed(followed)) == [("ann", "LV")]


def test_a_country_that_is_no_reason_leaves_the_next() -> None:
    """Snoozed, or in a lower role than asked for."""
    article = country("KP", "location", 0.95), country("KR", "actor", 0.7)
    asked = Subscription("ann", "KP", "actor"), Subscription("ann", "KR", "actor")
    assert readers(article, *asked) == [("ann", "KR")]
    snoozed = Subscription("ben", "KP", snoozed_until="2025-03-11T12:00:00+00:00"), Subscription("ben", "KR")
    assert readers(article, *snoozed) == [("ben", "KR")]


def test_a_roundup_never_takes_the_place_of_an_instant_message() -> None:
    """Who wants one country at once and another weekly gets an article about both at once."""
    paces: list[Pace] = ["weekly", "instant", "daily"]
    followed = [Subscription("ann", code, pace=pace) for code, pace in zip(("KP", "KR", "JP"), paces, strict=True)]
    article = country("KP", salience=0.95), country("JP", salience=0.9), country("KR", salience=0.6)
    assert readers(article, *followed) == [("ann", "KR")]
    assert readers(article, followed[0], followed[2]) == [("ann", "JP")]


def test_nobody_is_concerned_by_an_article_without_countries() -> None:
    """Nor is anybody where nobody follows."""
    assert readers((), Subscription("ann", "KP")) == []
    assert readers((country("KP"),)) == []


def test_ten_thousand_subscriptions_take_a_moment() -> None:
    """500 readers with 20 countries each, half of them snoozed at some time: at most 10 ms, the best of five."""
    codes = sorted(gazetteer.load().names)
    subscriptions = [
        Subscription(f"reader {index % 500}", codes[index % 200], snoozed_until=NOW if index % 2 else None)
        for index in range(10_000)
    ]
    article = tuple(country(code, salience=0.5 + index / 20) for index, code in enumerate(codes[:10]))
    assert len(concerns(article, subscriptions, NOW)) > 20
    times = []
    for _ in range(5):
        begun = time.process_time()
        concerns(article, subscriptions, NOW)
        times.append(time.process_time() - begun)
    assert min(times) < 0.010


@pytest.mark.parametrize(
    ("code", "role", "words"),
    [
        ("KP", "actor", "North Korea is an actor"),
        ("UA", "target", "Ukraine is a target"),
        ("KE", "location", "Kenya is where it happens"),
        ("FR", "mentioned", "France is what it is about"),
        ("US", "actor", "the United States is an actor"),
        ("GM", "target", "the Gambia is a target"),
        ("CF", "location", "the Central African Republic is where it happens"),
        ("MH", "actor", "the Marshall Islands are an actor"),
        ("PS", "location", "the Palestinian territories are where it happens"),
        ("NL", "actor", "the Netherlands is an actor"),
    ],
)
def test_why_is_told_in_words(code: str, role: Role, words: str) -> None:
    """The reason stands in the message: what the country is in the article."""
    assert why(country(code, role)) == words
