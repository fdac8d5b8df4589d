"""Expressions of time in sentences, with the date that each means on Wednesday 12 March 2025."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find, best

WEEK = [
    ("The baths burned down overnight.", "overnight", "2025-03-11"),
    ("The baths burned down overnight on Saturday.", "overnight on Saturday", "2025-03-08"),
    ("The dam broke last night.", "last night", "2025-03-11"),
    ("The dam broke this morning.", "this morning", "2025-03-12"),
    ("The dam broke the day before yesterday.", "the day before yesterday", "2025-03-10"),
    ("Yesterday the dam broke.", "Yesterday", "2025-03-11"),
    ("The dam broke early Monday.", "early Monday", "2025-03-10"),
    ("Early on Monday the dam broke.", "Early on Monday", "2025-03-10"),
    ("The dam broke in the early hours of Monday morning.", "the early hours of Monday morning", "2025-03-10"),
    ("The dam broke on the night of 9 March.", "the night of 9 March", "2025-03-09"),
    ("The dam broke shortly after midnight on Sunday.", "shortly after midnight on Sunday", "2025-03-09"),
    ("The dam broke at 19:30 on Sunday.", "at 19:30 on Sunday", "2025-03-09"),
    ("The dam broke last Wednesday.", "last Wednesday", "2025-03-05"),
    ("The dam broke on Wednesday.", "Wednesday", "2025-03-12"),
    ("The dam broke on Tuesday last week.", "Tuesday last week", "2025-03-04"),
    ("The dam broke last Friday (March 7).", "last Friday (March 7)", "2025-03-07"),
    ("The council closed the baths over the weekend.", "the weekend", "2025-03-08"),
    ("The council closed the baths last weekend.", "last weekend", "2025-03-08"),
    ("The council will close the baths this weekend.", "this weekend", "2025-03-15"),
    ("Earlier this week the mayor resigned.", "Earlier this week", "2025-W11"),
    ("The mayor will resign on Friday next week.", "Friday next week", "2025-03-21"),
    ("The mayor will resign by Friday.", "Friday", "2025-03-14"),
    ("The mayor will resign tomorrow morning.", "tomorrow morning", "2025-03-13"),
    ("The mayor may resign on Monday.", "Monday", "2025-03-17"),
    ("The fair begins on Thursday.", "Thursday", "2025-03-13"),
    ("The circus returns to town on Sunday.", "Sunday", "2025-03-16"),
    ("The mayor will resign at the end of next week.", "the end of next week", "2025-W12"),
]

MONTHS = [
    ("The mayor resigned two days ago.", "two days ago", "2025-03-10"),
    ("The mayor resigned a week ago.", "a week ago", "2025-W10"),
    ("The mayor resigned a month ago.", "a month ago", "2025-02"),
    ("The mayor resigned a few weeks ago.", "a few weeks ago", None),
    ("The mayor resigned late last month.", "late last month", "2025-02"),
    ("The mayor resigned in mid-February.", "mid-February", "2025-02"),
    ("The mayor resigned at the end of February.", "the end of February", "2025-02"),
    ("The mayor resigned in December.", "December", "2024-12"),
    ("The mayor will resign in December.", "December", "2025-12"),
    ("The mayor may resign in May.", "May", "2025-05"),
    ("The mayor resigned last November.", "last November", "2024-11"),
    ("The mayor resigned in November last year.", "November last year", "2024-11"),
    ("The mayor resigned on 5 November last year.", "5 November last year", "2024-11-05"),
    ("The mayor will resign in May next year.", "May next year", "2026-05"),
    ("The mayor will resign at the end of the month.", "the end of the month", "2025-03"),
    ("The mayor will resign on the 5th of April.", "5th of April", "2025-04-05"),
    ("The choir sang on Saturday, March 8.", "Saturday, March 8", "2025-03-08"),
    ("The strike ran from 3 to 7 March.", "3 to 7 March", "2025-03-03"),
    ("The fair took place on March 3-5.", "March 3-5", "2025-03-03"),
    ("The fair took place from 28 February to 2 March.", "28 February to 2 March", "2025-02-28"),
    ("The shop has been shut since January.", "January", "2025-01"),
    ("The shop has been shut since March 2023.", "March 2023", "2023-03"),
    ("The dam broke on 25/02/2025.", "25/02/2025", "2025-02-25"),
    ("The dam broke on 03/02/2025.", "03/02/2025", None),
]

YEARS = [
    ("The council will close the baths next year.", "next year", "2026"),
    ("The mayor resigned in early 2024.", "early 2024", "2024"),
    ("The mayor resigned ten years ago.", "ten years ago", "2015"),
    ("The mine opened two decades ago.", "two decades ago", "2005"),
    ("The mine opened in the 1990s.", "the 1990s", None),
    ("The mine opened in the late 1990s.", "the late 1990s", None),
    ("The mine opened in the summer of 2019.", "the summer of 2019", "2019"),
    ("The mine closed last summer.", "last summer", "2024"),
    ("The mine closed last winter.", "last winter", None),
    ("The mine will reopen next summer.", "next summer", None),
    ("The mine will reopen this summer.", "this summer", "2025"),
    ("The mine will reopen in the autumn.", "the autumn", "2025"),
    ("Sales fell in the first quarter of 2024.", "the first quarter of 2024", "2024"),
    ("Sales fell in the third quarter of last year.", "the third quarter of last year", "2024"),
    ("Sales fell in the fiscal year 2023.", "the fiscal year 2023", "2023"),
]

FEASTS = [
    ("The mayor resigned on Christmas Day.", "Christmas Day", "2024-12-25"),
    ("The mayor resigned on Boxing Day.", "Boxing Day", "2024-12-26"),
    ("The mayor resigned on New Year's Eve.", "New Year's Eve", "2024-12-31"),
    ("The choir sang on Ash Wednesday.", "Ash Wednesday", "2025-03-05"),
    ("The choir will sing on Good Friday.", "Good Friday", "2025-04-18"),
    ("The choir will sing on Easter Monday.", "Easter Monday", "2025-04-21"),
    ("The choir sang on International Women's Day.", "International Women's Day", "2025-03-08"),
    ("The choir will sing on Valentine's Day.", "Valentine's Day", "2026-02-14"),
    ("The choir sang on Memorial Day.", "Memorial Day", "2024-05-27"),
    ("The choir sang on Black Friday.", "Black Friday", "2024-11-29"),
    ("The choir sang during Ramadan.", "Ramadan", None),
]


@pytest.mark.parametrize(("text", "words", "date"), [*WEEK, *MONTHS, *YEARS, *FEASTS])
def test_an_expression_is_found_whole_and_dated(find: Find, text: str, words: str, date: str | None) -> None:
    """The words as they stand, the date as exact as they are, or none where they leave it open."""
    fact = best(find(text), "when")[0]
    assert (fact.words, fact.date) == (words, date)


NO_TIME = [
    "The strike lasted for three days.",
    "The dam has leaked for the past three weeks.",
    "The choir sings on Sundays.",
    "Every Sunday the choir sings.",
    "April Jones spoke about the dam.",
    "The dam holds 1,998 litres.",
]


@pytest.mark.parametrize("text", NO_TIME)
def test_what_lasts_or_comes_again_or_is_a_name_is_no_time(find: Find, text: str) -> None:
    """A duration, a custom, a person called after a month."""
    assert best(find(text), "when") == []


COUNTED = [
    ("The mayor resigned three weeks after the vote.", "three weeks after the vote", None),
    ("The mayor resigned two days after Sunday's vote.", "two days after Sunday's vote", "2025-03-11"),
    ("The mayor resigned two days before Ash Wednesday.", "two days before Ash Wednesday", "2025-03-03"),
]


@pytest.mark.parametrize(("text", "words", "date"), COUNTED)
def test_days_are_counted_from_an_event_where_it_has_a_date(
    find: Find, text: str, words: str, date: str | None
) -> None:
    """The event belongs to the words; without a date of its own the count gives none."""
    assert (words, date) in {(fact.words, fact.date) for fact in best(find(text), "when")}
