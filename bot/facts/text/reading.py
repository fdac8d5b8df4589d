"""A spaCy Doc becomes a frozen Reading: the only place where grammar leaves spaCy's types."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.model import Reading, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

LONGEST = 2_500  # characters of a sentence; the longest of 570 articles has 1,600


def reading_of(doc: Doc) -> Reading:
    """Sentences, tokens, entities and noun chunks of a Doc; margins of white space belong to no sentence."""
    return Reading(
        sentences=tuple(_sentences(doc)),
        tokens=tuple(
            Token(token.idx, token.idx + len(token), token.lemma_, token.pos_, token.tag_, token.dep_, token.head.i)
            for token in doc
        ),
        entities=tuple(Span(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents),
        chunks=tuple(Span(chunk.start_char, chunk.end_char, chunk.root.dep_) for chunk in doc.noun_chunks),
    )


def _sentences(doc: Doc) -> list[Span]:
    spans = []
    for left, right in sentence_bounds(doc):
        spans.append(Span(doc[left].idx, doc[right - 1].idx + len(doc[right - 1])))
    return spans


def sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """The sentences as token indexes (first, one after the last), without white space at their margins.

    What goes on for longer than any sentence is cut, so that evidence stays short however much of it there is.
    """
    starts = [token.i for token in doc if token.is_sent_start or token.i == 0]
    bounds = []
    for left, right in (part for span in pairwise([*starts, len(doc)]) for part in _cut(doc, *span)):
        first, last = left, right
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first < last:
            bounds.append((first, last))
    return bounds


def _cut(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    begin = first
    if doc[last - 1].idx - doc[first].idx > LONGEST:
        for index in range(first, last):
            if doc[index].idx - doc[begin].idx > LONGEST:
                yield begin, index
                begin = index
    yield begin, last
