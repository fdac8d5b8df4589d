"""Figures: what is told of them, and numbers that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

TOLD = [
    ("The storm left 32 farmers dead.", "left 32 farmers dead"),
    ("About 80 farmers were taken to hospital.", "About 80 farmers were taken to hospital"),
    ("About 2,000 farmers marched to the dam on Monday.", "About 2,000 farmers marched to the dam"),
    ("Roughly 13,000 farmers remain in the valley, the mayor said.", "Roughly 13,000 farmers remain in the valley"),
]


@pytest.mark.parametrize(("text", "clause"), TOLD)
def test_a_clause_is_told_to_its_end(find: Find, text: str, clause: str) -> None:
    """What something leaves people, and where they go, belong to the verb."""
    assert [fact.clause for fact in best(find(text), "figure")] == [clause]


@pytest.mark.parametrize(
    "text",
    [
        "The farmers met at 3170 W. Mill Road in Norland.",
        "The band played in a 6/8 time.",
        "The hall has 5.1 surround sound.",
        "The film runs at 30fps on old screens.",
    ],
)
def test_addresses_and_formats_are_no_figures(find: Find, text: str) -> None:
    """They count nothing."""
    assert best(find(text), "figure") == []


def test_the_same_amount_in_another_unit_is_told_once(find: Find) -> None:
    """A conversion in brackets is the writer's service."""
    text = "The firm paid $1.3bn (£994m) for the ferry. The cat walked 1,200 miles (1,931 kilometers) home."
    assert sorted(fact.value or 0 for fact in best(find(text), "figure")) == [1200.0, 1.3e9]


def test_a_short_number_of_many_things_is_in_millions(find: Find) -> None:
    """Metres of one thing, millions of many."""
    facts = best(find("The chamber speaks for 4.2m family-owned farms. The boy fell down a 40m well."), "figure")
    assert {(fact.value, fact.unit) for fact in facts} == {(4.2e6, "farms"), (40.0, "m")}


def test_people_who_come_to_harm_come_before_others(find: Find) -> None:
    """A garrison is larger, but the wounded are the news."""
    text = "The blast wounded 40 soldiers in Norland. Norland has 1,000 soldiers in the valley."
    assert [fact.value for fact in best(find(text, "Blast wounds soldiers in Norland"), "figure")] == [40.0, 1000.0]
