"""The words of a question that its answer stands near, and how much each weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.question.value import Focus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.model import Reading

_CONTENT = {"NOUN": 1.0, "PROPN": 1.5, "VERB": 1.0, "ADJ": 0.8, "NUM": 1.2, "ADV": 0.4, "X": 0.8, "INTJ": 0.4}
_NAME = 2.0
_FAINT = 0.25
_FAINT_WORDS = frozenset(
    "be do have say tell go get make happen know think talk mention state thing article story piece report kind type "
    "sort exactly actually even really still yet so now then there here people many much more most other else get "
    "got ever already just again also lot whole bit way whats waht".split()
)
_NONE = frozenset(
    "what who whom whose when where why how which a an the and or but of in on at to for from by with about as if it "
    "its he she they him her them his their this that these those i me my we us our you your not no is are was were "
    "did does has had will would can could should may might must shall any some s t d ll re ve been being up "
    "out".split()
)
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_NUMBER = re.compile(r"^[$€£]?\d[\d.,:/]*(?:%|[a-z]{1,8})?$", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:(?:in|on|since|before|after|by|until|during|last|this|next|early|late) )*(?:(?:last|this|next) "
    r"(?:week|month|year|weekend|night|summer|winter|spring|autumn|fall)|yesterday|today|tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|"
    r"november|december)(?: \d{1,2})?(?:,? \d{4})?|(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)


class Words(NamedTuple):
    """Focus words with weights, names and numbers among them, and the time that a question names."""

    focus: tuple[Focus, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    time: str | None


def words_of(text: str, asked: Reading | None, known: Mapping[str, str]) -> Words:
    """Of the question proper; ``known`` are the article's names, by which names are known that stand first."""
    weights: dict[str, float] = {}
    names: list[str] = []
    numbers: list[str] = []
    for at, (word, lemma, pos) in enumerate(_tokens(text, asked)):
        low = word.lower()
        if low in _NONE and not (word.isupper() and len(word) > 1 and not text.isupper()):
            continue
        named = low in known or (word[:1].isupper() and (pos == "PROPN" or at > 0))
        if _NUMBER.match(word):
            numbers.append(word)
        elif named and low not in _FAINT_WORDS:
            names.append(word)
        weight = _NAME if named else _CONTENT.get(pos, 0.5)
        key = lemma.lower()
        weights[key] = max(weights.get(key, 0.0), _FAINT if key in _FAINT_WORDS else weight)
    time = _TIME.search(text)
    focus = tuple(Focus(lemma, weight) for lemma, weight in weights.items())
    return Words(focus, tuple(names), tuple(numbers), time.group() if time else None)


def _tokens(text: str, asked: Reading | None) -> Iterator[tuple[str, str, str]]:
    """Word, lemma and coarse tag; without a reading, a word is its own lemma."""
    if asked is None:
        for found in _WORD.finditer(text):
            yield found.group(), found.group(), "PROPN" if found.group()[:1].isupper() else "NOUN"
        return
    for token in asked.tokens:
        word = text[token.start : token.end]
        if any(sign.isalnum() for sign in word) and token.pos not in {"PUNCT", "SPACE"}:
            yield word, token.lemma, token.pos
