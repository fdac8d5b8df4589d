"""What a page sets around a story is no evidence; the sentence behind it is."""

from __future__ import annotations

import pytest

from bot.facts.text import noise

STORY = "The dam of Norland broke on Monday. "

FURNITURE = [
    "Advertisement Continue reading the main story",
    "1 of 57 Full Screen Autoplay Close Skip Ad x",
    "Buy Photo Wait 1 second to continue.",
    "Please verify you're not a robot by clicking the box.",
    "View all Norland Post newsletters.",
    "(Published Monday, March 3, 2025)",
    "Follow Ada Holm on Twitter: @adaholm",
    "By ADA M. HOLM",
    "March 3, 2025, 6:00 am",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_inside_a_line_is_noise_and_what_follows_is_not(furniture: str) -> None:
    """The phrase itself, to its end."""
    text = f"{STORY}{furniture} The mayor left the town."
    found = noise.find(text)
    assert found.touches(len(STORY), len(STORY) + len(furniture))
    assert not found.touches(0, len(STORY) - 1)
    assert not found.touches(text.index(" The mayor") + 1, len(text))


LINES = [
    "(Reporting by Ada Holm; Editing by Peter Dahl)",
    "Correction, March 3, 2025: This article gave the wrong name of the dam.",
    "Contact the author at the address below.",
]


@pytest.mark.parametrize("line", LINES)
def test_lines_about_the_article_itself_are_noise(line: str) -> None:
    """Credits and corrections."""
    text = f"{STORY}\n{line}\n"
    assert noise.find(text).touches(len(STORY) + 1, len(text) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Corrections officers said on Monday: the prison is full.",
        "The firm will continue reading meters, it said.",
        "It happened on March 3, 2025, 6:00 am local time.",
        "Follow the river to the dam.",
        "Reporting on the dam has been banned.",
        "Followers of Ada Holm on Twitter were told of the dam.",
    ],
)
def test_sentences_of_a_story_are_no_furniture(text: str) -> None:
    """They only begin like it."""
    assert noise.find(f"{STORY}\n{text}\n").spans == ()
