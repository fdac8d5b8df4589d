"""Figures: the whole phrase, what it counts, its number, and the clause that tells it."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find, best

MEASURED = [
    ("The shaft is 131 feet deep.", "131 feet deep", 131.0, "feet"),
    ("The 90m shaft was dug in winter.", "90m shaft", 90.0, "m"),
    ("The shop now sells 170g bars.", "170g bars", 170.0, "g"),
    ("The bag shrank to 150g.", "150g", 150.0, "g"),
    ("A record 4.2m votes were cast.", "A record 4.2m votes", 4.2e6, "votes"),
    ("They drove 7 k cars.", "7 k cars", 7e3, "cars"),
    ("Profits were up at £3.1m.", "£3.1m", 3.1e6, "GBP"),
    ("The fund holds $2.5bn in bonds.", "$2.5bn in bonds", 2.5e9, "USD"),
    ("Nearly 10 per cent of the crew left.", "Nearly 10 per cent", 10.0, "%"),
    ("Turnout was 61 percent.", "61 percent", 61.0, "%"),
    ("The rate rose from 3.5% to 4.1% on Monday.", "3.5% to 4.1%", None, "%"),
    ("Between 20 and 30 people were hurt.", "Between 20 and 30 people", None, "people"),
    ("The number of cases rose to 1,200 in May.", "1,200", 1200.0, "cases"),
    ("The raid left at least 12 dead.", "at least 12 dead", 12.0, "dead"),
    ("The quake had a magnitude of 6.4, the institute said.", "magnitude of 6.4", 6.4, "magnitude"),
    ("A 5.8-magnitude quake hit the coast.", "5.8-magnitude", 5.8, "magnitude"),
    ("Temperatures reached 41C in the valley.", "41C", 41.0, "°C"),
    ("The assembly voted 52-48 to keep the tax.", "52-48", None, "votes"),
    ("The assembly voted 52 to 48 to keep the tax.", "52 to 48", None, "votes"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), MEASURED)
def test_a_phrase_reaches_as_far_as_it_measures(
    find: Find, text: str, words: str, value: float | None, unit: str
) -> None:
    """Dimensions, things by weight, millions in short; a range has no single number."""
    fact = best(find(text), "figure")[0]
    assert (fact.words, fact.value, fact.unit) == (words, value, unit)


TOLD = [
    ("The bomb killed at least four guards, officials said.", "killed at least four guards"),
    ("In the blast 84 people were wounded.", "84 people were wounded"),
    ("The plan will cost $40 million a year.", "cost $40 million a year"),
    ("Some 500 rescuers took part in the search.", "Some 500 rescuers took part in the search"),
    ("The town of 35,000 people was evacuated.", "The town of 35,000 people was evacuated"),
    ("The storm cut power to 200,000 homes.", "cut power to 200,000 homes"),
    ("About 30 miners, trapped since Monday, waved.", "About 30 miners, trapped"),
]


@pytest.mark.parametrize(("text", "clause"), TOLD)
def test_a_clause_says_what_happens_to_what_is_counted(find: Find, text: str, clause: str) -> None:
    """From the figure to its verb, verbatim."""
    assert best(find(text), "figure")[0].clause == clause


@pytest.mark.parametrize(
    "text", ["The score was 21-17 at the break.", "The room is open 9-17 daily.", "Call 555-0199 for a seat."]
)
def test_a_pair_of_numbers_without_a_vote_is_no_division(find: Find, text: str) -> None:
    """Scores, hours and telephone numbers count nobody's votes."""
    assert best(find(text), "figure") == []
