"""When and where: the event's own time and place before others."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find, best, first

WHEN = [
    ("The bridge collapsed on Monday.", "Monday", "2025-03-10"),
    ("The bridge collapsed late Thursday night.", "late Thursday night", "2025-03-06"),
    ("The bridge collapsed at around 6:10am on Monday.", "at around 6:10am on Monday", "2025-03-10"),
    ("The bridge collapsed in the early hours of Tuesday.", "the early hours of Tuesday", "2025-03-11"),
    ("The bridge collapsed yesterday.", "yesterday", "2025-03-11"),
    ("The bridge collapsed on 3 February 2024.", "3 February 2024", "2024-02-03"),
    ("The bridge collapsed on Feb. 3.", "Feb. 3", "2025-02-03"),
    ("The bridge collapsed last month.", "last month", "2025-02"),
    ("The bridge collapsed in 2019.", "2019", "2019"),
    ("The bridge will open on Monday.", "Monday", "2025-03-17"),
    ("The bridge is due to open on Monday.", "Monday", "2025-03-17"),
    ("After Tuesday's vote the council met on Sunday.", "Sunday", "2025-03-09"),
]


@pytest.mark.parametrize(("text", "words", "date"), WHEN)
def test_a_time_has_its_words_and_its_date(find: Find, text: str, words: str, date: str) -> None:
    """The tense decides the direction; the time of another thing comes second."""
    fact = best(find(text), "when")[0]
    assert (fact.words, fact.date) == (words, date)


def test_without_a_date_of_publication_a_weekday_has_none(find: Find) -> None:
    """The words stay, the date is not guessed."""
    fact = best(find("The bridge collapsed on Monday.", published=None), "when")[0]
    assert (fact.words, fact.date) == ("Monday", None)


def test_an_article_without_a_time_takes_the_day_of_the_posts_that_it_embeds(find: Find) -> None:
    """If they are fresh."""
    text = "The new logo angers fans. Ugly as sin. — Jo Roe (@joroe) March 11, 2025"
    assert best(find(text), "when")[0].date == "2025-03-11"
    stale = "The new logo angers fans. Ugly as sin. — Jo Roe (@joroe) March 11, 2021"
    assert best(find(stale), "when") == []


WHERE = [
    ("The bridge collapsed in Turin on Monday.", "Turin"),
    ("The bridge collapsed near Turin, Italy.", "Turin, Italy"),
    ("The bridge collapsed in the northern Italian city of Turin.", "northern Italian city of Turin"),
    ("Protesters gathered outside Bern Tower in Geneva on Monday.", "Bern Tower in Geneva"),
    ("The Italian government met in Brussels. Italy was angry.", "Brussels"),
    ("The mill burned down in Stratford-upon-Avon on Monday.", "Stratford-upon-Avon"),
]


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_a_place_is_where_it_happened(find: Find, text: str, place: str) -> None:
    """What something happens in or near comes before countries and before what only names somebody."""
    assert first(find(text), "where") == place


def test_a_place_in_an_aside_is_no_answer(find: Find) -> None:
    """Named once, far down, in a sentence about something else."""
    story = "The council of Turin closed the bridge on Monday. " + "Engineers found cracks in the bridge. " * 6
    places = [fact.words for fact in best(find(f"{story}A cousin of the baker once lived in Quito."), "where")]
    assert places[0] == "Turin"
    assert "Quito" not in places


def test_a_name_that_the_model_takes_for_a_firm_is_a_place_where_people_die_in_it(find: Find) -> None:
    """The way a name stands decides."""
    text = "Veldmoor mine fire: two named. A fire broke out in Veldmoor. Five people died in Veldmoor."
    assert first(find(text), "where") == "Veldmoor"
