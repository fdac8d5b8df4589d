"""Upcoming: what announces, with which day, and what only sounds like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

LEDE = "The port of Norland closed its ferry terminal on Tuesday after a storm broke the pier. "

ANNOUNCED = [
    ("The terminal will be rebuilt by a Dutch firm.", None),
    ("Baltic Ferries is to take over the terminal of Norland.", None),
    ("The number of ferry passengers is expected to fall.", None),
    ("Baltic Ferries is preparing to cut 40 jobs at the ferry terminal.", None),
    ("The mayor is likely to face questions about the ferry terminal.", None),
    ("Norland will vote on the pier tomorrow.", "2025-03-13"),
    ("The ferry is scheduled to sail again on 2 April.", "2025-04-02"),
    ("Job cuts will be announced later this week, the port said.", "2025-W11"),
    ("The minister said she would open a new terminal in May.", "2025-05"),
    ("The new pier opens on June 9.", "2025-06-09"),
    ("The company is holding an event on June 2 for its workers.", "2025-06-02"),
    ("The council faces next year's election without a leader.", "2026"),
    ("“We will have a new ferry in April,” said Ada Berg, the mayor.", "2025-04"),
    ("“Who will pay?” asked Ada Berg, who will testify on Thursday.", "2025-03-13"),
    ("The committee that members choose on Wednesday will oversee another vote in June.", "2025-06"),
    ("Terminal workers have agreed to strike next week.", "2025-W12"),
]


@pytest.mark.parametrize(("text", "date"), ANNOUNCED)
def test_what_is_still_to_come_is_announced_with_its_day(find: Find, text: str, date: str | None) -> None:
    """Will, is to, is likely to, said she would; a named event with its day, also by the way or in a quotation."""
    found = {fact.words: fact.date for fact in best(find(LEDE + text, "Norland closes ferry terminal"), "upcoming")}
    assert found.get(text, "not announced") == date


NOT_ANNOUNCED = [
    "Norland's ferry was due to sail on Friday.",
    "The ferry company had been expected to pay.",
    "The port has had fewer passengers than expected in March.",
    "A task force was set up in the ferry terminal.",
    "Norland's port is not to blame.",
    "The aim of the ferry company is to earn more.",
    "Will the ferry terminal be rebuilt?",
    "Your ferry ticket will be paid back at the terminal.",
    "The port of Norland will never forget the storm.",
    "The closure of the ferry terminal will be a disaster.",
    "The storm at the Oct. 19 festival broke a pier of the port.",
    "The port and the ferry terminal closed after Monday's meeting.",
    "“Some day the ferry will sail again,” Ada Berg said.",
]


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_what_is_over_doubtful_or_a_view_is_not_announced(find: Find, text: str) -> None:
    """A thwarted plan, a comparison, an aim, a question, advice, a judgement, an event of the past."""
    found = [fact.words for fact in best(find(LEDE + text, "Norland closes ferry terminal"), "upcoming")]
    assert text not in found


def test_without_a_day_of_publication_a_year_ahead_is_the_last_one_named(find: Find) -> None:
    """A forecast compares with years that are over."""
    text = "The ferry company is expected to carry 3 million people by 2031."
    assert [fact.date for fact in best(find(LEDE + text, published=None), "upcoming")] == ["2031"]
    text = "Output is expected to rise in 1988 from 40 ships in 1987."
    assert [fact.date for fact in best(find(LEDE + text, published=None), "upcoming")] == ["1988"]


def test_a_day_comes_before_no_day(find: Find) -> None:
    """The first two are shown: those with their day, and what the article is about."""
    text = LEDE + "The terminal will be rebuilt by a Dutch firm. The council will vote on the plan on 20 March."
    assert [fact.date for fact in best(find(text), "upcoming")] == ["2025-03-20", None]
