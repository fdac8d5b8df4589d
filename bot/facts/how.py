"""How: the manner or means, only where the text opens it with its own word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.reasons.reasons import opened
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page

_OPENERS = (
    (re.compile(r"\bby (?=\w+ing\b(?! to\b))", re.IGNORECASE), 1.6),
    (re.compile(r"\b(?:by means of|with the help of|through the use of)\b\s*", re.IGNORECASE), 1.4),
    (re.compile(r"\bvia\b\s*", re.IGNORECASE), 0.8),
)

LEAST = 2  # tokens of an answer
RELEVANT = 0.5  # of the sentence: means are told everywhere, few are those of the event


def how(page: Page, attribution: Attribution, events: dict[int, float]) -> Iterator[Fact]:
    """Means in sentences that are about the event."""
    for sentence in page.sentences:
        event = events.get(sentence.number, 0.0)
        if not sentence.clean or event < RELEVANT:
            continue
        for opener, weight in _OPENERS:
            for left, right, _ in opened(page, sentence, opener):
                first, last = page.tokens(left, right)
                if last - first < LEAST or page.quoted[first] or not page.clean(left, right):
                    continue
                evidence = page.evidence(left, right)
                claimed, certainty = attribution.of(page.token[first])
                yield Fact("how", evidence.words, evidence, claimed, certainty, round(weight + event, 4))
