"""Yes or no, and when neither is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.verdict import verdict_of
from bot.answers.wish import names_of, plainly, understand
from bot.articles.paste.pasted import read_text
from bot.model import Question
from tests.newsroom import editor

if TYPE_CHECKING:
    from bot.facts.reader import SpacyReader
    from bot.model import Verdict

VERDICTS: tuple[tuple[str, str, Verdict | None], ...] = (
    ("The union signed the contract on Friday.", "did the union sign the contract?", "yes"),
    ("The union did not sign the contract.", "did the union sign the contract?", "no"),
    ("The union never signed the contract.", "did the union sign the contract?", "no"),
    ("The union refused to sign the contract.", "did the union sign the contract?", "no"),
    ("No passenger was injured.", "was any passenger injured?", "no"),
    ("The bridge is open again.", "is the bridge open?", "yes"),
    ("Rescuers failed to find any survivors.", "any survivors?", "no"),
    ("The union may sign the contract.", "did the union sign the contract?", None),
    ("Whether the union signed the contract is unclear.", "did the union sign the contract?", None),
    ("The union read the contract.", "did the union sign the contract?", None),
    ("The council signed the contract.", "did the Teamsters sign the contract?", None),
    ("Many visitors liked the new hall.", "did everyone like the new hall?", None),
    ("Did the union sign the contract?", "did the union sign the contract?", None),
    ("The union signed the contract.", "who signed the contract?", None),
    ("The union failed to sign the contract.", "did the union fail to sign the contract?", "yes"),
    ("Nobody knows.", "is it?", None),
)
"""A sentence, a question, and what the sentence says to it."""


@pytest.mark.parametrize(("sentence", "question", "verdict"), VERDICTS)
def test_yes_or_no_only_where_a_sentence_says_so_plainly(
    reader: SpacyReader, sentence: str, question: str, verdict: Verdict | None
) -> None:
    """Negation turns it; what is unsure, of others, or lacks a part of the question says nothing."""
    dossier = editor().compile(read_text(sentence))
    names = names_of(sentence, dossier.reading)
    wish = understand(Question(question), reader.parse(plainly(question, names)), (), names)
    assert verdict_of(wish, dossier, 0) == verdict
