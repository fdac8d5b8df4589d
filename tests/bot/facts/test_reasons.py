"""Why: the reason of the event in the text's own words, and of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best, first

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

TITLE = "Holm closes its harbour"
LEDE = "The town of Holm closed its harbour on Monday, the mayor said. "

GIVEN = [
    ("The harbour was closed because of ice on both quays.", "ice on both quays"),
    ("The decision was driven by rising insurance costs.", "rising insurance costs"),
    ("A clerk called the closing a reprisal for the tax on ferries this week.", "reprisal for the tax on ferries"),
    ("The owners called it a “revenge act” for the tax on ferries.", "“revenge act” for the tax on ferries"),
    ("Now that the last ferry is gone, the town closed its harbour.", "the last ferry is gone"),
    ("The town closed its harbour in an effort to save two jobs.", "to save two jobs"),
    ("Clerks said the move was down to a rise in the price of coal.", "a rise in the price of coal"),
    ("The town closed its harbour, citing a lack of pilots.", "a lack of pilots"),
    ("The reason for the move was that no pilot would work there.", "no pilot would work there"),
    ("The harbour was closed because ships had been “badly steered”.", "ships had been “badly steered”"),
]
OF_SOMETHING_ELSE = [
    "The town is known far and wide because of its painted houses.",
    "The mayor, who was elected thanks to a split among her rivals, is 44.",
    "Whether the harbour was closed because of the ice is not known.",
    "The closing was not caused by the ice on the quays.",
    "The harbour will cost 4 million a year, down to 2 million from 6 million.",
    "The ferry Anna is due to leave the harbour in May.",
    "A clerk told of the closing in private because he was not authorised to speak of it.",
    "The harbour closed its gates, citing people familiar with the plan.",
]


@pytest.mark.parametrize(("line", "reason"), GIVEN)
def test_the_reason_of_the_event_is_told(find: Find, line: str, reason: str) -> None:
    """Wherever it stands, when its clause tells the event."""
    assert first(find(LEDE + line, TITLE), "why") == reason


@pytest.mark.parametrize("line", OF_SOMETHING_ELSE)
def test_the_reason_of_something_else_is_none(find: Find, line: str) -> None:
    """Background has its reasons, too; a denied or an open one is none; a sum is none."""
    assert best(find(LEDE + line, TITLE), "why") == []


HEADLINES = [
    ("Baker treated for burns after eating hot bread", "eating hot bread"),
    ("Baker opens second shop after eating hot bread", None),
    ("Mayor jailed for life for murder of rival", "murder of rival"),
    ("Mayor closed harbour to save two jobs", "to save two jobs"),
    ("Yard taken over by rivals", None),
    ("Baker ruled unfit to stand trial", None),
    ("Baker found after she was lost at sea", None),
    ("Anger over new tax on bread", "new tax on bread"),
    ("Mayor blames Jon Roe for lost vote", None),
]


@pytest.mark.parametrize(("title", "reason"), HEADLINES)
def test_a_headline_may_tell_its_reason(find: Find, title: str, reason: str | None) -> None:
    """What befell somebody "after doing" has that reason, what they did next has none; a name alone tells none."""
    text = "The town of Holm heard the news on Monday. Nobody had known of it before that day."
    assert first(find(text, title), "why") == reason


def test_after_the_event_is_no_reason_of_the_event(find: Find) -> None:
    """In "two died after a bus hit a tree" the bus is the event that the headline tells."""
    text = "Two people have died after a school bus hit a tree near Holm, the police said on Monday."
    assert best(find(text, "School bus hits tree near Holm"), "why") == []


def test_a_lede_may_begin_with_its_reason(find: Find) -> None:
    """What goes on beside the event may be its reason."""
    text = "With sales of bread falling in all towns, the bakers of Holm closed two shops on Monday."
    assert first(find(text, "Bakers close two shops"), "why") == "sales of bread falling in all towns"


def test_who_blames_claims_the_reason(find: Find) -> None:
    """A reason by blame is the blamer's."""
    text = "Ana Roe blamed the lost vote on a leak of letters from her office on Monday."
    fact = best(find(text, "Roe blames lost vote on leak of letters"), "why")[0]
    assert (fact.words, fact.attribution, fact.certainty) == (
        "a leak of letters from her office",
        "Ana Roe",
        "reported",
    )


def test_a_reproach_has_its_reason(find: Find) -> None:
    """What somebody is criticised for."""
    text = "The bakers of Holm face a storm of criticism for changing the shape of their bread."
    assert first(find(text, "Bread upsets Holm"), "why") == "changing the shape of their bread"


BLAMED = [
    ("Ana Roe pinned the lost vote on errors by her own office.", "errors by her own office"),
    ("Ana Roe blames the lost vote on a leak in a long row of calls with rich donors.", "a leak"),
    ("Ana Roe blames Jon Poe for the lost vote.", None),
    ("A leak of letters was blamed for the lost vote.", "A leak of letters"),
    ("The lost vote was driven by leaks and calls for a new count, and Roe wept.", "leaks and calls for a new count"),
    ("Whoever lost the vote will say so after months of silence.", None),
]


@pytest.mark.parametrize(("line", "reason"), BLAMED)
def test_what_is_blamed_is_told_whole(find: Find, line: str, reason: str | None) -> None:
    """A phrase is told to its end, or without it; whoever is blamed by name is no reason."""
    assert first(find(line, "Roe lost vote"), "why") == reason
