"""Places and times near the top of a report that are easily lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import article, best, first

if TYPE_CHECKING:
    from bot.facts.reader import SpacyReader
    from tests.bot.facts.conftest import Find


@pytest.mark.parametrize("dash", ["-", "—", "--"])
def test_a_town_in_capitals_before_a_dash_is_the_place(find: Find, dash: str) -> None:
    """Also one that the model doesn't know."""
    text = f"TOLLWOOD {dash} A man was bitten by a goose on Tuesday, the police said."
    assert first(find(text, "Man bitten by goose"), "where") == "TOLLWOOD"


@pytest.mark.parametrize("label", ["UPDATE", "CNN", "WORST GOOSE EVER"])
def test_a_label_an_outlet_or_a_shout_before_a_dash_is_no_place(find: Find, label: str) -> None:
    """No town is called so."""
    text = f"{label} - A man was bitten by a goose on Tuesday, the police said."
    assert label not in [fact.words for fact in best(find(text, "Man bitten by goose"), "where")]


def test_this_week_is_a_time_when_nothing_sharper_is_told(find: Find) -> None:
    """Even beside something else that somebody says by the way."""
    text = (
        "Acme has a new head of sales. She is Ann Poe. The firm, which a court fined this week, said so in a letter "
        "that a clerk who knows Poe read to a crowd."
    )
    assert [fact.date for fact in best(find(text, "Acme names head of sales"), "when")] == ["2025-W11"]


def test_a_dateline_that_is_not_the_storys_is_no_place(reader: SpacyReader) -> None:
    """What a paste holds beside its story is no evidence."""
    text = "TOLLWOOD, Ohio, Nov 19 (Example) - A firm sold pumps.\nThe council of Lisse closed the bridge on Monday."
    given = replace(article(text), foreign=((0, text.index("\n")),))
    assert "TOLLWOOD" not in " ".join(fact.words for fact in best(reader.read(given)[1], "where"))


def test_a_sheriffs_office_is_no_place(find: Find) -> None:
    """The model takes it for a building."""
    text = "A shot was fired in Brenville on Friday, according to Alamo County Sheriff’s Office deputies."
    assert [fact.words for fact in best(find(text), "where")] == ["Brenville"]
