"""The kind of a question, and the types that its answer may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.question.cues import CUES, KIND_OF, TYPE_OF

if TYPE_CHECKING:
    from bot.answers.question.value import AnswerType, Kind

_ASKED_FOR = re.compile(
    r"\b(?:what|which|whose|how many|how much)(?: (?:is|are|was|were))?(?: (?:the|his|her|its|their|a|an|other|else|"
    r"exact|total|current|new|first|last|of))* (?P<run>\w[\w'-]*(?: [\w'-]+){0,3})"
)
_AUXILIARY = re.compile(
    r"^(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|might|may|must|being|been|be|got|"
    r"to|of|in|on|at|for|by|with|from|that|who|there|and|or|we|you|they|he|she|it|i)$"
)
_OPEN = ("thing", "clause")


def kind_of(plain: str) -> tuple[Kind, tuple[AnswerType, ...], str | None]:
    """Kind, types and the noun that names what is asked for, of a question made regular."""
    kind, types = next(
        ((kind, types) for pattern, kind, types in CUES if pattern.search(plain)), ("what", ("clause", "thing"))
    )
    noun = _noun(plain)
    kind, types = _by_noun(plain, kind, types, noun)
    return kind, types, noun


def _by_noun(
    plain: str, kind: Kind, types: tuple[AnswerType, ...], noun: str | None
) -> tuple[Kind, tuple[AnswerType, ...]]:
    """A noun after "what" or "which" tells the type better than the question word does."""
    if kind != "what" or noun is None or types[0] in {"sort", "deed", "reason", "name"}:
        return kind, types
    named = TYPE_OF.get(noun)
    if named is None:
        return kind, types if types[0] not in {"definition"} or not re.search(r"\b(?:of|in|for|on)\b", plain) else _OPEN
    asks_name = re.search(r"^what (?:is|are|was|were) (?:the |a |an )?\w+ of (?:the |a |an )?(?:\w+ )?(\w+)$", plain)
    if named == "name" and asks_name:
        named = TYPE_OF.get(asks_name[1], "name")
    return KIND_OF.get(named, "what"), (named, *(t for t in types if t != named and t != "definition"))


def _noun(plain: str) -> str | None:
    """The last noun of the run after the question word: "which german city is" gives "city"."""
    found = _ASKED_FOR.search(plain)
    if not found:
        return None
    run = []
    for word in found["run"].split():
        if _AUXILIARY.match(word):
            break
        run.append(word)
    known = [word for word in run if word in TYPE_OF]
    return known[-1] if known else (run[0] if run else None)
