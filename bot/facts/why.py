"""Why: only what the text itself gives as a reason, by its own word for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.blame import causes
from bot.facts.grounds import gives_reason, is_denied
from bot.facts.lexicon import words
from bot.facts.reasons import opened
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page, Sentence

LEAST = 1.9  # score of a reason that is worth telling
SURE, STRONG = 1.75, 12  # a weight from which a reason counts farther down, and how far
ASIDE = 0.1  # relevance below which even a sure reason is that of something else
RELEVANT, UPPER, TOP = 0.5, 4, 1.4  # relevance or place in the text that lets a reason count; title and lede have 1.5


@dataclass(frozen=True, slots=True)
class _Opener:
    """A pattern, how strongly it speaks of a reason, and whether it counts only in title and lede."""

    pattern: re.Pattern[str]
    weight: float
    top: bool = False


def _opener(pattern: str, weight: float, *, top: bool = False) -> _Opener:
    return _Opener(re.compile(pattern, re.IGNORECASE), weight, top)


_OPENERS = (
    _opener(
        r"\b(?:because of|because|due to|owing to|on account of|as a result of|on the grounds that|"
        r"(?<!comes )(?<!came )(?<!come )(?<!back )down to)\b\s*",
        2.0,
    ),
    # The noun belongs to the answer: "retaliation for air strikes".
    _opener(
        r"\b(?:(?:in|as|was|were|is|called it) (?:an? )?[\"“‘']?)(?=(?:retaliation|revenge|reprisal|retribution|"
        r"response|protest|return|reaction)\b[^.]{0,12}\b(?:for|to|against|at|over)\b)",
        2.2,
    ),
    _opener(
        r"\b(?:was|were|is|are|been|be)\s+(?:caused|triggered|sparked|prompted|driven|motivated|fuell?ed)\s+by\s*", 1.8
    ),
    _opener(
        r"\b(?:stem(?:s|med)? from|result(?:s|ed)? from|thanks to|in order to|so that|"
        r"in an? (?:effort|attempt|bid|move) to)\b\s*",
        1.4,
    ),
    _opener(r"\b(?:the )?(?:reasons?|cause|motive) (?:for \w+(?: \w+){0,4} )?(?:is|was|were|are)\b\s*", 1.2),
    _opener(
        r"\bto (?=(?:avoid|prevent|protest|demand|mark|reduce|cut|save|make|help|protect|stop|meet|ensure|end|restore|"
        r"raise|boost|ease|curb|keep)\b)",
        1.0,
        top=True,
    ),
    _opener(r"\b(?:amid|after|following)\b\s*", 0.8, top=True),
    _opener(r"\bover\b\s*(?=[A-Za-z])", 0.2, top=True),
)
_FOR_DOING = re.compile(r"\bfor (?=\w{2,}ing\b)", re.IGNORECASE)


def why(page: Page, attribution: Attribution, events: dict[int, float]) -> Iterator[Fact]:
    """Reasons outside noise; one in a sentence about the event counts more."""
    for sentence in page.sentences:
        event = events.get(sentence.number, 0.0)
        if not sentence.clean:
            continue
        for left, right, weight in _reasons(page, sentence, event):
            sure = weight > SURE and sentence.number <= STRONG
            if sentence.number > UPPER and event < (ASIDE if sure else RELEVANT):
                continue
            first, last = page.tokens(left, right)
            if last - first > 1 and page.clean(left, right) and not is_denied(page.doc[first]):
                evidence = page.evidence(left, right)
                claimed, certainty = attribution.of(page.doc[first])
                score = weight + event + 1.0 / (1 + 0.3 * sentence.number) - (0.6 if page.quoted[first] else 0.0)
                if score >= LEAST:
                    yield Fact("why", evidence.words, evidence, claimed, certainty, round(score, 4))


def _reasons(page: Page, sentence: Sentence, event: float) -> Iterator[tuple[int, int, float]]:
    for opener in _OPENERS:
        if opener.top and event < TOP:
            continue
        for left, right, opened_by in opened(page, sentence, opener.pattern):
            if gives_reason(page, sentence, left, right, opened_by):
                yield left, right, opener.weight
    for left, right, _ in opened(page, sentence, _FOR_DOING):
        first, _ = page.tokens(left, right)
        if _judged(page, sentence, first):
            yield left, right, 1.7
    for left, right, weight in causes(page, sentence):
        yield left, right, weight


def _judged(page: Page, sentence: Sentence, first: int) -> bool:
    """Whether "for doing" gives the reason of a praise, a punishment or a reproach just before it."""
    return any(
        page.doc[index].lemma_.lower() in words("judging_words")
        for index in range(max(sentence.first, first - 12), first)
    )
