"""An article's countries: found, weighed, given a role and evidence."""

from __future__ import annotations

from collections import defaultdict

from bot.model import Country, Evidence, Reading
from bot.topics.gazetteer import load
from bot.topics.roles import Roles
from bot.topics.salience import ABOUT, WEIGHT, group, salience
from bot.topics.sentences import evidence
from bot.topics.sightings import Sighting, look
from bot.topics.zones import within

# A running sentence shows more than a headline.
SHOWN = {"lead": 1.5, "body": 1.2, "title": 1.0, "dateline": 0.6, "aside": 0.1}
DIGITS = 3


def tag(
    text: str,
    title: str | None = None,
    reading: Reading | None = None,
    body_start: int = 0,
    foreign: tuple[tuple[int, int], ...] = (),
) -> tuple[Country, ...]:
    """The countries of an article, the most salient first. Pure; linear in the text.

    Args:
        text: the article. With ``body_start`` above 0, ``text[:body_start]`` holds the title. Evidence points into it.
        title: a title outside the text, for ``body_start`` 0. One that the text begins with is taken as its title.
        reading: the grammar of ``text``. It refines the role; codes, salience and ``about`` never depend on it.
        body_start: where the body begins.
        foreign: spans of ``text`` that are not of its story: what they name does not count.
    """
    gazetteer = load()
    title = (title or "").strip()
    if not body_start and begins(text, title):
        body_start = len(title)
    heading = text[:body_start] if body_start else title
    seen = look(heading, text[body_start:], body_start, 0 if body_start else -1, gazetteer)
    sightings = [sighting for sighting in seen if not within(sighting.start, foreign)]
    mine: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        mine[sighting.code].append(sighting)
    weights = salience(sightings)
    roles = Roles(reading)
    return tuple(
        Country(
            code=code,
            name=gazetteer.names[code],
            role=roles.of(mine[code]),
            salience=round(weights[code], DIGITS),
            about=weights[code] >= ABOUT,
            evidence=best(mine[code], text, reading),
        )
        for code in sorted(mine, key=lambda code: -weights[code])
    )


def begins(text: str, title: str) -> bool:
    """Whether a text begins with its title, and not with a longer word."""
    return bool(title) and text.startswith(title) and not text[len(title) : len(title) + 1].isalnum()


def best(sightings: list[Sighting], text: str, reading: Reading | None) -> Evidence | None:
    """The first of the strongest mentions, with its sentence; None when only a title outside the text has one."""
    inside = [sighting for sighting in sightings if sighting.start >= 0]
    if not inside:
        return None
    chosen = max(inside, key=lambda sighting: WEIGHT[group(sighting)] * SHOWN[sighting.zone])
    return evidence(text, chosen.start, chosen.end, reading)
