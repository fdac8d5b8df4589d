"""Picture galleries in the text: their captions are no evidence, the story around them is."""

from __future__ import annotations

import pytest

from bot.facts.text import noise

STORY = "The bridge over the Rossa was closed on Monday after cracks were found. "
REST = "The mayor said that repairs would take two years."
PLACED = (
    "1/3 The palm house is lit for the winter fair Getty 2/3 A swimmer braves the cold of Lake Orne in Marbach. "
    "He was alone AFP 3/3 Runners start the city race in the rain. "
)
COUNTED = (
    "Getty Images 12 Workers look at a pillar of the bridge Getty Images 12 The ferry that takes commuters now "
    "Rex Features 12 Police keep walkers away from the ramp "
)
CASES = [
    (STORY + PLACED + REST, "palm house", REST),
    (STORY + COUNTED + REST, "The ferry", REST),
]


@pytest.mark.parametrize(("text", "caption", "story"), CASES)
def test_captions_of_a_gallery_are_noise_and_the_story_is_not(text: str, caption: str, story: str) -> None:
    """Counted up to the same number, or counted behind whose pictures they are."""
    found = noise.find(text)
    at = text.index(caption)
    assert found.touches(at, at + len(caption))
    assert not found.touches(0, len(STORY) - 1)
    begin = text.index(story)
    assert not found.touches(begin, begin + len(story))


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose 1/8 Monday, 3/8 Tuesday and 5/8 Wednesday, the exchange said.",
        "The crew of Flight 12 Bravo met Flight 12 Delta and Flight 12 Echo over the bay.",
        "Room 9 Left wing and Room 9 Right wing are closed.",
        "He won 2/3 On the first try, she won 1/3 On the second.",
    ],
)
def test_fractions_and_numbers_of_names_are_no_gallery(text: str) -> None:
    """Two are no gallery, and nobody's picture stands before a flight's number."""
    assert noise.find(text).spans == ()
