"""Two sentences that a page ran into one are no key fact; one that only looks so is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

STORY = "The ferry Anna ran aground off Holm on Monday with 80 people on board, the harbour office said. {line}"
GLUED = [
    "Relatives wept as he left the office in the Holm harbour Berg announced an inquiry a week before the vote.",
    "The rocks lie in the northern bay of Holm A loud crash was heard by people in the harbour of Holm.",
    'The captain of the ferry leaves as they give him the all clear "There were rocks in the sound," he said.',
]
WHOLE = [
    "Sailors wept as the crew lost the ferry in the storm, and Roe announced an inquiry into the accident off Holm.",
    "The passengers had seen the film The Long night of the sound in the harbour of Holm.",
    'The captain of the ferry told the office that "there were rocks in the sound" on the way to Holm.',
    "The harbour office of Holm heard on Monday that Roe had announced an inquiry into the accident.",
]


@pytest.mark.parametrize("line", GLUED)
def test_two_sentences_in_one_are_no_key_fact(find: Find, line: str) -> None:
    """A caption has no full stop: the sentence behind it says what nobody wrote."""
    assert line not in [fact.words for fact in best(find(STORY.format(line=line)), "key")]


@pytest.mark.parametrize("line", WHOLE)
def test_one_sentence_is_a_key_fact(find: Find, line: str) -> None:
    """Whatever capitals, clauses and quotations it has."""
    assert line in [fact.words for fact in best(find(STORY.format(line=line)), "key")]


def test_capitals_that_begin_a_story_begin_a_sentence(find: Find) -> None:
    """A subhead without a stop stands before them."""
    text = "Dozens were hurt in the northern city of Holm AT least two people died after a ferry ran aground off Holm."
    assert "AT least two people died after a ferry ran aground off Holm." in [
        fact.words for fact in best(find(text, "Ferry runs aground off Holm"), "key")
    ]


def test_who_a_company_is_is_no_key_fact(find: Find) -> None:
    """Nor its mission: what stands under every one of its releases comes last."""
    lines = "Acme is headquartered in Holm and has 40 ferries. A yard in Norland will raise the ferry before May."
    facts = [fact.words for fact in best(find(STORY.format(line=lines)), "key")]
    assert facts[-1].startswith("Acme is headquartered")
