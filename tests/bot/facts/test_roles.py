"""Roles: as the article tells them, whole, wherever the first one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

TOLD = [
    ("Gov. Ada Poe left the hall on Monday.", "Ada Poe", "Gov."),
    ("State Sen. Robert Hale left the hall on Monday.", "Robert Hale", "State Sen."),
    ("U.S. Defense Secretary Mark Holt left the hall on Monday.", "Mark Holt", "U.S. Defense Secretary"),
    ("FBI Director James Holt left the hall on Monday.", "James Holt", "FBI Director"),
    ("Anna Berg, who is the owner of the yard, left the hall on Monday.", "Anna Berg", "owner of the yard"),
    ("Anna Berg is the mayor of Turin. She left on Monday.", "Anna Berg", "mayor of Turin"),
    ("Acme Chairman and CEO Peter Hale left the hall on Monday.", "Peter Hale", "Acme Chairman and CEO"),
    ("Anna Berg left on Monday. She and Peter Hale met. Mayor Anna Berg was late.", "Anna Berg", "Mayor"),
    ("Anna Berg is not the mayor of Turin. She left on Monday.", "Anna Berg", None),
    ("The president's lawyer Anna Berg left the hall on Monday.", "Anna Berg", "lawyer"),
]


@pytest.mark.parametrize(("text", "name", "role"), TOLD)
def test_a_role_is_told_whole(find: Find, text: str, name: str, role: str | None) -> None:
    """Shortened titles, two roles of one person, "X, who is the …", "X is the …", on any mention."""
    assert (name, role) in [(fact.words, fact.role) for fact in best(find(text), "who")]


def test_half_a_quotation_is_no_part_of_a_role(find: Find) -> None:
    """The role ends before the title of the book."""
    text = "Richard Berg, author of “Rowing the Wild Neches” and of others, opened the show on Monday."
    assert [fact.role for fact in best(find(text), "who") if fact.words == "Richard Berg"] == ["author"]


def test_a_title_is_no_person_of_its_own(find: Find) -> None:
    """The headline's "FBI Director James Holt" is one person."""
    text = "The FBI Director was blamed on Monday. FBI Director James Holt did not reply. James Holt left."
    assert "FBI Director" not in [
        fact.words for fact in best(find(text, "Mayor blames FBI Director James Holt"), "who")
    ]
