"""Whether a sentence has anything of the type that is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.question.value import AnswerType
    from bot.answers.ranking.lines import Line

_UNITS = frozenset("second minute hour day week month year decade century night weekend".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split()
)
_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|thanks to|in order|so that|as a result|led to|caused?|prompted|reasons?|over|"
    r"amid|following|blam(?:ed?|ing)|given|so|as|after|for)\b|\bto [a-z]+",
    re.IGNORECASE,
)
_MANNER = re.compile(r"\b(?:by|through|via|using|with|from|on)\b|\w{3}ly\b", re.IGNORECASE)
_SPEECH = frozenset(
    "say tell add claim state announce warn write tweet post describe call insist argue explain admit reply note "
    "comment deny ask urge accuse confirm believe think".split()
)
_MARKS = frozenset('"“”‘«»')
_OFTEN = re.compile(
    r"\b(?:once|twice|every|each|daily|weekly|monthly|annual\w*|times|per|often|regularly)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_MONEY = re.compile(
    r"[$£€¥]|\b(?:US|A|C|NZ|HK|PS|Rs)[$.]?\d|\b(?:dollars?|pounds?|euros?|cents?|pence|yuan|yen|rupees?)\b"
)
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpercentage\b|\b(?:half|third|quarter)s?\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b|\b(?:noon|midnight|morning|evening|afternoon|night)\b", re.IGNORECASE)


def _said(line: Line) -> str:
    return " ".join(line.words)


def _lemmas(line: Line) -> set[str]:
    return {token.lemma.lower() for token in line.tokens}


def _number(line: Line) -> bool:
    return any(token.pos == "NUM" or word[:1].isdigit() for token, word in zip(line.tokens, line.words, strict=True))


def _person(line: Line) -> bool:
    return "PERSON" in line.labels or any(token.pos == "PROPN" for token in line.tokens)


def _date(line: Line) -> bool:
    return "DATE" in line.labels or bool(_lemmas(line) & _MONTHS) or any(map(_YEAR.fullmatch, line.words))


def _quote(line: Line) -> bool:
    return bool(_MARKS & set(_said(line))) or bool(_lemmas(line) & _SPEECH)


def _definition(line: Line) -> bool:
    return any(token.dep in {"attr", "appos"} or token.dep == "compound" for token in line.tokens)


_TESTS: dict[AnswerType, Callable[[Line], bool]] = {
    "person": _person,
    "group": lambda line: bool({"ORG", "NORP"} & line.labels),
    "place": lambda line: bool({"GPE", "LOC", "FAC"} & line.labels),
    "date": _date,
    "time": lambda line: "TIME" in line.labels or bool(_CLOCK.search(_said(line))),
    "duration": lambda line: bool(_lemmas(line) & _UNITS),
    "frequency": lambda line: bool(_OFTEN.search(_said(line))),
    "age": _number,
    "number": _number,
    "money": lambda line: "MONEY" in line.labels or bool(_MONEY.search(_said(line))),
    "percent": lambda line: "PERCENT" in line.labels or bool(_PERCENT.search(_said(line))),
    "measure": _number,
    "reason": lambda line: bool(_REASON.search(_said(line))),
    "purpose": lambda line: bool(_REASON.search(_said(line))),
    "manner": lambda line: bool(_MANNER.search(_said(line))),
    "quote": _quote,
    "definition": _definition,
}
"""Types that are not here can be in any sentence."""


def has(line: Line, kind: AnswerType) -> bool:
    """Whether something in the sentence could be the answer by its type alone."""
    test = _TESTS.get(kind)
    return test is None or test(line)
