"""What was found in an article, and what was chosen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.model.article import Evidence

Slot = Literal["who", "what", "when", "where", "why", "how", "figure", "upcoming", "key"]
Certainty = Literal["stated", "reported", "hedged"]
SourceKind = Literal["official", "person", "organisation", "news_agency", "state_media", "document", "anonymous"]
Role = Literal["actor", "target", "location", "mentioned"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in the article's words.

    ``attribution`` is who claims it. ``score`` orders the facts of a slot, higher is better, comparable within a slot
    of one article only. The rest belongs to some slots: ``role`` (who: a verbatim span), ``date`` (when, upcoming:
    ``YYYY``, ``YYYY-MM``, ``YYYY-Www`` or ``YYYY-MM-DD``), ``country`` (where: ISO 3166-1 alpha-2), ``value`` and
    ``unit`` (figure), ``clause`` (figure: the stretch of its sentence that says what happens to what is counted, for
    views: "killing at least four civilians"). None means not stated.
    """

    slot: Slot
    words: str
    evidence: Evidence
    attribution: str | None = None
    certainty: Certainty = "stated"
    score: float = 0.0
    role: str | None = None
    date: str | None = None
    country: str | None = None
    value: float | None = None
    unit: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech without its marks; ``speaker`` by full name where the article has it; ``via``: who carried it."""

    words: str
    evidence: Evidence
    speaker: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the article draws on; the evidence is a mention."""

    name: str
    kind: SourceKind
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the article: ISO 3166-1 alpha-2 code (XK: Kosovo), salience 0..1, whether the article is about it.

    ``evidence`` is its best mention, or None when only a title outside the text names it.
    """

    code: str
    name: str
    role: Role
    salience: float
    about: bool
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article, in the order of the text; nothing chosen yet."""

    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """An article's findings, chosen, in every list the best first. ``version`` changes with code, data and model."""

    version: str
    headline: str
    who: tuple[Fact, ...] = ()
    what: tuple[Fact, ...] = ()
    when: tuple[Fact, ...] = ()
    where: tuple[Fact, ...] = ()
    why: tuple[Fact, ...] = ()
    how: tuple[Fact, ...] = ()
    key_facts: tuple[Fact, ...] = ()
    figures: tuple[Fact, ...] = ()
    upcoming: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    countries: tuple[Country, ...] = ()
    sourcing: tuple[Source, ...] = ()
