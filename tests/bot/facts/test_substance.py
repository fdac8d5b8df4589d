"""Key facts: what happened, how much and who stands where comes before scenes, definitions and loose ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

TITLE = "Brewery of Holm closes old cellar, denies layoffs"
LEDE = "The brewery of Holm closed its old cellar on Monday after a flood."
PAIRS = [
    ("The brewery denies that anybody will lose work.", "Workers of the brewery stood at the gate in the rain."),
    ("Police in Holm arrested a foreman of the brewery.", "A foreman of the brewery walked along the gate with Ana."),
    ("The flood spoilt 40,000 bottles of the brewery's beer.", "The beer of the brewery is brown and tastes of honey."),
    ("The council of Holm cut the brewery's tax on Friday.", "The brewery is a house of brick on the market of Holm."),
    ("The brewery opened a second cellar in Norland.", "The brewery is known for its brown beer in all of Norland."),
    ("Ana Poe bought the brewery in March for $3 million.", "The brewery was built in 1890, in the 19th century."),
]


@pytest.mark.parametrize(("news", "colour"), PAIRS)
def test_news_comes_before_colour(find: Find, news: str, colour: str) -> None:
    """Also where the colour stands first."""
    keys = [fact.words for fact in best(find(f"{LEDE} {colour} {news}", TITLE, published="2025-03-05"), "key")]
    assert keys.index(news) < keys.index(colour)


def test_what_the_headline_says_and_the_lede_does_not_comes_first(find: Find) -> None:
    """The second half of the story."""
    other = "The council of Holm promised help to its owners."
    denial = "The owners deny that they planned any layoffs."
    keys = [fact.words for fact in best(find(f"{LEDE} {other} {denial}", TITLE), "key")]
    assert keys.index(denial) < keys.index(other)


STANDING = [
    "But the council of Holm voted against a new cellar.",
    "However, the brewers of Holm reopened the cellar in May.",
    "This week, the brewers of Holm opened a new cellar.",
    "The council says this brewery must pump out the water by May.",
    "Ana Poe, who owns the cellar, said there was no danger of another such flood.",
]
HANGING = [
    "At the hearing in Holm, both owners backed up that assessment.",
    "The brewers of Holm think the source of this mould is a leak.",
    "But they voted against a new cellar for the brewery of Holm.",
    "A short time later, the council of Holm voted for a new cellar.",
    "About Holm Beer Holm Beer has brewed brown beer for Norland since 1890.",
]


@pytest.mark.parametrize("line", STANDING)
def test_a_but_before_all_and_what_is_known_point_nowhere(find: Find, line: str) -> None:
    """What is left says all."""
    assert line in [fact.words for fact in best(find(f"{LEDE} {line}", TITLE), "key")]


@pytest.mark.parametrize("line", HANGING)
def test_what_points_at_something_not_told_is_no_key_fact(find: Find, line: str) -> None:
    """Wherever in the sentence it points; nor is what a firm says of itself under a heading."""
    assert line not in [fact.words for fact in best(find(f"{LEDE} {line}", TITLE), "key")]


def test_a_deal_that_was_announced_says_nothing(find: Find) -> None:
    """In "a deal announced on Monday" no deal speaks."""
    line = "Norland Beer bought half of the brewery, a deal announced on Monday."
    fact = next(fact for fact in best(find(f"{LEDE} {line}", TITLE), "key") if fact.words == line)
    assert fact.attribution is None
