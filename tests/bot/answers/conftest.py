"""What stories of questions share: the grammar, loaded once."""

from __future__ import annotations

import pytest

from bot.facts.reader import SpacyReader
from bot.settings import DEFAULT_MODEL


@pytest.fixture(scope="session")
def reader() -> SpacyReader:
    """The real grammar over the default model."""
    return SpacyReader(DEFAULT_MODEL)
