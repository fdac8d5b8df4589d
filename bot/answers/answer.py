"""Not stated, with the nearest sentences: nothing is answered before answering can be trusted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Answer, Evidence

if TYPE_CHECKING:
    from bot.model import Dossier, Question, Reading

NEAREST = 3
_WORD = re.compile(r"\w+")
_SHORT = 3  # words of up to so many letters say nothing about a sentence


def answer(question: Question, dossier: Dossier, asked: Reading | None = None) -> Answer:
    """Decline, and show the sentences that share the most words with the question, at most three, the nearest first.

    ``asked`` is the question's own grammar, by whose lemmas words are compared where it is given.
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
