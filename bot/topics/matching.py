"""Whom an article concerns: the subscriptions that its countries meet, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.model import Country, Pace, Role, Subscription

RANKS: dict[Role, int] = {"mentioned": 0, "location": 1, "target": 2, "actor": 3}
PACES: dict[Pace, int] = {"instant": 0, "daily": 1, "weekly": 2}
REASONS: dict[Role, str] = {
    "actor": "{} an actor",
    "target": "{} a target",
    "location": "{} where it happens",
    "mentioned": "{} what it is about",
}
# Names that are told with "the": by a word in them.
ARTICLE = frozenset(
    "Bahamas Emirates Gambia Isle Islands Kingdom Maldives Netherlands Philippines Republic States Territories "
    "Territory Vatican territories".split()
)
PLURAL = ("Islands", "Territories", "territories")


def concerns(
    countries: tuple[Country, ...], subscriptions: Iterable[Subscription], now: str
) -> tuple[tuple[Subscription, Country], ...]:
    """The subscriptions that an article concerns, each with the country for which it does; one for a reader.

    A country concerns its followers where the article is about it, never where it is only named, and where its role is
    at least the subscription's ``least_role``, in the order actor, target, location, mentioned: "actor" wants articles
    in which the country acts, "target" also those in which something is done to it, "location" also what happens
    there, "mentioned" all that are about it. A subscription that is muted, or snoozed until later than ``now``, is left
    out.

    Of several that meet one reader the fastest counts, then that of the most salient country: a roundup never takes the
    place of an instant message. Readers come in the order of their first subscription.

    Args:
        countries: the article's.
        subscriptions: all of one workspace, in any order. Ten thousand take about a hundredth of a second.
        now: ISO 8601; without a time zone it counts as UTC, as a subscription's ``snoozed_until`` does.
    """
    about = {country.code: country for country in countries if country.about}
    moment = moment_of(now)
    best: dict[str, tuple[Subscription, Country]] = {}
    for subscription in subscriptions:
        country = about.get(subscription.country)
        if country is None or subscription.muted or RANKS[country.role] < RANKS[subscription.least_role]:
            continue
        if subscription.snoozed_until is not None and moment_of(subscription.snoozed_until) > moment:
            continue
        known = best.get(subscription.reader)
        if known is None or order(subscription, country) < order(*known):
            best[subscription.reader] = subscription, country
    return tuple(best.values())


def order(subscription: Subscription, country: Country) -> tuple[int, float]:
    """What comes first among a reader's subscriptions: the fastest pace, then the most salient country."""
    return PACES[subscription.pace], -country.salience


def moment_of(time: str) -> datetime:
    """An ISO 8601 time; UTC where it has no zone."""
    told = datetime.fromisoformat(time)
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def why(country: Country) -> str:
    """Why an article concerns those who follow a country: "North Korea is an actor"."""
    words = country.name.split()
    subject = f"the {country.name}" if ARTICLE.intersection(words) else country.name
    return REASONS[country.role].format(f"{subject} {'are' if words[-1] in PLURAL else 'is'}")
