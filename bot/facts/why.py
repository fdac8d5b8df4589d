"""Why: only what the text itself gives as a reason, by its own word for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.reasons import opened
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page

# How strongly each opener speaks of a reason.
_OPENERS = (
    (re.compile(r"\b(?:because of|because|due to|owing to|on account of|as a result of|on the grounds that)\b\s*", re.IGNORECASE), 2.0),
    (re.compile(r"\b(?:in (?:retaliation|revenge|reprisal|response|protest|exchange|return|reaction) (?:for|to|against|at|over)|in retaliation)\b\s*", re.IGNORECASE), 2.0),
    (re.compile(r"\b(?:was|were|is|are|been|be)\s+(?:caused|triggered|sparked|prompted|driven|motivated|fuell?ed|blamed)\s+(?:by|on)\b\s*", re.IGNORECASE), 1.7),
    (re.compile(r"\b(?:attribut\w+ (?:to)|blam(?:es?|ed|ing) (?:it|this|the \w+) on|stem(?:s|med)? from|result(?:s|ed)? from|thanks to|in order to|so that|in an? (?:effort|attempt|bid|move) to|in a bid to|as part of)\b\s*", re.IGNORECASE), 1.4),
    (re.compile(r"\b(?:the )?(?:reasons?|cause|motive) (?:for \w+(?: \w+){0,4} )?(?:is|was|were|are)\b\s*", re.IGNORECASE), 1.2),
    (re.compile(r"\b(?:amid|over|following|after)\b\s*", re.IGNORECASE), 0.5),
)


def why(page: Page, attribution: Attribution, events: dict[int, float]) -> Iterator[Fact]:
    """Reasons outside noise; a reason in a sentence about the event counts more."""
    for sentence in page.sentences:
        if not sentence.clean:
            continue
        event = events.get(sentence.number, 0.0)
        for opener, weight in _OPENERS:
            if weight < 1 and not event:
                continue
            for left, right, _ in opened(page, sentence, opener):
                first, last = page.tokens(left, right)
                if not 2 <= last - first or not page.clean(left, right):
                    continue
                evidence = page.evidence(left, right)
                claimed, certainty = attribution.of(page.doc[first])
                score = round(weight + event + 1.0 / (1 + 0.3 * sentence.number), 4)
                yield Fact("why", evidence.words, evidence, claimed, certainty, score)
