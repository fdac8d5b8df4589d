"""Who: those that the event is about, by full name and role. Subjects first, then whom the article speaks of most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.facts.cast import Candidate, Cast
from bot.facts.events import title_event
from bot.model import Certainty, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.attribution import Attribution
    from bot.facts.coreference import Coreference
    from bot.facts.page import Page
    from bot.facts.relevance import Relevance
    from bot.facts.roles import Roles

STRONG = 1.0  # score of somebody beside whom the weaker are no answer


def who(page: Page, attribution: Attribution, chain: Coreference, roles: Roles, relevance: Relevance) -> Iterator[Fact]:
    """Everyone that the event may be about."""
    best: dict[str, Candidate] = {}
    for candidate in Cast(page, chain, roles).candidates(relevance):
        known = best.get(candidate.key)
        best[candidate.key] = candidate if known is None else _better(known, candidate)
    weakest = min((candidate.weak for candidate in best.values() if candidate.score >= STRONG), default=2)
    for candidate in best.values():
        if candidate.weak > weakest:
            continue
        left, right = page.span(candidate.first, candidate.last)
        if not page.clean(left, right):
            continue
        evidence = page.evidence(left, right)
        claimed: str | None = None
        certainty: Certainty = "stated"
        if candidate.verb is not None:
            claimed, certainty = attribution.of(page.doc[candidate.verb])
        score = round(candidate.score, 4)
        yield Fact("who", evidence.words, evidence, claimed, certainty, score, role=candidate.role)


def actor_of(page: Page, chain: Coreference) -> str | None:
    """The name of the headline's subject, or None."""
    event = title_event(page)
    return chain.name(page.doc[event.subject]) if event and event.subject is not None else None


def _better(known: Candidate, candidate: Candidate) -> Candidate:
    """The better of two mentions of the same one, worth a little more for being two."""
    first, second = sorted((known, candidate), key=lambda c: -c.score)
    verb = first.verb if first.verb is not None else second.verb
    weak = min(known.weak, candidate.weak)
    return replace(first, score=first.score + 0.3 * second.score, role=first.role or second.role, verb=verb, weak=weak)
