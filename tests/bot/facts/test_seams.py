"""Headings, captions and links that a page ran into its sentences are no evidence; the sentence behind stands alone."""

from __future__ import annotations

import time

import pytest

from bot.facts.text import noise
from tests.bot.facts.conftest import Find

STORY = "The dam of Norland broke on Monday, and 40 houses were flooded."
REST = "The mayor of Norland asked the army for boats."

GLUED = [
    "WHAT WE KNOW ABOUT THE DAM",
    "'Heavy damage'",
    "ADA HOLM",
    "Workers look at the hole in the wall of the dam (Facebook)",
    "The hole in the wall of the dam on Tuesday. (Ada Holm/The Norland Post)",
    "Ada Holm (left) and Peter Dahl on the dam in spring.",
    "REUTERS Some of the stones lie in the river now.",
    "AP Boats in the main street of the town",
    "RELATED STORIES 'I WAS LUCKY' Man survives the fall of a bridge Why do dams break? Five of the worst floods",
    "[Five dams that the region should have repaired]",
    "Get news updates directly to your inbox + Subscribe Thank you for subscribing!",
    "Skip Ad Ad Loading... x Embed x Share",
]


@pytest.mark.parametrize("glued", GLUED)
def test_what_a_page_runs_into_a_text_is_noise_and_the_story_around_it_is_not(glued: str) -> None:
    """From its first word to its last."""
    text = f"{STORY} {glued} {REST}"
    found, begin = noise.find(text), text.index(glued)
    assert found.first(0, len(text)) == begin
    assert found.touches(begin + len(glued) - 3, begin + len(glued))
    assert not found.touches(text.index(REST), len(text))


@pytest.mark.parametrize("glued", [*GLUED, "It cannot be repaired Peter Dahl"])
def test_the_sentence_behind_it_begins_anew(find: Find, glued: str) -> None:
    """No key fact holds words of both."""
    found = find(f"{STORY} {glued} {REST}")
    assert STORY in [fact.words for fact in found.facts if fact.slot == "key"] or glued not in str(found.facts)
    assert not [fact for fact in found.facts if glued in fact.evidence.sentence and "mayor" in fact.evidence.sentence]


@pytest.mark.parametrize(
    "text",
    [
        "The Palestinian Authority (PA) President met him on Monday.",
        "He called it THE BIG ONE on Monday.",
        "'It was very loud' Peter Dahl said on Monday.",
        "'Where were they?' Ada Holm wanted to know.",
        "PA Consulting won the contract on Monday.",
        "EPA Administrator Ada Holm left on Monday.",
        "The union (Dock Workers) Monday called a strike.",
        "She wrote: WE WILL NOT GO. Peter Dahl agreed.",
        "NBC ABC CBS Fox and others showed it.",
    ],
)
def test_sentences_of_a_story_stay_whole(text: str) -> None:
    """They only look like it."""
    assert noise.find(f"{STORY} {text} {REST}").spans == ()


def test_a_name_that_stands_twice_ends_one_sentence_and_begins_the_next() -> None:
    """Whose words they were, and then the sentence that brings them."""
    text = f"{STORY} It is not related to Easter Ada Holm Ada Holm from the town hall said so."
    assert text.rindex("Ada Holm") in noise.edges(text)
    assert text.index("Ada Holm") not in noise.edges(text)


def test_every_date_of_a_timeline_begins_a_sentence() -> None:
    """From three on; two are no timeline."""
    dates = ["January 3, 2020: The dam leaks", "May 4, 2021: Experts warn", "June 5, 2022: A vote fails"]
    text = " ".join([STORY, *dates])
    assert {text.index(date) for date in dates} <= set(noise.edges(text))
    text = " ".join([STORY, *dates[:2]])
    assert text.index(dates[1]) not in noise.edges(text)


@pytest.mark.parametrize(
    "bait", ["A BIG DAM ", "RELATED STORIES ", "Ada (left) ", "'Big dam' ", "Ada Holm ", "REUTERS The ", "a (PA) The "]
)
def test_bait_costs_linear_time(bait: str) -> None:
    """Twice as much of it takes no more than some three times as long."""

    def seconds(size: int) -> float:
        text = bait * (size // len(bait))
        begin = time.process_time()
        noise.find(text)
        noise.edges(text)
        return time.process_time() - begin

    assert seconds(60_000) < 4 * max(seconds(30_000), 0.05)
