"""What an article's sentences mean is found out once, by whoever asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.articles.paste.pasted import read_text
from bot.editor import EMBEDDED, Editor
from bot.model import Question, Vector
from bot.newsdesk import Newsdesk
from tests.bot.newsdesks import Pages, html, submission

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import ThreadPoolExecutor

    from bot.storage.store import Store


class Counting:
    """An embedder that points everywhere, and counts."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def embed(self, sentences: Sequence[str]) -> tuple[Vector, ...]:
        """The length of each, as a direction."""
        self.sentences += sentences
        return tuple(Vector(bytes((len(sentence) % 100, 50))) for sentence in sentences)


@pytest.fixture
def embedder() -> Counting:
    """It has seen nothing yet."""
    return Counting()


async def test_a_digest_does_not_pay_for_questions(
    editor: Editor, embedder: Counting, store: Store, thread: ThreadPoolExecutor
) -> None:
    """It is posted as fast as ever; only the first question has the sentences embedded, for all that follow."""
    desk = Newsdesk(Pages(a=html("a")), Editor(editor._reader, "e1", embedder), store, thread)
    briefing = await desk.digest(submission("a"))
    assert embedder.sentences == []
    first = await desk.dossier(briefing.identity, "T1")
    assert first
    assert len(embedder.sentences) == len(first.reading.sentences) == len(first.vectors or ())
    assert await desk.dossier(briefing.identity, "T2") == first
    assert len(embedder.sentences) == len(first.reading.sentences)
    await desk.answer(Question("When will it reopen?"), first)
    assert embedder.sentences[-1] == "When will it reopen?"


async def test_a_bot_without_embedder_answers_all_the_same(
    editor: Editor, store: Store, thread: ThreadPoolExecutor
) -> None:
    """By words and grammar alone."""
    desk = Newsdesk(Pages(a=html("a")), Editor(editor._reader, "e1"), store, thread)
    briefing = await desk.digest(submission("a"))
    dossier = await desk.dossier(briefing.identity, "T1")
    assert dossier
    assert dossier.vectors is None
    assert (await desk.answer(Question("When will the crossing reopen?"), dossier)).evidence


def test_of_a_book_only_the_first_sentences_are_embedded(editor: Editor, embedder: Counting) -> None:
    """The others point nowhere: nobody waits for a minute."""
    text = "\n\n".join(f"The minister opened bridge number {number}. It rained." for number in range(EMBEDDED))
    made = Editor(editor._reader, "e1", embedder)
    dossier = made.embed(made.compile(read_text(text)))
    assert dossier.vectors
    assert len(dossier.vectors) == len(dossier.reading.sentences) > EMBEDDED == len(embedder.sentences)
    assert dossier.vectors[-1].nearness(dossier.vectors[0]) == 0
