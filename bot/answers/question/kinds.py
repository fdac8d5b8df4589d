"""The kind of a question, and the types that its answer may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.question.cues import CUES
from bot.answers.question.nouns import KIND_OF, TYPE_OF

if TYPE_CHECKING:
    from bot.answers.question.asked import Asked
    from bot.answers.question.value import AnswerType, Kind

_OPEN: tuple[AnswerType, ...] = ("thing", "clause")
_PEOPLE: tuple[AnswerType, ...] = ("person", "group")
_ATTRIBUTE = re.compile(r"\b(?:of|in|for|on)\b|'s ")
_NAME_OF = re.compile(r"^what (?:is|are|was|were) (?:the |a |an )?\w+ of (?:the |a |an )?(?:\w+ )?(\w+)")


def kind_of(plain: str, asked: Asked | None = None) -> tuple[Kind, tuple[AnswerType, ...]]:
    """Kind and types of the answer to a question made regular; ``asked`` is what its grammar tells."""
    kind, types = next(
        ((cue.kind, cue.types) for cue in CUES if cue.pattern.search(plain)), ("what", ("clause", "thing"))
    )
    if asked is None:
        return kind, types
    if kind == "person" and (asked.ends_in_verb or asked.verb not in {None, "be"}):
        return "who", _PEOPLE
    if types[0] == "definition" and asked.ends_in_verb:
        return "what", _OPEN
    return _by_noun(plain, kind, types, asked.noun)


def _by_noun(
    plain: str, kind: Kind, types: tuple[AnswerType, ...], noun: str | None
) -> tuple[Kind, tuple[AnswerType, ...]]:
    """A noun after "what" or "which" tells the type better than the question word does."""
    if kind != "what" or noun is None or types[0] in {"sort", "deed", "reason", "name"}:
        return kind, types
    named = TYPE_OF.get(noun)
    if named is None or (named in {"reason", "purpose"} and not re.search(rf"\b{noun}s? (?:of|for|behind)\b", plain)):
        return kind, _OPEN if types[0] == "definition" and _ATTRIBUTE.search(plain) else types
    if named == "name" and (holder := _NAME_OF.search(plain)):
        named = TYPE_OF.get(holder[1], "name")
    return KIND_OF.get(named, "what"), (named, *(each for each in types if each not in {named, "definition"}))
