"""Not stated, with the nearest sentences: nothing is answered before answering can be trusted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Answer, Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Dossier, Question, Reading, Vector

NEAREST = 3
_WORD = re.compile(r"\w+")
_SHORT = 3  # words of up to so many letters say nothing about a sentence


def answer(
    question: Question,
    dossier: Dossier,
    asked: Reading | None = None,
    meaning: Vector | None = None,  # noqa: ARG001  the ranker's
    before: Sequence[Reading] = (),  # noqa: ARG001  the follow-up's
) -> Answer:
    """Decline, and show the sentences that share the most words with the question, at most three, the nearest first.

    ``asked`` is the grammar of ``plainly(question.words, names)``, ``meaning`` its vector (None: no embedder, or the
    dossier has no vectors), ``before`` the grammar of the questions before it, made plain the same way.
    """
    wanted = _content(" ".join((question.words, *(token.lemma for token in (asked.tokens if asked else ())))))
    text = dossier.article.text
    ranked = sorted(
        (-len(wanted & _content(text[span.start : span.end])), span.start, span.end)
        for span in dossier.reading.sentences
    )
    nearest = tuple(
        Evidence(start, end, text[start:end], text[start:end]) for shared, start, end in ranked[:NEAREST] if shared
    )
    return Answer(answerable=False, confidence=0.0, evidence=nearest)


def _content(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if len(word) > _SHORT}
