"""What can't be the answer is never given, however near it stands: the article's event, people, places and counts."""

from __future__ import annotations

import pytest

from bot.articles.paste.pasted import read_text
from bot.model import Dossier, Question
from tests.newsroom import editor

PARAGRAPHS = (
    (
        "The fisheries ministers of Norland and Vestria agreed on Tuesday in Aldenburg to share the herring "
        "quota, ending a dispute of four years."
    ),
    (
        "The talks came two weeks after Vestrian President Ole Brandt and Prime Minister Karin Moe held their "
        "first summit in more than nine years."
    ),
    (
        "Both leaders, alongside Sundish Chancellor Per Holt, had attended a three-way naval review in "
        "Aldenburg in May, a show of unity."
    ),
    (
        "In the talks with Vestrian Fisheries Minister Anton Kray, Norland's Lena Dahl repeated that the "
        "herring belongs to everybody."
    ),
    (
        "Analysts say the deal reflects the troubles of both fleets, Norland over fuel prices and Vestria "
        "over its old ships."
    ),
    (
        "Brandt's visit was his first abroad in his 12-year rule, and officials may send a delegation to "
        "Norland for the 50th anniversary of its republic next month."
    ),
)


@pytest.fixture(scope="module")
def talks() -> Dossier:
    """A report of two ministers who meet, written for this."""
    return editor().embed(editor().compile(read_text("\n".join(PARAGRAPHS))))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("where did they meet?", "Aldenburg"),
        ("when did they meet?", "Tuesday"),
        ("who is Anton Kray?", "Vestrian Fisheries Minister"),
    ],
)
def test_the_event_as_a_whole_is_told_from_the_digest(talks: Dossier, asked: str, words: str) -> None:
    """Where, when and who are what the digest says; the title before a name is that person's."""
    found = editor().answer(Question(asked), talks)
    said = (found.words, *(item.words for item in found.items))
    assert any(words in (each or "") for each in said)


@pytest.mark.parametrize(
    "asked",
    [
        "who is Lena Dahl?",  # not the minister whom she met
        "how many countries attended the review?",  # neither three-way nor two weeks
        "who are the analysts?",  # not what stands far from them
        "is norland sending ships to sundia?",  # another delegation goes elsewhere
        "did they sign a treaty?",  # nobody signs anything
        "when did Brandt meet Moe?",  # neither nine years nor a 12-year rule
    ],
)
def test_what_can_not_be_the_answer_is_not_given(talks: Dossier, asked: str) -> None:
    """The article does not say, whatever stands near the words of the question."""
    found = editor().answer(Question(asked), talks)
    assert (found.answerable, found.words) == (False, None)
    assert found.confidence < 0.5
