"""Who: those that the event is about, by full name and role. Subjects first, then whom the article speaks of most."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.facts.grammar.events import title_event
from bot.facts.people.cast import MANY, Cast
from bot.facts.people.named import UPPER, Candidate
from bot.facts.text.lexicon import words
from bot.model import Certainty, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.people.coreference import Coreference
    from bot.facts.people.roles import Roles
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page

# Whose "X rebels" are X.
_MEMBERS = frozenset(
    "insurgents militants fighters forces troops rebels group movement company party officials".split()
)
LEAST = 0.6  # score of an answer: who is named in passing is none
STRONG = 1.0  # score of somebody beside whom the weaker are no answer


def who(page: Page, attribution: Attribution, chain: Coreference, roles: Roles, relevance: Relevance) -> Iterator[Fact]:
    """Everyone that the event may be about."""
    best: dict[str, Candidate] = {}
    for candidate in Cast(page, chain, roles).candidates(relevance):
        known = best.get(candidate.key)
        best[candidate.key] = candidate if known is None else _better(known, candidate)
    _merge(page, best)
    weakest = min([1, *(candidate.weak for candidate in best.values() if candidate.score >= STRONG)])
    for candidate in best.values():
        if candidate.weak > weakest or candidate.score < LEAST:
            continue
        left, right = page.span(candidate.first, candidate.last)
        if not page.clean(left, right):
            continue
        evidence = page.evidence(left, right)
        claimed: str | None = None
        certainty: Certainty = "stated"
        if candidate.verb is not None:
            claimed, certainty = attribution.of(page.token[candidate.verb])
        score = round(candidate.score, 4)
        yield Fact("who", evidence.words, evidence, claimed, certainty, score, role=candidate.role)


def _merge(page: Page, best: dict[str, Candidate]) -> None:
    """Those who are named twice: by a role that one person has ("Holm's mayor"), and with their people ("X rebels")."""
    upper = sorted(best, key=lambda key: -best[key].score)[:MANY]
    told = {key: _spelled(page.doc[best[key].first : best[key].last].text) for key in upper}
    for key in upper:
        candidate = best[key]
        others = [other for other in upper if other != key and other in best]
        bearers = [other for other in others if _bears(page, candidate, best[other], told[key])]
        meant = bearers[0] if len(bearers) == 1 else next((o for o in others if _are_its(told[key], told[o])), None)
        if meant is not None:
            score, weak = max(candidate.score, best[meant].score), min(candidate.weak, best[meant].weak)
            best[meant] = replace(best[meant], score=score, weak=weak)
            del best[key]


def _bears(page: Page, candidate: Candidate, person: Candidate, told: frozenset[str]) -> bool:
    """Whether a phrase is somebody's role: two words of it, or one of somebody who is introduced at the top."""
    head = page.token[candidate.last - 1]
    role = head.lower_ in words("human_nouns") and candidate.role is None and person.role is not None
    sure = len(told) > 1 or page.of_token[person.first] <= UPPER
    return role and sure and told <= _spelled(person.role or "")


def _are_its(told: frozenset[str], name: frozenset[str]) -> bool:
    return bool(name) and name < told and told - name <= _MEMBERS


def _spelled(text: str) -> frozenset[str]:
    """The words of a phrase, without possessives and articles."""
    return frozenset(re.sub(r"['’]s\b", "", text.lower()).split()) - {"the", "a", "an", "of"}


def actor_of(page: Page, chain: Coreference) -> str | None:
    """The name of the headline's subject, or None."""
    event = title_event(page)
    return chain.name(page.token[event.subject]) if event and event.subject is not None else None


def _better(known: Candidate, candidate: Candidate) -> Candidate:
    """The better of two mentions of the same one, worth a little more for being two."""
    first, second = sorted((known, candidate), key=lambda c: -c.score)
    verb = first.verb if first.verb is not None else second.verb
    weak = min(known.weak, candidate.weak)
    return replace(first, score=first.score + 0.3 * second.score, role=first.role or second.role, verb=verb, weak=weak)
