"""Tolls that news tells without saying of whom: "the death toll rose to 16"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import Evidence
from bot.stories import words as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Digest, Fact

UNIT = "people"
_TOLL = re.compile(
    r"\b(?:toll|number of (?:people|those|victims)?[^.;]{0,30}?\b(?:dead|killed|died|dies|deaths|fatalities))\b"
    r"[^.;:]{0,160}?\b(?:to|at|reached|reaches)\s+(?P<amount>(?:at least |more than |over |about |nearly )?"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?))\b",
    re.IGNORECASE,
)


def tolls(digest: Digest) -> Iterator[Fact]:
    """The dead that the key facts count by a toll, as figures of people, each with its evidence."""
    for fact in digest.key_facts:
        found = _TOLL.search(fact.evidence.words)
        counted = w.numbers(found["number"]) if found else frozenset()
        if found and len(counted) == 1:
            start = fact.evidence.start + found.start("amount")
            place = Evidence(start, start + len(found["amount"]), found["amount"], fact.evidence.sentence)
            value = float(next(iter(counted)))
            yield replace(
                fact, slot="figure", words=found["amount"], evidence=place, value=value, unit=UNIT, clause=found[0]
            )
