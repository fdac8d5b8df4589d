"""The small parts below the extractors: marks, numbers, outlets, letter case, line breaks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.facts.text import layout, outlets
from bot.facts.text.marks import quotations
from bot.facts.text.numbers import value_of
from bot.facts.text.soften import soften

NUMBERS = [
    ("35,000 people", 35000.0),
    ("1.2 million", 1.2e6),
    ("$2.5bn", 2.5e9),
    ("40m", 40e6),
    ("twenty-five", 25.0),
    ("two dozen", 24.0),
    ("three hundred", 300.0),
    ("two million five hundred thousand", 2.5e6),
    ("half", 0.5),
    ("a hundred", 100.0),
    ("3 lakh", 3e5),
    ("dozens", None),
    ("several", None),
]


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_a_number_has_its_value(words: str, value: float | None) -> None:
    """In digits, in words and in between; vague ones have none."""
    assert value_of(words) == value


OUTLETS = [
    ("Reuters", "news_agency"),
    ("the BBC", "news_agency"),
    ("North Korea's KCNA", "state_media"),
    ("Xinhua News Agency", "state_media"),
    ("state television", "state_media"),
    ("state-run newspaper Granma", "state_media"),
    ("The Turin Herald", "news_agency"),
    ("Herald", "news_agency"),
    ("Environment Agency", None),
    ("National Security Agency", None),
    ("news", None),
    ("Acme Corp", None),
]


@pytest.mark.parametrize(("name", "kind"), OUTLETS)
def test_an_outlet_is_known_by_name_or_by_its_last_word(name: str, kind: str | None) -> None:
    """But agencies of the state are none."""
    assert outlets.kind_of(name) == kind


MARKS = [
    ('He said "yes, sir" twice', ["yes, sir"]),
    ("He said ‘yes, sir’ twice", ["yes, sir"]),
    ("He said ''yes, sir'' twice", ["yes, sir"]),
    ("He said ``yes, sir'' twice", ["yes, sir"]),
    ("the dogs' tails and the cats' ears", []),
    ("It's the '90s, isn't it", []),
    ("rock 'n roll 'til dawn", []),
    ("'the dogs' tails are long,' he said", ["the dogs' tails are long,"]),
    ("He said 'high speeds' and 'low bends' often", ["high speeds", "low bends"]),
    ('"One.\n\n"Two." Three', ["One.", "Two."]),
    ('"One. Two three\nNext line', ["One."]),
    ('He said "One two', []),
    ('"One,"she said."Two."', ["One,", "Two."]),
    ("She said: \"he told me 'no way' again.\"", ["he told me 'no way' again."]),
    ("Mary's 'old house \"with a garden\" burned", ["with a garden"]),
    ('a 5" pipe and a 6" pipe', []),
    ('It was "late. " Then', ["late. "]),
    ('"' + "word " * 1000 + '" and "yes, sir"', ["yes, sir"]),
]


@pytest.mark.parametrize(("text", "inside"), MARKS)
def test_marks_are_paired(text: str, inside: list[str]) -> None:
    """Straight and curly, single and double; apostrophes and inches are no marks."""
    assert [text[found.left : found.right] for found in quotations(text)] == inside


SOFT = [
    ("Mayor Opens Bridge\n", "The mayor will open the bridge.", "Mayor opens bridge\n"),
    ("Anna Conti Opens Bridge\n", "The bridge was opened by Anna Conti on Monday.", "Anna Conti opens bridge\n"),
    ("Mayor opens bridge\n", "The mayor opens it.", "Mayor opens bridge\n"),
    ("", "TRAMS are late. The trams are late.", "trams are late. The trams are late."),
    ("", "ANNA Conti came. I saw Anna there.", "Anna Conti came. I saw Anna there."),
    ("", "The US and the WHO asked us who pays.", "The US and the WHO asked us who pays."),
    ("no capital\n", "none at all", "no capital\nnone at all"),
]


@pytest.mark.parametrize(("title", "body", "soft"), SOFT)
def test_shouted_words_and_title_case_are_lowered_letter_for_letter(title: str, body: str, soft: str) -> None:
    """What the body writes small is small; names and acronyms stay."""
    found = soften(title + body, len(title))
    assert found.startswith(soft)
    assert len(found) == len(title + body)


BREAKS = [
    ("One.\nTwo.", ["One.", "Two."]),
    ("a long line that was\nwrapped by hand. Two.", ["a long line that was\nwrapped by hand. Two."]),
    (
        "the bars and their triangles A decision to change them",
        ["the bars and their triangles", "A decision to change them"],
    ),
    ("seen in New York The police said no", ["seen in New York", "The police said no"]),
    ("his father told The Sun about it", ["his father told The Sun about it"]),
    ("rescuers dug deep. At the well Rescuers dug on", ["rescuers dug deep. At the well", "Rescuers dug on"]),
    ("asked whether May said so", ["asked whether May said so"]),
]


@pytest.mark.parametrize(("text", "parts"), BREAKS)
def test_sentences_begin_at_lines_and_where_captions_run_into_the_text(text: str, parts: list[str]) -> None:
    """A wrapped line does not begin one, a name in capitals neither."""
    starts = [*layout.breaks(text), len(text)]
    assert [text[left:right].strip() for left, right in pairwise(starts)] == parts
