"""The digest of one article, composed from all that was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.digests import rank
from bot.model import Digest

if TYPE_CHECKING:
    from bot.model import Article, Country, Fact, Findings, Slot

ANSWERS, UPCOMING, SOURCES = 3, 5, 8  # the contract's caps
KEYS = (3, 5)


def compose(article: Article, findings: Findings, countries: tuple[Country, ...], version: str) -> Digest:
    """Choose and order an article's findings, the best first in every list."""
    headline = article.title or _summary(article, findings)
    return Digest(
        version=version,
        headline=headline,
        who=_answers(findings, "who"),
        what=_answers(findings, "what"),
        when=rank.near(rank.moments(_slot(findings, "when")))[:ANSWERS],
        where=_answers(findings, "where"),
        why=_answers(findings, "why"),
        how=_answers(findings, "how"),
        key_facts=rank.diverse(_slot(findings, "key"), headline, KEYS),
        figures=rank.amounts(_slot(findings, "figure")),
        upcoming=rank.distinct(_slot(findings, "upcoming"))[:UPCOMING],
        quotes=rank.once(findings.quotes),
        countries=countries,
        sourcing=findings.sources[:SOURCES],
    )


def _slot(findings: Findings, slot: Slot) -> tuple[Fact, ...]:
    return tuple(fact for fact in findings.facts if fact.slot == slot)


def _answers(findings: Findings, slot: Slot) -> tuple[Fact, ...]:
    return rank.near(rank.distinct(_slot(findings, slot)))[:ANSWERS]


def _summary(article: Article, findings: Findings) -> str:
    """The sentence that tells the event, for an article without a title: verbatim."""
    what = _answers(findings, "what")
    if what:
        return what[0].evidence.sentence
    keys = sorted(_slot(findings, "key"), key=lambda fact: -fact.score)
    return keys[0].words if keys else article.text.strip().split("\n", 1)[0]
