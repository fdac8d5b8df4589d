"""Whether a stretch is of the type that is asked for, strictly: what a sentence merely has is not enough."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.question.nouns import TYPE_OF
from bot.answers.ranking.types import has

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.question.value import AnswerType
    from bot.answers.ranking.lines import Line
    from bot.answers.spans.choose import Chosen
    from bot.model import Dossier, Token

_BECAUSE = re.compile(
    r"\b(?:because|since|due|owing|thanks to|so that|result|led|caus\w+|prompt\w*|reasons?|over|amid|following|"
    r"blam\w+|given|as|after|for|in order|fear\w*|avoid\w*|concern\w*|to [a-z]+)\b",
    re.IGNORECASE,
)
_HOW = re.compile(r"\b(?:by|through|via|using|with|from|on|under)\b|\w{3}ly\b", re.IGNORECASE)
_BEFORE = 3  # words before a stretch that still tell what it is for
_PEOPLE = frozenset({"person", "group"})
_NOBODY = frozenset({"GPE", "DATE", "LOC", "ORG", "FAC"})
_FOLK = re.compile(r"(?:man|men|woman|women|er|or|ist|ian|ee|ant|ent|people|child(?:ren)?|boy|girl|wife|husband|folk)$")


class Piece(NamedTuple):
    """A stretch: its words with labels, the places of them and of its head in the sentence, and its text as led to."""

    line: Line
    inside: range
    head: int
    led: str

    @property
    def noun(self) -> Token:
        """Its head."""
        return self.line.tokens[self.head - self.inside.start]

    @property
    def named(self) -> str | None:
        """The type that its head names: of "two hospitals", place."""
        return TYPE_OF.get(self.noun.lemma.lower())


def piece_of(dossier: Dossier, line: Line, best: Chosen) -> Piece | None:
    """Of what was chosen in that sentence; None when it has no word of its own."""
    start, end = best.evidence.start, best.evidence.end
    places = [at for at, token in enumerate(line.tokens) if start <= token.start < end]
    if not places:
        return None
    inside = range(places[0], places[-1] + 1)
    begin = bisect_left(dossier.reading.tokens, line.span.start, key=lambda token: token.start)
    labels = frozenset(each.label for each in dossier.reading.entities if each.start < end and start < each.end)
    return Piece(
        line._replace(
            tokens=line.tokens[inside.start : inside.stop], words=line.words[inside.start : inside.stop], labels=labels
        ),
        inside,
        next((at for at in inside if line.tokens[at].head - begin not in inside), inside.start),
        " ".join(line.words[max(0, inside.start - _BEFORE) : inside.stop]),
    )


def fits(piece: Piece, kind: AnswerType) -> bool | None:
    """Whether it is of that type; None where nobody can tell."""
    test = _TESTS.get(kind)
    return None if test is None else test(piece)


def _person(piece: Piece) -> bool:
    if piece.noun.pos == "PROPN":
        return "PERSON" in piece.line.labels or not piece.line.labels & _NOBODY
    return piece.noun.pos == "NOUN" and (piece.named in _PEOPLE or bool(_FOLK.search(piece.noun.lemma.lower())))


def _group(piece: Piece) -> bool:
    return bool({"ORG", "NORP", "GPE"} & piece.line.labels) or piece.named in _PEOPLE or piece.noun.tag == "NNS"


def _place(piece: Piece) -> bool:
    return has(piece.line, "place") or piece.named == "place" or piece.line.tokens[0].pos == "ADP"


def _same(kind: AnswerType) -> Callable[[Piece], bool]:
    return lambda piece: has(piece.line, kind)


_TESTS: dict[AnswerType, Callable[[Piece], bool]] = {
    "person": _person,
    "group": _group,
    "place": _place,
    "date": lambda piece: has(piece.line, "date") or has(piece.line, "time") or has(piece.line, "duration"),
    "time": lambda piece: has(piece.line, "date") or has(piece.line, "time") or has(piece.line, "duration"),
    "duration": lambda piece: has(piece.line, "duration") or has(piece.line, "date"),
    "frequency": _same("frequency"),
    "age": _same("number"),
    "number": _same("number"),
    "measure": _same("number"),
    "money": lambda piece: has(piece.line, "money") or has(piece.line, "number"),
    "percent": lambda piece: has(piece.line, "percent") or has(piece.line, "number"),
    "name": lambda piece: any(token.pos == "PROPN" for token in piece.line.tokens),
    "reason": lambda piece: bool(_BECAUSE.search(piece.led)),
    "purpose": lambda piece: bool(_BECAUSE.search(piece.led)),
    "manner": lambda piece: bool(_HOW.search(piece.led)),
}
