"""Tables of lines, in the folder `lines`: what many houses put around their stories, and sentences that resemble it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles.prose import lines

TABLES = Path(__file__).with_name("lines")


def sections(name: str) -> dict[str, list[str]]:
    """The lines of a table, by the headings in it."""
    found: dict[str, list[str]] = {}
    heading = name
    for line in (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line:
            found.setdefault(heading, []).append(line)
    return found


FOREIGN = sections("foreign")
(STORY,) = sections("story").values()


@pytest.mark.parametrize("heading", FOREIGN)
def test_lines_of_many_houses_that_are_not_of_the_story(heading: str) -> None:
    """Pointers, sign-ups, buttons, credits, captions, disclaimers, in capitals, with bars, dashes and brackets."""
    assert [line for line in FOREIGN[heading] if not lines.is_foreign(line)] == []


def test_sentences_and_sub_headings_that_only_begin_like_them() -> None:
    """“More than 200 people”, “Watch towers were built”, “Related charges”, and the headings of a story's parts."""
    assert [line for line in STORY if lines.is_foreign(line)] == []


def test_a_heading_under_which_nothing_is_left() -> None:
    """It goes with the links that stood there; one in mid-story stays, and so does a last line that ends."""
    story = ["The crossing was reopened on Tuesday.", "What it cost", "The closure cost 40 million dollars."]
    assert lines.sort([*story, "How to listen", "Podcast: https://example.com/a"]).story == story
    assert lines.sort([*story, "Nobody was hurt.", "Advertisement"]).story == [*story, "Nobody was hurt."]
    assert lines.sort([*story, "A poem without an end"]).story == [*story, "A poem without an end"]
    assert lines.sort(["What it cost", "Advertisement"]).story == ["What it cost"]


def test_a_headline_with_its_outlet_in_brackets() -> None:
    """Press reviews end with it; a sentence with a bracket is none."""
    assert lines.is_foreign("The Ferry Sails Again after Nine Months in the Harbour [Example Wire]")
    assert not lines.is_foreign("The ferry sailed again after nine months in the harbour [of Mombasa]")
    assert not lines.is_foreign("The ferry sailed again after nine months with the blessing of [Mombasa]")


@pytest.mark.parametrize(
    "piece", ["a ", "Top Top ", "read more ", "facebook ", "Photo: A", "with inputs from ", "1 ", " : "]
)
def test_bait_costs_no_time(piece: str) -> None:
    """Two hundred thousand characters of it: each line is bounded before a pattern sees it."""
    bait = [(piece * 400)[: lines.LONGEST]] * (200_000 // lines.LONGEST)
    assert len(lines.sort(bait).story) + len(lines.sort(bait).foreign) <= len(bait) * 2
