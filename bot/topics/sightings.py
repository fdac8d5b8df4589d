"""Every mention of a country in an article: where it stands, in which zone, and how."""

from __future__ import annotations

from dataclasses import dataclass

from bot.topics.gazetteer import Gazetteer
from bot.topics.mentions import find
from bot.topics.people import People
from bot.topics.resolve import Mention, Resolver
from bot.topics.words import Words, cut
from bot.topics.zones import Zone, Zones, survey

OPENING = 6
PASSED_OVER = frozenset("the a an northern southern eastern western central nearby neighbouring neighboring".split())
BESIDE = frozenset({" ", "'s ", "’s "})
LINKS = frozenset(
    "in at near from with against on to by after before since despite under over through about that".split()
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention with its place in the text.

    ``start`` and ``end`` are offsets into the whole text, or -1 for a title outside of it. ``before``, ``after`` and
    ``then`` are the folded words beside it, one before (articles aside) and two behind, empty across a stop. ``leads``
    tells whether it stands among the first words of a sentence.
    """

    code: str
    kind: str
    size: int
    zone: Zone
    start: int
    end: int
    before: str
    after: str
    then: str
    leads: bool


def look(title: str, body: str, shift: int, title_at: int, gazetteer: Gazetteer) -> list[Sighting]:
    """All sightings, title first.

    The body begins at offset ``shift`` of the text, the title at ``title_at`` (-1: it stands outside the text). The
    two are read apart, so that it makes no difference where the title stands.
    """
    words = (cut(title), cut(body))
    sifted = People(gazetteer).sift((each, find(each, gazetteer)) for each in words)
    settled = Resolver(gazetteer).settle(zip(words, sifted, strict=True))
    zones = survey(body)
    heading = [sight(words[0], mention, None, title_at) for mention in settled[0]]
    return heading + [sight(words[1], mention, zones, shift) for mention in settled[1]]


def sight(words: Words, mention: Mention, zones: Zones | None, shift: int) -> Sighting:
    """A mention with its place."""
    start, end = words.starts[mention.first], words.ends[mention.last - 1]
    zone: Zone = zones.of(start) if zones else "title"
    place = (start + shift, end + shift) if shift >= 0 else (-1, -1)
    first = mention.first - (words.key(mention.first - 1) in PASSED_OVER)
    before = words.key(first - 1) if words.gap(first - 1).isspace() else ""
    after = words.key(mention.last) if words.gap(mention.last - 1) in BESIDE else ""
    then = words.key(mention.last + 1) if after and words.gap(mention.last) == " " else ""
    return Sighting(
        mention.code, mention.kind, mention.size, zone, *place, before, after, then, leads(words, mention.first)
    )


def leads(words: Words, index: int) -> bool:
    """Whether a sentence begins at most five words before, and no preposition or past verb stands between."""
    for at in range(index, index - OPENING, -1):
        gap = words.gap(at - 1)
        if "." in gap or "\n" in gap or "?" in gap or "!" in gap:
            return True
        if words.key(at - 1) in LINKS or words.key(at - 1).endswith("ed"):
            return False
    return False
