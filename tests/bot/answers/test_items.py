"""Answers that are several, and answers that the digest has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.items import direct, items_of
from bot.answers.spans.choose import Likely, choose
from bot.answers.wish import names_of, plainly, understand
from bot.articles.paste.pasted import read_text
from bot.model import Question
from tests.newsroom import editor

if TYPE_CHECKING:
    from bot.answers.wish import Wish
    from bot.facts.reader import SpacyReader
    from bot.model import Dossier, Item

PIER = """\
Wellmouth to rebuild its pier
WELLMOUTH, England, April 2 (Example Wire) — Wellmouth council voted on Tuesday to rebuild the town's pier, which a \
storm destroyed in January.
"The pier is who we are," council leader Asha Patel told reporters.
"We will open it before the summer of 2027," Patel said.
The work will cost 12 million pounds, of which France gives two million.
Architects from Denmark, Norway and Iceland will draw the plans.
The council will choose a builder on May 9.
"""


def asked(reader: SpacyReader, question: str) -> tuple[Wish, Dossier]:
    """The question as it is understood, and the article about the pier."""
    dossier = editor().compile(read_text(PIER))
    names = names_of(dossier.article.text, dossier.reading)
    return understand(Question(question), reader.parse(plainly(question, names)), (), names), dossier


def words(items: tuple[Item, ...]) -> list[str]:
    """What a reader sees of them."""
    return [item.words for item in items]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("next steps", "The council will choose a builder on May 9"),
        ("numbers?", "12 million pounds"),
        ("quotes?", "The pier is who we are"),
        ("who is involved?", "council"),
        ("which countries?", "England"),
        ("what happened?", "voted"),
    ],
)
def test_what_is_asked_of_the_whole_article_the_digest_has(reader: SpacyReader, question: str, first: str) -> None:
    """Short questions about nothing in particular get what the digest has, with its evidence."""
    wish, dossier = asked(reader, question)
    found = direct(wish, dossier)
    assert any(first in each for each in words(found)[:2])
    assert all(dossier.article.text[each.evidence.start : each.evidence.end] == each.words for each in found)


def test_a_particular_question_is_not_answered_from_the_digest(reader: SpacyReader) -> None:
    """It names what it is about."""
    assert direct(*asked(reader, "when will the council choose a builder?")) == ()


def test_several_quotations_are_a_list(reader: SpacyReader) -> None:
    """All that Patel said, each with its evidence; with a topic, what she said of it."""
    for question, count in (("what did patel say?", 2), ("what did Asha Patel say about the summer?", 0)):
        wish, dossier = asked(reader, question)
        best = choose(wish, [Likely(2, 0.5), Likely(3, 0.5)], dossier)[0]
        assert len(items_of(wish, best, dossier)) == count


def test_what_and_joins_is_a_list(reader: SpacyReader) -> None:
    """The countries are Denmark, Norway and Iceland, one by one."""
    wish, dossier = asked(reader, "which countries are the architects from?")
    place = next(at for at, span in enumerate(dossier.reading.sentences) if "Architects" in PIER[span.start : span.end])
    best = choose(wish, [Likely(place, 1.0)], dossier)[0]
    assert words(items_of(wish, best, dossier)) == ["Denmark", "Norway", "Iceland"]


def test_one_thing_is_no_list(reader: SpacyReader) -> None:
    """One answer needs no items, however the question is put."""
    for question in ("how much will the work cost?", "what did the mayor say?", "which countries give money?"):
        wish, dossier = asked(reader, question)
        best = choose(wish, [Likely(4, 1.0)], dossier)[0]
        assert items_of(wish, best, dossier) == ()
