"""The stretch that is given as the answer, of sentences written for these stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.spans.choose import Likely, choose
from bot.answers.wish import names_of, plainly, understand
from bot.articles.paste.pasted import read_text
from bot.model import Question
from tests.bot.answers.span_stories import MISSED, STORIES
from tests.newsroom import editor

if TYPE_CHECKING:
    from bot.answers.spans.choose import Chosen
    from bot.facts.reader import SpacyReader


def chosen(reader: SpacyReader, sentences: str, question: str) -> tuple[Chosen, ...]:
    """All stretches, the best first, where every sentence is as likely to answer."""
    dossier = editor().compile(read_text(sentences))
    names = names_of(dossier.article.text, dossier.reading)
    wish = understand(Question(question), reader.parse(plainly(question, names)), (), names)
    count = len(dossier.reading.sentences)
    return choose(wish, [Likely(at, 1 / count) for at in range(count)], dossier)


@pytest.mark.parametrize(("sentences", "question", "words"), STORIES)
def test_the_shortest_stretch_that_answers_is_chosen(
    reader: SpacyReader, sentences: str, question: str, words: str
) -> None:
    """The answer is what the question leaves open, in the article's words and without what it asks with."""
    assert chosen(reader, sentences, question)[0].evidence.words == words


@pytest.mark.parametrize(("sentences", "question", "words"), MISSED)
@pytest.mark.xfail(strict=True, reason="the weights know the grammar of some two thousand questions only")
def test_stretches_that_are_still_missed(reader: SpacyReader, sentences: str, question: str, words: str) -> None:
    """Too short, too long, or another argument of the verb."""
    assert chosen(reader, sentences, question)[0].evidence.words == words


def test_a_stretch_stands_where_it_says(reader: SpacyReader) -> None:
    """Offsets point into the article, and the sentence is the one that the stretch stands in."""
    text = "Nothing moved for a week. The harbour board elected Marta Kowalczyk as its new chair on Monday."
    best = chosen(reader, text, "who is the new chair?")[0]
    assert text[best.evidence.start : best.evidence.end] == best.evidence.words == "Marta Kowalczyk"
    assert best.evidence.sentence == "The harbour board elected Marta Kowalczyk as its new chair on Monday."
    assert best.place == 1


def test_each_likely_sentence_gives_one_stretch(reader: SpacyReader) -> None:
    """What is expected to be right of all of them is at most one."""
    found = chosen(reader, "Heavy rain caused the landslide. A train hit the rocks.", "what caused the landslide?")
    assert [each.place for each in found] == [0, 1]
    assert found[0].evidence.words == "Heavy rain"
    assert 0 < sum(each.right for each in found) <= 1


def test_without_sentences_there_is_no_answer(reader: SpacyReader) -> None:
    """Nothing was found likely."""
    dossier = editor().compile(read_text("Heavy rain caused the landslide."))
    assert choose(understand(Question("why?"), reader.parse("Why?")), [], dossier) == ()
