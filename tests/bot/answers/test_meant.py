"""What a question is embedded as."""

from __future__ import annotations

import pytest

from bot.answers.meant import meant
from bot.facts.reader import SpacyReader
from bot.settings import DEFAULT_MODEL


@pytest.fixture(scope="module")
def reader() -> SpacyReader:
    """The grammar of questions."""
    return SpacyReader(DEFAULT_MODEL)


@pytest.mark.parametrize(
    ("asked", "embedded"),
    [
        (("how many people died in the flood?",), "how many people died in the flood?"),
        (("who opened the bridge?", "and the tunnel?"), "who opened the bridge? and the tunnel?"),
        (("who opened the bridge?", "when does the ferry to Runde sail?"), "when does the ferry to Runde sail?"),
        (("is it open?", "who opened the bridge?", "when?"), "who opened the bridge? when?"),
    ],
)
def test_a_follow_up_is_meant_with_the_question_before(
    reader: SpacyReader, asked: tuple[str, ...], embedded: str
) -> None:
    """One that says enough alone is not."""
    assert meant(asked, [reader.parse(words) for words in asked], {}) == embedded
