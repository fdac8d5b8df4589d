"""Names of places that the model missed: Doc in, spans out.

A short run of capitalised proper nouns is a place behind a kind of place ("the city of X"), where somebody goes ("flew
to X"), and behind "in" or "near" with no noun behind it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Span

from bot.facts.grammar.entity_types import is_home, is_located, is_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

LONGEST = 2  # words of a name


def missed_places(doc: Doc, tokens: list[Token]) -> Iterator[Span]:
    """Places among the proper nouns that belong to no entity; ``tokens`` are the Doc's."""
    for before, token in pairwise(tokens):
        if before.lower_ not in {"in", "near", "of", "to"} or not _is_name(token):
            continue
        last = token.i + 1
        while last < len(doc) and _is_name(tokens[last]):
            last += 1
        span = Span(doc, token.i, last, label="GPE")
        if len(span) <= LONGEST and (is_of_kind(span) or is_home(span) or is_located(span)):
            yield span


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and not token.ent_type_ and token.text.istitle() and token.is_alpha
