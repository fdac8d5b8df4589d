"""A spaCy Doc becomes a frozen Reading: the only place where grammar leaves spaCy's types."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.model import Reading, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc
    from spacy.tokens import Token as Parsed

LONGEST = 2_500  # characters of a sentence; the longest of 570 articles has 1,600


def reading_of(doc: Doc) -> Reading:
    """Sentences, tokens, entities and noun chunks of a Doc; margins of white space belong to no sentence."""
    tokens = list(doc)
    return Reading(
        sentences=tuple(_sentences(tokens)),
        tokens=tuple(
            Token(token.idx, token.idx + len(token), token.lemma_, token.pos_, token.tag_, token.dep_, token.head.i)
            for token in tokens
        ),
        entities=tuple(Span(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents),
        chunks=tuple(Span(chunk.start_char, chunk.end_char, chunk.root.dep_) for chunk in doc.noun_chunks),
    )


def _sentences(tokens: list[Parsed]) -> list[Span]:
    spans = []
    for left, right in sentence_bounds(tokens):
        spans.append(Span(tokens[left].idx, tokens[right - 1].idx + len(tokens[right - 1])))
    return spans


def sentence_bounds(tokens: list[Parsed]) -> list[tuple[int, int]]:
    """The sentences as token indexes (first, one after the last), without white space at their margins.

    What goes on for longer than any sentence is cut, so that evidence stays short however much of it there is.
    """
    starts = [index for index, token in enumerate(tokens) if not index or token.is_sent_start]
    bounds = []
    for left, right in (part for span in pairwise([*starts, len(tokens)]) for part in _cut(tokens, *span)):
        first, last = left, right
        while first < last and tokens[first].is_space:
            first += 1
        while last > first and tokens[last - 1].is_space:
            last -= 1
        if first < last:
            bounds.append((first, last))
    return bounds


def _cut(tokens: list[Parsed], first: int, last: int) -> Iterator[tuple[int, int]]:
    begin = first
    if tokens[last - 1].idx - tokens[first].idx > LONGEST:
        for index in range(first, last):
            if tokens[index].idx - tokens[begin].idx > LONGEST:
                yield begin, index
                begin = index
    yield begin, last
