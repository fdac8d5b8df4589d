"""More that is still to come, and more that only looks like it; every sentence stands behind the same lede."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

LEDE = "The museum of Lindholm said on Tuesday that it had bought a ship from a yard in Norland. "

ANNOUNCED = [
    ("In the coming weeks, visitors will see the ship in the harbour of Lindholm.", None),
    ("Lindholm Shipyard reports results Thursday.", "2025-03-13"),
    ("The mayor of Lindholm travels to Norland on Friday.", "2025-03-14"),
    ("New rules for ships take effect on April 1.", "2025-04-01"),
    ("The auction is on Saturday.", "2025-03-15"),
    ("A hearing on the museum's permit was scheduled for March 20.", "2025-03-20"),
    ("The yard has until March 20 to appeal.", "2025-03-20"),
    ("The ship could be shown as early as next month.", "2025-04"),
    ("The museum, which expects 200,000 visitors this year, bought the ship at an auction.", "2025"),
    ("The museum announced plans to show the ship in June.", "2025-06"),
    ("Lindholm Shipyard has plans to buy a museum ship.", None),
    ("An exhibition in the museum of Lindholm will open with the ship.", None),
]


@pytest.mark.parametrize(("text", "date"), ANNOUNCED)
def test_what_is_arranged_possible_on_a_day_or_planned_is_announced(find: Find, text: str, date: str | None) -> None:
    """The present of what is arranged; a may with its day; a plan as a noun; a term; roughly when."""
    found = {fact.words: fact.date for fact in best(find(LEDE + text, "Lindholm museum buys ship"), "upcoming")}
    assert found.get(text, "not announced") == date


NOT_ANNOUNCED = [
    "The ship could be shown.",
    "The museum may hire more guards.",
    "Which is not to say that the museum paid too much.",
    "A hearing on the museum's permit was scheduled for last Friday.",
    "The guards could see the ship on Tuesday.",
    "Visitors will see why the museum likes the ship.",
    "The ship today “will be proof that we can sail,” said Ada Berg, who led the museum.",
    "The museum had plans to buy a lighthouse.",
    "The museum rejected plans to sell a lighthouse.",
]


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_what_is_only_possible_over_or_a_phrase_is_not_announced(find: Find, text: str) -> None:
    """A may without a day, a day that is over, a view in a quotation about the same day."""
    assert text not in [fact.words for fact in best(find(LEDE + text, "Lindholm museum buys ship"), "upcoming")]
