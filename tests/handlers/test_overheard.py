"""Which messages in a thread ask something of nobody in particular."""

from __future__ import annotations

import pytest

from handlers.overheard import is_question

TO_NOBODY = (
    "how many lorries were waiting?",
    "When does it open?",
    "when's the vote",
    "who signed it",
    "And why now?",
    "numbers?",
    "what did the minister say about fees",
    "quotes by Yusuf?",
    "so what happens next?",
    "did Ethiopia agree?",
    "any deaths reported?",
    "where exactly is Moyale",
    "what’s the reason given?",
)
TO_SOMEBODY = (
    "<@U123> how many lorries were waiting?",
    "<!here> what is this?",
    "Ken, who wrote this?",
    "Maria Lopez: is it out?",
    "what do you think?",
    "are we running this?",
    "can someone check the figures?",
    "should I call the ministry?",
    "who's on the desk tonight?",
    "anyone know when it opens?",
    "did u see this?",
    "what's our angle?",
    "could you look at the figures please",
)
NO_QUESTION = (
    "",
    "what",
    "nice",
    "600 lorries, wow",
    "it opens on Tuesday",
    "https://example.org/?q=1",
    "see https://example.org/story?",
    "?" * 3 + " " + "word " * 50,
    "I wonder why",
)


@pytest.mark.parametrize("words", TO_NOBODY)
def test_a_question_to_nobody_else(words: str) -> None:
    """With or without a question mark."""
    assert is_question(words)


@pytest.mark.parametrize("words", TO_SOMEBODY)
def test_people_among_themselves(words: str) -> None:
    """Somebody is named, or it is about those who talk."""
    assert not is_question(words)


@pytest.mark.parametrize("words", NO_QUESTION)
def test_what_asks_nothing(words: str) -> None:
    """Remarks, links, and what is too long to be a question."""
    assert not is_question(words)
