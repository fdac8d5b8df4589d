"""What somebody wants to know, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
    "who",
    "what",
    "when",
    "where",
    "why",
    "how",
    "how_many",
    "how_much",
    "yes_no",
    "said",
    "person",
    "next",
    "list",
]
"""``said``: what somebody said; ``person``: who somebody is; ``next``: what comes; ``list``: all of a sort."""

AnswerType = Literal[
    "person",
    "group",
    "place",
    "date",
    "time",
    "duration",
    "frequency",
    "age",
    "number",
    "money",
    "percent",
    "measure",
    "reason",
    "purpose",
    "manner",
    "quote",
    "definition",
    "sort",
    "name",
    "deed",
    "clause",
    "thing",
]
"""What can be an answer. ``group``: people with one name (firm, party, team); ``measure``: a number with its unit;

``definition``: what somebody or something is; ``sort``: the modifier in "what kind of"; ``name``: how it is called;
``deed``: a predicate ("what did she do"); ``clause``: anything that is said; ``thing``: a noun phrase.
"""


class Focus(NamedTuple):
    """A word of the question that its answer stands near: its lemma in lower case, and its weight, 0..2."""

    lemma: str
    weight: float


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked.

    ``words`` is the question without its wrapping ("can you tell me"), the last sentence of a long one. ``types``
    are what the answer may be, the likeliest first. ``subject`` is whom or what the question is about, as typed (the
    earlier question's, where this one says "she"). ``verb`` is the lemma of what is done, ``noun`` of what is asked
    for ("which hospitals": hospital); None when nothing says so. ``focus`` holds every word with meaning, names and
    numbers too. ``names`` and ``numbers`` are words as typed, a name's words one by one. ``time`` is the span of time
    that the question names. ``plural`` tells that several answers are expected. ``verbs`` are the lemmas of all its
    verbs but auxiliaries, in order. ``role`` is the dependency of what is asked for ("nsubj" in "who came"), ``gap``
    the lemma of the word that it depends on, ``preposition`` the one that it would follow ("what did they vote on");
    "" and None where the parse has none. ``leans`` tells that the earlier question was needed to understand this one.
    """

    words: str
    kind: Kind
    types: tuple[AnswerType, ...]
    subject: str | None = None
    verb: str | None = None
    noun: str | None = None
    focus: tuple[Focus, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    time: str | None = None
    plural: bool = False
    verbs: tuple[str, ...] = ()
    role: str = ""
    gap: str | None = None
    preposition: str | None = None
    leans: bool = False
