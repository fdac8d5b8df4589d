"""Lines of wire reports that were once misread: past pledges, days of the past, agencies under parts of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

LEDE = "The trade ministers of Chile and Ghana agreed Tuesday in Accra to lower tariffs and jointly oppose new quotas. "


def _upcoming(find: Find, text: str) -> dict[str, str | None]:
    return {fact.words: fact.date for fact in best(find(LEDE + text), "upcoming")}


def test_an_agreement_that_was_made_is_not_to_come(find: Find) -> None:
    """The day is that on which they agreed, not one of the future."""
    assert _upcoming(find, "They gave no details.") == {}


def test_what_was_agreed_for_a_day_ahead_is_to_come(find: Find) -> None:
    """The day stands in what is vowed."""
    text = "The ministers of Chile and Ghana agreed on Tuesday to meet in Lima on 3 April."
    assert _upcoming(find, text) == {text: "2025-04-03"}


def test_a_day_taken_up_by_a_clause_dates_what_is_expected_then(find: Find) -> None:
    """The doubt of the main clause says nothing of the other one."""
    text = (
        "Eyes are on the guests Ghana may send to Santiago for the jubilee of its navy next month, when the fleet is "
        "expected to hold a review of new ships."
    )
    assert _upcoming(find, text) == {text: "2025-04"}


@pytest.mark.parametrize(
    "text",
    [
        "Experts say that Chile also wants ties with Ghana, as it prepares for a different market when the boom ends.",
        "Ghana hopes for lower prices of copper from Chile.",
    ],
)
def test_what_somebody_prepares_for_is_no_event_unless_it_is_arranged(find: Find, text: str) -> None:
    """Changes and hopes are not scheduled."""
    assert text not in _upcoming(find, text)


AGENCY = (
    "The talks went well, according to the South's Accra Central News Agency (ACNA). ACNA reported that Poe smiled."
)


@pytest.mark.parametrize(
    "text",
    [
        AGENCY,
        AGENCY.replace(" (ACNA)", ""),
        "The Accra Central News Agency said Poe smiled. Poe left, according to the South’s Accra Central News Agency.",
    ],
)
def test_an_agency_is_listed_once_whatever_part_of_its_name_is_told(find: Find, text: str) -> None:
    """Neither its acronym nor whose it is makes another one of it."""
    assert [source.name for source in find(LEDE + text).sources] == ["Accra Central News Agency"]
