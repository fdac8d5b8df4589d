"""Key facts: sentences that stand alone, attributed to whoever says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.facts.conftest import best

if TYPE_CHECKING:
    from tests.bot.facts.conftest import Find

TITLE = "Ferry Anna runs aground off Holm"
STORY = "The ferry Anna ran aground off Holm on Monday with 80 people on board, the harbour office said. {line}"

DANGLING = [
    "Four days later, divers found the rudder of the ferry on the bed of the sound.",
    "At the same time it is building a second ferry for the line to Norland.",
    "In each case, the ferry had been inspected by the harbour office of Holm.",
    "Well, many in Holm think they know who steered the ferry onto the rocks.",
    "In a letter out on Tuesday, they ask the harbour office for a new ferry.",
    "Eventually, the harbour office of Holm sold the ferry to a yard in Norland.",
    "The captain sent a similar message to the owners of the ferry in Norland.",
    "Repairing such damage takes the yards of Holm a month or more.",
    "With Jon Roe at the wheel, they left the harbour of Holm on Sunday.",
    "Several also feel that the harbour office of Holm was slow to send help.",
    "The deckhand said she warned him of the rocks off Holm an hour before.",
    "Even as the ferry lay on the rocks, another passed close by without stopping.",
]
STANDING = [
    "One sailor was flown to a hospital in Holm with a broken arm.",
    "Some 40 divers searched the sound off Holm for the missing rudder.",
    "Two days before the accident the ferry had been inspected in Holm.",
    "The deckhand said she warned the mate of the rocks off Holm an hour before.",
    "The harbour office said it would raise the ferry before the end of the month.",
    "In his first report, the captain told the office of Holm about the rocks.",
    "Ships such as the ferry Anna may enter the harbour of Holm by night.",
    "The crew said they had seen the rocks off Holm an hour before.",
    "One of the sailors was flown to a hospital in Holm with a broken arm.",
]


@pytest.mark.parametrize("line", DANGLING)
def test_a_sentence_that_points_back_at_its_start_is_none(find: Find, line: str) -> None:
    """A reader of the digest has not read what it points back to."""
    assert line not in [fact.words for fact in best(find(STORY.format(line=line), TITLE), "key")]


@pytest.mark.parametrize("line", STANDING)
def test_counts_and_pronouns_that_say_whom_they_mean_stand(find: Find, line: str) -> None:
    """In "one sailor" nothing points back, and "it" behind the office is the office."""
    assert line in [fact.words for fact in best(find(STORY.format(line=line), TITLE), "key")]


RUN_IN = [
    "Captain Jon Roe, (left) and his mate Ana Poe (right) steered the ferry for twenty years.",
    "The ferry lies on the rocks close to the old tower It's the third accident off Holm this year.",
]


@pytest.mark.parametrize("line", RUN_IN)
def test_captions_and_sentences_run_into_one_are_none(find: Find, line: str) -> None:
    """A page without its layout leaves them in the text."""
    assert line not in [fact.words for fact in best(find(STORY.format(line=line), TITLE), "key")]


TAILS = [
    ("The crew of the ferry beat rival crews to the rocks, the Board of Pilots said.", "Board of Pilots", "reported"),
    ("All sailors must be between 18 and 60 and passengers must be over 12, added Roe.", "Roe", "reported"),
    ("The number of accidents off Holm fell to nine last year, it added.", None, "reported"),
    ("Divers may raise the ferry in May, the Board of Pilots said on Tuesday.", "Board of Pilots", "hedged"),
    ("The mate steered the ferry onto the rocks, and nobody said a word about it.", None, "stated"),
    ("The mate had been asleep for an hour, Captain Jon Roe told the paper.", "Jon Roe", "reported"),
    ("Jon Roe, speaking on the quay of Holm, acknowledges the powers of the sea.", None, "stated"),
    ("A pilots' union claimed responsibility for the blockade of the quay.", "pilots' union", "reported"),
    ("The mate slept in a cabin, and the captain wrote to the paper.", None, "stated"),
]


@pytest.mark.parametrize(("line", "claimed", "certainty"), TAILS)
def test_whoever_is_named_at_its_end_says_the_whole_sentence(
    find: Find, line: str, claimed: str | None, certainty: str
) -> None:
    """A sentence that ends in "the ministry said" is the ministry's, however it is parsed."""
    fact = next(fact for fact in best(find(STORY.format(line=line), TITLE), "key") if fact.words == line)
    assert (fact.attribution, fact.certainty) == (claimed, certainty)


BACKGROUND = [
    "The ferry Anna was built for the line to Holm in 1908 by a yard in Norland.",
    "The ferry office of Holm welcomes guests of all ages on board again!",
    "Holm is a town of 9,000 people on the western coast of Norland.",
]


@pytest.mark.parametrize("line", BACKGROUND)
def test_background_gives_way_to_news(find: Find, line: str) -> None:
    """What was long ago, what something is, and advertising come behind what happened."""
    news = "The ferry Anna lost her rudder on the rocks off Holm on Monday night, the captain said."
    keys = [fact.words for fact in best(find(STORY.format(line=f"{line} {news}"), TITLE), "key")]
    assert keys.index(news) < keys.index(line)


def test_what_somebody_is_quoted_as_saying_is_his(find: Find) -> None:
    """The agency carries it, the minister says it."""
    text = "The state agency quoted Ana Duarte as saying that the two harbours would reopen before the winter storms."
    fact = best(find(text), "key")[0]
    assert (fact.attribution, fact.certainty) == ("Ana Duarte", "reported")
