"""Expressions of time, resolved against Wednesday 12 March 2025."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.facts.time.dates import is_ahead, resolve

DAY = dt.date(2025, 3, 12)

PAST = [
    ("Sunday", "2025-03-09"),
    ("on Wednesday", "2025-03-12"),
    ("late Thursday", "2025-03-06"),
    ("last Wednesday", "2025-03-05"),
    ("Tuesday's", "2025-03-11"),
    ("today", "2025-03-12"),
    ("this morning", "2025-03-12"),
    ("yesterday", "2025-03-11"),
    ("last night", "2025-03-11"),
    ("the day before yesterday", "2025-03-10"),
    ("the weekend", "2025-03-08"),
    ("last week", "2025-W10"),
    ("this month", "2025-03"),
    ("last month", "2025-02"),
    ("earlier this year", "2025"),
    ("two days ago", "2025-03-10"),
    ("three weeks ago", "2025-W08"),
    ("a month ago", "2025-02"),
    ("four years ago", "2021"),
    ("15 January", "2025-01-15"),
    ("December 24", "2024-12-24"),
    ("Feb. 3", "2025-02-03"),
    ("3rd of February", "2025-02-03"),
    ("in November", "2024-11"),
    ("October", "2024-10"),
    ("Christmas", "2024-12-25"),
    ("2019", "2019"),
    ("in the year 2019", "2019"),
    ("May 2024", "2024-05"),
    ("6 May 2024", "2024-05-06"),
    ("May 6th, 2024", "2024-05-06"),
    ("2024-05-06", "2024-05-06"),
    ("6:10am on Monday", "2025-03-10"),
    ("in the 1990s", None),
    ("2019-2021", None),
    ("every Sunday", None),
    ("Sundays", None),
    ("three weeks after the vote", None),
    ("February 31", None),
    ("some day", None),
]

AHEAD = [
    ("Sunday", "2025-03-16"),
    ("next Wednesday", "2025-03-19"),
    ("tomorrow", "2025-03-13"),
    ("the day after tomorrow", "2025-03-14"),
    ("next week", "2025-W12"),
    ("next month", "2025-04"),
    ("next year", "2026"),
    ("in three days", "2025-03-15"),
    ("within two weeks", "2025-W13"),
    ("two weeks from now", "2025-W13"),
    ("15 January", "2026-01-15"),
    ("in January", "2026-01"),
    ("the weekend", "2025-03-15"),
    ("Thanksgiving", "2025-11-27"),
    ("New Year's Day", "2026-01-01"),
]


@pytest.mark.parametrize(("words", "date"), PAST)
def test_what_was_lies_behind(words: str, date: str | None) -> None:
    """Without a hint of the future, the latest day of the name is meant."""
    assert resolve(words, DAY) == date


@pytest.mark.parametrize(("words", "date"), AHEAD)
def test_what_is_to_come_lies_ahead(words: str, date: str) -> None:
    """In a clause that looks ahead, the next day of the name is meant."""
    assert resolve(words, DAY, future=True) == date


def test_without_a_day_of_publication_only_a_full_date_is_one() -> None:
    """A dateless article stays honest."""
    assert resolve("Sunday", None) is None
    assert resolve("6 May 2024", None) == "2024-05-06"


@pytest.mark.parametrize(
    ("date", "ahead"),
    [
        ("2025-03-13", True),
        ("2025-03-12", False),
        ("2025-04", True),
        ("2025-03", False),
        ("2025-W12", True),
        (None, False),
    ],
)
def test_ahead_is_told_as_exactly_as_the_date(date: str | None, ahead: bool) -> None:  # noqa: FBT001  # a table's column
    """This month is not ahead, the next one is."""
    assert is_ahead(date, DAY) is ahead
