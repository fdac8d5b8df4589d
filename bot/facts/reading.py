"""A spaCy Doc becomes a frozen Reading: the only place where grammar leaves spaCy's types."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.model import Reading, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
    """The sentences as token indexes (first, one after the last), without white space at their margins."""
    starts = [token.i for token in doc if token.is_sent_start or token.i == 0]
    bounds = []
    for first, last in pairwise([*starts, len(doc)]):
        left, right = first, last
        while left < right and doc[left].is_space:
            left += 1
        while right > left and doc[right - 1].is_space:
            right -= 1
        if left < right:
            bounds.append((left, right))
    return bounds
