from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.shorten import clip, fitting, sentences, shorten, undated, whole

WORDS = st.text("ab ,.—()“”", max_size=200)


@pytest.mark.parametrize(
    ("sentence", "limit", "shown"),
    [
        ("The port opened.", 80, "The port opened."),
        (
            "The council (which has nine members) voted for the bridge on Monday.",
            60,
            "The council … voted for the bridge on Monday.",
        ),
        (
            "The new port — a gift of three neighbours — will open before the rains.",
            60,
            "The new port … will open before the rains.",
        ),
        (
            "The port, which was built in May, will be run by two companies.",
            60,
            "The port … will be run by two companies.",
        ),
        (
            "The bank (of the river) was flooded (again) after a week of heavy rain.",
            68,
            "The bank (of the river) was flooded … after a week of heavy rain.",
        ),
        (
            "Two hundred soldiers crossed the river at dawn, while the town slept through the rain.",
            70,
            "Two hundred soldiers crossed the river at dawn …",
        ),
        (
            "The bridge is to be closed in May; the ferry will run until then.",
            60,
            "The bridge is to be closed in May …",
        ),
    ],
)
def test_a_sentence_loses_whole_parts(sentence: str, limit: int, shown: str) -> None:
    """Brackets, dashes and relative clauses go first, then a clause behind the main one."""
    assert shorten(sentence, limit) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge, which was never opened, was taken down last week by the army.",
        "Two hundred soldiers crossed the river at dawn, and the town surrendered before noon.",
        "The ferry is the town's “only way out,” according to a notice on the pier of the harbour.",
        "“We will stay here until the water falls, and then we go home,” she said to us.",
        "Two men left the inn at nine in the morning, although nobody had asked them to.",
        "While the town slept through the rain, two hundred soldiers crossed, which woke nobody.",
        "To keep the bars on the shelves at their price, the makers had to reduce the weight of two.",
    ],
)
def test_a_clause_is_never_cut(sentence: str) -> None:
    """Without a part that can go, a sentence is shown whole or not at all: half of it says something else."""
    assert shorten(sentence, 60) == ""
    assert shorten(sentence, 60, 100) == sentence


def test_direct_speech_ends_where_its_signs_say() -> None:
    """Not at a title, an initial or a number."""
    said = "I saw Mr. Hale in the U.S. Army. “Was it so?” Nobody knows! 5.5 million, they say… Then they left."
    assert sentences(said) == (
        "I saw Mr. Hale in the U.S. Army.",
        "“Was it so?”",
        "Nobody knows!",
        "5.5 million, they say…",
        "Then they left.",
    )


def test_a_name_is_whole_or_absent() -> None:
    """A part of a role or of a list of people would be somebody else's."""
    assert whole("head of Ethiopian customs", 30) == "head of Ethiopian customs"
    assert whole("head of Ethiopian customs", 20) == ""


@pytest.mark.parametrize(
    ("words", "limit", "shown"),
    [
        ("short", 10, "short"),
        ("one two three", 9, "one two…"),
        ("one two three", 8, "one two…"),
        ("one, two", 6, "one…"),
        ("Donaudampfschiff", 6, "Donau…"),
        ("die Donaudampfschifffahrt", 12, "die Donauda…"),
    ],
)
def test_words_end_at_a_word(words: str, limit: int, shown: str) -> None:
    """Only a single word that is longer than the room is cut."""
    assert clip(words, limit) == shown


@given(WORDS, st.integers(5, 100))
def test_nothing_is_longer_than_its_limit(words: str, limit: int) -> None:
    """Whatever the text, the limit holds, and what fits stays as it is."""
    for shown in (shorten(words, limit), clip(words, limit)):
        assert len(shown) <= limit
        assert not shown or shown == words or "…" in shown


def test_a_field_takes_what_fits() -> None:
    """Items are left out from the end, but the first ones always stay."""
    assert fitting(("aaaa", "bbbb", "cccc"), 8) == ("aaaa", "bbbb")
    assert fitting(("aaaa", "bbbb", "cccc"), 1, least=2) == ("aaaa", "bbbb")
    assert fitting((), 10) == ()


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("OSLO, Norway (AP) — The ferry sank.", "The ferry sank."),
        ("NEW YORK -- The ferry sank.", "The ferry sank."),
        ("(CNN)The ferry sank.", "The ferry sank."),
        ("(Reuters) - The ferry sank.", "The ferry sank."),
        ("The NATO-Russia council met.", "The NATO-Russia council met."),
        ("NATO — an alliance of 32 — met.", "NATO — an alliance of 32 — met."),
        ("U.S.-based makers met in Oslo.", "U.S.-based makers met in Oslo."),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(sentence: str, shown: str) -> None:
    """Where the reporter sat is not what happened."""
    assert undated(sentence) == shown
