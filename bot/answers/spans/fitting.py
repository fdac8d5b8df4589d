"""Whether an answer is of the type that is asked for, by its entity label and by what it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.answers.question.value import AnswerType


class _Mould(NamedTuple):
    """Entity labels of a type, and the letters (`shape`) of what else is of it."""

    labels: frozenset[str]
    signs: frozenset[str]


def _mould(labels: str, signs: str = "") -> _Mould:
    return _Mould(frozenset(labels.split()), frozenset(signs))


_MOULDS: dict[AnswerType, _Mould] = {
    "person": _mould("PERSON ORG NORP GPE"),
    "group": _mould("ORG NORP GPE"),
    "place": _mould("GPE LOC FAC"),
    "date": _mould("DATE TIME", "YMDR"),
    "time": _mould("TIME", "T"),
    "duration": _mould("", "U"),
    "frequency": _mould("", "U"),
    "age": _mould("DATE CARDINAL", "N"),
    "number": _mould("CARDINAL QUANTITY ORDINAL PERCENT MONEY", "N"),
    "money": _mould("MONEY", "$"),
    "percent": _mould("PERCENT", "%"),
    "measure": _mould("QUANTITY", "L"),
}


def fits(asked: AnswerType, label: str, shape: str) -> bool | None:
    """Of the head's label and the shape; None where anything may be of the type ("why", "what kind of")."""
    mould = _MOULDS.get(asked)
    if mould is None:
        return None
    signs = frozenset() if shape in {"Cap", "low"} else frozenset(shape)
    return label in mould.labels or bool(mould.signs & signs)
