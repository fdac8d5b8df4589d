"""All places of a page: what counts as one, how often each is named, and which of them the text is about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.places.places import AREAS, KINDS, PLACES, widened
from bot.facts.places.standing import NEAR, STANDING, preposition
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from bot.facts.text.page import Page

_NO_PLACE = re.compile(
    r"[\d@#/]|^(?:earth|internet|facebook|twitter|instagram|white house|brexit|f\.?b\.?i\.?)$", re.IGNORECASE
)
_BUILT = frozenset(
    "tower airport stadium square street avenue bridge hospital prison palace cathedral mosque harbour harbor".split()
)
RELEVANT = 0.5  # relevance of a sentence farther down that puts the event somewhere
UPPER = 5  # number of the last sentence at the top
WITHIN = 6  # places that a full name holds at most


@dataclass(frozen=True, slots=True)
class Survey:
    """A page's places: how often each is named, which stand as places somewhere, and which words name none.

    ``anchored``: the text puts its event in a place that is no country.
    """

    places: tuple[Span, ...]
    counts: Counter[str]
    stood: frozenset[str]
    nameless: frozenset[str]
    anchored: bool

    @classmethod
    def of(cls, page: Page, events: dict[int, float]) -> Survey:
        """All places of a page."""
        entities = page.doc.ents
        places = tuple(entity for entity in entities if _is_place(entity))
        stood = {plain(each) for each in places if preposition(each.root) in STANDING or _opens(page, each)}
        # "The German consulate" has no name of its own.
        nameless = KINDS | {entity.text.lower() for entity in entities if entity.label_ == "NORP"}
        anchored = any(_anchors(page, entity, events) for entity in places)
        return cls(places, Counter(map(plain, places)), frozenset(stood), nameless, anchored)

    def whole(self, page: Page) -> Iterator[tuple[Span, int, int, int]]:
        """Each place with its offsets and how often it is named; one within another's full name is told with it."""
        end = -1
        for index, entity in enumerate(self.places):
            if entity.start_char < end:
                continue
            left, end = widened(page, entity)
            within = (each for each in self.places[index + 1 : index + 1 + WITHIN] if each.start_char < end)
            parts = [plain(entity), *(plain(each) for each in within if not is_broad(each))]
            yield entity, left, end, max(self.counts[part] for part in parts)


def _opens(page: Page, entity: Span) -> bool:
    """Whether a place opens a sentence without a full stop, as one does in a dateline."""
    sentence = page.sentence_of(entity.start)
    return not sentence.title and not sentence.whole and entity.start == sentence.first


def _anchors(page: Page, entity: Span, events: dict[int, float]) -> bool:
    """Whether the text puts its event in a place that is no country."""
    number = page.of_token[entity.start]
    near = preposition(entity.root) in NEAR and (number <= UPPER or events.get(number, 0.0) >= RELEVANT)
    return near and not is_broad(entity) and not page.quoted[entity.start]


def is_broad(entity: Span) -> bool:
    """Whether it is a country or a continent: too broad an answer where the text names a place within."""
    return plain(entity) in words("broad_places")


def _is_place(entity: Span) -> bool:
    built = (
        entity.label_ in {"ORG", "WORK_OF_ART", "PRODUCT"}
        and len(entity) > 1
        and entity[-1].lower_.rstrip("s") in _BUILT
    )
    return (entity.label_ in PLACES or built or _is_area(entity)) and not _NO_PLACE.search(entity.text)


def _is_area(entity: Span) -> bool:
    """Whether a name that the model takes for a thing stands as a place: "in the Jasper area"."""
    doc, last = entity.doc, entity.end
    kind = doc[last] if last < len(doc) else None
    if kind is None or entity.label_ == "NORP":
        return False
    return kind.lower_ in AREAS and kind.dep_ == "pobj" and kind.head.lower_ in NEAR


def plain(entity: Span) -> str:
    """The name in small letters, without an article."""
    return entity.text.lower().removeprefix("the ")
