"""Why: only what hangs on the event itself; a reason of anything else is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best, first

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

TITLE = "Holm closes its harbour"
LEDE = "The town of Holm closed its harbour on Monday, the mayor said. "

OF_SOMETHING_ELSE = [
    "A claim against the pilots, which was dropped in 2015 because the harbour was closed that year, is open again.",
    "The harbour is dear to painters, because they like its light.",
    "Why did ferries stop in response to a storm that the harbour was closed for?",
    "The harbour was closed because of the disease.",
    "The harbour was closed in 2011 because of ice on both quays.",
    "A fishwife was praised for the rest of the week.",
    "Ferry crews were paid late because of a strike at the bank.",
]
LEDES = [
    (
        "Holm painter opens harbour show",
        "Visitors waited in a hall at the quay when the painter walked in to greet.",
    ),
    ("Police find drug in Holm", "The police in Holm found a drug first used to calm horses in a crate of fish."),
    ("Holm sells its ferry", "Just months after the last ferry was sold, Holm has put the next one up for sale."),
    ("Crews in Holm learn to swim", "Crews in Holm do not have to leave the harbour to learn how to swim, they found."),
]


@pytest.mark.parametrize("line", OF_SOMETHING_ELSE)
def test_the_reason_of_another_thing_is_none(find: Find, line: str) -> None:
    """A claim of another year, somebody's liking, a question, a bare "the disease", "for the rest of the week"."""
    assert best(find(LEDE + line, TITLE), "why") == []


@pytest.mark.parametrize(("title", "lede"), LEDES)
def test_a_scene_has_no_purpose(find: Find, title: str, lede: str) -> None:
    """What somebody in the lede is at, what a thing was for, when it was, what nobody needs: none tells why."""
    assert best(find(f"{lede} The mayor was there. She left at noon.", title), "why") == []


def test_a_purpose_under_a_means_of_the_event_is_one(find: Find) -> None:
    """The clause above it says what the headline says."""
    lede = "The mayor said she had accused ferry owners of bullying small boats to keep the bay to themselves."
    assert first(find(lede, "Mayor accuses ferry owners of bullying"), "why") == "to keep the bay to themselves"


def test_a_purpose_is_told_without_the_how_of_a_debate(find: Find) -> None:
    """In "debate over how best to keep it dry" the aim alone answers why."""
    lede = "The town of Holm will raise its quay, the mayor said, after years of debate over how best to keep it dry."
    assert first(find(lede, "Holm to raise its quay"), "why") == "to keep it dry"


def test_what_is_asked_of_somebody_is_no_purpose(find: Find) -> None:
    """In "a rule for clerks to declare gifts" the gifts are no aim of the headline's verb."""
    title = "Holm asked to drop rule for clerks to declare gifts"
    assert best(find("The town of Holm has been asked to drop one of its rules.", title), "why") == []


def test_the_main_verb_of_the_lede_may_have_a_pronoun_in_its_reason(find: Find) -> None:
    """There "he" is whom the sentence is about; farther down nobody would know."""
    lede = "Holm captain Jon Roe left the race on Monday because he had hurt his knee in a fall."
    assert first(find(lede, "Roe leaves race"), "why") == "he had hurt his knee in a fall"
